import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { addFiscalYear } from '@lib/clients';
import { appUrl } from '@lib/database';
import {
  type Books,
  BY,
  CLERK,
  entry,
  LEAD,
  newKey,
  openBooks,
  postDirectly,
  setPeriod,
  toPost,
} from '../../../test/support/books.js';
import { eventually } from '../../../test/support/centre.js';
import { mirrored } from './journal-entry.js';
import { findEntry } from './ledger.store.js';
import { type Posting, postWithin } from './posting.js';
import { PostingQueue } from './posting-queue.js';
import { proveLedger } from './prove-ledger.js';

let books: Books;
let client: number;
beforeAll(async () => (books = await openBooks()));
afterAll(() => books.close());
beforeEach(async () => {
  client = (await books.client()).id;
});

const TAX = '1811/6012 S 100.00, 4012 H 100.00';
const tax = (more: Partial<Posting> = {}, date = '2026-03-01'): Posting => toPost(client, entry(date, TAX), more);
/** The outcome of each entry; a call that fails as a whole wrote nothing of any. */
const outcomes = (postings: Posting[]): Promise<string[]> =>
  postDirectly(books.db, postings).then(
    (answers) => answers.map(({ outcome }) => outcome),
    (error: { code: string }) => postings.map(() => `Failed ${error.code}`),
  );
const numbers = async (id = client, year = 2026): Promise<number[]> =>
  (
    await books.all<{ no: number }>(
      'select entry_no::int as no from journal_entry where client_id = $1 and fiscal_year = $2 order by entry_no',
      [id, year],
    )
  ).map((row) => row.no);
const oneTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

describe('the posting function refuses by itself, whoever calls it', () => {
  const line = (change: object, at = 0): Posting => {
    const whole = tax();
    return { ...whole, lines: whole.lines.map((one, index) => (index === at ? { ...one, ...change } : one)) };
  };
  const CASES: [string, () => Posting, string, number][] = [
    ['an unbalanced entry', () => line({ amount: 9_999n }), 'Unbalanced', 0],
    ['a single line', () => ({ ...tax(), lines: [tax().lines[0]!] }), 'TooFewLines', 0],
    ['no line at all', () => ({ ...tax(), lines: [] }), 'TooFewLines', 0],
    ['an unknown account', () => line({ account: '4999999' }, 1), 'LineRefused', 2],
    ['a heading', () => line({ account: '40' }, 1), 'LineRefused', 2],
    ['a cash-flow account as account', () => line({ account: '6012' }, 1), 'LineRefused', 2],
    ['a closing account in the middle of the year', () => line({ account: '8031' }, 1), 'LineRefused', 2],
    ['an unknown product', () => line({ product: '999' }), 'LineRefused', 1],
    ['an unknown cost centre', () => line({ costCentre: '999' }), 'LineRefused', 1],
    ['an unknown cash-flow account', () => line({ cashAccount: '6999' }), 'LineRefused', 1],
    ['a cash-flow account where no money moves', () => line({ cashAccount: '6012' }, 1), 'LineRefused', 2],
    ['money without a cash-flow account', () => line({ cashAccount: null }), 'CashAccountMissing', 0],
    [
      'an amount beyond the range',
      () => ({ ...tax(), lines: tax().lines.map((one) => ({ ...one, amount: one.amount * 1_000_000_000_0n })) }),
      'LineRefused',
      1,
    ],
    [
      'an amount of nothing',
      () => ({ ...tax(), lines: tax().lines.map((one) => ({ ...one, amount: 0n })) }),
      'LineRefused',
      1,
    ],
    ['a year that is not there', () => tax({ fiscalYear: 2031, bookingDate: '2031-03-01' }), 'PeriodUnknown', 0],
    ['a period that is not there', () => tax({ period: 14 }), 'PeriodUnknown', 0],
    ['a date outside the period', () => tax({ bookingDate: '2026-04-01' }), 'DateOutsidePeriod', 0],
    ['a date outside the year', () => tax({ bookingDate: '2027-03-01' }), 'DateOutsidePeriod', 0],
    ['an ordinary entry in the opening period', () => tax({ period: 0 }), 'KindDoesNotFitPeriod', 0],
    ['an ordinary entry in the closing period', () => tax({ period: 13 }), 'PeriodClosed', 0],
    ['an opening entry in March', () => tax({ kind: 'opening' }), 'KindDoesNotFitPeriod', 0],
    ['a closing entry in March', () => tax({ kind: 'closing' }), 'KindDoesNotFitPeriod', 0],
  ];
  it.each(CASES)('%s', async (_, make, outcome, lineNo) => {
    const [answer] = await postDirectly(books.db, [make()]);
    expect(answer).toMatchObject({ outcome, lineNo, entryNo: 0 });
    expect(await numbers()).toEqual([]);
  });

  it('an account, product or cost centre of another client', async () => {
    const other = (await books.client()).id;
    await books.db.inClient(other, async (tx) => {
      await tx.query(`insert into account (client_id, number, parent, name, level, kind, postable, product_required, origin)
        values (${other}, '401288', '4012', 'fremd', 'konto', 'revenue', true, true, 'own')`);
      await tx.query(`insert into cost_centre (client_id, code, name) values (${other}, '700', 'fremd')`);
    });
    expect(await outcomes([line({ account: '401288' }, 1), line({ costCentre: '700' })])).toEqual([
      'LineRefused',
      'LineRefused',
    ]);
  });

  it('a locked account, a locked product, a missing product', async () => {
    await books.db.inClient(client, async (tx) => {
      await tx.query(`update account set locked = true where client_id = ${client} and number = '4411'`);
      await tx.query(`update product set locked = true where client_id = ${client} and code = '111'`);
    });
    expect(
      await outcomes([line({ account: '4411' }, 1), line({ product: '111' }, 1), line({ product: null }, 1), tax()]),
    ).toEqual(['LineRefused', 'LineRefused', 'LineRefused', 'Posted']);
  });

  it('a closed period to everybody, a softly closed one to who has no privilege', async () => {
    await setPeriod(books.db, client, 2026, 3, 'soft-closed');
    await setPeriod(books.db, client, 2026, 4, 'closed');
    const april = toPost(client, entry('2026-04-01', TAX));
    expect(await outcomes([tax(), tax({ author: LEAD }), april, { ...april, author: LEAD }])).toEqual([
      'PeriodClosed',
      'Posted',
      'PeriodClosed',
      'PeriodClosed',
    ]);
  });
});

