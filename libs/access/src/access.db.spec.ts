import { type AccessApp, startAccess } from '../../../test/support/access-app.js';
import { createBareClient, createTestUser, type TestUser } from '../../../test/support/access.js';

/** What the database itself refuses the application's role, were the code before it wrong or gone. */
let centre: AccessApp;
let user: TestUser;
let clientId: number;

beforeAll(async () => {
  centre = await startAccess();
  clientId = await createBareClient(centre.db);
});
afterAll(() => centre.close());
beforeEach(async () => {
  user = await createTestUser(centre.db);
});

const sql = (text: string, params: unknown[] = []) => centre.db.inCentre((tx) => tx.query(text, params));
const DENIED = { code: '42501' };
const SEPARATION = { code: '23514', constraint: 'administrator_separation' };

const role = (userId: string, name: string, client: number | null = null) =>
  sql(`insert into role_assignment (user_id, role, client_id, valid_from) values ($1, $2, $3, '2026-01-01')`, [
    userId,
    name,
    client,
  ]);
const deputy = (userId: string, deputyUserId: string) =>
  sql(
    `insert into deputy (user_id, deputy_user_id, valid_from, valid_to) values ($1, $2, '2026-01-01', '2099-12-31')`,
    [userId, deputyUserId],
  );

test('the application signs in as itself', async () => {
  expect(
    await sql('select current_user as me, rolsuper, rolbypassrls from pg_roles where rolname = current_user'),
  ).toEqual([{ me: 'finanz_app', rolsuper: false, rolbypassrls: false }]);
});

describe('the audit log', () => {
  it.each([
    `update audit_event set outcome = 'ok'`,
    `update audit_event set user_name = 'somebody else' where id = 1`,
    'delete from audit_event',
    'truncate audit_event',
    'drop table audit_event',
    'alter table audit_event disable trigger all',
    `insert into audit_event (id, action, outcome) overriding system value values (1, 'x', 'ok')`,
  ])('is appended to and nothing else: %s', async (statement) => {
    await expect(sql(statement)).rejects.toMatchObject({ code: expect.stringMatching(/42501|23505/) });
  });

  it.each(['update audit_event set action = action', 'delete from audit_event', 'truncate audit_event'])(
    'is not even changed by its owner: %s',
    async (statement) => {
      const { Client } = await import('pg').then((pg) => pg.default);
      const owner = new Client({ connectionString: centre.database.adminUrl });
      await owner.connect();
      try {
        await owner.query('set role finanz_owner');
        await expect(owner.query(statement)).rejects.toMatchObject({
          code: '42501',
          message: expect.stringContaining('append-only'),
        });
      } finally {
        await owner.end();
      }
    },
  );
});

