import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { Database } from '@lib/database';
import { cleanFileName } from '@lib/einvoice';
import { type ClearingItem, findItem, insertItem, itemArrived, itemNotTaken } from '../clearing/clearing.store.js';
import { sha256Of } from '../content/content.store.js';
import { findDocument, SYSTEM_PERSON } from '../document/document.store.js';
import { DEFAULT_LIMITS, DOCUMENTS_OPTIONS, type DocumentsOptions } from '../documents.options.js';
import { documentProblems } from '../problems.js';
import { IntakeWorker } from './intake-worker.js';
import { limitFor } from './receive-file.js';

const LOOK_MS = 2_000;
/** A file in the work folder that nobody has touched for so long was left behind by a process that died. */
const LEFT_BEHIND_MS = 60_000;
/** `<id>_<folder>_<name>`: the id is that of the item, so a file taken up again is the same item and not a second one. */
const TAKEN = /^([0-9a-f-]{36})_([0-9a-z-]{0,40})_(.+)$/;
/** What programs write to before a file is whole. */
const UNFINISHED = /^\.|~$|\.(part|tmp|crdownload|filepart|swp)$/i;

const WORK = '.work';
const DONE = 'done';
const QUARANTINE = 'quarantine';

/**
 * Watches a folder for files: those in it are routed by what they say, those in a sub-folder named after a client's key belong to that
 * client. A file is taken when its size has been the same at two looks, by a rename that only one process can win; it ends in `done` or
 * `quarantine`, whatever dies on the way.
 */
@Injectable()
export class WatchedFolder implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Folder');
  private seen = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly worker: IntakeWorker,
    @Inject(DOCUMENTS_OPTIONS) private readonly options: DocumentsOptions,
  ) {}

  onApplicationBootstrap(): void {
    if (this.options.runJobs === false || !this.options.inboxFolder) return;
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
    void this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.looking;
  }

  /** Takes in every file that has not changed since the last look. */
  look(): Promise<void> {
    return (this.looking ??= this.work().finally(() => (this.looking = undefined)));
  }

  private async work(): Promise<void> {
    const root = this.options.inboxFolder!;
    try {
      for (const folder of [WORK, DONE, QUARANTINE]) await mkdir(path.join(root, folder), { recursive: true });
      const now = new Map<string, string>();
      for (const { folder, name } of await this.filesIn(root)) {
        if (this.stopping) return;
        const place = path.join(root, folder, name);
        const stat = await lstat(place).catch(() => null);
        // Links and devices are not read: they may lead out of the folder.
        if (!stat?.isFile()) continue;
        const shape = `${stat.size} ${stat.mtimeMs}`;
        now.set(place, shape);
        if (this.seen.get(place) !== shape) continue;
        const taken = await this.take(root, folder, name);
        if (taken) await this.takeIn(root, taken);
      }
      this.seen = now;
      await this.takeUpLeftBehind(root);
    } catch (error) {
      this.logger.error(`the folder ${root} cannot be worked off: ${(error as Error).message}`);
    }
  }

  private async filesIn(root: string): Promise<{ folder: string; name: string }[]> {
    const files: { folder: string; name: string }[] = [];
    for (const entry of await readdir(root, { withFileTypes: true })) {
      if (entry.isFile() && !UNFINISHED.test(entry.name)) files.push({ folder: '', name: entry.name });
      if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === DONE || entry.name === QUARANTINE)
        continue;
      for (const below of await readdir(path.join(root, entry.name), { withFileTypes: true }))
        if (below.isFile() && !UNFINISHED.test(below.name)) files.push({ folder: entry.name, name: below.name });
    }
    return files.sort((a, b) => (a.folder + a.name < b.folder + b.name ? -1 : 1));
  }

  /** Moves a file aside under a name of its own. Undefined when another process was faster. */
  private async take(root: string, folder: string, name: string): Promise<string | undefined> {
    const key = /^[a-z0-9][a-z0-9-]{1,39}$/.test(folder) ? folder : '';
    const taken = `${randomUUID()}_${key}_${cleanFileName(name)}`;
    try {
      await rename(path.join(root, folder, name), path.join(root, WORK, taken));
      return taken;
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  private async takeUpLeftBehind(root: string): Promise<void> {
    for (const name of await readdir(path.join(root, WORK))) {
      const stat = await lstat(path.join(root, WORK, name)).catch(() => null);
      if (!stat?.isFile() || Date.now() - stat.ctimeMs < LEFT_BEHIND_MS || this.stopping) continue;
      this.logger.warn(`the file ${name} was left behind and is taken up again`);
      await this.takeIn(root, name);
    }
  }

  /** Stores a taken file as an item of the centre, has it routed, and moves it to where it ends. */
  private async takeIn(root: string, taken: string): Promise<void> {
    const match = TAKEN.exec(taken);
    if (!match) return void (await this.move(root, taken, QUARANTINE));
    const [, id, key, name] = match as unknown as [string, string, string, string];
    const place = path.join(root, WORK, taken);
    const clientId = key === '' ? null : await this.clientOf(key);
    await this.database.inCentre((tx) =>
      insertItem(tx, { id, channel: 'folder', fileName: name, clientId, by: SYSTEM_PERSON }),
    );
    const { size } = await lstat(place);
    const limits = { ...DEFAULT_LIMITS, ...this.options.limits };
    const largest = Math.max(...Object.values(limits));
    const bytes = size > 0 && size <= largest ? await readFile(place) : Buffer.alloc(0);
    const limit = limitFor(bytes, limits);
    if (bytes.length === 0 || bytes.length > limit.bytes) {
      const mb = (size === 0 ? 0 : largest < size ? largest : limit.bytes) / 1024 / 1024;
      const why =
        size === 0
          ? documentProblems.FileMissing()
          : documentProblems.FileTooLarge({ name, kind: 'Dateien dieser Art', limit: mb });
      await this.database.inCentre((tx) => itemNotTaken(tx, id, 'refused', why));
      return this.move(root, taken, QUARANTINE);
    }
    await this.database.inCentre((tx) => itemArrived(tx, id, { bytes, sha256: sha256Of(bytes) }));
    await this.worker.routeNow(id);
    const item = await this.database.inCentre((tx) => findItem(tx, id));
    // Still under way: the bytes are stored, so the file in the folder is done with, whatever comes of them.
    await this.move(root, taken, (await this.isQuarantined(item)) ? QUARANTINE : DONE);
  }

  private async clientOf(key: string): Promise<number | null> {
    const [client] = await this.database.inCentre((tx) =>
      tx.query<{ id: number }>('select id from client where key = $1', [key]),
    );
    return client?.id ?? null;
  }

  private async isQuarantined(item: ClearingItem): Promise<boolean> {
    if (item.state === 'refused' || item.state === 'failed') return true;
    if (item.clientId === null || item.documentId === null) return false;
    const document = await this.database.inClient(item.clientId, (tx) => findDocument(tx, item.documentId!));
    return document?.state === 'quarantined';
  }

  /** The id in front of the name keeps files of the same name apart: nothing is written over. */
  private async move(root: string, taken: string, to: typeof DONE | typeof QUARANTINE): Promise<void> {
    const match = TAKEN.exec(taken);
    const name = match ? `${match[1]!.slice(0, 8)}_${match[3]!}` : taken;
    await rename(path.join(root, WORK, taken), path.join(root, to, name));
  }
}
