import { Injectable, Logger } from '@nestjs/common';
import { statfs } from 'node:fs/promises';
import { httpProblems } from './problems.js';

const LOOK_MS = 5_000;

/** Looks how much room the disk still has, so that what can wait is refused before the books themselves find no room. */
@Injectable()
export class DiskWatch {
  private readonly logger = new Logger('Disk');
  private looked = -Infinity;
  private looking: Promise<void> | undefined;
  private low = false;

  /** @param least bytes that are kept free for the books */
  constructor(
    private readonly folder: string,
    private readonly least: number,
  ) {}

  /** Whether uploads and exports are refused at the moment. */
  async isLow(): Promise<boolean> {
    if (performance.now() - this.looked > LOOK_MS) await (this.looking ??= this.look());
    return this.low;
  }

  /** @throws Problem DiskFull while there is too little room */
  async needRoom(): Promise<void> {
    if (await this.isLow()) throw httpProblems.DiskFull();
  }

  private async look(): Promise<void> {
    try {
      const { bavail, bsize } = await statfs(this.folder);
      const low = bavail * bsize < this.least;
      if (low !== this.low)
        this.logger.warn(
          low
            ? `less than ${Math.round(this.least / 2 ** 20)} MiB are free at ${this.folder}: uploads and exports are refused`
            : `there is room again at ${this.folder}: uploads and exports are taken`,
        );
      this.low = low;
    } catch {
      // A system that cannot tell is no reason to refuse anything.
      this.low = false;
    } finally {
      this.looked = performance.now();
      this.looking = undefined;
    }
  }
}

/** Whether an error says that the disk is full, be it ours or the database's. */
export const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', '53100'].includes((error as { code?: string } | undefined)?.code ?? '');
