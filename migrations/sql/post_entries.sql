-- The only writer of the journal. One call takes any number of entries of any number of clients and answers for each: posted,
-- replayed, passed over because the year is busy, or refused with a code and a line. A refused entry is left out; the others
-- are posted.
--
-- Parallel arrays: e_* one element per entry, l_* one per line; l_entry is the entry's place (from 1), l_no runs from 1 within
-- it. Amounts are signed cents (debit positive). '' and null: texts are '', references to nothing are null. Arrays of any other
-- shape are refused as a whole: what is hashed and what is stored are the same lines.
--
-- e_scope says whose idempotency key it is: 'request' for what a caller of the API chose, a name of our own for a key that the
-- service gives itself; the two never meet. p_now is the caller's clock.
--
-- Canonical bytes (version fz1): fields joined by U+001F, each line led by U+001E; control characters are refused in all
-- texts, so the form is unambiguous, and the number of fields tells which of those that are not always there are there.
--   content hash = sha256(fz1 kind year period date text reference source key author reverses reason [scope document-date],
--                  then per line number account product cost-centre cash-account amount text [item [tax-code tax-rate tax-base]])
--   chain hash   = sha256(previous chain hash || year entry-number recorded-at || content hash)
-- The content hash also tells a replayed request from a reused key.
create function post_entries(
  e_client int[], e_year smallint[], e_period smallint[], e_date date[], e_document_date date[], e_kind text[], e_text text[],
  e_reference text[], e_source text[], e_scope text[], e_key text[], e_author uuid[], e_author_name text[],
  e_reverses_year smallint[], e_reverses_no bigint[], e_reason text[],
  l_entry int[], l_no int[], l_account text[], l_product text[], l_cost_centre text[], l_cash text[], l_amount bigint[],
  l_text text[], l_item uuid[], l_tax_code text[], l_tax_rate numeric[], l_tax_base bigint[], p_now timestamptz, p_wait boolean
) returns table (ord int, outcome text, line_no int, entry_no bigint, recorded_at timestamptz, chain_hash bytea)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set datestyle = 'ISO'
-- Always by index and planned once: on young tables the planner would scan, and planning anew costs more than posting.
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  unit constant text := chr(31);
  bound constant text := current_setting('app.client_id', true);
  n constant int := cardinality(e_client);
  lines constant int := cardinality(l_entry);
  now_is timestamptz := clock_timestamp();
  -- Instances and the database tell the same time, and it does not run backwards, give or take this.
  tolerance constant interval := '1 minute';
  written int;
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
  -- the entry moves the year's result: out of its accounts, towards equity
  r_transfer boolean[] := array_fill(false, array[n]);
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
  -- why nothing is posted to the year now; null when nothing stands against it
  y_refusal text[] := '{}';
  y_starts date[] := '{}';
  y_ends date[] := '{}';
  -- the day on which its opening balances stand: the first, or the last of a year of which nothing else is in the books
  y_opened date[] := '{}';
  y_reopened boolean[] := '{}';
  -- accounts that an earlier entry of this call opened, and years in which one moved something
  o_opened text[] := '{}';
  o_moved bigint[] := '{}';
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
  -- 0. The shape of the arguments. Whoever calls is not trusted to have counted.
  if n is null or lines is null or p_now is null or p_wait is null
    or array[cardinality(e_year), cardinality(e_period), cardinality(e_date), cardinality(e_document_date), cardinality(e_kind),
        cardinality(e_text), cardinality(e_reference), cardinality(e_source), cardinality(e_scope), cardinality(e_key),
        cardinality(e_author), cardinality(e_author_name), cardinality(e_reverses_year), cardinality(e_reverses_no),
        cardinality(e_reason)] is distinct from array_fill(n, array[15])
    or array[cardinality(l_no), cardinality(l_account), cardinality(l_product), cardinality(l_cost_centre), cardinality(l_cash),
        cardinality(l_amount), cardinality(l_text), cardinality(l_item), cardinality(l_tax_code), cardinality(l_tax_rate),
        cardinality(l_tax_base)] is distinct from array_fill(lines, array[11])
    or array_position(e_client, null) > 0 or array_position(e_year, null) > 0 or array_position(e_period, null) > 0
    or array_position(e_date, null) > 0 or array_position(e_kind, null) > 0 or array_position(e_text, null) > 0
    or array_position(e_reference, null) > 0 or array_position(e_source, null) > 0 or array_position(e_scope, null) > 0
    or array_position(e_author, null) > 0 or array_position(e_author_name, null) > 0 or array_position(e_reason, null) > 0
    or array_position(l_entry, null) > 0 or array_position(l_no, null) > 0 or array_position(l_account, null) > 0
    or array_position(l_amount, null) > 0 or array_position(l_text, null) > 0
    or exists (select from unnest(l_entry) l where l not between 1 and n)
    or array_lower(e_client, 1) <> 1 or array_lower(e_year, 1) <> 1 or array_lower(e_period, 1) <> 1 or array_lower(e_date, 1) <> 1
    or array_lower(e_kind, 1) <> 1 or array_lower(e_source, 1) <> 1 or array_lower(e_reason, 1) <> 1 then
    raise exception 'the arrays do not describe entries and their lines' using errcode = '22023';
  end if;
  if abs(extract(epoch from now_is - p_now)) > extract(epoch from tolerance) then
    raise exception 'the clocks of the application (%) and of the database (%) differ', p_now, now_is
      using errcode = '55000', constraint = 'clocks_agree';
  end if;
  if bound <> '' and exists (select from unnest(e_client) c where c::text <> bound) then
    raise exception 'this transaction is bound to another client' using errcode = '42501';
  end if;
  -- What the writer may see and write in this call; see the policies of the tables.
  execute format('set local app.posting_clients = %L', (select coalesce(',' || string_agg(distinct c::text, ',') || ',', '') from unnest(e_client) c));

  -- 1. Queue for the years: from here to the commit their numbers are ours. Always in the same order, so that two calls
  --    never wait for each other. Without p_wait a year that somebody else holds is passed over.
  if p_wait then
    for it in
      select f.client_id, f.year, f.next_entry_no, f.head, f.last_recorded_at, f.trusted_until, f.opened_on, f.starts_on, f.ends_on
      from (select distinct c, y from unnest(e_client, e_year) as u (c, y)) u join fiscal_year f on f.client_id = u.c and f.year = u.y
      order by f.client_id, f.year for no key update of f
    loop
      y_key := y_key || (it.client_id::bigint * 10000 + it.year); y_client := y_client || it.client_id; y_year := y_year || it.year;
      y_next := y_next || it.next_entry_no; y_head := y_head || it.head; y_at := y_at || it.last_recorded_at;
      y_opened := y_opened || it.opened_on; y_starts := y_starts || it.starts_on; y_ends := y_ends || it.ends_on;
      y_reopened := y_reopened || false;
      y_refusal := y_refusal || case
        when it.last_recorded_at > clock_timestamp() + tolerance and it.last_recorded_at > it.trusted_until then 'ClockBehind'
        when exists (select from fiscal_year l where l.client_id = it.client_id and l.year > it.year and l.opened_on is not null)
          then 'YearBeforeOpening' end;
    end loop;
  else
    for it in
      select f.client_id, f.year, f.next_entry_no, f.head, f.last_recorded_at, f.trusted_until, f.opened_on, f.starts_on, f.ends_on
      from (select distinct c, y from unnest(e_client, e_year) as u (c, y)) u join fiscal_year f on f.client_id = u.c and f.year = u.y
      order by f.client_id, f.year for no key update of f skip locked
    loop
      y_key := y_key || (it.client_id::bigint * 10000 + it.year); y_client := y_client || it.client_id; y_year := y_year || it.year;
      y_next := y_next || it.next_entry_no; y_head := y_head || it.head; y_at := y_at || it.last_recorded_at;
      y_opened := y_opened || it.opened_on; y_starts := y_starts || it.starts_on; y_ends := y_ends || it.ends_on;
      y_reopened := y_reopened || false;
      y_refusal := y_refusal || case
        when it.last_recorded_at > clock_timestamp() + tolerance and it.last_recorded_at > it.trusted_until then 'ClockBehind'
        when exists (select from fiscal_year l where l.client_id = it.client_id and l.year > it.year and l.opened_on is not null)
          then 'YearBeforeOpening' end;
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
        when l.product is null and (a.product_required or c.product_required) and e_kind[l.entry] <> 'reversal' then 8
        when l.cost_centre is not null and cc.code is null then 9
        when cc.locked then 10
        when l.cash is not null and (c.number is null or c.kind not in ('inpayment', 'outpayment') or not c.postable) then 11
        when l.cash is not null and not a.liquid then 12
        when l.amount = 0 or abs(l.amount) > 9999999999999 then 13
        when a.control is not null and l.item is null then 14
        when a.control is null and l.item is not null then 15
        when a.kind in ('revenue', 'expense') and e_period[l.entry] = 0 and e_kind[l.entry] <> 'reversal' then 18
      end) as fault,
      bool_or(a.kind = 'closing' or a.statement_line = 'P1.4') and e_period[l.entry] = 13 as transfer,
      bool_or(a.statement_line = 'P1.4') and bool_or(a.kind in ('revenue', 'expense')) as moves_result,
      min(l.no) filter (where a.kind not in ('revenue', 'expense', 'closing') and a.statement_line is distinct from 'P1.4') as carried,
      min(l.no) as first_no, max(l.no) as last_no,
      string_agg(chr(30) || l.no || unit || l.account || unit || coalesce(l.product, '') || unit || coalesce(l.cost_centre, '')
        || unit || coalesce(l.cash, '') || unit || l.amount || unit || l.text || case
          when l.tax_code is null then coalesce(unit || l.item, '')
          else unit || coalesce(l.item::text, '') || unit || l.tax_code || unit || l.tax_rate::numeric(5, 2) || unit || l.tax_base end,
        '' order by l.no) as canonical
    from unnest(l_entry, l_no, l_account, l_product, l_cost_centre, l_cash, l_amount, l_text, l_item, l_tax_code, l_tax_rate, l_tax_base)
      as l (entry, no, account, product, cost_centre, cash, amount, text, item, tax_code, tax_rate, tax_base)
    -- One look-up by key per line: a plain join lets the planner of a young database read the whole chart for each.
    left join lateral (select * from account where client_id = e_client[l.entry] and number = l.account limit 1) a on true
    left join lateral (select * from product where client_id = e_client[l.entry] and code = l.product limit 1) p on true
    left join lateral (select * from cost_centre where client_id = e_client[l.entry] and code = l.cost_centre limit 1) cc on true
    left join lateral (select * from account where client_id = e_client[l.entry] and number = l.cash limit 1) c on true
    group by l.entry
  loop
    i := it.entry;
    if it.first_no <> 1 or it.last_no <> it.lines then
      raise exception 'the lines of an entry are numbered from 1 on' using errcode = '22023';
    end if;
    r_transfer[i] := coalesce(it.transfer, false);
    -- A result goes to equity by a closing entry, and that entry moves nothing else: what carries over, carries over by itself.
    if it.fault is null and e_kind[i] <> 'reversal' then
      it.fault := case when it.moves_result and e_period[i] <> 13 then 119
        when it.transfer and it.carried is not null then it.carried * 100 + 20 end;
    end if;
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
        when pd.state = 'closed' or pd.state = 'soft-closed' and not may_at(e.client, e.author, 'periods:manage') then 'PeriodClosed'
        when e.date not between pd.starts_on and pd.ends_on then 'DateOutsidePeriod'
        when (e.kind = 'opening') and e.period <> 0 or (e.kind = 'closing') and e.period <> 13
          or e.kind in ('regular', 'standing', 'accrual') and e.period in (0, 13) then 'KindDoesNotFitPeriod'
        when e.period in (0, 13) and not may_at(e.client, e.author, 'journal:close') then 'ClosingNotAllowed'
      end as refusal,
      e.key is not null and row_number() over (partition by e.client, e.scope, e.key order by e.ord) > 1 as twin
    from unnest(e_client, e_year, e_period, e_date, e_document_date, e_kind, e_text, e_reference, e_source, e_scope, e_key, e_author,
      e_reverses_year, e_reverses_no, e_reason, r_lines) with ordinality
      as e (client, year, period, date, document_date, kind, text, reference, source, scope, key, author, reverses_year, reverses_no,
        reason, lines, ord)
    cross join lateral (select sha256(convert_to('fz1' || unit || e.kind || unit || e.year || unit || e.period || unit || e.date
      || unit || e.text || unit || e.reference || unit || e.source || unit || coalesce(e.key, '') || unit || e.author
      || unit || coalesce(e.reverses_year || '-' || e.reverses_no, '') || unit || e.reason
      || case when e.scope <> 'request' or e.document_date is not null
           then unit || e.scope || unit || coalesce(e.document_date::text, '') else '' end
      || e.lines, 'UTF8')) as content) h
    left join lateral (select * from period where client_id = e.client and fiscal_year = e.year and period = e.period limit 1) pd on true
    left join lateral (select * from journal_entry where client_id = e.client and idempotency_scope = e.scope and idempotency_key = e.key limit 1) j on true
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
      when y_refusal[k] is not null then y_refusal[k]
      when it.refusal is not null then it.refusal
      when y_opened[k] > y_starts[k] and e_period[i] <> 0 then 'YearOpenedAtItsEnd'
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
        when exists (select from journal_entry o where o.client_id = it.client and o.fiscal_year = it.reverses_year
          and o.entry_no = it.reverses_no and (o.booking_date > e_date[i] or o.period = 0 and (o.booking_date, 0) <> (e_date[i], e_period[i])))
          then 'ReversalBeforeOriginal'
        when exists (
          select line_no, account, product, cost_centre, cash_account, -amount, open_item, tax_code, tax_rate, -tax_base from journal_line
            where client_id = it.client and fiscal_year = it.reverses_year and entry_no = it.reverses_no
          except all
          select l.no, l.account, l.product, l.cost_centre, l.cash, l.amount, l.item, l.tax_code, l.tax_rate, l.tax_base
            from unnest(l_entry, l_no, l_account, l_product, l_cost_centre, l_cash, l_amount, l_item, l_tax_code, l_tax_rate, l_tax_base)
              as l (entry, no, account, product, cost_centre, cash, amount, item, tax_code, tax_rate, tax_base) where l.entry = i)
          or r_count[i] <> (select line_count from journal_entry where client_id = it.client
            and fiscal_year = it.reverses_year and entry_no = it.reverses_no) then 'NotAMirror'
        else 'Posted' end;
    end if;
    if r_outcome[i] = 'Posted' and it.kind = 'opening' then
      -- Balances open a year once, and only where the books begin: later years carry over by themselves. What comes after that
      -- says that it is a correction, and why.
      r_outcome[i] := case when e_date[i] <> coalesce(y_opened[k], y_starts[k])
          and (y_opened[k] is not null or e_date[i] <> y_ends[k] or o_moved @> array[y_key[k]]
            or exists (select from account_balance where client_id = it.client and fiscal_year = it.year and period > 0))
          then 'OpeningDate'
        when e_reason[i] <> '' then 'Posted'
        when exists (select from fiscal_year where client_id = it.client and year < it.year and next_entry_no > 1)
          then 'OpeningOverCarriedYear'
        else coalesce((
          select f.fault from (
            select l.no, case
              when a.liquid and (o_moved @> array[y_key[k]] or exists (select from account_balance
                where client_id = it.client and fiscal_year = it.year and period > 0)) then 'LiquidFundsOpenOnce'
              when l.item is null and a.kind <> 'closing' and (o_opened @> array[y_key[k] || ' ' || l.account]
                or (select sum(debit - credit) from account_balance where client_id = it.client and fiscal_year = it.year
                  and account = l.account and period = 0) <> 0) then 'OpeningTwice' end as fault
            from unnest(l_entry, l_no, l_account, l_item) as l (entry, no, account, item)
            join account a on a.client_id = it.client and a.number = l.account
            where l.entry = i) f
          where f.fault is not null order by f.no limit 1), 'Posted') end;
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
      if it.kind = 'opening' then
        if e_reason[i] = '' then y_opened[k] := coalesce(y_opened[k], e_date[i]); end if;
        -- The entries of one file are one opening, however many they are.
        if not starts_with(e_source[i], 'import:') then
          o_opened := o_opened || array(select distinct y_key[k] || ' ' || l.account from unnest(l_entry, l_account) as l (entry, account)
            where l.entry = i);
        end if;
      elsif e_period[i] = 0 then y_reopened[k] := true;
      elsif not o_moved @> array[y_key[k]] then o_moved := o_moved || y_key[k];
      end if;
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

  -- 5. Write entries, lines and balances, and move the counters. What moves the result is kept under a period of its own, 14,
  --    so that a year's results stay what they were when they have gone to equity.
  insert into journal_entry (client_id, fiscal_year, entry_no, period, booking_date, document_date, recorded_at, kind, text, reference,
      source, idempotency_scope, idempotency_key, author, author_name, reverses_year, reverses_no, reason, line_count, total,
      content_hash, chain_hash)
    select e.client, e.year, e.no, e.period, e.date, e.document_date, e.at, e.kind, e.text, e.reference,
      e.source, e.scope, e.key, e.author, e.author_name, e.reverses_year, e.reverses_no, e.reason, e.lines, e.total,
      e.content, e.chain
    from unnest(e_client, e_year, r_no, e_period, e_date, e_document_date, r_at, e_kind, e_text, e_reference, e_source, e_scope, e_key,
      e_author, e_author_name, e_reverses_year, e_reverses_no, e_reason, r_count, r_total, r_content, r_chain)
      as e (client, year, no, period, date, document_date, at, kind, text, reference, source, scope, key, author, author_name,
        reverses_year, reverses_no, reason, lines, total, content, chain)
    where e.no > 0;

  insert into journal_line (client_id, fiscal_year, entry_no, line_no, period, booking_date, account, product, cost_centre,
      cash_account, amount, text, open_item, tax_code, tax_rate, tax_base, result_transfer)
    select e_client[l.entry], e_year[l.entry], r_no[l.entry], l.no, e_period[l.entry], e_date[l.entry], l.account, l.product,
      l.cost_centre, l.cash, l.amount, l.text, l.item, l.tax_code, l.tax_rate, l.tax_base, r_transfer[l.entry]
    from unnest(l_entry, l_no, l_account, l_product, l_cost_centre, l_cash, l_amount, l_text, l_item, l_tax_code, l_tax_rate, l_tax_base)
      as l (entry, no, account, product, cost_centre, cash, amount, text, item, tax_code, tax_rate, tax_base)
    where r_no[l.entry] > 0;
  get diagnostics written = row_count;
  if written <> (select coalesce(sum(e.lines), 0) from unnest(r_no, r_count) as e (no, lines) where e.no > 0) then
    raise exception 'the lines that were written are not those that were weighed' using errcode = 'XX000';
  end if;

  insert into account_balance as b (client_id, fiscal_year, account, cash_account, period, debit, credit, lines)
    select e_client[l.entry], e_year[l.entry], l.account, coalesce(l.cash, ''), case when r_transfer[l.entry] then 14 else e_period[l.entry] end,
      coalesce(sum(l.amount) filter (where l.amount > 0), 0), coalesce(-sum(l.amount) filter (where l.amount < 0), 0), count(*)
    from unnest(l_entry, l_account, l_cash, l_amount) as l (entry, account, cash, amount)
    where r_no[l.entry] > 0
    group by 1, 2, 3, 4, 5
    on conflict (client_id, fiscal_year, account, cash_account, period) do update
      set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit, lines = b.lines + excluded.lines;

  insert into product_balance as b (client_id, fiscal_year, product, account, cash_account, period, debit, credit)
    select e_client[l.entry], e_year[l.entry], l.product, l.account, coalesce(l.cash, ''),
      case when r_transfer[l.entry] then 14 else e_period[l.entry] end,
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

  -- An opening that was taken back altogether leaves the year as if there had been none.
  for k in 1 .. cardinality(y_key) loop
    if y_reopened[k] and not exists (select from account_balance where client_id = y_client[k] and fiscal_year = y_year[k] and period = 0
        group by account having sum(debit - credit) <> 0) then
      y_opened[k] := null;
    end if;
  end loop;

  update fiscal_year f set next_entry_no = y.next, head = y.head, last_recorded_at = y.at, opened_on = y.opened
    from unnest(y_client, y_year, y_next, y_head, y_at, y_opened) as y (client, year, next, head, at, opened)
    where f.client_id = y.client and f.year = y.year and f.next_entry_no <> y.next;

  set local app.posting_clients = '';
  return query select r.ord::int, r.outcome, r.line, abs(r.no), r.at, r.chain
    from unnest(r_outcome, r_line, r_no, r_at, r_chain) with ordinality as r (outcome, line, no, at, chain, ord);
end $$;
