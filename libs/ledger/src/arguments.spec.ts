import fc from 'fast-check';
import {
  type Books,
  CLERK,
  entry,
  LEAD,
  newKey,
  openBooks,
  postDirectly,
  toPost,
} from '../../../test/support/books.js';
import { postEntry } from './post-entry.js';
import { type Posting, postingCall } from './posting.js';
import { proveLedger } from './prove-ledger.js';

/* The posting function is trusted with the books, so it trusts nothing that it is handed. */
let books: Books;
let client: number;
beforeAll(async () => (books = await openBooks()));
afterAll(() => books.close());
beforeEach(async () => {
  client = (await books.client()).id;
});
afterEach(async () => {
  const proof = await books.db.inClient(client, (tx) => proveLedger(tx));
  expect(proof.findings).toEqual([]);
});

const TAX = '1811/6012 S 100.00, 4012 H 100.00';
const tax = (more: Partial<Posting> = {}): Posting => toPost(client, entry('2026-03-01', TAX), more);
const entryCount = async (): Promise<number> =>
  (await books.all<{ n: number }>('select count(*)::int as n from journal_entry where client_id = $1', [client]))[0]!.n;
/** Calls the function as the application's role; answers the outcomes, or the code of the error. */
const call = (values: unknown[], text: string): Promise<string[]> =>
  books.db.pool.query(text, values).then(
    ({ rows }) => rows.map((row: { outcome: string }) => row.outcome),
    (error: { code: string }) => [error.code],
  );

