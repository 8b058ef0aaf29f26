import type { ClientTx } from '@lib/database';
import { Clock, yearOf } from '@lib/kernel';
import { STATEMENTS, figures, statementOf } from '@lib/reporting';
import { ROLES, SYSTEM } from '@lib/access';
import { createClient } from '@lib/clients';
import { type OpenDatabase, openTestDatabase } from '../../../../test/support/clients.js';
import { proveLedger } from '@lib/ledger';
import { reconciliation } from '@lib/open-items';
import { readIban } from '@lib/partners';
import { townBooks } from './books/town-books.js';
import { type DemoSummary, seedDemo } from './seed-demo.js';
import { TOWNS, inventedIban } from './town.js';

const today = '2026-10-14';
class FixedClock extends Clock {
  override now(): Date {
    return new Date(`${today}T09:00:00Z`);
  }
}
const options = { password: 'nur zum Ausprobieren 2026', clock: new FixedClock() };

let open: OpenDatabase;
let summary: DemoSummary;
beforeAll(async () => {
  open = await openTestDatabase();
  summary = await seedDemo(open.db, options);
});
afterAll(() => open.close());

const inEach = <T>(work: (tx: ClientTx) => Promise<T>): Promise<T[]> =>
  open.db.inClients(
    summary.clients.map((client) => client.id),
    work,
  );

/** Special funds send no invoices of their own here. */
const isTown = (index: number): boolean => !summary.clients[index]!.key.startsWith('abwasserwerk');

