import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type JournalFormat, journalWriter } from './journal-formats.js';
import type { ExportedAccount, ExportedEntry } from './journal-rows.js';

/*
 * Whatever a text holds, it stays text: no program that reads our files takes a part of it for a date, an account, an amount, a comment
 * or the end of the entry.
 */
const ACCOUNTS: ExportedAccount[] = [
  { number: '1811', name: 'Sparkasse; [Girokonto] "A"', kind: 'asset', used: true },
  { number: '4011', name: '  =@ |Steuern: * ! #', kind: 'revenue', used: true },
];

/** What the two programs give a meaning to, and what lies beside it in Unicode. */
const FRAGMENTS = [
  ...['[2/30]', '[2024-01-02]', '[=2024-01-02]', '[3/1=3/2]', '[', ']', '(x)', '(2024-9)', '{1 EUR}', '{{', '}}'],
  ...[
    ';',
    ' ; ',
    ':',
    '::',
    'date:2024-02-02',
    'date2:2/3',
    'text:',
    'type:X',
    'Assets:1811  5 EUR',
    '  ',
    '\u00a0',
    '\u2003',
  ],
  ...[
    '=',
    '= ',
    '==* 1 EUR',
    '@',
    '@@ 2 EUR',
    '"',
    '\\"',
    '\\',
    '\\n',
    "'",
    '|',
    '|x|',
    '*',
    '!',
    '#',
    '#tag',
    '^2024-1',
    '~',
    '%',
  ],
  ...[
    '2024-02-30',
    '2024-01-02 * "x" "y"',
    '1 EUR',
    '-',
    ',',
    ', a:b',
    '\u2028',
    '\u2029',
    '\u0085',
    '\ufeff',
    'ß',
    '€',
    '🏛',
    'e\u0301',
  ],
  ...['P', 'comment', 'end comment', 'include /etc/passwd', 'option "x" "y"', 'pushtag #x', 'Rechnung', 'a'],
];
const text = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) }, fc.string({ unit: 'grapheme', maxLength: 3 })),
      {
        maxLength: 7,
      },
    )
    // What the ledger takes: no control characters, no half ones, not too long, and something to see where that is asked for.
    .map((parts) =>
      parts
        .join('')
        .replace(/(?=[\p{Cc}])[^\u0085]/gu, '')
        .toWellFormed()
        .slice(0, most)
        .toWellFormed(),
    )
    .filter((value) => value.trim().length >= least && !value.includes('\ufffd'));

interface Texts {
  text: string;
  reference: string;
  lineText: string;
}
const texts = fc.record({ text: text(1, 500), reference: text(0, 120), lineText: text(0, 500) });

const entryOf = (no: number, { text, reference, lineText }: Texts): ExportedEntry => {
  const line = { product: '111', costCentre: null, cashAccount: '6011', openItem: null };
  return {
    fiscalYear: 2024,
    entryNo: String(no),
    period: 3,
    bookingDate: '2024-03-15',
    recordedAt: '2024-03-16T00:00:00.000000Z',
    kind: 'regular',
    text,
    reference,
    source: 'api',
    idempotencyKey: null,
    author: '11111111-1111-4111-8111-111111111111',
    authorName: 'Ada',
    reverses: '',
    reason: '',
    chainHash: '',
    lines: [
      { ...line, entryNo: String(no), lineNo: 1, account: '1811', amount: '100', text: lineText },
      { ...line, entryNo: String(no), lineNo: 2, account: '4011', amount: '-100', text: lineText, cashAccount: null },
    ],
  } as ExportedEntry;
};

function written(format: JournalFormat, all: readonly Texts[], client = 'Gemeinde ; "A" [2/30]'): string {
  const writer = journalWriter(format);
  const head = writer.head({ client, accounts: ACCOUNTS, firstDay: '2024-01-01' });
  return head + all.map((one, index) => writer.entry(entryOf(index + 1, one))).join('');
}

const here = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const whenHere = (program: string): typeof it => (here(program) ? it : it.skip);

