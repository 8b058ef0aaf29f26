import { CsvError, type Parser, parse } from 'csv-parse';
import { once } from 'node:events';
import { type Findings, Unreadable } from './findings.js';

/** One record of a CSV file. */
export interface Row {
  /** Line of the file on which the record begins. */
  line: number;
  fields: string[];
}

export interface Head {
  /** The column names as the file spells them. */
  names: string[];
  line: number;
}

export interface CsvFile {
  head: Head;
  /** The records in groups as they come out of the file; blank lines are left out. */
  rows: AsyncGenerator<Row[]>;
}

const DELIMITERS = [';', ',', '\t'] as const;
const LONGEST_RECORD = 1024 * 1024;
const LONGEST_HEAD = 64 * 1024;

/**
 * Reads a CSV file (RFC 4180, `;` or `,` or tab as its head has it). A record with another number of fields than the head is
 * reported and left out.
 * @param strict whether, by the names in its head, a last record without a line break counts as cut off
 * @throws Unreadable when quotes are not closed, the head is missing, or the last line is cut off
 */
export async function readCsv(
  source: AsyncIterable<Buffer>,
  findings: Findings,
  strict: (names: readonly string[]) => boolean = () => true,
): Promise<CsvFile> {
  const records = recordsOf(source, strict);
  let first: Row[] = [];
  while (first.length === 0) {
    const next = await records.next();
    if (next.done) throw new Unreadable(1, null, 'HeadMissing');
    first = next.value;
  }
  const [head, ...rest] = first;
  const names = head!.fields.map((name) => name.trim());
  async function* rows(): AsyncGenerator<Row[]> {
    yield complete(rest);
    for await (const group of records) yield complete(group);
  }
  const complete = (group: Row[]): Row[] =>
    group.filter((row) => {
      if (row.fields.length === names.length) return true;
      findings.add(row.line, names[row.fields.length] ?? null, 'FieldCount', {
        expected: names.length,
        value: row.fields.length,
      });
      return false;
    });
  return { head: { names, line: head!.line }, rows: rows() };
}

async function* recordsOf(
  source: AsyncIterable<Buffer>,
  strict: (names: readonly string[]) => boolean,
): AsyncGenerator<Row[]> {
  let names: readonly string[] | undefined;
  let parser: Parser | undefined;
  let group: Row[] = [];
  let line = 1;
  let lastByte = 0;
  let failure: Error | undefined;
  const take = (fields: string[]): void => {
    const at = line;
    line++;
    names ??= fields;
    // A field may hold line breaks; only then are they looked for.
    for (const field of fields) if (field.includes('\n')) line += field.split('\n').length - 1;
    if (fields.length > 1 || fields[0] !== '') group.push({ line: at, fields });
  };
  let head: Buffer | undefined = Buffer.alloc(0);
  const begin = (bytes: Buffer): Parser => {
    const options = { delimiter: delimiterOf(bytes), relax_column_count: true, max_record_size: LONGEST_RECORD };
    const begun = parse({ ...options, record_delimiter: ['\r\n', '\n', '\r'], skip_empty_lines: false });
    begun.on('data', take);
    begun.on('error', (error: Error) => (failure = error));
    return begun;
  };
  const write = async (bytes: Buffer): Promise<void> => {
    lastByte = bytes[bytes.length - 1]!;
    await new Promise<void>((resolve) => parser!.write(bytes, () => resolve()));
    if (failure) throw unreadable(failure, line);
  };

  for await (const piece of source) {
    if (head) {
      head = Buffer.concat([head, piece]);
      if (!head.includes(0x0a) && !head.includes(0x0d) && head.length < LONGEST_HEAD) continue;
      parser = begin(head);
      await write(head);
      head = undefined;
    } else await write(piece);
    if (group.length > 0) yield group;
    group = [];
  }
  if (head) {
    if (head.length === 0) return;
    parser = begin(head);
    await write(head);
  }
  const ended = once(parser!, 'end').catch((error: Error) => (failure = error));
  parser!.end();
  await ended;
  if (failure) throw unreadable(failure, line);
  if (group.length > 0 && lastByte !== 0x0a && lastByte !== 0x0d && strict(names ?? [])) {
    const last = group.pop()!;
    if (group.length > 0) yield group;
    throw new Unreadable(last.line, null, 'LastLineCutOff');
  }
  if (group.length > 0) yield group;
}

/** The delimiter that the first line has most of, outside quotes. */
function delimiterOf(bytes: Buffer): string {
  const [first = ''] = bytes.toString('utf8').split(/[\r\n]/, 1);
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

function unreadable(error: Error, line: number): Unreadable {
  const code = error instanceof CsvError ? error.code : '';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new Unreadable(line, null, 'QuoteNotClosed');
  if (code === 'CSV_MAX_RECORD_SIZE') return new Unreadable(line, null, 'RecordTooLong');
  if (code) return new Unreadable(line, null, 'QuoteMisplaced');
  throw error;
}

/** Looks up a file's columns by the names and aliases that a kind of file knows. */
export class Columns<K extends string> {
  private readonly places = new Map<K, number>();

  /** @throws Unreadable for a column that is unknown, there twice, or missing */
  constructor(
    private readonly head: Head,
    known: Record<K, readonly string[]>,
    required: readonly K[],
    ignored: readonly string[] | 'all others' = [],
  ) {
    const byName = new Map<string, K>();
    for (const key of Object.keys(known) as K[]) for (const name of [key, ...known[key]]) byName.set(fold(name), key);
    const skip = new Set(ignored === 'all others' ? head.names.map(fold) : ignored.map(fold));
    head.names.forEach((name, place) => {
      const key = byName.get(fold(name));
      if (key === undefined) {
        if (!skip.has(fold(name)))
          throw new Unreadable(head.line, name || String(place + 1), 'ColumnUnknown', { value: name });
      } else if (this.places.has(key)) throw new Unreadable(head.line, name, 'ColumnTwice', { value: name });
      else this.places.set(key, place);
    });
    for (const key of required)
      if (!this.places.has(key)) throw new Unreadable(head.line, key, 'ColumnMissing', { value: key });
  }

  has(key: K): boolean {
    return this.places.has(key);
  }

  /** The trimmed value; '' where the file lacks the column. */
  of(row: Row, key: K): string {
    const place = this.places.get(key);
    return place === undefined ? '' : row.fields[place]!.trim();
  }

  /** The value as it stands. */
  raw(row: Row, key: K): string {
    const place = this.places.get(key);
    return place === undefined ? '' : row.fields[place]!;
  }

  /** The column's name as the file spells it. */
  name(key: K): string {
    const place = this.places.get(key);
    return place === undefined ? key : this.head.names[place]!;
  }
}

export const fold = (name: string): string => name.toLowerCase().replace(/[\s_.-]+/g, '');
