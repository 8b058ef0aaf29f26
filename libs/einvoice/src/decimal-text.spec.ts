import fc from 'fast-check';
import { Amount, decimalOf, DecimalText, exact, Quantity } from './decimal-text.js';

test.each([
  ['1', '1'],
  ['+1.50', '1.5'],
  ['-0.005', '-0.005'],
  ['.5', '0.5'],
  ['5.', '5'],
  [' 7 ', '7'],
])('%p is the number %s', (raw, value) => {
  expect(decimalOf(raw)?.toFixed()).toBe(value);
});

test.each([
  '',
  '.',
  '-',
  '1,5',
  '1.234,50',
  '1 000',
  '\u00a07',
  '7\u2009',
  '1e3',
  'NaN',
  'Infinity',
  '0x10',
  '--1',
  '1.2.3',
  '9'.repeat(41),
])('%p is none', (raw) => {
  expect(decimalOf(raw)).toBeNull();
  expect(new DecimalText(raw)).toMatchObject({ raw, value: null });
});

test('the digits behind the point are counted as written', () => {
  expect(['1', '1.', '1.0', '1.00', '-0.123'].map((raw) => new DecimalText(raw).decimals)).toEqual([0, 0, 1, 2, 3]);
});

test('currency and unit are told apart from their absence', () => {
  expect([new Amount('1', 'EUR').currency, new Amount('1').currency]).toEqual(['EUR', null]);
  expect([new Quantity('1', 'C62').unit, new Quantity('1').unit]).toEqual(['C62', null]);
});

test('products of prices and quantities are exact, and halves go away from zero', () => {
  expect(exact('0.1').plus('0.2').toFixed()).toBe('0.3');
  expect(exact('2.005').toDecimalPlaces(2).toFixed(2)).toBe('2.01');
  expect(exact('-2.005').toDecimalPlaces(2).toFixed(2)).toBe('-2.01');
  const digits = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      const product = exact(`${a}e-4`).times(`${b}e-4`);
      expect(product.times('1e8').toFixed()).toBe(String(a * b));
    }),
  );
});
