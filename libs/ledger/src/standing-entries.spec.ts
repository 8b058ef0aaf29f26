import { dataSource, Database, appUrl } from '@lib/database';
import { addFiscalYear } from '@lib/clients';
import { type Books, BY, CLERK, LEAD, linesOf, openBooks, setPeriod } from '../../../test/support/books.js';
import { endStandingEntry } from './end-standing-entry.js';
import { resumeStandingEntry, runStandingEntries } from './run-standing-entries.js';
import { standingAtRisk, withObstacles } from './standing-obstacles.js';
import { takeOverStandingEntries } from './take-over-standing-entries.js';
import {
  accrualPlan,
  nextDate,
  planStandingEntry,
  type Rhythm,
  standingEntries,
  type StandingWish,
} from './standing-entries.js';

let books: Books;
let client: number;
beforeAll(async () => (books = await openBooks()));
afterEach(async () => {
  await books.all('update user_account set active = true');
  await books.all(`update role_assignment set valid_to = null, amount_limit = null`);
});
afterAll(() => books.close());
beforeEach(async () => {
  client = (await books.client()).id;
});

const RENT = { text: 'Miete Rathausnebenstelle', lines: linesOf('5241 S 850.00, 1811/7241 H 850.00') };
const rent = (more: Partial<StandingWish> = {}): StandingWish => ({
  name: 'Miete',
  kind: 'standing',
  entry: RENT,
  rhythm: 'monthly',
  firstDate: '2026-01-31',
  ...more,
});
const plan = (wish: StandingWish) => books.db.inClient(client, (tx) => planStandingEntry(tx, wish, CLERK));
const run = (today: string) => runStandingEntries(books.db, client, today);
const all = () => books.db.inClient(client, standingEntries);
const posted = () =>
  books.all<{ day: string; kind: string; total: number }>(
    'select booking_date::text as day, kind, total::int as total from journal_entry where client_id = $1 order by fiscal_year, entry_no',
    [client],
  );

