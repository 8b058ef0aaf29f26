import { Amount, DecimalText, Quantity } from '../decimal-text.js';
import { readEInvoice } from '../read-einvoice.js';
import { invoiceFromPlain, invoiceToPlain } from './plain-invoice.js';

const UBL = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">
  <cbc:ID>1</cbc:ID><cbc:IssueDate>2026-03-03</cbc:IssueDate>
  <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">336.9</cbc:PayableAmount></cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">2</cbc:InvoicedQuantity></cac:InvoiceLine>
</Invoice>`;

test('an invoice survives JSON with exact numbers', () => {
  const reading = readEInvoice(Buffer.from(UBL));
  if (reading.outcome !== 'read') throw new Error(reading.fault.message.en);
  const plain = JSON.parse(JSON.stringify(invoiceToPlain(reading.invoice)));
  const invoice = invoiceFromPlain(plain);
  expect(invoice.totals!.payable).toBeInstanceOf(Amount);
  expect(invoice.totals!.payable).toMatchObject({ raw: '336.9', currency: 'EUR' });
  expect(invoice.totals!.payable!.value!.toFixed(2)).toBe('336.90');
  expect(invoice.lines[0]!.quantity).toBeInstanceOf(Quantity);
  expect(invoice.lines[0]!.quantity).toBeInstanceOf(DecimalText);
  expect(invoice.issueDate).toEqual(reading.invoice.issueDate);
  expect(invoice.source).toBeNull();
  expect(invoiceToPlain(invoice)).toEqual(plain);
});
