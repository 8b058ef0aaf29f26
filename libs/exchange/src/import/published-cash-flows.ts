import { yearOf } from '@lib/kernel';
import { type Account, UNASSIGNED_PRODUCT } from '@lib/clients';
import type { Line } from '@lib/ledger';
import type { Findings } from './findings.js';
import type { ImportBook } from './import-book.js';
import type { ImportEntry, Notes } from './import-entry.js';
import type { ImportOptions } from './opening-entries.js';
import { Columns, readCsv, type Row } from './read-csv.js';
import { readAmount } from './read-values.js';

const COLUMNS = {
  account: ['Konto', 'Finanzrechnungskonto'],
  name: ['Bezeichnung'],
  statement_line: ['Zeile'],
  amount_eur: ['Betrag', 'amount'],
  contra: ['Gegenkonto'],
  product: ['Produkt'],
} as const;
type Key = keyof typeof COLUMNS;

const isCash = (account: Account): boolean => account.kind === 'inpayment' || account.kind === 'outpayment';

/**
 * Reads the payments of a year by account of class 6 and 7 as the statistics publish them
 * (`account,name,statement_line,amount_eur`). Each row is an entry: liquid funds, carrying the cash-flow account, against the
 * account that such a payment belongs to. A negative amount is a refund. Without a column `product` the payments stand under the
 * product for what belongs to none.
 */
export async function* publishedCashFlows(
  source: AsyncIterable<Buffer>,
  findings: Findings,
  book: ImportBook,
  options: ImportOptions,
  notes: Notes,
): AsyncGenerator<ImportEntry[]> {
  const { head, rows } = await readCsv(source, findings);
  const columns = new Columns<Key>(head, COLUMNS, ['account', 'amount_eur'], 'all others');
  for await (const group of rows) {
    yield group.flatMap((row) => entryOf(row, columns, findings, book, options, notes) ?? []);
  }
}

function entryOf(
  row: Row,
  columns: Columns<Key>,
  findings: Findings,
  book: ImportBook,
  options: ImportOptions,
  notes: Notes,
): ImportEntry | undefined {
  const number = columns.of(row, 'account');
  const cash = book.account(number);
  const refuse = (key: Key, code: string, value: string): undefined =>
    void findings.add(row.line, columns.name(key), code, { value: value.slice(0, 40) });
  if (!cash) return refuse('account', 'AccountUnknown', number);
  if (!isCash(cash) || !cash.postable) return refuse('account', 'CashAccountUnknown', number);
  const named = columns.of(row, 'contra');
  const contra = named === '' ? book.contraOf(cash) : book.account(named);
  if (!contra)
    return named === '' ? refuse('account', 'NoContraAccount', number) : refuse('contra', 'AccountUnknown', named);

  const text = columns.of(row, 'amount_eur');
  const read = readAmount(text);
  if (!read.ok) return refuse('amount_eur', read.error, text);
  if (read.value === 0n) return undefined;

  const line = columns.of(row, 'statement_line');
  if (line !== '' && line !== cash.statementLine) {
    const params = { value: number, given: line.slice(0, 20), expected: cash.statementLine };
    notes.warnings.push({ line: row.line, column: columns.name('statement_line'), code: 'OtherStatementLine', params });
  }
  const amount = cash.kind === 'inpayment' ? read.value : -read.value;
  const product = columns.of(row, 'product') || UNASSIGNED_PRODUCT;
  const bank: Line = {
    account: options.liquidAccount,
    product,
    costCentre: null,
    cashAccount: number,
    amount,
    text: '',
  };
  const other: Line = {
    account: contra.number,
    product,
    costCentre: null,
    cashAccount: null,
    amount: -amount,
    text: '',
  };
  const fields: Record<string, Key> = {
    cashAccount: 'account',
    debit: 'amount_eur',
    credit: 'amount_eur',
    product: 'product',
  };
  return {
    wish: {
      fiscalYear: yearOf(options.bookingDate),
      period: Number(options.bookingDate.slice(5, 7)),
      bookingDate: options.bookingDate,
      kind: 'regular',
      text: cash.name.slice(0, 500),
      reference: '',
      lines: [bank, other],
    },
    idempotencyKey: null,
    place: (pointer) => ({ line: row.line, column: columns.name(fields[pointer.split('/')[3] ?? ''] ?? 'account') }),
  };
}
