import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { AuditLog, type Actor, ClientId, CurrentActor, Needs } from '@lib/access';
import { type ClientTx, Database } from '@lib/database';
import { Clock, problems } from '@lib/kernel';
import { ToBoolean } from '@lib/ledger';
import { EXCHANGE_OPTIONS, type ExchangeOptions } from '../exchange.options.js';
import { books } from './books.js';
import { JOURNAL_FORMATS, type JournalFormat, journalWriter } from './journal-formats.js';
import { chartRows, journalPages, yearsOf } from './journal-rows.js';
import { streamOut, type StreamReply } from './stream-out.js';

export class JournalExportQuery {
  /** `csv` and `jsonl` are what the import takes; `hledger` and `beancount` are plain-text accounting. */
  @IsOptional()
  @IsIn(JOURNAL_FORMATS)
  format: JournalFormat = 'csv';

  /** Default: all years. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2199)
  fiscalYear?: number;
}

export class BooksExportQuery {
  /** Default true: compressed with gzip. The verifier reads both. */
  @IsOptional()
  @ToBoolean()
  @IsBoolean()
  gzip: boolean = true;
}

/** The books out of the house: as files, streamed, each export written down in the audit log. */
@ApiTags('Export')
@Controller('clients/:clientId/exports')
export class ExportsController {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @Inject(EXCHANGE_OPTIONS) private readonly options: ExchangeOptions,
  ) {}

  /** The journal, entry by entry, in order of year and number. */
  @Get('journal')
  @Needs('exports:run')
  @ApiProduces('text/csv', 'application/x-ndjson', 'text/plain')
  async journal(@ClientId() clientId: number, @CurrentActor() by: Actor, @Query() query: JournalExportQuery, @Res() reply: StreamReply) {
    const writer = journalWriter(query.format);
    const { client } = await this.recorded(clientId, by, `journal.${query.format}`, { fiscalYear: query.fiscalYear ?? null });
    await streamOut(reply, { name: `${client.key}-${writer.fileName}`, type: writer.contentType }, (write) =>
      this.read(clientId, async (tx) => {
        const years = await yearsOf(tx, query.fiscalYear);
        if (query.fiscalYear !== undefined && years.length === 0) throw problems.NotFound();
        const accounts = await chartRows(tx);
        await write(writer.head({ client: client.name, accounts, firstDay: years[0]?.startsOn ?? '1990-01-01' }));
        for await (const page of journalPages(tx, query.fiscalYear)) {
          let piece = '';
          for (const entry of page) piece += writer.entry(entry);
          await write(piece);
        }
      }),
    );
  }

  /** The auditor's package: everything that `npm run verify` needs, in one file. */
  @Get('books')
  @Needs('exports:run')
  @ApiProduces('application/gzip', 'application/x-ndjson')
  async books(@ClientId() clientId: number, @CurrentActor() by: Actor, @Query() { gzip }: BooksExportQuery, @Res() reply: StreamReply) {
    const { client } = await this.recorded(clientId, by, 'books', {});
    const { sealKey } = this.options;
    const file = { name: `${client.key}-books.jsonl${gzip ? '.gz' : ''}`, type: gzip ? 'application/gzip' : 'application/x-ndjson', gzip };
    await streamOut(reply, file, (write) =>
      this.read(clientId, async (tx) => {
        for await (const piece of books(tx, this.clock.now().toISOString(), sealKey)) await write(piece);
      }),
    );
  }

  private async recorded(clientId: number, by: Actor, what: string, detail: Record<string, unknown>) {
    return this.database.inClient(clientId, async (tx) => {
      const [client] = await tx.query<{ key: string; name: string }>('select key, name from client where id = $1', [clientId]);
      await this.audit.record(tx, { by, clientId, action: 'export.run', resource: what, detail });
      return { client: client! };
    });
  }

  /** One snapshot for the whole file. */
  private async read(clientId: number, work: (tx: ClientTx) => Promise<void>): Promise<void> {
    await this.database.inClients([clientId], work);
  }
}
