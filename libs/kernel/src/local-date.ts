/** A calendar day in the legal time zone (Europe/Berlin), written `YYYY-MM-DD`. Compares correctly as text. */
export type LocalDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const fromParts = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;

/** Number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** True for a day that exists (`2026-02-29` does not) between the years 1900 and 2199. */
export function isLocalDate(text: unknown): text is LocalDate {
  const match = typeof text === 'string' ? SHAPE.exec(text) : null;
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));
export const dayOf = (date: LocalDate): number => Number(date.slice(8, 10));

/** The same day `months` later; a day that the month lacks becomes its last (31.01. + 1 month = 28.02.). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return fromParts(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** The last day of the month that `date` lies in. */
export function lastOfMonth(date: LocalDate): LocalDate {
  return fromParts(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)));
}
