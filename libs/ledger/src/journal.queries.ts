import type { ClientTx } from '@lib/database';
import { formatEuro, isLocalDate, problems, yearOf } from '@lib/kernel';
import { type AccountSums, balanceOf, sumsAt, type View } from './balances.js';
import type { AccountLedgerDto, JournalDto, JournalEntryDto, LedgerAccountDto } from './journal-answers.dto.js';
import type { EntryKind } from './journal-entry.js';
import { ledgerProblems } from './problems.js';

export interface EntryFilter {
  fiscalYear?: number;
  from?: string;
  to?: string;
  account?: string;
  product?: string;
  costCentre?: string;
  kind?: string;
  q?: string;
  amount?: string;
  author?: string;
  knownOn?: string;
  order?: 'asc' | 'desc';
  limit: number;
  after?: string;
}

/** `known`: a reversal recorded later does not show. */
const entryColumns = (known = ''): string => `e.fiscal_year || '-' || e.entry_no as id, e.fiscal_year as "fiscalYear", e.entry_no::int as "entryNo", e.period,
  e.booking_date as "bookingDate", e.recorded_at as "recordedAt", e.kind, e.text, e.reference, e.source, e.author, e.author_name as "authorName",
  e.total, e.reverses_year || '-' || e.reverses_no as reverses, e.reason, encode(e.chain_hash, 'hex') as "chainHash",
  (select r.fiscal_year || '-' || r.entry_no from journal_entry r where r.client_id = e.client_id
     and r.reverses_year = e.fiscal_year and r.reverses_no = e.entry_no ${known}) as "reversedBy"`;

const LINE_COLUMNS = `l.line_no as "lineNo", l.account, a.name as "accountName", l.product, p.name as "productName",
  l.cost_centre as "costCentre", l.cash_account as "cashAccount", c.name as "cashAccountName", l.amount, l.text`;

interface EntryRow {
  id: string;
  fiscalYear: number;
  entryNo: number;
  period: number;
  bookingDate: string;
  recordedAt: string;
  kind: EntryKind;
  text: string;
  reference: string;
  source: string;
  author: string;
  authorName: string;
  total: string;
  reverses: string | null;
  reversedBy: string | null;
  reason: string;
  chainHash: string;
}

interface LineRow {
  fiscalYear: number;
  entryNo: number;
  lineNo: number;
  account: string;
  accountName: string;
  product: string | null;
  productName: string | null;
  costCentre: string | null;
  cashAccount: string | null;
  cashAccountName: string | null;
  amount: string;
  text: string;
}

const shownEntry = ({ author, authorName, total, ...entry }: EntryRow, lines: LineRow[]): JournalEntryDto => ({
  ...entry,
  author: { id: author, name: authorName },
  total: formatEuro(total),
  lines: lines.map(({ fiscalYear: _year, entryNo: _no, ...line }) => shownLine(line)),
});

function shownLine<T extends { amount: string }>({ amount, ...line }: T) {
  const debit = !amount.startsWith('-');
  return { ...line, debit: debit ? formatEuro(amount) : null, credit: debit ? null : formatEuro(amount.slice(1)) };
}

/** Reads an entry's address, `2026-17`. @throws Problem NotFound when it is none */
export function readEntryId(id: string): { fiscalYear: number; entryNo: number } {
  const match = /^(\d{4})-(\d{1,12})$/.exec(id);
  if (!match) throw problems.NotFound();
  return { fiscalYear: Number(match[1]), entryNo: Number(match[2]) };
}

/** The `next` of a page of entries is the address of its last one. */
function readPlace(after: string): { fiscalYear: number; entryNo: number } {
  if (!/^\d{4}-\d{1,12}$/.test(after)) throw problems.InvalidField({ reason: 'after' }, '/after');
  return readEntryId(after);
}

/** One entry with its lines and names. @throws Problem NotFound */
export async function entryById(tx: ClientTx, id: string): Promise<JournalEntryDto> {
  const { fiscalYear, entryNo } = readEntryId(id);
  const [row] = await tx.query<EntryRow>(
    `select ${entryColumns()} from journal_entry e where e.client_id = $1 and e.fiscal_year = $2 and e.entry_no = $3`,
    [tx.clientId, fiscalYear, entryNo],
  );
  if (!row) throw problems.NotFound();
  return (await withLines(tx, [row]))[0]!;
}

