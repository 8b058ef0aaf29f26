import fc from 'fast-check';
import { SYSTEM } from '@lib/access';
import { addFiscalYear } from '@lib/clients';
import {
  type Books,
  CLERK,
  entry,
  LEAD,
  linesOf,
  openBooks,
  postDirectly,
  toPost,
} from '../../../test/support/books.js';
import { indexJournal, journalToIndex } from './index-journal.js';
import { entries, type EntryFilter, findEntries } from './journal.queries.js';

let books: Books;
beforeAll(async () => (books = await openBooks()));
afterAll(() => books.close());

const found = (client: number, filter: Partial<EntryFilter>) =>
  books.db.inClient(client, (tx) => entries(tx, { limit: 200, ...filter }));
const texts = async (client: number, filter: Partial<EntryFilter>): Promise<string[]> =>
  (await found(client, filter)).items.map((item) => item.text);
const index = (client: number, most: number) => books.db.inClient(client, (tx) => indexJournal(tx, 2026, most));

const SAMPLES = [
  {
    text: 'Gebühren für die Straßenreinigung',
    reference: 'RE-2026/0815',
    lines: '5241@111 S 12.50, 3511 H 12.50',
    date: '2026-01-15',
  },
  { text: 'GEBUEHREN Abwasser', reference: '', lines: '5241@111 S 99.00, 3511 H 99.00', date: '2026-02-01' },
  {
    text: 'Miete Turnhalle 100% Kaltmiete',
    reference: 'M_17',
    lines: '1811/6012 S 850.00, 4012 H 850.00',
    date: '2026-02-28',
  },
  {
    text: 'Übung der Feuerwehr, Café Éclair',
    reference: 'Ü-1',
    lines: '5241@111 S 12.50, 5241 S 1.00, 3511 H 13.50',
    date: '2026-03-31',
  },
  { text: 'Erneuerung Aufzug', reference: 'ab 3', lines: '5251@111 S 20.00, 3511 H 20.00', date: '2026-12-31' },
  { text: 'Wärmelieferung x', reference: '2026-3', lines: '1811/6012 S 12.50, 4012 H 12.50', date: '2026-06-10' },
];

/** A client whose journal holds the samples, of which the search knows the first `known`. */
async function sampled(known: number): Promise<number> {
  const { id } = await books.client();
  for (const [number, { date, lines, ...sample }] of SAMPLES.entries()) {
    const body = entry(date, lines, sample);
    const author = number % 2 === 0 ? CLERK : LEAD;
    const lineTexts = linesOf(lines).map((line, no) => ({ ...line, text: no === 0 ? `Zeile ${number}` : '' }));
    const [answer] = await postDirectly(books.db, [toPost(id, { ...body, lines: lineTexts }, { author })]);
    expect(answer!.outcome).toBe('Posted');
  }
  if (known > 0) expect(await index(id, known)).toBe(known);
  return id;
}

