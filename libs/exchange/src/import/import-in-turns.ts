import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Author, type Book, checkEntry, loadWholeBook, rightsOf, totalOf } from '@lib/ledger';
import { formatEuro } from '@lib/kernel';
import { type ImportEntry, report } from './import-entry.js';
import type { ImportJob, Posted } from './import-job.js';
import { holdBooks, keepPosted } from './import-jobs.store.js';
import { Lost, type Run } from './import-run.js';
import { authorOf, codeOf, type Outcome, postingCallOf, SUMMARY } from './posting-calls.js';

/** Smaller files take the client's books for so short that nobody notices: in one transaction. */
const LARGE_BYTES = 256 * 1024;
const KEYS_AT_ONCE = 2000;

/** Whether a file is posted in turns if what it holds allows it. */
export const isLarge = (job: ImportJob): boolean => job.kind === 'journal' && Number(job.bytesTotal) > LARGE_BYTES;

export const NOTHING: Posted = { entries: 0, lines: 0, total: '0', replayed: 0, firstEntry: null, lastEntry: null };

/**
 * Imports a large file without keeping others from the client's books: all of it is held against the books first, without any lock; if
 * nothing is found wrong, it is posted in short turns, between which others post. Meanwhile nothing can be changed by which the rest could be
 * refused. What each turn posted is written down in its transaction, so whoever takes the job up goes on behind it.
 * @returns what is in the books, or `at-once` for a file that only the posting function can judge as a whole
 */
export async function importInTurns(run: Run): Promise<Posted | 'at-once'> {
  const { job } = run;
  if (!job.dryRun) await holdStill(run);
  const author = authorOf(job, await run.inWork((tx) => rightsOf(tx, job.createdBy)));
  const seen = new LookThrough(run, author, await run.inWork(loadWholeBook));
  for await (const group of run.entries(job.dryRun ? 1 : 0.5)) {
    await seen.take(group);
    if (seen.needsOneTransaction) return 'at-once';
  }
  await seen.judgeKnown();
  if (job.dryRun || run.findings.any) return job.dryRun ? seen.all : (job.posted ?? NOTHING);
  return new Turns(run, author).post(run.entries(0.5));
}

/** From here on the books stay as the file is held against; changes under way end first. */
async function holdStill(run: Run): Promise<void> {
  if (!(await run.aside((tx) => holdBooks(tx, run.job, run.taker)))) throw new Lost();
  await run.inWork((tx) => tx.query('select await_changes_of_books()'));
}

/** Holds a file against the books as they are. */
class LookThrough {
  /**
   * Open items move from entry to entry, opening and closing entries rest on what the year holds before them, and keys that come twice stand
   * for one entry: all these are judged in one go only.
   */
  needsOneTransaction = false;
  all = NOTHING;
  private readonly keys = new Set<number>();
  private waiting: ImportEntry[] = [];
  private known: ImportEntry[] = [];

  constructor(
    private readonly run: Run,
    private readonly author: Author,
    private readonly book: Book,
  ) {}

  async take(group: readonly ImportEntry[]): Promise<void> {
    const { job, findings } = this.run;
    const limit = job.amountLimit === null ? null : BigInt(job.amountLimit);
    for (const one of group) {
      const { wish, place, idempotencyKey } = one;
      const before = this.all.entries;
      this.all = counted(this.all, [one]);
      if (before < (job.posted?.entries ?? 0)) continue; // stands in the books
      if (
        wish.kind !== 'regular' ||
        wish.lines.some((line) => line.openItem) ||
        (idempotencyKey !== null && !this.isNew(idempotencyKey))
      )
        return void (this.needsOneTransaction = true);
      report(findings, checkEntry(wish, this.book, this.author), place);
      const total = totalOf(wish);
      if (limit !== null && total > limit) {
        const params = { amount: formatEuro(total), limit: formatEuro(limit) };
        report(findings, [{ pointer: '', code: 'AmountLimitExceeded', params }], place);
      }
      if (idempotencyKey !== null) this.waiting.push(one);
    }
    if (this.waiting.length >= KEYS_AT_ONCE) await this.judgeKnown();
    this.run.checkOurs();
    // A file full of faults must not keep everything else waiting.
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Part of a fingerprint is enough: two keys that share it only cost the file its turns. */
  private isNew(key: string): boolean {
    const mark = createHash('sha1').update(key).digest().readUIntBE(0, 6);
    return this.keys.size !== this.keys.add(mark).size;
  }

  /** Entries whose keys the journal knows are the same again, or not: the posting function tells, and what it did is taken back. */
  async judgeKnown(): Promise<void> {
    const waiting = this.waiting.splice(0);
    if (waiting.length === 0) return;
    const keys = waiting.map((one) => one.idempotencyKey);
    const rows = await this.run.inWork((tx) =>
      tx.query<{ key: string }>(
        'select idempotency_key as key from journal_entry where client_id = $1 and idempotency_key = any($2)',
        [tx.clientId, keys],
      ),
    );
    const known = new Set(rows.map((row) => row.key));
    this.known = waiting.filter((one) => known.has(one.idempotencyKey!));
    for (let from = 0; from < this.known.length; from += 200) await this.judge(this.known.slice(from, from + 200));
  }

  private async judge(batch: readonly ImportEntry[]): Promise<void> {
    const call = postingCallOf(this.run.job, this.author, batch);
    const takenBack = new Error('only judged');
    let outcome: Outcome | undefined;
    await this.run
      .inWork(async (tx) => {
        [outcome] = await tx.query<Outcome>(`with answers as materialized (${call.text}) ${SUMMARY}`, call.values);
        throw takenBack;
      })
      .catch((error: unknown) => {
        if (error !== takenBack) throw error;
      });
    for (const { ord, outcome: code } of outcome?.others ?? [])
      if (code === 'KeyReused') report(this.run.findings, [{ pointer: '', code, params: {} }], batch[ord - 1]!.place);
    await sleep(PAUSE_MS);
  }
}

const counted = (posted: Posted, batch: readonly ImportEntry[]): Posted => ({
  ...posted,
  entries: posted.entries + batch.length,
  lines: batch.reduce((sum, { wish }) => sum + wish.lines.length, posted.lines),
  total: batch.reduce((sum, { wish }) => sum + totalOf(wish), BigInt(posted.total)).toString(),
});

/** A turn holds the client's books about so long. */
const TURN_MS = 40;
/** Longer than whoever found the books held waits before trying again. */
const PAUSE_MS = 30;
const MOST_IN_TURN = 2000;
/** While others post the turns are short; this long after the last of them nobody is there. */
const COMPANY_MS = 5_000;
/** So many turns without a pause while nobody is there. */
const TURNS_ALONE = 8;

/** Posts a file that has been looked through, turn by turn. */
class Turns {
  private posted: Posted;
  private size = 250;
  private turns = 0;
  private company = 0;
  private last: { year: number; no: number } | undefined;

