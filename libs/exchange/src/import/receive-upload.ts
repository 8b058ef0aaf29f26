import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import { uploadProblems } from '../problems.js';
import { insertChunk } from './import-jobs.store.js';

const CHUNK = 1024 * 1024;

/**
 * Stores a request's body in pieces as it arrives. Whatever goes wrong, a connection cut off included, ends in an error, so that
 * the caller's transaction keeps nothing.
 * @throws Problem EmptyFile, TooLarge
 */
export async function receiveUpload(
  tx: ClientTx,
  jobId: string,
  body: Readable,
  limit: number,
): Promise<{ sha256: Buffer; bytesTotal: number }> {
  const hash = createHash('sha256');
  let waiting: Buffer[] = [];
  let size = 0;
  let bytesTotal = 0;
  let chunkNo = 0;
  const store = async (): Promise<void> => {
    const chunk = Buffer.concat(waiting);
    [waiting, size] = [[], 0];
    hash.update(chunk);
    await insertChunk(tx, jobId, ++chunkNo, chunk);
  };
  // A refusal must still reach whoever is sending: the connection stays open.
  for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytesTotal += piece.length;
    if (bytesTotal > limit) throw tooLarge(limit);
    waiting.push(piece);
    size += piece.length;
    if (size >= CHUNK) await store();
  }
  if (size > 0) await store();
  if (bytesTotal === 0) throw uploadProblems.EmptyFile();
  return { sha256: hash.digest(), bytesTotal };
}

export const tooLarge = (limit: number) =>
  problems.TooLarge({ limit: limit >= 1024 ** 3 ? `${limit / 1024 ** 3} GiB` : `${Math.round(limit / 1024)} KiB` });
