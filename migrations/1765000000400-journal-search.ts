import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/**
 * The search of the journal: a row for each entry with what it is found by, kept up beside the journal and never by a posting. What it does
 * not know yet is read from the journal itself, so an answer is always whole.
 */
export class JournalSearch1765000000400 implements MigrationInterface {
  name = 'JournalSearch1765000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Trusted since PostgreSQL 13: whoever owns the database may create it.
      create extension if not exists pg_trgm;
      set local role finanz_owner;
      ${folding}
      ${tables}
      ${content}
      ${indexing}
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view journal_found;
      drop function index_journal, journal_to_index, journal_content, journal_day_terms, journal_line_term, journal_term, search_patterns, search_fold;
      drop table journal_search, journal_search_state`);
  }
}

/** Letters that are compared without their marks; the umlauts come first, because most texts have no others. */
const LETTERS = {
  a: 'áàâãåā',
  c: 'çćč',
  d: 'ďđ',
  e: 'éèêëēęě',
  g: 'ğ',
  i: 'íìîïī',
  l: 'ł',
  n: 'ñńň',
  o: 'óòôõøō',
  r: 'ř',
  s: 'śšş',
  t: 'ť',
  u: 'úùûūů',
  y: 'ýÿ',
  z: 'źžż',
};
const MARKED = Object.values(LETTERS).join('');
const PLAIN = Object.entries(LETTERS)
  .map(([plain, marked]) => plain.repeat(marked.length))
  .join('');
/** Marks that a letter may bear as signs of their own. */
const MARKS = '\\0300\\0301\\0302\\0303\\0308\\030a\\030c\\0327';

/*
 * Letter by letter and never by context, so that a part of a text becomes a part of its folded form: whatever was cut out of a text is found.
 * Text of which every letter is a byte has no marks.
 */
const folding = `
  create function search_fold(p_text text) returns text language sql immutable strict parallel safe as $$
    select case when octet_length(p_text) = length(p_text) then lower(p_text) else (
      select case when octet_length(t) = length(t) then t else translate(t, '${MARKED}' || U&'${MARKS}', '${PLAIN}') end
      from (select replace(translate(lower(p_text), 'äöüẞ', 'aouß'), 'ß', 'ss') offset 0) plain (t)) end
  $$;
  comment on function search_fold is 'Text as it is compared: small letters without marks, ß as ss.';

