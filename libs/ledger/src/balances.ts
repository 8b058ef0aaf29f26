import type { ClientTx } from '@lib/database';
import { type LocalDate, lastOfMonth, monthOf, yearOf } from '@lib/kernel';
import { ledgerProblems } from './problems.js';

/** From where the books are looked at: which year, up to which booking date, with the knowledge of which instant. */
export interface View {
  fiscalYear: number;
  /** Booking date up to which entries count; undefined = the whole fiscal year. */
  asOf?: LocalDate | undefined;
  /** Instant: entries recorded later are left out; undefined = now. */
  knownOn?: string | undefined;
  /** Product (or area, group) whose subtree alone counts. */
  product?: string | undefined;
  /** Only this account. */
  account?: string | undefined;
}

/** Sums of one account and cash-flow account in whole cents; debit positive. */
export interface AccountSums {
  account: string;
  /** '' where a line carries none. */
  cashAccount: string;
  /** All earlier fiscal years together. */
  prior: bigint;
  /** Opening entries (period 0) of the year. */
  opening: bigint;
  debit: bigint;
  credit: bigint;
  /** What of debit minus credit took the year's result to equity; a year's own results are what is left without it. */
  transferred: bigint;
}

interface Row {
  account: string;
  cash_account: string;
  prior: string;
  opening: string;
  debit: string;
  credit: string;
  transferred: string;
}

/** Instead of a product: what bears none. */
export const WITHOUT_PRODUCT = '-';
/** Under this period the kept balances hold what closing entries took from the results to equity. */
const TRANSFER = 14;
const KEPT_UNDER = `case when result_transfer then ${TRANSFER} else period end`;

/**
 * Sums per account as of a booking date, as known on an instant. Whole periods come from the kept balances; of the month
 * in which the date falls the lines are added up, and what was recorded after the instant is taken off again.
 */
export async function sumsAt(tx: ClientTx, view: View): Promise<AccountSums[]> {
  const parameters: unknown[] = [tx.clientId, view.fiscalYear];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const restOnly = view.product === WITHOUT_PRODUCT;
  const products = view.product === undefined || restOnly ? undefined : await subtree(tx, view.product);
  const productFilter = products
    ? `and product = any(${bind(products)}::text[])`
    : restOnly
      ? 'and product is null'
      : '';
  const accountFilter = view.account === undefined ? '' : `and account = ${bind(view.account)}`;
  const kept = `select client_id, account, cash_account, fiscal_year, period, debit, credit`;
  const table = products
    ? 'product_balance'
    : restOnly
      ? `(${kept} from account_balance union all
          ${kept.replace('debit, credit', '-debit, -credit')} from product_balance) without_product`
      : 'account_balance';
  const whole = `select account, cash_account, fiscal_year, period, debit, credit from ${table}
    where client_id = $1 ${products ? productFilter : ''} ${accountFilter}`;

  const parts = [`${whole} and fiscal_year < $2`];
  const asOf = view.asOf !== undefined && view.asOf < lastDay(view.fiscalYear) ? view.asOf : undefined;
  if (asOf === undefined) parts.push(`${whole} and fiscal_year = $2`);
  else if (yearOf(asOf) === view.fiscalYear) {
    const date = bind(asOf);
    const month = monthOf(asOf);
    const complete = asOf === lastOfMonth(asOf) ? month : month - 1;
    parts.push(`${whole} and fiscal_year = $2 and period between 1 and ${complete}`);
    parts.push(`select account, coalesce(cash_account, ''), fiscal_year, ${KEPT_UNDER}, greatest(amount, 0), greatest(-amount, 0)
      from journal_line where client_id = $1 and fiscal_year = $2 and period in (0, 13) and booking_date <= ${date}
      ${productFilter} ${accountFilter}`);
    if (complete < month) {
      parts.push(`select l.account, coalesce(l.cash_account, ''), l.fiscal_year, l.period, greatest(l.amount, 0), greatest(-l.amount, 0)
        from account a join lateral (select * from journal_line where client_id = a.client_id and account = a.number
          and booking_date between ${bind(`${asOf.slice(0, 8)}01`)} and ${date} and fiscal_year = $2 and period = ${month} ${productFilter}) l on true
        where a.client_id = $1 ${view.account === undefined ? '' : `and a.number = ${bind(view.account)}`}`);
    }
  } else return [];

  if (view.knownOn !== undefined) {
    const known = bind(view.knownOn);
    parts.push(`select account, coalesce(cash_account, ''), l.fiscal_year, ${KEPT_UNDER}, -greatest(amount, 0), -greatest(-amount, 0)
      from (select client_id, year, entry_no_known_on(client_id, year, ${known}::timestamptz) as last from fiscal_year
          where client_id = $1 and year <= $2 offset 0) y -- asked once a year, not once a line
        join journal_line l on l.client_id = y.client_id and l.fiscal_year = y.year and l.entry_no > y.last
      where y.client_id = $1 ${asOf === undefined ? '' : `and (y.year < $2 or l.booking_date <= ${bind(asOf)})`}
        ${productFilter} ${accountFilter}`);
  }

  const rows = await tx.query<Row>(
    `select account, cash_account,
       coalesce(sum(debit - credit) filter (where fiscal_year < $2), 0) as prior,
       coalesce(sum(debit - credit) filter (where fiscal_year = $2 and period = 0), 0) as opening,
       coalesce(sum(debit) filter (where fiscal_year = $2 and period > 0), 0) as debit,
       coalesce(sum(credit) filter (where fiscal_year = $2 and period > 0), 0) as credit,
       coalesce(sum(debit - credit) filter (where fiscal_year = $2 and period = ${TRANSFER}), 0) as transferred
     from (${parts.join(' union all ')}) s (account, cash_account, fiscal_year, period, debit, credit)
     group by account, cash_account order by account, cash_account`,
    parameters,
  );
  return rows.map((row) => ({
    account: row.account,
    cashAccount: row.cash_account,
    prior: BigInt(row.prior),
    opening: BigInt(row.opening),
    debit: BigInt(row.debit),
    credit: BigInt(row.credit),
    transferred: BigInt(row.transferred),
  }));
}