describe('arrays', () => {
  const LINE_ENTRY = 16;
  const LINE_NO = 17;

  it('that name no entry of the call commit nothing', async () => {
    const { text, values } = postingCall([tax()], true);
    for (const lines of ['{0,0}', '{1,2}', '{2,2}', '{1,NULL}', '{-1,1}', '{}'])
      expect([lines, await call(values.with(LINE_ENTRY, lines), text)]).toEqual([lines, ['22023']]);
    for (const numbers of ['{1,3}', '{0,1}', '{2,3}', '{1,NULL}', '{1}'])
      expect([numbers, await call(values.with(LINE_NO, numbers), text)]).toEqual([numbers, ['22023']]);
    expect(await call(values.with(LINE_NO, '{1,1}'), text)).not.toEqual(['Posted']);
    expect(await entryCount()).toBe(0);
  });

  it('folded or shifted are refused, or what is posted of them proves', async () => {
    let posted = 0;
    for (let array = 0; array < 28; array++)
      for (const shape of [(flat: string) => `{${flat},${flat}}`, (flat: string) => `[0:0]=${flat}`]) {
        const { text, values } = postingCall([tax()], true);
        const [outcome] = await call(values.with(array, shape(String(values[array]))), text);
        if (outcome === 'Posted') posted++;
      }
    expect(await entryCount()).toBe(posted);
  });

  it('of whatever length, order and nulls: what is posted is what is stored, and it proves', async () => {
    const { text, values } = postingCall([tax(), tax()], true);
    const arrays = values.slice(0, -2) as string[];
    const damaged = fc
      .array(
        fc.record({
          array: fc.nat({ max: arrays.length - 1 }),
          elements: fc.array(fc.nat({ max: 3 }), { maxLength: 6 }),
          nullAt: fc.option(fc.nat({ max: 5 })),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map((damages) => {
        const damagedValues = [...values];
        for (const { array, elements, nullAt } of damages) {
          const parts = arrays[array]!.slice(1, -1).split(',');
          const chosen = elements.map((place, index) => (index === nullAt ? 'NULL' : parts[place % parts.length]));
          damagedValues[array] = `{${chosen.join(',')}}`;
        }
        return damagedValues;
      });
    await fc.assert(
      fc.asyncProperty(damaged, async (broken) => {
        const before = await entryCount();
        const outcomes = await call(broken, text);
        const posted = outcomes.filter((outcome) => outcome === 'Posted').length;
        expect(await entryCount()).toBe(before + posted);
      }),
      { numRuns: 150 },
    );
  });

  it('are held against what was stored once more: another writer’s lines do not pass', async () => {
    await postDirectly(books.db, [tax()]);
    const more = `insert into journal_line (client_id, fiscal_year, entry_no, line_no, period, booking_date, account, amount, product)
      values ($1, 2026, 1, 3, 3, '2026-03-01', '1632', 5, null), ($1, 2026, 1, 4, 3, '2026-03-01', '3511', -5, null)`;
    await expect(books.all(more, [client])).rejects.toMatchObject({ constraint: 'journal_line_balanced' });
  });
});

describe('whose key it is', () => {
  it('tells a caller’s key from the service’s own', async () => {
    const key = newKey();
    const outcomes = await postDirectly(books.db, [
      tax({ idempotencyKey: key }),
      tax({ idempotencyKey: key, scope: 'draft', text: 'Entwurf' }),
      tax({ idempotencyKey: key, scope: 'standing', text: 'Dauerbuchung' }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['Posted', 'Posted', 'Posted']);
    const [again] = await postDirectly(books.db, [tax({ idempotencyKey: key, scope: 'draft', text: 'Entwurf' })]);
    expect(again).toMatchObject({ outcome: 'Replayed', entryNo: 2 });
    const [other] = await postDirectly(books.db, [tax({ idempotencyKey: key, scope: 'draft', text: 'anders' })]);
    expect(other).toMatchObject({ outcome: 'KeyReused' });
  });
});

describe('what the application’s role claims', () => {
  it('about rights is asked of the roles: a clerk who claims to be privileged is not', async () => {
    const claims = { id: CLERK.id, name: CLERK.name, privileged: true, closes: true };
    const [answer] = await postDirectly(books.db, [
      toPost(client, entry('2026-01-01', '1811 S 1.00, 2011 H 1.00', { kind: 'opening' }), { author: claims }),
    ]);
    expect(answer).toMatchObject({ outcome: 'ClosingNotAllowed' });
  });

  it.each([
    [`update fiscal_year set starts_on = '2026-02-01'`],
    [`update fiscal_year set trusted_until = now()`],
    [`update fiscal_year set opened_on = ends_on`],
    [
      `insert into fiscal_year (client_id, year, starts_on, ends_on, head) values (1, 2050, '2050-01-01', '2050-12-31', '')`,
    ],
    [`update period set state = 'open'`],
    [`insert into period select client_id, fiscal_year, 14, starts_on, ends_on, state, version from period`],
    [
      `insert into period_decision (client_id, fiscal_year, period, state, reason, decided_by, decided_by_name)
      values (1, 2026, 3, 'open', 'ohne Beschluss', gen_random_uuid(), 'x')`,
    ],
    [`insert into role_permission values ('clerk', 'journal:close')`],
  ])('about years and periods it cannot write: %s', async (sql) => {
    await expect(books.asRole('finanz_app', client, sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('about another client’s periods and years is refused', async () => {
    const other = (await books.client()).id;
    const decide = `select outcome from decide_period($1, 2026::smallint, 3::smallint, 'closed', null, 'aus der Ferne', $2, 'x')`;
    await expect(books.asRole('finanz_app', client, decide, [other, LEAD.id])).rejects.toMatchObject({ code: '42501' });
    await expect(
      books.asRole('finanz_app', client, `select open_fiscal_year($1, 2027::smallint)`, [other]),
    ).rejects.toMatchObject({ code: '42501' });
    const own = await books.asRole('finanz_app', client, decide, [client, CLERK.id]);
    expect(own).toEqual([{ outcome: 'Forbidden' }]);
  });
});

describe('clocks', () => {
  afterEach(() => jest.useRealTimers());

  it('that differ between application and database stop posting', async () => {
    for (const minutes of [2, -2, 60 * 24 * 400]) {
      jest.useFakeTimers({
        now: Date.now() + minutes * 60_000,
        doNotFake: ['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'],
      });
      const posted = postEntry(books.db, books.queue, tax());
      await expect(posted).rejects.toMatchObject({ code: 'ClocksDiffer', status: 503 });
      jest.useRealTimers();
    }
    expect(await entryCount()).toBe(0);
    await postEntry(books.db, books.queue, tax());
  });

  it('that run backwards stop posting to the year, until an operator has looked', async () => {
    await postDirectly(books.db, [tax()]);
    await books.all(
      `update fiscal_year set last_recorded_at = clock_timestamp() + interval '400 days' where client_id = $1`,
      [client],
    );
    await expect(postEntry(books.db, books.queue, tax())).rejects.toMatchObject({ code: 'ClockBehind', status: 503 });
    await books.all('update fiscal_year set trusted_until = last_recorded_at where client_id = $1', [client]);
    expect(await postEntry(books.db, books.queue, tax())).toMatchObject({ outcome: 'Posted' });
    const proof = await books.db.inClient(client, (tx) => proveLedger(tx));
    expect(proof.findings).toEqual([{ rule: 'nothing was recorded in the future', where: '2026-2' }]);
    await books.all(`set session_replication_role = replica`);
    await books.all(`delete from ledger_proof`);
    await books.all(`set session_replication_role = origin`);
    client = (await books.client()).id; // what follows looks at books in order
  });
});
