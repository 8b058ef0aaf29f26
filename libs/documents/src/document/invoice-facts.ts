import { type Amount, DecimalText, filled, type Invoice, type Text } from '@lib/einvoice';
import { isLocalDate, type LocalDate } from '@lib/kernel';
import { type DocumentKind, kindOf } from './document.js';
import { ibanKey, type Seller } from './supplier-identity.js';

/** What the inbox knows of an invoice: the terms that lists, recognition and duplicates need. Amounts are whole cents. */
export interface InvoiceFacts {
  kind: DocumentKind;
  seller: Seller & { registerId: string | null; email: string | null };
  invoiceNo: string | null;
  issueDate: LocalDate | null;
  serviceFrom: LocalDate | null;
  serviceTo: LocalDate | null;
  dueOn: LocalDate | null;
  /** The end of the first Skonto stage: the earliest day on which money can be saved. */
  discountOn: LocalDate | null;
  currency: string | null;
  net: bigint | null;
  tax: bigint | null;
  gross: bigint | null;
  payable: bigint | null;
  buyerReference: string | null;
  orderReference: string | null;
  contractReference: string | null;
  paymentMeans: string | null;
  /** All accounts to which money may be sent; several are a choice. */
  ibans: string[];
  /** BT-25 of BG-3 */
  precedingNumbers: string[];
  buyer: { names: string[]; vatId: string | null; endpoint: { scheme: string | null; value: string } | null };
}

const text = (value: Text | undefined, length = 200): string | null =>
  filled(value) ? value.trim().slice(0, length) : null;
const date = (value: { iso: string | null } | null | undefined): LocalDate | null =>
  value?.iso && isLocalDate(value.iso) ? value.iso : null;

/** More than this (cents) is no amount of a municipality; it is shown as written and not counted with. */
const MOST_CENTS = 9_999_999_999_999n;

/** An amount in whole cents, rounded half away from zero; null where it is none or beyond all bounds. */
export function centsOf(amount: Amount | null | undefined): bigint | null {
  const value = amount?.value;
  if (!value?.isFinite()) return null;
  const cents = BigInt(value.times(100).toFixed(0));
  return cents > MOST_CENTS || cents < -MOST_CENTS ? null : cents;
}

const SKONTO_STAGE = /(?:^|\r?\n)[ \t]*#SKONTO#TAGE=([0-9]{1,4})#/g;

