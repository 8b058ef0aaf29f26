import { createHash } from 'node:crypto';
import { SaxesParser } from 'saxes';
import { cleanFileName } from '../clean-text.js';
import { decodeStream, PdfTooLarge, PdfUndecodable } from './pdf-filters.js';
import { PdfDocument } from './pdf-document.js';
import { dictOf, nameOf, type PdfDict, PdfRef, PdfStream, PdfString, type PdfValue } from './pdf-values.js';

/** A file inside a PDF. */
export interface EmbeddedFile {
  /** Safe to show and to store. */
  name: string;
  /** As the PDF has it. */
  rawName: string;
  /** The MIME type that the PDF claims, e.g. `text/xml`. */
  mimeType: string | null;
  /** `Alternative`, `Data`, `Source`, `Supplement` …: what the PDF says the file is to it. */
  relationship: string | null;
  /** Null where it was not unpacked: see `reason`. */
  bytes: Uint8Array | null;
  sha256: string | null;
  reason: 'too-large' | 'damaged' | 'not-embedded' | null;
}

/** What XMP says about archive format and invoice. */
export interface XmpFacts {
  /** `MINIMUM`, `BASIC WL`, `BASIC`, `EN 16931`, `EXTENDED`, `XRECHNUNG` */
  conformanceLevel: string | null;
  documentFileName: string | null;
  documentType: string | null;
  /** Of ZUGFeRD / Factur-X, or of XRechnung in profile XRECHNUNG. */
  version: string | null;
  pdfaPart: string | null;
  pdfaConformance: string | null;
}

export const NO_XMP: XmpFacts = {
  conformanceLevel: null,
  documentFileName: null,
  documentType: null,
  version: null,
  pdfaPart: null,
  pdfaConformance: null,
};

/** What a PDF is made of, told without opening it in a viewer. */
export interface PdfFacts {
  encrypted: boolean;
  repaired: boolean;
  attachments: EmbeddedFile[];
  /** Names of attachments over `MOST_FILES`, or 0. */
  attachmentsLeftOut: number;
  xmp: XmpFacts;
  hasJavaScript: boolean;
  /** Something is to happen on opening; a mere page to begin with does not count. */
  hasOpenAction: boolean;
  /** `Launch`, `URI`, `SubmitForm` …: kinds of action that reach outside the document. Links are left out. */
  actions: string[];
  /** By the page tree; null where it cannot be told. */
  pages: number | null;
}

/** Limits for files inside a PDF, in bytes after unpacking. */
export const MOST_FILES = 200;
export const LARGEST_FILE = 30 << 20;
export const LARGEST_FILES = 100 << 20;
const MOST_PAGES = 5_000;
const DANGEROUS = new Set([
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Rendition',
  'RichMediaExecute',
  'Movie',
  'Sound',
]);

/** @throws {PdfBroken} for bytes that are no PDF; {PdfTooLarge} where the bookkeeping itself is a bomb */
export function pdfFacts(bytes: Uint8Array): PdfFacts {
  const document = new PdfDocument(bytes);
  const encrypted = document.encrypted;
  const pages = new Pages(document);
  const files = encrypted ? { files: [], leftOut: 0 } : embeddedFiles(document, pages.list);
  const openAction = dictOf(document.get(document.catalog, 'OpenAction'));
  const scan = scanActions(document);
  return {
    encrypted,
    repaired: document.repaired,
    attachments: files.files,
    attachmentsLeftOut: files.leftOut,
    xmp: encrypted ? NO_XMP : xmpFacts(document),
    hasJavaScript: scan.script,
    hasOpenAction: openAction !== null && !document.repaired,
    actions: [...scan.actions].sort(),
    pages: pages.count,
  };
}

/** Walks the page tree once, bounded. */
class Pages {
  readonly list: PdfDict[] = [];
  readonly count: number | null;

  constructor(private readonly document: PdfDocument) {
    const root = dictOf(document.get(document.catalog, 'Pages'));
    if (root) this.walk(root, new Set(), 0);
    const declared = document.get(root, 'Count');
    this.count =
      this.list.length > 0 ? this.list.length : typeof declared === 'number' && declared > 0 ? declared : null;
  }

