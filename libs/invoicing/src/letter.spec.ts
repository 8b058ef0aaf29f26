import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { openFile, readEInvoice, writeCii } from '@lib/einvoice';
import { CASES, factsOf, line } from '../../../test/support/own-invoices.js';
import { eInvoiceOf } from './e-invoice-of.js';
import { epcText } from './epc-code.js';
import type { InvoiceFacts } from './invoice-facts.js';
import { letterOf, makeFiles } from './make-files.js';
import { printDraft, printLetter } from './print-letter.js';
import { EMBEDDED_NAME } from './zugferd-metadata.js';

const AT = new Date('2026-03-16T08:15:00Z');
const printed = async (facts: InvoiceFacts, cancels = false): Promise<Buffer> =>
  printLetter(await letterOf(facts, cancels), writeCii(eInvoiceOf(facts)), AT);
const text = async (pdf: Uint8Array): Promise<string> => (await openFile(pdf, 'rechnung.pdf')).pdf!.texts.join('\n');
const flat = (whole: string): string => whole.replace(/\s+/g, ' ');

/** The document as another library reads it. */
async function structureOf(pdf: Uint8Array) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { catalog, context } = document;
  return { document, catalog, context, objects: context.enumerateIndirectObjects().map(([, object]) => object) };
}

const named = (dict: PDFDict | undefined, key: string) => dict?.lookup(PDFName.of(key));
const nameIn = (dict: PDFDict | undefined, key: string): string | undefined =>
  (named(dict, key) as PDFName | undefined)?.decodeText();

