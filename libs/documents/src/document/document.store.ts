import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import { partnerProblems } from '@lib/partners';
import type { Alarm, Channel, DocumentFileKind, DocumentKind, DocumentState, NumberClass } from './document.js';

/** Somebody who does something with a document; `id` null: the software itself. */
export interface Person {
  id: string | null;
  name: string;
}

/** What the house itself is called in a history. */
export const SYSTEM_PERSON: Person = { id: null, name: 'System' };

/** A line of the inbox. Amounts are cents as text. */
export interface DocumentRow {
  id: string;
  number: string;
  kind: DocumentKind;
  state: DocumentState;
  channel: Channel;
  fileName: string;
  fileKind: DocumentFileKind;
  receivedAt: string;
  receivedByName: string;
  sender: string;
  partOf: string | null;
  department: string | null;
  partnerId: string | null;
  supplierName: string;
  invoiceNo: string | null;
  issueDate: string | null;
  dueOn: string | null;
  discountOn: string | null;
  currency: string | null;
  net: string | null;
  tax: string | null;
  gross: string | null;
  payable: string | null;
  decision: string | null;
  legalClass: string | null;
  errors: number;
  warnings: number;
  alarms: Alarm[];
  duplicateOf: string | null;
  corrects: string | null;
  step: string | null;
  stepSince: string | null;
  stepDue: string | null;
  assignees: string[];
  /** The posting text of its coding. */
  text: string | null;
  version: number;
}

/** Everything about one document but its bytes. */
export interface Document extends DocumentRow {
  clientId: number;
  sha256: Buffer | null;
  receivedBy: string | null;
  supplierKey: string | null;
  invoiceNoKey: string | null;
  serviceFrom: string | null;
  serviceTo: string | null;
  buyerReference: string | null;
  orderReference: string | null;
  contractReference: string | null;
  paymentMeans: string | null;
  iban: string | null;
  pages: number;
  invoice: unknown;
  findings: StoredFinding[];
  suggestions: Record<string, unknown>;
  edition: string | null;
  recognisedBy: string | null;
  acceptedAt: string | null;
  acceptedBy: string | null;
  acceptedByName: string | null;
  acceptedReason: string | null;
  coding: unknown;
  retentionClass: 'voucher' | 'letter' | 'book' | 'permanent';
  retentionStartsOn: string | null;
  deletableFrom: string | null;
  legalHold: boolean;
  legalHoldReason: string;
}

/** A finding as it was stored with the document: in both languages, for whoever reads it later. */
export interface StoredFinding {
  id: string;
  severity: 'fatal' | 'error' | 'warning' | 'information';
  message: { de: string; en: string };
  /** What to do about it; null where the message says enough. */
  hint: { de: string; en: string } | null;
  terms: string[];
  where: string | null;
  /** A rule of EN 16931 or XRechnung; otherwise a check of our own. */
  official: boolean;
}

export const ROW_COLUMNS = `id, number, kind, state, channel, file_name as "fileName", file_kind as "fileKind", received_at as "receivedAt",
  received_by_name as "receivedByName", sender, part_of as "partOf", department, partner_id as "partnerId",
  supplier_name as "supplierName", invoice_no as "invoiceNo", issue_date as "issueDate", due_on as "dueOn", discount_on as "discountOn",
  currency, net, tax, gross, payable, decision, legal_class as "legalClass", errors, warnings, alarms, duplicate_of as "duplicateOf",
  corrects, step, step_since as "stepSince", step_due as "stepDue", assignees, coding ->> 'text' as text,
  version`;

const COLUMNS = `${ROW_COLUMNS}, client_id as "clientId", sha256, received_by as "receivedBy", supplier_key as "supplierKey",
  invoice_no_key as "invoiceNoKey", service_from as "serviceFrom", service_to as "serviceTo", buyer_reference as "buyerReference",
  order_reference as "orderReference", contract_reference as "contractReference", payment_means as "paymentMeans", iban, pages, invoice,
  findings, suggestions, edition, recognised_by as "recognisedBy", accepted_at as "acceptedAt", accepted_by as "acceptedBy",
  accepted_by_name as "acceptedByName", accepted_reason as "acceptedReason", coding, retention_class as "retentionClass",
  retention_starts_on as "retentionStartsOn", deletable_from as "deletableFrom", legal_hold as "legalHold",
  legal_hold_reason as "legalHoldReason"`;

