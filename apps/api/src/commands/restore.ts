import {
  EMBEDDED_MAJOR,
  type InstanceLock,
  EmbeddedServerError,
  dataLayout,
  finishRestore,
  lockDirectory,
  putInPlace,
  stagingDirectory,
  startEmbeddedServer,
} from '@lib/database';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ArchiveError, type Manifest, unpackArchive } from './archive.js';
import { CommandError, runCommand } from './command.js';

/**
 * Puts a backup in place of what a data directory holds, after every byte of it was proved. Books that are there are only
 * replaced with `force`, and even then set aside, not deleted. Killed before the proof it has changed nothing; killed after
 * it, the next start finishes it. Finally the database is started once, so that a backup that does not recover is noticed now
 * and not on Monday morning.
 * @returns the manifest of the backup and where replaced books lie now
 */
export async function restore(
  dataDir: string,
  file: string,
  { force = false, log = (_line: string) => {} } = {},
): Promise<{ manifest: Manifest; replaced: string | undefined }> {
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  const layout = dataLayout(dataDir);
  await mkdir(layout.root, { recursive: true });
  const lock: InstanceLock = lockDirectory(layout.root);
  try {
    settle(layout.root, log);
    if (existsSync(layout.cluster) && !force) {
      throw new CommandError(
        `${layout.root} holds books already. Restore into another DATA_DIR, or repeat with --force to replace them.`,
      );
    }
    const staging = stagingDirectory(layout.root);
    let manifest: Manifest;
    try {
      log('Unpacking and proving the backup …');
      manifest = await unpackArchive(file, staging);
      if (manifest.postgres !== EMBEDDED_MAJOR) {
        throw new ArchiveError(
          `it was written by PostgreSQL ${manifest.postgres}, this version brings ${EMBEDDED_MAJOR}`,
        );
      }
      await chmod(path.join(staging, path.basename(layout.secrets)), 0o700);
    } catch (error) {
      await rm(staging, { recursive: true, force: true });
      throw error;
    }
    return { manifest, replaced: putInPlace(layout.root) };
  } finally {
    lock.release();
  }
}

/** Finishes an earlier restore that was killed; one that must be repeated is repeated by this one. */
function settle(root: string, log: (line: string) => void): void {
  try {
    const done = finishRestore(root);
    if (done !== undefined) log(done);
  } catch (error) {
    if (!(error instanceof EmbeddedServerError && error.code === 'RestoreCutOff')) throw error;
  }
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
