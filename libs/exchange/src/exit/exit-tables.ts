import type { Tx } from '@lib/database';

/** How the rows of a table come into another installation. */
export type Way =
  /** As they are. */
  | 'copied'
  /** By a way of their own, see `take-in.ts`. */
  | 'staged'
  /** Not at all: they are made there anew, and what they were is compared. */
  | 'compared'
  /** Not at all: they stay in the package as evidence. */
  | 'evidence';

export interface ExitTable {
  name: string;
  way: Way;
  /** Before the journal is posted, because entries need it, or after it, because it names entries. */
  when: 'before' | 'after';
  /** Columns that cannot be the same elsewhere: they are in the package where they are evidence, and never compared. */
  ownOnly?: readonly string[];
  /** Columns with the bytes of files, which lie beside the tables under their fingerprints (column `sha256`). */
  bytes?: string;
}

const before = (name: string, more: Partial<ExitTable> = {}): ExitTable => ({
  name,
  way: 'copied',
  when: 'before',
  ...more,
});
const after = (name: string, more: Partial<ExitTable> = {}): ExitTable => ({
  name,
  way: 'copied',
  when: 'after',
  ...more,
});

/** Every table of a client, each after those that it points at. A test holds the list against the catalogue of tables. */
export const EXIT_TABLES: readonly ExitTable[] = [
  before('client_setting'),
  before('account', { way: 'staged' }),
  before('product', { way: 'staged' }),
  before('cost_centre', { way: 'staged' }),
  // The template's keys come into being with the client.
  before('tax_key', { ownOnly: ['decided_at'] }),
  before('client_bank_account'),
  before('fiscal_year', { way: 'staged', ownOnly: ['head', 'last_recorded_at', 'trusted_until'] }),
  before('period', { way: 'staged' }),
  before('counter'),
  before('partner'),
  before('partner_address'),
  before('partner_change'),
  before('partner_bank_account', { way: 'staged' }),
  before('open_item', { way: 'staged' }),
  before('mandate'),
  before('open_item_share'),
  before('open_item_origin'),
  before('open_item_tax'),
  before('open_item_change'),
  // Posted anew, and afterwards the same in everything but when, how and into which chain.
  before('journal_entry', { way: 'compared', ownOnly: ['recorded_at', 'source', 'content_hash', 'chain_hash'] }),
  before('journal_line', { way: 'compared' }),
  before('account_balance', { way: 'compared' }),
  before('product_balance', { way: 'compared' }),
  after('period_decision'),
  after('draft'),
  after('entry_template'),
  after('standing_entry'),
  after('accrual_line'),
  after('tax_line'),
  after('department'),
  after('route'),
  after('content', { ownOnly: ['store'] }),
  // The first version comes into being with the client.
  after('workflow', { ownOnly: ['decided_at'] }),
  after('responsibility'),
  after('document_counter'),
  after('document'),
  after('document_identity'),
  after('document_file'),
  after('document_event'),
  after('document_entry'),
  after('document_letter'),
  after('document_batch'),
  after('document_batch_file'),
  after('document_case'),
  after('document_share'),
  after('case_duty'),
  after('case_partner'),
  after('document_task'),
  after('contract'),
  after('contract_document'),
  after('standing_order'),
  after('standing_order_document'),
  after('outgoing_invoice', { way: 'staged' }),
  after('outgoing_invoice_file', { way: 'staged', bytes: 'bytes' }),
  after('own_matter'),
  // What the installation itself proved, signed or worked off.
  after('content_chunk', { way: 'evidence', bytes: 'bytes' }),
  after('seal', { way: 'evidence' }),
  after('seal_letter', { way: 'evidence' }),
  after('voucher_chain', { way: 'evidence' }),
  after('voucher_log', { way: 'evidence' }),
  after('content_check', { way: 'evidence' }),
  after('ledger_proof', { way: 'evidence' }),
  after('import_job', { way: 'evidence' }),
  after('import_chunk', { way: 'evidence', bytes: 'content' }),
  // Kept up by the database from the tables above.
  after('document_count', { way: 'evidence' }),
  after('journal_search_state', { way: 'evidence' }),
  after('journal_search', { way: 'evidence' }),
  after('client_origin', { way: 'evidence' }),
  after('journal_origin', { way: 'evidence' }),
];

/**
 * Tables whose rows are not in the package: pieces of files that lie in it whole or passed through on their way in, and what
 * the database works out anew.
 */
const WITHOUT_ROWS = new Set([
  'content_chunk',
  'import_chunk',
  'document_count',
  'journal_search_state',
  'journal_search',
]);
export const hasRows = (table: ExitTable): boolean => !WITHOUT_ROWS.has(table.name);

interface Columns {
  /** What a row is written with, in their order. */
  all: string[];
  key: string[];
}

/** The columns of a table that are kept and not computed by the database, and its key without the client. */
export async function columnsOf(tx: Tx, table: ExitTable): Promise<Columns> {
  const columns = await tx.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
       and attidentity = '' and attname <> 'client_id' and attname is distinct from $2 order by attnum`,
    [table.name, table.bytes ?? null],
  );
  const key = await tx.query<{ name: string }>(
    `select a.attname as name from pg_index i, unnest(i.indkey) with ordinality k (no, place)
       join pg_attribute a on a.attrelid = $1::regclass and a.attnum = k.no
     where i.indrelid = $1::regclass and i.indisprimary and a.attname <> 'client_id' order by k.place`,
    [table.name],
  );
  return { all: columns.map((one) => one.name), key: key.map((one) => one.name) };
}

/** Rows fetched at a time. */
const PAGE = 2000;

/**
 * The rows of a table as JSON, in the order of its key, in pages. Rows that only the database numbers (histories) are in the order in
 * which they were written.
 * @param compared without the columns that cannot be the same elsewhere
 */
export async function* rowsOf(
  tx: Tx & { clientId: number },
  table: ExitTable,
  compared: boolean,
): AsyncGenerator<string[]> {
  const { all, key } = await columnsOf(tx, table);
  const left = new Set(compared ? (table.ownOnly ?? []) : []);
  const shown = all.filter((column) => !left.has(column));
  const cursor = `exit_${table.name}`;
  await tx.query(`declare ${cursor} no scroll cursor for select row_to_json(r)::text as line from (
    select ${shown.map((column) => `t.${column}`).join(', ')} from ${table.name} t where t.client_id = ${Math.trunc(tx.clientId)}
    order by ${key.map((column) => `t.${column}`).join(', ') || '1'}) r`);
  try {
    for (;;) {
      const page = await tx.query<{ line: string }>(`fetch ${PAGE} from ${cursor}`);
      if (page.length === 0) return;
      yield page.map(({ line }) => line);
    }
  } finally {
    await tx.query(`close ${cursor}`).catch(() => undefined);
  }
}
