import { createTestUser, type TestUser } from '../support/access.js';
import { newKey } from '../support/books.js';
import { confirmedAccount, newPartner, raiseAndPost, settle, testIban } from '../support/open-items.js';
import { type Answer, type Application, startApplication } from './application.js';

let api: Application;
let reader: TestUser;
beforeAll(async () => {
  api = await startApplication();
  reader = await createTestUser(api.db, { roles: [{ role: 'auditor', clientId: api.own }] });
});
afterAll(() => api.close());

const at = (path: string, client = api.own): string => `/clients/${client}${path}`;
const send = (method: string, path: string, body?: unknown, user = api.clerk, headers = {}): Promise<Answer> =>
  api.send(user, method, at(path), body, headers);
const get = async (path: string): Promise<any> => {
  const answer = await send('GET', path);
  expect([path, answer.status, answer.body?.detail]).toEqual([path, 200, undefined]);
  return answer.body;
};
const BUILDER = {
  kind: 'company',
  name: 'Bauunternehmung Größmann & Söhne GmbH',
  vatId: 'DE 999 888 777',
  taxNumber: '205/5801/4711',
  address: { street: 'Am Markt 3', postalCode: '50999', city: 'Ahlenbrück', validFrom: '2020-01-01' },
  bankAccount: { iban: testIban(1), source: 'Rechnung 2026-1' },
};
let ibans = 100;
const nextIban = (): string => testIban(++ibans);

describe('a partner', () => {
  it('begins with a number, an address and a proposed bank account; asked twice with one key it is one', async () => {
    const key = { 'idempotency-key': newKey() };
    const first = await send('POST', '/partners', BUILDER, api.clerk, key);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      number: 'P000001',
      name: BUILDER.name,
      address: { city: 'Ahlenbrück', country: 'DE', no: 1 },
      bankAccounts: [{ no: 1, iban: testIban(1), state: 'proposed', holder: BUILDER.name, sharedWith: [] }],
      history: [],
      liabilities: '0.00',
      claims: '0.00',
      version: 1,
    });
    const again = await send('POST', '/partners', BUILDER, api.clerk, key);
    expect(again.body).toEqual(first.body);
    expect(await get(`/partners/${first.body.id}`)).toEqual(first.body);
  });

  it('is found by words however typed, by number, VAT id, tax number and IBAN', async () => {
    for (const q of [
      'grossmann',
      'SOEHNE bau',
      'größmann söhne',
      'P000001',
      '1',
      'DE999888777',
      'de 999888777',
      '205 5801 4711',
      testIban(1),
    ]) {
      const { items } = await get(`/partners?q=${encodeURIComponent(q)}`);
      expect([q, items.map((item: any) => item.number)]).toEqual([q, ['P000001']]);
    }
    expect((await get('/partners?q=%25')).items).toEqual([]);
    expect((await get('/partners?q=anders')).items).toEqual([]);
  });

  it('keeps what it was called, and who changed it', async () => {
    const { body } = await send('POST', '/partners', { kind: 'person', name: 'Erika Beispiel' });
    const changed = await send('PATCH', `/partners/${body.id}`, {
      version: 1,
      name: 'Erika Muster',
      email: 'muster@example.org',
    });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Erika Muster', version: 2 } });
    expect(changed.body.history.map(({ field, before, after }: any) => [field, before, after])).toEqual(
      expect.arrayContaining([
        ['name', 'Erika Beispiel', 'Erika Muster'],
        ['email', null, 'muster@example.org'],
      ]),
    );
    expect((await get('/partners?q=muster')).items).toHaveLength(1);
    expect((await get('/partners?q=beispiel')).items).toEqual([]);
    expect(await send('PATCH', `/partners/${body.id}`, { version: 1, name: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'VersionConflict' },
    });
  });

  it('has the address that holds today, and keeps the others', async () => {
    const { body } = await send('POST', '/partners', BUILDER);
    const add = (city: string, validFrom: string) =>
      send('POST', `/partners/${body.id}/addresses`, { city, validFrom });
    expect((await add('Wedeltal', '2024-05-01')).status).toBe(201);
    expect((await add('Zukunft', '2199-01-01')).status).toBe(201);
    const partner = await get(`/partners/${body.id}`);
    expect(partner.address.city).toBe('Wedeltal');
    expect(partner.addresses.map((address: any) => address.city)).toEqual(['Zukunft', 'Wedeltal', 'Ahlenbrück']);
  });

  it('is refused with what cannot be', async () => {
    const refused = async (body: object): Promise<string[]> => {
      const answer = await send('POST', '/partners', body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      return (answer.body.errors ?? []).map((error: any) => error.pointer);
    };
    expect(await refused({})).toEqual(['/kind', '/name']);
    expect(await refused({ kind: 'company', name: 'a\u0000b' })).toEqual(['/name']);
    expect(await refused({ kind: 'company', name: 'x', wrong: 1 })).toEqual(['/wrong']);
    expect(await refused({ kind: 'company', name: 'x', bankAccount: { iban: 'DE1', source: 'Brief' } })).toEqual([
      '/iban',
    ]);
    expect(await refused({ kind: 'company', name: 'x', address: { city: 'y', validFrom: '2026-02-30' } })).toEqual([
      '/address/validFrom',
    ]);
    expect(await refused({ kind: 'person', name: 'x', userId: '99999999-9999-4999-8999-999999999999' })).toEqual([
      '/userId',
    ]);
    // Blanks are no text, and a list is no address.
    expect(await refused({ kind: 'company', name: ' ' })).toEqual(['/name']);
    expect(await refused({ kind: 'company', name: 'x', phone: '  1 ' })).toEqual(['/phone']);
    expect(await refused({ kind: 'company', name: 'x', address: { city: ' ', validFrom: '2026-01-01' } })).toEqual([
      '/address/city',
    ]);
    for (const list of [[], [[]], [{}]])
      for (const part of ['address', 'bankAccount'])
        expect(await refused({ kind: 'company', name: 'x', [part]: list })).toContainEqual(
          expect.stringMatching(`^/${part}`),
        );
    expect((await send('POST', '/partners', BUILDER, reader)).status).toBe(403);
    expect((await send('GET', '/partners', undefined, reader)).status).toBe(200);
  });
});

