import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The only writer of the journal. One call takes any number of entries of any number of clients and answers for each:
 * posted, replayed, passed over because the year is busy, or refused with a code and a line. A refused entry is left out;
 * the others are posted.
 */
export class Posting1764000000110 implements MigrationInterface {
  name = 'Posting1764000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${postEntries}
      alter function post_entries owner to finanz_writer;
      revoke execute on function post_entries from public;
      grant execute on function post_entries to finanz_app;
      set local role finanz_owner;
      ${entryNoKnownOn}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function post_entries; drop function entry_no_known_on');
  }
}

/*
 * Parallel arrays: e_* one element per entry, l_* one per line; l_entry is the entry's place (from 1).
 * Amounts are signed cents (debit positive). '' and null: texts are '', references to nothing are null.
 *
 * Canonical bytes (version fz1): fields joined by U+001F, each line led by U+001E; control characters are refused in all
 * texts, so the form is unambiguous.
 *   content hash = sha256(fz1 kind year period date text reference source key author reverses reason, then per line
 *                  number account product cost-centre cash-account amount text)
 *   chain hash   = sha256(previous chain hash || year entry-number recorded-at || content hash)
 * The content hash also tells a replayed request from a reused key.
 */
const postEntries = `
create function post_entries(
  e_client int[], e_year smallint[], e_period smallint[], e_date date[], e_kind text[], e_text text[], e_reference text[],
  e_source text[], e_key text[], e_author uuid[], e_author_name text[], e_reverses_year smallint[], e_reverses_no bigint[],
  e_reason text[], e_privileged boolean[],
  l_entry int[], l_no int[], l_account text[], l_product text[], l_cost_centre text[], l_cash text[], l_amount bigint[],
  l_text text[], p_wait boolean
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
  -- per fiscal year that is posted to; y_key is client * 10000 + year
  y_key bigint[] := '{}';
  y_client int[] := '{}';
  y_year smallint[] := '{}';
  y_next bigint[] := '{}';
  y_head bytea[] := '{}';
  y_at timestamptz[] := '{}';
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
      end) as fault,
      string_agg(chr(30) || l.no || unit || l.account || unit || coalesce(l.product, '') || unit || coalesce(l.cost_centre, '')
        || unit || coalesce(l.cash, '') || unit || l.amount || unit || l.text, '' order by l.no) as canonical
    from unnest(l_entry, l_no, l_account, l_product, l_cost_centre, l_cash, l_amount, l_text)
      as l (entry, no, account, product, cost_centre, cash, amount, text)
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

  -- 3. Judge each entry, number and chain the good ones.
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
          select line_no, account, product, cost_centre, cash_account, -amount from journal_line
            where client_id = it.client and fiscal_year = it.reverses_year and entry_no = it.reverses_no
          except all
          select l.no, l.account, l.product, l.cost_centre, l.cash, l.amount
            from unnest(l_entry, l_no, l_account, l_product, l_cost_centre, l_cash, l_amount)
              as l (entry, no, account, product, cost_centre, cash, amount) where l.entry = i)
          or r_count[i] <> (select line_count from journal_entry where client_id = it.client
            and fiscal_year = it.reverses_year and entry_no = it.reverses_no) then 'NotAMirror'
        else 'Posted' end;
    end if;
    if r_outcome[i] = 'Posted' then
      r_no[i] := y_next[k];
      r_at[i] := y_at[k];
      r_content[i] := it.content;
      y_head[k] := sha256(y_head[k] || convert_to(it.year || unit || y_next[k] || unit
        || to_char(y_at[k] at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || unit, 'UTF8') || it.content);
      r_chain[i] := y_head[k];
      y_next[k] := y_next[k] + 1;
    elsif r_outcome[i] = 'LineRefused' then
      r_line[i] := r_fault[i];
    end if;
  end loop;

  -- 4. Write entries, lines and balances, and move the counters.
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
      cash_account, amount, text)
    select e_client[l.entry], e_year[l.entry], r_no[l.entry], l.no, e_period[l.entry], e_date[l.entry], l.account, l.product,
      l.cost_centre, l.cash, l.amount, l.text
    from unnest(l_entry, l_no, l_account, l_product, l_cost_centre, l_cash, l_amount, l_text)
      as l (entry, no, account, product, cost_centre, cash, amount, text)
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

  update fiscal_year f set next_entry_no = y.next, head = y.head, last_recorded_at = y.at
    from unnest(y_client, y_year, y_next, y_head, y_at) as y (client, year, next, head, at)
    where f.client_id = y.client and f.year = y.year and f.next_entry_no <> y.next;

  set local app.posting_clients = '';
  return query select r.ord::int, r.outcome, r.line, abs(r.no), r.at, r.chain
    from unnest(r_outcome, r_line, r_no, r_at, r_chain) with ordinality as r (outcome, line, no, at, chain, ord);
end $$;`;

/** The last number of a year that was recorded at an instant: numbers and instants rise together, so halving finds it. */
const entryNoKnownOn = `
create function entry_no_known_on(p_client int, p_year smallint, p_known timestamptz) returns bigint
language plpgsql stable as $$
declare
  low bigint := 0;
  high bigint := (select next_entry_no - 1 from fiscal_year where client_id = p_client and year = p_year);
  middle bigint;
begin
  while low < high loop
    middle := (low + high + 1) / 2;
    if (select recorded_at from journal_entry where client_id = p_client and fiscal_year = p_year and entry_no = middle) <= p_known then
      low := middle;
    else
      high := middle - 1;
    end if;
  end loop;
  return low;
end $$;
grant execute on function entry_no_known_on to finanz_app, finanz_auditor;`;
