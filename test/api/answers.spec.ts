import { Clock } from '@lib/kernel';
import { seedDocuments } from '../../apps/api/src/demo/documents/seed-documents.js';
import { seedDemo } from '../../apps/api/src/demo/seed-demo.js';
import { DocumentValidator, operationsOf, readDocument } from '../support/api-document.js';
import { createTestUser, type TestUser } from '../support/access.js';
import { type ExchangeApp, startExchange } from '../support/exchange.js';
import { invoiceXml } from '../support/invoice-files.js';

// The answers of the whole application on the books of the demonstration, held against the schemas of the description.

const document = readDocument();
const validator = new DocumentValidator(document);
const reading = operationsOf(document).filter(
  ({ method, operation }) => method === 'get' && operation.responses['200']?.content?.['application/json'],
);

let app: ExchangeApp;
let administrator: TestUser;
let clientId: number;
/** What stands in addresses, taken from the books. */
const known: Record<string, string> = { statement: 'results' };

const ask = (method: string, url: string, user: TestUser, body?: object) =>
  app.app.inject({
    method: method as 'GET',
    url,
    headers: { ...user.headers, 'accept-language': 'en' },
    ...(body && { payload: body }),
  });

beforeAll(async () => {
  app = await startExchange();
  administrator = await createTestUser(app.db, { roles: [{ role: 'administrator', clientId: null }] });
  const centre = await seedDemo(app.db, { password: 'nur zum Ausprobieren 2026', clock: new Clock() });
  await seedDocuments(app.app, new Clock());
  clientId = centre.clients[0]!.id;
  const at = `/api/v1/clients/${clientId}`;
  const first = async (url: string): Promise<any> => (await ask('GET', url, app.lead)).json().items[0];
  const entry = await first(`${at}/journal-entries?account=1811`);
  const people = (await ask('GET', '/api/v1/centre/users', administrator)).json().items;
  const job = await app.importFile(clientId, { kind: 'journal', dryRun: true, fileName: 'leer.csv' }, 'nonsense\n');
  const created = async (url: string, body: object): Promise<any> => (await ask('POST', url, app.lead, body)).json();
  const sent = async (url: string, name: string, bytes: Buffer): Promise<any> =>
    (
      await app.app.inject({
        method: 'POST',
        url: `${url}?fileName=${name}`,
        headers: { ...app.lead.headers, 'content-type': 'application/octet-stream' },
        payload: bytes,
      })
    ).json();
  Object.assign(known, {
    documentId: (await sent(`${at}/documents`, 'r.xml', invoiceXml({ note: 'Bauhof' }))).id,
    batchId: (await created(`${at}/document-batches`, { name: 'Wochenende' })).id,
    intakeBatchId: (await created('/api/v1/centre/intake-batches', { name: 'Sammelpost' })).id,
    clearingItemId: (await sent('/api/v1/centre/intake', 'r.xml', invoiceXml({ number: 'R-2' }))).clearingItemId,
  });
  await sent(`${at}/document-batches/${known['batchId']}/files`, 'leer.xml', Buffer.alloc(0));
  await sent(`/api/v1/centre/intake-batches/${known['intakeBatchId']}/files`, 'r.xml', invoiceXml({ number: 'R-3' }));
  Object.assign(known, {
    clientId: String(clientId),
    year: String(entry.fiscalYear),
    entryId: entry.id,
    number: '1811',
    month: `${entry.fiscalYear}-01`,
    draftId: (await first(`${at}/drafts`)).id,
    userId: people.find((one: any) => one.roles.length > 0).id,
    jobId: job.id,
    partnerId: (await first(`${at}/partners`)).id,
    openItemId: (await first(`${at}/open-items`)).id,
    contractId: (await first(`${at}/contracts`)).id,
    // own invoices are the only ones whose address says just that
    id: (await first(`${at}/outgoing-invoices?state=issued`)).id,
  });
});
afterAll(() => app.close());

/** The address of an operation with what stands in the books. */
async function addressOf(path: string, query = ''): Promise<string> {
  const codes: Record<string, string> = { products: '111', 'cost-centres': '', statements: 'ER01' };
  if (path.includes('{code}') && path.includes('cost-centres')) {
    const list = await ask('GET', `/api/v1/clients/${clientId}/cost-centres?limit=1`, app.lead);
    codes['cost-centres'] = list.json().items[0].code;
  }
  if (path.includes('{code}') && path.includes('products')) {
    const list = await ask('GET', `/api/v1/clients/${clientId}/products?postable=true&limit=1`, app.lead);
    codes['products'] = list.json().items[0].code;
  }
  const kind = /\/([\w-]+)(?:\/\{statement\}\/lines)?\/\{code\}/.exec(path)?.[1];
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'code' ? codes[kind!] : known[name])!);
  return address.replace('cash-accounts/1811', 'cash-accounts/6012') + query;
}

