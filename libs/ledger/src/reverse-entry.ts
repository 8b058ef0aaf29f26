import type { ClientTx } from '@lib/database';
import { cut, isPlainText, monthOf, problems, yearOf } from '@lib/kernel';
import { fieldProblems } from './field-problems.js';
import { mirrored } from './journal-entry.js';
import { readEntryId } from './journal.queries.js';
import { findEntry } from './ledger.store.js';
import type { Author, Posting } from './posting.js';
import { ledgerProblems } from './problems.js';

export interface ReversalWish {
  entryId: string;
  /** The reversal's own booking date, not before the original's; opening and closing entries keep theirs. */
  bookingDate: string;
  reason: string;
}

/**
 * The posting that takes an entry back: the same lines with the other sign, on a date and with a reason that a person
 * chooses. The original stays as it is. An opening entry is taken back in the opening period.
 * @throws Problem NotFound, NothingToReverse, ReversalBeforeOriginal
 */
export async function reversalOf(
  tx: ClientTx,
  wish: ReversalWish,
  by: { author: Author; idempotencyKey: string | null },
): Promise<Posting> {
  if (!isPlainText(wish.reason)) throw fieldProblems.ControlCharacter({}, '/reason');
  const { fiscalYear, entryNo } = readEntryId(wish.entryId);
  const original = await findEntry(tx, fiscalYear, entryNo);
  if (!original) throw problems.NotFound();
  if (original.kind === 'reversal') throw ledgerProblems.NothingToReverse({ value: wish.entryId });
  // An opening stands where it stood, a closing on the year's last day.
  const edge = original.period === 0 || original.period === 13;
  const edgeDate = original.period === 0 ? original.bookingDate : `${original.fiscalYear}-12-31`;
  const bookingDate = edge ? edgeDate : wish.bookingDate;
  if (bookingDate < original.bookingDate)
    throw ledgerProblems.ReversalBeforeOriginal({ value: wish.entryId, date: original.bookingDate }, '/bookingDate');
  return {
    clientId: tx.clientId,
    fiscalYear: edge ? original.fiscalYear : yearOf(wish.bookingDate),
    period: edge ? original.period : monthOf(wish.bookingDate),
    bookingDate,
    kind: 'reversal',
    text: cut(`Storno ${wish.entryId}: ${original.text}`, 500),
    reference: original.reference,
    lines: mirrored(original.lines),
    author: by.author,
    source: 'api',
    idempotencyKey: by.idempotencyKey,
    scope: 'request',
    reverses: { fiscalYear, entryNo },
    reason: wish.reason,
  };
}
