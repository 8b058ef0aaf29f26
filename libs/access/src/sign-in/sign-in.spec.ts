import type { Response } from 'light-my-request';
import { Authenticator, SYSTEM, unlock } from '@lib/access';
import { type AccessApp, startAccess } from '../../../../test/support/access-app.js';
import { cpuTime } from '../../../../test/support/growth.js';
import { createBareClient, createTestUser, type TestUser } from '../../../../test/support/access.js';

let centre: AccessApp;
let clerk: TestUser;
let clientId: number;

beforeAll(async () => {
  centre = await startAccess({ failuresPerAddress: 1000 });
  clientId = await createBareClient(centre.db, 'northtown');
  clerk = await createTestUser(centre.db, {
    userName: 'clerk',
    roles: [{ role: 'clerk', clientId, amountLimit: 500_000n }],
  });
});
afterAll(() => centre.close());

/** A sign-in from an address, with or without the cookie by which a browser is known. */
const from = (ip: string, userName: string, password: string, cookie = '', app = centre) =>
  app.send('POST', '/auth/sign-in', { userName, password }, { 'x-forwarded-for': ip, cookie });
const deviceOf = (answer: Response): string =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map(String)
    .find((each) => each.startsWith('fz_device='))!
    .split(';')[0]!;

const auditOf = async (action: string): Promise<{ outcome: string; userName: string; detail: object }[]> =>
  centre.db.inCentre((tx) =>
    tx.query(`select outcome, user_name as "userName", detail from audit_event where action = $1 order by id`, [
      action,
    ]),
  );

