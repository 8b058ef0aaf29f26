import { type AccessApp, startAccess } from '../../../../test/support/access-app.js';
import { createTestUser, type TestUser } from '../../../../test/support/access.js';
import { totpCode } from './totp.js';

let centre: AccessApp;
let user: TestUser;

const inDays = (days: number, app = centre): string =>
  new Date(Date.parse(app.clock.today()) + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  centre = await startAccess({ failuresPerAddress: 1000 });
});
afterAll(() => centre.close());
beforeEach(async () => {
  user = await createTestUser(centre.db);
});

describe('the own password', () => {
  const change = (currentPassword: string, newPassword: string) => ({ currentPassword, newPassword });

  it('is changed with the old one; other sessions end, this one stays', async () => {
    const [here, elsewhere] = [
      await centre.browser(user.userName, user.password),
      await centre.browser(user.userName, user.password),
    ];
    const answer = await here.send('POST', '/auth/password', change(user.password, 'leise Brücke trägt Möwen'));
    expect(answer.statusCode).toBe(204);
    expect((await here.send('GET', '/auth/session')).statusCode).toBe(200);
    expect((await elsewhere.send('GET', '/auth/session')).statusCode).toBe(401);
    expect((await centre.signIn(user.userName, user.password)).statusCode).toBe(401);
    expect((await centre.signIn(user.userName, 'leise Brücke trägt Möwen')).statusCode).toBe(200);
  });

  it('is not changed with a wrong one, which counts as a failed attempt', async () => {
    const browser = await centre.browser(user.userName, user.password);
    for (let failure = 1; failure <= 5; failure++) {
      const answer = await browser.send('POST', '/auth/password', change('wrong', 'leise Brücke trägt Möwen'));
      expect(answer.json()).toMatchObject({
        status: 422,
        code: 'CurrentPasswordWrong',
        errors: [{ pointer: '/currentPassword' }],
      });
    }
    const locked = await browser.send('POST', '/auth/password', change(user.password, 'leise Brücke trägt Möwen'));
    expect(locked.statusCode).toBe(429);
    expect(locked.headers['retry-after']).toBeDefined();
  });

  it('is not changed to a weak one or to the same', async () => {
    const browser = await centre.browser(user.userName, user.password);
    for (const [wish, code] of [
      ['kurz', 'PasswordTooShort'],
      ['Passwort2026!', 'PasswordTooCommon'],
      [`x ${user.userName} x`, 'PasswordContainsName'],
      [user.password, 'PasswordUnchanged'],
    ] as const) {
      expect((await browser.send('POST', '/auth/password', change(user.password, wish))).json()).toMatchObject({
        status: 422,
        code,
        errors: [{ pointer: '/newPassword' }],
      });
    }
  });

  it('must be chosen before anything else when it is an initial one', async () => {
    await centre.db.inCentre((tx) =>
      tx.query('update user_account set must_change_password = true where id = $1', [user.id]),
    );
    const browser = await centre.browser(user.userName, user.password);
    expect((await browser.send('GET', '/auth/session')).json()).toMatchObject({ mustChangePassword: true });
    for (const [method, url] of [
      ['GET', '/centre/roles'],
      ['GET', '/auth/api-tokens'],
      ['POST', '/auth/api-tokens'],
    ] as const) {
      expect((await browser.send(method, url)).json()).toMatchObject({ status: 403, code: 'PasswordChangeRequired' });
    }
    await browser.send('POST', '/auth/password', change(user.password, 'leise Brücke trägt Möwen'));
    expect((await browser.send('GET', '/centre/roles')).statusCode).toBe(200);
  });
});

