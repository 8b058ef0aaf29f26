import fc from 'fast-check';
import { checkTotals, readEInvoice, writeCii, writeUbl } from '@lib/einvoice';
import { wordsFor } from '@lib/kernel';
import { CASES, COMPANY, factsOf, line, NEIGHBOUR, SELLER } from '../../../test/support/own-invoices.js';
import { eInvoiceOf } from './e-invoice-of.js';
import type { InvoiceFacts } from './invoice-facts.js';
import { judged } from './make-files.js';
import { INVOICE_KINDS, type OwnInvoice, type OwnLine, totalsOf, VAT_CATEGORIES } from './own-invoice.js';
import { invoicingProblems } from './problems.js';
import { whatIsMissing } from './what-is-missing.js';

const missingIn = (facts: InvoiceFacts, active = true) =>
  whatIsMissing(facts.draft, facts.totals, {
    creditable: null,
    liableToVat: true,
    ...facts,
    buyer: { ...facts.buyer, active },
    buyerReference: facts.buyerReference || null,
    rates: ['19', '7'],
    cashAccounts: facts.draft.lines.map(() => '6411'),
  });

it.each(Object.entries(CASES))('nothing is missing, and no rule is broken: %s', (_, facts) => {
  expect(missingIn(facts)).toEqual([]);
  const invoice = eInvoiceOf(facts);
  for (const write of [writeUbl, writeCii]) expect(judged(write(invoice), '2026-03-16')).toEqual([]);
});

it('every refusal has its words', () => {
  for (const code of Object.keys(invoicingProblems))
    for (const language of ['de', 'en'] as const)
      expect(wordsFor(code, { value: 'x' }, language).detail).not.toBe(code);
});

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 40 });
/** Mostly what is right, now and then what is not. */
const mostly = <T>(good: T, ...bad: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: fc.constantFrom(good, ...bad) });
const day = fc.constantFrom('2026-01-01', '2026-02-28', '2026-03-16', '2026-04-15', '2027-01-31');
const word = fc.constantFrom(
  'Miete',
  'Nebenkosten',
  'Ä & <b>"x"</b>',
  'x'.repeat(200),
  '😀',
  '  ',
  'Zeile\nzwei',
  '#SKONTO#',
);
const decimal = (most: number): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(most), fc.constantFrom('', '.5', '.25', '.125', '.3333', '.0001')).map((parts) => parts.join(''));

const anyLine: fc.Arbitrary<OwnLine> = fc.record({
  text: word,
  description: maybe(word),
  quantity: fc.tuple(fc.constantFrom('', '', '', '-'), decimal(500)).map((parts) => parts.join('')),
  unit: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('C62', 'MON', 'HUR', 'LS') },
    { weight: 1, arbitrary: fc.constant('QQQ') },
  ),
  price: decimal(5000),
  vat: fc.record({
    category: fc.constantFrom(...VAT_CATEGORIES),
    rate: fc.constantFrom('0', '0', '7', '19', '19.00', '16'),
    reason: maybe(fc.constantFrom('Steuerfrei nach § 4 Nr. 12 UStG', ' ')),
  }),
  account: fc.constant('4411'),
  product: fc.constant(null),
  costCentre: fc.constant(null),
  serviceFrom: maybe(day),
  serviceTo: maybe(day),
});

/** Lines that could be meant: one category, its own rates. Most drafts are not nonsense. */
const sensible = fc
  .tuple(fc.constantFrom(...VAT_CATEGORIES), fc.array(anyLine, { minLength: 1, maxLength: 8 }))
  .map(([category, lines]) =>
    lines.map((one, index) => ({
      ...one,
      unit: 'C62',
      text: one.text.trim() === '' ? 'Leistung' : one.text,
      serviceFrom: null,
      serviceTo: null,
      vat: { category, rate: category === 'S' ? (index % 2 ? '7' : '19') : '0', reason: 'Grund' },
    })),
  );

const anyDraft: fc.Arbitrary<Partial<OwnInvoice>> = fc.record({
  kind: fc.constantFrom('invoice', 'invoice', ...INVOICE_KINDS),
  serviceFrom: maybe(fc.constant('2026-03-01')),
  serviceTo: maybe(mostly('2026-03-31', '2026-02-01')),
  buyerReference: maybe(word.filter((text) => text.trim() !== '')),
  orderReference: maybe(fc.constant('B-17')),
  contractReference: maybe(fc.constant('V-1')),
  buyerAccountingReference: maybe(fc.constant('KST 4711')),
  method: fc.constantFrom('transfer', 'transfer', 'direct-debit'),
  mandate: maybe(
    fc.record({
      reference: fc.constant('M-1'),
      iban: mostly('DE75512108001245126199', 'DE00512108001245126199'),
    }),
  ),
  skonto: fc.array(
    fc.record({ days: fc.integer({ min: 1, max: 40 }), percent: fc.constantFrom('2', '1.5', '0', '3.00') }),
    { maxLength: 2 },
  ),
  introduction: maybe(word),
  closing: maybe(word),
  lines: fc.oneof({ weight: 3, arbitrary: sensible }, { weight: 1, arbitrary: fc.array(anyLine, { maxLength: 4 }) }),
});

