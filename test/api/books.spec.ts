import { createHash } from 'node:crypto';
import { PostingQueue, proveLedger } from '@lib/ledger';
import { entry, newKey, toPost } from '../support/books.js';
import { type Answer, type Application, startApplication } from './application.js';

let api: Application;
beforeAll(async () => (api = await startApplication()));
afterAll(() => api.close());

const TAX = '1811/6012 S 100.00, 4012 H 100.00';
const at = (path: string, client = api.own): string => `/clients/${client}${path}`;
const post = (body: unknown, headers: Record<string, string> = {}, user = api.clerk): Promise<Answer> =>
  api.send(user, 'POST', at('/journal-entries'), body, headers);
const get = async (path: string, user = api.clerk): Promise<any> => (await api.send(user, 'GET', at(path))).body;

describe('an entry', () => {
  it('repeated with its key answers the first answer, with another body it is refused', async () => {
    const key = { 'idempotency-key': newKey() };
    const first = await post(entry('2026-03-01', TAX), key);
    const again = await post(entry('2026-03-01', TAX), key);
    expect(first.status).toBe(201);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(await post(entry('2026-03-02', TAX), key)).toMatchObject({ status: 409, body: { code: 'KeyReused' } });
    expect(await post(entry('2026-03-01', TAX), { 'idempotency-key': 'ä' })).toMatchObject({ status: 400 });
  });

  it('twenty times at once with one key is one entry', async () => {
    const key = { 'idempotency-key': newKey() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(entry('2026-03-01', TAX), key)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(201));
  });

  it('above somebody’s limit is refused; the limit itself is not', async () => {
    const of = (euros: string): Record<string, unknown> => entry('2026-03-01', `1811/6012 S ${euros}, 4012 H ${euros}`);
    expect((await post(of('1000.00'), {}, api.second)).status).toBe(201);
    const above = await post(of('1000.01'), {}, api.second);
    expect([above.status, above.body.code]).toEqual([422, 'AmountLimitExceeded']);
    const large = await post(of('5000.00'));
    const reversal = { bookingDate: '2026-03-02', reason: 'zu hoch' };
    const taken = (user = api.second) =>
      api.send(user, 'POST', at(`/journal-entries/${large.body.id}/reversal`), reversal);
    expect(await taken()).toMatchObject({ status: 422, body: { code: 'AmountLimitExceeded' } });
    expect((await taken(api.clerk)).status).toBe(201);
  });

  it('is taken back once, with a reason that can be sealed', async () => {
    const { body } = await post(entry('2026-03-01', TAX, { text: 'x'.repeat(479) + '🏦🏦🏦🏦🏦🏦🏦🏦🏦🏦' }));
    const reverse = (reason: string, headers = {}) =>
      api.send(
        api.clerk,
        'POST',
        at(`/journal-entries/${body.id}/reversal`),
        { bookingDate: '2026-04-01', reason },
        headers,
      );
    expect(await reverse('a\u001fb')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } });
    const key = { 'idempotency-key': newKey() };
    const first = await reverse('doppelt erfasst', key);
    expect(first).toMatchObject({
      status: 201,
      body: { kind: 'reversal', reverses: body.id, reason: 'doppelt erfasst' },
    });
    expect((await reverse('doppelt erfasst', key)).body).toEqual(first.body);
    expect(await reverse('noch einmal')).toMatchObject({ status: 409, body: { code: 'AlreadyReversed' } });
    const stored = await get(`/journal-entries/${first.body.id}`);
    expect(stored.text).toBe(first.body.text);
    expect((await get(`/journal-entries/${body.id}`)).reversedBy).toBe(first.body.id);
  });

  it('shows in a trial exactly what posting it then changes, and the trial writes nothing', async () => {
    const body = entry('2026-06-01', '1811/6012 S 70.00, 1821/6411 S 30.00, 4012 H 60.00, 4411 H 30.00, 1632 H 10.00');
    const statements = async (): Promise<Map<string, bigint>> => {
      const amounts = new Map<string, bigint>();
      for (const name of ['results', 'cash-flows', 'balance-sheet']) {
        for (const line of (await get(`/statements/${name}?fiscalYear=2026`)).lines) {
          amounts.set(`${name} ${line.code}`, BigInt(line.actual.replace('.', '')));
        }
      }
      return amounts;
    };
    const before = await statements();
    const { body: trial } = await api.send(api.clerk, 'POST', at('/journal-entries/trial'), body);
    expect(trial).toMatchObject({ postable: true, errors: [] });
    expect(await statements()).toEqual(before);
    const posted = await post(body);
    expect(posted.body.entryNo).toBe(trial.nextEntryNo);
    const after = await statements();
    for (const effect of trial.statements) {
      const key = `${effect.statement} ${effect.code}`;
      expect([key, after.get(key)! - before.get(key)!]).toEqual([key, BigInt(effect.change.replace('.', ''))]);
    }
    for (const effect of trial.balances) {
      const ledger = await get(`/accounts/${effect.account}/ledger?fiscalYear=2026`);
      expect([effect.account, ledger.totals.closing]).toEqual([effect.account, effect.after]);
    }
  });
});

