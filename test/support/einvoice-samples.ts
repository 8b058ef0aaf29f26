import { readFileSync } from 'node:fs';
import type { Amount, DateValue, DecimalText, Invoice, InvoiceLine, Party, Text } from '@lib/einvoice';
import { published, samples } from './samples.js';

/** The folder of the official schemas, which we may not ship; null and one visible skip where it is absent. */
export const schemaFolder = (): string | null => published('reference/einvoice/xsd');

/** A test file with what is expected of it. */
export interface Sample {
  name: string;
  file: string;
  expected: any;
}

/** All XML test files with their sidecars, in a fixed order. */
export function xmlSamples(): Sample[] {
  return samplesIn('xml');
}

/** The PDF test files that embed an invoice. */
export function hybridSamples(): Sample[] {
  return samplesIn('pdf').filter(({ expected }) => expected.invoice !== undefined);
}

const SIDECAR = '.expected.json';

function samplesIn(container: 'xml' | 'pdf'): Sample[] {
  return samples('einvoice', (name) => name.endsWith(SIDECAR))
    .map(({ name, file }) => ({
      name: name.slice(0, -SIDECAR.length),
      file: file.slice(0, -SIDECAR.length),
      expected: JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>,
    }))
    .filter(({ expected }) => expected.container === container && expected.syntax !== undefined);
}

/**
 * The content of an invoice as the sidecars write it. Texts that are absent or empty are null there, amounts stand
 * as the file wrote them, IBANs and VAT ids are compared without blanks (see `comparable`).
 */
export function asSidecar(invoice: Invoice): Record<string, unknown> {
  const mandate = invoice.directDebit;
  return {
    number: text(invoice.number),
    issueDate: day(invoice.issueDate),
    typeCode: text(invoice.typeCode),
    currency: text(invoice.currency),
    taxCurrency: text(invoice.taxCurrency),
    taxPointDate: day(invoice.taxPointDate),
    dueDate: day(invoice.dueDate),
    buyerReference: text(invoice.buyerReference),
    accountingReference: text(invoice.buyerAccountingReference),
    projectReference: text(invoice.projectReference),
    contractReference: text(invoice.contractReference),
    purchaseOrderReference: text(invoice.purchaseOrderReference),
    salesOrderReference: text(invoice.salesOrderReference),
    despatchAdvice: text(invoice.despatchAdviceReference),
    receivingAdvice: text(invoice.receivingAdviceReference),
    precedingInvoices: invoice.precedingInvoices.map((entry) => ({
      number: text(entry.number),
      issueDate: day(entry.issueDate),
    })),
    notes: invoice.notes.map((note) => ({ subjectCode: text(note.subjectCode), text: text(note.text) })),
    paymentTerms: text(invoice.paymentTerms),
    seller: party(invoice.seller),
    buyer: party(invoice.buyer),
    payeeName: text(invoice.payee?.name ?? null),
    taxRepresentativeVatId: text(invoice.taxRepresentative?.vatId ?? null),
    deliveryDate: day(invoice.delivery?.date ?? null),
    billingPeriod: {
      start: day(invoice.invoicingPeriod?.start ?? null),
      end: day(invoice.invoicingPeriod?.end ?? null),
    },
    payment: {
      meansCodes: invoice.paymentMeans.flatMap((entry) => text(entry.typeCode) ?? []),
      remittance: text(invoice.remittanceInformation),
      accounts: invoice.paymentMeans.flatMap((entry) =>
        entry.accounts.map((account) => ({
          iban: text(account.accountId),
          name: text(account.accountName),
          bic: text(account.bic),
        })),
      ),
      directDebit: {
        mandate: text(mandate?.mandateReference ?? null),
        creditorId: text(mandate?.creditorId ?? null),
        debitedIban: text(mandate?.debitedAccount ?? null),
      },
    },
    lineCount: invoice.lines.length,
    lines: invoice.lines.map(line),
    allowances: invoice.allowances.map(allowance),
    charges: invoice.charges.map(allowance),
    taxBreakdown: invoice.vatBreakdown.map((entry) => ({
      category: text(entry.category),
      rate: number(entry.rate),
      base: number(entry.taxableAmount),
      tax: number(entry.taxAmount),
      exemptionReason: text(entry.exemptionReason),
      exemptionCode: text(entry.exemptionReasonCode),
    })),
    totals: {
      lineNet: number(invoice.totals?.lineNet),
      allowances: number(invoice.totals?.allowances),
      charges: number(invoice.totals?.charges),
      net: number(invoice.totals?.net),
      tax: number(invoice.totals?.vat),
      taxInTaxCurrency: number(invoice.totals?.vatInTaxCurrency),
      gross: number(invoice.totals?.gross),
      prepaid: number(invoice.totals?.prepaid),
      rounding: number(invoice.totals?.rounding),
      payable: number(invoice.totals?.payable),
    },
  };
}

