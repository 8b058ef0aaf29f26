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

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['TEST_PG_ADMIN_URL'] });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Clones the template that the global setup has migrated. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${process.env['TEST_TEMPLATE']!}`);
  const url = new URL(process.env['TEST_PG_ADMIN_URL']!);
  url.pathname = `/${name}`;
  return {
    adminUrl: url.toString(),
    appUrl: appUrl(url.toString()),
    drop: () => onServer(`drop database if exists ${name} with (force)`),
  };
}