describe('two clerks', () => {
  const draft = async (): Promise<any> =>
    (await api.send(api.clerk, 'POST', at('/drafts'), { entry: entry('2026-03-01', TAX), note: 'bitte prüfen' })).body;
  const change = (id: string, version: number, user = api.second) =>
    api.send(user, 'PUT', at(`/drafts/${id}`), { version, entry: entry('2026-03-01', TAX), note: 'geändert' });
  const postDraft = (id: string, version: number, user = api.clerk) =>
    api.send(user, 'POST', at(`/drafts/${id}/posting`), { version });

  it('on one draft: the second is told who was faster', async () => {
    const { id, version } = await draft();
    expect((await change(id, version)).status).toBe(200);
    const late = await change(id, version, api.clerk);
    expect([late.status, late.body.code]).toEqual([409, 'VersionConflict']);
    expect((await postDraft(id, version)).body.code).toBe('VersionConflict');
    expect((await api.send(api.clerk, 'DELETE', at(`/drafts/${id}?version=${version}`))).status).toBe(409);
    expect((await postDraft(id, version + 1)).status).toBe(201);
    expect(await change(id, version + 1)).toMatchObject({ status: 409, body: { code: 'DraftGone' } });
  });

  it('posting one draft at once post it once', async () => {
    const { id, version } = await draft();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => postDraft(id, version, n % 2 ? api.clerk : api.second)),
    );
    const ids = new Set(answers.filter((answer) => answer.status === 201).map((answer) => answer.body.id));
    expect(ids.size).toBe(1);
    expect(answers.filter((answer) => answer.status !== 201).every((answer) => answer.body.code === 'DraftGone')).toBe(
      true,
    );
    expect((await postDraft(id, version)).body.id).toBe([...ids][0]);
    expect(
      (await get('/journal-entries?q=')).items.filter((one: any) => one.source === 'draft' && ids.has(one.id)),
    ).toHaveLength(1);
  });

  it('nobody takes the key under which a draft is posted', async () => {
    const { id, version } = await draft();
    expect(await post(entry('2026-03-01', TAX, { text: 'untergeschoben' }), { 'idempotency-key': id })).toMatchObject({
      status: 201,
    });
    expect((await postDraft(id, version)).body).toMatchObject({ text: 'Grundsteuer', source: 'draft' });
  });

  it('a draft that cannot be posted stays where it is', async () => {
    const made = (
      await api.send(api.clerk, 'POST', at('/drafts'), { entry: entry('2026-03-01', '1811 S 5.00, 4012 H 4.00') })
    ).body;
    expect((await postDraft(made.id, made.version)).status).toBe(422);
    expect(await get(`/drafts/${made.id}`)).toMatchObject({ version: made.version });
    const large = (
      await api.send(api.clerk, 'POST', at('/drafts'), {
        entry: entry('2026-03-01', '1811/6012 S 9999.00, 4012 H 9999.00'),
      })
    ).body;
    expect((await postDraft(large.id, large.version, api.second)).body.code).toBe('AmountLimitExceeded');
  });

  it.each([
    ['drafts', () => ({ entry: entry('2026-03-01', TAX) })],
    ['entry-templates', () => ({ name: 'Grundsteuer', entry: entry('2026-03-01', TAX) })],
    [
      'standing-entries',
      () => ({
        name: 'Miete',
        rhythm: 'monthly',
        firstDate: '2099-01-31',
        entry: { text: 'Miete', lines: entry('2026-03-01', TAX)['lines'] },
      }),
    ],
  ])('%s created twice with one key are created once', async (path, body) => {
    const key = { 'idempotency-key': newKey() };
    const create = (more = {}) => api.send(api.clerk, 'POST', at(`/${path}`), { ...body(), ...more }, key);
    const first = await create();
    const again = await create();
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect((await get(`/${path}`)).items.filter((one: any) => one.id === first.body.id)).toHaveLength(1);
    expect(
      await create({ name: 'anders', note: undefined, ...(path === 'drafts' && { name: undefined, note: 'anders' }) }),
    ).toMatchObject({ status: 409, body: { code: 'KeyReused' } });
  });

  it('an accrual names its own fields when the books refuse it', async () => {
    const accrual = {
      text: 'Versicherung',
      amount: '1000.00',
      product: '611',
      expenseAccount: '5241',
      accrualAccount: '1911',
      serviceFrom: '2026-10-01',
      serviceTo: '2027-09-30',
      bookingDate: '2099-12-31',
    };
    const refusedAt = async (change: object): Promise<string[]> =>
      ((await api.send(api.clerk, 'POST', at('/accruals'), { ...accrual, ...change })).body.errors ?? []).map(
        (one: any) => `${one.pointer} ${one.rule}`,
      );
    const dates = { serviceFrom: '2026-10-01', serviceTo: '2027-09-30', bookingDate: '2026-12-31' };
    expect(await refusedAt({ ...dates, expenseAccount: '5999999' })).toEqual(['/expenseAccount AccountUnknown']);
    expect(await refusedAt({ ...dates, accrualAccount: '1999' })).toEqual(['/accrualAccount AccountUnknown']);
    expect(await refusedAt({ ...dates, product: '999' })).toEqual(['/product ProductUnknown']);
    expect(await refusedAt({ ...dates, serviceTo: '2026-01-01' })).toEqual(['/serviceTo EndsBeforeItBegins']);
    expect(await refusedAt({})).toEqual(['/serviceTo NothingToDefer']);
  });
});

