import { type Books, entry, LEAD, openBooks, postDirectly, toPost, wish } from '../../../test/support/books.js';
import { tryEntry } from './try-entry.js';

let books: Books;
let client: number;
beforeAll(async () => {
  books = await openBooks();
  client = (await books.client()).id;
});
afterAll(() => books.close());

const warned = async (date: string, lines: string, more: Record<string, unknown> = {}): Promise<string[]> => {
  const trial = await books.db.inClient(client, (tx) =>
    tryEntry(tx, wish(entry(date, lines, more)), LEAD, '2026-07-01'),
  );
  expect(trial.refusals).toEqual([]);
  return trial.warnings.map(({ code, pointer }) => `${code} ${pointer}`);
};
const USUAL = '5241 S 80.00, 1811/7241 H 80.00';

it.each([
  ['nothing in an ordinary entry', '2026-06-30', USUAL, {}, []],
  ['a date far ahead', '2026-12-01', USUAL, {}, ['DateFarAway /bookingDate']],
  [
    'a voucher dated after the booking',
    '2026-06-30',
    USUAL,
    { documentDate: '2026-07-02' },
    ['DocumentAfterBooking /documentDate'],
  ],
  ['a voucher of years ago', '2026-06-30', USUAL, { documentDate: '2024-01-02' }, ['DateFarAway /documentDate']],
  [
    'money that comes in on an account for outpayments',
    '2026-06-30',
    '1811/7241 S 80.00, 5241 H 80.00',
    {},
    ['PaymentAgainstCashAccount /lines/0/cashAccount'],
  ],
  [
    'money that goes out on an account for inpayments',
    '2026-06-30',
    '4012 S 80.00, 1811/6012 H 80.00',
    {},
    ['PaymentAgainstCashAccount /lines/1/cashAccount'],
  ],
  ['equity against bank', '2026-06-30', '2011 S 80.00, 1811/7241 H 80.00', {}, ['EquityAgainstBank /lines/0/account']],
  ['nothing where balances open', '2026-01-01', '1811 S 80.00, 2011 H 80.00', { kind: 'opening' }, []],
])('points at %s', async (_, date, lines, more, expected) => {
  expect(await warned(date, lines, more)).toEqual(expected);
});

it('points at amounts that an account has never seen, once it has seen enough', async () => {
  const usual = (n: number): string => `5431 S ${n}.00, 3511 H ${n}.00`;
  await postDirectly(
    books.db,
    Array.from({ length: 19 }, (_, n) => toPost(client, entry('2026-05-01', usual(n + 1)))),
  );
  expect(await warned('2026-06-30', usual(500))).toEqual([]);
  await postDirectly(books.db, [toPost(client, entry('2026-05-01', usual(20)))]);
  expect(await warned('2026-06-30', usual(200))).toEqual([]);
  expect(await warned('2026-06-30', usual(500))).toEqual([
    'AmountUnusual /lines/0/debit',
    'AmountUnusual /lines/1/credit',
  ]);
});

it('refuses characters that turn the direction of a text', () => {
  for (const character of ['\u202e', '\u2066', '\u200f', '\u061c', '\u0085'])
    expect(() => wish(entry('2026-06-30', USUAL, { text: `Miete ${character}05.08` }))).toThrow('ControlCharacter');
});
