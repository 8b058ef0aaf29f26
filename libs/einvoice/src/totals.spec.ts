import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { xmlSamples } from '../../../test/support/einvoice-samples.js';
import { testEach } from '../../../test/support/samples.js';
import { ubl, type UblLine } from '../../../test/support/einvoice-text.js';
import { readEInvoice } from './read-einvoice.js';
import { checkTotals, type TotalsCheck } from './totals.js';

function check(text: string | Uint8Array): TotalsCheck {
  const reading = readEInvoice(typeof text === 'string' ? Buffer.from(text) : text);
  if (reading.outcome !== 'read') throw new Error(reading.fault.message.en);
  return checkTotals(reading.invoice);
}

const terms = (result: TotalsCheck) => result.differences.map(({ term, of }) => (of === null ? term : `${term} ${of}`));

describe('one invoice', () => {
  const lines: UblLine[] = [
    { quantity: '3', price: '33.333', rate: '19' },
    { quantity: '10', price: '7.25', base: '100', rate: '7', allowance: '0.10' },
  ];

  test('computed rightly has nothing to say', () => {
    expect(check(ubl(lines))).toEqual({ differences: [], unverified: [] });
  });

  test.each([
    ['LineExtensionAmount', 'BT-106'],
    ['AllowanceTotalAmount', 'BT-107'],
    ['TaxExclusiveAmount', 'BT-109'],
    ['TaxInclusiveAmount', 'BT-112'],
    ['PayableAmount', 'BT-115'],
  ])('one cent too much in %s is named as %s', (element, term) => {
    const text = ubl(lines, { totals: { [element]: (value) => value.plus('0.01') } });
    const found = check(text).differences.find((difference) => difference.term === term);
    expect(found).toMatchObject({ of: null, difference: '0.01' });
  });

  test('a difference shows the terms and says it in words', () => {
    const text = ubl(lines, { totals: { TaxExclusiveAmount: (value) => value.plus('1000') } });
    expect(check(text).differences).toContainEqual({
      term: 'BT-109',
      of: null,
      stated: '1100.63',
      computed: '100.63',
      difference: '1000.00',
      terms: [
        { term: 'BT-106', of: null, sign: '+', value: '100.63' },
        { term: 'BT-107', of: null, sign: '-', value: '0.00' },
        { term: 'BT-108', of: null, sign: '+', value: '0.00' },
      ],
      path: '/ubl:Invoice/cac:LegalMonetaryTotal',
      message: {
        de: 'Gesamtbetrag ohne Umsatzsteuer (BT-109): angegeben 1.100,63, errechnet 100,63, Differenz 1.000,00.',
        en: 'Total without VAT (BT-109): stated 1100.63, computed 100.63, difference 1000.00.',
      },
    });
  });

  test('the line shows quantity, price and base', () => {
    const text = ubl(lines).replace(
      '>100.00</cbc:LineExtensionAmount><cac:Item>',
      '>99.99</cbc:LineExtensionAmount><cac:Item>',
    );
    expect(check(text).differences[0]).toMatchObject({
      term: 'BT-131',
      of: '1',
      stated: '99.99',
      computed: '100.00',
      terms: [
        { term: 'BT-129', sign: '×', value: '3' },
        { term: 'BT-146', sign: '×', value: '33.333' },
      ],
      path: '/ubl:Invoice/cac:InvoiceLine[1]',
    });
  });

  test('a VAT amount wrong by less than the official tolerance is found', () => {
    const text = ubl(lines, { vat: (amount) => amount.plus('0.99') });
    expect(terms(check(text))).toEqual(['BT-117 S 19 %', 'BT-117 S 7 %']);
  });

  test('what cannot be read is not verified, and not called wrong', () => {
    const text = ubl(lines).replace('>33.333<', '>33,333<');
    expect(check(text)).toEqual({ differences: [], unverified: [{ term: 'BT-131', of: '1' }] });
  });
});

test('invoices computed by the same rules never differ, wrong ones always do', () => {
  const decimal = (max: number, places: number) =>
    fc.integer({ min: -max, max }).map((n) => (n / 10 ** places).toFixed(places));
  const line = fc.record({
    quantity: decimal(1_000_000, 3),
    price: fc.nat({ max: 10_000_000 }).map((n) => (n / 10_000).toFixed(4)),
    base: fc.constantFrom(undefined, '1', '10', '3'),
    rate: fc.constantFrom('19', '7', '0.00', '19.00'),
    allowance: fc.constantFrom(undefined, '0.01', '12.34'),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 500 }), (lines, cents) => {
      expect(check(ubl(lines))).toEqual({ differences: [], unverified: [] });
      const wrong = ubl(lines, { totals: { PayableAmount: (value) => value.minus(cents / 100) } });
      expect(terms(check(wrong))).toEqual(['BT-115']);
      const wrongTax = ubl(lines, { vat: (amount) => amount.plus(cents / 100) });
      expect(terms(check(wrongTax)).every((term) => term.startsWith('BT-117'))).toBe(true);
      expect(check(wrongTax).differences.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

const samples = xmlSamples().filter(({ expected }) => expected.invoice !== undefined);

describe('the samples', () => {
  // Which of our terms must complain where an official rule on sums does.
  const RULES: Record<string, string> = {
    'BR-CO-10': 'BT-106',
    'BR-CO-11': 'BT-107',
    'BR-CO-12': 'BT-108',
    'BR-CO-13': 'BT-109',
    'BR-CO-14': 'BT-110',
    'BR-CO-15': 'BT-112',
    'BR-CO-17': 'BT-117',
    'PEPPOL-EN16931-R120': 'BT-131',
  };
  const broken = samples.filter(({ expected }) => firedIn(expected).some((id) => RULES[id] !== undefined));

  test('there are wrong ones', () => expect(broken.length).toBeGreaterThan(5));

  testEach('%s: where an official rule objects to a sum, so do we', broken, ({ name, file, expected }) => {
    // Two VAT totals in one currency: no sum is wrong, the rule objects to their number.
    if (name.includes('no-multiple-bt-110')) return expect(check(readFileSync(file)).differences).toEqual([]);
    const found = new Set(check(readFileSync(file)).differences.map(({ term }) => term));
    const wanted = firedIn(expected).flatMap((id) => RULES[id] ?? []);
    expect([...found]).toEqual(expect.arrayContaining([...new Set(wanted)]));
  });

  const sound = samples.filter(({ name }) => /^own\/(?!.*fehler-co)/.test(name));
  testEach('%s is computed rightly', sound, ({ file }) => {
    expect(check(readFileSync(file)).differences).toEqual([]);
  });
});

function firedIn(expected: any): string[] {
  return Object.values(expected.validation?.rules ?? {}).flatMap((set: any) => Object.values(set).flat() as string[]);
}
