import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  ClientId,
  CurrentUser,
  limitOf,
  Needs,
  NotRecorded,
  type Principal,
  requireClient,
  requireLimit,
} from '@lib/access';
import { Database } from '@lib/database';
import { Clock, formatEuro, parseEuro, problems, wordsFor } from '@lib/kernel';
import { resolveView, sumsAt, trialBalance } from './balances.js';
import { csvOf, germanEuro } from './csv.js';
import { OrCsv } from './or-csv.js';
import { AccountLedgerQueryDto, EntriesQuery, NewEntryDto, ReversalDto, TrialBalanceQuery } from './journal.dto.js';
import {
  AccountLedgerDto,
  JournalDto,
  JournalEntryDto,
  PostedEntryDto,
  TrialBalanceDto,
  TrialDto,
} from './journal-answers.dto.js';
import { type EntryWish, readEntry, totalOf } from './journal-entry.js';
import { accountLedger } from './account-ledger.queries.js';
import { entries, entryById, namedItems } from './journal.queries.js';
import { postEntry, refused } from './post-entry.js';
import { type Author, posting, type Posting, type PostingAnswer } from './posting.js';
import { PostingQueue } from './posting-queue.js';
import { ledgerProblems } from './problems.js';
import { postReversal } from './post-reversal.js';
import { reversalOf } from './reverse-entry.js';
import { tryEntry } from './try-entry.js';

interface Reply {
  header(name: string, value: string): Reply;
  type(type: string): Reply;
}

/** Beyond it a spreadsheet is no help, and the export of the journal is. */
const MOST_CSV_ENTRIES = 50_000;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,100}$/;

/** @throws Problem for a key that is no printable ASCII of at most 100 characters */
export function readIdempotencyKey(key: string | undefined): string | null {
  if (key === undefined) return null;
  if (!IDEMPOTENCY_KEY.test(key)) throw problems.InvalidField({ reason: 'Idempotency-Key' }, '/Idempotency-Key');
  return key;
}

/** Who posts, as the entry records it. */
export function authorOf(user: Principal, clientId: number): Author {
  const may = user.clients.get(clientId)?.permissions;
  const [privileged, closes] = [may?.has('periods:manage') ?? false, may?.has('journal:close') ?? false];
  return { id: user.userId, name: user.displayName, privileged, closes };
}

/**
 * Opening and closing entries take a permission of their own; whoever has only that posts nothing else.
 * @throws Problem Forbidden, AmountLimitExceeded
 */
export function requirePosting(user: Principal, clientId: number, entry: EntryWish): void {
  const permission = entry.period === 0 || entry.period === 13 ? 'journal:close' : 'journal:post';
  requireClient(user, clientId, permission);
  if (limitOf(user, clientId, permission) !== null) requireLimit(user, clientId, permission, totalOf(entry));
}

/** Reads an entry from a request and holds it against the author's limit. */
export function readWish(body: unknown, user: Principal, clientId: number): EntryWish {
  const wish = readEntry(body);
  if (!wish.ok) throw refused(wish.error, true);
  requirePosting(user, clientId, wish.value);
  return wish.value;
}

/** The entry as it stands in the journal, without the names that the caller knows. */
export function postedEntry(
  entry: Posting,
  answer: PostingAnswer,
  items: ReadonlyMap<string, { id: string; no: number }>,
): PostedEntryDto {
  return {
    id: `${entry.fiscalYear}-${answer.entryNo}`,
    fiscalYear: entry.fiscalYear,
    entryNo: answer.entryNo,
    period: entry.period,
    bookingDate: entry.bookingDate,
    documentDate: entry.documentDate ?? null,
    recordedAt: answer.recordedAt,
    kind: entry.kind,
    text: entry.text,
    reference: entry.reference,
    source: entry.source,
    author: { id: entry.author.id, name: entry.author.name },
    total: formatEuro(totalOf(entry)),
    reverses: entry.reverses ? `${entry.reverses.fiscalYear}-${entry.reverses.entryNo}` : null,
    reason: entry.reason,
    chainHash: answer.chainHash.toString('hex'),
    lines: entry.lines.map((line, index) => ({
      lineNo: index + 1,
      account: line.account,
      product: line.product,
      costCentre: line.costCentre,
      cashAccount: line.cashAccount,
      debit: line.amount > 0n ? formatEuro(line.amount) : null,
      credit: line.amount < 0n ? formatEuro(-line.amount) : null,
      text: line.text,
      openItem: (line.openItem && items.get(line.openItem)) || null,
      tax: line.tax
        ? {
            code: line.tax.code,
            rate: line.tax.rate,
            base: formatEuro(line.tax.base < 0n ? -line.tax.base : line.tax.base),
          }
        : null,
    })),
  };
}

