import { createHash } from 'node:crypto';
import type { ClientTx } from '@lib/database';
import { type Cents, type LocalDate, problems } from '@lib/kernel';
import type { Doer } from '@lib/partners';
import type { InvoiceKind, OwnInvoice, OwnTotals } from './own-invoice.js';
import { invoicingProblems } from './problems.js';

export type InvoiceState = 'draft' | 'issued' | 'cancelled';
export type FileKind = 'ubl' | 'cii' | 'pdf';

/** One own invoice as it is kept. Amounts are whole cents as text. */
export interface StoredInvoice {
  id: string;
  kind: InvoiceKind;
  state: InvoiceState;
  number: string | null;
  partnerId: string;
  partnerNumber: string;
  partnerName: string;
  corrects: string | null;
  correctsNumber: string | null;
  content: OwnInvoice;
  net: string;
  tax: string;
  gross: string;
  issueDate: LocalDate | null;
  bookingDate: LocalDate | null;
  dueOn: LocalDate | null;
  entryId: string | null;
  openItem: string | null;
  openItemNo: string | null;
  openBalance: string | null;
  draftedBy: string | null;
  draftedByName: string;
  draftedAt: string;
  changedByName: string;
  changedAt: string;
  issuedBy: string | null;
  issuedByName: string | null;
  issuedAt: string | null;
  cancelledBy: string | null;
  cancelledByNumber: string | null;
  cancelReason: string | null;
  version: number;
}

const COLUMNS = `i.id, i.kind, i.state, i.number, i.partner_id as "partnerId", p.number as "partnerNumber", p.name as "partnerName",
  i.corrects, (select c.number from outgoing_invoice c where c.client_id = i.client_id and c.id = i.corrects) as "correctsNumber",
  i.content, i.net, i.tax, i.gross, i.issue_date as "issueDate", i.booking_date as "bookingDate", i.due_on as "dueOn",
  i.entry_year || '-' || i.entry_no as "entryId", i.open_item as "openItem", o.no as "openItemNo", o.balance as "openBalance",
  i.drafted_by as "draftedBy", i.drafted_by_name as "draftedByName", i.drafted_at as "draftedAt",
  i.changed_by_name as "changedByName", i.changed_at as "changedAt", i.issued_by as "issuedBy", i.issued_by_name as "issuedByName",
  i.issued_at as "issuedAt", i.cancelled_by as "cancelledBy",
  (select c.number from outgoing_invoice c where c.client_id = i.client_id and c.id = i.cancelled_by) as "cancelledByNumber",
  i.cancel_reason as "cancelReason", i.version`;
const FROM = `from outgoing_invoice i join partner p on p.client_id = i.client_id and p.id = i.partner_id
  left join open_item o on o.client_id = i.client_id and o.id = i.open_item`;

/** @throws Problem NotFound */
export async function invoiceOf(tx: ClientTx, id: string): Promise<StoredInvoice> {
  const [row] = await tx.query<StoredInvoice>(`select ${COLUMNS} ${FROM} where i.client_id = $1 and i.id = $2`, [
    tx.clientId,
    id,
  ]);
  if (!row) throw problems.NotFound();
  return row;
}

/** Holds the invoice until the end of the transaction: who else wants to issue or change it waits. @throws Problem NotFound, VersionConflict */
export async function lockInvoice(tx: ClientTx, id: string, version: number): Promise<StoredInvoice> {
  await lockRow(tx, id);
  const invoice = await invoiceOf(tx, id);
  if (invoice.version !== version) {
    throw problems.VersionConflict({ current: invoice.version, given: version }, '/version');
  }
  return invoice;
}

/** Whoever does something about the same invoice waits until this transaction has ended. */
export async function lockRow(tx: ClientTx, id: string): Promise<void> {
  await tx.query('select 1 from outgoing_invoice where client_id = $1 and id = $2 for no key update', [
    tx.clientId,
    id,
  ]);
}

/** What is left of an issued invoice after its credit notes and corrections; null for a credit note itself. Cents. */
export async function creditableOf(tx: ClientTx, id: string): Promise<bigint | null> {
  const [row] = await tx.query<{ left: string | null }>('select creditable_amount($1, $2) as left', [tx.clientId, id]);
  return row!.left === null ? null : BigInt(row!.left);
}

