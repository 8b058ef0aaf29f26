import { isUtf8 } from 'node:buffer';
import { Unreadable } from './findings.js';

export const ENCODINGS = ['utf-8', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const NEWLINE = 0x0a;

/**
 * Hands on the file as valid UTF-8, in pieces that never divide a character, without a byte order mark. Refuses NUL bytes,
 * UTF-16 and whatever is no UTF-8, naming line and character.
 */
export async function* utf8Pieces(source: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = encoding === 'windows-1252' ? new TextDecoder('windows-1252') : undefined;
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  const place = new Place(decoder === undefined);
  for await (const chunk of source) {
    let piece = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    if (first && piece.length < 3) {
      rest = piece;
      continue;
    }
    if (first) {
      refuseUtf16(piece);
      if (piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) piece = piece.subarray(3);
      first = false;
    }
    const end = decoder ? piece.length : wholeCharacters(piece);
    rest = piece.subarray(end);
    piece = piece.subarray(0, end);
    check(piece, decoder === undefined, place);
    place.pass(piece);
    if (piece.length > 0) yield decoder ? Buffer.from(decoder.decode(piece, { stream: true }), 'utf8') : piece;
  }
  if (rest.length > 0) {
    check(rest, decoder === undefined, place);
    yield decoder ? Buffer.from(decoder.decode(rest), 'utf8') : rest;
  }
}

function refuseUtf16(piece: Buffer): void {
  const utf16 = (piece[0] === 0xff && piece[1] === 0xfe) || (piece[0] === 0xfe && piece[1] === 0xff);
  if (utf16) throw new Unreadable(1, '1', 'WrongEncoding', { value: 'UTF-16' });
}

/** Length without the beginning of a character that goes on in the next piece. */
function wholeCharacters(piece: Buffer): number {
  for (let back = 1; back <= Math.min(4, piece.length); back++) {
    const byte = piece[piece.length - back]!;
    if (byte < 0x80 || byte >= 0xf8) return piece.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? piece.length - back : piece.length;
    }
  }
  return piece.length;
}

function check(piece: Buffer, utf8: boolean, place: Place): void {
  const nul = piece.indexOf(0);
  if (nul >= 0) {
    const { line, column } = place.of(piece, nul);
    throw new Unreadable(line, String(column), 'NulByte');
  }
  if (!utf8 || isUtf8(piece)) return;
  let start = 0;
  for (;;) {
    const newline = piece.indexOf(NEWLINE, start);
    const end = newline < 0 ? piece.length : newline + 1;
    if (!isUtf8(piece.subarray(start, end))) break;
    start = end;
  }
  const at = start + firstBadByte(piece.subarray(start));
  const { line, column } = place.of(piece, at);
  throw new Unreadable(line, String(column), 'WrongEncoding', {
    value: `0x${(piece[at] ?? 0).toString(16).padStart(2, '0')}`,
  });
}

/** Decoding puts U+FFFD where bytes are no character; the first that does not stand in the file itself is the place. */
function firstBadByte(line: Buffer): number {
  const text = line.toString('utf8');
  let bytes = 0;
  let from = 0;
  for (;;) {
    const at = text.indexOf('\ufffd', from);
    bytes += Buffer.byteLength(text.slice(from, at < 0 ? text.length : at));
    if (at < 0 || !line.subarray(bytes, bytes + 3).equals(REPLACEMENT)) return bytes;
    from = at + 1;
    bytes += 3;
  }
}

const REPLACEMENT = Buffer.from('\ufffd', 'utf8');

/** Which line and character a byte belongs to. */
class Place {
  private line = 1;
  /** Characters of the current line that lie in earlier pieces. */
  private carried = 0;

  constructor(private readonly utf8: boolean) {}

  pass(piece: Buffer): void {
    const { line, column } = this.of(piece, piece.length);
    this.line = line;
    this.carried = column - 1;
  }

  of(piece: Buffer, at: number): { line: number; column: number } {
    let line = this.line;
    let begin = 0;
    for (let newline = piece.indexOf(NEWLINE); newline >= 0 && newline < at; newline = piece.indexOf(NEWLINE, begin)) {
      line++;
      begin = newline + 1;
    }
    const before = this.characters(piece.subarray(begin, at));
    return { line, column: (line === this.line ? this.carried : 0) + before + 1 };
  }

  private characters(bytes: Buffer): number {
    if (!this.utf8) return bytes.length;
    let count = 0;
    for (const byte of bytes) if ((byte & 0xc0) !== 0x80) count++;
    return count;
  }
}
