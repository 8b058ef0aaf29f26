import fc from 'fast-check';
import { Clock } from './clock.js';
import { addMonths, dayOf, daysInMonth, isLocalDate, lastOfMonth, monthOf, yearOf } from './local-date.js';

const DAY = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2198-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it('every day of the calendar is one, and says its parts', () => {
  fc.assert(
    fc.property(DAY, (day) => {
      expect(isLocalDate(day)).toBe(true);
      expect([yearOf(day), monthOf(day), dayOf(day)]).toEqual(day.split('-').map(Number));
    }),
  );
});

it.each([
  '2026-02-29',
  '2100-02-29',
  '2026-04-31',
  '2026-00-10',
  '2026-13-01',
  '2026-1-1',
  '1899-12-31',
  '2200-01-01',
  '2026-01-01T00:00:00Z',
  ' 2026-01-01',
  '20260101',
  '',
  null,
  20260101,
])('%j is no day', (text) => expect(isLocalDate(text)).toBe(false));

it('months later it is the same day, or the last one where the month is shorter', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
  fc.assert(
    fc.property(DAY, fc.integer({ min: -24, max: 24 }), (day, months) => {
      const later = addMonths(day, months);
      expect(yearOf(later) * 12 + monthOf(later)).toBe(yearOf(day) * 12 + monthOf(day) + months);
      expect(dayOf(later)).toBe(Math.min(dayOf(day), daysInMonth(yearOf(later), monthOf(later))));
      expect(lastOfMonth(later) >= later).toBe(true);
    }),
  );
});

it('the legal day is the day in Berlin, in summer, in winter and at the turn of the year', () => {
  const dayAt = (instant: string): string =>
    new (class extends Clock {
      override now(): Date {
        return new Date(instant);
      }
    })().today();
  expect(dayAt('2026-12-31T22:59:59Z')).toBe('2026-12-31');
  expect(dayAt('2026-12-31T23:00:00Z')).toBe('2027-01-01');
  expect(dayAt('2026-06-30T21:59:59Z')).toBe('2026-06-30');
  expect(dayAt('2026-06-30T22:00:00Z')).toBe('2026-07-01');
});
