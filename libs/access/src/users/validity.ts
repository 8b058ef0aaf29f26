import type { LocalDate } from '@lib/kernel';
import { accessProblems } from '../problems.js';

const dayBefore = (day: LocalDate): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/**
 * The last day of something that begins on `validFrom`. What has not begun before today can be called off: any earlier day
 * then means that it never took effect.
 * @throws Problem ValidityReversed for a last day before the first of something that was in force
 */
export function lastDay<T extends LocalDate | null | undefined>(
  validFrom: LocalDate,
  validTo: T,
  today: LocalDate,
): T | LocalDate {
  if (validTo == null || validTo >= validFrom) return validTo;
  if (validFrom >= today) return dayBefore(validFrom);
  throw accessProblems.ValidityReversed({ validFrom, validTo }, '/validTo');
}
