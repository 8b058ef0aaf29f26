import fc from 'fast-check';
import type { Coding, CodingLine, DocumentDetail } from '../../api/document-types';
import {
  codingOf,
  codingTotals,
  emptyCodingRow,
  type CodingMask,
  maskOfDocument,
  missingInCoding,
  placeCodingErrors,
  placeReasons,
  taxIn,
  totalOf,
} from './coding';
import { sum, toApi } from '../../lib/money';

const invoice = (more: Partial<DocumentDetail> = {}) =>
  ({
    coding: null,
    payable: '119.00',
    gross: '119.00',
    invoice: null,
    partnerId: 'p1',
    dueOn: '2026-04-30',
    discountOn: null,
    serviceFrom: null,
    serviceTo: null,
    ...more,
  }) as DocumentDetail;
const line = (more: Partial<CodingLine> = {}): CodingLine => ({
  account: '524110',
  product: '111.06',
  costCentre: null,
  cashAccount: null,
  text: 'Strom',
  net: '100.00',
  tax: '19.00',
  gross: '119.00',
  vat: { category: 'S', rate: '19', treatment: 'sovereign', deductiblePercent: '0' },
  share: null,
  serviceFrom: null,
  serviceTo: null,
  ...more,
});
const stored = (more: Partial<Coding> = {}): Coding => ({
  partnerId: 'p1',
  bookingDate: null,
  dueOn: '2026-04-30',
  discountOn: null,
  discountAmount: null,
  method: 'transfer',
  bankAccountNo: 1,
  paymentBlock: null,
  text: 'Strom März',
  lines: [line()],
  retention: null,
  accrual: null,
  shares: [],
  prepaid: [],
  offsets: [],
  correction: null,
  ...more,
});
const maskOf = (coding: Coding): CodingMask => maskOfDocument(invoice({ coding }), undefined);
const say = (what: string) => what;

