import { createHash } from 'node:crypto';
import { readEInvoice } from '@lib/einvoice';
import { createTestUser, type TestUser } from '../support/access.js';
import { debtor, readyToInvoice, rent, service } from '../support/invoicing.js';
import { type Answer, type Application, startApplication } from './application.js';

let api: Application;
let orderer: TestUser;
let partner: string;
const year = new Date().getFullYear();

beforeAll(async () => {
  api = await startApplication();
  await readyToInvoice(api.db, api.own);
  orderer = await createTestUser(api.db, { roles: [{ role: 'budget-holder', clientId: api.own }] });
  partner = (await debtor(api.db, api.own)).id;
});
afterAll(() => api.close());

const at = (path = '', client = api.own): string => `/clients/${client}/outgoing-invoices${path}`;
const draft = async (body: unknown, user = api.clerk): Promise<any> => {
  const answer = await api.send(user, 'POST', at(), body);
  expect([answer.status, answer.status === 201 ? null : answer.text]).toEqual([201, null]);
  return answer.body;
};
const issue = (invoice: { id: string; version: number }, user = orderer, more = {}): Promise<Answer> =>
  api.send(user, 'POST', at(`/${invoice.id}/issue`), { version: invoice.version, ...more });
const issued = async (body: unknown): Promise<any> => {
  const answer = await issue(await draft(body));
  expect([answer.status, answer.status === 200 ? null : answer.text]).toEqual([200, null]);
  return answer.body;
};
const cancel = (invoice: { id: string; version: number }, user = orderer): Promise<Answer> =>
  api.send(user, 'POST', at(`/${invoice.id}/cancellation`), { version: invoice.version, reason: 'Saal war gesperrt' });
const entryOf = async (id: string): Promise<any> =>
  (await api.send(api.clerk, 'GET', `/clients/${api.own}/journal-entries/${id}`)).body;
const itemOf = async (id: string): Promise<any> =>
  (await api.send(api.clerk, 'GET', `/clients/${api.own}/open-items/${id}`)).body;

