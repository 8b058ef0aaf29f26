import pg from 'pg';
import { addCostCentre } from '@lib/clients';
import { claimSealKey, proveLedger, sealClient, SealKey } from '@lib/ledger';
import { generateKeyPairSync } from 'node:crypto';
import { catalogue } from '../../../migrations/catalogue.js';
import { type Books, BY, CLERK, entry, openBooks, postDirectly, toPost } from '../../../test/support/books.js';
import { insertDecisionRows } from '../../../test/support/decision-rows.js';
import { insertDocumentRows } from '../../../test/support/document-rows.js';
import { insertOwnInvoiceRows } from '../../../test/support/invoicing.js';
import { ANNA, confirmedAccount, newPartner, raiseAndPost } from '../../../test/support/open-items.js';
import { appUrl } from './migrate.js';

/*
 * What the database itself holds up, whatever the application above it does: these are plain SQL statements in the roles that
 * the application, the posting function, the auditor and the owner of the tables have.
 */
let books: Books;
let own: number;
let foreign: number;
let app: pg.Client;
beforeAll(async () => {
  books = await openBooks();
  own = (await books.client()).id;
  foreign = (await books.client()).id;
  const key = new SealKey(generateKeyPairSync('ed25519').privateKey);
  await books.db.inCentre((tx) => claimSealKey(tx, key));
  for (const id of [own, foreign]) {
    await postDirectly(books.db, [toPost(id, entry('2026-03-01', '1811/6012 S 100.00, 4012@611 H 100.00'))]);
    await books.db.inClient(id, async (tx) => {
      await addCostCentre(tx, { code: '100', name: 'Kostenstelle' }, BY);
      await sealClient(tx, key, null);
      await proveLedger(tx);
      const who = [CLERK.id, CLERK.name];
      await tx.query(
        `insert into draft (client_id, entry, created_by, created_by_name, updated_by, updated_by_name) values (${id}, '{}', $1, $2, $1, $2)`,
        who,
      );
      await tx.query(
        `insert into entry_template (client_id, name, entry, created_by) values (${id}, 'Vorlage', '{}', $1)`,
        [CLERK.id],
      );
      await tx.query(
        `insert into standing_entry (client_id, name, kind, entry, rhythm, first_date, next_date, author, author_name)
         values (${id}, 'Miete', 'standing', '{}', 'monthly', '2026-01-01', '2026-01-01', $1, $2)`,
        who,
      );
      await tx.query(
        `insert into accrual_line (client_id, fiscal_year, entry_no, line_no, plan_id)
         select client_id, 2026, 1, 1, id from standing_entry where client_id = ${id}`,
      );
      await tx.query(
        `insert into client_bank_account (client_id, name, iban, account) values (${id}, 'Sparkasse', 'DE02120300000000202051', '1811')`,
      );
      await insertDocumentRows(tx, { fiscalYear: 2026, entryNo: 1 });
      const partner = await newPartner(tx);
      await tx.query(`update partner set name = 'Umbenannt', changed_by_name = 'x' where client_id = ${id}`);
      await tx.query(
        `insert into partner_address (client_id, partner_id, no, city, valid_from, recorded_by_name)
         values (${id}, '${partner.id}', 1, 'Ahlenbrück', '2020-01-01', 'x')`,
      );
      await confirmedAccount(tx, partner.id, id);
      const shares = [{ product: null, costCentre: null, cashAccount: '7241', amount: -100n }];
      await raiseAndPost(tx, { partnerId: partner.id, amount: -100n, shares });
      for (const sql of [
        `insert into tax_line (client_id, fiscal_year, entry_no, line_no, tax_point) values (${id}, 2026, 1, 1, '2026-03-01')`,
        `insert into open_item_tax (client_id, item_id, no, code, rate, account, base, tax)
           select ${id}, id, 1, 'VST19', 19, '1762', 100, 19 from open_item where client_id = ${id} limit 1`,
      ])
        await tx.query(sql);
      await tx.query(`update open_item set payment_block = 'Mangel', changed_by_name = 'x' where client_id = ${id}`);
      for (const sql of [
        `insert into case_duty (client_id, case_id, person, duty) values (${id}, '${partner.id}', '${CLERK.id}', 'order')`,
        `insert into case_partner (client_id, case_id, partner_id) values (${id}, '${partner.id}', '${partner.id}')`,
        `insert into own_matter (client_id, person, partner_id, kind, declared_by_name)
           values (${id}, '${ANNA.userId}', '${partner.id}', 'other', 'x')`,
      ])
        await tx.query(sql);
      await insertDecisionRows(tx, partner.id);
      await insertOwnInvoiceRows(tx, partner.id, { fiscalYear: 2026, entryNo: 1 });
      await tx.query(
        `insert into seal_letter (client_id, seal_no, recipient) values (${id}, 1, 'pruefung@stadt.example')`,
      );
    });
    await books.all(
      `insert into period_decision (client_id, fiscal_year, period, state, reason, decided_by, decided_by_name) values ($1, 2026, 1, 'closed', 'zu Ende', $2, 'x')`,
      [id, CLERK.id],
    );
    // What only the owner, the indexer or a take-over writes.
    for (const sql of [
      `insert into client_origin (client_id, taken_in_by, created_at, manifest, key_id, public_key, signature, seals)
         values ($1, 'x', now(), '{}', 'x', 'x', '', '[]')`,
      `insert into journal_origin select client_id, fiscal_year, entry_no, recorded_at, source, content_hash, chain_hash
         from journal_entry where client_id = $1`,
      `insert into mandate (client_id, reference, partner_id, bank_account_no, kind, signed_on, recorded_by_name)
         select client_id, 'M-1', partner_id, no, 'core', '2026-01-01', 'x' from partner_bank_account where client_id = $1 limit 1`,
      `insert into open_item_origin (client_id, item_id, number, original_amount)
         select client_id, id, 'ALT-1', amount from open_item where client_id = $1`,
      `insert into journal_search_state (client_id, fiscal_year) values ($1, 2026) on conflict do nothing`,
      `insert into journal_search (client_id, fiscal_year, entry_no, terms, words) values ($1, 2026, 1, '{}', '') on conflict do nothing`,
    ])
      await books.all(sql, [id]);
  }
  app = new pg.Client({ connectionString: appUrl(books.adminUrl) });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await books.close();
});

