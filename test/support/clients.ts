import { randomBytes } from 'node:crypto';
import { SYSTEM } from '@lib/access';
import { type Client, type ClientWish, createClient } from '@lib/clients';
import { Database, dataSource } from '@lib/database';
import { createTestDatabase } from './database.js';

/** A client from the municipality's template with the year 2026, ready to be booked on. */
export function createTestClient(db: Database, wish: Partial<ClientWish> = {}): Promise<Client> {
  const key = wish.key ?? `client-${randomBytes(5).toString('hex')}`;
  const whole: ClientWish = { template: 'nrw-municipality', name: `Gemeinde ${key}`, fiscalYear: 2026, ...wish, key };
  return db.inCentre((tx) => createClient(tx, whole, SYSTEM));
}

export interface OpenDatabase {
  db: Database;
  adminUrl: string;
  close(): Promise<void>;
}

/** A database of a test's own, opened as the application. */
export async function openTestDatabase(): Promise<OpenDatabase> {
  const database = await createTestDatabase();
  const source = await dataSource(database.appUrl, 8).initialize();
  return {
    db: new Database(source),
    adminUrl: database.adminUrl,
    async close() {
      await source.destroy();
      await database.drop();
    },
  };
}
