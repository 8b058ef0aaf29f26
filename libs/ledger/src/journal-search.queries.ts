import { type ClientTx, together } from '@lib/database';

/** What entries are looked for by. Everything that is named must fit; account, product and cost centre on one and the same line. */
export interface SearchFilter {
  fiscalYear?: number | undefined;
  /** Booking dates. */
  from?: string | undefined;
  to?: string | undefined;
  /** Account or cash-flow account. */
  account?: string | undefined;
  /** With everything below it. */
  product?: string | undefined;
  costCentre?: string | undefined;
  kind?: string | undefined;
  author?: string | undefined;
  /** Cents. */
  amount?: string | undefined;
  /** Parts of the texts or the reference, in any order; or an entry's number. */
  q?: string | undefined;
  knownOn?: string | undefined;
}

export interface EntryPlace {
  fiscalYear: number;
  entryNo: number;
}

/** Entries in one block of the search; see `journal_content`. */
const BLOCK = 4096;
/** Blocks that are asked at once; growing, because most searches end in the first. */
const MOST_BLOCKS = 32;
/** More hits than this in several blocks are not sorted: fewer blocks are asked instead. */
const MOST_HITS = 2000;

interface Year {
  year: number;
  /** The last number that counts. */
  last: number;
  /** The last number that the search knows. */
  indexed: number;
  /** Terms of which a booking date must meet one; null where every date of the year will do. */
  days: string[] | null;
}

/** What entries must fulfil. */
interface Question {
  /** Of each list one term. */
  terms: string[][];
  /** For each typed word its patterns, of which one must fit. */
  patterns: string[][];
}

interface Pace {
  ascending: boolean;
  /** Blocks that are asked at once: more as long as little is found, from year to year. */
  blocks: number;
}

interface Range {
  from: number;
  to: number;
}

/** Whether the filter names anything but the year, so that a search is needed; without it the journal's own order answers. */
export const needsSearch = (filter: SearchFilter): boolean =>
  [
    filter.from,
    filter.to,
    filter.account,
    filter.product,
    filter.costCentre,
    filter.kind,
    filter.author,
    filter.amount,
    filter.q,
  ].some((wish) => wish !== undefined && wish !== '');

export interface Page {
  limit: number;
  /** Where the page before ended. */
  after?: EntryPlace | undefined;
  ascending: boolean;
}

/**
 * The first entries by number that fit. Goes through the years block by block from the end that is wanted first, so that a word in a million
 * entries costs no more than one in none; what the search does not know yet is read from the journal itself.
 */
export async function searchEntries(tx: ClientTx, filter: SearchFilter, page: Page): Promise<EntryPlace[]> {
  const [years, question] = await together([yearsOf(tx, filter), readQuestion(tx, filter)]);
  const numbered = await entryNumbered(tx, years, question, filter.q);
  if (filter.q?.trim() && question.patterns.length === 0) return numbered;
  const found: EntryPlace[] = [];
  const pace = { ascending: page.ascending, blocks: 1 };
  for (const year of page.ascending ? years : years.reverse()) {
    if (found.length >= page.limit) break;
    const more = await searchYear(tx, year, question, rangeOf(year, page), page.limit - found.length, pace);
    found.push(...more);
  }
  return merged(found, numbered, page);
}

/** The client's years that may hold something, with how far they are known, the earliest first. */
function yearsOf(tx: ClientTx, filter: SearchFilter): Promise<Year[]> {
  const first = `greatest(f.starts_on, $2::date)`;
  const last = `least(f.ends_on, $3::date)`;
  return tx.query<Year>(
    `select f.year, coalesce(s.indexed_to, 0)::int as indexed,
       (case when $4::timestamptz is null then f.next_entry_no - 1 else entry_no_known_on(f.client_id, f.year, $4) end)::int as last,
       case when (${first}, ${last}) <> (f.starts_on, f.ends_on) then array_to_json(journal_day_terms(${first}, ${last})::text[]) end as days
     from fiscal_year f left join journal_search_state s on s.client_id = f.client_id and s.fiscal_year = f.year
     where f.client_id = $1 and f.next_entry_no > 1 and ${first} <= ${last} and ($5::int is null or f.year = $5) order by f.year`,
    [tx.clientId, filter.from || null, filter.to || null, filter.knownOn ?? null, filter.fiscalYear ?? null],
  );
}

