import { yearOf } from '@lib/kernel';
import { type EntryWish, type Line, MAX_LINES } from '@lib/ledger';

export interface ImportOptions {
  /** Opening balances and cash flows are booked on this day. */
  bookingDate: string;
  /** Only the year was said. */
  ofYear: boolean;
  /** The account of liquid funds that published figures are booked on. */
  liquidAccount: string;
}

/** The account that stands between the parts when there are more lines than one entry may have. */
const OPENING_ACCOUNT = '8011';
const TEXT = 'Eröffnungsbilanz';

/** One opening entry; more than {@link MAX_LINES} lines become several, each closed by the opening account. */
export function entriesOf(
  lines: readonly { line: Line; at: number }[],
  options: ImportOptions,
): { wish: EntryWish; at: number[] }[] {
  const wish = (part: Line[]): EntryWish => ({
    fiscalYear: yearOf(options.bookingDate),
    period: 0,
    bookingDate: options.bookingDate,
    kind: 'opening',
    text: TEXT,
    reference: '',
    lines: part,
  });
  if (lines.length <= MAX_LINES) return [{ wish: wish(lines.map(({ line }) => line)), at: lines.map(({ at }) => at) }];
  const entries: { wish: EntryWish; at: number[] }[] = [];
  for (let start = 0; start < lines.length; start += MAX_LINES - 1) {
    const part = lines.slice(start, start + MAX_LINES - 1);
    const own = part.map(({ line }) => line);
    const sum = own.reduce((total, line) => total + line.amount, 0n);
    if (sum !== 0n)
      own.push({
        account: OPENING_ACCOUNT,
        product: null,
        costCentre: null,
        cashAccount: null,
        amount: -sum,
        text: '',
      });
    entries.push({ wish: wish(own), at: part.map(({ at }) => at) });
  }
  return entries;
}
