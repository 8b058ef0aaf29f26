import type { Tx } from '@lib/database';
import type { EntryKind, EntryWish, Line } from './journal-entry.js';

export interface Author {
  id: string;
  name: string;
  /** May post in softly closed periods. The database asks for itself; this is for the explanation. */
  privileged: boolean;
  /** May post opening and closing entries; asked in the same way. */
  closes?: boolean;
}

/**
 * Whose idempotency key a key is: `request` for one that a caller of the API chose, the name of a use case of ours for one that
 * the service gives itself. The two never meet, so nobody can take up a key of the service beforehand.
 */
export type KeyScope = 'request' | 'draft' | 'standing' | 'document';

/** An entry as the posting function takes it. */
export interface Posting extends EntryWish {
  clientId: number;
  author: Author;
  /** Where it came from: `api`, `import:<job>`, `standing:<id>` … */
  source: string;
  /** The same key of a scope posts once; a second call with the same content answers the first entry again. */
  idempotencyKey: string | null;
  /** `request` where nothing is said. */
  scope?: KeyScope;
  reverses: { fiscalYear: number; entryNo: number } | null;
  reason: string;
}

/** What the posting function answers for one entry. Anything but `Posted` and `Replayed` wrote nothing. */
export interface PostingAnswer {
  outcome: string;
  /** Line that a rule refuses, from 1; 0 when the entry as a whole is meant. */
  lineNo: number;
  entryNo: number;
  recordedAt: string;
  chainHash: Buffer;
}

export const isPosted = (answer: PostingAnswer): boolean =>
  answer.outcome === 'Posted' || answer.outcome === 'Replayed';

/** A wish made a posting: whose books, who posts, where from. */
export function posting(
  entry: EntryWish,
  by: { clientId: number; author: Author; source: string; idempotencyKey?: string | null; scope?: KeyScope },
): Posting {
  return {
    ...entry,
    clientId: by.clientId,
    author: by.author,
    source: by.source,
    idempotencyKey: by.idempotencyKey ?? null,
    scope: by.scope ?? 'request',
    reverses: null,
    reason: entry.correction ?? '',
  };
}

/** The arguments of `post_entries` by name, each with its type; their order here is that of the values. */
const ARGUMENTS = {
  e_client: 'int[]',
  e_year: 'smallint[]',
  e_period: 'smallint[]',
  e_date: 'date[]',
  e_document_date: 'date[]',
  e_kind: 'text[]',
  e_text: 'text[]',
  e_reference: 'text[]',
  e_source: 'text[]',
  e_scope: 'text[]',
  e_key: 'text[]',
  e_author: 'uuid[]',
  e_author_name: 'text[]',
  e_reverses_year: 'smallint[]',
  e_reverses_no: 'bigint[]',
  e_reason: 'text[]',
  l_entry: 'int[]',
  l_no: 'int[]',
  l_account: 'text[]',
  l_product: 'text[]',
  l_cost_centre: 'text[]',
  l_cash: 'text[]',
  l_amount: 'bigint[]',
  l_text: 'text[]',
  l_item: 'uuid[]',
  l_tax_code: 'text[]',
  l_tax_rate: 'numeric[]',
  l_tax_base: 'bigint[]',
  p_now: 'timestamptz',
  p_wait: 'boolean',
} as const;
type Argument = keyof typeof ARGUMENTS;

const CALL = `select ord, outcome, line_no, entry_no, recorded_at, chain_hash from post_entries(${Object.entries(
  ARGUMENTS,
)
  .map(([name, type], index) => `${name} => $${index + 1}::${type}`)
  .join(', ')})`;

