import { createHmac } from 'node:crypto';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

/** The login role of the application: no ownership, no BYPASSRLS, no INSERT on the journal. */
export const APP_ROLE = 'finanz_app';

/** The database was written by a newer version of this software; running an older one on it could damage the books. */
export class NewerDatabaseError extends Error {
  constructor(readonly unknownMigrations: string[]) {
    super(`the database was migrated by a newer version (${unknownMigrations.join(', ')})`);
    this.name = 'NewerDatabaseError';
  }
}

/** How long anybody waits for a connection, be it a new one or one that others use; then the answer is 503. */
export const CONNECTION_PATIENCE_MS = 10_000;

/** A TypeORM data source on `url`. `poolSize` bounds the connections. */
export function dataSource(url: string, poolSize = 16, extra: Partial<DataSourceOptions> = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    connectTimeoutMS: CONNECTION_PATIENCE_MS,
    applicationName: 'finanzzentrum',
    installExtensions: false,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    migrations,
    extra: {
      keepAlive: true, // a server that vanished without a word is noticed
      pipeline: true, // statements that do not wait for each other travel together
      options: '-c timezone=UTC -c datestyle=ISO -c lock_timeout=15s -c idle_in_transaction_session_timeout=120s',
    },
    ...(extra as object),
  });
}

/**
 * Brings the database to this version. `adminUrl` names a role that may create roles and owns the database.
 * Idempotent; several instances may call it at once (a lock lets one go first).
 * @returns the names of the migrations that were run
 * @throws NewerDatabaseError when the database knows migrations that this software does not
 */
export async function migrate(adminUrl: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: adminUrl });
  await lock.connect();
  // A session lock outside the posting path: only migrations take it.
  await lock.query(`select pg_advisory_lock(4711001)`);
  const source = await dataSource(adminUrl, 2).initialize();
  try {
    await refuseNewer(source);
    const run = await source.runMigrations();
    await lock.query(`alter role ${APP_ROLE} login password '${appPassword(adminUrl)}'`);
    if (run.length > 0) await lock.query('analyze');
    return run.map((migration) => migration.name);
  } finally {
    await source.destroy();
    await lock.end();
  }
}

async function refuseNewer(source: DataSource): Promise<void> {
  const [{ present }] = (await source.query(`select to_regclass('schema_migration') is not null as present`)) as [
    { present: boolean },
  ];
  if (!present) return;
  const known = new Set(source.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const stored = (await source.query('select name from schema_migration')) as { name: string }[];
  const unknown = stored.map((row) => row.name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerDatabaseError(unknown);
}

/** The application role's password follows from the administrator's, so that every instance knows it and no file holds it. */
function appPassword(adminUrl: string): string {
  return createHmac('sha256', decodeURIComponent(new URL(adminUrl).password) || 'finanzzentrum')
    .update(APP_ROLE)
    .digest('hex');
}

/** The URL with which the application signs in: same server and database as `adminUrl`, as {@link APP_ROLE}. */
export function appUrl(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.username = APP_ROLE;
  url.password = appPassword(adminUrl);
  return url.toString();
}
