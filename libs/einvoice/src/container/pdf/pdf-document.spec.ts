import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { PdfDocument } from './pdf-document.js';
import { pdfFacts, readXmp } from './pdf-facts.js';
import { decodeStream, inflate, PdfTooLarge } from './pdf-filters.js';
import { PdfLexer } from './pdf-lexer.js';
import { PdfName, PdfStream, PdfString, type PdfValue } from './pdf-values.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const stream = (dict: string, body: Buffer): Buffer =>
  Buffer.concat([latin1(`<<${dict}/Length ${body.length}>>\nstream\n`), body, latin1('\nendstream')]);

/** A PDF of given objects, with a table of contents that fits. */
function build(
  objects: Record<number, Buffer | string>,
  before = Buffer.from('%PDF-1.7\n'),
  previous?: number,
): Buffer {
  let file = before;
  const places: [number, number][] = [];
  for (const [number, content] of Object.entries(objects)) {
    places.push([Number(number), file.length]);
    file = Buffer.concat([file, latin1(`${number} 0 obj\n`), Buffer.from(content), latin1('\nendobj\n')]);
  }
  const rows = places.map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const prev = previous === undefined ? '' : `/Prev ${previous}`;
  return Buffer.concat([
    file,
    latin1(`xref\n${rows}trailer\n<</Root 1 0 R/Size 50${prev}>>\nstartxref\n${file.length}\n%%EOF\n`),
  ]);
}
const startOf = (file: Buffer): number => Number(/startxref\n(\d+)/.exec(file.toString('latin1').slice(-60))![1]);

const XML = '<CrossIndustryInvoice xmlns="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>';
const hybrid = (xml = XML, more = ''): Record<number, Buffer | string> => ({
  1: `<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(factur-x.xml) 4 0 R]>>>>${more}>>`,
  2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  3: '<</Type/Page/Parent 2 0 R>>',
  4: '<</Type/Filespec/F(factur-x.xml)/AFRelationship/Alternative/EF<</F 5 0 R>>>>',
  5: stream('/Type/EmbeddedFile/Subtype/text#2Fxml/Filter/FlateDecode', deflateSync(xml)),
});
const content = (file: Buffer): (string | null)[] =>
  pdfFacts(file).attachments.map(({ bytes }) => bytes && Buffer.from(bytes).toString());

