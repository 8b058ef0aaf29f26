import type { ClientTx } from '@lib/database';

export interface ExportedLine {
  entryNo: string;
  lineNo: number;
  account: string;
  product: string | null;
  costCentre: string | null;
  cashAccount: string | null;
  /** Whole cents, debit positive. */
  amount: string;
  text: string;
  /** Id of the open item that the line moves, or null. */
  openItem: string | null;
  /** Key, percent and base (whole cents with the line's sign) of the tax that the line states, or null. */
  taxCode: string | null;
  taxRate: string | null;
  taxBase: string | null;
}

export interface ExportedEntry {
  fiscalYear: number;
  entryNo: string;
  period: number;
  bookingDate: string;
  /** Date of the voucher, or null. */
  documentDate: string | null;
  recordedAt: string;
  kind: string;
  text: string;
  reference: string;
  source: string;
  /** Whose key it is. */
  scope: string;
  idempotencyKey: string | null;
  author: string;
  authorName: string;
  /** `2025-17` or ''. */
  reverses: string;
  reason: string;
  chainHash: string;
  lines: ExportedLine[];
}

/** Few enough that memory stays flat, enough that the round trips do not count. */
const PAGE = 2000;

/** The fiscal years of a client with their last numbers and chain heads. */
export function yearsOf(tx: ClientTx, fiscalYear?: number) {
  return tx.query<{ year: number; startsOn: string; endsOn: string; entries: string; head: string }>(
    `select year, starts_on as "startsOn", ends_on as "endsOn", next_entry_no - 1 as entries, encode(head, 'hex') as head
     from fiscal_year where client_id = $1 and ($2::int is null or year = $2) order by year`,
    [tx.clientId, fiscalYear ?? null],
  );
}

/** Every entry of the years with its lines, by number, in pages. */
export async function* journalPages(tx: ClientTx, fiscalYear?: number): AsyncGenerator<ExportedEntry[]> {
  for (const { year, entries } of await yearsOf(tx, fiscalYear)) {
    for (let from = 1; from <= Number(entries); from += PAGE) {
      const range = [tx.clientId, year, from, Math.min(from + PAGE - 1, Number(entries))];
      const page = await tx.query<ExportedEntry>(
        `select fiscal_year as "fiscalYear", entry_no as "entryNo", period, booking_date as "bookingDate",
           document_date as "documentDate", idempotency_scope as scope,
           to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt", kind, text, reference, source,
           idempotency_key as "idempotencyKey", author, author_name as "authorName",
           coalesce(reverses_year || '-' || reverses_no, '') as reverses, reason, encode(chain_hash, 'hex') as "chainHash"
         from journal_entry where client_id = $1 and fiscal_year = $2 and entry_no between $3 and $4 order by entry_no`,
        range,
      );
      const lines = await tx.query<ExportedLine>(
        `select entry_no as "entryNo", line_no as "lineNo", account, product, cost_centre as "costCentre",
           cash_account as "cashAccount", amount, text, open_item as "openItem",
           tax_code as "taxCode", tax_rate as "taxRate", tax_base as "taxBase"
         from journal_line where client_id = $1 and fiscal_year = $2 and entry_no between $3 and $4 order by entry_no, line_no`,
        range,
      );
      let at = 0;
      for (const entry of page) {
        const own: ExportedLine[] = [];
        while (at < lines.length && lines[at]!.entryNo === entry.entryNo) own.push(lines[at++]!);
        entry.lines = own;
      }
      yield page;
    }
  }
}

export interface ExportedAccount {
  number: string;
  name: string;
  kind: string;
  /** Whether any line of the journal names it. */
  used: boolean;
}

/** The client's chart; `used` tells which accounts the journal names. */
export function chartRows(tx: ClientTx): Promise<ExportedAccount[]> {
  return tx.query(
    `select a.number, a.name, a.kind, exists (select from account_balance b where b.client_id = a.client_id and b.account = a.number) as used
     from account a where a.client_id = $1 order by a.number collate "C"`,
    [tx.clientId],
  );
}
