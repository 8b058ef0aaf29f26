import { createHash } from 'node:crypto';
import {
  cleanFileName,
  contradicts,
  fileFinding,
  type FileFinding,
  fileKindOf,
  type FileKind,
  type Invoice,
  invoiceCandidates,
  KIND_NAMES,
  type Message,
  type OpenedFile,
  openFile,
  PdfUnreadable,
  profileOf,
  readEInvoice,
  renderPdfPage,
  imageFacts,
  showsAmount,
  showText,
  wrongExtension,
  hiddenCharacters,
  type XmlElement,
} from '@lib/einvoice';
import { type CheckSettings, judge } from './judge.js';
import type { PagePicture, ReadAttachment, ReadFile, ReadFinding } from './read-file.js';

/** Attachments of an invoice that are looked at (BT-125), as einvoicing's own rules of reason have it. */
const MOST_ATTACHMENTS = 200;
const MOST_TEXT = 1_000_000;
/** Texts longer than this inside an element are contents of attachments. */
const LONGEST_WORDS = 10_000;

/**
 * Turns received bytes into facts: opens, reads, checks. Never throws for what a file may contain.
 */
export async function performReading(bytes: Uint8Array, name: string, settings: CheckSettings): Promise<ReadFile> {
  const opened = await openFile(bytes, name);
  const file = blankFile(bytes, name, opened.kind);
  file.findings = opened.findings.map(findingOf);
  file.quarantined = opened.quarantined;
  file.image = opened.image;
  file.mail = opened.mail;
  if (opened.image?.complete && opened.image.width * opened.image.height > 0 && !opened.quarantined) file.pages = 1;
  if (opened.pdf) takePdf(file, opened);
  if (opened.invoiceXml) takeRecord(file, opened, opened.invoiceXml, settings);
  else settleWithoutRecord(file, opened, name);
  if (file.quarantined) file.reason = reasonOf(opened, file);
  return file;
}

/** Why a file is quarantined: what is wrong with the file comes before what is wrong with the record in it. */
function reasonOf(opened: OpenedFile, file: ReadFile): Message | null {
  const worst = (findings: readonly { severity: string; message: Message }[]): Message | undefined =>
    findings.find(({ severity }) => severity === 'error')?.message;
  const suspicious = opened.findings.find(({ id }) => id === 'FZ-PDF-SCRIPT' || id === 'FZ-PDF-ACTION');
  return worst(opened.findings) ?? suspicious?.message ?? worst(file.findings) ?? file.findings[0]?.message ?? null;
}

/** What is known of a file before it has been opened. */
export function blankFile(bytes: Uint8Array, name: string, kind = fileKindOf(bytes)): ReadFile {
  return {
    name: cleanFileName(name),
    kind,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    pages: null,
    text: '',
    textLayer: false,
    suggestions: [],
    findings: [],
    invoice: null,
    syntax: null,
    edition: null,
    decision: 'unreadable',
    legalClass: 'unclear',
    embeddedXml: null,
    embeddedXmlNames: [],
    attachments: [],
    pdf: null,
    image: null,
    mail: null,
    quarantined: false,
    reason: null,
  };
}

/** The answer for a file on which reading was broken off. */
export function unreadableFile(bytes: Uint8Array, name: string, finding: FileFinding): ReadFile {
  const file = blankFile(bytes, name);
  const decision = finding.id === 'FZ-SIZE' && file.kind === 'xml' ? 'reject-before-parsing' : 'unreadable';
  return { ...file, decision, findings: [findingOf(finding)], quarantined: true, reason: finding.message };
}

export function findingOf(finding: FileFinding): ReadFinding {
  const { id, severity, message, place } = finding;
  return { id, severity, message, hint: null, terms: [], where: place, invoiceLine: null, official: false };
}

function takePdf(file: ReadFile, opened: OpenedFile): void {
  const pdf = opened.pdf!;
  const { encrypted, hasJavaScript, hasOpenAction, actions, xmp } = pdf.facts;
  file.pdf = { encrypted, hasJavaScript, hasOpenAction, actions, xmp };
  file.pages = pdf.pages;
  file.textLayer = pdf.textLayer;
  file.text = pdf.texts.join('\n\n').slice(0, MOST_TEXT);
  file.embeddedXmlNames = pdf.invoiceXmlNames;
  file.embeddedXml = opened.invoiceXml;
  pdf.facts.attachments.forEach((one) => {
    if (one.bytes !== null && one.bytes === opened.invoiceXml?.bytes) return;
    const kind = one.bytes && fileKindOf(one.bytes);
    file.attachments.push({
      no: file.attachments.length + 1,
      name: one.name,
      // The types that PDFs claim are often wrong or misspelt; what counts is the content.
      mimeType: (kind && MIME_TYPES[kind]) ?? one.mimeType,
      kind,
      size: one.bytes?.length ?? null,
      origin: 'pdf',
      reference: null,
      description: null,
      trusted: kind !== null && ATTACHABLE.has(kind),
    });
  });
}

