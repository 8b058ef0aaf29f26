import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { PERMISSIONS_OF, type Permission, ROLES } from '../../libs/access/src/role.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/* What the database knows by itself is what the sources say. */
let database: TestDatabase;
let connection: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  connection = new pg.Client({ connectionString: database.adminUrl });
  await connection.connect();
});
afterAll(async () => {
  await connection.end();
  await database.drop();
});

it('the roles that may close periods and post at the edges of a year are those of the matrix', async () => {
  const { rows } = await connection.query<{ role: string; permission: Permission }>(
    'select role, permission from role_permission order by permission, role',
  );
  const known = [...new Set(rows.map((row) => row.permission))];
  expect(known).toEqual(['journal:close', 'periods:manage']);
  expect(rows).toEqual(
    known.flatMap((permission) =>
      ROLES.filter((role) => PERMISSIONS_OF[role].includes(permission))
        .sort()
        .map((role) => ({ role, permission })),
    ),
  );
});

const BODIES = path.resolve(__dirname, '../../migrations/sql');
it.each(readdirSync(BODIES).map((file) => file.replace('.sql', '')))(
  'the running %s is the one in migrations/sql',
  async (name) => {
    const text = readFileSync(path.join(BODIES, `${name}.sql`), 'utf8');
    const written = /\bas \$\$(.*)\$\$/s.exec(text)![1];
    const { rows } = await connection.query<{ prosrc: string }>('select prosrc from pg_proc where proname = $1', [
      name,
    ]);
    expect(rows.map((row) => row.prosrc)).toEqual([written]);
  },
);
