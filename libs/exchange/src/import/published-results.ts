import { type Cents, formatEuro, yearOf } from '@lib/kernel';
import { type StatementLine, UNASSIGNED_PRODUCT } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import type { Line } from '@lib/ledger';
import type { Findings } from './findings.js';
import type { ImportBook } from './import-book.js';
import type { ImportEntry, Notes } from './import-entry.js';
import type { ImportOptions } from './opening-entries.js';
import { Columns, readCsv } from './read-csv.js';
import {
  compareSums,
  type Published,
  type PublishedKey,
  PUBLISHED_COLUMNS,
  readRow,
} from './published-balance-sheet.js';

/** Where the other side of a result stands: claims for what is still to come in, other liabilities for what is still to be paid. */
const CLAIMS = 'A2.2.3';
const LIABILITIES = 'P4.7';
const TEXT = 'Veröffentlichte Ergebnisrechnung';

/**
 * Reads an Ergebnisrechnung as municipalities publish it (`line,label,prior_year,budget,actual`). What the books lack of a line is
 * booked on the first account that feeds it, or the one that a column `account` names: payments that have come in before are not
 * counted twice. The other side, a stand-in like that of published payments, is named by a column `contra` or taken from the claims
 * and other liabilities. Sums are not booked but compared.
 */
export async function* publishedResults(
  source: AsyncIterable<Buffer>,
  findings: Findings,
  book: ImportBook,
  options: ImportOptions,
  notes: Notes,
  tx: ClientTx,
): AsyncGenerator<ImportEntry[]> {
  const { head, rows } = await readCsv(source, findings, () => false);
  const columns = new Columns<PublishedKey>(head, PUBLISHED_COLUMNS, ['line', 'actual'], 'all others');
  const form = new Map(book.results.map((line) => [line.code, line]));
  const published = new Map<string, Published>();
  for await (const group of rows) for (const row of group) readRow(row, columns, form, published, findings);
  if (findings.any) return;
  const leaves = new Map([...published].filter(([code]) => form.get(code)!.formula.length === 0));
  compareSums(book.results, form, published, leaves, columns.name('actual'), findings, notes);
  if (findings.any) return;
  const there = await bookedResults(tx, yearOf(options.bookingDate));
  const entries = [...leaves].flatMap(([code, line]) => {
    const own = form.get(code)!;
    if (isBooked(own)) return entryOf(own, line, there.get(code) ?? 0n, columns, book, options, findings, notes) ?? [];
    if (line.amount !== 0n)
      notes.warnings.push({
        line: line.at,
        column: columns.name('actual'),
        code: 'LineNotBooked',
        params: { value: code },
      });
    return [];
  });
  if (!findings.any && entries.length > 0) yield entries;
}

/** Lines below the result are set off against equity and those of the plan have no accounts: neither is booked. */
const isBooked = (line: StatementLine): boolean => line.kind === 'line' && line.accounts.length > 0;

/** What the books have on each line of the Ergebnisrechnung of a year, earnings positive, without closing entries. */
async function bookedResults(tx: ClientTx, year: number): Promise<Map<string, Cents>> {
  const rows = await tx.query<{ line: string; sum: string }>(
    `select a.statement_line as line, sum(b.credit - b.debit) as sum
     from account_balance b join account a on a.client_id = b.client_id and a.number = b.account
     where b.client_id = $1 and b.fiscal_year = $2 and b.period between 1 and 12 and a.kind in ('revenue', 'expense')
     group by 1`,
    [tx.clientId, year],
  );
  return new Map(rows.map(({ line, sum }) => [line, BigInt(sum)]));
}

function entryOf(
  line: StatementLine,
  { at, amount, account: named, contra: against, product }: Published,
  there: Cents,
  columns: Columns<PublishedKey>,
  book: ImportBook,
  options: ImportOptions,
  findings: Findings,
  notes: Notes,
): ImportEntry | undefined {
  const account = named === '' ? book.accountOfLine(line.code) : book.account(named);
  if (!account || account.statementLine !== line.code) {
    if (!account && named === '') findings.add(at, columns.name('line'), 'NoAccountForLine', { value: line.code });
    else if (!account) findings.add(at, columns.name('account'), 'AccountUnknown', { value: named });
    else {
      const params = { value: named, line: account.statementLine, expected: line.code };
      findings.add(at, columns.name('account'), 'AccountOfOtherLine', params);
    }
    return undefined;
  }
  const signed = account.kind === 'expense' ? -amount : amount;
  const rest = signed - there;
  if (rest === 0n) return undefined;
  const contra = against === '' ? book.accountOfLine(rest > 0n ? CLAIMS : LIABILITIES) : book.account(against);
  if (!contra) {
    if (against === '') findings.add(at, columns.name('line'), 'NoContraAccount', { value: account.number });
    else findings.add(at, columns.name('contra'), 'AccountUnknown', { value: against });
    return undefined;
  }
  const params = { value: line.code, amount: formatEuro(rest), target: contra.number };
  if (there !== 0n) notes.warnings.push({ line: at, column: columns.name('actual'), code: 'RestAgainst', params });
  const side = (number: string, cents: Cents): Line => ({
    account: number,
    product: product || UNASSIGNED_PRODUCT,
    costCentre: null,
    cashAccount: null,
    amount: cents,
    text: '',
  });
  return {
    wish: {
      fiscalYear: yearOf(options.bookingDate),
      period: Number(options.bookingDate.slice(5, 7)),
      bookingDate: options.bookingDate,
      kind: 'regular',
      text: `${TEXT}: ${line.label}`.slice(0, 500),
      reference: '',
      lines: [side(account.number, -rest), side(contra.number, rest)],
    },
    idempotencyKey: null,
    place: (pointer) => {
      const [, , index, field] = pointer.split('/');
      const key = field === 'product' ? 'product' : index === '1' ? 'contra' : 'actual';
      return { line: at, column: columns.name(key) };
    },
  };
}
