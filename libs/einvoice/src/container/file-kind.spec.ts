import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { announcedSyntax } from './text-head.js';
import { type FileKind, fileKindOf, wrongExtension } from './file-kind.js';

const text = (value: string, encoding: BufferEncoding = 'utf8'): Buffer => Buffer.from(value, encoding);
const UBL = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>';

describe('what a file is', () => {
  const cases: [FileKind, string, Buffer][] = [
    ['empty', 'nothing', Buffer.alloc(0)],
    ['empty', 'blanks', text(' \r\n\t')],
    ['empty', 'a byte order mark', Buffer.from([0xef, 0xbb, 0xbf])],
    ['xml', 'an invoice', text(`<?xml version="1.0"?>${UBL}`)],
    ['xml', 'no declaration', text(UBL)],
    ['xml', 'comments first', text(`<!-- <html> --><?x y?>${UBL}`)],
    ['xml', 'UTF-8 with mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text(UBL)])],
    ['xml', 'UTF-16 LE with mark', Buffer.concat([Buffer.from([0xff, 0xfe]), text(UBL, 'utf16le')])],
    ['xml', 'UTF-16 LE without', text(`<?xml version="1.0" encoding="UTF-16"?>${UBL}`, 'utf16le')],
    ['xml', 'UTF-16 BE without', text(`<?xml version="1.0"?>${UBL}`, 'utf16le').swap16()],
    ['xml', 'Latin-1', text('<?xml version="1.0" encoding="ISO-8859-1"?><a>ü</a>', 'latin1')],
    ['xml', 'a document type', text('<!DOCTYPE x [<!ENTITY a "b">]><x/>')],
    ['html', 'a page', text('<!doctype html><html></html>')],
    ['html', 'XHTML', text('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" ""><html/>')],
    ['html', 'a fragment', text('<body><script>alert(1)</script>')],
    ['pdf', 'a PDF', text('%PDF-1.7\n%âãÏÓ\n', 'latin1')],
    ['pdf', 'rubbish before the header', Buffer.concat([Buffer.from([0, 1, 2, 3]), text('\n%PDF-1.4\n')])],
    ['png', 'a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['jpeg', 'a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['tiff', 'a TIFF', Buffer.from([0x49, 0x49, 0x2a, 0])],
    ['other-image', 'a GIF', text('GIF89a....')],
    [
      'archive',
      'a ZIP',
      Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(22), Buffer.from([5, 0, 0, 0]), text('a.xml')]),
    ],
    ['archive', 'an empty ZIP', Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(18)])],
    ['archive', 'gzip', gzipSync('x')],
    [
      'office',
      'a spreadsheet',
      Buffer.concat([
        Buffer.from([0x50, 0x4b, 3, 4]),
        Buffer.alloc(22),
        Buffer.from([19, 0, 0, 0]),
        text('[Content_Types].xml'),
      ]),
    ],
    ['office', 'an Outlook message', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['eml', 'a mail', text('Received: by mx\r\n\tfor x\r\nFrom: a@b.example\r\nSubject: x\r\n\r\nText')],
    ['eml', 'a mail from an mbox', text('From a@b Sat Jan 1\nFrom: a@b\nTo: c@d\n\nText')],
    ['text', 'CSV', text('Konto;Betrag\n5291000;12,00\n')],
    ['text', 'a letter that begins like a mail', text('Betreff: Rechnung\nSehr geehrte Damen und Herren,\n')],
    ['unknown', 'a program', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
  ];
  test.each(cases)('%s: %s', (kind, _, bytes) => expect(fileKindOf(bytes)).toBe(kind));

  test('any bytes have a kind, quickly', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => typeof fileKindOf(bytes) === 'string'),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(
        fc.string({ maxLength: 2000, unit: 'binary' }),
        (value) => typeof fileKindOf(text(value)) === 'string',
      ),
    );
  });

  test('what follows the magic bytes does not matter', () => {
    const magics: [FileKind, number[]][] = [
      ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
      ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
      ['jpeg', [0xff, 0xd8, 0xff]],
      ['office', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 300 }), ([kind, magic], rest) => {
        expect(fileKindOf(Uint8Array.from([...magic, ...rest]))).toBe(kind);
      }),
    );
  });

  test('an XML document is XML in every encoding and with anything allowed before it', () => {
    const before = fc.array(fc.constantFrom(' ', '\n', '<!-- Rechnung -->', '<?pi?>'), { maxLength: 5 });
    const encodings = fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1');
    fc.assert(
      fc.property(before, encodings, (prolog, encoding) => {
        const bytes = text(`<?xml version="1.0"?>${prolog.join('')}${UBL}`, encoding);
        expect([fileKindOf(bytes), announcedSyntax(bytes)]).toEqual(['xml', 'ubl-invoice']);
      }),
    );
  });

  test('a wrong extension is noticed, a missing one is not', () => {
    expect(wrongExtension('rechnung.xml', 'html')).toBe('xml');
    expect(wrongExtension('rechnung.PDF', 'pdf')).toBeNull();
    expect(wrongExtension('rechnung', 'pdf')).toBeNull();
    expect(wrongExtension('rechnung.dat', 'pdf')).toBeNull();
    expect(wrongExtension('rechnung.txt', 'xml')).toBeNull();
    expect(wrongExtension('rechnung.xml', 'unknown')).toBe('xml');
    expect(wrongExtension('a.docx', 'archive')).toBe('docx');
  });
});
