import { type Cents, isLocalDate, type LocalDate, parseEuro } from '@lib/kernel';

/*
 * The terms of a stored invoice that coding needs. The document's row keeps the invoice as plain JSON with the file's own
 * texts; a text that is no amount or no day is null here, because nothing is guessed.
 */

export interface StoredInvoice {
  /** BT-3 */
  typeCode: string | null;
  /** BT-9 */
  dueDate: LocalDate | null;
  /** BT-20 with its line breaks */
  paymentTerms: string | null;
  /** BT-19 */
  buyerAccountingReference: string | null;
  /** BT-25 */
  precedingNumbers: string[];
  /** BT-113 */
  prepaid: Cents | null;
  /** BG-23 */
  vatBreakdown: { net: Cents | null; tax: Cents | null; category: string; rate: string }[];
  lines: StoredLine[];
  /** False when the file has more lines than are stored: then they say nothing about the whole. */
  complete: boolean;
}

export interface StoredLine {
  net: Cents | null;
  category: string;
  rate: string;
  /** BT-133 */
  reference: string | null;
  from: LocalDate | null;
  to: LocalDate | null;
  item: string;
}

type Plain = Record<string, unknown>;
const object = (value: unknown): Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
const list = (value: unknown): Plain[] => (Array.isArray(value) ? value.map(object) : []);
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
/** A day as it is stored: its ISO form beside the file's text, or the ISO form alone. */
const day = (value: unknown): LocalDate | null => {
  const iso = typeof value === 'string' ? value : object(value)['iso'];
  return isLocalDate(iso) ? iso : null;
};
/** A number as it is stored: the file's text with its currency, or the text alone. */
const numeral = (value: unknown): unknown => (typeof value === 'string' ? value : object(value)['raw']);

/** Cents of an amount as the file writes it; null for what is none or has more decimals than cents. */
export function centsOfText(stored: unknown): Cents | null {
  const value = numeral(stored);
  if (typeof value !== 'string') return null;
  const read = parseEuro(
    value
      .trim()
      .replace(/^\+/, '')
      .replace(/(\.\d\d)0+$/, '$1')
      .replace(/\.$/, ''),
  );
  return read.ok ? read.value : null;
}

/** A rate as the file writes it, without idle zeros: `19.00` is `19`. */
function rateOf(stored: unknown): string {
  const value = numeral(stored);
  const written = typeof value === 'string' ? value.trim() : '';
  if (!/^\d{1,3}(\.\d{1,6})?$/.test(written)) return '0';
  const [whole, decimals = ''] = written.split('.');
  const rest = decimals.replace(/0+$/, '').slice(0, 4);
  return `${whole!.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

/** Reads what the document's row holds; null when it holds no invoice. */
export function storedInvoice(value: unknown): StoredInvoice | null {
  if (typeof value !== 'object' || value === null) return null;
  const invoice = value as Plain;
  const lines = list(invoice['lines']);
  return {
    typeCode: text(invoice['typeCode']),
    dueDate: day(invoice['dueDate']),
    paymentTerms: text(invoice['paymentTerms']),
    buyerAccountingReference: text(invoice['buyerAccountingReference']),
    precedingNumbers: list(invoice['precedingInvoices']).flatMap((one) => text(one['number']) ?? []),
    prepaid: centsOfText(object(invoice['totals'])['prepaid']),
    vatBreakdown: list(invoice['vatBreakdown']).map((group) => ({
      net: centsOfText(group['taxableAmount']),
      tax: centsOfText(group['taxAmount']),
      category: text(group['category'])?.trim() ?? 'S',
      rate: rateOf(group['rate']),
    })),
    lines: lines.map((line) => ({
      net: centsOfText(line['netAmount']),
      category: text(object(line['vat'])['category'])?.trim() ?? 'S',
      rate: rateOf(object(line['vat'])['rate']),
      reference: text(line['accountingReference']),
      from: day(object(line['period'])['start']),
      to: day(object(line['period'])['end']),
      item: text(object(line['item'])['name']) ?? '',
    })),
    complete: typeof invoice['lineCount'] !== 'number' || invoice['lineCount'] === lines.length,
  };
}
