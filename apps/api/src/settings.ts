import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the operator sets through the environment; the table in docs/operations.md explains each. */
export interface Settings {
  /** 0 asks the system for a free port. */
  port: number;
  host: string;
  dataDir: string;
  /** Undefined: the embedded server. */
  databaseUrl: string | undefined;
  logLevel: LogLevel;
  /** Where every seal is filed; null: nowhere. */
  sealFolder: string | null;
  /** Whether an empty centre is filled with the demonstration. */
  demo: boolean;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that cannot be understood; the message names it, its value and what is allowed. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/**
 * A setting's value, or the content of the file that `<name>_FILE` names (for secrets that an orchestrator mounts).
 * @throws SettingError when both are given or the file cannot be read
 */
export function settingOrFile(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name] || undefined;
  if (env[name]) throw new SettingError(`Set either ${name} or ${name}_FILE, not both.`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    throw new SettingError(`${name}_FILE names ${file}, which cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** @throws SettingError */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const url = databaseUrl(settingOrFile('DATABASE_URL', env));
  return {
    port: port(env['PORT'] || '3000'),
    // One name with several addresses would open several doors.
    host: env['HOST'] === 'localhost' ? '127.0.0.1' : env['HOST'] || '127.0.0.1',
    dataDir: env['DATA_DIR'] || './data',
    databaseUrl: url,
    logLevel: logLevel(env['LOG_LEVEL'] || 'info'),
    sealFolder: sealFolder(env['SEAL_FOLDER'], env['DATA_DIR'] || './data'),
    // A server that somebody set up is meant for real books.
    demo: onOrOff('DEMO', env['DEMO'] || (url ? 'off' : 'on')),
  };
}

function port(text: string): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (number <= 65_535) return number;
  throw new SettingError(`PORT is "${text}"; it must be a number from 0 to 65535.`);
}

/** Beside the data unless set: better than nowhere, and in every backup. */
function sealFolder(text: string | undefined, dataDir: string): string | null {
  if (text === 'off') return null;
  return path.resolve(text || path.join(dataDir, 'seals'));
}

function databaseUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text;
  // The value is not repeated: it holds a password.
  throw new SettingError('DATABASE_URL must have the form postgres://user:password@host:5432/database.');
}

function logLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text.toLowerCase());
  if (level) return level;
  throw new SettingError(`LOG_LEVEL is "${text}"; it must be one of ${LOG_LEVELS.join(', ')}.`);
}

/** @throws SettingError when it is not a whole number from `least` to `most` */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new SettingError(`${name} is "${text}"; it must be a whole number from ${least} to ${most}.`);
}

function onOrOff(name: string, text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new SettingError(`${name} is "${text}"; it must be on or off.`);
}