/**
 * What was asked for in the search's own words. Terms and patterns are made by the database, so that both sides of a comparison always are.
 * A typed word may fit by each of its patterns.
 */
async function readQuestion(tx: ClientTx, filter: SearchFilter): Promise<Question> {
  const parameters: unknown[] = [tx.clientId, wordsOf(filter.q)];
  const bind = (value: unknown): string => `$${parameters.push(value)}::text`;
  const lists: string[] = [];
  const named = (name: string, value: string | undefined): void => {
    if (value) lists.push(`array[journal_term('${name}', ${bind(value)})]`);
  };
  named('kind', filter.kind);
  named('author', filter.author);
  named('total', filter.amount);
  const line = [filter.account, filter.product, filter.costCentre].map((one) => one || null);
  if (line.some((one) => one !== null)) {
    const [account, product, centre] = line.map(bind);
    lists.push(`array(with recursive below (code) as (select ${product} union
        select p.code from below b join product p on p.client_id = $1 and p.parent = b.code)
      select journal_line_term(${account}, code, ${centre}) from below)`);
  }
  const [row] = await tx.query<Question>(
    `select array_to_json(array[${lists.map((list) => `array_to_string(${list}, ',')`).join(', ')}]::text[]) as terms,
       coalesce((select json_agg(search_patterns(word)) from unnest($2::text[]) word), '[]') as patterns
     from client where id = $1`,
    parameters,
  );
  return { patterns: row!.patterns, terms: (row!.terms as unknown as string[]).map((list) => list.split(',')) };
}

/** Words as they were typed, parted by blanks; NUL, which no text holds, parts them, too. */
const wordsOf = (typed: string | undefined): string[] => (typed ?? '').split(/[\s\0]+/).filter((word) => word !== '');

/** An entry that was typed by its number, `2026-17`, if it fits in all else. */
async function entryNumbered(tx: ClientTx, years: Year[], question: Question, typed = ''): Promise<EntryPlace[]> {
  const [, year, no] = /^(\d{4})-(\d{1,9})$/.exec(typed.trim()) ?? [];
  const known = years.find((one) => one.year === Number(year));
  const range = { from: Number(no), to: Math.min(Number(no), known?.last ?? 0) };
  return known ? searchYear(tx, known, { ...question, patterns: [] }, range, 1, { ascending: true, blocks: 1 }) : [];
}

/** Both in order, each once, as far as the page goes. */
function merged(found: EntryPlace[], numbered: EntryPlace[], page: Page): EntryPlace[] {
  const [extra] = numbered.filter((one) => !found.some((other) => comparePlaces(one, other) === 0));
  if (!extra || !isBehind(extra, page)) return found;
  const sign = page.ascending ? 1 : -1;
  return [...found, extra].sort((a, b) => sign * comparePlaces(a, b)).slice(0, page.limit);
}

const comparePlaces = (a: EntryPlace, b: EntryPlace): number => a.fiscalYear - b.fiscalYear || a.entryNo - b.entryNo;

const isBehind = (place: EntryPlace, { after, ascending }: Page): boolean =>
  after === undefined || comparePlaces(place, after) * (ascending ? 1 : -1) > 0;

/** The numbers of a year that belong to the page and those behind it. */
function rangeOf({ year, last }: Year, { after, ascending }: Page): Range {
  if (after === undefined || (ascending ? year > after.fiscalYear : year < after.fiscalYear))
    return { from: 1, to: last };
  if (year !== after.fiscalYear) return { from: 1, to: 0 };
  return ascending ? { from: after.entryNo + 1, to: last } : { from: 1, to: Math.min(last, after.entryNo - 1) };
}

async function searchYear(
  tx: ClientTx,
  { year, indexed, days }: Year,
  question: Question,
  range: Range,
  limit: number,
  pace: Pace,
): Promise<EntryPlace[]> {
  const asked = days ? { ...question, terms: [...question.terms, days] } : question;
  const kept = { from: range.from, to: Math.min(range.to, indexed) };
  const rest = { from: Math.max(range.from, indexed + 1), to: range.to };
  const found: number[] = [];
  const steps = [
    () => searchRest(tx, year, asked, rest, limit - found.length, pace),
    () => searchKept(tx, year, asked, kept, limit - found.length, pace),
  ];
  for (const step of pace.ascending ? steps.reverse() : steps) if (found.length < limit) found.push(...(await step()));
  return found.map((entryNo) => ({ fiscalYear: year, entryNo }));
}