const anySeller: fc.Arbitrary<InvoiceFacts['seller']> = fc
  .record({
    officialKey: maybe(fc.constant('05999004')),
    vatId: maybe(mostly('DE123456788', 'QQ1', 'EL123456789')),
    taxNumber: maybe(fc.constant('337/5999/0048')),
    creditorIdentifier: maybe(fc.constant('DE98ZZZ09999999999')),
    contact: fc.record({
      name: maybe(mostly('Ada Alster', '  ')),
      phone: maybe(mostly('02599 1234', 'ab')),
      email: maybe(mostly('a@b.example', 'keine', 'a@b')),
    }),
    endpoint: maybe(fc.constant({ scheme: 'EM', value: 'a@b.example' })),
  })
  .map((part) => ({ ...SELLER, ...part }));

const anyBuyer: fc.Arbitrary<InvoiceFacts['buyer']> = fc
  .record({
    base: fc.constantFrom(COMPANY, NEIGHBOUR),
    vatId: maybe(mostly('DE999999999', '12345', 'ATU12345678')),
    endpoint: maybe(
      mostly(
        { scheme: 'EM', value: 'x@y.example' },
        { scheme: '0204', value: '05711-06001-79' },
        { scheme: '99', value: 'x' },
      ),
    ),
    country: mostly('DE', 'AT', 'QQ'),
    city: mostly('Ahlenbrück', ''),
  })
  .map(({ base, country, city, ...part }) => ({ ...base, ...part, address: { ...base.address!, country, city } }));

describe('any draft', () => {
  it('either passes the rules in both syntaxes or names the field that stands against it', () => {
    const seen = { passed: 0, refused: 0 };
    fc.assert(
      fc.property(
        anyDraft,
        anySeller,
        anyBuyer,
        mostly('2026-04-15', '2026-01-01'),
        fc.constantFrom({ number: 'AR-2026-00003', issueDate: '2026-02-02' }, null, {
          number: 'AR-2026-00003',
          issueDate: '2026-02-02',
        }),
        mostly<InvoiceFacts['account']>({ name: 'Bank', iban: 'DE02120300000000202051', bic: null }, null, {
          name: 'Bank',
          iban: 'DE02120300000000202051',
          bic: 'BYLADEM1001',
        }),
        (draft, seller, buyer, dueOn, preceding, account) => {
          const facts = factsOf(draft, { seller, buyer, dueOn, preceding, account });
          const refusals = missingIn(facts);
          if (refusals.length > 0) {
            seen.refused++;
            for (const { pointer, code, params } of refusals) {
              expect(pointer).toMatch(/^\/\w/);
              expect(wordsFor(code, params, 'de').detail).not.toBe(code);
            }
            return;
          }
          seen.passed++;
          const invoice = eInvoiceOf(facts);
          for (const write of [writeUbl, writeCii]) expect(judged(write(invoice), '2026-03-16')).toEqual([]);
        },
      ),
      { numRuns: 3000 },
    );
    expect(seen.passed).toBeGreaterThan(50);
    expect(seen.refused).toBeGreaterThan(50);
  });

  it('has sums that the own recomputation finds again to the cent', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 30 }), (lines) => {
        const facts = factsOf({
          lines: lines.map((one) => ({ ...one, vat: { category: 'S', rate: one.vat.rate, reason: null } })),
        });
        for (const write of [writeUbl, writeCii]) {
          const reading = readEInvoice(write(eInvoiceOf(facts)));
          if (reading.outcome !== 'read') throw new Error(reading.outcome);
          expect(checkTotals(reading.invoice)).toEqual({ differences: [], unverified: [] });
        }
      }),
    );
  });
});

describe('sums', () => {
  it('are rounded half away from zero, once for a line and once for a VAT group', () => {
    const of = (quantity: string, price: string, rate = '19') =>
      line({ quantity, price, vat: { category: 'S', rate, reason: null } });
    expect(totalsOf([of('1', '0.005'), of('-1', '0.005')]).lines).toEqual([1n, -1n]);
    const three = totalsOf([of('1', '0.33'), of('1', '0.33'), of('1', '0.33')]);
    expect([three.net, three.tax, three.gross]).toEqual([99n, 19n, 118n]);
    expect(totalsOf([of('1', '1', '7'), of('1', '1', '7.00'), of('1', '1', '7.0')]).groups).toHaveLength(1);
  });

  it('lose nothing between lines, groups and totals', () => {
    fc.assert(
      fc.property(fc.array(anyLine), (lines) => {
        const totals = totalsOf(lines);
        const sum = (parts: bigint[]): bigint => parts.reduce((all, part) => all + part, 0n);
        expect(sum(totals.lines)).toBe(totals.net);
        expect(sum(totals.groups.map((group) => group.net))).toBe(totals.net);
        expect(totals.net + sum(totals.groups.map((group) => group.tax))).toBe(totals.gross);
      }),
    );
  });
});