function settleWithoutRecord(file: ReadFile, opened: OpenedFile, name: string): void {
  switch (file.kind) {
    case 'pdf':
      file.decision = 'no-structured-invoice';
      file.legalClass = 'sonstige-rechnung';
      file.suggestions = invoiceCandidates(opened.pdf?.texts ?? []);
      break;
    case 'png':
    case 'jpeg':
    case 'tiff':
    case 'other-image':
      file.decision = file.quarantined ? 'unreadable' : 'no-structured-invoice';
      file.legalClass = file.quarantined ? 'unclear' : 'sonstige-rechnung';
      break;
    case 'html':
    case 'empty':
      file.decision = 'reject';
      file.legalClass = 'not-an-invoice-file';
      break;
    case 'xml':
      // Too large to be parsed.
      file.decision = 'reject-before-parsing';
      break;
    case 'eml':
      file.decision = file.mail ? 'no-structured-invoice' : 'unreadable';
      file.legalClass = 'not-an-invoice-file';
      file.text = [file.mail?.subject, file.mail?.from, file.mail?.text].filter(Boolean).join('\n');
      break;
    case 'archive':
    case 'office':
    case 'text':
    case 'unknown':
      file.decision = 'unreadable';
      break;
  }
  // What calls itself a record and is none at all.
  if (wrongExtension(name, file.kind) === 'xml') {
    file.decision = 'reject';
    file.legalClass = 'not-an-invoice-file';
  }
}

function takeRecord(
  file: ReadFile,
  opened: OpenedFile,
  record: { name: string; bytes: Uint8Array },
  settings: CheckSettings,
): void {
  const reading = readEInvoice(record.bytes);
  const inPdf = opened.kind === 'pdf';
  const { findings, ...verdict } = judge(reading, record.bytes, inPdf, settings);
  Object.assign(file, verdict);
  file.findings.push(...findings);
  if (reading.outcome !== 'read') {
    file.quarantined = true;
    if (inPdf) {
      file.findings.push(findingOf(fileFinding('FZ-XML-UNREADABLE', { name: record.name }, record.name)));
      file.suggestions = invoiceCandidates(opened.pdf?.texts ?? []);
    }
    return;
  }
  const { invoice, syntax, root } = reading;
  file.invoice = invoice;
  file.syntax = syntax;
  takeAttachments(file, invoice);
  const words = wordsOf(root);
  const hidden = hiddenCharacters(words);
  if (hidden.length > 0) file.findings.push(findingOf(fileFinding('FZ-HIDDEN', { characters: hidden.join(', ') })));
  if (file.text === '') file.text = showText(words);
  if (opened.pdf) compare(file, opened, invoice);
}

/** The pages should show what the record says: two documents with different amounts are a risk (§ 14c UStG). */
function compare(file: ReadFile, opened: OpenedFile, invoice: Invoice): void {
  const declared = opened.pdf?.facts.xmp.conformanceLevel ?? null;
  const actual = profileOf(invoice.specificationId);
  if (declared !== null && actual !== null && contradicts(declared, actual)) {
    const params = { declared: showText(declared).slice(0, 60), actual };
    file.findings.push({ ...findingOf(fileFinding('FZ-PDF-PROFILE', params)), terms: ['BT-24'] });
  }
  const gross = invoice.totals?.gross;
  const { payable } = invoice.totals ?? {};
  const text = opened.pdf?.texts.join('\n') ?? '';
  if (!opened.pdf?.textLayer || !gross?.value || gross.value.isZero()) return;
  const shown = showsAmount(text, gross.raw) || (payable?.value && showsAmount(text, payable.raw));
  if (!shown) file.findings.push(findingOf(fileFinding('FZ-PDF-VISIBLE', { amount: spelled(gross.raw) })));
}

const spelled = (raw: string): Message => ({ de: raw.replace('.', ','), en: raw });

/** Words of the record for search: texts of all elements, without the contents of attachments. */
function wordsOf(root: XmlElement): string {
  const words: string[] = [];
  let length = 0;
  const visit = (element: XmlElement): void => {
    if (length > MOST_TEXT) return;
    const text = element.text.trim();
    if (text !== '' && text.length <= LONGEST_WORDS) {
      words.push(text);
      length += text.length + 1;
    }
    for (const child of element.children) visit(child);
  };
  visit(root);
  return words.join('\n').slice(0, MOST_TEXT).toWellFormed();
}