describe.each(Object.entries(CASES))('the letter of: %s', (_, facts) => {
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await printed(facts);
  });

  it('holds the invoice that it shows, byte for byte', async () => {
    const opened = await openFile(pdf, 'rechnung.pdf');
    expect(opened).toMatchObject({ kind: 'pdf', quarantined: false, findings: [] });
    const cii = writeCii(eInvoiceOf(facts));
    const [file] = opened.pdf!.facts.attachments;
    expect(file).toMatchObject({ name: EMBEDDED_NAME, relationship: 'Alternative', mimeType: 'text/xml' });
    expect(file!.sha256).toBe(createHash('sha256').update(cii).digest('hex'));
    const reading = readEInvoice(opened.invoiceXml!.bytes);
    expect(reading).toMatchObject({ outcome: 'read', structure: [], invoice: { number: facts.number } });
  });

  it('is built as PDF/A-3b', async () => {
    const { catalog, context, objects } = await structureOf(pdf);
    expect(pdf.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    expect([...pdf.subarray(9, 14)].filter((byte) => byte > 127).length).toBeGreaterThanOrEqual(4);
    expect(context.trailerInfo.Encrypt).toBeUndefined();
    const id = context.trailerInfo.ID as PDFArray;
    expect(id.size()).toBe(2);

    const intents = catalog.lookup(PDFName.of('OutputIntents'), PDFArray);
    const intent = intents.lookup(0, PDFDict);
    expect(nameIn(intent, 'S')).toBe('GTS_PDFA1');
    expect((named(intent, 'DestOutputProfile') as PDFRawStream).getContentsSize()).toBeGreaterThan(500);

    const metadata = catalog.lookup(PDFName.of('Metadata')) as PDFRawStream;
    expect(metadata.dict.has(PDFName.of('Filter'))).toBe(false);
    const xmp = Buffer.from(metadata.getContents()).toString('utf8');
    for (const part of [
      '<pdfaid:part>3</pdfaid:part>',
      '<pdfaid:conformance>B</pdfaid:conformance>',
      '<fx:DocumentType>INVOICE</fx:DocumentType>',
      `<fx:DocumentFileName>${EMBEDDED_NAME}</fx:DocumentFileName>`,
      '<fx:ConformanceLevel>XRECHNUNG</fx:ConformanceLevel>',
      '<pdfaSchema:prefix>fx</pdfaSchema:prefix>',
    ])
      expect(xmp).toContain(part);

    const [file] = catalog.lookup(PDFName.of('AF'), PDFArray).asArray();
    const spec = context.lookup(file, PDFDict);
    expect(nameIn(spec, 'AFRelationship')).toBe('Alternative');
    for (const key of ['F', 'UF']) expect((named(spec, key) as PDFString).decodeText()).toBe(EMBEDDED_NAME);
    const stream = (named(named(spec, 'EF') as PDFDict, 'F') as PDFRawStream).dict;
    expect(nameIn(stream, 'Subtype')).toBe('text/xml');
    expect((named(stream, 'Params') as PDFDict).has(PDFName.of('ModDate'))).toBe(true);

    const dicts = objects.map((object) =>
      object instanceof PDFRawStream ? object.dict : object instanceof PDFDict ? object : null,
    );
    const typed = (type: string) => dicts.filter((dict) => dict !== null && nameIn(dict, 'Type') === type);
    const programs = typed('FontDescriptor');
    expect(programs.length).toBeGreaterThan(0);
    for (const descriptor of programs) expect(descriptor!.has(PDFName.of('FontFile2'))).toBe(true);
    for (const font of typed('Font')) {
      const subtype = nameIn(font!, 'Subtype');
      expect(['Type0', 'CIDFontType2']).toContain(subtype);
      if (subtype === 'CIDFontType2') expect(nameIn(font!, 'CIDToGIDMap')).toBe('Identity');
      else expect(font!.has(PDFName.of('ToUnicode'))).toBe(true);
    }
    // ISO 19005-3: no scripts, no actions that reach out, no external streams, no LZW
    const source = pdf.toString('latin1');
    for (const forbidden of ['/JavaScript', '/JS ', '/Launch', '/OpenAction', '/LZWDecode', '/Encrypt', '/AcroForm'])
      expect(source).not.toContain(forbidden);
    for (const state of typed('ExtGState')) {
      for (const key of ['ca', 'CA']) expect(String(named(state!, key) ?? 1)).toBe('1');
    }
  });

  it('says the same in the information of the document and in XMP', async () => {
    const { document, catalog } = await structureOf(pdf);
    const xmp = Buffer.from((catalog.lookup(PDFName.of('Metadata')) as PDFRawStream).getContents()).toString('utf8');
    for (const value of [document.getTitle(), document.getAuthor(), document.getSubject(), document.getProducer()]) {
      expect(value).toBeTruthy();
      expect(xmp).toContain(`>${value}<`);
    }
    expect(xmp).toContain('<xmp:CreateDate>2026-03-16T08:15:00Z</xmp:CreateDate>');
    expect(document.getCreationDate()).toEqual(AT);
    // well-formed, whatever the names are
    expect(xmp).not.toMatch(/&(?!\w+;)/);
  });

  it('names what § 14(4) UStG wants', async () => {
    const whole = flat(await text(pdf));
    const { seller, buyer, totals } = facts;
    for (const part of [
      seller.name,
      'Rathausplatz 1',
      buyer.name,
      buyer.address!.street,
      '16.03.2026',
      facts.number,
      'Steuernummer 337/5999/0048',
      'USt-IdNr. DE123456788',
    ])
      expect(whole).toContain(part);
    const euro = (cents: bigint): string =>
      `${(cents / 100n).toString().replace(/\B(?=(\d{3})+$)/g, '.')},${String(cents % 100n).padStart(2, '0')} €`;
    expect(whole).toContain(euro(totals.gross));
    for (const group of totals.groups) {
      if (group.category === 'S') expect(whole).toContain(`${group.rate} % Umsatzsteuer`);
      else expect(whole).toContain(group.reason!.slice(0, 40));
    }
    for (const one of facts.draft.lines) expect(whole).toContain(one.text.slice(0, 20));
    expect(whole).toMatch(/Leistungs(zeitraum|datum)/);
  });
});

it('a credit note that takes an invoice back is called so, and asks nobody to pay', async () => {
  const whole = flat(await text(await printed(CASES['small credit note']!, true)));
  expect(whole).toContain('Stornorechnung AR-2026-00007');
  expect(whole).toContain('nehmen wir unsere Rechnung AR-2026-00003 vom 02.02.2026 zurück');
  expect(whole).not.toContain('Banking-App');
});

