import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { type PdfDict, isDict, nameOf, type PdfStream, type PdfValue } from './pdf-values.js';

/** Decoded, the stream would be larger than allowed; it was given up before the memory was taken. */
export class PdfTooLarge extends Error {
  constructor(readonly limit: number) {
    super(`a stream unpacks to more than ${limit} bytes`);
    this.name = 'PdfTooLarge';
  }
}

/** The stream uses a filter that is no compression of data (pictures) or is damaged beyond reading. */
export class PdfUndecodable extends Error {}

type Resolve = (value: PdfValue | undefined) => PdfValue;

/**
 * The content of a stream. No intermediate result grows beyond `limit` bytes: `zlib` counts while it inflates.
 * @throws {PdfTooLarge} when it would
 * @throws {PdfUndecodable} for filters of pictures and for damaged data
 */
export function decodeStream(stream: PdfStream, limit: number, resolve: Resolve): Uint8Array {
  const named = resolve(stream.dict.get('Filter') ?? stream.dict.get('F'));
  const filters = (Array.isArray(named) ? named : named === null ? [] : [named]).map((one) => nameOf(resolve(one)));
  const given = resolve(stream.dict.get('DecodeParms') ?? stream.dict.get('DP'));
  const parameters = (Array.isArray(given) ? given : [given]).map((one) => resolve(one));
  // Each filter may multiply; nobody needs more than two or three.
  if (filters.length > 6) throw new PdfUndecodable('too many filters');
  let bytes = stream.raw;
  filters.forEach((filter, index) => {
    const own = parameters[index];
    bytes = decode(bytes, filter, isDict(own) ? own : new Map<string, PdfValue>(), limit, resolve);
  });
  if (bytes.length > limit) throw new PdfTooLarge(limit);
  return bytes;
}

function decode(bytes: Uint8Array, filter: string | null, parms: PdfDict, limit: number, resolve: Resolve): Uint8Array {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return unpredict(inflate(bytes, limit), parms, resolve);
    case 'LZWDecode':
    case 'LZW':
      return unpredict(unlzw(bytes, limit, resolve(parms.get('EarlyChange')) !== 0), parms, resolve);
    case 'ASCIIHexDecode':
    case 'AHx':
      return unhex(bytes);
    case 'ASCII85Decode':
    case 'A85':
      return un85(bytes, limit);
    case 'RunLengthDecode':
    case 'RL':
      return unrun(bytes, limit);
    case 'Crypt':
      return bytes;
    default:
      throw new PdfUndecodable(`filter ${filter ?? 'without a name'}`);
  }
}

