import fc from 'fast-check';
import { parseLeitwegId } from './leitweg-id.js';

test.each([
  ['04011000-1234512345-06', '04011000', '1234512345', '06'],
  ['991-33333TEST-33', '991', '33333TEST', '33'],
  ['05711-06001-79', '05711', '06001', '79'],
  ['05999001-RE01-10', '05999001', 'RE01', '10'],
  [' 05999001-re01-10\n', '05999001', 'RE01', '10'],
])('%s is right', (text, coarse, fine, check) => {
  expect(parseLeitwegId(text)).toMatchObject({ isLeitwegId: true, coarse, fine, check, valid: true });
});

test('a wrong one says what would be right, and why', () => {
  expect(parseLeitwegId('05999001-RE01-11')).toMatchObject({
    isLeitwegId: true,
    valid: false,
    expectedCheck: '10',
    explanation: {
      de: 'Die Prüfziffern 11 sind falsch: 98 − 88 (Rest bei Teilung durch 97) ergibt 10.',
      en: 'The check digits 11 are wrong: 98 − 88 (remainder on division by 97) gives 10.',
    },
  });
});

test.each([
  null,
  '',
  'Bestellung 4711',
  '1-2-3',
  '05999001',
  '05999001-RE 01-10',
  `05-${'A'.repeat(31)}-10`,
  '05-ÄÖ-10',
])('%p is another reference', (text) => {
  expect(parseLeitwegId(text)).toMatchObject({ isLeitwegId: false, valid: false, coarse: null, expectedCheck: null });
});

const digit = fc.constantFrom(...'0123456789');
const letter = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const coarse = fc.array(digit, { minLength: 2, maxLength: 12 }).map((list) => list.join(''));
const fine = fc.option(fc.array(letter, { minLength: 1, maxLength: 30 }).map((list) => list.join('')));

test('exactly one pair of check digits fits, and a swapped or changed digit is found', () => {
  fc.assert(
    fc.property(coarse, fine, fc.nat(), (front, middle, at) => {
      const start = middle === null ? front : `${front}-${middle}`;
      const expected = parseLeitwegId(`${start}-00`).expectedCheck!;
      fc.pre(`${start}-${expected}`.length <= 46);
      const right = `${start}-${expected}`;
      expect(parseLeitwegId(right)).toMatchObject({ valid: true, coarse: front, fine: middle });
      const all = Array.from({ length: 97 }, (_, n) => `${start}-${String(n + 2).padStart(2, '0')}`);
      expect(all.filter((id) => parseLeitwegId(id).valid)).toEqual([right]);
      const place = at % front.length;
      const changed = front.slice(0, place) + ((Number(front[place]) + 1) % 10) + front.slice(place + 1);
      expect(parseLeitwegId(right.replace(front, changed)).valid).toBe(false);
    }),
  );
});
