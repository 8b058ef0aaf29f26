import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { appUrl } from '@lib/database';
import { type Books, CLERK, openBooks, postDirectly, toPost } from '../../../test/support/books.js';
import {
  ANNA,
  BERND,
  confirmedAccount,
  entryOf,
  itemLine,
  newPartner,
  raiseAndPost,
  testIban,
} from '../../../test/support/open-items.js';
import { proposeBankAccount } from '@lib/partners';
import { DUTIES, DUTY_CONFLICTS } from './duties/duty.js';

/*
 * What the database itself holds up about partners, open items and duties: plain SQL in the application's role, past every
 * rule that stands in TypeScript.
 */
let books: Books;
let app: pg.Client;
let own: number;
let foreign: number;
let partner: string;
let item: { id: string; no: number; entryId: string };
let theirs: { id: string; partner: string };
beforeAll(async () => {
  books = await openBooks();
  own = (await books.client()).id;
  foreign = (await books.client()).id;
  [partner, item] = await books.db.inClient(own, async (tx) => {
    const { id } = await newPartner(tx);
    await confirmedAccount(tx, id, 1);
    await proposeBankAccount(tx, id, { iban: testIban(2), source: 'Brief vom Mai' }, ANNA);
    return [id, await raiseAndPost(tx, { partnerId: id, amount: -10_000n })];
  });
  theirs = await books.db.inClient(foreign, async (tx) => {
    const { id } = await newPartner(tx);
    return { partner: id, id: (await raiseAndPost(tx, { partnerId: id, amount: -500n })).id };
  });
  app = new pg.Client({ connectionString: appUrl(books.adminUrl) });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await books.close();
});

/** Statements of the application's role in one transaction, committed at the end. */
async function asApp(clientId: number | null, ...statements: string[]): Promise<number> {
  await app.query('begin');
  try {
    if (clientId !== null) await app.query(`set local app.client_id = '${clientId}'`);
    let count = 0;
    for (const sql of statements) count = (await app.query(sql)).rowCount ?? 0;
    await app.query('commit');
    return count;
  } catch (error) {
    await app.query('rollback');
    throw error;
  }
}
/** What refuses it: the constraint, or the SQLSTATE. */
const refusalOf = (clientId: number | null, ...statements: string[]): Promise<string> =>
  asApp(clientId, ...statements).then(
    (count) => `done (${count})`,
    (error: { code: string; constraint?: string }) => error.constraint ?? error.code,
  );
const DENIED = '42501';

const insertItem = (more: Record<string, string> = {}): string => {
  const columns: Record<string, string> = {
    client_id: String(own),
    no: String(1_000 + Math.floor(Math.random() * 1e9)),
    kind: `'liability'`,
    partner_id: `'${partner}'`,
    account: `'351101'`,
    amount: '-100',
    raised_on: `'2026-03-01'`,
    due_on: `'2026-03-31'`,
    method: `'transfer'`,
    changed_by_name: `'x'`,
    ...more,
  };
  return `insert into open_item (${Object.keys(columns).join(', ')}) values (${Object.values(columns).join(', ')})`;
};

