import type { StoredFinding } from '../document/document.store.js';
import type { Alarm, DocumentFileKind } from '../document/document.js';
import type { InvoiceFacts } from '../document/invoice-facts.js';

/** What reading a file gave, in the terms of the inbox. */
export interface Reading {
  fileKind: DocumentFileKind;
  mime: string;
  /** Nothing is decided about the file before a person has looked at it. */
  quarantined: boolean;
  findings: StoredFinding[];
  /** Alarms that the file gives by itself: sums, visible amount, unfinished checks. */
  alarms: Alarm[];
  decision: string | null;
  legalClass: string | null;
  /** Which rules were applied, as `2.5.0/1.3.16`. */
  edition: string | null;
  facts: InvoiceFacts | null;
  /** The invoice as it is stored and answered. */
  invoice: Record<string, unknown> | null;
  /** What is searched besides the facts. */
  text: string;
  pages: number;
  /** Values found in the text of a plain PDF: proposals for a person. */
  suggestions: Record<string, unknown>;
  /** The invoice record that a PDF embeds, byte for byte. */
  embeddedXml: { name: string; bytes: Uint8Array } | null;
  /** Other files inside; unpacked when somebody asks. */
  attachments: { no: number; name: string; mime: string; size: number | null }[];
  mail: MailReading | null;
}

export interface MailReading {
  from: string | null;
  fromAddress: string | null;
  recipients: string[];
  subject: string | null;
  date: string | null;
  messageId: string | null;
  text: string;
  files: { name: string; bytes: Uint8Array }[];
}

/** Reads files, each within bounds of time and memory. */
export abstract class FileReading {
  /** @throws Problem ReadingUnavailable when too many files wait; a file's own faults are findings, never errors */
  abstract read(bytes: Uint8Array, name: string): Promise<Reading>;

  /**
   * One page as a picture; null where there is no such page or it cannot be shown.
   * @param page from 1
   * @param width in pixels
   */
  abstract page(bytes: Uint8Array, page: number, width: number): Promise<{ mime: string; bytes: Uint8Array } | null>;

  /** A file inside a file, by its number; null where there is none or it cannot be unpacked. */
  abstract attachment(bytes: Uint8Array, no: number): Promise<Uint8Array | null>;
}
