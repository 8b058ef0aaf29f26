import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import '../../apps/api/src/create-app.js';
import '../../apps/api/src/http/field-rules.js';
import { problemCatalogue } from '@lib/kernel';

const FILE = path.resolve(__dirname, '../../docs/reference/problems.md');

const MEANINGS: Record<number, string> = {
  400: 'the request cannot be read, or fields are wrong',
  401: 'nobody is signed in',
  403: 'not allowed',
  404: 'not there, or not for this person',
  405: 'not with this method',
  408: 'cut off because it came too slowly',
  409: 'somebody was faster, or it exists already',
  413: 'too large',
  415: 'another format',
  422: 'a rule stands against it, four eyes among them',
  429: 'too many attempts, or too much at once',
  500: 'our mistake',
  503: 'not now',
  507: 'no room left on the disk',
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\{(\w+)\}/g, '*$1*');

/** docs/reference/problems.md as the catalogue has it. */
function page(): string {
  const all = problemCatalogue();
  const statuses = [...new Set(all.map(({ status }) => status))].sort((a, b) => a - b);
  const chapters = statuses.map((status) => {
    const rows = all
      .filter((problem) => problem.status === status)
      .map(
        ({ code, de, en }) =>
          `| \`${code}\` | ${cell(en.title)}: ${cell(en.detail)} | ${cell(de.title)}: ${cell(de.detail)} |`,
      );
    return `## ${status}: ${MEANINGS[status] ?? ''}\n\n| Code | English | German |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Problems

<!-- Written by UPDATE_DOCS=1 npm test -- problems-page from the catalogue in the code. -->

What the API refuses it answers as problem details ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)):
\`{type, title, status, detail, code, instance, errors}\`. \`code\` never changes its meaning; programs go by it. \`type\` is the
same as an address. \`errors\` names the refused fields: a JSON pointer into the request, the rule (a code of this page) and
what to do. The words are German, or English with \`Accept-Language: en\`; what is in italics here is filled in there. The
findings in an imported file have the same codes.

${chapters.join('\n')}`;
}

test('docs/reference/problems.md lists what the code refuses (UPDATE_DOCS=1 rewrites it)', () => {
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(FILE, page());
  expect(readFileSync(FILE, 'utf8')).toBe(page());
});

test('every refusal has words in both languages', () => {
  for (const { code, status, de, en } of problemCatalogue()) {
    expect([code, MEANINGS[status]]).toEqual([code, expect.any(String)]);
    expect([code, de.detail, en.detail].every((text) => text.trim() !== '')).toBe(true);
  }
});
