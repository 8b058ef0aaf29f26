import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToPosting, separate } from './support.js';

/** Fiscal years, periods, the journal and what hangs on it. Only the posting function writes the journal. */
export class Ledger1764000000100 implements MigrationInterface {
  name = 'Ledger1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local role finanz_owner;
      ${years}
      ${journal}
      ${balances}
      ${deskwork}
      ${evidence}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ledger_proof, seal, standing_entry, entry_template, draft, product_balance,
      account_balance, journal_line, journal_entry, period_decision, period, fiscal_year;
      drop function refuse_change, refuse_unbalanced`);
  }
}

const years = `
  -- The year's row is the counter (next number) and the head of the hash chain: the one row all postings of a year queue for.
  create table fiscal_year (
    client_id int not null references client (id),
    year smallint not null check (year between 1990 and 2199),
    starts_on date not null,
    ends_on date not null,
    next_entry_no bigint not null default 1,
    head bytea not null,
    last_recorded_at timestamptz not null default '-infinity',
    primary key (client_id, year),
    check (starts_on < ends_on)
  ) with (fillfactor = 50);
  ${separate('fiscal_year')}
  ${openToPosting('fiscal_year')}
  grant select, insert (client_id, year, starts_on, ends_on, head) on fiscal_year to finanz_app;
  grant update (next_entry_no, head, last_recorded_at) on fiscal_year to finanz_writer;
  -- The application may lock a year (closing a period waits for postings under way) but not count or chain.
  grant update (starts_on) on fiscal_year to finanz_app;

  create table period (
    client_id int not null,
    fiscal_year smallint not null,
    period smallint not null check (period between 0 and 13),
    starts_on date not null,
    ends_on date not null,
    state text not null default 'open' check (state in ('open', 'soft-closed', 'closed')),
    version int not null default 1,
    primary key (client_id, fiscal_year, period),
    foreign key (client_id, fiscal_year) references fiscal_year (client_id, year),
    check (starts_on <= ends_on)
  );
  ${separate('period')}
  ${openToPosting('period')}
  grant select, insert on period to finanz_app;
  grant update (state, version) on period to finanz_app;

  create table period_decision (
    client_id int not null,
    id bigint generated always as identity,
    fiscal_year smallint not null,
    period smallint not null,
    state text not null,
    reason text not null check (length(reason) between 3 and 500),
    decided_by uuid not null,
    decided_by_name text not null,
    decided_at timestamptz not null default clock_timestamp(),
    primary key (client_id, id),
    foreign key (client_id, fiscal_year, period) references period (client_id, fiscal_year, period)
  );
  ${separate('period_decision')}
  grant select, insert on period_decision to finanz_app;
`;

const journal = `
  create table journal_entry (
    client_id int not null,
    fiscal_year smallint not null,
    entry_no bigint not null,
    period smallint not null,
    booking_date date not null,
    recorded_at timestamptz not null,
    kind text not null check (kind in ('regular', 'opening', 'closing', 'reversal', 'standing', 'accrual')),
    text text not null check (length(text) between 1 and 500),
    reference text not null default '' check (length(reference) <= 120),
    source text not null check (length(source) between 1 and 60),
    idempotency_key text check (length(idempotency_key) between 1 and 120),
    author uuid not null,
    author_name text not null,
    reverses_year smallint,
    reverses_no bigint,
    reason text not null default '' check (length(reason) <= 500),
    line_count int not null check (line_count >= 2),
    total bigint not null check (total > 0),
    content_hash bytea not null,
    chain_hash bytea not null,
    primary key (client_id, fiscal_year, entry_no),
    foreign key (client_id, fiscal_year, period) references period (client_id, fiscal_year, period),
    foreign key (client_id, reverses_year, reverses_no) references journal_entry (client_id, fiscal_year, entry_no),
    check ((kind = 'reversal') = (reverses_no is not null) and (reverses_no is null) = (reverses_year is null)),
    check (kind <> 'reversal' or length(reason) >= 3),
    -- Control characters separate the fields of what is sealed: within a text they would make the sealed form ambiguous.
    constraint journal_entry_plain_text
      check ((text || reference || source || coalesce(idempotency_key, '') || reason) !~ '[\\x01-\\x1f\\x7f]')
  );
  -- A request is answered once, an entry is reversed once.
  create unique index journal_entry_idempotency_key on journal_entry (client_id, idempotency_key)
    where idempotency_key is not null;
  create unique index journal_entry_reversed_once on journal_entry (client_id, reverses_year, reverses_no)
    where reverses_no is not null;
  ${separate('journal_entry')}
  ${openToPosting('journal_entry')}
  grant select on journal_entry to finanz_app;
  grant insert on journal_entry to finanz_writer;

