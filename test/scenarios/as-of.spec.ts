import fc from 'fast-check';
import { addFiscalYear } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { formatEuro, monthOf } from '@lib/kernel';
import {
  type AccountSums,
  carriesOver,
  type EntryKind,
  isPosted,
  mirrored,
  type Posting,
  sumsAt,
  trialBalance,
  type View,
} from '@lib/ledger';
import { accountLedger } from '../../libs/ledger/src/account-ledger.queries.js';
import { figures, lineOf, statementOf, type StatementView } from '@lib/reporting';
import { type Books, BY, CLERK, LEAD, openBooks, postDirectly, setPeriod } from '../support/books.js';

/*
 * Whatever has been booked, in whatever order: what the ledger answers for a date and an instant is what somebody gets who adds
 * up all the lines by hand.
 */
let books: Books;
beforeAll(async () => (books = await openBooks()));
afterAll(() => books.close());

interface Kept {
  year: number;
  period: number;
  date: string;
  account: string;
  cash: string;
  product: string | null;
  amount: bigint;
  at: bigint;
}

/** Microseconds since 1970; instants are compared by them, for their texts leave out zeros at the end. */
function micros(instant: string): bigint {
  const [, seconds, fraction = ''] = /^(.*?)(?:\.(\d+))?Z$/.exec(instant)!;
  return BigInt(Date.parse(`${seconds}Z`)) * 1000n + BigInt(fraction.padEnd(6, '0') || '0');
}

const two = (n: number): string => String(n).padStart(2, '0');
const DAY = fc
  .record({
    year: fc.constantFrom(2025, 2026),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.constantFrom(1, 2, 14, 15, 27, 28),
  })
  .map(({ year, month, day }) => `${year}-${two(month)}-${two(day)}`);
const PRODUCT = fc.constantFrom('111', '611', '365', '01', '16');
const CENTS = fc.bigInt(1n, 5_000_00n);
const KIND = fc.constantFrom('regular', 'regular', 'regular', 'regular', 'opening', 'closing', 'reversal', 'transfer');
const WISH = fc.record({
  kind: KIND,
  date: DAY,
  cents: CENTS,
  product: PRODUCT,
  none: fc.boolean(),
  pick: fc.nat(),
  account: fc.constantFrom('4012', '4411', '5241', '1632', '2811', '0211'),
});
type Wish = typeof WISH extends fc.Arbitrary<infer T> ? T : never;

/** Books the wishes one after the other and keeps every line by hand. */
async function bookAll(
  wishes: Wish[],
  everyLineWithProduct = false,
): Promise<{ id: number; lines: Kept[]; instants: string[] }> {
  const { id } = await books.client({ fiscalYear: 2025 });
  await books.db.inClient(id, (tx) => addFiscalYear(tx, 2026, BY));
  for (const year of [2025, 2026]) await setPeriod(books.db, id, year, 13, 'open');
  const lines: Kept[] = [];
  const instants: string[] = [];
  const done: Posting[] = [];
  const numbers = new Map<Posting, { fiscalYear: number; entryNo: number }>();
  const reversed = new Set<Posting>();
  for (const wish of wishes) {
    const one = postingOf(
      id,
      wish,
      everyLineWithProduct,
      done.filter((posting) => !reversed.has(posting)),
    );
    if (!one) continue;
    const { posting, takesBack } = one;
    if (takesBack) posting.reverses = numbers.get(takesBack)!;
    const [answer] = await postDirectly(books.db, [posting]);
    if (!isPosted(answer!))
      throw new Error(
        `${answer!.outcome}: ${JSON.stringify(wish, (_, value) => (typeof value === 'bigint' ? String(value) : (value as unknown)))}`,
      );
    numbers.set(posting, { fiscalYear: posting.fiscalYear, entryNo: answer!.entryNo });
    if (takesBack) reversed.add(takesBack);
    else done.push(posting);
    instants.push(answer!.recordedAt);
    for (const line of posting.lines) {
      lines.push({
        year: posting.fiscalYear,
        period: posting.period,
        date: posting.bookingDate,
        account: line.account,
        cash: line.cashAccount ?? '',
        product: line.product,
        amount: line.amount,
        at: micros(answer!.recordedAt),
      });
    }
  }
  return { id, lines, instants };
}

