import type { ClientTx, Database } from '@lib/database';
import { Problem, type FieldRefusal } from '@lib/kernel';
import { checkEntry } from './journal-entry.js';
import { loadBook } from './ledger.store.js';
import { ledgerProblems } from './problems.js';
import { clocksDiffer, isPosted, postWithin, type Posting, type PostingAnswer } from './posting.js';
import type { PostingQueue } from './posting-queue.js';

/** Thrown words for everything a reading or a rule refuses: 400 when it is unreadable, 422 when the books refuse it. */
export function refused(refusals: readonly FieldRefusal[], unreadable = false): Problem {
  if (unreadable) return new Problem('Invalid', {}, refusals);
  const [only] = refusals;
  if (refusals.length === 1 && only) return new Problem(only.code, only.params, refusals);
  return new Problem('EntryRefused', {}, refusals);
}

/**
 * Posts one entry through the queue. Resolves when it is durable.
 * @throws Problem naming field and rule; nothing was written then
 */
export async function postEntry(database: Database, queue: PostingQueue, posting: Posting): Promise<PostingAnswer> {
  const answer = await queue.post(posting);
  if (isPosted(answer)) return answer;
  throw await database.inClient(posting.clientId, (tx) => explain(tx, posting, answer));
}

/**
 * Posts one entry inside a larger transaction.
 * @throws Problem naming field and rule; the caller's transaction must then be rolled back
 */
export async function postEntryWithin(tx: ClientTx, posting: Posting): Promise<PostingAnswer> {
  const [answer] = await postWithin(tx, [posting]).catch((error: { code?: string }) => {
    if (clocksDiffer(error)) throw ledgerProblems.ClocksDiffer();
    throw error.code === LOCK_NOT_AVAILABLE ? ledgerProblems.LedgerBusy() : error;
  });
  if (isPosted(answer!)) return answer!;
  throw await explain(tx, posting, answer!);
}

const LOCK_NOT_AVAILABLE = '55P03';
const OF_THE_ENTRY = new Set([
  'KeyReused',
  'AlreadyReversed',
  'NothingToReverse',
  'NotAMirror',
  'ReversalBeforeOriginal',
  'ClockBehind',
]);

/** The database refused; the same rules in TypeScript say where and why, in full. */
export async function explain(tx: ClientTx, posting: Posting, answer: PostingAnswer): Promise<Error> {
  if (answer.outcome === 'Busy') return ledgerProblems.LedgerBusy();
  if (OF_THE_ENTRY.has(answer.outcome)) {
    const value = posting.reverses ? `${posting.reverses.fiscalYear}-${posting.reverses.entryNo}` : null;
    return new Problem(answer.outcome, { value });
  }
  const refusals = checkEntry(posting, await loadBook(tx, posting), posting.author);
  if (refusals.length > 0) return refused(refusals);
  const pointer = answer.lineNo > 0 ? `/lines/${answer.lineNo - 1}` : '/lines';
  return new Problem('EntryRefused', {}, [{ pointer, code: answer.outcome, params: {} }]);
}
