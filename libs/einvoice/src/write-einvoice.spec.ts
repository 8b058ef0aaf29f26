import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { asSidecar, comparable, schemaFolder, xmlSamples } from '../../../test/support/einvoice-samples.js';
import { type SchemaProcess, startSchemas } from '../../../test/support/einvoice-schemas.js';
import { CASES } from '../../../test/support/own-invoices.js';
import { testEach } from '../../../test/support/samples.js';
import { eInvoiceOf } from '../../invoicing/src/e-invoice-of.js';
import { DecimalText, type Invoice, Quantity, readEInvoice, UnwritableText, writeCii, writeUbl } from './index.js';

const read = (bytes: Uint8Array): Invoice => {
  const reading = readEInvoice(bytes);
  if (reading.outcome !== 'read') throw new Error(reading.fault.message.en);
  expect(reading.structure).toEqual([]);
  return reading.invoice;
};

const samples = xmlSamples().filter(({ expected }) => expected.validation?.xsdValid === true);
const officialSchemas = schemaFolder();

let schemas: SchemaProcess | null = null;
beforeAll(() => {
  if (officialSchemas !== null) schemas = startSchemas(officialSchemas);
});
afterAll(() => schemas?.stop());

/** What the official schema says against it; nothing where we may not have the schemas. */
async function schemaFaults(bytes: Uint8Array, syntax: 'ubl-invoice' | 'ubl-creditnote' | 'cii'): Promise<unknown[]> {
  return (await schemas?.validate(bytes, syntax))?.faults ?? [];
}

async function formOf(invoice: Invoice): Promise<unknown[]> {
  const ubl = await schemaFaults(writeUbl(invoice), invoice.typeCode === '381' ? 'ubl-creditnote' : 'ubl-invoice');
  // D16B has room for one preceding invoice.
  const cii = invoice.precedingInvoices.length > 1 ? [] : await schemaFaults(writeCii(invoice), 'cii');
  return [...ubl, ...cii];
}

(officialSchemas === null ? it.skip : it)('own invoices follow the official schemas', async () => {
  for (const facts of Object.values(CASES)) expect(await formOf(eInvoiceOf(facts))).toEqual([]);
});

describe.each(['ubl', 'cii'] as const)('texts in %s', (syntax) => {
  const write = syntax === 'ubl' ? writeUbl : writeCii;
  const own = eInvoiceOf(CASES['rent']!);
  const named = (name: string): Invoice => ({ ...own, buyer: { ...own.buyer!, name } });

  it.each(['\u0000', 'a\u0007b', '\u001f', '\ufffe', '\ud800 half', 'half \udc00', '\u000b'])(
    '%j is refused',
    (text) => {
      expect(() => write(named(text))).toThrow(UnwritableText);
      expect(() => write({ ...own, notes: [{ subjectCode: null, text, source: null }] })).toThrow(UnwritableText);
      const endpoint = { value: 'a', scheme: text, schemeVersion: null };
      expect(() => write({ ...own, buyer: { ...own.buyer!, electronicAddress: endpoint } })).toThrow(UnwritableText);
    },
  );

  it('come back as they went out, whatever they are made of', () => {
    const hostile = ['<script>', ']]>', '<!--', '&amp;', '"\'', '<?php', '#SKONTO#', '\u202e', '😀', 'ä', '&#0;', '%'];
    const text = fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' })), { minLength: 1 });
    const writable = text
      .map((parts) => parts.join(''))
      .filter((whole) => !/[\p{C}]/u.test(whole.replace(/\u202e/g, '')) && whole.trim() === whole && whole !== '');
    fc.assert(
      fc.property(writable, fc.constantFrom('', '\n', '\r\n', '\r'), (name, end) => {
        const invoice = { ...named(name), paymentTerms: `${name}${end}` };
        const back = read(write(invoice));
        expect([back.buyer?.name, back.paymentTerms]).toEqual([name, `${name}${end}`]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('own invoices', () => {
  it.each(Object.entries(CASES))('%s: reads as it was written', (_, facts) => {
    const own = eInvoiceOf(facts);
    for (const write of [writeUbl, writeCii]) expect(plain(read(write(own)))).toEqual(plain(own));
  });
});

/** Without what the syntaxes cannot agree on: where it came from, currencies of amounts, forms of dates and schemes. */
function plain(invoice: Invoice): unknown {
  const kept = JSON.stringify({ ...invoice, syntax: null }, (key, value: unknown) => {
    if (key === 'source' || key === 'currency' || key === 'format' || key === 'raw' || key === 'kind') return undefined;
    if (key === 'taxRegistrations' || key === 'vatTotals' || key === 'logisticsCharges') return undefined;
    if (value instanceof DecimalText) {
      return [value.raw, value instanceof Quantity ? value.unit : null];
    }
    return value;
  });
  return JSON.parse(kept);
}

describe('published invoices written anew', () => {
  testEach('%s', samples, async ({ file }) => {
    const reading = readEInvoice(readFileSync(file));
    if (reading.outcome !== 'read' || reading.structure.length > 0) return;
    const { invoice } = reading;
    // a credit note's line may be empty by its schema, an invoice's may not
    if (invoice.lines.some((line) => line.netAmount === null)) return;
    if (unwritable(invoice)) {
      expect(() => writeUbl(invoice)).toThrow(RangeError);
      return;
    }
    const before = content(invoice, invoice);
    expect(content(read(writeUbl(invoice)), invoice)).toEqual(before);
    if (invoice.precedingInvoices.length < 2) expect(content(read(writeCii(invoice)), invoice)).toEqual(before);
    expect(await formOf(invoice)).toEqual([]);
  });
});

const unwritable = (invoice: Invoice): boolean =>
  invoice.thirdPartyPayments.length > 0 ||
  (invoice.logisticsCharges ?? []).length > 0 ||
  invoice.lines.some((line) => line.subLines.length > 0) ||
  invoice.supportingDocuments.some(({ attachment }) => attachment !== null && attachment.decode() === null);

/** What both syntaxes can say in the same way; what only one of them knows is evened out. */
function content(invoice: Invoice, original: Invoice): unknown {
  const seen = comparable(asSidecar(invoice));
  // UBL puts a dummy where only the seller's order number is known
  if (original.purchaseOrderReference === null) seen.purchaseOrderReference = null;
  // CII lists plain ids before those with a scheme
  for (const party of [seen.seller, seen.buyer]) party.ids.sort((a: any, b: any) => (a.value < b.value ? -1 : 1));
  // UBL demands a sum of tax where there is a breakdown
  if (original.totals?.vat === null) seen.totals.tax = null;
  // UBL keeps the remittance text inside the payment means
  if (original.paymentMeans.length === 0) seen.payment.remittance = null;
  // the sidecars leave a base quantity out that CII says beside the gross price
  original.lines.forEach((line, index) => {
    if (line.price?.grossBaseQuantity) seen.lines[index].priceBaseQuantity = null;
  });
  return seen;
}
