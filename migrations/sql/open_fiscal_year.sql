-- Writes a fiscal year (the calendar year, § 78(4) GO NRW) with its periods. The chain of its entries begins with a value that no
-- other client or year has. Opening balances stand on its first day, closing entries on its last; the closing period waits, closed,
-- until somebody opens it.
create or replace function open_fiscal_year(p_client int, p_year smallint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  bound constant text := current_setting('app.client_id', true);
begin
  if bound is distinct from p_client::text then
    raise exception 'this transaction is bound to another client' using errcode = '42501';
  end if;
  execute format('set local app.posting_clients = %L', ',' || p_client || ',');
  insert into fiscal_year (client_id, year, starts_on, ends_on, head)
    select id, p_year, make_date(p_year, 1, 1), make_date(p_year, 12, 31),
      sha256(convert_to('finanzzentrum-chain-v1' || chr(31) || uuid || chr(31) || p_year, 'UTF8'))
    from client where id = p_client;
  insert into period (client_id, fiscal_year, period, starts_on, ends_on, state)
    select c.id, p_year, n,
      case n when 13 then make_date(p_year, 12, 31) else make_date(p_year, greatest(n, 1), 1) end,
      case when n in (0, 13) then make_date(p_year, 12, 31) else (make_date(p_year, n, 1) + interval '1 month - 1 day')::date end,
      case n when 13 then 'closed' else 'open' end
    from client c, generate_series(0, 13) n where c.id = p_client;
  set local app.posting_clients = '';
end $$;