export interface InvoiceFilter {
  state?: InvoiceState | undefined;
  partner?: string | undefined;
  /** Words of the partner's name, or a number's beginning. */
  q?: string | undefined;
  /** Id of a journal entry. */
  entry?: string | undefined;
  limit: number;
  after?: string | undefined;
}

/** Invoices, the one changed last on top. */
export async function listInvoices(
  tx: ClientTx,
  filter: InvoiceFilter,
): Promise<{ items: StoredInvoice[]; next: string | null }> {
  const params: unknown[] = [tx.clientId];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const where = ['i.client_id = $1'];
  if (filter.state !== undefined) where.push(`i.state = ${bind(filter.state)}`);
  if (filter.partner !== undefined) where.push(`i.partner_id = ${bind(filter.partner)}::uuid`);
  if (filter.entry !== undefined) {
    const [year, no] = filter.entry.split('-');
    where.push(`i.entry_year = ${bind(year)} and i.entry_no = ${bind(no)}`);
  }
  const q = filter.q?.trim() ?? '';
  if (q !== '') {
    const like = q.replace(/[\\%_]/g, '\\$&');
    where.push(
      `(i.number ilike ${bind(`%${like}%`)} or p.name ilike ${bind(`%${like}%`)} or p.number ilike ${bind(`${like}%`)})`,
    );
  }
  if (filter.after !== undefined) {
    const [at, id] = cursorOf(filter.after);
    where.push(`(i.changed_at, i.id) < (${bind(at)}::timestamptz, ${bind(id)}::uuid)`);
  }
  const rows = await tx.query<StoredInvoice>(
    `select ${COLUMNS} ${FROM} where ${where.join(' and ')} order by i.changed_at desc, i.id desc limit ${bind(filter.limit + 1)}`,
    params,
  );
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  return { items, next: rows.length > filter.limit && last ? `${last.changedAt}~${last.id}` : null };
}

const CURSOR = /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z)~([0-9a-f-]{36})$/;

/** @throws Problem InvalidField for a cursor that this list never gave */
function cursorOf(after: string): [string, string] {
  const match = CURSOR.exec(after);
  if (!match) throw problems.InvalidField({ reason: 'after' }, '/after');
  return [match[1]!, match[2]!];
}

export async function insertDraft(
  tx: ClientTx,
  draft: { id: string; content: OwnInvoice; totals: OwnTotals; draftedBy: string | null; by: Doer },
): Promise<void> {
  const { content, totals, by } = draft;
  await tx.query(
    `insert into outgoing_invoice (client_id, id, kind, partner_id, corrects, content, net, tax, gross, drafted_by, drafted_by_name,
       changed_by, changed_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $11)`,
    [
      tx.clientId,
      draft.id,
      content.kind,
      content.partnerId,
      content.corrects,
      JSON.stringify(content),
      ...amounts(totals),
      draft.draftedBy,
      by.displayName,
      by.userId,
    ],
  );
}

const amounts = (totals: OwnTotals): string[] =>
  [totals.net, totals.tax, totals.gross].map((amount: Cents) => amount.toString());

/** Writes a draft anew; the caller holds it. */
export async function updateDraft(
  tx: ClientTx,
  id: string,
  draft: { content: OwnInvoice; totals: OwnTotals; by: Doer },
): Promise<void> {
  const { content, totals, by } = draft;
  await tx.query(
    `update outgoing_invoice set kind = $3, partner_id = $4, corrects = $5, content = $6, net = $7, tax = $8, gross = $9,
       changed_by = $10, changed_by_name = $11, changed_at = clock_timestamp(), version = version + 1
     where client_id = $1 and id = $2`,
    [
      tx.clientId,
      id,
      content.kind,
      content.partnerId,
      content.corrects,
      JSON.stringify(content),
      ...amounts(totals),
      by.userId,
      by.displayName,
    ],
  );
}