function postingOf(
  clientId: number,
  wish: Wish,
  always: boolean,
  done: Posting[],
): { posting: Posting; takesBack?: Posting } | undefined {
  const line = (account: string, amount: bigint, cashAccount: string | null = null) => ({
    account,
    amount,
    cashAccount,
    product: wish.none && !always && cashAccount === null && !/^[45]/.test(account) ? null : wish.product,
    costCentre: null,
    text: '',
  });
  const [year, month] = [Number(wish.date.slice(0, 4)), monthOf(wish.date)];
  const base = {
    clientId,
    fiscalYear: year,
    bookingDate: wish.date,
    text: 'x',
    reference: '',
    author: CLERK,
    source: 'test',
    idempotencyKey: null,
    reverses: null,
    reason: '',
  };
  const made = (kind: EntryKind, period: number, lines: Posting['lines'], more: Partial<Posting> = {}) => ({
    posting: { ...base, kind, period, lines, ...more },
  });
  const c = wish.cents;
  if (wish.kind === 'opening')
    return made('opening', 0, [line('1811', c), line('2011', -c)], {
      author: LEAD,
      bookingDate: `${year}-01-01`,
      correction: 'Nachtrag',
      reason: 'Nachtrag',
    });
  if (wish.kind === 'closing')
    return made('closing', 13, [line('4012', c), line('8031', -c), line('8031', c), line('2081', -c)], {
      author: LEAD,
      bookingDate: `${year}-12-31`,
    });
  if (wish.kind === 'transfer') return made('regular', month, [line('1821', c), line('1811', -c)]);
  if (wish.kind === 'reversal') {
    const takesBack = done[wish.pick % Math.max(1, done.length)];
    if (!takesBack) return undefined;
    const edge = takesBack.period === 0 || takesBack.period === 13;
    const date = edge || wish.date < takesBack.bookingDate ? takesBack.bookingDate : wish.date;
    const posting = {
      ...base,
      author: takesBack.author,
      kind: 'reversal' as const,
      fiscalYear: Number(date.slice(0, 4)),
      bookingDate: date,
      period: edge ? takesBack.period : monthOf(date),
      lines: mirrored(takesBack.lines),
      reason: 'falsch',
    };
    return { posting, takesBack };
  }
  const cash = { '4012': '6012', '4411': '6411', '5241': '7241', '1632': '6012', '2811': '7241', '0211': '7821' }[
    wish.account
  ]!;
  if (wish.pick % 3 === 0) return made('regular', month, [line(wish.account, c), line('3511', -c)]);
  return cash.startsWith('6')
    ? made('regular', month, [line('1811', c, cash), line(wish.account, -c)])
    : made('regular', month, [line(wish.account, c), line('1811', -c, cash)]);
}

type HandSums = Omit<AccountSums, 'account' | 'cashAccount'>;

/** The naive answer: go through every line and ask whether it counts. */
function byHand(lines: Kept[], view: View & { below?: Set<string> | undefined }): Map<string, HandSums> {
  const sums = new Map<string, HandSums>();
  for (const line of lines) {
    if (line.year > view.fiscalYear || (view.knownOn !== undefined && line.at > micros(view.knownOn))) continue;
    if (view.account !== undefined && line.account !== view.account) continue;
    if (view.below && !(line.product !== null && view.below.has(line.product))) continue;
    if (line.year === view.fiscalYear && view.asOf !== undefined && line.date > view.asOf) continue;
    const key = `${line.account} ${line.cash}`;
    const sum = sums.get(key) ?? { prior: 0n, opening: 0n, debit: 0n, credit: 0n, transferred: 0n };
    sums.set(key, sum);
    if (line.year < view.fiscalYear) sum.prior += line.amount;
    else if (line.period === 0) sum.opening += line.amount;
    else if (line.amount > 0n) sum.debit += line.amount;
    else sum.credit -= line.amount;
    // The closing entries of these books do nothing else than to take a result to equity.
    if (line.year === view.fiscalYear && line.period === 13) sum.transferred += line.amount;
  }
  return sums;
}

