import { leitwegIdFor } from '../../../../test/support/invoice-files.js';
import { type Addressee, namesOther, routeKey, routeOf, type RouteKind } from './route.js';

const OWN = leitwegIdFor('05999001', 'A');
const UNKNOWN = leitwegIdFor('05999009', 'Z');
/** Client 1 and its special fund 2 share a VAT id; 3 is another municipality. */
const KEYS: Record<string, number[]> = {
  [`leitweg-id ${OWN}`]: [1],
  'vat-id DE111': [1, 2],
  'email post@drei.example': [3],
  'name wasserwerk': [2],
  'name drei': [3],
};
const asked: string[] = [];
const find = (kind: RouteKind, key: string): Promise<number[]> => {
  asked.push(`${kind} ${key}`);
  return Promise.resolve(KEYS[`${kind} ${key}`] ?? []);
};
const route = (wish: Partial<Addressee>) =>
  routeOf({ buyerReference: null, endpoint: null, mailboxes: [], buyerVatId: null, buyerNames: [], ...wish }, find);

describe('the way of a file', () => {
  it('is told by the strongest sign, not by a weaker one that says otherwise', async () => {
    expect(
      await route({ buyerReference: ` ${OWN.toLowerCase()} `, mailboxes: ['post@drei.example'], buyerNames: ['Drei'] }),
    ).toEqual({
      found: true,
      clientId: 1,
      kind: 'leitweg-id',
      key: OWN,
      by: 'BT-10',
    });
    expect(
      await route({ buyerReference: 'Bestellung 12', mailboxes: ['Post@Drei.example'], buyerNames: ['Wasserwerk'] }),
    ).toMatchObject({
      clientId: 3,
      by: 'mailbox',
    });
  });

  it('ends at a valid Leitweg-ID of nobody; what else it says is only proposed', async () => {
    expect(await route({ buyerReference: UNKNOWN, buyerNames: ['Drei'], buyerVatId: 'DE111' })).toEqual({
      found: false,
      reason: 'LeitwegIdUnknown',
      params: { value: UNKNOWN },
      candidates: [1, 2, 3],
    });
    expect(await route({ endpoint: { scheme: '0204', value: UNKNOWN }, buyerNames: ['Drei'] })).toMatchObject({
      found: false,
    });
  });

  it('through an address that two share is told by what follows', async () => {
    expect(await route({ buyerVatId: 'DE 111', buyerNames: ['Wasserwerk'] })).toMatchObject({
      found: true,
      clientId: 2,
      by: 'BT-44',
    });
    expect(await route({ buyerVatId: 'DE111', buyerNames: ['Drei'] })).toMatchObject({
      found: false,
      reason: 'BuyerAmbiguous',
      candidates: [1, 2, 3],
    });
    expect(await route({ buyerVatId: 'DE111' })).toMatchObject({ found: false, reason: 'BuyerAmbiguous' });
  });

  it('is unknown where nothing leads anywhere', async () => {
    expect(await route({})).toEqual({ found: false, reason: 'NoRouteInFile', params: {}, candidates: [] });
    expect(await route({ buyerNames: ['Fern'] })).toMatchObject({ reason: 'BuyerUnknown', params: { value: 'Fern' } });
    asked.length = 0;
    await route({ endpoint: { scheme: '0088', value: '4012345000009' } });
    expect(asked).toEqual([]); // a scheme that no route has
  });

  it('leads away from a client only if it names another', async () => {
    expect(namesOther(await route({ buyerReference: OWN }), 1, 1)).toBe(false);
    expect(namesOther(await route({ buyerReference: OWN }), 3, 0)).toBe(true);
    expect(namesOther(await route({ buyerReference: UNKNOWN }), 1, 1)).toBe(true);
    // Who has no Leitweg-ID registered cannot tell whether it is their own.
    expect(namesOther(await route({ buyerReference: UNKNOWN }), 1, 0)).toBe(false);
    expect(namesOther(await route({ buyerNames: ['Fern'] }), 1, 1)).toBe(false);
  });

  it('is compared without what people write differently', () => {
    expect(routeKey('email', ' Post@X.example ')).toBe('post@x.example');
    expect(routeKey('vat-id', 'DE 123.456')).toBe('DE123456');
    expect(routeKey('name', 'Gemeinde Ahlenbrück, Der Bürgermeister')).toBe(
      routeKey('name', 'GEMEINDE AHLENBRUECK - der Buergermeister'),
    );
    expect(routeKey('name', '…')).toBeNull();
  });
});
