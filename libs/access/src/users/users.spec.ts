import { type AccessApp, type Browser, startAccess } from '../../../../test/support/access-app.js';
import { createBareClient, createTestUser } from '../../../../test/support/access.js';
import { totpCode } from '../sign-in/totp.js';
import { ROLES } from '../role.js';

let centre: AccessApp;
let admin: Browser;
let north: number;

beforeAll(async () => {
  centre = await startAccess({ failuresPerAddress: 1000 });
  north = await createBareClient(centre.db, 'north');
  const administrator = await createTestUser(centre.db, {
    userName: 'admin',
    roles: [{ role: 'administrator', clientId: null }],
  });
  admin = await centre.browser(administrator.userName, administrator.password);
});
afterAll(() => centre.close());

type UserAnswer = { id: string; initialPassword?: string };

describe('people', () => {
  it('are created with an initial password, shown once, that must be changed', async () => {
    const answer = await admin.send('POST', '/centre/users', {
      userName: 'Erste.Kraft',
      displayName: 'Erste Kraft',
      email: 'e@k.example',
    });
    expect(answer.statusCode).toBe(201);
    const user = answer.json<UserAnswer>();
    expect(user).toMatchObject({
      userName: 'erste.kraft',
      active: true,
      mustChangePassword: true,
      roles: [],
      deputies: [],
      version: 1,
    });
    const again = await admin.send('GET', `/centre/users/${user.id}`);
    expect(again.json()).not.toHaveProperty('initialPassword');
    const session = await centre.signIn('erste.kraft', user.initialPassword!);
    expect(session.json()).toMatchObject({ mustChangePassword: true, clients: [] });
  });

  it('have names of their own, whatever the case', async () => {
    const answer = await admin.send('POST', '/centre/users', { userName: 'ADMIN', displayName: 'Zweite' });
    expect(answer.json()).toMatchObject({ status: 409, code: 'AlreadyExists', errors: [{ pointer: '/userName' }] });
  });

  it.each([
    [{ userName: 'x', displayName: 'Kurz' }, '/userName'],
    [{ userName: 'a b', displayName: 'Leerstelle' }, '/userName'],
    [{ userName: "o'; drop table user_account;--", displayName: 'X' }, '/userName'],
    [{ userName: 'good', displayName: '' }, '/displayName'],
    [{ userName: 'good', displayName: 'a\0b' }, '/displayName'],
    [{ userName: 'good', displayName: 'Gut', email: 'not an address' }, '/email'],
    [{ userName: 'good', displayName: 'Gut', admin: true }, '/admin'],
  ])('are not created from %j', async (wish, pointer) => {
    const answer = await admin.send('POST', '/centre/users', wish);
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it('are not created with a weak password', async () => {
    const answer = await admin.send('POST', '/centre/users', {
      userName: 'weak',
      displayName: 'Schwach',
      password: 'Sommer2026!!',
    });
    expect(answer.json()).toMatchObject({ status: 422, code: 'PasswordTooCommon', errors: [{ pointer: '/password' }] });
    expect((await admin.send('GET', '/centre/users?q=weak')).json()).toMatchObject({ items: [] });
  });

  it('are created once per idempotency key, initial password included', async () => {
    const create = () =>
      admin.send(
        'POST',
        '/centre/users',
        { userName: 'einmal', displayName: 'Einmal' },
        { 'idempotency-key': 'user-1' },
      );
    const [first, again] = [await create(), await create()];
    expect(again.json()).toEqual(first.json());
    expect(again.json<UserAnswer>().initialPassword).toMatch(/^\w{4}-/);
  });

  it('are found by parts of their names, page by page', async () => {
    for (const name of ['p_1', 'p_2', 'p_3', 'px4']) {
      await admin.send('POST', '/centre/users', { userName: name, displayName: `Seite ${name}` });
    }
    const names = async (query: string): Promise<[string[], string | null]> => {
      const list = (await admin.send('GET', `/centre/users?${query}`)).json<{
        items: { userName: string }[];
        next: string | null;
      }>();
      return [list.items.map((item) => item.userName), list.next];
    };
    expect(await names('q=p_')).toEqual([['p_1', 'p_2', 'p_3'], null]);
    expect(await names('q=SEITE&limit=2')).toEqual([['p_1', 'p_2'], 'p_2']);
    expect(await names('q=SEITE&limit=2&after=p_2')).toEqual([['p_3', 'px4'], null]);
    expect((await admin.send('GET', '/centre/users?limit=0')).statusCode).toBe(400);
  });

  it('are changed by one at a time', async () => {
    const user = await createTestUser(centre.db);
    const change = (version: number) =>
      admin.send('PATCH', `/centre/users/${user.id}`, { displayName: 'Neu', version });
    expect((await change(1)).json()).toMatchObject({ displayName: 'Neu', version: 2 });
    expect((await change(1)).json()).toMatchObject({ status: 409, code: 'VersionConflict' });
    expect(
      (await admin.send('PATCH', '/centre/users/00000000-0000-4000-8000-000000000000', { version: 1 })).statusCode,
    ).toBe(404);
  });

  it('who leave are out at once', async () => {
    const user = await createTestUser(centre.db, { roles: [{ role: 'clerk', clientId: north }] });
    const browser = await centre.browser(user.userName, user.password);
    expect((await browser.send('GET', '/auth/session')).statusCode).toBe(200);
    expect((await admin.send('PATCH', `/centre/users/${user.id}`, { active: false, version: 1 })).json()).toMatchObject(
      { active: false },
    );
    expect((await browser.send('GET', '/auth/session')).statusCode).toBe(401);
    expect((await centre.send('GET', '/auth/session', undefined, user.headers)).statusCode).toBe(401);
  });

  it('who forgot their password or lost their device get a new start', async () => {
    const user = await createTestUser(centre.db);
    const browser = await centre.browser(user.userName, user.password);
    const { secret } = (await browser.send('POST', '/auth/totp')).json<{ secret: string }>();
    await browser.send('POST', '/auth/totp/confirmation', { code: totpCode(secret, centre.clock.now()) });
    for (let failure = 1; failure <= 5; failure++) await centre.signIn(user.userName, 'wrong');
    expect((await admin.send('GET', `/centre/users/${user.id}`)).json()).toMatchObject({
      totpEnabled: true,
      lockedUntil: expect.any(String),
    });

    const forgot = (await admin.send('POST', `/centre/users/${user.id}/password-resets`)).json<{
      initialPassword: string;
    }>();
    expect((await browser.send('GET', '/auth/session')).statusCode).toBe(401);
    expect((await centre.send('GET', '/auth/session', undefined, user.headers)).statusCode).toBe(401);
    expect((await centre.signIn(user.userName, user.password)).json()).toMatchObject({ code: 'SignInFailed' });
    expect((await centre.signIn(user.userName, forgot.initialPassword)).json()).toMatchObject({ code: 'TotpRequired' });

    const lost = await admin.send('POST', `/centre/users/${user.id}/password-resets`, { removeTotp: true });
    expect(
      (await centre.signIn(user.userName, lost.json<{ initialPassword: string }>().initialPassword)).json(),
    ).toMatchObject({
      mustChangePassword: true,
      totpEnabled: false,
    });
  });

  it('are nobody’s business but the administrator’s', async () => {
    for (const role of ROLES.filter((each) => each !== 'administrator')) {
      const user = await createTestUser(centre.db, { roles: [{ role, clientId: null }] });
      for (const [method, url] of [
        ['GET', '/centre/users'],
        ['POST', '/centre/users'],
        ['GET', `/centre/users/${user.id}`],
        ['PATCH', `/centre/users/${user.id}`],
        ['POST', `/centre/users/${user.id}/roles`],
        ['POST', `/centre/users/${user.id}/password-resets`],
        ['POST', `/centre/users/${user.id}/deputies`],
      ] as const) {
        const answer = await centre.send(method, url, method === 'GET' ? undefined : {}, user.headers);
        expect([role, method, url, answer.json()]).toMatchObject([
          role,
          method,
          url,
          { status: 403, code: 'Forbidden' },
        ]);
        expect(answer.json<{ detail: string }>().detail).toContain('users:manage');
      }
      expect((await centre.send('GET', '/centre/roles', undefined, user.headers)).statusCode).toBe(200);
    }
  });
});
