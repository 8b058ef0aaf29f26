import { Logger } from '@nestjs/common';
import { type AccessApp, startAccess } from '../../../../test/support/access-app.js';
import { createTestUser } from '../../../../test/support/access.js';
import { type OpenIdProvider, startOpenIdProvider } from '../../../../test/support/openid-provider.js';

const PUBLIC_URL = 'https://centre.example';
const CALLBACK = `${PUBLIC_URL}/api/v1/auth/oidc/callback`;

interface User {
  id: string;
  version: number;
  oidcLinked: boolean;
  oidcLinkUntil: string | null;
}

let provider: OpenIdProvider;
let centre: AccessApp;

const optionsOf = (given: object = {}) => ({
  oidc: {
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    label: 'Anmeldung der Stadt',
    publicUrl: PUBLIC_URL,
    ...given,
  },
});

beforeAll(async () => {
  provider = await startOpenIdProvider(CALLBACK);
  centre = await startAccess(optionsOf());
});
afterAll(async () => {
  await centre.close();
  await provider.close();
});

/** An administrator lets the account be linked at the next sign-in at the provider. */
const allow = async (userId: string, app = centre) => {
  const administrator = await createTestUser(app.db, { roles: [{ role: 'administrator', clientId: null }] });
  const { version } = (await app.send('GET', `/centre/users/${userId}`, undefined, administrator.headers)).json<{
    version: number;
  }>();
  const wish = { oidcLinking: true, version };
  return (await app.send('PATCH', `/centre/users/${userId}`, wish, administrator.headers)).json<User>();
};

const start = async (app = centre) => {
  const answer = await app.send('GET', '/auth/oidc/start');
  return {
    status: answer.statusCode,
    address: String(answer.headers.location),
    setCookie: String(answer.headers['set-cookie']),
    cookie: String(answer.headers['set-cookie']).split(';')[0]!,
  };
};
const back = async (address: string, cookie: string, app = centre) => {
  const url = new URL(address);
  const answer = await app.send('GET', `/auth/oidc/callback${url.search}`, undefined, {
    cookie,
    'x-forwarded-proto': 'https',
  });
  const cookies = [answer.headers['set-cookie'] ?? []].flat().map(String);
  return {
    status: answer.statusCode,
    to: answer.headers.location,
    session: cookies.find((each) => each.startsWith('fz_session=')),
    cookies,
  };
};
const signInAs = async (subject: string, app = centre) => {
  const begun = await start(app);
  return back(await provider.visit(begun.address, subject), begun.cookie, app);
};
const auditOf = async (outcome: string, app = centre) =>
  (
    await app.db.inCentre((tx) =>
      tx.query<{ detail: object }>(
        `select detail from audit_event where action = 'sign-in' and outcome = $1 order by id`,
        [outcome],
      ),
    )
  ).map((row) => row.detail);

