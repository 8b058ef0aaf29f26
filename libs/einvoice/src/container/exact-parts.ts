/*
 * The mail parser works on lines: of an attachment that travels as 7bit, 8bit, binary or quoted-printable it changes
 * line breaks and adds one at the end. Files must arrive byte for byte, so such parts are turned into Base64 first,
 * which the parser leaves alone. Everything else stays as it is.
 */

const DEEPEST = 30;
const MOST_PARTS = 5_000;
const CR = 13;
const LF = 10;

/** The mail with every attachment in Base64. The same bytes where there is nothing to do. */
export function exactParts(mail: Uint8Array): Uint8Array {
  const rewriting = new Rewriting(Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength));
  rewriting.entity(0, mail.length, 0);
  return rewriting.result;
}

class Rewriting {
  private readonly pieces: Uint8Array[] = [];
  private copied = 0;
  private parts = 0;

  constructor(private readonly mail: Buffer) {}

  get result(): Uint8Array {
    if (this.pieces.length === 0) return this.mail;
    return Buffer.concat([...this.pieces, this.mail.subarray(this.copied)]);
  }

  /** A mail or a part of one: header fields, an empty line, a body. */
  entity(from: number, to: number, depth: number): void {
    if (depth > DEEPEST || ++this.parts > MOST_PARTS) return;
    const body = bodyOf(this.mail, from, to);
    if (body === null) return;
    const head = this.mail.toString('latin1', from, Math.min(body, from + 64 * 1024)).replace(/\r?\n[ \t]+/g, ' ');
    const type = /^content-type:[ \t]*([^;\s]+)/im.exec(head)?.[1]?.toLowerCase() ?? 'text/plain';
    if (type.startsWith('multipart/')) {
      const field = /^content-type:.*$/im.exec(head)?.[0] ?? '';
      const boundary = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(field);
      if (boundary) this.multipart(body, to, boundary[1] ?? boundary[2]!, depth);
    } else if (depth > 0 && type !== 'message/rfc822' && isFile(head, type)) {
      this.leaf(head, from, body, to);
    }
  }

  private multipart(from: number, to: number, boundary: string, depth: number): void {
    const delimiter = Buffer.from(`--${boundary}`, 'latin1');
    let part: number | null = null;
    // Never beyond the part: otherwise many parts with missing delimiters would each search the whole mail.
    const range = this.mail.subarray(0, to);
    for (let at = range.indexOf(delimiter, from); at >= 0; at = range.indexOf(delimiter, at + 1)) {
      if (at > from && this.mail[at - 1] !== LF) continue;
      const after = at + delimiter.length;
      const last = this.mail[after] === 45 && this.mail[after + 1] === 45;
      // Another boundary may begin with this one.
      if (!last && ![CR, LF, 32, 9, undefined].includes(this.mail[after])) continue;
      // The line break before a delimiter belongs to the delimiter.
      if (part !== null) this.entity(part, at - (this.mail[at - 2] === CR ? 2 : 1), depth + 1);
      if (last) return;
      const end = range.indexOf(LF, after);
      if (end < 0) return;
      part = end + 1;
    }
  }

  private leaf(head: string, from: number, body: number, to: number): void {
    const encoding = /^content-transfer-encoding:[ \t]*([\w-]+)/im.exec(head)?.[1]?.toLowerCase() ?? '7bit';
    if (!['7bit', '8bit', 'binary', 'quoted-printable'].includes(encoding)) return;
    const raw = this.mail.subarray(body, Math.max(body, to));
    const bytes = encoding === 'quoted-printable' ? unquoted(raw) : raw;
    const fields = this.mail
      .toString('latin1', from, body)
      .replace(/^content-transfer-encoding:.*(?:\r?\n[ \t].*)*\r?\n/gim, '');
    this.pieces.push(
      this.mail.subarray(this.copied, from),
      Buffer.from(`Content-Transfer-Encoding: base64\r\n${fields}`, 'latin1'),
      Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n'), 'latin1'),
    );
    this.copied = Math.max(body, to);
  }
}

/** Where the body begins: behind the first empty line; null where there is none. */
function bodyOf(mail: Buffer, from: number, to: number): number | null {
  if (mail[from] === LF) return from + 1;
  if (mail[from] === CR && mail[from + 1] === LF) return from + 2;
  const range = mail.subarray(0, to);
  for (let at = range.indexOf(LF, from); at >= 0; at = range.indexOf(LF, at + 1)) {
    if (mail[at + 1] === LF) return at + 2;
    if (mail[at + 1] === CR && mail[at + 2] === LF) return at + 3;
  }
  return null;
}

/** A part with a name or of a type that is no message text. */
function isFile(head: string, type: string): boolean {
  if (type !== 'text/plain' && type !== 'text/html') return true;
  return /^content-disposition:[ \t]*attachment|^content-(?:type|disposition):.*;\s*(?:file)?name\*?\d*\*?\s*=/im.test(
    head,
  );
}

function unquoted(raw: Buffer): Buffer {
  const out = Buffer.allocUnsafe(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at]!;
    if (byte !== 61) {
      out[length++] = byte;
      continue;
    }
    // A soft line break, perhaps with blanks before it, or two hexadecimal digits.
    const soft = /^[ \t]*\r?\n/.exec(raw.toString('latin1', at + 1, at + 80));
    const hex = raw.toString('latin1', at + 1, at + 3);
    if (soft) at += soft[0].length;
    else if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
      out[length++] = parseInt(hex, 16);
      at += 2;
    } else out[length++] = byte;
  }
  return out.subarray(0, length);
}
