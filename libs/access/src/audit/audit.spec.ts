import { Controller, Get, Logger, Param, Post } from '@nestjs/common';
import { AuditLog, ClientId, CurrentActor, type Actor, Needs, NotRecorded, SignedIn } from '@lib/access';
import { Database } from '@lib/database';
import { type AccessApp, startAccess } from '../../../../test/support/access-app.js';
import { createBareClient, createTestUser, type TestUser } from '../../../../test/support/access.js';
import { withoutSecrets } from './audit-event.js';

@Controller('clients/:clientId')
class Books {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  @Get('journal-entries/:entryId')
  @Needs('books:read')
  read(@Param('entryId') entryId: string) {
    return { entryId };
  }

  @Get('documents')
  @Needs('books:read')
  documents() {
    return { items: [] };
  }

  @Post('journal-entries')
  @Needs('journal:post')
  @NotRecorded('the entry is its own record')
  post() {
    return {};
  }

  /** Writes and then fails: neither the write nor its event may stay. */
  @Post('failures')
  @Needs('journal:post')
  async fail(@ClientId() clientId: number, @CurrentActor() by: Actor) {
    await this.db.inCentre(async (tx) => {
      await this.audit.record(tx, { by, clientId, action: 'books.try' });
      throw new Error('after the event');
    });
  }
}

/** Stands for the list of decisions, which the navigation asks for as well. */
@Controller('decisions')
class Decisions {
  @Get()
  @SignedIn()
  list() {
    return { items: [] };
  }
}

let centre: AccessApp;
let north: number;
let south: number;
let clerk: TestUser;

beforeAll(async () => {
  centre = await startAccess({}, [Books, Decisions]);
  north = await createBareClient(centre.db, 'north');
  south = await createBareClient(centre.db, 'south');
  clerk = await createTestUser(centre.db, { userName: 'clerk', roles: [{ role: 'clerk', clientId: north }] });
});
afterAll(() => centre.close());

/** Three of these cases are errors, and the log would say so. */
const logged: jest.SpyInstance[] = [];
beforeEach(() => logged.push(jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined)));
afterEach(() => logged.pop()?.mockRestore());

interface Item {
  id: string;
  action: string;
  resource: string;
  outcome: string;
  userName: string;
  clientId: number | null;
  detail: Record<string, unknown>;
  ip: string;
}
const log = async (who: TestUser, query = ''): Promise<{ items: Item[]; next: string | null }> => {
  await centre.app.get(AuditLog).flush();
  return (await centre.send('GET', `/centre/audit-log?${query}`, undefined, who.headers)).json();
};

