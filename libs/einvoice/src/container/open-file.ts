import { type FileFinding, fileFinding } from './file-finding.js';
import { type FileKind, fileKindOf, KIND_NAMES, wrongExtension } from './file-kind.js';
import { imageFacts, type ImageFacts, MOST_IMAGE_PIXELS } from './image.js';
import { type MailFacts, readMail } from './mail.js';
import { openPdf, type OpenedPdf } from './pdf/open-pdf.js';

/** Largest files that are opened, in bytes by kind. */
export const SIZE_LIMITS: Readonly<Partial<Record<FileKind, number>>> = {
  xml: 20 << 20,
  pdf: 30 << 20,
  png: 30 << 20,
  jpeg: 30 << 20,
  eml: 60 << 20,
};

/** A file, opened as far as it is safe. What is wrong with it stands in the findings. */
export interface OpenedFile {
  kind: FileKind;
  size: number;
  /** Nothing further happens to the file until a person has looked. */
  quarantined: boolean;
  findings: FileFinding[];
  /** The bytes that should be an electronic invoice: the file itself, or what a PDF embeds. */
  invoiceXml: { name: string; bytes: Uint8Array } | null;
  pdf: OpenedPdf | null;
  image: ImageFacts | null;
  mail: MailFacts | null;
}

/** The finding of a file that is too large to be opened, or null. Cheap: to be asked before the bytes travel. */
export function tooLarge(kind: FileKind, size: number): FileFinding | null {
  const limit = SIZE_LIMITS[kind];
  if (limit === undefined || size <= limit) return null;
  return fileFinding('FZ-SIZE', { size: Math.ceil(size / (1 << 20)), limit: limit >> 20 });
}

/**
 * Opens a file of any kind by its content. The name serves for the finding on a wrong extension only. Archives, HTML and
 * unknown files are not opened. Never throws for what a file may contain.
 */
export async function openFile(bytes: Uint8Array, name: string): Promise<OpenedFile> {
  const kind = fileKindOf(bytes);
  const opened: OpenedFile = {
    kind,
    size: bytes.length,
    quarantined: false,
    findings: [],
    invoiceXml: null,
    pdf: null,
    image: null,
    mail: null,
  };
  const add = (...findings: FileFinding[]): void => {
    opened.findings.push(...findings);
    if (findings.some(({ severity }) => severity === 'error')) opened.quarantined = true;
  };
  const extension = wrongExtension(name, kind);
  if (extension !== null) add(fileFinding('FZ-EXTENSION', { extension, kind: KIND_NAMES[kind] }));
  const size = tooLarge(kind, bytes.length);
  if (size) {
    add(size);
    return opened;
  }
  switch (kind) {
    case 'xml':
      opened.invoiceXml = { name, bytes };
      break;
    case 'pdf': {
      const pdf = await openPdf(bytes);
      opened.pdf = pdf;
      opened.findings.push(...pdf.findings);
      opened.quarantined = pdf.quarantined;
      if (pdf.invoiceXml?.bytes) opened.invoiceXml = { name: pdf.invoiceXml.name, bytes: pdf.invoiceXml.bytes };
      break;
    }
    case 'png':
    case 'jpeg':
      opened.image = imageFacts(bytes, kind);
      add(...imageFindings(opened.image));
      break;
    case 'tiff':
    case 'other-image':
      add(fileFinding('FZ-IMAGE-NOT-SHOWN', { kind: KIND_NAMES[kind] }));
      break;
    case 'eml': {
      const { mail, findings } = await readMail(bytes);
      opened.mail = mail;
      add(...findings);
      break;
    }
    case 'archive':
      add(fileFinding('FZ-ARCHIVE', { kind: KIND_NAMES[kind] }));
      break;
    case 'html':
      add(fileFinding('FZ-HTML'));
      break;
    case 'empty':
      add(fileFinding('FZ-EMPTY'));
      break;
    case 'office':
    case 'text':
    case 'unknown':
      add(fileFinding('FZ-UNKNOWN', { kind: KIND_NAMES[kind] }));
      break;
  }
  return opened;
}

function imageFindings(image: ImageFacts | null): FileFinding[] {
  if (!image?.complete) return [fileFinding('FZ-IMAGE-BROKEN')];
  const { width, height } = image;
  return width * height > MOST_IMAGE_PIXELS
    ? [fileFinding('FZ-IMAGE-LARGE', { width, height })]
    : [fileFinding('FZ-IMAGE-PLAIN')];
}
