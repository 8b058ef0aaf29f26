import {
  type DraftMask,
  draftTotals,
  emptyDraft,
  emptyDraftRow,
  lineNet,
  missingInDraft,
  placeDraftErrors,
  placeOf,
  shownNumber,
  typedNumber,
  wishOf,
} from './draft';

const row = (more: object = {}) => ({
  ...emptyDraftRow(),
  text: 'Miete',
  quantity: '1',
  price: '850,00',
  account: '4411',
  ...more,
});
const mask = (more: Partial<DraftMask> = {}) => emptyDraft({ partnerId: 'p1', rows: [row()], ...more });

describe('quantities and prices as clerks type them', () => {
  it.each([
    ['1', '1'],
    ['1.234,5', '1234.5'],
    ['1.234', '1234'],
    ['12.5', '12.5'],
    ['0,0850', '0.085'],
    ['-2', '-2'],
    ['−2,50', '-2.5'],
    [' 7 € ', '7'],
  ])('reads %s', (typed, plain) => expect(typedNumber(typed)).toBe(plain));

  it.each(['', '-', 'zwei', '1,2,3', '1.23,4', '0,00001', '1234567890'])('does not read %s', (typed) =>
    expect(typedNumber(typed)).toBeNull(),
  );

  it('writes them back, prices with two decimals at least', () => {
    expect(shownNumber('1234.5', 2)).toBe('1.234,50');
    expect(shownNumber('0.0850')).toBe('0,085');
    expect(shownNumber('-2')).toBe('−2');
  });
});

describe('the sums of a draft', () => {
  it('rounds each line half away from zero', () => {
    expect(lineNet({ quantity: '3', price: '0,335' })).toBe(101n);
    expect(lineNet({ quantity: '-3', price: '0,335' })).toBe(-101n);
    expect(lineNet({ quantity: '1', price: '' })).toBeNull();
  });

  it('rounds the tax once per rate, not per line', () => {
    const taxed = { category: 'S' as const, rate: '19', price: '0,33' };
    const rows = [row(taxed), row(taxed), row(taxed), row({ category: 'S', rate: '7', price: '10,00' })];
    expect(draftTotals({ rows })).toEqual({
      net: 1099n,
      groups: [
        { category: 'S', rate: '19', net: 99n, tax: 19n },
        { category: 'S', rate: '7', net: 1000n, tax: 70n },
      ],
      tax: 89n,
      gross: 1188n,
    });
  });

  it('takes 7 and 7.00 for one rate and leaves empty lines out', () => {
    const rows = [
      row({ category: 'S', rate: '7', price: '1,00' }),
      row({ category: 'S', rate: '7.00', price: '1,00' }),
      emptyDraftRow(),
    ];
    expect(draftTotals({ rows }).groups).toHaveLength(1);
  });
});

describe('a draft as the API takes it', () => {
  it('leaves out the empty line and what does not go with the payment', () => {
    const wish = wishOf(
      mask({ rows: [row(), emptyDraftRow()], mandateReference: 'M-1', mandateIban: 'DE02', bankAccountId: 'b1' }),
    );
    expect(wish.lines).toHaveLength(1);
    expect(wish).toMatchObject({ mandate: null, bankAccountId: 'b1', corrects: null, buyerReference: null });
    expect(wish.lines[0]).toMatchObject({ quantity: '1', price: '850', vat: { category: 'O', rate: '0' } });
  });

  it('names rate and reason where they belong', () => {
    const wish = wishOf(
      mask({
        rows: [
          row({ category: 'S', rate: '19', reason: 'x' }),
          row({ category: 'E', rate: '19', reason: '§ 4 Nr. 12' }),
        ],
      }),
    );
    expect(wish.lines.map((line) => line.vat)).toEqual([
      { category: 'S', rate: '19', reason: null },
      { category: 'E', rate: '0', reason: '§ 4 Nr. 12' },
    ]);
  });
});

describe('what keeps a draft from being stored', () => {
  it('is told at its field', () => {
    const wrong = row({ quantity: 'x', price: '-1', account: '' });
    expect(missingInDraft(mask({ partnerId: '', rows: [wrong] }), (what) => what)).toEqual({
      head: { partnerId: 'partner' },
      rows: { [wrong.id]: { quantity: 'quantity', price: 'price', account: 'account' } },
      general: [],
    });
  });

  it('is half a mandate or half a stage of discount', () => {
    const given = mask({ method: 'direct-debit', mandateReference: 'M-1', skonto: [{ days: '14', percent: '' }] });
    expect(missingInDraft(given, (what) => what).head).toEqual({ mandateReference: 'mandate', skonto: 'skonto' });
  });
});

describe('where a finding is mended', () => {
  const rows = [emptyDraftRow(), row()];
  const given = mask({ rows });
  it.each([
    ['/seller/contact', { at: 'client' }],
    ['/partnerId', { at: 'partner' }],
    ['/mandate/iban', { at: 'field', name: 'mandateIban' }],
    ['/lines', { at: 'field', name: `${rows[0]!.id}.text` }],
    ['/lines/0/vat/reason', { at: 'field', name: `${rows[1]!.id}.reason` }],
    ['/lines/0/account', { at: 'field', name: `${rows[1]!.id}.account` }],
    ['/lines/7/account', { at: 'none' }],
    ['/skonto/1', { at: 'field', name: 'skonto' }],
    ['/somewhere', { at: 'none' }],
  ])('%s', (pointer, place) => expect(placeOf(pointer, given)).toEqual(place));

  it('puts refusals to their fields', () => {
    const placed = placeDraftErrors(
      [
        { pointer: '/lines/0/product', rule: 'ProductUnknown', message: 'a' },
        { pointer: '/dueOn', rule: 'x', message: 'b' },
        { pointer: '/seller/address', rule: 'x', message: 'c' },
      ],
      given,
    );
    expect(placed).toEqual({ head: { dueOn: 'b' }, rows: { [rows[1]!.id]: { product: 'a' } }, general: ['c'] });
  });
});
