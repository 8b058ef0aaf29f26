import type { Database, Tx } from '@lib/database';
import { type Params, type Problem, problems } from '@lib/kernel';
import { type Person, storable } from '../document/document.store.js';
import type { Batch, BatchCounts } from '../intake/batches.store.js';
import { SILENCE } from '../intake/batches.store.js';
import { documentProblems } from '../problems.js';

const CHUNK = 1024 * 1024;

/** For single statements on the tables of the centre: each is a transaction by itself and takes one round trip instead of three. */
export const directly = (database: Database): Tx => ({
  query: async (sql, params) => (await database.pool.query(sql, params)).rows as never,
});
const MOST_FILES = 10_000;

export type ClearingState =
  'arriving' | 'waiting' | 'running' | 'open' | 'routed' | 'rejected' | 'duplicate' | 'missing' | 'refused' | 'failed';

/** What the list shows of a file whose client is not known, read once; wiped when the file has found its client. */
export interface ClearingSummary {
  supplierName?: string | null;
  invoiceNo?: string | null;
  issueDate?: string | null;
  /** Cents as text. */
  gross?: string | null;
  currency?: string | null;
  buyerName?: string | null;
  buyerReference?: string | null;
  pages?: number;
  /** Clients at which weaker signs point. */
  candidates?: number[];
}

export interface ClearingItem {
  id: string;
  batchId: string | null;
  channel: 'upload' | 'api' | 'folder' | 'mail';
  fileName: string;
  sha256: Buffer | null;
  size: string | null;
  mailbox: string;
  receivedAt: string;
  receivedBy: Person;
  state: ClearingState;
  reason: string | null;
  params: Params;
  summary: ClearingSummary;
  clientId: number | null;
  documentId: string | null;
  routedBy: string | null;
  attempts: number;
  version: number;
}

const COLUMNS = `id, batch_id as "batchId", channel, file_name as "fileName", sha256, size, mailbox, received_at as "receivedAt",
  jsonb_build_object('id', received_by, 'name', received_by_name) as "receivedBy", state, reason, params, summary,
  client_id as "clientId", document_id as "documentId", routed_by as "routedBy", attempts, version`;

export interface NewItem {
  id: string;
  batchId?: string | null;
  channel: ClearingItem['channel'];
  fileName: string;
  mailbox?: string;
  clientId?: number | null;
  by: Person;
}

/**
 * Expects a file: from now on it is known, even if it never arrives whole. In a batch it gets the next number. Answers that number, 0
 * outside a batch, or null when an item of that id is there already.
 * @throws Problem NotFound, BatchClosed, BatchTooLarge
 */
export async function insertItem(tx: Tx, item: NewItem): Promise<number | null> {
  const [row] = await tx.query<{ fileNo: number }>(
    `with batch as (
       update intake_batch set files = files + 1 where id = $2 and completed_at is null and files < $9 returning files)
     insert into clearing_item (id, batch_id, file_no, channel, file_name, mailbox, client_id, received_by, received_by_name, state,
       heartbeat_at)
     select $1::uuid, $2::uuid, (select files from batch), $3, $4, $5, $6::int, $7::uuid, $8, 'arriving', clock_timestamp()
     where $2::uuid is null or exists (select from batch)
     on conflict (id) do nothing returning coalesce(file_no, 0) as "fileNo"`,
    [
      item.id,
      item.batchId ?? null,
      item.channel,
      item.fileName,
      item.mailbox ?? '',
      item.clientId ?? null,
      item.by.id,
      item.by.name,
      MOST_FILES,
    ],
  );
  if (row) return row.fileNo;
  if (!item.batchId) return null;
  const { completedAt } = await findIntakeBatch(tx, item.batchId);
  throw completedAt === null ? documentProblems.BatchTooLarge({ limit: MOST_FILES }) : documentProblems.BatchClosed();
}

/** The bytes have arrived whole; from now on the file waits for being routed. */
export async function itemArrived(tx: Tx, id: string, file: { bytes: Buffer; sha256: Buffer }): Promise<void> {
  const arrived = `update clearing_item set state = 'waiting', sha256 = $2, size = $3, heartbeat_at = null, reason = null, finished_at = null
     where id = $1 and state in ('arriving', 'missing') returning id`;
  if (file.bytes.length > CHUNK) {
    const rows = await tx.query(arrived, [id, file.sha256, file.bytes.length]);
    if (rows.length > 0) await insertChunks(tx, id, file.bytes);
    return;
  }
  await tx.query(
    `with arrived as (${arrived}) insert into clearing_chunk (item_id, chunk_no, bytes) select id, 1, $4::bytea from arrived`,
    [id, file.sha256, file.bytes.length, file.bytes],
  );
}

