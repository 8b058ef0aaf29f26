import fc from 'fast-check';
import { readEInvoice } from '@lib/einvoice';
import { invoiceXml } from '../../../../test/support/invoice-files.js';
import { DOCUMENT_STATES, kindOf, mayBe, numberClassOf, retentionOf } from './document.js';
import { factsOf, firstDiscountDay } from './invoice-facts.js';
import { invoiceNoKey, sellerKeys, taxNumberKey, vatIdKey } from './supplier-identity.js';

describe('what a document is', () => {
  it.each([
    ['380', false, 'invoice'],
    ['389', false, 'invoice'],
    ['326', false, 'partial-invoice'],
    ['875', false, 'partial-invoice'],
    ['876', false, 'partial-invoice'],
    ['877', false, 'final-invoice'],
    ['384', false, 'correction'],
    ['381', false, 'credit-note'],
    ['381', true, 'credit-note'],
    [null, true, 'credit-note'],
    ['999', false, 'invoice'],
    [null, false, 'invoice'],
  ] as const)('BT-3 %s (credit note: %s) is %s', (code, creditNote, kind) => {
    expect(kindOf(code, creditNote)).toBe(kind);
  });

  it('holds its number among its like', () => {
    expect(numberClassOf('partial-invoice')).toBe(numberClassOf('invoice'));
    expect(numberClassOf('credit-note')).not.toBe(numberClassOf('invoice'));
    expect(numberClassOf('correction')).not.toBe(numberClassOf('credit-note'));
    expect(numberClassOf('order')).toBeNull();
  });

  it('is out of a clerk’s hands while others decide, and after', () => {
    for (const state of ['in-decision', 'decided', 'posted'] as const)
      for (const deed of ['accept', 'reject', 'edit', 'code', 'submit', 'decide-duplicate', 'file', 'release'] as const)
        expect([state, deed, mayBe(deed, state)]).toEqual([state, deed, false]);
    for (const state of DOCUMENT_STATES) expect(mayBe('comment', state) && mayBe('hold', state)).toBe(true);
    expect(mayBe('submit', 'duplicate')).toBe(false);
    expect(mayBe('submit', 'quarantined')).toBe(false);
  });
});

describe('how long a document is kept', () => {
  it('is not known before the statements are adopted', () => {
    expect(retentionOf('voucher', '2026-03-02', null)).toEqual({
      class: 'voucher',
      startsOn: null,
      deletableFrom: null,
    });
  });

  it.each([
    // six years from 1 January after the adoption (§ 59 KomHVO) against eight from the end of the year of issue (§ 147 AO)
    ['voucher', '2026-03-02', '2027-10-01', '2028-01-01', '2035-01-01'],
    ['voucher', '2026-03-02', '2031-02-01', '2032-01-01', '2038-01-01'],
    ['letter', '2026-12-31', '2027-10-01', '2028-01-01', '2034-01-01'],
    ['book', '2026-01-01', '2027-10-01', '2028-01-01', '2038-01-01'],
    ['permanent', '2026-01-01', '2027-10-01', '2028-01-01', null],
  ] as const)('%s of %s, adopted %s: from %s until %s', (kind, date, adopted, startsOn, deletableFrom) => {
    expect(retentionOf(kind, date, adopted)).toEqual({ class: kind, startsOn, deletableFrom });
  });

  it('never ends before either period', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (issued, adopted) => {
        const { deletableFrom } = retentionOf('voucher', issued, adopted);
        expect(deletableFrom! >= `${Number(issued.slice(0, 4)) + 9}-01-01`).toBe(true);
        expect(deletableFrom! >= `${Number(adopted.slice(0, 4)) + 7}-01-01`).toBe(true);
      }),
    );
  });
});

describe('who a seller is', () => {
  it('numbers are compared without what people write differently', () => {
    for (const number of ['RE-2026/0815', 're 2026 0815', 'RE–2026−0815', '00RE2026\u00a00815', 'ＲＥ２０２６０８１５'])
      expect([number, invoiceNoKey(number)]).toEqual([number, 'RE20260815']);
    expect(invoiceNoKey('000')).toBe('0');
    expect(invoiceNoKey('--')).toBeNull();
    expect(invoiceNoKey(null)).toBeNull();
    expect(invoiceNoKey('RE.2026')).not.toBe(invoiceNoKey('RE2026'));
  });

  it('a key of a number’s key is the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const key of [invoiceNoKey, vatIdKey, taxNumberKey]) {
          const once = key(text);
          if (once !== null) expect(key(once)).toBe(once);
        }
      }),
    );
  });

  it('is told by everything that tells, strongest first', () => {
    const seller = { vatId: 'DE 123 456 789', taxNumber: '133/8150/8159', name: 'Müller & Söhne', iban: 'de89 3704' };
    expect(sellerKeys(seller, 'p')).toEqual([
      'vat:DE123456789',
      'tax:13381508159',
      'name:muller sohne|DE893704',
      'partner:p',
    ]);
    expect(sellerKeys({ vatId: null, taxNumber: null, name: 'X', iban: null }, null)).toEqual(['name:x']);
    expect(sellerKeys({ vatId: null, taxNumber: null, name: null, iban: 'DE1' }, null)).toEqual([]);
    expect(sellerKeys({ vatId: 'DE123456789', taxNumber: null, name: 'X', iban: null }, null)).toEqual([
      'vat:DE123456789',
    ]);
  });
});

describe('the facts of an invoice', () => {
  it('are read, and what is no fact is null', () => {
    const read = readEInvoice(
      invoiceXml({
        number: ' F-1 ',
        net: '0.05',
        dueDate: 'irgendwann',
        iban: null,
        buyerReference: null,
        preceding: 'F-0',
      }),
    );
    if (read.outcome !== 'read') throw new Error(read.outcome);
    expect(factsOf(read.invoice)).toMatchObject({
      invoiceNo: 'F-1',
      dueOn: null,
      net: 5n,
      tax: 1n,
      gross: 6n,
      ibans: [],
      buyerReference: null,
      precedingNumbers: ['F-0'],
      serviceFrom: null,
    });
  });

  it('the first Skonto day counts from the issue date', () => {
    expect(firstDiscountDay('#SKONTO#TAGE=14#PROZENT=2.00#\n#SKONTO#TAGE=7#PROZENT=3.00#\n', '2026-03-30')).toBe(
      '2026-04-06',
    );
    expect(firstDiscountDay('2 % binnen 10 Tagen', '2026-03-30')).toBeNull();
    expect(firstDiscountDay('#SKONTO#TAGE=9999#PROZENT=2.00#', '2190-01-01')).toBeNull();
    expect(firstDiscountDay(null, '2026-03-30')).toBeNull();
    expect(firstDiscountDay('#SKONTO#TAGE=14#PROZENT=2.00#\n', null)).toBeNull();
  });
});
