import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { asSidecar, comparable, hybridSamples, xmlSamples } from '../../../test/support/einvoice-samples.js';
import { ubl } from '../../../test/support/einvoice-text.js';
import { testEach } from '../../../test/support/samples.js';
import { openFile } from './container/open-file.js';
import { checkIban } from './iban.js';
import { parseLeitwegId } from './leitweg-id.js';
import type { Invoice } from './model.js';
import { type EInvoiceReading, readEInvoice } from './read-einvoice.js';
import { readSkonto } from './skonto.js';
import { checkTotals } from './totals.js';

const samples = xmlSamples();
const invoices = samples.filter(({ expected }) => expected.invoice !== undefined);
const others = samples.filter(({ expected }) => expected.invoice === undefined);

function invoiceIn(reading: EInvoiceReading): Invoice {
  if (reading.outcome !== 'read') throw new Error(`not read: ${reading.fault.message.en}`);
  return reading.invoice;
}

describe('the invoices of other people', () => {
  testEach('%s is read field by field', invoices, ({ file, expected }) => {
    const reading = readEInvoice(readFileSync(file));
    expect(reading).toMatchObject({ outcome: 'read', syntax: expected.syntax });
    const invoice = invoiceIn(reading);
    expect(invoice.specificationId).toBe(expected.specificationId);
    expect(invoice.businessProcess || null).toBe(expected.businessProcess);
    const { attachments: _attachments, skonto: _skonto, ...content } = expected.invoice;
    expect(comparable(asSidecar(invoice))).toEqual(comparable(content));
  });

  testEach('%s: attachments, Skonto, Leitweg-ID and IBANs', invoices, ({ file, expected }) => {
    const invoice = invoiceIn(readEInvoice(readFileSync(file)));
    const attachments = invoice.supportingDocuments.map(({ reference, description, externalUri, attachment }) => {
      const bytes = attachment?.decode() ?? null;
      return {
        id: reference || null,
        description: description || null,
        filename: attachment?.filename ?? null,
        mime: attachment?.mimeCode ?? null,
        externalUrl: externalUri || null,
        sizeBytes: bytes?.length ?? null,
        sha256: bytes === null ? null : createHash('sha256').update(bytes).digest('hex'),
      };
    });
    expect(attachments).toEqual(expected.invoice.attachments);

    const stages = readSkonto(invoice.paymentTerms).stages;
    expect(
      stages.map(({ days, percentage, baseAmount }) => ({
        days,
        percent: percentage.raw,
        base: baseAmount?.raw ?? null,
      })),
    ).toEqual(expected.invoice.skonto);

    const leitweg = parseLeitwegId(invoice.buyerReference);
    expect(leitweg.isLeitwegId).toBe(expected.leitwegId.looksLikeLeitwegId);
    if (leitweg.isLeitwegId) {
      const { coarse, fine, check, valid, expectedCheck } = leitweg;
      const { looksLikeLeitwegId: _looks, ...wanted } = expected.leitwegId;
      expect({ coarse, fine, check, checkDigitsOk: valid, expectedCheck }).toEqual({ fine: null, ...wanted });
    }
    for (const { iban, checkOk } of expected.ibanCheck) expect([iban, checkIban(iban).valid]).toEqual([iban, checkOk]);
  });

  testEach('%s is no invoice', others, ({ file, expected }) => {
    const reading = readEInvoice(readFileSync(file));
    const outcome = { 'not-well-formed': 'not-well-formed', 'not-parsed-hostile': 'refused', unknown: 'unknown' };
    expect(reading.outcome).toBe(outcome[expected.syntax as keyof typeof outcome]);
    if (reading.outcome === 'unknown' && reading.root !== null) {
      const { namespace, name } = reading.root;
      expect(namespace === '' ? name : `{${namespace}}${name}`).toBe(expected.root);
    }
  });

  const checked = invoices.filter(({ expected }) => expected.validation.xsdValid !== null);
  testEach('%s: our own check of the form agrees with the official schema', checked, ({ file, expected }) => {
    const reading = readEInvoice(readFileSync(file));
    const faults = reading.outcome === 'read' ? reading.structure.filter(({ level }) => level === 'schema') : [];
    expect({ valid: faults.length === 0, faults }).toMatchObject({ valid: expected.validation.xsdValid });
    for (const fault of faults) {
      expect(fault.path).toMatch(/^\/(ubl|cn|rsm):/);
      expect(fault.message.de.length).toBeGreaterThan(10);
      expect(fault.line).toBeGreaterThan(0);
    }
  });
});

