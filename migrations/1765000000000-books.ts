import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlOf } from './support.js';

/**
 * What the posting function guards from here on: its arguments' shape, the clocks, who opens and closes, which balances open
 * when, how a result goes to equity, whose key a key is. Years and periods are written by functions, never without the decision.
 * Lines bear tax, entries the date of their voucher.
 */
export class Books1765000000000 implements MigrationInterface {
  name = 'Books1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${permissions}
      ${journal}
      ${years}
      ${transfers}
      ${products}
      ${sqlOf('refuse_unbalanced')}
      reset role;
      drop function post_entries;
      ${sqlOf('post_entries')}
      ${sqlOf('open_fiscal_year')}
      ${sqlOf('decide_period')}
      alter function post_entries owner to finanz_writer;
      alter function open_fiscal_year owner to finanz_writer;
      alter function decide_period owner to finanz_writer;
      revoke execute on function post_entries, open_fiscal_year, decide_period from public;
      grant execute on function post_entries, open_fiscal_year, decide_period to finanz_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('lines with tax and entries with a scope stand in the journal for ever');
  }
}

const permissions = `
  -- The part of the matrix of roles that the database itself asks for. A test holds it against the whole.
  create table role_permission (
    role text not null,
    permission text not null,
    primary key (role, permission)
  );
  insert into role_permission (role, permission) values
    ('treasurer', 'periods:manage'), ('centre-lead', 'periods:manage'),
    ('treasurer', 'journal:close'), ('centre-lead', 'journal:close');
  grant select on role_permission to finanz_app, finanz_auditor;
  ${sqlOf('may_at')}
  revoke execute on function may_at from public;
  grant execute on function may_at to finanz_app, finanz_writer;
`;

const BIDI_AND_CONTROL = `[\\x01-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]`;

const journal = `
  alter table journal_entry
    add column document_date date constraint journal_entry_document_date check (document_date between '1900-01-01' and '2199-12-31'),
    add column idempotency_scope text not null default 'request'
      constraint journal_entry_scope check (idempotency_scope ~ '^[a-z][a-z-]{1,30}$'),
    drop constraint journal_entry_plain_text,
    -- Old entries keep what they hold: their hashes are over it.
    add constraint journal_entry_plain_text
      check ((text || reference || source || coalesce(idempotency_key, '') || reason) !~ '${BIDI_AND_CONTROL}') not valid;
  drop index journal_entry_idempotency_key;
  create unique index journal_entry_idempotency_key on journal_entry (client_id, idempotency_scope, idempotency_key)
    where idempotency_key is not null;

  -- The base bears the sign of the line; a rate of 0 is a rate.
  alter table journal_line
    add column tax_code text,
    add column tax_rate numeric(5, 2),
    add column tax_base bigint,
    add column result_transfer boolean not null default false,
    add constraint journal_line_tax check (num_nulls(tax_code, tax_rate, tax_base) in (0, 3)
      and tax_code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$' and tax_rate between 0 and 100 and abs(tax_base) <= 9999999999999),
    drop constraint journal_line_plain_text,
    add constraint journal_line_plain_text check (text !~ '${BIDI_AND_CONTROL}') not valid;
`;

const years = `
  alter table fiscal_year
    -- The day of the year's opening balances; null in a year that carries over from the one before, or is still empty.
    add column opened_on date constraint fiscal_year_opened_on check (opened_on in (starts_on, ends_on)),
    -- Up to here instants are accepted although the clock has not reached them yet: an operator's decision after a wrong clock.
    add column trusted_until timestamptz not null default '-infinity';
  update fiscal_year f set opened_on = starts_on
    where exists (select from journal_entry e where e.client_id = f.client_id and e.fiscal_year = f.year and e.kind = 'opening')
      and not exists (select from fiscal_year b where b.client_id = f.client_id and b.year < f.year and b.next_entry_no > 1);
  update fiscal_year f set opened_on = ends_on
    where opened_on is not null and not exists (select from journal_entry e where e.client_id = f.client_id and e.fiscal_year = f.year
      and (e.period <> 0 or e.booking_date <> f.ends_on));

  revoke insert, update (starts_on) on fiscal_year from finanz_app;
  revoke insert (client_id, year, starts_on, ends_on, head) on fiscal_year from finanz_app;
  revoke insert, update (state, version) on period from finanz_app;
  revoke insert on period_decision from finanz_app;
  grant insert (client_id, year, starts_on, ends_on, head), update (opened_on) on fiscal_year to finanz_writer;
  grant insert on period, period_decision to finanz_writer;
  grant update (state, version) on period to finanz_writer;
  create policy posting_clients on period_decision to finanz_writer
    using (strpos(current_setting('app.posting_clients', true), ',' || client_id || ',') > 0)
    with check (strpos(current_setting('app.posting_clients', true), ',' || client_id || ',') > 0);

  -- Closing entries stand on the last day, and the closing period waits until somebody opens it.
  update period set starts_on = ends_on where period = 13;
  with waiting as (
    update period p set state = 'closed', version = version + 1 where period = 13 and state <> 'closed'
      and not exists (select from journal_entry e where e.client_id = p.client_id and e.fiscal_year = p.fiscal_year and e.period = 13)
    returning client_id, fiscal_year, period)
  insert into period_decision (client_id, fiscal_year, period, state, reason, decided_by, decided_by_name)
    select client_id, fiscal_year, period, 'closed', 'Die Abschlussperiode wartet auf den Jahresabschluss',
      '00000000-0000-0000-0000-000000000000', 'System' from waiting;
`;

const transfers = `
  -- Entries that carried a result to equity: kept under period 14 beside the period in which they stand.
  alter table journal_line disable trigger append_only;
  update journal_line l set result_transfer = true where period = 13 and exists (
    select from journal_line o join account a on a.client_id = o.client_id and a.number = o.account
    where o.client_id = l.client_id and o.fiscal_year = l.fiscal_year and o.entry_no = l.entry_no
      and (a.kind = 'closing' or a.statement_line = 'P1.4'));
  alter table journal_line enable trigger append_only;
  delete from account_balance where period = 13;
  insert into account_balance (client_id, fiscal_year, account, cash_account, period, debit, credit, lines)
    select client_id, fiscal_year, account, coalesce(cash_account, ''), case when result_transfer then 14 else 13 end,
      sum(greatest(amount, 0)), sum(greatest(-amount, 0)), count(*)
    from journal_line where period = 13 group by 1, 2, 3, 4, 5;
  delete from product_balance where period = 13;
  insert into product_balance (client_id, fiscal_year, product, account, cash_account, period, debit, credit)
    select client_id, fiscal_year, product, account, coalesce(cash_account, ''), case when result_transfer then 14 else 13 end,
      sum(greatest(amount, 0)), sum(greatest(-amount, 0))
    from journal_line where period = 13 and product is not null group by 1, 2, 3, 4, 5, 6;
`;

const products = `
  -- Revenue, expense and payments belong to a product (§ 4 KomHVO NRW): otherwise the Teilrechnungen do not make up the whole.
  update account set product_required = true
    where kind in ('revenue', 'expense', 'inpayment', 'outpayment') and not product_required;
  alter table account add constraint account_product_required
    check (product_required or kind not in ('revenue', 'expense', 'inpayment', 'outpayment'));
`;
