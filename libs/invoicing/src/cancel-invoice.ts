import { randomUUID } from 'node:crypto';
import type { ClientTx } from '@lib/database';
import { type LocalDate, Problem, yearOf } from '@lib/kernel';
import { postReversalWithin, reversalOf } from '@lib/ledger';
import { gather } from './gather.js';
import { evidence, issueInvoice, type Issuer, numbered, order } from './issue-invoice.js';
import {
  correctionsOf,
  insertDraft,
  invoiceOf,
  lockInvoice,
  markCancelled,
  markIssued,
  type StoredInvoice,
} from './invoicing.store.js';
import { makeFiles } from './make-files.js';
import type { OwnInvoice } from './own-invoice.js';
import { invoicingProblems } from './problems.js';
import { told } from './save-draft.js';

export interface CancelWish {
  version: number;
  reason: string;
  /** Default: today. */
  bookingDate?: LocalDate | undefined;
}

/**
 * Takes an issued invoice back with a credit note (381) over the same lines that names it (BG-3). While nothing is paid, its
 * entry is reversed and the claim is gone; once something is, the credit note becomes an open item of its own, set against
 * what is left of the claim. A reversal needs no second person (it orders nothing new), but the permission to decide.
 * @returns the credit note
 * @throws Problem NotFound, VersionConflict, InvoiceNotIssued, InvoiceCancelled, InvoiceCorrected, CreditNoteStays
 */
export async function cancelInvoice(
  tx: ClientTx,
  id: string,
  wish: CancelWish,
  issuer: Issuer,
): Promise<StoredInvoice> {
  const original = await lockInvoice(tx, id, wish.version);
  await requireCancellable(tx, original);
  const content: OwnInvoice = {
    ...original.content,
    kind: 'credit-note',
    corrects: id,
    buyerReference: original.content.buyerReference,
    dueOn: null,
    skonto: [],
    method: 'transfer',
    mandate: null,
    introduction: `Grund: ${wish.reason}`,
    closing: null,
  };
  const creditId = randomUUID();
  const issueDate = issuer.clock.today();
  const bookingDate = wish.bookingDate ?? issueDate;
  const gathered = await gather(tx, content, issueDate);
  await insertDraft(tx, { id: creditId, content, totals: gathered.totals, draftedBy: null, by: issuer.person });

  if (original.openBalance === original.gross) {
    if (gathered.refusals.length > 0) throw new Problem('InvoiceIncomplete', {}, gathered.refusals);
    await order(tx, { id: creditId, partnerId: original.partnerId }, gathered, issuer);
    const { facts, no } = await numbered(tx, gathered);
    const files = await makeFiles(facts, { cancels: true, at: issuer.clock.now(), language: issuer.language });
    const by = { author: issuer.author, idempotencyKey: null };
    const reversal = await reversalOf(
      tx,
      { entryId: original.entryId!, bookingDate, reason: `Storno mit ${facts.number}: ${wish.reason}` },
      by,
    );
    const { entryNo } = await postReversalWithin(tx, { ...reversal, source: 'outgoing-invoice' });
    await markIssued(
      tx,
      creditId,
      {
        ...{ number: facts.number, year: yearOf(issueDate), no, issueDate, bookingDate, dueOn: facts.dueOn },
        ...{ entryYear: reversal.fiscalYear, entryNo, openItem: null, files, facts: evidence(facts) },
      },
      issuer.person,
    );
  } else {
    await issueInvoice(tx, creditId, { version: 1, bookingDate }, issuer, true);
  }
  await markCancelled(tx, id, issuer.person, { by: creditId, reason: wish.reason });
  await told(tx, issuer.person, 'outgoing-invoice.cancel', id, { reason: wish.reason, creditNote: creditId });
  return invoiceOf(tx, creditId);
}

async function requireCancellable(tx: ClientTx, invoice: StoredInvoice): Promise<void> {
  const value = invoice.number;
  if (invoice.state === 'draft') throw invoicingProblems.InvoiceNotIssued();
  if (invoice.state === 'cancelled') throw invoicingProblems.InvoiceCancelled({ value });
  if (invoice.kind === 'credit-note' || BigInt(invoice.gross) <= 0n) throw invoicingProblems.CreditNoteStays();
  const others = await correctionsOf(tx, invoice.id);
  if (others.length > 0) throw invoicingProblems.InvoiceCorrected({ value, other: others.join(', ') });
}
