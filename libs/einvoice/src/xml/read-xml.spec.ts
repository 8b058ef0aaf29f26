import { growth, IN_PROPORTION } from '../../../../test/support/growth.js';
import fc from 'fast-check';
import { readXml, XML_LIMITS } from './read-xml.js';
import type { XmlElement } from './xml-element.js';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();
const bom = (...bytes: number[]) => Buffer.from(bytes);

function rootOf(bytes: Uint8Array): XmlElement {
  const reading = readXml(bytes);
  if (reading.outcome !== 'read') throw new Error(reading.fault.message.en);
  return reading.root;
}

const faultOf = (bytes: Uint8Array) => {
  const reading = readXml(bytes);
  return reading.outcome === 'read' ? null : [reading.outcome, reading.fault.code];
};

describe('encodings', () => {
  const text = 'Straßenbau „Möller“ & Söhne – 12 €';
  const body = (encoding: string | null) =>
    `<?xml version="1.0"${encoding === null ? '' : ` encoding="${encoding}"`}?>\n<a>${text.replace('&', '&amp;')}</a>`;

  test.each<[string, Uint8Array]>([
    ['UTF-8 without declaration', utf8(`<a>${text.replace('&', '&amp;')}</a>`)],
    ['UTF-8 declared', utf8(body('utf-8'))],
    ['UTF-8 with byte order mark', Buffer.concat([bom(0xef, 0xbb, 0xbf), utf8(body('UTF-8'))])],
    ['UTF-16 LE with mark', Buffer.concat([bom(0xff, 0xfe), utf16le(body('UTF-16'))])],
    ['UTF-16 BE with mark', Buffer.concat([bom(0xfe, 0xff), utf16be(body('UTF-16'))])],
    ['UTF-16 LE without mark', utf16le(body('UTF-16LE'))],
    ['UTF-16 BE without mark', utf16be(body('UTF-16'))],
  ])('%s', (_name, bytes) => {
    expect(rootOf(bytes).value).toBe(text);
  });

  test('single-byte encodings mean different characters by the same byte', () => {
    const bytes = (encoding: string, ...codes: number[]) =>
      Buffer.concat([utf8(`<?xml version="1.0" encoding="${encoding}"?><a>`), Buffer.from(codes), utf8('</a>')]);
    expect(rootOf(bytes('ISO-8859-1', 0xfc, 0xa4)).value).toBe('ü¤');
    expect(rootOf(bytes('ISO-8859-15', 0xfc, 0xa4)).value).toBe('ü€');
    expect(rootOf(bytes('windows-1252', 0xfc, 0x80)).value).toBe('ü€');
    expect(faultOf(bytes('windows-1252', 0x81))).toEqual(['not-well-formed', 'encoding-invalid']);
    expect(faultOf(bytes('US-ASCII', 0xfc))).toEqual(['not-well-formed', 'encoding-invalid']);
    expect(faultOf(bytes('UTF-8', 0xfc))).toEqual(['not-well-formed', 'encoding-invalid']);
    expect(faultOf(bytes('IBM500', 0x41))).toEqual(['refused', 'encoding-unsupported']);
  });

  test.each<[string, Uint8Array]>([
    ['UTF-16 declared over single bytes', utf8(body('UTF-16'))],
    ['UTF-8 declared over UTF-16', Buffer.concat([bom(0xff, 0xfe), utf16le(body('UTF-8'))])],
    ['Latin-1 declared behind a UTF-8 mark', Buffer.concat([bom(0xef, 0xbb, 0xbf), utf8(body('ISO-8859-1'))])],
    ['little endian declared over big endian', Buffer.concat([bom(0xfe, 0xff), utf16be(body('UTF-16LE'))])],
  ])('a declaration that contradicts the bytes: %s', (_name, bytes) => {
    expect(faultOf(bytes)).toEqual(['not-well-formed', 'encoding-contradiction']);
  });

  test('any text comes back the same from every Unicode encoding', () => {
    const content = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((value) => !/[\r\ufffe\uffff]/.test(value));
    fc.assert(
      fc.property(content, (value) => {
        fc.pre(![...value].some((char) => char.codePointAt(0)! < 32 && !'\t\n'.includes(char)));
        const escaped = value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
        const xml = `<a b="1">${escaped}</a>`;
        for (const bytes of [utf8(xml), utf16le(xml), utf16be(xml), Buffer.concat([bom(0xff, 0xfe), utf16le(xml)])]) {
          expect(rootOf(bytes).text).toBe(value);
        }
      }),
    );
  });
});

describe('what is refused before it is parsed', () => {
  const bomb = '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><lolz>&b;</lolz>';
  const external = '<?xml version="1.0"?><!-- a -->\n<?pi x?> <!DOCTYPE r SYSTEM "http://example.org/x.dtd"><r/>';

  test.each<[string, Uint8Array]>([
    ['entity bomb', utf8(bomb)],
    ['external document type behind comment and instruction', utf8(external)],
    ['in UTF-16 LE', Buffer.concat([bom(0xff, 0xfe), utf16le(bomb)])],
    ['in UTF-16 BE without mark', utf16be(external.replace('<?xml version="1.0"?>', ''))],
    ['in lower case, which XML does not know', utf8('<!doctype r><r/>')],
    ['behind a UTF-8 mark', Buffer.concat([bom(0xef, 0xbb, 0xbf), utf8(bomb)])],
  ])('document type: %s', (_name, bytes) => {
    expect(faultOf(bytes)).toEqual(['refused', 'doctype']);
  });

  test('a declaration hidden in a comment of endless length costs no more than reading it', async () => {
    const closed = (length: number) => utf8(`<!--${'<!DOCTYPE '.repeat(length)}--><r/>`);
    const open = (length: number) => utf8('<!--'.repeat(length));
    expect(faultOf(closed(500_000))).toBeNull();
    expect(faultOf(open(500_000))).toEqual(['not-well-formed', 'syntax']);
    expect(await growth(500_000, closed, faultOf)).toBeLessThan(IN_PROPORTION);
    expect(await growth(500_000, open, faultOf)).toBeLessThan(IN_PROPORTION);
  });

  test('HTML is named as such', () => {
    expect(faultOf(utf8('<!DOCTYPE html><html><body>Rechnung</body></html>'))).toEqual(['refused', 'html']);
  });

  test('the words in a text are no document type', () => {
    expect(rootOf(utf8('<a><![CDATA[<!DOCTYPE x>]]></a>')).text).toBe('<!DOCTYPE x>');
  });

  test('a document type inside the document is no XML', () => {
    expect(faultOf(utf8('<a><!DOCTYPE x></a>'))).toEqual(['not-well-formed', 'syntax']);
  });
});

