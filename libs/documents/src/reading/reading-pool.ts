import { type ChildProcess, fork } from 'node:child_process';
import { OUT_OF_MEMORY, READING_PROCESS } from './reading-process.js';
import type { ReadingOrder, ReadingReply, ReadingRequest, WireAnswer } from './reading-protocol.js';

/** How reading is bounded. */
export interface ReadingLimits {
  /** Processes that read at the same time. */
  processes: number;
  /** Milliseconds for one file. */
  timeMs: number;
  /** Resident memory of a process in MiB. */
  memoryMib: number;
  /** Requests that may wait, and their bytes. */
  waiting: number;
  waitingBytes: number;
}

export const READING_LIMITS: ReadingLimits = {
  processes: 2,
  timeMs: 20_000,
  memoryMib: 512,
  waiting: 2_000,
  waitingBytes: 256 << 20,
};

/** Why a file was given up. */
export type GivenUp = 'time' | 'memory' | 'crash';

/** Reading was broken off; the file is to blame. */
export class ReadingGivenUp extends Error {
  constructor(
    readonly why: GivenUp,
    detail = '',
  ) {
    super(`reading was given up: ${why}${detail && `\n${detail}`}`);
    this.name = 'ReadingGivenUp';
  }
}

/** The service cannot read now: too much waits, it is closing, or the process does not start. The file is not to blame. */
export class ReaderUnavailable extends Error {
  constructor(
    readonly why: 'busy' | 'closed' | 'broken',
    detail = '',
  ) {
    super(`files cannot be read now: ${why}${detail && `: ${detail}`}`);
    this.name = 'ReaderUnavailable';
  }
}

interface Request {
  id: number;
  order: ReadingOrder;
  attempts: number;
  resolve(answer: WireAnswer): void;
  reject(error: Error): void;
}

/** A process and what it has been given; the first request is the one under way. */
interface Slot {
  child: ChildProcess;
  ready: boolean;
  given: Request[];
  timer: NodeJS.Timeout | undefined;
  why: GivenUp | undefined;
  /** It has done its work and is being replaced: what it still has goes back without blame. */
  retired: boolean;
  lastWords: string;
}

/** Requests that a process holds: one to work on and one to take up at once. */
const DEPTH = 2;
/** Starts in a row that come to nothing before requests are refused. */
const MOST_FALSE_STARTS = 3;

/**
 * A few long-lived processes that read files, one file each at a time. A process that takes too long or too much memory
 * is killed and replaced; the file under way is given up, the rest goes on.
 */
export class ReadingPool {
  private readonly queue: Request[] = [];
  private readonly slots = new Set<Slot>();
  private waitingBytes = 0;
  private lastId = 0;
  private falseStarts = 0;
  private closed = false;

  /**
   * @param file the compiled `reading-process.js`
   * @param execArgv options of Node.js for the processes
   * @param schemaFolder where the official schemas lie; empty without
   */
  constructor(
    private readonly limits: ReadingLimits,
    private readonly file: string,
    private readonly execArgv: string[] = [],
    private readonly schemaFolder = '',
  ) {}

  /** Pages are asked for by somebody who waits, so they go before files of a batch. */
  request(order: ReadingOrder): Promise<WireAnswer> {
    if (this.closed) return Promise.reject(new ReaderUnavailable('closed'));
    if (this.queue.length >= this.limits.waiting || this.waitingBytes + order.bytes.length > this.limits.waitingBytes) {
      // One file larger than the whole allowance is still read when nothing else waits.
      if (this.queue.length > 0) return Promise.reject(new ReaderUnavailable('busy'));
    }
    return new Promise((resolve, reject) => {
      const request: Request = { id: ++this.lastId, order, attempts: 0, resolve, reject };
      this.waitingBytes += order.bytes.length;
      const firstFile = order.work === 'read' ? -1 : this.queue.findIndex((one) => one.order.work === 'read');
      if (firstFile < 0) this.queue.push(request);
      else this.queue.splice(firstFile, 0, request);
      this.hand();
    });
  }

  /** Starts the processes, so that the first file need not wait for them. */
  warmUp(): void {
    while (!this.closed && this.slots.size < this.limits.processes) this.start();
  }

  /** Process ids, for measuring. */
  get pids(): number[] {
    return [...this.slots].flatMap(({ child }) => child.pid ?? []);
  }

  /** Ends the processes; what waits is refused, nothing is lost, since files are stored before they are read. */
  async close(): Promise<void> {
    this.closed = true;
    const gone = [...this.slots].map(({ child, timer }) => {
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
      // An idle process does not keep the service running, but its end is waited for.
      hold(child, true);
      child.kill('SIGKILL');
      return new Promise<void>((resolve) => child.once('exit', () => resolve()));
    });
    this.refuseAll(new ReaderUnavailable('closed'));
    await Promise.all(gone);
  }

  private refuseAll(error: Error): void {
    for (const request of this.queue.splice(0)) request.reject(error);
    this.waitingBytes = 0;
  }

  /** Gives waiting requests to processes that have room, the least busy first. */
  private hand(): void {
    while (this.queue.length > 0) {
      const free = [...this.slots].filter(({ given, why, retired }) => given.length < DEPTH && !why && !retired);
      const idle = free.find(({ given }) => given.length === 0);
      if (!idle && this.slots.size < this.limits.processes) {
        this.give(this.start());
        continue;
      }
      const slot = idle ?? free.find(({ given }) => given[0]?.order.work !== 'page') ?? free[0];
      if (!slot) return;
      this.give(slot);
    }
  }

