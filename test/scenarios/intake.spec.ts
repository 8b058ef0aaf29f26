import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { IntakeWorker, WatchedFolder } from '@lib/documents';
import type { TestUser } from '../support/access.js';
import { type DocumentsApp, startDocuments } from '../support/documents.js';
import { invoiceXml, leitwegIdFor, mail, plainPdf } from '../support/invoice-files.js';

let docs: DocumentsApp;
let ahlen: number;
let braken: number;
let officer: TestUser;
const folder = mkdtempSync(path.join(os.tmpdir(), 'Posteingang '));
const AHLEN = leitwegIdFor('05999001', 'RE01');
const BRAKEN = leitwegIdFor('05999002', 'RE01');
beforeAll(async () => {
  docs = await startDocuments({ inboxFolder: folder, limits: { xml: 60_000 } });
  ahlen = await docs.newClient({ key: 'ahlenbrueck', name: 'Gemeinde Ahlenbrück', vatId: 'DE111111125' });
  braken = await docs.newClient({ key: 'brakenfeld', name: 'Gemeinde Brakenfeld' });
  officer = await docs.newUser([{ role: 'clerk', clientId: null }]);
  for (const [client, code, name] of [
    [ahlen, 'FB1', 'Zentrale Dienste'],
    [ahlen, 'FB3', 'Bauen'],
    [braken, 'B1', 'Kämmerei'],
  ] as const)
    await docs.send('POST', `/clients/${client}/departments`, { code, name });
  for (const [client, kind, value, department] of [
    [ahlen, 'leitweg-id', AHLEN, 'FB1'],
    [ahlen, 'leitweg-id', leitwegIdFor('05999001', 'BAU'), 'FB3'],
    [ahlen, 'email', 'Bauhof@Ahlenbrueck.example', 'FB3'],
    [braken, 'leitweg-id', BRAKEN, 'B1'],
    [braken, 'name', 'Brakenfeld, Der Bürgermeister', null],
  ] as const)
    expect((await docs.send('POST', `/clients/${client}/routes`, { kind, value, department })).status).toBe(201);
});
afterAll(async () => {
  await docs.close();
  rmSync(folder, { recursive: true, force: true });
});

let numbers = 0;
const invoice = (wish: Parameters<typeof invoiceXml>[0] = {}): Buffer =>
  invoiceXml({ number: `N-${++numbers}`, net: `${100 + numbers}.00`, ...wish });
