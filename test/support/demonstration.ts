import { createPrivateKey } from 'node:crypto';
import { createTestDatabase, onServer, type TestDatabase } from './database.js';
import { type Centre, eventually, newDataDir, startCentre } from './centre.js';

/** The one password of the demonstration's people in tests. */
export const DEMO_PASSWORD = 'Probelauf im Ratskeller';

/** The built application, serving the demonstration centre on a database of a test's own. */
export interface Demonstration {
  url: string;
  database: TestDatabase;
  close(): Promise<void>;
}

/** How long a busy machine may take over the demonstration. */
const FILLING_MS = 240_000;

/** Any number; it only has to be the same in all test processes. */
const SEEDING = 20_260_101;

/** The demonstration is seeded once for all suites of a run; each gets a copy. */
export async function openDemonstration(): Promise<Demonstration> {
  const database = await createTestDatabase(await seededTemplate());
  let centre: Centre;
  try {
    centre = await start(database.adminUrl, 'off');
  } catch (error) {
    await database.drop();
    throw error;
  }
  return {
    url: centre.url,
    database,
    async close() {
      await centre.stop();
      await database.drop();
    },
  };
}

/** Whoever starts on a copy of the seeded data needs the secrets that it was seeded with. */
const SECRETS = {
  SECRET_KEY: 'a secret of all test processes, good for nothing else',
  SEAL_KEY: createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
    format: 'der',
    type: 'pkcs8',
  })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString(),
};

const start = (databaseUrl: string, demo: 'on' | 'off'): Promise<Centre> =>
  startCentre({
    DATABASE_URL: databaseUrl,
    DATA_DIR: newDataDir(),
    DEMO: demo,
    DEMO_PASSWORD,
    LOG_LEVEL: 'error',
    ...SECRETS,
  });

/** The name of this run's seeded database; whoever comes first fills it while the others wait. */
async function seededTemplate(): Promise<string> {
  return onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [SEEDING]);
    const [template] = (
      await client.query<{ oid: number }>('select oid from pg_database where datname = $1', [
        process.env['TEST_TEMPLATE'],
      ])
    ).rows;
    const name = `finanzzentrum_demo_${template!.oid}`;
    const seeded = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'finanzzentrum_demo_%'`,
    );
    if (seeded.rows.some((row) => row.datname === name)) return name;
    for (const { datname } of seeded.rows) await client.query(`drop database if exists ${datname}`); // of earlier runs
    const unfinished = await createTestDatabase();
    const filling = await start(unfinished.adminUrl, 'on');
    await eventually(() => Promise.resolve(filling.output().includes('demonstration: complete')), FILLING_MS);
    await filling.stop();
    await client.query(`alter database ${new URL(unfinished.adminUrl).pathname.slice(1)} rename to ${name}`);
    return name;
  });
}
