import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { type ClientTx, Database } from '@lib/database';
import { Problem } from '@lib/kernel';
import { DOCUMENTS_OPTIONS, type DocumentsOptions } from '../documents.options.js';
import { ContentStore } from './content.store.js';

const MB = 1024 * 1024;
/** How much a run may read: every ten minutes, so 36 GB a day. */
const RUN_BYTES = 256 * MB;
/** How much of it one client may have before the next has its turn. */
const TURN_BYTES = 32 * MB;
/** What was read within these days is left alone. */
const REST_DAYS = 7;

interface Due {
  kept: 'content' | 'outgoing-invoice';
  sha256: Buffer;
}

/**
 * Reads all kept bytes again over the days, bit by bit, and holds them against their fingerprints: a voucher that was damaged or changed
 * is found although nobody opens it. What was longest not read comes first; a run reads a bounded amount. Several instances share the work.
 */
@Injectable()
export class ContentChecks {
  private readonly logger = new Logger('ContentChecks');
  private working: Promise<number> | undefined;
  /** The client whose turn it is in the next run. */
  private nextClient = 0;

  constructor(
    private readonly database: Database,
    private readonly contents: ContentStore,
    @Inject(DOCUMENTS_OPTIONS) private readonly options: DocumentsOptions,
  ) {}

  @Cron('*/10 * * * *')
  async onTime(): Promise<void> {
    if (this.options.runJobs === false) return;
    await this.run().catch((error: Error) => this.logger.error(`kept bytes could not be read: ${error.message}`));
  }

  /** One run. @returns how many files were read */
  run(bytes = RUN_BYTES): Promise<number> {
    return (this.working ??= this.readSome(bytes).finally(() => (this.working = undefined)));
  }

  private async readSome(budget: number): Promise<number> {
    const clients = await this.database.inCentre((tx) => tx.query<{ id: number }>('select id from client order by id'));
    const from = Math.max(
      0,
      clients.findIndex(({ id }) => id >= this.nextClient),
    );
    let turns = [...clients.slice(from), ...clients.slice(0, from)].map(({ id }) => id);
    let left = budget;
    let files = 0;
    while (turns.length > 0 && left > 0) {
      const again: number[] = [];
      for (const id of turns) {
        if (left <= 0) break;
        const read = await this.turn(id, Math.min(left, TURN_BYTES));
        left -= read.bytes;
        files += read.files;
        this.nextClient = id + 1;
        if (read.more) again.push(id);
      }
      turns = again;
    }
    return files;
  }

  private async turn(clientId: number, budget: number): Promise<{ bytes: number; files: number; more: boolean }> {
    let [bytes, files] = [0, 0];
    while (bytes < budget) {
      const due = await this.database.inClient(clientId, claim);
      if (!due) return { bytes, files, more: false };
      bytes += await this.check(clientId, due);
      files++;
    }
    return { bytes, files, more: true };
  }

  /** Reads one file and notes how it was found. @returns how many bytes were read */
  private async check(clientId: number, { kept, sha256 }: Due): Promise<number> {
    const { intact, bytes } =
      kept === 'content' ? await this.readContent(clientId, sha256) : await this.readInvoice(clientId, sha256);
    await this.database.inClient(clientId, (tx) =>
      tx.query(
        `update content_check set checked_at = clock_timestamp(), intact = $4 where client_id = $1 and kept = $2 and sha256 = $3`,
        [clientId, kept, sha256, intact],
      ),
    );
    if (!intact)
      this.logger.error(
        `client ${clientId}: the kept bytes of ${sha256.toString('hex')} are no longer what was received`,
      );
    return bytes;
  }

  /** @throws Problem ContentStoreUnavailable: then nothing is known, and the file comes again */
  private async readContent(clientId: number, sha256: Buffer): Promise<{ intact: boolean; bytes: number }> {
    let bytes = 0;
    try {
      for await (const piece of this.contents.stream(clientId, sha256)) bytes += piece.length;
      return { intact: true, bytes };
    } catch (error) {
      if (error instanceof Problem && error.code === 'ContentDamaged') return { intact: false, bytes };
      throw error;
    }
  }

  private readInvoice(clientId: number, sha256: Buffer): Promise<{ intact: boolean; bytes: number }> {
    return this.database.inClient(clientId, async (tx) => {
      const [found] = await tx.query<{ intact: boolean; bytes: number }>(
        `select coalesce(bool_and(sha256(bytes) = sha256), false) as intact, coalesce(sum(length(bytes)), 0)::int as bytes
         from outgoing_invoice_file where client_id = $1 and sha256 = $2`,
        [clientId, sha256],
      );
      return found!;
    });
  }
}

/** The file that was not read for the longest time, for this instance alone within the next hour. */
async function claim(tx: ClientTx): Promise<Due | undefined> {
  const [due] = await tx.query<Due>(
    // Materialized: joined in, the search for one file could be run once per row.
    `with due as materialized (select kept, sha256 from content_check
       where client_id = $1 and checked_at < clock_timestamp() - make_interval(days => $2)
         and claimed_at < clock_timestamp() - interval '1 hour'
       order by checked_at limit 1 for update skip locked)
     update content_check c set claimed_at = clock_timestamp() from due
     where c.client_id = $1 and c.kept = due.kept and c.sha256 = due.sha256 returning c.kept, c.sha256`,
    [tx.clientId, REST_DAYS],
  );
  return due;
}