describe.each([0, 3, SAMPLES.length])('the search of a journal of which %i entries are indexed', (known) => {
  let client: number;
  beforeAll(async () => (client = await sampled(known)));

  it.each([
    ['gebühren', ['GEBUEHREN Abwasser', 'Gebühren für die Straßenreinigung']],
    ['GEBUEHR', ['GEBUEHREN Abwasser', 'Gebühren für die Straßenreinigung']],
    ['gebuhren', ['Gebühren für die Straßenreinigung']],
    ['strassenreinigung GEB', ['Gebühren für die Straßenreinigung']],
    ['aßenrein', ['Gebühren für die Straßenreinigung']],
    ['0815', ['Gebühren für die Straßenreinigung']],
    ['RE-2026/08', ['Gebühren für die Straßenreinigung']],
    ['100%', ['Miete Turnhalle 100% Kaltmiete']],
    ['kaltmiete turnh', ['Miete Turnhalle 100% Kaltmiete']],
    ['m_17', ['Miete Turnhalle 100% Kaltmiete']],
    ['m%17', []],
    ['uebung', ['Übung der Feuerwehr, Café Éclair']],
    ['ü-1', ['Übung der Feuerwehr, Café Éclair']],
    ['cafe eclair', ['Übung der Feuerwehr, Café Éclair']],
    ['erung', ['Erneuerung Aufzug', 'Wärmelieferung x']],
    ['zeile', SAMPLES.map(({ text }) => text)],
    ['gibtesnicht', []],
    ['gebühren gibtesnicht', []],
    ['x', ['Wärmelieferung x']],
    ['%', []],
  ] as [string, string[]][])('by %s', async (q, expected) => {
    const hits = await texts(client, { q });
    expect(hits.sort()).toEqual([...expected].sort());
  });

  it('by a number finds that entry and what bears the number in its reference', async () => {
    expect(await texts(client, { q: '2026-3' })).toEqual(['Wärmelieferung x', 'Miete Turnhalle 100% Kaltmiete']);
    expect(await texts(client, { q: '2026-3', order: 'asc', limit: 1 })).toEqual(['Miete Turnhalle 100% Kaltmiete']);
    expect(await texts(client, { q: '2026-3', kind: 'opening' })).toEqual([]);
    expect(await texts(client, { q: '2026-3', after: '2026-6' })).toEqual(['Miete Turnhalle 100% Kaltmiete']);
  });

  it.each([
    [{ account: '5241', product: '111', amount: '1250' }, [1]],
    [{ account: '6012' }, [3, 6]],
    [{ amount: '1250' }, [1, 6]],
    [{ author: LEAD.id, from: '2026-02-01', to: '2026-03-31' }, [2, 4]],
    [{ from: '2026-01-15', to: '2026-02-28' }, [1, 2, 3]],
    [{ from: '2026-01-16', to: '2026-12-30' }, [2, 3, 4, 6]],
    [{ from: '2026-12-31' }, [5]],
    [{ to: '2025-12-31' }, []],
    // On one line, not on one entry.
    [{ account: '3511', product: '111' }, []],
    // What lies below counts, too.
    [{ product: '1' }, []],
    [{ product: '01', q: 'aufzug' }, [5]],
    [{ kind: 'reversal' }, []],
    [{ kind: 'regular', q: 'zeile', account: '1811' }, [3, 6]],
  ] as [Partial<EntryFilter>, number[]][])('by %j', async (filter, numbers) => {
    expect((await found(client, { ...filter, order: 'asc' })).items.map((item) => item.entryNo)).toEqual(numbers);
  });

  it('leaves out what was recorded after the instant that is asked for', async () => {
    const { items } = await found(client, { order: 'asc' });
    const knownOn = items[3]!.recordedAt;
    expect((await found(client, { q: 'zeile', knownOn })).items.map((item) => item.entryNo)).toEqual([4, 3, 2, 1]);
    expect((await found(client, { knownOn, limit: 3 })).items.map((item) => item.entryNo)).toEqual([4, 3, 2]);
  });

  it('shows nothing of another client, and another client nothing of this one', async () => {
    const other = await books.client();
    expect(await texts(other.id, { q: 'zeile' })).toEqual([]);
    await books.asRole('finanz_app', other.id, 'select 1');
    expect(await books.asRole('finanz_app', other.id, 'select * from journal_found')).toEqual([]);
  });
});

it('finds every entry by whatever part of its text somebody cut out', async () => {
  const client = await sampled(4);
  const places = SAMPLES.flatMap(({ text, reference }, number) => [text, reference].map((of) => ({ of, number })));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...places),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      async ({ of, number }, from, length, loud) => {
        const letters = [...of];
        const begin = from % Math.max(1, letters.length);
        const part = letters.slice(begin, begin + 1 + (length % 20)).join('');
        // Less than three letters or digits in a row count at the beginning of a word only.
        fc.pre(part.split(/\s+/).every((word) => word === '' || /[\p{L}\p{N}]{3}/u.test(word)) && part.trim() !== '');
        const hits = await found(client, { q: loud ? part.toUpperCase() : part });
        expect(hits.items.map((item) => item.entryNo)).toContain(number + 1);
      },
    ),
    { numRuns: 150 },
  );
});

