import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/**
 * What a posting sets going is undone with it. A plan that dissolves a deferral knows the entry that deferred, and the lines of
 * the journal that it stands on; it ends with that entry. An invoice taken back is expected again under its contract.
 */
export class Plans1765000000600 implements MigrationInterface {
  name = 'Plans1765000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      ${plans}
      ${lines}
      ${known}
      ${guards}
      ${contracts}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger unticks_contract on document;
      drop trigger follows_reversal on journal_entry;
      drop trigger even on standing_entry;
      drop table accrual_line;
      drop function untick_contract, follow_reversal, refuse_uneven_accrual, refuse_uneven_plan, refuse_uneven, accrual_balance, accrual_rest;
      alter table standing_entry drop constraint standing_entry_state_check, drop constraint standing_entry_netting_check,
        drop column origin_year, drop column origin_no, drop column accrual_account, drop column netting, drop column ended_because;
      revoke update (author, author_name) on standing_entry from finanz_app;
      update standing_entry set state = 'active' where state = 'netted';
      alter table standing_entry add constraint standing_entry_state_check check (state in ('active', 'ended', 'failed'))`);
  }
}

const plans = `
  alter table standing_entry
    -- The entry that deferred what this plan dissolves; the plan ends when it is taken back.
    add column origin_year smallint,
    add column origin_no bigint,
    -- Where the deferral stands; null for standing entries, and for plans of old whose deferral nobody can tell.
    add column accrual_account text,
    -- Plans that make up for each other to the cent on every date rest together: the id of the one that took the other back.
    add column netting uuid,
    add column ended_because text check (ended_because in ('done', 'by-hand', 'reversed')),
    add foreign key (client_id, origin_year, origin_no) references journal_entry (client_id, fiscal_year, entry_no),
    add foreign key (client_id, netting) references standing_entry (client_id, id),
    add check ((origin_year is null) = (origin_no is null)),
    drop constraint standing_entry_state_check,
    add constraint standing_entry_state_check check (state in ('active', 'ended', 'failed', 'netted')),
    add constraint standing_entry_netting_check check ((state = 'netted') = (netting is not null));
  create index standing_entry_origin on standing_entry (client_id, origin_year, origin_no) where origin_no is not null;
  create index standing_entry_netting on standing_entry (client_id, netting) where netting is not null;
  -- Who holds it may change: nothing is posted in the name of somebody who has left.
  grant update (origin_year, origin_no, netting, ended_because, author, author_name) on standing_entry to finanz_app;
`;

const lines = `
  -- The lines of the journal that a plan stands on: the deferral, each dissolution, and what took them back. One line, one plan.
  create table accrual_line (
    client_id int not null,
    fiscal_year smallint not null,
    entry_no bigint not null,
    line_no int not null,
    plan_id uuid not null,
    primary key (client_id, fiscal_year, entry_no, line_no),
    foreign key (client_id, plan_id) references standing_entry (client_id, id),
    -- A reversal is followed before its lines are written.
    foreign key (client_id, fiscal_year, entry_no, line_no) references journal_line (client_id, fiscal_year, entry_no, line_no)
      deferrable initially deferred
  );
  create index accrual_line_by_plan on accrual_line (client_id, plan_id);
  ${separate('accrual_line')}
  grant select, insert on accrual_line to finanz_app;
  create trigger append_only before update or delete or truncate on accrual_line for each statement execute function refuse_change();

