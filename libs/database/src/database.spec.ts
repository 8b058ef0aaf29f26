import { type Books, openBooks } from '../../../test/support/books.js';
import { Database, isConnectionLost, isPoolExhausted, together, type Tx } from './database.js';
import { dataSource } from './migrate.js';

let books: Books;
let own: number;
let other: number;
beforeAll(async () => {
  books = await openBooks();
  own = (await books.client()).id;
  other = (await books.client()).id;
});
afterAll(() => books.close());

const add = (tx: { query(sql: string): Promise<unknown[]> }, id: number, code: string): Promise<unknown[]> =>
  tx.query(`insert into cost_centre (client_id, code, name) values (${id}, '${code}', 'x')`);
const centres = (code: string): Promise<object[]> =>
  books.all('select client_id from cost_centre where code = $1', [code]);

describe('a transaction in the books of one client', () => {
  it('is committed whole or not at all', async () => {
    const broken = books.db.inClient(own, async (tx) => {
      await add(tx, own, '1');
      throw new Error('too late');
    });
    await expect(broken).rejects.toThrow('too late');
    expect(await centres('1')).toEqual([]);
  });

  it('does not pass for committed when a statement failed and somebody looked away', async () => {
    const careless = books.db.inClient(own, async (tx) => {
      await add(tx, own, '2');
      await tx.query('select 1/0').catch(() => undefined);
      return 'done';
    });
    await expect(careless).rejects.toThrow('nothing was committed');
    expect(await centres('2')).toEqual([]);
  });

  it('begins afresh after a deadlock', async () => {
    await books.db.inClient(own, async (tx) => {
      await add(tx, own, 'a');
      await add(tx, own, 'b');
    });
    let attempts = 0;
    const both = (first: string, second: string): Promise<void> =>
      books.db.inClient(own, async (tx) => {
        attempts++;
        const rename = (code: string): Promise<unknown[]> =>
          tx.query(`update cost_centre set version = version + 1 where client_id = ${own} and code = '${code}'`);
        await rename(first);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await rename(second);
      });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    expect(attempts).toBeGreaterThan(2); // one of them at least began anew
    expect(
      await books.all('select version from cost_centre where client_id = $1 and code in ($2, $3)', [own, 'a', 'b']),
    ).toEqual([{ version: 3 }, { version: 3 }]);
  });

  it('survives the loss of its connection between two statements: it fails, the process and the next one do not', async () => {
    const lost = books.db.inClient(own, async (tx) => {
      await add(tx, own, '3');
      const [{ pid }] = (await tx.query('select pg_backend_pid() as pid')) as [{ pid: number }];
      await books.all('select pg_terminate_backend($1)', [pid]);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    await expect(lost).rejects.toThrow();
    expect(await centres('3')).toEqual([]);
    expect(await books.db.inClient(own, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('rejects at once when its connection is lost, whatever its work waits for', async () => {
    const lost = books.db.inClient(own, async (tx) => {
      const [{ pid }] = (await tx.query('select pg_backend_pid() as pid')) as [{ pid: number }];
      await books.all('select pg_terminate_backend($1)', [pid]);
      await new Promise(() => undefined); // somebody outside who never comes back
    });
    await expect(lost.catch((error: unknown) => isConnectionLost(error))).resolves.toBe(true);
    expect(await books.db.inClient(own, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('is closed to work that was left behind: the connection is somebody else’s by then', async () => {
    let left: Tx | undefined;
    await books.db.inClient(own, async (tx) => void (left = tx));
    await expect(left!.query('select 1')).rejects.toThrow('the transaction is over');
  });

  it('is waited for only so long, and the answer says that nothing was tried', async () => {
    const source = await dataSource(books.db.pool.options.connectionString!, 1, {
      connectTimeoutMS: 200,
    } as never).initialize();
    const narrow = new Database(source);
    const turnedAway = await narrow.inClient(own, async (tx) => {
      await tx.query('select 1');
      return narrow.inClient(own, (other) => other.query('select 1')).catch((error: unknown) => error);
    });
    expect(isPoolExhausted(turnedAway)).toBe(true);
    await source.destroy();
  });

  it('sends statements together and runs them in order; the failure of the first of them is told, and none stands', async () => {
    const inOrder = await books.db.inClient(own, (tx) =>
      together([
        add(tx, own, '4'),
        tx.query<{ n: number }>(`select count(*)::int as n from cost_centre where client_id = ${own} and code = '4'`),
        tx.query<{ n: number }>(`select 2 as n`),
      ]),
    );
    expect(inOrder).toEqual([[], [{ n: 1 }], [{ n: 2 }]]);

    const twice = books.db.inClient(own, (tx) =>
      together([
        add(tx, own, '5'),
        add(tx, own, '4').finally(() => undefined),
        tx.query('select 1'),
        add(tx, own, '6'),
      ]),
    );
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect([await centres('5'), await centres('6')]).toEqual([[], []]);
  });

  it('loses its connection with several statements under way, and fails as with one', async () => {
    const lost = books.db.inClient(own, async (tx) => {
      const [{ pid }] = (await tx.query('select pg_backend_pid() as pid')) as [{ pid: number }];
      const statements = together([add(tx, own, '7'), tx.query('select pg_sleep(60)'), add(tx, own, '8')]);
      await Promise.all([statements, books.all('select pg_terminate_backend($1)', [pid])]);
    });
    await expect(lost.catch((error: unknown) => isConnectionLost(error))).resolves.toBe(true);
    expect([await centres('7'), await centres('8')]).toEqual([[], []]);
    expect(await books.db.inClient(own, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('takes nothing for a client’s id that is none', () => {
    for (const id of [0, -1, 1.5, Number.NaN, 2 ** 31, '1; drop table client' as never]) {
      expect(() => books.db.inClient(id, async () => undefined)).toThrow(RangeError);
    }
  });
});

describe('a look at several clients', () => {
  it('sees each client’s own rows, in the order asked for', async () => {
    const seen = await books.db.inClients([other, own], (tx) =>
      tx.query<{ client_id: number }>('select distinct client_id from account'),
    );
    expect(seen).toEqual([[{ client_id: other }], [{ client_id: own }]]);
  });

  it('sees one snapshot, whatever is committed meanwhile, and writes nothing', async () => {
    let later = 0;
    const counts = await books.db.inClients([own, own], async (tx) => {
      const [{ n }] = (await tx.query('select count(*)::int as n from cost_centre')) as [{ n: number }];
      await books.db.inClient(own, (meanwhile) => add(meanwhile, own, `s${++later}`));
      return n;
    });
    expect(counts[0]).toBe(counts[1]);
    const write = books.db.inClients([own], (tx) => add(tx, own, '9'));
    await expect(write).rejects.toMatchObject({ code: '25006' });
  });
});

it('dates, instants and amounts keep every digit', async () => {
  const [row] = await books.db.inCentre((tx) =>
    tx.query(
      `select date '2026-03-29' as day, timestamptz '2026-03-29 01:30:00.123456+01' as instant, 9999999999999::bigint as cents`,
    ),
  );
  expect(row).toEqual({ day: '2026-03-29', instant: '2026-03-29T00:30:00.123456Z', cents: '9999999999999' });
});

it('a connection that breaks in the moment it is handed out does not end the process', async () => {
  const source = await dataSource(books.db.pool.options.connectionString!, 1).initialize();
  const db = new Database(source);
  // The pool has taken its own listener away, and nobody else has put one on yet.
  db.pool.once('acquire', (connection) => setImmediate(() => connection.emit('error', new Error('farewell'))));
  const connection = await db.pool.connect();
  await new Promise((resolve) => setTimeout(resolve, 20));
  connection.release(true);
  await source.destroy();
});
