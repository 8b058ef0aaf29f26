import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { ClientTx } from '@lib/database';
import { type Books, openBooks } from '../../../../test/support/books.js';
import { countsByState } from './inbox.queries.js';

let books: Books;
let next = 1;
beforeAll(async () => (books = await openBooks()));
afterAll(() => books.close());

const STATES = ['new', 'quarantined', 'in-decision', 'returned', 'decided', 'posted', 'rejected'] as const;

async function arrive(tx: ClientTx, state: string): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into document (client_id, id, number, kind, state, channel, file_kind, received_at, received_by_name)
     values ($1, $2, $3, 'internal', $4, 'internal', 'none', now(), 'x')`,
    [tx.clientId, id, `E-2026-${String(next++).padStart(6, '0')}`, state],
  );
  return id;
}
const move = (tx: ClientTx, id: string, state: string) =>
  tx.query('update document set state = $3, version = version + 1 where client_id = $1 and id = $2', [
    tx.clientId,
    id,
    state,
  ]);

/** What is kept, held against what is there. */
async function agree(client: number): Promise<Record<string, number>> {
  const kept = await books.db.inClient(client, countsByState);
  const rows = await books.all<{ state: string; n: number }>(
    'select state, count(*)::int as n from document where client_id = $1 group by state',
    [client],
  );
  expect(kept).toEqual(Object.fromEntries(rows.map(({ state, n }) => [state, n])));
  return kept;
}
const changes = async (client: number): Promise<number> =>
  (await books.all('select 1 from document_count where client_id = $1', [client])).length;

describe('the kept counts of the inbox', () => {
  it('are those of the documents after any order of steps, taken back or not', async () => {
    const client = (await books.client()).id;
    const ids: string[] = [];
    const step = fc.record({
      what: fc.constantFrom('arrive', 'move', 'touch'),
      at: fc.nat(),
      state: fc.constantFrom(...STATES),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.boolean(), async (steps, takenBack) => {
        const arrived: string[] = [];
        const work = books.db.inClient(client, async (tx) => {
          for (const { what, at, state } of steps) {
            const id = ids[at % Math.max(1, ids.length)];
            if (what === 'arrive' || id === undefined) arrived.push(await arrive(tx, state));
            else if (what === 'move') await move(tx, id, state);
            else
              await tx.query('update document set version = version + 1 where client_id = $1 and id = $2', [
                client,
                id,
              ]);
          }
          if (takenBack) throw new Error('taken back');
        });
        if (takenBack) await expect(work).rejects.toThrow('taken back');
        else {
          await work;
          ids.push(...arrived);
        }
        await agree(client);
      }),
      { numRuns: 60 },
    );
  });

  it('hold while many write at once, and stay few', async () => {
    const [client, other] = [(await books.client()).id, (await books.client()).id];
    await books.db.inClient(other, (tx) => arrive(tx, 'new'));
    const writer = async (seat: number): Promise<void> => {
      for (let round = 0; round < 40; round++) {
        const back = (seat + round) % 5 === 0;
        await books.db
          .inClient(client, async (tx) => {
            const id = await arrive(tx, 'new');
            await move(tx, id, STATES[(seat + round) % STATES.length]!);
            if (back) throw new Error('taken back');
          })
          .catch((error: Error) => {
            if (error.message !== 'taken back') throw error;
          });
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, seat) => writer(seat)));
    const kept = await agree(client);
    expect(Object.values(kept).reduce((sum, n) => sum + n, 0)).toBe(256);
    expect(await agree(other)).toEqual({ new: 1 });
    // Without being put together there were some 700 changes.
    for (let more = 0; more < 300 && (await changes(client)) > 150; more++)
      await books.db.inClient(client, async (tx) => move(tx, await arrive(tx, 'new'), 'returned'));
    expect(await changes(client)).toBeLessThanOrEqual(150);
    await agree(client);
  });

  it('let nobody wait: a writer that has not ended keeps no other from writing', async () => {
    const client = (await books.client()).id;
    let go = (): void => undefined;
    let written = (): void => undefined;
    const goOn = new Promise<void>((resolve) => (go = resolve));
    const isWritten = new Promise<void>((resolve) => (written = resolve));
    const slow = books.db.inClient(client, async (tx) => {
      for (let n = 0; n < 120; n++) await move(tx, await arrive(tx, 'decided'), 'new'); // enough to have put changes together
      written();
      await goOn;
    });
    await isWritten;
    for (let n = 0; n < 120; n++)
      await books.db.inClient(client, async (tx) => move(tx, await arrive(tx, 'new'), 'returned'));
    expect(await agree(client)).toEqual({ returned: 120 });
    go();
    await slow;
    expect(await agree(client)).toEqual({ new: 120, returned: 120 });
  });

  it('cannot be written by the application', async () => {
    const client = (await books.client()).id;
    for (const sql of [
      `insert into document_count (client_id, state, change) values (${client}, 'new', 1)`,
      'delete from document_count',
    ])
      await expect(books.asRole('finanz_app', client, sql)).rejects.toMatchObject({ code: '42501' });
  });
});
