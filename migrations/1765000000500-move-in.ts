import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/**
 * What comes from another system: files of master data, partners and open items beside the journal; the number under which a partner
 * stood there; mandates; and what an open item was there before it stood in these books.
 */
export class MoveIn1765000000500 implements MigrationInterface {
  name = 'MoveIn1765000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${imports}
      ${partners}
      ${mandates}
      ${items}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table open_item_origin, mandate;
      drop function guard_mandate, guard_open_item_origin;
      alter table partner drop column former_number;`);
  }
}

const imports = `
  alter table import_job drop constraint import_job_kind_check, add constraint import_job_kind_check
    check (kind in ('journal', 'opening-balances', 'cash-flows', 'results', 'accounts', 'products', 'cost-centres', 'partners',
      'open-items'));
`;

const partners = `
  -- The number with which the system before this one knew the partner, for files and letters that still name it.
  alter table partner add column former_number text check (former_number ~ '^[0-9A-Za-z][0-9A-Za-z./_-]{0,39}$');
  create unique index partner_by_former_number on partner (client_id, former_number) where former_number is not null;
`;

const mandates = `
  -- Who allowed the client to collect, under which reference and since when. A reference stands once with a client, whatever its
  -- case (EPC SDD rulebook); what was signed is never changed, an ended mandate stays ended.
  create table mandate (
    client_id int not null,
    reference text not null check (reference ~ '^[A-Za-z0-9+?/:().,'' -]{1,35}$'),
    partner_id uuid not null,
    bank_account_no int not null,
    kind text not null check (kind in ('core', 'b2b')),
    sequence text not null default 'recurrent' check (sequence in ('recurrent', 'one-off')),
    signed_on date not null,
    -- Unused for 36 months it lapses.
    last_used_on date,
    state text not null default 'active' check (state in ('active', 'ended')),
    recorded_at timestamptz not null default clock_timestamp(),
    recorded_by uuid,
    recorded_by_name text not null,
    ended_at timestamptz,
    ended_by uuid,
    ended_by_name text,
    primary key (client_id, reference),
    foreign key (client_id, partner_id, bank_account_no) references partner_bank_account (client_id, partner_id, no),
    check (last_used_on >= signed_on),
    check ((state = 'ended') = (ended_at is not null) and (ended_at is null) = (ended_by_name is null))
  );
  create unique index mandate_once on mandate (client_id, upper(reference));
  create index mandate_by_partner on mandate (client_id, partner_id);
  ${separate('mandate')}
  grant select, insert on mandate to finanz_app;
  grant update (last_used_on, state, ended_at, ended_by, ended_by_name) on mandate to finanz_app;

  create function guard_mandate() returns trigger language plpgsql as $$
  begin
    if old.state = 'ended' then
      raise exception 'mandate % has ended', old.reference using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger ended_stays before update on mandate for each row execute function guard_mandate();
`;

const items = `
  -- What an item was in the system that it came from. Amounts bear the journal's sign, as the item's own.
  create table open_item_origin (
    client_id int not null,
    item_id uuid not null,
    number text not null check (length(number) between 1 and 60),
    original_amount bigint not null check (original_amount <> 0 and abs(original_amount) <= 9999999999999),
    originated_on date,
    dunning_level smallint not null default 0 check (dunning_level between 0 and 9),
    last_dunned_on date,
    primary key (client_id, item_id),
    foreign key (client_id, item_id) references open_item (client_id, id)
  );
  create index open_item_origin_by_number on open_item_origin (client_id, number);
  ${separate('open_item_origin')}
  grant select, insert on open_item_origin to finanz_app;
  create trigger append_only before update or delete or truncate on open_item_origin for each statement execute function refuse_change();

  -- What is left of an item is no more than what it once was.
  create function guard_open_item_origin() returns trigger language plpgsql as $$
  begin
    if not exists (select from open_item where client_id = new.client_id and id = new.item_id
        and amount between least(new.original_amount, 0) and greatest(new.original_amount, 0)) then
      raise exception 'an item is never more than it was' using errcode = '23514', constraint = 'open_item_origin_amount', table = tg_table_name;
    end if;
    return new;
  end $$;
  create trigger amount before insert on open_item_origin for each row execute function guard_open_item_origin();
`;
