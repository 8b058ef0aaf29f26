import { type Books, openBooks } from '../../../test/support/books.js';
import { newPartner, raiseAndPost, settle } from '../../../test/support/open-items.js';

describe('raising an open item', () => {
  let books: Books;
  beforeAll(async () => {
    books = await openBooks();
  });
  afterAll(() => books.close());

  it('stands in the books as soon as its entry does, and is settled by what names it', async () => {
    const client = await books.client();
    const item = await books.db.inClient(client.id, async (tx) => {
      const partner = await newPartner(tx);
      return raiseAndPost(tx, { partnerId: partner.id, amount: -11900n });
    });
    const read = async () => (await books.all<any>('select * from open_item where id = $1', [item.id]))[0];
    expect(await read()).toMatchObject({ balance: '-11900', state: 'open', raised_year: 2026, raised_no: '1' });
    await books.db.inClient(client.id, (tx) => settle(tx, { ...item, account: '351101', balance: -11900n }, 1900n));
    expect(await read()).toMatchObject({ balance: '-10000', state: 'open' });
    await books.db.inClient(client.id, (tx) => settle(tx, { ...item, account: '351101', balance: -11900n }, 10000n));
    expect(await read()).toMatchObject({ balance: '0', state: 'settled' });
  });
});
