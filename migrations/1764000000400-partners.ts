import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/**
 * Partners: creditors and debtors are one noun. What is known of them is kept with its history; a bank account is proposed by
 * one person and decided on by another, and the database holds both to it.
 */
export class Partners1764000000400 implements MigrationInterface {
  name = 'Partners1764000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local role finanz_owner;
      ${counter}
      ${partners}
      ${addresses}
      ${bankAccounts}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table partner_bank_account, partner_address, partner_change, partner, counter;
      drop function record_partner_change, guard_partner_bank_account`);
  }
}

const counter = `
  -- Numbers that people see, from a row of the client's own: taken in the transaction that uses them, so none is lost.
  create table counter (
    client_id int not null references client (id),
    name text not null check (name ~ '^[a-z][a-z0-9-]{1,39}$'),
    next_no bigint not null check (next_no > 0),
    primary key (client_id, name)
  ) with (fillfactor = 50);
  ${separate('counter')}
  grant select, insert on counter to finanz_app;
  grant update (next_no) on counter to finanz_app;
`;

const partners = `
  create table partner (
    client_id int not null references client (id),
    id uuid not null default gen_random_uuid(),
    number text not null check (number ~ '^P[0-9]{6,9}$'),
    kind text not null check (kind in ('company', 'person', 'public-body', 'employee')),
    name text not null check (length(name) between 1 and 200),
    trading_name text check (length(trading_name) between 1 and 200),
    vat_id text check (length(vat_id) between 4 and 20),
    tax_number text check (length(tax_number) between 3 and 30),
    register_id text check (length(register_id) between 1 and 60),
    supplier_number text check (length(supplier_number) between 1 and 60),
    leitweg_id text check (length(leitweg_id) between 3 and 46),
    endpoint_scheme text check (length(endpoint_scheme) between 1 and 20),
    endpoint text check (length(endpoint) between 1 and 200),
    email text check (length(email) between 3 and 254),
    phone text check (length(phone) between 3 and 60),
    language text not null default 'de' check (language in ('de', 'en')),
    payment_term_days int check (payment_term_days between 0 and 365),
    -- The reason for which nothing is paid to this partner; null is no block.
    payment_block text check (length(payment_block) between 3 and 300),
    note text not null default '' check (length(note) <= 2000),
    active boolean not null default true,
    -- The partner is a person of the centre: their own matter, see own_matter.
    user_id uuid,
    -- Folded words of the names, for the search; written by the application, which folds what is typed in the same way.
    words text not null default '',
    -- As they are compared: letters and digits only.
    vat_key text generated always as (upper(regexp_replace(vat_id, '[^A-Za-z0-9]', '', 'g'))) stored,
    tax_key text generated always as (regexp_replace(tax_number, '[^0-9]', '', 'g')) stored,
    version int not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    created_by uuid,
    created_by_name text not null,
    changed_at timestamptz not null default clock_timestamp(),
    changed_by uuid,
    changed_by_name text not null,
    primary key (client_id, id),
    unique (client_id, number)
  );
  create index partner_by_vat on partner (client_id, vat_key) where vat_key is not null;
  create index partner_by_tax_number on partner (client_id, tax_key) where tax_key is not null;
  create index partner_by_person on partner (client_id, user_id) where user_id is not null;
  ${separate('partner')}
  grant select, insert on partner to finanz_app;
  grant update (kind, name, trading_name, vat_id, tax_number, register_id, supplier_number, leitweg_id, endpoint_scheme, endpoint,
    email, phone, language, payment_term_days, payment_block, note, active, user_id, words, version, changed_at, changed_by,
    changed_by_name) on partner to finanz_app;

  create table partner_change (
    client_id int not null,
    id bigint generated always as identity,
    partner_id uuid not null,
    at timestamptz not null default clock_timestamp(),
    by uuid,
    by_name text not null,
    field text not null,
    before text,
    after text,
    primary key (client_id, id),
    foreign key (client_id, partner_id) references partner (client_id, id)
  );
  create index partner_change_by_partner on partner_change (client_id, partner_id, id);
  ${separate('partner_change')}
  grant select, insert on partner_change to finanz_app;
  create trigger append_only before update or delete or truncate on partner_change for each statement execute function refuse_change();

