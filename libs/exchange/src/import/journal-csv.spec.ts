import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { ExportedEntry } from '../export/journal-rows.js';
import { journalWriter } from '../export/journal-formats.js';
import { Findings, Unreadable } from './findings.js';
import { journalCsv } from './journal-csv.js';
import { journalJsonl } from './journal-jsonl.js';
import { utf8Pieces } from './read-bytes.js';
import { apiAmount, isFormula, isoDate, unescaped } from './read-values.js';

/** Texts as people and hostile programs write them; control characters never get into the books. */
const text = (min: number): fc.Arbitrary<string> =>
  fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('"', ';', ',', "'", '=', '+', '-', '@', ' ', 'ä', '€', '𝄞', '\\', '0', '1'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 12,
    })
    .map((value) => value.replace(/[\p{Cc}\p{Surrogate}\u2028\u2029]/gu, 'x'))
    .filter((value) => value.trim().length >= min && value.isWellFormed());

const entries: fc.Arbitrary<ExportedEntry[]> = fc
  .array(
    fc.record({
      text: text(1),
      reference: text(0),
      documentDate: fc.option(fc.constantFrom('2025-03-01', '2024-12-31')),
      lines: fc.array(
        fc.record({
          account: fc.constantFrom('0111', '1811', '5241'),
          product: fc.option(fc.constantFrom('111', '01.02')),
          cashAccount: fc.option(fc.constant('6011')),
          amount: fc
            .bigInt({ min: -9_999_999_999_999n, max: 9_999_999_999_999n })
            .filter((amount) => amount !== 0n)
            .map(String),
          text: text(0),
          openItem: fc.option(fc.uuid()),
          tax: fc.option(
            fc.constantFrom({ taxCode: 'VST19', taxRate: '19.00' }, { taxCode: 'UST7-A', taxRate: '7.50' }),
          ),
          taxBase: fc.bigInt({ min: 1n, max: 9_999_999_999_999n }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) =>
    all.map((one, index) => ({
      ...one,
      fiscalYear: 2025,
      entryNo: String(index + 1),
      period: 3,
      bookingDate: '2025-03-15',
      scope: 'request',
      recordedAt: '2025-03-15T10:00:00.000000Z',
      kind: 'regular',
      source: 'api',
      idempotencyKey: null,
      author: '00000000-0000-4000-8000-000000000000',
      authorName: 'Ada; "Alster"',
      reverses: '',
      reason: '',
      chainHash: '',
      lines: one.lines.map(({ tax, taxBase, ...line }, place) => ({
        ...line,
        ...(tax ?? { taxCode: null, taxRate: null }),
        taxBase: tax && String(line.amount.startsWith('-') ? -taxBase : taxBase),
        entryNo: String(index + 1),
        lineNo: place + 1,
        costCentre: null,
      })),
    })),
  );

async function* cutAt(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('a journal that goes out and comes in', () => {
  it.each([
    ['csv', journalCsv],
    ['jsonl', journalJsonl],
  ] as const)('is the same as %s, wherever the pieces of the file are cut', async (format, read) => {
    await fc.assert(
      fc.asyncProperty(entries, fc.integer({ min: 1, max: 40 }), async (all, size) => {
        const writer = journalWriter(format);
        const file =
          writer.head({ client: '', accounts: [], firstDay: '' }) + all.map((entry) => writer.entry(entry)).join('');
        const findings = new Findings();
        const back = [];
        for await (const group of read(utf8Pieces(cutAt(Buffer.from(file), size), 'utf-8'), findings))
          back.push(...group);
        expect(findings.list).toEqual([]);
        expect(
          back.map(({ wish }) => ({
            text: wish.text,
            reference: wish.reference,
            documentDate: wish.documentDate ?? null,
            lines: wish.lines.map((line) => [
              line.account,
              line.product,
              line.cashAccount,
              String(line.amount),
              line.text,
              line.openItem ?? null,
              line.tax?.code ?? null,
              line.tax?.rate ?? null,
              line.tax ? String(line.tax.base) : null,
            ]),
          })),
        ).toEqual(
          all.map((entry) => ({
            text: entry.text,
            documentDate: entry.documentDate,
            reference: entry.reference,
            lines: entry.lines.map((line) => [
              line.account,
              line.product,
              line.cashAccount,
              line.amount,
              line.text,
              line.openItem,
              line.taxCode,
              line.taxRate,
              line.taxBase,
            ]),
          })),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('never holds a cell that a spreadsheet executes', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const rows: string[][] = parse(all.map((entry) => journalWriter('csv').entry(entry)).join(''), {
          delimiter: ';',
        });
        return !rows.flat().some(isFormula);
      }),
    );
  });
});

describe('bytes', () => {
  const whole = async (bytes: Buffer, size: number, encoding: 'utf-8' | 'windows-1252' = 'utf-8'): Promise<string> => {
    const pieces: Buffer[] = [];
    for await (const piece of utf8Pieces(cutAt(bytes, size), encoding)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  };

  it('pass unchanged however they are cut, without their byte order mark', async () => {
    await fc.assert(
      fc.asyncProperty(text(0), fc.integer({ min: 1, max: 9 }), async (value, size) => {
        expect(await whole(Buffer.from(`\ufeff${value}`), size)).toBe(value);
      }),
    );
    expect(await whole(Buffer.from([0x80, 0xe4, 0x41]), 1, 'windows-1252')).toBe('€äA');
  });

  it.each([1, 2, 3, 7, 100])('that are no UTF-8 are found at their place, cut every %i', async (size) => {
    const bytes = Buffer.concat([Buffer.from('Grün;x\nÄÖ�'), Buffer.from([0xfc]), Buffer.from('ber\n')]);
    await expect(whole(bytes, size)).rejects.toEqual(new Unreadable(2, '4', 'WrongEncoding'));
    await whole(bytes, size).catch((error: Unreadable) =>
      expect([error.line, error.column, error.params['value']]).toEqual([2, '4', '0xfc']),
    );
  });

  it('that break off within a character are no UTF-8', async () => {
    await expect(whole(Buffer.from('ä').subarray(0, 1), 10)).rejects.toThrow(/WrongEncoding/);
  });
});

describe('values', () => {
  it.each([
    ['1.234,56', '1234.56'],
    ['1234,5', '1234.50'],
    ['1234.5', '1234.50'],
    ['-1.234.567,00', '-1234567.00'],
    ['1.234.567', '1234567.00'],
    ['−7', '-7.00'],
    ['0', '0.00'],
  ])('%s is %s', (written, amount) => expect(apiAmount(written)).toEqual({ amount, refusal: null }));

  it.each([
    ['1.234', 'AmountAmbiguous'],
    ['1,234.56', 'NotAnAmount'],
    ['1,2345', 'TooManyDecimals'],
    ['12.3456', 'TooManyDecimals'],
    ['1.23,45', 'NotAnAmount'],
    ['1e3', 'NotAnAmount'],
    ['', 'NotAnAmount'],
    ['99999999999999', 'AmountOutOfRange'],
  ])('%s is refused as %s', (written, refusal) => expect(apiAmount(written).refusal).toBe(refusal));

  it('dates may be written the German way', () => {
    expect([isoDate('1.3.2025'), isoDate('15.03.2025'), isoDate('31.02.2025'), isoDate('2025-03-15')]).toEqual([
      '2025-03-01',
      '2025-03-15',
      '31.02.2025',
      '2025-03-15',
    ]);
  });

  it('an apostrophe is taken off only where it was put', () => {
    expect(["'=1", "''=1", "'tis", '=1'].map(unescaped)).toEqual(['=1', "'=1", "'tis", '=1']);
  });
});
