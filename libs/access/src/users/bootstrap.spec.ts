import { bootstrapAdministrator } from '@lib/access';
import { Housekeeping } from '../access.module.js';
import { type AccessApp, startAccess } from '../../../../test/support/access-app.js';
import { createTestUser } from '../../../../test/support/access.js';

let centre: AccessApp;

beforeAll(async () => {
  centre = await startAccess();
});
afterAll(() => centre.close());

test('an empty centre gets one administrator, even when several instances start at once', async () => {
  const first = () => centre.db.inCentre((tx) => bootstrapAdministrator(tx, { today: centre.clock.today() }));
  const made = (await Promise.all([first(), first(), first()])).filter((administrator) => administrator !== null);
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({ userName: 'admin', initialPassword: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) });
  expect(await first()).toBeNull();
  const session = await centre.signIn('admin', made[0]!.initialPassword);
  expect(session.json()).toMatchObject({
    mustChangePassword: true,
    permissions: ['clients:manage', 'users:manage', 'audit:read'],
    clients: [],
  });
});

test('what has run out is taken away, what has not stays', async () => {
  const user = await createTestUser(centre.db);
  await centre.signIn(user.userName, user.password);
  await centre.signIn('nobody', 'wrong');
  await centre.db.inCentre((tx) =>
    tx.query(`insert into idempotent_request (user_id, key, request_hash) values ($1, 'k', '')`, [user.id]),
  );
  const left = async (): Promise<object> => {
    await centre.app.get(Housekeeping).sweep();
    const [row] = await centre.db.inCentre((tx) =>
      tx.query<object>(
        `select (select count(*)::int from session where user_id = $1) as sessions,
           (select count(*)::int from sign_in_source) as sources, (select count(*)::int from idempotent_request) as requests`,
        [user.id],
      ),
    );
    return row!;
  };
  // Two of nobody (the network and elsewhere), the others of people who signed in: network and browser.
  expect(await left()).toEqual({ sessions: 1, sources: 6, requests: 1 });
  centre.clock.advance({ hours: 9 });
  expect(await left()).toEqual({ sessions: 0, sources: 6, requests: 1 });
  centre.clock.advance({ hours: 16 });
  expect(await left()).toEqual({ sessions: 0, sources: 4, requests: 1 });
  centre.clock.advance({ days: 7 });
  expect(await left()).toEqual({ sessions: 0, sources: 4, requests: 0 });
  centre.clock.advance({ days: 180 });
  expect(await left()).toEqual({ sessions: 0, sources: 0, requests: 0 });
});
