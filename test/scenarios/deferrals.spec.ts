import fc from 'fast-check';
import { addFiscalYear } from '@lib/clients';
import type { QueryRunner } from 'typeorm';
import { postEntryWithin, proveLedger, reversalOf, runStandingEntries } from '@lib/ledger';
import { Plans1765000000600 } from '../../migrations/1765000000600-plans.js';
import type { SupplierInvoice } from '../../apps/api/src/demo/documents/supplier-invoice.js';
import { BY, CLERK } from '../support/books.js';
import { type Office, openOffice } from '../support/decisions.js';

/* What an invoice defers is dissolved month by month, and all of it is undone with the invoice, in whatever order things happen. */

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.app.db.inClient(office.clientId, (tx) => addFiscalYear(tx, 2027, BY));
});
afterAll(() => office.app.close());

let numbers = 0;
const MAINTENANCE = { name: 'Wartung', net: 100_000n, from: '2026-07-01', to: '2027-06-30' };

/** From the file to the books. */
const book = async (wish: Partial<SupplierInvoice>, bookingDate: string, more: Record<string, unknown> = {}) => {
  const document = await office.walksTo(await office.submits(await office.arrives(wish), more), 'posting');
  const answer = await office.decides(office.bernd, document, 'posting', 'approve', { bookingDate });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const invoice = async (
  net = 100_000n,
): Promise<{ id: string; number: string; entry: { id: string; accruals: string[] } }> => {
  const number = `W-${++numbers}`;
  return { ...(await book({ number, lines: [{ ...MAINTENANCE, net }] }, '2026-07-01')), number };
};
const credit = (of: string, net: bigint, bookingDate: string) =>
  book(
    { number: `G-${++numbers}`, typeCode: '381', preceding: [of], lines: [{ name: 'Gutschrift', net }] },
    bookingDate,
    { accrual: null },
  );
const replace = (of: string, net: bigint, bookingDate: string) =>
  book({ number: `E-${++numbers}`, typeCode: '384', preceding: [of], lines: [{ ...MAINTENANCE, net }] }, bookingDate);
const reverse = (entry: string, bookingDate: string) =>
  office.send(office.bernd, 'POST', `/journal-entries/${entry}/reversal`, { bookingDate, reason: 'doppelt gebucht' });
const dissolve = async (today: string) => {
  const outcome = await runStandingEntries(office.app.db, office.clientId, today);
  expect(outcome.failed).toBe(0);
};
const plans = async (): Promise<any[]> => (await office.send(office.anna, 'GET', '/standing-entries')).body.items;
const planNamed = async (name: string) => (await plans()).find((plan) => plan.name === name);

/** What stands on the account of deferrals, and what all plans have still to dissolve, in euros. */
const stands = async (): Promise<{ account: string; plans: string }> => {
  const [row] = await office.app.all(
    `select ((select coalesce(sum(amount), 0) from journal_line where client_id = $1 and account = '1911') / 100)::numeric(15, 2)::text as account,
       ((select coalesce(sum(accrual_rest(s)), 0) from standing_entry s where client_id = $1) / 100)::numeric(15, 2)::text as plans`,
    [office.clientId],
  );
  return row;
};
const proof = () => office.app.db.inClient(office.clientId, proveLedger);

/** After everything that happens here. */
afterEach(async () => {
  const { account, plans } = await stands();
  expect(account).toBe(plans);
  expect((await proof()).findings).toEqual([]);
});

// First, because the way back knows nothing of what plans take back.
it('books of before: running plans go on, and what was taken back since waits for a person or ends', async () => {
  const [runs, wrong] = [await invoice(), await invoice()];
  await dissolve('2027-01-31');
  const idle = await invoice();
  const migration = new Plans1765000000600();
  const run = async (way: 'up' | 'down') => {
    await office.app.all('begin');
    await migration[way]({ query: (sql: string) => office.app.all(sql) } as unknown as QueryRunner);
    await office.app.all('commit');
  };
  const reversalAsBefore = async (entry: string) => {
    const by = { author: { ...CLERK, privileged: false }, idempotencyKey: null };
    const wish = { entryId: entry, bookingDate: '2027-02-01', reason: 'wie früher' };
    await office.app.db.inClient(office.clientId, async (tx) => postEntryWithin(tx, await reversalOf(tx, wish, by)));
  };
  await run('down');
  await reversalAsBefore(wrong.entry.id);
  await reversalAsBefore(idle.entry.id);
  await run('up');
  expect(await planNamed(runs.entry.accruals[0]!)).toMatchObject({ state: 'active', origin: runs.entry.id });
  expect(await planNamed(idle.entry.accruals[0]!)).toMatchObject({ state: 'ended', endedBecause: 'reversed' });
  const failed = await planNamed(wrong.entry.accruals[0]!);
  expect(failed).toMatchObject({ state: 'failed', lastError: expect.stringMatching(/Beenden Sie den Plan/) });
  expect((await proof()).findings).not.toEqual([]);
  const ended = await office.send(office.bernd, 'POST', `/standing-entries/${failed.id}/ending`, {
    version: failed.version,
    bookingDate: '2027-02-01',
  });
  expect(ended.body).toMatchObject({ state: 'ended' });
});

it('a plan ends with the entry that deferred, and what it dissolved goes back', async () => {
  const { entry } = await invoice();
  await dissolve('2027-02-28');
  const before = await stands();
  const reversal = await reverse(entry.id, '2027-03-01');
  expect(reversal.status).toBe(201);
  expect(await planNamed(entry.accruals[0]!)).toMatchObject({
    state: 'ended',
    endedBecause: 'reversed',
    origin: entry.id,
  });
  // 1,190.00, half of it deferred, a third of that dissolved: nothing is left of any of it.
  expect(Number((await stands()).account)).toBeCloseTo(Number(before.account) - 396.68, 2);
  const reversed = await office.app.all(
    `select r.booking_date::text as day, sum(l.amount)::int as amount from accrual_line a
     join standing_entry s on s.client_id = a.client_id and s.id = a.plan_id and s.name = $2
     join journal_line l on l.client_id = a.client_id and l.fiscal_year = a.fiscal_year and l.entry_no = a.entry_no and l.line_no = a.line_no
     join journal_entry r on r.client_id = a.client_id and r.fiscal_year = a.fiscal_year and r.entry_no = a.entry_no and r.kind = 'reversal'
     where a.client_id = $1 group by 1 order by 1`,
    [office.clientId, entry.accruals[0]],
  );
  // Reversed on the first of March: the deferral, and the dissolutions of January and February.
  expect(reversed).toEqual([{ day: '2027-03-01', amount: -59_500 + 2 * 9_916 }]);
});

it('booked anew after a reversal it dissolves once', async () => {
  const before = Number((await stands()).account);
  const { id, entry } = await invoice();
  await reverse(entry.id, '2026-08-01');
  const again = (await office.send(office.anna, 'GET', `/documents/${id}`)).body;
  const walked = await office.walksTo(await office.submits(again), 'posting');
  const anew = await office.decides(office.bernd, walked, 'posting', 'approve', { bookingDate: '2026-08-02' });
  expect(Number((await stands()).account)).toBeCloseTo(before + 595, 2);
  const of = (origin: string) => async () => (await plans()).filter((plan) => plan.origin === origin);
  expect(await of(entry.id)()).toMatchObject([{ state: 'ended' }]);
  expect(await of(anew.body.entry.id)()).toMatchObject([{ state: 'active' }]);
  await dissolve('2027-06-30');
  expect((await stands()).account).toBe('0.00');
});

it('a dissolution is not reversed by itself', async () => {
  await invoice();
  await dissolve('2027-01-31');
  const [{ id }] = await office.app.all(
    `select fiscal_year || '-' || entry_no as id from journal_entry where client_id = $1 and kind = 'accrual' and booking_date = '2027-01-31'
     order by entry_no desc limit 1`,
    [office.clientId],
  );
  expect(await reverse(id, '2027-02-01')).toMatchObject({
    status: 422,
    body: { type: expect.stringMatching(/dissolution-of-plan$/) },
  });
});

it('a plan that a person ends gives its rest to the expense at once', async () => {
  const { entry } = await invoice();
  const before = Number((await stands()).account);
  const plan = await planNamed(entry.accruals[0]!);
  const ended = await office.send(office.bernd, 'POST', `/standing-entries/${plan.id}/ending`, {
    version: plan.version,
    bookingDate: '2026-12-31',
  });
  expect(ended.body).toMatchObject({ state: 'ended', endedBecause: 'by-hand' });
  expect(Number((await stands()).account)).toBeCloseTo(before - 595, 2);
});

it('credited wholly, the invoice and the credit note rest together; credited in part, the part goes back month by month', async () => {
  const whole = await invoice();
  const note = await credit(whole.number, 100_000n, '2026-09-01');
  expect([await planNamed(whole.entry.accruals[0]!), await planNamed(note.entry.accruals[0]!)]).toMatchObject([
    { state: 'netted' },
    { state: 'netted' },
  ]);
  const part = await invoice();
  const lines = async (id: string) =>
    (await office.send(office.anna, 'GET', `/journal-entries/${id}`)).body.lines.map(
      (line: any) => `${line.account} ${line.debit ?? `-${line.credit}`}`,
    );
  const less = await credit(part.number, 25_000n, '2026-09-01');
  expect(await lines(less.entry.id)).toEqual(['5241 -148.75', '1911 -148.75', '351101 297.50']);
  // The credit note taken back: the invoice dissolves as if there had been none.
  expect((await reverse(note.entry.id, '2026-10-01')).status).toBe(201);
  expect(await planNamed(whole.entry.accruals[0]!)).toMatchObject({ state: 'active' });
});

it('a replaced invoice dissolves no more, and its replacement does', async () => {
  const before = Number((await stands()).account);
  const original = await invoice();
  const replaced = await replace(original.number, 60_000n, '2026-08-01');
  expect(await planNamed(original.entry.accruals[0]!)).toMatchObject({ state: 'netted' });
  expect(replaced.entry.accruals).toHaveLength(2);
  expect(Number((await stands()).account)).toBeCloseTo(before + 357, 2);
});

it('the database refuses what a plan does not know of', async () => {
  const { entry } = await invoice();
  const plan = await planNamed(entry.accruals[0]!);
  const as = (sql: string) => office.app.asRole('finanz_app', office.clientId, sql);
  await expect(as(`update standing_entry set next_date = '2027-03-31' where id = '${plan.id}'`)).rejects.toMatchObject({
    constraint: 'accrual_even',
  });
  await expect(
    as(`update standing_entry set state = 'ended', next_date = null where id = '${plan.id}'`),
  ).rejects.toMatchObject({
    constraint: 'accrual_even',
  });
  await expect(as(`delete from accrual_line`)).rejects.toMatchObject({ code: '42501' });
});

it('a final invoice that clears a deferred one takes its deferral over', async () => {
  const before = Number((await stands()).account);
  const number = `A-${++numbers}`;
  const deferred = { accrual: { account: '1911' } };
  const part = await book({ number, typeCode: '875', lines: [MAINTENANCE] }, '2026-07-01', deferred);
  expect(part.entry.accruals).toHaveLength(1);
  const final = await book(
    {
      number: `S-${++numbers}`,
      typeCode: '877',
      preceding: [number],
      prepaid: 119_000n,
      lines: [{ ...MAINTENANCE, net: 150_000n }],
    },
    '2026-08-01',
    deferred,
  );
  // 1,785.00, half of it deferred once, not once more with the 595.00 of the earlier invoice.
  expect(final.entry.accruals).toHaveLength(2);
  expect(Number((await stands()).account)).toBeCloseTo(before + 892.5, 2);
  expect(await planNamed(part.entry.accruals[0])).toMatchObject({ state: 'netted' });
});

it('an invoice taken out of the books is expected again under its contract', async () => {
  const contract = (
    await office.send(office.anna, 'POST', '/contracts', {
      number: 'V-DEFER',
      partnerId: office.partnerId,
      subject: 'Wartung Aufzüge',
      account: '5241',
      product: '111',
      rhythm: 'monthly',
      firstOn: '2026-02-01',
    })
  ).body;
  const next = async () => (await office.send(office.anna, 'GET', `/contracts/${contract.id}`)).body;
  const under = { contract: 'V-DEFER', lines: [{ name: 'Wartung', net: 5_000n }] };
  const first = await book({ ...under, number: `V-${++numbers}` }, '2026-03-10');
  const second = await book({ ...under, number: `V-${++numbers}` }, '2026-03-11');
  expect((await next()).nextOn).toBe('2026-04-01');
  await reverse(first.entry.id, '2026-03-12');
  expect(await next()).toMatchObject({ nextOn: '2026-02-01', invoices: [{ documentId: second.id }] });
  // What comes for the open date does not count the one met already once more.
  await book({ ...under, number: `V-${++numbers}` }, '2026-03-13');
  expect((await next()).nextOn).toBe('2026-04-01');
});

const STEPS = ['book', 'credit', 'credit-all', 'replace', 'reverse', 'reverse-late', 'dissolve', 'end'] as const;

it('in any order of booking, reversing, replacing, crediting, dissolving and ending', async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(9), fc.integer({ min: 1, max: 59_999 })), {
        minLength: 4,
        maxLength: 7,
      }),
      async (steps) => {
        const booked: { number: string; entry: string }[] = [];
        const entries: string[] = [];
        let month = 0;
        const day = () => (month === 0 ? '2026-09-15' : `2027-0${month}-28`);
        for (const [step, which, cents] of [['book', 0, 100_000] as const, ...steps]) {
          const one = booked[which % Math.max(1, booked.length)];
          if (step === 'book') {
            const { number, entry } = await invoice(BigInt(cents) + 40_000n);
            booked.push({ number, entry: entry.id });
            entries.push(entry.id);
          } else if (step === 'dissolve') {
            month = Math.min(6, month + 1 + (which % 2));
            await dissolve(`2027-0${month}-${[31, 28, 31, 30, 31, 30][month - 1]}`);
          } else if (step === 'reverse' || step === 'reverse-late') {
            // What is open or in use elsewhere may be refused; then nothing happened.
            const entry = entries[step === 'reverse' ? which % entries.length : entries.length - 1]!;
            if ((await reverse(entry, day())).status === 201) done.add(step);
          } else if (step === 'end') {
            const running = (await plans()).filter((plan) => plan.state === 'active');
            const plan = running[which % Math.max(1, running.length)];
            if (plan)
              await office.send(office.bernd, 'POST', `/standing-entries/${plan.id}/ending`, {
                version: plan.version,
                bookingDate: day(),
              });
          } else if (one) {
            const net = step === 'credit' ? BigInt(cents) : 100_000n;
            const posted = await (step === 'replace' ? replace : credit)(one.number, net, day()).catch(
              (error: Error) => error,
            );
            if (posted instanceof Error) expect(posted.message).toMatch(/CorrectedBefore|CorrectionUnknown|422/);
            else {
              entries.push(posted.entry.id);
              done.add(step);
            }
          }
          const { account, plans: rest } = await stands();
          expect([step, account]).toEqual([step, rest]);
        }
        expect((await proof()).findings).toEqual([]);
      },
    ),
    { numRuns: 6, seed: 17, endOnFailure: true },
  );
  expect([...done].sort()).toEqual(['credit', 'credit-all', 'replace', 'reverse', 'reverse-late']);
}, 240_000);
