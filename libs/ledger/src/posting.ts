import type { Tx } from '@lib/database';
import type { EntryKind, EntryWish } from './journal-entry.js';

export interface Author {
  id: string;
  name: string;
  /** May post in softly closed periods. */
  privileged: boolean;
}

/** An entry as the posting function takes it. */
export interface Posting extends EntryWish {
  clientId: number;
  author: Author;
  /** Where it came from: `api`, `import:<job>`, `standing:<id>` … */
  source: string;
  /** The same key posts once; a second call with the same content answers the first entry again. */
  idempotencyKey: string | null;
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
  by: { clientId: number; author: Author; source: string; idempotencyKey?: string | null },
): Posting {
  return {
    ...entry,
    clientId: by.clientId,
    author: by.author,
    source: by.source,
    idempotencyKey: by.idempotencyKey ?? null,
    reverses: null,
    reason: '',
  };
}

const CALL = `select ord, outcome, line_no, entry_no, recorded_at, chain_hash from post_entries(
  $1::int[], $2::smallint[], $3::smallint[], $4::date[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::uuid[],
  $11::text[], $12::smallint[], $13::bigint[], $14::text[], $15::boolean[],
  $16::int[], $17::int[], $18::text[], $19::text[], $20::text[], $21::text[], $22::bigint[], $23::text[], $24::uuid[], $25::boolean)`;

/** The posting call as a prepared statement. `wait` queues for a busy client; otherwise its entries answer `Busy` at once. */
export function postingCall(
  entries: readonly Posting[],
  wait: boolean,
): { name: string; text: string; values: unknown[] } {
  const lineEntry: number[] = [];
  const lineNo: number[] = [];
  const account: string[] = [];
  const product: (string | null)[] = [];
  const costCentre: (string | null)[] = [];
  const cash: (string | null)[] = [];
  const amount: string[] = [];
  const text: string[] = [];
  const item: string[] = [];
  entries.forEach((entry, index) =>
    entry.lines.forEach((line, position) => {
      lineEntry.push(index + 1);
      lineNo.push(position + 1);
      account.push(line.account);
      product.push(line.product);
      costCentre.push(line.costCentre);
      cash.push(line.cashAccount);
      amount.push(line.amount.toString());
      text.push(line.text);
      item.push(line.openItem ?? 'NULL');
    }),
  );
  const values = [
    numbers(entries.map((entry) => entry.clientId)),
    numbers(entries.map((entry) => entry.fiscalYear)),
    numbers(entries.map((entry) => entry.period)),
    plain(entries.map((entry) => entry.bookingDate)),
    plain(entries.map((entry) => entry.kind satisfies EntryKind)),
    texts(entries.map((entry) => entry.text)),
    texts(entries.map((entry) => entry.reference)),
    texts(entries.map((entry) => entry.source)),
    texts(entries.map((entry) => entry.idempotencyKey)),
    plain(entries.map((entry) => entry.author.id)),
    texts(entries.map((entry) => entry.author.name)),
    numbers(entries.map((entry) => entry.reverses?.fiscalYear ?? null)),
    numbers(entries.map((entry) => entry.reverses?.entryNo ?? null)),
    texts(entries.map((entry) => entry.reason)),
    plain(entries.map((entry) => String(entry.author.privileged))),
    numbers(lineEntry),
    numbers(lineNo),
    plain(account),
    texts(product),
    texts(costCentre),
    plain(cash.map((number) => number ?? 'NULL')),
    plain(amount),
    texts(text),
    plain(item),
    wait,
  ];
  return { name: 'post_entries', text: CALL, values };
}

// PostgreSQL array literals, written here because the driver's general way costs more than the rest of a small posting.
const numbers = (values: readonly (number | null)[]): string => `{${values.map((value) => value ?? 'NULL').join(',')}}`;
/** For values that contain neither quotes, backslashes, commas, braces nor spaces. */
const plain = (values: readonly string[]): string => `{${values.join(',')}}`;
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

/** Posts inside a larger transaction, waiting for the client's turn; the caller judges the answers. */
export async function postWithin(tx: Tx, entries: readonly Posting[]): Promise<PostingAnswer[]> {
  const call = postingCall(entries, true);
  return readAnswers(await tx.query<Row>(call.text, call.values));
}
