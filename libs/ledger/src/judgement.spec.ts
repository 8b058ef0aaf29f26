import fc from 'fast-check';
import {
  type Books,
  CLERK,
  entry,
  LEAD,
  openBooks,
  postDirectly,
  setPeriod,
  toPost,
} from '../../../test/support/books.js';
import { newPartner, raiseAndPost, settle } from '../../../test/support/open-items.js';
import { checkEntry, type EntryKind } from './journal-entry.js';
import { loadBook } from './ledger.store.js';
import { type Posting, postWithin } from './posting.js';
import { reversalOf } from './reverse-entry.js';

/*
 * The rules are said twice: kindly in TypeScript, finally in PostgreSQL. Here both judge the same entries, good ones and bad
 * ones, and must agree on each - otherwise somebody is refused without a reason, or promised what is refused later.
 */
let books: Books;
let client: number;
/** Half settled and so large that small lines always fit; taken back; kept on another account; nobody's. */
const items = { large: '', reversed: '', elsewhere: '', unknown: '99999999-9999-4999-8999-999999999999' };
beforeAll(async () => {
  books = await openBooks();
  client = (await books.client()).id;
  await setPeriod(books.db, client, 2026, 2, 'soft-closed');
  await setPeriod(books.db, client, 2026, 4, 'closed');
  await books.db.inClient(client, async (tx) => {
    await tx.query(`update account set locked = true where client_id = ${client} and number = '4411'`);
    await tx.query(`update product set locked = true where client_id = ${client} and code = '365'`);
    await tx.query(
      `insert into cost_centre (client_id, code, name, locked) values (${client}, '1', 'offen', false), (${client}, '2', 'zu', true)`,
    );
    const { id: partnerId } = await newPartner(tx);
    const large = await raiseAndPost(tx, { partnerId, amount: -8_000_000_000_000n });
    await settle(tx, { id: large.id, account: '351101', balance: -1n }, 4_000_000_000_000n, '2026-03-11');
    const reversed = await raiseAndPost(tx, { partnerId, amount: -100n });
    const wish = { entryId: reversed.entryId, bookingDate: '2026-03-11', reason: 'im Test' };
    const [answer] = await postWithin(tx, [await reversalOf(tx, wish, { author: CLERK, idempotencyKey: null })]);
    expect(answer!.outcome).toBe('Posted');
    const elsewhere = await raiseAndPost(tx, { partnerId, amount: -100n, account: '351201' });
    Object.assign(items, { large: large.id, reversed: reversed.id, elsewhere: elsewhere.id });
  });
});
afterAll(() => books.close());

const OTHER_LINE = fc.record({
  account: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('1821', '1632', '1632', '3511', '4012', '5241', '3511') },
    { weight: 1, arbitrary: fc.constantFrom('4411', '40', '6012', '8031', '999', '901') },
  ),
  product: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('611', '611', null) },
    { weight: 1, arbitrary: fc.constantFrom('365', '998') },
  ),
  costCentre: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(null, '1') },
    { weight: 1, arbitrary: fc.constantFrom('2', '3') },
  ),
  cashAccount: fc.oneof(
    { weight: 16, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.constantFrom('6012', '7241') },
    { weight: 1, arbitrary: fc.constantFrom('60', '4012', '6999') },
  ),
  amount: fc.oneof(
    { weight: 8, arbitrary: fc.bigInt(-500n, 500n) },
    { weight: 1, arbitrary: fc.constantFrom(9_999_999_999_999n, 10_000_000_000_000n, -10_000_000_000_000n) },
  ),
  text: fc.constant(''),
  item: fc.oneof(
    { weight: 40, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant<keyof typeof items>('large') },
  ),
});
const ITEM_LINE = OTHER_LINE.chain((line) =>
  fc
    .oneof(
      { weight: 8, arbitrary: fc.constant<keyof typeof items>('large') },
      { weight: 1, arbitrary: fc.constantFrom<keyof typeof items | null>('elsewhere', 'unknown', null) },
      { weight: 1, arbitrary: fc.constant<keyof typeof items>('reversed') },
    )
    .chain((item) =>
      // Half of what was 80 billion euros is left of the large one: five times ten to the twelfth cents are too much on either side.
      fc
        .oneof(
          { weight: 2, arbitrary: fc.constant(line.amount) },
          { weight: 1, arbitrary: fc.constantFrom(5_000_000_000_000n, -5_000_000_000_000n) },
        )
        .map((amount) => ({ ...line, account: '351101', cashAccount: null, amount, item })),
    ),
);
const LINE = fc
  .oneof({ weight: 5, arbitrary: OTHER_LINE }, { weight: 1, arbitrary: ITEM_LINE })
  .map(({ item, ...line }) => ({ ...line, named: item }));
