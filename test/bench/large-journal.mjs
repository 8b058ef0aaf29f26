// Ten million lines of one client as a town's journal has them: five years, suppliers that come and go, recurring and single amounts, authors
// of whom one left after the first year. Laid into the tables as their owner, past the posting function, because that many through it take
// too long for a bench; every constraint of the tables but the foreign keys holds.
import pg from 'pg';

const WORDS =
  'Abschlag Rechnung Gutschrift Miete Gebühr Zuschuss Erstattung Wartung Lieferung Nebenkosten Honorar Umlage Vorauszahlung Beitrag Säumniszuschlag Reparatur';
const THINGS =
  'Streusalz,Bauhof,Winterdienst,Kanalreinigung,Schulbücher,Grundschule,Heizöl,Turnhalle,Malerarbeiten,Rathaus,Fortbildung,Feuerwehr,Aufzug,Grünpflege,Friedhof,Straßenbeleuchtung,Telefon,Wasserzähler,Gutachten,Spielplatz,Sandaustausch,Reinigungsmittel,Bürobedarf,Toner,Versicherung,Abfallentsorgung,Container,Kindertagesstätte,Bücherei,Parkhaus';
const NAMES =
  'Müller,Schäfer,Weiß,Jäger,Krüger,Böhm,Groß,Schröder,Köhler,Busch,Keller,Vogt,Sommer,Winkler,Lorenz,Albrecht,Haas,Brandt,Pohl,Engel,Horn,Voigt,Sauer,Pfeiffer,Ziegler,Dietrich,Kühn,Arnold,Seidel,Heinrich';
const TRADES =
  'Tiefbau,Elektro,Sanitär,Dachdecker,Garten,Gebäudereinigung,Metallbau,Software,Verlag,Energie,Spedition,Schreinerei,Ingenieure,Druck,Gastronomie';
const TOWNS = 'Köln,Düren,Aachen,Bonn,Münster,Jülich,Gummersbach,Wesel,Kleve,Soest,Unna,Hürth,Moers,Bocholt,Detmold';

/** People who post; the second half of them rarely, the last only in the first year. */
export const AUTHORS = Array.from(
  { length: 20 },
  (_, index) => `0a1b2c3d-0000-4000-8000-0000000000${String(index + 10)}`,
);

