/* global URLSearchParams */
// Searching ten million lines of one client: every filter, every kind of text and what is asked for together, each with many values, over HTTP.
// BENCH_SEARCH_LINES changes the size. Besides what the search costs to keep up, in processor time of the database.
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { AUTHORS, layLargeJournal } from './large-journal.mjs';

const LINES = Number(process.env.BENCH_SEARCH_LINES ?? 10_000_000);
const MILLISECONDS = 100;
const VALUES = 12;

export async function searching(centre) {
  const client = await centre.newClient('bench-search');
  await layLargeJournal(centre.adminUrl, client, LINES);
  const kept = await takeIn(centre.adminUrl, client);
  const { p50, p95, slowest, lines } = await measureSearch(centre, client);
  if (process.env.BENCH_VERBOSE) console.error(lines.join('\n'));
  return {
    figure: `p95 ${p95.toFixed(0)} ms, p50 ${p50.toFixed(1)} ms`,
    reach: `every kind of question < ${MILLISECONDS} ms`,
    reached: p95 < MILLISECONDS,
    detail: `${LINES} lines, ${lines.length} kinds of questions with ${VALUES} values each, the slowest kind counts (${slowest}); taking an entry into the search ${kept.toFixed(0)} µs of processor time`,
  };
}

/** Takes the whole journal into the search. Answers what an entry cost, in µs of the database's processor time where the system tells it. */
async function takeIn(adminUrl, client) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`set app.client_id = '${client}'; set maintenance_work_mem = '512MB'`);
  const { pid } = (await admin.query('select pg_backend_pid() as pid')).rows[0];
  const began = processorTime(pid);
  let entries = 0;
  const { rows } = await admin.query(
    'select fiscal_year from journal_to_index() where client_id = $1 order by 1 desc',
    [client],
  );
  for (const { fiscal_year: year } of rows)
    for (let taken; taken !== 0; entries += taken)
      taken = (await admin.query('select index_journal($1::smallint, 100000) as taken', [year])).rows[0].taken;
  const spent = processorTime(pid) - began;
  await admin.query('vacuum analyze journal_search');
  await admin.end();
  return (spent * 1e6) / entries;
}

/** Seconds of processor time of a process of this machine; nought where the system does not tell. */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}

const SYLLABLES =
  'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu ung heit keit schaft lich isch'.split(
    ' ',
  );

/** Kinds of questions, each with a value for every number. `nothing` fits no entry and is made of common letters. */
export function questions({ accounts, products }) {
  const pick = (list) => (n) => list[(n * 7) % list.length];
  const account = pick(accounts);
  const product = pick(products);
  const text =
    (...words) =>
    (n) => ({ q: words.map((of) => of(n)).join(' ') });
  const frequent = pick([
    'rechnung',
    'Abschlag',
    'GEBÜHR',
    'gebuehr',
    'Köln',
    'koeln',
    'Straßenbel',
    'reinigung',
    'RE-2024',
    'ung',
    'er',
    'müller',
  ]);
  const rare = (n) => `00${String(4711 + n * 137).padStart(4, '0')}`;
  const nothing = (n) =>
    [0, 1, 2, 3].map((k) => SYLLABLES[(n * 13 + k * 17 + n * n * k) % SYLLABLES.length]).join('') + 'x';
  const month = (n) => ({ from: `202${2 + (n % 5)}-0${1 + (n % 9)}-01`, to: `202${2 + (n % 5)}-0${1 + (n % 9)}-17` });
  return {
    'no filter': () => ({}),
    'text, frequent': text(frequent),
    'text, two frequent words': text(frequent, pick(['Tiefbau', 'Verlag', 'Aachen', 'wehr', 'schäfer'])),
    'text, rare': text(rare),
    'text, only in the first year': () => ({ q: 'Sägewerk' }),
    'text, none': text(nothing),
    'text, none of frequent words': text(
      pick(['Rechnung', 'Miete', 'Gebühr', 'Abschlag']),
      () => 'Winterdienst',
      () => 'Friedhof',
    ),
    'text, one or two letters': text(pick(['q', 'qx', 'm', 'zz', 'kö', '7', 'b', 'ü', 'wi', 'x', '20', 're'])),
    amount: (n) => ({ amount: ['12.50', '1.00', '37.11', '4999.99', '50001.17', '0.01'][n % 6] }),
    kind: (n) => ({ kind: ['reversal', 'accrual', 'standing', 'opening', 'closing', 'regular'][n % 6] }),
    author: (n) => ({ author: AUTHORS[(n * 7) % 20] }),
    'author who left': () => ({ author: AUTHORS[19] }),
    account: (n) => ({ account: account(n) }),
    product: (n) => ({ product: product(n) }),
    'product area': (n) => ({ product: ['01', '11', '12', '06', '05', '16'][n % 6] }),
    'cost centre': (n) => ({ costCentre: `KS${1 + n * 5}` }),
    days: month,
    'account and product': (n) => ({ account: account(n), product: product(n + 1) }),
    'account and product that never meet': (n) => ({ account: '3511', product: product(n) }),
    'account and text': (n) => ({ account: account(n), q: frequent(n) }),
    'kind and text': (n) => ({ kind: ['reversal', 'accrual', 'opening'][n % 3], q: frequent(n) }),
    'author, text and days': (n) => ({ ...month(n), author: AUTHORS[n % 20], q: frequent(n) }),
    'amount, account and author': (n) => ({ amount: '12.50', account: account(n), author: AUTHORS[(n * 3) % 20] }),
    'known two years ago': (n) => ({ knownOn: '2024-05-05T12:00:00Z', q: frequent(n) }),
    'oldest first': (n) => ({ order: 'asc', q: n % 2 ? frequent(n) : nothing(n) }),
    'a page far in': (n) => ({ after: `2023-${1 + n * 999}`, q: frequent(n) }),
    'one year': (n) => ({ fiscalYear: 2022 + (n % 5), q: n % 2 ? frequent(n) : rare(n) }),
  };
}

/** Asks everything once to warm up and once to measure; per kind the 50th and 95th of a hundred. */
export async function measureSearch(centre, client) {
  const admin = new pg.Client({ connectionString: centre.adminUrl });
  await admin.connect();
  const list = async (sql) =>
    (await admin.query({ text: sql, values: [client], rowMode: 'array' })).rows.map(([one]) => one);
  const known = {
    accounts: await list(
      `select number from account where client_id = $1 and postable and kind in ('expense', 'revenue') order by 1`,
    ),
    products: await list(`select code from product where client_id = $1 and level = 'produktgruppe' order by 1`),
  };
  await admin.end();
  const measured = Object.entries(questions(known)).map(([kind, of]) => ({ kind, of, times: [] }));
  for (const { of, times } of measured) {
    for (let n = 0; n < VALUES * 2; n++) {
      const address = `/clients/${client}/journal-entries?${new URLSearchParams({ limit: '50', ...of(n % VALUES) })}`;
      const began = performance.now();
      await centre.api.get(address);
      if (n >= VALUES) times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
  }
  const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const worst = measured.reduce((a, b) => (at(a.times, 0.95) > at(b.times, 0.95) ? a : b));
  return {
    p50: at(
      measured.flatMap(({ times }) => times).sort((a, b) => a - b),
      0.5,
    ),
    p95: at(worst.times, 0.95),
    slowest: worst.kind,
    lines: measured.map(
      ({ kind, times }) =>
        `${kind.padEnd(40)} p50 ${at(times, 0.5).toFixed(1).padStart(8)}   p95 ${at(times, 0.95).toFixed(1).padStart(8)} ms`,
    ),
  };
}
