import { recordEvent } from '@lib/access';
import { ensureUnassignedProduct } from '@lib/clients';
import type { ClientTx, Tx } from '@lib/database';
import { type FieldRefusal, formatEuro } from '@lib/kernel';
import {
  type Author,
  type Book,
  checkEntry,
  loadWholeBook,
  type Rights,
  rightsOf,
  totalOf,
  withOpenItems,
} from '@lib/ledger';
import { Findings, Unreadable } from './findings.js';
import { loadImportBook } from './import-book.js';
import { type ImportEntry, type Notes, report } from './import-entry.js';
import { importInTurns, isLarge, NOTHING } from './import-in-turns.js';
import { importerOf, type RecordCounts, recordsOf, sourceOf } from './import-records.js';
import type { ImportJob, JobResult, Posted } from './import-job.js';
import { beat, finishJob, type Progress } from './import-jobs.store.js';
import { Lost, type Run, Stopped } from './import-run.js';
import { journalCsv } from './journal-csv.js';
import { journalJsonl } from './journal-jsonl.js';
import { openItemsFile } from './open-items-file.js';
import { openingBalances } from './opening-balances.js';
import { authorOf, codeOf, type Outcome, postingCallOf, SUMMARY } from './posting-calls.js';
import { publishedCashFlows } from './published-cash-flows.js';
import { publishedResults } from './published-results.js';
import { utf8Pieces } from './read-bytes.js';

/** The connections of one import: the books in one transaction, the file and the signs of life beside it. */
export interface Connections {
  work: Tx;
  side: Tx;
}

/** Entries in one posting call. The kept balances are rewritten by every call, so fewer calls pay in long files; memory says where to stop. */
const BATCH = 8000;
const BEAT_MS = 1000;

/**
 * Does one import from beginning to end: all entries of the file or none. A small file, and any that only the posting function can judge as a
 * whole, is one transaction with the job's result; a large one is looked through and then posted in turns, see `importInTurns`.
 * @param stop asks for an orderly end; the job then stays as it is for whoever goes on
 * @returns the state it came to, or `left` when it was stopped or taken over by another instance
 */
export async function runImport(
  job: ImportJob,
  taker: string,
  connections: Connections,
  stop: AbortSignal,
): Promise<'done' | 'failed' | 'left'> {
  const progress: Progress = { bytesRead: 0, entries: job.posted?.entries ?? 0, lines: job.posted?.lines ?? 0 };
  const { work, side } = connections;
  const bind = `SET LOCAL app.client_id = '${Math.trunc(job.clientId)}'`;
  const within = async <T>(connection: Tx, run: (tx: Tx) => Promise<T>): Promise<T> => {
    await connection.query('BEGIN');
    try {
      await connection.query(bind);
      const answer = await run(connection);
      await connection.query('COMMIT');
      return answer;
    } catch (error) {
      await connection.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  };
  // The side connection serves the file and the signs of life, one after the other.
  let turn: Promise<unknown> = Promise.resolve();
  const aside = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => {
    const mine = turn.then(() => within(side, run));
    turn = mine.catch(() => undefined);
    return mine;
  };

  let lost = false;
  const pulse = setInterval(() => {
    void aside((tx) => beat(tx, job, taker, progress)).then(
      (ours) => (lost ||= !ours),
      () => undefined,
    );
  }, BEAT_MS);
  const checkOurs = (): void => {
    if (stop.aborted) throw new Stopped();
    if (lost) throw new Lost();
  };
  const run: Run = {
    job,
    taker,
    progress,
    findings: new Findings(),
    inWork: (task) => within(work, (tx) => task({ clientId: job.clientId, query: tx.query })),
    aside,
    checkOurs,
    entries: (share) =>
      journalOf(job, utf8Pieces(chunksOf(job, aside, progress, checkOurs, share), job.options.encoding), run.findings),
  };

  try {
    if (isLarge(job)) {
      const answer = await tolerant(run.findings, () => importInTurns(run));
      if (answer !== 'at-once') return await endInTurns(run, answer ?? job.posted);
      progress.bytesRead = 0;
    }
    return await importAtOnce(run, work, bind, async () => {
      // The heartbeat must not wait for this row until the commit is through.
      clearInterval(pulse);
      await turn;
    });
  } catch (error) {
    if (error instanceof Lost || error instanceof Stopped) return 'left';
    throw error;
  } finally {
    clearInterval(pulse);
    await turn;
  }
}

/** Runs `read`; a file that cannot be read any further is a finding. */
async function tolerant<T>(findings: Findings, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    findings.add(error.line, error.column, error.code, error.params);
    return undefined;
  }
}