describe('an open item', () => {
  it.each([
    ['balance', 'balance = 0'],
    ['state', `state = 'settled'`],
    ['amount', 'amount = -1'],
    ['partner', `partner_id = gen_random_uuid()`],
    ['account', `account = '351201'`],
    ['kind', `kind = 'claim'`],
    ['document', 'document_id = null'],
    ['reference', `reference = 'anders'`],
    ['IBAN', `iban = '${testIban(99)}'`],
    ['holder', `holder = 'Betrüger'`],
    ['client', `client_id = 1`],
    ['raising entry', 'raised_no = 1'],
  ])('keeps its %s', async (_, change) => {
    expect(await refusalOf(own, `update open_item set ${change}`)).toBe(DENIED);
  });

  it('bears no discount after its due date', async () => {
    const late = `update open_item set discount_on = due_on + 1, discount_amount = 1, changed_by_name = 'x'`;
    expect(await refusalOf(own, late)).toBe('open_item_discount_before_due');
  });

  it.each(['open_item', 'open_item_share', 'open_item_change', 'partner', 'partner_change', 'partner_address'])(
    'nothing is deleted from %s',
    async (table) => {
      expect(await refusalOf(own, `delete from ${table}`)).toBe(DENIED);
      expect(await refusalOf(own, `truncate ${table} cascade`)).toBe(DENIED);
    },
  );

  it('does not begin with a balance, a state or an entry of somebody’s choosing', async () => {
    expect(await refusalOf(own, insertItem({ balance: '-100' }))).toBe(DENIED);
    expect(await refusalOf(own, insertItem({ state: `'open'` }))).toBe(DENIED);
    expect(await refusalOf(own, insertItem({ raised_year: '2026', raised_no: '1' }))).toBe(DENIED);
    expect(await refusalOf(own, insertItem({ iban: `'${testIban(7)}'` }))).toBe(DENIED);
  });

  it('does not stand without its entry', async () => {
    expect(await refusalOf(own, insertItem())).toBe('open_item_raised');
    // Nor does it slip through when the transaction turns to another client before its commit.
    const turned = asApp(own, insertItem(), `set local app.client_id = '${foreign}'`);
    await expect(turned).rejects.toMatchObject({ constraint: 'open_item_raised' });
  });

  it('stands on a control account of its kind only', async () => {
    for (const account of ['3511', '171101', '5241', '9999'])
      expect(await refusalOf(own, insertItem({ account: `'${account}'` }))).toBe('open_item_control_account');
    expect(await refusalOf(own, insertItem({ kind: `'claim'` }))).toBe('open_item_control_account');
  });

  it('takes its IBAN from a confirmed bank account of its own partner', async () => {
    expect(await refusalOf(own, insertItem({ bank_account_no: '2' }))).toBe('open_item_confirmed_bank_account');
    expect(await refusalOf(own, insertItem({ bank_account_no: '9' }))).toBe('open_item_confirmed_bank_account');
    expect(await refusalOf(own, `update open_item set bank_account_no = 2`)).toBe('open_item_confirmed_bank_account');
    await asApp(own, `update open_item set bank_account_no = 1, changed_by_name = 'x' where id = '${item.id}'`);
    const [row] = await books.all<any>('select iban, holder from open_item where id = $1', [item.id]);
    expect(row.iban).toBe(testIban(1));
  });

  it('is not of another client’s partner or account', async () => {
    expect(await refusalOf(own, insertItem({ partner_id: `'${theirs.partner}'` }))).toMatch(/partner_id_fkey$/);
    expect(await refusalOf(own, insertItem({ client_id: String(foreign) }))).toMatch(
      /^(42501|open_item_control_account)$/,
    );
    expect(await asApp(own, `update open_item set due_on = '2020-01-01' where id = '${theirs.id}'`)).toBe(0);
  });

  it('with shares is made up by them', async () => {
    const id = randomUUID();
    const share = `insert into open_item_share (client_id, item_id, no, cash_account, amount) values (${own}, '${item.id}', 1, '7241', -1)`;
    // The item exists already: its shares are not looked at again, but a second share list for a new one is.
    expect(await refusalOf(own, share.replace(item.id, id))).toMatch(/item_id_fkey$/);
    await expect(
      books.db.inClient(own, async (tx) => {
        const raised = await raiseAndPost(tx, { partnerId: partner, amount: -100n });
        await tx.query(share.replace(item.id, raised.id));
      }),
    ).rejects.toMatchObject({ constraint: 'open_item_shares' });
  });
});

