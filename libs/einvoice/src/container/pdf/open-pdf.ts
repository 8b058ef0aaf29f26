import { createHash } from 'node:crypto';
import { cleanFileName, showText } from '../clean-text.js';
import { type FileFinding, fileFinding } from '../file-finding.js';
import { announcedSyntax } from '../text-head.js';
import { PdfBroken } from './pdf-document.js';
import { type EmbeddedFile, LARGEST_FILE, NO_XMP, pdfFacts, type PdfFacts } from './pdf-facts.js';
import { PdfTooLarge } from './pdf-filters.js';
import { decryptedAttachments, pageTexts, PdfUnreadable, TEXT_PAGES } from './pdf-pages.js';

/** A PDF, opened: what it holds and what of it is the invoice. */
export interface OpenedPdf {
  facts: PdfFacts;
  /** Null where the pages cannot be opened. */
  pages: number | null;
  /** Text of the pages, control characters removed. */
  texts: string[];
  /** The pages carry text and are not mere pictures. */
  textLayer: boolean;
  /** The invoice record that leads: of several the first with a standard name, else the first in the file's order. */
  invoiceXml: EmbeddedFile | null;
  /** Every embedded file that is or should be an invoice record. */
  invoiceXmlNames: string[];
  findings: FileFinding[];
  /** A person has to look before anything else happens. */
  quarantined: boolean;
}

const NOTHING: PdfFacts = {
  encrypted: false,
  repaired: false,
  attachments: [],
  attachmentsLeftOut: 0,
  xmp: NO_XMP,
  hasJavaScript: false,
  hasOpenAction: false,
  actions: [],
  pages: null,
};

/** Names under which Factur-X, ZUGFeRD and XRechnung embed their record. */
const STANDARD_NAMES = /^(?:factur-x\.xml|zugferd-invoice\.xml|xrechnung\.xml)$/i;

/** Fewer letters and digits than this are a stamp, not a text layer. */
const LEAST_TEXT = 20;

/** Opens a PDF. Never throws for what a file may contain; what is wrong stands in the findings. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const findings: FileFinding[] = [];
  const facts = await factsOf(bytes, findings);
  const { pages, texts, locked } = await textsOf(bytes, facts, findings);
  if (facts.repaired && pages !== null) findings.push(fileFinding('FZ-PDF-REPAIRED'));
  if (facts.encrypted && !locked && pages !== null) {
    findings.push(fileFinding('FZ-PDF-RESTRICTED'));
    facts.attachments = await decrypted(bytes);
  }
  if (facts.hasJavaScript) findings.push(fileFinding('FZ-PDF-SCRIPT'));
  if (facts.actions.length > 0) findings.push(fileFinding('FZ-PDF-ACTION', { actions: facts.actions.join(', ') }));
  const attachments = facts.attachments;
  if (facts.attachmentsLeftOut > 0) {
    const count = attachments.length + facts.attachmentsLeftOut;
    findings.push(fileFinding('FZ-ATTACHMENT-COUNT', { count, limit: attachments.length }));
  }
  for (const file of attachments) {
    if (file.reason !== 'too-large') continue;
    findings.push(fileFinding('FZ-PDF-BOMB', { name: file.name, limit: LARGEST_FILE >> 20 }, file.name));
  }

  const candidates = attachments.filter((file) => file.bytes !== null && isInvoiceRecord(file));
  const different = new Set(candidates.map((file) => file.sha256));
  if (different.size > 1) {
    findings.push(fileFinding('FZ-PDF-TWO-INVOICES', { names: candidates.map((file) => file.name).join(', ') }));
  }
  // A record under a name of its own may be a supplement, as the invoice that a correction is about.
  const invoiceXml = candidates.find(isNamedByStandard) ?? candidates[0] ?? null;
  if (invoiceXml && !isNamedByStandard(invoiceXml)) {
    findings.push(fileFinding('FZ-PDF-NAME', { name: showText(invoiceXml.rawName).slice(0, 120) }, invoiceXml.name));
  }

  const letters = texts.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const textLayer = letters >= LEAST_TEXT;
  if (pages !== null && !invoiceXml) findings.push(fileFinding('FZ-PDF-PLAIN'));
  if (pages !== null && pages > 0 && !textLayer) findings.push(fileFinding('FZ-PDF-SCAN'));
  return {
    facts,
    pages,
    texts,
    textLayer,
    invoiceXml,
    invoiceXmlNames: candidates.map((file) => file.name),
    findings,
    quarantined: findings.some(
      ({ id, severity }) => severity === 'error' || id === 'FZ-PDF-SCRIPT' || id === 'FZ-PDF-ACTION',
    ),
  };
}

async function factsOf(bytes: Uint8Array, findings: FileFinding[]): Promise<PdfFacts> {
  try {
    return pdfFacts(bytes);
  } catch (error) {
    if (error instanceof PdfTooLarge) {
      findings.push(fileFinding('FZ-PDF-BOMB', { name: 'PDF', limit: Math.max(1, error.limit >> 20) }));
    } else if (!(error instanceof PdfBroken)) throw error;
    return { ...NOTHING };
  }
}

async function textsOf(
  bytes: Uint8Array,
  facts: PdfFacts,
  findings: FileFinding[],
): Promise<{ pages: number | null; texts: string[]; locked: boolean }> {
  try {
    const read = await pageTexts(bytes);
    facts.encrypted ||= read.encrypted;
    if (read.pages === 0) findings.push(fileFinding('FZ-PDF-NO-PAGES'));
    if (read.pages > TEXT_PAGES)
      findings.push(fileFinding('FZ-PDF-PAGES', { pages: read.pages, read: read.texts.length }));
    return { pages: read.pages, texts: read.texts.map(plainText), locked: false };
  } catch (error) {
    if (!(error instanceof PdfUnreadable)) throw error;
    const locked = error.reason === 'password';
    if (locked) facts.encrypted = true;
    const id = locked ? 'FZ-PDF-ENCRYPTED' : error.reason === 'memory' ? 'FZ-PDF-HEAVY' : 'FZ-PDF-BROKEN';
    findings.push(fileFinding(id));
    return { pages: null, texts: [], locked };
  }
}

/** Text as it can be stored and searched: PDFium marks hyphens with U+0002 or U+FFFE. */
function plainText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- PDFium's mark
      .replace(/[\u0002\ufffe]/g, '-')
      // eslint-disable-next-line no-control-regex -- a database stores no NUL, and nobody reads the rest
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\uffff]/g, '')
      .toWellFormed()
  );
}

async function decrypted(bytes: Uint8Array): Promise<EmbeddedFile[]> {
  try {
    return (await decryptedAttachments(bytes, LARGEST_FILE)).map((file) => ({
      name: cleanFileName(file.name),
      rawName: file.name,
      mimeType: null,
      relationship: null,
      bytes: file.bytes,
      sha256: file.bytes && createHash('sha256').update(file.bytes).digest('hex'),
      reason: file.bytes ? null : 'too-large',
    }));
  } catch (error) {
    if (error instanceof PdfUnreadable) return [];
    throw error;
  }
}

function isNamedByStandard(file: EmbeddedFile): boolean {
  return STANDARD_NAMES.test(file.rawName);
}

function isInvoiceRecord(file: EmbeddedFile): boolean {
  return isNamedByStandard(file) || announcedSyntax(file.bytes!) !== null;
}
