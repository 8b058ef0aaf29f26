import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { dataLayout } from './embedded-server.js';

/**
 * The administrator's URL of the embedded server that runs on a data directory, or undefined: none runs, or another one listens on
 * the port it once had.
 */
export async function runningServerUrl(dataDir: string): Promise<string | undefined> {
  const { cluster, password, port } = dataLayout(dataDir);
  if (!existsSync(path.join(cluster, 'postmaster.pid')) || !existsSync(port)) return undefined;
  const url = new URL(`postgres://postgres@127.0.0.1:${readFileSync(port, 'utf8').trim()}/finanzzentrum`);
  url.password = readFileSync(password, 'utf8').trim();
  const client = new pg.Client({ connectionString: url.toString(), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // the query under way reports it
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0] && realpathSync(rows[0].data_directory) === realpathSync(cluster) ? url.toString() : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
