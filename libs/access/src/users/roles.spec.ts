import { type AccessApp, type Browser, startAccess } from '../../../../test/support/access-app.js';
import { createBareClient, createTestUser, type TestUser } from '../../../../test/support/access.js';
import { ROLES } from '../role.js';

let centre: AccessApp;
let administrator: TestUser;
let admin: Browser;
let north: number;
let south: number;

beforeAll(async () => {
  centre = await startAccess({ failuresPerAddress: 1000 });
  north = await createBareClient(centre.db, 'north');
  south = await createBareClient(centre.db, 'south');
  administrator = await createTestUser(centre.db, {
    userName: 'admin',
    roles: [{ role: 'administrator', clientId: null }],
  });
  admin = await centre.browser(administrator.userName, administrator.password);
});
afterAll(() => centre.close());

type UserAnswer = {
  id: string;
  version: number;
  roles: {
    id: string;
    role: string;
    clientId: number | null;
    amountLimit: string | null;
    validTo: string | null;
    version: number;
  }[];
  deputies: { id: string; deputyUserId: string; version: number }[];
};
const day = (offset: number): string => {
  const today = Date.parse(`${centre.clock.today()}T00:00:00Z`);
  return new Date(today + offset * 86_400_000).toISOString().slice(0, 10);
};
const give = (user: TestUser, role: object) => admin.send('POST', `/centre/users/${user.id}/roles`, role);
const permissionsAt = async (user: TestUser, clientId: number): Promise<string[] | null> => {
  const session = await centre.send('GET', '/auth/session', undefined, user.headers);
  const clients = session.json<{ clients: { id: number; permissions: string[] }[] }>().clients;
  return clients.find((client) => client.id === clientId)?.permissions ?? null;
};

describe('a role', () => {
  it('counts at its client at once, up to its limit', async () => {
    const user = await createTestUser(centre.db);
    expect(await permissionsAt(user, north)).toBeNull();
    const given = await give(user, { role: 'clerk', clientId: north, amountLimit: '2500.50' });
    expect(given.statusCode).toBe(201);
    expect(given.json<UserAnswer>().roles).toMatchObject([
      { role: 'clerk', clientId: north, amountLimit: '2500.50', validTo: null },
    ]);
    expect(await permissionsAt(user, north)).toContain('journal:post');
    expect(await permissionsAt(user, south)).toBeNull();
  });

  it('counts from its first to its last legal day', async () => {
    const user = await createTestUser(centre.db);
    await give(user, { role: 'clerk', clientId: north, validFrom: day(1), validTo: day(2) });
    const seen: boolean[] = [];
    for (let each = 0; each < 4; each++) {
      await centre.restart();
      seen.push((await permissionsAt(user, north)) !== null);
      centre.clock.advance({ days: 1 });
    }
    expect(seen).toEqual([false, true, true, false]);
    admin = await centre.browser(administrator.userName, administrator.password);
  });

  it('is changed, ended and called off, with the version in hand', async () => {
    const user = await createTestUser(centre.db);
    const [role] = (await give(user, { role: 'clerk', clientId: north })).json<UserAnswer>().roles;
    const change = (wish: object) => admin.send('PATCH', `/centre/users/${user.id}/roles/${role!.id}`, wish);
    expect((await change({ amountLimit: '10.00', version: 1 })).json()).toMatchObject({
      roles: [{ amountLimit: '10.00', version: 2 }],
    });
    expect((await change({ amountLimit: null, version: 2 })).json()).toMatchObject({
      roles: [{ amountLimit: null, version: 3 }],
    });
    expect((await change({ validTo: day(10), version: 2 })).json()).toMatchObject({
      status: 409,
      code: 'VersionConflict',
    });
    expect((await change({ validTo: day(-1), version: 3 })).json()).toMatchObject({ roles: [{ validTo: day(-1) }] });
    expect(await permissionsAt(user, north)).toBeNull();
    const other = await createTestUser(centre.db);
    const foreign = await admin.send('PATCH', `/centre/users/${other.id}/roles/${role!.id}`, {
      validTo: day(1),
      version: 4,
    });
    expect(foreign.statusCode).toBe(404);
  });

  it.each([
    [{ role: 'king', clientId: null }, 400, 'Invalid', '/role'],
    [{ role: 'clerk' }, 400, 'Invalid', '/clientId'],
    [{ role: 'clerk', clientId: 'north' }, 400, 'Invalid', '/clientId'],
    [{ role: 'clerk', clientId: 1.5 }, 400, 'Invalid', '/clientId'],
    [{ role: 'clerk', clientId: 999_999 }, 422, 'UnknownClient', '/clientId'],
    [{ role: 'clerk', clientId: null, amountLimit: '-1.00' }, 400, 'Invalid', '/amountLimit'],
    [{ role: 'clerk', clientId: null, amountLimit: '1.005' }, 400, 'Invalid', '/amountLimit'],
    [{ role: 'clerk', clientId: null, amountLimit: 100 }, 400, 'Invalid', '/amountLimit'],
    [{ role: 'clerk', clientId: null, validFrom: '2026-02-30' }, 400, 'Invalid', '/validFrom'],
    [
      { role: 'clerk', clientId: null, validFrom: '2026-03-02', validTo: '2026-03-01' },
      422,
      'ValidityReversed',
      '/validTo',
    ],
    [{ role: 'administrator', clientId: 1 }, 422, 'AdministratorWholeCentre', '/clientId'],
    [{ role: 'administrator', clientId: null, amountLimit: '1.00' }, 422, 'AdministratorWholeCentre', '/amountLimit'],
  ])('is not given by %j', async (wish, status, code, pointer) => {
    const user = await createTestUser(centre.db);
    expect((await give(user, wish)).json()).toMatchObject({ status, code, errors: [{ pointer }] });
  });

  it('is held once at a time', async () => {
    const user = await createTestUser(centre.db, { roles: [{ role: 'clerk', clientId: north }] });
    expect((await give(user, { role: 'clerk', clientId: north })).json()).toMatchObject({
      status: 409,
      code: 'RoleHeldAlready',
    });
    expect((await give(user, { role: 'clerk', clientId: south })).statusCode).toBe(201);
  });
});

