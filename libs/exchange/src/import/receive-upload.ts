import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { ClientTx } from '@lib/database';
import type { SpooledFile } from '@lib/http';
import { problems } from '@lib/kernel';
import { uploadProblems } from '../problems.js';
import { insertChunk } from './import-jobs.store.js';

const CHUNK = 1024 * 1024;

/**
 * Lays a request's body down as it arrives, however slowly, without holding anything that others need. Whatever goes wrong, a connection
 * cut off included, ends in an error.
 * @throws Problem EmptyFile, TooLarge
 */
export async function receiveUpload(
  file: SpooledFile,
  body: Readable,
  limit: number,
): Promise<{ sha256: Buffer; bytesTotal: number }> {
  const hash = createHash('sha256');
  // A refusal must still reach whoever is sending: the connection stays open.
  for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (file.size + piece.length > limit) throw tooLarge(limit);
    hash.update(piece);
    await file.write(piece);
  }
  file.end();
  if (file.size === 0) throw uploadProblems.EmptyFile();
  return { sha256: hash.digest(), bytesTotal: file.size };
}

/** Keeps a file that has arrived whole with its job, in pieces. */
export async function storeUpload(tx: ClientTx, jobId: string, file: SpooledFile): Promise<void> {
  let waiting: Buffer[] = [];
  let size = 0;
  let chunkNo = 0;
  const store = async (): Promise<void> => {
    const chunk = Buffer.concat(waiting);
    [waiting, size] = [[], 0];
    await insertChunk(tx, jobId, ++chunkNo, chunk);
  };
  for await (const piece of file.read() as AsyncIterable<Buffer>) {
    waiting.push(piece);
    size += piece.length;
    if (size >= CHUNK) await store();
  }
  if (size > 0) await store();
}

export const tooLarge = (limit: number) =>
  problems.TooLarge({ limit: limit >= 1024 ** 3 ? `${limit / 1024 ** 3} GiB` : `${Math.round(limit / 1024)} KiB` });