describe('an own invoice', () => {
  it('is drafted by one person and issued by another, with number, entry, claim and files', async () => {
    const one = await draft(rent(partner, { lines: [...(rent(partner)['lines'] as object[]), service('100.00')] }));
    expect(one).toMatchObject({
      state: 'draft',
      number: null,
      net: '950.00',
      tax: '19.00',
      gross: '969.00',
      missing: [],
    });
    const own = await issue(one, api.clerk);
    expect([own.status, own.body.code]).toEqual([422, 'FourEyes']);

    const { status, body } = await issue(one);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'issued',
      gross: '969.00',
      open: '969.00',
      issuedBy: orderer.userName,
      openItem: { open: '969.00' },
      files: [{ kind: 'pdf' }, { kind: 'ubl' }, { kind: 'cii' }],
    });
    expect(body.number).toMatch(new RegExp(`^AR-${year}-\\d{5}$`));
    const entry = await entryOf(body.entryId);
    expect(entry.lines.map((line: any) => [line.account, line.debit, line.credit])).toEqual([
      ['4411', null, '850.00'],
      ['4461', null, '100.00'],
      ['3712', null, '19.00'],
      ['171201', '969.00', null],
    ]);
    expect(entry).toMatchObject({ reference: body.number, source: 'outgoing-invoice' });
    const item = await itemOf(body.openItem.id);
    expect(item).toMatchObject({ kind: 'claim', reference: body.number, state: 'open' });
    expect(item.shares.map((share: any) => [share.cashAccount, share.amount])).toEqual([
      ['6411', '850.00'],
      ['6461', '100.00'],
      ['6592', '19.00'],
    ]);
  });

  it('sends its files for saving, as they were issued', async () => {
    const invoice = await issued(rent(partner));
    for (const [kind, path, type] of [
      ['ubl', 'xrechnung.xml', 'application/xml'],
      ['cii', 'cii.xml', 'application/xml'],
      ['pdf', 'invoice.pdf', 'application/pdf'],
    ] as const) {
      const answer = await api.send(api.clerk, 'GET', at(`/${invoice.id}/${path}`));
      expect(answer.status).toBe(200);
      expect(answer.headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' });
      expect(answer.headers['content-disposition']).toMatch(new RegExp(`^attachment; filename="${invoice.number}`));
      const { sha256 } = invoice.files.find((file: any) => file.kind === kind);
      expect(answer.headers['etag']).toBe(`"${sha256}"`);
      if (kind === 'pdf') continue;
      expect(createHash('sha256').update(answer.text).digest('hex')).toBe(sha256);
      const reading = readEInvoice(Buffer.from(answer.text));
      expect(reading).toMatchObject({ outcome: 'read', structure: [], invoice: { number: invoice.number } });
    }
  });

  it('names every field that is missing, and loses no number over it', async () => {
    const first = await issued(rent(partner));
    const office = await debtor(api.db, api.own, { kind: 'public-body', name: 'Kreis Beispielland', email: null });
    const one = await draft({
      ...rent(office.id, {
        serviceFrom: null,
        serviceTo: null,
        dueOn: '2026-01-05',
        corrects: null,
        kind: 'credit-note',
      }),
      lines: [
        service('10.00', { vat: { category: 'S', rate: '16' } }),
        { ...service('5.00'), vat: { category: 'O', rate: '0' } },
      ],
    });
    const pointers = [
      '/partnerId',
      '/buyerReference',
      '/serviceFrom',
      '/dueOn',
      '/corrects',
      '/lines',
      '/lines/0/vat/rate',
    ];
    expect(new Set(one.missing.map((entry: any) => entry.pointer))).toEqual(new Set(pointers));
    const refused = await issue(one);
    expect([refused.status, refused.body.code]).toEqual([422, 'InvoiceIncomplete']);
    expect(new Set(refused.body.errors.map((error: any) => error.pointer))).toEqual(new Set(pointers));
    expect(refused.body.errors.every((error: any) => error.message.length > 10)).toBe(true);

    const closed = await draft(rent(partner, { lines: [service('10.00', { account: '4999999' })] }));
    expect((await issue(closed)).status).toBe(422);
    const period = await issue(await draft(rent(partner)), orderer, { bookingDate: '2019-01-01' });
    expect(period).toMatchObject({ status: 422, body: { code: 'PeriodUnknown' } });
    const next = await issued(rent(partner));
    expect(Number(next.number.slice(-5))).toBe(Number(first.number.slice(-5)) + 1);
  });

  it('without the client’s own data says what to add', async () => {
    const bare = await debtor(api.db, api.foreign);
    const answer = await api.send(api.stranger, 'POST', at('', api.foreign), rent(bare.id));
    expect(answer.status).toBe(201);
    expect(answer.body.missing.map((entry: any) => entry.pointer)).toEqual([
      '/seller/address',
      '/seller/contact',
      '/seller/taxNumber',
      '/seller/officialKey',
      '/bankAccountId',
    ]);
  });

  it('what the ledger refuses about a line is shown at the line', async () => {
    const one = await draft(rent(partner, { lines: [service('1.00'), service('2.00', { product: '999.99' })] }));
    const answer = await issue(one);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/lines/1/product' })]);
  });

  it('as a draft may be changed and thrown away; issued it may not', async () => {
    const one = await draft(rent(partner));
    const put = (body: object) => api.send(api.clerk, 'PUT', at(`/${one.id}`), body);
    const changed = await put({ ...rent(partner, { closing: 'Danke.\nBis bald.' }), version: 1 });
    expect([changed.status, changed.body.version, changed.body.closing]).toEqual([200, 2, 'Danke.\nBis bald.']);
    expect(await put({ ...rent(partner), version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'VersionConflict' },
    });
    expect((await put({ ...rent(partner, { closing: 'a\u0007b' }), version: 2 })).status).toBe(400);
    const preview = await api.send(api.clerk, 'GET', at(`/${one.id}/preview.pdf`));
    expect([preview.status, preview.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    expect((await api.send(api.clerk, 'GET', at(`/${one.id}/invoice.pdf`))).status).toBe(404);
    expect((await api.send(api.clerk, 'DELETE', at(`/${one.id}?version=2`))).status).toBe(204);
    expect((await api.send(api.clerk, 'GET', at(`/${one.id}`))).status).toBe(404);

    const gone = await issued(rent(partner));
    const again = await api.send(api.clerk, 'PUT', at(`/${gone.id}`), { ...rent(partner), version: gone.version });
    expect([again.status, again.body.code]).toEqual([409, 'InvoiceIssued']);
    const away = await api.send(api.clerk, 'DELETE', at(`/${gone.id}?version=${gone.version}`));
    expect([away.status, away.body.code]).toEqual([409, 'InvoiceIssued']);
    expect((await issue(gone)).body.code).toBe('InvoiceIssued');
  });

  it('is issued within the limit of who orders, and not without the permission', async () => {
    const limited = await createTestUser(api.db, {
      roles: [{ role: 'budget-holder', clientId: api.own, amountLimit: 100_000n }],
    });
    const one = await draft(rent(partner, { lines: [service('1000.00')] }));
    expect((await issue(one, limited)).body.code).toBe('AmountLimitExceeded');
    const reader = await createTestUser(api.db, { roles: [{ role: 'auditor', clientId: api.own }] });
    expect((await issue(one, reader)).status).toBe(403);
    expect((await api.send(reader, 'POST', at(), rent(partner))).status).toBe(403);
    expect((await api.send(reader, 'GET', at(`/${one.id}`))).body).toMatchObject({ mayIssue: false });
    expect((await api.send(orderer, 'GET', at(`/${one.id}`))).body).toMatchObject({ mayIssue: true });
    expect((await api.send(api.clerk, 'GET', at(`/${one.id}`))).body).toMatchObject({ mayIssue: false });
  });

  it('of another client is not found, whatever is asked', async () => {
    const one = await draft(rent(partner));
    const elsewhere = (path: string, method = 'GET', body?: unknown) =>
      api.send(api.stranger, method, at(path, api.foreign), body);
    for (const path of ['', '/xrechnung.xml', '/cii.xml', '/invoice.pdf', '/preview.pdf'])
      expect((await elsewhere(`/${one.id}${path}`)).status).toBe(404);
    expect((await elsewhere(`/${one.id}/issue`, 'POST', { version: 1 })).status).toBe(404);
    expect((await elsewhere(`/${one.id}/cancellation`, 'POST', { version: 1, reason: 'weil es geht' })).status).toBe(
      404,
    );
    expect((await elsewhere(`/${one.id}?version=1`, 'DELETE')).status).toBe(404);
    expect((await elsewhere('', 'POST', rent(partner))).status).toBe(404);
  });

  it('repeated with its key answers the first answer', async () => {
    const one = await draft(rent(partner));
    const key = { 'idempotency-key': `issue-${one.id}` };
    const ask = () => api.send(orderer, 'POST', at(`/${one.id}/issue`), { version: 1 }, key);
    const [first, again] = [await ask(), await ask()];
    expect([again.status, again.body.number]).toEqual([200, first.body.number]);
  });

  it('is found by number, partner, state and entry', async () => {
    const invoice = await issued(rent(partner));
    const list = async (query: string) => (await api.send(api.clerk, 'GET', at(`?${query}`))).body.items;
    expect((await list(`q=${invoice.number}`)).map((row: any) => row.id)).toEqual([invoice.id]);
    expect((await list(`entry=${invoice.entryId}`)).map((row: any) => row.id)).toEqual([invoice.id]);
    expect((await list('state=draft')).every((row: any) => row.number === null)).toBe(true);
    const page = (await api.send(api.clerk, 'GET', at('?limit=1'))).body;
    const second = (await api.send(api.clerk, 'GET', at(`?limit=1&after=${encodeURIComponent(page.next)}`))).body;
    expect(second.items[0].id).not.toBe(page.items[0].id);
    expect((await api.send(api.clerk, 'GET', at('?after=1;drop'))).status).toBe(400);
  });
});

describe('taking back', () => {
  it('an unpaid invoice reverses its entry, and a credit note names it', async () => {
    const invoice = await issued(rent(partner, { lines: [service('100.00')] }));
    const answer = await cancel(invoice);
    expect([answer.status, answer.status === 201 ? null : answer.text]).toEqual([201, null]);
    const credit = answer.body;
    expect(credit).toMatchObject({
      kind: 'credit-note',
      state: 'issued',
      gross: '119.00',
      corrects: { id: invoice.id },
    });
    expect(credit.openItem).toBeNull();
    expect(await entryOf(credit.entryId)).toMatchObject({ kind: 'reversal', reverses: invoice.entryId });
    expect(await itemOf(invoice.openItem.id)).toMatchObject({ state: 'reversed' });
    const now = (await api.send(api.clerk, 'GET', at(`/${invoice.id}`))).body;
    expect(now).toMatchObject({ state: 'cancelled', cancelledBy: { number: credit.number } });
    const ubl = await api.send(api.clerk, 'GET', at(`/${credit.id}/xrechnung.xml`));
    const reading = readEInvoice(Buffer.from(ubl.text));
    expect(reading).toMatchObject({
      syntax: 'ubl-creditnote',
      invoice: { typeCode: '381', precedingInvoices: [{ number: invoice.number }] },
    });
    expect((await cancel(now)).body.code).toBe('InvoiceCancelled');
    expect((await cancel(credit)).body.code).toBe('CreditNoteStays');
    expect((await cancel(await draft(rent(partner)))).body.code).toBe('InvoiceNotIssued');
  });

  it('a partly paid invoice leaves what is to be paid back as an open item', async () => {
    const invoice = await issued(rent(partner, { lines: [service('100.00')] }));
    await pay(invoice.openItem.id, '171201', 5000n);
    const { status, body: credit } = await cancel(invoice);
    expect(status).toBe(201);
    expect(credit.openItem).toMatchObject({ open: '-50.00' });
    expect(await itemOf(invoice.openItem.id)).toMatchObject({ state: 'settled' });
  });

  it('a credit note in part is set against the claim, and then the whole cannot be taken back', async () => {
    const invoice = await issued(rent(partner, { lines: [service('100.00')] }));
    const credit = await issued(
      rent(partner, { kind: 'credit-note', corrects: invoice.id, lines: [service('10.00')] }),
    );
    expect(credit.openItem).toMatchObject({ open: '0.00' });
    const now = (await api.send(api.clerk, 'GET', at(`/${invoice.id}`))).body;
    expect(now.open).toBe('107.10');
    expect((await cancel(now)).body).toMatchObject({ code: 'InvoiceCorrected' });
    const more = await issued(rent(partner, { kind: 'correction', corrects: invoice.id, lines: [service('5.00')] }));
    expect(more).toMatchObject({ gross: '5.95', open: '5.95' });
  });
});

it('of credit notes at the same time no more is credited than was billed, and nothing of what was taken back', async () => {
  const invoice = await issued(rent(partner, { lines: [service('100.00')] }));
  const credit = (price: string, kind = 'credit-note') =>
    draft(rent(partner, { kind, corrects: invoice.id, lines: [service(price)] }));
  const drafts = await Promise.all(['60.00', '60.00', '60.00'].map((price) => credit(price)));
  const answers = await Promise.all(drafts.map((one) => issue(one)));
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422, 422]);
  expect(answers.find((answer) => answer.status === 422)!.body.errors).toMatchObject([
    { pointer: '/lines', rule: 'CreditTooLarge' },
  ]);
  // A correction upwards makes room, what is left can be credited to the cent.
  expect((await issue(await credit('20.00', 'correction'))).status).toBe(200);
  expect((await issue(await credit('60.01'))).status).toBe(422);
  expect((await issue(await credit('60.00'))).status).toBe(200);

  const other = await issued(rent(partner, { lines: [service('100.00')] }));
  expect((await cancel(other)).status).toBe(201);
  const late = await draft(rent(partner, { kind: 'credit-note', corrects: other.id, lines: [service('0.01')] }));
  expect(await issue(late)).toMatchObject({ status: 422, body: { errors: [{ rule: 'CreditTooLarge' }] } });
});

