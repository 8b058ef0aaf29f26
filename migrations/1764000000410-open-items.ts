import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToPosting, separate } from './support.js';

/**
 * Claims and liabilities as open items, named on the lines of control accounts: the posting function keeps their balances in
 * the same breath as the journal, so their sum is the control account's balance by construction. Beside them the duties that
 * people took in a case, with the conflicts between them as unique indexes.
 */
export class OpenItems1764000000410 implements MigrationInterface {
  name = 'OpenItems1764000000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local role finanz_owner;
      ${controlAccounts}
      ${openItems}
      ${duties}
      reset role;
      drop function post_entries;
      ${postEntries}
      alter function post_entries owner to finanz_writer;
      revoke execute on function post_entries from public;
      grant execute on function post_entries to finanz_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('lines that name open items stand in the journal for ever');
  }
}

const controlAccounts = `
  -- An account whose every line names an open item. It becomes one only while nothing is posted on it.
  alter table account add column control text constraint account_control
    check (control is null or control in ('creditors', 'debtors') and postable and not liquid
      and kind = case control when 'creditors' then 'liability' else 'asset' end);

  create function guard_control_account() returns trigger language plpgsql as $$
  begin
    if exists (select from journal_line where client_id = new.client_id and account = new.number) then
      raise exception 'account % has postings: it stays what it is', new.number
        using errcode = '23514', constraint = 'account_control_without_lines', table = 'account';
    end if;
    return new;
  end $$;
  create trigger control before update of control on account
    for each row when (old.control is distinct from new.control) execute function guard_control_account();

  -- Every client there is gets the accounts that a new client begins with.
  insert into account (client_id, number, parent, name, level, kind, side, statement_line, default_cash_account, postable, liquid,
      product_required, origin, control)
    select p.client_id, c.number, p.number, c.name, 'konto', p.kind, p.side, p.statement_line, p.default_cash_account, true, false, false,
      'own', c.control
    from (values ('351101', '3511', 'Kreditoren', 'creditors'), ('351201', '3512', 'Kreditoren Investitionen', 'creditors'),
        ('351301', '3513', 'Kreditoren Sicherheitseinbehalte', 'creditors'),
        ('165901', '1659', 'Debitoren öffentlich-rechtliche Forderungen', 'debtors'),
        ('171101', '1711', 'Debitoren Mieten und Pachten', 'debtors'),
        ('171201', '1712', 'Debitoren privatrechtliche Entgelte', 'debtors')) c (number, parent, name, control)
    join account p on p.number = c.parent
    -- A client's own account of that number serves, too, unless something is posted on it.
    on conflict (client_id, number) do update set control = case when excluded.kind = account.kind and account.postable
      and not exists (select from journal_line l where l.client_id = account.client_id and l.account = account.number)
      then excluded.control end;
`;