/** A file that has come whole, for whichever client it may be; it waits for being routed. */
export async function leaveFile(tx: Tx, item: NewItem, file: { bytes: Buffer; sha256: Buffer }): Promise<void> {
  await insertItem(tx, item);
  await itemArrived(tx, item.id, file);
}

export async function insertChunks(tx: Tx, id: string, bytes: Buffer): Promise<void> {
  for (let at = 0, no = 1; at < bytes.length; at += CHUNK, no++) {
    await tx.query('insert into clearing_chunk (item_id, chunk_no, bytes) values ($1, $2, $3)', [
      id,
      no,
      bytes.subarray(at, at + CHUNK),
    ]);
  }
}

/** The bytes of an item; empty when they have gone to a client. */
export async function itemBytes(tx: Tx, id: string): Promise<Buffer> {
  const rows = await tx.query<{ bytes: Buffer }>(
    'select bytes from clearing_chunk where item_id = $1 order by chunk_no',
    [id],
  );
  return Buffer.concat(rows.map((row) => row.bytes));
}

/** A sign that a file is still arriving. */
export async function itemStillArriving(tx: Tx, id: string): Promise<void> {
  await tx.query(`update clearing_item set heartbeat_at = clock_timestamp() where id = $1 and state = 'arriving'`, [
    id,
  ]);
}

export async function itemNotTaken(tx: Tx, id: string, state: 'missing' | 'refused', why: Problem): Promise<void> {
  await tx.query(
    `update clearing_item set state = $2, reason = $3, params = $4, finished_at = clock_timestamp() where id = $1 and state = 'arriving'`,
    [id, state, why.code, JSON.stringify(why.params)],
  );
}

/** Puts a file on the list at once: a client has handed it back. */
export async function insertOpenItem(
  tx: Tx,
  item: NewItem,
  file: { bytes: Buffer; sha256: Buffer },
  why: { reason: string; params: Params; summary: ClearingSummary },
): Promise<void> {
  await tx.query(
    `insert into clearing_item (id, channel, file_name, received_by, received_by_name, state, sha256, size, reason, params, summary)
     values ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $9, $10)`,
    [
      item.id,
      item.channel,
      item.fileName,
      item.by.id,
      item.by.name,
      file.sha256,
      file.bytes.length,
      why.reason,
      JSON.stringify(why.params),
      storable(why.summary),
    ],
  );
  await insertChunks(tx, item.id, file.bytes);
}

/** @throws Problem NotFound */
export async function findItem(tx: Tx, id: string): Promise<ClearingItem> {
  const [item] = await tx.query<ClearingItem>(`select ${COLUMNS} from clearing_item where id = $1`, [id]);
  if (!item) throw problems.NotFound();
  return item;
}

/** The item, locked, if it is still to be decided. @throws Problem NotFound, ClearingItemSettled */
export async function lockOpenItem(tx: Tx, id: string): Promise<ClearingItem> {
  const [item] = await tx.query<ClearingItem>(`select ${COLUMNS} from clearing_item where id = $1 for update`, [id]);
  if (!item) throw problems.NotFound();
  if (item.state !== 'open') throw documentProblems.ClearingItemSettled({ state: item.state });
  return item;
}

/** Items, the oldest first; `state` open: what is to be decided. */
export function listItems(
  tx: Tx,
  filter: { state: ClearingState[]; limit: number; after: { receivedAt: string; id: string } | null },
): Promise<ClearingItem[]> {
  return tx.query(
    `select ${COLUMNS} from clearing_item where state = any ($1)
       and ($3::timestamptz is null or (received_at, id) > ($3::timestamptz, $4::uuid))
     order by received_at, id limit $2`,
    [filter.state, filter.limit, filter.after?.receivedAt ?? null, filter.after?.id ?? null],
  );
}

