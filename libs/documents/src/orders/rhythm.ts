import { addMonths, type LocalDate, monthOf, yearOf } from '@lib/kernel';

export const RHYTHMS = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const;
export type Rhythm = keyof typeof RHYTHMS;

/** The date after `day` in a rhythm, counted from the first, so that the 31st stays the 31st; null past the last. */
export function dateAfter(
  day: LocalDate,
  { rhythm, first, last }: { rhythm: Rhythm; first: LocalDate; last: LocalDate | null },
): LocalDate | null {
  const step = RHYTHMS[rhythm];
  const months = (yearOf(day) - yearOf(first)) * 12 + monthOf(day) - monthOf(first);
  const next = addMonths(first, (Math.floor(months / step) + 1) * step);
  return last !== null && next > last ? null : next;
}
