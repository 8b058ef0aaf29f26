import fc from 'fast-check';
import { formatEuro, MAX_CENTS, parseEuro, parseGermanEuro, split } from './money.js';

const AMOUNT = fc.bigInt(-MAX_CENTS, MAX_CENTS);

describe('an amount in euros', () => {
  it('comes back from its text to the cent', () => {
    fc.assert(fc.property(AMOUNT, (cents) => expect(parseEuro(formatEuro(cents))).toEqual({ ok: true, value: cents })));
  });

  it('is written with two decimals and no separators', () => {
    expect([0n, 5n, -5n, 100n, -123_456n, MAX_CENTS].map(formatEuro)).toEqual([
      '0.00',
      '0.05',
      '-0.05',
      '1.00',
      '-1234.56',
      '99999999999.99',
    ]);
  });

  it.each([
    '',
    ' ',
    '1,50',
    '1.000,50',
    '+1',
    '1e3',
    '0x10',
    '1 000',
    '.5',
    '1.',
    '--1',
    '∞',
    'NaN',
    '１',
    '1.5 ',
    '-',
  ])('%j is none', (text) => expect(parseEuro(text)).toEqual({ ok: false, error: 'NotAnAmount' }));

  it('has at most two decimals and stays within its range', () => {
    expect(parseEuro('1.005')).toEqual({ ok: false, error: 'TooManyDecimals' });
    expect(parseEuro('1.500')).toEqual({ ok: false, error: 'TooManyDecimals' });
    expect(parseEuro('99999999999.99')).toEqual({ ok: true, value: MAX_CENTS });
    expect(parseEuro('100000000000.00')).toEqual({ ok: false, error: 'AmountOutOfRange' });
    expect(parseEuro('-100000000000')).toEqual({ ok: false, error: 'AmountOutOfRange' });
  });

  it('is read as German files write it', () => {
    const read = (text: string): string => {
      const amount = parseGermanEuro(text);
      return amount.ok ? formatEuro(amount.value) : amount.error;
    };
    expect(['1.234,50', '1234,5', '-3', '−3,10', '1234.50', ' 7,00 ', '1.234', '12.345.678,90'].map(read)).toEqual([
      '1234.50',
      '1234.50',
      '-3.00',
      '-3.10',
      '1234.50',
      '7.00',
      '1234.00',
      '12345678.90',
    ]);
    expect(['1,234.50', '1.23.4', '1,2,3', '1.234,567'].map(read)).toEqual([
      'NotAnAmount',
      'NotAnAmount',
      'NotAnAmount',
      'TooManyDecimals',
    ]);
  });
});

describe('splitting', () => {
  const WEIGHTS = fc
    .array(fc.bigInt(0n, 10_000n), { minLength: 1, maxLength: 40 })
    .filter((weights) => weights.some((weight) => weight > 0n));

  it('loses nothing, and no part is more than a cent off its share', () => {
    fc.assert(
      fc.property(AMOUNT, WEIGHTS, (amount, weights) => {
        const parts = split(amount, weights);
        const total = weights.reduce((sum, weight) => sum + weight, 0n);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount);
        parts.forEach((part, index) => {
          const off = part * total - amount * weights[index]!;
          expect(off < total && off > -total).toBe(true);
          if (weights[index] === 0n) expect(part).toBe(0n);
        });
      }),
    );
  });

  it('gives the cents that remain to the last parts, and mirrors for what goes the other way', () => {
    expect(split(100n, [1n, 1n, 1n])).toEqual([33n, 33n, 34n]);
    expect(split(-100n, [1n, 1n, 1n])).toEqual([-33n, -33n, -34n]);
  });

  it('needs a positive weight', () => {
    expect(() => split(100n, [])).toThrow(RangeError);
    expect(() => split(100n, [0n])).toThrow(RangeError);
    expect(() => split(100n, [2n, -1n])).toThrow(RangeError);
  });
});