describe('signing in', () => {
  it('answers the session with roles, permissions and limits', async () => {
    const answer = await centre.signIn(' Clerk ', clerk.password);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      user: { id: clerk.id, userName: 'clerk', language: 'de' },
      csrfToken: expect.stringMatching(/^[\w-]{43}$/),
      totpEnabled: false,
      mustChangePassword: false,
      centre: { name: 'Testzentrum' },
      permissions: [],
      clients: [
        {
          id: clientId,
          key: 'northtown',
          roles: ['clerk'],
          permissions: [
            'books:read',
            'drafts:write',
            'journal:post',
            'imports:run',
            'exports:run',
            'documents:read',
            'documents:intake',
            'documents:decide',
            'partners:manage',
            'open-items:manage',
            'invoicing:write',
            'clearing:manage',
          ],
          amountLimit: '5000.00',
        },
      ],
    });
  });

  it('sets a cookie that scripts cannot read and other sites cannot send, over HTTPS a secure one', async () => {
    const plain = await centre.signIn('clerk', clerk.password);
    expect(plain.headers['set-cookie']).toEqual([
      expect.stringMatching(/^fz_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
      expect.stringMatching(
        /^fz_device=[\w-]{22}\.[\w-]{43}; Path=\/api\/v1\/auth; HttpOnly; SameSite=Lax; Max-Age=34560000$/,
      ),
    ]);
    const secure = await centre.send(
      'POST',
      '/auth/sign-in',
      { userName: 'clerk', password: clerk.password },
      {
        'x-forwarded-proto': 'https',
      },
    );
    for (const cookie of secure.headers['set-cookie']!) expect(cookie).toMatch(/; Secure$/);
  });

  it('keeps neither password nor token in the database', async () => {
    const browser = await centre.browser('clerk', clerk.password);
    const rows = await centre.db.inCentre((tx) =>
      tx.query<{ text: string }>(
        `select u::text as text from user_account u union all select s::text from session s
         union all select t::text from api_token t union all select a::text from audit_event a`,
      ),
    );
    const stored = rows.map((row) => row.text).join('\n');
    const device = deviceOf(await centre.signIn('clerk', clerk.password)).split('=')[1]!;
    for (const secret of [
      clerk.password,
      clerk.token,
      browser.cookie.split('=')[1]!,
      browser.csrfToken,
      ...device.split('.'),
    ]) {
      expect(stored).not.toContain(secret);
    }
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('refuses a wrong password and a name that nobody has in the same words, at about the same cost', async () => {
    const attempt = async (userName: string): Promise<[number, object]> => {
      const spent = cpuTime();
      const answer = await centre.signIn(userName, 'not the password');
      return [spent(), { status: answer.statusCode, body: answer.json() as object }];
    };
    await attempt('warm-up');
    const [known, knownAnswer] = await attempt('clerk');
    const [unknown, unknownAnswer] = await attempt('nobody');
    expect(knownAnswer).toMatchObject({ status: 401, body: { code: 'SignInFailed' } });
    expect(unknownAnswer).toEqual(knownAnswer);
    expect(unknown).toBeGreaterThan(known / 4);
    await centre.signIn('clerk', clerk.password);
  });

  it('writes down who came in and who did not', async () => {
    const events = await auditOf('sign-in');
    expect(events).toContainEqual({ outcome: 'ok', userName: 'clerk', detail: { method: 'password' } });
    expect(events).toContainEqual({
      outcome: 'failed',
      userName: 'nobody',
      detail: { method: 'password', failures: 1 },
    });
  });

  it('takes no name that cannot be one', async () => {
    for (const userName of ['', 'a\0b', 'x'.repeat(101), 7, null, '\ud800']) {
      const answer = await centre.send('POST', '/auth/sign-in', { userName, password: 'irrelevant' });
      expect([userName, answer.statusCode]).toEqual([userName, 400]);
    }
  });

  it('refuses somebody who may no longer work here', async () => {
    const leaver = await createTestUser(centre.db);
    await centre.db.inCentre((tx) => tx.query('update user_account set active = false where id = $1', [leaver.id]));
    expect((await centre.signIn(leaver.userName, leaver.password)).json()).toMatchObject({ code: 'SignInFailed' });
    expect((await centre.send('GET', '/auth/session', undefined, leaver.headers)).statusCode).toBe(401);
  });
});

describe('lock-out', () => {
  it('locks a name after five failures for 15 minutes, even against the right password, and then for longer', async () => {
    const user = await createTestUser(centre.db);
    for (let failure = 1; failure <= 5; failure++) {
      expect((await centre.signIn(user.userName, `wrong ${failure}`)).statusCode).toBe(401);
    }
    const locked = await centre.signIn(user.userName, user.password);
    expect(locked.statusCode).toBe(429);
    expect(locked.json()).toMatchObject({ code: 'TooManyAttempts' });
    const seconds = Number(locked.headers['retry-after']);
    expect(seconds).toBeGreaterThan(890);
    expect(seconds).toBeLessThanOrEqual(900);
    expect(locked.json<{ detail: string }>().detail).toContain(String(seconds));

    centre.clock.advance({ minutes: 15, seconds: 1 });
    expect((await centre.signIn(user.userName, 'wrong again')).statusCode).toBe(401);
    const longer = await centre.signIn(user.userName, user.password);
    expect(Number(longer.headers['retry-after'])).toBeGreaterThan(1790);

    centre.clock.advance({ minutes: 30, seconds: 1 });
    expect((await centre.signIn(user.userName, user.password)).statusCode).toBe(200);
    // Forgiven: five more failures are free.
    expect((await centre.signIn(user.userName, 'wrong')).statusCode).toBe(401);
    expect((await centre.signIn(user.userName, user.password)).statusCode).toBe(200);
  });

  it('survives a restart', async () => {
    const user = await createTestUser(centre.db);
    for (let failure = 1; failure <= 5; failure++) await centre.signIn(user.userName, 'wrong');
    await centre.restart();
    expect((await centre.signIn(user.userName, user.password)).statusCode).toBe(429);
  });

  it('treats a name that nobody has alike', async () => {
    for (let failure = 1; failure <= 5; failure++) await centre.signIn('ghost', 'wrong');
    expect((await centre.signIn('ghost', 'wrong')).statusCode).toBe(429);
  });

  it('lets nobody guess in parallel', async () => {
    const user = await createTestUser(centre.db);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, guess) => centre.signIn(user.userName, `guess ${guess}`)),
    );
    const statuses = answers.map((answer) => answer.statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });
});

