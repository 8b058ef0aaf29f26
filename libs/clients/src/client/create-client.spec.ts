import { SYSTEM } from '@lib/access';
import { createHash } from 'node:crypto';
import { type OpenDatabase, createTestClient, openTestDatabase } from '../../../../test/support/clients.js';
import { createClient } from './create-client.js';

let open: OpenDatabase;
beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());

const count = async (clientId: number, from: string): Promise<number> => {
  const [row] = await open.db.inClient(clientId, (tx) =>
    tx.query<{ n: number }>(`select count(*)::int as n from ${from}`),
  );
  return row!.n;
};

describe('a new client', () => {
  it('has the whole chart, the product frame, settings and a year that can be booked on', async () => {
    const client = await createTestClient(open.db, { fiscalYear: 2026 });
    expect(await count(client.id, `account where origin = 'chart'`)).toBe(1137);
    expect(await count(client.id, `account where origin = 'own' and control is not null`)).toBe(6);
    expect(await count(client.id, 'account')).toBe(1137 + 6 + 4);
    expect(await count(client.id, `tax_key where usage = 'output' and rate = 19`)).toBe(2);
    expect(await count(client.id, 'product')).toBe(102);
    expect(await count(client.id, `client_setting where key = 'vat.standardRate'`)).toBe(3);
    expect(await count(client.id, `period where fiscal_year = 2026 and state = 'open'`)).toBe(13);
    const periods = await open.db.inClient(client.id, (tx) =>
      tx.query('select period, starts_on, ends_on from period where period in (0, 2, 13) order by period'),
    );
    expect(periods).toEqual([
      { period: 0, starts_on: '2026-01-01', ends_on: '2026-12-31' },
      { period: 2, starts_on: '2026-02-01', ends_on: '2026-02-28' },
      { period: 13, starts_on: '2026-12-31', ends_on: '2026-12-31' },
    ]);
  });

  it('begins its chain with a value of its own', async () => {
    const client = await createTestClient(open.db, { fiscalYear: 2026 });
    const [year] = await open.db.inClient(client.id, (tx) =>
      tx.query<{ head: Buffer }>('select head from fiscal_year'),
    );
    const genesis = createHash('sha256').update(`finanzzentrum-chain-v1\u001f${client.uuid}\u001f2026`).digest();
    expect(year!.head.equals(genesis)).toBe(true);
  });

  it('is written as a whole or not at all', async () => {
    const failed = open.db.inCentre(async (tx) => {
      await createClient(
        tx,
        { template: 'nrw-municipality', key: 'halb', name: 'Gemeinde Halb', fiscalYear: 2026 },
        SYSTEM,
      );
      throw new Error('power cut');
    });
    await expect(failed).rejects.toThrow('power cut');
    expect(await open.db.inCentre((tx) => tx.query(`select 1 from client where key = 'halb'`))).toEqual([]);
  });

  it('tells in the audit log who created it', async () => {
    const client = await createTestClient(open.db);
    const events = await open.db.inCentre((tx) =>
      tx.query(`select action, user_name from audit_event where client_id = $1`, [client.id]),
    );
    expect(events).toEqual([{ action: 'client.create', user_name: 'system' }]);
  });

  it.each([
    ['a key that is taken', { key: 'doppelt' }, 'AlreadyExists'],
    ['a key with an umlaut', { key: 'ahlenbrück' }, 'ClientKeyMalformed'],
    ['an official key of another state', { officialKey: '09162000' }, 'OfficialKeyMalformed'],
    [
      'a creditor identifier with wrong check digits',
      { creditorIdentifier: 'DE97ZZZ09999999999' },
      'CreditorIdentifierWrong',
    ],
    ['a parent that does not exist', { parentClientId: 999_999 }, 'ParentClientUnknown'],
    ['arms with a script', { arms: 'data:image/svg+xml,<svg><script/></svg>' }, 'ArmsRefused'],
    ['a template for the other kind', { kind: 'special-fund' as const }, 'TemplateDoesNotFit'],
  ])('is refused for %s', async (_, wish, code) => {
    if (code === 'AlreadyExists') await createTestClient(open.db, { key: 'doppelt' });
    await expect(createTestClient(open.db, wish)).rejects.toMatchObject({ code });
  });
});
