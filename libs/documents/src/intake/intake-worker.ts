import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Database } from '@lib/database';
import { Problem } from '@lib/kernel';
import {
  beatItems,
  type ClearingItem,
  directly,
  hasWaitingItems,
  itemUnrouted,
  putBackItem,
  sweepItems,
  takeItem,
} from '../clearing/clearing.store.js';
import { FileRouter, type Routed } from '../clearing/route-file.js';
import { ContentStore } from '../content/content.store.js';
import { DOCUMENTS_OPTIONS, type DocumentsOptions } from '../documents.options.js';
import { intakeProblems } from '../problems.js';
import {
  beatFiles,
  fileFailed,
  finishFile,
  hasWaitingFiles,
  isLastAttempt,
  LostFile,
  putBackFile,
  sweepFiles,
  takeFiles,
  type WaitingFile,
} from './batches.store.js';
import { Intake } from './intake.js';

/** How often an instance looks for files that another one left behind; what arrives here is begun at once. */
const LOOK_MS = 3_000;
const BEAT_MS = 8_000;
/** Files worked on at the same time: some are being read while others are written down. */
const LANES = 6;

/**
 * Makes documents of the files that wait in batches and in the centre's queue. Each is taken by one worker, and its result is written in
 * the transaction that makes the document: a process that dies leaves files that the next one takes up, and none is taken in twice.
 */
