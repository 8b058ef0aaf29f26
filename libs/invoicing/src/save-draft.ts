import { randomUUID } from 'node:crypto';
import { recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { MAX_CENTS, type Problem } from '@lib/kernel';
import { recordCasePartner, recordDuty } from '@lib/open-items';
import { type DoingPerson, partnerOf } from '@lib/partners';
import {
  deleteDraft,
  insertDraft,
  invoiceOf,
  lockInvoice,
  requireDraft,
  type StoredInvoice,
  updateDraft,
} from './invoicing.store.js';
import { type OwnInvoice, type OwnTotals, totalsOf } from './own-invoice.js';
import { invoicingProblems } from './problems.js';

/**
 * Keeps a new draft. Whoever drafts asks for it: they cannot issue it themselves (§ 31 KomHVO NRW).
 * @throws Problem NotFound for an unknown partner, InvoiceTooLarge, OwnMatter
 */
export async function saveDraft(tx: ClientTx, content: OwnInvoice, by: DoingPerson): Promise<StoredInvoice> {
  const id = randomUUID();
  const totals = await checked(tx, content);
  await takePart(tx, id, content.partnerId, by);
  await insertDraft(tx, { id, content, totals, draftedBy: by.userId, by });
  await told(tx, by, 'outgoing-invoice.draft', id);
  return invoiceOf(tx, id);
}

/** @throws Problem NotFound, VersionConflict, InvoiceIssued, InvoiceTooLarge, FourEyes, OwnMatter */
export async function changeDraft(
  tx: ClientTx,
  id: string,
  version: number,
  content: OwnInvoice,
  by: DoingPerson,
): Promise<StoredInvoice> {
  requireDraft(await lockInvoice(tx, id, version));
  const totals = await checked(tx, content);
  await takePart(tx, id, content.partnerId, by);
  await updateDraft(tx, id, { content, totals, by });
  await told(tx, by, 'outgoing-invoice.change', id);
  return invoiceOf(tx, id);
}

/** Throws a draft away; what it held goes to the audit log. @throws Problem NotFound, VersionConflict, InvoiceIssued */
export async function removeDraft(tx: ClientTx, id: string, version: number, by: DoingPerson): Promise<void> {
  const draft = await lockInvoice(tx, id, version);
  requireDraft(draft);
  await deleteDraft(tx, id);
  await told(tx, by, 'outgoing-invoice.delete', id, { content: draft.content });
}

/** Everybody who puts a hand to a draft has asked for it. */
async function takePart(tx: ClientTx, id: string, partnerId: string, by: DoingPerson): Promise<void> {
  await recordCasePartner(tx, id, partnerId);
  await recordDuty(tx, { caseId: id, person: by.userId, duty: 'request' });
}

async function checked(tx: ClientTx, content: OwnInvoice): Promise<OwnTotals> {
  await partnerOf(tx, content.partnerId);
  if (content.corrects !== null) await invoiceOf(tx, content.corrects);
  const totals = totalsOf(content.lines);
  const large = [totals.net, totals.tax, totals.gross, ...totals.lines].some(
    (sum) => sum > MAX_CENTS || sum < -MAX_CENTS,
  );
  if (large) throw invoicingProblems.InvoiceTooLarge({}, '/lines') satisfies Problem;
  return totals;
}

export async function told(
  tx: ClientTx,
  by: DoingPerson,
  action: string,
  id: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { displayName: _, ...actor } = by;
  await recordEvent(tx, {
    by: actor,
    clientId: tx.clientId,
    action,
    resource: `clients/${tx.clientId}/outgoing-invoices/${id}`,
    detail,
  });
}
