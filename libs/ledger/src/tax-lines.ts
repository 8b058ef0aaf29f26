import type { ClientTx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import type { EntryNo } from './accruals.store.js';
import type { Line } from './journal-entry.js';

/** What decides when tax arises or may be deducted. */
export interface TaxFacts {
  /** The last day of the supply; null: not known. */
  suppliedOn: LocalDate | null;
  /** The day of issue of the invoice. */
  issuedOn: LocalDate;
  /** The day on which the invoice came in; own invoices: that of issue. */
  receivedOn: LocalDate;
}

const endOfNextMonth = (day: LocalDate): LocalDate =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) + 1, 0)).toISOString().slice(0, 10);
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/**
 * The day in whose month a line's tax is declared.
 * - Own turnover: when it is supplied (§ 13(1) No 1 letter a UStG); services from the Union: likewise (§ 13b(1)).
 * - Owed as the recipient otherwise, and acquisitions: with the issue of the invoice, at the latest at the end of the month after the
 *   supply (§ 13b(2), § 13(1) No 6). What is deducted of it goes with it (§ 15(1) sentence 1 No 3 and 4).
 * - Deducted from invoices: when the supply has been made and the invoice is there (§ 15(1) sentence 1 No 1).
 * @param usage of the tax key; an `…-input` of the recipient's tax is given the usage of what is owed
 */
export function taxPointOf(
  usage: 'supply' | 'union-service' | 'recipient' | 'input',
  { suppliedOn, issuedOn, receivedOn }: TaxFacts,
): LocalDate {
  const supplied = suppliedOn ?? issuedOn;
  switch (usage) {
    case 'supply':
    case 'union-service':
      return supplied;
    case 'recipient':
      return earlier(issuedOn, endOfNextMonth(supplied));
    case 'input':
      return later(supplied, receivedOn);
  }
}

/** Notes for an entry's taxed lines in which month each is declared. Without a note it is the booking date's. */
export async function noteTaxPoints(
  tx: ClientTx,
  entry: EntryNo,
  lines: readonly Pick<Line, 'tax'>[],
  pointOf: (code: string) => LocalDate,
): Promise<void> {
  const taxed = lines.flatMap((line, index) => (line.tax ? [{ no: index + 1, day: pointOf(line.tax.code) }] : []));
  if (taxed.length === 0) return;
  await tx.query(
    `insert into tax_line (client_id, fiscal_year, entry_no, line_no, tax_point)
     select $1, $2, $3, n, day from unnest($4::int[], $5::date[]) t (n, day)`,
    [tx.clientId, entry.fiscalYear, entry.entryNo, taxed.map((line) => line.no), taxed.map((line) => line.day)],
  );
}
