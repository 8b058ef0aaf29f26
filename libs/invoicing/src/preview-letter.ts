import type { ClientTx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import { gather } from './gather.js';
import { invoiceOf, requireDraft } from './invoicing.store.js';
import { letterOf } from './make-files.js';
import { printDraft } from './print-letter.js';

/**
 * The letter of a draft as it would go out on a day, without a number and marked. Rendered by what it answers, so that no
 * transaction is held open meanwhile.
 * @throws Problem NotFound, InvoiceIssued
 */
export async function previewLetter(tx: ClientTx, id: string, day: LocalDate): Promise<() => Promise<Buffer>> {
  const draft = await invoiceOf(tx, id);
  requireDraft(draft);
  const { facts } = await gather(tx, draft.content, day);
  return async () => printDraft(await letterOf({ ...facts, number: 'ENTWURF' }, false));
}
