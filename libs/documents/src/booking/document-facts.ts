import type { ClientTx } from '@lib/database';
import type { Cents } from '@lib/kernel';
import { lockPlansOf, type StoredPlan } from '@lib/ledger';
import type { DocumentAmounts } from '../coding/coding.js';
import { centsOfText } from '../coding/stored-invoice.js';
import type { Document } from '../document/document.store.js';

/** A credit note's amounts are positive and mean money back. */
export const isMoneyBack = (document: Pick<Document, 'kind'>): boolean => document.kind === 'credit-note';

const cents = (text: string | null): Cents | null => (text === null ? null : BigInt(text));

/**
 * What a document says is payable and was paid before; null while nothing is known. What lies between gross and payable and
 * is no prepayment is rounding (BT-114) and part of the cost.
 */
export function amountsOf(document: Pick<Document, 'gross' | 'payable' | 'tax' | 'invoice'>): DocumentAmounts | null {
  const gross = cents(document.gross);
  const payable = cents(document.payable) ?? gross;
  if (payable === null) return null;
  const totals = (document.invoice as { totals?: { prepaid?: unknown } } | null)?.totals;
  const prepaid = totals ? (centsOfText(totals.prepaid) ?? 0n) : (gross ?? payable) - payable;
  return { payable, prepaid, tax: cents(document.tax) };
}

export interface BookedLine {
  account: string;
  product: string | null;
  costCentre: string | null;
  amount: Cents;
}

/**
 * What a document's entries, and the plans that dissolve what they deferred, have moved on accounts other than control accounts
 * up to now; what was reversed is not among it.
 */
export async function bookedLines(tx: ClientTx, documentId: string): Promise<BookedLine[]> {
  const rows = await tx.query<Omit<BookedLine, 'amount'> & { amount: string }>(
    `select l.account, l.product, l.cost_centre as "costCentre", sum(l.amount) as amount
     from (select fiscal_year, entry_no from document_entry where client_id = $1 and document_id = $2
       union select a.fiscal_year, a.entry_no from document_entry d
         join standing_entry s on s.client_id = d.client_id and s.origin_year = d.fiscal_year and s.origin_no = d.entry_no
         join accrual_line a on a.client_id = s.client_id and a.plan_id = s.id
         where d.client_id = $1 and d.document_id = $2) e
     join journal_line l on l.client_id = $1 and l.fiscal_year = e.fiscal_year and l.entry_no = e.entry_no
     where l.open_item is null
     group by 1, 2, 3 having sum(l.amount) <> 0 order by 1, 2 nulls first, 3 nulls first`,
    [tx.clientId, documentId],
  );
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** The plans that dissolve what a document deferred and have something left of it, locked until the transaction ends. */
export async function plansOfDocument(tx: ClientTx, documentId: string): Promise<StoredPlan[]> {
  const entries = await tx.query<{ fiscalYear: number; entryNo: string }>(
    'select fiscal_year as "fiscalYear", entry_no as "entryNo" from document_entry where client_id = $1 and document_id = $2',
    [tx.clientId, documentId],
  );
  const plans = await lockPlansOf(
    tx,
    entries.map((entry) => ({ ...entry, entryNo: Number(entry.entryNo) })),
  );
  return plans.filter((plan) => plan.state !== 'ended' && plan.accrualAccount !== null);
}

/**
 * What posted documents other than this one have cleared of earlier invoices, with the whole amount of each: an invoice is
 * cleared once. What was taken out of the books clears nothing any more.
 */
export async function clearedElsewhere(
  tx: ClientTx,
  documentId: string,
  earlier: readonly string[],
): Promise<Map<string, { cleared: Cents; gross: Cents }>> {
  if (earlier.length === 0) return new Map();
  const rows = await tx.query<{ id: string; cleared: string; gross: string }>(
    `select e.id, cleared_amount($1, e.id, $3) as cleared, coded_amount($1, e.id) as gross from unnest($2::uuid[]) e (id)`,
    [tx.clientId, earlier, documentId],
  );
  return new Map(rows.map((row) => [row.id, { cleared: BigInt(row.cleared), gross: BigInt(row.gross) }]));
}

/** The number of another posted document that already stands in the place of this one's original; null when there is none. */
export async function replacedBy(tx: ClientTx, documentId: string, original: string): Promise<string | null> {
  const [row] = await tx.query<{ number: string }>(
    `select number from document where client_id = $1 and corrects = $2 and id <> $3 and state = 'posted'
       and coding ->> 'correction' = 'replacement' limit 1`,
    [tx.clientId, original, documentId],
  );
  return row?.number ?? null;
}

export interface ItemOfDocument {
  id: string;
  no: number;
  account: string;
  partnerId: string;
  documentId: string | null;
  reference: string;
  amount: Cents;
  balance: Cents;
  state: string;
}

const ITEM = `id, no::int as no, account, partner_id as "partnerId", document_id as "documentId", reference, amount, balance, state`;
const withCents = (
  rows: (Omit<ItemOfDocument, 'amount' | 'balance'> & { amount: string; balance: string })[],
): ItemOfDocument[] => rows.map((row) => ({ ...row, amount: BigInt(row.amount), balance: BigInt(row.balance) }));

/** The open items that a document raised. */
export async function itemsOfDocument(tx: ClientTx, documentId: string): Promise<ItemOfDocument[]> {
  return withCents(
    await tx.query(`select ${ITEM} from open_item where client_id = $1 and document_id = $2 order by no`, [
      tx.clientId,
      documentId,
    ]),
  );
}

/** Open items by their ids; those of others are missing. */
export async function itemsByIds(tx: ClientTx, ids: readonly string[]): Promise<Map<string, ItemOfDocument>> {
  if (ids.length === 0) return new Map();
  const rows = withCents(
    await tx.query(`select ${ITEM} from open_item where client_id = $1 and id = any ($2::uuid[])`, [tx.clientId, ids]),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is still owed to a partner. */
export async function openLiabilities(tx: ClientTx, partnerId: string): Promise<ItemOfDocument[]> {
  return withCents(
    await tx.query(
      `select ${ITEM} from open_item where client_id = $1 and partner_id = $2 and kind = 'liability' and state = 'open' and amount < 0
       order by no desc limit 200`,
      [tx.clientId, partnerId],
    ),
  );
}