const BELOW: Record<string, Set<string>> = {
  '01': new Set(['01', '111']),
  '16': new Set(['16', '611']),
  '111': new Set(['111']),
  '365': new Set(['365']),
  '611': new Set(['611']),
};
const VIEW = fc.record({
  fiscalYear: fc.constantFrom(2025, 2026),
  day: fc.option(DAY, { nil: undefined }),
  known: fc.option(fc.nat(), { nil: undefined }),
  product: fc.option(PRODUCT, { nil: undefined }),
  account: fc.option(fc.constantFrom('1811', '4012', '8031'), { nil: undefined }),
});

const zero = (sum: HandSums): boolean => Object.values(sum).every((amount) => amount === 0n);

it('sums, trial balance, ledger pages and statements are those of somebody who adds up by hand', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(WISH, { minLength: 5, maxLength: 40 }),
      fc.array(VIEW, { minLength: 12, maxLength: 12 }),
      async (wishes, views) => {
        const { id, lines, instants } = await bookAll(wishes);
        for (const { fiscalYear, day, known, product, account } of views) {
          const view: View = {
            fiscalYear,
            asOf: day && `${fiscalYear}${day.slice(4)}`,
            knownOn: known === undefined ? undefined : instants[known % instants.length],
            product,
            account,
          };
          await books.db.inClient(id, async (tx) => {
            await compareSums(tx, lines, view);
            if (product === undefined) await compareStatements(tx, view);
            if (account !== undefined) await compareLedger(tx, lines, { ...view, account });
          });
        }
      },
    ),
    { numRuns: 8 },
  );
});

async function compareSums(tx: ClientTx, lines: Kept[], view: View): Promise<void> {
  const sums = await sumsAt(tx, view);
  const expected = byHand(lines, { ...view, below: view.product === undefined ? undefined : BELOW[view.product] });
  const plain = (all: Map<string, HandSums>): string[] =>
    [...all]
      .filter(([, sum]) => !zero(sum))
      .map(
        ([key, sum]) =>
          `${key}: ${[sum.prior, sum.opening, sum.debit, sum.credit, sum.transferred].map(formatEuro).join(' ')}`,
      )
      .sort();
  const got = new Map(sums.map(({ account, cashAccount, ...rest }) => [`${account} ${cashAccount}`, rest]));
  expect(plain(got)).toEqual(plain(expected));

  const accounts = new Map<string, { opening: bigint; debit: bigint; credit: bigint }>();
  for (const [key, sum] of expected) {
    const account = key.split(' ')[0]!;
    const row = accounts.get(account) ?? { opening: 0n, debit: 0n, credit: 0n };
    accounts.set(account, {
      opening: row.opening + sum.opening + (carriesOver(account) ? sum.prior : 0n),
      debit: row.debit + sum.debit,
      credit: row.credit + sum.credit,
    });
  }
  const rows = trialBalance(sums).map(
    (row) =>
      `${row.account} ${formatEuro(row.opening)} ${formatEuro(row.debit)} ${formatEuro(row.credit)} ${formatEuro(row.closing)}`,
  );
  const byAccount = [...accounts].filter(([, row]) => row.opening !== 0n || row.debit !== 0n || row.credit !== 0n);
  expect(rows.sort()).toEqual(
    byAccount
      .map(
        ([account, row]) =>
          `${account} ${formatEuro(row.opening)} ${formatEuro(row.debit)} ${formatEuro(row.credit)} ${formatEuro(row.opening + row.debit - row.credit)}`,
      )
      .sort(),
  );
}