describe('plain-text accounting', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(path.join(os.tmpdir(), 'formats-'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  // One file for all, for a program takes long to begin; the seed is told when something is found.
  const seed = Date.now() & 0x7fffffff;
  const all = fc.sample(texts, { numRuns: 1500, seed });
  const whole = (value: string): string => `${value} (seed ${seed})`;

  whenHere('hledger')('hledger reads any text, and each line stays on its day and account', () => {
    const file = path.join(directory, 'a.hledger');
    writeFileSync(file, written('hledger', all));
    execFileSync('hledger', ['-f', file, 'check', '--strict']);
    const csv = execFileSync('hledger', ['-f', file, 'register', '-O', 'csv'], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const rows: Record<string, string>[] = parse(csv, { columns: true });
    const seen = rows.map((row) => `${row['date']} ${row['code']} ${row['account']!.slice(0, 11)} ${row['amount']}`);
    const expected = all.flatMap((_, index) => [
      `2024-03-15 2024-${index + 1} Assets:1811 1.00 EUR`,
      `2024-03-15 2024-${index + 1} Income:4011 -1.00 EUR`,
    ]);
    expect([whole(''), seen]).toEqual([whole(''), expected]);
    const tags = execFileSync('hledger', ['-f', file, 'tags'], { encoding: 'utf8' }).trim().split('\n').sort();
    expect([whole(''), tags]).toEqual([whole(''), ['cash', 'kind', 'period', 'product', 'reference', 'text']]);
  });

  whenHere('bean-check')('beancount reads any text, and gives it back as it was', () => {
    const file = path.join(directory, 'a.beancount');
    writeFileSync(file, written('beancount', all));
    execFileSync('bean-check', [file]);
    const read = execFileSync(pythonOf('bean-check'), ['-c', READ_BEANCOUNT, file], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const expected = all.map((one) => [one.text, one.reference, one.lineText, '2024-03-15', 2]);
    expect([whole(''), JSON.parse(read)]).toEqual([whole(''), expected]);
  });

  // Without the programs: what they give a meaning to does not stand where they would look for it.
  it('hledger’s comment of a line has no bracket, one semicolon and our tags only; nothing ends a line early', () => {
    fc.assert(
      fc.property(texts, (one) => {
        const lines = written('hledger', [one], one.text).split('\n');
        const [head, first, second] = lines.slice(-5);
        expect(lines.at(-1)).toBe('');
        expect(lines.filter((line) => /^[^\s;]/.test(line) && !/^(commodity|account) /.test(line))).toEqual([head]);
        expect(head).toMatch(/^2024-03-15 \* \(2024-1\) [^;\n]* {2}; kind:regular, period:3(, reference:[^,;[\]]*)?$/);
        for (const line of [first, second])
          expect(line).toMatch(/^ {4}\S+ {2}-?1\.00 EUR {2}; (cash:6011, )?product:111(, text:[^,;[\]\n]*)?$/);
      }),
    );
  });

  it('beancount’s strings end where we end them', () => {
    fc.assert(
      fc.property(texts, (one) => {
        const string = /"((?:[^"\\]|\\.)*)"/su;
        const entry = written('beancount', [one], one.text).split('\n\n').at(-2)!;
        const unquoted = (value: string): string => value.replace(/\\(.)/gsu, '$1');
        const match = new RegExp(`^\\n?2024-03-15 \\* ${string.source} \\^2024-1\\n`, 'su').exec(entry)!;
        expect(unquoted(match[1]!)).toBe(one.text);
        const strings = [...entry.matchAll(new RegExp(string.source, 'gsu'))].map(([, value]) => unquoted(value!));
        expect(strings).toEqual(expect.arrayContaining([one.text, ...(one.lineText ? [one.lineText] : [])]));
      }),
    );
  });
});

/** The Python that a program is written for. */
function pythonOf(program: string): string {
  const place = execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
  return /^#!\s*(\S+)/.exec(readFileSync(place, 'utf8'))?.[1] ?? 'python3';
}

/** What beancount itself has read: text, reference, text of the first line, date and lines of each transaction. */
const READ_BEANCOUNT = `
import json, sys
from beancount import loader
entries, errors, options = loader.load_file(sys.argv[1])
assert not errors, errors[:3]
own = [e for e in entries if type(e).__name__ == 'Transaction']
own.sort(key=lambda e: int(list(e.links)[0].split('-')[1]))
print(json.dumps([[e.narration, e.meta.get('reference', ''), e.postings[0].meta.get('text', ''), str(e.date), len(e.postings)] for e in own]))
`;
