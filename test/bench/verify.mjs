// The offline verifier on the books of half a million entries, as an auditor runs it: one command on the exported file,
// compressed as it leaves the house. BENCH_VERIFY_ENTRIES changes the size.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csv, expenseAccounts, finish, upload } from './import.mjs';

const ENTRIES = Number(process.env.BENCH_VERIFY_ENTRIES ?? 500_000);

export async function run(centre) {
  const client = await centre.newClient('bench-verify');
  const job = await upload(centre, client, csv(await expenseAccounts(centre.adminUrl, client), ENTRIES));
  const done = await finish(centre, client, job.id);
  if (done.state !== 'done') throw new Error('the import failed');
  await centre.api.post(`/clients/${client}/seals`);

  const directory = mkdtempSync(path.join(os.tmpdir(), 'bench-verify-'));
  try {
    const zipped = path.join(directory, 'books.jsonl.gz');
    const plain = path.join(directory, 'books.jsonl');
    const began = performance.now();
    await download(centre, client, zipped, true);
    const exported = (performance.now() - began) / 1000;
    await download(centre, client, plain, false);
    const compressed = await verify(centre, zipped);
    const straight = await verify(centre, plain);
    const rate = ENTRIES / compressed.seconds;
    return {
      figure: `${Math.round(rate).toLocaleString('en')}/s`,
      reach: '> 300,000/s',
      reached: rate > 300_000,
      detail:
        `${ENTRIES} entries, ${Math.round(statSync(zipped).size / 2 ** 20)} MiB compressed, in ${compressed.seconds.toFixed(2)} s from start to end of the command, ` +
        `most ${compressed.peak} MiB; uncompressed ${Math.round(ENTRIES / straight.seconds).toLocaleString('en')}/s; exported in ${exported.toFixed(1)} s`,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function download(centre, client, file, gzip) {
  const answer = await fetch(`http://127.0.0.1:${centre.port}/api/v1/clients/${client}/exports/books?gzip=${gzip}`, {
    headers: { authorization: `Bearer ${centre.token}` },
  });
  if (!answer.ok) throw new Error(`the export answered ${answer.status}`);
  await pipeline(Readable.fromWeb(answer.body), createWriteStream(file));
}

/** The command in a process of its own, its start included. */
async function verify(centre, file) {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(centre.root, 'dist/apps/api/src/commands/verify.js'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  let peak = 0;
  const watch = setInterval(() => {
    try {
      peak = Math.max(
        peak,
        Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024),
      );
    } catch {
      // the system does not tell, or the command has ended
    }
  }, 50);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the verifier ended with ${code}:\n${said}`);
  return { seconds: (performance.now() - began) / 1000, peak };
}
