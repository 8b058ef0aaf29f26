import { decodeStream, PdfTooLarge, PdfUndecodable } from './pdf-filters.js';
import { PdfLexer, PdfSyntaxError } from './pdf-lexer.js';
import { dictOf, isDict, nameOf, type PdfDict, PdfRef, PdfStream, type PdfValue } from './pdf-values.js';

/** Numbers that keep a hostile file from taking what it likes. Bytes are counted after unpacking. */
export interface PdfLimits {
  /** Objects of one file. */
  objects: number;
  /** One stream of the file's own bookkeeping (cross references, object streams, metadata). */
  structure: number;
  /** All of them together. */
  structureTotal: number;
}

export const PDF_LIMITS: PdfLimits = { objects: 200_000, structure: 16 << 20, structureTotal: 64 << 20 };

type Place = { at: number } | { inside: number; index: number };

/** There is no PDF to be found in the bytes. */
export class PdfBroken extends Error {}

/**
 * Objects of a PDF, read where they stand and only when asked for. Nothing is executed, nothing is fetched, nothing is
 * unpacked beyond the limits. Damaged cross references are rebuilt from the objects that can be found (`repaired`).
 *
 * An own reader, because libraries unpack every object stream without a limit and do not show metadata and
 * relationships of attachments.
 */
export class PdfDocument {
  private places = new Map<number, Place>();
  private readonly cache = new Map<number, PdfValue>();
  private readonly containers = new Map<number, { bytes: Uint8Array; offsets: Map<number, number> } | null>();
  private readonly underWay = new Set<number>();
  private unpacked = 0;
  trailer: PdfDict = new Map();
  /** The table of contents was damaged and has been rebuilt. */
  repaired = false;

  /** @throws {PdfBroken} when neither a trailer nor a catalogue can be found */
  constructor(
    readonly bytes: Uint8Array,
    private readonly limits: PdfLimits = PDF_LIMITS,
  ) {
    try {
      this.readCrossReferences();
    } catch (error) {
      if (error instanceof PdfTooLarge) throw error;
      this.places.clear();
    }
    if (!this.hasPages()) this.repair();
    if (!this.hasPages() && !dictOf(this.resolve(this.trailer.get('Root'))) && !this.encrypted) {
      throw new PdfBroken('no catalogue');
    }
  }

  /** Strings and streams are encrypted; then only the structure can be read here. */
  get encrypted(): boolean {
    return this.trailer.has('Encrypt') && this.resolve(this.trailer.get('Encrypt')) !== null;
  }

  get catalog(): PdfDict {
    return dictOf(this.resolve(this.trailer.get('Root'))) ?? new Map<string, PdfValue>();
  }

  /** Numbers of all objects in the table of contents. */
  get numbers(): Iterable<number> {
    return this.places.keys();
  }

  /** Follows references until something else stands there; null for what is missing or damaged. */
  resolve = (value: PdfValue | undefined): PdfValue => {
    let current = value ?? null;
    for (let steps = 0; current instanceof PdfRef; steps++) {
      if (steps > 20) return null;
      current = this.object(current.number);
    }
    return current;
  };

  get(dict: PdfDict | null, key: string): PdfValue {
    return this.resolve(dict?.get(key));
  }

  /** The object with this number; null where there is none or it cannot be read. */
  object(number: number): PdfValue {
    const known = this.cache.get(number);
    if (known !== undefined) return known;
    const place = this.places.get(number);
    // An object that needs itself to be read is damaged.
    if (!place || this.underWay.has(number)) return null;
    this.underWay.add(number);
    let value: PdfValue = null;
    try {
      value = 'at' in place ? this.objectAt(place.at, number) : this.objectInside(place.inside, number);
    } catch (error) {
      if (error instanceof PdfTooLarge) throw error;
      if (!(error instanceof PdfSyntaxError) && !(error instanceof PdfUndecodable)) throw error;
    } finally {
      this.underWay.delete(number);
    }
    this.cache.set(number, value);
    return value;
  }

  /** Unpacks a stream of the file's bookkeeping. @throws {PdfTooLarge | PdfUndecodable} */
  structure(stream: PdfStream): Uint8Array {
    const left = this.limits.structureTotal - this.unpacked;
    const bytes = decodeStream(stream, Math.max(1, Math.min(this.limits.structure, left)), this.resolve);
    this.unpacked += bytes.length;
    return bytes;
  }

  private hasPages(): boolean {
    return dictOf(this.resolve(this.catalog.get('Pages'))) !== null;
  }

  private objectAt(at: number, number: number): PdfValue {
    const lexer = new PdfLexer(this.bytes, at);
    if (lexer.integer() !== number || lexer.integer() === null || !lexer.take('obj')) {
      throw new PdfSyntaxError(`object ${number} is not there`, at);
    }
    const value = lexer.value();
    if (!isDict(value)) return value;
    lexer.skipSpace();
    const from = lexer.at;
    if (!lexer.take('stream')) return value;
    return new PdfStream(value, this.streamBytes(value, from + 'stream'.length));
  }