describe('a text that would blur what is sealed', () => {
  it.each(['\u001e1\u001f4012', 'a\u001fb', 'Zeile\nZeile'])('%j is refused by the database itself', async (text) => {
    expect(await outcomes([tax({ text })])).toEqual(['Failed 23514']);
    expect(await outcomes([tax({ reference: text })])).toEqual(['Failed 23514']);
    expect(await outcomes([{ ...tax(), lines: tax().lines.map((one) => ({ ...one, text })) }])).toEqual([
      'Failed 23514',
    ]);
    expect(await numbers()).toEqual([]);
  });
});

describe('reversals', () => {
  const reversal = (more: Partial<Posting> = {}): Posting => ({
    ...tax({ kind: 'reversal', reverses: { fiscalYear: 2026, entryNo: 1 }, reason: 'doppelt erfasst' }),
    lines: mirrored(tax().lines),
    ...more,
  });
  beforeEach(async () => {
    await postDirectly(books.db, [tax()]);
  });

  it('takes back exactly the lines reversed', async () => {
    const half = reversal().lines.map((one) => ({ ...one, amount: one.amount / 2n }));
    const other = reversal().lines.map((one) => (one.amount > 0n ? { ...one, account: '4011' } : one));
    const more = [...reversal().lines, ...mirrored(reversal().lines), ...reversal().lines];
    const otherProduct = reversal().lines.map((one) => ({ ...one, product: '111' }));
    const cases = [half, other, more, otherProduct, tax().lines].map((lines) => reversal({ lines }));
    expect(await outcomes(cases)).toEqual(Array(5).fill('NotAMirror'));
    expect(await outcomes([reversal()])).toEqual(['Posted']);
  });

  it('happens once, also when two arrive together', async () => {
    const answers = await Promise.allSettled([
      books.queue.post(reversal()),
      books.instance().post(reversal()),
      books.queue.post(reversal()),
    ]);
    const words = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.outcome : 'rejected')).sort();
    expect(words).toEqual(['AlreadyReversed', 'AlreadyReversed', 'Posted']);
    expect(await numbers()).toEqual([1, 2]);
  });

  it('has something to reverse that is no reversal, of this client', async () => {
    const other = (await books.client()).id;
    expect(await outcomes([reversal({ reverses: { fiscalYear: 2026, entryNo: 7 } })])).toEqual(['NothingToReverse']);
    expect(await outcomes([reversal({ clientId: other })])).toEqual(['NothingToReverse']);
    await postDirectly(books.db, [reversal()]);
    const twice = reversal({ reverses: { fiscalYear: 2026, entryNo: 2 }, lines: tax().lines });
    expect(await outcomes([twice])).toEqual(['NothingToReverse']);
  });

  it('gives its reason', async () => {
    expect(await outcomes([reversal({ reason: '' })])).toEqual(['Failed 23514']);
  });
});

