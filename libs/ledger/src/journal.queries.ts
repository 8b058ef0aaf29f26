import type { FoundEntry } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { formatEuro, problems } from '@lib/kernel';
import type { JournalDto, JournalEntryDto } from './journal-answers.dto.js';
import type { EntryKind, EntryWish } from './journal-entry.js';
import { type EntryPlace, needsSearch, type Page, searchEntries } from './journal-search.queries.js';

export interface EntryFilter {
  fiscalYear?: number;
  from?: string;
  to?: string;
  account?: string;
  product?: string;
  costCentre?: string;
  kind?: string;
  q?: string;
  amount?: string;
  author?: string;
  knownOn?: string;
  order?: 'asc' | 'desc';
  limit: number;
  after?: string;
}

/** `known`: a reversal recorded later does not show. */
const entryColumns = (
  known = '',
): string => `e.fiscal_year || '-' || e.entry_no as id, e.fiscal_year as "fiscalYear", e.entry_no::int as "entryNo", e.period,
  e.booking_date as "bookingDate", e.document_date as "documentDate", e.recorded_at as "recordedAt", e.kind, e.text, e.reference, e.source, e.author, e.author_name as "authorName",
  e.total, e.reverses_year || '-' || e.reverses_no as reverses, e.reason, encode(e.chain_hash, 'hex') as "chainHash",
  (select r.fiscal_year || '-' || r.entry_no from journal_entry r where r.client_id = e.client_id
     and r.reverses_year = e.fiscal_year and r.reverses_no = e.entry_no ${known}) as "reversedBy"`;

const LINE_COLUMNS = `l.line_no as "lineNo", l.account, a.name as "accountName", l.product, p.name as "productName",
  l.cost_centre as "costCentre", l.cash_account as "cashAccount", c.name as "cashAccountName", l.amount, l.text,
  case when l.open_item is not null then (select json_build_object('id', o.id, 'no', o.no) from open_item o
    where o.client_id = l.client_id and o.id = l.open_item) end as "openItem",
  case when l.tax_code is not null then json_build_object('code', l.tax_code, 'rate', l.tax_rate::text,
    'base', (abs(l.tax_base) / 100.0)::numeric(15, 2)::text) end as tax`;

interface EntryRow {
  id: string;
  fiscalYear: number;
  entryNo: number;
  period: number;
  bookingDate: string;
  documentDate: string | null;
  recordedAt: string;
  kind: EntryKind;
  text: string;
  reference: string;
  source: string;
  author: string;
  authorName: string;
  total: string;
  reverses: string | null;
  reversedBy: string | null;
  reason: string;
  chainHash: string;
}

interface LineRow {
  fiscalYear: number;
  entryNo: number;
  lineNo: number;
  account: string;
  accountName: string;
  product: string | null;
  productName: string | null;
  costCentre: string | null;
  cashAccount: string | null;
  cashAccountName: string | null;
  amount: string;
  text: string;
  openItem: { id: string; no: number } | null;
  tax: { code: string; rate: string; base: string } | null;
}

const shownEntry = ({ author, authorName, total, ...entry }: EntryRow, lines: LineRow[]): JournalEntryDto => ({
  ...entry,
  author: { id: author, name: authorName },
  total: formatEuro(total),
  lines: lines.map(({ fiscalYear: _year, entryNo: _no, ...line }) => shownLine(line)),
});

/** A line's signed amount as debit or credit. */
export function shownLine<T extends { amount: string }>({ amount, ...line }: T) {
  const debit = !amount.startsWith('-');
  return { ...line, debit: debit ? formatEuro(amount) : null, credit: debit ? null : formatEuro(amount.slice(1)) };
}

