import { unlock } from '@lib/access';
import { appUrl, Database, dataSource } from '@lib/database';
import { Clock, Problem } from '@lib/kernel';
import { ExitCode } from '../exit-codes.js';
import { SettingError } from '../settings.js';
import { explainStartFailure } from '../startup.js';
import { onCentre, operator } from './on-centre.js';

const USAGE = 'Usage: npm run unlock -- <user name>';

/** Runs `work` on the database as the application. */
async function asApplication<T>(adminUrl: string, work: (db: Database) => Promise<T>): Promise<T> {
  const source = await dataSource(appUrl(adminUrl), 1).initialize();
  try {
    return await work(new Database(source));
  } finally {
    await source.destroy();
  }
}

try {
  const [name, ...more] = process.argv.slice(2);
  if (!name || more.length > 0 || name.startsWith('-')) throw new SettingError(USAGE);
  const lifted = await onCentre((adminUrl) =>
    asApplication(adminUrl, (db) => db.inCentre((tx) => unlock(tx, name, operator(), new Clock().now()))),
  );
  console.log(
    lifted > 0 ? `${name} may sign in again.` : `${name} was not locked out; the count of failures begins afresh.`,
  );
} catch (error) {
  const unknown = error instanceof Problem && error.code === 'NotFound';
  console.error(`\n${unknown ? 'Nobody has this user name.' : explainStartFailure(error).message}`);
  process.exitCode = unknown ? ExitCode.Usage : explainStartFailure(error).exitCode;
}
