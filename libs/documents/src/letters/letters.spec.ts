import { type DocumentsApp, startDocuments } from '../../../../test/support/documents.js';
import { invoiceXml } from '../../../../test/support/invoice-files.js';
import { decoded, type MailServer, startMailServer } from '../../../../test/support/mail-server.js';
import { Outbox } from './outbox.js';
import { rejectionLetter } from './rejection-letter.js';

describe('a letter that is mailed', () => {
  let mails: MailServer;
  let docs: DocumentsApp;
  let client: number;
  beforeAll(async () => {
    mails = await startMailServer();
    docs = await startDocuments({ smtpUrl: mails.url, mailFrom: 'rechnung@ahlenbrueck.example' });
    client = await docs.newClient({ name: 'Gemeinde Ahlenbrück' });
  });
  afterAll(async () => {
    await docs.close();
    await mails.close();
  });
  const outbox = (): Outbox => docs.app.get(Outbox);
  const reject = async (number: string, more: object = {}): Promise<any> => {
    const { id, version } = await docs.upload(client, 'r.xml', invoiceXml({ number, sellerName: `L ${number}` }));
    const answer = await docs.send('POST', `/clients/${client}/documents/${id}/rejection`, {
      note: 'Bitte Größe prüfen.',
      send: true,
      version,
      ...more,
    });
    return { id, ...answer };
  };
  const letters = () =>
    docs.all('select state, attempts, recipient, last_error from document_letter order by written_at');

  it('goes out once, to the sender of the invoice, as the preview showed it', async () => {
    const { body } = await reject('B-1');
    expect(body).toMatchObject({ to: 'vertrieb@lieferant.example', sent: true });
    await Promise.all([outbox().wake(), outbox().wake()]);
    await outbox().wake();
    expect(mails.mails).toHaveLength(1);
    const mail = decoded(mails.mails[0]!);
    expect(mail).toContain('To: vertrieb@lieferant.example');
    expect(mail).toContain('From: rechnung@ahlenbrueck.example');
    expect(mail).toContain('Bitte Größe prüfen.');
    expect(mail).toContain('Gemeinde Ahlenbrück');
    expect(await letters()).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });

  it('waits while the server refuses, and goes out when it no longer does', async () => {
    mails.refuse = true;
    const { body } = await reject('B-2', { to: 'andere@lieferant.example' });
    expect(body.to).toBe('andere@lieferant.example');
    await outbox().wake();
    await outbox().wake(); // not before its time
    expect((await letters())[1]).toMatchObject({
      state: 'waiting',
      attempts: 1,
      last_error: expect.stringContaining('451'),
    });
    mails.refuse = false;
    await docs.all(`update document_letter set next_attempt_at = clock_timestamp() where state = 'waiting'`);
    await outbox().wake();
    expect((await letters())[1]).toMatchObject({ state: 'sent', attempts: 2, last_error: null });
    expect(mails.mails).toHaveLength(2);
  });

  it('is given up after the last attempt, and says why', async () => {
    mails.refuse = true;
    await reject('B-3');
    await docs.all(`update document_letter set attempts = 6 where state = 'waiting'`);
    await outbox().wake();
    expect((await letters())[2]).toMatchObject({ state: 'failed', attempts: 7 });
    mails.refuse = false;
  });

  it('without an address is refused; written for copying it is not', async () => {
    const { id, version } = await docs.upload(client, 'leer.xml', '<html></html>');
    const at = `/clients/${client}/documents/${id}/rejection`;
    expect(await docs.send('POST', at, { send: true, version })).toMatchObject({
      status: 422,
      body: { code: 'NoRecipient' },
    });
    expect(await docs.send('POST', at, { version })).toMatchObject({ status: 200, body: { to: '', sent: false } });
  });

  it('cannot be made to say more than a letter', async () => {
    for (const to of ['a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example', '<a@b.example>', 'nichts'])
      expect([to, (await reject(`X-${to.length}`, { to })).status]).toEqual([to, 400]);
  });
});

describe('the words of a letter', () => {
  const facts = {
    clientName: 'Gemeinde Ahlenbrück',
    number: 'E-2026-000017',
    supplierName: 'Nordtal Energie GmbH',
    invoiceNo: 'NE 4711',
    issueDate: '2026-03-02',
    receivedOn: '2026-03-05',
    gross: '123456789',
    currency: 'EUR',
    fileName: 'r.xml',
    findings: [{ id: 'BR-DE-15', message: 'Die Leitweg-ID fehlt.', terms: ['BT-10'] }],
    note: '',
    leitwegIds: ['05999001-RE01-10'],
  };

  it('name invoice, reasons and what to do', () => {
    expect(rejectionLetter(facts)).toEqual({
      subject: 'Rückgabe: Rechnung NE 4711 (unser Zeichen E-2026-000017)',
      body: `Sehr geehrte Damen und Herren,

Ihre Rechnung NE 4711 vom 02.03.2026 über 1.234.567,89 EUR ist am 05.03.2026 bei uns eingegangen. Wir können sie so nicht annehmen und geben sie Ihnen zurück.

Bei der Prüfung ist uns Folgendes aufgefallen:

1. Die Leitweg-ID fehlt. (BR-DE-15, BT-10)

Unsere Leitweg-ID lautet 05999001-RE01-10. Sie gehört in das Feld „Käuferreferenz“ (BT-10).

Bitte senden Sie uns eine berichtigte Rechnung. Die zurückgegebene Rechnung haben wir nicht gebucht.

Bei Rückfragen nennen Sie bitte unser Zeichen E-2026-000017.

Mit freundlichen Grüßen
Gemeinde Ahlenbrück
Finanzbuchhaltung
`,
    });
  });

  it('do without what is not known', () => {
    const { subject, body } = rejectionLetter({
      ...facts,
      invoiceNo: null,
      issueDate: null,
      gross: null,
      findings: [],
      note: 'Die Datei lässt sich nicht öffnen.',
    });
    expect(subject).toBe('Rückgabe: r.xml (unser Zeichen E-2026-000017)');
    expect(body).toContain('Ihre Datei „r.xml“ ist am 05.03.2026');
    expect(body).not.toContain('aufgefallen');
    expect(body).not.toContain('Leitweg-ID');
  });
});
