import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './pdf-values.js';

/** Arrays and dictionaries inside each other; real files need about ten. */
const DEEPEST = 60;
/** Signatures fill some 100 KB; beyond this a bracket was left open. */
const LONGEST_STRING = 1024 * 1024;

/** The bytes are no PDF object where one must stand. */
export class PdfSyntaxError extends Error {
  constructor(what: string, at: number) {
    super(`${what} at byte ${at}`);
    this.name = 'PdfSyntaxError';
  }
}

const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
// ( ) < > [ ] { } / %
const isDelimiter = (byte: number | undefined): boolean =>
  byte === 40 ||
  byte === 41 ||
  byte === 60 ||
  byte === 62 ||
  byte === 91 ||
  byte === 93 ||
  byte === 123 ||
  byte === 125 ||
  byte === 47 ||
  byte === 37;
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !isSpace(byte) && !isDelimiter(byte);
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;
const hexValue = (byte: number | undefined): number =>
  byte === undefined
    ? -1
    : isDigit(byte)
      ? byte - 48
      : byte >= 65 && byte <= 70
        ? byte - 55
        : byte >= 97 && byte <= 102
          ? byte - 87
          : -1;

/** Reads PDF objects from bytes, one after the other. Never reads beyond `end` and never recurses deeper than 60. */
export class PdfLexer {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {}

  skipSpace(): void {
    for (;;) {
      while (this.at < this.end && isSpace(this.bytes[this.at])) this.at++;
      if (this.at >= this.end || this.bytes[this.at] !== 37) return;
      while (this.at < this.end && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++;
    }
  }

  /** Takes the keyword if it stands here. */
  take(keyword: string): boolean {
    this.skipSpace();
    for (let index = 0; index < keyword.length; index++) {
      if (this.bytes[this.at + index] !== keyword.charCodeAt(index)) return false;
    }
    if (isRegular(this.bytes[this.at + keyword.length]) && this.at + keyword.length < this.end) return false;
    this.at += keyword.length;
    return true;
  }

  /** A whole number without sign, or null where none stands here (then nothing is taken). */
  integer(): number | null {
    this.skipSpace();
    let at = this.at;
    let value = 0;
    while (at < this.end && isDigit(this.bytes[at]) && at - this.at < 12) value = value * 10 + this.bytes[at++]! - 48;
    if (at === this.at) return null;
    this.at = at;
    return value;
  }

  /** The object that stands here. */
  value(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new PdfSyntaxError('nested too deeply', this.at);
    this.skipSpace();
    if (this.at >= this.end) throw new PdfSyntaxError('end of data', this.at);
    const byte = this.bytes[this.at]!;
    if (byte === 47) return this.name();
    if (byte === 40) return this.literal();
    if (byte === 91) return this.array(depth);
    if (byte === 60) return this.bytes[this.at + 1] === 60 ? this.dict(depth) : this.hex();
    if (isDigit(byte) || byte === 43 || byte === 45 || byte === 46) return this.numberOrRef();
    if (this.take('true')) return true;
    if (this.take('false')) return false;
    if (this.take('null')) return null;
    throw new PdfSyntaxError('no object', this.at);
  }

  private name(): PdfName {
    const from = ++this.at;
    let escaped = false;
    while (this.at < this.end && isRegular(this.bytes[this.at])) if (this.bytes[this.at++] === 35) escaped = true;
    let name = String.fromCharCode(...this.bytes.subarray(from, Math.min(this.at, from + 256)));
    // `/J#61vaScript` is `/JavaScript`.
    if (escaped) name = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return new PdfName(name);
  }

  private numberOrRef(): PdfValue {
    const start = this.at;
    if (isDigit(this.bytes[start])) {
      const number = this.integer();
      if (number !== null && isSpace(this.bytes[this.at])) {
        const afterNumber = this.at;
        const generation = this.integer();
        if (generation !== null && isSpace(this.bytes[this.at])) {
          this.skipSpace();
          if (this.bytes[this.at] === 82 && !isRegular(this.bytes[this.at + 1])) {
            this.at++;
            return new PdfRef(number, generation);
          }
        }
        this.at = afterNumber;
        return number;
      }
      this.at = start;
    }
    while (this.at < this.end && isRegular(this.bytes[this.at]) && this.at - start < 40) this.at++;
    const value = Number.parseFloat(String.fromCharCode(...this.bytes.subarray(start, this.at)));
    return Number.isFinite(value) ? value : 0;
  }

  private array(depth: number): PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.at >= this.end) throw new PdfSyntaxError('array without end', this.at);
      if (this.bytes[this.at] === 93) {
        this.at++;
        return values;
      }
      values.push(this.value(depth + 1));
    }
  }

  private dict(depth: number): PdfDict {
    this.at += 2;
    const dict: PdfDict = new Map();
    for (;;) {
      this.skipSpace();
      if (this.at >= this.end) throw new PdfSyntaxError('dictionary without end', this.at);
      if (this.bytes[this.at] === 62 && this.bytes[this.at + 1] === 62) {
        this.at += 2;
        return dict;
      }
      if (this.bytes[this.at] !== 47) throw new PdfSyntaxError('key without a name', this.at);
      const key = this.name().name;
      this.skipSpace();
      if (this.bytes[this.at] === 62) continue; // a key without a value, as some writers leave behind
      dict.set(key, this.value(depth + 1));
    }
  }

  private literal(): PdfString {
    const end = this.literalEnd();
    const out = new Uint8Array(end - this.at);
    let length = 0;
    for (this.at++; this.at < end;) {
      let byte = this.bytes[this.at++]!;
      if (byte === 92) {
        byte = this.bytes[this.at++] ?? 0;
        if (byte === 13 || byte === 10) {
          if (byte === 13 && this.bytes[this.at] === 10) this.at++;
          continue;
        }
        const escape = 'nrtbf'.indexOf(String.fromCharCode(byte));
        if (escape >= 0) byte = [10, 13, 9, 8, 12][escape]!;
        else if (byte >= 48 && byte <= 55) {
          byte -= 48;
          for (let digits = 1; digits < 3; digits++) {
            const next = this.bytes[this.at];
            if (next === undefined || next < 48 || next > 55) break;
            byte = byte * 8 + next - 48;
            this.at++;
          }
          byte &= 255;
        }
      }
      out[length++] = byte;
    }
    this.at = end + 1;
    return new PdfString(out.subarray(0, length));
  }

  /** Where the bracket stands that closes the string beginning here. */
  private literalEnd(): number {
    const most = Math.min(this.end, this.at + LONGEST_STRING);
    let open = 0;
    for (let at = this.at; at < most; at++) {
      const byte = this.bytes[at];
      if (byte === 92) at++;
      else if (byte === 40) open++;
      else if (byte === 41 && --open === 0) return at;
    }
    throw new PdfSyntaxError('string without end', this.at);
  }

  private hex(): PdfString {
    const most = Math.min(this.end, this.at + LONGEST_STRING);
    const end = this.bytes.subarray(0, most).indexOf(62, this.at);
    if (end < 0) throw new PdfSyntaxError('string without end', this.at);
    const out = new Uint8Array((end - this.at) >> 1);
    let digits = 0;
    for (let at = this.at + 1; at < end; at++) {
      const value = hexValue(this.bytes[at]);
      if (value < 0) continue;
      out[digits >> 1] = (digits & 1) === 0 ? value << 4 : out[digits >> 1]! | value;
      digits++;
    }
    this.at = end + 1;
    return new PdfString(out.subarray(0, (digits + 1) >> 1));
  }
}