describe('the coding mask', () => {
  test('an internal allocation adds to its whole amount and asks for no supplier', () => {
    const coding = stored({
      partnerId: null,
      method: 'none',
      lines: [line({ net: '500.00', tax: '0.00', gross: '500.00', vat: { ...line().vat, rate: '0' } })],
      prepaid: [{ documentId: null, account: '4811', product: '111', amount: '500.00' }],
    });
    const document = invoice({ kind: 'internal', coding, partnerId: null, payable: '0.00', gross: '500.00' });
    const mask = maskOfDocument(document, undefined);
    expect(totalOf(document)).toBe(50000n);
    expect(missingInCoding(mask, totalOf(document), say)).toMatchObject({ head: {}, general: [] });
    expect(codingOf(mask).prepaid).toEqual(coding.prepaid);
    const owed = missingInCoding({ ...mask, kept: { ...mask.kept, prepaid: [] } }, totalOf(document), say);
    expect(owed.head).toEqual({ partnerId: 'partner' });
  });

  test('begins with the total and the dates of the document where nothing is proposed', () => {
    const mask = maskOfDocument(invoice(), undefined);
    expect(mask.rows.map((row) => row.amount)).toEqual([11900n]);
    expect(mask).toMatchObject({ partnerId: 'p1', dueOn: '2026-04-30', method: 'transfer' });
  });

  test('what was stored comes back to the cent, whatever the tax of the supplier was rounded to', () => {
    const coding = stored({
      lines: [
        line(),
        line({
          net: '99.99',
          tax: '19.01',
          vat: { category: 'S', rate: '19', treatment: 'business', deductiblePercent: '100' },
        }),
      ],
      retention: { amount: '5.00', dueOn: '2030-12-31' },
      accrual: { account: '1911' },
      prepaid: [{ documentId: 'd0', account: null, product: null, amount: '3.00' }],
    });
    expect(codingOf(maskOf(coding))).toEqual(coding);
  });

  test('the difference to the document is told to the cent, prepaid amounts included', () => {
    const total = totalOf(invoice({ payable: '69.00', invoice: { totals: { prepaid: '50.00' } } }));
    expect(total).toBe(11900n);
    expect(codingTotals(maskOf(stored({ lines: [line({ gross: '100.00' })] })), total).difference).toBe(1900n);
    expect(totalOf(invoice({ payable: null, gross: null }))).toBeNull();
  });

  test('tax that we owe ourselves is not in the amount', () => {
    const row = { ...emptyCodingRow(11900n), treatment: 'reverse-charge' as const, deductible: '100' };
    expect(taxIn(row)).toBe(0n);
    const mask = { ...maskOf(stored()), rows: [{ ...row, account: '5' }] };
    expect(codingOf(mask).lines[0]).toMatchObject({ net: '119.00', tax: '0.00', vat: { deductiblePercent: '100' } });
  });

  test('net and tax of every line are its gross, for all amounts and rates', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
        fc.constantFrom('0', '7', '19', '5.5', '10.7'),
        (amount, rate) => {
          const row = { ...emptyCodingRow(amount), rate };
          const tax = taxIn(row);
          // Half a cent is the most that rounding may move the net amount.
          const exact = Number(amount) - Number(amount) / (1 + Number(rate) / 100);
          return Math.abs(Number(tax) - exact) <= 0.5 + Math.abs(Number(amount)) * 1e-12;
        },
      ),
    );
  });

  test('a split gives each share the sum of its lines', () => {
    const mask: CodingMask = {
      ...maskOf(stored()),
      shares: [
        { no: 1, holder: 'u1', note: '' },
        { no: 2, holder: 'u2', note: 'Halle' },
      ],
      rows: [
        { ...emptyCodingRow(5000n), account: '1', share: 1 },
        { ...emptyCodingRow(4000n), account: '1', share: 2 },
        { ...emptyCodingRow(2900n), account: '2', share: 2 },
      ],
    };
    const coding = codingOf(mask);
    expect(coding.shares.map((share) => share.amount)).toEqual(['50.00', '69.00']);
    expect(toApi(sum(mask.rows.map((row) => row.amount!)))).toBe('119.00');
    expect(missingInCoding({ ...mask, rows: [{ ...mask.rows[0]!, share: null }] }, null, say).rows).toEqual({
      [mask.rows[0]!.id]: { share: 'share' },
    });
  });

  test('what is missing is named at its field, the sum only when the rest is there', () => {
    const mask = maskOf(stored({ partnerId: null, text: '', lines: [line({ account: '', gross: '100.00' })] }));
    const errors = missingInCoding({ ...mask, partnerId: '' }, 11900n, say);
    expect(errors.head).toEqual({ partnerId: 'partner', text: 'text' });
    expect(Object.values(errors.rows)).toEqual([{ account: 'account' }]);
    expect(errors.general).toEqual([]);
    const short = maskOf(stored({ lines: [line({ gross: '100.00' })] }));
    expect(missingInCoding(short, 11900n, say).general).toEqual(['total']);
    expect(missingInCoding(maskOf(stored()), 11900n, say).general).toEqual([]);
  });

  test('refusals of the service stand at the line they mean, empty lines not counted', () => {
    const mask = { ...maskOf(stored()), rows: [emptyCodingRow(), ...maskOf(stored()).rows] };
    const placed = placeCodingErrors(
      [
        { pointer: '/lines/0/product', rule: 'x', message: 'Produkt fehlt.' },
        { pointer: '/coding/lines/0/vat/rate', rule: 'x', message: 'Satz?' },
        { pointer: '/dueOn', rule: 'x', message: 'zu früh' },
        { pointer: '/lines', rule: 'x', message: 'Summe' },
      ],
      mask,
    );
    expect(placed.rows[mask.rows[1]!.id]).toEqual({ product: 'Produkt fehlt.', rate: 'Satz?' });
    expect(placed.head).toEqual({ dueOn: 'zu früh' });
    expect(placed.general).toEqual(['Summe']);
  });

  test('reasons stand at their line, each once', () => {
    expect(
      placeReasons([
        { field: '/lines/0/account', text: 'wie zuletzt' },
        { field: 'lines/0/product', text: 'wie zuletzt' },
        { field: '/dueOn', text: 'aus der Rechnung' },
      ]),
    ).toEqual({ head: [{ field: 'dueOn', text: 'aus der Rechnung' }], rows: [['wie zuletzt']] });
  });
});