/** Turns the pages of an account and adds up on the way. */
async function compareLedger(tx: ClientTx, lines: Kept[], view: View & { account: string }): Promise<void> {
  const query = { ...view, limit: 3 };
  const first = await accountLedger(tx, query);
  const items = [...first.items];
  for (let next = first.next; next !== null;) {
    const page = await accountLedger(tx, { ...query, after: next });
    items.push(...page.items);
    next = page.next;
  }
  const below = view.product === undefined ? undefined : BELOW[view.product];
  let balance = 0n;
  for (const [key, sum] of byHand(lines, { ...view, below }))
    if (key.startsWith(view.account)) balance += sum.opening + (carriesOver(view.account) ? sum.prior : 0n);
  expect(first.opening).toBe(formatEuro(balance));
  const cents = (euro: string | null): bigint => BigInt((euro ?? '0').replace('.', ''));
  for (const item of items) {
    balance += cents(item.debit) - cents(item.credit);
    expect(item.balance).toBe(formatEuro(balance));
  }
  expect(first.totals.closing).toBe(formatEuro(balance));
  expect(items.map((item) => item.bookingDate)).toEqual(items.map((item) => item.bookingDate).sort());
}

async function compareStatements(tx: ClientTx, view: View): Promise<void> {
  for (const statement of ['results', 'cash-flows', 'balance-sheet'] as const) {
    const query = { ...view, account: undefined, statement };
    const own = await figures(tx, query);
    const drawn: StatementView = statementOf(query, [own]);
    // Bilanz: assets equal liabilities, its line 1.4 is line 26; Finanzrechnung: line 41 is line A2.4; the products make up the whole.
    expect(drawn.checks.filter((check) => !check.ok)).toEqual([]);
    for (const line of drawn.lines) {
      const behind = lineOf(query, own, line.code).accounts.reduce(
        (sum, one) => sum + BigInt(one.amount.replace('.', '')),
        0n,
      );
      expect([line.code, formatEuro(behind)]).toEqual([line.code, line.actual]);
    }
  }
}

it('the Teilrechnungen of all product areas together are the whole, line by line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(WISH, { minLength: 10, maxLength: 40 }), async (wishes) => {
      const { id } = await bookAll(wishes, true);
      await books.db.inClient(id, async (tx) => {
        const areas = await tx.query<{ code: string }>(
          'select code from product where client_id = $1 and parent is null',
          [id],
        );
        for (const [statement, partial, whole] of [
          ['results', 'TER', 'ER'],
          ['cash-flows', 'TFR', 'FR'],
        ] as const) {
          const draw = async (product?: string) =>
            statementOf({ statement, fiscalYear: 2026, product }, [
              await figures(tx, { statement, fiscalYear: 2026, product }),
            ]).lines;
          const sums = new Map<string, bigint>();
          for (const { code } of areas) {
            for (const line of await draw(code))
              sums.set(line.code, (sums.get(line.code) ?? 0n) + BigInt(line.actual.replace('.', '')));
          }
          const lines = (await draw()).filter(
            (line) => sums.has(line.code.replace(whole, partial)) && !/^ER(27|28|29|30|31|32)/.test(line.code),
          );
          expect(lines.length).toBeGreaterThan(10);
          for (const line of lines)
            expect([line.code, formatEuro(sums.get(line.code.replace(whole, partial))!)]).toEqual([
              line.code,
              line.actual,
            ]);
        }
      });
    }),
    { numRuns: 4 },
  );
});

it('several clients add up line by line', async () => {
  const one = await bookAll(fc.sample(WISH, { numRuns: 15, seed: 1 }));
  const two = await bookAll(fc.sample(WISH, { numRuns: 15, seed: 2 }));
  const query = { statement: 'balance-sheet', fiscalYear: 2026 } as const;
  const all = await books.db.inClients([one.id, two.id], (tx) => figures(tx, query));
  const [first, second, sum] = [[all[0]!], [all[1]!], all].map((some) => statementOf(query, some));
  const cents = (view: StatementView | undefined, n: number): bigint => BigInt(view!.lines[n]!.actual.replace('.', ''));
  sum!.lines.forEach((line, n) =>
    expect([line.code, cents(sum, n)]).toEqual([line.code, cents(first, n) + cents(second, n)]),
  );
  expect(sum!.checks.every((check) => check.ok)).toBe(true);
});