it('an invoice of many lines repeats its head on every page and counts them', async () => {
  const facts = factsOf({ lines: Array.from({ length: 120 }, (_, no) => line({ text: `Stellplatz ${no + 1}` })) });
  const opened = await openFile(await printed(facts), 'lang.pdf');
  expect(opened.pdf!.pages).toBeGreaterThan(3);
  for (const [index, page] of opened.pdf!.texts.entries()) {
    expect(flat(page)).toContain(`Seite ${index + 1} von ${opened.pdf!.pages}`);
    if (index > 0) expect(flat(page)).toContain('Rechnung AR-2026-00007 vom 16.03.2026');
  }
  expect(flat(opened.pdf!.texts.join(' '))).toContain('Stellplatz 120');
});

it('names and texts of any kind neither break the file nor are they taken for anything else', async () => {
  const name = '<b>Müller & Söhne</b> ]]> "GmbH" \\n(x) \u{1F600}';
  const facts = factsOf({ introduction: '{{x}} <script>alert(1)</script>', lines: [line({ text: name })] });
  facts.buyer = { ...facts.buyer, name };
  const pdf = await printed(facts);
  const opened = await openFile(pdf, 'rechnung.pdf');
  expect(opened).toMatchObject({ quarantined: false, findings: [] });
  const { catalog } = await structureOf(pdf);
  const xmp = Buffer.from((catalog.lookup(PDFName.of('Metadata')) as PDFRawStream).getContents()).toString('utf8');
  expect(xmp).not.toContain('<b>');
});

it('characters that the font lacks are printed as question marks, and stay in the XML', async () => {
  const name = 'Łódź Ağa Παπάς Пётр “ﬁ” 株式会社 😀 e\u0301';
  const facts = factsOf({ lines: [line({ text: name })] });
  const opened = await openFile(await printed(facts), 'rechnung.pdf');
  expect(flat(opened.pdf!.texts.join(' '))).toContain('Łódź Ağa Παπάς Пётр “?” ???? ? é');
  const reading = readEInvoice(opened.invoiceXml!.bytes);
  expect(reading).toMatchObject({ invoice: { lines: [{ item: { name } }] } });
});

it('a draft is marked across the page and carries no invoice', async () => {
  const facts = factsOf({}, { number: 'ENTWURF' });
  const opened = await openFile(await printDraft(await letterOf(facts, false)), 'entwurf.pdf');
  expect(opened.invoiceXml).toBeNull();
  expect(flat(opened.pdf!.texts.join(' '))).toContain('Entwurf');
});

it('what a banking app reads is a transfer of the invoice’s amount and number', () => {
  const transfer = { holder: 'Gemeinde  Ahlenbrück', iban: 'DE02120300000000202051', bic: null, amount: 123_294n };
  expect(epcText({ ...transfer, purpose: 'AR-2026-00007' })).toBe(
    [
      'BCD',
      '002',
      '1',
      'SCT',
      '',
      'Gemeinde Ahlenbrück',
      'DE02120300000000202051',
      'EUR1232.94',
      '',
      '',
      'AR-2026-00007',
    ].join('\n'),
  );
  expect(epcText({ ...transfer, amount: 0n, purpose: 'x' })).toBeNull();
  expect(epcText({ ...transfer, amount: 100_000_000_000n, purpose: 'x' })).toBeNull();
});

it('files come from one hand: UBL, CII and the letter say the same', async () => {
  const files = await makeFiles(CASES['service with 19 and 7 per cent']!, { cancels: false, at: AT, language: 'de' });
  const [ubl, cii] = [readEInvoice(files.ubl), readEInvoice(files.cii)];
  if (ubl.outcome !== 'read' || cii.outcome !== 'read') throw new Error('unreadable');
  expect(ubl.invoice.totals!.payable!.raw).toBe(cii.invoice.totals!.payable!.raw);
  expect((await openFile(files.pdf, 'a.pdf')).pdf!.invoiceXml!.sha256).toBe(
    createHash('sha256').update(files.cii).digest('hex'),
  );
  await expect(
    makeFiles(factsOf({ introduction: 'a\u0007' }), { cancels: false, at: AT, language: 'de' }),
  ).rejects.toMatchObject({
    code: 'CharacterNotWritable',
    params: { value: 'U+0007' },
  });
});
