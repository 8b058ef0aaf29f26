import { emptyOrder, emptyOrderRow, missingInOrder, type OrderMask, orderOf, placeOrderErrors } from './order';

const row = (more: object = {}) => ({
  ...emptyOrderRow(),
  amount: 25_000n,
  account: '5318',
  product: '111.01',
  ...more,
});
const mask = (more: Partial<OrderMask> = {}): OrderMask => ({
  ...emptyOrder('single'),
  partnerId: 'p1',
  text: 'Mitgliedsbeitrag',
  rows: [row()],
  ...more,
});
const say = (what: string) => what;

describe('an order as the API takes it', () => {
  it('carries no tax and leaves out what nobody filled', () => {
    const given = mask({ rows: [row(), emptyOrderRow(row())], dueOn: '2026-12-01' });
    expect(orderOf(given, true)).toMatchObject({
      kind: 'single',
      submit: true,
      department: null,
      standing: null,
      coding: {
        partnerId: 'p1',
        dueOn: '2026-12-01',
        prepaid: [],
        lines: [{ account: '5318', net: '250.00', tax: '0.00', gross: '250.00', vat: { category: 'O', rate: '0' } }],
      },
    });
    expect(orderOf(given, true).coding.lines).toHaveLength(1);
  });

  it('names the payee per line in a collective order only', () => {
    const rows = [row({ partnerId: 'p1' }), row({ partnerId: 'p2' })];
    const collective = orderOf(mask({ kind: 'collective', rows }), false);
    expect(collective.coding.partnerId).toBeNull();
    expect(collective.coding.lines.map((line) => line.partnerId)).toEqual(['p1', 'p2']);
    expect(orderOf(mask({ rows: [row({ partnerId: 'p2' })] }), false).coding.lines[0]).not.toHaveProperty('partnerId');
  });

  it('credits the whole of an internal allocation and owes nobody', () => {
    const internal = mask({
      kind: 'internal',
      rows: [row({ amount: 10_000n }), row({ amount: 2_550n })],
      creditAccount: '4811',
      creditProduct: '111.07',
    });
    expect(orderOf(internal, true).coding).toMatchObject({
      partnerId: null,
      method: 'none',
      prepaid: [{ account: '4811', product: '111.07', amount: '125.50' }],
    });
  });

  it('is due on its first date when it stands', () => {
    const standing = mask({ kind: 'standing', name: ' Pacht ', firstDate: '2026-12-31', rhythm: 'yearly' });
    expect(orderOf(standing, true)).toMatchObject({
      standing: { name: 'Pacht', rhythm: 'yearly', firstDate: '2026-12-31', lastDate: null },
      coding: { dueOn: '2026-12-31', bookingDate: null },
    });
  });
});

describe('what is missing', () => {
  it('is told at its field', () => {
    const first = emptyOrderRow();
    expect(missingInOrder({ ...emptyOrder('single'), rows: [first] }, say)).toEqual({
      head: { partnerId: 'partner', text: 'text' },
      rows: { [first.id]: { amount: 'amount', account: 'account' } },
      general: [],
    });
  });

  it('asks for two payees in a collective order, and for no payee in an internal one', () => {
    const one = mask({ kind: 'collective', rows: [row({ partnerId: 'p1' }), row({ partnerId: 'p1' })] });
    expect(missingInOrder(one, say).general).toEqual(['payees']);
    expect(missingInOrder(mask({ kind: 'internal', partnerId: '', creditAccount: '4811' }), say).head).toEqual({});
  });

  it('is a last date before the first', () => {
    const given = mask({ kind: 'standing', name: 'x', firstDate: '2026-12-31', lastDate: '2026-01-31' });
    expect(missingInOrder(given, say).head).toEqual({ lastDate: 'lastDate' });
  });
});

describe('what the service refuses', () => {
  it('goes back to the field it came from, counting only filled rows', () => {
    const rows = [row(), emptyOrderRow(), row()];
    const placed = placeOrderErrors(
      [
        { pointer: '/coding/lines/1/product', rule: 'ProductUnknown', message: 'a' },
        { pointer: '/coding/lines/0/gross', rule: 'AmountOutOfRange', message: 'b' },
        { pointer: '/standing/rhythm', rule: 'NotACode', message: 'c' },
        { pointer: '/coding/prepaid/0/product', rule: 'ProductUnknown', message: 'd' },
        { pointer: '/partnerId', rule: 'PartnerMissing', message: 'e' },
        { pointer: '/coding/lines', rule: 'OrderNeedsPositions', message: 'f' },
      ],
      mask({ rows }),
    );
    expect(placed).toEqual({
      head: { rhythm: 'c', creditProduct: 'd', partnerId: 'e' },
      rows: { [rows[2]!.id]: { product: 'a' }, [rows[0]!.id]: { amount: 'b' } },
      general: ['f'],
    });
  });
});