describe('people, roles and deputies', () => {
  it.each([
    'delete from user_account',
    'delete from role_assignment',
    'delete from deputy',
    'delete from api_token',
    'truncate user_account cascade',
    `update user_account set id = gen_random_uuid()`,
    `update user_account set user_name = 'other'`,
    `update role_assignment set role = 'centre-lead'`,
    `update role_assignment set user_id = gen_random_uuid()`,
    `update role_assignment set client_id = null`,
    `update deputy set deputy_user_id = user_id`,
    `update api_token set token_hash = 'x'`,
    `update session set user_id = gen_random_uuid()`,
  ])('keep their history: %s', async (statement) => {
    await expect(sql(statement)).rejects.toMatchObject(DENIED);
  });

  it('are never an administrator with a second role', async () => {
    await role(user.id, 'clerk', clientId);
    await expect(role(user.id, 'administrator')).rejects.toMatchObject(SEPARATION);
    const administrator = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    await expect(role(administrator.id, 'auditor', clientId)).rejects.toMatchObject(SEPARATION);
  });

  it('are never an administrator who stands in for somebody, or is stood in for', async () => {
    const administrator = await createTestUser(centre.db, { roles: [{ role: 'administrator', clientId: null }] });
    await expect(deputy(user.id, administrator.id)).rejects.toMatchObject(SEPARATION);
    await expect(deputy(administrator.id, user.id)).rejects.toMatchObject(SEPARATION);
    const other = await createTestUser(centre.db);
    await deputy(user.id, other.id);
    await expect(role(user.id, 'administrator')).rejects.toMatchObject(SEPARATION);
    await expect(role(other.id, 'administrator')).rejects.toMatchObject(SEPARATION);
  });

  it('are not made one by prolonging what has ended', async () => {
    await sql(
      `insert into role_assignment (user_id, role, client_id, valid_from, valid_to) values ($1, 'clerk', $2, '2026-01-01', '2026-01-31')`,
      [user.id, clientId],
    );
    await sql(`insert into role_assignment (user_id, role, valid_from) values ($1, 'administrator', '2026-02-01')`, [
      user.id,
    ]);
    await expect(
      sql(`update role_assignment set valid_to = null where user_id = $1 and role = 'clerk'`, [user.id]),
    ).rejects.toMatchObject(SEPARATION);
  });

  it('are not made one by deferring the check', async () => {
    await expect(
      centre.db.inCentre(async (tx) => {
        await tx.query('set constraints all deferred');
        for (const name of ['clerk', 'administrator']) {
          await tx.query(`insert into role_assignment (user_id, role, valid_from) values ($1, $2, '2026-01-01')`, [
            user.id,
            name,
          ]);
        }
      }),
    ).rejects.toMatchObject(SEPARATION);
  });

  it.each(['read committed', 'repeatable read', 'serializable'])(
    'are not made one by two at the same time (%s)',
    async (isolation) => {
      for (let round = 0; round < 5; round++) {
        const person = await createTestUser(centre.db);
        const give = async (name: string): Promise<void> => {
          const connection = await centre.db.pool.connect();
          try {
            await connection.query(`begin isolation level ${isolation}`);
            await connection.query('select count(*) from role_assignment');
            await connection.query(
              `insert into role_assignment (user_id, role, valid_from) values ($1, $2, '2026-01-01')`,
              [person.id, name],
            );
            await connection.query('commit');
          } catch (error) {
            await connection.query('rollback');
            throw error;
          } finally {
            connection.release();
          }
        };
        const outcomes = await Promise.allSettled([give('clerk'), give('administrator')]);
        expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
      }
    },
  );

  it.each([
    [
      `insert into role_assignment (user_id, role, client_id, valid_from) values ($1, 'administrator', $2, '2026-01-01')`,
      '23514',
    ],
    [
      `insert into role_assignment (user_id, role, client_id, valid_from, amount_limit) values ($1, 'clerk', $2, '2026-01-01', -1)`,
      '23514',
    ],
    [
      `insert into role_assignment (user_id, role, client_id, valid_from, valid_to) values ($1, 'clerk', $2, '2026-01-03', '2026-01-01')`,
      '23514',
    ],
    [
      `insert into role_assignment (user_id, role, client_id, valid_from) values ($1, 'king', $2, '2026-01-01')`,
      '23514',
    ],
    [
      `insert into role_assignment (user_id, role, client_id, valid_from) values ($1, 'clerk', $2 + 1000000, '2026-01-01')`,
      '23503',
    ],
    [
      `insert into deputy (user_id, deputy_user_id, client_id, valid_from, valid_to) values ($1, $1, $2, '2026-01-01', '2026-01-02')`,
      '23514',
    ],
  ])('are not %s', async (statement, code) => {
    await expect(sql(statement, [user.id, clientId])).rejects.toMatchObject({ code });
  });
});

test('the auditor reads people, roles and the audit log, but no secret', async () => {
  const { Client } = await import('pg').then((pg) => pg.default);
  const auditor = new Client({ connectionString: centre.database.adminUrl });
  await auditor.connect();
  try {
    await auditor.query('set role finanz_auditor');
    for (const readable of ['role_assignment', 'deputy', 'audit_event'])
      await auditor.query(`select * from ${readable}`);
    await auditor.query('select user_name, active from user_account');
    for (const hidden of [
      'select password_hash from user_account',
      'select totp_secret from user_account',
      'select * from session',
      'select * from api_token',
      `insert into audit_event (action, outcome) values ('x', 'ok')`,
    ]) {
      await expect(auditor.query(hidden)).rejects.toMatchObject(DENIED);
    }
  } finally {
    await auditor.end();
  }
});
