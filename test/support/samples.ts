import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/*
 * Where the specs that read samples get them: our own from test/samples, always; other people's, which we may not ship,
 * from a folder beside the checkout where it lies. What is absent leaves one visible skip, never an empty list, which
 * Jest takes for a fault, and never silence.
 */
const OWN = path.resolve(__dirname, '../samples');
const PUBLISHED = path.resolve(process.env['PUBLISHED_MATERIAL'] || path.resolve(__dirname, '../../../shared'));

/** A file to try something on. `name` is its path below the folder that was asked for. */
export interface SampleFile {
  name: string;
  file: string;
}

const said = new Set<string>();

/** A place in the published material (`testdata/…`, `reference/…`), or null and one visible skip that names it. */
export function published(place: string): string | null {
  const found = path.join(PUBLISHED, place);
  if (existsSync(found)) return found;
  if (!said.has(place)) it.skip(`published material: ${place} is not here`, () => undefined);
  said.add(place);
  return null;
}

/** The files of a folder of samples whose names are `wanted`, ours and the published ones, in a fixed order. */
export function samples(folder: string, wanted: (name: string) => boolean = () => true): SampleFile[] {
  const roots = [path.join(OWN, folder), published(`testdata/${folder}`)].filter((root) => root !== null);
  const files = new Map<string, string>();
  for (const root of roots.filter((one) => existsSync(one))) {
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(root, file).split(path.sep).join('/');
      // What we ship lies among the published samples too: ours counts.
      if (entry.isFile() && wanted(name) && !files.has(name)) files.set(name, file);
    }
  }
  return [...files].map(([name, file]) => ({ name, file })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** One test for each sample, `%s` in the title being its name; where there is none, one visible skip. */
export function testEach<S extends { name: string }>(
  title: string,
  all: readonly S[],
  body: (sample: S) => void | Promise<void>,
): void {
  if (all.length === 0) it.skip(`${title.replace('%s', 'each sample')}: there is none here`, () => undefined);
  else it.each(all.map((sample) => [sample.name, sample] as const))(title, (_name, sample) => body(sample));
}
