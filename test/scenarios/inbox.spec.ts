import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startRetention } from '@lib/documents';
import { type DocumentsApp, startDocuments } from '../support/documents.js';
import { ibanFor, invoiceXml, leitwegIdFor, mail, plainPdf, vatIdFor } from '../support/invoice-files.js';
import type { TestUser } from '../support/access.js';
import { samples, testEach } from '../support/samples.js';

let docs: DocumentsApp;
let client: number;
let clerk: TestUser;
beforeAll(async () => {
  docs = await startDocuments();
  client = await docs.newClient();
  clerk = await docs.newUser([{ role: 'clerk', clientId: client }]);
});
afterAll(() => docs.close());

const get = async (id: string, of = client): Promise<any> =>
  (await docs.send('GET', `/clients/${of}/documents/${id}`)).body;
const act = (id: string, what: string, body: unknown, user = clerk): ReturnType<DocumentsApp['send']> =>
  docs.send('POST', `/clients/${client}/documents/${id}/${what}`, body, { user });
const capture = (id: string, body: unknown): ReturnType<DocumentsApp['send']> =>
  docs.send('PATCH', `/clients/${client}/documents/${id}`, body, { user: clerk });
const kinds = (document: any): string[] => document.history.map((event: any) => event.kind);
/** A supplier of a test's own. */
let suppliers = 0;
const supplier = (): { sellerName: string; iban: string } => ({
  sellerName: `Lieferant ${++suppliers} GmbH`,
  iban: ibanFor(String(90_000 + suppliers)),
});

describe('a file that comes in', () => {
  it('is kept byte for byte with its fingerprint, time, channel and sender, under the next number', async () => {
    const bytes = invoiceXml({ ...supplier(), number: 'A-1', net: '1000.00', note: 'Für den Bauhof' });
    const document = await docs.upload(client, 'Rechnung März.xml', bytes, clerk);
    expect(document).toMatchObject({
      number: expect.stringMatching(/^E-\d{4}-\d{6}$/),
      kind: 'invoice',
      state: 'new',
      fileKind: 'xml',
      fileName: 'Rechnung März.xml',
      channel: 'api',
      invoiceNo: 'A-1',
      net: '1000.00',
      tax: '190.00',
      gross: '1190.00',
      issueDate: '2026-03-02',
      dueOn: '2026-04-01',
      currency: 'EUR',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      receivedByName: clerk.userName,
    });
    expect(kinds(document)).toEqual(['received']);
    const file = await docs.send('GET', `/clients/${client}/documents/${document.id}/files/1`, undefined, {
      user: clerk,
    });
    expect(file.bytes.equals(bytes)).toBe(true);
    expect(file.headers).toMatchObject({
      'content-disposition': `attachment; filename="Rechnung M_rz.xml"; filename*=UTF-8''Rechnung%20M%C3%A4rz.xml`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    const next = await docs.upload(client, 'zwei.xml', invoiceXml({ ...supplier() }));
    expect(Number(next.number.slice(7))).toBe(Number(document.number.slice(7)) + 1);
  });

  it('twice is one document, and the second receipt stands in its history', async () => {
    const bytes = invoiceXml({ ...supplier(), number: 'B-1' });
    const first = await docs.sendFile(`/clients/${client}/documents`, 'eins.xml', bytes);
    const second = await docs.sendFile(`/clients/${client}/documents`, 'zwei.xml', bytes, { user: clerk });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toMatchObject({ id: first.body.id, duplicateUpload: true });
    expect(second.body.history.at(-1)).toMatchObject({ kind: 'received-again', detail: { fileName: 'zwei.xml' } });
  });

  it('twenty times at once is one document', async () => {
    const bytes = invoiceXml({ ...supplier(), number: 'B-2' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => docs.sendFile(`/clients/${client}/documents`, `${n}.xml`, bytes)),
    );
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1);
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1);
    expect(kinds(await get(answers[0]!.body.id))).toHaveLength(20);
  });

  it('repeated with its key answers the first answer, with another file it is refused', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const who = supplier();
    const send = (number: string) =>
      docs.sendFile(
        `/clients/${client}/documents`,
        'r.xml',
        invoiceXml({ ...who, number, net: `${number.length}00.00` }),
        {
          headers: key,
          user: clerk,
        },
      );
    const first = await send('C-1');
    const again = await send('C-1');
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(again.body).not.toHaveProperty('duplicateUpload');
    expect(kinds(again.body)).toEqual(['received']);
    expect(await send('C-22')).toMatchObject({ status: 409, body: { code: 'KeyReused' } });
  });

  it('over the limit, empty or nothing at all is refused in words', async () => {
    const small = await startDocuments({ limits: { xml: 2_000, pdf: 3_000 } });
    try {
      const own = await small.newClient();
      const send = (name: string, bytes: Buffer | string) => small.sendFile(`/clients/${own}/documents`, name, bytes);
      const xml = await send('groß.xml', invoiceXml());
      expect(xml).toMatchObject({ status: 413, body: { code: 'FileTooLarge' } });
      expect(xml.body.detail).toMatch(/„groß\.xml“.*XML-Dateien/);
      // What a file is called does not help it.
      expect(await send('klein.pdf', invoiceXml())).toMatchObject({ status: 413 });
      expect(await send('seite.pdf', plainPdf(['Rechnung']))).toMatchObject({ status: 201 });
      expect(await send('leer.xml', '')).toMatchObject({ status: 400 });
      expect(await small.send('POST', `/clients/${own}/documents`, { file: 'x' })).toMatchObject({ status: 415 });
      expect(await small.all('select * from document')).toHaveLength(1);
      expect(await small.all('select * from content')).toHaveLength(1);
    } finally {
      await small.close();
    }
  });
});