const ENTRY = fc
  .record({
    fiscalYear: fc.oneof({ weight: 9, arbitrary: fc.constant(2026) }, { weight: 1, arbitrary: fc.constant(2031) }),
    period: fc.oneof(
      { weight: 5, arbitrary: fc.constant(3) },
      { weight: 3, arbitrary: fc.constantFrom(0, 2, 4, 13, 14) },
    ),
    bookingDate: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('2026-03-01', '2026-03-31') },
      { weight: 2, arbitrary: fc.constantFrom('2026-02-15', '2026-04-15', '2025-12-31') },
    ),
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constant<EntryKind>('regular') },
      { weight: 2, arbitrary: fc.constantFrom<EntryKind>('opening', 'closing', 'standing', 'accrual') },
    ),
    privileged: fc.boolean(),
    lines: fc.array(LINE, { maxLength: 4 }),
    balanced: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ privileged, balanced, lines, ...entry }): Posting => {
    const rest = lines.slice(1).reduce((sum, line) => sum - line.amount, 0n);
    const withItem = ({ named, ...line }: (typeof lines)[number]) => ({
      ...line,
      openItem: named === null ? null : items[named],
    });
    const whole = balanced > 0 && lines.length > 0 ? [{ ...lines[0]!, amount: rest }, ...lines.slice(1)] : lines;
    return {
      ...entry,
      lines: whole.map(withItem),
      text: 'x',
      reference: '',
      clientId: client,
      author: privileged ? LEAD : CLERK,
      source: 'test',
      idempotencyKey: null,
      reverses: null,
      reason: '',
    };
  });

it('both judge alike, and the reason that the database gives is among those explained', async () => {
  const seen = new Map<string, number>();
  const judge = async (entries: Posting[]): Promise<void> => {
    const answers = await postDirectly(books.db, entries);
    await books.db.inClient(client, async (tx) => {
      for (const [index, entry] of entries.entries()) {
        const { outcome, lineNo } = answers[index]!;
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        const refusals = checkEntry(entry, await loadBook(tx, entry), entry.author);
        const shown = `${outcome} ${lineNo} ${refusals.map((one) => `${one.code} ${one.pointer}`).join(', ')}`;
        if (outcome === 'Posted') expect(shown).toBe('Posted 0 ');
        else if (outcome === 'LineRefused')
          expect([shown, refusals.some((one) => one.pointer.startsWith(`/lines/${lineNo - 1}`))]).toEqual([
            shown,
            true,
          ]);
        else expect([shown, refusals.some((one) => one.code === outcome)]).toEqual([shown, true]);
      }
    });
  };
  await fc.assert(fc.asyncProperty(fc.array(ENTRY, { minLength: 20, maxLength: 40 }), judge), { numRuns: 40 });
  // What chance brings about too seldom: nothing but the item stands against these.
  const moving = (item: string, amount: bigint): Posting => ({
    ...toPost(client, entry('2026-03-01', '3511 S 1.00, 1632 H 1.00')),
    lines: [
      { account: '351101', product: null, costCentre: null, cashAccount: null, amount, text: '', openItem: item },
      { account: '3511', product: null, costCentre: null, cashAccount: null, amount: -amount, text: '' },
    ],
  });
  await judge([
    moving(items.reversed, 1n),
    moving(items.large, 5_000_000_000_000n),
    moving(items.large, -5_000_000_000_000n),
    moving(items.large, 1n),
  ]);
  expect([...seen.keys()].sort()).toEqual(
    expect.arrayContaining([
      'CashAccountMissing',
      'DateOutsidePeriod',
      'KindDoesNotFitPeriod',
      'LineRefused',
      'OpenItemOverdrawn',
      'OpenItemReversed',
      'PeriodClosed',
      'PeriodUnknown',
      'Posted',
      'TooFewLines',
      'Unbalanced',
    ]),
  );
});
