import type { LocalDate } from '@lib/kernel';

const DAY_MS = 86_400_000;
const msOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(msOf(date) + days * DAY_MS).toISOString().slice(0, 10);

export const dateOf = (year: number, month: number, day: number): LocalDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const BANK_HOLIDAYS = new Set(['01-01', '05-01', '12-25', '12-26']);

/** The day itself or the next one on which banks work. */
export function bankDay(date: LocalDate): LocalDate {
  for (let day = date; ; day = addDays(day, 1)) {
    const weekday = new Date(msOf(day)).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !BANK_HOLIDAYS.has(day.slice(5))) return day;
  }
}

/** The number of a day's bank statement: its day of the year. */
export const statementNo = (date: LocalDate): string =>
  `KA-${date.slice(0, 4)}-${String((msOf(date) - msOf(`${date.slice(0, 4)}-01-01`)) / DAY_MS + 1).padStart(3, '0')}`;
