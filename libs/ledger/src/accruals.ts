import { type Cents, type LocalDate, parseEuro } from '@lib/kernel';
import type { StoredPlan } from './accruals.store.js';

/** A share of a plan that is still to come, as it moves the result: debit positive. */
export interface PlannedShare {
  date: LocalDate;
  account: string;
  product: string | null;
  costCentre: string | null;
  amount: Cents;
}

const cents = (value: unknown): Cents => {
  const read = parseEuro(value as string);
  return read.ok ? read.value : 0n;
};

/** What a plan still moves between the account of the deferral and the result, from its next date on. Their sum is its rest. */
export function remainingOf(plan: Pick<StoredPlan, 'instalments' | 'nextDate' | 'accrualAccount'>): PlannedShare[] {
  if (plan.nextDate === null) return [];
  return (plan.instalments ?? [])
    .filter(({ date }) => date >= plan.nextDate!)
    .flatMap(({ date, lines }) =>
      lines
        .filter((line) => line['account'] !== plan.accrualAccount)
        .map((line) => ({
          date,
          account: line['account'] as string,
          product: (line['product'] as string | undefined) ?? null,
          costCentre: (line['costCentre'] as string | undefined) ?? null,
          amount: line['debit'] == null ? -cents(line['credit']) : cents(line['debit']),
        })),
    );
}

/** Sum of shares: what stands on the account of the deferral for them. */
export const restOf = (shares: readonly Pick<PlannedShare, 'amount'>[]): Cents =>
  shares.reduce((sum, share) => sum + share.amount, 0n);
