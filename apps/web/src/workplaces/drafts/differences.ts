import type { EntryIn, LineIn } from '~/api/types';
import { formatDay } from '~/lib/dates';
import { formatMoney, fromApi } from '~/lib/money';

export interface Difference {
  field: 'bookingDate' | 'reference' | 'text' | 'line';
  lineNo?: number;
  mine: string;
  theirs: string;
}

/** What two clerks have made of one draft, field by field and line by line. */
export function differencesOf(mine: Partial<EntryIn>, theirs: Partial<EntryIn>): Difference[] {
  const head = (['bookingDate', 'reference', 'text'] as const).map((field) => {
    const show = (entry: Partial<EntryIn>) =>
      field === 'bookingDate' ? formatDay(entry[field]) : (entry[field] ?? '');
    return { field, mine: show(mine), theirs: show(theirs) };
  });
  const count = Math.max(mine.lines?.length ?? 0, theirs.lines?.length ?? 0);
  const lines = Array.from({ length: count }, (_, i) => ({
    field: 'line' as const,
    lineNo: i + 1,
    mine: inWords(mine.lines?.[i]),
    theirs: inWords(theirs.lines?.[i]),
  }));
  return [...head, ...lines].filter((one) => one.mine !== one.theirs);
}

function inWords(line: LineIn | undefined): string {
  if (!line) return '–';
  const amount = line.debit
    ? `S ${formatMoney(fromApi(line.debit))}`
    : line.credit
      ? `H ${formatMoney(fromApi(line.credit))}`
      : '';
  return [line.account, amount, line.product, line.costCentre, line.cashAccount, line.text].filter(Boolean).join(' · ');
}
