import { type Cents, formatEuro } from '@lib/kernel';
import type { StatementLine } from '@lib/clients';
import type { Line } from '@lib/ledger';
import type { Findings } from './findings.js';
import type { ImportBook } from './import-book.js';
import type { ImportEntry, Notes } from './import-entry.js';
import { entriesOf, type ImportOptions } from './opening-entries.js';
import { Columns, type Head, type Row } from './read-csv.js';
import { readAmount } from './read-values.js';

/** Columns of a published statement. */
export const PUBLISHED_COLUMNS = {
  line: ['Zeile'],
  label: ['Bezeichnung'],
  prior_year: ['Vorjahr'],
  budget: ['Ansatz'],
  actual: ['Ist', 'Ergebnis'],
  account: ['Konto'],
  contra: ['Gegenkonto'],
  product: ['Produkt'],
} as const;
export type PublishedKey = keyof typeof PUBLISHED_COLUMNS;
type Key = PublishedKey;

/** Published sums are rounded one by one to whole euros; up to this they may differ from the sum of their lines. */
const ROUNDING: Cents = 500n;
/** Takes what rounding leaves between the two sides. */
const ROUNDING_LINE = 'P4.7';
const ASSETS = 'AS';
const LIABILITIES = 'PS';

/** A line as it was published. */
export interface Published {
  at: number;
  amount: Cents;
  account: string;
  contra: string;
  product: string;
}

/**
 * Reads a balance sheet as municipalities publish it (`line,label,prior_year,budget,actual`) into an opening entry. Every line
 * that accounts feed is booked on the first account that feeds it, or the one that a column `account` names. Sums are not
 * booked but compared. A sum that the file does not break down is booked on the last line below it.
 */
export async function* publishedBalanceSheet(
  head: Head,
  rows: AsyncGenerator<Row[]>,
  findings: Findings,
  book: ImportBook,
  options: ImportOptions,
  notes: Notes,
): AsyncGenerator<ImportEntry[]> {
  const columns = new Columns<Key>(head, PUBLISHED_COLUMNS, ['line', 'actual'], 'all others');
  const sheet = new Map(book.balanceSheet.map((line) => [line.code, line]));
  const published = new Map<string, Published>();
  for await (const group of rows) for (const row of group) readRow(row, columns, sheet, published, findings);
  if (findings.any) return;

  const actual = columns.name('actual');
  const amounts = breakDown(book.balanceSheet, sheet, published, columns, notes);
  compareSums(book.balanceSheet, sheet, published, amounts, actual, findings, notes);
  const lines = bookLines(book, sheet, amounts, published, columns, findings);
  balance(lines, book, actual, findings, notes);
  if (findings.any || lines.length === 0) return;

  yield entriesOf(lines, options).map(({ wish, at }) => ({
    wish,
    idempotencyKey: null,
    place: (pointer: string) => {
      const [, , index, field] = pointer.split('/');
      return {
        line: (index !== undefined && at[Number(index)]) || null,
        column: field === 'account' || field === 'openItem' ? columns.name('account') : actual,
      };
    },
  }));
}

/** Takes one line of the file, held against the lines of the form. */
export function readRow(
  row: Row,
  columns: Columns<Key>,
  sheet: Map<string, StatementLine>,
  into: Map<string, Published>,
  findings: Findings,
): void {
  const code = columns.of(row, 'line');
  const text = columns.of(row, 'actual');
  if (!sheet.has(code))
    return findings.add(row.line, columns.name('line'), 'StatementLineUnknown', { value: code.slice(0, 40) });
  if (into.has(code)) return findings.add(row.line, columns.name('line'), 'StatementLineTwice', { value: code });
  if (text === '') return;
  const amount = readAmount(text);
  if (!amount.ok) return findings.add(row.line, columns.name('actual'), amount.error, { value: text.slice(0, 40) });
  const account = columns.of(row, 'account');
  if (account !== '' && !/^\d{1,10}$/.test(account)) {
    return findings.add(row.line, columns.name('account'), 'NotAnAccountNumber', { value: account.slice(0, 40) });
  }
  const [contra, product] = [columns.of(row, 'contra'), columns.of(row, 'product')];
  into.set(code, { at: row.line, amount: amount.value, account, contra, product });
}

const isSum = (line: StatementLine): boolean => line.formula.length > 0;