describe('duplicates', () => {
  const take = async (wish: Parameters<typeof invoiceXml>[0]): Promise<any> =>
    docs.upload(client, 'r.xml', invoiceXml(wish));

  it('the same number in another spelling is a hard stop, whatever date and amount', async () => {
    const who = supplier();
    const first = await take({ ...who, number: 'RE 2026/0815' });
    const second = await take({ ...who, number: 're-2026-0815', issueDate: '2026-09-30', net: '7.00' });
    expect(second).toMatchObject({ state: 'duplicate', alarms: ['DuplicateNumber'], duplicateOf: first.id });
    expect(second.links).toContainEqual(expect.objectContaining({ kind: 'duplicate-of', number: first.number }));
    expect((await get(first.id)).links).toContainEqual(expect.objectContaining({ kind: 'duplicate', id: second.id }));
    // Nobody can send it on its way before somebody has decided.
    expect(await act(second.id, 'acceptance', { reason: 'egal', version: second.version })).toMatchObject({
      status: 409,
      body: { code: 'NotInThisState' },
    });
  });

  it.each(['0007', '7', ' 7 ', '0-0/7'])('the number %j is 7', async (number) => {
    const who = { sellerName: 'Nullen AG', iban: ibanFor('777') };
    await take({ ...who, number: '00007', net: '1.00' });
    expect(await take({ ...who, number, net: `${number.length}1.00` })).toMatchObject({ state: 'duplicate' });
  });

  it('another supplier’s same number is none', async () => {
    await take({ ...supplier(), number: 'X-1' });
    expect(await take({ ...supplier(), number: 'X-1' })).toMatchObject({ state: 'new', alarms: [] });
  });

  it('a credit note under the number of its invoice is none, nor is a correction; both are linked', async () => {
    const who = supplier();
    const invoice = await take({ ...who, number: 'G-1' });
    const credit = await take({ ...who, number: 'G-1', typeCode: '381', preceding: 'G-1' });
    const correction = await take({ ...who, number: 'G-1', typeCode: '384', preceding: 'G-1' });
    expect(credit).toMatchObject({ kind: 'credit-note', state: 'new', alarms: [], corrects: invoice.id });
    expect(correction).toMatchObject({ kind: 'correction', state: 'new', alarms: [], corrects: invoice.id });
    expect((await get(invoice.id)).links.map((link: any) => link.kind)).toEqual(['corrected-by', 'corrected-by']);
    expect(await take({ ...who, number: 'G-1', typeCode: '381', net: '1.00' })).toMatchObject({ state: 'duplicate' });
  });

  it('the same amount within 31 days under another number is a warning, later it is none', async () => {
    const who = supplier();
    const first = await take({ ...who, number: 'M-1', issueDate: '2026-03-02' });
    expect(await take({ ...who, number: 'M-2', issueDate: '2026-04-02' })).toMatchObject({
      state: 'new',
      alarms: ['DuplicateAmount'],
      duplicateOf: first.id,
    });
    expect(await take({ ...who, number: 'M-3', issueDate: '2026-05-20' })).toMatchObject({ alarms: [] });
  });

  it('a seller without VAT id is told by tax number, or by name and account', async () => {
    const bare = { vatId: null, sellerName: 'Kleingärtnerei Ö. Ähre', iban: ibanFor('555') };
    await take({ ...bare, number: 'K-1' });
    expect(await take({ ...bare, sellerName: 'KLEINGAERTNEREI Ö Ähre', number: 'k1', net: '3.00' })).toMatchObject({
      state: 'duplicate',
    });
    expect(await take({ ...bare, iban: ibanFor('556'), number: 'K-1', net: '4.00' })).toMatchObject({ state: 'new' });
    const taxed = { vatId: null, taxNumber: '133/8150/8159' };
    await take({ ...taxed, sellerName: 'Eins', number: 'T-1' });
    expect(
      await take({ ...taxed, taxNumber: '133 8150 8159', sellerName: 'Zwei', number: 'T-1', net: '5.00' }),
    ).toMatchObject({
      state: 'duplicate',
    });
  });

  it('two of the same number at the same moment: one is the first, the others repeat it', async () => {
    for (let round = 0; round < 4; round++) {
      const who = supplier();
      const taken = await Promise.all(
        Array.from({ length: 6 }, (_, n) => take({ ...who, number: 'Z-1', net: `${n + 1}0.00` })),
      );
      const first = taken.filter((one) => one.state === 'new');
      expect(first).toHaveLength(1);
      const rest = taken.filter((one) => one.state === 'duplicate');
      expect(rest.map((one) => one.duplicateOf)).toEqual(Array(5).fill(first[0].id));
    }
    const numbers = (
      await docs.all<{ number: string }>('select number from document where client_id = $1', [client])
    ).map((row) => Number(row.number.slice(7)));
    expect(Math.max(...numbers)).toBe(numbers.length); // without gaps
  });

  it('so it is with the very first files of a client', async () => {
    for (let round = 0; round < 3; round++) {
      const young = await docs.newClient();
      const who = supplier();
      const taken = await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          docs.upload(young, 'r.xml', invoiceXml({ ...who, number: 'Z-1', net: `${n + 1}0.00` })),
        ),
      );
      expect(taken.filter((one) => one.state === 'new')).toHaveLength(1);
      expect(taken.map((one) => Number(one.number.slice(7))).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });

  it('a person decides with a reason: of its own, or put aside', async () => {
    const who = supplier();
    const first = await take({ ...who, number: 'D-1' });
    const second = await take({ ...who, number: 'D-1', issueDate: '2025-03-02', net: '50.00' });
    const own = await act(second.id, 'duplicate-decision', {
      duplicate: false,
      reason: 'Nummernkreis beginnt jährlich neu',
    });
    expect(own.body).toMatchObject({ state: 'new', alarms: [], duplicateOf: null });
    expect(own.body.history.at(-1)).toMatchObject({
      kind: 'duplicate-denied',
      note: 'Nummernkreis beginnt jährlich neu',
    });
    const third = await take({ ...who, number: 'D-2', net: '50.00', issueDate: '2025-03-10' });
    expect(third).toMatchObject({
      alarms: ['DuplicateAmount'],
      duplicateOf: second.id,
    });
    const aside = await act(third.id, 'duplicate-decision', { duplicate: true, reason: 'zweite Ausfertigung' });
    expect(aside.body.state).toBe('duplicate');
    expect(await act(first.id, 'duplicate-decision', { duplicate: true, reason: 'warum nicht' })).toMatchObject({
      status: 409,
      body: { code: 'NotADuplicate' },
    });
    // What was put aside holds no number any more.
    expect(await take({ ...who, number: 'D-2', net: '51.00' })).toMatchObject({ state: 'new' });
  });

  it('a rejected invoice may come again, corrected, under its number', async () => {
    const who = supplier();
    const first = await take({ ...who, number: 'N-1' });
    await act(first.id, 'rejection', { note: 'Bitte Menge berichtigen.', version: first.version });
    expect(await take({ ...who, number: 'N-1', net: '90.00' })).toMatchObject({ state: 'new', alarms: [] });
  });
});

