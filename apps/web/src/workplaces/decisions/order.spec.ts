import type { CodingLine, DecisionItem } from '../../api/document-types';
import { byDeadline, currentOf, followingOf, keyOf, linesOfShare } from './order';

const item = (id: string, dueOn: string, openedAt = '2026-03-01T08:00:00Z') =>
  ({ clientId: 1, document: { id }, task: { no: 1, dueOn, openedAt } }) as DecisionItem;
const a = item('a', '2026-03-04');
const b = item('b', '2026-03-02');
const c = item('c', '2026-03-05');
const d = item('d', '2026-03-05', '2026-02-01T08:00:00Z');

describe('what waits for a decision', () => {
  test('stands by deadline, of one day the longest waiting first', () => {
    expect([a, c, b, d].sort(byDeadline).map((one) => one.document.id)).toEqual(['b', 'a', 'd', 'c']);
  });

  test('the next one comes by itself, from the beginning once the end is reached', () => {
    const list = [b, a, d];
    expect(followingOf(list, keyOf(b))).toBe(keyOf(a));
    expect(followingOf(list, keyOf(d))).toBe(keyOf(b));
    expect(followingOf([b], keyOf(b))).toBeNull();
  });

  test('what was put off comes again only when nothing else is left', () => {
    const list = [b, a];
    expect(currentOf(list, null, new Set([keyOf(b)]))).toBe(a);
    expect(currentOf(list, null, new Set([keyOf(b), keyOf(a)]))).toBe(b);
    expect(currentOf(list, keyOf(b), new Set([keyOf(b)]))).toBe(b);
    expect(currentOf([], null, new Set())).toBeNull();
  });

  test('of a split document the own lines come first, the others apart; the whole is never cut', () => {
    const lines = ['Schule', 'Bauhof', 'Schule, Nachtrag', 'Rathaus'].map((text) => ({ text }) as CodingLine);
    const texts = (places: number[] | null) => {
      const { own, rest } = linesOfShare(lines, places);
      return [own.map((one) => one.text), rest.map((one) => one.text)];
    };
    expect(texts([0, 2])).toEqual([
      ['Schule', 'Schule, Nachtrag'],
      ['Bauhof', 'Rathaus'],
    ]);
    expect(texts(null)).toEqual([['Schule', 'Bauhof', 'Schule, Nachtrag', 'Rathaus'], []]);
    expect(texts([])).toEqual([['Schule', 'Bauhof', 'Schule, Nachtrag', 'Rathaus'], []]);
  });
});
