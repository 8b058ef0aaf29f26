import { connect } from 'node:net';
import { PostingQueue } from '@lib/ledger';
import { entry, newKey } from '../support/books.js';
import { type Answer, type Application, startApplication } from './application.js';

let api: Application;
let entries: string;
beforeAll(async () => {
  api = await startApplication();
  entries = `/clients/${api.own}/journal-entries`;
});
afterAll(() => api.close());

const TAX = '1811/6012 S 100.00, 4012 H 100.00';
const post = (body: unknown, headers: Record<string, string> = {}, user = api.clerk): Promise<Answer> =>
  api.send(user, 'POST', entries, body, headers);
const count = async (): Promise<number> =>
  api.db.inClient(
    api.own,
    async (tx) => (await tx.query<{ n: number }>('select count(*)::int as n from journal_entry'))[0]!.n,
  );
/** `/lines/0/debit TooManyDecimals` … */
const refusals = (answer: Answer): string[] =>
  (answer.body.errors ?? []).map((error: { pointer: string; rule: string }) => `${error.pointer} ${error.rule}`);

describe('a refusal', () => {
  it('is a problem document in German, or in English when asked, that names field, rule and what to do', async () => {
    const german = await post(entry('2026-03-01', '1811/6012 S 100.00, 4012 H 99.00'));
    expect(german.status).toBe(422);
    expect(german.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': 'de',
      'cache-control': 'no-store',
    });
    expect(german.body).toEqual({
      type: 'https://finanzzentrum.example/problems/unbalanced',
      title: 'Soll und Haben sind ungleich',
      status: 422,
      detail: 'Soll 100.00 und Haben 99.00 unterscheiden sich um 1.00.',
      code: 'Unbalanced',
      instance: `/api/v1${entries}`,
      errors: [
        { pointer: '/lines', rule: 'Unbalanced', message: 'Soll 100.00 und Haben 99.00 unterscheiden sich um 1.00.' },
      ],
    });
    const english = await post(entry('2026-03-01', '1811/6012 S 100.00, 4012 H 99.00'), {
      'accept-language': 'en-GB,de;q=0.5',
    });
    expect(english.body.title).toBe('Debit and credit differ');
    expect(english.headers['content-language']).toBe('en');
  });

  const good = (): Record<string, unknown> => entry('2026-03-01', TAX);
  const lines = (change: object): unknown[] =>
    (good()['lines'] as object[]).map((line, n) => (n === 0 ? { ...line, ...change } : line));
  const CASES: [string, () => unknown, number, string[]][] = [
    ['nothing', () => ({}), 400, ['/bookingDate NotADate', '/text TextMissing', '/lines LinesMissing']],
    ['a list', () => [], 400, [' NotAnObject']],
    ['a text', () => '"Grundsteuer"', 400, [' NotAnObject']],
    ['null', () => 'null', 400, [' NotAnObject']],
    [
      'unknown properties',
      () => ({ ...good(), amount: 1, lines: lines({ konto: '4012' }) }),
      400,
      ['/amount UnknownField', '/lines/0/konto UnknownField'],
    ],
    ['an amount as a number', () => ({ ...good(), lines: lines({ debit: 100 }) }), 400, ['/lines/0/debit NotAnAmount']],
    [
      'an amount in exponents',
      () => ({ ...good(), lines: lines({ debit: '1e2' }) }),
      400,
      ['/lines/0/debit NotAnAmount'],
    ],
    ['a German amount', () => ({ ...good(), lines: lines({ debit: '100,00' }) }), 400, ['/lines/0/debit NotAnAmount']],
    [
      'three decimals',
      () => ({ ...good(), lines: lines({ debit: '100.001' }) }),
      400,
      ['/lines/0/debit TooManyDecimals'],
    ],
    [
      'an amount beyond the range',
      () => ({ ...good(), lines: lines({ debit: '100000000000.00' }) }),
      400,
      ['/lines/0/debit AmountOutOfRange'],
    ],
    [
      'a number of a thousand digits',
      () => ({ ...good(), lines: lines({ debit: '9'.repeat(1000) }) }),
      400,
      ['/lines/0/debit NotAnAmount'],
    ],
    [
      'a huge JSON number',
      () => `{"bookingDate":"2026-03-01","text":"x","fiscalYear":1e400,"period":${'9'.repeat(400)},"lines":[]}`,
      400,
      ['/fiscalYear NotAYear', '/period NotAPeriod'],
    ],
    [
      'debit and credit at once',
      () => ({ ...good(), lines: lines({ credit: '1.00' }) }),
      400,
      ['/lines/0 DebitOrCredit'],
    ],
    ['a date that is none', () => ({ ...good(), bookingDate: '2026-02-30' }), 400, ['/bookingDate NotADate']],
    [
      'a date outside the year named',
      () => ({ ...good(), bookingDate: '2027-03-01', fiscalYear: 2026 }),
      422,
      ['/bookingDate DateOutsidePeriod'],
    ],
    ['a kind that people cannot choose', () => ({ ...good(), kind: 'reversal' }), 400, ['/kind NotAnEntryKind']],
    ['a NUL', () => ({ ...good(), text: 'a\0b' }), 400, ['/text ControlCharacter']],
    [
      'a NUL in an account',
      () => ({ ...good(), lines: lines({ account: '1811\0' }) }),
      400,
      ['/lines/0/account NotAnAccountNumber'],
    ],
    [
      'half a character',
      () => `{"bookingDate":"2026-03-01","text":"a\\ud800","lines":[]}`,
      400,
      ['/text ControlCharacter'],
    ],
    ['a separator of the seal', () => ({ ...good(), text: 'a\u001fb' }), 400, ['/text ControlCharacter']],
    ['a text too long', () => ({ ...good(), text: 'x'.repeat(501) }), 400, ['/text TextTooLong']],
    [
      '2001 lines',
      () => ({ ...good(), lines: Array(2001).fill({ account: '4012', debit: '1.00' }) }),
      400,
      ['/lines TooManyLines'],
    ],
    [
      'lines that are none',
      () => ({ ...good(), lines: [null, 7, 'x'] }),
      400,
      ['/lines/0 NotAnObject', '/lines/1 NotAnObject', '/lines/2 NotAnObject'],
    ],
  ];
  it.each(CASES)('%s: named by field and rule, and nothing is written', async (_, body, status, wanted) => {
    const before = await count();
    const answer = await post(body());
    expect([answer.status, refusals(answer)]).toEqual([status, wanted]);
    expect(answer.body.errors.every((error: { message: string }) => error.message.length > 10)).toBe(true);
    expect(await count()).toBe(before);
  });
});

