-- Opens or closes a period and writes down who decided it and why: neither happens without the other. Waits for the postings of
-- the year that are under way; later ones see the new state.
create or replace function decide_period(p_client int, p_year smallint, p_period smallint, p_state text, p_version int, p_reason text,
  p_by uuid, p_by_name text) returns table (outcome text, state_before text, version_before int)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  bound constant text := current_setting('app.client_id', true);
begin
  if bound is distinct from p_client::text then
    raise exception 'this transaction is bound to another client' using errcode = '42501';
  end if;
  execute format('set local app.posting_clients = %L', ',' || p_client || ',');
  perform from fiscal_year where client_id = p_client and year = p_year for update;
  select state, version into state_before, version_before from period
    where client_id = p_client and fiscal_year = p_year and period = p_period;
  outcome := case
    when state_before is null then 'NotFound'
    when p_version <> version_before then 'VersionConflict'
    when p_state = state_before then 'PeriodStateUnchanged'
    when state_before = 'closed' and length(trim(coalesce(p_reason, ''))) < 10 then 'ReopeningNeedsReason'
    when not may_at(p_client, p_by, 'periods:manage') then 'Forbidden'
    else 'Decided' end;
  if outcome = 'Decided' then
    update period set state = p_state, version = version + 1
      where client_id = p_client and fiscal_year = p_year and period = p_period;
    insert into period_decision (client_id, fiscal_year, period, state, reason, decided_by, decided_by_name)
      select c.id, p_year, p_period, p_state, case when length(trim(p_reason)) >= 3 then trim(p_reason) else 'Periodenabschluss' end,
        p_by, p_by_name from client c where c.id = p_client;
  end if;
  set local app.posting_clients = '';
  return next;
end $$;
