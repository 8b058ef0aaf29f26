import { invoiceFromPlain, invoiceToPlain, type FileKind, type PlainInvoice, type Schemas } from '@lib/einvoice';
import { performAttachment, performPage, performReading } from './perform-reading.js';
import type { PagePicture, ReadFile } from './read-file.js';

/** What a reading process is asked to do. */
export type ReadingOrder =
  | { work: 'read'; bytes: Uint8Array; name: string; receivedOn: string }
  | { work: 'page'; bytes: Uint8Array; page: number; width: number }
  | { work: 'attachment'; bytes: Uint8Array; no: number };

/** A file inside a file, taken out. */
export interface TakenAttachment {
  name: string;
  kind: FileKind;
  mimeType: string | null;
  bytes: Uint8Array;
}

/** A reading on its way between processes: the invoice has become plain values. */
export type WireFile = Omit<ReadFile, 'invoice'> & { invoice: PlainInvoice | null };

export interface Answers {
  read: ReadFile;
  page: PagePicture | null;
  attachment: TakenAttachment | null;
}

export type WireAnswer = WireFile | PagePicture | TakenAttachment | null;

/** Messages to a reading process and back. */
export interface ReadingRequest {
  id: number;
  order: ReadingOrder;
}
export type ReadingReply =
  | { ready: true }
  /** `worn`: the process has grown so large that the next file should find a fresh one. */
  | { id: number; answer: WireAnswer; worn: boolean }
  | { id: number; error: string };

/** Does the work, wherever it runs; the answer can travel. */
export async function workOff(order: ReadingOrder, schemas: Schemas | null = null): Promise<WireAnswer> {
  switch (order.work) {
    case 'read': {
      const file = await performReading(order.bytes, order.name, { receivedOn: order.receivedOn, schemas });
      return { ...file, invoice: file.invoice && invoiceToPlain(file.invoice) };
    }
    case 'page':
      return performPage(order.bytes, order.page, order.width);
    case 'attachment':
      return performAttachment(order.bytes, order.no);
  }
}

/** What arrived, as the caller wants it. */
export function arrived<W extends ReadingOrder['work']>(work: W, answer: WireAnswer): Answers[W] {
  if (work !== 'read') return answer as Answers[W];
  const file = answer as WireFile;
  return { ...file, invoice: file.invoice && invoiceFromPlain(file.invoice) } as Answers[W];
}
