import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { readFile } from 'node:fs/promises';
import {
  AuditLog,
  type Actor,
  ClientId,
  CurrentActor,
  CurrentUser,
  Needs,
  type Principal,
  requireClient,
} from '@lib/access';
import { type ClientTx, Database, LongReads } from '@lib/database';
import { Spool, streamOut, type StreamReply } from '@lib/http';
import { Clock, problems } from '@lib/kernel';
import { readAndRemove, writeExitPackage } from '../exit/exit-package.js';
import { EXCHANGE_OPTIONS, type ExchangeOptions } from '../exchange.options.js';
import { books } from './books.js';
import { BooksExportQuery, JournalExportQuery } from './exports.dto.js';
import { openItemsCsv, partnersCsv } from './item-exports.js';
import { journalWriter } from './journal-formats.js';
import { chartRows, journalPages, yearsOf } from './journal-rows.js';

const FileAnswer = (...types: string[]): MethodDecorator =>
  ApiOkResponse({
    description: 'The file, streamed.',
    content: Object.fromEntries(
      types.map((type) => [type, { schema: { type: 'string', ...(type.endsWith('gzip') && { format: 'binary' }) } }]),
    ),
  });

/** The books out of the house: as files, streamed, each export written down in the audit log. */
@ApiTags('Export')
@Controller('clients/:clientId/exports')
export class ExportsController {
  constructor(
    private readonly database: Database,
    private readonly longReads: LongReads,
    private readonly spool: Spool,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @Inject(EXCHANGE_OPTIONS) private readonly options: ExchangeOptions,
  ) {}

  /** The journal, entry by entry, in order of year and number. */
  @Get('journal')
  @Needs('exports:run')
  @FileAnswer('text/csv', 'application/x-ndjson', 'text/plain')
  async journal(
    @ClientId() clientId: number,
    @CurrentActor() by: Actor,
    @Query() query: JournalExportQuery,
    @Res() reply: StreamReply,
  ): Promise<void> {
    const writer = journalWriter(query.format);
    const { client } = await this.recorded(clientId, by, `journal.${query.format}`, {
      fiscalYear: query.fiscalYear ?? null,
    });
    const file = { name: `${client.key}-${writer.fileName}`, type: writer.contentType };
    await streamOut(this.spool, reply, file, (write) =>
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
  @FileAnswer('application/gzip', 'application/x-ndjson')
  async books(
    @ClientId() clientId: number,
    @CurrentActor() by: Actor,
    @Query() { gzip }: BooksExportQuery,
    @Res() reply: StreamReply,
  ): Promise<void> {
    const { client } = await this.recorded(clientId, by, 'books', {});
    const { sealKey } = this.options;
    const file = {
      name: `${client.key}-books.jsonl${gzip ? '.gz' : ''}`,
      type: gzip ? 'application/gzip' : 'application/x-ndjson',
      gzip,
    };
    await streamOut(this.spool, reply, file, (write) =>
      this.read(clientId, async (tx) => {
        for await (const piece of books(tx, this.clock.now().toISOString(), sealKey)) await write(piece);
      }),
    );
  }

  /** All partners with addresses and bank accounts and who decided on them, as a spreadsheet (partners.csv). */
  @Get('partners')
  @Needs('exports:run')
  @FileAnswer('text/csv')
  partners(@ClientId() clientId: number, @CurrentActor() by: Actor, @Res() reply: StreamReply): Promise<void> {
    return this.spreadsheet(clientId, by, reply, 'partners', partnersCsv);
  }

  /** All open items, settled ones too, with the id by which the journal's lines name them (open-items.csv). */
  @Get('open-items')
  @Needs('exports:run')
  @FileAnswer('text/csv')
  openItems(@ClientId() clientId: number, @CurrentActor() by: Actor, @Res() reply: StreamReply): Promise<void> {
    return this.spreadsheet(clientId, by, reply, 'open-items', openItemsCsv);
  }

  /**
   * The exit package: all that the client has - master data, partners, items, journal, documents with their files, decisions, seals,
   * the signed books and their verifier - in one archive that another installation takes in. For whoever leads the client's affairs.
   */
  @Get('exit-package')
  @Needs('exports:run')
  @FileAnswer('application/gzip')
  async exitPackage(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Res() reply: StreamReply,
  ): Promise<void> {
    requireClient(user, clientId, 'clients:manage');
    const { client } = await this.recorded(clientId, by, 'exit-package', {});
    const { sealKey, verifier } = this.options;
    const settings = {
      createdAt: this.clock.now().toISOString(),
      key: sealKey,
      verifier: verifier === undefined ? undefined : await readFile(verifier, 'utf8').catch(() => undefined),
    };
    const [written] = await this.longReads.inClients([clientId], async (tx) =>
      writeExitPackage(tx, await this.spool.folderFor('exit'), settings),
    );
    reply
      .type('application/gzip')
      .header('Content-Disposition', `attachment; filename="${client.key}-exit.tar.gz"`)
      .send(readAndRemove(written!.file, written!.remove));
  }

  private async spreadsheet(
    clientId: number,
    by: Actor,
    reply: StreamReply,
    what: string,
    rows: (tx: ClientTx) => Promise<string>,
  ): Promise<void> {
    const { client } = await this.recorded(clientId, by, `${what}.csv`, {});
    const file = { name: `${client.key}-${what}.csv`, type: 'text/csv; charset=utf-8' };
    await streamOut(this.spool, reply, file, (write) => this.read(clientId, async (tx) => write(await rows(tx))));
  }

  private async recorded(clientId: number, by: Actor, what: string, detail: Record<string, unknown>) {
    return this.database.inClient(clientId, async (tx) => {
      const [client] = await tx.query<{ key: string; name: string }>('select key, name from client where id = $1', [
        clientId,
      ]);
      await this.audit.record(tx, { by, clientId, action: 'export.run', resource: what, detail });
      return { client: client! };
    });
  }

  /** One snapshot for the whole file, on a connection that daily work does not need. */
  private async read(clientId: number, work: (tx: ClientTx) => Promise<void>): Promise<void> {
    await this.longReads.inClients([clientId], work);
  }
}
