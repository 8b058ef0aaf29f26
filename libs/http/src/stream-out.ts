import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Spool } from './spool.js';

/** What of a reply is needed here. */
export interface StreamReply {
  header(name: string, value: string): StreamReply;
  type(type: string): StreamReply;
  send(body: unknown): unknown;
}

/**
 * Sends what `work` yields as it comes. `work` never waits for the reader, only for the disk: what it holds meanwhile, such as a snapshot
 * of the database, is free as soon as the last piece is laid down. What fails before the first piece is answered as a problem; what fails
 * later breaks the connection, so that nobody takes half a file for a whole one.
 */
export async function streamOut(
  spool: Spool,
  reply: StreamReply,
  file: { name: string; type: string; gzip?: boolean },
  work: (write: (piece: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const spooled = await spool.open();
  const entrance = file.gzip ? createGzip({ level: 4 }) : new PassThrough({ highWaterMark: 1024 * 1024 });
  const laid = pipeline(entrance, async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) await spooled.write(piece);
  });
  laid.catch(() => undefined); // told below
  let begun = false;
  const begin = (): void => {
    begun = true;
    reply.type(file.type).header('Content-Disposition', `attachment; filename="${file.name}"`);
    reply.send(spooled.read());
  };
  try {
    await work(async (piece) => {
      if (!begun) begin();
      if (entrance.destroyed) return laid;
      if (!entrance.write(piece)) await Promise.race([once(entrance, 'drain'), laid]);
    });
    entrance.end();
    await laid;
    if (!begun) begin();
    spooled.end();
  } catch (error) {
    entrance.destroy();
    spooled.fail(error as Error);
    if (!begun) throw error;
  }
}