function party(value: Party | null) {
  return {
    name: text(value?.name ?? null),
    tradingName: text(value?.tradingName ?? null),
    vatId: text(value?.vatId ?? null),
    taxNumber: text(value?.taxNumber ?? null),
    ids: (value?.ids ?? []).map((id) => ({ value: text(id.value), scheme: text(id.scheme) })),
    legalId: text(value?.legalId?.value ?? null),
    electronicAddress: text(value?.electronicAddress?.value ?? null),
    electronicAddressScheme: text(value?.electronicAddress?.scheme ?? null),
    street: text(value?.address?.line1 ?? null),
    postcode: text(value?.address?.postcode ?? null),
    city: text(value?.address?.city ?? null),
    country: text(value?.address?.country ?? null),
    contact: {
      name: text(value?.contact?.name ?? null),
      phone: text(value?.contact?.phone ?? null),
      email: text(value?.contact?.email ?? null),
    },
  };
}

function line(value: InvoiceLine) {
  return {
    id: text(value.id),
    name: text(value.item?.name ?? null),
    quantity: number(value.quantity),
    unit: text(value.quantity?.unit ?? null),
    unitPriceNet: number(value.price?.net),
    // The sidecars look beside the net price only; CII may say BT-149 beside the gross price.
    priceBaseQuantity:
      value.price?.baseQuantity === value.price?.grossBaseQuantity ? null : number(value.price?.baseQuantity),
    netAmount: number(value.netAmount),
    vatCategory: text(value.vat?.category ?? null),
    vatRate: number(value.vat?.rate),
    accountingReference: text(value.accountingReference),
    orderLine: text(value.orderLineReference),
  };
}

function allowance(value: Invoice['allowances'][number]) {
  return {
    amount: number(value.amount),
    reason: text(value.reason),
    vatCategory: text(value.vat?.category ?? null),
    vatRate: number(value.vat?.rate),
  };
}

const text = (value: Text): Text => (value === null || value.trim() === '' ? null : value.trim());
const day = (value: DateValue | null): string | null => value?.iso ?? null;
const number = (value: Amount | DecimalText | null | undefined): string | null => value?.raw ?? null;

const DAYS = new Set(['issueDate', 'taxPointDate', 'dueDate', 'deliveryDate', 'start', 'end']);
const BLANKS = new Set(['iban', 'debitedIban', 'vatId', 'taxRepresentativeVatId']);
const NUMBERS = new Set(
  'quantity unitPriceNet priceBaseQuantity netAmount vatRate amount rate base tax'
    .split(' ')
    .concat('lineNet net taxInTaxCurrency gross prepaid rounding payable'.split(' ')),
);

/** Both sides in one form: days without time zone, decimals without trailing zeros, ids without blanks. */
export function comparable(value: any, key = '', inTotals = false): any {
  if (Array.isArray(value)) return value.map((entry) => comparable(entry, key, inTotals));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, comparable(entry, name, key === 'totals')]),
    );
  }
  if (typeof value !== 'string') return value;
  if (DAYS.has(key)) return value.slice(0, 10);
  if (BLANKS.has(key)) return value.replace(/\s/g, '');
  if ((NUMBERS.has(key) || inTotals) && /^[+-]?[0-9.]+$/.test(value.trim())) return plainNumber(value.trim());
  return value.trim() === '' ? null : value.trim();
}

function plainNumber(value: string): string {
  const [, sign, whole, fraction] = /^([+-]?)0*([0-9]*)\.?([0-9]*?)0*$/.exec(value)!;
  const digits = `${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
  return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}
