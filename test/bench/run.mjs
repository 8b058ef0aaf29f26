// `npm run bench` measures everything, `npm run bench -- bookings` what begins with that name.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { prepare } = await import('../../apps/api/prepare.mjs');
await prepare({ web: false, dev: true });
const { startCentre } = await import('./centre.mjs');
const { fiftyClients, oneClient } = await import('./bookings.mjs');
const { alone, amongOthers } = await import('./latency.mjs');
const { trialBalance } = await import('./trial-balance.mjs');
const { run: importFile } = await import('./import.mjs');
const { run: verify } = await import('./verify.mjs');
const { searching } = await import('./search.mjs');
const { lastApproval } = await import('./decisions.mjs');
const { reading, readingInProcesses } = await import('./documents.mjs');
const { importing, inbox } = await import('./inbox.mjs');

const BENCHES = {
  'bookings-one-client': { what: 'durable bookings over HTTP, 64 in flight, one client', run: oneClient },
  'bookings-fifty-clients': { what: 'the same spread over 50 clients', run: fiftyClients },
  'latency-alone': { what: 'one booking, nobody else there', run: alone },
  'latency-among-others': { what: 'one booking among 200 others', run: amongOthers },
  'trial-balance': { what: 'trial balance, 1 and 10 million lines', run: trialBalance },
  import: { what: 'import of 1 million entries', run: importFile },
  'documents-reading': { what: 'reading and full check of one XRechnung, one core', run: reading },
  'documents-reading-processes': { what: 'mixed files through the reading processes', run: readingInProcesses },
  'documents-import': { what: 'mixed files imported, deduplicated, routed while a clerk books', run: importing },
  'documents-inbox': { what: 'inbox with 100,000 documents: list, filter, search', run: inbox },
  'documents-posting': { what: 'last approval to posted liability', run: lastApproval },
  search: { what: 'searching a journal of 10 million lines', run: searching },
  verify: { what: 'offline verification of an export', run: verify },
};

const wanted = process.argv.slice(2);
const names = Object.keys(BENCHES).filter(
  (name) => wanted.length === 0 || wanted.some((want) => name.startsWith(want)),
);
if (names.length === 0) {
  console.error(`There is no such bench. Known: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(64);
}

const results = [];
for (const name of names) {
  console.error(`\n${name} …`);
  const centre = await startCentre(); // each on fresh books, so that the order does not matter
  try {
    results.push({ name, what: BENCHES[name].what, ...(await BENCHES[name].run(centre)) });
  } finally {
    await centre.stop();
  }
}

const machine = `${os.cpus().length} × ${os.cpus()[0].model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
console.log(`\n${machine}\n`);
for (const one of results) {
  console.log(
    `${one.reached ? '✓' : '✗'} ${one.what.padEnd(56)} ${one.figure.padEnd(24)} (${one.reach})\n    ${one.detail}`,
  );
}
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).stdout?.trim();
const file = path.join(ROOT, 'bench-results.json');
const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).results : [];
const kept = before.filter((old) => !results.some((one) => one.name === old.name));
writeFileSync(
  file,
  `${JSON.stringify({ machine, commit, measuredAt: new Date().toISOString(), results: [...kept, ...results] }, null, 2)}\n`,
);
console.log(`\nwritten to ${path.relative(process.cwd(), file) || file}`);