describe('a stranger', () => {
  const fail = async (userName: string, ip: string, times: number, cookie = '') => {
    for (let failure = 0; failure < times; failure++) await from(ip, userName, `wrong ${failure}`, cookie);
  };

  it('does not lock out the owner, neither at the own desk nor at the own network', async () => {
    const user = await createTestUser(centre.db);
    const atDesk = await from('192.0.2.10', user.userName, user.password);
    expect(atDesk.statusCode).toBe(200);
    await fail(user.userName, '198.51.100.1', 5);
    expect((await from('198.51.100.1', user.userName, user.password)).statusCode).toBe(429);
    // The same browser at the stranger's network, another browser at the own network.
    expect((await from('198.51.100.1', user.userName, user.password, deviceOf(atDesk))).statusCode).toBe(200);
    expect((await from('192.0.2.10', user.userName, user.password)).statusCode).toBe(200);
  });

  it('who sits in the same network locks out other browsers there, but not the owner’s', async () => {
    const user = await createTestUser(centre.db);
    const device = deviceOf(await from('192.0.2.11', user.userName, user.password));
    await fail(user.userName, '192.0.2.11', 5);
    expect((await from('192.0.2.11', user.userName, user.password)).statusCode).toBe(429);
    expect((await from('192.0.2.11', user.userName, user.password, device)).statusCode).toBe(200);
  });

  it('guesses no further from many addresses than from one, and still does not lock out the owner', async () => {
    const user = await createTestUser(centre.db);
    const device = deviceOf(await from('192.0.2.12', user.userName, user.password));
    const statuses: number[] = [];
    for (let guess = 0; guess < 60; guess++)
      statuses.push((await from(`203.0.113.${guess}`, user.userName, `guess ${guess}`)).statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(50);
    expect(statuses.slice(50)).toEqual(Array(10).fill(429));
    const refused = await from('203.0.113.99', user.userName, user.password);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(900);
    expect((await from('203.0.113.99', user.userName, user.password, device)).statusCode).toBe(200);
    expect((await from('192.0.2.12', user.userName, user.password)).statusCode).toBe(200);
    // Longer and longer, but never longer than an hour.
    for (let round = 0; round < 4; round++) {
      centre.clock.advance({ hours: 1, seconds: 1 });
      expect((await from('203.0.113.200', user.userName, 'guess')).statusCode).toBe(401);
      expect((await from('203.0.113.201', user.userName, 'guess')).statusCode).toBe(429);
    }
    const last = await from('203.0.113.98', user.userName, 'guess');
    expect([last.statusCode, Number(last.headers['retry-after'])]).toEqual([429, 3600]);
  });

  it('is not let off by a cookie that is not ours, or that is another person’s', async () => {
    const [user, other] = [await createTestUser(centre.db), await createTestUser(centre.db)];
    const own = deviceOf(await from('192.0.2.13', user.userName, user.password));
    const others = deviceOf(await from('192.0.2.14', other.userName, other.password));
    for (const cookie of [
      'fz_device=abc',
      'fz_device=abc.def',
      `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`,
      others,
    ]) {
      const ip = `198.51.100.${20 + cookie.length}`;
      await fail(user.userName, ip, 5, cookie);
      expect((await from(ip, user.userName, user.password, cookie)).statusCode).toBe(429);
    }
  });

  it('who has stolen the cookie has the five attempts of this browser', async () => {
    const user = await createTestUser(centre.db);
    const device = deviceOf(await from('192.0.2.15', user.userName, user.password));
    await fail(user.userName, '198.51.100.2', 5, device);
    expect((await from('198.51.100.2', user.userName, user.password, device)).statusCode).toBe(429);
    expect((await from('192.0.2.15', user.userName, user.password)).statusCode).toBe(200);
  });
});

describe('an operator', () => {
  it('lifts a lock-out, and the log tells it', async () => {
    const user = await createTestUser(centre.db);
    for (let failure = 1; failure <= 5; failure++) await centre.signIn(user.userName, 'wrong');
    expect((await centre.signIn(user.userName, user.password)).statusCode).toBe(429);
    const lifted = await centre.db.inCentre((tx) =>
      unlock(tx, ` ${user.userName.toUpperCase()} `, SYSTEM, centre.clock.now()),
    );
    expect(lifted).toBe(1);
    expect((await centre.signIn(user.userName, user.password)).statusCode).toBe(200);
    expect(await auditOf('lock-out.lift')).toContainEqual({
      outcome: 'ok',
      userName: 'system',
      detail: { userName: user.userName, lifted: 1 },
    });
    await expect(
      centre.db.inCentre((tx) => unlock(tx, 'nobody-at-all', SYSTEM, centre.clock.now())),
    ).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is not needed where there is an administrator', async () => {
    const administrator = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    const user = await createTestUser(centre.db);
    for (let failure = 1; failure <= 5; failure++) await centre.signIn(user.userName, 'wrong');
    const path = `/centre/users/${user.id}`;
    const shown = async () => (await centre.send('GET', path, undefined, administrator.headers)).json<object>();
    expect(await shown()).toMatchObject({ lockedUntil: expect.any(String) });
    expect((await centre.send('DELETE', `${path}/lock-out`, undefined, administrator.headers)).statusCode).toBe(204);
    expect(await shown()).toMatchObject({ lockedUntil: null });
    expect((await centre.signIn(user.userName, user.password)).statusCode).toBe(200);
  });
});

describe('rate limit', () => {
  it('makes an address wait that fails under many names, a little for each', async () => {
    const strict = await startAccess({ failuresPerAddress: 3 });
    try {
      const attempt = (name: string, ip: string) => from(ip, name, 'Sommer2026!!', '', strict);
      for (const name of ['a1', 'b1', 'c1']) expect((await attempt(name, '192.0.2.1')).statusCode).toBe(401);
      const refused = await attempt('d1', '192.0.2.1');
      expect(refused.statusCode).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(190);
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(200);
      expect((await attempt('d1', '192.0.2.2')).statusCode).toBe(401);
      strict.clock.advance({ seconds: 201 });
      expect((await attempt('d1', '192.0.2.1')).statusCode).toBe(401);
      expect((await attempt('e1', '192.0.2.1')).statusCode).toBe(429);
      // Ten guesses at the same moment are no more than one after the other.
      const at = await Promise.all(Array.from({ length: 10 }, (_, guess) => attempt(`f${guess}`, '192.0.2.3')));
      expect(at.filter((answer) => answer.statusCode === 401)).toHaveLength(3);
    } finally {
      await strict.close();
    }
  });

  it('locks no town hall out of names that sign in there', async () => {
    const hall = await startAccess();
    try {
      const ip = '192.0.2.50';
      const colleagues = await Promise.all(['a', 'b', 'c'].map(() => createTestUser(hall.db)));
      for (const { userName, password } of colleagues)
        expect((await from(ip, userName, password, '', hall)).statusCode).toBe(200);
      for (let name = 0; name < 40; name++) await from(ip, `wrong-name-${name}`, 'wrong', '', hall);
      expect((await from(ip, 'wrong-name-99', 'wrong', '', hall)).statusCode).toBe(429);
      for (const { userName, password } of colleagues)
        expect((await from(ip, userName, password, '', hall)).statusCode).toBe(200);
      // Somebody new there waits seconds, not until the storm is over.
      const newcomer = await createTestUser(hall.db);
      const waits = await from(ip, newcomer.userName, newcomer.password, '', hall);
      expect(Number(waits.headers['retry-after'])).toBeLessThanOrEqual(20);
      hall.clock.advance({ seconds: 21 });
      expect((await from(ip, newcomer.userName, newcomer.password, '', hall)).statusCode).toBe(200);
    } finally {
      await hall.close();
    }
  });
});

describe('a session', () => {
  it('ends on signing out', async () => {
    const browser = await centre.browser('clerk', clerk.password);
    expect((await browser.send('GET', '/auth/session')).statusCode).toBe(200);
    const out = await browser.send('POST', '/auth/sign-out');
    expect(out.statusCode).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/^fz_session=; Path=\/; HttpOnly; SameSite=Strict; Max-Age=0/);
    expect((await browser.send('GET', '/auth/session')).json()).toMatchObject({ code: 'SignInRequired' });
  });

  it('ends after eight hours without a request, and after twelve in any case', async () => {
    const idle = await centre.browser('clerk', clerk.password);
    centre.clock.advance({ hours: 8, minutes: 1 });
    centre.app.get(Authenticator).forget(); // what is known is known for a second
    expect((await idle.send('GET', '/auth/session')).statusCode).toBe(401);

    const busy = await centre.browser('clerk', clerk.password);
    for (const hours of [4, 4, 3]) {
      centre.clock.advance({ hours });
      centre.app.get(Authenticator).forget();
      expect((await busy.send('GET', '/auth/session')).statusCode).toBe(200);
      await centre.restart(); // writes when the session was last seen
    }
    centre.clock.advance({ hours: 1, minutes: 1 });
    expect((await busy.send('GET', '/auth/session')).statusCode).toBe(401);
  });

  it('ends when the centre has set it', async () => {
    const strict = await startAccess({ sessionIdleHours: 0.5, sessionHours: 1 });
    try {
      const person = await createTestUser(strict.db);
      const idle = await strict.browser(person.userName, person.password);
      strict.clock.advance({ minutes: 31 });
      strict.app.get(Authenticator).forget();
      expect((await idle.send('GET', '/auth/session')).statusCode).toBe(401);
      const busy = await strict.browser(person.userName, person.password);
      for (const [minutes, status] of [
        [29, 200],
        [29, 200],
        [3, 401],
      ] as const) {
        strict.clock.advance({ minutes });
        strict.app.get(Authenticator).forget();
        expect((await busy.send('GET', '/auth/session')).statusCode).toBe(status);
        await strict.restart(); // writes when the session was last seen
      }
    } finally {
      await strict.close();
    }
  });

  it('is refused where the cookie is damaged, twice or somebody else’s idea', async () => {
    for (const cookie of [
      'fz_session=',
      'fz_session=abc',
      'fz_session=%00',
      'other=1',
      `fz_session=${'a'.repeat(43)}`,
    ]) {
      expect((await centre.send('GET', '/auth/session', undefined, { cookie })).statusCode).toBe(401);
    }
  });
});