describe('lines of the journal', () => {
  const direct = async (lines: ReturnType<typeof itemLine>[], more: object = {}) => {
    const [answer] = await postDirectly(books.db, [
      { ...toPost(own, { bookingDate: '2026-03-01', text: 'x', lines: [] }), ...entryOf(lines), ...more },
    ]);
    return `${answer!.outcome} ${answer!.lineNo}`;
  };
  const expense = (amount: bigint) => itemLine('5241', amount, null, { product: '111' });

  it('on a control account name an item, others name none', async () => {
    expect(await direct([expense(100n), itemLine('351101', -100n)])).toBe('LineRefused 2');
    expect(await direct([itemLine('5241', 100n, item.id, { product: '111' }), itemLine('3511', -100n)])).toBe(
      'LineRefused 1',
    );
    expect(await direct([expense(100n), itemLine('351101', -100n, randomUUID())])).toBe('LineRefused 2');
    expect(await direct([expense(100n), itemLine('351201', -100n, item.id)])).toBe('LineRefused 2');
  });

  it('never move another client’s item', async () => {
    expect(await direct([itemLine('351101', 500n, theirs.id), itemLine('3511', -500n)])).toBe('LineRefused 1');
    expect((await books.all<any>('select balance from open_item where id = $1', [theirs.id]))[0].balance).toBe('-500');
  });

  it('never overdraw an item, on either side', async () => {
    expect(await direct([itemLine('351101', 10_001n, item.id), itemLine('3511', -10_001n)])).toBe(
      'OpenItemOverdrawn 1',
    );
    expect(await direct([itemLine('3511', 1n), itemLine('351101', -1n, item.id)])).toBe('OpenItemOverdrawn 2');
    // Two lines of one entry count together.
    expect(
      await direct([
        itemLine('351101', 6_000n, item.id),
        itemLine('351101', 6_000n, item.id),
        itemLine('3511', -12_000n),
      ]),
    ).toBe('OpenItemOverdrawn 1');
  });

  it('of many entries in one call each is held against what the ones before it left', async () => {
    const { id } = await books.db.inClient(own, (tx) => raiseAndPost(tx, { partnerId: partner, amount: -1_000n }));
    const part = (amount: bigint) => ({
      ...toPost(own, { bookingDate: '2026-03-01', text: 'x', lines: [] }),
      ...entryOf([itemLine('351101', amount, id), itemLine('3511', -amount)]),
    });
    const answers = await postDirectly(books.db, [400n, 700n, 500n, 200n, 100n].map(part));
    expect(answers.map((answer) => answer.outcome)).toEqual([
      'Posted',
      'OpenItemOverdrawn',
      'Posted',
      'OpenItemOverdrawn',
      'Posted',
    ]);
    expect(await books.all('select balance, state from open_item where id = $1', [id])).toEqual([
      { balance: '0', state: 'settled' },
    ]);
  });

  it('once the raising entry is taken back, move the item no more', async () => {
    const raised = await books.db.inClient(own, (tx) => raiseAndPost(tx, { partnerId: partner, amount: -1_000n }));
    const [year, no] = raised.entryId.split('-').map(Number);
    const mirror = [itemLine('5241', -1_000n, null, { product: '111' }), itemLine('351101', 1_000n, raised.id)];
    const back = {
      kind: 'reversal' as const,
      reverses: { fiscalYear: year!, entryNo: no! },
      reason: 'falsch',
    };
    // A mirror without the item, or with another one, is none.
    expect(await direct([mirror[0]!, itemLine('3511', 1_000n)], back)).toBe('NotAMirror 0');
    expect(await direct([mirror[0]!, itemLine('351101', 1_000n, item.id)], back)).toBe('NotAMirror 0');
    expect(await direct(mirror, back)).toBe('Posted 0');
    expect(await books.all('select balance, state from open_item where id = $1', [raised.id])).toEqual([
      { balance: '0', state: 'reversed' },
    ]);
    expect(await direct([expense(1_000n), itemLine('351101', -1_000n, raised.id)])).toBe('OpenItemReversed 2');
  });
});

describe('a control account', () => {
  it('becomes one only without postings, and nobody but a migration makes it one', async () => {
    expect(await refusalOf(own, `update account set control = 'creditors' where number = '3511'`)).toBe(DENIED);
    await postDirectly(books.db, [
      {
        ...toPost(own, { bookingDate: '2026-03-01', text: 'x', lines: [] }),
        ...entryOf([itemLine('3511', 1n), itemLine('3512', -1n)]),
      },
    ]);
    const asOwner = (sql: string) =>
      books.asRole('finanz_owner', null, sql).then(
        () => 'done',
        (error: any) => error.constraint,
      );
    expect(await asOwner(`update account set control = 'creditors' where number = '3511' and client_id = ${own}`)).toBe(
      'account_control_without_lines',
    );
    expect(await asOwner(`update account set control = null where number = '351101' and client_id = ${own}`)).toBe(
      'account_control_without_lines',
    );
    expect(await asOwner(`update account set control = 'debtors' where number = '3513' and client_id = ${own}`)).toBe(
      'account_control',
    );
  });
});