/** The amount of each line that accounts feed, given or - where the file stops at a sum - taken from that sum. */
function breakDown(
  order: readonly StatementLine[],
  sheet: Map<string, StatementLine>,
  published: Map<string, Published>,
  columns: Columns<Key>,
  notes: Notes,
): Map<string, Published> {
  const amounts = new Map<string, Published>();
  const given = (line: StatementLine): boolean =>
    line.formula.some(({ code }) => published.has(code) || given(sheet.get(code)!));
  for (const line of order) {
    const own = published.get(line.code);
    if (!own) continue;
    if (!isSum(line)) amounts.set(line.code, own);
    else if (own.amount !== 0n && !given(line)) {
      const last = lastLeaf(line, sheet);
      amounts.set(last.code, own);
      notes.warnings.push({
        line: own.at,
        column: columns.name('line'),
        code: 'NotBrokenDown',
        params: { value: line.code, target: last.code },
      });
    }
  }
  return amounts;
}

function lastLeaf(line: StatementLine, sheet: Map<string, StatementLine>): StatementLine {
  const parts = line.formula.map(({ code }) => sheet.get(code)!);
  const last = parts.findLast((part) => isSum(part) || part.accounts.length > 0);
  return last ? lastLeaf(last, sheet) : line;
}

/** A sum of the form is what its lines come to; small differences are rounding and noted. */
export function compareSums(
  order: readonly StatementLine[],
  sheet: Map<string, StatementLine>,
  published: Map<string, Published>,
  amounts: Map<string, Published>,
  column: string,
  findings: Findings,
  notes: Notes,
): void {
  const sumOf = (line: StatementLine): Cents =>
    isSum(line)
      ? line.formula.reduce((sum, { sign, code }) => sum + BigInt(sign) * sumOf(sheet.get(code)!), 0n)
      : (amounts.get(line.code)?.amount ?? 0n);
  for (const line of order.filter(isSum)) {
    const own = published.get(line.code);
    if (!own) continue;
    const sum = sumOf(line);
    const difference = own.amount - sum;
    if (difference === 0n) continue;
    const params = {
      value: line.code,
      given: formatEuro(own.amount),
      sum: formatEuro(sum),
      difference: formatEuro(difference),
    };
    if (difference <= ROUNDING && difference >= -ROUNDING)
      notes.warnings.push({ line: own.at, column, code: 'SumRounded', params });
    else findings.add(own.at, column, 'SumDiffers', params);
  }
  const [assets, liabilities] = [ASSETS, LIABILITIES].map((code) => published.get(code)?.amount);
  if (assets !== undefined && liabilities !== undefined && assets !== liabilities) {
    const params = { assets: formatEuro(assets), liabilities: formatEuro(liabilities) };
    findings.add(published.get(LIABILITIES)!.at, column, 'SidesDiffer', params);
  }
}

function bookLines(
  book: ImportBook,
  sheet: Map<string, StatementLine>,
  amounts: Map<string, Published>,
  published: Map<string, Published>,
  columns: Columns<Key>,
  findings: Findings,
): { line: Line; at: number }[] {
  const lines: { line: Line; at: number }[] = [];
  for (const [code, { at, amount, account: named }] of amounts) {
    if (amount === 0n) continue;
    const account = named === '' ? book.accountOfLine(code) : book.account(named);
    if (!account) {
      if (named === '') findings.add(at, columns.name('line'), 'NoAccountForLine', { value: code });
      else findings.add(at, columns.name('account'), 'AccountUnknown', { value: named });
    } else if (account.statementLine !== code) {
      findings.add(at, columns.name('account'), 'AccountOfOtherLine', {
        value: named,
        line: account.statementLine,
        expected: code,
      });
    } else {
      const label = published.get(code) ? sheet.get(code)!.label : '';
      const signed = code.startsWith('A') ? amount : -amount;
      lines.push({
        line: {
          account: account.number,
          product: null,
          costCentre: null,
          cashAccount: null,
          amount: signed,
          text: label.slice(0, 500),
        },
        at,
      });
    }
  }
  return lines;
}

/** Both sides must be equal; a difference that rounding explains goes to the other liabilities. */
function balance(
  lines: { line: Line; at: number }[],
  book: ImportBook,
  column: string,
  findings: Findings,
  notes: Notes,
): void {
  const sum = lines.reduce((total, { line }) => total + line.amount, 0n);
  if (sum === 0n || findings.any) return;
  const debit = lines.reduce((total, { line }) => (line.amount > 0n ? total + line.amount : total), 0n);
  const params = { assets: formatEuro(debit), liabilities: formatEuro(debit - sum), difference: formatEuro(sum) };
  const account = book.accountOfLine(ROUNDING_LINE);
  if (sum > 2n * ROUNDING || sum < -2n * ROUNDING || !account) return findings.add(null, column, 'SidesDiffer', params);
  const text = 'Rundungsdifferenz der veröffentlichten Zahlen';
  lines.push({
    line: { account: account.number, product: null, costCentre: null, cashAccount: null, amount: -sum, text },
    at: 0,
  });
  notes.warnings.push({ line: null, column, code: 'RoundingBooked', params: { ...params, value: account.number } });
}