describe('the invoices inside PDFs', () => {
  testEach('%s is read field by field', hybridSamples(), async ({ name, file, expected }) => {
    const { invoiceXml } = await openFile(readFileSync(file), name);
    const reading = readEInvoice(invoiceXml!.bytes);
    expect(reading).toMatchObject({ outcome: 'read', syntax: expected.syntax });
    const { attachments: _attachments, skonto: _skonto, ...content } = expected.invoice;
    expect(comparable(asSidecar(invoiceIn(reading)))).toEqual(comparable(content));
    const { xsdValid } = expected.validation;
    const faults = reading.outcome === 'read' ? reading.structure.filter(({ level }) => level === 'schema') : [];
    if (typeof xsdValid === 'boolean')
      expect({ valid: faults.length === 0, faults }).toMatchObject({ valid: xsdValid });
  });
});

test('no bytes whatsoever make the reader throw', () => {
  const good = Buffer.from(ubl([{ quantity: '1', price: '10.00', rate: '19' }]));
  const damage = fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { maxLength: 5 });
  fc.assert(
    fc.property(damage, fc.nat({ max: good.length }), fc.boolean(), (changes, length, cut) => {
      const bytes = Buffer.from(good);
      for (const [at, byte] of changes) bytes[at] = byte;
      const reading = readEInvoice(cut ? bytes.subarray(0, length) : bytes);
      if (reading.outcome !== 'read') expect(reading.fault.message.de).toMatch(/\S/);
      else expect(checkTotals(reading.invoice)).toBeDefined();
    }),
    { numRuns: 1000 },
  );
});

describe('what is not guessed', () => {
  const cii = (date: string) => `<rsm:CrossIndustryInvoice
    xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
    xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
    xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
    <rsm:ExchangedDocumentContext/>
    <rsm:ExchangedDocument><ram:ID>1</ram:ID><ram:IssueDateTime>${date}</ram:IssueDateTime></rsm:ExchangedDocument>
    <rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty/><ram:BuyerTradeParty/>
    </ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeDelivery/><ram:ApplicableHeaderTradeSettlement/>
    </rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;
  const read = (text: string) => readEInvoice(Buffer.from(text));

  test.each([
    ['<udt:DateTimeString format="102">20260231</udt:DateTimeString>', '20260231'],
    ['<udt:DateTimeString format="203">202602280800</udt:DateTimeString>', '202602280800'],
    ['<udt:DateTimeString>20260228</udt:DateTimeString>', '20260228'],
    ['<udt:DateTimeString format="102">28.02.2026</udt:DateTimeString>', '28.02.2026'],
  ])('a date that the schema lets pass and nobody can read: %s', (date, raw) => {
    const reading = read(cii(date));
    expect(invoiceIn(reading).issueDate).toMatchObject({ iso: null, raw });
    expect(reading).toMatchObject({
      structure: [
        {
          level: 'content',
          code: 'unreadable-date',
          path: '/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString',
          found: raw,
        },
      ],
    });
  });

  test('a readable one', () => {
    const reading = read(cii('<udt:DateTimeString format="102">20240229</udt:DateTimeString>'));
    expect(invoiceIn(reading).issueDate).toEqual({ iso: '2024-02-29', raw: '20240229', format: '102' });
    expect(reading).toMatchObject({ structure: [] });
  });

  test('an amount with a comma stays text, and the fault names it', () => {
    const reading = read(`<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
      xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
      xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">1.234,50</cbc:PayableAmount></cac:LegalMonetaryTotal>
      </Invoice>`);
    expect(invoiceIn(reading).totals?.payable).toMatchObject({ raw: '1.234,50', value: null, currency: 'EUR' });
    const faults = reading.outcome === 'read' ? reading.structure : [];
    expect(faults).toContainEqual(
      expect.objectContaining({
        code: 'bad-decimal',
        path: '/ubl:Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount',
        line: 4,
        found: '1.234,50',
        message: {
          de: '„cbc:PayableAmount“: Der Wert „1.234,50“ ist keine Dezimalzahl.',
          en: '"cbc:PayableAmount": the value "1.234,50" is no decimal number.',
        },
      }),
    );
  });

  test('an element of a foreign namespace is not taken for ours', () => {
    const reading = read(`<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
      xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <ID xmlns="urn:example:evil">4711</ID><cbc:ID>4712</cbc:ID></Invoice>`);
    expect(invoiceIn(reading).number).toBe('4712');
    expect(reading).toMatchObject({
      structure: expect.arrayContaining([expect.objectContaining({ code: 'unexpected-element' })]),
    });
  });
});
