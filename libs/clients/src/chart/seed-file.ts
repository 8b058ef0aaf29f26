import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The project's `migrations/seeds`, looked for upwards from here: sources and the built application lie at different depths. */
function seedFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const seeds = join(folder, 'migrations', 'seeds');
    if (existsSync(join(seeds, 'nkf-2019', 'kontenrahmen.csv'))) return seeds;
    if (dirname(folder) === folder) throw new Error('migrations/seeds is missing: the installation is incomplete');
  }
}

/** The rows of a seed file by column name. */
export function seedRows<Column extends string>(version: string, file: string): Record<Column, string>[] {
  return parse(readFileSync(join(seedFolder(), version, `${file}.csv`)), { columns: true, bom: true });
}