/** What a document is created with; what is left out has the database's default. */
export interface NewDocument {
  id: string;
  number: string;
  kind: DocumentKind;
  state: DocumentState;
  channel: Channel;
  fileName: string;
  fileKind: DocumentFileKind;
  sha256: Buffer | null;
  receivedAt: string;
  receivedBy: Person;
  sender?: string;
  partOf?: string | null;
  department?: string | null;
  partnerId?: string | null;
  supplierName?: string;
  supplierKey?: string | null;
  invoiceNo?: string | null;
  invoiceNoKey?: string | null;
  issueDate?: string | null;
  serviceFrom?: string | null;
  serviceTo?: string | null;
  dueOn?: string | null;
  discountOn?: string | null;
  currency?: string | null;
  net?: bigint | null;
  tax?: bigint | null;
  gross?: bigint | null;
  payable?: bigint | null;
  buyerReference?: string | null;
  orderReference?: string | null;
  contractReference?: string | null;
  paymentMeans?: string | null;
  iban?: string | null;
  invoice?: unknown;
  body?: string;
  words?: SearchWords;
  pages?: number;
  decision?: string | null;
  legalClass?: string | null;
  edition?: string | null;
  errors?: number;
  warnings?: number;
  findings?: readonly StoredFinding[];
  suggestions?: Record<string, unknown>;
  alarms?: readonly Alarm[];
  recognisedBy?: string | null;
  duplicateOf?: string | null;
  corrects?: string | null;
  coding?: unknown;
}

/** What is searched: as German words (with their stems) and folded, for beginnings of words and numbers. */
export interface SearchWords {
  text: string;
  folded: string;
}

/** JSON that the database stores: values quoted from a file may hold NUL and halves of characters. */
export const storable = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : JSON.stringify(value, (_, item: unknown) =>
        typeof item === 'string' ? item.replace(/[\0\p{Surrogate}]/gu, '�') : item,
      );

