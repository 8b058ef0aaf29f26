import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { plainPdf } from '../../apps/api/src/demo/documents/plain-pdf.js';
import { seedDocuments } from '../../apps/api/src/demo/documents/seed-documents.js';
import { seedDemo } from '../../apps/api/src/demo/seed-demo.js';
import { Clock } from '@lib/kernel';
import { operationsOf, readDocument } from '../support/api-document.js';
import { postDirectly, toPost } from '../support/books.js';
import { eventually } from '../support/centre.js';
import { type ExchangeApp, startExchange } from '../support/exchange.js';
import { invoiceXml } from '../support/invoice-files.js';
import { type Peer, peer, stoppedReader } from '../support/peers.js';

// Somebody outside who stands still, on every route that hands out or takes something longer than a page. Which those are the description of
// the API tells, so that a new one is tried as soon as it is there.

const CROWD = 16 + 4; // the pool, and then some
const JSON_ONLY = new Set(['application/json']);
const operations = operationsOf(readDocument());
const handingOut = operations.filter(
  ({ method, operation }) =>
    method === 'get' && Object.keys(operation.responses['200']?.content ?? {}).some((type) => !JSON_ONLY.has(type)),
);
const taking = operations.filter(({ operation }) =>
  Object.keys(operation.requestBody?.content ?? {}).some((type) => !JSON_ONLY.has(type)),
);

let centre: ExchangeApp;
let port: number;
let clientId: number;
/** What stands in addresses, taken from the books. */
const known: Record<string, string> = { statement: 'results', fileNo: '1', page: '1', month: '2026-01' };

const NOISE = (): string => randomBytes(300).toString('base64');

/** Books of some megabytes that no packing makes smaller: more than kernels and streams keep by themselves. */
async function fillBooks(): Promise<void> {
  const lines = Array.from({ length: 100 }, (_, index) =>
    index % 2 === 0 ? { account: '1811', cashAccount: '6012', debit: '1.00' } : { account: '4012', credit: '1.00' },
  );
  const product = (await centre.send('GET', `/clients/${clientId}/products?postable=true&limit=1`)).json.items[0].code;
  const author = { id: centre.lead.id, name: centre.lead.userName, privileged: true };
  const entries = Array.from({ length: 120 }, () =>
    toPost(
      clientId,
      {
        bookingDate: new Clock().today(),
        text: NOISE(),
        lines: lines.map((line) => ({ ...line, product, text: NOISE() })),
      },
      { author },
    ),
  );
  for (const answer of await postDirectly(centre.db, entries)) expect(answer.outcome).toBe('Posted');
}

beforeAll(async () => {
  // Nobody is cut off meanwhile: what goes on must go on in spite of them.
  centre = await startExchange({}, { access: { streamsPerPerson: 1000 }, door: { stallSeconds: 600 } });
  await centre.app.listen(0, '127.0.0.1');
  port = (centre.app.getHttpServer() as { address(): AddressInfo }).address().port;
  const demo = await seedDemo(centre.db, { password: 'nur zum Ausprobieren 2026', clock: new Clock() });
  await seedDocuments(centre.app, new Clock());
  clientId = demo.clients[0]!.id;
  await fillBooks();

  const at = `/clients/${clientId}`;
  const sent = async (url: string, name: string, bytes: Buffer): Promise<any> =>
    (
      await centre.app.inject({
        method: 'POST',
        url: `/api/v1${url}?fileName=${name}`,
        headers: { ...centre.lead.headers, 'content-type': 'application/octet-stream' },
        payload: bytes,
      })
    ).json();
  const created = async (url: string, body: object): Promise<any> => (await centre.send('POST', url, body)).json;
  const waiting = await centre.app.inject({
    method: 'POST',
    url: `/api/v1${at}/imports?kind=journal&dryRun=true`,
    headers: { ...centre.lead.headers, 'content-type': 'text/csv' },
    payload: 'nonsense\n',
  });
  // A file of ten megabytes, shown as a picture besides.
  const pdf = Buffer.concat([await plainPdf(['Rechnung 4711']), Buffer.from(`\n%${'x'.repeat(10_000_000)}\n`)]);
  const partners = await centre.send('GET', `${at}/partners?limit=1`);
  const invoice = async (state: string): Promise<string> =>
    (await centre.send('GET', `${at}/outgoing-invoices?state=${state}&limit=1`)).json.items[0].id;
  Object.assign(known, {
    clientId: String(clientId),
    jobId: waiting.json<{ id: string }>().id,
    documentId: (await sent(`${at}/documents`, 'r.pdf', pdf)).id,
    batchId: (await created(`${at}/document-batches`, { name: 'Wochenende' })).id,
    intakeBatchId: (await created('/centre/intake-batches', { name: 'Sammelpost' })).id,
    clearingItemId: (await sent('/centre/intake', 'r.pdf', pdf)).clearingItemId,
    partnerId: partners.json.items[0].id,
    id: await invoice('issued'),
    draftId: await invoice('draft'),
  });
});
afterAll(() => centre.close());

