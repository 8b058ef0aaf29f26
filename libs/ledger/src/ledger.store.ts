import type { ClientTx } from '@lib/database';
import type { Book, BookAccount, BookItem, BookYear, EntryWish, Line, LineTax, Rights } from './journal-entry.js';

/** What an author may do today beyond ordinary posting, as the posting function asks it. */
export async function rightsOf(tx: ClientTx, authorId: string): Promise<Rights> {
  const [rights] = await tx.query<Rights>(
    `select may_at($1, $2, 'periods:manage') as privileged, may_at($1, $2, 'journal:close') as closes`,
    [tx.clientId, authorId],
  );
  return rights!;
}

/** Loads from the client's books just what an entry is held against. */
export async function loadBook(tx: ClientTx, entry: Pick<EntryWish, 'lines' | 'fiscalYear' | 'period'>): Promise<Book> {
  const accounts = [...new Set(entry.lines.flatMap((line) => [line.account, line.cashAccount]).filter(Boolean))];
  const products = [...new Set(entry.lines.map((line) => line.product).filter(Boolean))];
  const centres = [...new Set(entry.lines.map((line) => line.costCentre).filter(Boolean))];
  return book(
    await tx.query(`${ACCOUNTS} and number = any($2)`, [tx.clientId, accounts]),
    await tx.query(`${PRODUCTS} and code = any($2)`, [tx.clientId, products]),
    await tx.query(`${CENTRES} and code = any($2)`, [tx.clientId, centres]),
    await tx.query(`${PERIODS} and fiscal_year = $2 and period = $3`, [tx.clientId, entry.fiscalYear, entry.period]),
    await tx.query(`${YEARS} where y.client_id = $1 and y.year = $2`, [tx.clientId, entry.fiscalYear]),
    await tx.query(`${OPENED} and fiscal_year = $2 and account = any($3) group by 1, 2`, [
      tx.clientId,
      entry.fiscalYear,
      accounts,
    ]),
    await itemsOf(tx, [entry]),
  );
}

/** The open items that the lines of entries name. Without any the database is not asked. */
async function itemsOf(tx: ClientTx, entries: readonly Pick<EntryWish, 'lines'>[]): Promise<ItemRow[]> {
  const ids = [...new Set(entries.flatMap((entry) => entry.lines.map((line) => line.openItem)).filter(Boolean))];
  if (ids.length === 0) return [];
  return tx.query<ItemRow>(`${ITEMS} and id = any($2::uuid[])`, [tx.clientId, ids]);
}

/** The same books with the open items that further entries name, as they stand now. */
export async function withOpenItems(
  tx: ClientTx,
  known: Book,
  entries: readonly Pick<EntryWish, 'lines'>[],
): Promise<Book> {
  const items = byId(await itemsOf(tx, entries));
  return items.size === 0 ? known : { ...known, openItem: (id) => items.get(id) };
}

/** Loads the client's whole chart, products, cost centres and periods, for runs over many entries; open items by {@link withOpenItems}. */
export async function loadWholeBook(tx: ClientTx): Promise<Book> {
  return book(
    await tx.query(ACCOUNTS, [tx.clientId]),
    await tx.query(PRODUCTS, [tx.clientId]),
    await tx.query(CENTRES, [tx.clientId]),
    await tx.query(PERIODS, [tx.clientId]),
    await tx.query(`${YEARS} where y.client_id = $1`, [tx.clientId]),
    await tx.query(`${OPENED} group by 1, 2`, [tx.clientId]),
  );
}

const YEARS = `select y.year, y.starts_on as "startsOn", y.ends_on as "endsOn", y.opened_on as "openedOn",
    exists (select from fiscal_year b where b.client_id = y.client_id and b.year < y.year and b.next_entry_no > 1) as "carriedOver",
    exists (select from fiscal_year l where l.client_id = y.client_id and l.year > y.year and l.opened_on is not null) as "openedLater",
    exists (select from account_balance b where b.client_id = y.client_id and b.fiscal_year = y.year and b.period > 0) as moved
  from fiscal_year y`;
const OPENED = `select fiscal_year as year, account, sum(debit - credit)::text as amount from account_balance
  where client_id = $1 and period = 0`;
const ACCOUNTS = `select number, name, kind, postable, locked, liquid, product_required as "productRequired",
  statement_line as "statementLine", control from account where client_id = $1`;
