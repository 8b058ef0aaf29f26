import { spawnSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedServerError, errorCode } from './embedded-server-error.js';

/** Who holds a data directory. `born` tells a process from a later one that was given the same number. */
interface Holder {
  pid: number;
  host: string;
  born: string | null;
}

const FILE = 'instance.lock';
const HEARTBEAT_MS = 5_000;

/** When a process started, as its system tells it: null if it is gone (or a zombie), undefined if it cannot be told. */
function birthOf(pid: number): string | null | undefined {
  if (process.platform === 'linux') {
    try {
      // The fields after the last ')' are fixed; the program's name before it may contain anything.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)!.trim().split(' ');
      return fields[0] === 'Z' ? null : fields[19]!;
    } catch {
      return null;
    }
  }
  if (process.platform === 'win32') return undefined;
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() ? stdout.trim() : null;
}

/** True while a process exists and is more than an entry waiting to be reaped. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  return birthOf(pid) !== null;
}

function isHeld(file: string, holder: Holder): boolean {
  if (holder.host !== os.hostname()) {
    // Another machine or container on the same volume: its processes cannot be seen, its heartbeat can.
    return Date.now() - statSync(file).mtimeMs < 4 * HEARTBEAT_MS;
  }
  if (!isAlive(holder.pid)) return false;
  const born = birthOf(holder.pid);
  return born === undefined || holder.born === null || born === holder.born;
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    return { pid: 0, host: os.hostname(), born: null }; // cut off while it was written: nobody holds it
  }
}

/** A data directory held by this process until `release()`, or until the process dies. */
export interface InstanceLock {
  release(): void;
}

const inThisProcess = new Set<string>();

/**
 * Takes a data directory for this process, so that two instances never share one.
 * A lock left by a process that was killed is recognised and taken over.
 * @throws EmbeddedServerError `DataDirectoryInUse`
 */
export function lockDirectory(directory: string): InstanceLock {
  const file = path.join(directory, FILE);
  const refuse = (by: string) =>
    new EmbeddedServerError(
      'DataDirectoryInUse',
      `The data directory ${directory} is in use by another running instance (${by}). ` +
        'Stop that instance, or give this one its own DATA_DIR.',
    );
  if (inThisProcess.has(file)) throw refuse(`process ${process.pid}, this one`);

  const draft = `${file}.${process.pid}`;
  const self: Holder = { pid: process.pid, host: os.hostname(), born: birthOf(process.pid) ?? null };
  writeFileSync(draft, JSON.stringify(self), { mode: 0o600 });
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        linkSync(draft, file); // atomic, and the file is whole from its first moment
        break;
      } catch (error) {
        if (errorCode(error) !== 'EEXIST' || attempt === 10) throw error;
      }
      const holder = readHolder(file);
      if (!holder) continue;
      if (isHeld(file, holder)) throw refuse(`process ${holder.pid} on ${holder.host}`);
      setAsideStale(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }

  inThisProcess.add(file);
  const heartbeat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // The directory went away under a running instance; the server itself will report that.
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    release() {
      clearInterval(heartbeat);
      inThisProcess.delete(file);
      rmSync(file, { force: true });
    },
  };
}

/** Removes a lock judged stale, unless a competitor has replaced it by his own since it was read. */
function setAsideStale(file: string, judged: Holder): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved && (moved.pid !== judged.pid || moved.born !== judged.born)) linkSync(aside, file);
  rmSync(aside, { force: true });
}
