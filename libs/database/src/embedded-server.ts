import { type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type ServerBinaries, locateBinaries } from './embedded-binaries.js';
import { EmbeddedServerError, errorCode } from './embedded-server-error.js';
import { type InstanceLock, isAlive, lockDirectory } from './instance-lock.js';
import { finishRestore } from './restored-files.js';
import { ServerAccount } from './server-account.js';

export { EmbeddedServerError, type EmbeddedServerErrorCode } from './embedded-server-error.js';
export { type InstanceLock, lockDirectory } from './instance-lock.js';
export { finishRestore, putInPlace, stagingDirectory } from './restored-files.js';

/** The major version of PostgreSQL whose clusters this software starts and creates. */
export const EMBEDDED_MAJOR = '18';

const HOST = '127.0.0.1';
const SUPERUSER = 'postgres';
const DATABASE = 'finanzzentrum';
const LOCK_ATTEMPTS = 10;
/** How long a killed server is given to come back: on a busy disk its sessions alone take a while to end. */
const BRING_BACK_MS = 60_000;

/** A booking that was acknowledged is on disk; memory stays modest beside the application on one machine. */
const LEDGER_SETTINGS: Record<string, string> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off', // the packaged server has no LLVM
};

export interface EmbeddedServerOptions {
  /** The centre's data directory (`DATA_DIR`); created if its parent can be written. */
  dataDir: string;
  /** Default: the port used last time, else a free one below the ephemeral range. */
  port?: number;
  /** The superuser's password. Default: the one kept in `<dataDir>/secrets/database-password`, made at the first start. */
  password?: string;
  /** Server settings on top of those for a ledger, for example `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string>;
  /** Receives progress and the server's own log. */
  log?: (line: string) => void;
  /** Receives what an operator must know: that a restore which was cut off has been finished. */
  say?: (text: string) => void;
  /** Called when the server died and could not be brought back; the process should then end. */
  onLost?: (error: EmbeddedServerError) => void;
}

export interface EmbeddedServer {
  host: string;
  port: number;
  /** The superuser's URL of the database `finanzzentrum`. Holds the password: not for logs. */
  adminUrl: string;
  /** The server's process at the moment; it changes when a killed server was brought back. */
  readonly pid: number;
  /** Ends all sessions, writes everything out and stops the server. */
  stop(): Promise<void>;
}

/** Where a data directory keeps what. */
export function dataLayout(dataDir: string) {
  const root = path.resolve(dataDir);
  return {
    root,
    cluster: path.join(root, 'postgres'),
    programs: path.join(root, 'programs'),
    secrets: path.join(root, 'secrets'),
    password: path.join(root, 'secrets', 'database-password'),
    port: path.join(root, 'postgres.port'),
  };
}

/**
 * Starts the PostgreSQL server that comes with this software on a data directory, creating the cluster the first time.
 * The server listens on the loopback address only and runs in its own process group, so that Ctrl-C reaches the application
 * first, which drains and then stops it. A server left over from a killed application is stopped before; a server that is
 * killed is started again (PostgreSQL then recovers from its log). A restore that was killed is finished first, or refused.
 * @throws EmbeddedServerError
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const log = options.log ?? (() => undefined);
  const binaries = locateBinaries();
  const layout = dataLayout(options.dataDir);
  prepareDirectory(layout.root);

  const lock = await lockPatiently(layout.root, log);
  try {
    const restored = finishRestore(layout.root);
    if (restored !== undefined) options.say?.(restored);
    refuseOtherVersion(layout.cluster);
    const password = options.password ?? storedPassword(layout);
    const account = prepareCluster(layout, binaries, password, log);
    await stopLeftover(account, layout.cluster, log);
    const server = new Supervisor(account, layout, options, log);
    await server.start();
    const adminUrl = `postgres://${SUPERUSER}:${encodeURIComponent(password)}@${HOST}:${server.port}/${DATABASE}`;
    try {
      await createDatabase(adminUrl);
    } catch (error) {
      await server.stop();
      throw startFailed('The database could not be opened', error);
    }
    return {
      host: HOST,
      port: server.port,
      adminUrl,
      get pid() {
        return server.pid;
      },
      stop: async () => {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** An instance whose launcher was killed needs a moment to notice and drain; only one that stays is a reason to refuse. */
async function lockPatiently(directory: string, log: Log): Promise<InstanceLock> {
  for (let attempt = 0; ; attempt++) {
    try {
      return lockDirectory(directory);
    } catch (error) {
      if (!(error instanceof EmbeddedServerError) || attempt === LOCK_ATTEMPTS) throw error;
      if (attempt === 0) log('waiting for another instance on this data directory to end');
      await sleep(500);
    }
  }
}

type Layout = ReturnType<typeof dataLayout>;
type Log = (line: string) => void;

function startFailed(what: string, cause: unknown): EmbeddedServerError {
  if (cause instanceof EmbeddedServerError) return cause;
  return new EmbeddedServerError('StartFailed', `${what}: ${cause instanceof Error ? cause.message : String(cause)}`, {
    cause,
  });
}

