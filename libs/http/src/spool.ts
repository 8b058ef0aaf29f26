import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, mkdtemp, open, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { DiskWatch } from './disk-watch.js';

/** So much is read back at once. */
const PIECE = 256 * 1024;

/**
 * Lays down what goes to somebody outside, or comes from there, in a file without a name. Whoever makes it is done as fast as the disk
 * takes it and then holds nothing that others need; the reader takes it as slowly as they like.
 */
export class Spool {
  constructor(
    private readonly folder: string,
    private readonly disk: DiskWatch,
  ) {}

  /** @throws Problem DiskFull, Error of the system */
  async open(): Promise<SpooledFile> {
    await this.disk.needRoom();
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = path.join(this.folder, randomUUID());
    const handle = await open(file, 'wx+', 0o600);
    // Without a name nothing is left behind, however the process ends.
    await unlink(file);
    return new SpooledFile(handle, this.disk);
  }

  /** A folder for what is put together of several files; whoever asked for it removes it. @throws Problem DiskFull, Error of the system */
  async folderFor(what: string): Promise<string> {
    await this.disk.needRoom();
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return mkdtemp(path.join(this.folder, `${what}-`));
  }

  /** Takes all pieces in as fast as they come; the answer can be read meanwhile. */
  async through(pieces: AsyncIterable<Uint8Array>): Promise<Readable> {
    const file = await this.open();
    const laid = async (): Promise<void> => {
      for await (const piece of pieces) await file.write(piece);
      file.end();
    };
    laid().catch((error: Error) => file.fail(error));
    return file.read();
  }
}

/** A file that is written once, and read once while it grows. */
export class SpooledFile {
  private written = 0;
  private state: 'growing' | 'whole' | Error = 'growing';
  private reader: 'none yet' | 'reading' | 'gone' = 'none yet';
  private wake: () => void = () => undefined;

  constructor(
    private readonly handle: FileHandle,
    private readonly disk: DiskWatch,
  ) {}

  get size(): number {
    return this.written;
  }

  /** Appends. One call at a time. @throws Problem DiskFull, Error when the reader has gone, and what the disk says */
  async write(piece: Uint8Array | string): Promise<void> {
    if (this.reader === 'gone') throw new Error('the reader has gone');
    await this.disk.needRoom();
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await this.handle.write(bytes, at, bytes.length - at, this.written);
      at += bytesWritten;
      this.written += bytesWritten;
    }
    this.wake();
  }

  /** Nobody will read it. */
  discard(): void {
    this.reader = 'gone';
    this.settle('whole');
  }

  /** Nothing more will come. */
  end(): void {
    this.settle('whole');
  }

  /** The rest will never come: the reader's stream breaks, so that nobody takes half a file for a whole one. */
  fail(error: Error): void {
    this.settle(error);
  }

  /** From the first byte to the last, waiting for what is still to be written. To be called once. */
  read(): Readable {
    this.reader = 'reading';
    const stream = Readable.from(this.pieces(), { objectMode: false, highWaterMark: PIECE });
    stream.once('close', () => {
      this.reader = 'gone';
      this.wake();
      this.close();
    });
    return stream;
  }

  private async *pieces(): AsyncGenerator<Buffer> {
    let at = 0;
    while (this.reader === 'reading') {
      if (at < this.written) {
        const { bytesRead, buffer } = await this.handle.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at);
        at += bytesRead;
        yield buffer.subarray(0, bytesRead);
      } else if (this.state instanceof Error) throw this.state;
      else if (this.state === 'whole') return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  private settle(state: 'whole' | Error): void {
    if (this.state === 'growing') this.state = state;
    this.wake();
    // What nobody has begun to read after a failure, nobody will.
    if (this.state instanceof Error && this.reader === 'none yet') this.reader = 'gone';
    this.close();
  }

  /** The disk gets its space back when neither end needs it any more. */
  private close(): void {
    if (this.state !== 'growing' && this.reader === 'gone') void this.handle.close().catch(() => undefined);
  }
}