  private give(slot: Slot): void {
    const request = this.queue.shift()!;
    this.waitingBytes -= request.order.bytes.length;
    request.attempts++;
    slot.given.push(request);
    if (slot.given.length === 1) this.begin(slot);
    const message: ReadingRequest = { id: request.id, order: request.order };
    // A channel that has just broken is noticed by the exit that follows.
    slot.child.send(message, () => undefined);
  }

  /** The clock of a file runs from the moment in which nothing else is before it. */
  private begin(slot: Slot): void {
    clearTimeout(slot.timer);
    hold(slot.child, slot.given.length > 0);
    if (slot.given.length === 0) return;
    // A process that only starts gets its time to start on top.
    slot.timer = setTimeout(() => this.end(slot, 'time'), this.limits.timeMs + (slot.ready ? 0 : 10_000));
  }

  private end(slot: Slot, why: GivenUp): void {
    slot.why ??= why;
    slot.child.kill('SIGKILL');
  }

  private start(): Slot {
    const { memoryMib, timeMs } = this.limits;
    const child = fork(this.file, [READING_PROCESS, String(memoryMib), String(timeMs), this.schemaFolder], {
      // Below the limit of the whole process: a heap that overflows ends with an own message.
      execArgv: [
        ...this.execArgv,
        `--max-old-space-size=${Math.floor(memoryMib / 2)}`,
        '--max-semi-space-size=16',
        '--expose-gc',
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // No secret of the service is to be found where foreign files are read.
      env: { NODE_ENV: process.env.NODE_ENV, TZ: process.env.TZ, PATH: process.env.PATH },
    });
    const slot: Slot = {
      child,
      ready: false,
      given: [],
      timer: undefined,
      why: undefined,
      retired: false,
      lastWords: '',
    };
    this.slots.add(slot);
    child.stderr!.on(
      'data',
      (data: Buffer) => (slot.lastWords = (slot.lastWords + data.toString('utf8')).slice(-4000)),
    );
    child.stderr!.on('error', () => undefined);
    child.on('message', (reply: ReadingReply) => this.hear(slot, reply));
    // An error of the channel is followed by the exit; a failed start has only this.
    child.on('error', (error) => {
      slot.lastWords += error.message;
      if (child.pid === undefined) this.gone(slot);
    });
    child.once('close', () => this.gone(slot));
    hold(child, false);
    return slot;
  }

  private hear(slot: Slot, reply: ReadingReply): void {
    if ('ready' in reply) {
      slot.ready = true;
      this.falseStarts = 0;
      this.begin(slot);
      return;
    }
    const request = slot.given[0];
    if (request?.id !== reply.id) return;
    slot.given.shift();
    this.begin(slot);
    if ('error' in reply) request.reject(new ReadingGivenUp('crash', reply.error));
    else {
      request.resolve(reply.answer);
      if (reply.worn) {
        slot.retired = true;
        hold(slot.child, true);
        slot.child.kill('SIGKILL');
      }
    }
    this.hand();
  }

  /** A process has ended: the file under way is judged, what it had not begun goes back to the front. */
  private gone(slot: Slot): void {
    if (!this.slots.delete(slot)) return;
    clearTimeout(slot.timer);
    const underWay = slot.retired ? undefined : slot.given[0];
    const rest = slot.retired ? slot.given : slot.given.slice(1);
    for (const request of rest.reverse()) {
      request.attempts--;
      this.putBack(request);
    }
    if (this.closed) {
      underWay?.reject(new ReaderUnavailable('closed'));
      this.refuseAll(new ReaderUnavailable('closed'));
      return;
    }
    if (!slot.ready && slot.why === undefined && !slot.retired && ++this.falseStarts >= MOST_FALSE_STARTS) {
      this.falseStarts = 0;
      const broken = new ReaderUnavailable('broken', slot.lastWords.trim().slice(-500));
      underWay?.reject(broken);
      this.refuseAll(broken);
      return;
    }
    if (underWay) {
      const why =
        slot.why ??
        (/out of memory/i.test(slot.lastWords) || slot.lastWords.includes(OUT_OF_MEMORY) ? 'memory' : 'crash');
      // Somebody outside may have killed or held up the process: once is no proof against the file.
      if (!slot.ready || (why === 'crash' && underWay.attempts < 2)) this.putBack(underWay);
      else if (why === 'time' && underWay.attempts < 2) this.putLast(underWay);
      else underWay.reject(new ReadingGivenUp(why));
    }
    this.hand();
  }

  /** After everything that waits: by then the machine may be less busy. */
  private putLast(request: Request): void {
    this.queue.push(request);
    this.waitingBytes += request.order.bytes.length;
  }

  private putBack(request: Request): void {
    this.queue.unshift(request);
    this.waitingBytes += request.order.bytes.length;
  }
}

/** Whether a process keeps the service running: it does while a file is read, or its end is waited for. */
function hold(child: ChildProcess, held: boolean): void {
  const handles = [child, child.channel, child.stderr] as unknown as ({ ref?(): void; unref?(): void } | null)[];
  for (const handle of handles) {
    if (held) handle?.ref?.();
    else handle?.unref?.();
  }
}