describe('the objects of a PDF', () => {
  test('an attachment by the name tree', () => {
    expect(pdfFacts(build(hybrid()))).toMatchObject({
      pages: 1,
      repaired: false,
      attachments: [{ name: 'factur-x.xml', mimeType: 'text/xml', relationship: 'Alternative' }],
    });
    expect(content(build(hybrid()))).toEqual([XML]);
  });

  test('a later revision replaces what it names again', () => {
    const first = build(hybrid());
    const second = build({ 5: stream('', Buffer.from('<neu/>')) }, Buffer.from(first), startOf(first));
    expect(content(second)).toEqual(['<neu/>']);
  });

  test('a damaged or missing table of contents is rebuilt', () => {
    const sound = build(hybrid());
    const wrong = latin1(sound.toString('latin1').replace(/\d{10} 00000 n/g, '0000000007 00000 n'));
    const cut = sound.subarray(0, startOf(sound));
    const shifted = Buffer.concat([latin1('HTTP/1.1 200 OK\r\n\r\n'), sound]);
    for (const file of [wrong, cut, shifted]) {
      expect(content(file)).toEqual([XML]);
      expect(pdfFacts(file).pages).toBe(1);
    }
    expect(pdfFacts(cut).repaired).toBe(true);
  });

  test('a wrong length of a stream does not matter', () => {
    const objects = hybrid();
    objects[5] = latin1((objects[5] as Buffer).toString('latin1').replace(/Length \d+/, 'Length 3'));
    expect(content(build(objects))).toEqual([XML]);
  });

  test('objects inside streams and cross references in streams', () => {
    const inner = [hybrid()[1], hybrid()[2], hybrid()[3]].map(String);
    let offset = 0;
    const head = inner.map((text, index) => {
      const entry = `${index + 1} ${offset} `;
      offset += text.length + 1;
      return entry;
    });
    const packed = deflateSync(latin1(head.join('') + inner.join(' ')));
    let file = build({ 4: hybrid()[4]!, 5: hybrid()[5]! });
    file = file.subarray(0, startOf(file));
    const at = (number: number): number => file.indexOf(`${number} 0 obj`);
    const container = file.length;
    file = Buffer.concat([
      file,
      latin1('6 0 obj\n'),
      stream(`/Type/ObjStm/N 3/First ${head.join('').length}/Filter/FlateDecode`, packed),
      latin1('\nendobj\n'),
    ]);
    const rows = [
      [2, 6, 0],
      [2, 6, 1],
      [2, 6, 2],
      [1, at(4), 0],
      [1, at(5), 0],
      [1, container, 0],
    ];
    const table = Buffer.from(rows.flatMap(([kind, place, index]) => [kind!, place! >> 8, place! & 255, index!]));
    const start = file.length;
    file = Buffer.concat([
      file,
      latin1('7 0 obj\n'),
      stream('/Type/XRef/Size 8/Index[1 6]/W[1 2 1]/Root 1 0 R/Filter/FlateDecode', deflateSync(table)),
      latin1(`\nendobj\nstartxref\n${start}\n%%EOF`),
    ]);
    expect(content(file)).toEqual([XML]);
    expect(pdfFacts(file)).toMatchObject({ pages: 1, repaired: false });
  });

  test('scripts behind escaped names, actions without being called', () => {
    expect(
      pdfFacts(build({ ...hybrid(XML, '/OpenAction 8 0 R'), 8: '<</S/J#61vaScript/JS(app.alert)>>' })),
    ).toMatchObject({ hasJavaScript: true, hasOpenAction: true });
    expect(
      pdfFacts(build({ ...hybrid(XML, '/OpenAction[3 0 R/Fit]'), 9: '<</Type/Action/S/Launch/F(cmd)>>' })),
    ).toMatchObject({ hasJavaScript: false, hasOpenAction: false, actions: ['Launch'] });
  });

  test('circles, depth and absurd numbers end', () => {
    const circle = {
      ...hybrid(),
      2: '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>',
      8: '8 0 R',
      9: '<</Length 9 0 R>>',
    };
    expect(pdfFacts(build(circle)).attachments).toHaveLength(1);
    const deep = { ...hybrid(), 8: `${'['.repeat(5000)}${']'.repeat(5000)}` };
    expect(content(build(deep))).toEqual([XML]);
    const names = {
      ...hybrid(),
      1: '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 8 0 R>>>>',
      8: '<</Kids[8 0 R 8 0 R]/Names[(a) 4 0 R (b) 4 0 R]>>',
    };
    expect(pdfFacts(build(names)).attachments).toHaveLength(1);
  });

  test('any bytes in place of an object do no harm', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3, 4, 5), fc.uint8Array({ maxLength: 200 }), (number, bytes) => {
        try {
          pdfFacts(build({ ...hybrid(), [number]: Buffer.from(bytes) }));
        } catch (error) {
          expect((error as Error).constructor.name).toMatch(/^Pdf(?:Broken|TooLarge)$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('filters', () => {
  const through = (filter: string, raw: Buffer, limit = 1000): string =>
    Buffer.from(
      decodeStream(
        new PdfStream(new Map<string, PdfValue>([['Filter', new PdfName(filter)]]), raw),
        limit,
        (value) => value ?? null,
      ),
    ).toString('latin1');

  test('give back what went in', () => {
    expect(through('ASCIIHexDecode', latin1('48 65 6C6c6F>'))).toBe('Hello');
    expect(through('ASCII85Decode', latin1('87cURD]j7BEbo80~>'))).toBe('Hello world!');
    expect(through('RunLengthDecode', Buffer.from([1, 0x61, 0x62, 254, 0x63, 128]))).toBe('abccc');
    // The example of the PDF specification, 7.4.4.2.
    expect([
      ...latin1(through('LZWDecode', Buffer.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]))),
    ]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
  });

  test('stop at the limit, whichever way it grows', () => {
    expect(() => inflate(deflateSync(Buffer.alloc(1 << 20)), 1000)).toThrow(PdfTooLarge);
    expect(() => through('RunLengthDecode', Buffer.alloc(1000, 129))).toThrow(PdfTooLarge);
    expect(() => through('ASCII85Decode', Buffer.alloc(1000, 122))).toThrow(PdfTooLarge);
    expect(inflate(deflateSync(Buffer.alloc(1000)), 1000)).toHaveLength(1000);
  });

  test('a stream that was cut off gives what is left of it', () => {
    const whole = deflateSync(Buffer.from('Rechnung '.repeat(1000)));
    expect(Buffer.from(inflate(whole.subarray(0, whole.length - 6), 1 << 20)).toString()).toMatch(/^(Rechnung )+/);
  });
});

test('strings in all their spellings', () => {
  const text = (source: string): string => (new PdfLexer(latin1(source)).value() as PdfString).text;
  expect(text('(a\\(b\\)(c)\\101\\n\\\n!)')).toBe('a(b)(c)A\n!');
  expect(text('<FEFF00DC>')).toBe('Ü');
  expect(text('<414>')).toBe('A@');
});

test('XMP as elements and as attributes, under any prefix', () => {
  const uri = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';
  const rdf = (inner: string): Buffer =>
    Buffer.from(
      `<?xpacket begin="\ufeff"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${inner}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
    );
  const elements = readXmp(
    rdf(
      `<rdf:Description xmlns:q="${uri}"><q:ConformanceLevel> EN 16931 </q:ConformanceLevel><q:Version>1.0</q:Version></rdf:Description>`,
    ),
  );
  const attributes = readXmp(
    rdf(`<rdf:Description xmlns:fx="${uri}" fx:ConformanceLevel="EN 16931" fx:Version="1.0"/>`),
  );
  expect(elements).toMatchObject({ conformanceLevel: 'EN 16931', version: '1.0', pdfaPart: null });
  expect(attributes).toEqual(elements);
  expect(readXmp(Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x/>')).version).toBeNull();
});

test('a document without pages and catalogue is none', () => {
  expect(() => new PdfDocument(latin1('%PDF-1.7\nnothing'))).toThrow('no catalogue');
});
