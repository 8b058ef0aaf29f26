import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { cleanFileName } from '@lib/einvoice';
import { DEFAULT_LIMITS, type FileLimits } from '../documents.options.js';
import { documentProblems } from '../problems.js';

/** A file that has arrived whole. */
export interface ReceivedFile {
  name: string;
  bytes: Buffer;
  sha256: Buffer;
}

/** Bytes of files that may be under way at the same time; who comes when it is full is asked to come back. */
const MOST_BYTES_UNDER_WAY = 256 * 1024 * 1024;
/** Half of it at most is one person's: who sends slowly keeps nobody else from sending. */
const MOST_OF_ONE = MOST_BYTES_UNDER_WAY / 2;
let underWay = 0;
const ofPerson = new Map<string, number>();

/** Counts bytes in or, with a minus, out. @throws Problem UploadsBusy; they are counted all the same */
function count(by: string, bytes: number): void {
  underWay += bytes;
  const own = (ofPerson.get(by) ?? 0) + bytes;
  if (own > 0) ofPerson.set(by, own);
  else ofPerson.delete(by);
  if (bytes > 0 && (underWay > MOST_BYTES_UNDER_WAY || own > MOST_OF_ONE))
    throw documentProblems.UploadsBusy({ seconds: 5 });
}

const MB = 1024 * 1024;
/** So many bytes tell what a file is. */
const HEAD = 64;
const WORDS: Record<keyof FileLimits, string> = {
  xml: 'XML-Dateien',
  pdf: 'PDF-Dateien',
  image: 'Bilder',
  mail: 'E-Mails',
};

/**
 * Which limit holds is told by the first bytes: a name says nothing. What begins like none of these is measured like XML, the smallest
 * but for mails, whose headers begin with letters.
 */
export function limitFor(head: Uint8Array, limits: FileLimits): { bytes: number; kind: keyof FileLimits } {
  const begins = (...magic: number[]): boolean => magic.every((byte, index) => head[index] === byte);
  const text = Buffer.from(head.subarray(0, 64)).toString('latin1');
  const kind: keyof FileLimits = text.startsWith('%PDF')
    ? 'pdf'
    : begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || begins(0x49, 0x49) || begins(0x4d, 0x4d)
      ? 'image'
      : /^\s*[A-Za-z][A-Za-z-]{1,40}:/.test(text) || /^From /.test(text)
        ? 'mail'
        : 'xml';
  return { bytes: limits[kind], kind };
}

/** The name of a file as it is shown and stored. */
export const nameOf = (name: string | undefined): string => cleanFileName(name);

/**
 * Takes a request's body as it arrives, up to the limit for its kind.
 * @throws Problem FileTooLarge, FileMissing, UploadIncomplete (cut off), UploadsBusy
 */
export async function receiveFile(
  body: Readable,
  wish: { name: string; by: string; announced: number | null; limits?: Partial<FileLimits> | undefined },
): Promise<ReceivedFile> {
  const limits = { ...DEFAULT_LIMITS, ...wish.limits };
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let size = 0;
  let limit: ReturnType<typeof limitFor> | undefined;
  const tooLarge = (): Error =>
    documentProblems.FileTooLarge({
      name: wish.name,
      kind: WORDS[limit!.kind],
      limit: Math.round((limit!.bytes / MB) * 10) / 10,
    });
  try {
    // A refusal must still reach whoever is sending: the connection stays open.
    for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (piece.length === 0) continue;
      size += piece.length;
      count(wish.by, piece.length);
      pieces.push(piece);
      // The first bytes may come in crumbs.
      if (!limit || size - piece.length < HEAD) limit = limitFor(Buffer.concat(pieces.slice(0, HEAD)), limits);
      if (size > limit.bytes || (wish.announced ?? 0) > limit.bytes) throw tooLarge();
      hash.update(piece);
    }
    if (wish.announced !== null && size !== wish.announced)
      throw documentProblems.UploadIncomplete({ name: wish.name });
    if (size === 0) throw documentProblems.FileMissing();
    return { name: wish.name, bytes: Buffer.concat(pieces, size), sha256: hash.digest() };
  } catch (error) {
    if (isCutOff(error)) throw documentProblems.UploadIncomplete({ name: wish.name });
    throw error;
  } finally {
    count(wish.by, -size);
  }
}

/** The sender hung up: whoever waits for the answer is gone, too, but what is written down about the file must be true. */
const isCutOff = (error: unknown): boolean =>
  ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNABORTED', 'EPIPE', 'ABORT_ERR'].includes(
    (error as { code?: string }).code ?? '',
  ) || (error as Error).message === 'aborted';