/** Fills the books of `client`, which must be empty, with `lines` lines in the years 2022 to 2026. */
export async function layLargeJournal(adminUrl, client, lines) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const perYear = Math.round(lines / 2.5 / 5);
  await admin.query('set session_replication_role = replica'); // neither foreign keys nor triggers: only the data is wanted
  await admin.query(`set maintenance_work_mem = '512MB'; set work_mem = '64MB'`);
  const { rows: indexes } = await admin.query(
    `select indexname as name, indexdef as def from pg_indexes where tablename in ('journal_entry', 'journal_line') and indexname not like '%\\_pkey'`,
  );
  for (const { name } of indexes) await admin.query(`drop index ${name}`);
  await admin.query(
    `insert into cost_centre (client_id, code, name) select $1, 'KS' || g, 'Kostenstelle ' || g from generate_series(1, 60) g`,
    [client],
  );
  for (let year = 2022; year <= 2026; year++) {
    await admin.query(
      `insert into fiscal_year (client_id, year, starts_on, ends_on, head, next_entry_no)
       values (${client}, ${year}, make_date(${year}, 1, 1), make_date(${year}, 12, 31), '\\x00', ${perYear} + 1)
       on conflict (client_id, year) do update set next_entry_no = excluded.next_entry_no`,
    );
    await admin.query(
      `insert into period (client_id, fiscal_year, period, starts_on, ends_on)
       select ${client}, ${year}, p, make_date(${year}, greatest(1, least(p, 12)), 1), (make_date(${year}, greatest(1, least(p, 12)), 1) + interval '1 month - 1 day')::date
       from generate_series(0, 13) p on conflict do nothing`,
    );
    await admin.query(
      `insert into journal_entry (client_id, fiscal_year, entry_no, period, booking_date, recorded_at, kind, text, reference, source, author,
          author_name, reverses_year, reverses_no, reason, line_count, total, content_hash, chain_hash)
       select ${client}, ${year}, g, extract(month from d.day), d.day, make_timestamptz(${year}, 1, 1, 0, 0, 0) + g * (interval '364 days' / ${perYear}),
         case when r.reverses then 'reversal' when g % 97 = 1 then 'standing' when g % 1009 = 2 then 'accrual' else 'regular' end,
         case when r.reverses then 'Storno ' else '' end || w.words[1 + (x * x * cardinality(w.words))::int % cardinality(w.words)] || ' '
           || w.things[1 + (y * cardinality(w.things))::int % cardinality(w.things)] || ' '
           || w.names[1 + (z * z * cardinality(w.names))::int % cardinality(w.names)] || ' '
           || w.trades[1 + (x * 1000)::int % cardinality(w.trades)] || ' ' || w.towns[1 + (y * 1000)::int % cardinality(w.towns)]
           || case when ${year} = 2022 and g % 50 = 3 then ' Altlieferant Sägewerk' else '' end,
         case when g % 10 < 7 then 'RE-' || ${year} || '-' || lpad((z * 999999)::int::text, 6, '0') else '' end,
         'api', ($1::uuid[])[case when ${year} = 2022 and g % 3 = 0 then 20 when z < 0.01 then 11 + (y * 9)::int % 9 else 1 + (x * 10)::int % 10 end],
         'Messung', case when r.reverses then ${year} end, case when r.reverses then g - 1 end, case when r.reverses then 'Messung' else '' end,
         case when g % 2 = 0 then 3 else 2 end, case when g % 20 = 0 then 1250 else (100 + x * x * x * 5000000)::bigint end, '\\x00', '\\x00'
       from generate_series(1, ${perYear}) g
         cross join (select string_to_array($2, ' ') as words, string_to_array($3, ',') as things, string_to_array($4, ',') as names,
           string_to_array($5, ',') as trades, string_to_array($6, ',') as towns) w
         -- Pseudo-random, so that every run lays the same books.
         cross join lateral (select (hashint8(g + ${year}) & 16777215) / 16777216.0 as x, (hashint8(g * 7 + ${year}) & 16777215) / 16777216.0 as y,
           (hashint8(g * 13 + ${year}) & 16777215) / 16777216.0 as z) n
         cross join lateral (select g % 101 = 100 as reverses) r
         -- Booked as the year goes by, some days later than dated.
         cross join lateral (select greatest(make_date(${year}, 1, 1), make_date(${year}, 1, 1) + ((g * 364 / ${perYear})::int - (y * 20)::int)) as day) d`,
      [AUTHORS, WORDS, THINGS, NAMES, TRADES, TOWNS],
    );
    await admin.query(
      `with a as (select array_agg(number order by number) as n from account where client_id = ${client} and postable and kind in ('expense', 'revenue')),
         b as (select array_agg(number order by number) as n from account where client_id = ${client} and postable and liquid),
         k as (select array_agg(number order by number) as n from account where client_id = ${client} and postable and kind = 'outpayment'),
         p as (select array_agg(code order by code) as n from product where client_id = ${client} and level = 'produktgruppe')
       insert into journal_line (client_id, fiscal_year, entry_no, line_no, period, booking_date, account, product, cost_centre, cash_account, amount, text)
       select ${client}, ${year}, e.entry_no, l, e.period, e.booking_date,
         case when l < e.line_count then a.n[1 + (x * x * x * cardinality(a.n))::int % cardinality(a.n)]
           when e.entry_no % 5 < 2 then b.n[1 + (y * cardinality(b.n))::int % cardinality(b.n)] else '3511' end,
         case when l < e.line_count then p.n[1 + (y * cardinality(p.n))::int % cardinality(p.n)] end,
         case when l = 1 and e.entry_no % 3 = 0 then 'KS' || 1 + (x * 1000)::int % 60 end,
         case when l = e.line_count and e.entry_no % 5 < 2 then k.n[1 + (x * cardinality(k.n))::int % cardinality(k.n)] end,
         case when l = e.line_count then -e.total when e.line_count = 2 then e.total when l = 1 then e.total - e.total / 3 else e.total / 3 end,
         case when l = 1 and e.entry_no % 4 = 0 then 'Objekt ' || (x * 9999)::int || ' Los ' || e.entry_no % 7 else '' end
       from a, b, k, p, journal_entry e cross join lateral generate_series(1, e.line_count) l
         cross join lateral (select (hashint8(e.entry_no * 17 + l) & 16777215) / 16777216.0 as x, (hashint8(e.entry_no * 23 + l) & 16777215) / 16777216.0 as y) n
       where e.client_id = ${client} and e.fiscal_year = ${year}`,
    );
  }
  for (const { def } of indexes) await admin.query(def);
  await admin.query(
    `insert into account_balance select client_id, fiscal_year, account, coalesce(cash_account, ''), period, sum(greatest(amount, 0)), sum(greatest(-amount, 0)), count(*)
     from journal_line where client_id = $1 group by 1, 2, 3, 4, 5`,
    [client],
  );
  await admin.query(
    `insert into product_balance select client_id, fiscal_year, product, account, coalesce(cash_account, ''), period, sum(greatest(amount, 0)), sum(greatest(-amount, 0))
     from journal_line where client_id = $1 and product is not null group by 1, 2, 3, 4, 5, 6`,
    [client],
  );
  await admin.query('vacuum analyze journal_entry');
  await admin.query('vacuum analyze journal_line');
  await admin.end();
}
