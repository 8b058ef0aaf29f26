import { Amount, DecimalText, Quantity } from '../decimal-text.js';
import type { Invoice } from '../model.js';

/** An invoice as plain JSON: without elements, functions and contents of attachments. */
export type PlainInvoice = Record<string, unknown>;

/**
 * The invoice as plain values, for a message to another process or a `jsonb` column. Numbers keep their text; `source`
 * elements stay behind.
 */
export function invoiceToPlain(invoice: Invoice): PlainInvoice {
  return plain(invoice) as PlainInvoice;
}

/**
 * The invoice again, with exact numbers. `source` is null everywhere, and attachments cannot be decoded any more: their
 * content stays in the file (see `fileAttachment`).
 */
export function invoiceFromPlain(value: PlainInvoice): Invoice {
  return revived(value) as unknown as Invoice;
}

function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value;
  if (value instanceof Amount) return { raw: value.raw, currency: value.currency };
  if (value instanceof Quantity) return { raw: value.raw, unit: value.unit };
  if (value instanceof DecimalText) return { raw: value.raw };
  if (Array.isArray(value)) return value.map(plain);
  const result: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    if (key === 'source') result[key] = null;
    else if (typeof one !== 'function') result[key] = plain(one);
  }
  return result;
}

function revived(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(revived);
  const given = value as Record<string, unknown>;
  if (typeof given.raw === 'string' && !('iso' in given)) {
    if ('currency' in given) return new Amount(given.raw, given.currency as string | null);
    return 'unit' in given ? new Quantity(given.raw, given.unit as string | null) : new DecimalText(given.raw);
  }
  const result: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(given)) result[key] = revived(one);
  if (typeof given.base64Length === 'number') {
    result.decode = () => {
      throw new Error('the content of an attachment stays in the file: read it from there');
    };
  }
  return result;
}
