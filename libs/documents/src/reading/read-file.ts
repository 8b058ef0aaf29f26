import type { Candidate, FileKind, ImageFacts, Invoice, MailFacts, Message, Syntax, XmpFacts } from '@lib/einvoice';

/** What an automatic check says; the last word has a person. */
export type ReadDecision =
  | 'accept'
  | 'reject'
  /** Valid perhaps, but the specification id is outdated or unknown: a person decides. */
  | 'no-scenario'
  /** A PDF or picture without a record. */
  | 'no-structured-invoice'
  /** ZUGFeRD 1.0 */
  | 'not-en16931'
  /** DOCTYPE, size, depth: not even parsed. */
  | 'reject-before-parsing'
  /** The time was up before all rules were asked, and nothing was found until then. */
  | 'incomplete'
  /** The file could not be read to the end: time, memory, damage, or a kind that is not read. */
  | 'unreadable';

/** What the file is in law (§ 14 UStG, BMF of 15 October 2024 and 2025). */
export type LegalClass = 'e-rechnung' | 'sonstige-rechnung' | 'not-an-invoice-file' | 'unclear';

/** One finding, of the file (`FZ-…`), of its structure or of a rule (`BR-…`). */
export interface ReadFinding {
  id: string;
  severity: 'error' | 'warning' | 'information';
  message: Message;
  /** What to do about it; null where the message says enough. */
  hint: Message | null;
  /** Business terms that it is about, the first one leading: `BT-10`. */
  terms: string[];
  /** Path of the element, name of the attachment or the like; null for the file as a whole. */
  where: string | null;
  /** BT-126 of the invoice line that it is about. */
  invoiceLine: string | null;
  /** A rule of EN 16931 or XRechnung; false for the house's own checks. */
  official: boolean;
}

/** A file inside the file: BT-125 of the invoice, or embedded in the PDF. Its bytes come from `FileReader.attachment`. */
export interface ReadAttachment {
  /** From 1: what `FileReader.attachment` asks for. */
  no: number;
  /** Safe to show and to store. */
  name: string;
  /** As the sender calls the type. */
  mimeType: string | null;
  /** By content; null where it could not be unpacked. */
  kind: FileKind | null;
  /** In bytes; null where it could not be unpacked. */
  size: number | null;
  origin: 'invoice' | 'pdf';
  /** BT-122, BT-123 */
  reference: string | null;
  description: string | null;
  /** The content is what the type says, and of a type that may be attached. */
  trusted: boolean;
}

/** All that is known of a received file. Texts that come from the file are safe as text, never as markup. */
export interface ReadFile {
  /** Of the name that it came with. */
  name: string;
  kind: FileKind;
  /** Of the bytes as received, hexadecimal. */
  sha256: string;
  size: number;
  /** Pages that `renderPage` can show: of a PDF, 1 for PNG and JPEG; null for everything else. */
  pages: number | null;
  /** For full-text search: text of the pages, or of the record. At most a million characters, no control characters. */
  text: string;
  /** The pages carry text. */
  textLayer: boolean;
  /** Proposals from the text of a plain PDF, best first; never applied by themselves. */
  suggestions: Candidate[];
  findings: ReadFinding[];
  /** Null where there is no record or it cannot be read. Its `source` elements and attachment contents stay behind. */
  invoice: Invoice | null;
  syntax: Syntax | null;
  /** Which rules were applied: id of the edition; null where none were. */
  edition: string | null;
  decision: ReadDecision;
  legalClass: LegalClass;
  /** The record that a PDF embeds, byte for byte. */
  embeddedXml: { name: string; bytes: Uint8Array } | null;
  /** Names of all embedded records; more than one means that a person has to choose. */
  embeddedXmlNames: string[];
  attachments: ReadAttachment[];
  pdf: { encrypted: boolean; hasJavaScript: boolean; hasOpenAction: boolean; actions: string[]; xmp: XmpFacts } | null;
  image: ImageFacts | null;
  /** A mail is no invoice; each of its parts is a file to be read on its own. */
  mail: MailFacts | null;
  /** Nothing happens to the file until a person has looked. */
  quarantined: boolean;
  /** Why, in words; null where it is not quarantined. */
  reason: Message | null;
}

/** A page or picture, ready for a browser: send it with this type and `nosniff`. */
export interface PagePicture {
  mimeType: 'image/png' | 'image/jpeg';
  bytes: Uint8Array;
}