describe('a request that another site makes the browser send', () => {
  it('is refused without the CSRF token of this session', async () => {
    const [mine, other] = [
      await centre.browser('clerk', clerk.password),
      await centre.browser('clerk', clerk.password),
    ];
    const post = (headers: Record<string, string>) =>
      centre.send('POST', '/auth/language', { language: 'de' }, { cookie: mine.cookie, ...headers });
    expect((await post({})).json()).toMatchObject({ status: 403, code: 'CsrfRefused' });
    expect((await post({ 'x-csrf-token': other.csrfToken })).json()).toMatchObject({ code: 'CsrfRefused' });
    expect((await post({ 'x-csrf-token': 'x' })).json()).toMatchObject({ code: 'CsrfRefused' });
    expect((await post({ 'x-csrf-token': mine.csrfToken })).statusCode).toBe(204);
  });

  it('is refused where the browser names another origin, also when signing in', async () => {
    const browser = await centre.browser('clerk', clerk.password);
    const post = (headers: Record<string, string>) =>
      browser.send('POST', '/auth/language', { language: 'de' }, headers);
    expect((await post({ 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({ code: 'CrossSite' });
    expect((await post({ 'sec-fetch-site': 'same-site' })).json()).toMatchObject({ code: 'CrossSite' });
    expect((await post({ origin: 'https://evil.example', host: 'centre.example' })).json()).toMatchObject({
      code: 'CrossSite',
    });
    expect((await post({ origin: 'null', host: 'centre.example' })).json()).toMatchObject({ code: 'CrossSite' });
    expect((await post({ origin: 'https://centre.example', host: 'centre.example' })).statusCode).toBe(204);
    expect((await post({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(204);
    const signIn = await centre.send(
      'POST',
      '/auth/sign-in',
      { userName: 'clerk', password: clerk.password },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(signIn.json()).toMatchObject({ code: 'CrossSite' });
  });
});