  -- ü may have been written as ue, where it is looked for and where it is found.
  create function search_patterns(p_text text) returns text[] language sql immutable strict parallel safe as $$
    select array(
      select distinct case when folded ~ '[a-z0-9]{3}' then '%' || escaped || '%' else '% ' || escaped || '%' end
      from (values (p_text),
        (replace(replace(replace(lower(p_text), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')),
        (replace(replace(replace(lower(p_text), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'))) v (variant)
      cross join lateral (select search_fold(variant)) f (folded)
      cross join lateral (select regexp_replace(folded, '([\\\\%_])', '\\\\\\1', 'g')) e (escaped))
  $$;
  comment on function search_patterns is
    'Patterns for LIKE by one of which a word is found: three letters or digits in a row anywhere, fewer at the beginning of a word.';
  grant execute on function search_fold, search_patterns to finanz_app, finanz_auditor;
`;

const tables = `
  -- The entries of a year up to this number stand in journal_search.
  create table journal_search_state (
    client_id int not null,
    fiscal_year smallint not null,
    indexed_to bigint not null default 0,
    primary key (client_id, fiscal_year),
    foreign key (client_id, fiscal_year) references fiscal_year (client_id, year)
  ) with (fillfactor = 50);
  ${separate('journal_search_state')}
  grant select on journal_search_state to finanz_app;

  create table journal_search (
    client_id int not null,
    fiscal_year smallint not null,
    entry_no bigint not null,
    terms bigint[] not null,
    words text not null,
    primary key (client_id, fiscal_year, entry_no)
  );
  -- Terms first: PostgreSQL goes through the conditions in the order of the columns, and the block narrows the most.
  create index journal_search_content on journal_search using gin (terms, words gin_trgm_ops) with (fastupdate = on, gin_pending_list_limit = 65536);
  -- Read as often as it is written, and always at its end.
  alter table journal_search set (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
  ${separate('journal_search')}

  -- Under row-level security PostgreSQL answers neither LIKE nor an array's condition from an index; the view compares the client itself.
  create view journal_found as
    select * from journal_search where client_id = nullif(current_setting('app.client_id', true), '')::int;
  grant select on journal_found to finanz_app;
`;

/*
 * A term is a condition that an entry fulfils, as a number: its block of 4,096 numbers, kind, author, total, day, month, and for each line
 * the account (or cash-flow account), product and cost centre, alone and together. By 'together' an account and a product that are both
 * frequent, but never on one line, are known to have nothing in common without looking at either's entries.
 */
const content = `
  create function journal_term(p_name text, p_value text) returns bigint language sql immutable parallel safe as $$
    select hashtextextended(p_name || ' ' || p_value, 0)
  $$;
  create function journal_line_term(p_account text, p_product text, p_cost_centre text) returns bigint
  language sql immutable parallel safe as $$
    select hashtextextended('line ' || coalesce(p_account, '') || ' ' || coalesce(p_product, '') || ' ' || coalesce(p_cost_centre, ''), 0)
  $$;

  -- The terms of which a booking date between two days of a year meets one: whole months, and days at the ends.
  create function journal_day_terms(p_first date, p_last date) returns bigint[] language sql stable parallel safe as $$
    select array(
      select journal_term('month', to_char(m, 'YYYY-MM')) from generate_series(date_trunc('month', p_first), p_last, interval '1 month') m
        where m >= p_first and m + interval '1 month - 1 day' <= p_last
      union all
      select journal_term('day', to_char(d, 'YYYY-MM-DD')) from generate_series(p_first, p_last, interval '1 day') d
        where date_trunc('month', d) < p_first or date_trunc('month', d) + interval '1 month - 1 day' > p_last)
  $$;

  create function journal_content(p_client int, p_year smallint, p_from bigint, p_to bigint)
  returns table (entry_no bigint, terms bigint[], words text) language sql stable as $$
    select e.entry_no,
      l.terms || array[
        journal_term('block', p_client || ' ' || p_year || ' ' || (e.entry_no - 1) / 4096),
        journal_term('kind', e.kind), journal_term('author', e.author::text), journal_term('total', e.total::text),
        journal_term('day', e.booking_date::text), journal_term('month', left(e.booking_date::text, 7))],
      search_fold(' ' || e.text || ' ' || e.reference || l.texts)
    from journal_entry e
    -- A look-up by key for each entry: a join lets the planner of a young database read the range anew for each.
    cross join lateral (
      select coalesce(string_agg(' ' || l.text, '') filter (where l.text <> ''), '') as texts,
        array_agg(distinct t.term) as terms
      from journal_line l
      cross join lateral (
        select journal_line_term(l.account, null, null) as term
        union all select journal_line_term(l.account, l.product, null) where l.product is not null
        union all select journal_line_term(null, l.product, null) where l.product is not null
        union all select journal_line_term(l.account, null, l.cost_centre) where l.cost_centre is not null
        union all select journal_line_term(null, null, l.cost_centre) where l.cost_centre is not null
        union all select journal_line_term(l.account, l.product, l.cost_centre) where l.product is not null and l.cost_centre is not null
        union all select journal_line_term(null, l.product, l.cost_centre) where l.product is not null and l.cost_centre is not null
        union all select journal_line_term(l.cash_account, null, null) where l.cash_account is not null
        union all select journal_line_term(l.cash_account, l.product, null) where l.cash_account is not null and l.product is not null
        union all select journal_line_term(l.cash_account, null, l.cost_centre) where l.cash_account is not null and l.cost_centre is not null
        union all select journal_line_term(l.cash_account, l.product, l.cost_centre)
          where l.cash_account is not null and l.product is not null and l.cost_centre is not null) t
      where l.client_id = p_client and l.fiscal_year = p_year and l.entry_no = e.entry_no) l
    where e.client_id = p_client and e.fiscal_year = p_year and e.entry_no between p_from and p_to
  $$;
  grant execute on function journal_term, journal_line_term, journal_day_terms, journal_content to finanz_app, finanz_auditor;
`;

const indexing = `
  -- Takes up to p_most further entries of the bound client's year into the search. Answers how many, or null where another is at it.
  create function index_journal(p_year smallint, p_most int) returns int language plpgsql
    security definer set search_path = pg_catalog, public, pg_temp set datestyle = 'ISO' as $$
  declare
    client constant int := nullif(current_setting('app.client_id', true), '')::int;
    done bigint;
    upto bigint;
  begin
    insert into journal_search_state (client_id, fiscal_year)
      select client_id, year from fiscal_year where client_id = client and year = p_year on conflict do nothing;
    select indexed_to into done from journal_search_state where client_id = client and fiscal_year = p_year for update skip locked;
    if not found then
      return null;
    end if;
    -- Numbers are given and committed in one order, so that all up to the last one seen are there.
    select least(next_entry_no - 1, done + p_most) into upto from fiscal_year where client_id = client and year = p_year;
    if upto <= done then
      return 0;
    end if;
    insert into journal_search (client_id, fiscal_year, entry_no, terms, words)
      select client, p_year, c.entry_no, c.terms, c.words from journal_content(client, p_year, done + 1, upto) c order by c.entry_no;
    update journal_search_state set indexed_to = upto where client_id = client and fiscal_year = p_year;
    -- What waits in the index's list is looked through by every search.
    perform gin_clean_pending_list('journal_search_content');
    return upto - done;
  end $$;
  revoke execute on function index_journal from public;
  grant execute on function index_journal to finanz_app;

  -- Years of all clients with entries that the search does not know; the number of entries is all that it tells of them.
  create function journal_to_index() returns table (client_id int, fiscal_year smallint, waiting bigint) language sql stable
    security definer set search_path = pg_catalog, public, pg_temp as $$
    select f.client_id, f.year, f.next_entry_no - 1 - coalesce(s.indexed_to, 0)
    from fiscal_year f left join journal_search_state s on s.client_id = f.client_id and s.fiscal_year = f.year
    where f.next_entry_no - 1 > coalesce(s.indexed_to, 0)
    order by f.client_id, f.year
  $$;
  revoke execute on function journal_to_index from public;
  grant execute on function journal_to_index to finanz_app;
`;
