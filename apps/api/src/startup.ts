import { OtherSecretKeyError } from '@lib/access';
import { EmbeddedServerError, type EmbeddedServerErrorCode, NewerDatabaseError } from '@lib/database';
import { OtherSealKeyError } from '@lib/ledger';
import { ExitCode } from './exit-codes.js';
import { SettingError } from './settings.js';

/**
 * Beginning and end of the process. `serve.ts` does, in this order:
 * `stopOnSignals(…)`, `readSettings()` (settings.ts), `startEmbeddedServer({…, onLost: failStart})` or the server of
 * `DATABASE_URL`, `migrate`, listen, print the address; and catches whatever fails on the way with `failStart(error)`.
 */

const DATABASE_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ECONNRESET',
  '28P01',
  '28000',
  '3D000',
]);

const EMBEDDED_CODES: Partial<Record<EmbeddedServerErrorCode, ExitCode>> = {
  DataDirectoryUnreachable: ExitCode.DataDirectory,
  DataDirectoryUnwritable: ExitCode.DataDirectory,
  PasswordMissing: ExitCode.DataDirectory,
  DataDirectoryInUse: ExitCode.DataDirectoryInUse,
  RestoreCutOff: ExitCode.RestoreCutOff,
  ServerVersionMismatch: ExitCode.NewerDatabase,
  PortOccupied: ExitCode.PortOccupied,
  ServerLost: ExitCode.DatabaseLost,
};

const TOO_FEW_FILES =
  'The system lets this program open too few files at the same time. Raise the limit to 4096 or more (ulimit -n 4096) and start again.';
const DISK_FULL = 'The disk is full. Make room where DATA_DIR and the database lie, and start again. Nothing is lost.';
const SYSTEM_LIMITS: Partial<Record<string, string>> = {
  EMFILE: TOO_FEW_FILES,
  ENFILE: TOO_FEW_FILES,
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  '53100': DISK_FULL,
};

/** What a failed start means: the code to end with, and a text that says what happened and what to do. */
export function explainStartFailure(error: unknown): { exitCode: ExitCode; message: string } {
  if (error instanceof SettingError) return { exitCode: ExitCode.Usage, message: error.message };
  if (error instanceof EmbeddedServerError) {
    return { exitCode: EMBEDDED_CODES[error.code] ?? ExitCode.Failed, message: error.message };
  }
  if (error instanceof NewerDatabaseError) {
    return {
      exitCode: ExitCode.NewerDatabase,
      message:
        `The database was written by a newer version of this software (unknown: ${error.unknownMigrations.join(', ')}). ` +
        'Start that version, or restore a backup made before the upgrade. Nothing was changed.',
    };
  }
  if (error instanceof OtherSealKeyError) {
    return {
      exitCode: ExitCode.OtherSecret,
      message:
        `The seals of this centre are signed by the key ${error.inForce}, but this instance was given the key ${error.given}. ` +
        'Give it the key in force (SEAL_KEY, SEAL_KEY_FILE or secrets/seal-key.pem in the data directory). ' +
        'A key is changed with "npm run keys -- rotate-seal-key"; if that was interrupted, run it once more. ' +
        'If the key in force is lost, "npm run keys -- seal-key-lost" goes on with this one, which every verifier will tell. Nothing was changed.',
    };
  }
  if (error instanceof OtherSecretKeyError) {
    return {
      exitCode: ExitCode.OtherSecret,
      message:
        'The secret key is not the one that the data of this centre is protected with: nobody with one-time codes could sign in. ' +
        'Give this instance the former one (SECRET_KEY, SECRET_KEY_FILE or secrets/secret-key in the data directory). ' +
        'If it is lost, "npm run keys -- secret-key-lost" goes on with this one; one-time codes are then set up anew. Nothing was changed.',
    };
  }
  const { code, syscall, message, address, port } = rootCause(error);
  const limit = SYSTEM_LIMITS[code ?? ''];
  if (limit) return { exitCode: ExitCode.SystemLimit, message: `${limit} (${message})` };
  if (syscall === 'listen' || syscall === 'bind') {
    const reasons: Record<string, string> = {
      EADDRINUSE: 'is occupied by another program. Stop that program, or set PORT to another port',
      EACCES: 'may not be used by this account. Set PORT to 1024 or above',
      EADDRNOTAVAIL: 'is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0',
    };
    const reason = reasons[code ?? ''] ?? `cannot be used (${message})`;
    return {
      exitCode: ExitCode.PortOccupied,
      message: `Port ${port ?? '?'} on ${address ?? 'this machine'} ${reason}.`,
    };
  }
  if (code !== undefined && DATABASE_CODES.has(code)) {
    return {
      exitCode: ExitCode.DatabaseUnreachable,
      message: `The database server cannot be used: ${message || code}. Check DATABASE_URL and that the server is running.`,
    };
  }
  return {
    exitCode: ExitCode.Failed,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

type SystemError = NodeJS.ErrnoException & { address?: string; port?: number };

/** Libraries wrap what went wrong, and Node gathers one error per tried address; the first real one tells most. */
function rootCause(error: unknown): SystemError {
  if (error instanceof AggregateError && error.errors.length > 0) return rootCause(error.errors[0]);
  if (!(error instanceof Error)) return new Error(String(error));
  const { driverError, cause } = error as { driverError?: unknown; cause?: unknown };
  if (driverError instanceof Error) return rootCause(driverError);
  return cause instanceof Error && (error as SystemError).code === undefined ? rootCause(cause) : error;
}

/** When the process was told to stop; what breaks after that breaks because of it. */
let askedAt: number | undefined;

/** Says on stderr why the centre cannot run and ends the process with the code for it, unless it is being stopped anyway. */
export function failStart(error: unknown): void {
  if (askedAt !== undefined) return;
  const { exitCode, message } = explainStartFailure(error);
  process.stderr.write(`\nFinanzzentrum cannot run: ${message}\n`);
  process.exit(exitCode);
}

/** A drain that hangs must not keep a machine from shutting down. */
const DRAIN_LIMIT_MS = 30_000;

/** Ctrl-C reaches a process once from the terminal and again from each parent: within this time it is one wish. */
const SAME_WISH_MS = 2_000;

/**
 * Ends the process in order when it is told to (SIGINT, SIGTERM, SIGHUP) or when the launcher that started it is gone.
 * `drain` finishes what is under way and stops the database. A second, later signal ends the process at once; the next
 * start then recovers.
 */
export function stopOnSignals(drain: () => Promise<void>): void {
  const stop = (reason: string) => {
    if (askedAt !== undefined) {
      if (Date.now() - askedAt > SAME_WISH_MS) process.exit(ExitCode.Failed);
      return;
    }
    askedAt = Date.now();
    console.error(`Stopping (${reason}): finishing what is under way …`);
    setTimeout(() => {
      console.error('Stopping took too long and was cut short; the next start recovers.');
      process.exit(ExitCode.Failed);
    }, DRAIN_LIMIT_MS).unref();
    drain().then(
      () => {
        console.error('Stopped.');
        process.exit(ExitCode.Ok);
      },
      (error: unknown) => {
        console.error(error);
        process.exit(ExitCode.Failed);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
  process.once('disconnect', () => stop('launcher ended'));
}
