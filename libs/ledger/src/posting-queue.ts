import type pg from 'pg';
import { isConnectionLost } from '@lib/database';
import { problems } from '@lib/kernel';
import { ledgerProblems } from './problems.js';
import { clocksDiffer, type Posting, type PostingAnswer, postingCall, readAnswers } from './posting.js';

interface Waiting {
  posting: Posting;
  since: number;
  /** Posted alone because a call with fellow passengers failed. */
  alone: boolean;
  resolve: (answer: PostingAnswer) => void;
  reject: (error: Error) => void;
}

/** Most entries in one call: beyond it the answer comes later without the rate rising. */
const MOST_PER_CALL = 256;
/** Most entries waiting; beyond it the answer is 503 at once. */
const MOST_WAITING = 20_000;
/** How long an entry waits for a client whose books are held by a large posting. */
const PATIENCE_MS = 10_000;
const BUSY_PAUSE_MS = 20;

/**
 * Group commit: an idle queue posts at once; whoever arrives while a call is under way rides along in the next one.
 * Nobody waits for a timer, and one bad entry never fails its fellow passengers. The promise resolves after the commit.
 */
export class PostingQueue {
  private waiting: Waiting[] = [];
  private underWay = 0;
  private busyTimer: NodeJS.Timeout | undefined;
  private parked: Waiting[] = [];

  constructor(
    private readonly pool: pg.Pool,
    /** Calls under way at once. More than one only pays on machines with many cores: a client's year is one queue. */
    private readonly lanes = 1,
    private readonly mostWaiting = MOST_WAITING,
  ) {}

  /**
   * Answers when the entry is durable or refused. Rejects with `Overloaded` or `LedgerBusy` when it was not tried, and with
   * `DatabaseUnavailable` when the connection broke and nobody knows.
   */
  post(posting: Posting): Promise<PostingAnswer> {
    if (this.waiting.length + this.parked.length >= this.mostWaiting)
      return Promise.reject(problems.Overloaded({ seconds: 5 }));
    return new Promise((resolve, reject) => {
      this.waiting.push({ posting, since: Date.now(), alone: false, resolve, reject });
      this.flush();
    });
  }

  /** Resolves when nothing is waiting or under way. */
  async drained(): Promise<void> {
    while (this.underWay > 0 || this.waiting.length > 0 || this.parked.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  private flush(): void {
    while (this.underWay < this.lanes && this.waiting.length > 0) {
      const passengers = this.board();
      this.underWay++;
      void this.call(passengers).finally(() => {
        this.underWay--;
        this.flush();
      });
    }
  }

  private board(): Waiting[] {
    if (this.waiting[0]!.alone) return [this.waiting.shift()!];
    const together = this.waiting.findIndex((one) => one.alone);
    return this.waiting.splice(0, Math.min(MOST_PER_CALL, together < 0 ? this.waiting.length : together));
  }

  private async call(passengers: Waiting[]): Promise<void> {
    try {
      const result = await this.pool.query(
        postingCall(
          passengers.map((one) => one.posting),
          false,
        ),
      );
      readAnswers(result.rows as never).forEach((answer, index) => this.deliver(passengers[index]!, answer));
    } catch (error) {
      // The answer may have been lost after the commit: trying again could post twice.
      if (isConnectionLost(error)) for (const one of passengers) one.reject(problems.DatabaseUnavailable());
      else if (clocksDiffer(error)) for (const one of passengers) one.reject(ledgerProblems.ClocksDiffer());
      else if (passengers.length === 1) passengers[0]!.reject(error as Error);
      else this.tryAlone(passengers);
    }
  }

  private deliver(one: Waiting, answer: PostingAnswer): void {
    if (answer.outcome === 'Busy') this.park(one);
    else if (answer.outcome === 'Retry') this.waiting.push(one);
    else one.resolve(answer);
  }

  private tryAlone(entries: Waiting[]): void {
    for (const one of entries) one.alone = true;
    this.waiting.push(...entries);
  }

  /** The client's books are held elsewhere: try again shortly, without holding up other clients. */
  private park(one: Waiting): void {
    if (Date.now() - one.since > PATIENCE_MS) return one.reject(ledgerProblems.LedgerBusy());
    this.parked.push(one);
    this.busyTimer ??= setTimeout(() => {
      this.busyTimer = undefined;
      this.waiting.push(...this.parked.splice(0));
      this.flush();
    }, BUSY_PAUSE_MS);
  }
}