const openItems = `
  -- Amounts bear the journal's sign: a liability is negative, a supplier's credit note positive.
  create table open_item (
    client_id int not null references client (id),
    id uuid not null default gen_random_uuid(),
    no bigint not null check (no > 0),
    kind text not null check (kind in ('liability', 'claim')),
    partner_id uuid not null,
    account text not null,
    amount bigint not null check (amount <> 0 and abs(amount) <= 9999999999999),
    -- Kept by the posting function: the sum of the lines that name the item.
    balance bigint not null default 0,
    state text not null default 'new' check (state in ('new', 'open', 'settled', 'reversed')),
    raised_year smallint,
    raised_no bigint,
    document_id uuid,
    reference text not null default '' check (length(reference) <= 120),
    text text not null default '' check (length(text) <= 500),
    raised_on date not null,
    due_on date not null,
    discount_on date,
    discount_amount bigint check (discount_amount > 0 and discount_amount < abs(amount)),
    method text not null check (method in ('transfer', 'direct-debit', 'clearing', 'none')),
    bank_account_no int,
    -- What the bank account was when it was named; written by the trigger, from a confirmed account only.
    iban text,
    bic text,
    holder text,
    payment_block text check (length(payment_block) between 3 and 300),
    retention boolean not null default false,
    version int not null default 1,
    changed_at timestamptz not null default clock_timestamp(),
    changed_by uuid,
    changed_by_name text not null,
    primary key (client_id, id),
    unique (client_id, no),
    foreign key (client_id, partner_id) references partner (client_id, id),
    foreign key (client_id, account) references account (client_id, number),
    foreign key (client_id, partner_id, bank_account_no) references partner_bank_account (client_id, partner_id, no),
    foreign key (client_id, raised_year, raised_no) references journal_entry (client_id, fiscal_year, entry_no),
    constraint open_item_not_overdrawn check (balance between least(amount, 0) and greatest(amount, 0)),
    check ((state = 'open') = (balance <> 0) and (state = 'new') = (raised_no is null) and (raised_no is null) = (raised_year is null)),
    check ((discount_on is null) = (discount_amount is null))
  ) with (fillfactor = 70);
  create index open_item_by_partner on open_item (client_id, partner_id, no);
  create index open_item_by_document on open_item (client_id, document_id) where document_id is not null;
  create index open_item_due on open_item (client_id, due_on, no) where state = 'open';
  create index open_item_by_account on open_item (client_id, account) where state = 'open';
  ${separate('open_item')}
  ${openToPosting('open_item')}
  grant select on open_item to finanz_app;
  grant insert (client_id, id, no, kind, partner_id, account, amount, document_id, reference, text, raised_on, due_on, discount_on,
    discount_amount, method, bank_account_no, payment_block, retention, changed_by, changed_by_name) on open_item to finanz_app;
  grant update (due_on, discount_on, discount_amount, method, bank_account_no, payment_block, version, changed_at, changed_by,
    changed_by_name) on open_item to finanz_app;
  grant update (balance, state, raised_year, raised_no) on open_item to finanz_writer;

  create function guard_open_item() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' and not exists (select from account where client_id = new.client_id and number = new.account
        and control = case new.kind when 'liability' then 'creditors' else 'debtors' end) then
      raise exception 'account % takes no open items of this kind', new.account
        using errcode = '23514', constraint = 'open_item_control_account', table = 'open_item';
    end if;
    new.iban := null; new.bic := null; new.holder := null;
    if new.bank_account_no is not null then
      select b.iban, b.bic, b.holder into new.iban, new.bic, new.holder from partner_bank_account b
        where b.client_id = new.client_id and b.partner_id = new.partner_id and b.no = new.bank_account_no and b.state = 'confirmed'
        for key share;
      if new.iban is null then
        raise exception 'the bank account is not confirmed'
          using errcode = '23514', constraint = 'open_item_confirmed_bank_account', table = 'open_item';
      end if;
    end if;
    return new;
  end $$;
  create trigger guard before insert or update of bank_account_no, iban, bic, holder on open_item
    for each row execute function guard_open_item();

  create table open_item_share (
    client_id int not null,
    item_id uuid not null,
    no int not null check (no > 0),
    product text,
    cost_centre text,
    cash_account text not null,
    amount bigint not null check (amount <> 0),
    primary key (client_id, item_id, no),
    foreign key (client_id, item_id) references open_item (client_id, id),
    foreign key (client_id, product) references product (client_id, code),
    foreign key (client_id, cost_centre) references cost_centre (client_id, code),
    foreign key (client_id, cash_account) references account (client_id, number)
  );
  ${separate('open_item_share')}
  grant select, insert on open_item_share to finanz_app;
  create trigger append_only before update or delete or truncate on open_item_share for each statement execute function refuse_change();

  -- At the commit an item has its entry, and its shares make it up: none of them stands beside the books.
  -- It sees past row-level security: who binds the transaction to another client before the commit does not slip through.
  create function refuse_unraised_item() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if (select state from open_item where client_id = new.client_id and id = new.id) = 'new' then
      raise exception 'open item % has no entry', new.no using errcode = '23514', constraint = 'open_item_raised', table = 'open_item';
    end if;
    if (select sum(amount) from open_item_share where client_id = new.client_id and item_id = new.id) <> new.amount then
      raise exception 'the shares of open item % do not make it up', new.no
        using errcode = '23514', constraint = 'open_item_shares', table = 'open_item_share';
    end if;
    return null;
  end $$;
  create constraint trigger raised after insert on open_item deferrable initially deferred
    for each row execute function refuse_unraised_item();
  revoke execute on function refuse_unraised_item from public;

  create table open_item_change (
    client_id int not null,
    id bigint generated always as identity,
    item_id uuid not null,
    at timestamptz not null default clock_timestamp(),
    by uuid,
    by_name text not null,
    field text not null,
    before text,
    after text,
    primary key (client_id, id),
    foreign key (client_id, item_id) references open_item (client_id, id)
  );
  create index open_item_change_by_item on open_item_change (client_id, item_id, id);
  ${separate('open_item_change')}
  grant select, insert on open_item_change to finanz_app;
  create trigger append_only before update or delete or truncate on open_item_change for each statement execute function refuse_change();

  create function record_open_item_change() returns trigger language plpgsql as $$
  begin
    insert into open_item_change (client_id, item_id, by, by_name, field, before, after)
      select new.client_id, new.id, new.changed_by, new.changed_by_name, c.field, c.before, c.after
      from (values ('due_on', old.due_on::text, new.due_on::text), ('discount_on', old.discount_on::text, new.discount_on::text),
        ('discount_amount', old.discount_amount::text, new.discount_amount::text), ('method', old.method, new.method),
        ('iban', old.iban, new.iban), ('payment_block', old.payment_block, new.payment_block)) c (field, before, after)
      where c.before is distinct from c.after;
    return null;
  end $$;
  create trigger history after update of due_on, discount_on, discount_amount, method, bank_account_no, payment_block on open_item
    for each row execute function record_open_item_change();

  alter table journal_line add column open_item uuid,
    add constraint journal_line_open_item_fkey foreign key (client_id, open_item) references open_item (client_id, id);
  create index journal_line_by_open_item on journal_line (client_id, open_item, booking_date) where open_item is not null;
`;