const byNumber =
  (ascending: boolean) =>
  (a: number, b: number): number =>
    ascending ? a - b : b - a;

/** What the search does not know yet: the journal's entries themselves, as the search would know them. */
async function searchRest(
  tx: ClientTx,
  year: number,
  question: Question,
  range: Range,
  limit: number,
  pace: Pace,
): Promise<number[]> {
  const found: number[] = [];
  for (let { from, to } = range; from <= to && found.length < limit;) {
    const piece = pace.ascending
      ? { from, to: Math.min(to, from + BLOCK - 1) }
      : { from: Math.max(from, to - BLOCK + 1), to };
    const { conditions, parameters, bind } = conditionsOf(question);
    const rows = await tx.query<{ no: number }>(
      `select entry_no::int as no from journal_content(${bind(tx.clientId)}, ${bind(year)}::smallint, ${bind(piece.from)}, ${bind(piece.to)})
       ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
       order by entry_no ${pace.ascending ? 'asc' : 'desc'} limit ${bind(limit - found.length)}`,
      parameters,
    );
    found.push(...rows.map(({ no }) => no));
    if (pace.ascending) from = piece.to + 1;
    else to = piece.from - 1;
  }
  return found;
}

/**
 * What the search knows, some blocks at a time. Several blocks are asked without an order; where too much of them fits to sort it, it is tried
 * with fewer.
 */
async function searchKept(
  tx: ClientTx,
  year: number,
  question: Question,
  range: Range,
  limit: number,
  pace: Pace,
): Promise<number[]> {
  const found: number[] = [];
  let [first, last] = [Math.floor((range.from - 1) / BLOCK), Math.floor((range.to - 1) / BLOCK)];
  // Whatever began or ended with a year shows in its first block.
  for (let blocks = 1; range.from <= range.to && first <= last && found.length < limit; blocks = pace.blocks) {
    const [low, high] = pace.ascending
      ? [first, Math.min(last, first + blocks - 1)]
      : [Math.max(first, last - blocks + 1), last];
    const most = low === high ? BLOCK : Math.max(MOST_HITS, limit);
    const numbers = await blocksOf(tx, year, question, range, [low, high], most);
    if (low < high && numbers.length > most) {
      pace.blocks = Math.ceil((high - low + 1) / 8);
      continue;
    }
    found.push(...numbers.sort(byNumber(pace.ascending)).slice(0, limit - found.length));
    if (pace.ascending) first = high + 1;
    else last = low - 1;
    pace.blocks = Math.min(pace.blocks * (numbers.length === 0 ? 4 : 2), MOST_BLOCKS);
  }
  return found;
}

async function blocksOf(
  tx: ClientTx,
  year: number,
  question: Question,
  range: Range,
  [low, high]: [number, number],
  most: number,
): Promise<number[]> {
  const { conditions, parameters, bind } = conditionsOf(question);
  const blocks = `array(select journal_term('block', ${bind(tx.clientId)}::int || ' ' || ${bind(year)}::int || ' ' || block)
    from generate_series(${bind(low)}::int, ${bind(high)}::int) block)`;
  // The sum keeps the numbers from being looked up by the key: the index of contents knows the blocks.
  const rows = await tx.query<{ no: number }>(
    `select entry_no::int as no from journal_found where terms && ${blocks} and ${[...conditions, `entry_no + 0 between ${bind(range.from)} and ${bind(range.to)}`].join(' and ')}
     limit ${bind(most + 1)}`,
    parameters,
  );
  return rows.map(({ no }) => no);
}

function conditionsOf({ terms, patterns }: Question) {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const single = terms.filter((list) => list.length === 1).flat();
  const conditions = terms.filter((list) => list.length !== 1).map((list) => `terms && ${bind(list)}::bigint[]`);
  if (single.length > 0) conditions.unshift(`terms @> ${bind(single)}::bigint[]`);
  for (const some of patterns) conditions.push(`(${some.map((one) => `words like ${bind(one)}`).join(' or ')})`);
  return { conditions, parameters, bind };
}
