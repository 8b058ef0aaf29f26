import { type LocalDate, lastOfMonth } from '@lib/kernel';

export const PERIOD_STATES = ['open', 'soft-closed', 'closed'] as const;
/** `soft-closed`: only people who may close and reopen periods still post. */
export type PeriodState = (typeof PERIOD_STATES)[number];

export interface Period {
  /** 0 opening balances, 1–12 months, 13 closing entries. */
  period: number;
  state: PeriodState;
  startsOn: LocalDate;
  endsOn: LocalDate;
  version: number;
}

/** The Haushaltsjahr is the calendar year (§ 78(4) GO NRW). */
export const startOf = (year: number): LocalDate => `${year}-01-01`;
export const endOf = (year: number): LocalDate => `${year}-12-31`;

/** The periods of a new year. Opening and closing entries may bear any day of the year. */
export function periodsOf(year: number): Pick<Period, 'period' | 'startsOn' | 'endsOn'>[] {
  return Array.from({ length: 14 }, (_, period) => {
    if (period === 0 || period === 13) return { period, startsOn: startOf(year), endsOn: endOf(year) };
    const startsOn = `${year}-${String(period).padStart(2, '0')}-01`;
    return { period, startsOn, endsOn: lastOfMonth(startsOn) };
  });
}

/** A year is as open as its most open period. */
export function stateOf(periods: readonly Pick<Period, 'state'>[]): PeriodState {
  return PERIOD_STATES.find((state) => periods.some((period) => period.state === state)) ?? 'open';
}
