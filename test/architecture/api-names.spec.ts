import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/*
 * The description of the API knows a body by the name of its class without `Dto`. Two classes of one name would be one schema
 * there: whichever is met last overwrites the other, and the client's types are wrong without anybody being told.
 */
const root = path.resolve(__dirname, '../..');
const sources = ['apps/api/src', 'libs'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('node_modules'))
    .map((file) => ({ file: path.join(folder, file), text: readFileSync(path.join(root, folder, file), 'utf8') })),
);

/** Names that more than one class bears in the description, with the files that claim them. */
function claimedTwice(files: readonly { file: string; text: string }[]): string[] {
  const claims = new Map<string, string[]>();
  for (const { file, text } of files) {
    const classes = file.endsWith('.dto.ts')
      ? /^(?:export )?(?:abstract )?class (\w+)/gm
      : /^(?:export )?class (\w+Dto)\b/gm;
    const named = [...text.matchAll(classes)].map(([, name]) => name!.replace(/Dto$/, ''));
    const renamed = [...text.matchAll(/@ApiSchema\(\{[^}]*\bname: '(\w+)'/g)].map(([, name]) => name!);
    for (const name of [...named, ...renamed]) claims.set(name, [...(claims.get(name) ?? []), file]);
  }
  return [...claims].filter(([, where]) => where.length > 1).map(([name, where]) => `${name}: ${where.join(', ')}`);
}

it('no two classes claim one name in the description of the API', () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(claimedTwice(sources)).toEqual([]);
});

it('a name claimed twice is found', () => {
  const planted = [
    { file: 'libs/a/src/a.dto.ts', text: 'export class LineVatDto {}\nexport class OtherDto {}' },
    { file: 'libs/b/src/b.dto.ts', text: 'export class LineVat {}' },
    { file: 'libs/c/src/c.ts', text: 'export class LineVat {}\nclass ThirdDto {}' },
    { file: 'libs/d/src/d.dto.ts', text: "@ApiSchema({ name: 'Other' })\nexport class DDto {}" },
  ];
  expect(claimedTwice(planted)).toEqual([
    'LineVat: libs/a/src/a.dto.ts, libs/b/src/b.dto.ts',
    'Other: libs/a/src/a.dto.ts, libs/d/src/d.dto.ts',
  ]);
});
