import { ubl as invoice, cii as crossIndustry } from '../../../../test/support/einvoice-text.js';
import type { StructuralFault } from '../model.js';
import { readEInvoice } from '../read-einvoice.js';

const line = { quantity: '1', price: '10.00', rate: '19' };
const UBL = invoice([line]);
const CII = crossIndustry([line]);

function faultsOf(text: string): StructuralFault[] {
  const reading = readEInvoice(Buffer.from(text));
  if (reading.outcome !== 'read') throw new Error(reading.fault.message.en);
  return reading.structure;
}

const short = (text: string) => faultsOf(text).map(({ code, path, level }) => [level, code, path]);
const ID = '<cbc:ID>R-1</cbc:ID>';
const DATE = '<cbc:IssueDate>2026-11-02</cbc:IssueDate>';

test('good invoices have no faults', () => {
  expect(faultsOf(UBL)).toEqual([]);
  expect(faultsOf(CII)).toEqual([]);
});

test('schema-legal elements that no rule of EN 16931 knows are accepted', () => {
  const text = UBL.replace(
    '<cac:TaxTotal>',
    `<cac:Delivery><cac:Shipment><cbc:ID>1</cbc:ID><cac:ShipmentStage><cbc:TransportModeCode>3</cbc:TransportModeCode>
     <cac:TransportMeans><cac:RoadTransport><cbc:LicensePlateID>XX-A 1</cbc:LicensePlateID></cac:RoadTransport></cac:TransportMeans></cac:ShipmentStage></cac:Shipment></cac:Delivery><cac:TaxTotal>`,
  );
  expect(faultsOf(text)).toEqual([]);
});

test('extensions may hold anything, in their frame', () => {
  const extension = (content: string) =>
    UBL.replace(
      ID,
      `<ext:UBLExtensions xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"><ext:UBLExtension>${content}</ext:UBLExtension></ext:UBLExtensions>${ID}`,
    );
  expect(faultsOf(extension('<ext:ExtensionContent><x xmlns="urn:example"><y/></x></ext:ExtensionContent>'))).toEqual(
    [],
  );
  expect(short(extension('<x xmlns="urn:example"/>')).map(([, code]) => code)).toEqual([
    'unexpected-element',
    'missing-element',
  ]);
});

