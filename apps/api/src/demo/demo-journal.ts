import type { EntryKind, Line } from '@lib/ledger';
import { type Cents, type LocalDate, monthOf, yearOf } from '@lib/kernel';

/** An entry of the demonstration before it is posted. */
export interface DemoEntry {
  date: LocalDate;
  period: number;
  kind: EntryKind;
  text: string;
  reference: string;
  lines: Line[];
  /** Set where the entry was wrong: it is taken back on that day for that reason. */
  takenBack?: { date: LocalDate; reason: string };
}

interface Where {
  product?: string | undefined;
  costCentre?: string | undefined;
  /** Cash-flow account of a line on liquid funds. */
  cash?: string;
  text?: string;
}

/** A line in whole cents. */
export const debit = (account: string, amount: Cents, where: Where = {}): Line => ({
  account,
  amount,
  product: where.product ?? null,
  costCentre: where.costCentre ?? null,
  cashAccount: where.cash ?? null,
  text: where.text ?? '',
});
export const credit = (account: string, amount: Cents, where: Where = {}): Line => debit(account, -amount, where);

/** Collects entries in any order; {@link until} hands them out by date. */
export class DemoJournal {
  private readonly entries: DemoEntry[] = [];

  /** Lines of zero are left out; an entry without lines is none. */
  add(
    date: LocalDate,
    text: string,
    reference: string,
    lines: Line[],
    kind: 'regular' | 'opening' | 'closing' = 'regular',
  ): DemoEntry {
    const period = kind === 'opening' ? 0 : kind === 'closing' ? 13 : monthOf(date);
    const moving = lines.filter((line) => line.amount !== 0n);
    const entry: DemoEntry = { date, period, kind, text, reference, lines: withProducts(moving) };
    if (entry.lines.length > 0) this.entries.push(entry);
    return entry;
  }

  /** The sum of an account group over all entries of a year that are not taken back, debit positive. */
  sum(year: number, accounts: RegExp): Cents {
    return this.entries
      .filter((entry) => yearOf(entry.date) === year && !entry.takenBack)
      .flatMap((entry) => entry.lines)
      .reduce((sum, line) => (accounts.test(line.account) ? sum + line.amount : sum), 0n);
  }

  /** What was booked up to and on a day, oldest first. */
  until(today: LocalDate): DemoEntry[] {
    return this.entries
      .filter((entry) => entry.date <= today)
      .sort((a, b) => order(a) - order(b) || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }
}

/** Loans, interest and whatever else belongs to no single task (product area 16 of the frame). */
const GENERAL_FINANCE = '612.01';

/** Results and payments belong to a product: to that of the same entry, or to general finance. */
function withProducts(lines: readonly Line[]): Line[] {
  const own = lines.find((line) => line.product !== null)?.product ?? GENERAL_FINANCE;
  return lines.map((line) =>
    line.product === null && (/^[45]/.test(line.account) || line.cashAccount !== null)
      ? { ...line, product: own }
      : line,
  );
}

/** Opening entries come first and closing entries last in their year. */
const order = (entry: DemoEntry): number =>
  yearOf(entry.date) * 3 + (entry.kind === 'opening' ? 0 : entry.kind === 'closing' ? 2 : 1);
