import { type OpenDatabase, createTestClient, openTestDatabase } from '../../../../test/support/clients.js';
import { addCostCentre } from '../master-data/cost-centres.js';
import { SYSTEM } from '@lib/access';

let open: OpenDatabase;
let own: number;
let foreign: number;
beforeAll(async () => {
  open = await openTestDatabase();
  own = (await createTestClient(open.db)).id;
  foreign = (await createTestClient(open.db)).id;
  for (const id of [own, foreign]) {
    await open.db.inClient(id, (tx) => addCostCentre(tx, { code: '100', name: `Kostenstelle von ${id}` }, SYSTEM));
  }
});
afterAll(() => open.close());

const TABLES = ['account', 'product', 'cost_centre', 'client_setting', 'fiscal_year', 'period'];

describe('the application', () => {
  it.each(TABLES)('sees in %s only the rows of the client it opened', async (table) => {
    const ids = (tx: { query(sql: string): Promise<unknown[]> }) => tx.query(`select distinct client_id from ${table}`);
    expect(await open.db.inClient(own, ids)).toEqual([{ client_id: own }]);
    expect(await open.db.inCentre(ids)).toEqual([]);
  });

  it('cannot write a row into another client’s books', async () => {
    const write = open.db.inClient(own, (tx) =>
      tx.query(`insert into cost_centre (client_id, code, name) values ($1, '666', 'untergeschoben')`, [foreign]),
    );
    await expect(write).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot change or delete another client’s row', async () => {
    const changed = await open.db.inClient(own, (tx) =>
      tx.query(`update cost_centre set name = 'fremd' where client_id = $1 returning code`, [foreign]),
    );
    expect(changed).toEqual([]);
    const removed = open.db.inClient(own, (tx) => tx.query('delete from cost_centre'));
    await expect(removed).rejects.toMatchObject({ code: '42501' });
  });

  it('leaves no client bound after a transaction', async () => {
    await open.db.inClient(own, (tx) => tx.query('select 1'));
    for (let connection = 0; connection < 10; connection++) {
      expect(await open.db.inCentre((tx) => tx.query('select 1 from cost_centre'))).toEqual([]);
    }
  });
});
