import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClientTx, Database } from '@lib/database';
import { LEDGER_OPTIONS, type LedgerOptions } from './ledger.options.js';

/** Entries that are taken into the search in one transaction. */
const PIECE = 4096;
/** So few are read from the journal by every search without anybody noticing. */
const FEW = 256;
/** In a rush of postings the search waits, as long as reading what waits takes less than a second. */
const MANY = 100_000;
/** Posted since the last look: so much is a rush. */
const RUSH = 2_000;
const LOOK_MS = 2_000;

interface Waiting {
  clientId: number;
  fiscalYear: number;
  waiting: number;
}

/** Years of all clients with entries that the search does not know yet. */
export function journalToIndex(database: Database): Promise<Waiting[]> {
  return database.inCentre((tx) =>
    tx.query<Waiting>(
      'select client_id as "clientId", fiscal_year as "fiscalYear", waiting::int as waiting from journal_to_index()',
    ),
  );
}

/** Takes up to `most` further entries of a year into the search. @returns how many; null where another instance is at it */
export async function indexJournal(tx: ClientTx, fiscalYear: number, most = PIECE): Promise<number | null> {
  const [row] = await tx.query<{ taken: number | null }>('select index_journal($1::smallint, $2) as taken', [
    fiscalYear,
    most,
  ]);
  return row!.taken;
}

/**
 * Keeps the search of the journals up, behind the postings and out of their way: in a rush it rests, and it pauses after each piece for as long
 * as the piece took. Whatever it has not come to is read from the journal, so a search is never incomplete.
 */
@Injectable()
export class JournalIndexer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('JournalIndexer');
  private readonly stopping = new AbortController();
  private working: Promise<void> = Promise.resolve();
  private before = 0;

  constructor(
    private readonly database: Database,
    @Inject(LEDGER_OPTIONS) private readonly options: LedgerOptions,
  ) {}

  onApplicationBootstrap(): void {
    if (this.options.schedule) this.working = this.goOn();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  private async goOn(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.look();
      } catch (error) {
        if (!this.stopping.signal.aborted)
          this.logger.warn(`the search of the journal rests: ${(error as Error).message}`);
      }
      await this.pause(LOOK_MS);
    }
  }

  private async look(): Promise<void> {
    const years = await journalToIndex(this.database);
    const all = years.reduce((sum, { waiting }) => sum + waiting, 0);
    const rush = all - this.before > RUSH;
    this.before = all;
    for (const year of years) {
      if (year.waiting > (rush ? MANY : FEW)) this.before -= await this.takeIn(year);
    }
  }

  /** Until few are left or another instance is at it. */
  private async takeIn({ clientId, fiscalYear, waiting }: Waiting): Promise<number> {
    let taken = 0;
    while (waiting - taken > FEW && !this.stopping.signal.aborted) {
      const began = performance.now();
      const piece = await this.database.inClient(clientId, (tx) => indexJournal(tx, fiscalYear));
      if (!piece) break;
      taken += piece;
      await this.pause(performance.now() - began);
    }
    return taken;
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}