@Injectable()
export class IntakeWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Intake');
  private readonly taker = randomUUID();
  private timer: NodeJS.Timeout | undefined;
  private beat: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private again = false;
  private stopping = false;
  /** Clients whose files this worker holds, for its signs of life. */
  private readonly busy = new Map<number, number>();

  constructor(
    private readonly database: Database,
    private readonly contents: ContentStore,
    private readonly intake: Intake,
    private readonly router: FileRouter,
    @Inject(DOCUMENTS_OPTIONS) private readonly options: DocumentsOptions,
  ) {}

  onApplicationBootstrap(): void {
    if (this.options.runJobs === false) return;
    this.timer = setInterval(() => void this.wake(), LOOK_MS).unref();
    void this.wake();
  }

  /** What is under way is finished; what waits is taken up at the next start, or at once by another instance. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.working;
  }

  /** Works off every file that waits. Resolves when there is none left. */
  wake(): Promise<void> {
    this.again = true;
    return (this.working ??= this.work().finally(() => (this.working = undefined)));
  }

  /** Begins to work off files, where that is not left to somebody else. */
  nudge(): void {
    if (this.options.runJobs !== false) void this.wake();
  }

  /** Routes one item of the centre at once. Undefined when another worker has taken it meanwhile. */
  async routeNow(itemId: string): Promise<Routed | undefined> {
    const taken = await takeItem(directly(this.database), this.taker, itemId);
    return taken && this.routeItem(taken.item, taken.bytes);
  }

  private async work(): Promise<void> {
    this.beat = setInterval(() => void this.beatAll().catch(() => undefined), BEAT_MS).unref();
    try {
      while (this.again && !this.stopping) {
        this.again = false;
        const clients = await this.clientsWithFiles();
        const centre = await this.database.inCentre(async (tx) => {
          const waiting = await hasWaitingItems(tx);
          if (waiting) await sweepItems(tx);
          return waiting;
        });
        const queues = [
          ...clients.map((id) => () => this.nextOfClient(id)),
          ...(centre ? [() => this.nextOfCentre()] : []),
        ];
        await Promise.all(Array.from({ length: queues.length > 0 ? LANES : 0 }, (_, lane) => this.drain(queues, lane)));
      }
    } catch (error) {
      this.logger.error(`files wait until the next look: ${(error as Error).message}`);
    } finally {
      clearInterval(this.beat);
    }
  }

  /** One lane: takes from the queues in turn until all are empty, beginning at its own. */
  private async drain(queues: readonly (() => Promise<boolean>)[], lane: number): Promise<void> {
    const empty = new Set<number>();
    for (let at = lane % queues.length; empty.size < queues.length && !this.stopping; at = (at + 1) % queues.length) {
      if (empty.has(at)) continue;
      if (!(await queues[at]!())) empty.add(at);
    }
  }

  private async clientsWithFiles(): Promise<number[]> {
    const clients = await this.database.inCentre((tx) => tx.query<{ id: number }>('select id from client order by id'));
    const ids = clients.map(({ id }) => id);
    const waiting = await this.database.inClients(ids, hasWaitingFiles);
    const found = ids.filter((_, index) => waiting[index]);
    for (const id of found) await this.database.inClient(id, sweepFiles);
    return found;
  }

  private async beatAll(): Promise<void> {
    for (const id of this.busy.keys()) await this.database.inClient(id, (tx) => beatFiles(tx, this.taker));
    await this.database.inCentre((tx) => beatItems(tx, this.taker));
  }

  private async nextOfClient(clientId: number): Promise<boolean> {
    const [file] = await this.database.inClient(clientId, (tx) => takeFiles(tx, this.taker, 1));
    if (!file) return false;
    this.busy.set(clientId, (this.busy.get(clientId) ?? 0) + 1);
    try {
      return await this.takeIn(clientId, file);
    } finally {
      const left = this.busy.get(clientId)! - 1;
      if (left > 0) this.busy.set(clientId, left);
      else this.busy.delete(clientId);
    }
  }

  /** False when the worker should rest for now. */
  private async takeIn(clientId: number, file: WaitingFile): Promise<boolean> {
    try {
      const bytes = await this.contents.read(clientId, file.sha256);
      await this.intake.takeIn(
        clientId,
        { name: file.name, bytes, sha256: file.sha256 },
        { channel: 'upload', by: file.by, receivedAt: file.arrivedAt },
        (tx, taken) => finishFile(tx, file, this.taker, taken),
      );
      return true;
    } catch (error) {
      if (error instanceof LostFile) return true;
      const later = isPassing(error);
      this.logger.warn(
        `file ${file.fileNo} of batch ${file.batchId} (client ${clientId}): ${(error as Error).message}`,
      );
      if (!later && isLastAttempt(file.attempts)) {
        const why = error instanceof Problem ? error : intakeProblems.ReadingBrokeOff({ name: file.name });
        await this.database.inClient(clientId, (tx) => fileFailed(tx, file, this.taker, why));
        return true;
      }
      await this.database.inClient(clientId, (tx) => putBackFile(tx, file, this.taker, later));
      return !later;
    }
  }

  private async nextOfCentre(): Promise<boolean> {
    const taken = await takeItem(directly(this.database), this.taker);
    if (!taken) return false;
    return (await this.routeItem(taken.item, taken.bytes)) !== undefined;
  }

  /** Undefined when the file waits on, or somebody else has taken it. */
  private async routeItem(item: ClearingItem, bytes: Buffer): Promise<Routed | undefined> {
    try {
      return await this.router.route(item, this.taker, bytes);
    } catch (error) {
      if (error instanceof LostFile) return undefined;
      const later = isPassing(error);
      this.logger.warn(`clearing item ${item.id}: ${(error as Error).message}`);
      if (!later && isLastAttempt(item.attempts)) {
        // Nothing is lost: a person finds it in the list.
        const { code, params } = intakeProblems.ReadingBrokeOff({ name: item.fileName });
        await this.database.inCentre((tx) =>
          itemUnrouted(tx, item.id, this.taker, { reason: code, params, summary: {} }),
        );
        return { clearingItemId: item.id };
      }
      await this.database.inCentre((tx) => putBackItem(tx, item.id, this.taker, later));
      return undefined;
    }
  }
}

/** Not the file is to blame but the moment: the reader is busy, the object store or the database cannot be reached. */
const isPassing = (error: unknown): boolean => error instanceof Problem && error.status === 503;
