import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrations } from '../../migrations/index.js';

const FOLDER = path.resolve('migrations');
export const LIST = path.join(FOLDER, 'released.json');

/** The fingerprints of the released migrations by name, oldest first. */
export function released(): Record<string, string> {
  return JSON.parse(readFileSync(LIST, 'utf8')) as Record<string, string>;
}

/** The fingerprint of every migration by name: of its file, and of the statements it runs, which also hold what it borrows. */
export async function fingerprints(): Promise<Record<string, string>> {
  const files = readdirSync(FOLDER);
  const found: Record<string, string> = {};
  for (const migration of migrations) {
    const timestamp = /\d+$/.exec(migration.name)![0];
    const file = files.find((name) => name.startsWith(`${timestamp}-`));
    if (file === undefined) throw new Error(`${migration.name} has no file ${timestamp}-….ts`);
    const text = readFileSync(path.join(FOLDER, file), 'utf8').replaceAll('\r\n', '\n');
    const hash = createHash('sha256').update(text);
    for (const statement of await statementsOf(new migration())) hash.update('\0').update(statement);
    found[migration.name] = hash.digest('hex');
  }
  return found;
}

async function statementsOf(migration: MigrationInterface): Promise<string[]> {
  const statements: string[] = [];
  const recorder = {
    query: (...statement: unknown[]) => {
      statements.push(JSON.stringify(statement));
      return Promise.resolve([]);
    },
  };
  await migration.up(recorder as unknown as QueryRunner);
  return statements;
}