describe('a deputy', () => {
  const appoint = (user: TestUser, wish: object) => admin.send('POST', `/centre/users/${user.id}/deputies`, wish);

  it('acts with the roles and limits of the other, at the client named and in the days named', async () => {
    const treasurer = await createTestUser(centre.db, { roles: [{ role: 'treasurer', clientId: null }] });
    const clerk = await createTestUser(centre.db, { roles: [{ role: 'clerk', clientId: north, amountLimit: 100n }] });
    const deputy = await createTestUser(centre.db);
    const days = { validFrom: day(0), validTo: day(1) };
    expect((await appoint(treasurer, { deputyUserId: deputy.id, clientId: south, ...days })).statusCode).toBe(201);
    const appointed = await appoint(clerk, { deputyUserId: deputy.id, clientId: null, ...days });
    expect(appointed.json<UserAnswer>().deputies).toMatchObject([
      { deputyUserId: deputy.id, deputyName: deputy.userName },
    ]);

    expect(await permissionsAt(deputy, south)).toContain('periods:manage');
    expect(await permissionsAt(deputy, north)).toEqual(expect.not.arrayContaining(['periods:manage']));
    const session = (await centre.send('GET', '/auth/session', undefined, deputy.headers)).json();
    expect(session).toMatchObject({
      permissions: [],
      clients: [
        { id: north, amountLimit: '1.00' },
        { id: south, amountLimit: null },
      ],
    });

    // Not handed on: whoever deputises for the deputy gets nothing of it.
    const third = await createTestUser(centre.db);
    await appoint(deputy, { deputyUserId: third.id, clientId: null, ...days });
    expect(await permissionsAt(third, north)).toBeNull();

    // Ended at once.
    const { id, version } = appointed.json<UserAnswer>().deputies[0]!;
    const ended = await admin.send('PATCH', `/centre/users/${clerk.id}/deputies/${id}`, { validTo: day(-1), version });
    expect(ended.statusCode).toBe(200);
    expect(await permissionsAt(deputy, north)).toBeNull();

    centre.clock.advance({ days: 2 });
    await centre.restart();
    expect(await permissionsAt(deputy, south)).toBeNull();
    admin = await centre.browser(administrator.userName, administrator.password);
  });

  it('and whoever is represented see it of themselves, today and later, and nobody else does', async () => {
    const clerk = await createTestUser(centre.db, { roles: [{ role: 'clerk', clientId: north }] });
    const [deputy, later, stranger] = [
      await createTestUser(centre.db),
      await createTestUser(centre.db),
      await createTestUser(centre.db),
    ];
    const now = { deputyUserId: deputy.id, clientId: north, validFrom: day(0), validTo: day(3) };
    expect((await appoint(clerk, now)).statusCode).toBe(201);
    await appoint(clerk, { deputyUserId: later.id, clientId: null, validFrom: day(5), validTo: day(9) });
    const over = (await appoint(clerk, { ...now, deputyUserId: stranger.id })).json<UserAnswer>();
    const { id, version } = over.deputies.find((one) => one.deputyUserId === stranger.id)!;
    await admin.send('PATCH', `/centre/users/${clerk.id}/deputies/${id}`, { validTo: day(-1), version });

    const seenBy = async (user: TestUser): Promise<any> =>
      (await centre.send('GET', '/auth/deputyships', undefined, user.headers)).json();
    expect(await seenBy(clerk)).toEqual({
      deputies: [
        expect.objectContaining({
          personId: deputy.id,
          personName: deputy.userName,
          clientId: north,
          clientName: expect.stringMatching(/\S/),
          validFrom: day(0),
          validTo: day(3),
          current: true,
        }),
        expect.objectContaining({ personId: later.id, clientId: null, clientName: null, current: false }),
      ],
      represented: [],
    });
    expect(await seenBy(deputy)).toEqual({
      deputies: [],
      represented: [expect.objectContaining({ personId: clerk.id, clientId: north, validTo: day(3) })],
    });
    expect(await seenBy(stranger)).toEqual({ deputies: [], represented: [] });
    expect((await centre.send('GET', '/auth/deputyships')).statusCode).toBe(401);

    // It rests while the other has left.
    const left = await admin.send('PATCH', `/centre/users/${clerk.id}`, { active: false, version: 1 });
    expect(left.statusCode).toBe(200);
    expect(await seenBy(deputy)).toEqual({ deputies: [], represented: [] });
  });

  it('has nothing of somebody who has left', async () => {
    const clerk = await createTestUser(centre.db, { roles: [{ role: 'clerk', clientId: north }] });
    const deputy = await createTestUser(centre.db);
    await appoint(clerk, { deputyUserId: deputy.id, clientId: null, validFrom: day(0), validTo: day(9) });
    expect(await permissionsAt(deputy, north)).toContain('journal:post');
    const left = await admin.send('PATCH', `/centre/users/${clerk.id}`, { active: false, version: 1 });
    expect(left.statusCode).toBe(200);
    expect(await permissionsAt(deputy, north)).toBeNull();
  });

  it('is another, existing person, for days in order', async () => {
    const user = await createTestUser(centre.db);
    const days = { clientId: null, validFrom: day(0), validTo: day(1) };
    expect((await appoint(user, { ...days, deputyUserId: user.id })).json()).toMatchObject({
      status: 422,
      code: 'DeputySelf',
    });
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await appoint(user, { ...days, deputyUserId: nobody })).json()).toMatchObject({
      status: 422,
      code: 'UnknownUser',
    });
    const other = await createTestUser(centre.db);
    const reversed = await appoint(user, { ...days, deputyUserId: other.id, validTo: day(-1) });
    expect(reversed.json()).toMatchObject({ status: 422, code: 'ValidityReversed' });
  });
});