/** Entries by number, newest first unless `order` says otherwise, with their lines. */
export async function entries(tx: ClientTx, filter: EntryFilter): Promise<JournalDto> {
  const parameters: unknown[] = [tx.clientId];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const where = ['e.client_id = $1'];
  const lines: string[] = [];
  if (filter.fiscalYear !== undefined) where.push(`e.fiscal_year = ${bind(filter.fiscalYear)}`);
  if (filter.from) where.push(`e.booking_date >= ${bind(filter.from)}`);
  if (filter.to) where.push(`e.booking_date <= ${bind(filter.to)}`);
  if (filter.kind) where.push(`e.kind = ${bind(filter.kind)}`);
  if (filter.author) where.push(`e.author = ${bind(filter.author)}::uuid`);
  if (filter.amount) where.push(`e.total = ${bind(filter.amount)}`);
  const known = filter.knownOn ? bind(filter.knownOn) : undefined;
  if (known) where.push(`e.recorded_at <= ${known}`);
  if (filter.q) {
    const pattern = bind(`%${filter.q.replace(/[\\%_]/g, '\\$&')}%`);
    where.push(`(e.text ilike ${pattern} or e.reference ilike ${pattern} or e.fiscal_year || '-' || e.entry_no = ${bind(filter.q.trim())})`);
  }
  if (filter.account) lines.push(`(l.account = ${bind(filter.account)} or l.cash_account = ${bind(filter.account)})`);
  if (filter.product) lines.push(`l.product = ${bind(filter.product)}`);
  if (filter.costCentre) lines.push(`l.cost_centre = ${bind(filter.costCentre)}`);
  if (lines.length > 0) {
    where.push(`exists (select from journal_line l where l.client_id = e.client_id and l.fiscal_year = e.fiscal_year
      and l.entry_no = e.entry_no and ${lines.join(' and ')})`);
  }
  const ascending = filter.order === 'asc';
  if (filter.after) {
    const { fiscalYear, entryNo } = readPlace(filter.after);
    where.push(`(e.fiscal_year, e.entry_no) ${ascending ? '>' : '<'} (${bind(fiscalYear)}, ${bind(entryNo)})`);
  }
  const direction = ascending ? 'asc' : 'desc';
  const rows = await tx.query<EntryRow>(
    `select ${entryColumns(known && `and r.recorded_at <= ${known}`)} from journal_entry e where ${where.join(' and ')}
     order by e.fiscal_year ${direction}, e.entry_no ${direction} limit ${bind(filter.limit + 1)}`,
    parameters,
  );
  const page = rows.slice(0, filter.limit);
  return { items: await withLines(tx, page), next: rows.length > filter.limit ? page.at(-1)!.id : null };
}

async function withLines(tx: ClientTx, rows: EntryRow[]): Promise<JournalEntryDto[]> {
  const lines = await tx.query<LineRow>(
    `select l.fiscal_year as "fiscalYear", l.entry_no::int as "entryNo", ${LINE_COLUMNS}
     from unnest($2::smallint[], $3::bigint[]) as w (year, no)
     join journal_line l on l.client_id = $1 and l.fiscal_year = w.year and l.entry_no = w.no
     join account a on a.client_id = $1 and a.number = l.account
     left join account c on c.client_id = $1 and c.number = l.cash_account
     left join product p on p.client_id = $1 and p.code = l.product
     order by l.fiscal_year, l.entry_no, l.line_no`,
    [tx.clientId, rows.map((row) => row.fiscalYear), rows.map((row) => row.entryNo)],
  );
  const byEntry = new Map<string, LineRow[]>();
  for (const line of lines) {
    const id = `${line.fiscalYear}-${line.entryNo}`;
    const known = byEntry.get(id);
    if (known) known.push(line);
    else byEntry.set(id, [line]);
  }
  return rows.map((row) => shownEntry(row, byEntry.get(row.id) ?? []));
}

export interface AccountLedgerQuery extends View {
  /** The account, or with `cash` the cash-flow account, whose lines are shown. */
  account: string;
  cash?: boolean;
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  after?: string | undefined;
}

interface Cursor {
  date: string;
  year: number;
  no: number;
  line: number;
  /** The last entry number when the first page was read. */
  last: number;
  balance: string;
}

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

function readCursor(text: string): Cursor {
  try {
    const cursor = JSON.parse(Buffer.from(text, 'base64url').toString()) as Cursor;
    if (isLocalDate(cursor.date) && [cursor.year, cursor.no, cursor.line, cursor.last].every(Number.isSafeInteger)) {
      return { ...cursor, balance: BigInt(cursor.balance).toString() };
    }
  } catch {
    // falls through: whatever is wrong with it, it is no cursor of ours
  }
  throw problems.InvalidField({ reason: 'after' }, '/after');
}