describe('sign-in through the town’s OpenID provider', () => {
  it('is offered where it is configured', async () => {
    expect((await centre.send('GET', '/auth/options')).json()).toEqual({ oidc: { label: 'Anmeldung der Stadt' } });
  });

  it('asks with a code, PKCE, state and nonce, and remembers them in a sealed cookie', async () => {
    const begun = await start();
    expect(begun.status).toBe(302);
    const query = new URL(begun.address).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      response_type: 'code',
      redirect_uri: CALLBACK,
      code_challenge_method: 'S256',
      scope: 'openid profile email',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(query.get(name)!.length).toBeGreaterThanOrEqual(43);
    expect(begun.setCookie).toMatch(
      /^fz_oidc=[\w-]+; Path=\/api\/v1\/auth\/oidc; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );
    expect(Buffer.from(begun.cookie.split('=')[1]!, 'base64url').toString('latin1')).not.toContain(query.get('state'));
  });

  it('opens a session for somebody the administrator has created, and knows them by their subject from then on', async () => {
    const user = await createTestUser(centre.db, { userName: 'k.roth' });
    expect(await allow(user.id)).toMatchObject({ oidcLinked: false, oidcLinkUntil: expect.any(String) });
    provider.claims.set('subject-1', { preferred_username: 'K.Roth' });
    const first = await signInAs('subject-1');
    expect(first).toMatchObject({ status: 302, to: '/' });
    expect(first.session).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    const session = await centre.send('GET', '/auth/session', undefined, { cookie: first.session!.split(';')[0]! });
    expect(session.json()).toMatchObject({ user: { id: user.id, userName: 'k.roth' } });

    provider.claims.set('subject-1', { preferred_username: 'married-since' });
    const second = await signInAs('subject-1');
    const again = await centre.send('GET', '/auth/session', undefined, { cookie: second.session!.split(';')[0]! });
    expect(again.json()).toMatchObject({ user: { id: user.id } });
    expect(await auditOf('ok')).toContainEqual({ method: 'oidc' });
  });

  it('lets nobody take over a name that is linked to somebody else', async () => {
    provider.claims.set('subject-2', { preferred_username: 'k.roth' });
    expect(await signInAs('subject-2')).toMatchObject({ to: '/?problem=oidc-unknown-user', session: undefined });
  });

  it('links nobody whom no administrator has allowed it, and says so in the log alone', async () => {
    await createTestUser(centre.db, { userName: 'not.asked' });
    provider.claims.set('subject-10', { preferred_username: 'not.asked' });
    expect(await signInAs('subject-10')).toMatchObject({ to: '/?problem=oidc-unknown-user', session: undefined });
    expect(await auditOf('failed')).toContainEqual({
      method: 'oidc',
      reason: 'unknown-user',
      subject: 'subject-10',
      claimed: 'not.asked',
    });
  });

  it('links no administrator by an earlier leave, and by none of their own', async () => {
    const user = await createTestUser(centre.db, { userName: 'chief' });
    provider.claims.set('subject-11', { preferred_username: 'chief' });
    await allow(user.id);
    const administrator = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    const role = { role: 'administrator', clientId: null };
    const given = await centre.send('POST', `/centre/users/${user.id}/roles`, role, administrator.headers);
    expect(given.json()).toMatchObject({ oidcLinkUntil: null });
    expect((await signInAs('subject-11')).session).toBeUndefined();

    const { version } = given.json<User>();
    const own = await centre.send('PATCH', `/centre/users/${user.id}`, { oidcLinking: true, version }, user.headers);
    expect(own.json()).toMatchObject({ status: 422, code: 'OwnOidcLink' });
    expect((await signInAs('subject-11')).session).toBeUndefined();
    await allow(user.id);
    expect((await signInAs('subject-11')).session).toBeDefined();
  });

  it('links for fourteen days after it was allowed, and no longer when it was withdrawn', async () => {
    const [late, withdrawn] = [
      await createTestUser(centre.db, { userName: 'late' }),
      await createTestUser(centre.db, { userName: 'withdrawn' }),
    ];
    provider.claims.set('subject-12', { preferred_username: 'late' });
    provider.claims.set('subject-13', { preferred_username: 'withdrawn' });
    await allow(late.id);
    const { version } = await allow(withdrawn.id);
    const administrator = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    const wish = { oidcLinking: false, version };
    const answer = await centre.send('PATCH', `/centre/users/${withdrawn.id}`, wish, administrator.headers);
    expect(answer.json()).toMatchObject({ oidcLinkUntil: null });
    expect((await signInAs('subject-13')).session).toBeUndefined();
    centre.clock.advance({ days: 14, seconds: 1 });
    expect((await signInAs('subject-12')).session).toBeUndefined();
  });

  it('lets somebody newly created work at once, without a password of their own', async () => {
    const administrator = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    const person = { userName: 'new.one', displayName: 'N. One', oidcLinking: true };
    const created = (await centre.send('POST', '/centre/users', person, administrator.headers)).json<
      User & { initialPassword: string }
    >();
    expect(created).toMatchObject({ oidcLinked: false, oidcLinkUntil: expect.any(String), mustChangePassword: true });
    provider.claims.set('subject-14', { preferred_username: 'new.one' });
    const cookie = (await signInAs('subject-14')).session!.split(';')[0]!;
    expect((await centre.send('GET', '/auth/session', undefined, { cookie })).json()).toMatchObject({
      user: { id: created.id },
      mustChangePassword: false,
    });
    expect((await centre.send('GET', '/centre/roles', undefined, { cookie })).statusCode).toBe(200);
    // With the initial password, which others have seen, it is as before.
    const browser = await centre.browser('new.one', created.initialPassword);
    expect((await browser.send('GET', '/centre/roles')).json()).toMatchObject({ code: 'PasswordChangeRequired' });
  });

  it('is allowed anew after the administrator has undone the link, which ends the session as well', async () => {
    const administrator = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    const [user] = (await centre.send('GET', '/centre/users?q=k.roth', undefined, administrator.headers)).json<{
      items: { id: string; version: number; oidcLinked: boolean }[];
    }>().items;
    expect(user!.oidcLinked).toBe(true);
    const cookie = (await signInAs('subject-1')).session!.split(';')[0]!;
    const wish = { oidcLinked: false, version: user!.version };
    const answer = await centre.send('PATCH', `/centre/users/${user!.id}`, wish, administrator.headers);
    expect(answer.json()).toMatchObject({ oidcLinked: false, oidcLinkUntil: null });
    expect((await centre.send('GET', '/auth/session', undefined, { cookie })).statusCode).toBe(401);
    expect((await signInAs('subject-2')).session).toBeUndefined();
    await allow(user!.id);
    expect((await signInAs('subject-2')).session).toBeDefined();
  });

  it('creates nobody, and lets nobody in who has left', async () => {
    provider.claims.set('subject-3', { preferred_username: 'never.seen' });
    expect(await signInAs('subject-3')).toMatchObject({ to: '/?problem=oidc-unknown-user', session: undefined });
    const leaver = await createTestUser(centre.db, { userName: 'leaver' });
    await allow(leaver.id);
    provider.claims.set('subject-4', { preferred_username: 'leaver' });
    expect((await signInAs('subject-4')).session).toBeDefined();
    await centre.db.inCentre((tx) => tx.query('update user_account set active = false where id = $1', [leaver.id]));
    expect((await signInAs('subject-4')).session).toBeUndefined();
    expect(await auditOf('failed')).toContainEqual({
      method: 'oidc',
      reason: 'unknown-user',
      subject: 'subject-4',
      claimed: 'leaver',
    });
  });

  it('is refused without the cookie, with another’s, too late, or a second time', async () => {
    await allow((await createTestUser(centre.db, { userName: 'careful' })).id);
    provider.claims.set('subject-5', { preferred_username: 'careful' });
    const [mine, other] = [await start(), await start()];
    const address = await provider.visit(mine.address, 'subject-5');
    const noState = { to: '/?problem=oidc-no-state', session: undefined };
    const notVouched = { to: '/?problem=oidc-not-vouched-for', session: undefined };
    expect(await back(address, '')).toMatchObject(noState);
    expect(await back(address, 'fz_oidc=abc')).toMatchObject(noState);
    expect(await back(address, other.cookie)).toMatchObject(notVouched);
    const forged = new URL(address);
    forged.searchParams.set('state', 'forged');
    expect(await back(forged.href, mine.cookie)).toMatchObject(notVouched);
    expect(await back(`${CALLBACK}?error=access_denied`, mine.cookie)).toMatchObject(notVouched);

    const good = await back(address, mine.cookie);
    expect(good.session).toBeDefined();
    expect(good.cookies).toContainEqual(expect.stringMatching(/^fz_oidc=; .*Max-Age=0/));
    expect(await back(address, mine.cookie)).toMatchObject(notVouched);

    const late = await start();
    const lateAddress = await provider.visit(late.address, 'subject-5');
    centre.clock.advance({ minutes: 11 });
    expect(await back(lateAddress, late.cookie)).toMatchObject(noState);
  });

  it('goes by e-mail only where the provider has verified it', async () => {
    const byEmail = await startAccess(optionsOf({ claim: 'email' }));
    try {
      const user = await createTestUser(byEmail.db);
      await allow(user.id, byEmail);
      await byEmail.db.inCentre((tx) =>
        tx.query(`update user_account set email = 'k@town.example' where id = $1`, [user.id]),
      );
      provider.claims.set('subject-6', { email: 'K@town.example', email_verified: false });
      expect((await signInAs('subject-6', byEmail)).session).toBeUndefined();
      provider.claims.set('subject-6', { email: 'K@town.example', email_verified: true });
      expect((await signInAs('subject-6', byEmail)).session).toBeDefined();
    } finally {
      await byEmail.close();
    }
  });

  it('says so when the provider does not answer, or could be overheard', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    for (const issuer of ['http://127.0.0.1:9', 'http://login.example']) {
      const alone = await startAccess(optionsOf({ issuer }));
      const answer = await alone.send('GET', '/auth/oidc/start');
      await alone.close();
      expect(answer.json()).toMatchObject({ status: 503, code: 'OidcUnavailable' });
    }
    expect(logged).toHaveBeenCalledWith(expect.stringContaining('only requests to HTTPS are allowed'));
    logged.mockRestore();
  });

  it('does not exist where it is not configured', async () => {
    const alone = await startAccess();
    const answers = [
      await alone.send('GET', '/auth/oidc/start'),
      await alone.send('GET', '/auth/oidc/callback?code=x'),
    ];
    expect((await alone.send('GET', '/auth/options')).json()).toEqual({ oidc: null });
    await alone.close();
    expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404]);
  });
});