describe('separation of duties', () => {
  it('keeps an administrator from every other role and everybody else from becoming one', async () => {
    const user = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    for (const role of ROLES.filter((each) => each !== 'administrator')) {
      expect((await give(user, { role, clientId: north })).json()).toMatchObject({
        status: 422,
        code: 'AdministratorSeparation',
      });
    }
    const auditor = await createTestUser(centre.db, { roles: [{ role: 'auditor', clientId: null }] });
    expect((await give(auditor, { role: 'administrator', clientId: null })).json()).toMatchObject({
      code: 'AdministratorSeparation',
    });
  });

  it('reaches through deputies, whichever came first', async () => {
    const clerk = await createTestUser(centre.db, { roles: [{ role: 'clerk', clientId: north }] });
    const other = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    const free = await createTestUser(centre.db);
    const days = { clientId: null, validFrom: day(0), validTo: day(1) };
    const appoint = (user: TestUser, deputy: TestUser) =>
      admin.send('POST', `/centre/users/${user.id}/deputies`, { ...days, deputyUserId: deputy.id });
    expect((await appoint(clerk, other)).json()).toMatchObject({ status: 422, code: 'AdministratorSeparation' });
    expect((await appoint(other, clerk)).json()).toMatchObject({ code: 'AdministratorSeparation' });
    expect((await appoint(clerk, free)).statusCode).toBe(201);
    expect((await give(free, { role: 'administrator', clientId: null })).json()).toMatchObject({
      code: 'AdministratorSeparation',
    });
    // After the deputyship has run out there is nothing against it.
    expect((await give(free, { role: 'administrator', clientId: null, validFrom: day(2) })).statusCode).toBe(201);
  });

  it('leaves the centre an administrator', async () => {
    const others = await centre.db.inCentre((tx) =>
      tx.query<{ id: string; user_id: string }>(
        `select id, user_id from role_assignment where role = 'administrator' and valid_to is null and user_id <> $1`,
        [administrator.id],
      ),
    );
    for (const role of others) {
      const ended = await admin.send('PATCH', `/centre/users/${role.user_id}/roles/${role.id}`, {
        validTo: day(3),
        version: 1,
      });
      expect(ended.statusCode).toBe(200);
    }
    const me = (await admin.send('GET', `/centre/users/${administrator.id}`)).json<UserAnswer>();
    const end = await admin.send('PATCH', `/centre/users/${me.id}/roles/${me.roles[0]!.id}`, {
      validTo: day(30),
      version: 1,
    });
    expect(end.json()).toMatchObject({ status: 422, code: 'LastAdministrator' });
    const leave = await admin.send('PATCH', `/centre/users/${me.id}`, { active: false, version: me.version });
    expect(leave.json()).toMatchObject({ status: 422, code: 'LastAdministrator' });
    expect((await admin.send('GET', '/auth/session')).statusCode).toBe(200);
  });
});
