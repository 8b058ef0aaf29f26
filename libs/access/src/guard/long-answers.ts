import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { Problem } from '@lib/kernel';
import { ACCESS_OPTIONS, type AccessOptions } from '../options.js';
import { accessProblems } from '../problems.js';
import { Authenticator } from './authenticator.js';
import type { AccessRequest } from './request.js';

/** A request that was let in and is not over. */
interface UnderWay {
  request: AccessRequest;
  answer: ServerResponse;
  userId: string;
  /** Counts among the person's streams. */
  isStream: boolean;
  since: number;
  /** Asks the right again. @throws Problem when it is gone */
  askAgain: () => Promise<void>;
}

const RECHECK_SECONDS = 5;
const STREAMS_PER_PERSON = 32;
/** Others are over before anybody could be signed out. */
const LONG_MS = 1_000;
/** How long files may go on when the process is told to end. */
const GRACE_MS = 10_000;

const isEvents = ({ answer }: UnderWay): boolean =>
  String(answer.getHeader('content-type') ?? '').startsWith('text/event-stream');

/**
 * Keeps an eye on requests while they last. The right to them is asked again every few seconds, and at once after a change made here: who
 * was signed out, whose account was closed or whose role was withdrawn sees no further line of a stream, of an export or of their own upload.
 */
@Injectable()
export class LongAnswers implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(LongAnswers.name);
  private readonly underWay = new Map<AccessRequest, UnderWay>();
  private readonly streams = new Map<string, number>();
  private readonly most: number;
  private readonly recheckMs: number;
  private timer: NodeJS.Timeout | undefined;
  private asking = false;

  constructor(
    private readonly authenticator: Authenticator,
    @Inject(ACCESS_OPTIONS) options: AccessOptions,
  ) {
    this.most = options.streamsPerPerson ?? STREAMS_PER_PERSON;
    this.recheckMs = (options.recheckSeconds ?? RECHECK_SECONDS) * 1000;
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void (this.asking || this.recheck(LONG_MS)), this.recheckMs).unref();
    this.authenticator.onChange(() => void this.recheck(0));
  }

  /** Events would go on for ever, and a reader may take as long as they like: neither keeps the process from ending. */
  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
    for (const one of this.flowing()) if (isEvents(one)) one.answer.end();
    setTimeout(() => this.flowing().forEach(({ answer }) => answer.destroy()), GRACE_MS).unref();
  }

  /** @throws Problem TooManyStreams */
  begin(one: Omit<UnderWay, 'since'>): void {
    // Whoever has left while we looked who they are will not leave again.
    if (one.answer.closed || one.answer.destroyed) return;
    if (one.isStream) {
      const count = this.streams.get(one.userId) ?? 0;
      if (count >= this.most) throw accessProblems.TooManyStreams({ limit: this.most, seconds: 5 });
      this.streams.set(one.userId, count + 1);
    }
    this.underWay.set(one.request, { ...one, since: performance.now() });
    // Also where the answer is broken off.
    one.answer.once('close', () => this.over(one.request));
  }

  private over(request: AccessRequest): void {
    const one = this.underWay.get(request);
    if (!one) return;
    this.underWay.delete(request);
    if (!one.isStream) return;
    const count = this.streams.get(one.userId) ?? 0;
    if (count > 1) this.streams.set(one.userId, count - 1);
    else this.streams.delete(one.userId);
  }

  private async recheck(olderThanMs: number): Promise<void> {
    const before = performance.now() - olderThanMs;
    this.asking = true;
    for (const one of this.flowing()) {
      if (one.since > before) continue;
      try {
        await one.askAgain();
      } catch (error) {
        // A database that cannot be asked withdraws nobody's right.
        if (error instanceof Problem) this.cut(one, error);
      }
    }
    this.asking = false;
  }

  /** What still comes or goes; what is being worked on will be finished. */
  private flowing(): UnderWay[] {
    return [...this.underWay.values()].filter(({ answer, request }) => answer.headersSent || !request.raw.complete);
  }

  private cut({ answer, request }: UnderWay, why: Problem): void {
    this.logger.log(`${request.method} ${request.routeOptions.url}: cut off, ${why.code}`);
    answer.destroy();
    request.raw.destroy();
  }
}
