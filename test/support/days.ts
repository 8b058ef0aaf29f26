const inBerlin = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' });

/** The legal day on which the tests run, as `YYYY-MM-DD`. */
export const today = inBerlin.format();
export const thisYear = Number(today.slice(0, 4));

/** `31.12.2026` as written on the screen. */
export const written = (day: string): string => day.split('-').reverse().join('.');