  create table journal_line (
    client_id int not null,
    fiscal_year smallint not null,
    entry_no bigint not null,
    line_no int not null check (line_no > 0),
    period smallint not null,
    booking_date date not null,
    account text not null,
    product text,
    cost_centre text,
    cash_account text,
    amount bigint not null check (amount <> 0 and abs(amount) <= 9999999999999),
    text text not null default '' check (length(text) <= 500),
    constraint journal_line_plain_text check (text !~ '[\\x01-\\x1f\\x7f]'),
    primary key (client_id, fiscal_year, entry_no, line_no),
    foreign key (client_id, fiscal_year, entry_no) references journal_entry (client_id, fiscal_year, entry_no),
    foreign key (client_id, account) references account (client_id, number),
    foreign key (client_id, product) references product (client_id, code),
    foreign key (client_id, cost_centre) references cost_centre (client_id, code),
    foreign key (client_id, cash_account) references account (client_id, number)
  );
  create index journal_line_by_account on journal_line (client_id, account, booking_date, fiscal_year, entry_no, line_no);
  create index journal_line_by_cash_account on journal_line (client_id, cash_account, booking_date, fiscal_year, entry_no, line_no)
    where cash_account is not null;
  -- Opening and closing entries may bear any date of the year; there are few, and every look at a date needs them.
  create index journal_line_at_the_edges on journal_line (client_id, fiscal_year, booking_date) where period in (0, 13);
  ${separate('journal_line')}
  ${openToPosting('journal_line')}
  grant select on journal_line to finanz_app;
  grant insert on journal_line to finanz_writer;

  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only: correct by adding', tg_table_name using errcode = '42501';
  end $$;
  create trigger append_only before update or delete or truncate on journal_entry for each statement execute function refuse_change();
  create trigger append_only before update or delete or truncate on journal_line for each statement execute function refuse_change();

  create function refuse_unbalanced() returns trigger language plpgsql as $$
  begin
    if exists (select from new_lines group by client_id, fiscal_year, entry_no having sum(amount) <> 0 or count(*) < 2) then
      raise exception 'an entry does not balance' using errcode = '23514', constraint = 'journal_line_balanced', table = 'journal_line';
    end if;
    return null;
  end $$;
  create trigger balanced after insert on journal_line
    referencing new table as new_lines for each statement execute function refuse_unbalanced();
`;

const balances = `
  -- Turnover per period, kept by the posting function; '' stands for "none" because a key column cannot be null.
  create table account_balance (
    client_id int not null,
    fiscal_year smallint not null,
    account text not null,
    cash_account text not null,
    period smallint not null,
    debit bigint not null,
    credit bigint not null,
    lines bigint not null,
    primary key (client_id, fiscal_year, account, cash_account, period),
    check (debit >= 0 and credit >= 0)
  ) with (fillfactor = 60);
  ${separate('account_balance')}
  ${openToPosting('account_balance')}
  grant select on account_balance to finanz_app;
  grant insert, update on account_balance to finanz_writer;

  create table product_balance (
    client_id int not null,
    fiscal_year smallint not null,
    product text not null,
    account text not null,
    cash_account text not null,
    period smallint not null,
    debit bigint not null,
    credit bigint not null,
    primary key (client_id, fiscal_year, product, account, cash_account, period),
    check (debit >= 0 and credit >= 0)
  ) with (fillfactor = 60);
  ${separate('product_balance')}
  ${openToPosting('product_balance')}
  grant select on product_balance to finanz_app;
  grant insert, update on product_balance to finanz_writer;
`;

const deskwork = `
  create table draft (
    client_id int not null references client (id),
    id uuid not null default gen_random_uuid(),
    entry jsonb not null,
    note text not null default '' check (length(note) <= 500),
    created_by uuid not null,
    created_by_name text not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_by uuid not null,
    updated_by_name text not null,
    updated_at timestamptz not null default clock_timestamp(),
    version int not null default 1,
    primary key (client_id, id)
  );
  ${separate('draft')}
  grant select, insert, update, delete on draft to finanz_app;

  create table entry_template (
    client_id int not null references client (id),
    id uuid not null default gen_random_uuid(),
    name text not null check (length(name) between 1 and 120),
    entry jsonb not null,
    created_by uuid not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (client_id, id),
    unique (client_id, name)
  );
  ${separate('entry_template')}
  grant select, insert, delete on entry_template to finanz_app;

  create table standing_entry (
    client_id int not null references client (id),
    id uuid not null default gen_random_uuid(),
    name text not null check (length(name) between 1 and 120),
    kind text not null check (kind in ('standing', 'accrual')),
    entry jsonb not null,
    -- Accruals know every instalment in advance, because the cents of a split differ; standing entries repeat.
    instalments jsonb,
    rhythm text not null check (rhythm in ('monthly', 'quarterly', 'half-yearly', 'yearly')),
    first_date date not null,
    last_date date,
    next_date date,
    state text not null default 'active' check (state in ('active', 'ended', 'failed')),
    last_error text,
    posted_count int not null default 0,
    author uuid not null,
    author_name text not null,
    created_at timestamptz not null default clock_timestamp(),
    version int not null default 1,
    primary key (client_id, id),
    check (last_date is null or last_date >= first_date),
    check ((state = 'ended') = (next_date is null))
  );
  create index standing_entry_due on standing_entry (client_id, next_date) where state = 'active';
  ${separate('standing_entry')}
  grant select, insert on standing_entry to finanz_app;
  grant update (next_date, state, last_error, posted_count, last_date, version) on standing_entry to finanz_app;
`;

const evidence = `
  create table seal (
    client_id int not null references client (id),
    seal_no bigint not null,
    sealed_at timestamptz not null,
    sealed_by uuid,
    sealed_by_name text not null,
    -- The signed text itself, so that nobody has to rebuild it: client, number, instant, previous seal, heads of all years.
    statement text not null,
    key_id text not null,
    signature bytea not null,
    primary key (client_id, seal_no)
  );
  ${separate('seal')}
  grant select, insert on seal to finanz_app;
  create trigger append_only before update or delete or truncate on seal for each statement execute function refuse_change();

  create table ledger_proof (
    client_id int not null references client (id),
    id bigint generated always as identity,
    proven_at timestamptz not null default clock_timestamp(),
    ok boolean not null,
    entries bigint not null,
    findings jsonb not null default '[]',
    primary key (client_id, id)
  );
  ${separate('ledger_proof')}
  grant select, insert on ledger_proof to finanz_app;
`;