const QUERIES: Record<string, string> = {
  '/vat-returns/{month}/lines': '?figure=81',
  '/search': '?q=steuer',
  '/centre/statements/{statement}': '?clientIds=1,2',
  '/journal-entries': '?limit=20',
  '/ledger': '?limit=20',
};

test.each(reading.map(({ path, operation }) => [path, operation] as const))(
  'GET %s answers what its schema says',
  async (path, operation) => {
    const query = Object.entries(QUERIES).find(([end]) => path.endsWith(end))?.[1];
    const url = await addressOf(path, query?.replace('1,2', String(clientId)));
    let answer = await ask('GET', url, app.lead);
    if (answer.statusCode === 403) answer = await ask('GET', url, administrator);
    expect([answer.statusCode, url]).toEqual([200, url]);
    expect(validator.errors(operation.responses['200']!.content!['application/json']!.schema!, answer.json())).toEqual(
      [],
    );
  },
);

const NEW = {
  bookingDate: '',
  text: 'Grundsteuer',
  lines: [
    { account: '1811', debit: '10.00', cashAccount: '6012' },
    { account: '4012', credit: '10.00', product: '' },
  ],
};

test('what is written answers what its schema says', async () => {
  const today = new Clock().today();
  const products = await ask('GET', `/api/v1/clients/${clientId}/products?postable=true&limit=1`, app.lead);
  const entry = {
    ...NEW,
    bookingDate: today,
    lines: NEW.lines.map((line) => ({ ...line, product: products.json().items[0].code })),
  };
  const write = async (path: string, body: object, status = 201): Promise<any> => {
    const answer = await ask('POST', await addressOf(path), app.lead, body);
    expect([path, answer.statusCode, answer.statusCode < 300 ? '' : answer.body]).toEqual([path, status, '']);
    const { responses } = document.paths[path]!['post']!;
    expect([
      path,
      ...validator.errors(responses[String(status)]!.content!['application/json']!.schema!, answer.json()),
    ]).toEqual([path]);
    return answer.json();
  };
  const at = '/api/v1/clients/{clientId}';
  await write(`${at}/journal-entries/trial`, entry, 200);
  const posted = await write(`${at}/journal-entries`, entry);
  known['entryId'] = posted.id;
  await write(`${at}/journal-entries/{entryId}/reversal`, { bookingDate: today, reason: 'doppelt erfasst' });
  const draft = await write(`${at}/drafts`, { entry });
  known['draftId'] = draft.id;
  await write(`${at}/drafts/{draftId}/posting`, { version: draft.version });
  await write(`${at}/entry-templates`, { name: 'Vorlage', entry });
  const { bookingDate: _date, ...standing } = entry;
  await write(`${at}/standing-entries`, { name: 'Dauerbuchung', entry: standing, rhythm: 'monthly', firstDate: today });
  await write(`${at}/seals`, {});
  await write(`${at}/proofs`, {});
});

test('refusals are problems with a known code', async () => {
  const problem = { $ref: '#/components/schemas/Problem' };
  const refused = [
    await ask('GET', `/api/v1/clients/${clientId}/drafts`, { headers: {} } as TestUser),
    await ask('GET', '/api/v1/clients/987654/drafts', app.lead),
    await ask('GET', '/api/v1/centre/users', app.lead),
    await ask('POST', `/api/v1/clients/${clientId}/journal-entries`, app.lead, { text: 1, lines: [{}] }),
    await ask('POST', `/api/v1/clients/${clientId}/journal-entries`, app.lead, { ...NEW, bookingDate: '1999-01-01' }),
    await ask('GET', `/api/v1/clients/${clientId}/accounts?limit=x`, app.lead),
  ];
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([401, 404, 403, 400, 422, 400]);
  for (const answer of refused) {
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(validator.errors(problem, answer.json())).toEqual([]);
  }
});

test('description and page are there for everybody; the page needs nothing from elsewhere', async () => {
  const nobody = { headers: {} } as TestUser;
  expect((await ask('GET', '/api/openapi.json', nobody)).json()).toMatchObject({ openapi: '3.1.0' });
  const page = await ask('GET', '/api/docs', nobody);
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page.body).not.toMatch(/<script|(src|href)="(https?:)?\/\//);
  for (const { operation } of operationsOf(document)) expect(page.body).toContain(`id="${operation.operationId}"`);
});