/** Inflates at most `limit` bytes. Data that breaks off or ends in a wrong checksum gives what could be read. */
export function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  const options = { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    return inflateSync(bytes, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new PdfTooLarge(limit);
  }
  // A wrong checksum, or no zlib header at all.
  for (const from of [2, 0]) {
    try {
      return inflateRawSync(bytes.subarray(from), options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new PdfTooLarge(limit);
    }
  }
  throw new PdfUndecodable('damaged data');
}

/** Undoes PNG's and TIFF's predictors, as cross-reference streams use them. */
function unpredict(bytes: Uint8Array, parms: PdfDict, resolve: Resolve): Uint8Array {
  const number = (key: string, otherwise: number): number => {
    const value = resolve(parms.get(key));
    return typeof value === 'number' && value > 0 && value < 1_000_000 ? Math.floor(value) : otherwise;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return bytes;
  const pixel = Math.max(1, (number('Colors', 1) * number('BitsPerComponent', 8)) >> 3);
  const row = Math.max(1, (number('Columns', 1) * number('Colors', 1) * number('BitsPerComponent', 8) + 7) >> 3);
  if (predictor === 2) {
    const out = Uint8Array.from(bytes);
    for (let at = 0; at < out.length; at++) if (at % row >= pixel) out[at] = (out[at]! + out[at - pixel]!) & 255;
    return out;
  }
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let line = 0; line < rows; line++) {
    const from = line * (row + 1);
    const kind = bytes[from];
    for (let column = 0; column < row; column++) {
      const at = line * row + column;
      const left = column >= pixel ? out[at - pixel]! : 0;
      const up = line > 0 ? out[at - row]! : 0;
      const corner = line > 0 && column >= pixel ? out[at - row - pixel]! : 0;
      let add = 0;
      if (kind === 1) add = left;
      else if (kind === 2) add = up;
      else if (kind === 3) add = (left + up) >> 1;
      else if (kind === 4) {
        const guess = left + up - corner;
        const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
        add = a <= b && a <= c ? left : b <= c ? up : corner;
      }
      out[at] = ((bytes[from + 1 + column] ?? 0) + add) & 255;
    }
  }
  return out;
}

function unhex(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const digits = text.split('>', 1)[0]!.replace(/[^0-9A-Fa-f]/g, '');
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
}

/** Grows by doubling, never beyond the limit. */
class Output {
  private bytes: Uint8Array;
  length = 0;

  constructor(private readonly limit: number) {
    this.bytes = new Uint8Array(Math.min(limit, 64 * 1024));
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) {
      if (this.length >= this.limit) throw new PdfTooLarge(this.limit);
      const larger = new Uint8Array(Math.min(this.limit, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
  }

  get result(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

function un85(bytes: Uint8Array, limit: number): Uint8Array {
  const out = new Output(limit);
  let group: number[] = [];
  const flush = (): void => {
    if (group.length < 2) return;
    const count = group.length - 1;
    let value = 0;
    for (let index = 0; index < 5; index++) value = value * 85 + (group[index] ?? 84);
    for (let index = 0; index < count; index++) out.push(Math.floor(value / 256 ** (3 - index)) & 255);
    group = [];
  };
  for (const byte of bytes) {
    if (byte === 126) break;
    if (byte === 122 && group.length === 0) for (let index = 0; index < 4; index++) out.push(0);
    else if (byte >= 33 && byte <= 117) {
      group.push(byte - 33);
      if (group.length === 5) flush();
    }
  }
  flush();
  return out.result;
}

function unrun(bytes: Uint8Array, limit: number): Uint8Array {
  const out = new Output(limit);
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at++]!;
    if (length === 128) break;
    if (length < 128) for (let index = 0; index <= length && at < bytes.length; index++) out.push(bytes[at++]!);
    else {
      const byte = bytes[at++] ?? 0;
      for (let index = 0; index < 257 - length; index++) out.push(byte);
    }
  }
  return out.result;
}

function unlzw(bytes: Uint8Array, limit: number, early: boolean): Uint8Array {
  const out = new Output(limit);
  const prefix = new Int32Array(4096);
  const last = new Uint8Array(4096);
  const lengths = new Uint16Array(4096);
  for (let code = 0; code < 256; code++) {
    prefix[code] = -1;
    last[code] = code;
    lengths[code] = 1;
  }
  let next = 258;
  let width = 9;
  let before = -1;
  let bits = 0;
  let count = 0;
  const word = new Uint8Array(4097);
  const spell = (code: number): number => {
    const length = lengths[code]!;
    for (let index = length - 1, at = code; index >= 0; index--, at = prefix[at]!) word[index] = last[at]!;
    return length;
  };
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    count += 8;
    if (count < width) continue;
    const code = (bits >> (count - width)) & ((1 << width) - 1);
    count -= width;
    bits &= (1 << count) - 1;
    if (code === 257) break;
    if (code === 256) {
      next = 258;
      width = 9;
      before = -1;
      continue;
    }
    if (code > next || (before < 0 && code > 255)) throw new PdfUndecodable('damaged data');
    let length: number;
    if (before >= 0 && code === next) {
      length = spell(before);
      word[length] = word[0]!;
      length++;
    } else length = spell(code);
    for (let index = 0; index < length; index++) out.push(word[index]!);
    if (before >= 0 && next < 4096) {
      prefix[next] = before;
      last[next] = word[0]!;
      lengths[next] = lengths[before]! + 1;
      next++;
    }
    before = code;
    const full = next + (early ? 1 : 0);
    width = full >= 2048 ? 12 : full >= 1024 ? 11 : full >= 512 ? 10 : 9;
  }
  return out.result;
}
