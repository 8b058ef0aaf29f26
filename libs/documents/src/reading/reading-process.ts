import { Worker } from 'node:worker_threads';
import { loadSchemas } from '@lib/einvoice';
import { type ReadingReply, type ReadingRequest, workOff } from './reading-protocol.js';

/** Marks the process that was started to read; the file may be loaded in other processes as well. */
export const READING_PROCESS = 'finanz:reading';

/** Written to the error output before the process ends itself for want of memory. */
export const OUT_OF_MEMORY = 'finanz:reading: out of memory';

const MIB = 1024 * 1024;

/** How often the guard looks while a file is being read. */
const LOOK_MS = 20;

/**
 * Looks at the memory of the whole process from a thread of its own, because the main thread is busy with the file:
 * heap limits of V8 count neither buffers nor WebAssembly. It also ends a process whose parent has gone and which hangs.
 */
const GUARD = `
const { workerData: { shared, limit, patience, mark, look } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const state = new Int32Array(shared);
let busySince = 0, seen = 0;
for (;;) {
  const current = Atomics.load(state, 0);
  if (current === 0) { seen = 0; Atomics.wait(state, 0, 0); continue; }
  if (current !== seen) { seen = current; busySince = Date.now(); }
  const full = process.memoryUsage.rss() > limit;
  if (full || Date.now() - busySince > patience) {
    if (full) try { writeSync(2, mark + '\\n'); } catch {}
    process.kill(process.pid, 'SIGKILL');
  }
  Atomics.wait(state, 1, 0, look);
}`;

/** Half of the memory is still held after the work: the next file would pay for this one. */
function isWorn(memoryMib: number): boolean {
  const half = (memoryMib / 2) * MIB;
  if (process.memoryUsage.rss() < half) return false;
  globalThis.gc?.();
  return process.memoryUsage.rss() >= half;
}

async function serve(memoryMib: number, timeMs: number, schemaFolder: string): Promise<void> {
  const schemas = schemaFolder === '' ? null : await loadSchemas(schemaFolder);
  const shared = new SharedArrayBuffer(8);
  const state = new Int32Array(shared);
  const guard = new Worker(GUARD, {
    eval: true,
    execArgv: [],
    workerData: { shared, limit: memoryMib * MIB, patience: timeMs * 2 + 5_000, mark: OUT_OF_MEMORY, look: LOOK_MS },
  });
  guard.unref();
  guard.on('error', () => process.exit(1));

  const reply = (message: ReadingReply): void => void process.send!(message);
  let last = Promise.resolve();
  process.on('message', ({ id, order }: ReadingRequest) => {
    // One after the other: which file is at fault must be certain.
    last = last.then(async () => {
      Atomics.store(state, 0, id);
      Atomics.notify(state, 0);
      try {
        const answer = await workOff(order, schemas);
        reply({ id, answer, worn: isWorn(memoryMib) });
      } catch (error) {
        reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      } finally {
        Atomics.store(state, 0, 0);
      }
    });
  });
  // The service decides when we end, also when a terminal sends its signal to all of us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit(0));
  reply({ ready: true });
}

if (process.argv[2] === READING_PROCESS && process.send) {
  const [memoryMib, timeMs, schemaFolder] = process.argv.slice(3);
  serve(Number(memoryMib), Number(timeMs), schemaFolder ?? '').catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
}