/** Numbers of the open items that an entry's lines name, by id. */
export async function namedItems(
  tx: ClientTx,
  entry: Pick<EntryWish, 'lines'>,
): Promise<Map<string, { id: string; no: number }>> {
  const ids = [...new Set(entry.lines.map((line) => line.openItem).filter(Boolean))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; no: number }>(
    'select id, no::int as no from open_item where client_id = $1 and id = any($2::uuid[])',
    [tx.clientId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Reads an entry's address, `2026-17`. @throws Problem NotFound when it is none */
export function readEntryId(id: string): { fiscalYear: number; entryNo: number } {
  const match = /^(\d{4})-(\d{1,12})$/.exec(id);
  if (!match) throw problems.NotFound();
  return { fiscalYear: Number(match[1]), entryNo: Number(match[2]) };
}

/** The `next` of a page of entries is the address of its last one. */
function readPlace(after: string): { fiscalYear: number; entryNo: number } {
  if (!/^\d{4}-\d{1,12}$/.test(after)) throw problems.InvalidField({ reason: 'after' }, '/after');
  return readEntryId(after);
}

/** One entry with its lines and names. @throws Problem NotFound */
export async function entryById(tx: ClientTx, id: string): Promise<JournalEntryDto> {
  const { fiscalYear, entryNo } = readEntryId(id);
  const [row] = await tx.query<EntryRow>(
    `select ${entryColumns()} from journal_entry e where e.client_id = $1 and e.fiscal_year = $2 and e.entry_no = $3`,
    [tx.clientId, fiscalYear, entryNo],
  );
  if (!row) throw problems.NotFound();
  return (await withLines(tx, [row]))[0]!;
}

/** Entries by number, newest first unless `order` says otherwise, with their lines. */
export async function entries(tx: ClientTx, filter: EntryFilter): Promise<JournalDto> {
  const page = {
    limit: filter.limit + 1,
    after: filter.after ? readPlace(filter.after) : undefined,
    ascending: filter.order === 'asc',
  };
  const places = needsSearch(filter) ? await searchEntries(tx, filter, page) : await placesInOrder(tx, filter, page);
  const wanted = places.slice(0, filter.limit);
  const items = await entriesAt(tx, wanted, filter);
  return { items, next: places.length > filter.limit ? items.at(-1)!.id : null };
}

/** Every entry of the year or of all years, by number. */
function placesInOrder(tx: ClientTx, filter: EntryFilter, { limit, after, ascending }: Page): Promise<EntryPlace[]> {
  const [sign, direction] = ascending ? ['>', 'asc'] : ['<', 'desc'];
  return tx.query<EntryPlace>(
    `select e.fiscal_year as "fiscalYear", e.entry_no::int as "entryNo"
     from (select year, case when $3::timestamptz is null then next_entry_no - 1 else entry_no_known_on($1, year, $3) end as last
       from fiscal_year where client_id = $1 and ($2::int is null or year = $2)) y
     cross join lateral (select fiscal_year, entry_no from journal_entry
       where client_id = $1 and fiscal_year = y.year and entry_no <= y.last
         and ($4::smallint is null or (fiscal_year, entry_no) ${sign} ($4, $5::bigint))
       order by entry_no ${direction} limit $6) e
     order by e.fiscal_year ${direction}, e.entry_no ${direction} limit $6`,
    [
      tx.clientId,
      filter.fiscalYear ?? null,
      filter.knownOn ?? null,
      after?.fiscalYear ?? null,
      after?.entryNo ?? null,
      limit,
    ],
  );
}

/** The entries at these places, in that order. */
async function entriesAt(tx: ClientTx, places: readonly EntryPlace[], filter: EntryFilter): Promise<JournalEntryDto[]> {
  if (places.length === 0) return [];
  const rows = await tx.query<EntryRow>(
    `select ${entryColumns(filter.knownOn && 'and r.recorded_at <= $4')}
     from unnest($2::smallint[], $3::bigint[]) with ordinality w (year, no, place)
     join journal_entry e on e.client_id = $1 and e.fiscal_year = w.year and e.entry_no = w.no order by w.place`,
    [
      tx.clientId,
      places.map((place) => place.fiscalYear),
      places.map((place) => place.entryNo),
      ...(filter.knownOn ? [filter.knownOn] : []),
    ],
  );
  return withLines(tx, rows);
}

async function withLines(tx: ClientTx, rows: EntryRow[]): Promise<JournalEntryDto[]> {
  const lines = await tx.query<LineRow>(
    `select l.fiscal_year as "fiscalYear", l.entry_no::int as "entryNo", ${LINE_COLUMNS}
     from unnest($2::smallint[], $3::bigint[]) as w (year, no)
     join journal_line l on l.client_id = $1 and l.fiscal_year = w.year and l.entry_no = w.no
     join account a on a.client_id = $1 and a.number = l.account
     left join account c on c.client_id = $1 and c.number = l.cash_account
     left join product p on p.client_id = $1 and p.code = l.product
     order by l.fiscal_year, l.entry_no, l.line_no`,
    [tx.clientId, rows.map((row) => row.fiscalYear), rows.map((row) => row.entryNo)],
  );
  const byEntry = new Map<string, LineRow[]>();
  for (const line of lines) {
    const id = `${line.fiscalYear}-${line.entryNo}`;
    const known = byEntry.get(id);
    if (known) known.push(line);
    else byEntry.set(id, [line]);
  }
  return rows.map((row) => shownEntry(row, byEntry.get(row.id) ?? []));
}

const FOUND = `fiscal_year || '-' || entry_no as id, text, booking_date as "bookingDate", reference`;

/** Entries for the box that searches everywhere: by number in every year, the newest first, and by words and references. */
export async function findEntries(tx: ClientTx, query: string, limit: number): Promise<FoundEntry[]> {
  const numbered = /^(?:(\d{4})-)?(\d{1,9})$/.exec(query.trim());
  const byNumber = numbered
    ? await tx.query<FoundEntry>(
        `select ${FOUND} from journal_entry where client_id = $1 and entry_no = $3
           and fiscal_year in (select year from fiscal_year where client_id = $1 and ($2::int is null or year = $2))
         order by fiscal_year desc limit $4`,
        [tx.clientId, numbered[1] ?? null, numbered[2], limit],
      )
    : [];
  // Year and number name one entry; other digits may be part of a reference, too.
  if (numbered?.[1]) return byNumber;
  const places = await searchEntries(tx, { q: query }, { limit, ascending: false });
  const byText = await tx.query<FoundEntry>(
    `select ${FOUND} from unnest($2::smallint[], $3::bigint[]) w (year, no)
     join journal_entry on client_id = $1 and fiscal_year = w.year and entry_no = w.no order by fiscal_year desc, entry_no desc`,
    [tx.clientId, places.map(({ fiscalYear }) => fiscalYear), places.map(({ entryNo }) => entryNo)],
  );
  return [...new Map([...byNumber, ...byText].map((entry) => [entry.id, entry])).values()].slice(0, limit);
}
