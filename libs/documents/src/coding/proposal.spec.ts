import fc from 'fast-check';
import { formatEuro } from '@lib/kernel';
import { checkCoding, sum } from './coding.js';
import { matchReference } from './accounting-reference.js';
import { discountStages, dueOn, netDays, speaksOfDiscount } from './payment-terms.js';
import { type EarlierCoding, propose, type ProposalFacts } from './proposal.js';
import { type StoredInvoice, storedInvoice } from './stored-invoice.js';

const catalogues = {
  isProduct: (code: string) => ['111.06', '126.01', '211.01'].includes(code),
  isCostCentre: (code: string) => ['1010', '5241'].includes(code),
  isAccount: (number: string) => ['5241', '524110', '5431'].includes(number),
};
interface Part {
  net: string;
  reference?: string;
  item?: string;
  from?: string;
  to?: string;
}
/** An invoice of one VAT rate, as the document's row keeps it. */
const invoice = (parts: Part[], tax: string, more: Record<string, unknown> = {}): StoredInvoice => {
  const net = parts.reduce((total, part) => total + BigInt(part.net.replace('.', '')), 0n);
  return storedInvoice({
    typeCode: '380',
    vatBreakdown: [{ taxableAmount: formatEuro(net), taxAmount: tax, category: 'S', rate: '19.00' }],
    lines: parts.map((part) => ({
      netAmount: part.net,
      accountingReference: part.reference ?? null,
      period: part.from ? { start: part.from, end: part.to } : null,
      vat: { category: 'S', rate: '19' },
      item: { name: part.item ?? 'Strom' },
    })),
    ...more,
  })!;
};
const facts = (
  given: Partial<ProposalFacts> = {},
  document: Partial<ProposalFacts['document']> = {},
): ProposalFacts => ({
  invoice: invoice([{ net: '100.00' }], '19.00'),
  document: {
    kind: 'invoice',
    supplierName: 'Stadtwerke Beispielland GmbH',
    invoiceNo: 'R-4711',
    issueDate: '2026-06-01',
    receivedOn: '2026-06-03',
    serviceFrom: null,
    serviceTo: null,
    net: 10_000n,
    tax: 1_900n,
    gross: 11_900n,
    payable: 11_900n,
    paymentMeans: '58',
    iban: 'DE02120300000000202051',
    corrects: null,
    ...document,
  },
  today: '2026-06-05',
  partner: { id: 'p', name: 'Stadtwerke Beispielland', paymentTermDays: null },
  bankAccounts: [{ no: 1, iban: 'DE02120300000000202051', state: 'confirmed' }],
  earlier: [],
  contract: null,
  partials: [],
  openItems: [],
  catalogues,
  defaultDays: 30,
  liableToVat: false,
  deductsAsARule: true,
  standardRate: '19',
  accrualAccount: '1911',
  words: { directDebit: 'Lastschrift', paidAlready: 'bereits bezahlt' },
  ...given,
});
const booked = (account: string, more: Partial<EarlierCoding> = {}): EarlierCoding => ({
  documentNumber: 'E-2026-000001',
  account,
  product: '111.06',
  costCentre: '1010',
  cashAccount: null,
  text: 'Stadtwerke: Strom 05/2026',
  treatment: 'sovereign',
  deductiblePercent: '0',
  ...more,
});
const why = (given: ProposalFacts, field: string): string | undefined =>
  propose(given).reasons.find((reason) => reason.field === field)?.text.de;