describe('the supplier', () => {
  const partner = async (wish: Record<string, unknown>): Promise<any> => {
    const answer = await docs.send('POST', `/clients/${client}/partners`, { kind: 'company', ...wish });
    if (answer.status !== 201) throw new Error(answer.bytes.toString());
    return answer.body;
  };
  const confirmed = async (partnerId: string, iban: string): Promise<number> => {
    const other = await docs.newUser([{ role: 'clerk', clientId: client }]);
    const at = `/clients/${client}/partners/${partnerId}/bank-accounts`;
    const { body } = await docs.send('POST', at, { iban, holder: 'Inhaber', source: 'Rechnung' }, { user: clerk });
    const no = body.no ?? body.bankAccounts?.[0]?.no;
    const done = await docs.send(
      'POST',
      `${at}/${no}/decision`,
      { confirm: true, note: 'telefonisch bestätigt' },
      { user: other },
    );
    expect(done.status).toBeLessThan(300);
    return no;
  };

  it('is recognised by VAT id before its name, and the reason is told', async () => {
    const name = 'Erkannt GmbH';
    const one = await partner({ name: 'Anders heißende GmbH', vatId: vatIdFor(name) });
    await partner({ name });
    const document = await docs.upload(
      client,
      'r.xml',
      invoiceXml({ sellerName: name, number: 'E-1', iban: ibanFor('11') }),
    );
    expect(document).toMatchObject({ partnerId: one.id, recognisedBy: 'vat-id' });
  });

  it('that two partners could be is left to a person', async () => {
    await partner({ name: 'Zwilling GmbH' });
    await partner({ name: 'Zwilling KG' });
    const document = await docs.upload(
      client,
      'r.xml',
      invoiceXml({ sellerName: 'Zwilling', vatId: null, number: 'E-2', iban: ibanFor('12') }),
    );
    expect(document).toMatchObject({ partnerId: null, recognisedBy: null });
  });

  it('with another account than its confirmed ones is an alarm, until a second person confirms that one', async () => {
    const name = 'Umgezogene Bank GmbH';
    const { id } = await partner({ name, vatId: vatIdFor(name) });
    await confirmed(id, ibanFor('21'));
    const right = await docs.upload(
      client,
      'r.xml',
      invoiceXml({ sellerName: name, number: 'I-1', iban: ibanFor('21') }),
    );
    expect(right.alarms).toEqual([]);
    const wrong = await docs.upload(
      client,
      'r.xml',
      invoiceXml({ sellerName: name, number: 'I-2', iban: ibanFor('22'), net: '77.00' }),
    );
    expect(wrong).toMatchObject({ state: 'new', alarms: ['IbanChanged'] });
    const list = await docs.send('GET', `/clients/${client}/documents?alarm=IbanChanged`);
    expect(list.body.items.map((row: any) => row.id)).toEqual([wrong.id]);
    await confirmed(id, ibanFor('22'));
    const cleared = await get(wrong.id);
    expect(cleared.alarms).toEqual([]);
    expect(cleared.history.at(-1)).toMatchObject({ kind: 'alarm-cleared', byName: 'System' });
  });

  it('with an IBAN whose check digits are wrong is an alarm', async () => {
    const iban = `DE00${ibanFor('31').slice(4)}`;
    expect((await docs.upload(client, 'r.xml', invoiceXml({ ...supplier(), iban }))).alarms).toEqual(['IbanInvalid']);
  });
});

