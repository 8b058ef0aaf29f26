import { readFileSync } from 'node:fs';
import { asSidecar, comparable, xmlSamples } from '../../../test/support/einvoice-samples.js';
import { readEInvoice, writeCii, writeUbl, type Invoice, UnwritableText } from './index.js';

const read = (bytes: Uint8Array): Invoice => {
  const reading = readEInvoice(bytes);
  if (reading.outcome !== 'read') throw new Error(reading.fault.message.en);
  expect(reading.structure).toEqual([]);
  return reading.invoice;
};

const samples = xmlSamples().filter(({ expected }) => expected.validation?.xsdValid === true);
const overSamples = samples.length > 0 ? it.each(samples) : it.skip.each([{ name: 'test data is absent', file: '' }]);

describe('published invoices written anew', () => {
  overSamples('$name', ({ file }) => {
    const reading = readEInvoice(readFileSync(file));
    if (reading.outcome !== 'read') return;
    const { invoice } = reading;
    if (invoice.thirdPartyPayments.length > 0 || invoice.lines.some((line) => line.subLines.length > 0)) {
      expect(() => writeUbl(invoice)).toThrow(RangeError);
      return;
    }
    const before = content(invoice, invoice);
    expect(content(read(writeUbl(invoice)), invoice)).toEqual(before);
    expect(content(read(writeCii(invoice)), invoice)).toEqual(before);
  });
});

/** What both syntaxes can say in the same way; what only one of them knows is evened out. */
function content(invoice: Invoice, original: Invoice): unknown {
  const seen = comparable(asSidecar(invoice));
  // UBL puts a dummy where only the seller's order number is known
  if (original.purchaseOrderReference === null) seen.purchaseOrderReference = null;
  // CII lists plain ids before those with a scheme
  for (const party of [seen.seller, seen.buyer]) party.ids.sort((a: any, b: any) => (a.value < b.value ? -1 : 1));
  // UBL keeps the remittance text inside the payment means
  if (original.paymentMeans.length === 0) seen.payment.remittance = null;
  // the sidecars leave a base quantity out that CII says beside the gross price
  original.lines.forEach((line, index) => {
    if (line.price?.grossBaseQuantity) seen.lines[index].priceBaseQuantity = null;
  });
  return seen;
}