/** Takes the oldest item that nobody works on, or one that is named, with its bytes. */
export async function takeItem(
  tx: Tx,
  taker: string,
  id: string | null = null,
): Promise<{ item: ClearingItem; bytes: Buffer } | undefined> {
  // Materialised: a sub-select with a limit could be run again for every row, and each time lock other items.
  const [row] = await tx.query<ClearingItem & { bytes: Buffer | null }>(
    `with next as materialized (
       select id as next_id from clearing_item
       where (state = 'waiting' or state = 'running' and heartbeat_at < clock_timestamp() - interval '${SILENCE}')
         and ($2::uuid is null or id = $2::uuid)
       order by received_at limit 1 for update skip locked)
     update clearing_item set state = 'running', taker = $1, attempts = attempts + 1, heartbeat_at = clock_timestamp()
     from next where id = next_id
     returning ${COLUMNS}, (select string_agg(bytes, ''::bytea order by chunk_no) from clearing_chunk where item_id = next_id) as bytes`,
    [taker, id],
  );
  if (!row) return undefined;
  const { bytes, ...item } = row;
  return { item, bytes: bytes ?? Buffer.alloc(0) };
}

export async function beatItems(tx: Tx, taker: string): Promise<void> {
  await tx.query(`update clearing_item set heartbeat_at = clock_timestamp() where taker = $1 and state = 'running'`, [
    taker,
  ]);
}

/** Senders that have fallen silent: their files are missing. */
export async function sweepItems(tx: Tx): Promise<void> {
  await tx.query(
    `update clearing_item set state = 'missing', reason = 'FileNotArrived', params = jsonb_build_object('name', file_name),
       finished_at = clock_timestamp()
     where state = 'arriving' and coalesce(heartbeat_at, received_at) < clock_timestamp() - interval '${SILENCE}'`,
  );
}

