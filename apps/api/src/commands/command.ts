import path from 'node:path';
import { parseArgs } from 'node:util';
import { ExitCode } from '../exit-codes.js';
import { readSettings } from '../settings.js';
import { explainStartFailure } from '../startup.js';
import { ArchiveError } from './archive.js';

/** The operator's order cannot be carried out as it was given; the message says what to do instead. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

interface Order {
  dataDir: string;
  /** Absolute path of the backup. */
  file: string;
  force: boolean;
  say: (line: string) => void;
}

/** The frame of backup and restore: reads arguments and settings, carries out, and ends the process with an exit code. */
export async function runCommand(usage: string, work: (order: Order) => Promise<void>): Promise<never> {
  try {
    const { values, positionals } = parse(usage);
    const { dataDir, databaseUrl } = readSettings();
    if (databaseUrl) {
      throw new CommandError(
        'DATABASE_URL is set: back up and restore that server with its own tools (pg_dump, pg_basebackup).',
      );
    }
    // npm runs us in the project's directory; a relative path is meant from where the operator stands.
    const file = path.resolve(process.env['INIT_CWD'] ?? '.', positionals[0]!);
    await work({ dataDir, file, force: values.force, say: (line) => console.log(line) });
    process.exit(ExitCode.Ok);
  } catch (error) {
    console.error(`\n${explain(error)}`);
    process.exit(error instanceof CommandError ? ExitCode.Usage : explainStartFailure(error).exitCode);
  }
}

function parse(usage: string) {
  try {
    const parsed = parseArgs({ allowPositionals: true, options: { force: { type: 'boolean', default: false } } });
    if (parsed.positionals.length === 1) return parsed;
  } catch {
    // an unknown option: the usage says it all
  }
  throw new CommandError(`Usage: ${usage}`);
}

function explain(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  if (error instanceof ArchiveError) return `The backup cannot be used: ${error.message}. Nothing was changed.`;
  return explainStartFailure(error).message;
}
