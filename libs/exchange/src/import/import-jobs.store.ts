import type { ClientTx, Tx } from '@lib/database';
import { type Finding, MOST_FINDINGS } from './findings.js';
import type { ImportJob, JobResult, Posted } from './import-job.js';

const COLUMNS = `client_id as "clientId", id, kind, format, dry_run as "dryRun", file_name as "fileName", options, state,
  bytes_total as "bytesTotal", bytes_read as "bytesRead", entries, lines, result, errors, error_count as "errorCount",
  created_by as "createdBy", user_name as "userName", display_name as "displayName", privileged, amount_limit as "amountLimit", posted,
  attempts, created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;

/** A job whose taker has given no sign for so long is taken up by another. */
export const SILENCE = '10 seconds';

export interface NewJob {
  id: string;
  kind: string;
  format: string;
  dryRun: boolean;
  fileName: string;
  options: Record<string, unknown>;
  sha256: Buffer;
  bytesTotal: number;
  idempotencyKey: string | null;
  createdBy: string;
  userName: string;
  displayName: string;
  privileged: boolean;
  amountLimit: bigint | null;
  /** What of the file an earlier job left in the books. */
  posted: Posted | null;
}

export async function insertJob(tx: ClientTx, job: NewJob): Promise<ImportJob> {
  const [row] = await tx.query<ImportJob>(
    `insert into import_job (client_id, id, kind, format, dry_run, file_name, options, sha256, bytes_total, idempotency_key, created_by,
       user_name, display_name, privileged, amount_limit, posted)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning ${COLUMNS}`,
    [
      tx.clientId,
      job.id,
      job.kind,
      job.format,
      job.dryRun,
      job.fileName,
      JSON.stringify(job.options),
      job.sha256,
      job.bytesTotal,
      job.idempotencyKey,
      job.createdBy,
      job.userName,
      job.displayName,
      job.privileged,
      job.amountLimit,
      job.posted && JSON.stringify(job.posted),
    ],
  );
  return row!;
}

export async function insertChunk(tx: ClientTx, jobId: string, chunkNo: number, content: Buffer): Promise<void> {
  await tx.query('insert into import_chunk (client_id, job_id, chunk_no, content) values ($1, $2, $3, $4)', [
    tx.clientId,
    jobId,
    chunkNo,
    content,
  ]);
}

export async function findJob(tx: ClientTx, id: string): Promise<ImportJob | undefined> {
  const [job] = await tx.query<ImportJob>(`select ${COLUMNS} from import_job where client_id = $1 and id = $2`, [
    tx.clientId,
    id,
  ]);
  return job;
}

/** The client's jobs, newest first. */
export function listJobs(
  tx: ClientTx,
  limit: number,
  before: { createdAt: string; id: string } | null,
): Promise<ImportJob[]> {
  return tx.query(
    `select ${COLUMNS} from import_job where client_id = $1
       and ($3::timestamptz is null or (created_at, id) < ($3::timestamptz, $4::uuid))
     order by created_at desc, id desc limit $2`,
    [tx.clientId, limit, before?.createdAt ?? null, before?.id ?? null],
  );
}

/** The job that the same person sent with the same key, and the file it brought. */
export async function findJobByKey(
  tx: ClientTx,
  createdBy: string,
  key: string,
): Promise<{ id: string; sha256: Buffer; asked: string } | undefined> {
  const [job] = await tx.query<{ id: string; sha256: Buffer; asked: string }>(
    `select id, sha256, kind || ' ' || format || ' ' || dry_run || ' ' || options as asked from import_job
     where client_id = $1 and created_by = $2 and idempotency_key = $3`,
    [tx.clientId, createdBy, key],
  );
  return job;
}

/** A finished import of the very same file with the same meaning, if there is one. */
export async function findTwin(
  tx: ClientTx,
  job: Pick<NewJob, 'sha256' | 'kind' | 'options'>,
): Promise<{ finishedAt: string } | undefined> {
  const [twin] = await tx.query<{ finishedAt: string }>(
    `select finished_at as "finishedAt" from import_job where client_id = $1 and sha256 = $2 and kind = $3 and not dry_run
       and state = 'done' and options->>'bookingDate' is not distinct from $4 limit 1`,
    [tx.clientId, job.sha256, job.kind, job.options['bookingDate'] ?? null],
  );
  return twin;
}

/** What an import of the very same file left in the books when it had to stop, unless the file has come in since. */
export async function findStopped(
  tx: ClientTx,
  job: Pick<NewJob, 'sha256' | 'kind'>,
): Promise<{ posted: Posted } | undefined> {
  const [latest] = await tx.query<{ posted: Posted | null; state: string }>(
    `select posted, state from import_job where client_id = $1 and sha256 = $2 and kind = $3 and not dry_run
       and (state <> 'failed' or posted is not null)
     order by created_at desc limit 1`,
    [tx.clientId, job.sha256, job.kind],
  );
  return latest?.state === 'failed' && latest.posted ? { posted: latest.posted } : undefined;
}

/** From now on nobody changes what the file's entries are held against. False when the job has been taken by another. */
export async function holdBooks(tx: Tx, job: { clientId: number; id: string }, taker: string): Promise<boolean> {
  const rows = await tx.query(
    `update import_job set holds = true where client_id = $1 and id = $2 and taker = $3 and state = 'running' returning 1`,
    [job.clientId, job.id, taker],
  );
  return rows.length > 0;
}

/** Writes down what is in the books, in the transaction that posts it. False when the job has been taken by another. */
export async function keepPosted(
  tx: Tx,
  job: { clientId: number; id: string },
  taker: string,
  posted: Posted,
): Promise<boolean> {
  const rows = await tx.query(
    `update import_job set posted = $4, entries = $5, lines = $6, heartbeat_at = clock_timestamp()
     where client_id = $1 and id = $2 and taker = $3 and state = 'running' returning 1`,
    [job.clientId, job.id, taker, JSON.stringify(posted), posted.entries, posted.lines],
  );
  return rows.length > 0;
}

/** Takes the oldest job of the client that nobody works on; a client's jobs go one after the other. */
export async function takeJob(tx: ClientTx, taker: string): Promise<ImportJob | undefined> {
  const [job] = await tx.query<ImportJob>(
    `update import_job set state = 'running', taker = $2, attempts = attempts + 1, heartbeat_at = clock_timestamp(),
       started_at = coalesce(started_at, clock_timestamp()), bytes_read = 0, entries = 0, lines = 0
     where client_id = $1 and id = (
       select id from import_job where client_id = $1
         and (state = 'waiting' or state = 'running' and heartbeat_at < clock_timestamp() - interval '${SILENCE}')
         and not exists (select from import_job busy where busy.client_id = $1 and busy.state = 'running'
           and busy.heartbeat_at >= clock_timestamp() - interval '${SILENCE}')
       order by created_at limit 1 for update skip locked)
     returning ${COLUMNS}`,
    [tx.clientId, taker],
  );
  return job;
}

/** Whether the client has a job that somebody should take. */
export async function hasOpenJob(tx: ClientTx): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from import_job where client_id = $1
       and (state = 'waiting' or state = 'running' and heartbeat_at < clock_timestamp() - interval '${SILENCE}') limit 1`,
    [tx.clientId],
  );
  return rows.length > 0;
}