  -- What a plan still has to dissolve: the instalments from its next date on, as the deferral stands on the account (debit positive).
  create function accrual_rest(p standing_entry) returns bigint language sql stable as $$
    select coalesce(sum(round(coalesce((l ->> 'credit')::numeric, 0) * 100) - round(coalesce((l ->> 'debit')::numeric, 0) * 100)), 0)::bigint
    from jsonb_array_elements(p.instalments) i, jsonb_array_elements(i -> 'lines') l
    where p.next_date is not null and (i ->> 'date')::date >= p.next_date and l ->> 'account' = p.accrual_account
  $$;
  -- What of its deferral stands in the books.
  create function accrual_balance(p_client int, p_plan uuid) returns bigint language sql stable as $$
    select coalesce(sum(l.amount), 0)::bigint from accrual_line a
    join journal_line l on l.client_id = a.client_id and l.fiscal_year = a.fiscal_year and l.entry_no = a.entry_no and l.line_no = a.line_no
    where a.client_id = p_client and a.plan_id = p_plan
  $$;
`;

/*
 * Plans that run already. The deferral of a document's plan stands in the entry that was written just before the plan, in a line of
 * its own with the plan's whole amount; that of a plan made by hand is its own first posting. Whose invoice was taken back since
 * then waits for a person: nobody posts in a migration.
 */
const known = `
  update standing_entry s set accrual_account = (select l ->> 'account' from jsonb_array_elements(s.instalments -> 0 -> 'lines') l
      where not l ? 'product' limit 1)
    where kind = 'accrual' and instalments is not null;
  with origin as (
    select distinct on (s.client_id, s.id) s.client_id, s.id, j.fiscal_year, j.entry_no
    from standing_entry s
    join document d on d.client_id = s.client_id and d.number = s.entry ->> 'reference'
    join document_entry e on e.client_id = d.client_id and e.document_id = d.id
    join journal_entry j on j.client_id = e.client_id and j.fiscal_year = e.fiscal_year and j.entry_no = e.entry_no
      and j.kind <> 'reversal' and j.recorded_at <= s.created_at
    where s.accrual_account is not null and s.entry ->> 'text' like 'Auflösung Rechnungsabgrenzung ' || d.number || ':%'
    order by s.client_id, s.id, j.recorded_at desc
  )
  update standing_entry s set origin_year = o.fiscal_year, origin_no = o.entry_no from origin o
    where s.client_id = o.client_id and s.id = o.id;
  with plan as (
    select client_id, id, origin_year, origin_no, accrual_account, total,
      row_number() over (partition by client_id, origin_year, origin_no, accrual_account, total order by created_at, id) as n
    from standing_entry s, lateral (select sum(round(coalesce((l ->> 'credit')::numeric, 0) * 100)
        - round(coalesce((l ->> 'debit')::numeric, 0) * 100)) as total
      from jsonb_array_elements(s.instalments) i, jsonb_array_elements(i -> 'lines') l where l ->> 'account' = s.accrual_account) t
    where origin_no is not null
  ), line as (
    select client_id, fiscal_year, entry_no, line_no, account, amount,
      row_number() over (partition by client_id, fiscal_year, entry_no, account, amount order by line_no) as n
    from journal_line l where (client_id, fiscal_year, entry_no) in (select client_id, origin_year, origin_no from plan)
  )
  insert into accrual_line (client_id, fiscal_year, entry_no, line_no, plan_id)
    select l.client_id, l.fiscal_year, l.entry_no, l.line_no, p.id from plan p
    join line l on l.client_id = p.client_id and l.fiscal_year = p.origin_year and l.entry_no = p.origin_no
      and l.account = p.accrual_account and l.amount = p.total and l.n = p.n;
  update standing_entry s set origin_year = j.fiscal_year, origin_no = j.entry_no from journal_entry j
    where s.accrual_account is not null and s.origin_no is null and s.entry ->> 'text' not like 'Auflösung Rechnungsabgrenzung %'
      and j.client_id = s.client_id and j.source = 'standing:' || s.id and j.booking_date = s.first_date;
  -- Without the line that deferred, a plan goes on as before.
  update standing_entry s set accrual_account = null, origin_year = null, origin_no = null
    where accrual_account is not null and posted_count > 0 and origin_no is null
      or entry ->> 'text' like 'Auflösung Rechnungsabgrenzung %'
        and not exists (select from accrual_line a where a.client_id = s.client_id and a.plan_id = s.id);
  insert into accrual_line (client_id, fiscal_year, entry_no, line_no, plan_id)
    select l.client_id, l.fiscal_year, l.entry_no, l.line_no, s.id from standing_entry s
    join journal_entry j on j.client_id = s.client_id and j.source = 'standing:' || s.id
    join journal_line l on l.client_id = j.client_id and l.fiscal_year = j.fiscal_year and l.entry_no = j.entry_no
      and l.account = s.accrual_account
    where s.accrual_account is not null
    on conflict do nothing;
  insert into accrual_line (client_id, fiscal_year, entry_no, line_no, plan_id)
    select r.client_id, r.fiscal_year, r.entry_no, a.line_no, a.plan_id from accrual_line a
    join journal_entry r on r.client_id = a.client_id and r.reverses_year = a.fiscal_year and r.reverses_no = a.entry_no;
  -- An invoice that was replaced: the replacement took the whole deferral back in one line.
  insert into accrual_line (client_id, fiscal_year, entry_no, line_no, plan_id)
    select l.client_id, l.fiscal_year, l.entry_no, min(l.line_no), s.id
    from standing_entry s
    join document_entry o on o.client_id = s.client_id and o.fiscal_year = s.origin_year and o.entry_no = s.origin_no
    join document d on d.client_id = o.client_id and d.corrects = o.document_id and d.state = 'posted'
      and d.coding ->> 'correction' = 'replacement'
    join document_entry e on e.client_id = d.client_id and e.document_id = d.id
    join journal_line f on f.client_id = s.client_id and f.fiscal_year = s.origin_year and f.entry_no = s.origin_no
    join accrual_line a on a.client_id = f.client_id and a.fiscal_year = f.fiscal_year and a.entry_no = f.entry_no
      and a.line_no = f.line_no and a.plan_id = s.id
    join journal_line l on l.client_id = e.client_id and l.fiscal_year = e.fiscal_year and l.entry_no = e.entry_no
      and l.account = s.accrual_account and l.amount = -f.amount
    group by l.client_id, l.fiscal_year, l.entry_no, s.id
    on conflict do nothing;
  -- Nothing of it was dissolved: it ends. Something was: a person ends it, and what is left goes back.
  update standing_entry s set state = 'ended', next_date = null, ended_because = 'reversed', last_error = null, version = version + 1
    where accrual_account is not null and origin_no is not null and next_date is not null
      and accrual_balance(client_id, id) = 0 and accrual_rest(s) <> 0;
  update standing_entry s set state = 'failed', next_date = coalesce(next_date, last_date, first_date), version = version + 1,
      last_error = 'Was abgegrenzt war, ist zurückgenommen worden, die Auflösungen sind es nicht. Beenden Sie den Plan: Sein Rest wird dann ausgebucht.'
    where accrual_account is not null and accrual_balance(client_id, id) <> accrual_rest(s);
  update standing_entry set ended_because = 'done' where state = 'ended' and ended_because is null and last_date is not null;
`;

const guards = `
  -- As the owner: at the commit the transaction may be bound to another client, whose rows alone it would see.
  create function refuse_uneven(p_client int, p_plan uuid) returns void language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    plan standing_entry;
  begin
    select * into plan from standing_entry where client_id = p_client and id = p_plan;
    -- A plan that stopped says so already and posts nothing.
    if plan.accrual_account is null or plan.state = 'failed' then return; end if;
    if accrual_balance(p_client, p_plan) <> accrual_rest(plan) or exists (select from accrual_line a
        join journal_line l on l.client_id = a.client_id and l.fiscal_year = a.fiscal_year and l.entry_no = a.entry_no and l.line_no = a.line_no
        where a.client_id = p_client and a.plan_id = p_plan and l.account <> plan.accrual_account) then
      raise exception 'plan % does not dissolve what was deferred', p_plan
        using errcode = '23514', constraint = 'accrual_even', table = 'standing_entry';
    end if;
  end $$;
  revoke execute on function refuse_uneven from public;
  create function refuse_uneven_plan() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform refuse_uneven(new.client_id, new.id);
    return null;
  end $$;
  create function refuse_uneven_accrual() returns trigger language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform refuse_uneven(new.client_id, new.plan_id);
    return null;
  end $$;
  revoke execute on function refuse_uneven_plan, refuse_uneven_accrual from public;
  create constraint trigger even after insert or update of state, next_date on standing_entry deferrable initially deferred
    for each row when (new.kind = 'accrual') execute function refuse_uneven_plan();
  create constraint trigger even after insert on accrual_line deferrable initially deferred
    for each row execute function refuse_uneven_accrual();

