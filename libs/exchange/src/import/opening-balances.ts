import { type Cents, formatEuro, yearOf } from '@lib/kernel';
import type { Line } from '@lib/ledger';
import type { Findings } from './findings.js';
import { holdingAccountOf } from './holding-accounts.js';
import type { ImportBook } from './import-book.js';
import type { ImportEntry, Notes } from './import-entry.js';
import { entriesOf, type ImportOptions } from './opening-entries.js';
import { publishedBalanceSheet } from './published-balance-sheet.js';
import { Columns, fold, type Head, readCsv, type Row } from './read-csv.js';
import { isFormula, readAmount, unescaped } from './read-values.js';

const COLUMNS = {
  account: ['Konto', 'Sachkonto'],
  debit: ['Soll'],
  credit: ['Haben'],
  product: ['Produkt'],
  costCentre: ['Kostenstelle'],
  text: ['Text'],
} as const;
type Key = keyof typeof COLUMNS;
const IGNORED = ['name', 'Bezeichnung'];
/** Reads opening balances: by account, or by line of a published balance sheet; the head tells which. */
export async function* openingBalances(
  source: AsyncIterable<Buffer>,
  findings: Findings,
  book: ImportBook,
  options: ImportOptions,
  notes: Notes,
): AsyncGenerator<ImportEntry[]> {
  // A published balance sheet proves itself by its sums; a list of accounts must show that it was not cut off.
  const isPublished = (names: readonly string[]): boolean =>
    names.some((name) => fold(name) === 'line' || fold(name) === 'zeile');
  const { head, rows } = await readCsv(source, findings, (names) => !isPublished(names));
  if (isPublished(head.names)) {
    yield* publishedBalanceSheet(head, rows, findings, book, options, notes);
  } else {
    // A published sheet is that of the last day; balances by account are what the year begins with.
    const bookingDate = options.ofYear ? `${yearOf(options.bookingDate)}-01-01` : options.bookingDate;
    yield* byAccount(head, rows, findings, book, { ...options, bookingDate }, notes);
  }
}

async function* byAccount(
  head: Head,
  rows: AsyncGenerator<Row[]>,
  findings: Findings,
  book: ImportBook,
  options: ImportOptions,
  notes: Notes,
): AsyncGenerator<ImportEntry[]> {
  const columns = new Columns<Key>(head, COLUMNS, ['account', 'debit', 'credit'], IGNORED);
  const lines: { line: Line; at: number }[] = [];
  for await (const group of rows) {
    for (const row of group) {
      const line = balanceLine(row, columns, findings);
      if (line) lines.push({ line: held(line, row.line, columns.name('account'), book, notes), at: row.line });
    }
  }
  const sum = lines.reduce((total, { line }) => total + line.amount, 0n);
  if (sum !== 0n) {
    const debit = lines.reduce((total, { line }) => (line.amount > 0n ? total + line.amount : total), 0n);
    const difference = formatEuro(sum < 0n ? -sum : sum);
    findings.add(null, columns.name('debit'), 'Unbalanced', {
      debit: formatEuro(debit),
      credit: formatEuro(debit - sum),
      difference,
    });
  }
  if (sum !== 0n || lines.length === 0) return;
  yield entriesOf(lines, options).map(({ wish, at }) => ({
    wish,
    idempotencyKey: null,
    place: (pointer: string) => {
      const [, , index, field] = pointer.split('/');
      // Opening balances name no open items: what lacks one is the wrong account.
      const key = (field === 'openItem' ? 'account' : field) as Key | undefined;
      return {
        line: (index !== undefined && at[Number(index)]) || null,
        column: key && key in COLUMNS ? columns.name(key) : null,
      };
    },
  }));
}

/** The balance of a control account stands on the account above it until its open items are taken over. */
function held(line: Line, at: number, column: string, book: ImportBook, notes: Notes): Line {
  const account = book.account(line.account);
  const holding = account?.control ? holdingAccountOf(account, book.account) : undefined;
  if (!holding) return line;
  notes.warnings.push({
    line: at,
    column,
    code: 'HeldForItems',
    params: { value: line.account, target: holding.number },
  });
  return { ...line, account: holding.number };
}

function balanceLine(row: Row, columns: Columns<Key>, findings: Findings): Line | undefined {
  const before = findings.count;
  const amountOf = (key: 'debit' | 'credit'): Cents => {
    const text = columns.of(row, key);
    const amount = text === '' ? undefined : readAmount(text);
    if (amount && !amount.ok) findings.add(row.line, columns.name(key), amount.error, { value: text.slice(0, 40) });
    return amount?.ok ? amount.value : 0n;
  };
  const amount = amountOf('debit') - amountOf('credit');
  const account = columns.of(row, 'account');
  if (!/^\d{1,10}$/.test(account))
    findings.add(row.line, columns.name('account'), 'NotAnAccountNumber', { value: account });
  const text = columns.raw(row, 'text');
  if (isFormula(text)) findings.add(row.line, columns.name('text'), 'Formula', { value: text.slice(0, 40) });
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (text.length > 500 || /[\u0000-\u001f\u007f]/.test(text))
    findings.add(row.line, columns.name('text'), 'ControlCharacter');
  const codeOf = (key: 'product' | 'costCentre'): string | null => {
    const code = columns.of(row, key);
    if (code !== '' && !/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/.test(code)) {
      findings.add(row.line, columns.name(key), 'NotACode', { value: code.slice(0, 40) });
    }
    return code || null;
  };
  const [product, costCentre] = [codeOf('product'), codeOf('costCentre')];
  if (amount === 0n || findings.count > before) return undefined;
  return { account, product, costCentre, cashAccount: null, amount, text: unescaped(text) };
}