/** The lines of an account in booking order with the running balance; the opening balance is what stood before `from`. */
export async function accountLedger(tx: ClientTx, query: AccountLedgerQuery): Promise<AccountLedgerDto> {
  const [account] = await tx.query<LedgerAccountDto>(
    'select number, name, side from account where client_id = $1 and number = $2',
    [tx.clientId, query.account],
  );
  if (!account) throw problems.NotFound();
  const from = query.from ?? `${query.fiscalYear}-01-01`;
  const to = [query.to, query.asOf, `${query.fiscalYear}-12-31`].filter((date) => date !== undefined).sort()[0]!;
  for (const [name, date] of [['from', from], ['to', to]] as const) {
    if (yearOf(date) !== query.fiscalYear) throw ledgerProblems.OutsideFiscalYear({ date, year: query.fiscalYear }, `/${name}`);
  }
  if (from > to) throw ledgerProblems.EndsBeforeItBegins({ first: from, last: to }, '/from');
  const view = { fiscalYear: query.fiscalYear, knownOn: query.knownOn, product: query.product, account: query.cash ? undefined : query.account };
  const total = (sums: AccountSums[]) =>
    sums
      .filter((one) => !query.cash || one.cashAccount === query.account)
      .reduce(
        (all, one) => ({
          balance: all.balance + (query.cash ? one.debit - one.credit : balanceOf(one)),
          opening: all.opening + (query.cash ? 0n : balanceOf({ ...one, debit: 0n, credit: 0n })),
          debit: all.debit + one.debit,
          credit: all.credit + one.credit,
        }),
        { balance: 0n, opening: 0n, debit: 0n, credit: 0n },
      );
  const atEnd = total(await sumsAt(tx, { ...view, asOf: to }));
  const yearBegins = from <= `${query.fiscalYear}-01-01`;
  const before = yearBegins ? undefined : total(await sumsAt(tx, { ...view, asOf: dayBefore(from) }));
  // Opening entries (period 0) are the opening balance itself, whatever their date in the year.
  const opening = before ? before.balance - before.opening + atEnd.opening : atEnd.opening;

  const cursor = query.after ? readCursor(query.after) : undefined;
  // Whatever is posted while somebody turns the pages is not in them: the running balance goes on from page to page.
  const last = cursor?.last ?? (await lastEntryNo(tx, query.fiscalYear));
  const rows = await ledgerLines(tx, query, from, to, last, cursor);
  let balance = cursor ? BigInt(cursor.balance) : opening;
  const page = rows.slice(0, query.limit);
  const items = page.map(({ amount, ...row }) => {
    balance += BigInt(amount);
    return { ...shownLine({ ...row, amount }), entryId: `${row.fiscalYear}-${row.entryNo}`, balance: formatEuro(balance) };
  });
  const end = page.at(-1);
  return {
    account,
    from,
    to,
    opening: formatEuro(opening),
    items,
    next:
      rows.length > query.limit && end
        ? writeCursor({ date: end.bookingDate, year: end.fiscalYear, no: end.entryNo, line: end.lineNo, last, balance: balance.toString() })
        : null,
    totals: {
      debit: formatEuro(atEnd.debit - (before?.debit ?? 0n)),
      credit: formatEuro(atEnd.credit - (before?.credit ?? 0n)),
      closing: formatEuro(atEnd.balance),
    },
  };
}

interface LedgerRow {
  fiscalYear: number;
  entryNo: number;
  lineNo: number;
  bookingDate: string;
  recordedAt: string;
  text: string;
  reference: string;
  kind: EntryKind;
  account: string;
  product: string | null;
  costCentre: string | null;
  cashAccount: string | null;
  contra: string | null;
  amount: string;
}

async function lastEntryNo(tx: ClientTx, fiscalYear: number): Promise<number> {
  const [year] = await tx.query<{ last: string }>('select next_entry_no - 1 as last from fiscal_year where client_id = $1 and year = $2', [
    tx.clientId,
    fiscalYear,
  ]);
  return Number(year?.last ?? 0);
}

function ledgerLines(tx: ClientTx, query: AccountLedgerQuery, from: string, to: string, last: number, cursor?: Cursor): Promise<LedgerRow[]> {
  const parameters: unknown[] = [tx.clientId, query.account, query.fiscalYear, from, to, last];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const known = query.knownOn
    ? `and l.entry_no <= (select entry_no_known_on($1, $3::smallint, ${bind(query.knownOn)}::timestamptz))`
    : '';
  const product = query.product
    ? `and l.product in (with recursive below as (select code from product where client_id = $1 and code = ${bind(query.product)}
        union all select p.code from product p join below b on p.client_id = $1 and p.parent = b.code) select code from below)`
    : '';
  const after = cursor
    ? `and (l.booking_date, l.fiscal_year, l.entry_no, l.line_no) >
        (${bind(cursor.date)}::date, ${bind(cursor.year)}::smallint, ${bind(cursor.no)}::bigint, ${bind(cursor.line)}::int)`
    : '';
  const column = query.cash ? 'cash_account' : 'account';
  return tx.query<LedgerRow>(
    `select l.fiscal_year as "fiscalYear", l.entry_no::int as "entryNo", l.line_no as "lineNo", l.booking_date as "bookingDate",
       e.recorded_at as "recordedAt", coalesce(nullif(l.text, ''), e.text) as text, e.reference, e.kind, l.product,
       l.cost_centre as "costCentre", l.cash_account as "cashAccount", l.account, l.amount,
       (select case when count(distinct o.account) = 1 then min(o.account) else 'diverse' end from journal_line o
         where o.client_id = l.client_id and o.fiscal_year = l.fiscal_year and o.entry_no = l.entry_no
           and (o.amount < 0) <> (l.amount < 0)) as contra
     from journal_line l
     join journal_entry e on e.client_id = l.client_id and e.fiscal_year = l.fiscal_year and e.entry_no = l.entry_no
     where l.client_id = $1 and l.${column} = $2 and l.fiscal_year = $3 and l.booking_date between $4 and $5 and l.period > 0
       and l.entry_no <= $6 ${known} ${product} ${after}
     order by l.booking_date, l.fiscal_year, l.entry_no, l.line_no
     limit ${bind(query.limit + 1)}`,
    parameters,
  );
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