it('a line, a rate or a mandate is no list', async () => {
  for (const [pointer, wish] of [
    ['/lines', { lines: [[]] }],
    ['/mandate', { mandate: [] }],
    ['/lines/0/vat', { lines: [{ ...service('1.00'), vat: [] }] }],
  ] as const)
    expect(await api.send(api.clerk, 'POST', at(), rent(partner, { ...wish }))).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) },
    });
});

async function pay(item: string, account: string, cents: bigint): Promise<void> {
  const { settle } = await import('../support/open-items.js');
  const today = new Date().toISOString().slice(0, 10);
  await api.db.inClient(api.own, (tx) => settle(tx, { id: item, account, balance: cents }, cents, today));
}

it('twenty issues at once get consecutive numbers, and each draft one', async () => {
  const drafts = await Promise.all(Array.from({ length: 20 }, () => draft(rent(partner))));
  const twice = [...drafts, ...drafts.slice(0, 5)];
  const answers = await Promise.all(twice.map((one) => issue(one)));
  const good = answers.filter((answer) => answer.status === 200);
  expect(good).toHaveLength(20);
  const numbers = good.map((answer) => Number(answer.body.number.slice(-5))).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => numbers[0]! + index));
  const sums = (await api.send(api.clerk, 'GET', `/clients/${api.own}/open-items/reconciliation`)).body.items;
  expect(sums.every((row: any) => row.difference === '0.00')).toBe(true);
});