describe('a bank account', () => {
  it('is confirmed by a second person, never by the one who proposed it, and only once', async () => {
    const { body } = await send('POST', '/partners', { kind: 'company', name: 'Zweitkonto GmbH' });
    const iban = nextIban();
    const proposed = await send('POST', `/partners/${body.id}/bank-accounts`, { iban, source: 'Schreiben vom 3.3.' });
    expect(proposed).toMatchObject({ status: 201, body: { no: 1, state: 'proposed', iban } });
    const decide = (user: TestUser, confirm = true) =>
      send('POST', `/partners/${body.id}/bank-accounts/1/decision`, { confirm, note: 'Rückruf' }, user);
    expect(await decide(api.clerk)).toMatchObject({ status: 422, body: { code: 'SecondPersonNeeded' } });
    expect(await decide(api.second)).toMatchObject({ status: 200, body: { state: 'confirmed', note: 'Rückruf' } });
    expect(await decide(api.lead, false)).toMatchObject({ status: 409, body: { code: 'BankAccountDecided' } });
    expect(await send('POST', `/partners/${body.id}/bank-accounts`, { iban, source: 'noch einmal' })).toMatchObject({
      status: 409,
      body: { code: 'AlreadyExists' },
    });
    const ended = await send('POST', `/partners/${body.id}/bank-accounts/1/ending`, { note: 'aufgelöst' });
    expect(ended).toMatchObject({ status: 200, body: { state: 'ended' } });
    expect((await send('POST', `/partners/${body.id}/bank-accounts`, { iban, source: 'wieder da' })).body.no).toBe(2);
  });

  it('shared with another partner says so', async () => {
    const iban = nextIban();
    const [one, other] = await Promise.all(
      ['Eins', 'Zwei'].map((name) =>
        send('POST', '/partners', { kind: 'company', name, bankAccount: { iban, source: 'Rechnung' } }),
      ),
    );
    expect((await get(`/partners/${one!.body.id}`)).bankAccounts[0].sharedWith).toEqual([other!.body.number]);
  });

  it('of two who decide at once, one does', async () => {
    const { body } = await send('POST', '/partners', {
      kind: 'company',
      name: 'Gleichzeitig GmbH',
      bankAccount: { iban: nextIban(), source: 'Brief' },
    });
    const answers = await Promise.all(
      [api.second, api.lead, api.second, api.lead].map((user, index) =>
        send('POST', `/partners/${body.id}/bank-accounts/1/decision`, { confirm: index % 2 === 0 }, user),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
  });
});

describe('open items', () => {
  const inOwn = <T>(work: Parameters<typeof api.db.inClient<T>>[1]): Promise<T> => api.db.inClient(api.own, work);

  it('are listed with sums, filtered, as of a day, and turned over page by page', async () => {
    const { partner, items } = await inOwn(async (tx) => {
      const partner = await newPartner(tx, { name: 'Listenfirma GmbH' });
      const raised = [];
      for (const [index, dueOn] of ['2026-04-01', '2026-04-01', '2026-05-01'].entries()) {
        raised.push(
          await raiseAndPost(tx, {
            partnerId: partner.id,
            amount: -BigInt(10_000 * (index + 1)),
            dueOn,
            reference: `RE-${index}`,
            paymentBlock: index === 2 ? 'Mangel' : null,
          }),
        );
      }
      raised.push(await raiseAndPost(tx, { partnerId: partner.id, amount: 700n, kind: 'claim', dueOn: '2026-06-01' }));
      await settle(tx, { id: raised[0]!.id, account: '351101', balance: -10_000n }, 10_000n, '2026-04-02');
      return { partner, items: raised };
    });
    const all = await get(`/open-items?partner=${partner.id}`);
    expect(all.items.map((item: any) => [item.no, item.amount, item.open, item.kind])).toEqual([
      [items[1]!.no, '200.00', '200.00', 'liability'],
      [items[2]!.no, '300.00', '300.00', 'liability'],
      [items[3]!.no, '7.00', '7.00', 'claim'],
    ]);
    expect(all.totals).toEqual({ count: 3, liabilities: '500.00', claims: '7.00', blocked: '300.00' });
    const before = await get(`/open-items?partner=${partner.id}&asOf=2026-04-01`);
    expect(before.totals).toMatchObject({ count: 4, liabilities: '600.00' });
    expect((await get(`/open-items?partner=${partner.id}&asOf=2026-03-09`)).totals.count).toBe(0);
    expect((await get(`/open-items?partner=${partner.id}&state=settled`)).items.map((item: any) => item.state)).toEqual(
      ['settled'],
    );
    expect((await get(`/open-items?partner=${partner.id}&blocked=true`)).items).toHaveLength(1);
    expect((await get(`/open-items?partner=${partner.id}&dueUntil=2026-04-30`)).items).toHaveLength(1);
    expect((await get(`/open-items?q=RE-1`)).items).toHaveLength(1);
    const first = await get(`/open-items?partner=${partner.id}&limit=2`);
    const rest = await get(`/open-items?partner=${partner.id}&limit=2&after=${first.next}`);
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(rest.next).toBeNull();
    const csv = await send('GET', `/open-items?partner=${partner.id}&format=csv`);
    expect(csv.text.split('\r\n')).toHaveLength(5);
    expect(csv.text).toContain('Listenfirma GmbH');

    const statement = await get(`/partners/${partner.id}/account-statement`);
    expect(statement).toMatchObject({ opening: '0.00', closing: '-493.00', omitted: 0 });
    expect(statement.items).toHaveLength(5);
    expect(statement.openItems).toEqual(all.items);
    const later = await get(`/partners/${partner.id}/account-statement?from=2026-04-01&asOf=2026-04-30`);
    expect(later).toMatchObject({ opening: '-593.00', closing: '-493.00' });
    expect((await get(`/partners/${partner.id}`)).liabilities).toBe('500.00');
    expect((await get(`/partners?q=Listenfirma`)).items[0].balance).toBe('-493.00');
  });

  it('are changed while they are open, with what they were before', async () => {
    const { item, no } = await inOwn(async (tx) => {
      const partner = await newPartner(tx);
      const no = await confirmedAccount(tx, partner.id, ++ibans);
      return { no, item: await raiseAndPost(tx, { partnerId: partner.id, amount: -5_000n }) };
    });
    const change = (body: object, user = api.clerk) => send('PATCH', `/open-items/${item.id}`, body, user);
    expect(await change({ version: 1, paymentBlock: 'Mangel gerügt' })).toMatchObject({
      status: 200,
      body: { paymentBlock: 'Mangel gerügt', version: 2 },
    });
    expect(await change({ version: 1, dueOn: '2026-05-05' })).toMatchObject({ status: 409 });
    const changed = await change({ version: 2, paymentBlock: null, dueOn: '2026-05-05', bankAccountNo: no });
    expect(changed.body).toMatchObject({ paymentBlock: null, dueOn: '2026-05-05', bankAccountNo: no });
    expect(changed.body.iban).toMatch(/^DE/);
    expect(changed.body.history.map((one: any) => one.field)).toEqual(
      expect.arrayContaining(['payment_block', 'due_on', 'iban']),
    );
    expect(await change({ version: 3, bankAccountNo: 99 })).toMatchObject({
      status: 422,
      body: { code: 'BankAccountNotConfirmed' },
    });
    for (const discount of [
      { discountAmount: '50.00', discountOn: '2026-04-01' },
      { discountAmount: '1.00', discountOn: '2026-05-06' },
    ])
      expect(await change({ version: 3, ...discount })).toMatchObject({
        status: 422,
        body: { code: 'DiscountIncomplete' },
      });
    expect((await change({ version: 3, dueOn: '2026-05-06' }, reader)).status).toBe(403);
    expect(changed.body.movements).toMatchObject([{ what: 'raised', credit: '50.00', entryId: item.entryId }]);
  });

  it('a credit note is offset against an invoice without cash, up to what is left', async () => {
    const { invoice, credit, other } = await inOwn(async (tx) => {
      const partner = await newPartner(tx);
      const raise = (amount: bigint, reference: string, partnerId = partner.id) =>
        raiseAndPost(tx, { partnerId, amount, reference });
      return {
        invoice: await raise(-10_000n, 'RE-9'),
        credit: await raise(3_000n, 'GS-1'),
        other: await raise(-100n, 'RE-X', (await newPartner(tx)).id),
      };
    });
    const offset = (body: object, user = api.clerk, headers = {}) =>
      send('POST', '/open-items/offsets', { bookingDate: '2026-03-20', ...body }, user, headers);
    const both = { liability: invoice.id, credit: credit.id };
    expect(await offset({ ...both, amount: '30.01' })).toMatchObject({ status: 422, body: { code: 'OffsetTooLarge' } });
    expect(await offset({ liability: other.id, credit: credit.id })).toMatchObject({ body: { code: 'OtherPartner' } });
    expect(await offset({ liability: invoice.id, credit: invoice.id })).toMatchObject({
      body: { code: 'NotOpposite' },
    });
    expect((await offset(both, reader)).status).toBe(403);
    const key = { 'idempotency-key': newKey() };
    const done = await offset({ ...both, amount: '10.00' }, api.clerk, key);
    expect(done).toMatchObject({
      status: 201,
      body: { amount: '10.00', liability: { open: '90.00' }, credit: { open: '-20.00' } },
    });
    expect((await offset({ ...both, amount: '10.00' }, api.clerk, key)).body).toEqual(done.body);
    const entry = await get(`/journal-entries/${done.body.entryId}`);
    expect(entry.lines.map((line: any) => [line.account, line.debit, line.credit, line.openItem])).toEqual([
      ['351101', '10.00', null, { id: invoice.id, no: invoice.no }],
      ['351101', null, '10.00', { id: credit.id, no: credit.no }],
    ]);
    expect((await get('/accounts/351101/ledger?fiscalYear=2026')).items.at(-1).openItem).toMatchObject({
      id: expect.any(String),
    });
    const capitals = { liability: invoice.id.toUpperCase(), credit: credit.id.toUpperCase() };
    expect((await offset(capitals)).body.credit).toMatchObject({ open: '0.00', state: 'settled' });
    expect(await offset(both)).toMatchObject({ status: 409, body: { code: 'NothingOpen' } });
    expect((await get(`/open-items/${credit.id}`)).movements.map((one: any) => one.what)).toEqual([
      'raised',
      'offset',
      'offset',
    ]);
  });

  it('go with the entry that raised them, but not once they are used', async () => {
    const { whole, used } = await inOwn(async (tx) => {
      const partner = await newPartner(tx);
      const whole = await raiseAndPost(tx, { partnerId: partner.id, amount: -2_000n });
      const used = await raiseAndPost(tx, { partnerId: partner.id, amount: -3_000n });
      await settle(tx, { id: used.id, account: '351101', balance: -3_000n }, 1n);
      return { whole, used };
    });
    const reverse = (entryId: string) =>
      send('POST', `/journal-entries/${entryId}/reversal`, { bookingDate: '2026-04-02', reason: 'falscher Betrag' });
    const done = await reverse(whole.entryId);
    expect(done).toMatchObject({ status: 201, body: { lines: [{ openItem: null }, { openItem: { no: whole.no } }] } });
    expect(await get(`/open-items/${whole.id}`)).toMatchObject({ open: '0.00', state: 'reversed' });
    const refused = await reverse(used.entryId);
    expect(refused).toMatchObject({ status: 409, body: { code: 'OpenItemInUse' } });
    expect(refused.body.detail).toContain(String(used.no));
  });

  it('make up their control accounts, and a line without an item is refused there', async () => {
    const { items } = await get('/open-items/reconciliation');
    expect(items.map((row: any) => [row.account, row.difference])).toEqual(
      ['165901', '171101', '171201', '351101', '351201', '351301'].map((account) => [account, '0.00']),
    );
    const balance = await get('/trial-balance?fiscalYear=2026');
    for (const row of balance.items.filter((one: any) => items.some((item: any) => item.account === one.account)))
      expect(items.find((item: any) => item.account === row.account).items).toBe(row.closing);
    const post = (openItem: unknown) =>
      send('POST', '/journal-entries', {
        bookingDate: '2026-03-01',
        text: 'von Hand',
        lines: [
          { account: '5241', product: '111', debit: '1.00' },
          { account: '351101', credit: '1.00', ...(openItem !== undefined && { openItem }) },
        ],
      });
    expect(await post(undefined)).toMatchObject({
      status: 422,
      body: { code: 'ControlAccountNeedsItem', errors: [{ pointer: '/lines/1/openItem' }] },
    });
    expect(await post('RE-1')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/lines/1/openItem' }] } });
    expect(await post('99999999-9999-4999-8999-999999999999')).toMatchObject({
      status: 422,
      body: { code: 'OpenItemUnknown' },
    });
  });
});

describe('hostile searches', () => {
  it.each(['%00', '%ED%A0%80', "'; drop table partner; --", '%25%5C_', '\\', '🏦'.repeat(30), '%E2%80%8B', '-', '='])(
    'q=%s is answered, by partners and by open items',
    async (q) => {
      for (const list of ['/partners', '/open-items']) {
        const answer = await send('GET', `${list}?q=${q.startsWith('%') ? q : encodeURIComponent(q)}`);
        expect([list, answer.status < 500]).toEqual([list, true]);
      }
    },
  );

  it.each([
    '/partners?limit=0',
    '/partners?limit=501',
    '/partners?after=1',
    '/partners?active=ja',
    '/partners?kind=x',
    '/open-items?after=x',
    '/open-items?after=2026-13-45.1',
    '/open-items?asOf=2026-02-30',
    '/open-items?partner=1',
    '/open-items?state=weg',
    '/open-items?wrong=1',
  ])('%s is refused as such', async (path) => {
    expect([path, (await send('GET', path)).status]).toEqual([path, 400]);
  });

  it('addresses that cannot be are not found', async () => {
    for (const path of ['/partners/1', '/partners/x%00', '/open-items/1', '/partners/1/account-statement'])
      expect([path, (await send('GET', path)).status]).toEqual([path, 404]);
    const { body } = await send('POST', '/partners', { kind: 'company', name: 'Ohne Konto' });
    for (const no of ['0', '1', '-1', 'x', '99999999999'])
      expect((await send('POST', `/partners/${body.id}/bank-accounts/${no}/decision`, { confirm: true })).status).toBe(
        404,
      );
  });
});

describe('own matters', () => {
  it('are declared for oneself by anybody, for others by who keeps partners, and ended by another', async () => {
    const { body: partner } = await send('POST', '/partners', { kind: 'company', name: 'Schwager GmbH' });
    const matter = (user: TestUser) => ({ person: user.id, partnerId: partner.id, kind: 'relative' });
    const declare = (about: TestUser, by: TestUser) => send('POST', '/own-matters', matter(about), by);
    expect(await declare(api.clerk, reader)).toMatchObject({ status: 403 });
    expect(await declare(reader, reader)).toMatchObject({ status: 201, body: { kind: 'relative', endedAt: null } });
    expect((await declare(api.clerk, api.second)).status).toBe(201);
    const end = (by: TestUser) =>
      send(
        'POST',
        '/own-matters/ending',
        { person: api.clerk.id.toUpperCase(), partnerId: partner.id.toUpperCase() },
        by,
      );
    expect(await end(api.clerk)).toMatchObject({ status: 403, body: { code: 'OwnMatter' } });
    expect(await end(api.second)).toMatchObject({ status: 200, body: { endedBy: expect.any(String) } });
    const { items } = await get('/own-matters');
    expect(items.filter((item: any) => item.partner.id === partner.id)).toHaveLength(2);
  });
});

describe('a partner who is a person of the centre', () => {
  it('decides on no bank account of their own, nor on that of somebody close', async () => {
    for (const [own, wish] of [
      [true, { kind: 'person', name: 'Cora', userId: api.second.id }],
      [false, { kind: 'company', name: 'Schwager KG' }],
    ] as const) {
      const { body: partner } = await send('POST', '/partners', {
        ...wish,
        bankAccount: { iban: testIban(own ? 901 : 902), source: 'Brief' },
      });
      if (!own)
        await send(
          'POST',
          '/own-matters',
          { person: api.second.id, partnerId: partner.id, kind: 'relative' },
          api.second,
        );
      for (const confirm of [true, false])
        expect(
          await send('POST', `/partners/${partner.id}/bank-accounts/1/decision`, { confirm, note: 'gut' }, api.second),
        ).toMatchObject({ status: 403, body: { code: 'OwnBankAccount' } });
    }
  });

  it('is freed from being that by somebody else only', async () => {
    const { body: partner } = await send('POST', '/partners', { kind: 'person', name: 'Cora', userId: api.clerk.id });
    const change = (userId: string | null, by: TestUser) =>
      send('PATCH', `/partners/${partner.id}`, { version: 1, userId }, by);
    for (const userId of [null, reader.id])
      expect(await change(userId, api.clerk)).toMatchObject({ status: 403, body: { code: 'OwnPersonStays' } });
    await expect(
      api.db.inClient(api.own, (tx) =>
        tx.query('update partner set user_id = null, changed_by = $2 where id = $1', [partner.id, api.clerk.id]),
      ),
    ).rejects.toMatchObject({ constraint: 'partner_own_person' });
    expect(await change(api.clerk.id.toUpperCase(), api.clerk)).toMatchObject({ status: 200 });
    expect(await send('PATCH', `/partners/${partner.id}`, { version: 2, userId: null }, api.second)).toMatchObject({
      status: 200,
      body: { userId: null },
    });
  });
});

describe('another client’s ids', () => {
  it('are not found under one’s own, and one’s own not by a stranger', async () => {
    const { partner, item } = await api.db.inClient(api.own, async (tx) => {
      const partner = await newPartner(tx);
      await confirmedAccount(tx, partner.id, ++ibans);
      return { partner, item: await raiseAndPost(tx, { partnerId: partner.id, amount: -100n }) };
    });
    const credit = await api.db.inClient(api.foreign, async (tx) => {
      const own = await newPartner(tx);
      return raiseAndPost(tx, { partnerId: own.id, amount: 100n });
    });
    const address = { city: 'x', validFrom: '2026-01-01' };
    const routes: [string, string, unknown?][] = [
      ['GET', `/partners/${partner.id}`],
      ['PATCH', `/partners/${partner.id}`, { version: 1, name: 'gestohlen' }],
      ['POST', `/partners/${partner.id}/addresses`, address],
      ['POST', `/partners/${partner.id}/bank-accounts`, { iban: nextIban(), source: 'Brief' }],
      ['POST', `/partners/${partner.id}/bank-accounts/1/decision`, { confirm: true }],
      ['POST', `/partners/${partner.id}/bank-accounts/1/ending`, { note: 'weg damit' }],
      ['GET', `/partners/${partner.id}/account-statement`],
      ['GET', `/open-items/${item.id}`],
      ['PATCH', `/open-items/${item.id}`, { version: 1, dueOn: '2026-01-01' }],
      ['POST', '/open-items/offsets', { liability: item.id, credit: credit.id, bookingDate: '2026-03-01' }],
      ['POST', '/own-matters', { person: api.stranger.id, partnerId: partner.id, kind: 'self' }],
      ['POST', '/own-matters/ending', { person: api.clerk.id, partnerId: partner.id }],
    ];
    const before = await get(`/open-items/${item.id}`);
    for (const [method, path, body] of routes) {
      // The id of one client under the address of the other, by somebody who has every right there.
      const answer = await api.send(api.stranger, method, at(path, api.foreign), body);
      expect([method, path, answer.status]).toEqual([method, path, 404]);
      // And the client itself, by somebody who has none.
      const closed = await api.send(api.stranger, method, at(path), body);
      expect([method, path, closed.status]).toEqual([method, path, 404]);
    }
    for (const path of ['/partners', '/open-items', '/open-items/reconciliation', '/own-matters'])
      expect((await api.send(api.stranger, 'GET', at(path))).status).toBe(404);
    const list = await api.send(api.stranger, 'GET', at(`/open-items?partner=${partner.id}`, api.foreign));
    expect([list.status, list.body.items]).toEqual([200, []]);
    expect(await get(`/open-items/${item.id}`)).toEqual(before);
  });
});