describe('a bank account of a partner', () => {
  const insert = (more: string, values: string): string =>
    `insert into partner_bank_account (client_id, partner_id, no, iban, holder, source, proposed_by, proposed_by_name${more})
     values (${own}, '${partner}', 50, '${testIban(50)}', 'x', 'Brief', '${ANNA.userId}', 'Anna'${values})`;
  const decide = (by: string, more = ''): string =>
    `update partner_bank_account set state = 'confirmed', decided_by = '${by}', decided_by_name = 'x', decided_at = now() ${more} where no = 50`;

  it('begins as a proposal, whatever is written', async () => {
    expect(
      await refusalOf(
        own,
        insert(', state, decided_by, decided_by_name, decided_at', `, 'confirmed', '${BERND.userId}', 'Bernd', now()`),
      ),
    ).toBe(DENIED);
  });

  it('is decided by a second person, once, and stays what it is', async () => {
    expect(await refusalOf(own, insert('', ''), decide(ANNA.userId))).toBe('partner_bank_account_four_eyes');
    expect(await refusalOf(own, insert('', ''), decide(BERND.userId))).toBe('done (1)');
    expect(await refusalOf(own, decide(CLERK.id))).toBe(DENIED);
    expect(
      await refusalOf(
        own,
        `update partner_bank_account set state = 'proposed', decided_by = null, decided_at = null where no = 50`,
      ),
    ).toBe(DENIED);
    expect(await refusalOf(own, `update partner_bank_account set decided_by_name = 'anders' where no = 50`)).toBe(
      DENIED,
    );
    for (const change of [
      `iban = '${testIban(51)}'`,
      `proposed_by = '${BERND.userId}'`,
      `holder = 'x'`,
      `partner_id = gen_random_uuid()`,
    ])
      expect(await refusalOf(own, `update partner_bank_account set ${change} where no = 50`)).toBe(DENIED);
    expect(await refusalOf(own, `delete from partner_bank_account`)).toBe(DENIED);
  });
});

describe('the history', () => {
  it('of a partner is written by the database, whoever changes it and however', async () => {
    await asApp(
      own,
      `update partner set name = 'Neuer Name', changed_by_name = 'Anna', version = version + 1 where id = '${partner}'`,
    );
    const [change] = await books.all<any>(
      `select field, after, by_name from partner_change where partner_id = $1 and field = 'name'`,
      [partner],
    );
    expect(change).toEqual({ field: 'name', after: 'Neuer Name', by_name: 'Anna' });
    for (const table of ['partner_change', 'open_item_change', 'partner_address', 'open_item_share'])
      expect(await refusalOf(own, `update ${table} set client_id = client_id`)).toBe(DENIED);
    expect(await refusalOf(own, `update partner set number = 'P999999'`)).toBe(DENIED);
    expect(await refusalOf(own, `update partner set created_by_name = 'x'`)).toBe(DENIED);
  });
});

