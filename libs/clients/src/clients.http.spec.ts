import { Database } from '@lib/database';
import { createTestUser, type TestUser } from '../../../test/support/access.js';
import { type AccessApp, startAccess } from '../../../test/support/access-app.js';
import { createTestClient } from '../../../test/support/clients.js';
import { ClientsModule } from './clients.module.js';

let access: AccessApp;
let own: number;
let foreign: number;
let lead: TestUser;
let treasurer: TestUser;
let clerk: TestUser;
let administrator: TestUser;
beforeAll(async () => {
  access = await startAccess({}, [], [ClientsModule]);
  const db = access.app.get(Database);
  own = (await createTestClient(db, { name: 'Gemeinde Eigen' })).id;
  foreign = (await createTestClient(db, { name: 'Gemeinde Fremd' })).id;
  const somebody = (role: Parameters<typeof createTestUser>[1] & object): Promise<TestUser> => createTestUser(db, role);
  lead = await somebody({ roles: [{ role: 'centre-lead', clientId: null }] });
  treasurer = await somebody({ roles: [{ role: 'treasurer', clientId: own }] });
  clerk = await somebody({ roles: [{ role: 'clerk', clientId: own }] });
  administrator = await somebody({ roles: [{ role: 'administrator', clientId: null }] });
});
afterAll(() => access.close());

const send = async (user: TestUser, method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown, headers = {}) => {
  const answer = await access.send(method, url, body, { ...user.headers, ...headers });
  return {
    status: answer.statusCode,
    body: answer.json<Record<string, never> & { code: string; items: { name: string }[] }>(),
  };
};
const NEW = {
  template: 'nrw-municipality',
  key: 'neustadt',
  name: 'Gemeinde Neustadt',
  fiscalYear: 2026,
  officialKey: '05999901',
};