describe('a file without a record', () => {
  it('is captured by hand, from what its text suggests, and meets the duplicates of its kind', async () => {
    const who = { sellerName: 'Papier & Mehr GmbH', iban: ibanFor('41') };
    const { id: partnerId } = (
      await docs.send('POST', `/clients/${client}/partners`, {
        kind: 'company',
        name: who.sellerName,
        vatId: vatIdFor(who.sellerName),
      })
    ).body;
    const xml = await docs.upload(client, 'r.xml', invoiceXml({ ...who, number: 'P-7' }));
    expect(xml.partnerId).toBe(partnerId);
    const pdf = await docs.upload(
      client,
      'scan.pdf',
      plainPdf([
        'Papier & Mehr GmbH',
        'Rechnung Nr. P-8',
        'Rechnungsdatum: 02.03.2026',
        'Netto: 50,00 EUR',
        'Gesamtbetrag: 59,50 EUR',
        `IBAN: ${who.iban}`,
      ]),
    );
    expect(pdf).toMatchObject({
      kind: 'invoice',
      state: 'new',
      fileKind: 'pdf',
      legalClass: 'sonstige-rechnung',
      invoice: null,
      pages: 1,
    });
    expect(pdf.suggestions.number[0]).toMatchObject({ value: 'P-8', where: expect.stringContaining('Rechnung Nr.') });
    const amounts = { gross: '59.50', net: '50.00', tax: '9.00' };
    expect(await capture(pdf.id, { ...amounts, version: pdf.version })).toMatchObject({
      status: 422,
      body: { code: 'AmountsDoNotAdd', errors: [{ pointer: '/gross' }] },
    });
    const entered = await capture(pdf.id, {
      partnerId,
      invoiceNo: 'P-8',
      issueDate: '2026-03-02',
      gross: '59.50',
      net: '50.00',
      tax: '9.50',
      payable: '59.50',
      currency: 'EUR',
      version: pdf.version,
    });
    expect(entered.body).toMatchObject({
      state: 'new',
      supplierName: who.sellerName,
      invoiceNo: 'P-8',
      gross: '59.50',
      alarms: [],
      recognisedBy: 'person',
    });
    expect(await capture(pdf.id, { gross: '1.00', version: pdf.version })).toMatchObject({
      status: 409,
      body: { code: 'VersionConflict' },
    });
    // The paper of an invoice that came as XML before is its duplicate.
    const paper = await docs.upload(client, 'papier.pdf', plainPdf(['Noch einmal auf Papier']));
    const same = await capture(paper.id, { partnerId, invoiceNo: 'p 7', version: paper.version });
    expect(same.body).toMatchObject({ state: 'duplicate', alarms: ['DuplicateNumber'], duplicateOf: xml.id });
  });

  it('shows its pages as pictures, and nothing beyond them', async () => {
    const pdf = await docs.upload(client, 'bild.pdf', plainPdf(['Eine Seite']));
    const page = (no: number | string, width = '') =>
      docs.send('GET', `/clients/${client}/documents/${pdf.id}/pages/${no}${width}`, undefined, { user: clerk });
    const picture = await page(1, '?width=400');
    expect(picture.status).toBe(200);
    expect(picture.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.bytes.readUInt32BE(16)).toBe(400);
    expect((await page(1, '?width=400')).bytes.equals(picture.bytes)).toBe(true);
    expect(await page(2)).toMatchObject({ status: 404, body: { code: 'PageNotShown' } });
    expect((await page(1, '?width=99999')).status).toBe(400);
    expect((await page('x')).status).toBe(400);
  });

  it('what stands in a record is not changed by hand', async () => {
    const { id, version } = await docs.upload(client, 'r.xml', invoiceXml({ ...supplier() }));
    expect(await capture(id, { gross: '1.00', version })).toMatchObject({
      status: 409,
      body: { code: 'FieldFromRecord' },
    });
    expect(await capture(id, { dueOn: '2026-04-15', version })).toMatchObject({
      status: 200,
      body: { dueOn: '2026-04-15' },
    });
  });
});