describe('idempotency', () => {
  it('the same key with the same content answers the first entry, with other content it is refused', async () => {
    const idempotencyKey = newKey();
    const [first] = await postDirectly(books.db, [tax({ idempotencyKey })]);
    const [again] = await postDirectly(books.db, [tax({ idempotencyKey })]);
    expect(again).toEqual({ ...first, outcome: 'Replayed' });
    for (const other of [
      tax({ idempotencyKey }, '2026-03-02'),
      tax({ idempotencyKey, text: 'anders' }),
      tax({ idempotencyKey, author: LEAD }),
    ]) {
      expect(await outcomes([other])).toEqual(['KeyReused']);
    }
    expect(await numbers()).toEqual([1]);
  });

  it('is answered even when the period has been closed since', async () => {
    const idempotencyKey = newKey();
    await postDirectly(books.db, [tax({ idempotencyKey })]);
    await setPeriod(books.db, client, 2026, 3, 'closed');
    expect(await outcomes([tax({ idempotencyKey })])).toEqual(['Replayed']);
  });

  it('a key counts per client', async () => {
    const idempotencyKey = newKey();
    const other = (await books.client()).id;
    expect(await outcomes([tax({ idempotencyKey }), tax({ idempotencyKey, clientId: other })])).toEqual([
      'Posted',
      'Posted',
    ]);
  });

  it('twins in one call: the first is posted, the queue answers the second with it', async () => {
    const idempotencyKey = newKey();
    expect(await outcomes([tax({ idempotencyKey }), tax({ idempotencyKey })])).toEqual(['Posted', 'Retry']);
    const key = newKey();
    const answers = await Promise.all([...oneTo(20)].map(() => books.queue.post(tax({ idempotencyKey: key }))));
    expect(answers.map((answer) => answer.outcome).sort()).toEqual(['Posted', ...Array(19).fill('Replayed')]);
    expect(new Set(answers.map((answer) => answer.entryNo)).size).toBe(1);
  });

  it('a refused entry leaves its key free', async () => {
    const idempotencyKey = newKey();
    expect(await outcomes([tax({ idempotencyKey, period: 14 })])).toEqual(['PeriodUnknown']);
    expect(await outcomes([tax({ idempotencyKey })])).toEqual(['Posted']);
  });
});

describe('one call, many passengers', () => {
  it('none at all is fine', async () => {
    expect(await outcomes([])).toEqual([]);
  });

  it('a bad entry never fails its fellow passengers, and numbers show no gap', async () => {
    const bad: Partial<Posting>[] = [
      { period: 14 },
      { lines: [] },
      { text: '' }, // only a constraint of the table catches this one: the whole call fails and everybody is tried alone
      { kind: 'reversal', reverses: { fiscalYear: 2026, entryNo: 99 }, reason: 'gibt es nicht' },
    ];
    const wanted = oneTo(40).map((n) =>
      n % 4 === 0 ? tax(bad[(n / 4) % bad.length]) : tax({ text: `Bescheid ${n}` }),
    );
    const answers = await Promise.allSettled(wanted.map((one) => books.queue.post(one)));
    const posted = answers.flatMap((answer) =>
      answer.status === 'fulfilled' && answer.value.outcome === 'Posted' ? [answer.value.entryNo] : [],
    );
    expect(posted.sort((a, b) => a - b)).toEqual(oneTo(30));
    expect(await numbers()).toEqual(oneTo(30));
  });

  it('one client’s failure is not another client’s', async () => {
    const other = (await books.client()).id;
    const answers = await Promise.allSettled(
      [tax(), tax({ text: '' }), tax({ clientId: other }), tax({ text: '' })].map((one) => books.queue.post(one)),
    );
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(await numbers(other)).toEqual([1]);
    expect(await numbers()).toEqual([1]);
  });

  it('a transaction bound to one client posts for no other', async () => {
    const other = (await books.client()).id;
    const attempt = books.db.inClient(client, (tx) => postWithin(tx, [tax({ clientId: other })]));
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
    expect(await numbers(other)).toEqual([]);
  });

  it('stays bound to its client after posting, and unbound after posting for several', async () => {
    const bound = await books.db.inClient(client, async (tx) => {
      await postWithin(tx, [tax()]);
      return tx.query<{ id: string }>(`select current_setting('app.client_id') as id`);
    });
    expect(bound).toEqual([{ id: String(client) }]);
    const seen = await books.db.inCentre(async (tx) => {
      await postWithin(tx, [tax()]);
      return tx.query('select 1 from journal_entry');
    });
    expect(seen).toEqual([]);
  });

  it('disappears wholly when the surrounding transaction is rolled back, and its number is given again', async () => {
    const broken = books.db.inClient(client, async (tx) => {
      await postWithin(tx, [tax(), tax()]);
      throw new Error('something later failed');
    });
    await expect(broken).rejects.toThrow('something later failed');
    const [next] = await postDirectly(books.db, [tax()]);
    expect(next!.entryNo).toBe(1);
    expect(await books.db.inClient(client, proveLedger)).toMatchObject({ ok: true, entries: 1 });
  });
});

