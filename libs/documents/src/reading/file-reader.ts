import { Inject, Injectable, Logger, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cleanFileName, type FileFinding, fileFinding, fileKindOf, loadSchemas, tooLarge } from '@lib/einvoice';
import { Clock, type LocalDate } from '@lib/kernel';
import { unreadableFile } from './perform-reading.js';
import type { PagePicture, ReadFile } from './read-file.js';
import { READING_LIMITS, ReadingGivenUp, type ReadingLimits, ReadingPool } from './reading-pool.js';
import {
  type Answers,
  arrived,
  type ReadingOrder,
  type TakenAttachment,
  type WireAnswer,
  workOff,
} from './reading-protocol.js';

/** How files are read. */
export interface ReadingOptions {
  limits?: Partial<ReadingLimits>;
  /** A folder with the official schemas (UBL 2.1, CII D16B); then they are applied as well. */
  schemaFolder?: string;
  /** The reading process where it is not beside this file, as in tests; with options for Node.js. */
  process?: { file: string; execArgv?: string[] };
}

/** What is known of a file beside its bytes. */
export interface ReadingOf {
  /** The name that it came with. */
  name: string;
  /** Legal day of receipt, which chooses the release of the rules. Default: today. */
  receivedOn?: LocalDate;
}

export const READING_OPTIONS = Symbol('READING_OPTIONS');

/**
 * Reads received files, each in a process that can be ended: one hostile file can neither hang nor blow up the service.
 * Every answer comes within the time limit; a file that breaks it is `unreadable` with a finding and nothing is lost.
 */
@Injectable()
export class FileReader implements OnApplicationShutdown {
  private readonly logger = new Logger('Reading');
  private readonly limits: ReadingLimits;
  private readonly pool: ReadingPool | undefined;

  constructor(
    @Optional() @Inject(READING_OPTIONS) private readonly options: ReadingOptions = {},
    @Optional() private readonly clock: Clock = new Clock(),
  ) {
    this.limits = { ...READING_LIMITS, ...options.limits };
    const file = options.process?.file ?? fileURLToPath(new URL('./reading-process.js', import.meta.url));
    // Sources that are not compiled, as in tests, cannot be loaded by a process; then it is read here, unbounded.
    if (existsSync(file)) {
      this.pool = new ReadingPool(this.limits, file, options.process?.execArgv, options.schemaFolder);
    }
  }

  /**
   * All that can be told of a file. Never rejects for what the file contains.
   * @throws {ReaderUnavailable} when too much waits (try again later), when the application closes, or when processes
   * cannot be started
   */
  async read(bytes: Uint8Array, { name, receivedOn = this.clock.today() }: ReadingOf): Promise<ReadFile> {
    const size = tooLarge(fileKindOf(bytes), bytes.length);
    // Bytes that nobody will open need not travel.
    if (size) return unreadableFile(bytes, name, size);
    try {
      return await this.ask('read', { work: 'read', bytes, name, receivedOn });
    } catch (error) {
      if (!(error instanceof ReadingGivenUp)) throw error;
      this.logger.warn(`${cleanFileName(name)}, ${bytes.length} bytes: ${error.message}`);
      return unreadableFile(bytes, name, this.findingOf(error));
    }
  }

  /**
   * A page as picture for a browser: PDF rendered to PNG, `width` pixels wide (100 to 2,400); PNG and JPEG as they are.
   * Null where there is no such page or it cannot be shown. Cache it under hash, page and width.
   * @param page counted from 1
   * @throws {ReaderUnavailable}
   */
  async renderPage(bytes: Uint8Array, page: number, width: number): Promise<PagePicture | null> {
    return this.orNull('page', { work: 'page', bytes, page, width });
  }

  /**
   * The bytes of a file inside the file, numbered as in `ReadFile.attachments`; null where there is none.
   * @throws {ReaderUnavailable}
   */
  async attachment(bytes: Uint8Array, no: number): Promise<TakenAttachment | null> {
    return this.orNull('attachment', { work: 'attachment', bytes, no });
  }

  /** Starts the processes before the first file comes. */
  warmUp(): void {
    this.pool?.warmUp();
  }

  /** Ids of the reading processes, for measuring. */
  get pids(): number[] {
    return this.pool?.pids ?? [];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
  }

  private async orNull<W extends 'page' | 'attachment'>(work: W, order: ReadingOrder): Promise<Answers[W] | null> {
    if (tooLarge(fileKindOf(order.bytes), order.bytes.length)) return null;
    try {
      return await this.ask(work, order);
    } catch (error) {
      if (!(error instanceof ReadingGivenUp)) throw error;
      this.logger.warn(`${work}, ${order.bytes.length} bytes: ${error.message}`);
      return null;
    }
  }

  private async ask<W extends ReadingOrder['work']>(work: W, order: ReadingOrder): Promise<Answers[W]> {
    return arrived(work, await (this.pool ? this.pool.request(order) : this.here(order)));
  }

  private findingOf({ why }: ReadingGivenUp): FileFinding {
    switch (why) {
      case 'time':
        return fileFinding('FZ-TIME', { seconds: Math.round(this.limits.timeMs / 1000) });
      case 'memory':
        return fileFinding('FZ-MEMORY', { limit: this.limits.memoryMib });
      case 'crash':
        return fileFinding('FZ-CRASH');
    }
  }

  /** In this process, without bounds. */
  private async here(order: ReadingOrder): Promise<WireAnswer> {
    try {
      const { schemaFolder } = this.options;
      return await workOff(order, schemaFolder === undefined ? null : await loadSchemas(schemaFolder));
    } catch (error) {
      throw new ReadingGivenUp('crash', error instanceof Error ? error.stack : String(error));
    }
  }
}