/** Ten thousand entries in two years of two blocks each, more than a test can post; only the first hundred of a year are rare. */
async function many(): Promise<number> {
  const { id } = await books.client();
  await books.db.inClient(id, (tx) => addFiscalYear(tx, 2027, SYSTEM));
  for (const year of [2026, 2027])
    await books.all(
      `with e as (
         insert into journal_entry (client_id, fiscal_year, entry_no, period, booking_date, recorded_at, kind, text, source, author, author_name,
           line_count, total, content_hash, chain_hash)
         select $1, ${year}, g, 1 + g % 12, make_date(${year}, (1 + g % 12)::int, 5), make_timestamptz(${year}, 1, 1, 0, 0, 0) + g * interval '1 second', 'regular',
           case when g <= 100 then 'selten' else 'häufig' end || ' jeder', 'test', $2, 'Ada', 2, 100 + g % 7, '', ''
         from generate_series(1, 5000::bigint) g returning *),
       l as (
         insert into journal_line (client_id, fiscal_year, entry_no, line_no, period, booking_date, account, amount)
         select client_id, fiscal_year, entry_no, no, period, booking_date, case when no = 1 then '5241' else '3511' end, total * (3 - 2 * no)
         from e cross join generate_series(1, 2) no returning 1)
       update fiscal_year set next_entry_no = 5001 where client_id = $1 and year = ${year} and exists (select from l)`,
      [id, CLERK.id],
    );
  return id;
}

it('goes through a large journal page by page, in both directions, while it is being taken in', async () => {
  const client = await many();
  const walk = async (filter: Partial<EntryFilter>): Promise<string[]> => {
    const ids: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await found(client, { ...filter, limit: 70, ...(after !== undefined && { after }) });
      ids.push(...page.items.map((item) => item.id));
      if (page.next === null) return ids;
      after = page.next;
    }
  };
  const rare = [2026, 2027].flatMap((year) => Array.from({ length: 100 }, (_, no) => `${year}-${no + 1}`));
  const known = { 2026: 0, 2027: 0 };
  for (const step of [0, 4_500, 2_000]) {
    for (const year of [2026, 2027] as const)
      known[year] += (await books.db.inClient(client, (tx) => indexJournal(tx, year, step))) ?? 0;
    expect(await walk({ q: 'selten', order: 'asc' })).toEqual(rare);
    expect(await walk({ q: 'selten' })).toEqual([...rare].reverse());
    expect(await walk({ q: 'jeder selt', amount: '103', from: '2026-06-01', to: '2027-03-31', order: 'asc' })).toEqual(
      rare.filter((id) => {
        const [year, no] = id.split('-').map(Number) as [number, number];
        const month = 1 + (no % 12);
        return no % 7 === 3 && (year === 2026 ? month >= 6 : month <= 3);
      }),
    );
    expect((await found(client, { q: 'haufig' })).items[0]!.id).toBe('2027-5000');
    expect((await found(client, { q: 'häufig', after: '2026-4200' })).items.slice(0, 1).map(({ id }) => id)).toEqual([
      '2026-4199',
    ]);
    expect(await walk({ q: 'gibtesnicht' })).toEqual([]);
  }
  expect(known).toEqual({ 2026: 5_000, 2027: 5_000 });
  expect(await books.all('select 1 from journal_search where client_id = $1', [client])).toHaveLength(10_000);
});

it('is what the box asks that searches everywhere: all entries, not only the latest', async () => {
  const client = await many();
  const ids = (q: string) =>
    books.db.inClient(client, async (tx) => (await findEntries(tx, q, 3)).map((found) => found.id));
  expect(await ids('SELTEN')).toEqual(['2027-100', '2027-99', '2027-98']);
  expect(await ids('4711')).toEqual(['2027-4711', '2026-4711']);
  expect(await ids('2026-4711')).toEqual(['2026-4711']);
  expect(await ids('nirgends')).toEqual([]);
});

it('takes each entry in once, however many are at it, and tells which years wait', async () => {
  const client = await sampled(0);
  const waiting = async () => (await journalToIndex(books.db)).filter((one) => one.clientId === client);
  expect(await waiting()).toEqual([{ clientId: client, fiscalYear: 2026, waiting: SAMPLES.length }]);
  const taken = await Promise.all(Array.from({ length: 6 }, () => index(client, 2)));
  expect(taken.every((one) => one === null || one <= 2)).toBe(true);
  while ((await index(client, 2)) !== 0);
  expect(await waiting()).toEqual([]);
  const rows = await books.all('select entry_no::int as no from journal_search where client_id = $1 order by 1', [
    client,
  ]);
  expect(rows).toEqual(SAMPLES.map((_, number) => ({ no: number + 1 })));
});

it('cannot be written by the application', async () => {
  const client = await sampled(2);
  for (const sql of [
    'delete from journal_search',
    `update journal_search set words = ''`,
    `insert into journal_search_state values (${client}, 2026, 5)`,
  ])
    await expect(books.asRole('finanz_app', client, sql)).rejects.toMatchObject({ code: '42501' });
});
