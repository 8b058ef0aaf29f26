import { randomBytes } from 'node:crypto';
import { appUrl } from '@lib/database';
import pg from 'pg';

/** A database of a test's own: migrated, without clients, in nobody else's way. */
export interface TestDatabase {
  /** The superuser's URL: for preparing what the application itself may not do, and for attacks as another role. */
  adminUrl: string;
  /** The application's URL, under row-level security. */
  appUrl: string;
  drop(): Promise<void>;
}

/** Works as superuser on the server itself, not in any test's database. */
export async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env['TEST_PG_ADMIN_URL'] });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Clones the template that the global setup has migrated, or another one. */
export async function createTestDatabase(template = process.env['TEST_TEMPLATE']!): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name} template ${template}`));
  const url = new URL(process.env['TEST_PG_ADMIN_URL']!);
  url.pathname = `/${name}`;
  return {
    adminUrl: url.toString(),
    appUrl: appUrl(url.toString()),
    async drop() {
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
