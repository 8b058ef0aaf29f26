import type { LocalDate } from '@lib/kernel';

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

/** A year is as open as its most open period. */
export function stateOf(periods: readonly Pick<Period, 'state'>[]): PeriodState {
  return PERIOD_STATES.find((state) => periods.some((period) => period.state === state)) ?? 'open';
}