describe('the proposal', () => {
  it('follows what the supplier’s invoices were booked on, and says so', () => {
    const given = facts({ earlier: [booked('524110'), booked('5431'), booked('524110'), booked('524110')] });
    expect(propose(given).coding.lines[0]).toMatchObject({ account: '524110', product: '111.06', costCentre: '1010' });
    expect(why(given, '/lines/0/account')).toBe('wie bei 3 der letzten 4 Rechnungen von Stadtwerke Beispielland');
    expect(why(given, '/lines/0/product')).toBe('wie bei den letzten 4 Rechnungen von Stadtwerke Beispielland');
    expect(propose(given).coding.text).toBe('Stadtwerke: Strom 06/2026');
  });

  it('follows the accounting reference on the invoice first, line by line', () => {
    const given = facts({
      earlier: [booked('5431')],
      invoice: invoice(
        [
          { net: '60.00', reference: '126.01' },
          { net: '40.00', reference: 'KST 1010' },
        ],
        '19.00',
      ),
    });
    const { coding } = propose(given);
    expect(coding.lines.map((line) => [line.product, line.costCentre, line.gross])).toEqual([
      ['126.01', '1010', 7_140n],
      ['111.06', '1010', 4_760n],
    ]);
    expect(why(given, '/lines/0/product')).toContain('126.01');
  });

  it('follows a contract before habit', () => {
    const contract = {
      id: 'c',
      number: 'V-17',
      subject: 'Wartung Aufzug',
      account: '5431',
      product: '211.01',
      costCentre: null,
      treatment: null,
      deductiblePercent: null,
      expected: null,
      tolerance: 0n,
    };
    const given = facts({ contract, earlier: [booked('5241')] });
    expect(propose(given).coding.lines[0]).toMatchObject({ account: '5431', product: '211.01' });
    expect(why(given, '/lines/0/account')).toBe('aus dem Vertrag V-17');
  });

  it('leaves open what nothing speaks for', () => {
    expect(propose(facts()).coding.lines[0]).toMatchObject({ account: '', product: null });
    expect(why(facts(), '/lines/0/account')).toBeUndefined();
  });

  it('proposes the discount that can still be reached, and the due date of the terms', () => {
    const terms = '#SKONTO#TAGE=7#PROZENT=3.00#\n#SKONTO#TAGE=14#PROZENT=2.00#\nzahlbar innerhalb von 20 Tagen\n';
    const at = (today: string) => {
      const { coding } = propose(
        facts({ today, invoice: invoice([{ net: '100.00' }], '19.00', { paymentTerms: terms }) }),
      );
      return [coding.dueOn, coding.discountOn, coding.discountAmount];
    };
    expect(at('2026-06-08')).toEqual(['2026-06-21', '2026-06-08', 357n]);
    expect(at('2026-06-09')).toEqual(['2026-06-21', '2026-06-15', 238n]);
    expect(at('2026-06-16')).toEqual(['2026-06-21', null, null]);
  });

  it('never pays what the supplier collects, nor what is paid', () => {
    expect(propose(facts({}, { paymentMeans: '59' })).coding).toMatchObject({
      method: 'direct-debit',
      paymentBlock: 'Lastschrift',
    });
    expect(propose(facts({}, { paymentMeans: '54' })).coding).toMatchObject({
      method: 'none',
      paymentBlock: 'bereits bezahlt',
    });
    const paid = facts(
      { invoice: invoice([{ net: '100.00' }], '19.00', { totals: { prepaid: '119.00' } }) },
      { payable: 0n },
    );
    expect(propose(paid).coding.method).toBe('none');
    expect(checkCoding(propose(paid).coding, { payable: 0n, prepaid: 11_900n })).toEqual([]);
  });

  it('names no bank account that nobody confirmed', () => {
    const proposed = facts({ bankAccounts: [{ no: 1, iban: 'DE02120300000000202051', state: 'proposed' }] });
    expect(propose(proposed).coding.bankAccountNo).toBeNull();
    expect(why(proposed, '/bankAccountNo')).toContain('gesperrt');
    const changed = facts({ bankAccounts: [{ no: 1, iban: 'DE89370400440532013000', state: 'confirmed' }] });
    expect(propose(changed).coding.bankAccountNo).toBeNull();
  });

  it('defers what belongs to the next year', () => {
    const given = facts({
      earlier: [booked('5431')],
      invoice: invoice([{ net: '100.00', from: '2026-07-01', to: '2027-06-30' }], '19.00'),
    });
    expect(propose(given).coding.accrual).toEqual({ account: '1911' });
    expect(why(given, '/accrual')).toContain('59,50 €');
    // A new supplier's account is not known yet; what is bought for years (class 0) is no expense.
    expect(propose({ ...given, earlier: [] }).coding).toMatchObject({
      accrual: { account: '1911' },
      lines: [{ account: '' }],
    });
    expect(propose({ ...given, earlier: [booked('0912')] }).coding.accrual).toBeNull();
  });

  it('puts construction on assets under construction and clears the partial invoices that the final one names', () => {
    const partials = [
      { documentId: 'a', documentNumber: 'E-1', invoiceNo: 'AR 01', amount: 4_000n },
      { documentId: 'b', documentNumber: 'E-2', invoiceNo: 'AR-02', amount: 3_000n },
    ];
    const final = invoice([{ net: '100.00' }], '19.00', {
      typeCode: '877',
      totals: { prepaid: '70.00' },
      precedingInvoices: [{ number: 'AR-01' }, { number: 'AR02' }],
    });
    const { coding } = propose(facts({ invoice: final, partials }, { kind: 'final-invoice', payable: 4_900n }));
    expect(coding.lines[0]!.account).toBe('0912');
    expect(coding.prepaid.map((part) => [part.documentId, part.amount])).toEqual([
      ['a', 4_000n],
      ['b', 3_000n],
    ]);
  });

  it('offsets a credit note against the open invoice that it names', () => {
    const openItems = [{ itemId: 'i', reference: 'R-4700', balance: 5_000n, documentId: 'd' }];
    const note = invoice([{ net: '100.00' }], '19.00', { typeCode: '381', precedingInvoices: [{ number: 'R 4700' }] });
    const { coding } = propose(facts({ invoice: note, openItems }, { kind: 'credit-note' }));
    expect(coding.offsets).toEqual([{ itemId: 'i', amount: 5_000n }]);
    expect(coding.discountOn).toBeNull();
  });

  it('shows a correction both ways', () => {
    const openItems = [{ itemId: 'i', reference: 'R-1', balance: 11_900n, documentId: 'd' }];
    const both = (payable: bigint) => {
      const proposal = propose(facts({ openItems }, { kind: 'correction', corrects: 'd', payable }));
      return [proposal.coding.correction, proposal.alternative?.correction];
    };
    expect(both(10_000n)).toEqual(['replacement', 'difference']);
    expect(both(-1_900n)).toEqual(['difference', 'replacement']);
  });

  it('does not divide by lines when not all of them are known', () => {
    const part = invoice([{ net: '60.00', reference: '126.01' }, { net: '40.00' }], '19.00', { lineCount: 5_000 });
    expect(propose(facts({ invoice: part })).coding.lines).toMatchObject([{ net: 10_000n, product: null }]);
  });

  it('adds up whatever the lines are, to the cent', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            cents: fc.integer({ min: 1, max: 9_999_999 }),
            reference: fc.constantFrom('111.06', '126.01', ''),
          }),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        fc.integer({ min: -40, max: 40 }),
        (parts, rounding) => {
          const net = parts.reduce((total, part) => total + BigInt(part.cents), 0n);
          const tax = (net * 19n + 50n) / 100n;
          const euro = (cents: bigint): string => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
          const payable = net + tax + BigInt(rounding);
          fc.pre(payable > 0n);
          const { coding } = propose(
            facts(
              {
                invoice: invoice(
                  parts.map((part) => ({ net: euro(BigInt(part.cents)), reference: part.reference })),
                  euro(tax),
                ),
              },
              { payable },
            ),
          );
          expect(sum(coding.lines.map((line) => line.gross))).toBe(payable);
          const refusals = checkCoding({ ...coding, text: 'x' }, { payable, prepaid: 0n }).map((one) => one.code);
          expect(refusals).toEqual([]);
        },
      ),
    );
  });
});