/*
 * One row says: this person took this duty in this case. Two duties that exclude each other share a unique index, so that the
 * second one fails, whoever writes it and however (§ 93(4) GO NRW, § 31(3) KomHVO NRW).
 */
const CONFLICTS: readonly [string, string][] = [
  ['request', 'order'],
  ['arithmetic', 'order'],
  ['factual', 'order'],
  ['order', 'post'],
  ['order', 'pay-propose'],
  ['order', 'pay-release'],
  ['factual', 'pay-propose'],
  ['factual', 'pay-release'],
  ['arithmetic', 'pay-propose'],
  ['arithmetic', 'pay-release'],
  ['post', 'pay-propose'],
  ['post', 'pay-release'],
];
const exclusion = ([a, b]: readonly [string, string]): string => `
  create unique index four_eyes_${a.replace('-', '_')}__${b.replace('-', '_')} on case_duty (client_id, case_id, person)
    where duty in ('${a}', '${b}');`;

const duties = `
  create table case_duty (
    client_id int not null references client (id),
    case_id uuid not null,
    person uuid not null,
    duty text not null check (duty in ('request', 'arithmetic', 'factual', 'order', 'post', 'pay-propose', 'pay-release')),
    taken_at timestamptz not null default clock_timestamp(),
    primary key (client_id, case_id, person, duty)
  );
  ${CONFLICTS.map(exclusion).join('')}
  ${separate('case_duty')}
  grant select, insert on case_duty to finanz_app;
  create trigger append_only before update or delete or truncate on case_duty for each statement execute function refuse_change();

  -- The partners whose matter a case is.
  create table case_partner (
    client_id int not null,
    case_id uuid not null,
    partner_id uuid not null,
    primary key (client_id, case_id, partner_id),
    foreign key (client_id, partner_id) references partner (client_id, id)
  );
  ${separate('case_partner')}
  grant select, insert on case_partner to finanz_app;
  create trigger append_only before update or delete or truncate on case_partner for each statement execute function refuse_change();

  create table own_matter (
    client_id int not null references client (id),
    person uuid not null,
    partner_id uuid not null,
    kind text not null check (kind in ('self', 'relative', 'other')),
    note text not null default '' check (length(note) <= 500),
    declared_by uuid,
    declared_by_name text not null,
    declared_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    ended_by uuid,
    ended_by_name text,
    primary key (client_id, person, partner_id),
    foreign key (client_id, partner_id) references partner (client_id, id),
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_by_name is null)),
    -- Nobody declares themselves free again.
    constraint own_matter_ended_by_another check (ended_by <> person)
  );
  ${separate('own_matter')}
  grant select, insert on own_matter to finanz_app;
  grant update (kind, note, declared_by, declared_by_name, declared_at, ended_at, ended_by, ended_by_name) on own_matter to finanz_app;

  create function is_own_matter(p_client int, p_person uuid, p_partner uuid) returns boolean language sql stable as $$
    select exists (select from own_matter where client_id = p_client and person = p_person and partner_id = p_partner and ended_at is null)
      or exists (select from partner where client_id = p_client and id = p_partner and user_id = p_person)
  $$;

  -- Both ways round, and one after the other within a case: neither a duty nor a partner slips in beside the other.
  create function refuse_own_matter() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(new.case_id::text, new.client_id));
    if tg_table_name = 'case_duty' and exists (select from case_partner p where p.client_id = new.client_id and p.case_id = new.case_id
        and is_own_matter(new.client_id, (to_jsonb(new) ->> 'person')::uuid, p.partner_id))
      or tg_table_name = 'case_partner' and exists (select from case_duty d where d.client_id = new.client_id and d.case_id = new.case_id
        and is_own_matter(new.client_id, d.person, (to_jsonb(new) ->> 'partner_id')::uuid)) then
      raise exception 'nobody decides their own matter' using errcode = '23514', constraint = 'own_matter', table = tg_table_name;
    end if;
    return null;
  end $$;
  create trigger own_matter after insert on case_duty for each row execute function refuse_own_matter();
  create trigger own_matter after insert on case_partner for each row execute function refuse_own_matter();
`;