/** The whole file in one transaction, with the job's result. A trial run does the same and takes it back. */
async function importAtOnce(
  run: Run,
  work: Tx,
  bind: string,
  lastWords: () => Promise<void>,
): Promise<'done' | 'failed' | 'left'> {
  const { job, taker, findings, progress, checkOurs } = run;
  const notes: Notes = { warnings: [] };
  try {
    await work.query('BEGIN');
    await work.query(bind);
    // Other postings of this client's year may take a while; whoever waits here holds nothing.
    await work.query(`SET LOCAL lock_timeout = '10min'`);
    const tx: ClientTx = { clientId: job.clientId, query: work.query };
    const file = chunksOf(job, run.aside, progress, checkOurs, 1);
    const importer = new Importer(tx, job, findings, progress, await rightsOf(tx, job.createdBy));
    await tolerant(findings, async () => {
      const bytes = utf8Pieces(file, job.options.encoding);
      const records = recordsOf(job.kind);
      if (records) {
        const passed = (): void => {
          progress.entries++;
          checkOurs();
        };
        const { format } = job;
        const by = importerOf(job);
        const source = sourceOf(job);
        importer.counted(await records({ tx, format, bytes, findings, notes, by, source, passed }));
      } else await importer.take(await reader(job, tx, bytes, findings, notes), checkOurs);
    });
    if (!findings.any && progress.entries === 0) findings.add(null, null, 'NothingToImport');
    checkOurs();

    const result: JobResult = { ...importer.result, warnings: notes.warnings.slice(0, 200) };
    const end = endOf(run, result);
    if (end.state === 'failed' || job.dryRun) {
      await work.query('ROLLBACK');
      return await endAside(run, end, result);
    }
    await audit(tx, job, 'done', result);
    await lastWords();
    if (!(await finishJob(tx, job, taker, end))) throw new Lost();
    await work.query('COMMIT');
    return 'done';
  } catch (error) {
    await work.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** The end of a file that was posted in turns: whole, with nothing in the books, or stopped in between. */
async function endInTurns(run: Run, posted: Posted | null): Promise<'done' | 'failed' | 'left'> {
  const { job, findings } = run;
  const result: JobResult = { ...(posted ?? NOTHING), warnings: [] };
  if (!findings.any && result.entries === 0) findings.add(null, null, 'NothingToImport');
  const stopped = findings.any && !job.dryRun && result.entries > 0;
  if (stopped) {
    const { entries, firstEntry, lastEntry } = result;
    findings.addFirst(null, null, 'ImportStopped', { entries, first: firstEntry, last: lastEntry });
  }
  const end = endOf(run, result);
  return endAside(run, stopped ? { ...end, result } : end, result);
}

const endOf = ({ findings, progress }: Run, result: JobResult) => ({
  state: findings.any ? ('failed' as const) : ('done' as const),
  result: findings.any ? null : result,
  errors: findings.list,
  errorCount: findings.count,
  progress,
});

async function endAside(
  { job, taker, aside }: Run,
  end: ReturnType<typeof endOf>,
  result: JobResult,
): Promise<'done' | 'failed' | 'left'> {
  const ours = await aside(
    async (own) => (await audit(own, job, end.state, result)) ?? finishJob(own, job, taker, end),
  );
  return ours ? end.state : 'left';
}

async function audit(tx: Tx, job: ImportJob, outcome: 'done' | 'failed', result: JobResult): Promise<undefined> {
  await recordEvent(tx, {
    by: { userId: job.createdBy, userName: job.userName },
    clientId: job.clientId,
    action: 'import.run',
    resource: `clients/${job.clientId}/jobs/${job.id}`,
    outcome: outcome === 'done' ? 'ok' : outcome,
    detail: {
      kind: job.kind,
      fileName: job.fileName,
      dryRun: job.dryRun,
      entries: result.entries,
      lines: result.lines,
      total: result.total,
    },
  });
}

async function* chunksOf(
  job: ImportJob,
  aside: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>,
  progress: Progress,
  checkOurs: () => void,
  share: number,
): AsyncGenerator<Buffer> {
  const before = progress.bytesRead;
  let read = 0;
  const load = (chunkNo: number) =>
    aside(async (tx) => {
      const [chunk] = await tx.query<{ content: Buffer }>(
        'select content from import_chunk where client_id = $1 and job_id = $2 and chunk_no = $3',
        [job.clientId, job.id, chunkNo],
      );
      return chunk?.content;
    });
  let next = load(1);
  for (let chunkNo = 1; ; chunkNo++) {
    const content = await next;
    if (!content) break;
    // The next piece comes while this one is read.
    next = load(chunkNo + 1);
    next.catch(() => undefined);
    checkOurs();
    yield content;
    read += content.length;
    progress.bytesRead = before + Math.round(read * share);
  }
  if (read !== Number(job.bytesTotal)) throw new Error(`import ${job.id}: pieces of the file are missing`);
}

const journalOf = (job: ImportJob, bytes: AsyncIterable<Buffer>, findings: Findings): AsyncIterable<ImportEntry[]> =>
  job.format === 'jsonl' ? journalJsonl(bytes, findings) : journalCsv(bytes, findings);

async function reader(
  job: ImportJob,
  tx: ClientTx,
  bytes: AsyncIterable<Buffer>,
  findings: Findings,
  notes: Notes,
): Promise<AsyncIterable<ImportEntry[]>> {
  if (job.kind === 'journal') return journalOf(job, bytes, findings);
  const { bookingDate, ofYear, liquidAccount } = job.options;
  if (job.kind === 'cash-flows' || job.kind === 'results') await ensureUnassignedProduct(tx);
  if (job.kind === 'open-items') {
    const order = { tx, format: job.format, bookingDate: bookingDate!, by: importerOf(job), findings, notes };
    return openItemsFile(bytes, order);
  }
  const book = await loadImportBook(tx, liquidAccount);
  const options = { bookingDate: bookingDate!, ofYear: ofYear ?? false, liquidAccount };
  if (job.kind === 'results') return publishedResults(bytes, findings, book, options, notes, tx);
  return job.kind === 'opening-balances'
    ? openingBalances(bytes, findings, book, options, notes)
    : publishedCashFlows(bytes, findings, book, options, notes);
}

/** Posts batch after batch; the next one is read while the database works on the one before. */
class Importer {
  readonly result: Omit<JobResult, 'warnings'> = {
    entries: 0,
    lines: 0,
    replayed: 0,
    firstEntry: null,
    lastEntry: null,
    total: '0',
  };
  private total = 0n;
  private underWay: Promise<void> = Promise.resolve();
  private failure: Error | undefined;
  private book: Book | undefined;
  private readonly author: Author;
  private readonly limit: bigint | null;

  constructor(
    private readonly tx: ClientTx,
    private readonly job: ImportJob,
    private readonly findings: Findings,
    private readonly progress: Progress,
    rights: Rights,
  ) {
    this.author = authorOf(job, rights);
    this.limit = job.amountLimit === null ? null : BigInt(job.amountLimit);
  }

  /** Records came in instead of entries. */
  counted({ taken, unchanged }: RecordCounts): void {
    this.result.entries = taken + unchanged;
    this.result.replayed = unchanged;
  }

  async take(groups: AsyncIterable<ImportEntry[]>, checkOurs: () => void): Promise<void> {
    let batch: ImportEntry[] = [];
    let lines = 0;
    try {
      for await (const group of groups) {
        for (const entry of group) {
          batch.push(entry);
          lines += entry.wish.lines.length;
          if (batch.length < BATCH && lines < 4 * BATCH) continue;
          await this.send(batch);
          checkOurs();
          batch = [];
          lines = 0;
        }
      }
    } finally {
      // Also where the file breaks off: what was read of it is judged all the same.
      if (batch.length > 0) await this.send(batch);
      await this.settle();
    }
  }

  /** Waits for the batch under way. */
  async settle(): Promise<void> {
    await this.underWay;
    if (this.failure) throw this.failure;
  }

  private async send(batch: ImportEntry[]): Promise<void> {
    this.count(batch);
    // Once something is wrong nothing will be posted; the rest is only held against the books, so that all is told at once.
    const call = this.findings.any ? undefined : postingCallOf(this.job, this.author, batch);
    await this.settle();
    this.underWay = (this.findings.any || !call ? this.check(batch) : this.post(batch, call)).catch((error: Error) => {
      this.failure = error;
    });
  }

  private count(batch: ImportEntry[]): void {
    for (const { wish, place } of batch) {
      const total = totalOf(wish);
      this.total += total;
      this.result.lines += wish.lines.length;
      if (this.limit !== null && total > this.limit) {
        const params = { amount: formatEuro(total), limit: formatEuro(this.limit) };
        report(this.findings, [{ pointer: '', code: 'AmountLimitExceeded', params }], place);
      }
    }
    this.result.entries += batch.length;
    this.result.total = this.total.toString();
  }

  private async post(batch: ImportEntry[], call: { text: string; values: unknown[] }): Promise<void> {
    const [outcome] = await this.tx.query<Outcome>(
      `with answers as materialized (${call.text}) ${SUMMARY}`,
      call.values,
    );
    const { replayed, first, last, others } = outcome!;
    this.result.replayed += Number(replayed);
    if (first) this.result.firstEntry ??= `${batch[first.ord - 1]!.wish.fiscalYear}-${first.no}`;
    if (last) this.result.lastEntry = `${batch[last.ord - 1]!.wish.fiscalYear}-${last.no}`;
    if (others) await this.explain(batch, others);
    this.advance(batch);
  }

  private async explain(batch: ImportEntry[], others: NonNullable<Outcome['others']>): Promise<void> {
    const broken = others.find(({ outcome }) => outcome === 'Busy');
    if (broken) throw new Error(`the posting function answered ${broken.outcome}`);
    const refused = others.map(({ ord }) => batch[ord - 1]!.wish);
    const book = await withOpenItems(this.tx, (this.book ??= await loadWholeBook(this.tx)), refused);
    for (const { ord, outcome, line } of others) {
      const { wish, place } = batch[ord - 1]!;
      const refusals = checkEntry(wish, book, this.author);
      const own: FieldRefusal = { pointer: line > 0 ? `/lines/${line - 1}` : '', code: codeOf(outcome), params: {} };
      report(this.findings, refusals.length > 0 ? refusals : [own], place);
    }
  }

  private async check(batch: ImportEntry[]): Promise<void> {
    const wishes = batch.map(({ wish }) => wish);
    const book = await withOpenItems(this.tx, (this.book ??= await loadWholeBook(this.tx)), wishes);
    for (const { wish, place } of batch) report(this.findings, checkEntry(wish, book, this.author), place);
    this.advance(batch);
    // A file full of faults must not keep everything else waiting.
    await new Promise((resolve) => setImmediate(resolve));
  }

  private advance(batch: ImportEntry[]): void {
    this.progress.entries += batch.length;
    for (const { wish } of batch) this.progress.lines += wish.lines.length;
  }
}