describe('clients over HTTP', () => {
  it('one request creates a client that its creator can use at once, and repeating it creates no second', async () => {
    const key = { 'idempotency-key': 'anlage-neustadt' };
    const created = await send(lead, 'POST', '/clients', NEW, key);
    expect(created).toMatchObject({ status: 201, body: { key: 'neustadt', officialKey: '05999901', version: 1 } });
    expect(await send(lead, 'POST', '/clients', NEW, key)).toEqual(created);
    expect(await send(lead, 'POST', '/clients', { ...NEW, name: 'Andere' }, key)).toMatchObject({
      status: 409,
      body: { code: 'KeyReused' },
    });
    const years = await send(lead, 'GET', `/clients/${String(created.body.id)}/fiscal-years`);
    expect(years.body.items).toMatchObject([{ year: 2026, state: 'open', entries: 0 }]);
  });

  it('everybody sees the clients they work for; whoever manages clients sees all', async () => {
    const names = async (user: TestUser): Promise<string[]> =>
      (await send(user, 'GET', '/clients')).body.items.map((client) => client.name);
    expect(await names(clerk)).toEqual(['Gemeinde Eigen']);
    expect(await names(administrator)).toEqual(expect.arrayContaining(['Gemeinde Eigen', 'Gemeinde Fremd']));
    expect((await send(clerk, 'GET', `/clients/${own}`)).status).toBe(200);
    expect((await send(administrator, 'GET', `/clients/${own}`)).status).toBe(200);
    expect(await send(clerk, 'GET', `/clients/${foreign}`)).toMatchObject({ status: 404, body: { code: 'NotFound' } });
    expect((await send(administrator, 'GET', `/clients/${own}/accounts`)).status).not.toBe(200); // sees no books
  });

  it('only who manages clients creates and changes them, only who manages master data adds to a chart', async () => {
    expect((await send(treasurer, 'POST', '/clients', NEW)).status).toBe(403);
    expect((await send(treasurer, 'PATCH', `/clients/${own}`, { version: 1, name: 'Nein' })).status).toBe(403);
    const account = { number: '524199', name: 'Strom' };
    expect((await send(clerk, 'POST', `/clients/${own}/accounts`, account)).status).toBe(403);
    expect((await send(treasurer, 'POST', `/clients/${foreign}/accounts`, account)).status).toBe(404);
    expect((await send(treasurer, 'POST', `/clients/${own}/accounts`, account)).status).toBe(201);
    expect((await send(treasurer, 'GET', `/clients/${foreign}/accounts/4012`)).status).toBe(404);
  });

  it('changes master data for whoever read the latest version; null takes a value away', async () => {
    const change = {
      version: 1,
      email: 'rathaus@example.org',
      address: { street: 'Markt 1', postcode: '48999', city: 'Eigen' },
    };
    expect((await send(lead, 'PATCH', `/clients/${own}`, change)).body).toMatchObject({
      version: 2,
      email: 'rathaus@example.org',
    });
    expect((await send(lead, 'PATCH', `/clients/${own}`, change)).body).toMatchObject({ code: 'VersionConflict' });
    const emptied = await send(lead, 'PATCH', `/clients/${own}`, { version: 2, email: null, address: null });
    expect(emptied.body).toMatchObject({ version: 3, email: null, address: {} });
    expect((await send(lead, 'PATCH', '/clients/999999', change)).status).toBe(404);
  });

  it.each([
    ['an unknown property', { ...NEW, admin: true }],
    ['a name with a NUL byte', { ...NEW, name: 'Gemeinde\u0000' }],
    ['a year as text', { ...NEW, fiscalYear: '2026' }],
    ['a template there is not', { ...NEW, template: 'saarland' }],
    ['a name that is an object', { ...NEW, name: { $ne: 1 } }],
    ['an address with more in it', { ...NEW, address: { street: 'Markt', planet: 'Mars' } }],
    ['an array', []],
  ])('refuses %s', async (_, body) => {
    expect((await send(lead, 'POST', '/clients', body)).status).toBe(400);
  });

  it('lists the chart in pages and finds accounts by number or words', async () => {
    const first = await send(clerk, 'GET', `/clients/${own}/accounts?limit=400&postable=true&cash=false`);
    expect(first.body.items).toHaveLength(400);
    const next = await send(
      clerk,
      'GET',
      `/clients/${own}/accounts?limit=400&postable=true&cash=false&after=${String(first.body.next)}`,
    );
    expect(next.body.next).toBeNull();
    const found = await send(clerk, 'GET', `/clients/${own}/accounts?q=grundsteuer%20b&postable=true&limit=3`);
    expect(found.body.items[0]).toMatchObject({ number: '4012', name: 'Grundsteuer B' });
    const anything = await send(clerk, 'GET', `/clients/${own}/search?q=${encodeURIComponent('straßenreinigung')}`);
    expect(anything.body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'account', id: '432140' }),
        expect.objectContaining({ type: 'product', id: '545' }),
      ]),
    );
    for (const q of ['%00', '\\', "'; drop table account", '('.repeat(90)]) {
      expect((await send(clerk, 'GET', `/clients/${own}/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
    }
    expect((await send(clerk, 'GET', `/clients/${own}/accounts?class=x`)).status).toBe(400);
  });

  it('closes and reopens a period, and tells who did', async () => {
    const url = `/clients/${own}/fiscal-years/2026`;
    expect((await send(clerk, 'POST', `${url}/periods/1/state`, { state: 'closed' })).status).toBe(403);
    const closed = await send(treasurer, 'POST', `${url}/periods/1/state`, { state: 'closed', version: 1 });
    expect(closed).toMatchObject({ status: 200, body: { year: 2026, state: 'open' } });
    expect((await send(treasurer, 'POST', `${url}/periods/1/state`, { state: 'open' })).body.code).toBe(
      'ReopeningNeedsReason',
    );
    expect((await send(clerk, 'GET', `${url}/period-decisions`)).body.items).toHaveLength(1);
    expect((await send(treasurer, 'POST', `${url}/periods/99/state`, { state: 'closed' })).status).toBe(404);
    expect(
      (await send(treasurer, 'POST', `/clients/${own}/fiscal-years/x/periods/1/state`, { state: 'closed' })).status,
    ).toBe(404);
  });

  it('adds products, cost centres, bank accounts, settings and years', async () => {
    const at = `/clients/${own}`;
    const made = [
      await send(treasurer, 'POST', `${at}/products`, { code: '541.01', name: 'Straßenunterhaltung' }),
      await send(treasurer, 'POST', `${at}/cost-centres`, { code: '1010', name: 'Rathaus' }),
      await send(treasurer, 'POST', `${at}/bank-accounts`, {
        name: 'Sparkasse',
        iban: 'DE02120300000000202051',
        account: '1811',
      }),
      await send(treasurer, 'POST', `${at}/settings`, { key: 'payments.termDays', value: 14, validFrom: '2027-01-01' }),
      await send(treasurer, 'POST', `${at}/fiscal-years`, { year: 2027 }),
    ];
    expect(made.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    for (const list of ['products', 'cost-centres', 'bank-accounts', 'settings']) {
      expect((await send(clerk, 'GET', `${at}/${list}`)).status).toBe(200);
    }
    const bank = `${at}/bank-accounts/${String(made[2]!.body.id)}`;
    expect((await send(treasurer, 'PATCH', bank, { version: 1, active: false })).body).toMatchObject({ active: false });
    expect((await send(treasurer, 'PATCH', `${at}/bank-accounts/abc`, { version: 1 })).status).toBe(404);
    expect((await send(treasurer, 'PATCH', `${at}/cost-centres/1010`, { version: 1, name: null })).status).toBe(400);
    expect((await send(treasurer, 'PATCH', `${at}/products/541.01`, { version: 1, locked: true })).body).toMatchObject({
      version: 2,
    });
  });
});