  private streamBytes(dict: PdfDict, after: number): Uint8Array {
    let from = after;
    if (this.bytes[from] === 13) from++;
    if (this.bytes[from] === 10) from++;
    const length = this.resolve(dict.get('Length'));
    if (typeof length === 'number' && length >= 0 && from + length <= this.bytes.length) {
      const lexer = new PdfLexer(this.bytes, from + length, Math.min(this.bytes.length, from + length + 40));
      if (lexer.take('endstream')) return this.bytes.subarray(from, from + length);
    }
    // A wrong length: the stream ends where its keyword says so.
    const end = buffer(this.bytes).indexOf('endstream', from, 'latin1');
    if (end < 0) return this.bytes.subarray(from);
    const cut = this.bytes[end - 1] === 10 ? (this.bytes[end - 2] === 13 ? 2 : 1) : this.bytes[end - 1] === 13 ? 1 : 0;
    return this.bytes.subarray(from, Math.max(from, end - cut));
  }

  private objectInside(container: number, number: number): PdfValue {
    let opened = this.containers.get(container);
    if (opened === undefined) {
      opened = this.openContainer(container);
      this.containers.set(container, opened);
    }
    const at = opened?.offsets.get(number);
    return opened && at !== undefined && at < opened.bytes.length ? new PdfLexer(opened.bytes, at).value() : null;
  }

  private openContainer(number: number): { bytes: Uint8Array; offsets: Map<number, number> } | null {
    const stream = this.object(number);
    if (!(stream instanceof PdfStream)) return null;
    const first = this.resolve(stream.dict.get('First'));
    const count = this.resolve(stream.dict.get('N'));
    if (typeof first !== 'number' || typeof count !== 'number') return null;
    const bytes = this.structure(stream);
    const lexer = new PdfLexer(bytes, 0, Math.min(bytes.length, Math.max(0, first)));
    const offsets = new Map<number, number>();
    for (let index = 0; index < Math.min(count, this.limits.objects); index++) {
      const one = lexer.integer();
      const at = lexer.integer();
      if (one === null || at === null) break;
      if (!offsets.has(one)) offsets.set(one, first + at);
    }
    return { bytes, offsets };
  }