/** The journal, the accounts and the trial balance of one client. */
@ApiTags('Ledger')
@Controller('clients/:clientId')
export class JournalController {
  constructor(
    private readonly database: Database,
    private readonly queue: PostingQueue,
    private readonly clock: Clock,
  ) {}

  /** Posts an entry. The same `Idempotency-Key` with the same body answers the first entry again. */
  @Post('journal-entries')
  @Needs('journal:post', 'journal:close')
  @NotRecorded('an entry carries its author, source and instant itself')
  @ApiBody({ type: NewEntryDto })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  async post(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<PostedEntryDto> {
    const wish = readWish(body, user, clientId);
    const idempotencyKey = readIdempotencyKey(key);
    const entry = posting(wish, { clientId, author: authorOf(user, clientId), source: 'api', idempotencyKey });
    const answer = await postEntry(this.database, this.queue, entry);
    if (answer.outcome === 'Replayed') reply.header('Idempotent-Replayed', 'true');
    return postedEntry(entry, answer, await this.itemsOf(entry));
  }

  /** Shows what posting the entry would do: refusals, balances, statement lines. Writes nothing. */
  @Post('journal-entries/trial')
  @HttpCode(200)
  @Needs('drafts:write')
  @ApiBody({ type: NewEntryDto })
  async tryOut(@ClientId() clientId: number, @CurrentUser() user: Principal, @Body() body: unknown): Promise<TrialDto> {
    const words = (refusal: {
      pointer: string;
      code: string;
      params: Record<string, string | number | null | undefined>;
    }) => ({
      pointer: refusal.pointer,
      rule: refusal.code,
      message: wordsFor(refusal.code, refusal.params, user.language).detail,
    });
    const wish = readEntry(body);
    if (!wish.ok)
      return {
        postable: false,
        errors: wish.error.map(words),
        warnings: [],
        nextEntryNo: null,
        balances: [],
        statements: [],
      };
    const trial = await this.database.inClient(clientId, (tx) =>
      tryEntry(tx, wish.value, authorOf(user, clientId), this.clock.today()),
    );
    const { refusals, warnings, ...effects } = trial;
    return {
      postable: refusals.length === 0,
      errors: refusals.map(words),
      warnings: warnings.map(words),
      ...effects,
    };
  }

  /** Entries by number, newest first, with their lines; as CSV, a row for each line. */
  @Get('journal-entries')
  @Needs('books:read')
  @OrCsv(JournalDto)
  async list(
    @ClientId() clientId: number,
    @Query() query: EntriesQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<JournalDto | string> {
    const { format, amount, ...filter } = query;
    const cents = amount === undefined ? undefined : parseEuro(amount);
    const wanted = { ...filter, ...(cents?.ok && { amount: cents.value.toString() }) };
    const page = await this.database.inClient(clientId, (tx) =>
      entries(tx, format === 'csv' ? { ...wanted, limit: MOST_CSV_ENTRIES } : wanted),
    );
    if (format !== 'csv') return page;
    if (page.next !== null) throw ledgerProblems.TooManyRows({ limit: MOST_CSV_ENTRIES });
    const rows = page.items.flatMap((entry) =>
      entry.lines.map((line) => ({ ...entry, ...line, entryText: entry.text })),
    );
    attachment(reply, 'journal.csv');
    return csvOf(rows, [
      { heading: 'Buchung', value: (row) => row.id },
      { heading: 'Buchungsdatum', value: (row) => row.bookingDate },
      { heading: 'Belegdatum', value: (row) => row.documentDate },
      { heading: 'Erfasst', value: (row) => row.recordedAt },
      { heading: 'Beleg', value: (row) => row.reference },
      { heading: 'Konto', value: (row) => row.account },
      { heading: 'Kontobezeichnung', value: (row) => row.accountName },
      { heading: 'Produkt', value: (row) => row.product },
      { heading: 'Kostenstelle', value: (row) => row.costCentre },
      { heading: 'Finanzrechnungskonto', value: (row) => row.cashAccount },
      { heading: 'Soll', value: (row) => germanEuro(row.debit) },
      { heading: 'Haben', value: (row) => germanEuro(row.credit) },
      { heading: 'Text', value: (row) => row.text || row.entryText },
    ]);
  }

  /** One entry with its lines and names. */
  @Get('journal-entries/:entryId')
  @Needs('books:read')
  one(@ClientId() clientId: number, @Param('entryId') id: string): Promise<JournalEntryDto> {
    return this.database.inClient(clientId, (tx) => entryById(tx, id));
  }

  /** Takes an entry back with an entry of its own, on its own date and for a reason. */
  @Post('journal-entries/:entryId/reversal')
  @Needs('journal:post', 'journal:close')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  async reverse(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('entryId') entryId: string,
    @Body() body: ReversalDto,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<PostedEntryDto> {
    const by = { author: authorOf(user, clientId), idempotencyKey: readIdempotencyKey(key) };
    const entry = await this.database.inClient(clientId, (tx) => reversalOf(tx, { entryId, ...body }, by));
    requirePosting(user, clientId, entry);
    return postedEntry(entry, await postReversal(this.database, this.queue, entry), await this.itemsOf(entry));
  }

  private async itemsOf(entry: Posting): Promise<Map<string, { id: string; no: number }>> {
    if (!entry.lines.some((line) => line.openItem)) return new Map();
    return this.database.inClient(entry.clientId, (tx) => namedItems(tx, entry));
  }

  /** The lines of an account with the running balance. */
  @Get('accounts/:number/ledger')
  @Needs('books:read')
  account(
    @ClientId() clientId: number,
    @Param('number') account: string,
    @Query() query: AccountLedgerQueryDto,
  ): Promise<AccountLedgerDto> {
    return this.ledgerOf(clientId, account, false, query);
  }

  /** The payments that carry a cash-flow account of class 6 or 7. */
  @Get('cash-accounts/:number/ledger')
  @Needs('books:read')
  cashAccount(
    @ClientId() clientId: number,
    @Param('number') account: string,
    @Query() query: AccountLedgerQueryDto,
  ): Promise<AccountLedgerDto> {
    return this.ledgerOf(clientId, account, true, query);
  }

  private async ledgerOf(
    clientId: number,
    account: string,
    cash: boolean,
    query: AccountLedgerQueryDto,
  ): Promise<AccountLedgerDto> {
    const date = query.from ?? query.asOf ?? query.to ?? this.clock.today();
    const fiscalYear = query.fiscalYear ?? Number(date.slice(0, 4));
    // One snapshot, so that opening balance, lines and totals agree while others post.
    const [ledger] = await this.database.inClients([clientId], (tx) =>
      accountLedger(tx, { ...query, fiscalYear, account, cash }),
    );
    return ledger!;
  }

  /** Opening balance, turnover and balance of every account (Summen- und Saldenliste). */
  @Get('trial-balance')
  @Needs('books:read')
  @OrCsv(TrialBalanceDto)
  async trialBalance(
    @ClientId() clientId: number,
    @Query() query: TrialBalanceQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TrialBalanceDto | string> {
    const { fiscalYear } = resolveView(query, this.clock.today());
    const { rows, names } = await this.database.inClient(clientId, async (tx) => ({
      rows: trialBalance(await sumsAt(tx, { ...query, fiscalYear })),
      names: await tx.query<{ number: string; name: string }>('select number, name from account where client_id = $1', [
        clientId,
      ]),
    }));
    const nameOf = new Map(names.map((row) => [row.number, row.name]));
    const items = rows.map((row) => ({
      account: row.account,
      name: nameOf.get(row.account) ?? '',
      opening: formatEuro(row.opening),
      debit: formatEuro(row.debit),
      credit: formatEuro(row.credit),
      closing: formatEuro(row.closing),
    }));
    if (query.format === 'csv') {
      attachment(reply, `saldenliste-${fiscalYear}.csv`);
      return csvOf(items, [
        { heading: 'Konto', value: (row) => row.account },
        { heading: 'Bezeichnung', value: (row) => row.name },
        { heading: 'Anfangsbestand', value: (row) => germanEuro(row.opening) },
        { heading: 'Soll', value: (row) => germanEuro(row.debit) },
        { heading: 'Haben', value: (row) => germanEuro(row.credit) },
        { heading: 'Saldo', value: (row) => germanEuro(row.closing) },
      ]);
    }
    const sum = (pick: (row: (typeof rows)[number]) => bigint): string =>
      formatEuro(rows.reduce((total, row) => total + pick(row), 0n));
    return {
      fiscalYear,
      items,
      totals: {
        opening: sum((row) => row.opening),
        debit: sum((row) => row.debit),
        credit: sum((row) => row.credit),
        closing: sum((row) => row.closing),
      },
    };
  }
}

function attachment(reply: Reply, fileName: string): void {
  reply.type('text/csv; charset=utf-8').header('Content-Disposition', `attachment; filename="${fileName}"`);
}
