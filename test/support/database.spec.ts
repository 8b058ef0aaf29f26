import pg from 'pg';
import { createTestDatabase } from './database.js';

test('a test database is migrated, and the application signs in as itself', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  const { rows } = await client.query(
    `select current_user as name, to_regclass('schema_migration') is not null as migrated`,
  );
  await client.end();
  await database.drop();
  expect(rows).toEqual([{ name: 'finanz_app', migrated: true }]);
});
