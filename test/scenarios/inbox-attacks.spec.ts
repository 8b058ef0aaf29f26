import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { routesOf } from '@lib/access';
import { IntakeWorker } from '@lib/documents';
import type { TestUser } from '../support/access.js';
import { type DocumentsApp, startDocuments } from '../support/documents.js';
import { ibanFor, invoiceXml, plainPdf } from '../support/invoice-files.js';
import { samples } from '../support/samples.js';

let docs: DocumentsApp;
let own: number;
let foreign: number;
let clerk: TestUser;
let treasurer: TestUser;
let stranger: TestUser;
/** What stands in addresses: the foreign client's, as somebody may have come to know them. */
const theirs: Record<string, string> = {};
beforeAll(async () => {
  docs = await startDocuments();
  [own, foreign] = [await docs.newClient(), await docs.newClient()];
  clerk = await docs.newUser([{ role: 'clerk', clientId: own }]);
  treasurer = await docs.newUser([{ role: 'treasurer', clientId: own }]);
  stranger = await docs.newUser(
    (['clerk', 'treasurer', 'centre-lead'] as const).map((role) => ({ role, clientId: foreign })),
  );
  theirs['documentId'] = (await docs.upload(foreign, 'geheim.pdf', plainPdf(['vertraulich']))).id;
  theirs['batchId'] = (await docs.send('POST', `/clients/${foreign}/document-batches`, { name: 'Geheim' })).body.id;
  theirs['routeId'] = (
    await docs.send('POST', `/clients/${foreign}/routes`, { kind: 'email', value: 'geheim@x.example' })
  ).body.id;
  theirs['code'] = (
    await docs.send('POST', `/clients/${foreign}/departments`, { code: 'GEHEIM', name: 'Geheim' })
  ).body.code;
  Object.assign(theirs, { fileNo: '1', page: '1', entryId: '2026-1' });
});
afterAll(() => docs.close());

const OURS = /^(Inbox|Batches|Routes)Controller\./;
/** A body that would do, were the address one's own. */
const BODIES: Record<string, object> = {
  'InboxController.accept': { reason: 'trotzdem', version: 1 },
  'InboxController.reject': { note: '', version: 1 },
  'InboxController.release': { reason: 'trotzdem' },
  'InboxController.putAside': { reason: 'trotzdem' },
  'InboxController.handOver': { reason: 'trotzdem' },
  'InboxController.change': { supplierName: 'x', version: 1 },
  'InboxController.duplicate': { duplicate: true, reason: 'trotzdem' },
  'InboxController.hold': { hold: true, reason: 'trotzdem' },
  'InboxController.comment': { text: 'hallo' },
  'BatchesController.create': { name: 'Stapel' },
  'BatchesController.complete': {},
  'RoutesController.newDepartment': { code: 'X', name: 'X' },
  'RoutesController.editDepartment': { name: 'X', version: 1 },
  'RoutesController.newRoute': { kind: 'email', value: 'a@b.example' },
  'RoutesController.editRoute': { note: 'X', version: 1 },
};
const FILES = ['InboxController.upload', 'BatchesController.file'];

describe('every route of the inbox', () => {
  const routes = () =>
    routesOf(docs.app).filter((route) => OURS.test(route.handler) && route.path.includes(':clientId'));
  const ask = async (route: ReturnType<typeof routes>[number], clientId: number, user: TestUser) => {
    const url = route.path
      .replace(':clientId', String(clientId))
      .replace(/:(\w+)/g, (_, name: string) => theirs[name]!);
    if (FILES.includes(route.handler)) return docs.sendFile(url, 'x.xml', invoiceXml(), { user });
    const body = BODIES[route.handler];
    if (route.method !== 'GET') expect([route.handler, body !== undefined]).toEqual([route.handler, true]);
    return docs.send(route.method as 'GET', url, body, { user });
  };

  it('is known here', () => {
    expect(routes().length).toBeGreaterThan(24);
    for (const route of routes()) expect([route.handler, route.access?.kind]).toEqual([route.handler, 'client']);
  });

  it('answers "not found" to somebody who has no role at the client', async () => {
    for (const route of routes()) {
      const answer = await ask(route, own, stranger);
      expect([route.handler, answer.status, answer.body.code]).toEqual([route.handler, 404, 'NotFound']);
    }
  });

  it('answers "not found" for another client’s things at the own client, and changes nothing', async () => {
    const state = () =>
      docs.all(`select id, state, version, legal_hold, supplier_name from document where client_id = $1 order by id`, [
        foreign,
      ]);
    const before = await state();
    for (const route of routes().filter((one) => /:(documentId|batchId|routeId|code)/.test(one.path))) {
      // Whoever is allowed most of it: a clerk, or where the clerk may not, the treasurer.
      const answer = await ask(route, own, clerk);
      const told = answer.status === 403 ? await ask(route, own, treasurer) : answer;
      expect([route.handler, told.status]).toEqual([route.handler, 404]);
    }
    expect(await state()).toEqual(before);
  });

  it('shows an auditor everything and lets them change nothing', async () => {
    const auditor = await docs.newUser([{ role: 'auditor', clientId: foreign }]);
    // A comment is everybody's who may read; the events of a batch go on until it is done.
    const others = ['InboxController.comment', 'BatchesController.events'];
    for (const route of routes().filter((one) => !others.includes(one.handler))) {
      const answer = await ask(route, foreign, auditor);
      const reads = route.method === 'GET' && route.handler !== 'InboxController.letter';
      expect([route.handler, answer.status]).toEqual([route.handler, reads ? 200 : 403]);
    }
  });
});

