import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { encodePng } from '../png.js';

/** What we call of PDFium's C interface (public/fpdfview.h, fpdf_text.h, fpdf_attachment.h). */
interface Engine {
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(at: number): void;
  _FPDF_LoadMemDocument(at: number, size: number, password: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_GetSecurityHandlerRevision(document: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidth(page: number): number;
  _FPDF_GetPageHeight(page: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetText(text: number, from: number, count: number, to: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, at: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, colour: number): void;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetAttachment(document: number, index: number): number;
  _FPDFAttachment_GetName(attachment: number, to: number, size: number): number;
  _FPDFAttachment_GetFile(attachment: number, to: number, size: number, length: number): number;
}

/** The file cannot be opened: damaged, locked by a password, or too much for the memory PDFium may have. */
export class PdfUnreadable extends Error {
  constructor(readonly reason: 'damaged' | 'password' | 'no-page' | 'memory') {
    super(reason);
    this.name = 'PdfUnreadable';
  }
}

export interface PageTexts {
  pages: number;
  /** Opens without a password, yet is encrypted. */
  encrypted: boolean;
  /** Text of the first pages, as far as the limits reach. */
  texts: string[];
}

/** Pages whose text is read, and characters of all of them. */
export const TEXT_PAGES = 200;
export const TEXT_CHARACTERS = 1_000_000;
/** Pixels of a rendered page. */
const MOST_PIXELS = 12_000_000;
/** Memory that PDFium can have at all: its WebAssembly memory is declared with this maximum. */
const MEMORY_MIB = 256;
/** Memory never shrinks; an instance that has grown beyond this is replaced. */
const WORN_OUT_MIB = 96;

const BITMAP_BGRX = 3;
const RENDER_ANNOTATIONS = 0x01;
const RENDER_RGB_ORDER = 0x10;
const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

let compiled: WebAssembly.Module | undefined;
let engine: Engine | undefined;

/**
 * PDFium with a hard limit to its memory. The package declares 2 GiB; we lower the maximum in the module's memory
 * section, so that `memory.grow` fails beyond it, whatever a file asks for.
 */
async function pdfium(): Promise<Engine> {
  if (engine && engine.HEAPU8.length < WORN_OUT_MIB << 20) return engine;
  compiled ??= new WebAssembly.Module(
    limitMemory(readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')), MEMORY_MIB),
  );
  const module = compiled;
  // Only the process that reads files pays for it.
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init({
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(module, imports);
      // The package's type says module; emscripten takes the instance.
      done(instance as unknown as WebAssembly.Module);
      return instance.exports;
    },
  });
  return (engine = library['module'] as unknown as Engine);
}

/** Lowers the maximum in the memory section of a WebAssembly module. @throws where the module is laid out differently */
export function limitMemory(wasm: Uint8Array<ArrayBuffer>, mebibytes: number): Uint8Array<ArrayBuffer> {
  let at = 8;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  while (at < wasm.length) {
    const section = wasm[at++];
    const length = number();
    const end = at + length;
    if (section !== 5) {
      at = end;
      continue;
    }
    const memories = number();
    const flags = number();
    number(); // minimum
    const from = at;
    const maximum = number();
    if (memories !== 1 || flags !== 1 || at - from !== 3 || maximum < mebibytes * 16) break;
    const limited = Uint8Array.from(wasm);
    const pages = mebibytes * 16;
    // Three bytes as before: leading groups may be zero.
    limited.set([(pages & 127) | 128, ((pages >> 7) & 127) | 128, pages >> 14], from);
    return limited;
  }
  throw new Error('PDFium: the memory section is not where it was expected');
}

/** Runs work on an opened document and closes it, whatever happens. After a crash PDFium starts afresh. */
async function withDocument<T>(bytes: Uint8Array, work: (engine: Engine, document: number) => T): Promise<T> {
  const own = await pdfium();
  try {
    const at = allocate(own, bytes.length);
    try {
      own.HEAPU8.set(bytes, at);
      const document = own._FPDF_LoadMemDocument(at, bytes.length, 0);
      if (document === 0) {
        const error = own._FPDF_GetLastError();
        throw new PdfUnreadable(error === ERROR_PASSWORD || error === ERROR_SECURITY ? 'password' : 'damaged');
      }
      try {
        return work(own, document);
      } finally {
        own._FPDF_CloseDocument(document);
      }
    } finally {
      own._free(at);
    }
  } catch (error) {
    if (error instanceof PdfUnreadable) throw error;
    // An abort inside WebAssembly (out of memory, failed assertion): the instance is unusable.
    engine = undefined;
    throw new PdfUnreadable(own.HEAPU8.length >= (MEMORY_MIB - 32) << 20 ? 'memory' : 'damaged');
  }
}

function allocate(own: Engine, size: number): number {
  const at = own._malloc(Math.max(1, size));
  if (at === 0) throw new PdfUnreadable('memory');
  return at;
}

/**
 * Page count and text layer of a PDF, page by page, at most 200 pages and a million characters.
 * @throws {PdfUnreadable}
 */
export function pageTexts(bytes: Uint8Array): Promise<PageTexts> {
  return withDocument(bytes, (own, document) => {
    const pages = own._FPDF_GetPageCount(document);
    const texts: string[] = [];
    let left = TEXT_CHARACTERS;
    for (let index = 0; index < Math.min(pages, TEXT_PAGES) && left > 0; index++) {
      const text = pageText(own, document, index, left);
      left -= text.length;
      texts.push(text);
    }
    return { pages, encrypted: own._FPDF_GetSecurityHandlerRevision(document) >= 0, texts };
  });
}

function pageText(own: Engine, document: number, index: number, most: number): string {
  const page = own._FPDF_LoadPage(document, index);
  if (page === 0) return '';
  try {
    const text = own._FPDFText_LoadPage(page);
    if (text === 0) return '';
    try {
      const count = Math.min(own._FPDFText_CountChars(text), most);
      if (count <= 0) return '';
      const at = allocate(own, (count + 1) * 2);
      try {
        const written = own._FPDFText_GetText(text, 0, count, at);
        return utf16(own, at, written - 1);
      } finally {
        own._free(at);
      }
    } finally {
      own._FPDFText_ClosePage(text);
    }
  } finally {
    own._FPDF_ClosePage(page);
  }
}

const utf16 = (own: Engine, at: number, units: number): string =>
  units <= 0 ? '' : new TextDecoder('utf-16le').decode(own.HEAPU8.slice(at, at + units * 2));

/**
 * A page as picture, `width` pixels wide (100 to 2,400; less where the page would be too tall). Scripts, links and forms
 * do nothing here: what comes out are pixels.
 * @param page counted from 1
 * @throws {PdfUnreadable}
 */
export function renderPdfPage(bytes: Uint8Array, page: number, width: number): Promise<Uint8Array> {
  return withDocument(bytes, (own, document) => {
    const pages = own._FPDF_GetPageCount(document);
    const handle = page >= 1 && page <= pages ? own._FPDF_LoadPage(document, page - 1) : 0;
    if (handle === 0) throw new PdfUnreadable('no-page');
    try {
      const across = own._FPDF_GetPageWidth(handle);
      const down = own._FPDF_GetPageHeight(handle);
      if (!(across > 0) || !(down > 0)) throw new PdfUnreadable('damaged');
      const wanted = Math.min(2400, Math.max(100, Math.round(width)));
      const scale = Math.min(wanted / across, 10_000 / down, Math.sqrt(MOST_PIXELS / (across * down)));
      const columns = Math.max(1, Math.floor(across * scale));
      const rows = Math.max(1, Math.floor(down * scale));
      const at = allocate(own, columns * rows * 4);
      try {
        const bitmap = own._FPDFBitmap_CreateEx(columns, rows, BITMAP_BGRX, at, columns * 4);
        if (bitmap === 0) throw new PdfUnreadable('memory');
        try {
          own._FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xffffffff);
          own._FPDF_RenderPageBitmap(bitmap, handle, 0, 0, columns, rows, 0, RENDER_ANNOTATIONS | RENDER_RGB_ORDER);
          return encodePng(columns, rows, own.HEAPU8.subarray(at, at + columns * rows * 4));
        } finally {
          own._FPDFBitmap_Destroy(bitmap);
        }
      } finally {
        own._free(at);
      }
    } finally {
      own._FPDF_ClosePage(handle);
    }
  });
}

/**
 * Files inside a PDF that is encrypted without a password to open: PDFium decrypts them, our own reader does not.
 * At most 50 files and `limit` bytes each; larger ones come without bytes.
 * @throws {PdfUnreadable}
 */
export function decryptedAttachments(
  bytes: Uint8Array,
  limit: number,
): Promise<{ name: string; bytes: Uint8Array | null }[]> {
  return withDocument(bytes, (own, document) => {
    const count = Math.min(50, Math.max(0, own._FPDFDoc_GetAttachmentCount(document)));
    const files: { name: string; bytes: Uint8Array | null }[] = [];
    for (let index = 0; index < count; index++) {
      const attachment = own._FPDFDoc_GetAttachment(document, index);
      if (attachment === 0) continue;
      const nameSize = Math.min(4096, own._FPDFAttachment_GetName(attachment, 0, 0));
      const nameAt = allocate(own, nameSize + 8);
      let name: string;
      let size = 0;
      try {
        own._FPDFAttachment_GetName(attachment, nameAt, nameSize);
        name = utf16(own, nameAt, nameSize / 2 - 1);
        const lengthAt = (nameAt + nameSize + 3) & ~3;
        if (own._FPDFAttachment_GetFile(attachment, 0, 0, lengthAt) !== 0) {
          size = new DataView(own.HEAPU8.buffer).getUint32(lengthAt, true);
        }
      } finally {
        own._free(nameAt);
      }
      files.push({ name, bytes: size > 0 && size <= limit ? attachmentBytes(own, attachment, size) : null });
    }
    return files;
  });
}

function attachmentBytes(own: Engine, attachment: number, size: number): Uint8Array | null {
  const at = allocate(own, size + 8);
  try {
    const lengthAt = (at + size + 3) & ~3;
    return own._FPDFAttachment_GetFile(attachment, at, size, lengthAt) === 0 ? null : own.HEAPU8.slice(at, at + size);
  } finally {
    own._free(at);
  }
}
