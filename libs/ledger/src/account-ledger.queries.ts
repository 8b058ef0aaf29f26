import type { ClientTx } from '@lib/database';
import { formatEuro, isLocalDate, problems, yearOf } from '@lib/kernel';
import { type AccountSums, balanceOf, sumsAt, type View } from './balances.js';
import type { AccountLedgerDto, LedgerAccountDto } from './journal-answers.dto.js';
import type { EntryKind } from './journal-entry.js';
import { shownLine } from './journal.queries.js';
import { ledgerProblems } from './problems.js';

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
  for (const [name, date] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (yearOf(date) !== query.fiscalYear)
      throw ledgerProblems.OutsideFiscalYear({ date, year: query.fiscalYear }, `/${name}`);
  }
  if (from > to) throw ledgerProblems.EndsBeforeItBegins({ first: from, last: to }, '/from');
  const view = {
    fiscalYear: query.fiscalYear,
    knownOn: query.knownOn,
    product: query.product,
    account: query.cash ? undefined : query.account,
  };
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
    return {
      ...shownLine({ ...row, amount }),
      entryId: `${row.fiscalYear}-${row.entryNo}`,
      balance: formatEuro(balance),
    };
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
        ? writeCursor({
            date: end.bookingDate,
            year: end.fiscalYear,
            no: end.entryNo,
            line: end.lineNo,
            last,
            balance: balance.toString(),
          })
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
  openItem: { id: string; no: number } | null;
}

async function lastEntryNo(tx: ClientTx, fiscalYear: number): Promise<number> {
  const [year] = await tx.query<{ last: string }>(
    'select next_entry_no - 1 as last from fiscal_year where client_id = $1 and year = $2',
    [tx.clientId, fiscalYear],
  );
  return Number(year?.last ?? 0);
}

function ledgerLines(
  tx: ClientTx,
  query: AccountLedgerQuery,
  from: string,
  to: string,
  last: number,
  cursor?: Cursor,
): Promise<LedgerRow[]> {
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
       case when l.open_item is not null then (select json_build_object('id', o.id, 'no', o.no) from open_item o
         where o.client_id = l.client_id and o.id = l.open_item) end as "openItem",
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