/*
 * As before, with one more array: l_item names the open item that a line moves, null for none. A line on a control account
 * names one, any other names none. The first entry brings an item's whole amount, later ones leave its balance between that and
 * zero; reversing the first one ends it.
 *
 * Canonical bytes (fz1): the fields of a line that names an item are followed by the item's id; other lines are as they were.
 */
const postEntries = `
create function post_entries(
  e_client int[], e_year smallint[], e_period smallint[], e_date date[], e_kind text[], e_text text[], e_reference text[],
  e_source text[], e_key text[], e_author uuid[], e_author_name text[], e_reverses_year smallint[], e_reverses_no bigint[],
  e_reason text[], e_privileged boolean[],
  l_entry int[], l_no int[], l_account text[], l_product text[], l_cost_centre text[], l_cash text[], l_amount bigint[],
  l_text text[], l_item uuid[], p_wait boolean
) returns table (ord int, outcome text, line_no int, entry_no bigint, recorded_at timestamptz, chain_hash bytea)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set datestyle = 'ISO'
-- Always by index and planned once: on young tables the planner would scan, and planning anew costs more than posting.
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  unit constant text := chr(31);
  bound constant text := current_setting('app.client_id', true);
  n constant int := cardinality(e_client);
  now_is timestamptz;
  i int;
  k int;
  it record;
  -- per entry
  r_outcome text[] := array_fill(null::text, array[n]);
  r_line int[] := array_fill(0, array[n]);
  r_no bigint[] := array_fill(0::bigint, array[n]);
  r_at timestamptz[] := array_fill(null::timestamptz, array[n]);
  r_chain bytea[] := array_fill(null::bytea, array[n]);
  r_count int[] := array_fill(0, array[n]);
  r_total bigint[] := array_fill(0::bigint, array[n]);
  r_content bytea[] := array_fill(null::bytea, array[n]);
  r_balance bigint[] := array_fill(0::bigint, array[n]);
  r_unassigned bigint[] := array_fill(0::bigint, array[n]);
  r_fault int[] := array_fill(null::int, array[n]);
  r_lines text[] := array_fill(''::text, array[n]);
  -- where an entry's movements of open items begin and end
  r_from int[] := array_fill(0, array[n]);
  r_to int[] := array_fill(-1, array[n]);
  -- per fiscal year that is posted to; y_key is client * 10000 + year
  y_key bigint[] := '{}';
  y_client int[] := '{}';
  y_year smallint[] := '{}';
  y_next bigint[] := '{}';
  y_head bytea[] := '{}';
  y_at timestamptz[] := '{}';
  -- per open item that is named, in the order of client and id
  i_client int[] := '{}';
  i_id uuid[] := '{}';
  i_amount bigint[] := '{}';
  i_balance bigint[] := '{}';
  i_state text[] := '{}';
  i_year smallint[] := '{}';
  i_no bigint[] := '{}';
  i_moved boolean[] := '{}';
  -- per movement of an item by an entry
  m_item int[] := '{}';
  m_amount bigint[] := '{}';
  m_line int[] := '{}';
  m int;
begin
  if bound <> '' and exists (select from unnest(e_client) c where c::text <> bound) then
    raise exception 'this transaction is bound to another client' using errcode = '42501';
  end if;
  -- What the writer may see and write in this call; see the policies of the tables.
  execute format('set local app.posting_clients = %L', (select coalesce(',' || string_agg(distinct c::text, ',') || ',', '') from unnest(e_client) c));

  -- 1. Queue for the years: from here to the commit their numbers are ours. Always in the same order, so that two calls
  --    never wait for each other. Without p_wait a year that somebody else holds is passed over.
  if p_wait then
    for it in
      select f.client_id, f.year, f.next_entry_no, f.head, f.last_recorded_at
      from (select distinct c, y from unnest(e_client, e_year) as u (c, y)) u join fiscal_year f on f.client_id = u.c and f.year = u.y
      order by f.client_id, f.year for no key update of f
    loop
      y_key := y_key || (it.client_id::bigint * 10000 + it.year); y_client := y_client || it.client_id; y_year := y_year || it.year;
      y_next := y_next || it.next_entry_no; y_head := y_head || it.head; y_at := y_at || it.last_recorded_at;
    end loop;
  else
    for it in
      select f.client_id, f.year, f.next_entry_no, f.head, f.last_recorded_at
      from (select distinct c, y from unnest(e_client, e_year) as u (c, y)) u join fiscal_year f on f.client_id = u.c and f.year = u.y
      order by f.client_id, f.year for no key update of f skip locked
    loop
      y_key := y_key || (it.client_id::bigint * 10000 + it.year); y_client := y_client || it.client_id; y_year := y_year || it.year;
      y_next := y_next || it.next_entry_no; y_head := y_head || it.head; y_at := y_at || it.last_recorded_at;
    end loop;
  end if;
  now_is := clock_timestamp();
  for k in 1 .. cardinality(y_key) loop
    y_at[k] := greatest(y_at[k], now_is);
  end loop;

  -- 2. Weigh the lines of each entry.
  for it in
    select l.entry, count(*)::int as lines, sum(l.amount)::bigint as balance,
      coalesce(sum(l.amount) filter (where l.amount > 0), 0)::bigint as total,
      coalesce(sum(l.amount) filter (where a.liquid and l.cash is null), 0)::bigint as unassigned,
      min(l.no * 100 + case
        when a.number is null then 1
        when not a.postable then 2
        when a.locked then 3
        when a.kind in ('inpayment', 'outpayment') then 4
        when a.kind = 'closing' and e_period[l.entry] not in (0, 13) then 5
        when l.product is not null and p.code is null then 6
        when p.locked or not p.postable then 7
        when a.product_required and l.product is null then 8
        when l.cost_centre is not null and cc.code is null then 9
        when cc.locked then 10
        when l.cash is not null and (c.number is null or c.kind not in ('inpayment', 'outpayment') or not c.postable) then 11
        when l.cash is not null and not a.liquid then 12
        when l.amount = 0 or abs(l.amount) > 9999999999999 then 13
        when a.control is not null and l.item is null then 14
        when a.control is null and l.item is not null then 15
      end) as fault,
      string_agg(chr(30) || l.no || unit || l.account || unit || coalesce(l.product, '') || unit || coalesce(l.cost_centre, '')
        || unit || coalesce(l.cash, '') || unit || l.amount || unit || l.text || coalesce(unit || l.item, ''), '' order by l.no) as canonical
    from unnest(l_entry, l_no, l_account, l_product, l_cost_centre, l_cash, l_amount, l_text, l_item)
      as l (entry, no, account, product, cost_centre, cash, amount, text, item)
    -- One look-up by key per line: a plain join lets the planner of a young database read the whole chart for each.
    left join lateral (select * from account where client_id = e_client[l.entry] and number = l.account limit 1) a on true
    left join lateral (select * from product where client_id = e_client[l.entry] and code = l.product limit 1) p on true
    left join lateral (select * from cost_centre where client_id = e_client[l.entry] and code = l.cost_centre limit 1) cc on true
    left join lateral (select * from account where client_id = e_client[l.entry] and number = l.cash limit 1) c on true
    group by l.entry
  loop
    i := it.entry;
    r_count[i] := it.lines; r_total[i] := it.total; r_balance[i] := it.balance;
    r_unassigned[i] := it.unassigned; r_fault[i] := it.fault; r_lines[i] := it.canonical;
  end loop;

  -- 3. The open items named, if any: from here to the commit their balances are ours, too, and in one order.
  if cardinality(array_remove(l_item, null)) > 0 then
    for it in
      select o.client_id, o.id, o.amount, o.balance, o.state, o.raised_year, o.raised_no
      from (select distinct e_client[l.entry] as client, l.item from unnest(l_entry, l_item) as l (entry, item)
        where l.item is not null) u
      join open_item o on o.client_id = u.client and o.id = u.item
      order by o.client_id, o.id for no key update of o
    loop
      i_client := i_client || it.client_id; i_id := i_id || it.id; i_amount := i_amount || it.amount;
      i_balance := i_balance || it.balance; i_state := i_state || it.state; i_year := i_year || it.raised_year;
      i_no := i_no || it.raised_no; i_moved := i_moved || false;
    end loop;
    for it in
      select l.entry, min(l.no * 100 + case when o.id is null then 16 when o.account <> l.account then 17 end) as fault
      from unnest(l_entry, l_no, l_account, l_item) as l (entry, no, account, item)
      left join lateral (select * from open_item where client_id = e_client[l.entry] and id = l.item limit 1) o on true
      where l.item is not null group by l.entry
    loop
      r_fault[it.entry] := least(r_fault[it.entry], it.fault);
    end loop;
    for it in
      select l.entry, dense_rank() over (order by o.client_id, o.id)::int as place, sum(l.amount)::bigint as amount, min(l.no) as line
      from unnest(l_entry, l_no, l_item, l_amount) as l (entry, no, item, amount)
      cross join lateral (select client_id, id from open_item where client_id = e_client[l.entry] and id = l.item limit 1) o
      where l.item is not null group by l.entry, o.client_id, o.id order by l.entry, place
    loop
      m_item := m_item || it.place; m_amount := m_amount || it.amount; m_line := m_line || it.line;
      if r_from[it.entry] = 0 then r_from[it.entry] := cardinality(m_item); end if;
      r_to[it.entry] := cardinality(m_item);
    end loop;
  end if;

  -- 4. Judge each entry, number and chain the good ones.
  for it in
    select e.ord::int as ord, e.client, e.year, e.kind, e.reverses_year, e.reverses_no, h.content,
      j.entry_no as known_no, j.content_hash as known_content, j.recorded_at as known_at, j.chain_hash as known_chain,
      case
        when pd.state is null then 'PeriodUnknown'
        when pd.state = 'closed' or pd.state = 'soft-closed' and not e.privileged then 'PeriodClosed'
        when e.date not between pd.starts_on and pd.ends_on then 'DateOutsidePeriod'
        when (e.kind = 'opening') and e.period <> 0 or (e.kind = 'closing') and e.period <> 13
          or e.kind in ('regular', 'standing', 'accrual') and e.period in (0, 13) then 'KindDoesNotFitPeriod'
      end as refusal,
      e.key is not null and row_number() over (partition by e.client, e.key order by e.ord) > 1 as twin
    from unnest(e_client, e_year, e_period, e_date, e_kind, e_text, e_reference, e_source, e_key, e_author, e_reverses_year,
      e_reverses_no, e_reason, e_privileged, r_lines) with ordinality
      as e (client, year, period, date, kind, text, reference, source, key, author, reverses_year, reverses_no, reason, privileged,
        lines, ord)
    cross join lateral (select sha256(convert_to('fz1' || unit || e.kind || unit || e.year || unit || e.period || unit || e.date
      || unit || e.text || unit || e.reference || unit || e.source || unit || coalesce(e.key, '') || unit || e.author
      || unit || coalesce(e.reverses_year || '-' || e.reverses_no, '') || unit || e.reason || e.lines, 'UTF8')) as content) h
    left join lateral (select * from period where client_id = e.client and fiscal_year = e.year and period = e.period limit 1) pd on true
    left join lateral (select * from journal_entry where client_id = e.client and idempotency_key = e.key limit 1) j on true
    order by e.ord
  loop
    i := it.ord;
    if it.known_no is not null then
      r_outcome[i] := case when it.known_content = it.content then 'Replayed' else 'KeyReused' end;
      r_no[i] := -it.known_no; r_at[i] := it.known_at; r_chain[i] := it.known_chain;
      continue;
    end if;
    k := array_position(y_key, it.client::bigint * 10000 + it.year);
    r_outcome[i] := case
      when it.refusal = 'PeriodUnknown' then it.refusal
      when k is null then 'Busy'
      when it.twin then 'Retry'
      when it.refusal is not null then it.refusal
      when r_count[i] < 2 then 'TooFewLines'
      when r_fault[i] is not null then 'LineRefused'
      when r_balance[i] <> 0 then 'Unbalanced'
      when r_unassigned[i] <> 0 and e_period[i] <> 0 then 'CashAccountMissing'
      else 'Posted' end;
    if r_outcome[i] = 'Posted' and it.kind = 'reversal' then
      r_outcome[i] := case
        when not exists (select from journal_entry o where o.client_id = it.client and o.fiscal_year = it.reverses_year
          and o.entry_no = it.reverses_no and o.kind <> 'reversal') then 'NothingToReverse'
        when exists (select from journal_entry o where o.client_id = it.client and o.reverses_year = it.reverses_year
          and o.reverses_no = it.reverses_no) then 'AlreadyReversed'
        when exists (
          select line_no, account, product, cost_centre, cash_account, -amount, open_item from journal_line
            where client_id = it.client and fiscal_year = it.reverses_year and entry_no = it.reverses_no
          except all
          select l.no, l.account, l.product, l.cost_centre, l.cash, l.amount, l.item
            from unnest(l_entry, l_no, l_account, l_product, l_cost_centre, l_cash, l_amount, l_item)
              as l (entry, no, account, product, cost_centre, cash, amount, item) where l.entry = i)
          or r_count[i] <> (select line_count from journal_entry where client_id = it.client
            and fiscal_year = it.reverses_year and entry_no = it.reverses_no) then 'NotAMirror'
        else 'Posted' end;
    end if;
    if r_outcome[i] = 'Posted' then
      for m in r_from[i] .. r_to[i] loop
        r_outcome[i] := case
          when i_state[m_item[m]] = 'reversed' then 'OpenItemReversed'
          when i_state[m_item[m]] = 'new' and m_amount[m] <> i_amount[m_item[m]] then 'OpenItemNotRaised'
          when i_balance[m_item[m]] + m_amount[m] between least(i_amount[m_item[m]], 0) and greatest(i_amount[m_item[m]], 0) then 'Posted'
          when it.kind = 'reversal' then 'OpenItemInUse'
          else 'OpenItemOverdrawn' end;
        if r_outcome[i] <> 'Posted' then
          r_line[i] := m_line[m] * 100;
          exit;
        end if;
      end loop;
    end if;
    if r_outcome[i] = 'Posted' then
      r_no[i] := y_next[k];
      r_at[i] := y_at[k];
      r_content[i] := it.content;
      for m in r_from[i] .. r_to[i] loop
        i_balance[m_item[m]] := i_balance[m_item[m]] + m_amount[m];
        i_moved[m_item[m]] := true;
        if i_state[m_item[m]] = 'new' then
          i_year[m_item[m]] := it.year; i_no[m_item[m]] := y_next[k];
        end if;
        i_state[m_item[m]] := case
          when i_balance[m_item[m]] <> 0 then 'open'
          when it.kind = 'reversal' and (it.reverses_year, it.reverses_no) = (i_year[m_item[m]], i_no[m_item[m]]) then 'reversed'
          else 'settled' end;
      end loop;
      y_head[k] := sha256(y_head[k] || convert_to(it.year || unit || y_next[k] || unit
        || to_char(y_at[k] at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || unit, 'UTF8') || it.content);
      r_chain[i] := y_head[k];
      y_next[k] := y_next[k] + 1;
    elsif r_outcome[i] = 'LineRefused' then
      r_line[i] := r_fault[i];
    end if;
  end loop;

  -- 5. Write entries, lines and balances, and move the counters.
  insert into journal_entry (client_id, fiscal_year, entry_no, period, booking_date, recorded_at, kind, text, reference, source,
      idempotency_key, author, author_name, reverses_year, reverses_no, reason, line_count, total, content_hash, chain_hash)
    select e.client, e.year, e.no, e.period, e.date, e.at, e.kind, e.text, e.reference, e.source,
      e.key, e.author, e.author_name, e.reverses_year, e.reverses_no, e.reason, e.lines, e.total, e.content, e.chain
    from unnest(e_client, e_year, r_no, e_period, e_date, r_at, e_kind, e_text, e_reference, e_source, e_key, e_author,
      e_author_name, e_reverses_year, e_reverses_no, e_reason, r_count, r_total, r_content, r_chain)
      as e (client, year, no, period, date, at, kind, text, reference, source, key, author, author_name, reverses_year, reverses_no,
        reason, lines, total, content, chain)
    where e.no > 0;

  insert into journal_line (client_id, fiscal_year, entry_no, line_no, period, booking_date, account, product, cost_centre,
      cash_account, amount, text, open_item)
    select e_client[l.entry], e_year[l.entry], r_no[l.entry], l.no, e_period[l.entry], e_date[l.entry], l.account, l.product,
      l.cost_centre, l.cash, l.amount, l.text, l.item
    from unnest(l_entry, l_no, l_account, l_product, l_cost_centre, l_cash, l_amount, l_text, l_item)
      as l (entry, no, account, product, cost_centre, cash, amount, text, item)
    where r_no[l.entry] > 0;

  insert into account_balance as b (client_id, fiscal_year, account, cash_account, period, debit, credit, lines)
    select e_client[l.entry], e_year[l.entry], l.account, coalesce(l.cash, ''), e_period[l.entry],
      coalesce(sum(l.amount) filter (where l.amount > 0), 0), coalesce(-sum(l.amount) filter (where l.amount < 0), 0), count(*)
    from unnest(l_entry, l_account, l_cash, l_amount) as l (entry, account, cash, amount)
    where r_no[l.entry] > 0
    group by 1, 2, 3, 4, 5
    on conflict (client_id, fiscal_year, account, cash_account, period) do update
      set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit, lines = b.lines + excluded.lines;

  insert into product_balance as b (client_id, fiscal_year, product, account, cash_account, period, debit, credit)
    select e_client[l.entry], e_year[l.entry], l.product, l.account, coalesce(l.cash, ''), e_period[l.entry],
      coalesce(sum(l.amount) filter (where l.amount > 0), 0), coalesce(-sum(l.amount) filter (where l.amount < 0), 0)
    from unnest(l_entry, l_account, l_product, l_cash, l_amount) as l (entry, account, product, cash, amount)
    where r_no[l.entry] > 0 and l.product is not null
    group by 1, 2, 3, 4, 5, 6
    on conflict (client_id, fiscal_year, product, account, cash_account, period) do update
      set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit;

  if cardinality(i_id) > 0 then
    update open_item o set balance = u.balance, state = u.state, raised_year = u.year, raised_no = u.no
      from unnest(i_client, i_id, i_balance, i_state, i_year, i_no, i_moved) as u (client, id, balance, state, year, no, moved)
      where u.moved and o.client_id = u.client and o.id = u.id;
  end if;

  update fiscal_year f set next_entry_no = y.next, head = y.head, last_recorded_at = y.at
    from unnest(y_client, y_year, y_next, y_head, y_at) as y (client, year, next, head, at)
    where f.client_id = y.client and f.year = y.year and f.next_entry_no <> y.next;

  set local app.posting_clients = '';
  return query select r.ord::int, r.outcome, r.line, abs(r.no), r.at, r.chain
    from unnest(r_outcome, r_line, r_no, r_at, r_chain) with ordinality as r (outcome, line, no, at, chain, ord);
end $$;`;