const cents = (value: bigint | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/** Writes a document. Number and bytes are kept apart by keys of the database. @throws Problem PartnerUnknown */
export async function insertDocument(tx: ClientTx, document: NewDocument): Promise<void> {
  const columns: [string, unknown][] = [
    ['client_id', tx.clientId],
    ['id', document.id],
    ['number', document.number],
    ['kind', document.kind],
    ['state', document.state],
    ['channel', document.channel],
    ['file_name', document.fileName],
    ['file_kind', document.fileKind],
    ['sha256', document.sha256],
    ['received_at', document.receivedAt],
    ['received_by', document.receivedBy.id],
    ['received_by_name', document.receivedBy.name],
    ['sender', document.sender ?? ''],
    ['part_of', document.partOf ?? null],
    ['department', document.department ?? null],
    ['partner_id', document.partnerId ?? null],
    ['supplier_name', document.supplierName ?? ''],
    ['supplier_key', document.supplierKey ?? null],
    ['invoice_no', document.invoiceNo ?? null],
    ['invoice_no_key', document.invoiceNoKey ?? null],
    ['issue_date', document.issueDate ?? null],
    ['service_from', document.serviceFrom ?? null],
    ['service_to', document.serviceTo ?? null],
    ['due_on', document.dueOn ?? null],
    ['discount_on', document.discountOn ?? null],
    ['currency', document.currency ?? null],
    ['net', cents(document.net)],
    ['tax', cents(document.tax)],
    ['gross', cents(document.gross)],
    ['payable', cents(document.payable)],
    ['buyer_reference', document.buyerReference ?? null],
    ['order_reference', document.orderReference ?? null],
    ['contract_reference', document.contractReference ?? null],
    ['payment_means', document.paymentMeans ?? null],
    ['iban', document.iban ?? null],
    ['invoice', storable(document.invoice)],
    ['body', document.body ?? ''],
    ['pages', document.pages ?? 0],
    ['decision', document.decision ?? null],
    ['legal_class', document.legalClass ?? null],
    ['edition', document.edition ?? null],
    ['errors', document.errors ?? 0],
    ['warnings', document.warnings ?? 0],
    ['findings', storable(document.findings ?? [])],
    ['suggestions', storable(document.suggestions ?? {})],
    ['alarms', document.alarms ?? []],
    ['recognised_by', document.recognisedBy ?? null],
    ['duplicate_of', document.duplicateOf ?? null],
    ['corrects', document.corrects ?? null],
    ['coding', storable(document.coding)],
  ];
  const words = document.words ?? { text: '', folded: '' };
  const n = columns.length;
  try {
    await tx.query(
      `insert into document (${columns.map(([name]) => name).join(', ')}, search)
       values (${columns.map((_, index) => `$${index + 1}`).join(', ')}, ${searchVector(n + 1, n + 2)})`,
      [...columns.map(([, value]) => value), words.text, words.folded],
    );
  } catch (error) {
    throw namedPartner(error);
  }
}

/** A key to no partner of the client is the one that a person can give. */
function namedPartner(error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23503' && constraint?.includes('partner') ? partnerProblems.PartnerUnknown({}, '/partnerId') : error;
}

/** The search vector of two parameters: German stems, and folded words as they are. */
export const searchVector = (text: number, folded: number): string =>
  `to_tsvector('german', $${text}) || to_tsvector('simple', $${folded})`;

export async function findDocument(tx: ClientTx, id: string): Promise<Document | undefined> {
  const [document] = await tx.query<Document>(`select ${COLUMNS} from document where client_id = $1 and id = $2`, [
    tx.clientId,
    id,
  ]);
  return document;
}

/**
 * The document, locked until the transaction ends: whoever decides about it decides about what they see.
 * @throws Problem NotFound, VersionConflict when `version` is given and another is stored
 */
export async function lockDocument(tx: ClientTx, id: string, version?: number): Promise<Document> {
  const [document] = await tx.query<Document>(
    // Weaker than "for update": who writes a document that points at this one need not wait.
    `select ${COLUMNS} from document where client_id = $1 and id = $2 for no key update`,
    [tx.clientId, id],
  );
  if (!document) throw problems.NotFound();
  if (version !== undefined && document.version !== version)
    throw problems.VersionConflict({ current: document.version, given: version }, '/version');
  return document;
}

/** Columns that {@link changeDocument} may write, by the names of the code. */
const CHANGEABLE = {
  kind: 'kind',
  state: 'state',
  department: 'department',
  partnerId: 'partner_id',
  supplierName: 'supplier_name',
  supplierKey: 'supplier_key',
  invoiceNo: 'invoice_no',
  invoiceNoKey: 'invoice_no_key',
  issueDate: 'issue_date',
  serviceFrom: 'service_from',
  serviceTo: 'service_to',
  dueOn: 'due_on',
  discountOn: 'discount_on',
  currency: 'currency',
  net: 'net',
  tax: 'tax',
  gross: 'gross',
  payable: 'payable',
  orderReference: 'order_reference',
  contractReference: 'contract_reference',
  paymentMeans: 'payment_means',
  iban: 'iban',
  alarms: 'alarms',
  recognisedBy: 'recognised_by',
  duplicateOf: 'duplicate_of',
  corrects: 'corrects',
  acceptedAt: 'accepted_at',
  acceptedBy: 'accepted_by',
  acceptedByName: 'accepted_by_name',
  acceptedReason: 'accepted_reason',
  step: 'step',
  stepSince: 'step_since',
  stepDue: 'step_due',
  assignees: 'assignees',
  retentionClass: 'retention_class',
  retentionStartsOn: 'retention_starts_on',
  deletableFrom: 'deletable_from',
  legalHold: 'legal_hold',
  legalHoldReason: 'legal_hold_reason',
} as const;
export type DocumentChange = Partial<
  Record<keyof typeof CHANGEABLE, string | number | boolean | bigint | null | readonly string[]>
>;

/** Writes the named fields of a document that the transaction has locked and counts its version up. Answers the new version. */
export async function changeDocument(
  tx: ClientTx,
  id: string,
  change: DocumentChange,
  words?: SearchWords,
): Promise<number> {
  const fields = Object.entries(change).filter(([, value]) => value !== undefined) as [
    keyof typeof CHANGEABLE,
    unknown,
  ][];
  const params: unknown[] = [tx.clientId, id];
  const sets = fields.map(([name, value]) => {
    params.push(typeof value === 'bigint' ? String(value) : value);
    return `${CHANGEABLE[name]} = $${params.length}`;
  });
  if (words) {
    params.push(words.text, words.folded);
    sets.push(`search = ${searchVector(params.length - 1, params.length)}`);
  }
  const [row] = await tx.query<{ version: number }>(
    `update document set ${[...sets, 'version = version + 1'].join(', ')} where client_id = $1 and id = $2 returning version`,
    params,
  );
  if (!row) throw problems.NotFound();
  return row.version;
}

/** The words of a document besides what its file says, for writing the search vector anew. */
export async function bodyOf(tx: ClientTx, id: string): Promise<string> {
  const [row] = await tx.query<{ body: string }>('select body from document where client_id = $1 and id = $2', [
    tx.clientId,
    id,
  ]);
  return row?.body ?? '';
}

/** Draws the next number of the year, `E-2026-000123`. */
export async function drawNumber(tx: ClientTx, year: number): Promise<string> {
  const draw = (): Promise<{ no: string }[]> =>
    tx.query(
      'update document_counter set next_no = next_no + 1 where client_id = $1 and year = $2 returning next_no - 1 as no',
      [tx.clientId, year],
    );
  let [row] = await draw();
  if (!row) {
    await lockNumbers(tx, year); // the year's first
    [row] = await draw();
  }
  return numberOf(year, row!.no);
}

const numberOf = (year: number, no: string): string => `E-${year}-${no.padStart(6, '0')}`;

/**
 * Makes the client's other new documents of the year wait until this transaction ends: what is looked up from here on about duplicates
 * still holds when a document is written. Answers the number that {@link drawNumber} will draw.
 */
export async function lockNumbers(tx: ClientTx, year: number): Promise<string> {
  const lock = (): Promise<{ no: string }[]> =>
    tx.query('select next_no as no from document_counter where client_id = $1 and year = $2 for update', [
      tx.clientId,
      year,
    ]);
  let [row] = await lock();
  if (!row) {
    await openNumbers(tx, year);
    [row] = await lock();
  }
  return numberOf(year, row!.no);
}

/** Makes sure that the year has numbers, so that {@link lockNumbers} finds them at once. */
export async function openNumbers(tx: ClientTx, year: number): Promise<void> {
  await tx.query('insert into document_counter (client_id, year) values ($1, $2) on conflict do nothing', [
    tx.clientId,
    year,
  ]);
}

export interface DocumentEvent {
  documentId: string;
  by: Person;
  /** Lower-case words with hyphens: `received`, `accepted`, `rejected`, `comment` … */
  kind: string;
  note?: string;
  detail?: Record<string, unknown>;
  /** Default: the instant of the database. */
  at?: Date;
}

/** Adds to a document's history. Nothing in it is ever changed or removed. */
export async function recordDocumentEvent(tx: ClientTx, event: DocumentEvent): Promise<StoredEvent> {
  const [row] = await tx.query<StoredEvent>(
    `insert into document_event (client_id, document_id, by, by_name, kind, note, detail, at)
     values ($1, $2, $3, $4, $5, $6, $7, coalesce($8::timestamptz, clock_timestamp())) returning id, at, by, by_name as "byName", kind, note, detail`,
    [
      tx.clientId,
      event.documentId,
      event.by.id,
      event.by.name,
      event.kind,
      event.note ?? '',
      storable(event.detail ?? {}),
      event.at ?? null,
    ],
  );
  return row!;
}

export interface StoredEvent {
  id: string;
  at: string;
  by: string | null;
  byName: string;
  kind: string;
  note: string;
  detail: Record<string, unknown>;
}

/** The history, oldest first. */
export function documentEvents(tx: ClientTx, documentId: string): Promise<StoredEvent[]> {
  return tx.query(
    `select id, at, by, by_name as "byName", kind, note, detail from document_event where client_id = $1 and document_id = $2 order by id`,
    [tx.clientId, documentId],
  );
}

export interface DocumentFile {
  fileNo: number;
  role: 'original' | 'invoice-xml' | 'attachment';
  name: string;
  mime: string;
  size: string | null;
  /** null: the file lies inside the original. */
  sha256: Buffer | null;
  /** Its number among the files inside the original. */
  innerNo: number | null;
}

export function documentFiles(tx: ClientTx, documentId: string): Promise<DocumentFile[]> {
  return tx.query(
    `select file_no as "fileNo", role, name, mime, size, sha256, inner_no as "innerNo" from document_file
     where client_id = $1 and document_id = $2 order by file_no`,
    [tx.clientId, documentId],
  );
}

/** The document that was made of these very bytes, if there is one. */
export async function documentOfContent(
  tx: ClientTx,
  sha256: Buffer,
): Promise<{ id: string; number: string } | undefined> {
  const [row] = await tx.query<{ id: string; number: string }>(
    'select id, number from document where client_id = $1 and sha256 = $2',
    [tx.clientId, sha256],
  );
  return row;
}

/** The document that holds an invoice number under one of the keys. */
export async function holderOfNumber(
  tx: ClientTx,
  sellers: readonly string[],
  numberKey: string,
  numberClass: NumberClass,
): Promise<{ id: string; number: string; seller: string } | undefined> {
  const [row] = await tx.query<{ id: string; number: string; seller: string }>(
    `select i.document_id as id, d.number, i.seller from document_identity i
     join document d on d.client_id = i.client_id and d.id = i.document_id
     where i.client_id = $1 and i.seller = any ($2) and i.invoice_no_key = $3 and i.class = $4
     order by array_position($2, i.seller) limit 1`,
    [tx.clientId, sellers, numberKey, numberClass],
  );
  return row;
}

/** Takes an invoice number for a document. The database refuses (23505) when somebody holds it already. */
export async function holdNumber(
  tx: ClientTx,
  documentId: string,
  sellers: readonly string[],
  numberKey: string,
  numberClass: NumberClass,
): Promise<void> {
  if (sellers.length === 0) return;
  const params: unknown[] = [tx.clientId, numberKey, numberClass, documentId];
  const rows = sellers.map((seller) => `($1, $${params.push(seller)}, $2, $3, $4)`);
  await tx.query(
    `insert into document_identity (client_id, seller, invoice_no_key, class, document_id) values ${rows.join(', ')}`,
    params,
  );
}

/**
 * Writes down what belongs to a new document: its files, the number that it holds, and its receipt. One statement, because every file that
 * comes in needs it.
 */
export async function insertBelongings(
  tx: ClientTx,
  event: DocumentEvent,
  files: readonly (Omit<DocumentFile, 'size'> & { size: number | null })[],
  number: { sellers: readonly string[]; key: string; class: NumberClass } | null,
): Promise<void> {
  const params: unknown[] = [
    tx.clientId,
    event.documentId,
    event.by.id,
    event.by.name,
    event.kind,
    event.note ?? '',
    storable(event.detail ?? {}),
  ];
  const bind = (value: unknown, type: string): string => `$${params.push(value)}::${type}`;
  const rows = files.map(
    (file) =>
      `($1::int, $2::uuid, ${bind(file.fileNo, 'int')}, ${bind(file.role, 'text')}, ${bind(file.name, 'text')}, ${bind(file.mime, 'text')},
        ${bind(file.size, 'bigint')}, ${bind(file.sha256, 'bytea')}, ${bind(file.innerNo, 'int')})`,
  );
  const held =
    number === null || number.sellers.length === 0
      ? ''
      : `, held as (insert into document_identity (client_id, seller, invoice_no_key, class, document_id) values ${number.sellers
          .map(
            (seller) =>
              `($1::int, ${bind(seller, 'text')}, ${bind(number.key, 'text')}, ${bind(number.class, 'text')}, $2::uuid)`,
          )
          .join(', ')})`;
  await tx.query(
    `with files as (
       insert into document_file (client_id, document_id, file_no, role, name, mime, size, sha256, inner_no) values ${rows.join(', ')})${held}
     insert into document_event (client_id, document_id, by, by_name, kind, note, detail)
     values ($1::int, $2::uuid, $3::uuid, $4, $5, $6, $7::jsonb)`,
    params,
  );
}

/** Gives an invoice number back: the document was rejected, or turned out to be a duplicate or something else. */
export async function releaseNumber(tx: ClientTx, documentId: string): Promise<void> {
  await tx.query('delete from document_identity where client_id = $1 and document_id = $2', [tx.clientId, documentId]);
}

/** Hangs a document on an entry, for ever. */
export async function linkEntry(
  tx: ClientTx,
  documentId: string,
  entry: { fiscalYear: number; entryNo: number },
): Promise<void> {
  await tx.query(
    'insert into document_entry (client_id, document_id, fiscal_year, entry_no) values ($1, $2, $3, $4) on conflict do nothing',
    [tx.clientId, documentId, entry.fiscalYear, entry.entryNo],
  );
}

/** The entries that a document hangs on. */
export async function entriesOf(tx: ClientTx, documentId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select fiscal_year || '-' || entry_no as id from document_entry where client_id = $1 and document_id = $2
     order by fiscal_year, entry_no`,
    [tx.clientId, documentId],
  );
  return rows.map((row) => row.id);
}