const QUERIES: Record<string, string> = {
  '/imports': '?kind=journal',
  '/exports/journal': '?format=jsonl',
  '/vat-returns/{month}/lines': '?figure=81',
  '/journal-entries': '?format=csv&account=5431',
};

function addressOf(path: string, query = ''): string {
  const end = Object.keys(QUERIES).find((one) => path.endsWith(one));
  return (
    path.replace('{id}/preview', '{draftId}/preview').replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = known[name];
      if (value === undefined) throw new Error(`say above what stands for {${name}} in ${path}`);
      return value;
    }) + (end ? QUERIES[end] : query)
  );
}

/** What daily work needs, while everybody outside stands still. */
async function dailyWork(): Promise<void> {
  const product = (await centre.send('GET', `/clients/${clientId}/products?postable=true&limit=1`)).json.items[0].code;
  const booked = await centre.send('POST', `/clients/${clientId}/journal-entries`, {
    bookingDate: new Clock().today(),
    text: 'Grundsteuer',
    lines: [
      { account: '1811', cashAccount: '6012', product, debit: '10.00' },
      { account: '4012', product, credit: '10.00' },
    ],
  });
  expect(booked.statusCode).toBe(201);
  await eventually(async () => (await centre.app.inject({ url: '/api/health/ready' })).statusCode === 200);
  // Nobody outside holds a connection to the database.
  await eventually(async () => centre.db.pool.totalCount === centre.db.pool.idleCount);
}

const leave = (peers: readonly Peer[]): void => peers.forEach((one) => one.leave());

test('there are such routes', () => {
  expect(handingOut.length).toBeGreaterThan(20);
  expect(taking.length).toBeGreaterThan(4);
});

test.each(handingOut.map(({ path, operation }) => [path, operation] as const))(
  `${CROWD} readers who stop reading GET %s stop nobody else`,
  async (path, operation) => {
    const csv = operation.parameters?.some(({ name }) => name === 'format') ? '?format=csv' : '';
    const say = { path: addressOf(path, csv), headers: centre.lead.headers };
    const readers: Peer[] = [];
    try {
      // One after the other: they are to hold something, not to work the centre to death.
      while (readers.length < CROWD) readers.push(await stoppedReader(port, say));
      for (const reader of readers) expect([path, reader.heard().slice(0, 12)]).toEqual([path, 'HTTP/1.1 200']);
      await dailyWork();
    } finally {
      leave(readers);
    }
  },
);

test.each(taking.map(({ path }) => [path] as const))(
  `${CROWD} senders who stop half-way through a file for POST %s stop nobody else`,
  async (path) => {
    const file = invoiceXml({ number: 'R-halb' });
    const say = {
      method: 'POST',
      path: addressOf(path),
      headers: {
        ...centre.lead.headers,
        'content-type': 'application/octet-stream',
        'content-length': String(file.length),
      },
      body: file.subarray(0, file.length / 2),
    };
    const senders = await Promise.all(Array.from({ length: CROWD }, () => peer(port, say)));
    try {
      await dailyWork();
      for (const sender of senders) expect([path, sender.heard(), sender.isCut()]).toEqual([path, '', false]);
    } finally {
      leave(senders);
    }
  },
);