  constructor(
    private readonly run: Run,
    private readonly author: Author,
  ) {
    this.posted = run.job.posted ?? NOTHING;
  }

  async post(groups: AsyncIterable<ImportEntry[]>): Promise<Posted> {
    let skip = this.posted.entries;
    let batch: ImportEntry[] = [];
    for await (const group of groups) {
      for (const entry of group) {
        if (skip-- > 0) continue;
        batch.push(entry);
        if (batch.length < this.size) continue;
        if (!(await this.take(batch))) return this.posted;
        batch = [];
      }
    }
    if (batch.length > 0) await this.take(batch);
    return this.posted;
  }

  /** @returns false where the books refuse an entry after all */
  private async take(batch: readonly ImportEntry[]): Promise<boolean> {
    this.run.checkOurs();
    const call = postingCallOf(this.run.job, this.author, batch);
    const refused = new Error('refused');
    let others: NonNullable<Outcome['others']> = [];
    let began = 0;
    try {
      await this.run.inWork(async (tx) => {
        await tx.query(`set local lock_timeout = '10min'`);
        began = performance.now();
        const [outcome] = await tx.query<Outcome>(
          `with answers as materialized (${call.text}) ${SUMMARY}`,
          call.values,
        );
        others = outcome!.others ?? [];
        if (others.length > 0) throw refused;
        const posted = this.after(batch, outcome!);
        if (!(await keepPosted(tx, this.run.job, this.run.taker, posted))) throw new Lost();
        this.posted = posted;
      });
    } catch (error) {
      if (error !== refused) throw error;
      await this.explain(batch, others);
      return false;
    }
    this.run.progress.entries = this.posted.entries;
    this.run.progress.lines = this.posted.lines;
    await this.giveWay(performance.now() - began, batch.length);
    return true;
  }

  private after(batch: readonly ImportEntry[], { replayed, first, last }: Outcome): Posted {
    const posted = counted(this.posted, batch);
    const idOf = (one: { ord: number; no: number }): string => `${batch[one.ord - 1]!.wish.fiscalYear}-${one.no}`;
    if (first) {
      const year = batch[first.ord - 1]!.wish.fiscalYear;
      // Numbers between the last turn's and this one's are others'.
      if (this.last?.year === year && first.no > this.last.no + 1) this.company = Date.now();
    }
    if (last) this.last = { year: batch[last.ord - 1]!.wish.fiscalYear, no: last.no };
    return {
      ...posted,
      replayed: posted.replayed + Number(replayed),
      firstEntry: posted.firstEntry ?? (first ? idOf(first) : null),
      lastEntry: last ? idOf(last) : posted.lastEntry,
    };
  }

  /** Whoever waits for the books looks again every few moments: a pause as long as that lets them in. */
  private async giveWay(took: number, entries: number): Promise<void> {
    const accompanied = Date.now() - this.company < COMPANY_MS;
    const most = accompanied ? MOST_IN_TURN / 4 : MOST_IN_TURN;
    const goal = (accompanied ? 1 : 3) * TURN_MS;
    this.size = Math.round(Math.min(most, Math.max(50, Math.min(this.size * 2, (entries * goal) / took))));
    if (accompanied || ++this.turns % TURNS_ALONE === 0) await sleep(PAUSE_MS);
  }

  private async explain(batch: readonly ImportEntry[], others: NonNullable<Outcome['others']>): Promise<void> {
    const { findings } = this.run;
    const book = await this.run.inWork(loadWholeBook);
    for (const { ord, outcome, line } of others) {
      const { wish, place } = batch[ord - 1]!;
      const refusals = checkEntry(wish, book, this.author);
      const own = { pointer: line > 0 ? `/lines/${line - 1}` : '', code: codeOf(outcome), params: {} };
      report(findings, refusals.length > 0 ? refusals : [own], place);
    }
  }
}
