import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { problemCatalogue, wordsFor } from '@lib/kernel';
import '../../apps/api/src/app.module.js';

const root = path.resolve(__dirname, '../..');
const sources = ['apps/api/src', 'libs'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('node_modules'))
    .map((file) => ({ file: path.join(folder, file), text: readFileSync(path.join(root, folder, file), 'utf8') })),
);
const catalogue = problemCatalogue();
const known = new Set(catalogue.map((one) => one.code));

/** Codes as the sources name them: `problems.Code(`, `new Problem('Code'`, `refuse(pointer, 'Code'`, `code: 'Code'`. */
const NAMED =
  /(?:[pP]roblems\.|new Problem\(\s*'|refuse\([^,()]*(?:\([^()]*\))?[^,()]*,\s*'|\bcode: '|\berr\('|then '|else ')([A-Z][a-z][A-Za-z]+)(?=[('])/g;
/** What the posting function answers besides refusals. */
const NO_REFUSAL = new Set(['Posted', 'Replayed', 'Retry', 'Busy']);

it('every refusal that the code names has words', () => {
  const unknown = sources.flatMap(({ file, text }) =>
    [...text.matchAll(NAMED)]
      .map((match) => match[1]!)
      .filter((code) => !known.has(code) && !NO_REFUSAL.has(code))
      .map((code) => `${file}: ${code}`),
  );
  // Errors of the embedded server end the process; they are no answers of the API.
  expect(unknown.filter((one) => !/embedded-|server-account|startup|instance-lock/.test(one))).toEqual([]);
});

it('every outcome of the posting function has words', () => {
  const posting = readFileSync(path.join(root, 'migrations/1764000000410-open-items.ts'), 'utf8');
  const outcomes = [...posting.matchAll(/(?:then|else) '([A-Z]\w+)'/g)]
    .map((match) => match[1]!)
    .filter((code) => !NO_REFUSAL.has(code));
  expect(outcomes.length).toBeGreaterThan(15);
  expect(outcomes.filter((code) => !known.has(code))).toEqual([]);
});

it.each(catalogue.map((one) => [one.code, one] as const))(
  '%s says the same in German and in English, to people',
  (code, one) => {
    const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
    expect([...new Set(placeholders(one.de.detail))]).toEqual([...new Set(placeholders(one.en.detail))]);
    expect(placeholders(one.de.title + one.en.title)).toEqual([]);
    expect(one.status).toBeGreaterThanOrEqual(400);
    for (const language of ['de', 'en'] as const) {
      const params = Object.fromEntries(placeholders(one[language].detail).map((name) => [name, `<${name}>`]));
      const { title, detail } = wordsFor(code, params, language);
      expect(title.length).toBeGreaterThan(3);
      expect(detail).not.toMatch(/[{}]|undefined|–$/);
      expect(detail === '' ? code : detail).not.toBe(code);
    }
  },
);

it('a second person who is missing is a rule that stands against it, not a conflict', () => {
  const asking = catalogue.filter(({ code, en }) => code === 'FourEyes' || /^second person/i.test(en.title));
  expect(asking.map(({ code, status }) => [code, status])).toEqual([
    ['FourEyes', 422],
    ['SecondOrderSecondPerson', 422],
    ['SecondPersonNeeded', 422],
  ]);
});