describe('lists', () => {
  it('a page that is turned while others post shows every entry of the beginning once, newest first', async () => {
    for (let n = 0; n < 12; n++) await post(entry('2026-07-01', TAX, { text: `Seite ${n}` }));
    const all = (await get('/journal-entries?q=Seite&limit=100')).items.map((one: any) => one.id);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await get(`/journal-entries?q=Seite&limit=5${next && `&after=${next}`}`);
      seen.push(...page.items.map((one: any) => one.id));
      next = page.next;
      await Promise.all([1, 2, 3].map(() => post(entry('2026-07-01', TAX, { text: 'Seite dazwischen' }))));
    }
    expect(seen).toEqual(all);
  });

  it('a ledger account turned page by page keeps its running balance, whatever is posted before its date meanwhile', async () => {
    for (let n = 1; n <= 9; n++) await post(entry(`2026-08-0${n}`, `1831/6012 S ${n}.00, 4012 H ${n}.00`));
    const opening = { kind: 'opening', correction: 'Festgeld war nicht eröffnet' };
    const opened = await api.send(
      api.lead,
      'POST',
      at('/journal-entries'),
      entry('2026-01-01', '1831 S 500.00, 2011 H 500.00', opening),
    );
    expect(opened.status).toBe(201);
    const whole = await get('/accounts/1831/ledger?fiscalYear=2026&limit=100');
    const later = await get('/accounts/1831/ledger?fiscalYear=2026&from=2026-08-05&limit=100');
    expect([whole.opening, whole.totals.closing, whole.items.at(-1).balance]).toEqual(['500.00', '545.00', '545.00']);
    expect([later.opening, later.totals.closing, later.items.at(-1).balance]).toEqual(['510.00', '545.00', '545.00']);
    const seen: any[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: any = await get(`/accounts/1831/ledger?fiscalYear=2026&limit=4${next && `&after=${next}`}`);
      seen.push(...page.items);
      next = page.next;
      await post(entry('2026-08-09', '1831/6012 S 1000.00, 4012 H 1000.00'));
    }
    expect(seen).toEqual(whole.items);
  });

  it('the journal as a spreadsheet runs no formula and keeps its columns', async () => {
    const texts = ['=HYPERLINK("http://evil")', '+1+1', '-2+3', '@SUM(A1)', '\u2212 minus', 'Müller; "Söhne"', ';=1+1'];
    for (const text of texts) await post(entry('2026-10-01', TAX, { text, reference: text.slice(0, 20) }));
    const answer = await api.send(
      api.clerk,
      'GET',
      at('/journal-entries?format=csv&from=2026-10-01&to=2026-10-31&order=asc'),
    );
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.text.startsWith('\ufeffBuchung;')).toBe(true);
    const cells = answer.text
      .split('\r\n')
      .slice(1, -1)
      .map((line) =>
        line.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')),
      );
    expect(cells).toHaveLength(texts.length * 2);
    expect(new Set(cells.map((row) => row.length))).toEqual(new Set([13]));
    expect(cells.filter((_, n) => n % 2 === 0).map((row) => row[12])).toEqual([
      '\'=HYPERLINK("http://evil")',
      "'+1+1",
      "'-2+3",
      "'@SUM(A1)",
      ...texts.slice(4),
    ]);
    expect(cells.flat().filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
    expect(cells[0]!.slice(10, 12)).toEqual(['100,00', '']);
  });

  it('as known on an instant show neither later entries nor later reversals', async () => {
    const { body } = await post(entry('2026-11-01', TAX, { text: 'Wissensstand' }));
    const known = encodeURIComponent(body.recordedAt);
    await api.send(api.clerk, 'POST', at(`/journal-entries/${body.id}/reversal`), {
      bookingDate: '2026-11-02',
      reason: 'später',
    });
    const [then] = (await get(`/journal-entries?q=Wissensstand&knownOn=${known}`)).items;
    const now = (await get(`/journal-entries?q=Wissensstand`)).items;
    expect([then.id, then.reversedBy]).toEqual([body.id, null]);
    expect(now).toHaveLength(2);
    expect(now[1].reversedBy).toBe(now[0].id);
  });
});