/** As `mkdir -p`, one level after the other: Node's own recursive form never returns on file systems such as /proc. */
function makeDirectories(directory: string): void {
  if (existsSync(directory)) return;
  if (path.dirname(directory) !== directory) makeDirectories(path.dirname(directory));
  mkdirSync(directory, { mode: 0o755 });
}

/** Makes the data directory and proves that it can be written. Parents stay passable for the server's account. */
function prepareDirectory(root: string): void {
  try {
    makeDirectories(root);
    const probe = path.join(root, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const code = errorCode(error);
    const reasons: Partial<Record<string, string>> = {
      EACCES: 'this account may not write there',
      EPERM: 'this account may not write there',
      EROFS: 'the file system is read-only',
      ENOSPC: 'the disk is full',
      ENOTDIR: 'a part of the path is a file',
      EEXIST: 'it is a file, not a directory',
      ENOENT: 'the path cannot be created',
    };
    const unreachable = code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT';
    throw new EmbeddedServerError(
      unreachable ? 'DataDirectoryUnreachable' : 'DataDirectoryUnwritable',
      `The data directory ${root} cannot be used: ${reasons[code ?? ''] ?? String(error)}. ` +
        'Set DATA_DIR to a directory that this account may write to, or give it the right.',
      { cause: error },
    );
  }
}

function refuseOtherVersion(cluster: string): void {
  let major: string;
  try {
    major = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw new EmbeddedServerError(
      'DataDirectoryUnreachable',
      `The database in ${cluster} cannot be read by this account (${errorCode(error)}). Start as the account that created it.`,
      { cause: error },
    );
  }
  if (major === EMBEDDED_MAJOR) return;
  throw new EmbeddedServerError(
    'ServerVersionMismatch',
    `The data in ${cluster} was written by PostgreSQL ${major}; this version brings PostgreSQL ${EMBEDDED_MAJOR}. ` +
      'Start it with the version of Finanzzentrum that wrote it, or restore a backup into a PostgreSQL server and set DATABASE_URL.',
  );
}

function storedPassword({ cluster, password, secrets }: Layout): string {
  if (existsSync(password)) return readFileSync(password, 'utf8').trim();
  if (existsSync(path.join(cluster, 'PG_VERSION'))) {
    throw new EmbeddedServerError(
      'PasswordMissing',
      `The data directory holds a database but not its password (${password}). Restore that file from a backup of the data directory.`,
    );
  }
  mkdirSync(secrets, { recursive: true, mode: 0o700 });
  const fresh = randomBytes(24).toString('base64url');
  writeFileSync(password, `${fresh}\n`, { mode: 0o600 });
  return fresh;
}

/** Chooses the server's account and creates the cluster if there is none. An interrupted creation leaves nothing behind that counts. */
function prepareCluster(layout: Layout, binaries: ServerBinaries, password: string, log: Log): ServerAccount {
  if (existsSync(path.join(layout.cluster, 'PG_VERSION'))) {
    return ServerAccount.choose(layout.cluster, layout.programs, binaries);
  }
  log('creating the database cluster');
  const fresh = `${layout.cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const account = ServerAccount.choose(fresh, layout.programs, binaries);

  const passwordDirectory = mkdtempSync(path.join(os.tmpdir(), 'finanzzentrum-'));
  try {
    const passwordFile = path.join(passwordDirectory, 'password');
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    account.handOver(passwordFile);
    account.handOver(passwordDirectory);
    const { status, stderr, error } = account.run(account.binaries.initdb, [
      `--pgdata=${fresh}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=de-DE',
      '--locale=C',
    ]);
    if (status !== 0) {
      throw new EmbeddedServerError(
        'InitialisationFailed',
        `The database cluster could not be created: ${stderr || String(error)}`,
      );
    }
  } finally {
    rmSync(passwordDirectory, { recursive: true, force: true });
  }
  rmSync(layout.cluster, { recursive: true, force: true });
  renameSync(fresh, layout.cluster);
  return account;
}

/** Stops the server that a killed application left running on its data. */
async function stopLeftover(account: ServerAccount, cluster: string, log: Log): Promise<void> {
  const pid = postmasterPid(cluster);
  if (pid === undefined) return;
  if (isAlive(pid)) {
    log(`stopping the server left over from an earlier run (process ${pid})`);
    for (const mode of ['fast', 'immediate']) {
      if (account.run(account.binaries.pgCtl, ['stop', '-D', cluster, '-m', mode, '-w', '-t', '20']).status === 0)
        return;
    }
    for (let waited = 0; waited < 10_000 && isAlive(pid); waited += 100) await sleep(100);
  }
  disownPostmaster(cluster, pid);
}

