import { addMonths, type Cents, dayOf, lastOfMonth, type LocalDate, monthOf, split, yearOf } from '@lib/kernel';

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