  -- Kept by the database: no way of changing a partner leaves its history behind.
  create function record_partner_change() returns trigger language plpgsql as $$
  begin
    insert into partner_change (client_id, partner_id, by, by_name, field, before, after)
      select new.client_id, new.id, new.changed_by, new.changed_by_name, o.key, o.value, n.value
      from jsonb_each_text(to_jsonb(old)) o join jsonb_each_text(to_jsonb(new)) n on n.key = o.key
      where o.value is distinct from n.value
        and o.key not in ('words', 'vat_key', 'tax_key', 'version', 'changed_at', 'changed_by', 'changed_by_name')
      order by o.key;
    return null;
  end $$;
  create trigger history after update on partner for each row execute function record_partner_change();
`;

const addresses = `
  -- Addresses are added, never changed: the one with the latest day that has come is in force.
  create table partner_address (
    client_id int not null,
    partner_id uuid not null,
    no int not null check (no > 0),
    street text not null default '' check (length(street) <= 200),
    addition text not null default '' check (length(addition) <= 200),
    postal_code text not null default '' check (length(postal_code) <= 20),
    city text not null check (length(city) between 1 and 120),
    country text not null default 'DE' check (country ~ '^[A-Z]{2}$'),
    valid_from date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    recorded_by uuid,
    recorded_by_name text not null,
    primary key (client_id, partner_id, no),
    foreign key (client_id, partner_id) references partner (client_id, id)
  );
  ${separate('partner_address')}
  grant select, insert on partner_address to finanz_app;
  create trigger append_only before update or delete or truncate on partner_address for each statement execute function refuse_change();
`;

const bankAccounts = `
  create table partner_bank_account (
    client_id int not null,
    partner_id uuid not null,
    no int not null check (no > 0),
    iban text not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    bic text check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'),
    holder text not null check (length(holder) between 1 and 140),
    state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'refused', 'ended')),
    -- Where it was learnt from: a letter, an invoice, a telephone call.
    source text not null check (length(source) between 3 and 300),
    proposed_by uuid not null,
    proposed_by_name text not null,
    proposed_at timestamptz not null default clock_timestamp(),
    decided_by uuid,
    decided_by_name text,
    decided_at timestamptz,
    ended_by uuid,
    ended_by_name text,
    ended_at timestamptz,
    note text not null default '' check (length(note) <= 500),
    primary key (client_id, partner_id, no),
    foreign key (client_id, partner_id) references partner (client_id, id),
    constraint partner_bank_account_four_eyes check (decided_by <> proposed_by),
    check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check ((state = 'ended') = (ended_by is not null))
  );
  -- An IBAN stands once with a partner; one that was refused or ended may be proposed anew.
  create unique index partner_bank_account_once on partner_bank_account (client_id, partner_id, iban)
    where state in ('proposed', 'confirmed');
  create index partner_bank_account_by_iban on partner_bank_account (client_id, iban);
  ${separate('partner_bank_account')}
  grant select, insert on partner_bank_account to finanz_app;
  grant update (state, decided_by, decided_by_name, decided_at, ended_by, ended_by_name, ended_at, note) on partner_bank_account to finanz_app;

  -- proposed -> confirmed or refused -> (confirmed) ended, each step once; who decided stays who decided.
  create function guard_partner_bank_account() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      if new.state <> 'proposed' then
        raise exception 'a bank account begins as a proposal' using errcode = '42501';
      end if;
    elsif not (old.state = 'proposed' and new.state in ('confirmed', 'refused')
        or old.state = 'confirmed' and new.state = 'ended'
          and (new.decided_by, new.decided_by_name, new.decided_at) = (old.decided_by, old.decided_by_name, old.decided_at)) then
      raise exception 'a decision on a bank account stands' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger decided_once before insert or update on partner_bank_account
    for each row execute function guard_partner_bank_account();
`;