describe('the one-time code', () => {
  const setUp = async (): Promise<string> => {
    const browser = await centre.browser(user.userName, user.password);
    const started = await browser.send('POST', '/auth/totp');
    const { secret, uri, qrSvg } = started.json<{ secret: string; uri: string; qrSvg: string }>();
    expect([uri, qrSvg]).toEqual([expect.stringMatching(/^otpauth:/), expect.stringMatching(/^<svg/)]);
    // Not confirmed: not asked for.
    expect((await centre.signIn(user.userName, user.password)).statusCode).toBe(200);
    expect((await browser.send('POST', '/auth/totp/confirmation', { code: '000000' })).json()).toMatchObject({
      status: 422,
      code: 'TotpWrong',
    });
    const confirmed = await browser.send('POST', '/auth/totp/confirmation', {
      code: totpCode(secret, centre.clock.now()),
    });
    expect(confirmed.statusCode).toBe(204);
    expect((await browser.send('POST', '/auth/totp')).json()).toMatchObject({ status: 409, code: 'TotpAlreadyActive' });
    centre.clock.advance({ seconds: 60 });
    return secret;
  };

  it('is asked for once it is confirmed, and counts once', async () => {
    const secret = await setUp();
    expect((await centre.signIn(user.userName, user.password)).json()).toMatchObject({
      status: 401,
      code: 'TotpRequired',
    });
    expect((await centre.signIn(user.userName, 'wrong')).json()).toMatchObject({ code: 'SignInFailed' });
    expect((await centre.signIn(user.userName, user.password, '000000')).json()).toMatchObject({
      code: 'SignInFailed',
    });

    const code = totpCode(secret, centre.clock.now());
    const signedIn = await centre.signIn(user.userName, user.password, code);
    expect(signedIn.json()).toMatchObject({ totpEnabled: true });
    expect((await centre.signIn(user.userName, user.password, code)).json()).toMatchObject({ code: 'SignInFailed' });

    // Neither does an earlier one count that was never used.
    const before = totpCode(secret, new Date(centre.clock.now().getTime() - 30_000));
    expect((await centre.signIn(user.userName, user.password, before)).statusCode).toBe(401);
    centre.clock.advance({ seconds: 30 });
    expect((await centre.signIn(user.userName, user.password, totpCode(secret, centre.clock.now()))).statusCode).toBe(
      200,
    );
  });

  it('counts once even when it comes twice at the same time', async () => {
    const code = totpCode(await setUp(), centre.clock.now());
    const answers = await Promise.all([1, 2, 3].map(() => centre.signIn(user.userName, user.password, code)));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 401, 401]);
  });

  it('is removed with the password', async () => {
    const secret = await setUp();
    const browser = await centre.browser(user.userName, user.password, totpCode(secret, centre.clock.now()));
    expect((await browser.send('POST', '/auth/totp/removal', { password: 'wrong' })).json()).toMatchObject({
      code: 'CurrentPasswordWrong',
    });
    expect((await browser.send('POST', '/auth/totp/removal', { password: user.password })).statusCode).toBe(204);
    expect((await centre.signIn(user.userName, user.password)).statusCode).toBe(200);
  });

  it('lies sealed in the database', async () => {
    const secret = await setUp();
    const [row] = await centre.db.inCentre((tx) =>
      tx.query<{ totp_secret: Buffer }>('select totp_secret from user_account where id = $1', [user.id]),
    );
    expect(row!.totp_secret.toString('latin1')).not.toContain(secret);
  });
});