describe('the audit log', () => {
  it('tells who read what, and who was refused', async () => {
    const lead = await createTestUser(centre.db, { roles: [{ role: 'centre-lead', clientId: null }] });
    await centre.send('GET', `/clients/${north}/journal-entries/2026-17?text=M%C3%BCller`, undefined, {
      ...clerk.headers,
      'x-forwarded-for': '192.0.2.7',
    });
    await centre.send('GET', `/clients/${south}/journal-entries/2026-17`, undefined, clerk.headers);
    const { items } = await log(lead, `userId=${clerk.id}`);
    const reads = items.filter((item) => item.action.startsWith('GET /clients'));
    expect(reads).toMatchObject([
      { outcome: '404', clientId: null, resource: `clients/${south}/journal-entries/2026-17`, userName: 'clerk' },
      {
        outcome: 'ok',
        action: 'GET /clients/:clientId/journal-entries/:entryId',
        clientId: north,
        resource: `clients/${north}/journal-entries/2026-17`,
        detail: { query: 'text=M%C3%BCller' },
        userName: 'clerk',
        ip: '192.0.2.7',
      },
    ]);
  });

  it('leaves out what records itself, but not who was refused it', async () => {
    const lead = await createTestUser(centre.db, { roles: [{ role: 'centre-lead', clientId: null }] });
    expect((await centre.send('POST', `/clients/${north}/journal-entries`, {}, clerk.headers)).statusCode).toBe(201);
    expect((await log(lead, 'action=POST /clients')).items).toEqual([]);
    const reader = await createTestUser(centre.db, { roles: [{ role: 'auditor', clientId: north }] });
    expect((await centre.send('POST', `/clients/${north}/journal-entries`, {}, reader.headers)).statusCode).toBe(403);
    expect((await log(lead, 'action=POST /clients')).items).toMatchObject([
      { userName: reader.userName, outcome: '403' },
    ]);
  });

  it('tells nothing of what was rolled back but that it was tried', async () => {
    const lead = await createTestUser(centre.db, { roles: [{ role: 'centre-lead', clientId: null }] });
    expect((await centre.send('POST', `/clients/${north}/failures`, {}, clerk.headers)).statusCode).toBe(500);
    expect((await log(lead, 'action=books.')).items).toEqual([]);
    expect((await log(lead, 'action=POST /clients/:clientId/failures')).items).toMatchObject([{ outcome: '500' }]);
  });

  it('is written down to the last event when the application stops', async () => {
    for (let read = 0; read < 250; read++) {
      await centre.send('GET', `/clients/${north}/journal-entries/last-${read}`, undefined, clerk.headers);
    }
    await centre.restart();
    const [row] = await centre.db.inCentre((tx) =>
      tx.query<{ count: number }>(`select count(*)::int as count from audit_event where resource like '%/last-%'`),
    );
    expect(row!.count).toBe(250);
  });

  it('keeps what it cannot write at the moment, and tells what it lost', async () => {
    const audit = centre.app.get(AuditLog);
    await audit.flush();
    const query = jest
      .spyOn(centre.db.pool, 'query')
      .mockImplementation((() => Promise.reject(new Error('no connection'))) as never);
    for (let event = 0; event < 50_010; event++) audit.note({ action: 'flood' });
    await audit.flush();
    query.mockRestore();
    await audit.flush();
    const rows = await centre.db.inCentre((tx) =>
      tx.query(`select action, count(*)::int as count, max(detail->>'events') as events from audit_event
                where action in ('flood', 'audit.overflow') group by action order by action`),
    );
    expect(rows).toEqual([
      { action: 'audit.overflow', count: 1, events: '10' },
      { action: 'flood', count: 50_000, events: null },
    ]);
  });

  it('does not stop at one event that the database refuses', async () => {
    const audit = centre.app.get(AuditLog);
    audit.note({ action: 'before.bad' });
    audit.note({ action: '' });
    audit.note({ action: 'after.bad', resource: 'half a pair \ud83d and a \0', detail: { text: '\ud83d\0' } });
    await audit.flush();
    const rows = await centre.db.inCentre((tx) =>
      tx.query(`select action from audit_event where action like '%.bad' order by id`),
    );
    expect(rows).toEqual([{ action: 'before.bad' }, { action: 'after.bad' }]);
  });
});

