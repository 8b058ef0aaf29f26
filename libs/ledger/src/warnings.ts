import type { ClientTx } from '@lib/database';
import { type FieldRefusal, formatEuro, type LocalDate } from '@lib/kernel';
import type { Book, BookAccount, EntryWish } from './journal-entry.js';

/*
 * What a colleague would point at before an entry is posted. Nothing of it is forbidden, so nothing of it refuses.
 */

const FAR_AHEAD_DAYS = 62;
const FAR_BACK_DAYS = 400;
/** Of so many lines on an account one can say what is usual there … */
const ENOUGH_LINES = 20;
const LINES_LOOKED_AT = 500;
/** … and what is more than so many times the largest of them is not. */
const UNUSUAL_FACTOR = 10n;

const daysBetween = (from: LocalDate, to: LocalDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Warnings that follow from the entry and the chart alone, each with its pointer. */
export function warningsOf(entry: EntryWish, book: Book, today: LocalDate): FieldRefusal[] {
  const warnings: FieldRefusal[] = [];
  const warn = (pointer: string, code: string, params: FieldRefusal['params'] = {}): void => {
    warnings.push({ pointer, code, params });
  };
  const edge = entry.period === 0 || entry.period === 13;
  const ahead = daysBetween(today, entry.bookingDate);
  if (!edge && (ahead > FAR_AHEAD_DAYS || ahead < -FAR_BACK_DAYS))
    warn('/bookingDate', 'DateFarAway', { date: entry.bookingDate });
  if (entry.documentDate) {
    const before = daysBetween(entry.documentDate, entry.bookingDate);
    if (before < 0) warn('/documentDate', 'DocumentAfterBooking', { date: entry.documentDate });
    else if (before > FAR_BACK_DAYS) warn('/documentDate', 'DateFarAway', { date: entry.documentDate });
  }
  const accounts = entry.lines.map((line) => book.account(line.account));
  const liquid = accounts.some((account) => account?.liquid);
  entry.lines.forEach((line, index) => {
    const account = accounts[index];
    const cash = line.cashAccount === null ? undefined : book.account(line.cashAccount);
    if (cash && isAgainstTheGrain(cash, line.amount))
      warn(`/lines/${index}/cashAccount`, 'PaymentAgainstCashAccount', { value: line.cashAccount });
    if (!edge && liquid && account?.kind === 'equity')
      warn(`/lines/${index}/account`, 'EquityAgainstBank', { value: line.account });
  });
  return warnings;
}

/** Money that comes in on an account for what goes out, or the other way round; a refund is rarely meant. */
const isAgainstTheGrain = (cash: BookAccount, amount: bigint): boolean =>
  (cash.kind === 'outpayment' && amount > 0n) || (cash.kind === 'inpayment' && amount < 0n);

/** Warnings about amounts that are far from what the account usually sees. */
export async function unusualAmounts(tx: ClientTx, entry: EntryWish): Promise<FieldRefusal[]> {
  const accounts = [...new Set(entry.lines.map((line) => line.account))];
  const rows = await tx.query<{ account: string; lines: number; largest: string }>(
    `select a.account, count(*)::int as lines, max(abs(l.amount)) as largest
     from unnest($2::text[]) a (account)
     cross join lateral (select amount from journal_line where client_id = $1 and account = a.account
       order by booking_date desc limit ${LINES_LOOKED_AT}) l
     group by a.account`,
    [tx.clientId, accounts],
  );
  const usual = new Map(
    rows.filter((row) => row.lines >= ENOUGH_LINES).map((row) => [row.account, BigInt(row.largest)]),
  );
  return entry.lines.flatMap((line, index) => {
    const largest = usual.get(line.account);
    const amount = line.amount < 0n ? -line.amount : line.amount;
    if (largest === undefined || amount <= largest * UNUSUAL_FACTOR) return [];
    const params = { value: line.account, amount: formatEuro(amount), largest: formatEuro(largest) };
    return [{ pointer: `/lines/${index}/${line.amount > 0n ? 'debit' : 'credit'}`, code: 'AmountUnusual', params }];
  });
}