/** The day of the first Skonto stage of BT-20, counted from the issue date. Free text is no promise and is not read. */
export function firstDiscountDay(paymentTerms: Text, issueDate: LocalDate | null): LocalDate | null {
  if (!paymentTerms || !issueDate) return null;
  const days = [...paymentTerms.matchAll(SKONTO_STAGE)].map((match) => Number(match[1]));
  if (days.length === 0) return null;
  const day = new Date(`${issueDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Math.min(...days));
  const iso = day.toISOString().slice(0, 10);
  return isLocalDate(iso) ? iso : null;
}

/** When the service was rendered: BG-14, else BT-72, else from the first to the last day of the lines. */
function servicePeriod(invoice: Invoice): { from: LocalDate | null; to: LocalDate | null } {
  const [start, end] = [date(invoice.invoicingPeriod?.start), date(invoice.invoicingPeriod?.end)];
  if (start || end) return { from: start, to: end };
  const delivered = date(invoice.delivery?.date);
  if (delivered) return { from: delivered, to: delivered };
  const starts = invoice.lines.map((line) => date(line.period?.start)).filter((day) => day !== null);
  const ends = invoice.lines.map((line) => date(line.period?.end)).filter((day) => day !== null);
  return { from: starts.sort()[0] ?? null, to: ends.sort().at(-1) ?? null };
}

/** Reads the facts off an invoice. What cannot be read is null; nothing is guessed. */
export function factsOf(invoice: Invoice): InvoiceFacts {
  const { seller, buyer, totals } = invoice;
  const service = servicePeriod(invoice);
  const issueDate = date(invoice.issueDate);
  const ibans = invoice.paymentMeans
    .flatMap((means) => means.accounts)
    .filter((account) => account.kind !== 'proprietary')
    .map((account) => ibanKey(account.accountId))
    .filter((iban) => iban !== null);
  const endpoint = buyer?.electronicAddress;
  return {
    kind: kindOf(invoice.typeCode, invoice.syntax === 'ubl-creditnote'),
    seller: {
      vatId: text(seller?.vatId),
      taxNumber: text(seller?.taxNumber),
      name: text(seller?.name, 300) ?? text(seller?.tradingName, 300),
      iban: ibans[0] ?? null,
      registerId: text(seller?.legalId?.value),
      email:
        text(seller?.contact?.email) ??
        (seller?.electronicAddress?.scheme === 'EM' ? text(seller.electronicAddress.value) : null),
    },
    invoiceNo: text(invoice.number),
    issueDate,
    serviceFrom: service.from,
    serviceTo: service.to,
    dueOn: date(invoice.dueDate),
    discountOn: firstDiscountDay(invoice.paymentTerms, issueDate),
    currency: /^[A-Z]{3}$/.test(invoice.currency ?? '') ? invoice.currency : null,
    net: centsOf(totals?.net),
    tax: centsOf(totals?.vat),
    gross: centsOf(totals?.gross),
    payable: centsOf(totals?.payable),
    buyerReference: text(invoice.buyerReference),
    orderReference: text(invoice.purchaseOrderReference),
    contractReference: text(invoice.contractReference),
    paymentMeans: text(invoice.paymentMeans[0]?.typeCode, 10),
    ibans: [...new Set(ibans)],
    precedingNumbers: invoice.precedingInvoices.map((one) => text(one.number)).filter((number) => number !== null),
    buyer: {
      names: [text(buyer?.name, 300), text(buyer?.tradingName, 300)].filter((name) => name !== null),
      vatId: text(buyer?.vatId),
      endpoint: endpoint && filled(endpoint.value) ? { scheme: endpoint.scheme, value: endpoint.value.trim() } : null,
    },
  };
}

/** Lines that are shown and searched; the original file has them all. */
const MOST_SHOWN_LINES = 1_000;

/**
 * The invoice as it is answered: the terms of the model as plain JSON. Amounts and numbers are the file's own texts, quantities have their
 * unit, dates are ISO days (or the text where it is no date).
 */
export function shownInvoice(invoice: Invoice): Record<string, unknown> {
  const plain = toPlain(invoice) as Record<string, unknown>;
  const lines = plain['lines'] as unknown[];
  return {
    ...plain,
    lines: lines.slice(0, MOST_SHOWN_LINES),
    lineCount: lines.length,
  };
}

function toPlain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof DecimalText) {
    const unit = (value as { unit?: string | null }).unit;
    return unit === undefined ? value.raw.trim() : { value: value.raw.trim(), unit };
  }
  const object = value as Record<string, unknown>;
  if ('iso' in object && 'raw' in object) return object['iso'] ?? object['raw'];
  const plain: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(object)) {
    if (key === 'source' || key === 'vatTotals' || typeof item === 'function') continue;
    plain[key] = toPlain(item);
  }
  return plain;
}

/** The texts of an invoice that somebody may look for. */
export function searchableText(invoice: Invoice): string {
  const parts: Text[] = [
    invoice.number,
    invoice.buyerReference,
    invoice.purchaseOrderReference,
    invoice.contractReference,
    invoice.projectReference,
    invoice.buyerAccountingReference,
    invoice.remittanceInformation,
    invoice.paymentTerms,
    ...invoice.notes.map((note) => note.text),
    ...[invoice.seller, invoice.buyer].flatMap((party) => [
      party?.name ?? null,
      party?.tradingName ?? null,
      party?.vatId ?? null,
      party?.taxNumber ?? null,
      party?.address?.line1 ?? null,
      party?.address?.city ?? null,
      party?.contact?.name ?? null,
      party?.contact?.email ?? null,
    ]),
    invoice.delivery?.name ?? null,
    invoice.delivery?.address?.line1 ?? null,
    ...invoice.paymentMeans.flatMap((means) => means.accounts.map((account) => account.accountId)),
    ...invoice.lines
      .slice(0, MOST_SHOWN_LINES)
      .flatMap((line) => [
        line.item?.name ?? null,
        line.item?.description ?? null,
        line.note,
        line.item?.sellerId ?? null,
      ]),
    ...invoice.supportingDocuments.flatMap((one) => [one.reference, one.description]),
  ];
  return parts.filter(filled).join('\n');
}
