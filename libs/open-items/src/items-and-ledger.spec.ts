import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { ClientTx } from '@lib/database';
import { Problem } from '@lib/kernel';
import { postEntryWithin, proveLedger, reversalOf } from '@lib/ledger';
import { type Books, CLERK, openBooks } from '../../../test/support/books.js';
import { ANNA, entryOf, itemLine, newPartner, post, raiseAndPost, settle } from '../../../test/support/open-items.js';
import { offsetOpenItems } from './offset-open-items.js';
import { listItems, partnerStatement, reconciliation } from './open-items.queries.js';
import { raiseOpenItem, raiseOpenItems } from './raise-open-items.js';

let books: Books;
beforeAll(async () => (books = await openBooks()));
afterAll(() => books.close());

const ACCOUNTS = { liability: ['351101', '351201', '351301'], claim: ['165901', '171101', '171201'] } as const;

/** What somebody does; the numbers choose among what there is. */
const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('raise' as const),
      kind: fc.constantFrom('liability' as const, 'claim' as const),
      account: fc.nat(2),
      amount: fc.integer({ min: 1, max: 9_999 }),
      credit: fc.boolean(),
      partner: fc.nat(1),
    }),
    fc.record({ do: fc.constant('settle' as const), item: fc.nat(), amount: fc.integer({ min: 1, max: 9_999 }) }),
    fc.record({
      do: fc.constant('offset' as const),
      item: fc.nat(),
      other: fc.nat(),
      amount: fc.option(fc.integer({ min: 1, max: 9_999 })),
    }),
    fc.record({ do: fc.constant('reverse' as const), entry: fc.nat() }),
  ),
  { minLength: 5, maxLength: 25 },
);

interface Item {
  id: string;
  account: string;
  kind: 'liability' | 'claim';
  partner: string;
  amount: bigint;
  balance: bigint;
  state: 'open' | 'settled' | 'reversed';
  raisedBy: string;
}

/** The rules once more, as plain arithmetic: what may be done, and what is left afterwards. */
class Model {
  readonly items: Item[] = [];
  readonly entries = new Map<string, { moves: [Item, bigint][]; reversed: boolean; reverses: string | null }>();

  fits(moves: [Item, bigint][]): boolean {
    return moves.every(([item, amount]) => {
      const after = item.balance + amount;
      return (
        item.state !== 'reversed' &&
        (item.amount < 0n ? after >= item.amount && after <= 0n : after <= item.amount && after >= 0n)
      );
    });
  }

  move(entry: string, moves: [Item, bigint][], reverses: string | null = null): void {
    this.entries.set(entry, { moves, reversed: false, reverses });
    for (const [item, amount] of moves) {
      item.balance += amount;
      item.state = item.balance !== 0n ? 'open' : reverses === item.raisedBy ? 'reversed' : 'settled';
    }
  }
}

