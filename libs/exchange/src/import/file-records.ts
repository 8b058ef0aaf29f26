import { cut, isLocalDate, type Params, Problem, type Result } from '@lib/kernel';
import type { Findings } from './findings.js';
import type { ImportFormat } from './import-job.js';
import { linesOf, objectOf } from './journal-jsonl.js';
import { Columns, fold, readCsv, type Row } from './read-csv.js';
import { isFormula, isoDate, readAmount, unescaped } from './read-values.js';

/** A value of a file with its place. */
export interface Cell {
  line: number;
  /** Name of the column as the file spells it, or the JSON pointer. */
  column: string;
  /** '' where there is none. */
  text: string;
}

/** One record of a file of master data or items, whichever format it came in. */
export interface FileRecord<K extends string> {
  line: number;
  cell(key: K): Cell;
}

/** The columns that a kind of file knows. */
export interface Shape<K extends string> {
  /** Each with the other names under which it may come. */
  columns: Record<K, readonly string[]>;
  required: readonly K[];
}

/**
 * Reads a file of flat records, as CSV or as one JSON object a line with the same names. What a record has and the shape does not
 * know is refused: a misspelt column would be lost silently.
 */
export async function* fileRecords<K extends string>(
  source: AsyncIterable<Buffer>,
  format: ImportFormat,
  findings: Findings,
  shape: Shape<K>,
): AsyncGenerator<FileRecord<K>> {
  if (format === 'jsonl') yield* jsonRecords(source, findings, shape);
  else yield* csvRecords(source, findings, shape);
}

async function* csvRecords<K extends string>(
  source: AsyncIterable<Buffer>,
  findings: Findings,
  shape: Shape<K>,
): AsyncGenerator<FileRecord<K>> {
  const { head, rows } = await readCsv(source, findings);
  const columns = new Columns<K>(head, shape.columns, shape.required);
  const cell = (row: Row, key: K): Cell => {
    const text = columns.of(row, key);
    const place = { line: row.line, column: columns.name(key) };
    if (isFormula(text) && !PHONE.test(text)) {
      findings.add(place.line, place.column, 'Formula', { value: cut(text, 40) });
      return { ...place, text: '' };
    }
    return { ...place, text: unescaped(text) };
  };
  for await (const group of rows) for (const row of group) yield { line: row.line, cell: (key) => cell(row, key) };
}

/** A telephone number: what a spreadsheet makes of it is wrong, but harmless. */
const PHONE = /^\+[\d\s()/.-]+$/;

async function* jsonRecords<K extends string>(
  source: AsyncIterable<Buffer>,
  findings: Findings,
  shape: Shape<K>,
): AsyncGenerator<FileRecord<K>> {
  const known = new Map<string, K>();
  for (const key of Object.keys(shape.columns) as K[])
    for (const name of [key, ...shape.columns[key]]) known.set(fold(name), key);
  for await (const group of linesOf(source)) {
    for (const { line, text } of group) {
      const body = text.trim() === '' ? undefined : objectOf(text, line, findings);
      if (!body) continue;
      const values = new Map<K, Cell>();
      for (const [name, value] of Object.entries(body)) {
        const key = known.get(fold(name));
        const column = `/${name}`;
        if (key === undefined) findings.add(line, column, 'ColumnUnknown', { value: cut(name, 40) });
        else if (values.has(key)) findings.add(line, column, 'ColumnTwice', { value: cut(name, 40) });
        else values.set(key, { line, column, text: scalar(value, line, column, findings) });
      }
      yield { line, cell: (key) => values.get(key) ?? { line, column: `/${key}`, text: '' } };
    }
  }
}

function scalar(value: unknown, line: number, column: string, findings: Findings): string {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  // Amounts are texts: a number of JSON is no exact one.
  if (typeof value === 'boolean' || Number.isSafeInteger(value)) return String(value as boolean | number);
  findings.add(line, column, 'NotAText');
  return '';
}

// Control characters, half characters and those that turn the direction of what is shown.
const UNSHOWABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const YES = new Set(['true', 'ja', 'j', 'yes', 'y', '1', 'x']);
const NO = new Set(['false', 'nein', 'n', 'no', '0']);

/** Takes values out of cells; what is wrong with one goes to the findings, and the value is then absent. */
export class Taker {
  constructor(private readonly findings: Findings) {}

  refuse({ line, column }: Pick<Cell, 'line' | 'column'>, code: string, params: Params = {}): undefined {
    this.findings.add(line, column, code, params);
    return undefined;
  }

  /** The text, '' where there is none. */
  text(cell: Cell, most: number, required = false): string {
    if (cell.text === '' && required) this.refuse(cell, 'ValueMissing');
    else if (cell.text.length > most) this.refuse(cell, 'TextTooLong', { limit: most });
    else if (UNSHOWABLE.test(cell.text)) this.refuse(cell, 'ControlCharacter');
    else return cell.text;
    return '';
  }

  /** A code of a form, null where there is none. */
  code(cell: Cell, form: RegExp, required = false): string | null {
    if (cell.text === '') return required ? (this.refuse(cell, 'ValueMissing') ?? null) : null;
    return form.test(cell.text) ? cell.text : (this.refuse(cell, 'NotACode', { value: cut(cell.text, 40) }) ?? null);
  }

  day(cell: Cell, required = false): string | null {
    if (cell.text === '') return required ? (this.refuse(cell, 'ValueMissing') ?? null) : null;
    const day = isoDate(cell.text);
    return isLocalDate(day) ? day : (this.refuse(cell, 'NotADate', { value: cut(cell.text, 40) }) ?? null);
  }

  flag(cell: Cell): boolean | null {
    const text = cell.text.toLowerCase();
    if (text === '') return null;
    if (YES.has(text)) return true;
    if (NO.has(text)) return false;
    return this.refuse(cell, 'ValueNotAllowed', { value: cut(cell.text, 40), allowed: 'ja, nein' }) ?? null;
  }

  whole(cell: Cell, from: number, to: number): number | null {
    if (cell.text === '') return null;
    const value = /^\d{1,9}$/.test(cell.text) ? Number(cell.text) : NaN;
    if (value >= from && value <= to) return value;
    return this.refuse(cell, 'ValueNotAllowed', { value: cut(cell.text, 40), allowed: `${from}–${to}` }) ?? null;
  }

  amount(cell: Cell, required = false): bigint | null {
    if (cell.text === '') return required ? (this.refuse(cell, 'ValueMissing') ?? null) : null;
    const read: Result<bigint, string> = readAmount(cell.text);
    return read.ok ? read.value : (this.refuse(cell, read.error, { value: cut(cell.text, 40) }) ?? null);
  }

  /** One of a few words; `words` gives what each of them stands for. */
  choice<T extends string>(cell: Cell, words: Readonly<Record<string, T>>): T | null {
    if (cell.text === '') return null;
    const value = Object.hasOwn(words, fold(cell.text)) ? words[fold(cell.text)]! : null;
    if (value !== null) return value;
    const allowed = [...new Set(Object.values(words))].join(', ');
    return this.refuse(cell, 'ValueNotAllowed', { value: cut(cell.text, 40), allowed }) ?? null;
  }
}

/** Does what a verb does for one record; what it refuses is told at the field of the record that it names. */
export async function atRecord<K extends string>(
  record: FileRecord<K>,
  findings: Findings,
  fallback: K,
  keyOf: (field: string) => K | undefined,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const field = error.fields[0]?.pointer.split('/')[1] ?? '';
    const { line, column } = record.cell(keyOf(field) ?? fallback);
    findings.add(line, column, error.code, error.params);
  }
}