describe('a paper invoice', () => {
  it('is proposed from what the clerk typed', () => {
    const { coding } = propose(facts({ invoice: null }));
    expect(coding.lines).toMatchObject([{ net: 10_000n, tax: 1_900n, vat: { rate: '19', category: 'S' } }]);
    expect(coding.dueOn).toBe('2026-07-03');
  });

  it('of which nothing is known yet is not taken for paid', () => {
    const blank = { net: null, tax: null, gross: null, payable: null, paymentMeans: null, iban: null };
    const { coding, reasons } = propose(facts({ invoice: null, partner: null }, blank));
    expect(coding).toMatchObject({ method: 'transfer', lines: [], bankAccountNo: null });
    expect(reasons.map((reason) => reason.field)).toEqual(['/dueOn']);
  });
});

describe('an accounting reference', () => {
  it.each([
    ['111.06/1010', { account: null, product: '111.06', costCentre: '1010' }],
    ['Kostenstelle: 5241', { account: null, product: null, costCentre: '5241' }],
    ['Konto 5241, Produkt 126.01', { account: '5241', product: '126.01', costCentre: null }],
    ['5241', { account: null, product: null, costCentre: '5241' }],
    ['Auftrag 99 vom 1.2.', { account: null, product: null, costCentre: null }],
    [null, { account: null, product: null, costCentre: null }],
  ])('%s', (reference, expected) => {
    expect(matchReference(reference, catalogues)).toEqual(expected);
  });
});

describe('payment terms', () => {
  it.each([
    ['Zahlbar innerhalb von 14 Tagen ohne Abzug.', 14],
    ['30 Tage netto', 30],
    ['Zahlungsziel: 21 Tage', 21],
    ['#SKONTO#TAGE=7#PROZENT=2.00#\n', null],
    ['2 % Skonto bei Zahlung binnen 10 Tagen, netto 30 Tage', 30],
    ['sofort', null],
    [null, null],
  ])('%s', (terms, days) => {
    expect(netDays(terms)).toBe(days);
  });

  it('takes discount only in the agreed form and points to the rest', () => {
    expect(discountStages('#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=100.00#\n', '2026-06-01', 11_900n)).toEqual([
      { days: 14, percent: '2.00', until: '2026-06-15', amount: 200n },
    ]);
    expect(discountStages('#SKONTO#TAGE=14#PROZENT=2#\n2 % Skonto', '2026-06-01', 11_900n)).toEqual([]);
    expect(speaksOfDiscount('2 % Skonto bei Zahlung binnen 10 Tagen')).toBe(true);
    expect(speaksOfDiscount('#SKONTO#TAGE=14#PROZENT=2.00#\nohne Abzug')).toBe(false);
  });

  it('falls back from the invoice to the partner to the law', () => {
    const given = {
      dueDate: null,
      terms: null,
      issueDate: '2026-05-20',
      receivedOn: '2026-06-03',
      partnerDays: null,
      defaultDays: 30,
    };
    expect(dueOn({ ...given, dueDate: '2026-06-10' }).day).toBe('2026-06-10');
    expect(dueOn({ ...given, terms: '14 Tage netto' }).day).toBe('2026-06-03');
    expect(dueOn({ ...given, partnerDays: 21 }).day).toBe('2026-06-24');
    expect(dueOn(given)).toMatchObject({
      day: '2026-07-03',
      reason: { de: '30 Tage ab Zugang am 03.06.2026 (§ 286 Abs. 3 BGB)' },
    });
  });
});
