/** The kinds of value a PDF is made of (ISO 32000-1, 7.3). Numbers, booleans, null and arrays are JavaScript's own. */
export class PdfName {
  constructor(readonly name: string) {}
}

/** A string as its bytes: PDF strings are text only by convention. */
export class PdfString {
  constructor(readonly bytes: Uint8Array) {}

  /** UTF-16BE or UTF-8 where a byte order mark says so, else PDFDocEncoding, of which Latin-1 is close enough here. */
  get text(): string {
    const [a, b, c] = this.bytes;
    if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(this.bytes);
    if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(this.bytes);
    if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(this.bytes);
    return new TextDecoder('latin1').decode(this.bytes);
  }
}

export class PdfRef {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}

export type PdfDict = Map<string, PdfValue>;

/** A stream: its dictionary and its bytes as they stand in the file, still filtered. */
export class PdfStream {
  constructor(
    readonly dict: PdfDict,
    readonly raw: Uint8Array,
  ) {}
}

export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfStream | PdfValue[] | PdfDict;

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;

/** The dictionary of a dictionary or a stream. */
export const dictOf = (value: PdfValue | undefined): PdfDict | null =>
  isDict(value) ? value : value instanceof PdfStream ? value.dict : null;

export const nameOf = (value: PdfValue | undefined): string | null => (value instanceof PdfName ? value.name : null);
