import { formatDay, formatInstant, parseTypedDay } from './dates';

describe('dates', () => {
  test.each([
    ['3112', '2026-12-31'],
    ['31.12.', '2026-12-31'],
    ['31.12', '2026-12-31'],
    ['1.2.', '2026-02-01'],
    ['311225', '2025-12-31'],
    ['31.12.25', '2025-12-31'],
    ['31122025', '2025-12-31'],
    ['2025-12-31', '2025-12-31'],
    ['7', '2026-03-07'],
    ['.', '2026-03-15'],
  ])('reads %s as typed', (typed, day) => {
    expect(parseTypedDay(typed, 2026, '2026-03-15')).toBe(day);
  });

  test.each(['3013x', '3002', '31.02.', '32.1.', '', 'x'])('refuses %s', (typed) => {
    expect(parseTypedDay(typed, 2026, '2026-03-15')).toBeNull();
  });

  test('are written as in Germany', () => {
    expect(formatDay('2026-12-31')).toBe('31.12.2026');
    expect(formatInstant('2026-12-31T23:30:00.000000Z')).toBe('01.01.2027 00:30');
  });
});