export interface Progress {
  bytesRead: number;
  entries: number;
  lines: number;
}

/** Shows progress and gives a sign of life. False when the job has been taken by another. */
export async function beat(
  tx: Tx,
  job: { clientId: number; id: string },
  taker: string,
  progress: Progress,
): Promise<boolean> {
  const rows = await tx.query(
    `update import_job set heartbeat_at = clock_timestamp(), bytes_read = $4, entries = $5, lines = $6
     where client_id = $1 and id = $2 and taker = $3 and state = 'running' returning 1`,
    [job.clientId, job.id, taker, progress.bytesRead, progress.entries, progress.lines],
  );
  return rows.length > 0;
}

/** Ends a job and throws its file away. False when it is no longer ours: whatever was done in this transaction must not stand. */
export async function finishJob(
  tx: Tx,
  job: { clientId: number; id: string },
  taker: string,
  end: {
    state: 'done' | 'failed';
    result: JobResult | null;
    errors: readonly Finding[];
    errorCount: number;
    progress: Progress;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `update import_job set state = $4, result = $5, errors = $6, error_count = $7, bytes_read = $8, entries = $9, lines = $10,
       finished_at = clock_timestamp(), taker = null, holds = false
     where client_id = $1 and id = $2 and taker = $3 and state = 'running' returning 1`,
    [
      job.clientId,
      job.id,
      taker,
      end.state,
      end.result && storable(end.result),
      storable(end.errors.slice(0, MOST_FINDINGS)),
      end.errorCount,
      end.progress.bytesRead,
      end.progress.entries,
      end.progress.lines,
    ],
  );
  if (rows.length > 0)
    await tx.query('delete from import_chunk where client_id = $1 and job_id = $2', [job.clientId, job.id]);
  return rows.length > 0;
}

/** JSON that the database stores: values quoted from a file may hold NUL and halves of characters, and be long. */
const storable = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'string' ? item.slice(0, 500).replace(/[\0\p{Surrogate}]/gu, '\ufffd') : item,
  );

/** Gives a job back, so that the next start or another instance goes on with it. */
export async function putBackJob(tx: ClientTx, id: string, taker: string): Promise<void> {
  await tx.query(
    `update import_job set state = 'waiting', taker = null, attempts = attempts - 1, holds = posted is not null where client_id = $1 and id = $2 and taker = $3
       and state = 'running'`,
    [tx.clientId, id, taker],
  );
}