  private walk(node: PdfDict, visited: Set<PdfDict>, depth: number): void {
    if (visited.has(node) || depth > 60 || this.list.length >= MOST_PAGES) return;
    visited.add(node);
    const kids = this.document.get(node, 'Kids');
    if (!Array.isArray(kids)) {
      this.list.push(node);
      return;
    }
    for (const kid of kids) {
      const next = dictOf(this.document.resolve(kid));
      if (next) this.walk(next, visited, depth + 1);
    }
  }
}

/** File specifications in the order of the name tree, then what only `AF` or an annotation names. */
function embeddedFiles(document: PdfDocument, pages: PdfDict[]): { files: EmbeddedFile[]; leftOut: number } {
  const specifications = new Map<PdfDict, string | null>();
  const add = (value: PdfValue | undefined, name: string | null): void => {
    const dict = dictOf(document.resolve(value));
    if (dict && !specifications.has(dict) && (dict.has('EF') || dict.has('F') || dict.has('UF')))
      specifications.set(dict, name);
  };
  const names = dictOf(document.get(document.catalog, 'Names'));
  walkNames(document, dictOf(document.get(names, 'EmbeddedFiles')), new Set(), 0, (name, value) => add(value, name));
  const addAll = (value: PdfValue): void => {
    for (const one of Array.isArray(value) ? value : [value]) add(one, null);
  };
  addAll(document.get(document.catalog, 'AF'));
  for (const page of pages) {
    if (page.has('AF')) addAll(document.get(page, 'AF'));
    const annotations = document.get(page, 'Annots');
    if (!Array.isArray(annotations)) continue;
    for (const one of annotations) {
      const annotation = dictOf(document.resolve(one));
      if (nameOf(document.get(annotation, 'Subtype')) === 'FileAttachment') add(annotation?.get('FS'), null);
      if (annotation?.has('AF')) addAll(document.get(annotation, 'AF'));
    }
  }

  const files: EmbeddedFile[] = [];
  const streams = new Set<PdfStream>();
  let total = 0;
  let leftOut = 0;
  for (const [specification, treeName] of specifications) {
    const contents = dictOf(document.get(specification, 'EF'));
    const stream = ['UF', 'F', 'DOS', 'Unix', 'Mac']
      .map((key) => document.get(contents, key))
      .find((one) => one instanceof PdfStream);
    // The same stream under two specifications is one file.
    if (stream instanceof PdfStream && streams.has(stream)) continue;
    if (files.length >= MOST_FILES) {
      leftOut++;
      continue;
    }
    const text = (key: string): string | null => {
      const value = document.get(specification, key);
      return value instanceof PdfString && value.bytes.length > 0 ? value.text : null;
    };
    const rawName = text('UF') ?? text('F') ?? treeName ?? '';
    const file: EmbeddedFile = {
      name: cleanFileName(rawName),
      rawName,
      mimeType: stream instanceof PdfStream ? mimeType(nameOf(document.get(stream.dict, 'Subtype'))) : null,
      relationship: nameOf(document.get(specification, 'AFRelationship')),
      bytes: null,
      sha256: null,
      reason: 'not-embedded',
    };
    files.push(file);
    if (!(stream instanceof PdfStream)) continue;
    streams.add(stream);
    const limit = Math.min(LARGEST_FILE, LARGEST_FILES - total);
    try {
      file.bytes = decodeStream(stream, Math.max(1, limit), document.resolve);
      file.sha256 = createHash('sha256').update(file.bytes).digest('hex');
      file.reason = null;
      total += file.bytes.length;
    } catch (error) {
      if (!(error instanceof PdfTooLarge) && !(error instanceof PdfUndecodable)) throw error;
      file.reason = error instanceof PdfTooLarge ? 'too-large' : 'damaged';
    }
  }
  return { files, leftOut };
}

