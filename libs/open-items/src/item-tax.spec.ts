import fc from 'fast-check';
import { type ItemTax, taxOfDiscount, taxOfPart } from './item-tax.js';

const input: ItemTax = { code: 'VST19', rate: '19.00', account: '1762', base: 10_000n, tax: 1_900n };
const owed: ItemTax = { code: 'UST13B-19', rate: '19.00', account: '3714', base: -10_000n, tax: -1_900n };
const deducted: ItemTax = { code: 'VST13B-19', rate: '19.00', account: '1762', base: 10_000n, tax: 950n };

describe('a discount takes its part of the tax (§ 17(1) UStG)', () => {
  it('three per cent of an invoice are three per cent of its input tax', () => {
    expect(taxOfDiscount([input], 357n, 11_900n)).toEqual([{ ...input, base: -300n, tax: -57n }]);
  });

  it('where the recipient owes the tax, both sides fall', () => {
    expect(taxOfDiscount([deducted, owed], 200n, 10_000n)).toEqual([
      { ...deducted, base: -200n, tax: -19n },
      { ...owed, base: 200n, tax: 38n },
    ]);
  });

  it('two parts are off by a cent at most, and the whole is the whole', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        (a, b, base, tax) => {
          const one = { ...input, base, tax };
          const whole = a + b;
          const sum = (pick: (part: ItemTax) => bigint): bigint =>
            [...taxOfPart([one], a, whole), ...taxOfPart([one], b, whole)].reduce(
              (total, part) => total + pick(part),
              0n,
            );
          const off = (got: bigint, wanted: bigint): bigint => (got < wanted ? wanted - got : got - wanted);
          expect(
            off(
              sum((part) => part.base),
              base,
            ),
          ).toBeLessThanOrEqual(1n);
          expect(
            off(
              sum((part) => part.tax),
              tax,
            ),
          ).toBeLessThanOrEqual(1n);
          expect(taxOfPart([one], whole, whole)).toEqual([one]);
        },
      ),
    );
  });
});
