import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { FileReader } from './file-reader.js';
import { boundedReader } from '../../../../test/support/reading.js';

/*
 * Files that mean harm, or were only unlucky on their way. Each gets an answer within the limits, and the process that
 * read it still reads the next one.
 */
const UBL_HEAD =
  '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">';
const invoice = (number: string, more = ''): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${UBL_HEAD}<cbc:ID>${number}</cbc:ID>${more}</Invoice>`);
const attached = (base64: string): string =>
  `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">${base64}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;
/** A million elements: a second of work and a lot of memory. */
const hugeXml = (): Buffer => invoice('HUGE', `<cbc:Note>x</cbc:Note>`.repeat(900_000));

/** Text enough for a text layer. */
async function pdf(
  build: (document: PDFDocument) => void | Promise<void> = () => undefined,
  objectStreams = true,
): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage().drawText('Rechnung Nr. 4711 vom 03.03.2026 Gesamtbetrag 119,00 EUR');
  await build(document);
  return Buffer.from(await document.save({ useObjectStreams: objectStreams }));
}

/** Most resident memory that a process ever had, in MiB; where the system tells it. */
function peakMib(pid: number): number | null {
  const status = `/proc/${pid}/status`;
  return existsSync(status) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))![1]) / 1024 : null;
}

describe('hostile files', () => {
  let reader: FileReader;
  beforeAll(() => {
    reader = boundedReader({ processes: 1 });
  });
  afterAll(() => reader.onApplicationShutdown());

  const read = async (bytes: Uint8Array, name = 'datei.bin') => {
    const file = await reader.read(bytes, { name });
    return { ...file, ids: file.findings.map(({ id }) => id) };
  };
  /** The same process, in good health, within its memory. */
  const survives = async (pids: number[]): Promise<void> => {
    expect((await read(invoice('OK'), 'ok.xml')).invoice!.number).toBe('OK');
    if (pids.length > 0) expect(reader.pids).toEqual(pids);
    for (const pid of reader.pids) expect(peakMib(pid) ?? 0).toBeLessThan(512);
  };

  test('an attachment of 200 MB in an XML file', async () => {
    const file = await read(invoice('BIG', attached('JVBERi0x'.repeat((200 << 20) / 8))), 'r.xml');
    expect(file).toMatchObject({ decision: 'reject-before-parsing', quarantined: true, ids: ['FZ-SIZE'] });
  });

  test('an attachment of 12 MB is read, and its bytes can be taken out', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(12 << 20, 0x20)]);
    const bytes = invoice('BIG', attached(content.toString('base64')));
    const file = await read(bytes, 'r.xml');
    expect(file.attachments).toMatchObject([
      { no: 1, name: 'a.pdf', kind: 'pdf', size: content.length, trusted: true },
    ]);
    expect(file.text.length).toBeLessThan(100);
    const taken = await reader.attachment(bytes, 1);
    expect(Buffer.compare(taken!.bytes, content)).toBe(0);
    expect(await reader.attachment(bytes, 2)).toBeNull();
    await survives(reader.pids);
  });

  test('200 MB of base64 in a mail', async () => {
    const head =
      'From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n\r\n';
    const mail = Buffer.concat([Buffer.from(head), Buffer.alloc(200 << 20, 0x41)]);
    expect(await read(mail, 'm.eml')).toMatchObject({ quarantined: true, ids: ['FZ-SIZE'] });
  });

  test('a mail of 60 MB just below the limit', async () => {
    const parts = Array.from(
      { length: 3 },
      (_, index) =>
        `--b\r\nContent-Type: application/pdf; name="${index}.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${'JVBERi0x'.repeat(2_400_000)}\r\n`,
    );
    const mail = Buffer.from(
      `From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`,
    );
    const file = await read(mail, 'm.eml');
    expect(file.mail!.parts.map(({ kind, bytes }) => [kind, bytes.length])).toEqual(Array(3).fill(['pdf', 14_400_000]));
    await survives([]);
  });

  test('10,000 elements inside each other', async () => {
    const deep = `${UBL_HEAD}${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</Invoice>`;
    expect(await read(Buffer.from(deep), 'r.xml')).toMatchObject({
      decision: 'reject-before-parsing',
      quarantined: true,
    });
    await survives(reader.pids);
  });

  test('nearly a million elements beside each other', async () => {
    const file = await read(hugeXml(), 'r.xml');
    expect(['reject', 'reject-before-parsing', 'unreadable']).toContain(file.decision);
    await survives([]);
  });

  test('a million attributes', async () => {
    const many = Array.from({ length: 500_000 }, (_, index) => `a${index}="1"`).join(' ');
    const file = await read(Buffer.from(`${UBL_HEAD}<x ${many}/></Invoice>`), 'r.xml');
    expect(file).toMatchObject({ decision: 'reject-before-parsing', quarantined: true });
    await survives(reader.pids);
  });

  test('archives are not opened, whatever is in them', async () => {
    const zip = (name: string, content: Buffer): Buffer => {
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt32LE(content.length, 18);
      head.writeUInt32LE(content.length, 22);
      head.writeUInt16LE(name.length, 26);
      return Buffer.concat([head, Buffer.from(name), content]);
    };
    const nested = zip('innen.zip', zip('rechnung.xml', invoice('1')));
    expect(await read(nested, 'rechnungen.zip')).toMatchObject({
      kind: 'archive',
      quarantined: true,
      invoice: null,
      ids: ['FZ-ARCHIVE'],
    });
  });

  test('a PDF cut off at any place has an answer', async () => {
    const whole = await pdf(async (document) =>
      document.attach(invoice('4711'), 'factur-x.xml', { mimeType: 'text/xml' }),
    );
    for (let share = 1; share < 10; share++) {
      const file = await read(whole.subarray(0, Math.floor((whole.length * share) / 10)), 'r.pdf');
      expect(file.kind).toBe('pdf');
      if (file.pages === null) expect(file).toMatchObject({ quarantined: true, reason: expect.anything() as unknown });
    }
    await survives(reader.pids);
  });

  test('an encrypted PDF waits for a person; one that opens without a password is read', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'reading-'));
    const source = path.join(folder, 'factur-x.xml');
    writeFileSync(source, invoice('4711'));
    const fonts = path.join(path.dirname(require.resolve('pdfmake/package.json')), 'fonts/Roboto');
    pdfmake.setFonts({ Roboto: { normal: path.join(fonts, 'Roboto-Regular.ttf') } });
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy(() => true);
    const encrypted = (userPassword?: string): Promise<Buffer> =>
      pdfmake
        .createPdf({
          version: '1.7',
          ...(userPassword === undefined ? {} : { userPassword }),
          ownerPassword: 'chef',
          permissions: {},
          content: ['Rechnung Nr. 4711 vom 03.03.2026'],
          files: { record: { src: source, name: 'factur-x.xml', type: 'text/xml' } },
        } as unknown as TDocumentDefinitions)
        .getBuffer();
    try {
      const locked = await read(await encrypted('geheim'), 'r.pdf');
      expect(locked).toMatchObject({
        decision: 'no-structured-invoice',
        quarantined: true,
        pages: null,
        pdf: { encrypted: true },
      });
      expect(locked.ids).toContain('FZ-PDF-ENCRYPTED');
      const restricted = await read(await encrypted(), 'r.pdf');
      expect(restricted).toMatchObject({
        pages: 1,
        textLayer: true,
        pdf: { encrypted: true },
        embeddedXmlNames: ['factur-x.xml'],
      });
      expect(restricted.invoice!.number).toBe('4711');
      expect(restricted.ids).toContain('FZ-PDF-RESTRICTED');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('scripts and actions are found wherever they hide, and the pages stay pictures', async () => {
    const script = await pdf((document) => document.addJavaScript('los', 'app.alert(1)'));
    expect(await read(script)).toMatchObject({ quarantined: true, pdf: { hasJavaScript: true } });
    const opening = await pdf((document) => {
      const action = document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.launchURL("http://x.example")') });
      document.catalog.set(PDFName.of('OpenAction'), document.context.register(action));
    });
    expect(await read(opening)).toMatchObject({ quarantined: true, pdf: { hasJavaScript: true, hasOpenAction: true } });
    const launch = await pdf((document) => {
      const action = document.context.obj({ Type: 'Action', S: 'Launch', F: PDFString.of('cmd.exe') });
      document.catalog.set(PDFName.of('AA'), document.context.obj({ WC: document.context.register(action) }));
    });
    expect(await read(launch)).toMatchObject({ quarantined: true, pdf: { actions: ['Launch'] } });
    const page = await reader.renderPage(script, 1, 400);
    expect(page!.mimeType).toBe('image/png');
    expect(await read(page!.bytes, 'seite.png')).toMatchObject({ image: { width: 400, complete: true } });
    expect(await reader.renderPage(script, 2, 400)).toBeNull();
  });

  test('two different invoices in one PDF: a person decides', async () => {
    const two = (first: string, second: string) =>
      pdf(async (document) => {
        await document.attach(invoice(first), 'factur-x.xml', { mimeType: 'text/xml' });
        await document.attach(invoice(second), 'xrechnung.xml', { mimeType: 'text/xml' });
      });
    const different = await read(await two('1', '2'));
    expect(different).toMatchObject({ quarantined: true, embeddedXmlNames: ['factur-x.xml', 'xrechnung.xml'] });
    expect(different.ids).toContain('FZ-PDF-TWO-INVOICES');
    expect((await read(await two('1', '1'))).ids).not.toContain('FZ-PDF-TWO-INVOICES');
  });

  test('of two invoices the one with the standard name leads, whatever comes first', async () => {
    const corrected = await pdf(async (document) => {
      await document.attach(invoice('1'), 'berichtigte-rechnung.xml', { mimeType: 'text/xml' });
      await document.attach(invoice('2'), 'factur-x.xml', { mimeType: 'text/xml' });
    });
    expect(await read(corrected)).toMatchObject({
      quarantined: true,
      embeddedXmlNames: ['berichtigte-rechnung.xml', 'factur-x.xml'],
      embeddedXml: { name: 'factur-x.xml' },
      attachments: [{ name: 'berichtigte-rechnung.xml' }],
    });
  });

  test('flate bombs in an attachment, a page, the metadata and the bookkeeping', async () => {
    const bomb = deflateSync(Buffer.alloc(400 << 20, 0x20), { level: 9 });
    const stream = (document: PDFDocument, dict: Record<string, string> = {}) =>
      document.context.register(
        PDFRawStream.of(
          PDFDict.fromMapWithContext(
            new Map(
              Object.entries({ Filter: 'FlateDecode', ...dict }).map(([key, name]) => [
                PDFName.of(key),
                PDFName.of(name),
              ]),
            ),
            document.context,
          ),
          bomb,
        ),
      );
    const attachment = await pdf((document) => {
      const file = document.context.obj({
        Type: 'Filespec',
        F: PDFString.of('factur-x.xml'),
        EF: { F: stream(document) },
      } as never);
      document.catalog.set(PDFName.of('AF'), document.context.obj([document.context.register(file)]));
    });
    expect((await read(attachment)).ids).toContain('FZ-PDF-BOMB');
    await survives(reader.pids);
    const page = await pdf((document) => document.getPage(0).node.set(PDFName.of('Contents'), stream(document)));
    expect(await read(page)).toMatchObject({ kind: 'pdf', invoice: null });
    expect(await reader.renderPage(page, 1, 800)).not.toBeUndefined();
    await survives([]);
    const metadata = await pdf((document) =>
      document.catalog.set(PDFName.of('Metadata'), stream(document, { Type: 'Metadata' })),
    );
    // PDFium unpacks the metadata to open the file: it meets the limit of its memory.
    expect((await read(metadata)).ids).toContain('FZ-PDF-HEAVY');
    await survives([]);
    const plain = await pdf();
    const objects = Buffer.concat([
      Buffer.from(`%PDF-1.7\n9 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`),
      bomb,
      Buffer.from('\nendstream\nendobj\n'),
      plain.subarray(9, plain.length - 60),
    ]);
    expect(await read(objects)).toMatchObject({ kind: 'pdf', quarantined: true });
    await survives([]);
  });

  test('a page as large as a city, rendered', async () => {
    const large = await pdf((document) => document.addPage([14_400, 14_400]).drawText('x'));
    const picture = await reader.renderPage(large, 2, 100_000);
    expect((await read(picture!.bytes)).image!.width).toBeLessThanOrEqual(2_400);
    const thin = await pdf((document) => void document.addPage([3, 14_400]));
    expect(await reader.renderPage(thin, 2, 2_400)).not.toBeNull();
    await survives([]);
  });

  test('a mail with 500 attachments keeps the first 200 and says so', async () => {
    const parts = Array.from(
      { length: 500 },
      (_, index) =>
        `--b\r\nContent-Type: text/xml; name="${index}.xml"\r\nContent-Disposition: attachment\r\n\r\n${invoice(String(index)).toString()}\r\n`,
    );
    const file = await read(
      Buffer.from(
        `From: a@b.example\r\nTo: c@d.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`,
      ),
      'm.eml',
    );
    expect(file.mail!.parts).toHaveLength(200);
    expect(file).toMatchObject({ quarantined: true, ids: ['FZ-MAIL-PARTS'] });
  });

  test('wrong extension, empty, blank', async () => {
    expect((await read(invoice('7'), 'rechnung.pdf')).ids).toContain('FZ-EXTENSION');
    expect((await read(invoice('7'), 'rechnung.pdf')).invoice!.number).toBe('7');
    expect(await read(Buffer.alloc(0), 'leer.xml')).toMatchObject({ kind: 'empty', quarantined: true });
    expect(await read(Buffer.from('<html><body>Rechnung</body></html>'), 'r.xml')).toMatchObject({
      kind: 'html',
      legalClass: 'not-an-invoice-file',
      quarantined: true,
    });
  });

  test('any bytes have an answer, also behind any magic', async () => {
    const magic = fc.constantFrom(
      '',
      '%PDF-1.7\n',
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff',
      '<?xml version="1.0"?>',
      'From: a@b\r\nTo: c@d\r\n\r\n',
      'PK\x03\x04',
    );
    await fc.assert(
      fc.asyncProperty(magic, fc.uint8Array({ maxLength: 4000 }), async (head, rest) => {
        const file = await reader.read(Buffer.concat([Buffer.from(head, 'latin1'), rest]), { name: 'x' });
        expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
        if (file.quarantined) expect(file.reason).not.toBeNull();
      }),
      { numRuns: 300 },
    );
    await survives([]);
  });

  test('a sound PDF with some bytes changed has an answer', async () => {
    const sound = await pdf(
      async (document) => document.attach(invoice('4711'), 'factur-x.xml', { mimeType: 'text/xml' }),
      false,
    );
    const change = fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), async (changes) => {
        const bytes = Buffer.from(sound);
        for (const { at, byte } of changes) bytes[at] = byte;
        expect((await reader.read(bytes, { name: 'r.pdf' })).size).toBe(sound.length);
      }),
      { numRuns: 200 },
    );
    await survives([]);
  });
});