describe('what a file says', () => {
  it('reaches nobody as markup, formula or command', async () => {
    const nasty = `<script>alert(1)</script>"';--\u202egnp.exe=HYPERLINK("http://x")`;
    const document = await docs.upload(
      own,
      `../../etc/passwd\u202e${'x'.repeat(300)}<b>.xml`,
      invoiceXml({ number: 'X-<b>1</b>', sellerName: nasty, itemName: nasty, note: nasty, iban: ibanFor('1') }),
    );
    expect(document.fileName.length).toBeLessThanOrEqual(200);
    expect(document.fileName).not.toMatch(/[/\\<>\u202e]/);
    const answer = await docs.send('GET', `/clients/${own}/documents/${document.id}`);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    const found = await docs.send('GET', `/clients/${own}/documents?q=${encodeURIComponent('<script>alert')}`);
    expect(found.body.items.map((row: any) => row.id)).toContain(document.id);
    const file = await docs.send('GET', `/clients/${own}/documents/${document.id}/files/1`);
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="[^"\r\n]+"; filename\*=UTF-8''[\w.%~!-]+$/,
    );
  });

  it('that is a page of HTML is kept, in quarantine, and goes out as bytes', async () => {
    const { id, state } = await docs.upload(own, 'rechnung.xml', '<html><script>fetch("/api")</script></html>');
    expect(state).toBe('quarantined');
    const file = await docs.send('GET', `/clients/${own}/documents/${id}/files/1`);
    expect(file.headers['content-type']).not.toMatch(/html|xml/);
  });
});

describe('all published and invented samples', () => {
  const files = samples('einvoice', (name) => /\.(xml|pdf|png|jpg|eml)$/.test(name));

  it('come in as one batch: each is accounted for, none is lost, the service goes on', async () => {
    const client = await docs.newClient();
    const { id } = (await docs.send('POST', `/clients/${client}/document-batches`, { name: 'Alle' })).body;
    expect(files.length).toBeGreaterThan(50);
    const empty: string[] = [];
    for (const { name, file } of files) {
      const bytes = readFileSync(file);
      const { status } = await docs.sendFile(
        `/clients/${client}/document-batches/${id}/files`,
        path.basename(name),
        bytes,
      );
      if (status !== 202) empty.push(file);
      else if (bytes.length === 0) throw new Error(`${name} is empty and was taken`);
    }
    for (const file of empty) expect(readFileSync(file)).toHaveLength(0);
    await docs.send('POST', `/clients/${client}/document-batches/${id}/completion`, {});
    await docs.app.get(IntakeWorker).wake();
    const { body } = await docs.send('GET', `/clients/${client}/document-batches/${id}`);
    expect(body).toMatchObject({
      state: 'done',
      counts: { received: files.length, done: files.length, failed: empty.length },
    });
    const { counts } = body;
    expect(counts.documents + counts.duplicates + counts.quarantined + counts.failed).toBe(files.length);

    // What the sidecars expect of each file stands in its document: number, amount and kind, or quarantine.
    const documents = await docs.all<{ sha: string; state: string; invoice_no: string | null; gross: string | null }>(
      `select encode(sha256, 'hex') as sha, state, invoice_no, gross from document where client_id = $1`,
      [client],
    );
    const bySha = new Map(documents.map((one) => [one.sha, one]));
    const differing: unknown[] = [];
    for (const { name, file } of files) {
      const sidecar = `${file}.expected.json`;
      if (!existsSync(sidecar)) continue;
      const expected = JSON.parse(readFileSync(sidecar, 'utf8'));
      const document = bySha.get(expected.sha256);
      const { invoice } = expected;
      if (!document || !invoice || document.state === 'quarantined') continue;
      const number = (invoice.number ?? '').trim() || null;
      const gross = invoice.amounts?.gross ?? invoice.totals?.gross ?? null;
      const cents = gross === null || !/^-?\d+(\.\d{1,2})?$/.test(gross) ? undefined : Math.round(Number(gross) * 100);
      if (document.invoice_no !== number?.slice(0, 200) && !(document.invoice_no === null && number === null))
        differing.push([name, document.invoice_no, number]);
      else if (cents !== undefined && Number(document.gross) !== cents) differing.push([name, document.gross, gross]);
    }
    expect(differing).toEqual([]);
  });
});