export async function hasWaitingItems(tx: Tx): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from clearing_item where state = 'waiting' or state in ('running', 'arriving')
       and coalesce(heartbeat_at, received_at) < clock_timestamp() - interval '${SILENCE}' limit 1`,
  );
  return rows.length > 0;
}

/** Who works on the item now; null: a person decides about an open one. */
const held = `(($2::uuid is not null and taker = $2 and state = 'running') or ($2::uuid is null and state = 'open'))`;

/**
 * The file has gone to its client: the bytes leave the list in the transaction that keeps them there. Answers false when somebody else
 * was faster: nothing of this transaction may stand.
 */
export async function itemRouted(
  tx: Tx,
  id: string,
  taker: string | null,
  to: { clientId: number; documentId: string; by: string },
  event: Omit<ClearingEvent, 'itemId'>,
): Promise<boolean> {
  const rows = await tx.query(
    `with settled as (
       update clearing_item set state = 'routed', client_id = $3, document_id = $4, routed_by = $5, finished_at = clock_timestamp(),
         taker = null, summary = '{}', reason = null, params = '{}', version = version + 1
       where id = $1 and ${held} returning id),
     gone as (delete from clearing_chunk using settled where item_id = settled.id)
     insert into clearing_event (item_id, by, by_name, kind, note, detail) select id, $6, $7, $8, $9, $10 from settled returning 1`,
    [
      id,
      taker,
      to.clientId,
      to.documentId,
      to.by,
      event.by.id,
      event.by.name,
      event.kind,
      event.note ?? '',
      storable(event.detail ?? {}),
    ],
  );
  return rows.length > 0;
}

/** No client was found: the file waits for a person. The database refuses (23505) a file that lies in the list already. */
export async function itemUnrouted(
  tx: Tx,
  id: string,
  taker: string,
  why: { reason: string; params: Params; summary: ClearingSummary },
): Promise<void> {
  await tx.query(
    `update clearing_item set state = 'open', reason = $3, params = $4, summary = $5, taker = null where id = $1 and ${held}`,
    [id, taker, why.reason, JSON.stringify(why.params), storable(why.summary)],
  );
}

/** The item under which these bytes lie in the list. */
export async function openItemOf(tx: Tx, sha256: Buffer): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(`select id from clearing_item where sha256 = $1 and state = 'open'`, [
    sha256,
  ]);
  return row?.id;
}

/** The very same file lies in the list already: this one is noted with the first. */
export async function itemRepeated(tx: Tx, item: ClearingItem, taker: string): Promise<void> {
  const first = await openItemOf(tx, item.sha256!);
  const rows = await tx.query(
    `update clearing_item set state = 'duplicate', taker = null, finished_at = clock_timestamp() where id = $1 and ${held} returning 1`,
    [item.id, taker],
  );
  if (rows.length === 0) return;
  await tx.query('delete from clearing_chunk where item_id = $1', [item.id]);
  if (first)
    await recordClearingEvent(tx, {
      itemId: first,
      by: item.receivedBy,
      kind: 'received-again',
      detail: { channel: item.channel, fileName: item.fileName },
    });
}

export async function itemRejected(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `update clearing_item set state = 'rejected', finished_at = clock_timestamp(), version = version + 1 where id = $1`,
    [id],
  );
}

export async function putBackItem(tx: Tx, id: string, taker: string, blameless: boolean): Promise<void> {
  await tx.query(
    `update clearing_item set state = 'waiting', taker = null, attempts = attempts - $3::int where id = $1 and taker = $2
       and state = 'running'`,
    [id, taker, blameless ? 1 : 0],
  );
}

export interface ClearingEvent {
  itemId: string;
  by: Person;
  kind: string;
  note?: string;
  detail?: Record<string, unknown>;
}

/** Adds to the record of a file's way. */
export async function recordClearingEvent(tx: Tx, event: ClearingEvent): Promise<void> {
  await tx.query(
    'insert into clearing_event (item_id, by, by_name, kind, note, detail) values ($1, $2, $3, $4, $5, $6)',
    [event.itemId, event.by.id, event.by.name, event.kind, event.note ?? '', storable(event.detail ?? {})],
  );
}

export function clearingEvents(
  tx: Tx,
  itemId: string,
): Promise<{ id: string; at: string; byName: string; kind: string; note: string; detail: Record<string, unknown> }[]> {
  return tx.query(
    'select id, at, by_name as "byName", kind, note, detail from clearing_event where item_id = $1 order by id',
    [itemId],
  );
}

const BATCH = `id, name, created_at as "createdAt", created_by_name as "createdByName", completed_at as "completedAt"`;

export async function insertIntakeBatch(tx: Tx, batch: { id: string; name: string; by: Person }): Promise<Batch> {
  const [row] = await tx.query<Batch>(
    `insert into intake_batch (id, name, created_by, created_by_name) values ($1, $2, $3, $4) returning ${BATCH}`,
    [batch.id, batch.name, batch.by.id, batch.by.name],
  );
  return row!;
}

/** @throws Problem NotFound */
export async function findIntakeBatch(tx: Tx, id: string): Promise<Batch> {
  const [batch] = await tx.query<Batch>(`select ${BATCH} from intake_batch where id = $1`, [id]);
  if (!batch) throw problems.NotFound();
  return batch;
}

export function listIntakeBatches(
  tx: Tx,
  limit: number,
  before: { createdAt: string; id: string } | null,
): Promise<Batch[]> {
  return tx.query(
    `select ${BATCH} from intake_batch where $2::timestamptz is null or (created_at, id) < ($2::timestamptz, $3::uuid)
     order by created_at desc, id desc limit $1`,
    [limit, before?.createdAt ?? null, before?.id ?? null],
  );
}

/** @throws Problem NotFound */
export async function completeIntakeBatch(tx: Tx, id: string): Promise<Batch> {
  const [batch] = await tx.query<Batch>(
    `update intake_batch set completed_at = coalesce(completed_at, clock_timestamp()) where id = $1 returning ${BATCH}`,
    [id],
  );
  if (!batch) throw problems.NotFound();
  return batch;
}

export async function intakeBatchCounts(tx: Tx, ids: readonly string[]): Promise<Map<string, BatchCounts>> {
  const rows = await tx.query<BatchCounts & { id: string }>(
    `select batch_id as id, count(*)::int as received,
       count(*) filter (where state in ('arriving', 'waiting', 'running'))::int as open,
       count(*) filter (where state = 'routed')::int as documents,
       count(*) filter (where state = 'duplicate')::int as duplicates,
       0 as quarantined,
       count(*) filter (where state in ('open', 'rejected'))::int as cleared,
       count(*) filter (where state in ('missing', 'refused', 'failed'))::int as failed,
       count(*) filter (where finished_at > clock_timestamp() - interval '10 seconds')::int as recent
     from clearing_item where batch_id = any ($1) group by batch_id`,
    [ids],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** The files of a batch in the order of their numbers. */
export function intakeBatchFiles(
  tx: Tx,
  batchId: string,
  { after = 0, limit, faults }: { after?: number; limit: number; faults: boolean },
): Promise<(ClearingItem & { fileNo: number })[]> {
  return tx.query(
    `select ${COLUMNS}, file_no as "fileNo" from clearing_item
     where batch_id = $1 and file_no > $2 ${faults ? `and state in ('missing', 'refused', 'failed', 'open', 'duplicate')` : ''}
     order by file_no limit $3`,
    [batchId, after, limit],
  );
}
