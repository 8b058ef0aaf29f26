import { spanOf } from './duration';

describe('how long a step took', () => {
  const from = '2026-03-02T08:00:00Z';
  test.each([
    ['2026-03-02T08:00:20Z', 0, 'minutes'],
    ['2026-03-02T08:45:00Z', 45, 'minutes'],
    ['2026-03-02T13:10:00Z', 5, 'hours'],
    ['2026-03-03T20:00:00Z', 36, 'hours'],
    ['2026-03-09T08:00:00Z', 7, 'days'],
  ] as const)('until %s: %d %s', (to, count, unit) => {
    expect(spanOf(from, to)).toEqual({ count, unit });
  });
  test('what is still open counts until now, and never backwards', () => {
    expect(spanOf(from, null, Date.parse('2026-03-02T09:30:00Z'))).toEqual({ count: 2, unit: 'hours' });
    expect(spanOf(from, '2026-03-01T08:00:00Z')).toEqual({ count: 0, unit: 'minutes' });
  });
});