const intake = async (bytes: Buffer, name = 'rechnung.xml'): Promise<any> => {
  const answer = await docs.sendFile('/centre/intake', name, bytes, { user: officer });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.bytes.toString()}`);
  return answer.body;
};
const documentOf = async ({ clientId, documentId }: any): Promise<any> =>
  (await docs.send('GET', `/clients/${clientId}/documents/${documentId}`)).body;
const item = async (id: string): Promise<any> =>
  (await docs.send('GET', `/centre/clearing-items/${id}`, undefined, { user: officer })).body;
const worker = (): IntakeWorker => docs.app.get(IntakeWorker);

describe('a file that comes to the centre', () => {
  it.each([
    ['BT-10, exactly', { buyerReference: AHLEN }, 'FB1', 'BT-10'],
    [
      'BT-10 in small letters with blanks around',
      { buyerReference: `  ${leitwegIdFor('05999001', 'BAU').toLowerCase()} ` },
      'FB3',
      'BT-10',
    ],
    ['BT-49 as Leitweg-ID', { buyerEndpoint: { scheme: '0204', value: AHLEN } }, 'FB1', 'BT-49'],
    ['BT-49 as VAT id', { buyerEndpoint: { scheme: '9930', value: 'DE 111111125' } }, null, 'BT-49'],
    ['BT-49 as mailbox', { buyerEndpoint: { scheme: 'EM', value: 'bauhof@ahlenbrueck.example' } }, 'FB3', 'BT-49'],
    ['the buyer’s VAT id', { buyerVatId: 'DE111111125' }, null, 'BT-48'],
    ['the buyer’s name', { buyerName: 'GEMEINDE AHLENBRUECK' }, null, 'BT-44'],
  ])('is routed by %s', async (_how, wish, department, by) => {
    const { routedTo } = await intake(invoice(wish as never));
    expect(routedTo?.clientId).toBe(ahlen);
    const document = await documentOf(routedTo);
    expect(document).toMatchObject({ department, channel: 'intake', alarms: [], receivedByName: officer.userName });
    expect(document.history[0].detail.routedBy).toBe(by);
  });

  it('with a valid Leitweg-ID of nobody lies in the clearing list, even if the name would fit', async () => {
    const unknown = leitwegIdFor('05999777', 'XX');
    const { routedTo, clearingItemId } = await intake(
      invoice({ buyerReference: unknown, buyerName: 'Gemeinde Ahlenbrück' }),
    );
    expect(routedTo).toBeNull();
    const found = await item(clearingItemId);
    expect(found).toMatchObject({
      state: 'open',
      reason: `Die Leitweg-ID ${unknown} ist gültig, gehört aber keinem Mandanten des Finanzzentrums.`,
      proposals: [{ clientId: ahlen }],
      reading: { buyerReference: unknown, gross: expect.any(String), supplierName: 'Werkzeug Wieland GmbH' },
      invoice: { buyerReference: unknown },
      clientId: null,
    });
  });

  it('with a reference that is no Leitweg-ID goes by what else it says', async () => {
    const { routedTo } = await intake(
      invoice({ buyerReference: `${AHLEN.slice(0, -2)}00`, buyerName: 'Brakenfeld Der Bürgermeister' }),
    );
    expect(routedTo?.clientId).toBe(braken);
  });

  it('that names nobody we know lies in the list once, however often it comes', async () => {
    const bytes = invoice({ buyerName: 'Gemeinde Anderswo' });
    const first = await intake(bytes, 'eins.xml');
    const again = await Promise.all(Array.from({ length: 5 }, (_, n) => intake(bytes, `nochmal-${n}.xml`)));
    expect([first, ...again].every((one) => one.routedTo === null)).toBe(true);
    const { body } = await docs.send('GET', '/centre/clearing-items', undefined, { user: officer });
    expect(body.items.filter((one: any) => one.reading?.buyerName === 'Gemeinde Anderswo')).toHaveLength(1);
    expect((await item(first.clearingItemId)).history.map((one: any) => one.kind)).toEqual([
      'received',
      ...Array(5).fill('received-again'),
    ]);
  });

  it('as a mail goes to the mailbox’s client with its files; mails for two clients wait for a person', async () => {
    const plain = mail([{ name: 'r.pdf', mime: 'application/pdf', bytes: plainPdf(['Rechnung']) }], {
      to: 'bauhof@ahlenbrueck.example',
    });
    const { routedTo } = await intake(plain, 'post.eml');
    expect(routedTo?.clientId).toBe(ahlen);
    const one = { name: 'a.xml', mime: 'application/xml', bytes: invoice({ buyerReference: AHLEN }) };
    const other = { name: 'b.xml', mime: 'application/xml', bytes: invoice({ buyerReference: BRAKEN }) };
    expect((await intake(mail([one, other]), 'zwei.eml')).routedTo).toBeNull();
    const named = await intake(mail([other], { to: 'bauhof@ahlenbrueck.example' }), 'eine.eml');
    expect(named.routedTo?.clientId).toBe(braken); // what the invoice says goes before the mailbox
  });

  it('that nobody can read lies in the list with the reason', async () => {
    const { clearingItemId } = await intake(Buffer.from('PK\u0003\u0004 zip'), 'rechnungen.zip');
    expect(await item(clearingItemId)).toMatchObject({
      state: 'open',
      reason: expect.stringContaining('Archiv'),
      reading: null,
    });
  });

  it('is given to a client by a person: the bytes move there, and the list keeps only the record', async () => {
    const bytes = invoice({ buyerName: 'Bauverein' });
    const { clearingItemId } = await intake(bytes);
    const at = `/centre/clearing-items/${clearingItemId}`;
    expect((await docs.send('GET', `${at}/file`, undefined, { user: officer })).bytes.equals(bytes)).toBe(true);
    for (const [wish, code] of [
      [{ clientId: ahlen, department: 'B1' }, 'DepartmentUnknown'],
      [{ clientId: 999_999 }, 'UnknownClient'],
    ] as const)
      expect(
        await docs.send('POST', `${at}/assignment`, { ...wish, reason: 'Bauhof fragt nach' }, { user: officer }),
      ).toMatchObject({ status: 422, body: { code } });
    // Blanks are no reason.
    for (const [route, body] of [
      ['assignment', { clientId: ahlen, reason: '     ' }],
      ['rejection', { note: '  \n  ' }],
    ] as const)
      expect((await docs.send('POST', `${at}/${route}`, body, { user: officer })).status).toBe(400);
    const both = await Promise.all(
      [ahlen, braken].map((clientId) =>
        docs.send('POST', `${at}/assignment`, { clientId, reason: 'gehört dorthin' }, { user: officer }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    const won = both.find((one) => one.status === 200)!.body;
    const document = await documentOf(won);
    expect(document).toMatchObject({ alarms: [], state: 'new' });
    const file = await docs.send('GET', `/clients/${won.clientId}/documents/${won.documentId}/files/1`);
    expect(file.bytes.equals(bytes)).toBe(true);
    expect(await item(clearingItemId)).toMatchObject({ state: 'routed', reading: null, invoice: null, ...won });
    expect((await docs.send('GET', `${at}/file`, undefined, { user: officer })).status).toBe(404);
    expect(await docs.all('select 1 from clearing_chunk where item_id = $1', [clearingItemId])).toEqual([]);
  });

  it('is rejected with a note, and decided once', async () => {
    const { clearingItemId } = await intake(Buffer.from('<html><body>Gewinnspiel</body></html>'), 'werbung.html');
    const reject = () =>
      docs.send('POST', `/centre/clearing-items/${clearingItemId}/rejection`, { note: 'Werbung' }, { user: officer });
    expect(await reject()).toMatchObject({ status: 200, body: { state: 'rejected' } });
    expect(await reject()).toMatchObject({ status: 409, body: { code: 'ClearingItemSettled' } });
  });

  it('is seen by nobody who works for one client alone', async () => {
    const clerk = await docs.newUser([{ role: 'clerk', clientId: ahlen }]);
    const { clearingItemId } = await intake(invoice({ buyerName: 'Gemeinde Irgendwo' }));
    for (const [method, url, body] of [
      ['GET', '/centre/clearing-items', undefined],
      ['GET', `/centre/clearing-items/${clearingItemId}`, undefined],
      ['GET', `/centre/clearing-items/${clearingItemId}/file`, undefined],
      ['GET', `/centre/clearing-items/${clearingItemId}/pages/1`, undefined],
      ['POST', `/centre/clearing-items/${clearingItemId}/assignment`, { clientId: ahlen, reason: 'meins' }],
      ['POST', `/centre/clearing-items/${clearingItemId}/rejection`, { note: 'weg damit' }],
      ['GET', '/centre/intake-batches', undefined],
    ] as const)
      expect([url, (await docs.send(method, url, body, { user: clerk })).status]).toEqual([url, 403]);
    expect((await docs.sendFile('/centre/intake', 'r.xml', invoice(), { user: clerk })).status).toBe(403);
  });
});

describe('a file in a client’s own inbox', () => {
  it('that names another client stays there with an alarm that tells nobody’s name', async () => {
    const document = await docs.upload(ahlen, 'r.xml', invoice({ buyerReference: BRAKEN }));
    expect(document).toMatchObject({ state: 'new', alarms: ['WrongClient'], department: null });
    expect(JSON.stringify(document)).not.toContain('Brakenfeld');
    expect(
      (await docs.upload(ahlen, 'r.xml', invoice({ buyerReference: leitwegIdFor('05999888', 'X') }))).alarms,
    ).toEqual(['WrongClient']);
    expect((await docs.upload(ahlen, 'r.xml', invoice({ buyerReference: AHLEN }))).alarms).toEqual([]);
    expect((await docs.upload(ahlen, 'r.xml', invoice({ buyerReference: 'Bestellung 12' }))).alarms).toEqual([]);
  });

  it('that is another client’s goes to the clearing list at a word', async () => {
    const bytes = invoice({ buyerReference: BRAKEN });
    const document = await docs.upload(ahlen, 'r.xml', bytes);
    const moved = await docs.send('POST', `/clients/${ahlen}/documents/${document.id}/handover`, {
      reason: 'Brakenfeld bestellt dort',
    });
    expect(moved).toMatchObject({ status: 200, body: { state: 'rejected' } });
    const { body } = await docs.send('GET', '/centre/clearing-items', undefined, { user: officer });
    const found = body.items.find(
      (one: any) => one.fileName === 'r.xml' && one.reading?.invoiceNo === document.invoiceNo,
    );
    const given = await docs.send(
      'POST',
      `/centre/clearing-items/${found.id}/assignment`,
      { clientId: braken, reason: 'richtig' },
      { user: officer },
    );
    expect((await documentOf(given.body)).alarms).toEqual([]);
  });
});

describe('addresses', () => {
  it('lead to one client only, also when two claim one at the same time', async () => {
    const value = leitwegIdFor('05999003', 'NEU');
    const claim = (client: number) => docs.send('POST', `/clients/${client}/routes`, { kind: 'leitweg-id', value });
    const answers = await Promise.all([ahlen, braken, ahlen, braken].map(claim));
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409, 409]);
    const won = answers.find((one) => one.status === 201)!.body;
    const owner = answers.findIndex((one) => one.status === 201) % 2 === 0 ? ahlen : braken;
    const other = owner === ahlen ? braken : ahlen;
    expect((await intake(invoice({ buyerReference: value }))).routedTo.clientId).toBe(owner);
    const change = (body: object) => docs.send('PATCH', `/clients/${owner}/routes/${won.id}`, body);
    expect((await change({ active: false, version: 1 })).body).toMatchObject({ active: false, version: 2 });
    expect((await intake(invoice({ buyerReference: value }))).routedTo).toBeNull();
    expect((await claim(other)).status).toBe(201);
    expect(await change({ active: true, version: 2 })).toMatchObject({ status: 409, body: { code: 'RouteTaken' } });
  });

  it('are refused when they are none, and only masters of the data change them', async () => {
    const add = (body: object, user?: TestUser) =>
      docs.send('POST', `/clients/${ahlen}/routes`, body, user ? { user } : {});
    expect(await add({ kind: 'leitweg-id', value: '05999001-RE01-11' })).toMatchObject({
      status: 422,
      body: { code: 'LeitwegIdInvalid' },
    });
    expect(await add({ kind: 'email', value: 'x@y.example', department: 'FB9' })).toMatchObject({ status: 422 });
    expect(await add({ kind: 'post', value: 'x' })).toMatchObject({ status: 400 });
    expect((await add({ kind: 'email', value: 'x@y.example' }, officer)).status).toBe(403);
    expect(
      (await docs.send('GET', `/clients/${ahlen}/routes`, undefined, { user: officer })).body.items.length,
    ).toBeGreaterThan(2);
  });
});

describe('a batch', () => {
  const begin = async (client = ahlen): Promise<string> =>
    (await docs.send('POST', `/clients/${client}/document-batches`, { name: 'Wochenende' })).body.id;
  const add = (batch: string, name: string, bytes: Buffer | string) =>
    docs.sendFile(`/clients/${ahlen}/document-batches/${batch}/files`, name, bytes);
  const look = async (batch: string): Promise<any> =>
    (await docs.send('GET', `/clients/${ahlen}/document-batches/${batch}`)).body;

  it('takes good, bad, double and hostile files; each is told, and the rest goes on', async () => {
    const id = await begin();
    const good = invoice({ buyerReference: AHLEN });
    for (const [name, bytes] of [
      ['gut.xml', good],
      ['gut-kopie.xml', good],
      ['bombe.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
      ['leer.xml', ''],
      ['riesig.xml', `<a>${'x'.repeat(70_000)}</a>`],
      ['seite.pdf', plainPdf(['Rechnung 4711'])],
      ['tarnung.xml', '<html><script>alert(1)</script></html>'],
    ] as const)
      await add(id, name, bytes);
    expect(await look(id)).toMatchObject({ state: 'collecting', counts: { received: 7, done: 2, failed: 2 } });
    await docs.send('POST', `/clients/${ahlen}/document-batches/${id}/completion`, {});
    expect(await add(id, 'spät.xml', good)).toMatchObject({ status: 409, body: { code: 'BatchClosed' } });
    await worker().wake();
    const batch = await look(id);
    expect(batch).toMatchObject({
      state: 'done',
      counts: { received: 7, done: 7, documents: 2, duplicates: 1, quarantined: 2, cleared: 0, failed: 2 },
    });
    const files = (await docs.send('GET', `/clients/${ahlen}/document-batches/${id}/files`)).body.items;
    // Which of the two is the first depends on who is read first.
    expect([files[0].outcome, files[1].outcome].sort()).toEqual(['document', 'received-again']);
    expect(files.map((file: any) => [file.name, file.state, file.outcome])).toEqual([
      ['gut.xml', 'done', files[0].outcome],
      ['gut-kopie.xml', 'done', files[1].outcome],
      ['bombe.xml', 'done', 'quarantined'],
      ['leer.xml', 'refused', null],
      ['riesig.xml', 'refused', null],
      ['seite.pdf', 'done', 'document'],
      ['tarnung.xml', 'done', 'quarantined'],
    ]);
    expect(files[4].reason).toMatch(/„riesig\.xml“ ist größer als erlaubt/);
    expect(batch.files.map((file: any) => file.name)).toEqual(['bombe.xml', 'leer.xml', 'riesig.xml', 'tarnung.xml']);
    expect(files[0].documentId).toBe(files[1].documentId);
    // Whoever watches is shown the batch as it is, and that it is over.
    const events = await docs.send('GET', `/clients/${ahlen}/document-batches/${id}/events`);
    expect(events.headers['content-type']).toMatch(/^text\/event-stream/);
    expect(events.bytes.toString()).toMatch(/^event: batch\n(id: .*\n)?data: \{.*"state":"done".*\}\n\n$/m);
  });

  it('names a file that was cut off, and stores nothing of it', async () => {
    const id = await begin();
    await docs.app.listen(0, '127.0.0.1');
    const { port } = docs.app.getHttpServer().address() as AddressInfo;
    const before = await docs.all('select count(*)::int as n from content');
    await new Promise<void>((resolve) => {
      const sending = request({
        port,
        method: 'POST',
        path: `/api/v1/clients/${ahlen}/document-batches/${id}/files?fileName=abgerissen.xml`,
        headers: { ...docs.lead.headers, 'content-type': 'application/octet-stream', 'content-length': '50000' },
      });
      sending.on('error', () => resolve());
      sending.write('<Invoice>', () => setTimeout(() => sending.destroy(), 150));
    });
    for (let tries = 0; tries < 50 && (await look(id)).counts.failed === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const batch = await look(id);
    expect(batch.files).toMatchObject([
      { name: 'abgerissen.xml', state: 'missing', reason: expect.stringContaining('nicht vollständig angekommen') },
    ]);
    expect(await docs.all('select count(*)::int as n from content')).toEqual(before);
  });

  it('whose sender’s process died names the file after a while', async () => {
    const id = await begin();
    await docs.all(
      `insert into document_batch_file (client_id, batch_id, file_no, name, state, arrived_at)
       values ($1, $2, 1, 'verschwunden.xml', 'arriving', clock_timestamp() - interval '1 hour')`,
      [ahlen, id],
    );
    await worker().wake();
    expect((await look(id)).files).toMatchObject([{ name: 'verschwunden.xml', state: 'missing' }]);
  });

  it('left behind by a worker that died is taken up again, each file once', async () => {
    const id = await begin();
    for (let n = 0; n < 12; n++) await add(id, `${n}.xml`, invoice({ buyerReference: AHLEN }));
    await docs.all(
      `update document_batch_file set state = 'running', taker = gen_random_uuid(), attempts = 1,
         heartbeat_at = clock_timestamp() - interval '5 minutes' where batch_id = $1 and file_no <= 6`,
      [id],
    );
    await Promise.all([worker().wake(), worker().wake()]);
    expect((await look(id)).counts).toMatchObject({ received: 12, done: 12, documents: 12 });
    const documents = await docs.all(
      `select document_id from document_batch_file where batch_id = $1 group by document_id having count(*) > 1`,
      [id],
    );
    expect(documents).toEqual([]);
  });

  it('of the centre routes each file, or lists it', async () => {
    const { body } = await docs.send('POST', '/centre/intake-batches', { name: 'Sammelpost' }, { user: officer });
    const at = `/centre/intake-batches/${body.id}`;
    const sent = [
      invoice({ buyerReference: AHLEN }),
      invoice({ buyerReference: BRAKEN }),
      invoice({ buyerName: 'Gemeinde Nirgends' }),
    ];
    for (const [n, bytes] of sent.entries())
      expect((await docs.sendFile(`${at}/files`, `${n}.xml`, bytes, { user: officer })).body).toEqual({
        fileNo: n + 1,
      });
    expect((await docs.sendFile(`${at}/files`, 'leer.xml', '', { user: officer })).status).toBe(400);
    await docs.send('POST', `${at}/completion`, {}, { user: officer });
    await worker().wake();
    const batch = (await docs.send('GET', at, undefined, { user: officer })).body;
    expect(batch).toMatchObject({
      state: 'done',
      counts: { received: 4, done: 4, documents: 2, cleared: 1, failed: 1 },
    });
    expect(batch.files.map((file: any) => [file.name, file.state])).toEqual([
      ['2.xml', 'cleared'],
      ['leer.xml', 'refused'],
    ]);
  });

  it('of another client is not found', async () => {
    const id = await begin(braken);
    const clerk = await docs.newUser([{ role: 'clerk', clientId: ahlen }]);
    for (const [method, url] of [
      ['GET', `/clients/${ahlen}/document-batches/${id}`],
      ['GET', `/clients/${ahlen}/document-batches/${id}/files`],
      ['GET', `/clients/${ahlen}/document-batches/${id}/events`],
      ['POST', `/clients/${ahlen}/document-batches/${id}/completion`],
      ['GET', `/clients/${braken}/document-batches/${id}`],
    ] as const)
      expect([url, (await docs.send(method, url, method === 'POST' ? {} : undefined, { user: clerk })).status]).toEqual(
        [url, 404],
      );
    expect(
      (await docs.sendFile(`/clients/${ahlen}/document-batches/${id}/files`, 'x.xml', invoice(), { user: clerk }))
        .status,
    ).toBe(404);
    expect((await docs.send('GET', `/clients/${ahlen}/document-batches/${randomUUID()}`)).status).toBe(404);
  });
});

describe('the watched folder', () => {
  const put = (name: string, bytes: Buffer | string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  };
  const watcher = (): WatchedFolder => docs.app.get(WatchedFolder);
  const names = (where: string): string[] =>
    readdirSync(path.join(folder, where))
      .map((name) => name.replace(/^[0-9a-f]{8}_/, ''))
      .sort();
  const settled = async (): Promise<void> => {
    await watcher().look();
    await watcher().look();
  };

  it('takes files that have stopped growing, routes them, and moves them aside', async () => {
    const own = invoice({ buyerName: 'niemand, den wir kennen' });
    put('per-leitweg.xml', invoice({ buyerReference: BRAKEN }));
    put('ahlenbrueck/ohne-adresse.xml', own);
    put('unbekannt.xml', invoice({ buyerName: 'Gemeinde Fern' }));
    put('riesig.xml', `<a>${'x'.repeat(70_000)}</a>`);
    put('leer.xml', '');
    put('noch-im-kommen.xml.part', 'x');
    symlinkSync('/etc/hosts', path.join(folder, 'verweis.xml'));
    await watcher().look();
    expect(names('done')).toEqual([]); // seen once: it may still grow
    put('waechst.xml', '<a>');
    await watcher().look();
    put('waechst.xml', invoice({ buyerReference: AHLEN }));
    await watcher().look();
    expect(names('done')).toEqual(['ohne-adresse.xml', 'per-leitweg.xml', 'unbekannt.xml']);
    await watcher().look();
    expect(names('done')).toContain('waechst.xml');
    expect(names('quarantine')).toEqual(['leer.xml', 'riesig.xml']);
    expect(names('.work')).toEqual([]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['verweis.xml', 'noch-im-kommen.xml.part']));
    const found = await docs.all<{ channel: string; client_id: number; file_name: string }>(
      `select client_id, file_name, channel from document where channel = 'folder' order by file_name`,
    );
    expect(found.map((one) => [one.file_name, one.client_id])).toEqual([
      ['ohne-adresse.xml', ahlen],
      ['per-leitweg.xml', braken],
      ['waechst.xml', ahlen],
    ]);
  });

  it('takes a file of the same name once more, and writes over none', async () => {
    for (let n = 0; n < 2; n++) {
      put('gleich.xml', invoice({ buyerReference: AHLEN }));
      await settled();
    }
    expect(names('done').filter((name) => name === 'gleich.xml')).toHaveLength(2);
  });

  it('takes up what a process that died had taken, exactly once', async () => {
    const left = (name: string, bytes: Buffer): string => {
      const place = path.join(folder, '.work', `${randomUUID()}__${name}`);
      writeFileSync(place, bytes);
      return place;
    };
    left('vor-dem-speichern.xml', invoice({ buyerReference: AHLEN }));
    // Died after the file was stored and before it was moved: the same id meets the same item.
    put('nach-dem-speichern.xml', invoice({ buyerReference: AHLEN }));
    await settled();
    const done = readdirSync(path.join(folder, 'done')).find((name) => name.endsWith('nach-dem-speichern.xml'))!;
    const [stored] = await docs.all<{ id: string }>(
      `select id from clearing_item where file_name = 'nach-dem-speichern.xml'`,
    );
    renameSync(path.join(folder, 'done', done), path.join(folder, '.work', `${stored!.id}__nach-dem-speichern.xml`));
    const now = Date.now;
    try {
      Date.now = () => now() + 120_000;
      await watcher().look();
    } finally {
      Date.now = now;
    }
    utimesSync(folder, new Date(), new Date());
    expect(names('.work')).toEqual([]);
    const taken = await docs.all<{ file_name: string; n: number }>(
      `select d.file_name, count(*)::int as n from document d join document_event e on e.client_id = d.client_id and e.document_id = d.id
       where d.file_name in ('vor-dem-speichern.xml', 'nach-dem-speichern.xml') group by 1 order by 1`,
    );
    expect(taken).toEqual([
      { file_name: 'nach-dem-speichern.xml', n: 1 },
      { file_name: 'vor-dem-speichern.xml', n: 1 },
    ]);
  });
});
