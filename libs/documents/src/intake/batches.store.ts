import type { ClientTx } from '@lib/database';
import { type Params, Problem, problems } from '@lib/kernel';
import type { Person } from '../document/document.store.js';
import { documentProblems } from '../problems.js';
import type { Taken } from './intake.js';

export interface Batch {
  id: string;
  name: string;
  createdAt: string;
  createdByName: string;
  completedAt: string | null;
}

export type FileState = 'arriving' | 'waiting' | 'running' | 'done' | 'missing' | 'refused' | 'failed';

export interface BatchFile {
  fileNo: number;
  name: string;
  state: FileState;
  outcome: Taken['outcome'] | null;
  documentId: string | null;
  reason: string | null;
  params: Params;
}

export interface BatchCounts {
  received: number;
  open: number;
  documents: number;
  duplicates: number;
  quarantined: number;
  cleared: number;
  failed: number;
  /** Files finished in the last ten seconds. */
  recent: number;
}

/** A file under way of which nothing has been heard for so long is taken up again, or is missing. */
export const SILENCE = '30 seconds';
const MOST_FILES = 10_000;
const MOST_ATTEMPTS = 3;

const BATCH = `id, name, created_at as "createdAt", created_by_name as "createdByName", completed_at as "completedAt"`;
const FILE = `file_no as "fileNo", name, state, outcome, document_id as "documentId", reason, params`;

export async function insertBatch(tx: ClientTx, batch: { id: string; name: string; by: Person }): Promise<Batch> {
  const [row] = await tx.query<Batch>(
    `insert into document_batch (client_id, id, name, created_by, created_by_name) values ($1, $2, $3, $4, $5) returning ${BATCH}`,
    [tx.clientId, batch.id, batch.name, batch.by.id, batch.by.name],
  );
  return row!;
}

/** @throws Problem NotFound */
export async function findBatch(tx: ClientTx, id: string): Promise<Batch> {
  const [batch] = await tx.query<Batch>(`select ${BATCH} from document_batch where client_id = $1 and id = $2`, [
    tx.clientId,
    id,
  ]);
  if (!batch) throw problems.NotFound();
  return batch;
}

/** The client's batches, the newest first. */
export function listBatches(
  tx: ClientTx,
  limit: number,
  before: { createdAt: string; id: string } | null,
): Promise<Batch[]> {
  return tx.query(
    `select ${BATCH} from document_batch where client_id = $1
       and ($3::timestamptz is null or (created_at, id) < ($3::timestamptz, $4::uuid))
     order by created_at desc, id desc limit $2`,
    [tx.clientId, limit, before?.createdAt ?? null, before?.id ?? null],
  );
}

/** No more files come. @throws Problem NotFound */
export async function completeBatch(tx: ClientTx, id: string): Promise<Batch> {
  const [batch] = await tx.query<Batch>(
    `update document_batch set completed_at = coalesce(completed_at, clock_timestamp()) where client_id = $1 and id = $2
     returning ${BATCH}`,
    [tx.clientId, id],
  );
  if (!batch) throw problems.NotFound();
  return batch;
}