describe('opponents in parallel', () => {
  it('several instances, two clients, two years, bad entries among good ones: numbers without a gap, sums agree', async () => {
    const other = (await books.client()).id;
    for (const id of [client, other]) await books.db.inClient(id, (tx) => addFiscalYear(tx, 2027, BY));
    const instances = [books.queue, books.instance(), books.instance()];
    const wanted = oneTo(300).map((n) => {
      const date = n % 3 === 0 ? '2027-02-01' : '2026-02-01';
      const body = entry(date, n % 10 === 0 ? '1811/6012 S 1.00, 4012 H 2.00' : '1811/6012 S 1.00, 4012 H 1.00', {
        text: `Nr ${n}`,
      });
      return toPost(n % 2 === 0 ? client : other, body);
    });
    const answers = await Promise.all(wanted.map((one, n) => instances[n % 3]!.post(one)));
    expect(answers.filter((answer) => answer.outcome === 'Unbalanced')).toHaveLength(30);
    let total = 0;
    for (const id of [client, other]) {
      for (const year of [2026, 2027]) {
        const given = await numbers(id, year);
        expect(given).toEqual(oneTo(given.length));
        const answered = wanted.flatMap((one, n) =>
          one.clientId === id && one.fiscalYear === year && answers[n]!.entryNo > 0 ? [answers[n]!.entryNo] : [],
        );
        expect(answered.sort((a, b) => a - b)).toEqual(given);
        total += given.length;
      }
      expect(await books.db.inClient(id, proveLedger)).toMatchObject({ ok: true, findings: [] });
    }
    expect(total).toBe(270);
  });

  it('the ledger attacked from two sides ends where it began', async () => {
    const [one, two] = [books.instance(), books.instance()];
    const ab = toPost(client, entry('2026-05-01', '1811 S 1.00, 1821 H 1.00'));
    const ba = toPost(client, entry('2026-05-01', '1821 S 1.00, 1811 H 1.00'));
    const answers = await Promise.all(oneTo(500).flatMap(() => [one.post(ab), two.post(ba)]));
    expect(answers.every((answer) => answer.outcome === 'Posted')).toBe(true);
    const sums = await books.all(
      'select account, sum(debit)::int as debit, sum(credit)::int as credit from account_balance where client_id = $1 group by 1 order by 1',
      [client],
    );
    expect(sums).toEqual([
      { account: '1811', debit: 50_000, credit: 50_000 },
      { account: '1821', debit: 50_000, credit: 50_000 },
    ]);
    expect(await numbers()).toEqual(oneTo(1000));
  });

  it('closing a period waits for postings under way; whatever comes later is refused', async () => {
    const posted = oneTo(60).map((n) => books.queue.post(tax({ text: `Bescheid ${n}` })));
    await setPeriod(books.db, client, 2026, 3, 'closed');
    const later = await books.queue.post(tax());
    const early = await Promise.all(posted);
    expect(later.outcome).toBe('PeriodClosed');
    const done = early.filter((answer) => answer.outcome === 'Posted').length;
    expect(early.filter((answer) => answer.outcome === 'PeriodClosed')).toHaveLength(60 - done);
    expect(await numbers()).toEqual(oneTo(done));
  });

  it('waits for a client whose books are held by a large posting, without holding up others', async () => {
    const other = (await books.client()).id;
    let letGo = (): void => undefined;
    let held = (): void => undefined;
    const holding = new Promise<void>((resolve) => (held = resolve));
    const large = books.db.inClient(client, async (tx) => {
      await postWithin(tx, [tax()]);
      held();
      await new Promise<void>((resolve) => (letGo = resolve));
    });
    await holding;
    let done = false;
    const waiting = books.queue.post(tax()).then((answer) => {
      done = true;
      return answer;
    });
    expect((await books.queue.post(tax({ clientId: other }))).outcome).toBe('Posted');
    expect(done).toBe(false);
    letGo();
    await large;
    expect(await waiting).toMatchObject({ outcome: 'Posted', entryNo: 2 });
  });
});