/** The posting call as a prepared statement. `wait` queues for a busy client; otherwise its entries answer `Busy` at once. */
export function postingCall(
  entries: readonly Posting[],
  wait: boolean,
): { name: string; text: string; values: unknown[] } {
  const lines = entries.flatMap((entry, index) => entry.lines.map((line, position) => ({ line, index, position })));
  const ofEntries = <T>(value: (entry: Posting) => T): T[] => entries.map(value);
  const ofLines = <T>(value: (line: Line) => T): T[] => lines.map(({ line }) => value(line));
  const values: Record<Argument, string | boolean> = {
    e_client: numbers(ofEntries((entry) => entry.clientId)),
    e_year: numbers(ofEntries((entry) => entry.fiscalYear)),
    e_period: numbers(ofEntries((entry) => entry.period)),
    e_date: plain(ofEntries((entry) => entry.bookingDate)),
    e_document_date: plain(ofEntries((entry) => entry.documentDate)),
    e_kind: plain(ofEntries((entry) => entry.kind satisfies EntryKind)),
    e_text: texts(ofEntries((entry) => entry.text)),
    e_reference: texts(ofEntries((entry) => entry.reference)),
    e_source: texts(ofEntries((entry) => entry.source)),
    e_scope: plain(ofEntries((entry) => entry.scope ?? 'request')),
    e_key: texts(ofEntries((entry) => entry.idempotencyKey)),
    e_author: plain(ofEntries((entry) => entry.author.id)),
    e_author_name: texts(ofEntries((entry) => entry.author.name)),
    e_reverses_year: numbers(ofEntries((entry) => entry.reverses?.fiscalYear ?? null)),
    e_reverses_no: numbers(ofEntries((entry) => entry.reverses?.entryNo ?? null)),
    e_reason: texts(ofEntries((entry) => entry.reason)),
    l_entry: numbers(lines.map(({ index }) => index + 1)),
    l_no: numbers(lines.map(({ position }) => position + 1)),
    l_account: plain(ofLines((line) => line.account)),
    l_product: texts(ofLines((line) => line.product)),
    l_cost_centre: texts(ofLines((line) => line.costCentre)),
    l_cash: plain(ofLines((line) => line.cashAccount)),
    l_amount: plain(ofLines((line) => line.amount.toString())),
    l_text: texts(ofLines((line) => line.text)),
    l_item: plain(ofLines((line) => line.openItem)),
    l_tax_code: plain(ofLines((line) => line.tax?.code)),
    l_tax_rate: plain(ofLines((line) => line.tax?.rate)),
    l_tax_base: plain(ofLines((line) => line.tax?.base.toString())),
    p_now: new Date().toISOString(),
    p_wait: wait,
  };
  return { name: 'post_entries', text: CALL, values: Object.keys(ARGUMENTS).map((name) => values[name as Argument]) };
}

// PostgreSQL array literals, written here because the driver's general way costs more than the rest of a small posting.
const numbers = (values: readonly (number | null)[]): string => `{${values.map((value) => value ?? 'NULL').join(',')}}`;
/** For values that contain neither quotes, backslashes, commas, braces nor spaces. */
const plain = (values: readonly (string | null | undefined)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;
const texts = (values: readonly (string | null)[]): string => `{${values.map(quoted).join(',')}}`;
const quoted = (value: string | null): string =>
  value === null ? 'NULL' : `"${/["\\]/.test(value) ? value.replace(/["\\]/g, '\\$&') : value}"`;

interface Row {
  ord: number;
  outcome: string;
  line_no: number;
  entry_no: string;
  recorded_at: string | null;
  chain_hash: Buffer | null;
}

export function readAnswers(rows: readonly Row[]): PostingAnswer[] {
  return rows.map((row) => ({
    outcome: row.outcome,
    lineNo: Math.floor(row.line_no / 100),
    entryNo: Number(row.entry_no),
    recordedAt: row.recorded_at ?? '',
    chainHash: row.chain_hash ?? Buffer.alloc(0),
  }));
}

/** True for the posting function's refusal to post while its clock and the application's differ. */
export const clocksDiffer = (error: unknown): boolean =>
  (error as { constraint?: string }).constraint === 'clocks_agree';

/** Posts inside a larger transaction, waiting for the client's turn; the caller judges the answers. */
export async function postWithin(tx: Tx, entries: readonly Posting[]): Promise<PostingAnswer[]> {
  const call = postingCall(entries, true);
  return readAnswers(await tx.query<Row>(call.text, call.values));
}