describe('another client’s books', () => {
  it('are not found, by no route that names a client, and the answer does not tell whether they exist', async () => {
    const { body: document } = await api.send(api.clerk, 'GET', '/api/openapi.json');
    const routes = Object.entries(document.paths as Record<string, Record<string, { 'x-access'?: { kind: string } }>>)
      .flatMap(([path, operations]) =>
        Object.entries(operations).map(([method, operation]) => ({ path, method, access: operation['x-access'] })),
      )
      .filter(({ path }) => path.includes('{clientId}'));
    expect(routes.length).toBeGreaterThan(40);
    const known: Record<string, string> = {
      entryId: '2026-1',
      year: '2026',
      period: '3',
      number: '1811',
      code: '111',
      statement: 'results',
      lineNo: '1',
    };
    const ask = async (clientId: number): Promise<string[]> => {
      const answers: string[] = [];
      for (const { path, method } of routes) {
        const url = path
          .replace(/^\/api\/v1/, '')
          .replace('{clientId}', String(clientId))
          .replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '00000000-0000-4000-8000-000000000000');
        const body = ['post', 'put', 'patch'].includes(method) ? {} : undefined;
        const answer = await api.send(api.stranger, method.toUpperCase(), url, body);
        answers.push(`${method} ${path}: ${answer.status} ${answer.body?.code ?? answer.text.slice(0, 50)}`);
      }
      return answers;
    };
    // What takes a permission of the whole centre is forbidden alike whether the client exists or not.
    const wanted = routes.map(
      ({ method, path, access }) =>
        `${method} ${path}: ${access?.kind === 'centre' ? '403 Forbidden' : '404 NotFound'}`,
    );
    expect(await ask(api.own)).toEqual(wanted);
    expect(await ask(2_000_000)).toEqual(wanted);
  });

  it('an id of another client is not found under one’s own', async () => {
    const draft = (await api.send(api.clerk, 'POST', at('/drafts'), { entry: {} })).body;
    const before = createHash('sha256')
      .update(JSON.stringify(await get(`/drafts/${draft.id}`)))
      .digest('hex');
    for (const [method, path, body] of [
      ['GET', `/drafts/${draft.id}`, undefined],
      ['POST', '/journal-entries/2026-1/reversal', { bookingDate: '2026-03-01', reason: 'fremd' }],
      ['GET', '/journal-entries/2026-1', undefined],
    ] as const) {
      expect((await api.send(api.stranger, method, at(path, api.foreign), body)).status).toBe(404);
    }
    expect(
      (await api.send(api.stranger, 'PUT', at(`/drafts/${draft.id}`, api.foreign), { version: 1, entry: {} })).status,
    ).toBe(409);
    expect(
      (await api.send(api.stranger, 'POST', at(`/drafts/${draft.id}/posting`, api.foreign), { version: 1 })).status,
    ).toBe(409);
    expect(
      createHash('sha256')
        .update(JSON.stringify(await get(`/drafts/${draft.id}`)))
        .digest('hex'),
    ).toBe(before);
  });
});

it('when the application stops, everything it accepted is durable', async () => {
  const other = await startApplication();
  const queue = other.app.get(PostingQueue);
  const accepted = Array.from({ length: 300 }, () => queue.post(toPost(other.own, entry('2026-03-01', TAX))));
  const asked = Array.from({ length: 20 }, () =>
    other.send(other.clerk, 'POST', `/clients/${other.own}/journal-entries`, entry('2026-03-01', TAX)),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  await other.app.close();
  const posted = await Promise.all(accepted);
  const answers = (await Promise.allSettled(asked)).filter(
    (one) => one.status === 'fulfilled' && one.value.status === 201,
  ).length;
  expect(posted.every((answer) => answer.outcome === 'Posted')).toBe(true);
  const again = await startApplicationOn(other);
  const proof = await again(other.own);
  expect(proof.ok).toBe(true);
  expect(proof.entries).toBeGreaterThanOrEqual(300 + answers);
  await other.database.drop();
});

/** Looks into the books of an application that has ended. */
async function startApplicationOn(ended: Application) {
  const { dataSource, Database } = await import('@lib/database');
  const source = await dataSource(ended.database.appUrl, 2).initialize();
  return async (clientId: number) => {
    const proof = await new Database(source).inClient(clientId, proveLedger);
    await source.destroy();
    return proof;
  };
}
