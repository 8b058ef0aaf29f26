import type { LocalDate } from './local-date.js';

const BERLIN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** Where time comes from, so that a test can choose it. The legal day is the day in Europe/Berlin. */
export class Clock {
  now(): Date {
    return new Date();
  }

  today(): LocalDate {
    return BERLIN.format(this.now());
  }
}