/** @throws Problem InvoiceIssued unless it is a draft */
export function requireDraft(invoice: StoredInvoice): void {
  if (invoice.state !== 'draft') throw invoicingProblems.InvoiceIssued({ value: invoice.number });
}

export async function deleteDraft(tx: ClientTx, id: string): Promise<void> {
  await tx.query('delete from outgoing_invoice where client_id = $1 and id = $2', [tx.clientId, id]);
}

export interface Issued {
  number: string;
  year: number;
  no: number;
  issueDate: LocalDate;
  bookingDate: LocalDate;
  dueOn: LocalDate;
  entryYear: number;
  entryNo: number;
  openItem: string | null;
  /** What the invoice was made of, as evidence. */
  facts: object;
  files: Record<FileKind, Uint8Array>;
}

/** Makes the draft an issued invoice with its files; from here on the database lets nothing of it change. */
export async function markIssued(tx: ClientTx, id: string, issued: Issued, by: Doer): Promise<void> {
  await tx.query(
    `update outgoing_invoice set state = 'issued', number = $3, number_year = $4, number_no = $5, issue_date = $6, booking_date = $7,
       due_on = $8, entry_year = $9, entry_no = $10, open_item = $11, facts = $12, issued_by = $13, issued_by_name = $14,
       issued_at = clock_timestamp(), changed_by = $13, changed_by_name = $14, changed_at = clock_timestamp(), version = version + 1
     where client_id = $1 and id = $2`,
    [
      tx.clientId,
      id,
      issued.number,
      issued.year,
      issued.no,
      issued.issueDate,
      issued.bookingDate,
      issued.dueOn,
      issued.entryYear,
      issued.entryNo,
      issued.openItem,
      JSON.stringify(issued.facts),
      by.userId,
      by.displayName,
    ],
  );
  for (const [kind, bytes] of Object.entries(issued.files)) {
    await tx.query(
      'insert into outgoing_invoice_file (client_id, invoice_id, kind, sha256, bytes) values ($1, $2, $3, $4, $5)',
      [tx.clientId, id, kind, createHash('sha256').update(bytes).digest(), Buffer.from(bytes)],
    );
  }
}

export async function markCancelled(
  tx: ClientTx,
  id: string,
  by: Doer,
  cancellation: { by: string; reason: string },
): Promise<void> {
  await tx.query(
    `update outgoing_invoice set state = 'cancelled', cancelled_by = $3, cancel_reason = $4, changed_by = $5, changed_by_name = $6,
       changed_at = clock_timestamp(), version = version + 1
     where client_id = $1 and id = $2`,
    [tx.clientId, id, cancellation.by, cancellation.reason, by.userId, by.displayName],
  );
}

export interface StoredFile {
  kind: FileKind;
  size: number;
  sha256: string;
}

export function filesOf(tx: ClientTx, id: string): Promise<StoredFile[]> {
  return tx.query(
    `select kind, length(bytes) as size, encode(sha256, 'hex') as sha256 from outgoing_invoice_file
     where client_id = $1 and invoice_id = $2 order by array_position(array['pdf', 'ubl', 'cii'], kind)`,
    [tx.clientId, id],
  );
}

/** @throws Problem NotFound */
export async function fileBytes(
  tx: ClientTx,
  id: string,
  kind: FileKind,
): Promise<{ number: string; bytes: Buffer; sha256: string }> {
  const [row] = await tx.query<{ number: string; bytes: Buffer; sha256: string }>(
    `select i.number, f.bytes, encode(f.sha256, 'hex') as sha256
     from outgoing_invoice i join outgoing_invoice_file f on f.client_id = i.client_id and f.invoice_id = i.id
     where i.client_id = $1 and i.id = $2 and f.kind = $3`,
    [tx.clientId, id, kind],
  );
  if (!row) throw problems.NotFound();
  return row;
}

/** Numbers of the issued credit notes and corrections of an invoice. */
export async function correctionsOf(tx: ClientTx, id: string): Promise<string[]> {
  const rows = await tx.query<{ number: string }>(
    `select number from outgoing_invoice where client_id = $1 and corrects = $2 and state <> 'draft' order by number`,
    [tx.clientId, id],
  );
  return rows.map((row) => row.number);
}
