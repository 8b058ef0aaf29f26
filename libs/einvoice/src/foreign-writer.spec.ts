import { InvoiceService, type Invoice as ForeignInvoice } from '@e-invoice-eu/core';
import type { Invoice } from './model.js';
import { readEInvoice } from './read-einvoice.js';
import { checkTotals } from './totals.js';

/*
 * A library that we did not write turns one invoice into every syntax; what comes back must be that invoice.
 */

const eur = { currencyID: 'EUR' };

function line(id: string, name: string, quantity: string, unit: string, price: string, net: string, rate: string) {
  return {
    'cbc:ID': id,
    'cbc:InvoicedQuantity': quantity,
    'cbc:InvoicedQuantity@unitCode': unit,
    'cbc:LineExtensionAmount': net,
    'cbc:LineExtensionAmount@currencyID': 'EUR',
    'cbc:AccountingCost': '541100-11.01.01',
    'cac:Item': {
      'cbc:Name': name,
      'cac:ClassifiedTaxCategory': { 'cbc:ID': 'S', 'cbc:Percent': rate, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } },
    },
    'cac:Price': { 'cbc:PriceAmount': price, 'cbc:PriceAmount@currencyID': 'EUR' },
  };
}

function money(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, value]) => [
      [`cbc:${name}`, value],
      [`cbc:${name}@currencyID`, eur.currencyID],
    ]),
  );
}

function subtotal(base: string, tax: string, rate: string) {
  return {
    ...money({ TaxableAmount: base, TaxAmount: tax }),
    'cac:TaxCategory': { 'cbc:ID': 'S', 'cbc:Percent': rate, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } },
  };
}

const written = {
  'ubl:Invoice': {
    'cbc:CustomizationID': 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
    'cbc:ProfileID': 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    'cbc:ID': 'RE-2026/0815',
    'cbc:IssueDate': '2026-11-02',
    'cbc:DueDate': '2026-12-02',
    'cbc:InvoiceTypeCode': '380',
    'cbc:Note': ['Lieferung frei Rathaus'],
    'cbc:DocumentCurrencyCode': 'EUR',
    'cbc:BuyerReference': '05711-06001-79',
    'cac:OrderReference': { 'cbc:ID': 'B-4711' },
    'cac:AccountingSupplierParty': {
      'cac:Party': {
        'cbc:EndpointID': 'rechnung@druckerei-amsel.example',
        'cbc:EndpointID@schemeID': 'EM',
        'cac:PostalAddress': {
          'cbc:StreetName': 'Gewerbepark 5',
          'cbc:CityName': 'Ahlenbrück',
          'cbc:PostalZone': '48999',
          'cac:Country': { 'cbc:IdentificationCode': 'DE' },
        },
        'cac:PartyTaxScheme': [{ 'cbc:CompanyID': 'DE123456788', 'cac:TaxScheme': { 'cbc:ID': 'VAT' } }],
        'cac:PartyLegalEntity': { 'cbc:RegistrationName': 'Druckerei Amsel & Söhne GmbH' },
        'cac:Contact': {
          'cbc:Name': 'Ada Amsel',
          'cbc:Telephone': '+49 2599 4711',
          'cbc:ElectronicMail': 'ada@druckerei-amsel.example',
        },
      },
    },
    'cac:AccountingCustomerParty': {
      'cac:Party': {
        'cbc:EndpointID': '05711-06001-79',
        'cbc:EndpointID@schemeID': '0204',
        'cac:PostalAddress': {
          'cbc:StreetName': 'Rathausplatz 1',
          'cbc:CityName': 'Brakenfeld',
          'cbc:PostalZone': '48998',
          'cac:Country': { 'cbc:IdentificationCode': 'DE' },
        },
        'cac:PartyLegalEntity': { 'cbc:RegistrationName': 'Gemeinde Brakenfeld' },
      },
    },
    'cac:Delivery': { 'cbc:ActualDeliveryDate': '2026-10-30' },
    'cac:PaymentMeans': [
      {
        'cbc:PaymentMeansCode': '58',
        'cac:PayeeFinancialAccount': { 'cbc:ID': 'DE02120300000000202051', 'cbc:Name': 'Druckerei Amsel' },
      },
    ],
    'cac:PaymentTerms': { 'cbc:Note': '#SKONTO#TAGE=10#PROZENT=2.00#\n' },
    'cac:AllowanceCharge': [
      {
        'cbc:ChargeIndicator': 'false',
        'cbc:AllowanceChargeReason': 'Treuerabatt',
        ...money({ Amount: '10.00' }),
        'cac:TaxCategory': { 'cbc:ID': 'S', 'cbc:Percent': '19', 'cac:TaxScheme': { 'cbc:ID': 'VAT' } },
      },
    ],
    'cac:TaxTotal': [
      {
        ...money({ TaxAmount: '40.10' }),
        'cac:TaxSubtotal': [subtotal('190.00', '36.10', '19'), subtotal('57.16', '4.00', '7')],
      },
    ],
    'cac:LegalMonetaryTotal': money({
      LineExtensionAmount: '257.16',
      TaxExclusiveAmount: '247.16',
      TaxInclusiveAmount: '287.26',
      AllowanceTotalAmount: '10.00',
      PayableAmount: '287.26',
    }),
    'cac:InvoiceLine': [
      line('1', 'Wahlbenachrichtigungen', '1000', 'C62', '0.20', '200.00', '19'),
      line('2', 'Ortschronik, gebunden', '4', 'C62', '14.29', '57.16', '7'),
    ],
  },
} as unknown as ForeignInvoice;

