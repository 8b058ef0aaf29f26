import type { ClientTx } from '@lib/database';
import { formatEuro, problems } from '@lib/kernel';
import type { DocumentKind, DocumentState } from '../document/document.js';
import { type DocumentRow, ROW_COLUMNS } from '../document/document.store.js';
import { prefixQueries } from './search-words.js';

export const ORDERS = ['received', '-received', 'due', 'discount', 'amount', '-amount', 'step-due'] as const;
export type Order = (typeof ORDERS)[number];

export interface InboxFilter {
  state?: DocumentState[];
  kind?: DocumentKind[];
  /** The workflow's step in which documents wait. */
  step?: string;
  /** Documents that wait for this person. */
  assignee?: string;
  decision?: string;
  /** One alarm, or `any`. */
  alarm?: string;
  supplier?: string;
  department?: string;
  /** Documents of one mail. */
  partOf?: string;
  q?: string;
  /** Days of receipt, in Germany. */
  from?: string;
  to?: string;
  /** Cents. */
  amountFrom?: bigint;
  amountTo?: bigint;
  order: Order;
  limit: number;
  after?: string;
}

/** So many documents are looked through before the index of words is asked. */
const PROBE = 800;

/** Every order ends with the id, so that a page always goes on where the one before ended. */
const ORDER_BY: Record<
  Order,
  { column: string; type: string; descending: boolean; value: (row: DocumentRow) => string | null }
> = {
  received: { column: 'received_at', type: 'timestamptz', descending: false, value: (row) => row.receivedAt },
  '-received': { column: 'received_at', type: 'timestamptz', descending: true, value: (row) => row.receivedAt },
  due: { column: 'due_on', type: 'date', descending: false, value: (row) => row.dueOn },
  discount: { column: 'discount_on', type: 'date', descending: false, value: (row) => row.discountOn },
  amount: { column: 'gross', type: 'bigint', descending: false, value: (row) => row.gross },
  '-amount': { column: 'gross', type: 'bigint', descending: true, value: (row) => row.gross },
  'step-due': { column: 'step_due', type: 'date', descending: false, value: (row) => row.stepDue },
};

export interface InboxPage {
  items: DocumentRow[];
  next: string | null;
}

/**
 * A page of the inbox. Reads through the view `inbox`, which compares the client itself, so that search and filters are answered from
 * indexes. Orders by a day or amount leave out documents that have none.
 */
export async function inboxPage(tx: ClientTx, filter: InboxFilter): Promise<InboxPage> {
  const typed = filter.q?.trim() ?? '';
  if (typed === '') return pageOf(filter, await plainRows(tx, filter));
  const queries = prefixQueries(typed);
  let rows: DocumentRow[] = [];
  for (const query of queries) {
    rows = await foundRows(tx, filter, query);
    // Going on in a list goes on with what its first page was found by.
    if (rows.length > 0) break;
  }
  return pageOf(filter, rows);
}

function pageOf(filter: InboxFilter, rows: DocumentRow[]): InboxPage {
  const items = rows.slice(0, filter.limit);
  const last = rows.length > filter.limit ? items.at(-1)! : undefined;
  const { value } = ORDER_BY[filter.order];
  return {
    items,
    next: last ? Buffer.from(JSON.stringify([value(last), last.id])).toString('base64url') : null,
  };
}

function plainRows(tx: ClientTx, filter: InboxFilter): Promise<DocumentRow[]> {
  const { where, ordered, limit, params } = statementOf(filter);
  return tx.query(`select ${ROW_COLUMNS} from inbox ${where()} ${ordered} limit ${limit}`, params);
}

/**
 * Documents with all these words. A frequent word is found among the first documents of the order at once, a rare one by the index of
 * words; PostgreSQL cannot tell which is which, because it keeps no statistics of beginnings of words.
 */
async function foundRows(tx: ClientTx, filter: InboxFilter, prefixes: string): Promise<DocumentRow[]> {
  const { where, ordered, limit, params, bind } = statementOf(filter);
  const stems = bind(filter.q!.slice(0, 200).replace(/\0/g, ' '));
  const search = `search @@ (plainto_tsquery('german', ${stems}) || to_tsquery('simple', ${bind(prefixes)}))`;
  const first = await tx.query<DocumentRow>(
    `with first as materialized (select * from inbox ${where()} ${ordered} limit ${PROBE})
     select ${ROW_COLUMNS} from first where ${search} ${ordered} limit ${limit}`,
    params,
  );
  if (first.length > filter.limit) return first;
  return tx.query(
    `with hits as materialized (select * from inbox ${where(search)})
     select ${ROW_COLUMNS} from hits ${ordered} limit ${limit}`,
    params,
  );
}

