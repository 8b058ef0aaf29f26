import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/**
 * The clients' own invoices. A draft is anybody's paper; what is issued stands for ever: its number follows the one before
 * without a gap, the person who issued it has the duty of ordering in the case, and its files are what their hashes say.
 */
export class Invoicing1764000000600 implements MigrationInterface {
  name = 'Invoicing1764000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${invoices}
      ${files}
      ${guards}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table outgoing_invoice_file, outgoing_invoice;
      drop function guard_outgoing_invoice, guard_outgoing_invoice_file, refuse_incomplete_outgoing_invoice`);
  }
}

const invoices = `
  create table outgoing_invoice (
    client_id int not null references client (id),
    id uuid not null default gen_random_uuid(),
    kind text not null check (kind in ('invoice', 'credit-note', 'correction')),
    state text not null default 'draft' check (state in ('draft', 'issued', 'cancelled')),
    partner_id uuid not null,
    -- The issued invoice that this one corrects, credits or takes back.
    corrects uuid,
    -- What was drafted, in the words of the API; frozen at issue with everything that was decided then.
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    -- Client, partner and bank account as the invoice names them.
    facts jsonb,
    net bigint not null,
    tax bigint not null,
    gross bigint not null check (gross = net + tax and abs(gross) <= 9999999999999),
    number text,
    number_year smallint,
    number_no int check (number_no > 0),
    issue_date date,
    booking_date date,
    due_on date,
    entry_year smallint,
    entry_no bigint,
    open_item uuid,
    -- Null where the software drafted: the credit note that takes an invoice back.
    drafted_by uuid,
    drafted_by_name text not null,
    drafted_duty text generated always as (case when drafted_by is not null then 'request' end) stored,
    drafted_at timestamptz not null default clock_timestamp(),
    changed_by uuid,
    changed_by_name text not null,
    changed_at timestamptz not null default clock_timestamp(),
    issued_by uuid,
    issued_by_name text,
    issued_duty text generated always as (case when issued_by is not null then 'order' end) stored,
    issued_at timestamptz,
    -- The credit note that took this one back, and why.
    cancelled_by uuid,
    cancel_reason text check (length(cancel_reason) between 3 and 500),
    version int not null default 1,
    primary key (client_id, id),
    unique (client_id, number),
    unique (client_id, number_year, number_no),
    foreign key (client_id, partner_id) references partner (client_id, id),
    foreign key (client_id, corrects) references outgoing_invoice (client_id, id),
    foreign key (client_id, cancelled_by) references outgoing_invoice (client_id, id),
    foreign key (client_id, entry_year, entry_no) references journal_entry (client_id, fiscal_year, entry_no),
    foreign key (client_id, open_item) references open_item (client_id, id),
    -- Whoever drafts has asked, whoever issues has ordered: case_duty refuses both to one person.
    foreign key (client_id, id, drafted_by, drafted_duty) references case_duty (client_id, case_id, person, duty),
    foreign key (client_id, id, issued_by, issued_duty) references case_duty (client_id, case_id, person, duty),
    constraint outgoing_invoice_issue check (
      (state = 'draft') = (number is null) and (number is null) = (number_year is null) and (number is null) = (number_no is null)
      and (number is null) = (issue_date is null) and (number is null) = (booking_date is null) and (number is null) = (due_on is null)
      and (number is null) = (issued_by is null) and (number is null) = (issued_at is null) and (number is null) = (entry_no is null)
      and (entry_no is null) = (entry_year is null) and (number is null) = (facts is null) and (number is null or issued_by_name is not null)),
    constraint outgoing_invoice_number check (
      number = 'AR-' || number_year || '-' || lpad(number_no::text, greatest(5, length(number_no::text)), '0')
      and number_year = extract(year from issue_date)),
    check ((state = 'cancelled') = (cancelled_by is not null) and (cancelled_by is null) = (cancel_reason is null)),
    check (corrects <> id)
  );
  create index outgoing_invoice_recent on outgoing_invoice (client_id, changed_at desc, id);
  create index outgoing_invoice_by_partner on outgoing_invoice (client_id, partner_id);
  create index outgoing_invoice_by_corrected on outgoing_invoice (client_id, corrects) where corrects is not null;
  create index outgoing_invoice_by_entry on outgoing_invoice (client_id, entry_year, entry_no) where entry_no is not null;
  create index outgoing_invoice_by_open_item on outgoing_invoice (client_id, open_item) where open_item is not null;
  ${separate('outgoing_invoice')}
  grant select, delete on outgoing_invoice to finanz_app;
  grant insert (client_id, id, kind, partner_id, corrects, content, net, tax, gross, drafted_by, drafted_by_name, changed_by,
    changed_by_name) on outgoing_invoice to finanz_app;
  grant update (kind, state, partner_id, corrects, content, facts, net, tax, gross, number, number_year, number_no, issue_date,
    booking_date, due_on, entry_year, entry_no, open_item, changed_by, changed_by_name, changed_at, issued_by, issued_by_name,
    issued_at, cancelled_by, cancel_reason, version) on outgoing_invoice to finanz_app;
`;

const files = `
  create table outgoing_invoice_file (
    client_id int not null,
    invoice_id uuid not null,
    kind text not null check (kind in ('ubl', 'cii', 'pdf')),
    sha256 bytea not null,
    bytes bytea not null check (length(bytes) between 1 and 20971520 and sha256(bytes) = sha256),
    stored_at timestamptz not null default clock_timestamp(),
    primary key (client_id, invoice_id, kind),
    foreign key (client_id, invoice_id) references outgoing_invoice (client_id, id)
  );
  alter table outgoing_invoice_file alter column bytes set storage external;
  ${separate('outgoing_invoice_file')}
  grant select, insert on outgoing_invoice_file to finanz_app;
  create trigger append_only before update or delete or truncate on outgoing_invoice_file
    for each statement execute function refuse_change();
`;

const guards = `
  -- draft -> issued -> cancelled. A draft may be changed and thrown away; of an issued invoice nothing changes any more but that
  -- it was taken back. Numbers of a year follow one another: the one that is given is the next one.
  create function guard_outgoing_invoice() returns trigger language plpgsql as $$
  declare
    -- The two duties are computed from who drafted and issued; before the row is written they are not there yet.
    may_change constant text[] := '{state,cancelled_by,cancel_reason,version,changed_by,changed_by_name,changed_at,drafted_duty,issued_duty}';
  begin
    if tg_op = 'DELETE' then
      if old.state <> 'draft' then
        raise exception 'invoice % is issued: it is taken back, never deleted', old.number using errcode = '42501';
      end if;
      return old;
    end if;
    if tg_op = 'INSERT' then
      if new.state <> 'draft' then
        raise exception 'an invoice begins as a draft' using errcode = '42501';
      end if;
      return new;
    end if;
    if old.state = 'draft' then
      if new.state = 'cancelled' then
        raise exception 'a draft is thrown away, not cancelled' using errcode = '42501';
      end if;
      if new.state = 'issued' and new.number_no <> coalesce((select max(number_no) from outgoing_invoice
          where client_id = new.client_id and number_year = new.number_year), 0) + 1 then
        raise exception 'invoice number % leaves a gap', new.number
          using errcode = '23514', constraint = 'outgoing_invoice_gapless', table = 'outgoing_invoice';
      end if;
      return new;
    end if;
    if old.state = 'issued' and new.state = 'cancelled'
        and to_jsonb(new) - may_change = to_jsonb(old) - may_change then
      return new;
    end if;
    raise exception 'invoice % is issued: it stays as it is', old.number using errcode = '42501';
  end $$;
  create trigger guard before insert or update or delete on outgoing_invoice for each row execute function guard_outgoing_invoice();
  create trigger no_truncate before truncate on outgoing_invoice for each statement execute function refuse_change();

  -- Files belong to the issue: a draft has none, and nothing is added to an invoice that has all of them.
  create function guard_outgoing_invoice_file() returns trigger language plpgsql as $$
  begin
    if not exists (select from outgoing_invoice where client_id = new.client_id and id = new.invoice_id and state = 'issued') then
      raise exception 'files are stored at issue' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger guard before insert on outgoing_invoice_file for each row execute function guard_outgoing_invoice_file();

  -- As the owner: at the commit the transaction may be bound to another client, whose rows alone it would see.
  create function refuse_incomplete_outgoing_invoice() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if (select count(*) from outgoing_invoice_file where client_id = new.client_id and invoice_id = new.id) <> 3 then
      raise exception 'invoice % lacks a file', new.number
        using errcode = '23514', constraint = 'outgoing_invoice_files', table = 'outgoing_invoice';
    end if;
    return null;
  end $$;
  create constraint trigger complete after update of state on outgoing_invoice deferrable initially deferred
    for each row when (old.state = 'draft' and new.state = 'issued') execute function refuse_incomplete_outgoing_invoice();
  revoke execute on function refuse_incomplete_outgoing_invoice from public;
`;
