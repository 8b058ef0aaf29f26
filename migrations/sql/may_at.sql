-- Whether a person holds a permission at a client today: by a role of their own or as somebody's deputy. Only the permissions
-- that the database itself has to know stand in role_permission.
create or replace function may_at(p_client int, p_person uuid, p_permission text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from user_account u
    cross join (select (clock_timestamp() at time zone 'Europe/Berlin')::date as day) today
    join lateral (
      select r.role, r.client_id from role_assignment r
        where r.user_id = u.id and today.day between r.valid_from and coalesce(r.valid_to, today.day)
      union all
      select r.role, r.client_id from deputy d
        join user_account o on o.id = d.user_id and o.active
        join role_assignment r on r.user_id = d.user_id and today.day between r.valid_from and coalesce(r.valid_to, today.day)
          and (d.client_id is null or r.client_id is null or r.client_id = d.client_id)
        where d.deputy_user_id = u.id and today.day between d.valid_from and d.valid_to
          and (d.client_id is null or d.client_id = p_client)
    ) held on held.client_id is null or held.client_id = p_client
    join role_permission p on p.role = held.role and p.permission = p_permission
    where u.id = p_person and u.active)
$$;
