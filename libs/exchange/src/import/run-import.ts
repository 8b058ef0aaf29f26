import { recordEvent } from '@lib/access';
import { ensureUnassignedProduct } from '@lib/clients';
import type { ClientTx, Tx } from '@lib/database';
import { type FieldRefusal, formatEuro } from '@lib/kernel';
import {
  type Author,
  type Book,
  checkEntry,
  loadWholeBook,
  posting,
  postingCall,
  type Rights,
  rightsOf,
  totalOf,
  withOpenItems,
} from '@lib/ledger';
import { Findings, Unreadable } from './findings.js';
import { loadImportBook } from './import-book.js';
import { type ImportEntry, type Notes, report } from './import-entry.js';
import { importerOf, type RecordCounts, recordsOf, sourceOf } from './import-records.js';
import type { ImportJob, JobResult } from './import-job.js';
import { beat, finishJob, type Progress } from './import-jobs.store.js';
import { journalCsv } from './journal-csv.js';
import { journalJsonl } from './journal-jsonl.js';
import { openItemsFile } from './open-items-file.js';
import { openingBalances } from './opening-balances.js';
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

class Lost extends Error {}
class Stopped extends Error {}

/**
 * Does one import from beginning to end: all entries of the file or none, and the job's result in the same transaction.
 * A trial run does the same, with the database's own judgement, and takes it back.
 * @param stop asks for an orderly end; the job then stays as it is for whoever goes on
 * @returns the state it came to, or `left` when it was stopped or taken over by another instance
 */
export async function runImport(
  job: ImportJob,
  taker: string,
  connections: Connections,
  stop: AbortSignal,
): Promise<'done' | 'failed' | 'left'> {
  const progress: Progress = { bytesRead: 0, entries: 0, lines: 0 };
  const { work, side } = connections;
  const bind = `SET LOCAL app.client_id = '${Math.trunc(job.clientId)}'`;
  const inSide = async <T>(run: (tx: Tx) => Promise<T>): Promise<T> => {
    await side.query('BEGIN');
    try {
      await side.query(bind);
      const answer = await run(side);
      await side.query('COMMIT');
      return answer;
    } catch (error) {
      await side.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  };
  // The side connection serves the file and the signs of life, one after the other.
  let turn: Promise<unknown> = Promise.resolve();
  const aside = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => {
    const mine = turn.then(() => inSide(run));
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

  const findings = new Findings();
  const notes: Notes = { warnings: [] };
  try {
    await work.query('BEGIN');
    await work.query(bind);
    // Other postings of this client's year may take a while; whoever waits here holds nothing.
    await work.query(`SET LOCAL lock_timeout = '10min'`);
    const tx: ClientTx = { clientId: job.clientId, query: work.query };
    const file = chunksOf(job, aside, progress, checkOurs);
    const importer = new Importer(tx, job, findings, progress, await rightsOf(tx, job.createdBy));
    try {
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
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      findings.add(error.line, error.column, error.code, error.params);
    }
    if (!findings.any && progress.entries === 0) findings.add(null, null, 'NothingToImport');
    checkOurs();

    const failed = findings.any;
    const result: JobResult = { ...importer.result, warnings: notes.warnings.slice(0, 200) };
    const end = {
      state: failed ? ('failed' as const) : ('done' as const),
      result: failed ? null : result,
      errors: findings.list,
      errorCount: findings.count,
      progress,
    };
    if (failed || job.dryRun) {
      await work.query('ROLLBACK');
      const ours = await aside(
        async (own) => (await audit(own, job, end.state, result)) ?? finishJob(own, job, taker, end),
      );
      return ours ? end.state : 'left';
    }
    await audit(tx, job, 'done', result);
    // The heartbeat must not wait for this row until the commit is through.
    clearInterval(pulse);
    await turn;
    if (!(await finishJob(tx, job, taker, end))) throw new Lost();
    await work.query('COMMIT');
    return 'done';
  } catch (error) {
    await work.query('ROLLBACK').catch(() => undefined);
    if (error instanceof Lost || error instanceof Stopped) return 'left';
    throw error;
  } finally {
    clearInterval(pulse);
    await turn;
  }
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
): AsyncGenerator<Buffer> {
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
    progress.bytesRead += content.length;
  }
  if (progress.bytesRead !== Number(job.bytesTotal))
    throw new Error(`import ${job.id}: pieces of the file are missing`);
}

async function reader(
  job: ImportJob,
  tx: ClientTx,
  bytes: AsyncIterable<Buffer>,
  findings: Findings,
  notes: Notes,
): Promise<AsyncIterable<ImportEntry[]>> {
  if (job.kind === 'journal')
    return job.format === 'jsonl' ? journalJsonl(bytes, findings) : journalCsv(bytes, findings);
  const { bookingDate, liquidAccount } = job.options;
  if (job.kind === 'cash-flows' || job.kind === 'results') await ensureUnassignedProduct(tx);
  if (job.kind === 'open-items') {
    const order = { tx, format: job.format, bookingDate: bookingDate!, by: importerOf(job), findings, notes };
    return openItemsFile(bytes, order);
  }
  const book = await loadImportBook(tx, liquidAccount);
  const options = { bookingDate: bookingDate!, liquidAccount };
  if (job.kind === 'results') return publishedResults(bytes, findings, book, options, notes, tx);
  return job.kind === 'opening-balances'
    ? openingBalances(bytes, findings, book, options, notes)
    : publishedCashFlows(bytes, findings, book, options, notes);
}

interface Outcome {
  replayed: string;
  first: { ord: number; no: number } | null;
  last: { ord: number; no: number } | null;
  others: { ord: number; outcome: string; line: number }[] | null;
}

/** What of the answers is needed; the database counts, so that a million of them need not travel. */
const SUMMARY = `
  select count(*) filter (where outcome = 'Replayed') as replayed,
    (select json_build_object('ord', ord, 'no', entry_no) from answers where outcome = 'Posted' order by ord limit 1) as first,
    (select json_build_object('ord', ord, 'no', entry_no) from answers where outcome = 'Posted' order by ord desc limit 1) as last,
    json_agg(json_build_object('ord', ord, 'outcome', outcome, 'line', line_no / 100) order by ord)
      filter (where outcome not in ('Posted', 'Replayed')) as others
  from answers`;

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
    this.author = { id: job.createdBy, name: job.displayName, ...rights };
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
    const call = this.findings.any ? undefined : this.callFor(batch);
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

  private callFor(batch: ImportEntry[]) {
    const by = { clientId: this.job.clientId, author: this.author };
    const own = `import:${this.job.id}`;
    // The source is part of what a key stands for: an entry with a key is the same entry in whichever file it comes again.
    const sourceOf = (key: string | null): string => (key === null ? own : 'import');
    return postingCall(
      batch.map(({ wish, idempotencyKey }) =>
        posting(wish, { ...by, idempotencyKey, source: sourceOf(idempotencyKey) }),
      ),
      true,
    );
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

/** Two entries of a file under one idempotency key are a fault of the file. */
const codeOf = (outcome: string): string => (outcome === 'Retry' ? 'KeyTwice' : outcome);
