import { SYSTEM } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { postWithin } from '@lib/ledger';
import { type Books, BY, entry, openBooks, toPost } from '../../../../test/support/books.js';
import { addFiscalYear } from './add-fiscal-year.js';
import { type PeriodStateWish, changePeriodState } from './change-period-state.js';
import { stateOf } from './fiscal-year.js';
import { listFiscalYears, listPeriodDecisions } from './fiscal-years.store.js';

let open: Books;
let clientId: number;
beforeAll(async () => {
  open = await openBooks();
});
afterAll(() => open.close());
beforeEach(async () => {
  clientId = (await open.client()).id;
});

const change = (wish: Partial<PeriodStateWish>): Promise<void> =>
  open.db.inClient(clientId, (tx) => changePeriodState(tx, { year: 2026, period: 3, state: 'closed', ...wish }, BY));

/** Posts 100.00 EUR in March, in a transaction of its own or of the test's. */
async function post(tx: ClientTx): Promise<string> {
  const [answer] = await postWithin(tx, [toPost(clientId, entry('2026-03-10', '5422 S 100.00, 3511 H 100.00'))]);
  return answer!.outcome;
}

describe('a fiscal year', () => {
  it('follows the years there are, on either side', async () => {
    await open.db.inClient(clientId, (tx) => addFiscalYear(tx, 2027, SYSTEM));
    await open.db.inClient(clientId, (tx) => addFiscalYear(tx, 2025, SYSTEM));
    const years = await open.db.inClient(clientId, (tx) => listFiscalYears(tx));
    expect(years.map(({ year, state, entries, periods }) => [year, state, entries, periods.length])).toEqual([
      [2027, 'open', 0, 14],
      [2026, 'open', 0, 14],
      [2025, 'open', 0, 14],
    ]);
    const add = (year: number): Promise<void> => open.db.inClient(clientId, (tx) => addFiscalYear(tx, year, SYSTEM));
    await expect(add(2026)).rejects.toMatchObject({ code: 'AlreadyExists' });
    await expect(add(2062)).rejects.toMatchObject({ code: 'FiscalYearGap', params: { before: 2024, after: 2028 } });
  });

  it('is as open as its most open period', () => {
    expect(stateOf([{ state: 'closed' }, { state: 'open' }])).toBe('open');
    expect(stateOf([{ state: 'closed' }, { state: 'soft-closed' }])).toBe('soft-closed');
    expect(stateOf([{ state: 'closed' }])).toBe('closed');
  });
});

describe('a period', () => {
  it('is closed in any order, and each decision is kept with its reason', async () => {
    await change({ period: 7 });
    await change({ period: 2, reason: 'Februar ist abgestimmt' });
    const decisions = await open.db.inClient(clientId, (tx) => listPeriodDecisions(tx, 2026));
    expect(decisions).toMatchObject([
      { period: 2, state: 'closed', reason: 'Februar ist abgestimmt', decidedBy: BY.displayName },
      { period: 7, state: 'closed', reason: 'Periodenabschluss' },
    ]);
  });

  it('is reopened only with a reason', async () => {
    await change({});
    await expect(change({ state: 'open' })).rejects.toMatchObject({ code: 'ReopeningNeedsReason' });
    await expect(change({ state: 'soft-closed', reason: 'kurz' })).rejects.toMatchObject({
      code: 'ReopeningNeedsReason',
    });
    await change({ state: 'open', reason: 'Nachbuchung der Schlussrechnung' });
  });

  it('is not decided twice: the second is told', async () => {
    await change({ version: 1 });
    await expect(change({ version: 1, state: 'soft-closed', reason: 'noch eine Rechnung' })).rejects.toMatchObject({
      code: 'VersionConflict',
    });
    await expect(change({})).rejects.toMatchObject({ code: 'PeriodStateUnchanged' });
  });

  it('that is not there is not found', async () => {
    await expect(change({ period: 14 })).rejects.toMatchObject({ code: 'NotFound' });
    await expect(change({ year: 2030 })).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('closes after the postings under way, and refuses those that come later', async () => {
    let closed = false;
    let closing: Promise<void> = Promise.resolve();
    await open.db.inClient(clientId, async (tx) => {
      expect(await post(tx)).toBe('Posted');
      closing = change({}).then(() => void (closed = true));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(closed).toBe(false);
    });
    await closing;
    expect(closed).toBe(true);
    expect(await open.db.inClient(clientId, post)).toBe('PeriodClosed');
    const [year] = await open.db.inClient(clientId, (tx) => listFiscalYears(tx));
    expect(year!.entries).toBe(1);
  });
});
