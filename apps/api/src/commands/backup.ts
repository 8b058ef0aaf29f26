import { EMBEDDED_MAJOR, dataLayout, startEmbeddedServer } from '@lib/database';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { ArchiveWriter, type Manifest } from './archive.js';
import { CommandError, runCommand } from './command.js';

/** What a new server makes anew, and what must not be taken over from a running one (as pg_basebackup leaves it out). */
const EMPTIED = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
]);
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'postgresql.auto.conf.tmp']);
const CONTROL_FILE = 'global/pg_control';

/** What belongs to an instance or a checkout and not to the books. */
const NOT_BOOKS =
  /^(postgres|postgres\.new|programs|postgres\.port|instance\.lock.*|restoring.*|restored-.*|moving-in-.*|replaced-.*|\.probe-.*)$/;

/**
 * Writes all books, users and secrets of a data directory into one file. The centre may be running, bookings go on: the
 * backup holds everything that was acknowledged before it ended. A stopped centre's database is started for it.
 */
export async function backUp(
  dataDir: string,
  file: string,
  log: (line: string) => void = () => undefined,
): Promise<Manifest> {
  const layout = dataLayout(dataDir);
  if (!existsSync(path.join(layout.cluster, 'PG_VERSION')))
    throw new CommandError(`There are no books in ${layout.root}.`);
  if (existsSync(file)) throw new CommandError(`${file} exists already; choose another name.`);
  if (path.resolve(file).startsWith(layout.root + path.sep)) {
    throw new CommandError(
      `${file} lies in the data directory itself; a backup belongs elsewhere, best on another disk.`,
    );
  }

  const running = await connectToRunning(layout);
  const server = running ? undefined : await startEmbeddedServer({ dataDir });
  const partial = `${file}.partial`;
  try {
    const client = running ?? (await connect(server!.adminUrl));
    log(
      running
        ? 'The centre is running; it goes on meanwhile.'
        : 'The centre is stopped; its database is started for the backup.',
    );
    await rm(partial, { force: true });
    const archive = new ArchiveWriter(partial);
    let manifest: Manifest;
    try {
      manifest = await archiveAll(client, layout, archive);
    } catch (error) {
      await archive.abort();
      await rm(partial, { force: true });
      throw error;
    } finally {
      await client.end();
    }
    await rename(partial, file);
    return manifest;
  } finally {
    await server?.stop();
  }
}

type Layout = ReturnType<typeof dataLayout>;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'backup' });
  client.on('error', () => undefined); // the query under way reports it
  await client.connect();
  return client;
}

/** The server that runs on this data directory, or undefined. Another server at the port it once had does not count. */
export async function connectToRunning(
  { cluster, password, port }: Layout,
  database = 'postgres',
): Promise<pg.Client | undefined> {
  if (!existsSync(path.join(cluster, 'postmaster.pid')) || !existsSync(port)) return undefined;
  const url = new URL(`postgres://postgres@127.0.0.1:${readFileSync(port, 'utf8').trim()}/${database}`);
  url.password = readFileSync(password, 'utf8').trim();
  let client: pg.Client;
  try {
    client = await connect(url.toString());
  } catch {
    return undefined;
  }
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  if (rows[0] && realpathSync(rows[0].data_directory) === realpathSync(cluster)) return client;
  await client.end();
  return undefined;
}

/** PostgreSQL's low-level backup: the files as they are, then the part of the log that makes them whole. */
async function archiveAll(client: pg.Client, layout: Layout, archive: ArchiveWriter): Promise<Manifest> {
  // The slot keeps the log from being recycled while we copy; it goes with the session.
  await client.query(`select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)`);
  const started = await one<{ segment: string }>(
    client,
    `select pg_walfile_name(pg_backup_start('finanzzentrum', true)) as segment`,
  );

  const directories: string[] = [];
  await addTree(archive, layout.cluster, 'postgres', directories);
  await archive.addFile(path.join(layout.cluster, CONTROL_FILE), `postgres/${CONTROL_FILE}`); // last, as it names the checkpoint
  const stopped = await one<{ lsn: string; segment: string; labelfile: string }>(
    client,
    'select lsn::text, pg_walfile_name(lsn) as segment, labelfile from pg_backup_stop(false)',
  );
  await archive.addText('postgres/backup_label', stopped.labelfile);
  for (const segment of (await readdir(path.join(layout.cluster, 'pg_wal'))).sort()) {
    const needed = /^[0-9A-F]{24}$/.test(segment) && segment >= started.segment && segment <= stopped.segment;
    if (needed) await archive.addFile(path.join(layout.cluster, 'pg_wal', segment), `postgres/pg_wal/${segment}`);
  }
  for (const name of await readdir(layout.root)) {
    if (!NOT_BOOKS.test(name)) await addTree(archive, path.join(layout.root, name), name, directories);
  }
  return archive.finish({
    createdAt: new Date().toISOString(),
    postgres: EMBEDDED_MAJOR,
    until: stopped.lsn,
    directories,
  });
}

async function one<R extends pg.QueryResultRow>(client: pg.Client, sql: string): Promise<R> {
  return (await client.query<R>(sql)).rows[0]!;
}

/** Adds a file, or a directory with all below it; `name` is its path in the archive. */
async function addTree(archive: ArchiveWriter, source: string, name: string, directories: string[]): Promise<void> {
  let entries;
  try {
    entries = await readdir(source, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return archive.addFile(source, name);
    if (code === 'ENOENT') return; // removed by the running server; its log knows
    throw error;
  }
  directories.push(name);
  const emptied = name.startsWith('postgres/') && EMPTIED.has(name.slice('postgres/'.length));
  for (const entry of entries) {
    const child = `${name}/${entry.name}`;
    if (entry.isDirectory()) await addTree(archive, path.join(source, entry.name), child, directories);
    else if (!emptied && belongs(child) && entry.isFile()) await archive.addFile(path.join(source, entry.name), child);
  }
}

function belongs(name: string): boolean {
  if (!name.startsWith('postgres/')) return true;
  const base = path.posix.basename(name);
  return (
    name !== `postgres/${CONTROL_FILE}` &&
    !LEFT_OUT.has(name.slice('postgres/'.length)) &&
    !/^pgsql_tmp|^pg_internal\.init/.test(base)
  );
}

if (process.argv[1] === import.meta.filename) {
  await runCommand('npm run backup -- <file>', async ({ dataDir, file, say }) => {
    const manifest = await backUp(dataDir, file, say);
    const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0);
    say(`Backed up ${manifest.files.length} files (${Math.ceil(bytes / 1e6)} MB) to ${file}.`);
    say('The file holds the books, the users and the secrets of the centre: keep it as safe as the centre itself.');
  });
}