const PRODUCTS = `select code, postable, locked from product where client_id = $1`;
const CENTRES = `select code, locked from cost_centre where client_id = $1`;
const PERIODS = `select fiscal_year as year, period, state, starts_on as "startsOn", ends_on as "endsOn" from period where client_id = $1`;
const ITEMS = 'select id, no, account, amount, balance, state from open_item where client_id = $1';

type ItemRow = Omit<BookItem, 'no' | 'amount' | 'balance'> & {
  id: string;
  no: string;
  amount: string;
  balance: string;
};

const byId = (items: readonly ItemRow[]): Map<string, BookItem> =>
  new Map(
    items.map(({ id, no, amount, balance, ...item }) => [
      id,
      { ...item, no: Number(no), amount: BigInt(amount), balance: BigInt(balance) },
    ]),
  );

interface PeriodRow {
  year: number;
  period: number;
  state: string;
  startsOn: string;
  endsOn: string;
}

function book(
  accounts: BookAccount[],
  products: { code: string; postable: boolean; locked: boolean }[],
  centres: { code: string; locked: boolean }[],
  periods: PeriodRow[],
  years: (BookYear & { year: number })[],
  opened: { year: number; account: string; amount: string }[],
  items: ItemRow[] = [],
): Book {
  const byNumber = new Map(accounts.map((account) => [account.number, account]));
  const byProduct = new Map(products.map((product) => [product.code, product]));
  const byCentre = new Map(centres.map((centre) => [centre.code, centre]));
  const byItem = byId(items);
  const byYear = new Map(years.map((year) => [year.year, year]));
  const openedBy = new Map(opened.map((one) => [`${one.year}/${one.account}`, BigInt(one.amount)]));
  const byPeriod = new Map(periods.map((period) => [`${period.year}/${period.period}`, period]));
  return {
    account: (number) => byNumber.get(number),
    product: (code) => byProduct.get(code),
    costCentre: (code) => byCentre.get(code),
    period: (year, period) => byPeriod.get(`${year}/${period}`),
    year: (year) => byYear.get(year),
    opened: (year, account) => openedBy.get(`${year}/${account}`) ?? 0n,
    openItem: (id) => byItem.get(id),
  };
}

export interface StoredEntry {
  fiscalYear: number;
  entryNo: number;
  period: number;
  bookingDate: string;
  documentDate: string | null;
  recordedAt: string;
  kind: string;
  text: string;
  reference: string;
  reversedBy: string | null;
  lines: Line[];
}

/** One entry with its lines as they were posted, or undefined. */
export async function findEntry(tx: ClientTx, fiscalYear: number, entryNo: number): Promise<StoredEntry | undefined> {
  const [entry] = await tx.query<Omit<StoredEntry, 'lines'>>(
    `select fiscal_year as "fiscalYear", entry_no::int as "entryNo", period, booking_date as "bookingDate",
       document_date as "documentDate", recorded_at as "recordedAt", kind, text, reference,
       (select r.fiscal_year || '-' || r.entry_no from journal_entry r where r.client_id = e.client_id
         and r.reverses_year = e.fiscal_year and r.reverses_no = e.entry_no) as "reversedBy"
     from journal_entry e where client_id = $1 and fiscal_year = $2 and entry_no = $3`,
    [tx.clientId, fiscalYear, entryNo],
  );
  if (!entry) return undefined;
  const lines = await tx.query<
    Omit<Line, 'amount' | 'tax'> & { amount: string; tax: (Omit<LineTax, 'base'> & { base: string }) | null }
  >(
    `select account, product, cost_centre as "costCentre", cash_account as "cashAccount", amount, text, open_item as "openItem",
       case when tax_code is not null then json_build_object('code', tax_code, 'rate', tax_rate::text, 'base', tax_base::text) end as tax
     from journal_line where client_id = $1 and fiscal_year = $2 and entry_no = $3 order by line_no`,
    [tx.clientId, fiscalYear, entryNo],
  );
  return {
    ...entry,
    lines: lines.map(({ tax, ...line }) => ({
      ...line,
      amount: BigInt(line.amount),
      ...(tax && { tax: { ...tax, base: BigInt(tax.base) } }),
    })),
  };
}