describe('limits', () => {
  const nested = (depth: number) => utf8('<a>'.repeat(depth) + '</a>'.repeat(depth));

  test('depth', async () => {
    expect(faultOf(nested(100))).toBeNull();
    expect(faultOf(nested(101))).toEqual(['refused', 'too-deep']);
    expect(faultOf(nested(1_000_000))).toEqual(['refused', 'too-deep']);
    expect(await growth(1_000_000, nested, faultOf)).toBeLessThan(IN_PROPORTION);
  });

  test('elements, attributes and size', () => {
    const limits = { ...XML_LIMITS, bytes: 1000, elements: 10, attributes: 3 };
    const codes = (xml: string) => {
      const reading = readXml(utf8(xml), limits);
      return reading.outcome === 'read' ? null : reading.fault.code;
    };
    expect(codes(`<a>${'<b/>'.repeat(9)}</a>`)).toBeNull();
    expect(codes(`<a>${'<b/>'.repeat(10)}</a>`)).toBe('too-many-elements');
    expect(codes('<a b="1" c="2" d="3"/>')).toBeNull();
    expect(codes('<a b="1" c="2" d="3" e="4"/>')).toBe('too-many-attributes');
    expect(codes(`<a>${'x'.repeat(1000)}</a>`)).toBe('too-large');
  });
});

describe('strictness', () => {
  test.each([
    ['unclosed', '<a><b></a>'],
    ['truncated', '<a><b>text'],
    ['two roots', '<a/><b/>'],
    ['an undeclared prefix', '<x:a/>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['a bare ampersand', '<a>Müller & Sohn</a>'],
    ['a doubled attribute', '<a b="1" b="2"/>'],
    ['a control character', '<a>\u0001</a>'],
    ['a reference to one', '<a>&#1;</a>'],
    ['text behind the root', '<a/>text'],
    ['no element', '<!-- nothing -->'],
    ['no XML', 'PDF-1.7'],
    ['a version that admits control characters', '<?xml version="1.1"?><a>&#1;</a>'],
  ])('%s', (_name, xml) => {
    expect(faultOf(utf8(xml))).toEqual(['not-well-formed', 'syntax']);
  });

  test('an empty file', () => {
    expect(faultOf(new Uint8Array())).toEqual(['not-well-formed', 'empty']);
  });

  test('the fault says where', () => {
    const reading = readXml(utf8('<a>\n  <b>\n    <c></d>\n  </b>\n</a>'));
    expect(reading).toMatchObject({ outcome: 'not-well-formed', fault: { line: 3, path: '/a/b' } });
  });

  test('inclusions and instructions are elements and nothing', () => {
    const xml = `<?xml-stylesheet href="file:///etc/passwd"?><a xmlns:xi="http://www.w3.org/2001/XInclude">
      <?evil do?><xi:include href="file:///etc/passwd" parse="text"/></a>`;
    const root = rootOf(utf8(xml));
    expect(root.children.map(({ tag, children, text }) => [tag, children.length, text])).toEqual([
      ['{http://www.w3.org/2001/XInclude}include', 0, ''],
    ]);
  });
});

describe('the tree', () => {
  const CBC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2';

  test('tags carry the customary prefix, whatever the file uses', () => {
    const root = rootOf(utf8(`<r xmlns:x="${CBC}"><x:ID schemeID="1"/><ID xmlns="${CBC}"/><ID/></r>`));
    expect(root.children.map(({ tag }) => tag)).toEqual(['cbc:ID', 'cbc:ID', 'ID']);
    expect(root.child('cbc:ID')?.attribute('schemeID')).toBe('1');
  });

  test('text keeps its white space and loses comments; groups have none', () => {
    const root = rootOf(utf8('<r>\n <a> 1<!-- x -->2<![CDATA[ 3 ]]></a>\n</r>'));
    expect(root.text).toBe('');
    expect(root.child('a')?.text).toBe(' 12 3 ');
    expect(root.child('a')?.value).toBe('12 3');
  });

  test('path, line and column', () => {
    const root = rootOf(utf8('<r>\r\n  <a/><a><b\n x="1"/></a>\n</r>'));
    const [, second] = root.all('a');
    const inner = second!.child('b')!;
    expect([second!.path, second!.line, second!.column]).toEqual(['/r/a[2]', 2, 7]);
    expect([inner.path, inner.line, inner.column]).toEqual(['/r/a[2]/b', 2, 10]);
  });

  test('attributes named like properties of objects are just attributes', () => {
    const root = rootOf(utf8('<r __proto__="x" constructor="y"/>'));
    expect(root.attribute('__proto__')).toBe('x');
    expect(root.attribute('toString')).toBeNull();
  });
});