const MIME_TYPES: Readonly<Partial<Record<FileKind, string>>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  xml: 'application/xml',
};
const ATTACHABLE = new Set<FileKind>(['pdf', 'png', 'jpeg', 'office', 'text', 'xml']);
/** EN 16931 admits six types, the extension of XRechnung XML as well. */
const DECLARED: Readonly<Record<string, readonly FileKind[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpeg'],
  'text/csv': ['text', 'empty'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['office'],
  'application/vnd.oasis.opendocument.spreadsheet': ['office'],
  'application/xml': ['xml'],
  'text/xml': ['xml'],
};

function takeAttachments(file: ReadFile, invoice: Invoice): void {
  const documents = invoice.supportingDocuments;
  const withContent = documents.filter((one) => one.attachment !== null);
  if (withContent.length > MOST_ATTACHMENTS) {
    const count = withContent.length;
    file.findings.push(findingOf(fileFinding('FZ-ATTACHMENT-COUNT', { count, limit: MOST_ATTACHMENTS })));
    file.quarantined = true;
  }
  for (const document of documents.slice(0, 1000)) {
    if (document.externalUri) {
      const uri = showText(document.externalUri).slice(0, 200);
      file.findings.push({ ...findingOf(fileFinding('FZ-ATTACHMENT-LINK', { uri })), terms: ['BT-124'] });
    }
  }
  for (const { attachment, reference, description } of withContent.slice(0, MOST_ATTACHMENTS)) {
    const rawName = attachment!.filename ?? reference ?? '';
    const name = cleanFileName(rawName);
    const bytes = attachment!.decode();
    const kind = bytes && fileKindOf(bytes);
    const declared = attachment!.mimeCode ?? '';
    const trusted = kind !== null && (DECLARED[declared.toLowerCase().trim()]?.includes(kind) ?? false);
    const added: ReadAttachment = {
      no: file.attachments.length + 1,
      name,
      mimeType: attachment!.mimeCode,
      kind,
      size: bytes?.length ?? null,
      origin: 'invoice',
      reference,
      description,
      trusted,
    };
    file.attachments.push(added);
    const note = (finding: FileFinding): void => {
      file.findings.push({ ...findingOf(finding), terms: ['BT-125'] });
    };
    if (/[/\\]/.test(rawName) || hiddenCharacters(rawName).length > 0) {
      note(fileFinding('FZ-NAME', { name: showText(rawName).slice(0, 200) }, name));
    }
    if (kind === null) note(fileFinding('FZ-ATTACHMENT-BROKEN', { name }, name));
    else if (!trusted) {
      const actual = KIND_NAMES[kind];
      note(fileFinding('FZ-ATTACHMENT-TYPE', { name, declared: showText(declared).slice(0, 80), actual }, name));
    }
  }
}

/** The bytes of an attachment, numbered as in `ReadFile.attachments`; null where there is none. */
export async function performAttachment(
  bytes: Uint8Array,
  no: number,
): Promise<{ name: string; kind: FileKind; mimeType: string | null; bytes: Uint8Array } | null> {
  const opened = await openFile(bytes, '');
  const inPdf = (opened.pdf?.facts.attachments ?? []).filter(
    (one) => one.bytes === null || one.bytes !== opened.invoiceXml?.bytes,
  );
  const embedded = inPdf[no - 1];
  if (embedded) {
    const { name, mimeType } = embedded;
    return embedded.bytes && { name, mimeType, kind: fileKindOf(embedded.bytes), bytes: embedded.bytes };
  }
  const reading = opened.invoiceXml && readEInvoice(opened.invoiceXml.bytes);
  if (reading?.outcome !== 'read') return null;
  const document = reading.invoice.supportingDocuments.filter((one) => one.attachment !== null)[no - 1 - inPdf.length];
  const content = document?.attachment?.decode();
  if (!content) return null;
  const name = cleanFileName(document!.attachment!.filename ?? document!.reference);
  return { name, mimeType: document!.attachment!.mimeCode, kind: fileKindOf(content), bytes: content };
}

/**
 * A page as picture: of a PDF rendered, of PNG and JPEG the picture itself up to its end mark. Null where there is no
 * such page or it cannot be shown.
 */
export async function performPage(bytes: Uint8Array, page: number, width: number): Promise<PagePicture | null> {
  const kind = fileKindOf(bytes);
  if (kind === 'pdf') {
    try {
      return { mimeType: 'image/png', bytes: await renderPdfPage(bytes, page, width) };
    } catch (error) {
      if (error instanceof PdfUnreadable) return null;
      throw error;
    }
  }
  const image = page === 1 ? imageFacts(bytes, kind) : null;
  if (!image?.complete) return null;
  return { mimeType: kind === 'png' ? 'image/png' : 'image/jpeg', bytes: bytes.subarray(0, image.end) };
}