describe('the bounds themselves', () => {
  test('a file that takes too long is given up; those behind it are read', async () => {
    const reader = boundedReader({ processes: 1, timeMs: 1200, memoryMib: 3000 });
    try {
      await reader.read(invoice('WARM'), { name: 'r.xml' });
      const [slow, ...others] = await Promise.all(
        [hugeXml(), invoice('1'), invoice('2'), invoice('3')].map((bytes) => reader.read(bytes, { name: 'r.xml' })),
      );
      expect(slow!).toMatchObject({ decision: 'unreadable', quarantined: true, findings: [{ id: 'FZ-TIME' }] });
      expect(others.map((file) => file.invoice!.number)).toEqual(['1', '2', '3']);
    } finally {
      await reader.onApplicationShutdown();
    }
  });

  test('a file that takes too much memory is given up; those behind it are read', async () => {
    const reader = boundedReader({ processes: 1, memoryMib: 230 });
    try {
      const [greedy, ...others] = await Promise.all(
        [hugeXml(), invoice('1'), invoice('2')].map((bytes) => reader.read(bytes, { name: 'r.xml' })),
      );
      expect(greedy!).toMatchObject({ decision: 'unreadable', quarantined: true, findings: [{ id: 'FZ-MEMORY' }] });
      expect(others.map((file) => file.invoice!.number)).toEqual(['1', '2']);
    } finally {
      await reader.onApplicationShutdown();
    }
  });

  test('a process that somebody ends is replaced, and no file is lost', async () => {
    const reader = boundedReader({ processes: 2 });
    try {
      await reader.read(invoice('WARM'), { name: 'r.xml' });
      const pending = Array.from({ length: 200 }, (_, index) => reader.read(invoice(String(index)), { name: 'r.xml' }));
      for (const pid of reader.pids) process.kill(pid, 'SIGKILL');
      const files = await Promise.all(pending);
      expect(files.map((file) => file.invoice?.number)).toEqual(files.map((_, index) => String(index)));
    } finally {
      await reader.onApplicationShutdown();
    }
  });

  test('what waits is bounded, and closing ends the processes', async () => {
    const reader = boundedReader({ processes: 1, waiting: 5 });
    const all = Array.from({ length: 50 }, () => reader.read(invoice('1'), { name: 'r.xml' }));
    const settled = Promise.allSettled(all);
    await expect(all[49]).rejects.toMatchObject({ name: 'ReaderUnavailable', why: 'busy' });
    const { pids } = reader;
    await reader.onApplicationShutdown();
    await settled;
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow();
    await expect(reader.read(invoice('1'), { name: 'r.xml' })).rejects.toMatchObject({ why: 'closed' });
  });
});
