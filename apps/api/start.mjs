// npm start: installs what is missing, builds what is stale, runs the centre. Needs nothing but Node.js and npm.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { prepare, requireNode, root, run } from './prepare.mjs';

requireNode();

if (process.argv.includes('--help')) {
  console.log(`npm start - runs the finance centre. Settings come from the environment:
  PORT          port of the browser application and the API (3000)
  HOST          address to listen on (127.0.0.1)
  DATA_DIR      where the embedded database keeps the books (./data)
  DATABASE_URL  use this PostgreSQL server (15 to 18) instead of the embedded one
  LOG_LEVEL     fatal, error, warn, info, debug or trace (info)
More: docs/operations.md`);
  process.exit(0);
}

await prepare();

const main = path.join(root, 'dist/apps/api/src/main.js');
process.exitCode = await run(process.execPath, ['--enable-source-maps', main], {
  // Over the channel the centre notices when this launcher is killed: it then drains instead of keeping the port.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  onSpawn: stopWithParent,
});

/** npm passes signals on, but a killed npm cannot: when what started us is gone, the centre stops. */
function stopWithParent(child) {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const starters = startedBy();
  setInterval(() => {
    if (startedBy() !== starters) child.kill('SIGTERM');
  }, 1_000).unref();
}

/** Our parent process, and npm behind it where npm runs us through a shell that stays (seen on Linux only). */
function startedBy() {
  const parent = process.ppid;
  try {
    const [name, fields] = readFileSync(`/proc/${parent}/stat`, 'utf8').split('(')[1].split(') ');
    return /^(sh|dash|bash|ash)$/.test(name) ? `${parent} ${fields.split(' ')[1]}` : `${parent}`;
  } catch {
    return `${parent}`;
  }
}