describe('duties', () => {
  const take = (caseId: string, person: string, duty: string, clientId = own): string =>
    `insert into case_duty (client_id, case_id, person, duty) values (${clientId}, '${caseId}', '${person}', '${duty}')`;
  const someone = CLERK.id;
  const pairs = DUTIES.flatMap((a) => DUTIES.map((b) => [a, b] as const)).filter(([a, b]) => a !== b);
  const conflicting = (a: string, b: string): boolean =>
    DUTY_CONFLICTS.some(([x, y]) => (x === a && y === b) || (x === b && y === a));

  it.each(pairs)('%s, then %s by the same person in the same case', async (first, second) => {
    const caseId = randomUUID();
    await asApp(own, take(caseId, someone, first));
    const outcome = await refusalOf(own, take(caseId, someone, second));
    if (conflicting(first, second)) expect(outcome).toMatch(/^four_eyes_/);
    else expect(outcome).toBe('done (1)');
    // Another person, another case and another client are not concerned.
    expect(await refusalOf(own, take(caseId, ANNA.userId, second))).toBe('done (1)');
    expect(await refusalOf(own, take(randomUUID(), someone, second))).toBe('done (1)');
    expect(await refusalOf(foreign, take(caseId, someone, second, foreign))).toBe('done (1)');
  });

  it('whoever orders neither certifies nor posts nor pays, and whoever pays has done none of it', () => {
    for (const duty of ['request', 'arithmetic', 'factual', 'post', 'pay-propose', 'pay-release'])
      expect(conflicting('order', duty)).toBe(true);
    for (const paying of ['pay-propose', 'pay-release'])
      for (const duty of ['arithmetic', 'factual', 'order', 'post']) expect(conflicting(paying, duty)).toBe(true);
  });

  it('of two that exclude each other and are taken at once, one is', async () => {
    const caseId = randomUUID();
    const pool = new pg.Pool({ connectionString: appUrl(books.adminUrl), max: 6 });
    const outcomes = await Promise.all(
      ['order', 'factual', 'order', 'factual', 'pay-release', 'post'].map(async (duty) => {
        const connection = await pool.connect();
        try {
          await connection.query(`begin; set local app.client_id = '${own}'`);
          await connection.query(take(caseId, someone, duty));
          await connection.query('commit');
          return duty;
        } catch {
          await connection.query('rollback');
          return null;
        } finally {
          connection.release();
        }
      }),
    );
    await pool.end();
    const taken = outcomes.filter((duty) => duty !== null);
    expect(taken.length).toBeGreaterThan(0);
    for (const a of taken) for (const b of taken) expect([a, b, conflicting(a, b)]).toEqual([a, b, false]);
  });

  it('are never taken back, and not in another client’s name', async () => {
    expect(await refusalOf(own, 'delete from case_duty')).toBe(DENIED);
    expect(await refusalOf(own, `update case_duty set duty = 'request'`)).toBe(DENIED);
    expect(await refusalOf(own, 'delete from case_partner')).toBe(DENIED);
    expect(await refusalOf(own, 'delete from own_matter')).toBe(DENIED);
    expect(await refusalOf(own, take(randomUUID(), someone, 'order', foreign))).toBe(DENIED);
    expect(await refusalOf(own, take(randomUUID(), someone, 'sign'))).toBe('case_duty_duty_check');
  });

  describe('in one’s own matter', () => {
    const person = randomUUID();
    const concern = (caseId: string): string =>
      `insert into case_partner (client_id, case_id, partner_id) values (${own}, '${caseId}', '${partner}')`;
    beforeAll(() =>
      asApp(
        own,
        `insert into own_matter (client_id, person, partner_id, kind, declared_by_name) values (${own}, '${person}', '${partner}', 'relative', 'x')`,
      ),
    );

    it.each(DUTIES)('%s is not taken, neither after nor before the partner is named', async (duty) => {
      const [after, before] = [randomUUID(), randomUUID()];
      await asApp(own, concern(after));
      expect(await refusalOf(own, take(after, person, duty))).toBe('own_matter');
      await asApp(own, take(before, person, duty));
      expect(await refusalOf(own, concern(before))).toBe('own_matter');
      expect(await refusalOf(own, take(after, randomUUID(), duty))).toBe('done (1)');
    });

    it('nor when duty and partner are named at once', async () => {
      for (let round = 0; round < 10; round++) {
        const caseId = randomUUID();
        const other = new pg.Client({ connectionString: appUrl(books.adminUrl) });
        await other.connect();
        const there = async (): Promise<string> => {
          try {
            await other.query(`begin; set local app.client_id = '${own}'`);
            await other.query(concern(caseId));
            await other.query('commit');
            return 'done';
          } catch (error) {
            await other.query('rollback');
            return (error as { constraint: string }).constraint;
          }
        };
        const [here, their] = await Promise.all([refusalOf(own, take(caseId, person, 'order')), there()]);
        expect([here, their].filter((outcome) => outcome === 'own_matter')).toHaveLength(1);
        await other.end();
      }
    });

    it('a partner who is the person counts without any declaration', async () => {
      const self = randomUUID();
      const caseId = randomUUID();
      await asApp(
        own,
        `update partner set user_id = '${self}', changed_by_name = 'x' where id = '${partner}'`,
        concern(caseId),
      );
      expect(await refusalOf(own, take(caseId, self, 'factual'))).toBe('own_matter');
    });

    it('is not ended by the person', async () => {
      const end = (by: string): string =>
        `update own_matter set ended_at = now(), ended_by = '${by}', ended_by_name = 'x' where person = '${person}'`;
      expect(await refusalOf(own, end(person))).toBe('own_matter_ended_by_another');
      expect(await refusalOf(own, end(ANNA.userId))).toBe('done (1)');
      const caseId = randomUUID();
      await asApp(own, concern(caseId));
      expect(await refusalOf(own, take(caseId, person, 'order'))).toBe('done (1)');
    });
  });
});
