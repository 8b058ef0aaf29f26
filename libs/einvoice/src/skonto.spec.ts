import { growth, IN_PROPORTION } from '../../../test/support/growth.js';
import fc from 'fast-check';
import { Amount, DecimalText } from './decimal-text.js';
import { printSkonto, readSkonto, skontoAmount, skontoUntil, type SkontoStage } from './skonto.js';

const stage = (days: number, percentage: string, base: string | null = null): SkontoStage => ({
  days,
  percentage: new DecimalText(percentage),
  baseAmount: base === null ? null : new Amount(base),
});

test('stages, a base amount and free text beside them', () => {
  const terms =
    'Zahlbar ohne Abzug bis 30.11.\n#SKONTO#TAGE=7#PROZENT=3.00#\r\n#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=-100.50#\n';
  expect(readSkonto(terms)).toEqual({
    stages: [stage(7, '3.00'), stage(14, '2.00', '-100.50')],
    malformed: [],
    freeText: 'Zahlbar ohne Abzug bis 30.11.',
    suggestions: [],
  });
});

test.each([
  '#skonto#TAGE=14#PROZENT=2.00#',
  '#SKONTO#TAGE=14#PROZENT=2#',
  '#SKONTO#TAGE=14#PROZENT=2,00#',
  '#SKONTO#TAGE=-1#PROZENT=2.00#',
  '#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=1#',
  '#SKONTO#TAGE=14#PROZENT=2.00',
  '#VERZUG#TAGE=30#PROZENT=9.00#',
])('%s is meant as a stage and is none', (line) => {
  expect(readSkonto(`${line}\n`)).toMatchObject({ stages: [], malformed: [line], suggestions: [] });
});

test('nothing comes of nothing', () => {
  expect(readSkonto(null)).toEqual({ stages: [], malformed: [], freeText: '', suggestions: [] });
});

test.each([
  ['Bei Zahlung innerhalb 10 Tagen 3% Skonto, 30 Tage netto', 10, '3.00'],
  ['2,5 % Abzug bei Zahlung binnen 14 Kalendertagen.', 14, '2.50'],
  ['10 Tage 3% Skonto', 10, '3.00'],
  ['2.00 % Skonto innerhalb von 8 Tagen', 8, '2.00'],
])('free text only suggests: %s', (terms, days, percentage) => {
  const skonto = readSkonto(terms);
  expect(skonto.stages).toEqual([]);
  expect(skonto.suggestions).toEqual([expect.objectContaining({ days, percentage })]);
});

test.each([
  'Zahlbar ohne Abzug innerhalb 30 Tagen',
  '3% Skonto',
  '19 % USt, 30 Tage netto',
  '2% oder 3% Skonto binnen 10 Tagen',
])('what is not clear is not suggested: %s', (terms) => {
  expect(readSkonto(terms).suggestions).toEqual([]);
});

test('the amount is rounded to cents, half away from zero', () => {
  const of = (rate: string, base: string | null, payable: string | null) =>
    skontoAmount(stage(10, rate, base), payable === null ? null : new Amount(payable))?.toFixed(2);
  expect(of('2.00', null, '1234.25')).toBe('24.69'); // 24.685
  expect(of('2.00', null, '-1234.25')).toBe('-24.69');
  expect(of('2.00', '100.00', '1234.25')).toBe('2.00');
  expect(of('2.00', null, null)).toBeUndefined();
  expect(of('2.00', null, 'viel')).toBeUndefined();
});

test('the last day is counted from the invoice date', () => {
  expect(skontoUntil(stage(10, '2.00'), '2026-02-25')).toBe('2026-03-07');
  expect(skontoUntil(stage(0, '2.00'), '2026-12-31')).toBe('2026-12-31');
});

test('what is printed is read back', () => {
  const cents = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => (n / 100).toFixed(2));
  const percent = fc.integer({ min: 0, max: 9999 }).map((n) => (n / 100).toFixed(2));
  const stages = fc.array(fc.tuple(fc.nat({ max: 9999 }), percent, fc.option(cents)), { maxLength: 4 });
  // XRechnung's own expression, line by line, with the line break that it insists on.
  const official = /^#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/;
  fc.assert(
    fc.property(stages, (list) => {
      const wanted = list.map(([days, rate, base]) => stage(days, rate, base));
      const text = printSkonto(wanted);
      expect(readSkonto(text).stages).toEqual(wanted);
      for (const line of text.split('\n').slice(0, -1)) expect(line).toMatch(official);
      expect(text === '' || text.endsWith('#\n')).toBe(true);
    }),
  );
});

test.each<[string, (length: number) => string]>([
  ['digits and blanks', (length) => '1'.repeat(length) + ' % Skonto ' + ' '.repeat(length) + '9 Tage'],
  ['beginnings', (length) => '#SKONTO#TAGE='.repeat(length / 4)],
])('a hostile text of %s costs no more than reading it', async (_name, text) => {
  expect(await growth(200_000, text, readSkonto)).toBeLessThan(IN_PROPORTION);
});