describe('the queue', () => {
  const held: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const letGo of held.splice(0)) await letGo();
  });
  /** Holds something of the client's books until the test lets go. */
  async function hold(sql: string): Promise<() => Promise<void>> {
    const letGo = await books.hold(sql, [client]);
    held.push(letGo);
    return letGo;
  }

  it('refuses what is beyond its bound at once, and posts everything it accepted', async () => {
    const queue = new PostingQueue(books.db.pool, 1, 500);
    const letGo = await hold('select 1 from fiscal_year where client_id = $1 for update');
    const answers = Promise.allSettled(oneTo(1000).map(() => queue.post(tax())));
    await expect(queue.post(tax())).rejects.toMatchObject({ code: 'Overloaded', status: 503 });
    await letGo();
    const posted = (await answers).filter(
      (answer) => answer.status === 'fulfilled' && answer.value.outcome === 'Posted',
    );
    expect(posted.length).toBeGreaterThanOrEqual(500);
    expect(await numbers()).toEqual(oneTo(posted.length));
  });

  it('never posts twice when the answer is lost after the commit', async () => {
    const wire = await cutWire(appUrl(books.adminUrl));
    const queue = new PostingQueue(wire.pool);
    await queue.post(tax());
    wire.loseAnswers();
    const answers = Promise.allSettled(oneTo(6).map(() => queue.post(tax())));
    await eventually(async () => (await numbers()).length === 7);
    wire.cut();
    const reasons = (await answers).map(
      (answer) => answer.status === 'rejected' && (answer.reason as { code: string }).code,
    );
    await queue.drained();
    await wire.close();
    expect(reasons).toEqual(Array(6).fill('DatabaseUnavailable'));
    expect(await numbers()).toEqual(oneTo(7));
  });

  it('says for every passenger that nobody knows when a call of many loses its connection', async () => {
    const queue = books.instance();
    const letGo = await hold(`select 1 from account where client_id = $1 and number = '4012' for update`);
    const answers = Promise.allSettled(oneTo(5).map(() => queue.post(tax())));
    for (let call = 0; call < 2; call++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await books.all(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like '%post_entries%' and wait_event_type = 'Lock'`);
    }
    await letGo();
    expect(
      (await answers).map((answer) => answer.status === 'rejected' && (answer.reason as { code: string }).code),
    ).toEqual(Array(5).fill('DatabaseUnavailable'));
    expect(await numbers()).toEqual([]);
  });
});

/** A pool whose connections run through a wire that can lose the server's answers and be cut. */
async function cutWire(url: string) {
  const target = new URL(url);
  const [host, port] = [target.hostname, Number(target.port)];
  const sockets = new Set<Socket>();
  let lose = false;
  const server = createServer((near) => {
    const far = connect(port, host);
    sockets.add(near).add(far);
    near
      .on('data', (data) => far.write(data))
      .on('error', () => far.destroy())
      .on('close', () => far.destroy());
    far
      .on('data', (data) => lose || near.write(data))
      .on('error', () => near.destroy())
      .on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  target.port = String((server.address() as AddressInfo).port);
  const pool = new pg.Pool({ connectionString: target.toString(), max: 4 });
  pool.on('error', () => undefined);
  return {
    pool,
    loseAnswers: () => void (lose = true),
    cut: () => {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      lose = false;
    },
    close: async () => {
      await pool.end();
      server.close();
    },
  };
}

describe('what is stored', () => {
  it('is what was posted, with author, source and instants in order of numbers', async () => {
    await postDirectly(books.db, [
      tax({ text: 'Grundsteuer „B“ – Müller & Söhne, 50 % \\ "Rate" {1,2}', reference: "O'Brien" }),
      tax(),
    ]);
    await postDirectly(books.db, [tax()]);
    const stored = await books.db.inClient(client, (tx) => findEntry(tx, 2026, 1));
    expect(stored).toMatchObject({
      text: 'Grundsteuer „B“ – Müller & Söhne, 50 % \\ "Rate" {1,2}',
      reference: "O'Brien",
      lines: tax().lines,
    });
    const rows = await books.all<{ author: string; source: string; recorded_at: string }>(
      'select author, author_name, source, recorded_at from journal_entry where client_id = $1 order by entry_no',
      [client],
    );
    expect(rows[0]).toMatchObject({ author: CLERK.id, author_name: CLERK.name, source: 'test' });
    const instants = rows.map((row) => row.recorded_at);
    expect([...instants].sort()).toEqual(instants);
  });
});
