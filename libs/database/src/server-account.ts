import { type ChildProcess, type SpawnOptions, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';
import { type ServerBinaries, copyBinaries } from './embedded-binaries.js';

/** What the server's programs see of the environment: messages in English, so that they can be recognised. */
const ENVIRONMENT = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env['SystemRoot'] };

/** A system account, or `null`: the account of this process. */
type Account = { uid: number; gid: number } | null;

/**
 * Runs the server's programs under an account that PostgreSQL accepts. It refuses to run as root, so a centre started by
 * root gives its server the account `postgres` or `nobody`. Where that account cannot reach the data directory because a
 * parent is closed (a checkout in root's home), it gets the one capability to pass through directories, if the system lets us.
 */
export class ServerAccount {
  private constructor(
    private readonly account: Account,
    private readonly prefix: string[],
    readonly binaries: ServerBinaries,
  ) {}

  /**
   * @param directory the cluster's directory; it exists
   * @param copies where the server's programs may be copied if the account cannot reach the installed ones
   * @throws EmbeddedServerError `DataDirectoryUnreachable`
   */
  static choose(directory: string, copies: string, binaries: ServerBinaries): ServerAccount {
    if (process.getuid?.() !== 0) return new ServerAccount(null, [], binaries);

    const account = ownerOf(directory) ?? unprivilegedAccount();
    giveTo(account, directory);

    const plain = new ServerAccount(account, [], binaries);
    if (plain.canReach(directory)) {
      if (plain.canRun()) return plain;
      return new ServerAccount(account, [], copyBinaries(binaries, copies));
    }
    for (const capability of ['dac_read_search', 'dac_override']) {
      const privileged = new ServerAccount(account, throughClosedParents(account, capability), binaries);
      if (privileged.canReach(directory) && privileged.canCreate(directory)) return privileged;
    }
    throw new EmbeddedServerError(
      'DataDirectoryUnreachable',
      `PostgreSQL does not run as root, and its account (uid ${account.uid}) cannot reach ${directory}: a parent directory is closed to it. ` +
        'Set DATA_DIR to a directory whose parents anyone may pass through (for example /var/lib/finanzzentrum), ' +
        'start as an ordinary user, or set DATABASE_URL.',
    );
  }

  run(program: string, args: string[]): SpawnSyncReturns<string> {
    const [file, ...rest] = [...this.prefix, program, ...args];
    return spawnSync(file!, rest, { ...this.identity(), env: ENVIRONMENT, encoding: 'utf8' });
  }

  spawn(program: string, args: string[], options: SpawnOptions): ChildProcess {
    const [file, ...rest] = [...this.prefix, program, ...args];
    return spawn(file!, rest, { ...this.identity(), env: ENVIRONMENT, ...options });
  }

  /** Lets the server's account read a file or directory that this process has just made. */
  handOver(file: string): void {
    if (this.account) chownSync(file, this.account.uid, this.account.gid);
  }

  private identity() {
    // setpriv changes the account itself and needs our rights to do so.
    return this.account && this.prefix.length === 0 ? this.account : {};
  }

  private canReach(directory: string): boolean {
    return this.run('/bin/sh', ['-c', 'cd "$0"', directory]).status === 0;
  }

  /** initdb looks for its companions with access(2), which judges by other rules than the file system does. */
  private canCreate(directory: string): boolean {
    return this.run(this.binaries.initdb, ['--show', `--pgdata=${directory}`]).status === 0;
  }

  private canRun(): boolean {
    return this.run(this.binaries.postgres, ['--version']).status === 0;
  }
}

function throughClosedParents({ uid, gid }: NonNullable<Account>, capability: string): string[] {
  return [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup', // else access(2) leaves the capability out of account
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
  ];
}

function passwd(): { name: string; uid: number; gid: number }[] {
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((row) => row.split(':'));
  return rows
    .filter((row) => row.length > 3)
    .map((row) => ({ name: row[0]!, uid: Number(row[2]), gid: Number(row[3]) }));
}

/** The account that already owns the cluster, if it is one under which a server can run (it needs a passwd entry). */
function ownerOf(directory: string): Account {
  const { uid } = statSync(directory);
  return (uid !== 0 && passwd().find((entry) => entry.uid === uid)) || null;
}

function unprivilegedAccount(): NonNullable<Account> {
  const entries = passwd();
  const entry = entries.find(({ name }) => name === 'postgres') ?? entries.find(({ name }) => name === 'nobody');
  if (entry && entry.uid !== 0) return { uid: entry.uid, gid: entry.gid };
  throw new EmbeddedServerError(
    'StartFailed',
    'PostgreSQL does not run as root, and this system has neither an account "postgres" nor "nobody". Start as an ordinary user, or set DATABASE_URL.',
  );
}

/** Gives a whole tree to the account, as after a restore by root; nothing to do when its top is the account's already. */
function giveTo({ uid, gid }: NonNullable<Account>, directory: string): void {
  if (statSync(directory).uid === uid) return;
  for (const entry of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    lchownSync(path.join(directory, entry), uid, gid);
  chownSync(directory, uid, gid); // last: an interrupted hand-over is seen and repeated
}