/** The parts of a statement that every list shares. */
function statementOf(filter: InboxFilter) {
  const { conditions, params, bind } = conditionsOf(filter);
  const order = ORDER_BY[filter.order];
  if (!order.column.startsWith('received')) conditions.push(`${order.column} is not null`);
  const [sign, direction] = order.descending ? ['<', 'desc'] : ['>', 'asc'];
  if (filter.after !== undefined) {
    const [value, id] = cursorOf(filter.after);
    conditions.push(`(${order.column}, id) ${sign} (${bind(value)}::${order.type}, ${bind(id)}::uuid)`);
  }
  return {
    where: (...more: string[]): string => {
      const all = [...conditions, ...more];
      return all.length > 0 ? `where ${all.join(' and ')}` : '';
    },
    ordered: `order by ${order.column} ${direction}, id ${direction}`,
    limit: bind(filter.limit + 1),
    params,
    bind,
  };
}

/** How many documents are in which state, over the client's whole inbox: the sum of the changes that the database keeps. */
export async function countsByState(tx: ClientTx): Promise<Partial<Record<DocumentState, number>>> {
  const rows = await tx.query<{ state: DocumentState; n: number }>(
    `select state, sum(change)::int as n from document_count where client_id = $1 group by state having sum(change) <> 0`,
    [tx.clientId],
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

function conditionsOf(filter: InboxFilter): {
  conditions: string[];
  params: unknown[];
  bind: (value: unknown) => string;
} {
  const params: unknown[] = [];
  const conditions: string[] = [];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const equals = (column: string, value: string | undefined): void => {
    if (value !== undefined) conditions.push(`${column} = ${bind(value)}`);
  };
  if (filter.state?.length === 1) equals('state', filter.state[0]);
  else if (filter.state) conditions.push(`state = any (${bind(filter.state)})`);
  if (filter.kind) conditions.push(`kind = any (${bind(filter.kind)})`);
  equals('step', filter.step);
  equals('decision', filter.decision);
  equals('department', filter.department);
  equals('partner_id', filter.supplier);
  equals('part_of', filter.partOf);
  if (filter.assignee !== undefined) conditions.push(`assignees @> array[${bind(filter.assignee)}::uuid]`);
  if (filter.alarm !== undefined) {
    conditions.push(`alarms <> '{}'`);
    if (filter.alarm !== 'any') conditions.push(`${bind(filter.alarm)} = any (alarms)`);
  }
  if (filter.from !== undefined)
    conditions.push(`received_at >= ${bind(filter.from)}::date::timestamp at time zone 'Europe/Berlin'`);
  if (filter.to !== undefined)
    conditions.push(`received_at < (${bind(filter.to)}::date + 1)::timestamp at time zone 'Europe/Berlin'`);
  if (filter.amountFrom !== undefined) conditions.push(`gross >= ${bind(String(filter.amountFrom))}`);
  if (filter.amountTo !== undefined) conditions.push(`gross <= ${bind(String(filter.amountTo))}`);
  return { conditions, params, bind };
}

function cursorOf(after: string): [string, string] {
  try {
    const [value, id] = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as [unknown, unknown];
    if (
      typeof value === 'string' &&
      /^[-0-9T:.Z]{1,40}$/.test(value) &&
      typeof id === 'string' &&
      /^[0-9a-f-]{36}$/.test(id)
    )
      return [value, id];
  } catch {
    // Refused below like every other text that is no cursor.
  }
  throw problems.InvalidField({ reason: 'after' }, '/after');
}

/** What the lists of other documents show of one: number, supplier, amount. */
export async function documentLabels(
  tx: ClientTx,
  ids: readonly string[],
): Promise<Map<string, { number: string; label: string; amount: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{
    id: string;
    number: string;
    supplierName: string;
    invoiceNo: string | null;
    gross: string | null;
    fileName: string;
  }>(
    `select id, number, supplier_name as "supplierName", invoice_no as "invoiceNo", gross, file_name as "fileName"
     from document where client_id = $1 and id = any ($2)`,
    [tx.clientId, ids],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        number: row.number,
        label: [row.supplierName, row.invoiceNo].filter(Boolean).join(' · ') || row.fileName,
        amount: row.gross === null ? null : formatEuro(row.gross),
      },
    ]),
  );
}

/** Documents that point at this one, or that it points at. */
export function relatedDocuments(
  tx: ClientTx,
  id: string,
): Promise<{ id: string; relation: 'duplicate' | 'correction' | 'part' }[]> {
  return tx.query(
    `select id, 'duplicate' as relation from document where client_id = $1 and duplicate_of = $2
     union all select id, 'correction' from document where client_id = $1 and corrects = $2
     union all select id, 'part' from document where client_id = $1 and part_of = $2 limit 200`,
    [tx.clientId, id],
  );
}

/** The documents that hang on an entry. */
export function documentsOfEntry(tx: ClientTx, fiscalYear: number, entryNo: number): Promise<DocumentRow[]> {
  return tx.query<DocumentRow>(
    `select ${ROW_COLUMNS} from document where client_id = $1 and id in (
       select document_id from document_entry where client_id = $1 and fiscal_year = $2 and entry_no = $3) order by number`,
    [tx.clientId, fiscalYear, entryNo],
  );
}

/** Names of the people whom documents wait for. */
export async function namesOf(tx: ClientTx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, display_name as name from user_account where id = any ($1)',
    [wanted],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