/** How many files of each batch are where. */
export async function batchCounts(tx: ClientTx, ids: readonly string[]): Promise<Map<string, BatchCounts>> {
  const rows = await tx.query<BatchCounts & { id: string }>(
    `select batch_id as id, count(*)::int as received,
       count(*) filter (where state in ('arriving', 'waiting', 'running'))::int as open,
       count(*) filter (where outcome = 'document')::int as documents,
       count(*) filter (where outcome in ('duplicate', 'received-again'))::int as duplicates,
       count(*) filter (where outcome = 'quarantined')::int as quarantined,
       0 as cleared,
       count(*) filter (where state in ('missing', 'refused', 'failed'))::int as failed,
       count(*) filter (where finished_at > clock_timestamp() - interval '10 seconds')::int as recent
     from document_batch_file where client_id = $1 and batch_id = any ($2) group by batch_id`,
    [tx.clientId, ids],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Files of a batch in the order of their numbers; or only those that a person should look at. */
export function batchFiles(
  tx: ClientTx,
  batchId: string,
  { after = 0, limit, faults }: { after?: number; limit: number; faults: boolean },
): Promise<BatchFile[]> {
  return tx.query(
    `select ${FILE} from document_batch_file where client_id = $1 and batch_id = $2 and file_no > $3
       ${faults ? `and (state in ('missing', 'refused', 'failed') or outcome in ('quarantined', 'duplicate'))` : ''}
     order by file_no limit $4`,
    [tx.clientId, batchId, after, limit],
  );
}

/**
 * Expects a file: from now on the batch knows of it, even if it never arrives whole.
 * @throws Problem NotFound, BatchClosed, BatchTooLarge
 */
export async function expectFile(tx: ClientTx, batchId: string, name: string): Promise<number> {
  const [row] = await tx.query<{ fileNo: number }>(
    `with batch as (
       update document_batch set files = files + 1 where client_id = $1 and id = $2 and completed_at is null and files < $4
       returning files)
     insert into document_batch_file (client_id, batch_id, file_no, name, state) select $1, $2, files, $3, 'arriving' from batch
     returning file_no as "fileNo"`,
    [tx.clientId, batchId, name, MOST_FILES],
  );
  if (row) return row.fileNo;
  const { completedAt } = await findBatch(tx, batchId);
  throw completedAt === null ? documentProblems.BatchTooLarge({ limit: MOST_FILES }) : documentProblems.BatchClosed();
}

/** A sign that a file is still arriving. */
export async function stillArriving(tx: ClientTx, batchId: string, fileNo: number): Promise<void> {
  await tx.query(
    `update document_batch_file set heartbeat_at = clock_timestamp()
     where client_id = $1 and batch_id = $2 and file_no = $3 and state = 'arriving'`,
    [tx.clientId, batchId, fileNo],
  );
}

/** The file has arrived whole and its bytes are kept. */
export async function fileArrived(
  tx: ClientTx,
  batchId: string,
  fileNo: number,
  file: { sha256: Buffer; size: number },
): Promise<void> {
  await tx.query(
    `update document_batch_file set state = 'waiting', sha256 = $4, size = $5, arrived_at = clock_timestamp(), heartbeat_at = null,
       reason = null where client_id = $1 and batch_id = $2 and file_no = $3 and state in ('arriving', 'missing')`,
    [tx.clientId, batchId, fileNo, file.sha256, file.size],
  );
}

/** The file did not arrive, or was not taken. */
export async function fileNotTaken(
  tx: ClientTx,
  batchId: string,
  fileNo: number,
  state: 'missing' | 'refused',
  why: Problem,
): Promise<void> {
  await tx.query(
    `update document_batch_file set state = $4, reason = $5, params = $6, finished_at = clock_timestamp()
     where client_id = $1 and batch_id = $2 and file_no = $3 and state = 'arriving'`,
    [tx.clientId, batchId, fileNo, state, why.code, JSON.stringify(why.params)],
  );
}

/** A file to be made a document of. */
export interface WaitingFile {
  batchId: string;
  fileNo: number;
  name: string;
  sha256: Buffer;
  attempts: number;
  arrivedAt: string;
  by: Person;
}

/** Takes the client's oldest files that nobody works on. Others skip them; if the taker dies, they are taken up again. */
export async function takeFiles(tx: ClientTx, taker: string, count: number): Promise<WaitingFile[]> {
  // Materialised: a sub-select with a limit could be run again for every row, and each time lock other files.
  return tx.query<WaitingFile>(
    `with next as materialized (
       select batch_id, file_no from document_batch_file where client_id = $1
         and (state = 'waiting' or state = 'running' and heartbeat_at < clock_timestamp() - interval '${SILENCE}')
       order by arrived_at, file_no limit $3 for update skip locked)
     update document_batch_file f set state = 'running', taker = $2, attempts = attempts + 1, heartbeat_at = clock_timestamp()
     from next n, document_batch b
     where f.client_id = $1 and f.batch_id = n.batch_id and f.file_no = n.file_no and b.client_id = $1 and b.id = f.batch_id
     returning f.batch_id as "batchId", f.file_no as "fileNo", f.name, f.sha256, f.attempts, f.arrived_at as "arrivedAt",
       jsonb_build_object('id', b.created_by, 'name', b.created_by_name) as by`,
    [tx.clientId, taker, count],
  );
}

/** Signs of life for all files that a taker works on. */
export async function beatFiles(tx: ClientTx, taker: string): Promise<void> {
  await tx.query(
    `update document_batch_file set heartbeat_at = clock_timestamp() where client_id = $1 and taker = $2 and state = 'running'`,
    [tx.clientId, taker],
  );
}

/** Writes down what became of a file. @throws LostFile when somebody else has taken it: nothing of this transaction may stand */
export async function finishFile(tx: ClientTx, file: WaitingFile, taker: string, taken: Taken): Promise<void> {
  const rows = await tx.query(
    `update document_batch_file set state = 'done', outcome = $5, document_id = $6, finished_at = clock_timestamp(), taker = null
     where client_id = $1 and batch_id = $2 and file_no = $3 and taker = $4 and state = 'running' returning 1`,
    [tx.clientId, file.batchId, file.fileNo, taker, taken.outcome, taken.documentId],
  );
  if (rows.length === 0) throw new LostFile(file.name);
}

/** Somebody else works on the file meanwhile. */
export class LostFile extends Error {
  constructor(name: string) {
    super(`the file ${name} was taken up by another`);
    this.name = 'LostFile';
  }
}

export const isLastAttempt = (attempts: number): boolean => attempts >= MOST_ATTEMPTS;

/** Gives a file back; `blameless`: the attempt does not count. */
export async function putBackFile(tx: ClientTx, file: WaitingFile, taker: string, blameless: boolean): Promise<void> {
  await tx.query(
    `update document_batch_file set state = 'waiting', taker = null, attempts = attempts - $5::int
     where client_id = $1 and batch_id = $2 and file_no = $3 and taker = $4 and state = 'running'`,
    [tx.clientId, file.batchId, file.fileNo, taker, blameless ? 1 : 0],
  );
}

/** The file could not be made a document of, in spite of several attempts; its bytes stay. */
export async function fileFailed(tx: ClientTx, file: WaitingFile, taker: string, why: Problem): Promise<void> {
  await tx.query(
    `update document_batch_file set state = 'failed', reason = $5, params = $6, finished_at = clock_timestamp(), taker = null
     where client_id = $1 and batch_id = $2 and file_no = $3 and taker = $4 and state = 'running'`,
    [tx.clientId, file.batchId, file.fileNo, taker, why.code, JSON.stringify(why.params)],
  );
}

/** Whether the client has files that somebody should take; files whose sender has fallen silent are missing. */
export async function sweepFiles(tx: ClientTx): Promise<void> {
  await tx.query(
    `update document_batch_file set state = 'missing', reason = 'FileNotArrived', params = jsonb_build_object('name', name),
       finished_at = clock_timestamp()
     where client_id = $1 and state = 'arriving' and coalesce(heartbeat_at, arrived_at) < clock_timestamp() - interval '${SILENCE}'`,
    [tx.clientId],
  );
}

/** Whether the client has files that wait or were left behind. */
export async function hasWaitingFiles(tx: ClientTx): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from document_batch_file where client_id = $1
       and (state = 'waiting' or state in ('running', 'arriving')
         and coalesce(heartbeat_at, arrived_at) < clock_timestamp() - interval '${SILENCE}') limit 1`,
    [tx.clientId],
  );
  return rows.length > 0;
}