/** One statement of the application's role, bound to a client, in a transaction of its own. */
async function asApp(clientId: number | null, sql: string): Promise<{ rows: object[]; count: number | null }> {
  await app.query('begin');
  try {
    if (clientId !== null) await app.query(`set local app.client_id = '${clientId}'`);
    const result = await app.query<object>(sql);
    await app.query('commit');
    return { rows: result.rows, count: result.rowCount };
  } catch (error) {
    await app.query('rollback');
    throw error;
  }
}

const REFUSED = { code: '42501' };

describe('as the application’s role', () => {
  const KEPT = ['journal_entry', 'journal_line', 'account_balance', 'product_balance'];
  const COLUMN: Record<string, string> = {
    journal_entry: `text = 'x'`,
    journal_line: 'amount = amount * 2',
    account_balance: 'debit = 0',
    product_balance: 'debit = 0',
  };

  it.each(KEPT)('nobody inserts into, updates, deletes from or truncates %s', async (table) => {
    for (const sql of [
      `insert into ${table} select * from ${table}`,
      `update ${table} set ${COLUMN[table]}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(asApp(own, sql)).rejects.toMatchObject(REFUSED);
    }
  });

  it.each([
    `update fiscal_year set next_entry_no = 1`,
    `update fiscal_year set head = ''`,
    `update fiscal_year set last_recorded_at = now()`,
    `insert into fiscal_year (client_id, year, starts_on, ends_on, head, next_entry_no) values (1, 2030, '2030-01-01', '2030-12-31', '', 500)`,
    `delete from fiscal_year`,
    `delete from period`,
    `update period set starts_on = '2020-01-01'`,
    `update seal set signature = ''`,
    `delete from seal`,
    `truncate seal`,
    `delete from seal_letter`,
    `delete from voucher_log`,
    `update voucher_chain set next_no = 1`,
    `delete from content_check`,
    `update seal_key set reason = 'anders'`,
    `delete from seal_key`,
    `update secret_fingerprint set since = now()`,
    `update ledger_proof set ok = true`,
    `update period_decision set reason = 'anders'`,
    `delete from audit_event`,
    `update audit_event set user_name = 'x'`,
    `update account set number = '1'`,
    `update account set liquid = false`,
    `update account set statement_line = null`,
    `delete from account`,
    `update client set uuid = gen_random_uuid()`,
    `update content set size = 1`,
    `delete from content`,
    `update content_chunk set bytes = 'anders'`,
    `delete from content_chunk`,
    `truncate content_chunk`,
    `update document set sha256 = null`,
    `update document set number = 'E-2026-000001'`,
    `update document set received_at = now()`,
    `update document set received_by_name = 'x'`,
    `update document set file_name = 'anders.xml'`,
    `update document set channel = 'mail'`,
    `delete from document`,
    `update document_file set name = 'anders'`,
    `delete from document_file`,
    `update document_event set note = 'anders'`,
    `delete from document_event`,
    `truncate document_event`,
    `delete from document_entry`,
    `delete from accrual_line`,
    `delete from tax_line`,
    `delete from open_item_tax`,
    `update tax_key set rate = 1`,
    `update tax_figure set figure = '00'`,
    `update document_entry set entry_no = 2`,
    `update document_letter set body = 'anders'`,
    `delete from document_letter`,
    `delete from document_batch_file`,
    `update clearing_event set note = 'anders'`,
    `delete from clearing_event`,
    `delete from clearing_item`,
    `update clearing_chunk set bytes = 'anders'`,
    `update route_key set client_id = 1`,
    `delete from route`,
    `update workflow set steps = '[]'`,
    `delete from workflow`,
    `delete from responsibility`,
    `update responsibility set user_id = gen_random_uuid()`,
    `delete from document_case`,
    `update document_share set amount = 1`,
    `delete from document_task`,
    `update document_task set assigned_to = '{}'`,
    `update document_task set step = 'posting'`,
    `update document_task set due_on = '2099-01-01'`,
    `update document_task set by_system = true`,
    `update contract set partner_id = gen_random_uuid()`,
    `delete from contract`,
    `delete from contract_document`,
    `update standing_order set first_date = '2020-01-01'`,
    `delete from standing_order`,
    `update standing_order_document set due_date = '2020-01-01'`,
    `delete from standing_order_document`,
    `update outgoing_invoice_file set bytes = 'anders'`,
    `delete from outgoing_invoice_file`,
    `delete from outgoing_invoice where state = 'issued'`,
    `update outgoing_invoice set gross = gross + 1, net = net + 1`,
    `insert into inbox select * from inbox`,
    `alter table journal_entry disable trigger append_only`,
    `drop table draft`,
    `create table public.account2 (id int)`,
    `create function public.f() returns int language sql as 'select 1'`,
    `alter role finanz_app bypassrls`,
    `set local role finanz_writer`,
    `set local role finanz_owner`,
    `set local session_replication_role = replica`,
    `copy (select 1) to program 'true'`,
  ])('is refused: %s', async (sql) => {
    await expect(asApp(own, sql)).rejects.toMatchObject(REFUSED);
  });
});

describe('between clients', () => {
  const clientTables = Object.keys(catalogue).filter((table) => catalogue[table] === 'client');
  const filled = async (table: string, id: number): Promise<number> => {
    const [row] = await books.all<{ n: number }>(`select count(*)::int as n from ${table} where client_id = $1`, [id]);
    return row!.n;
  };

  /** Read through a view that names the client itself, never directly. */
  const UNREADABLE = ['journal_search'];

  it.each(UNREADABLE)('nobody reads %s itself as the application', async (table) => {
    await expect(asApp(own, `select 1 from ${table}`)).rejects.toMatchObject(REFUSED);
  });

  const readable = clientTables.filter((table) => !UNREADABLE.includes(table));
  it.each(readable)('in %s the application sees its client’s rows, and without a client none', async (table) => {
    const count = async (id: number | null): Promise<object[]> =>
      (await asApp(id, `select client_id, count(*)::int as n from ${table} group by 1`)).rows;
    const n = await filled(table, own);
    if (n > 0) expect(await count(own)).toEqual([{ client_id: own, n }]);
    expect(await count(null)).toEqual([]);
    expect(await count(2_000_000_000)).toEqual([]);
  });

  it.each(clientTables)('nothing changes another client’s row in %s', async (table) => {
    const before = await books.all(`select * from ${table} where client_id = $1`, [foreign]);
    const insert = asApp(own, `insert into ${table} (client_id) values (${foreign})`).catch(
      (error: { code: string }) => error.code,
    );
    // What a trigger looks up for the row is not there either: another client's account, say (23514).
    expect(['42501', '23502', '23514']).toContain(await insert);
    for (const sql of [
      `update ${table} set client_id = ${own} where client_id = ${foreign}`,
      `delete from ${table} where client_id = ${foreign}`,
    ]) {
      const done = await asApp(own, sql).catch((error: { code: string }) => error);
      if ('code' in done) expect(done.code).toBe('42501');
      else expect(done.count).toBe(0);
    }
    expect(await books.all(`select * from ${table} where client_id = $1`, [foreign])).toEqual(before);
  });

  it('holds for every table that this test fills, and it fills the ledger’s tables', async () => {
    const empty: string[] = [];
    for (const table of clientTables) if ((await filled(table, own)) === 0) empty.push(table);
    expect(
      empty.filter((table) => !table.startsWith('import_') && !table.startsWith('export_') && table !== 'job'),
    ).toEqual([]);
  });

  it('a client’s id that is no number opens nothing', async () => {
    await app.query('begin');
    await app.query(`set local app.client_id = '1 or true'`);
    await expect(app.query('select * from account')).rejects.toMatchObject({ code: '22P02' });
    await app.query('rollback');
  });
});

describe('as the other roles', () => {
  it('the owner of the tables cannot rewrite the journal: the triggers stand before it', async () => {
    for (const table of ['journal_entry', 'journal_line', 'seal', 'audit_event']) {
      const column =
        table === 'journal_line'
          ? 'line_no = line_no'
          : table === 'seal'
            ? 'key_id = key_id'
            : table === 'audit_event'
              ? 'action = action'
              : 'text = text';
      for (const sql of [`update ${table} set ${column}`, `delete from ${table}`, `truncate ${table} cascade`]) {
        await expect(books.asRole('finanz_owner', own, sql)).rejects.toMatchObject(REFUSED);
      }
    }
  });

  const insertLine = (amounts: [number, number], client = own): string => `
    with e as (insert into journal_entry (client_id, fiscal_year, entry_no, period, booking_date, recorded_at, kind, text, source, author, author_name,
        line_count, total, content_hash, chain_hash)
      values (${client}, 2026, 900, 3, '2026-03-01', now(), 'regular', 'x', 'x', gen_random_uuid(), 'x', 2, 1, '', '') returning 1)
    insert into journal_line (client_id, fiscal_year, entry_no, line_no, period, booking_date, account, amount)
      select ${client}, 2026, 900, n, 3, '2026-03-01', '1632', amount from e, (values (1, ${amounts[0]}), (2, ${amounts[1]})) v (n, amount)`;

  it('the writer of the journal writes nothing unbalanced and nothing of another client', async () => {
    await expect(books.asRole('finanz_writer', own, insertLine([100, -99]))).rejects.toMatchObject({ code: '23514' });
    await expect(books.asRole('finanz_writer', own, insertLine([100, -100], foreign))).rejects.toMatchObject(REFUSED);
    await expect(books.asRole('finanz_writer', own, `update journal_entry set text = 'x'`)).rejects.toMatchObject(
      REFUSED,
    );
    await expect(books.asRole('finanz_writer', own, `delete from journal_line`)).rejects.toMatchObject(REFUSED);
    await expect(books.asRole('finanz_writer', null, 'select 1 from journal_entry limit 1')).resolves.toEqual([]);
  });

  it('the auditor reads one client’s books and writes nowhere', async () => {
    expect(await books.asRole('finanz_auditor', own, 'select distinct client_id from journal_line')).toEqual([
      { client_id: own },
    ]);
    for (const [table, kind] of Object.entries(catalogue)) {
      if (kind === 'client')
        await expect(books.asRole('finanz_auditor', own, `select 1 from ${table} limit 1`)).resolves.toBeDefined();
      await expect(books.asRole('finanz_auditor', own, `delete from ${table}`)).rejects.toMatchObject(REFUSED);
      await expect(books.asRole('finanz_auditor', own, `insert into ${table} default values`)).rejects.toMatchObject(
        REFUSED,
      );
    }
    await expect(books.asRole('finanz_auditor', own, 'select * from post_entries()')).rejects.toBeDefined();
    await expect(books.asRole('finanz_auditor', own, 'select password_hash from user_account')).rejects.toMatchObject(
      REFUSED,
    );
    await expect(books.asRole('finanz_auditor', own, 'select * from session')).rejects.toMatchObject(REFUSED);
  });
});

describe('the posting function', () => {
  it('is not fooled by temporary tables and functions of the same names', async () => {
    const client = new pg.Client({ connectionString: appUrl(books.adminUrl) });
    await client.connect();
    await client.query(`
      create temp table account as select ${own} as client_id, '666'::text as number, true as postable, false as locked, false as liquid,
        'asset'::text as kind, false as product_required;
      create temp table period as select ${own} as client_id, 2026::smallint as fiscal_year, 3::smallint as period, 'open'::text as state,
        date '2026-01-01' as starts_on, date '2026-12-31' as ends_on;
      create temp table journal_entry (like public.journal_entry);
      create function pg_temp.sha256(bytea) returns bytea language sql as 'select ''\\x00''::bytea';
      set search_path = pg_temp, public;`);
    const posting = toPost(own, entry('2026-03-01', '666 S 1.00, 4012 H 1.00'));
    const call = (await import('@lib/ledger')).postingCall(
      [posting, toPost(own, entry('2026-03-01', '1632 S 1.00, 4012 H 1.00'))],
      true,
    );
    const { rows } = await client.query<{ outcome: string; chain_hash: Buffer | null }>({
      text: call.text.replace('post_entries', 'public.post_entries'),
      values: call.values,
    });
    const { rowCount } = await client.query('select 1 from pg_temp.journal_entry');
    await client.end();
    expect(rows.map((row) => row.outcome)).toEqual(['LineRefused', 'Posted']);
    expect(rows[1]!.chain_hash).toHaveLength(32);
    expect(rowCount).toBe(0);
  });

  it('every function that runs with the rights of another role names its search path and is not open to everybody', async () => {
    const open = await books.all(
      `select p.proname, p.proconfig::text as config, p.proacl::text as acl from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
         and (coalesce(p.proconfig::text, '') not like '%search_path=%pg_temp%' or p.proacl is null or p.proacl::text ~ '(^|[{,])=X')`,
    );
    expect(open).toEqual([]);
  });
});
