import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '@lib/kernel';
import { type ClientTx, Database } from '@lib/database';
import { LEDGER_OPTIONS, type LedgerOptions } from './ledger.options.js';
import { fileSeals } from './file-seals.js';
import { proveLedger } from './prove-ledger.js';
import { runStandingEntries } from './run-standing-entries.js';
import { sealClient } from './seals.js';

const BERLIN = { timeZone: 'Europe/Berlin' };

/** What the ledger does by itself. Each job may run on several instances at once: rows are locked or numbered, never done twice. */
@Injectable()
export class LedgerSchedule implements OnApplicationBootstrap {
  private readonly logger = new Logger('LedgerSchedule');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LEDGER_OPTIONS) private readonly options: LedgerOptions,
  ) {}

  onApplicationBootstrap(): void {
    // Nobody waits for it; the next hour looks again.
    this.postStandingEntries().catch((error: unknown) => this.logger.error(`standing entries wait: ${String(error)}`));
  }

  @Cron('5 * * * *', BERLIN)
  async postStandingEntries(): Promise<void> {
    if (!this.options.schedule) return;
    await this.forEachClient('standing entries', async (clientId) => {
      const { posted, failed } = await runStandingEntries(this.database, clientId, this.clock.today());
      if (posted + failed > 0)
        this.logger.log(`client ${clientId}: ${posted} standing entries posted, ${failed} failed`);
    });
  }

  @Cron('30 23 * * *', BERLIN)
  async sealAll(): Promise<void> {
    await this.inEachClient('seal', (tx) => sealClient(tx, this.options.sealKey, null));
    await this.fileAll();
  }

  /** Also by day: a seal that somebody asked for, or that could not be filed at night. */
  @Cron('40 * * * *', BERLIN)
  async fileAll(): Promise<void> {
    const { sealFolder } = this.options;
    if (!sealFolder) return;
    await this.inEachClient('filing of seals', async (tx) => {
      const { lastFiled, finding } = await fileSeals(tx, sealFolder);
      if (finding !== null)
        this.logger.error(
          `client ${tx.clientId}: seal ${lastFiled} as filed in ${sealFolder} is ${finding} in the books: somebody changed the one or the other`,
        );
    });
  }

  @Cron('30 2 * * *', BERLIN)
  async proveAll(): Promise<void> {
    await this.inEachClient('proof', async (tx) => {
      const proof = await proveLedger(tx);
      if (!proof.ok)
        this.logger.error(
          `client ${tx.clientId}: the books do not agree with themselves: ${JSON.stringify(proof.findings)}`,
        );
    });
  }

  private inEachClient(what: string, work: (tx: ClientTx) => Promise<unknown>): Promise<void> {
    return this.forEachClient(what, (clientId) => this.database.inClient(clientId, work));
  }

  /** One client's failure is logged and does not keep the others from their turn. */
  private async forEachClient(what: string, work: (clientId: number) => Promise<unknown>): Promise<void> {
    if (!this.options.schedule) return;
    const clients = await this.database.inCentre((tx) => tx.query<{ id: number }>('select id from client order by id'));
    for (const { id } of clients) {
      try {
        await work(id);
      } catch (error) {
        this.logger.error(`${what} of client ${id}: ${(error as Error).message}`);
      }
    }
  }
}