describe('what a clerk decides at the desk', () => {
  const broken = async (number: string): Promise<any> =>
    docs.upload(client, 'r.xml', invoiceXml({ ...supplier(), number, buyerReference: null }));

  it('rejects with a letter that names the reasons in plain German', async () => {
    const leitwegId = leitwegIdFor('05999002', 'TEST');
    await docs.send('POST', `/clients/${client}/routes`, { kind: 'leitweg-id', value: leitwegId });
    const document = await broken('L-1');
    const preview = await docs.send(
      'GET',
      `/clients/${client}/documents/${document.id}/rejection-letter?note=Danke`,
      undefined,
      { user: clerk },
    );
    expect(preview.body).toMatchObject({
      to: 'vertrieb@lieferant.example',
      sent: false,
      body: expect.stringContaining('Danke'),
    });
    const { status, body } = await act(document.id, 'rejection', {
      note: 'Bitte bis Monatsende.',
      send: true,
      version: document.version,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      to: 'vertrieb@lieferant.example',
      subject: expect.stringContaining('L-1'),
      sent: false,
    });
    expect(body.body).toContain('Ihre Rechnung L-1 vom 02.03.2026 über 119,00 EUR');
    expect(body.body).toContain('Bitte bis Monatsende.');
    expect(body.body).toContain(document.number);
    const now = await get(document.id);
    expect(now).toMatchObject({ state: 'rejected' });
    expect(now.history.at(-1)).toMatchObject({ kind: 'rejected', byName: clerk.userName });
    expect(await act(document.id, 'rejection', { version: now.version })).toMatchObject({
      status: 409,
      body: { code: 'NotInThisState' },
    });
    expect(await act((await broken('L-2')).id, 'rejection', { findings: ['BR-99'], version: 1 })).toMatchObject({
      status: 400,
      body: { code: 'FindingUnknown' },
    });
  });

  it('keeps with each finding what to do about it, in the language of whoever asks', async () => {
    const wrong = `DE00${ibanFor('4711').slice(4)}`;
    const { id } = await docs.upload(client, 'hint.xml', invoiceXml({ number: 'H-1', iban: wrong }));
    const iban = (document: any) => document.findings.find((one: any) => one.id === 'FZ-IBAN');
    expect(iban(await get(id)).hint).toBe('Nicht überweisen, bevor die IBAN mit den Stammdaten abgeglichen ist.');
    const english = await docs.send('GET', `/clients/${client}/documents/${id}`, undefined, {
      headers: { 'accept-language': 'en' },
    });
    expect(iban(english.body).hint).toBe('Do not pay before the IBAN was compared with the master data.');
    expect((await get(id)).findings.every((one: any) => one.hint === null || one.hint.trim() !== '')).toBe(true);
  });

  it('takes in spite of findings, with a reason; a clean one needs none', async () => {
    const document = await docs.upload(client, 'html.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>');
    expect(document).toMatchObject({ state: 'quarantined', decision: 'reject-before-parsing' });
    expect(document.errors).toBeGreaterThan(0);
    const released = await act(document.id, 'release', { reason: 'liegt zusätzlich auf Papier vor' });
    expect(released.body.state).toBe('new');
    const version = released.body.version;
    expect(await act(document.id, 'acceptance', { reason: 'x', version })).toMatchObject({ status: 400 });
    const accepted = await act(document.id, 'acceptance', { reason: 'Angaben telefonisch bestätigt', version });
    expect(accepted.body).toMatchObject({
      acceptedReason: 'Angaben telefonisch bestätigt',
      acceptedByName: clerk.userName,
    });
    expect(kinds(accepted.body)).toEqual(['received', 'released', 'accepted']);
    const pdf = await docs.upload(client, 'sauber.pdf', plainPdf(['sauber']));
    expect(await act(pdf.id, 'acceptance', { reason: 'gibt nichts', version: pdf.version })).toMatchObject({
      status: 409,
      body: { code: 'NoFindingsToAccept' },
    });
  });

  it('comments, holds and files; nothing is ever deleted', async () => {
    const { id } = await docs.upload(client, 'r.pdf', plainPdf(['Lieferschein']));
    expect(await act(id, 'comments', { text: 'Ist ein Lieferschein.\nKeine Rechnung.' })).toMatchObject({
      status: 201,
      body: { kind: 'comment' },
    });
    expect((await act(id, 'filing', { reason: 'Lieferschein' })).body.state).toBe('filed');
    expect(await act(id, 'legal-hold', { hold: true, reason: 'Prüfung' })).toMatchObject({ status: 403 });
    const held = await act(id, 'legal-hold', { hold: true, reason: 'Prüfung durch die gpaNRW' }, docs.lead);
    expect(held.body.retention).toEqual({
      class: 'voucher',
      startsOn: null,
      deletableFrom: null,
      legalHold: true,
      legalHoldReason: 'Prüfung durch die gpaNRW',
    });
    expect(
      (await act(id, 'legal-hold', { hold: false, reason: 'Prüfung beendet' }, docs.lead)).body.retention.legalHold,
    ).toBe(false);
    expect((await docs.send('DELETE', `/clients/${client}/documents/${id}`)).status).toBe(404);
    expect(kinds(await get(id))).toEqual(['received', 'comment', 'filed', 'legal-hold', 'legal-hold-lifted']);
  });
});