  private readCrossReferences(): void {
    const tail = Math.max(0, this.bytes.length - 4096);
    const found = buffer(this.bytes).lastIndexOf('startxref', undefined, 'latin1');
    if (found < tail) throw new PdfSyntaxError('no startxref', tail);
    const start = new PdfLexer(this.bytes, found + 'startxref'.length).integer();
    if (start === null) throw new PdfSyntaxError('no startxref', found);
    // Offsets count from the header where something stands before it.
    const header = Math.max(0, buffer(this.bytes.subarray(0, 1024)).indexOf('%PDF-', 0, 'latin1'));
    const visited = new Set<number>();
    const waiting = [start];
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      if (visited.has(at) || visited.size > 500) continue;
      visited.add(at);
      const lexer = new PdfLexer(this.bytes, at);
      const trailer = lexer.take('xref') ? this.readTable(lexer) : this.readStream(at);
      for (const [key, value] of trailer) if (!this.trailer.has(key)) this.trailer.set(key, value);
      for (const key of ['XRefStm', 'Prev']) {
        const next = trailer.get(key);
        if (typeof next === 'number') waiting.push(next);
      }
    }
    if (header > 0) {
      for (const place of this.places.values()) {
        if ('at' in place && !this.standsAt(place.at) && this.standsAt(place.at + header)) place.at += header;
      }
    }
  }

  private standsAt(at: number): boolean {
    const lexer = new PdfLexer(this.bytes, at);
    return lexer.integer() !== null && lexer.integer() !== null && lexer.take('obj');
  }

  private readTable(lexer: PdfLexer): PdfDict {
    for (let first = lexer.integer(); first !== null; first = lexer.integer()) {
      const count = lexer.integer();
      if (count === null) throw new PdfSyntaxError('damaged table', lexer.at);
      for (let index = 0; index < count; index++) {
        const at = lexer.integer();
        const generation = lexer.integer();
        if (at === null || generation === null) throw new PdfSyntaxError('damaged table', lexer.at);
        if (lexer.take('n')) this.place(first + index, { at });
        else if (!lexer.take('f')) throw new PdfSyntaxError('damaged table', lexer.at);
      }
    }
    if (!lexer.take('trailer')) throw new PdfSyntaxError('no trailer', lexer.at);
    const trailer = lexer.value();
    if (!isDict(trailer)) throw new PdfSyntaxError('no trailer', lexer.at);
    return trailer;
  }

  private readStream(at: number): PdfDict {
    const lexer = new PdfLexer(this.bytes, at);
    const number = lexer.integer();
    if (number === null) throw new PdfSyntaxError('no cross references', at);
    const stream = this.objectAt(at, number);
    if (!(stream instanceof PdfStream)) throw new PdfSyntaxError('no cross references', at);
    const widths = numbers(this.resolve(stream.dict.get('W')));
    const size = this.resolve(stream.dict.get('Size'));
    const [kindWidth, placeWidth, indexWidth] = widths;
    if (kindWidth === undefined || placeWidth === undefined || indexWidth === undefined || Math.max(...widths) > 8) {
      throw new PdfSyntaxError('damaged cross references', at);
    }
    const ranges = numbers(this.resolve(stream.dict.get('Index')));
    if (ranges.length === 0) ranges.push(0, typeof size === 'number' ? size : 0);
    const bytes = this.structure(stream);
    let position = 0;
    const field = (width: number): number => {
      let value = 0;
      for (let index = 0; index < width; index++) value = value * 256 + (bytes[position++] ?? 0);
      return value;
    };
    const row = kindWidth + placeWidth + indexWidth;
    for (let range = 0; range + 1 < ranges.length; range += 2) {
      for (let index = 0; index < ranges[range + 1]! && position + row <= bytes.length; index++) {
        const kind = kindWidth === 0 ? 1 : field(kindWidth);
        const place = field(placeWidth);
        const inside = field(indexWidth);
        if (kind === 1) this.place(ranges[range]! + index, { at: place });
        else if (kind === 2) this.place(ranges[range]! + index, { inside: place, index: inside });
      }
    }
    return stream.dict;
  }

  /** The newest section comes first and wins. */
  private place(number: number, place: Place): void {
    if (this.places.has(number)) return;
    if (this.places.size >= this.limits.objects) throw new PdfSyntaxError('too many objects', 0);
    this.places.set(number, place);
  }

  /** Looks for objects one by one, as readers do when the table of contents is damaged or cut off. */
  private repair(): void {
    this.repaired = true;
    this.cache.clear();
    this.containers.clear();
    this.places = new Map();
    const text = buffer(this.bytes);
    for (let at = text.indexOf(' obj', 0, 'latin1'); at >= 0; at = text.indexOf(' obj', at + 4, 'latin1')) {
      let from = at;
      while (from > 0 && isDigit(this.bytes[from - 1])) from--;
      if (from === at || this.bytes[from - 1] !== 32) continue;
      let start = from - 1;
      while (start > 0 && isDigit(this.bytes[start - 1]) && from - start < 12) start--;
      if (start === from - 1) continue;
      const number = Number(text.toString('latin1', start, from - 1));
      if (this.places.size >= this.limits.objects) break;
      this.places.set(number, { at: start }); // the last one in the file is the newest
    }
    const found = this.trailer;
    this.trailer = new Map();
    for (const number of [...this.places.keys()]) {
      const value = this.object(number);
      const dict = dictOf(value);
      if (!dict) continue;
      const type = nameOf(this.resolve(dict.get('Type')));
      if (type === 'Catalog') this.trailer.set('Root', new PdfRef(number, 0));
      if (type === 'XRef' && dict.has('Encrypt')) this.trailer.set('Encrypt', dict.get('Encrypt')!);
      if (type === 'ObjStm' && value instanceof PdfStream) {
        const opened = this.tryOpen(number);
        for (const inner of opened?.offsets.keys() ?? []) {
          if (!this.places.has(inner)) this.place(inner, { inside: number, index: 0 });
        }
      }
    }
    for (let at = text.indexOf('trailer', 0, 'latin1'); at >= 0; at = text.indexOf('trailer', at + 7, 'latin1')) {
      try {
        const trailer = new PdfLexer(this.bytes, at + 7).value();
        if (isDict(trailer)) for (const [key, value] of trailer) this.trailer.set(key, value);
      } catch (error) {
        if (!(error instanceof PdfSyntaxError)) throw error;
      }
    }
    if (!dictOf(this.resolve(this.trailer.get('Root')))) {
      for (const number of this.places.keys()) {
        if (nameOf(this.resolve(dictOf(this.object(number))?.get('Type'))) === 'Catalog') {
          this.trailer.set('Root', new PdfRef(number, 0));
        }
      }
    }
    if (found.has('Encrypt') && !this.trailer.has('Encrypt')) this.trailer.set('Encrypt', found.get('Encrypt')!);
  }

  private tryOpen(number: number): { offsets: Map<number, number> } | null {
    try {
      const opened = this.openContainer(number);
      this.containers.set(number, opened);
      return opened;
    } catch (error) {
      if (error instanceof PdfUndecodable || error instanceof PdfSyntaxError) return null;
      throw error;
    }
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

const numbers = (value: PdfValue): number[] =>
  Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number' && one >= 0) : [];

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
