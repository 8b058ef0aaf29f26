import { growth, IN_PROPORTION } from '../../../../test/support/growth.js';
import { readMail } from './mail.js';

const part = (headers: string, body: string): string => `--b\r\n${headers}\r\n\r\n${body}\r\n`;
const mixed = (
  parts: string[],
  head = 'From: Tiefbau <Rechnung@Tiefbau.example>\r\nTo: Stadt <eingang@stadt.example>',
): Buffer =>
  Buffer.from(
    `${head}\r\nSubject: =?utf-8?q?Rechnung_M=C3=A4rz?=\r\nDate: Tue, 03 Mar 2026 09:00:00 +0100\r\nMessage-ID: <1@tiefbau.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`,
  );
const base64 = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
const file = (name: string, content: Buffer | string, extra = ''): string =>
  part(
    `Content-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64${extra}`,
    base64(content),
  );
const XML = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>';
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(100)]);

describe('a mail comes apart', () => {
  test('also behind a byte order mark, which hides no sender', async () => {
    const { mail } = await readMail(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), mixed([file('r.xml', XML)])]));
    expect(mail).toMatchObject({ fromAddress: 'rechnung@tiefbau.example', parts: [{ name: 'r.xml' }] });
  });

  test('into headers, text and files', async () => {
    const { mail, findings } = await readMail(
      mixed([
        part('Content-Type: text/plain; charset=utf-8', 'Anbei die Rechnung\u202e.'),
        file('r.xml', XML),
        file('r.pdf', '%PDF-1.4'),
      ]),
    );
    expect(findings).toEqual([]);
    expect(mail).toMatchObject({
      from: 'Tiefbau <Rechnung@Tiefbau.example>',
      fromAddress: 'rechnung@tiefbau.example',
      recipients: ['eingang@stadt.example'],
      subject: 'Rechnung März',
      date: '2026-03-03T08:00:00.000Z',
      messageId: '<1@tiefbau.example>',
      text: 'Anbei die Rechnung⟦U+202E⟧.',
    });
    expect(mail!.parts.map(({ name, kind, bytes }) => [name, kind, Buffer.from(bytes).toString()])).toEqual([
      ['r.xml', 'xml', XML],
      ['r.pdf', 'pdf', '%PDF-1.4'],
    ]);
  });

  test('files arrive byte for byte, however they travelled', async () => {
    const xml = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>\r\n<a b="=3D">\xfc </a>\r\n\r\n', 'latin1');
    const quoted = xml
      .toString('latin1')
      .replace(/=/g, '=3D')
      .replace(/\xfc/g, '=FC=\r\n')
      .replace('version', 'ver= \r\nsion');
    const ways = {
      base64: base64(xml),
      '8bit': xml.toString('latin1'),
      binary: xml.toString('latin1'),
      'quoted-printable': quoted,
    };
    const parts = Object.entries(ways).map(([encoding, body]) =>
      part(
        `Content-Type: text/xml; charset=iso-8859-1;\r\n name="${encoding}.xml"\r\nContent-Transfer-Encoding: ${encoding}`,
        body,
      ),
    );
    const { mail } = await readMail(
      Buffer.from(mixed([part('Content-Type: text/plain', 'Guten Tag'), ...parts]).toString('utf8'), 'latin1'),
    );
    expect(mail!.text).toBe('Guten Tag');
    expect(mail!.parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')])).toEqual(
      Object.keys(ways).map((encoding) => [`${encoding}.xml`, xml.toString('latin1')]),
    );
  });

  test('names are cleaned, and that is said', async () => {
    const { mail, findings } = await readMail(mixed([file('../../etc/passwd.pdf', '%PDF-1.4'), file('a/b.xml', XML)]));
    expect(mail!.parts.map(({ name }) => name)).toEqual(['passwd.pdf', 'b.xml']);
    expect(findings.map(({ id }) => id)).toEqual(['FZ-NAME', 'FZ-NAME']);
  });

  test('logos in the text are no documents, scanned invoices are', async () => {
    const logo = part(
      'Content-Type: image/png; name="logo.png"\r\nContent-ID: <l@x>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64',
      base64(PNG),
    );
    const scan = file('scan.png', PNG);
    const { mail } = await readMail(mixed([logo, scan]));
    expect(mail!.parts.map(({ name }) => name)).toEqual(['scan.png']);
    expect(mail!.leftAside).toEqual(['logo.png']);
  });

  test('mails inside are opened three deep, not deeper', async () => {
    let inner = mixed([file('tief.xml', XML)]);
    const forwarded = (mail: Buffer): Buffer =>
      mixed([
        part(
          'Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename="w.eml"',
          mail.toString('latin1'),
        ),
      ]);
    // Boundaries of nested mails must differ.
    const renamed = (mail: Buffer, depth: number): Buffer =>
      Buffer.from(
        mail
          .toString('latin1')
          .replace(/boundary=b\b/, `boundary=b${depth}`)
          .replace(/--b(?=\r\n|--)/g, `--b${depth}`),
        'latin1',
      );
    inner = renamed(inner, 0);
    for (let depth = 1; depth <= 3; depth++) inner = renamed(forwarded(inner), depth);
    const three = await readMail(inner);
    expect(three.mail!.parts.map(({ name, within }) => [name, within.length])).toEqual([['tief.xml', 3]]);
    const four = await readMail(renamed(forwarded(inner), 4));
    expect(four.mail!.parts).toEqual([]);
    expect(four.findings.map(({ id }) => id)).toContain('FZ-MAIL-DEPTH');
  });

  test('more than 200 files are too many', async () => {
    const { mail, findings } = await readMail(
      mixed(Array.from({ length: 500 }, (_, index) => file(`${index}.xml`, XML))),
    );
    expect(mail!.parts).toHaveLength(200);
    expect(findings.map(({ id }) => id)).toEqual(['FZ-MAIL-PARTS']);
  });

  test('parts without end cost no more than reading them', async () => {
    const open = (length: number) =>
      mixed(
        Array.from(
          { length },
          (_, index) => `--b\r\nContent-Type: multipart/mixed; boundary=x${index}\r\n\r\n${'x'.repeat(500)}\r\n`,
        ),
      );
    expect(await growth(20_000, open, readMail)).toBeLessThan(IN_PROPORTION);
  });

  test('HTML becomes words', async () => {
    const { mail } = await readMail(
      mixed([
        part(
          'Content-Type: text/html',
          '<style>p{}</style><p>Guten Tag</p><script>alert(1)</script>Rechnung &amp; Lieferschein<br>Gruß <',
        ),
      ]),
    );
    expect(mail!.text).not.toMatch(/alert|p\{\}/);
    expect(mail!.text).toMatch(/Guten Tag\s+Rechnung & Lieferschein\s+Gruß/);
  });
});