describe('the dates of a standing entry', () => {
  const dates = (firstDate: string, rhythm: Rhythm, n: number): string[] => {
    const days = [firstDate];
    while (days.length < n)
      days.push(nextDate({ firstDate, lastDate: null, rhythm, instalments: null }, days.at(-1)!)!);
    return days;
  };
  it.each([
    ['monthly', '2024-01-31', ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31']],
    ['monthly', '2025-12-30', ['2025-12-30', '2026-01-30', '2026-02-28', '2026-03-30']],
    ['quarterly', '2025-11-30', ['2025-11-30', '2026-02-28', '2026-05-30', '2026-08-30']],
    ['half-yearly', '2025-08-31', ['2025-08-31', '2026-02-28', '2026-08-31']],
    ['yearly', '2024-02-29', ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
  ] as const)('%s from %s', (rhythm, first, expected) => {
    expect(dates(first, rhythm, expected.length)).toEqual(expected);
  });

  it('end with the last date, which still counts', () => {
    const entry = { firstDate: '2026-01-31', lastDate: '2026-03-31', rhythm: 'monthly' as const, instalments: null };
    expect(nextDate(entry, '2026-02-28')).toBe('2026-03-31');
    expect(nextDate(entry, '2026-03-31')).toBeNull();
  });
});

describe('standing entries post themselves', () => {
  it('catches up with everything due, each on its own date, and then rests', async () => {
    await plan(rent({ lastDate: '2026-04-30' }));
    expect(await run('2026-01-30')).toEqual({ posted: 0, failed: 0 });
    expect(await run('2026-03-31')).toEqual({ posted: 3, failed: 0 });
    expect(await run('2026-03-31')).toEqual({ posted: 0, failed: 0 });
    expect((await posted()).map((row) => row.day)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
    expect(await all()).toMatchObject([{ state: 'active', nextDate: '2026-04-30', postedCount: 3 }]);
    expect(await run('2026-12-31')).toEqual({ posted: 1, failed: 0 });
    expect(await all()).toMatchObject([{ state: 'ended', nextDate: null, postedCount: 4 }]);
  });

  it('several instances at once post each date once', async () => {
    for (let n = 0; n < 3; n++) await plan(rent({ name: `Miete ${n}` }));
    const outcomes = await Promise.all([run('2026-06-30'), run('2026-06-30'), run('2026-06-30'), run('2026-06-30')]);
    expect(outcomes.reduce((sum, outcome) => sum + outcome.posted, 0)).toBe(18);
    expect(await posted()).toHaveLength(18);
    expect((await all()).map((entry) => entry.nextDate)).toEqual(Array(3).fill('2026-07-31'));
  });

  it('what the books refuse waits with its reason for a person, others go on, and it is taken up where it stopped', async () => {
    const stuck = await plan(rent({ firstDate: '2026-02-01' }));
    await plan(rent({ name: 'andere', firstDate: '2026-03-01' }));
    await setPeriod(books.db, client, 2026, 2, 'closed');
    expect(await run('2026-03-31')).toEqual({ posted: 1, failed: 1 });
    const [failed] = (await all()).filter((entry) => entry.id === stuck.id);
    expect(failed).toMatchObject({ state: 'failed', nextDate: '2026-02-01' });
    expect(failed!.lastError).toContain('02/2026');
    expect(await run('2026-03-31')).toEqual({ posted: 0, failed: 0 });

    await setPeriod(books.db, client, 2026, 2, 'open');
    const resume = (version: number) => books.db.inClient(client, (tx) => resumeStandingEntry(tx, stuck.id, version));
    await expect(resume(failed!.version - 1)).rejects.toMatchObject({ code: 'VersionConflict' });
    await resume(failed!.version);
    expect(await run('2026-03-31')).toEqual({ posted: 2, failed: 0 });
    const [again] = (await all()).filter((entry) => entry.id === stuck.id);
    await expect(resume(again!.version)).rejects.toMatchObject({ code: 'NothingToResume' });
    const unknown = books.db.inClient(client, (tx) => resumeStandingEntry(tx, CLERK.id, 1));
    await expect(unknown).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is not marked as failed only because a large posting holds the books', async () => {
    await plan(rent());
    const source = await dataSource(appUrl(books.adminUrl), 2, {
      extra: { options: '-c timezone=UTC -c lock_timeout=200ms' },
    }).initialize();
    const letGo = await books.hold('select 1 from fiscal_year where client_id = $1 for update', [client]);
    const outcome = await runStandingEntries(new Database(source), client, '2026-01-31').finally(() => letGo());
    await source.destroy();
    expect(outcome).toEqual({ posted: 0, failed: 0 });
    expect(await all()).toMatchObject([{ state: 'active', nextDate: '2026-01-31' }]);
    expect(await run('2026-01-31')).toEqual({ posted: 1, failed: 0 });
  });

  it('ends when somebody ends it who saw its latest state', async () => {
    const entry = await plan(rent());
    const end = (version: number) =>
      books.db.inClient(client, (tx) =>
        endStandingEntry(tx, entry.id, { version, bookingDate: '2026-03-31', author: CLERK }),
      );
    await expect(end(7)).rejects.toMatchObject({ code: 'VersionConflict' });
    expect(await end(1)).toMatchObject({ state: 'ended', nextDate: null });
    expect(await run('2026-12-31')).toEqual({ posted: 0, failed: 0 });
  });

  it.each([
    [
      'an unknown account',
      { entry: { ...RENT, lines: linesOf('5241 S 1.00, 4999999 H 1.00') } },
      '/entry/lines/1/account AccountUnknown',
    ],
    [
      'an unbalanced entry',
      { entry: { ...RENT, lines: linesOf('5241 S 2.00, 1811/7241 H 1.00') } },
      '/entry/lines Unbalanced',
    ],
    [
      'an unreadable amount',
      { entry: { ...RENT, lines: linesOf('5241 S 1.001, 1811/7241 H 1.00') } },
      '/entry/lines/0/debit TooManyDecimals',
    ],
    ['a fixed period', { entry: { ...RENT, period: 3 } }, '/entry/period UnknownField'],
    ['a fixed year', { entry: { ...RENT, fiscalYear: 2026 } }, '/entry/fiscalYear UnknownField'],
    ['another kind', { entry: { ...RENT, kind: 'opening' } }, '/entry/kind UnknownField'],
    ['an end before the beginning', { lastDate: '2025-12-31' }, '/lastDate EndsBeforeItBegins'],
  ])('%s is refused when it is planned', async (_, more, refusal) => {
    const failure = (await plan(rent(more as never)).catch((error: unknown) => error)) as {
      fields: { pointer: string; code: string }[];
    };
    expect(failure.fields.map((field) => `${field.pointer} ${field.code}`)).toEqual([refusal]);
    expect(await all()).toEqual([]);
  });
});

describe('in whose name', () => {
  const shown = (today: string) =>
    books.db.inClient(client, async (tx) => withObstacles(tx, await standingEntries(tx), today));
  const takeOver = (ids: string[], permit: (amount: bigint) => void = () => undefined) =>
    books.db.inClient(client, (tx) => takeOverStandingEntries(tx, ids, { id: LEAD.id, name: LEAD.name }, permit));
  const atRisk = () => books.db.inClient(client, (tx) => standingAtRisk(tx, '2026-01-15', '2026-02-15'));

  it.each([
    ['the account is closed', `update user_account set active = false where id = $1`, 'holder-gone', 'geschlossen'],
    [
      'the role has ended',
      `update role_assignment set valid_to = '2026-01-30' where user_id = $1`,
      'holder-may-not-post',
      'Buchungsrecht',
    ],
    [
      'the limit of today is lower than the amount',
      `update role_assignment set amount_limit = 84999 where user_id = $1`,
      'over-limit',
      'Grenze',
    ],
  ])('nothing is posted when %s; somebody takes it over', async (_, change, obstacle, word) => {
    const rents = [await plan(rent()), await plan(rent({ name: 'Pacht' }))];
    expect(await shown('2026-01-31')).toMatchObject([{ obstacles: [] }, { obstacles: [] }]);
    await books.all(change, [CLERK.id]);
    expect(await shown('2026-01-31')).toMatchObject([{ obstacles: [obstacle] }, { obstacles: [obstacle] }]);
    expect(await run('2026-01-31')).toEqual({ posted: 0, failed: 2 });
    expect(await posted()).toEqual([]);
    const [failed] = await all();
    expect(failed).toMatchObject({ state: 'failed', author: { name: CLERK.name } });
    expect(failed!.lastError).toContain(word);

    const taken = await takeOver(rents.map((one) => one.id));
    expect(taken.map(({ before }) => before.name)).toEqual([CLERK.name, CLERK.name]);
    expect(await run('2026-01-31')).toEqual({ posted: 2, failed: 0 });
    const authors = await books.all('select distinct author_name from journal_entry where client_id = $1', [client]);
    expect(authors).toEqual([{ author_name: LEAD.name }]);
    expect(await shown('2026-01-31')).toMatchObject([{ obstacles: [] }, { obstacles: [] }]);
  });

  it('nobody takes over what they may not post themselves, nor what has ended', async () => {
    const { id } = await plan(rent());
    const permit = (amount: bigint) => {
      if (amount > 50_000n) throw new Error('above the limit');
    };
    await expect(takeOver([id], permit)).rejects.toThrow('above the limit');
    expect(await all()).toMatchObject([{ author: { name: CLERK.name } }]);
    await books.db.inClient(client, (tx) =>
      endStandingEntry(tx, id, { version: 1, bookingDate: '2026-03-31', author: CLERK }),
    );
    await expect(takeOver([id])).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('posts in a softly closed period when who holds it may', async () => {
    const { id } = await plan(rent());
    await setPeriod(books.db, client, 2026, 1, 'soft-closed');
    expect(await shown('2026-01-31')).toMatchObject([{ obstacles: ['period-closed'] }]);
    await takeOver([id]);
    expect(await shown('2026-01-31')).toMatchObject([{ obstacles: [] }]);
    expect(await run('2026-01-31')).toEqual({ posted: 1, failed: 0 });
  });

  it('a date in a year that does not exist is said as soon as it is the next one', async () => {
    await plan(rent({ firstDate: '2027-01-31', name: 'später' }));
    expect(await shown('2026-12-01')).toMatchObject([{ obstacles: ['year-missing'] }]);
    expect(await atRisk()).toBe(0);
    await plan(rent({ firstDate: '2026-02-01' }));
    await setPeriod(books.db, client, 2026, 2, 'closed');
    expect(await atRisk()).toBe(1);
    await books.db.inClient(client, (tx) => addFiscalYear(tx, 2027, BY));
    expect((await shown('2026-12-01')).find((one) => one.name === 'später')).toMatchObject({ obstacles: [] });
    await books.all('update user_account set active = false where id = $1', [CLERK.id]);
    expect(await atRisk()).toBe(2);
  });
});

describe('accruals (§ 43 KomHVO NRW)', () => {
  const insurance = {
    text: 'Versicherung',
    amount: 100_000n,
    resultAccount: '5241',
    accrualAccount: '1911',
    product: '611',
    serviceFrom: '2026-10-01',
    serviceTo: '2027-09-30',
    bookingDate: '2026-12-31',
  };

  it('takes the later months out of the result and gives each its share back, to the cent', async () => {
    await books.db.inClient(client, (tx) => addFiscalYear(tx, 2027, BY));
    await plan(accrualPlan(insurance));
    expect(await run('2027-12-31')).toEqual({ posted: 10, failed: 0 });
    const rows = await posted();
    expect(rows.map((row) => row.day)).toEqual([
      '2026-12-31',
      ...['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30'].map((day) => `2027-${day}`),
    ]);
    expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(['accrual']));
    const [deferral, ...releases] = rows.map((row) => row.total);
    expect(releases.reduce((sum, total) => sum + total, 0)).toBe(deferral);
    expect(Math.max(...releases) - Math.min(...releases)).toBeLessThanOrEqual(1);
    const sums = await books.all(
      'select account, sum(amount)::int as sum from journal_line where client_id = $1 group by 1 order by 1',
      [client],
    );
    expect(sums).toEqual([
      { account: '1911', sum: 0 },
      { account: '5241', sum: 0 },
    ]);
    expect(await all()).toMatchObject([{ state: 'ended', postedCount: 10 }]);
  });

  it('mirrors what was received in advance', () => {
    const [first, second] = accrualPlan({ ...insurance, resultAccount: '4411', accrualAccount: '3911' }).instalments!;
    expect(first!.lines).toMatchObject([
      { account: '4411', debit: '750.01' },
      { account: '3911', credit: '750.01' },
    ]);
    expect(second!.lines).toMatchObject([
      { account: '3911', debit: '83.33' },
      { account: '4411', credit: '83.33' },
    ]);
  });

  it('weighs a part of a month by its days', () => {
    const plan = accrualPlan({
      ...insurance,
      amount: 4_500n,
      serviceFrom: '2027-01-16',
      serviceTo: '2027-02-28',
      bookingDate: '2026-12-31',
    });
    expect(plan.instalments!.map((one) => [one.date, (one.lines[0] as { debit: string }).debit])).toEqual([
      ['2026-12-31', '45.00'],
      ['2027-01-31', '15.65'],
      ['2027-02-28', '29.35'],
    ]);
  });

  it('has nothing to defer when the service lies before the booking date', () => {
    expect(() => accrualPlan({ ...insurance, bookingDate: '2027-12-31' })).toThrow(
      expect.objectContaining({ code: 'NothingToDefer' }),
    );
  });
});
