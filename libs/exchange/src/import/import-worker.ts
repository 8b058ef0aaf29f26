import pg from 'pg';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Tx } from '@lib/database';
import type { ImportJob } from './import-job.js';
import { runImport } from './run-import.js';

/** What the thread is started with. */
export interface ImportOrder {
  job: ImportJob;
  taker: string;
  connection: pg.ClientConfig;
}

/** What it answers. */
export type ImportAnswer = { outcome: 'done' | 'failed' | 'left' } | { error: string };

/** Runs one import on connections of its own. */
export async function runWithConnections(order: ImportOrder, stop: AbortSignal): Promise<'done' | 'failed' | 'left'> {
  const clients = [new pg.Client(order.connection), new pg.Client(order.connection)] as const;
  // A connection that breaks is noticed by the statement that needs it; without a listener it would end the process.
  for (const client of clients) client.on('error', () => undefined);
  try {
    await Promise.all(clients.map((client) => client.connect()));
    const [work, side] = clients.map((client): Tx => ({
      query: async (sql, params) => (await client.query(sql, params)).rows as never,
    }));
    return await runImport(order.job, order.taker, { work: work!, side: side! }, stop);
  } finally {
    await Promise.allSettled(clients.map((client) => client.end()));
  }
}

/** Marks the thread that was started for an import; the file may be loaded in other threads as well. */
export const IMPORT_THREAD = 'finanz:import';

if (!isMainThread && (workerData as { purpose?: string } | null)?.purpose === IMPORT_THREAD) {
  const stop = new AbortController();
  parentPort!.once('message', () => stop.abort());
  runWithConnections((workerData as { order: ImportOrder }).order, stop.signal)
    .then((outcome): ImportAnswer => ({ outcome }))
    .catch((error: Error): ImportAnswer => ({ error: error.stack ?? error.message }))
    .then((answer) => {
      parentPort!.postMessage(answer);
      parentPort!.close();
    })
    .catch(() => process.exit(1));
}
