import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';

/** What of a reply is needed here. */
export interface FileReply {
  header(name: string, value: string): unknown;
  status(code: number): unknown;
}

/** Types that a browser may be told; everything else is bytes. */
const KNOWN =
  /^(application\/(pdf|xml|json)|image\/(png|jpeg|tiff)|message\/rfc822|text\/(csv|plain)|application\/vnd\.[a-z0-9.+-]{1,80})$/;

/** A file's name in a header: ASCII for old programs, the whole name in UTF-8 for the others (RFC 6266). */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`;
}

/** Hands out a received file: to be saved, never to be opened in the page, whatever it holds. */
export function attachment(
  reply: FileReply,
  file: { name: string; mime: string; size: number | null },
  content: Readable | Uint8Array,
): StreamableFile {
  harden(reply);
  reply.header('Content-Disposition', disposition('attachment', file.name));
  const options = {
    type: KNOWN.test(file.mime) ? file.mime : 'application/octet-stream',
    ...(file.size !== null && { length: file.size }),
  };
  return new StreamableFile(content instanceof Uint8Array ? Readable.from([Buffer.from(content)]) : content, options);
}

/** Hands out a picture of a page for an `<img>`; the same page of the same bytes never changes. */
export function picture(reply: FileReply, { mime, bytes }: { mime: string; bytes: Uint8Array }): StreamableFile {
  harden(reply);
  reply.header('Cache-Control', 'private, max-age=3600, immutable');
  reply.header('Content-Disposition', 'inline');
  return new StreamableFile(bytes, { type: mime, length: bytes.length });
}

function harden(reply: FileReply): void {
  reply.header('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
  reply.header('X-Content-Type-Options', 'nosniff');
  reply.header('Cross-Origin-Resource-Policy', 'same-origin');
}