/** The year and date that a request means: the date decides the year unless one is named. @throws Problem when they disagree */
export function resolveView<T extends { fiscalYear?: number | undefined; asOf?: string | undefined }>(
  query: T,
  today: LocalDate,
): T & { fiscalYear: number } {
  const fiscalYear = query.fiscalYear ?? yearOf(query.asOf ?? today);
  if (query.asOf !== undefined && yearOf(query.asOf) !== fiscalYear) {
    throw ledgerProblems.OutsideFiscalYear({ date: query.asOf, year: fiscalYear }, '/asOf');
  }
  return { ...query, fiscalYear };
}

const lastDay = (year: number): LocalDate => `${year}-12-31`;

/** Codes of a product and everything below it; an unknown product has none. */
async function subtree(tx: ClientTx, product: string): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `with recursive below as (
       select code from product where client_id = $1 and code = $2
       union all
       select p.code from product p join below b on p.client_id = $1 and p.parent = b.code)
     select code from below`,
    [tx.clientId, product],
  );
  return rows.map((row) => row.code);
}

/** True where a balance carries over the year-end (classes 0–3); revenue, expense and closing accounts begin at zero. */
export const carriesOver = (account: string): boolean => account[0]! <= '3';

/** The balance of an account in a view: debit positive. */
export function balanceOf(sums: Pick<AccountSums, 'account' | 'prior' | 'opening' | 'debit' | 'credit'>): bigint {
  return (carriesOver(sums.account) ? sums.prior : 0n) + sums.opening + sums.debit - sums.credit;
}

export interface TrialBalanceRow {
  account: string;
  opening: bigint;
  debit: bigint;
  credit: bigint;
  closing: bigint;
}

/** Sums per account over all cash-flow accounts, with the opening balance carried over where the class does. */
export function trialBalance(sums: readonly AccountSums[]): TrialBalanceRow[] {
  const rows = new Map<string, TrialBalanceRow>();
  for (const one of sums) {
    const row = rows.get(one.account) ?? { account: one.account, opening: 0n, debit: 0n, credit: 0n, closing: 0n };
    row.opening += (carriesOver(one.account) ? one.prior : 0n) + one.opening;
    row.debit += one.debit;
    row.credit += one.credit;
    row.closing = row.opening + row.debit - row.credit;
    rows.set(one.account, row);
  }
  return [...rows.values()].filter((row) => row.opening !== 0n || row.debit !== 0n || row.credit !== 0n);
}