function mimeType(name: string | null): string | null {
  return name === null ? null : name.replace(/^\//, '');
}

function walkNames(
  document: PdfDocument,
  node: PdfDict | null,
  visited: Set<PdfDict>,
  depth: number,
  found: (name: string | null, value: PdfValue) => void,
): void {
  if (!node || visited.has(node) || depth > 30 || visited.size > 2000) return;
  visited.add(node);
  const names = document.get(node, 'Names');
  if (Array.isArray(names)) {
    for (let index = 0; index + 1 < names.length; index += 2) {
      const name = document.resolve(names[index]);
      found(name instanceof PdfString ? name.text : null, names[index + 1] ?? null);
    }
  }
  const kids = document.get(node, 'Kids');
  if (!Array.isArray(kids)) return;
  for (const kid of kids) walkNames(document, dictOf(document.resolve(kid)), visited, depth + 1, found);
}

/** Looks at every object of the file, reachable or not: a script that nobody calls today is still a script. */
function scanActions(document: PdfDocument): { script: boolean; actions: Set<string> } {
  const actions = new Set<string>();
  let script = false;
  const look = (value: PdfValue, depth: number): void => {
    if (depth > 12) return;
    if (Array.isArray(value)) {
      for (const one of value) if (typeof one === 'object') look(one, depth + 1);
      return;
    }
    const dict = dictOf(value);
    if (!dict) return;
    const action = dict.get('S');
    const kind = action instanceof PdfRef ? nameOf(document.resolve(action)) : nameOf(action);
    if (kind === 'JavaScript' || dict.has('JS') || dict.has('JavaScript')) script = true;
    if (kind !== null && DANGEROUS.has(kind) && (dict.has('Type') ? nameOf(dict.get('Type')) === 'Action' : true)) {
      actions.add(kind);
    }
    for (const one of dict.values()) if (typeof one === 'object') look(one, depth + 1);
  };
  look(document.trailer, 0);
  for (const number of document.numbers) look(document.object(number), 0);
  return { script, actions };
}

const XMP_LIMIT = 2 << 20;
const INVOICE_NAMESPACES = /^urn:(?:factur-x|zugferd|ferd):pdfa:CrossIndustryDocument:invoice:/;
const PDFA_NAMESPACE = 'http://www.aiim.org/pdfa/ns/id/';
const FIELDS: Readonly<Record<string, keyof XmpFacts>> = {
  ConformanceLevel: 'conformanceLevel',
  DocumentFileName: 'documentFileName',
  DocumentType: 'documentType',
  Version: 'version',
};

function xmpFacts(document: PdfDocument): XmpFacts {
  const stream = document.get(document.catalog, 'Metadata');
  if (!(stream instanceof PdfStream)) return NO_XMP;
  try {
    return readXmp(decodeStream(stream, XMP_LIMIT, document.resolve));
  } catch (error) {
    if (error instanceof PdfTooLarge || error instanceof PdfUndecodable) return NO_XMP;
    throw error;
  }
}

/** XMP writes a property as element or as attribute, under any prefix. Damaged XMP gives what stood before the damage. */
export function readXmp(bytes: Uint8Array): XmpFacts {
  const facts: XmpFacts = { ...NO_XMP };
  const text = new TextDecoder(bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8').decode(bytes);
  const from = text.indexOf('<');
  if (from < 0 || /<!DOCTYPE/i.test(text)) return facts;
  const fieldOf = (uri: string, local: string): keyof XmpFacts | null => {
    if (INVOICE_NAMESPACES.test(uri)) return FIELDS[local] ?? null;
    if (uri === PDFA_NAMESPACE)
      return local === 'part' ? 'pdfaPart' : local === 'conformance' ? 'pdfaConformance' : null;
    return null;
  };
  const parser = new SaxesParser({ xmlns: true, fragment: true });
  let open: { field: keyof XmpFacts; text: string } | null = null;
  const take = (field: keyof XmpFacts, value: string): void => {
    const trimmed = value.trim().slice(0, 200);
    if (trimmed !== '') facts[field] ??= trimmed;
  };
  parser.on('opentag', (tag) => {
    for (const attribute of Object.values(tag.attributes)) {
      const field = fieldOf(attribute.uri, attribute.local);
      if (field) take(field, attribute.value);
    }
    const field = fieldOf(tag.uri, tag.local);
    if (field) open = { field, text: '' };
  });
  parser.on('text', (value) => {
    if (open) open.text += value;
  });
  parser.on('closetag', (tag) => {
    if (open && fieldOf(tag.uri, tag.local) === open.field) {
      take(open.field, open.text);
      open = null;
    }
  });
  try {
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text.slice(from)).close();
  } catch {
    // What was read up to here stands.
  }
  return facts;
}
