import { appUrl, Database, dataSource } from '@lib/database';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { proveAuditLog } from './audit/prove-audit-log.js';

/** The last migration before the doors, the scopes and the chain. */
const BEFORE = migrations.findIndex((migration) => migration.name.startsWith('Doors'));

/** What an installation that has been running for a while brings along. */
const FILLED = `
  insert into user_account (user_name, display_name, oidc_subject) values ('roth', 'K. Roth', 'subject-1');
  insert into session (token_hash, user_id, created_at, last_seen_at, expires_at)
    select sha256('session'), id, now(), now(), now() + interval '1 hour' from user_account;
  insert into api_token (user_id, name, token_hash, expires_on)
    select id, 'for ever', sha256('token'), null::date from user_account
    union all select id, 'ending', sha256('other'), '2030-01-31'::date from user_account;
  insert into sign_in_failure values ('roth', 6, now(), now() + interval '30 minutes'), ('ghost', 2, now(), null);
  insert into audit_event (user_name, action, outcome, ip)
    values ('roth', 'sign-in', 'ok', '::ffff:192.0.2.7'), ('roth', 'sign-in', 'failed', '198.51.100.1'), ('roth', 'sign-in', 'ok', null);`;

let empty: TestDatabase;
beforeAll(async () => {
  empty = await createTestDatabase('template0');
});
afterAll(() => empty.drop());

test('an installation from before keeps its links, sessions, tokens, lock-outs and its log', async () => {
  const earlier = await dataSource(empty.adminUrl, 2, { migrations: migrations.slice(0, BEFORE) }).initialize();
  await earlier.runMigrations();
  await earlier.query(FILLED);
  await earlier.destroy();
  const source = await dataSource(empty.adminUrl, 2).initialize();
  await source.runMigrations();
  await source.destroy();

  const client = new pg.Client({ connectionString: empty.adminUrl });
  await client.connect();
  const rows = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows;
  try {
    expect(await rows('select oidc_subject, oidc_link_until from user_account')).toEqual([
      { oidc_subject: 'subject-1', oidc_link_until: null },
    ]);
    expect(await rows('select method from session')).toEqual([{ method: 'password' }]);
    const tokens = await rows(
      `select name, token_hash, scopes, expires_on = current_date + 366 as in_a_year, expires_on from api_token order by name`,
    );
    expect(tokens).toMatchObject([
      { name: 'ending', scopes: ['all'], expires_on: '2030-01-31' },
      { name: 'for ever', scopes: ['all'], in_a_year: true, token_hash: createHash('sha256').update('token').digest() },
    ]);
    expect(
      await rows(
        `select user_name, source, failures, locked_until > now() as locked, signed_in_at is not null as known
         from sign_in_source order by user_name, source`,
      ),
    ).toEqual([
      { user_name: 'ghost', source: 'elsewhere', failures: 2, locked: null, known: false },
      { user_name: 'roth', source: 'elsewhere', failures: 6, locked: true, known: false },
      { user_name: 'roth', source: 'net:192.0.2.7', failures: 0, locked: null, known: true },
    ]);
    await rows('select chain_audit_events()');
  } finally {
    await client.end();
  }
  const application = await dataSource(appUrl(empty.adminUrl), 1).initialize();
  try {
    expect(await proveAuditLog(new Database(application))).toMatchObject({ ok: true, events: 3, headNo: 1 });
  } finally {
    await application.destroy();
  }
});
