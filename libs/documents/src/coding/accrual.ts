import { addMonths, type Cents, dayOf, lastOfMonth, type LocalDate, monthOf, split, yearOf } from '@lib/kernel';
import { type PlannedShare, restOf } from '@lib/ledger';
import { spread } from './spread.js';

/** Whole months from the first to the last day of a period, or null when it does not begin and end with months. */
export function wholeMonths(from: LocalDate, to: LocalDate): number | null {
  if (dayOf(from) !== 1 || to !== lastOfMonth(to)) return null;
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
}

/** Days from one day to another, both counted. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;
}

export interface Deferral {
  /** The part of the cost that belongs to later fiscal years. */
  amount: Cents;
  /** The days to which it belongs. */
  from: LocalDate;
  to: LocalDate;
  /** By what it was measured. */
  measure: 'months' | 'days';
}

/**
 * The part of an expense that belongs after the end of the fiscal year (§ 43(1) KomHVO NRW): by whole months where the
 * service period consists of whole months, otherwise by days. Null when nothing of it does.
 * @param yearEnd last day of the fiscal year in which the document is booked
 */
export function deferralOf(cost: Cents, from: LocalDate, to: LocalDate, yearEnd: LocalDate): Deferral | null {
  if (to <= yearEnd || to < from) return null;
  const first = from > yearEnd ? from : nextDay(yearEnd);
  const [all, later] = [wholeMonths(from, to), wholeMonths(first, to)];
  const measure = all !== null && later !== null ? 'months' : 'days';
  const whole = measure === 'months' ? all! : daysBetween(from, to);
  const part = measure === 'months' ? later! : daysBetween(first, to);
  const [amount] = split(cost, [BigInt(part), BigInt(whole - part)]);
  if (amount === undefined || amount === 0n) return null;
  return { amount, from: first, to, measure };
}

const nextDay = (day: LocalDate): LocalDate =>
  day === lastOfMonth(day)
    ? `${addMonths(`${day.slice(0, 8)}01`, 1).slice(0, 8)}01`
    : `${day.slice(0, 8)}${String(dayOf(day) + 1).padStart(2, '0')}`;

/** A plan that dissolves what an earlier document deferred, as far as it has not done so. */
export interface LivePlan {
  id: string;
  accrualAccount: string;
  /** Another one makes up for it already. */
  resting: boolean;
  shares: readonly PlannedShare[];
}

export interface TakenBackPlan {
  /** What moves the result on each date, the other way round. */
  shares: PlannedShare[];
  /** The plans that it makes up for to the cent, so that none of them need post any more. */
  settles: string[];
}

/**
 * Takes a part of what plans still defer back: on each of their dates its share, the other way round.
 * @param part signed like what they defer
 */
export function takenBack(plans: readonly LivePlan[], part: Cents): TakenBackPlan {
  const planned = plans.flatMap((plan) => plan.shares);
  const parts = spread(
    -part,
    planned.map((share) => share.amount),
  );
  const shares = planned
    .map((share, index) => ({ ...share, amount: parts[index]! }))
    .filter((share) => share.amount !== 0n);
  const whole = part === restOf(planned) && plans.every((plan) => !plan.resting);
  return { shares, settles: whole ? plans.map((plan) => plan.id) : [] };
}

/** The rest that plans still hold. */
export const heldBy = (plans: readonly LivePlan[]): Cents => restOf(plans.flatMap((plan) => plan.shares));

/**
 * How much of what is credited belongs to what is still deferred: as much as of the cost that still stands.
 * @param credited unsigned
 * @param standing what of the cost stands in the result now
 * @param deferred what of it is still deferred
 */
export function creditedLater(credited: Cents, standing: Cents, deferred: Cents): Cents {
  const whole = standing + deferred;
  if (deferred <= 0n || whole <= 0n) return 0n;
  if (credited >= whole) return deferred;
  return (credited * deferred + whole / 2n) / whole;
}