function postmasterPid(cluster: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes our own process number into the pid file of a dead server. PostgreSQL takes a pid file for a living server as long
 * as the process number exists, also as a zombie that nobody reaps or as a stranger that got the number; its own parent's it
 * ignores. The rest of the file stays: by it PostgreSQL sees whether sessions of the dead server are still at work.
 */
function disownPostmaster(cluster: string, pid: number): void {
  const file = path.join(cluster, 'postmaster.pid');
  if (isAlive(pid) || !existsSync(file)) return;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

const TAKEN = new Set(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL']);
const PORTS = { from: 15_000, to: 32_000 };

function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    // Whatever else is wrong is wrong with every port.
    probe.once('error', (error) => (TAKEN.has(errorCode(error) ?? '') ? resolve(false) : reject(error)));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}

/** A free port below the ephemeral range, in which a client could end up talking to itself. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from));
    if (await isPortFree(port)) return port;
  }
}

/** Keeps one server process running until it is told to stop. */
class Supervisor {
  port = 0;
  private child!: ChildProcess;
  private stopping = false;
  private restarts: number[] = [];

  constructor(
    private readonly account: ServerAccount,
    private readonly layout: Layout,
    private readonly options: EmbeddedServerOptions,
    private readonly log: Log,
  ) {}

  get pid(): number {
    return this.child.pid!;
  }

  async start(): Promise<void> {
    const wanted = this.options.port;
    this.port = wanted ?? (await this.rememberedPort());
    for (let attempt = 1; ; attempt++) {
      try {
        await this.launch();
        break;
      } catch (error) {
        if (!(error instanceof EmbeddedServerError) || attempt === 20) throw error;
        if (error.code === 'PortOccupied') {
          if (wanted !== undefined) throw error;
          this.port = await freePort();
        } else if (/postmaster\.pid|shared memory block/.test(error.message)) {
          await sleep(500); // the sessions of a killed server need a moment to notice and end
        } else throw error;
      }
    }
    writeFileSync(this.layout.port, `${this.port}\n`);
    this.child.once('exit', () => void this.bringBack());
  }

  async stop(): Promise<void> {
    this.stopping = true;
    process.off('exit', this.onProcessExit);
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (process.platform === 'win32') {
      this.account.run(this.account.binaries.pgCtl, ['stop', '-D', this.layout.cluster, '-m', 'fast']);
    } else {
      child.kill('SIGINT'); // PostgreSQL's "fast" shutdown
    }
    await ended;
  }

  /** An application that ends without stopping its server still asks it to stop. */
  private readonly onProcessExit = () => void this.child.kill('SIGINT');

  private async rememberedPort(): Promise<number> {
    try {
      const port = Number.parseInt(readFileSync(this.layout.port, 'utf8'), 10);
      if (port > 0 && (await isPortFree(port))) return port;
    } catch {
      // first start
    }
    return freePort();
  }

  private launch(): Promise<void> {
    const settings = {
      listen_addresses: HOST,
      unix_socket_directories: '',
      ...LEDGER_SETTINGS,
      ...this.options.settings,
    };
    const args = ['-D', this.layout.cluster, '-p', String(this.port)];
    for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
    const child = this.account.spawn(this.account.binaries.postgres, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true, // Ctrl-C goes to the application alone
    });
    this.child = child;
    process.off('exit', this.onProcessExit).once('exit', this.onProcessExit);
    return new Promise((resolve, reject) => {
      let tail = '';
      let ready = false;
      child.stderr!.setEncoding('utf8').on('data', (text: string) => {
        tail = (tail + text).slice(-4_000);
        for (const line of text.split('\n')) if (line.trim()) this.log(line);
        if (ready || !tail.includes('ready to accept connections')) return;
        ready = true;
        child.unref();
        (child.stderr as net.Socket).unref();
        resolve();
      });
      child.once('error', (error) => reject(startFailed('The database server could not be run', error)));
      child.once('exit', (status, signal) => reject(this.launchError(status ?? signal, tail)));
    });
  }

  private launchError(end: unknown, tail: string): EmbeddedServerError {
    if (/Address already in use|could not bind/.test(tail)) {
      return new EmbeddedServerError(
        'PortOccupied',
        `Port ${this.port} of the database server is occupied by another program.`,
      );
    }
    return new EmbeddedServerError(
      'StartFailed',
      `The database server ended at its start (${String(end)}): ${tail.trim()}`,
    );
  }

  /** Starts a server again that ended by itself, at the same port; gives up when that happens again and again. */
  private async bringBack(): Promise<void> {
    if (this.stopping) return;
    const now = Date.now();
    this.restarts = [...this.restarts.filter((at) => now - at < 60_000), now];
    this.log(`the database server (process ${this.child.pid}) ended unexpectedly; starting it again`);
    try {
      if (this.restarts.length > 5)
        throw new EmbeddedServerError('StartFailed', 'The database server ended five times within a minute.');
      disownPostmaster(this.layout.cluster, this.pid);
      for (;;) {
        try {
          if (this.stopping) return;
          await this.launch();
          break;
        } catch (error) {
          if (Date.now() - now > BRING_BACK_MS) throw error;
          await sleep(250);
        }
      }
      this.child.once('exit', () => void this.bringBack());
      if (this.stopping) await this.stop();
    } catch (error) {
      this.log(`the database server is lost: ${String(error)}`);
      this.options.onLost?.(
        new EmbeddedServerError(
          'ServerLost',
          `The database server ended and could not be brought back: ${String(error)}`,
          {
            cause: error,
          },
        ),
      );
    }
  }
}