async function writtenAs(format: string): Promise<Invoice> {
  const service = new InvoiceService({ log: noise, warn: noise, error: noise } as unknown as Console);
  const text = await service.generate(structuredClone(written), { format, lang: 'de' });
  const reading = readEInvoice(Buffer.from(text));
  if (reading.outcome !== 'read') throw new Error(reading.fault.message.en);
  expect(reading.structure).toEqual([]);
  return reading.invoice;
}

const noise = (): void => undefined;

test.each(['UBL', 'CII', 'XRECHNUNG-UBL', 'XRECHNUNG-CII'])('an invoice written by others as %s', async (format) => {
  const invoice = await writtenAs(format);
  expect(invoice.syntax).toBe(format.endsWith('CII') ? 'cii' : 'ubl-invoice');
  expect(invoice).toMatchObject({
    number: 'RE-2026/0815',
    issueDate: { iso: '2026-11-02' },
    dueDate: { iso: '2026-12-02' },
    typeCode: '380',
    currency: 'EUR',
    buyerReference: '05711-06001-79',
    purchaseOrderReference: 'B-4711',
    notes: [{ text: 'Lieferung frei Rathaus' }],
    seller: {
      name: 'Druckerei Amsel & Söhne GmbH',
      vatId: 'DE123456788',
      electronicAddress: { value: 'rechnung@druckerei-amsel.example', scheme: 'EM' },
      address: { line1: 'Gewerbepark 5', postcode: '48999', city: 'Ahlenbrück', country: 'DE' },
      contact: { name: 'Ada Amsel', phone: '+49 2599 4711', email: 'ada@druckerei-amsel.example' },
    },
    buyer: { name: 'Gemeinde Brakenfeld', electronicAddress: { value: '05711-06001-79', scheme: '0204' } },
    delivery: { date: { iso: '2026-10-30' } },
    paymentMeans: [
      { typeCode: '58', accounts: [{ accountId: 'DE02120300000000202051', accountName: 'Druckerei Amsel' }] },
    ],
    allowances: [{ amount: { raw: '10.00' }, reason: 'Treuerabatt', vat: { category: 'S' } }],
    totals: { lineNet: { raw: '257.16' }, vat: { raw: '40.10' }, payable: { raw: '287.26' } },
    vatBreakdown: [
      { category: 'S', taxableAmount: { raw: '190.00' }, taxAmount: { raw: '36.10' } },
      { category: 'S', taxableAmount: { raw: '57.16' }, taxAmount: { raw: '4.00' } },
    ],
    lines: [
      { id: '1', item: { name: 'Wahlbenachrichtigungen' }, accountingReference: '541100-11.01.01' },
      { id: '2', item: { name: 'Ortschronik, gebunden' }, price: { net: { raw: '14.29' } } },
    ],
  });
  expect(invoice.paymentTerms).toContain('#SKONTO#TAGE=10#PROZENT=2.00#');
  expect(checkTotals(invoice)).toEqual({ differences: [], unverified: [] });
});
