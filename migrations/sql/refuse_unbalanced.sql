-- What is stored adds up: each entry's lines balance, and their number and total are those that the entry names.
create or replace function refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select client_id, fiscal_year, entry_no, sum(amount) as balance, count(*) as lines,
        coalesce(sum(amount) filter (where amount > 0), 0) as total from new_lines group by client_id, fiscal_year, entry_no) l
    left join lateral (select line_count, total from journal_entry e
      where e.client_id = l.client_id and e.fiscal_year = l.fiscal_year and e.entry_no = l.entry_no limit 1) e on true
    where l.balance <> 0 or (l.lines, l.total) is distinct from (e.line_count::bigint, e.total::numeric)) then
    raise exception 'an entry does not balance' using errcode = '23514', constraint = 'journal_line_balanced', table = 'journal_line';
  end if;
  return null;
end $$;
