import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import pg from 'pg';
import type { Actor } from '@lib/access';
import { dataLayout, runningServerUrl, startEmbeddedServer, type Tx } from '@lib/database';
import { readSettings, SettingError } from '../settings.js';

/** Runs `work` with the address of the centre's database as its administrator; a stopped centre's database is started for it. */
export async function onCentre<T>(work: (adminUrl: string) => Promise<T>): Promise<T> {
  const { dataDir, databaseUrl } = readSettings();
  const running = databaseUrl ?? (await runningServerUrl(dataDir));
  if (!running && !existsSync(dataLayout(dataDir).cluster)) throw new SettingError(`There are no books in ${dataDir}.`);
  const server = running ? undefined : await startEmbeddedServer({ dataDir });
  try {
    return await work(running ?? server!.adminUrl);
  } finally {
    await server?.stop();
  }
}

/** One transaction as the owner of the tables. */
export async function asOwner<T>(adminUrl: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`begin; set local role finanz_owner; set local timezone = 'UTC'; set local datestyle = 'ISO'`);
    const result = await work({ query: async (sql, params) => (await client.query(sql, params)).rows as never });
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

/** Whoever reaches the machine is no person of the centre: the log names the account there. */
export function operator(): Actor {
  let account = 'operator';
  try {
    account = `operator (${userInfo().username})`;
  } catch {
    // an account without a name, in a container
  }
  return { userId: null, userName: account };
}
