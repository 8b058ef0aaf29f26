// The trial balance of a client with one and with ten million lines. The lines are laid into the tables as their owner, past the
// posting function, because ten million through it take too long for a bench; the balances are then those that it would keep.
import pg from 'pg';

const TIMES = 40;

export async function trialBalance(centre) {
  const small = await measure(centre, 'bench-1m', 500_000);
  const large = await measure(centre, 'bench-10m', 5_000_000);
  const slowest = Math.max(small.p50, large.p50);
  return {
    figure: `${small.p50.toFixed(1)} ms / ${large.p50.toFixed(1)} ms`,
    reach: '< 20 ms both',
    reached: slowest < 20,
    detail: `p50 over HTTP with 1 and 10 million lines; p95 ${small.p95.toFixed(1)} / ${large.p95.toFixed(1)} ms; as of a day within a month p50 ${small.dated.toFixed(1)} / ${large.dated.toFixed(1)} ms; ${large.accounts} accounts`,
  };
}

async function measure(centre, key, entries) {
  const client = await centre.newClient(key);
  await lay(centre.adminUrl, client, entries);
  const path = `/clients/${client}/trial-balance?fiscalYear=2026`;
  const whole = await times(() => centre.api.get(path));
  const dated = await times(() => centre.api.get(`${path}&asOf=2026-08-17`));
  const { items } = await centre.api.get(path);
  return { p50: whole.at(0.5), p95: whole.at(0.95), dated: dated.at(0.5), accounts: items.length };
}

async function times(work) {
  const taken = [];
  for (let index = 0; index < TIMES + 5; index++) {
    const began = process.hrtime.bigint();
    await work();
    if (index >= 5) taken.push(Number(process.hrtime.bigint() - began) / 1e6);
  }
  taken.sort((a, b) => a - b);
  return { at: (share) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] };
}

/** Two lines an entry: an expense with a product against payables, over all expense accounts, products and months. */
async function lay(adminUrl, client, entries) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('set session_replication_role = replica'); // neither foreign keys nor triggers: only the data is wanted
  await admin.query(
    `with a as (select array_agg(number order by number) as n from account where client_id = $1 and postable and kind in ('expense', 'revenue')),
       b as (select array_agg(number order by number) as n from account where client_id = $1 and postable and kind in ('asset', 'liability') and not liquid),
       p as (select array_agg(code order by code) as n from product where client_id = $1 and level = 'produktgruppe'),
       e as (
         insert into journal_entry (client_id, fiscal_year, entry_no, period, booking_date, recorded_at, kind, text, source, author, author_name,
             line_count, total, content_hash, chain_hash)
         select $1, 2026, g, 1 + g % 12, make_date(2026, (1 + g % 12)::int, (1 + g / 12 % 28)::int), '2026-11-01', 'regular', 'Abschlag', 'bench',
           '0a1b2c3d-0000-4000-8000-000000000001', 'Messung', 2, 100 + g % 100000, '\\x00', '\\x00'
         from generate_series(1, $2::bigint) g returning 1)
     insert into journal_line (client_id, fiscal_year, entry_no, line_no, period, booking_date, account, product, amount)
     select $1, 2026, g, l, 1 + g % 12, make_date(2026, (1 + g % 12)::int, (1 + g / 12 % 28)::int),
       case l when 1 then a.n[1 + g % cardinality(a.n)] else b.n[1 + g % cardinality(b.n)] end,
       case l when 1 then p.n[1 + g % cardinality(p.n)] end, (100 + g % 100000) * (3 - 2 * l)
     from a, b, p, generate_series(1, $2::bigint) g, generate_series(1, 2) l`,
    [client, entries],
  );
  await admin.query(
    `insert into account_balance select client_id, fiscal_year, account, '', period, sum(greatest(amount, 0)), sum(greatest(-amount, 0)), count(*)
     from journal_line where client_id = $1 group by 1, 2, 3, 4, 5`,
    [client],
  );
  await admin.query('update fiscal_year set next_entry_no = $2 + 1 where client_id = $1', [client, entries]);
  await admin.query('vacuum analyze journal_line, account_balance');
  await admin.end();
}