describe('the adoption of the statements', () => {
  it('begins the periods of the documents of its year, and of no other', async () => {
    const own = await docs.newClient();
    const take = async (issueDate: string, number: string): Promise<any> =>
      docs.upload(own, `${number}.xml`, invoiceXml({ ...supplier(), number, issueDate }));
    const [of2025, of2026] = [await take('2025-05-02', 'A'), await take('2026-05-02', 'B')];
    const by = { id: null, name: 'System' };
    expect(await docs.db.inClient(own, (tx) => startRetention(tx, 2025, '2026-10-01', by))).toBe(1);
    expect((await get(of2025.id, own)).retention).toMatchObject({
      startsOn: '2027-01-01',
      deletableFrom: '2034-01-01',
    });
    expect((await get(of2026.id, own)).retention).toMatchObject({ startsOn: null, deletableFrom: null });
    expect(kinds(await get(of2025.id, own))).toEqual(['received', 'retention-started']);
  });
});

describe('a mail', () => {
  it('becomes a document, and so does each of its files', async () => {
    const invoice = invoiceXml({ ...supplier(), number: 'MAIL-1' });
    const bytes = mail([
      { name: 'rechnung.xml', mime: 'application/xml', bytes: invoice },
      { name: 'lieferschein.pdf', mime: 'application/pdf', bytes: plainPdf(['Lieferschein 17']) },
    ]);
    const document = await docs.upload(client, 'post.eml', bytes);
    expect(document).toMatchObject({
      kind: 'other',
      state: 'filed',
      fileKind: 'mail',
      sender: 'versand@lieferant.example',
    });
    expect(document.mail).toMatchObject({
      subject: 'Ihre Rechnung',
      from: expect.stringContaining('versand@lieferant.example'),
    });
    const parts = (await docs.send('GET', `/clients/${client}/documents?partOf=${document.id}&order=received`)).body
      .items;
    expect(parts.map((part: any) => [part.fileName, part.state, part.channel, part.invoiceNo])).toEqual([
      ['rechnung.xml', 'new', 'mail', 'MAIL-1'],
      ['lieferschein.pdf', 'new', 'mail', null],
    ]);
    // The same invoice in another mail is the same document.
    const again = await docs.upload(
      client,
      'noch.eml',
      mail([{ name: 'r.xml', mime: 'application/xml', bytes: invoice }], { subject: 'Erinnerung' }),
    );
    expect((await docs.send('GET', `/clients/${client}/documents?partOf=${again.id}`)).body.items).toEqual([]);
    expect(kinds(await get(parts[0].id))).toEqual(['received', 'received-again']);
  });
});

