// The import of a million entries (two million lines) through the front door: sent as one CSV file over HTTP, every rule
// checked, whole or not at all. The yardstick is COPY of the very same rows into tables with the same keys, foreign keys and
// indexes. BENCH_IMPORT_ENTRIES changes the size; BENCH_IMPORT_CLERK=200 has somebody book by HTTP for another client meanwhile,
// among 200 others (1: alone); with
// BENCH_IMPORT_SAME=1 for the client whose file is being imported.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { load } from './bookings.mjs';

const ENTRIES = Number(process.env.BENCH_IMPORT_ENTRIES ?? 1_000_000);
const HEAD = 'entry;bookingDate;text;reference;account;product;costCentre;cashAccount;debit;credit;lineText\n';
const LIMIT_MIB = 512;

export async function run(centre) {
  const client = await centre.newClient('bench-import');
  const accounts = await expenseAccounts(centre.adminUrl, client);
  const memory = watchMemory(centre.pid);
  const clerk = process.env.BENCH_IMPORT_CLERK ? clerkMeanwhile(centre, client) : undefined;

  const began = performance.now();
  const job = await upload(centre, client, csv(accounts));
  const uploaded = performance.now();
  const done = await finish(centre, client, job.id);
  const seconds = (performance.now() - began) / 1000;
  const worked = (performance.now() - uploaded) / 1000;
  if (done.state !== 'done') throw new Error(`the import failed: ${JSON.stringify(done.errors.slice(0, 3))}`);
  const peak = memory.stop();
  const felt = await clerk?.();

  const copied = await copyRows(centre.adminUrl, client);
  const ratio = copied.seconds / seconds;
  return {
    figure: `${ratio.toFixed(2)} × COPY, ${peak} MiB`,
    reach: `≥ 0.4 ×, < ${LIMIT_MIB} MiB`,
    reached: ratio >= 0.4 && peak < LIMIT_MIB,
    detail:
      `${ENTRIES} entries in ${seconds.toFixed(1)} s (${Math.round(ENTRIES / seconds)}/s), of which sending ${(seconds - worked).toFixed(1)} s; ` +
      `COPY ${copied.seconds.toFixed(1)} s (${Math.round(ENTRIES / copied.seconds)}/s); application at rest ${memory.before} MiB, most ${peak} MiB` +
      (felt
        ? `; a clerk of ${process.env.BENCH_IMPORT_SAME ? 'the same' : 'another'} client meanwhile p50 ${felt.p50.toFixed(1)} ms, p95 ${felt.p95.toFixed(1)} ms`
        : ''),
  };
}

/** Two lines an entry over all months, expense accounts and a product. */
export function* csv(accounts, entries = ENTRIES) {
  let piece = HEAD;
  for (let index = 0; index < entries; index++) {
    const date = `2026-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const amount = `${1 + (index % 9973)},${String(index % 100).padStart(2, '0')}`;
    piece +=
      `${index};${date};Rechnung ${index} der Stadtwerke;R-${index};${accounts[index % accounts.length]};111;;;${amount};;Abschlag ${index}\n` +
      `${index};;;;3511;;;;;${amount};\n`;
    if (piece.length > 256 * 1024) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

export async function upload(centre, client, content) {
  const request = http.request({
    port: centre.port,
    method: 'POST',
    path: `/api/v1/clients/${client}/imports?kind=journal&fileName=bench.csv`,
    headers: { authorization: `Bearer ${centre.token}`, 'content-type': 'text/csv' },
  });
  const answered = new Promise((resolve, reject) => request.once('response', resolve).once('error', reject));
  await pipeline(Readable.from(content), request);
  const answer = await answered;
  let body = '';
  for await (const piece of answer) body += piece;
  if (answer.statusCode !== 202) throw new Error(`the upload answered ${answer.statusCode}: ${body}`);
  return JSON.parse(body);
}

export async function finish(centre, client, id) {
  for (;;) {
    const job = await centre.api.get(`/clients/${client}/jobs/${id}`);
    if (job.state === 'done' || job.state === 'failed') return job;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Resident memory of the application in MiB, where the system tells it. */
function watchMemory(pid) {
  const now = () => {
    try {
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
    } catch {
      return 0;
    }
  };
  const before = now();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, now())), 100);
  return {
    before,
    stop: () => {
      clearInterval(timer);
      return Math.max(peak, now());
    },
  };
}

/** Somebody who books while the import runs, for another client or the same. */
function clerkMeanwhile(centre, client) {
  const measured = (async () => {
    const other = [process.env.BENCH_IMPORT_SAME ? client : await centre.newClient('bench-clerk')];
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const others = Number(process.env.BENCH_IMPORT_CLERK);
    const crowd = others > 1 ? load(centre, other, { seconds: 12, connections: others }) : undefined;
    const clerk = await load(centre, other, { seconds: 10, connections: 1, think: 30 });
    await crowd;
    return clerk;
  })();
  return () => measured;
}

export async function expenseAccounts(adminUrl, client) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const { rows } = await admin.query(
    `select number from account where client_id = $1 and kind = 'expense' and postable order by number`,
    [client],
  );
  await admin.end();
  return rows.map((row) => row.number);
}

/** The rows that the import has just written, once more by COPY: out to this process first, so that only the way in counts. */
async function copyRows(adminUrl, client) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`
    drop schema if exists yardstick cascade;
    create schema yardstick;
    create table yardstick.journal_entry (like public.journal_entry including all);
    create table yardstick.journal_line (like public.journal_line including all)`);
  for (const table of ['journal_entry', 'journal_line']) {
    const { rows } = await admin.query(
      `select pg_get_constraintdef(oid) as def from pg_constraint where conrelid = $1::regclass and contype = 'f'`,
      [`public.${table}`],
    );
    for (const { def } of rows) {
      const own = def.replace(/REFERENCES (?:public\.)?journal_entry\(/, 'REFERENCES yardstick.journal_entry(');
      await admin.query(`alter table yardstick.${table} add ${own}`);
    }
  }
  const rowsOf = {};
  for (const table of ['journal_entry', 'journal_line']) {
    const pieces = [];
    const out = admin.query(
      copyStreams.to(
        `copy (select * from public.${table} where client_id = ${Number(client)} order by 1, 2, 3, 4) to stdout`,
      ),
    );
    for await (const piece of out) pieces.push(piece);
    rowsOf[table] = pieces;
  }
  await admin.query('checkpoint');
  const began = performance.now();
  await admin.query('begin');
  for (const table of ['journal_entry', 'journal_line']) {
    const into = admin.query(copyStreams.from(`copy yardstick.${table} from stdin`));
    Readable.from(rowsOf[table]).pipe(into);
    await finished(into);
  }
  await admin.query('commit');
  const seconds = (performance.now() - began) / 1000;
  await admin.query('drop schema yardstick cascade');
  await admin.end();
  return { seconds };
}
