import { EMBEDDED_MAJOR, type InstanceLock, dataLayout, lockDirectory, startEmbeddedServer } from '@lib/database';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ArchiveError, type Manifest, unpackArchive } from './archive.js';
import { CommandError, runCommand } from './command.js';

/**
 * Puts a backup in place of what a data directory holds, after every byte of it was proved. Books that are there are only
 * replaced with `force`, and even then set aside, not deleted. Finally the database is started once, so that a backup that
 * does not recover is noticed now and not on Monday morning.
 * @returns the manifest of the backup and where replaced books lie now
 */
export async function restore(
  dataDir: string,
  file: string,
  { force = false, log = (_line: string) => {} } = {},
): Promise<{ manifest: Manifest; replaced: string | undefined }> {
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  const layout = dataLayout(dataDir);
  const occupied = existsSync(layout.cluster);
  if (occupied && !force) {
    throw new CommandError(
      `${layout.root} holds books already. Restore into another DATA_DIR, or repeat with --force to replace them.`,
    );
  }
  await mkdir(layout.root, { recursive: true });
  const lock: InstanceLock = lockDirectory(layout.root);
  try {
    const staging = path.join(layout.root, 'restoring');
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { mode: 0o700 });
    try {
      log('Unpacking and proving the backup …');
      const manifest = await unpackArchive(file, staging);
      if (manifest.postgres !== EMBEDDED_MAJOR) {
        throw new ArchiveError(
          `it was written by PostgreSQL ${manifest.postgres}, this version brings ${EMBEDDED_MAJOR}`,
        );
      }
      const replaced = occupied ? await setAside(layout.root) : undefined;
      for (const name of await readdir(staging)) await rename(path.join(staging, name), path.join(layout.root, name));
      await chmod(layout.secrets, 0o700);
      return { manifest, replaced };
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  } finally {
    lock.release();
  }
}

/** Moves the books that are there out of the way, together with the secrets that belong to them. */
async function setAside(root: string): Promise<string> {
  const aside = path.join(root, `replaced-${new Date().toISOString().replace(/[:.]/g, '-')}`);
  await mkdir(aside, { mode: 0o700 });
  for (const name of await readdir(root)) {
    if (!/^(replaced-.*|restoring|programs|instance\.lock.*)$/.test(name))
      await rename(path.join(root, name), path.join(aside, name));
  }
  return aside;
}

/** Starts and stops the restored database; it recovers on the way. */
export async function proveStart(dataDir: string): Promise<void> {
  const server = await startEmbeddedServer({ dataDir });
  await server.stop();
}

if (process.argv[1] === import.meta.filename) {
  await runCommand('npm run restore -- <file> [--force]', async ({ dataDir, file, force, say }) => {
    const { manifest, replaced } = await restore(dataDir, file, { force, log: say });
    await proveStart(dataDir);
    say(
      `Restored ${manifest.files.length} files of ${manifest.createdAt} into ${path.resolve(dataDir)}; the database starts.`,
    );
    if (replaced) say(`The books that were there before lie in ${replaced}; delete them when you no longer need them.`);
  });
}