describe('a body that is no honest JSON', () => {
  const deep = (n: number): string => '['.repeat(n) + ']'.repeat(n);
  const CASES: [string, () => string | Buffer, Record<string, string>, number][] = [
    ['cut off', () => '{"bookingDate":"2026-03-01","te', {}, 400],
    ['with __proto__', () => '{"__proto__":{"x":1}}', {}, 400],
    ['with an escaped __proto__', () => '{"\\u005f\\u005fproto__":{"x":1}}', {}, 400],
    ['nested to the bottom', () => deep(200_000), {}, 400],
    ['nested in a field', () => `{"text":${deep(100_000)}}`, {}, 400],
    ['nested objects', () => '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), {}, 400],
    ['in Latin-1', () => Buffer.from('{"text":"Müller"}', 'latin1'), {}, 400],
    ['in UTF-16', () => Buffer.from('{"text":"x"}', 'utf16le'), {}, 400],
    ['as plain text', () => '{}', { 'content-type': 'text/plain' }, 415],
    ['as a form', () => 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as XML', () => '<x/>', { 'content-type': 'application/xml' }, 415],
  ];
  it.each(CASES)('%s', async (_, body, headers, status) => {
    for (const path of [entries, `/clients/${api.own}/drafts`]) {
      const answer = await api.send(api.clerk, 'POST', path, body(), headers);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('of 10 MB is refused without being read into memory', async () => {
    const answer = await post(`{"text":"${'x'.repeat(10_000_000)}"}`).catch((error: { code: string }) => error);
    if ('code' in answer) expect(['EPIPE', 'ECONNRESET']).toContain(answer.code);
    else expect([answer.status, answer.body.code]).toEqual([413, 'TooLarge']);
    expect((await post(entry('2026-03-01', TAX))).status).toBe(201);
  });

  it.each([
    [
      'a NUL',
      { entry: { text: 'a\0b', lines: [{ account: '\0' }] } },
      ['/entry/text ControlCharacter', '/entry/lines/0/account ControlCharacter'],
    ],
    ['a NUL in a name', { entry: { 'a\0': 1 } }, ['/entry ControlCharacter']],
    ['half a character', '{"entry":{"text":"\\ud83c"}}', ['/entry/text ControlCharacter']],
    ['unknown properties', { entry: {}, x: 1 }, ['/x UnknownField']],
  ])('%s in a draft', async (_, body, wanted) => {
    const answer = await api.send(api.clerk, 'POST', `/clients/${api.own}/drafts`, body);
    expect([answer.status, refusals(answer)]).toEqual([400, wanted]);
  });
});

describe('addresses and queries', () => {
  it.each([
    '/clients/1e3/journal-entries',
    '/clients/99999999999999999999/journal-entries',
    '/clients/-1/journal-entries',
    '/clients/%00/journal-entries',
    '/nothing/here',
  ])('%s is not found', async (path) => {
    expect(await api.send(api.clerk, 'GET', path)).toMatchObject({ status: 404, body: { code: 'NotFound' } });
  });

  it.each([
    ['journal-entries/2026-999', 404],
    ['journal-entries/%00', 404],
    ['journal-entries/2026-1%27', 404],
    ['journal-entries/99999-1', 404],
    ['accounts/%00/ledger', 404],
    ['accounts/4999999/ledger', 404],
    ['journal-entries?limit=0', 400],
    ['journal-entries?limit=99999999999', 400],
    ['journal-entries?after=2026', 400],
    ['journal-entries?knownOn=yesterday', 400],
    ['journal-entries?knownOn=infinity', 400],
    ['journal-entries?q=%00', 400],
    ['journal-entries?q=%25_%5C', 200],
    ['journal-entries?fiscalYear=99999', 400],
    ['journal-entries?amount=1e9', 400],
    ['journal-entries?unknown=1', 400],
    ['trial-balance?asOf=2026-02-30', 400],
    ['trial-balance?asOf=2025-12-31&fiscalYear=2026', 400],
    ['trial-balance?knownOn=2026-13-45T00:00:00Z', 400],
    ['statements/results?asOf=2025-12-31&fiscalYear=2026', 400],
    ['statements/nothing', 404],
    ['statements/results/lines/%00', 404],
    ['accounts/1811/ledger?from=2026-05-01&to=2026-04-01', 400],
    ['accounts/1811/ledger?from=2025-05-01&fiscalYear=2026', 400],
    ['accounts/1811/ledger?fiscalYear=2026&after=e30', 400],
    [
      `accounts/1811/ledger?fiscalYear=2026&after=${Buffer.from('{"date":"2026-01-01","year":1e300,"no":1,"line":1,"last":1,"balance":"1"}').toString('base64url')}`,
      400,
    ],
    ['drafts/nonsense', 400],
  ])('%s answers %i, as a problem document if not 200', async (path, status) => {
    const answer = await api.send(api.clerk, 'GET', `/clients/${api.own}/${path}`);
    expect([answer.status, answer.body?.code === 'Internal']).toEqual([status, false]);
    if (status !== 200) expect(answer.headers['content-type']).toContain('problem+json');
  });
});

describe('headers', () => {
  it('keep the API out of caches and frames and name no server', async () => {
    for (const path of ['/api/health/live', `/api/v1${entries}`, '/api/v1/nothing', '/api/openapi.json']) {
      const { headers } = await api.send(api.clerk, 'GET', path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).toMatch(/default-src '(self|none)'/);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
    }
  });

  it('nobody is answered without signing in', async () => {
    expect(await api.send(null, 'GET', entries)).toMatchObject({ status: 401 });
    expect(await api.send(null, 'POST', entries, entry('2026-03-01', TAX))).toMatchObject({ status: 401 });
  });
});

describe('when too much comes at once', () => {
  it('the answer is 503 with a time to wait, at once', async () => {
    const queue = api.app.get(PostingQueue) as unknown as { waiting: unknown[]; mostWaiting: number };
    const bound = queue.mostWaiting;
    queue.mostWaiting = 0;
    const answer = await post(entry('2026-03-01', TAX));
    queue.mostWaiting = bound;
    expect(answer).toMatchObject({ status: 503, body: { code: 'Overloaded' } });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('a wire that is cut', () => {
  it('in the middle of a request writes nothing, after the request all of it or nothing', async () => {
    const before = await count();
    const body = JSON.stringify(entry('2026-03-01', TAX, { text: 'abgerissen' }));
    const head = `POST /api/v1${entries} HTTP/1.1\r\nHost: x\r\nAuthorization: ${api.clerk.headers.authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const cutAfter = (text: string, wait: number): Promise<void> =>
      new Promise((resolve) => {
        const socket = connect(api.port, '127.0.0.1', () => {
          socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), wait));
        });
        socket.on('error', () => undefined).on('close', () => resolve());
      });
    for (let n = 1; n < 20; n++)
      await cutAfter((head + body).slice(0, head.length + Math.floor((body.length * n) / 20)), 1);
    expect(await count()).toBe(before);
    await Promise.all(Array.from({ length: 20 }, (_, n) => cutAfter(head + body, n % 4)));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const [sums] = await api.db.inClient(api.own, (tx) =>
      tx.query(`select count(*)::int as lines, (select count(*)::int from journal_entry where text = 'abgerissen') as entries
        from journal_line l join journal_entry e using (client_id, fiscal_year, entry_no) where e.text = 'abgerissen'`),
    );
    const { lines, entries: written } = sums as { lines: number; entries: number };
    expect(lines).toBe(written * 2);
    const key = newKey();
    expect((await post(entry('2026-03-01', TAX), { 'idempotency-key': key })).status).toBe(201);
  });
});