describe('the demonstration centre', () => {
  it('has three municipalities, a special fund and two years of entries', () => {
    expect(summary.clients.map((client) => client.key)).toEqual([
      'ahlenbrueck',
      'abwasserwerk-ahlenbrueck',
      'wesenrode',
      'lindhoven',
    ]);
    expect(summary.entries).toBeGreaterThan(12_000);
    expect(summary.entries).toBeLessThan(22_000);
  });

  it('goes on with the next client when it is interrupted, and comes out the same', async () => {
    const other = await openTestDatabase();
    const clients = () =>
      other.db
        .inCentre((tx) => tx.query<{ key: string }>('select key from client order by id'))
        .then((rows) => rows.map(({ key }) => key));
    const interrupted = seedDemo(other.db, {
      ...options,
      say: (text) => {
        if (text.includes('Wesenrode')) throw new Error('pulled the plug');
      },
    });
    await expect(interrupted).rejects.toThrow('pulled the plug');
    expect(await clients()).toEqual(['ahlenbrueck', 'abwasserwerk-ahlenbrueck']);

    // On another day, and two at once: each client is laid out once, as of the day on which it was begun.
    const tomorrow = new (class extends Clock {
      override now(): Date {
        return new Date('2026-10-15T09:00:00Z');
      }
    })();
    const runs = await Promise.all([1, 2].map(() => seedDemo(other.db, { ...options, clock: tomorrow })));
    const laidOut = runs.flatMap((run) => run.clients);
    const wanted = summary.clients.slice(2).map(({ key, entries }) => ({ key, entries }));
    expect(laidOut.map(({ key, entries }) => ({ key, entries }))).toEqual(wanted);
    expect(await clients()).toEqual(summary.clients.map(({ key }) => key));
    const people = await other.db.inCentre((tx) => tx.query('select 1 from user_account'));
    expect(people).toHaveLength(summary.users.length);
    await other.close();
  });

  it('leaves a centre alone that keeps books of its own', async () => {
    const other = await openTestDatabase();
    await other.db.inCentre((tx) =>
      createClient(tx, { template: 'nrw-municipality', key: 'own', name: 'Gemeinde Eigen', fiscalYear: 2026 }, SYSTEM),
    );
    expect(await seedDemo(other.db, options)).toMatchObject({ seeded: false });
    expect(await other.db.inCentre((tx) => tx.query('select 1 from user_account'))).toEqual([]);
    await other.close();
  });

  it('is not seeded a second time', async () => {
    expect(await seedDemo(open.db, options)).toMatchObject({ seeded: false, entries: 0 });
    expect(await open.db.inCentre((tx) => tx.query('select 1 from client'))).toHaveLength(4);
  });

  it('is the same every time', () => {
    const town = TOWNS[2]!;
    expect(townBooks(town, 2025, today)).toEqual(townBooks(town, 2025, today));
    const earlier = townBooks(town, 2025, '2026-03-01');
    const later = townBooks(town, 2025, today).filter((entry) => entry.date <= '2026-03-01');
    expect(later).toEqual(earlier);
  });

  it('has somebody for every role, and nobody who administers and keeps books', async () => {
    expect([...new Set(summary.users.map((user) => user.role))].sort()).toEqual([...ROLES].sort());
    const rows = await open.db.inCentre((tx) =>
      tx.query(
        `select u.user_name, r.role from user_account u join role_assignment r on r.user_id = u.id where not u.must_change_password`,
      ),
    );
    expect(new Set(rows.map((row) => row.user_name)).size).toBe(summary.users.length);
  });

  it('knows no day after today', async () => {
    const latest = await inEach((tx) =>
      tx.query<{ day: string }>('select max(booking_date) as day from journal_entry'),
    );
    for (const [row] of latest) expect(row!.day <= today).toBe(true);
    expect(yearOf(today)).toBe(2026);
  });

  it('has partners with addresses and bank accounts that two people agreed on, and one that waits', async () => {
    const all = await inEach((tx) =>
      tx.query<{ iban: string; state: string; proposed: string; decided: string | null }>(
        `select b.iban, b.state, b.proposed_by as proposed, b.decided_by as decided from partner_bank_account b
         join partner_address a on a.client_id = b.client_id and a.partner_id = b.partner_id`,
      ),
    );
    for (const accounts of all) {
      expect(accounts.filter((one) => one.state === 'confirmed').length).toBeGreaterThanOrEqual(12);
      expect(accounts.filter((one) => one.state === 'proposed')).toHaveLength(1);
      for (const { iban, proposed, decided } of accounts) {
        expect(readIban(iban)).toBe(iban);
        expect(decided).not.toBe(proposed);
      }
    }
  });

  it('has own invoices that somebody else issued than drafted, and a draft', async () => {
    const all = await inEach((tx) =>
      tx.query<{ number: string | null; state: string; drafted: string; issued: string | null; files: number }>(
        `select number, state, drafted_by as drafted, issued_by as issued,
           (select count(*)::int from outgoing_invoice_file f where f.client_id = i.client_id and f.invoice_id = i.id) as files
         from outgoing_invoice i order by number`,
      ),
    );
    for (const rows of all.filter((_, index) => isTown(index))) {
      expect(rows.map((row) => [row.number?.slice(-5) ?? null, row.state, row.files])).toEqual([
        ['00001', 'issued', 3],
        ['00002', 'issued', 3],
        ['00003', 'issued', 3],
        [null, 'draft', 0],
      ]);
      for (const row of rows) expect(row.issued).not.toBe(row.drafted);
    }
  });

  it('has open items that make up their control accounts', async () => {
    for (const [index, rows] of (await inEach(reconciliation)).entries()) {
      expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(isTown(index) ? 11 : 8);
      expect(rows.filter((row) => row.difference !== '0.00')).toEqual([]);
    }
    await open.db.inClient(summary.clients[0]!.id, async (tx) =>
      expect(await proveLedger(tx)).toMatchObject({ ok: true }),
    );
  });

  it('balances, each entry and each client', async () => {
    const off = await inEach((tx) =>
      tx.query(`select fiscal_year, entry_no from journal_line group by 1, 2 having sum(amount) <> 0 or count(*) < 2`),
    );
    expect(off.flat()).toEqual([]);
  });

  it('opens Ahlenbrück with a balance sheet of about 128.7 million euros', async () => {
    const [assets] = (await inEach((tx) =>
      tx.query<{ sum: string }>(
        `select sum(l.amount) as sum from journal_line l join account a on a.client_id = l.client_id and a.number = l.account
         where l.period = 0 and l.fiscal_year = 2025 and a.statement_line like 'A%'`,
      ),
    )) as [[{ sum: string }]];
    expect(Number(assets[0].sum) / 1e8).toBeCloseTo(128.7, 0);
  });

  it('pays out and takes in what a municipality of that size does', async () => {
    const sums = await inEach((tx) =>
      tx.query<{ year: number; received: string; paid: string; stock: string; result: string }>(
        `select l.fiscal_year as year,
           sum(l.amount) filter (where c.kind = 'inpayment') as received, -sum(l.amount) filter (where c.kind = 'outpayment') as paid,
           (select sum(s.amount) from journal_line s join account t on t.client_id = s.client_id and t.number = s.account
            where t.liquid and s.fiscal_year <= l.fiscal_year) as stock,
           -coalesce(sum(l.amount) filter (where a.kind in ('revenue', 'expense')), 0) as result
         from journal_line l join account a on a.client_id = l.client_id and a.number = l.account
         left join account c on c.client_id = l.client_id and c.number = l.cash_account
         group by l.fiscal_year order by l.fiscal_year`,
      ),
    );
    const [ahlenbrueck] = sums[0]!;
    expect(Number(ahlenbrueck!.received) / 1e8).toBeGreaterThan(25);
    expect(Number(ahlenbrueck!.received) / 1e8).toBeLessThan(30);
    expect(Number(ahlenbrueck!.paid) / 1e8).toBeGreaterThan(24);
    expect(Number(ahlenbrueck!.paid) / 1e8).toBeLessThan(30);
    for (const years of sums) for (const year of years) expect(BigInt(year.stock) > 0n).toBe(true);
  });

  it('shows in the Finanzrechnung what the bank accounts hold: opening stock and cash-flow lines make the balance', async () => {
    const sums = await inEach((tx) =>
      tx.query<{ stock: string; opening: string; flows: string }>(
        `select sum(l.amount) as stock, sum(l.amount) filter (where l.period = 0) as opening,
           sum(l.amount) filter (where l.cash_account is not null) as flows
         from journal_line l join account a on a.client_id = l.client_id and a.number = l.account where a.liquid`,
      ),
    );
    for (const [one] of sums) expect(BigInt(one!.stock)).toBe(BigInt(one!.opening) + BigInt(one!.flows));
  });

  it('never lets a bank account or the till run dry', async () => {
    const lowest = await inEach((tx) =>
      tx.query<{ account: string; low: string; on: string }>(
        `select distinct on (account) account, balance as low, day as on from (
           select account, booking_date as day, sum(sum(amount)) over (partition by account order by booking_date) as balance
           from journal_line where account in ('1811', '1812', '1821', '1831') group by account, booking_date) b
         order by account, balance`,
      ),
    );
    const dry = lowest.flatMap((rows, index) =>
      rows.filter((row) => BigInt(row.low) < 0n).map((row) => ({ client: summary.clients[index]!.key, ...row })),
    );
    expect(dry).toEqual([]);
  });

  it('draws up three statements in both years that agree with each other', async () => {
    for (const fiscalYear of [2025, 2026]) {
      const books = await inEach(async (tx) => {
        const amount = async (statement: (typeof STATEMENTS)[number], code: string): Promise<string> => {
          const query = { statement, fiscalYear };
          const view = statementOf(query, [await figures(tx, query)]);
          expect(view.checks.filter((check) => !check.ok)).toEqual([]);
          return view.lines.find((line) => line.code === code)!.actual;
        };
        return {
          result: await amount('results', 'ER26'),
          shown: await amount('balance-sheet', 'P1.4'),
          liquid: await amount('balance-sheet', 'A2.4'),
          closing: await amount('cash-flows', 'FR41'),
        };
      });
      for (const { result, shown, liquid, closing } of books) expect([shown, closing]).toEqual([result, liquid]);
    }
  });

  it('lets internal services cancel out', async () => {
    const sums = await inEach((tx) =>
      tx.query<{ sum: string }>(
        `select coalesce(sum(amount), 0) as sum from journal_line where account like '48%' or account like '58%'`,
      ),
    );
    expect(sums.map(([row]) => row!.sum)).toEqual(['0', '0', '0', '0']);
  });

  it('leaves no receivable or payable on the wrong side', async () => {
    const wrong = await inEach((tx) =>
      tx.query(
        `select l.account, sum(l.amount) from journal_line l join account a on a.client_id = l.client_id and a.number = l.account
         where l.account ~ '^(0|1|2[35678]|3)' and l.account not like '18%' group by l.account, a.side
         having sum(l.amount) < 0 and a.side = 'debit' or sum(l.amount) > 0 and a.side = 'credit'`,
      ),
    );
    expect(wrong.flat()).toEqual([]);
  });

  it('has closed the first year but for its closing entries, and left something on the desk', async () => {
    const open = await inEach((tx) =>
      tx.query<{ period: number }>(`select period from period where fiscal_year = 2025 and state <> 'closed'`),
    );
    expect(open).toEqual([[{ period: 13 }], [{ period: 13 }], [{ period: 13 }], [{ period: 13 }]]);
    const desk = await inEach((tx) =>
      tx.query<{ drafts: number; templates: number; standing: number; reversals: number }>(
        `select (select count(*)::int from draft) as drafts, (select count(*)::int from entry_template) as templates,
           (select count(*)::int from standing_entry) as standing, (select count(*)::int from journal_entry where kind = 'reversal') as reversals`,
      ),
    );
    const [ahlenbrueck] = desk[0]!;
    expect(ahlenbrueck).toMatchObject({ drafts: 3, templates: 4, standing: 3 });
    expect(ahlenbrueck!.reversals).toBeGreaterThan(5);
  });

  it('has bank accounts whose check digits are right', () => {
    expect(inventedIban('37040044', 532013000)).toBe('DE89370400440532013000'); // the textbook example
  });
});
