import { once } from 'node:events';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** What of a reply is needed here. */
export interface StreamReply {
  header(name: string, value: string): StreamReply;
  type(type: string): StreamReply;
  send(body: unknown): unknown;
}

/**
 * Sends what `work` yields as it comes, no faster than the reader takes it. What fails before the first piece is answered as a
 * problem; what fails later breaks the connection, so that nobody takes half a file for a whole one.
 */
export async function streamOut(
  reply: StreamReply,
  file: { name: string; type: string; gzip?: boolean },
  work: (write: (piece: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const entrance = new PassThrough({ highWaterMark: 1024 * 1024 });
  let begun = false;
  let passed: Promise<void> = Promise.resolve();
  const begin = (): void => {
    begun = true;
    reply.type(file.type).header('Content-Disposition', `attachment; filename="${file.name}"`);
    let exit: PassThrough | Transform = entrance;
    if (file.gzip) {
      exit = createGzip({ level: 4 });
      // The last write's error is the one that is told.
      passed = pipeline(entrance, exit).catch(() => undefined);
    }
    reply.send(exit);
  };
  try {
    await work(async (piece) => {
      if (!begun) begin();
      if (entrance.destroyed) throw new Error('the reader has gone');
      if (!entrance.write(piece)) await Promise.race([once(entrance, 'drain'), once(entrance, 'close')]);
    });
    if (!begun) begin();
    entrance.end();
    await passed;
  } catch (error) {
    if (!begun) throw error;
    entrance.destroy(error as Error);
  }
}