const refusedAs = async (work: () => Promise<unknown>): Promise<string | null> => {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

describe('open items and the ledger', () => {
  it('agree whatever is raised, settled, offset and taken back, and nothing goes that must not', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { id: clientId } = await books.client();
        const model = new Model();
        const run = <T>(work: (tx: ClientTx) => Promise<T>): Promise<T> => books.db.inClient(clientId, work);
        const partners = await run(async (tx) => [(await newPartner(tx)).id, (await newPartner(tx)).id]);
        for (const step of all) {
          const pick = (n: number): Item | undefined => model.items[n % Math.max(1, model.items.length)];
          if (step.do === 'raise') {
            const natural = step.kind === 'liability' ? -1n : 1n;
            const amount = BigInt(step.amount) * natural * (step.credit ? -1n : 1n);
            const account = ACCOUNTS[step.kind][step.account]!;
            const partner = partners[step.partner]!;
            const raised = await run((tx) =>
              raiseAndPost(tx, { partnerId: partner, kind: step.kind, account, amount }),
            );
            const item: Item = {
              id: raised.id,
              account,
              kind: step.kind,
              partner,
              amount,
              balance: 0n,
              state: 'open',
              raisedBy: raised.entryId,
            };
            model.items.push(item);
            model.move(raised.entryId, [[item, amount]]);
          } else if (step.do === 'settle') {
            const item = pick(step.item);
            if (!item) continue;
            const amount = BigInt(step.amount) * (item.amount < 0n ? 1n : -1n);
            let no = 0;
            const refusal = await refusedAs(() =>
              run(
                async (tx) => (no = (await settle(tx, { ...item, balance: item.amount }, BigInt(step.amount))).entryNo),
              ),
            );
            expect(refusal === null).toBe(model.fits([[item, amount]]));
            if (refusal === null) model.move(`2026-${no}`, [[item, amount]]);
          } else if (step.do === 'offset') {
            const [a, b] = [pick(step.item), pick(step.other)];
            if (!a || !b) continue;
            let done: { entryId: string; amount: bigint } | undefined;
            const wish = {
              liability: a.id,
              credit: b.id,
              bookingDate: '2026-05-01',
              amount: step.amount === null ? null : BigInt(step.amount),
            };
            const refusal = await refusedAs(() => run(async (tx) => (done = await offsetOpenItems(tx, wish, CLERK))));
            const size = (cents: bigint): bigint => (cents < 0n ? -cents : cents);
            const most = size(a.balance) < size(b.balance) ? size(a.balance) : size(b.balance);
            const may =
              a !== b &&
              a.partner === b.partner &&
              a.kind === b.kind &&
              a.balance * b.balance < 0n &&
              (wish.amount ?? most) <= most;
            expect([refusal, may]).toEqual([may ? null : expect.any(String), may]);
            if (done) {
              const back = a.balance < 0n ? done.amount : -done.amount;
              model.move(done.entryId, [
                [a, back],
                [b, -back],
              ]);
            }
          } else {
            const ids = [...model.entries.keys()];
            const entryId = ids[step.entry % Math.max(1, ids.length)];
            const entry = entryId === undefined ? undefined : model.entries.get(entryId);
            if (!entry || entryId === undefined) continue;
            const moves = entry.moves.map(([item, amount]): [Item, bigint] => [item, -amount]);
            let no = 0;
            const refusal = await refusedAs(() =>
              run(async (tx) => {
                const wish = { entryId, bookingDate: '2026-06-01', reason: 'im Test' };
                const posting = await reversalOf(tx, wish, { author: CLERK, idempotencyKey: null });
                no = (await postEntryWithin(tx, posting)).entryNo;
              }),
            );
            const may = entry.reverses === null && !entry.reversed && model.fits(moves);
            expect([refusal, may]).toEqual([may ? null : expect.any(String), may]);
            if (refusal === null) {
              entry.reversed = true;
              model.move(`2026-${no}`, moves, entryId);
            }
          }
        }
        await run(async (tx) => {
          const stored = await tx.query<{ id: string; balance: string; state: string }>(
            'select id, balance, state from open_item where client_id = $1 order by no',
            [clientId],
          );
          expect(stored).toEqual(
            model.items.map(({ id, balance, state }) => ({ id, balance: balance.toString(), state })),
          );
          for (const row of await reconciliation(tx)) expect(row).toMatchObject({ difference: '0.00' });
          const today = await listItems(tx, { state: 'all', limit: 500 });
          const asOf = await listItems(tx, { state: 'all', asOf: '2026-12-31', limit: 500 });
          expect(asOf.items).toEqual(today.items);
          for (const day of ['2026-03-09', '2026-03-10', '2026-04-15', '2026-05-15']) {
            const lines = await tx.query<{ id: string; open: string }>(
              `select open_item as id, sum(amount)::text as open from journal_line
               where client_id = $1 and open_item is not null and booking_date <= $2 group by 1 having sum(amount) <> 0`,
              [clientId, day],
            );
            const then = await listItems(tx, { asOf: day, limit: 500 });
            const cents = ({ kind, open }: (typeof then.items)[number]): string =>
              String(BigInt(open.replace('.', '')) * (kind === 'liability' ? -1n : 1n));
            const sorted = (rows: { id: string; open: string }[]) => rows.map(({ id, open }) => `${id} ${open}`).sort();
            expect(sorted(then.items.map((one) => ({ id: one.id, open: cents(one) })))).toEqual(sorted(lines));
          }
          for (const partner of partners) {
            const { closing } = await partnerStatement(tx, partner, { limit: 500 });
            const sum = model.items
              .filter((one) => one.partner === partner)
              .reduce((total, one) => total + one.balance, 0n);
            expect(closing.replace('.', '').replace(/^(-?)0+(?=\d)/, '$1')).toBe(sum.toString());
          }
          expect(await proveLedger(tx)).toMatchObject({ ok: true, findings: [] });
        });
      }),
      { numRuns: 40 },
    );
  });

  it('of many who settle and offset the same item at once, none gets more than is left', async () => {
    const { id: clientId } = await books.client();
    const { invoice, credits } = await books.db.inClient(clientId, async (tx) => {
      const partner = await newPartner(tx);
      const raise = (amount: bigint) => raiseAndPost(tx, { partnerId: partner.id, amount });
      return { invoice: await raise(-1_000n), credits: [await raise(700n), await raise(700n), await raise(700n)] };
    });
    const attempts = [
      ...credits.flatMap((credit) =>
        [300n, 400n].map(
          (amount) => () =>
            books.db.inClient(clientId, (tx) =>
              offsetOpenItems(
                tx,
                { liability: invoice.id, credit: credit.id, amount, bookingDate: '2026-03-20' },
                CLERK,
              ),
            ),
        ),
      ),
      ...[200n, 500n].map(
        (amount) => () =>
          books.db.inClient(clientId, (tx) =>
            settle(tx, { id: invoice.id, account: '351101', balance: -1_000n }, amount),
          ),
      ),
    ];
    const outcomes = await Promise.all(attempts.map((attempt) => refusedAs(attempt)));
    expect(outcomes.filter((code) => code === null).length).toBeGreaterThan(1);
    expect(outcomes.filter((code) => code !== null).length).toBeGreaterThan(1);
    for (const code of outcomes) expect([null, 'OffsetTooLarge', 'OpenItemOverdrawn', 'NothingOpen']).toContain(code);
    const items = await books.all<{ amount: string; balance: string }>(
      'select amount, balance from open_item where client_id = $1',
      [clientId],
    );
    for (const { amount, balance } of items) {
      expect(BigInt(balance) * BigInt(amount) >= 0n).toBe(true);
      expect(BigInt(balance) ** 2n <= BigInt(amount) ** 2n).toBe(true);
    }
    await books.db.inClient(clientId, async (tx) => expect(await proveLedger(tx)).toMatchObject({ ok: true }));
  });

  it('a raising entry bears the whole amount, no more and no less', async () => {
    const { id: clientId } = await books.client();
    for (const [amount, posted] of [
      [-1_000n, -999n],
      [-1_000n, -1_001n],
      [1_000n, -1_000n],
    ] as const) {
      const refusal = await refusedAs(() =>
        books.db.inClient(clientId, async (tx) => {
          const partner = await newPartner(tx);
          const item = await raiseOpenItem(
            tx,
            {
              kind: 'liability',
              partnerId: partner.id,
              account: '351101',
              amount,
              raisedOn: '2026-03-01',
              dueOn: '2026-03-31',
            },
            ANNA,
          );
          await post(
            tx,
            entryOf([itemLine('5241', -posted, null, { product: '111' }), itemLine('351101', posted, item.id)]),
          );
        }),
      );
      expect(refusal).toBe('OpenItemNotRaised');
    }
    expect(await books.all('select 1 from open_item where client_id = $1', [clientId])).toEqual([]);
  });

  it('one entry raises several items, on several accounts, in one go', async () => {
    const { id: clientId } = await books.client();
    await books.db.inClient(clientId, async (tx) => {
      const { id: partnerId } = await newPartner(tx);
      const common = { kind: 'liability' as const, partnerId, raisedOn: '2026-03-01', dueOn: '2026-03-31' };
      const [main, kept] = await raiseOpenItems(
        tx,
        [
          {
            ...common,
            account: '351201',
            amount: -9_500n,
            discountOn: '2026-03-10',
            discountAmount: 190n,
            shares: [
              { product: '111', costCentre: null, cashAccount: '7851', amount: -5_000n },
              { product: '541', costCentre: null, cashAccount: '7851', amount: -4_500n },
            ],
          },
          { ...common, account: '351301', amount: -500n, dueOn: '2031-03-01', retention: true, method: 'none' },
        ],
        ANNA,
      );
      expect(kept!.no).toBe(main!.no + 1);
      await post(
        tx,
        entryOf([
          itemLine('0913', 10_000n),
          itemLine('351201', -9_500n, main!.id),
          itemLine('351301', -500n, kept!.id),
        ]),
      );
    });
    expect(
      await books.all('select account, balance, state, retention from open_item where client_id = $1 order by no', [
        clientId,
      ]),
    ).toEqual([
      { account: '351201', balance: '-9500', state: 'open', retention: false },
      { account: '351301', balance: '-500', state: 'open', retention: true },
    ]);
  });

  it('what cannot be raised is told in words', async () => {
    const { id: clientId } = await books.client();
    const raise = (more: object) =>
      refusedAs(() =>
        books.db.inClient(clientId, async (tx) => {
          const { id: partnerId } = await newPartner(tx);
          const wish = {
            kind: 'liability' as const,
            partnerId,
            account: '351101',
            amount: -1_000n,
            raisedOn: '2026-03-01',
            dueOn: '2026-03-31',
          };
          await raiseOpenItem(tx, { ...wish, ...more }, ANNA);
        }),
      );
    expect(await raise({ account: '3511' })).toBe('NoControlAccount');
    expect(await raise({ account: '171201' })).toBe('NoControlAccount');
    expect(await raise({ bankAccountNo: 1 })).toBe('BankAccountNotConfirmed');
    expect(await raise({ partnerId: '99999999-9999-4999-8999-999999999999' })).toBe('PartnerUnknown');
    expect(await raise({ discountAmount: 10n })).toBe('DiscountIncomplete');
    expect(await raise({ discountAmount: 1_000n, discountOn: '2026-03-10' })).toBe('DiscountIncomplete');
    expect(await raise({ discountAmount: 10n, discountOn: '2026-04-01' })).toBe('DiscountIncomplete');
    expect(await raise({ shares: [{ product: null, costCentre: null, cashAccount: '7241', amount: -999n }] })).toBe(
      'SharesDiffer',
    );
  });

  it('a line that names an item is sealed with one field more; without one it is as it always was', async () => {
    const { id: clientId } = await books.client();
    const item = await books.db.inClient(clientId, async (tx) =>
      raiseAndPost(tx, { partnerId: (await newPartner(tx)).id, amount: -1_190n, text: 'Öl' }),
    );
    const [row] = await books.all<{ content_hash: Buffer }>(
      'select content_hash from journal_entry where client_id = $1 and entry_no = 1',
      [clientId],
    );
    const [unit, record] = ['\u001f', '\u001e'];
    const head = ['fz1', 'regular', '2026', '3', '2026-03-10', 'Öl', '', 'test', '', CLERK.id, '', ''];
    const lines = [
      ['1', '5241', '111', '', '', '1190', ''],
      ['2', '351101', '', '', '', '-1190', '', item.id],
    ];
    const canonical = head.join(unit) + lines.map((line) => record + line.join(unit)).join('');
    expect(row!.content_hash.toString('hex')).toBe(createHash('sha256').update(canonical, 'utf8').digest('hex'));
  });

  it('the proof finds an item whose balance was touched, and a line that was moved to another item', async () => {
    const { id: clientId } = await books.client();
    const [first, second] = await books.db.inClient(clientId, async (tx) => {
      const { id: partnerId } = await newPartner(tx);
      return [
        await raiseAndPost(tx, { partnerId, amount: -300n }),
        await raiseAndPost(tx, { partnerId, amount: -300n }),
      ];
    });
    const findings = async (): Promise<string[]> => {
      const proof = await books.db.inClient(clientId, (tx) => proveLedger(tx));
      return proof.findings.map(({ rule, where }) => `${rule}: ${where}`);
    };
    expect(await findings()).toEqual([]);
    await books.all('update open_item set balance = -200 where id = $1', [first!.id]);
    expect(await findings()).toEqual([
      `open items equal the lines that name them: item ${first!.no}`,
      'open items make up their control accounts: 351101',
    ]);
    await books.all('update open_item set balance = -300 where id = $1', [first!.id]);
    await books.all('alter table journal_line disable trigger append_only');
    await books.all('update journal_line set open_item = $1 where open_item = $2', [second!.id, first!.id]);
    await books.all('alter table journal_line enable trigger append_only');
    expect(await findings()).toEqual(
      expect.arrayContaining([
        `open items equal the lines that name them: item ${first!.no}`,
        `open items equal the lines that name them: item ${second!.no}`,
        `every entry hashes to what was recorded: ${first!.entryId}`,
      ]),
    );
  });
});
