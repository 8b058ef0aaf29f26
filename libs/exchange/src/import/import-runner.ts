import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import { Database } from '@lib/database';
import { EXCHANGE_OPTIONS, type ExchangeOptions } from '../exchange.options.js';
import type { ImportJob } from './import-job.js';
import { findJob, finishJob, hasOpenJob, putBackJob, takeJob } from './import-jobs.store.js';
import { IMPORT_THREAD, type ImportAnswer, type ImportOrder, runWithConnections } from './import-worker.js';

/** How often an instance looks for jobs that another one left behind; a job uploaded here is begun at once. */
const LOOK_MS = 4_000;
const MOST_ATTEMPTS = 3;
const THREAD_MEMORY_MB = 160;

/** Takes up waiting imports, one at a time per instance. Jobs of an instance that died are taken up again. */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Import');
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly database: Database,
    @Inject(EXCHANGE_OPTIONS) private readonly options: ExchangeOptions,
  ) {}

  onApplicationBootstrap(): void {
    if (this.options.runJobs === false) return;
    this.timer = setInterval(() => void this.wake(), LOOK_MS).unref();
    void this.wake();
  }

  /** What is under way is rolled back and goes on at the next start, or at once on another instance. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.working;
  }

  /** Works off every job that waits. Resolves when there is none left. */
  wake(): Promise<void> {
    this.again = true;
    return (this.working ??= this.work().finally(() => (this.working = undefined)));
  }

  private async work(): Promise<void> {
    try {
      while (this.again && !this.stopping.signal.aborted) {
        this.again = false;
        for (const clientId of await this.clientsWithJobs()) while (await this.runNext(clientId));
      }
    } catch (error) {
      this.logger.error(`imports rest until the next look: ${(error as Error).message}`);
    }
  }

  private async clientsWithJobs(): Promise<number[]> {
    const clients = await this.database.inCentre((tx) => tx.query<{ id: number }>('select id from client order by id'));
    const ids = clients.map(({ id }) => id);
    const open = await this.database.inClients(ids, hasOpenJob);
    return ids.filter((_, index) => open[index]);
  }

  private async runNext(clientId: number): Promise<boolean> {
    if (this.stopping.signal.aborted) return false;
    const taker = randomUUID();
    const job = await this.database.inClient(clientId, (tx) => takeJob(tx, taker));
    if (!job) return false;
    try {
      const outcome = await this.run({ job, taker, connection: this.connection() });
      this.logger.log(`import ${job.id} of client ${clientId} (${job.fileName}): ${outcome}`);
      if (outcome === 'left') await this.database.inClient(clientId, (tx) => putBackJob(tx, job.id, taker));
      return outcome !== 'left';
    } catch (error) {
      return this.breakOff(job, taker, error as Error);
    }
  }

  /** Something unexpected: the job is tried again later, a few times. */
  private async breakOff(job: ImportJob, taker: string, error: Error): Promise<boolean> {
    this.logger.error(
      `import ${job.id} of client ${job.clientId} broke off (attempt ${job.attempts}): ${error.stack ?? error.message}`,
    );
    if (job.attempts < MOST_ATTEMPTS) return false;
    const errors = [{ line: null, column: null, code: 'ImportInterrupted', params: { reference: job.id } }];
    await this.database.inClient(job.clientId, async (tx) => {
      const posted = (await findJob(tx, job.id))?.posted ?? null;
      const progress = { bytesRead: 0, entries: posted?.entries ?? 0, lines: posted?.lines ?? 0 };
      const result = posted && { ...posted, warnings: [] };
      await finishJob(tx, job, taker, { state: 'failed', result, errors, errorCount: 1, progress });
    });
    return true;
  }

  private connection(): pg.ClientConfig {
    const { connectionString, options, ssl, application_name } = this.database.pool.options as pg.PoolConfig;
    return { connectionString, options, ssl, application_name };
  }

  private run(order: ImportOrder): Promise<'done' | 'failed' | 'left'> {
    const file = fileURLToPath(new URL('./import-worker.js', import.meta.url));
    // Sources that are not compiled, as in tests, cannot be loaded by a thread.
    if (this.options.thread === false || !existsSync(file)) return runWithConnections(order, this.stopping.signal);
    return new Promise((resolve, reject) => {
      const thread = new Worker(file, {
        workerData: { purpose: IMPORT_THREAD, order },
        resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB, maxYoungGenerationSizeMb: 16 },
      });
      const stop = (): void => thread.postMessage('stop');
      this.stopping.signal.addEventListener('abort', stop, { once: true });
      let answered: ImportAnswer | undefined;
      thread.on('message', (answer: ImportAnswer) => (answered = answer));
      thread.once('error', reject);
      thread.once('exit', (code) => {
        this.stopping.signal.removeEventListener('abort', stop);
        if (!answered) reject(new Error(`the import's thread ended with ${code}`));
        else if ('error' in answered) reject(new Error(answered.error));
        else resolve(answered.outcome);
      });
    });
  }
}
