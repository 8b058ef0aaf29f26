import { type Actor, unlock } from '@lib/access';
import { appUrl, Database, dataLayout, dataSource, runningServerUrl, startEmbeddedServer } from '@lib/database';
import { Clock, Problem } from '@lib/kernel';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { ExitCode } from '../exit-codes.js';
import { readSettings, SettingError } from '../settings.js';
import { explainStartFailure } from '../startup.js';

const USAGE = 'Usage: npm run unlock -- <user name>';

/** Runs `work` on the centre's database as the application; a stopped centre's database is started for it. */
async function onDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const { dataDir, databaseUrl } = readSettings();
  const running = databaseUrl ?? (await runningServerUrl(dataDir));
  if (!running && !existsSync(dataLayout(dataDir).cluster)) throw new SettingError(`There are no books in ${dataDir}.`);
  const server = running ? undefined : await startEmbeddedServer({ dataDir });
  try {
    const source = await dataSource(appUrl(running ?? server!.adminUrl), 1).initialize();
    try {
      return await work(new Database(source));
    } finally {
      await source.destroy();
    }
  } finally {
    await server?.stop();
  }
}

/** Whoever reaches the machine is no person of the centre: the log names the account there. */
function operator(): Actor {
  let account = 'operator';
  try {
    account = `operator (${userInfo().username})`;
  } catch {
    // an account without a name, in a container
  }
  return { userId: null, userName: account };
}

try {
  const [name, ...more] = process.argv.slice(2);
  if (!name || more.length > 0 || name.startsWith('-')) throw new SettingError(USAGE);
  const lifted = await onDatabase((db) => db.inCentre((tx) => unlock(tx, name, operator(), new Clock().now())));
  console.log(
    lifted > 0 ? `${name} may sign in again.` : `${name} was not locked out; the count of failures begins afresh.`,
  );
} catch (error) {
  const unknown = error instanceof Problem && error.code === 'NotFound';
  console.error(`\n${unknown ? 'Nobody has this user name.' : explainStartFailure(error).message}`);
  process.exitCode = unknown ? ExitCode.Usage : explainStartFailure(error).exitCode;
}