describe('reading the audit log', () => {
  it('shows a client’s auditor that client and nothing else', async () => {
    const auditor = await createTestUser(centre.db, { roles: [{ role: 'auditor', clientId: north }] });
    const southClerk = await createTestUser(centre.db, { roles: [{ role: 'clerk', clientId: south }] });
    await centre.send('GET', `/clients/${south}/journal-entries/1`, undefined, southClerk.headers);
    await centre.send('GET', `/clients/${north}/journal-entries/1`, undefined, clerk.headers);
    const { items } = await log(auditor);
    expect(new Set(items.map((item) => item.clientId))).toEqual(new Set([north]));
    expect(
      (await centre.send('GET', `/centre/audit-log?clientId=${south}`, undefined, auditor.headers)).statusCode,
    ).toBe(404);
    expect((await log(auditor, `clientId=${north}`)).items.length).toBeGreaterThan(0);
  });

  it('is not for those without the permission', async () => {
    const answer = await centre.send('GET', '/centre/audit-log', undefined, clerk.headers);
    expect(answer.json()).toMatchObject({
      status: 403,
      code: 'Forbidden',
      detail: expect.stringContaining('audit:read'),
    });
    expect((await centre.send('GET', `/centre/audit-log?clientId=${north}`, undefined, clerk.headers)).statusCode).toBe(
      403,
    );
    expect((await centre.send('GET', '/centre/audit-log')).statusCode).toBe(401);
  });

  it('goes page by page, by day, and by what was done', async () => {
    const administrator = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    const first = await log(administrator, 'action=role.&limit=2');
    const second = await log(administrator, `action=role.&limit=2&after=${first.next}`);
    expect(first.items).toHaveLength(2);
    const ids = [...first.items, ...second.items].map((item) => BigInt(item.id));
    expect(ids).toEqual([...ids].sort((a, b) => (a < b ? 1 : -1)));
    expect(new Set(ids).size).toBe(ids.length);
    const today = centre.clock.today();
    expect((await log(administrator, `from=${today}&to=${today}`)).items.length).toBeGreaterThan(0);
    expect((await log(administrator, 'from=2020-01-01&to=2020-01-02')).items).toEqual([]);
    for (const query of [
      'from=yesterday',
      'limit=0',
      'after=x',
      'userId=1',
      'clientId=x',
      'order=asc',
      'kind=x',
      'counters=1',
    ]) {
      expect(
        (await centre.send('GET', `/centre/audit-log?${query}`, undefined, administrator.headers)).statusCode,
      ).toBe(400);
    }
  });

  it('is narrowed to what was read or done, to one person, and to one object with what lies below it', async () => {
    const administrator = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    const [person, other] = [await createTestUser(centre.db), await createTestUser(centre.db)];
    for (const { id } of [person, other]) {
      const role = { role: 'clerk', clientId: north };
      await centre.send('POST', `/centre/users/${id}/roles`, role, administrator.headers);
      await centre.send('GET', `/centre/users/${id}`, undefined, administrator.headers);
    }
    const actions = async (query: string) => {
      const { items } = await log(administrator, `userId=${administrator.id}&${query}`);
      return items.map((item) => item.action);
    };
    expect(new Set(await actions('kind=write'))).toEqual(new Set(['role.assign', 'api-token.create']));
    const reads = await actions('kind=read');
    expect(reads.length).toBeGreaterThan(1);
    expect(reads.every((action) => action.startsWith('GET '))).toBe(true);
    for (const object of [`users/${person.id}`, `centre/users/${person.id}`]) {
      const about = await log(administrator, `object=${object}`);
      expect(about.items.map((item) => item.action).sort()).toEqual([
        'GET /centre/users/:userId',
        'role.assign',
        'user.create',
      ]);
    }
    expect((await log(administrator, `object=users/${person.id.slice(0, 8)}`)).items).toEqual([]);
    expect((await log(administrator, 'object=%25')).items).toEqual([]);
  });

  it('leaves out how the navigation counts, which is recorded all the same', async () => {
    const lead = await createTestUser(centre.db, { roles: [{ role: 'centre-lead', clientId: null }] });
    const { headers } = clerk;
    await centre.send('GET', '/decisions', undefined, headers);
    await centre.send('GET', `/clients/${north}/documents?limit=1`, undefined, headers);
    await centre.send('GET', `/clients/${north}/documents?limit=50`, undefined, headers);
    const actions = async (query: string) =>
      (await log(lead, `userId=${clerk.id}&${query}`)).items
        .filter(({ action }) => /decisions|documents/.test(action))
        .map(({ action, detail }) => [action, detail['query']]);
    const page = ['GET /clients/:clientId/documents', 'limit=50'];
    expect(await actions('')).toEqual([page]);
    expect(await actions('counters=true')).toEqual([
      page,
      ['GET /clients/:clientId/documents', 'limit=1'],
      ['GET /decisions', undefined],
    ]);
  });

  it('names people to those who may read of them', async () => {
    const administrator = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    const auditor = await createTestUser(centre.db, { roles: [{ role: 'auditor', clientId: south }] });
    const elsewhere = await createTestUser(centre.db, { roles: [{ role: 'clerk', clientId: north }] });
    const people = async (who: TestUser) =>
      (await centre.send('GET', '/centre/audit-log/people', undefined, who.headers))
        .json<{ items: { id: string }[] }>()
        .items.map(({ id }) => id);
    expect(await people(administrator)).toEqual(expect.arrayContaining([elsewhere.id, auditor.id]));
    expect(await people(auditor)).toContain(auditor.id);
    expect(await people(auditor)).not.toContain(elsewhere.id);
    const refused = await centre.send('GET', '/centre/audit-log/people', undefined, elsewhere.headers);
    expect(refused.statusCode).toBe(403);
  });

  it('shows who gave which role to whom, with what limit', async () => {
    const administrator = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    const person = await createTestUser(centre.db);
    await centre.send(
      'POST',
      `/centre/users/${person.id}/roles`,
      { role: 'clerk', clientId: south, amountLimit: '75.00' },
      administrator.headers,
    );
    const { items } = await log(administrator, `clientId=${south}&action=role.assign&limit=1`);
    expect(items).toMatchObject([
      {
        userName: administrator.userName,
        clientId: south,
        resource: expect.stringContaining(`users/${person.id}/roles/`),
        detail: { role: 'clerk', amountLimit: '75.00', validFrom: centre.clock.today(), validTo: null },
      },
    ]);
  });
});

test('no secret gets into the detail of an event', () => {
  expect(
    withoutSecrets({
      userName: 'clerk',
      newPassword: 'x',
      nested: [{ apiToken: 'fzt_x', X_CSRF_Token: 'y', totp: '123456', code: '123456', passwordChanged: true }],
      long: 'x'.repeat(600),
    }),
  ).toEqual({
    userName: 'clerk',
    newPassword: '…',
    nested: [{ apiToken: '…', X_CSRF_Token: '…', totp: '…', code: '…', passwordChanged: true }],
    long: `${'x'.repeat(500)}…`,
  });
});
