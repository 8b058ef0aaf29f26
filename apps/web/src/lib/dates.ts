/** Calendar days as `YYYY-MM-DD`, shown as `31.12.2026`; instants in UTC, shown in the legal time of Germany. */
export type Day = string;

export function formatDay(day: Day | null | undefined): string {
  if (!day) return '';
  const [year, month, date] = day.slice(0, 10).split('-');
  return `${date}.${month}.${year}`;
}

const INSTANT = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const DAY_OF_INSTANT = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' });

export const formatInstant = (instant: string | null | undefined): string =>
  instant ? INSTANT.format(new Date(instant)).replace(', ', ' ') : '';

export const today = (): Day => DAY_OF_INSTANT.format(new Date());

/** So many days later. */
export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/**
 * Reads a typed date: `3112`, `31.12.`, `31.12`, `311226`, `31.12.2026`, `2026-12-31`, `31` (this month), `.` (today).
 * A missing year is taken from `year`, the fiscal year of the mask. Null if there is no such day.
 */
export function parseTypedDay(text: string, year: number, now: Day = today()): Day | null {
  const typed = text.trim();
  if (typed === '.') return now;
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return realDay(typed);
  const parts = splitParts(typed);
  if (!parts) return null;
  const [date, month, typedYear] = parts;
  const fullYear = typedYear ? expandYear(typedYear) : String(year);
  return realDay(`${fullYear}-${(month ?? now.slice(5, 7)).padStart(2, '0')}-${date!.padStart(2, '0')}`);
}

function splitParts(typed: string): string[] | null {
  const dotted = /^(\d{1,2})[.,/](\d{1,2})(?:[.,/](\d{4}|\d{2})?)?$/.exec(typed);
  if (dotted) return dotted.slice(1).filter((part) => part !== undefined);
  if (/^\d{1,2}\.?$/.test(typed)) return [typed.replace('.', '')];
  const run = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed);
  return run ? run.slice(1).filter((part) => part !== undefined) : null;
}

const expandYear = (typed: string): string => (typed.length === 4 ? typed : `20${typed}`);

function realDay(day: string): Day | null {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