test.each<[string, string, string, string]>([
  ['wrong order', UBL.replace(ID + DATE, DATE + ID), 'wrong-order', '/ubl:Invoice/cbc:ID'],
  ['missing', UBL.replace(DATE, ''), 'missing-element', '/ubl:Invoice/cbc:InvoiceTypeCode'],
  ['twice', UBL.replace(ID, ID + ID), 'too-many', '/ubl:Invoice/cbc:ID[2]'],
  ['unknown', UBL.replace(ID, `${ID}<cbc:Nonsense/>`), 'unexpected-element', '/ubl:Invoice/cbc:Nonsense'],
  [
    'known, but not here',
    UBL.replace(ID, `${ID}<cbc:Amount currencyID="EUR">1</cbc:Amount>`),
    'unexpected-element',
    '/ubl:Invoice/cbc:Amount',
  ],
  ['no date', UBL.replace('2026-11-02', '02.11.2026'), 'bad-date', '/ubl:Invoice/cbc:IssueDate'],
  ['no day of the calendar', UBL.replace('2026-11-02', '2026-02-30'), 'bad-date', '/ubl:Invoice/cbc:IssueDate'],
  [
    'no currency',
    UBL.replace('<cbc:TaxAmount currencyID="EUR">', '<cbc:TaxAmount>'),
    'missing-attribute',
    '/ubl:Invoice/cac:TaxTotal/cbc:TaxAmount',
  ],
  [
    'a foreign attribute',
    UBL.replace(ID, ID.replace('>', ' colour="red">')),
    'unexpected-attribute',
    '/ubl:Invoice/cbc:ID',
  ],
  [
    'an attribute on a group',
    UBL.replace('<cac:TaxTotal>', '<cac:TaxTotal id="1">'),
    'unexpected-attribute',
    '/ubl:Invoice/cac:TaxTotal',
  ],
  [
    'text in a group',
    UBL.replace('<cac:TaxTotal>', '<cac:TaxTotal>19 %'),
    'unexpected-text',
    '/ubl:Invoice/cac:TaxTotal',
  ],
  ['an element in a value', UBL.replace('R-1', 'R-<b xmlns="">1</b>'), 'unexpected-element', '/ubl:Invoice/cbc:ID/b'],
  [
    'no number',
    UBL.replace('>1</cbc:InvoicedQuantity>', '>eins</cbc:InvoicedQuantity>'),
    'bad-decimal',
    '/ubl:Invoice/cac:InvoiceLine/cbc:InvoicedQuantity',
  ],
  [
    'an exponent',
    UBL.replace('>1</cbc:InvoicedQuantity>', '>1e3</cbc:InvoicedQuantity>'),
    'bad-decimal',
    '/ubl:Invoice/cac:InvoiceLine/cbc:InvoicedQuantity',
  ],
  [
    'no group where one must be',
    UBL.replace(/<cac:LegalMonetaryTotal>.*<\/cac:LegalMonetaryTotal>/, ''),
    'missing-element',
    '/ubl:Invoice/cac:InvoiceLine',
  ],
  ['no line', UBL.replace(/<cac:InvoiceLine>[^]*<\/cac:InvoiceLine>/, ''), 'missing-element', '/ubl:Invoice'],
  [
    'CII: wrong order',
    CII.replace(/(<ram:ID>R-1<\/ram:ID>)(<ram:TypeCode>380<\/ram:TypeCode>)/, '$2$1'),
    'wrong-order',
    '/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:ID',
  ],
  [
    'CII: two dates',
    CII.replace('</udt:DateTimeString>', '</udt:DateTimeString><udt:DateTime>2026-11-02T00:00:00</udt:DateTime>'),
    'too-many',
    '/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTime',
  ],
  [
    'CII: no date',
    CII.replace(/<udt:DateTimeString.*<\/udt:DateTimeString>/, ''),
    'missing-element',
    '/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:IssueDateTime',
  ],
  [
    'CII: a code list of another agency',
    CII.replace('<ram:TypeCode>380', '<ram:TypeCode listAgencyID="7">380'),
    'bad-attribute',
    '/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:TypeCode',
  ],
])('%s', (_name, text, code, path) => {
  expect(short(text)).toContainEqual(['schema', code, path]);
});

test.each([
  ['', true],
  ['urn:oasis:names:x', true],
  ['http://liste.example/ä b?x=1#teil', true],
  ['../liste/1:2', true],
  ['2024-02-29T12:00:00', false],
  ['50 %', false],
  ['a#b#c', false],
  ['[x]', false],
])('an address of a code list: "%s"', (address, good) => {
  const ubl = UBL.replace('<cbc:InvoiceTypeCode>', `<cbc:InvoiceTypeCode listURI="${address}">`);
  const cii = CII.replace('<ram:TypeCode>380', `<ram:TypeCode listURI="${address}">380`);
  for (const text of [ubl, cii]) expect(short(text).map(([, code]) => code)).toEqual(good ? [] : ['bad-attribute']);
});

test('a fault names place and text, plainly', () => {
  expect(faultsOf(UBL.replace('2026-11-02', 'übermorgen'))).toEqual([
    {
      level: 'schema',
      code: 'bad-date',
      path: '/ubl:Invoice/cbc:IssueDate',
      line: 3,
      column: 21,
      found: 'übermorgen',
      message: {
        de: '„cbc:IssueDate“: Der Wert „übermorgen“ ist kein Datum der Form JJJJ-MM-TT.',
        en: '"cbc:IssueDate": the value "übermorgen" is no date of the form YYYY-MM-DD.',
      },
    },
  ]);
});

test('a number too long for honest money passes the schema and is not read', () => {
  const text = UBL.replace('>1</cbc:InvoicedQuantity>', `>${'9'.repeat(41)}</cbc:InvoicedQuantity>`);
  expect(short(text)).toEqual([['content', 'bad-decimal', '/ubl:Invoice/cac:InvoiceLine/cbc:InvoicedQuantity']]);
});