describe('files inside a file', () => {
  it('are unpacked when somebody asks, and go out as bytes', async () => {
    const inner = plainPdf(['Aufmaß']);
    const document = await docs.upload(
      client,
      'r.xml',
      invoiceXml({ ...supplier(), attachment: { name: '../../aufmaß.pdf', mime: 'application/pdf', bytes: inner } }),
    );
    expect(document.files).toMatchObject([
      { no: 1, role: 'original' },
      { no: 2, role: 'attachment', name: 'aufmaß.pdf' },
    ]);
    const file = await docs.send('GET', `/clients/${client}/documents/${document.id}/files/2`);
    expect(file.bytes.equals(inner)).toBe(true);
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    expect((await docs.send('GET', `/clients/${client}/documents/${document.id}/files/3`)).status).toBe(404);
  });
});

describe('the published and invented samples', () => {
  const all = new Map(samples('einvoice').map(({ name, file }) => [name, file]));
  const into = async (of: number, name: string): Promise<any> =>
    docs.upload(of, path.basename(name), readFileSync(all.get(name)!));

  it('UBL, CII and PDF of one invoice are one; the sample duplicates are judged as § 9 of the reference says', async () => {
    const own = await docs.newClient();
    const first = await into(own, 'own/ubl/dubletten-1-original.ubl.xml');
    const judged: Record<string, unknown> = {};
    for (const name of [
      'own/cii/dubletten-1-original.cii.xml',
      'pdf/own/own-dubletten-1-original-xrechnung.pdf',
      'own/ubl/dubletten-2-nummer-mit-leerzeichen.ubl.xml',
      'own/cii/dubletten-3-anderes-datum.cii.xml',
      'own/ubl/dubletten-4-andere-nummer-iban-geaendert.ubl.xml',
      'own/ubl/dubletten-5-gleiche-nummer-anderer-lieferant.ubl.xml',
    ]) {
      const { state, alarms, duplicateOf } = await into(own, name);
      judged[path.basename(name)] = [state, ...alarms, duplicateOf === first.id];
    }
    expect(judged).toEqual({
      'dubletten-1-original.cii.xml': ['duplicate', 'DuplicateNumber', true],
      'own-dubletten-1-original-xrechnung.pdf': ['duplicate', 'DuplicateNumber', true],
      'dubletten-2-nummer-mit-leerzeichen.ubl.xml': ['duplicate', 'DuplicateNumber', true],
      'dubletten-3-anderes-datum.cii.xml': ['duplicate', 'DuplicateNumber', true],
      'dubletten-4-andere-nummer-iban-geaendert.ubl.xml': ['new', 'DuplicateAmount', true],
      'dubletten-5-gleiche-nummer-anderer-lieferant.ubl.xml': ['new', false],
    });
  });

  const hostile = [...all]
    .map(([name, file]) => ({ name, file }))
    .filter(({ name }) => /^hostile\/.*(?<!\.json)$/.test(name));
  testEach('%s: hostile, it lies in quarantine with a finding, or is harmless', hostile, async ({ name, file }) => {
    const expected = JSON.parse(readFileSync(`${file}.expected.json`, 'utf8'));
    const document = await into(client, name);
    if (expected.validation.decision === 'reject-before-parsing') {
      expect([document.state, document.decision]).toEqual(['quarantined', 'reject-before-parsing']);
      expect(document.findings[0].message).toMatch(/\S/);
    } else expect(document.state).toMatch(/^(new|duplicate|quarantined)$/);
  });
});
