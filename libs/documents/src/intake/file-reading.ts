import { Injectable } from '@nestjs/common';
import { documentProblems } from '../problems.js';
import { FileReader } from '../reading/file-reader.js';
import { ReaderUnavailable } from '../reading/reading-pool.js';
import { FileReading, type Reading } from './reading.js';
import { readingOf } from './reading-of-file.js';

/** Reads files in processes that can be ended; see {@link FileReader}. */
@Injectable()
export class BoundedReading extends FileReading {
  constructor(private readonly reader: FileReader) {
    super();
  }

  async read(bytes: Uint8Array, name: string): Promise<Reading> {
    return readingOf(await available(this.reader.read(bytes, { name })));
  }

  async page(bytes: Uint8Array, page: number, width: number): Promise<{ mime: string; bytes: Uint8Array } | null> {
    const picture = await available(this.reader.renderPage(bytes, page, width));
    return picture && { mime: picture.mimeType, bytes: picture.bytes };
  }

  async attachment(bytes: Uint8Array, no: number): Promise<Uint8Array | null> {
    return (await available(this.reader.attachment(bytes, no)))?.bytes ?? null;
  }
}

/** @throws Problem ReadingUnavailable instead of the reader's own error */
async function available<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ReaderUnavailable) throw documentProblems.ReadingUnavailable({ seconds: 5 });
    throw error;
  }
}
