import { readEntry } from '@lib/ledger';
import { type Findings, Unreadable } from './findings.js';
import { type ImportEntry, report } from './import-entry.js';
import { wishedKind } from './journal-csv.js';

/** What the API answers of an entry beyond what it takes; our own export writes some of it. The ledger decides it anew. */
const ANSWERED = [
  'id',
  'entryNo',
  'recordedAt',
  'source',
  'author',
  'total',
  'reverses',
  'reversedBy',
  'reason',
  'chainHash',
];
const LONGEST_LINE = 4 * 1024 * 1024;
const DEEPEST = 8;

/** Reads a journal as JSON Lines: each line is an entry as the API takes it, with an optional `idempotencyKey`. */
export async function* journalJsonl(source: AsyncIterable<Buffer>, findings: Findings): AsyncGenerator<ImportEntry[]> {
  for await (const group of linesOf(source)) {
    const entries: ImportEntry[] = [];
    for (const { line, text } of group) {
      if (text.trim() === '') continue;
      const entry = entryOf(text, line, findings);
      if (entry) entries.push(entry);
    }
    if (entries.length > 0) yield entries;
  }
}

/** The object on a line, or nothing where there is none; what is wrong with it goes to the findings. */
export function objectOf(text: string, line: number, findings: Findings): Record<string, unknown> | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    findings.add(line, position === undefined ? null : String(Number(position) + 1), 'NotJson');
    return undefined;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    findings.add(line, null, 'NotAnObject');
    return undefined;
  }
  if (depthOf(body) > DEEPEST) {
    findings.add(line, null, 'TooDeep', { limit: DEEPEST });
    return undefined;
  }
  return body as Record<string, unknown>;
}

function entryOf(text: string, line: number, findings: Findings): ImportEntry | undefined {
  const body = objectOf(text, line, findings);
  if (!body) return undefined;
  const place = (pointer: string) => ({ line, column: pointer || null });
  const { idempotencyKey = null, ...wish } = body;
  for (const field of ANSWERED) delete wish[field];
  if (typeof wish['kind'] === 'string') wish['kind'] = wishedKind(wish['kind'], wish['period'] as number | undefined);
  if (idempotencyKey !== null && !(typeof idempotencyKey === 'string' && /^[\x21-\x7e]{1,100}$/.test(idempotencyKey))) {
    findings.add(line, '/idempotencyKey', 'KeyMalformed');
    return undefined;
  }
  const read = readEntry(wish);
  if (read.ok) return { wish: read.value, idempotencyKey: idempotencyKey as string | null, place };
  report(findings, read.error, place);
  return undefined;
}

function depthOf(value: unknown, level = 1): number {
  if (typeof value !== 'object' || value === null || level > DEEPEST) return level;
  let deepest = level;
  for (const item of Object.values(value)) deepest = Math.max(deepest, depthOf(item, level + 1));
  return deepest;
}

/** The lines of a file in groups as they come out of it, numbered from 1. */
export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<{ line: number; text: string }[]> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  for await (const piece of source) {
    const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const end = bytes.lastIndexOf(0x0a);
    if (end < 0) {
      if (bytes.length > LONGEST_LINE) throw new Unreadable(line + 1, null, 'RecordTooLong');
      rest = bytes;
      continue;
    }
    rest = bytes.subarray(end + 1);
    yield bytes
      .toString('utf8', 0, end)
      .split('\n')
      .map((text) => ({ line: ++line, text }));
  }
  if (rest.length > 0) yield [{ line: line + 1, text: rest.toString('utf8') }];
}