describe('API tokens', () => {
  it('work until they are revoked', async () => {
    const browser = await centre.browser(user.userName, user.password);
    const created = (
      await browser.send('POST', '/auth/api-tokens', { name: 'nightly export', scopes: ['read', 'all'] })
    ).json<{
      id: string;
      token: string;
    }>();
    expect(created.token).toMatch(/^fzt_[\w-]{43}$/);
    const headers = { authorization: `Bearer ${created.token}` };
    expect((await centre.send('GET', '/auth/session', undefined, headers)).json()).toMatchObject({ csrfToken: null });
    expect((await centre.send('POST', '/auth/language', { language: 'en' }, headers)).statusCode).toBe(204);

    const list = (await browser.send('GET', '/auth/api-tokens')).json<{ items: { name: string }[] }>();
    expect(list.items).toContainEqual(
      expect.objectContaining({ name: 'nightly export', scopes: ['all'], expiresOn: inDays(90) }),
    );
    expect(list).toMatchObject({
      usualDays: 90,
      longestDays: 366,
      scopes: expect.arrayContaining([{ scope: 'book', permissions: expect.arrayContaining(['journal:post']) }]),
    });
    expect(JSON.stringify(list)).not.toContain(created.token);

    expect((await browser.send('DELETE', `/auth/api-tokens/${created.id}`)).statusCode).toBe(204);
    expect((await centre.send('GET', '/auth/session', undefined, headers)).statusCode).toBe(401);
    expect((await browser.send('DELETE', `/auth/api-tokens/${created.id}`)).statusCode).toBe(404);
  });

  it('end with their last day in Berlin', async () => {
    const browser = await centre.browser(user.userName, user.password);
    const yesterday = new Date(centre.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10);
    const past = await browser.send('POST', '/auth/api-tokens', {
      name: 'late',
      scopes: ['read'],
      expiresOn: yesterday,
    });
    expect(past.json()).toMatchObject({ status: 422, code: 'TokenExpiryPast' });
    for (const expiresOn of ['2026-02-29', '29.02.2026', 20260101]) {
      expect(
        (await browser.send('POST', '/auth/api-tokens', { name: 'no day', scopes: ['read'], expiresOn })).statusCode,
      ).toBe(400);
    }
    const created = await browser.send('POST', '/auth/api-tokens', {
      name: 'today',
      scopes: ['read'],
      expiresOn: centre.clock.today(),
    });
    const headers = { authorization: `Bearer ${created.json<{ token: string }>().token}` };
    expect((await centre.send('GET', '/auth/session', undefined, headers)).statusCode).toBe(200);
    centre.clock.advance({ days: 1 });
    await centre.restart();
    expect((await centre.send('GET', '/auth/session', undefined, headers)).statusCode).toBe(401);
  });

  it('end within a year, or as the centre has set it', async () => {
    const browser = await centre.browser(user.userName, user.password);
    const wish = (days: number, app = centre) => ({ name: 'long', scopes: ['read'], expiresOn: inDays(days, app) });
    const far = await browser.send('POST', '/auth/api-tokens', wish(367));
    expect(far.json()).toMatchObject({
      status: 422,
      code: 'TokenExpiryTooFar',
      errors: [{ pointer: '/expiresOn' }],
      detail: expect.stringContaining('366'),
    });
    expect((await browser.send('POST', '/auth/api-tokens', wish(366))).statusCode).toBe(201);
    const strict = await startAccess({ tokenDays: { usual: 7, longest: 30 } });
    try {
      const person = await createTestUser(strict.db);
      const there = await strict.browser(person.userName, person.password);
      expect((await there.send('POST', '/auth/api-tokens', wish(31, strict))).statusCode).toBe(422);
      const usual = await there.send('POST', '/auth/api-tokens', { name: 'usual', scopes: ['read'] });
      expect(usual.json()).toMatchObject({ expiresOn: inDays(7, strict), scopes: ['read'] });
    } finally {
      await strict.close();
    }
  });

  it('say what they are good for', async () => {
    const browser = await centre.browser(user.userName, user.password);
    for (const scopes of [undefined, [], ['everything'], ['read', 'read'], 'read']) {
      expect((await browser.send('POST', '/auth/api-tokens', { name: 'x', scopes })).statusCode).toBe(400);
    }
  });

  it('open no further ways in', async () => {
    for (const [url, body] of [
      ['/auth/api-tokens', { name: 'child', scopes: ['all'] }],
      ['/auth/password', { currentPassword: user.password, newPassword: 'leise Brücke trägt Möwen' }],
      ['/auth/totp', undefined],
      ['/auth/totp/removal', { password: user.password }],
    ] as const) {
      expect((await centre.send('POST', url, body, user.headers)).json()).toMatchObject({
        status: 403,
        code: 'SessionRequired',
      });
    }
  });

  it('of somebody else are not found', async () => {
    const other = await createTestUser(centre.db);
    const browser = await centre.browser(other.userName, other.password);
    const [mine] = await centre.db.inCentre((tx) =>
      tx.query<{ id: string }>('select id from api_token where user_id = $1', [user.id]),
    );
    expect((await browser.send('DELETE', `/auth/api-tokens/${mine!.id}`)).statusCode).toBe(404);
    expect((await browser.send('DELETE', `/auth/api-tokens/not-an-id`)).statusCode).toBe(404);
  });

  it('that are bad are not made up for by a good cookie', async () => {
    const browser = await centre.browser(user.userName, user.password);
    for (const authorization of ['Bearer fzt_wrong', 'Bearer', 'Basic abc', `Bearer fzt_${'a'.repeat(43)}`, '']) {
      expect((await browser.send('GET', '/auth/session', undefined, { authorization })).statusCode).toBe(401);
    }
  });

  it('are created once per idempotency key', async () => {
    const browser = await centre.browser(user.userName, user.password);
    const create = (name: string) =>
      browser.send('POST', '/auth/api-tokens', { name, scopes: ['read'] }, { 'idempotency-key': 'k-1' });
    const [first, again] = await Promise.all([create('once'), create('once')]);
    expect(first.statusCode).toBe(201);
    expect(again.json()).toEqual(first.json());
    expect((await create('another')).json()).toMatchObject({ status: 409, code: 'KeyReused' });
    const names = (await browser.send('GET', '/auth/api-tokens'))
      .json<{ items: { name: string }[] }>()
      .items.map((item) => item.name);
    expect(names.filter((name) => name !== 'test')).toEqual(['once']);
  });
});