  -- Whichever way a reversal comes: its lines count against the plans that stand on the lines reversed, and a plan ends with the
  -- entry that began it. What rested against it goes on.
  create function follow_reversal() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    gone uuid[];
  begin
    insert into accrual_line (client_id, fiscal_year, entry_no, line_no, plan_id)
      select client_id, new.fiscal_year, new.entry_no, line_no, plan_id from accrual_line
      where client_id = new.client_id and fiscal_year = new.reverses_year and entry_no = new.reverses_no;
    if not found then return null; end if;
    select array_agg(netting) into gone from standing_entry where client_id = new.client_id and origin_year = new.reverses_year
      and origin_no = new.reverses_no and netting is not null;
    update standing_entry set state = 'ended', next_date = null, netting = null, ended_because = 'reversed', last_error = null,
        version = version + 1
      where client_id = new.client_id and origin_year = new.reverses_year and origin_no = new.reverses_no and state <> 'ended';
    update standing_entry set state = 'active', netting = null, version = version + 1
      where client_id = new.client_id and netting = any (gone);
    return null;
  end $$;
  revoke execute on function follow_reversal from public;
  create trigger follows_reversal after insert on journal_entry
    for each row when (new.reverses_no is not null) execute function follow_reversal();
`;

const contracts = `
  -- An invoice that is taken out of the books has not met its contract: the same date waits for one again.
  create function untick_contract() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    with tick as (
      delete from contract_document where client_id = new.client_id and document_id = new.id returning contract_id, expected_on
    )
    update contract c set next_on = least(c.next_on, t.expected_on), version = c.version + 1 from tick t
      where c.client_id = new.client_id and c.id = t.contract_id and t.expected_on is not null;
    return null;
  end $$;
  revoke execute on function untick_contract from public;
  create trigger unticks_contract after update of state on document
    for each row when (old.state = 'posted' and new.state = 'returned') execute function untick_contract();
  -- Whose entry was taken back before counts as open again.
  with tick as (
    delete from contract_document m using document d
      where d.client_id = m.client_id and d.id = m.document_id and d.state = 'returned' returning m.client_id, m.contract_id, m.expected_on
  )
  update contract c set next_on = least(c.next_on, t.expected_on), version = c.version + 1
    from (select client_id, contract_id, min(expected_on) as expected_on from tick group by 1, 2) t
    where c.client_id = t.client_id and c.id = t.contract_id and t.expected_on is not null;
`;
