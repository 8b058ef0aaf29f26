import type { ClientTx, Database } from '@lib/database';
import { cut, monthOf, yearOf } from '@lib/kernel';
import { dissolutionsOf, lockPlansOf, planStandingOn, standOn, type StoredPlan } from './accruals.store.js';
import type { Line } from './journal-entry.js';
import { postEntry, postEntryWithin } from './post-entry.js';
import type { Author, Posting, PostingAnswer } from './posting.js';
import type { PostingQueue } from './posting-queue.js';
import { ledgerProblems } from './problems.js';
import { reversalOf } from './reverse-entry.js';

/**
 * Posts a reversal. What the entry set going is undone with it: a plan that dissolves what it deferred ends, and what was
 * dissolved already is taken back in the same transaction.
 * @throws Problem DissolutionOfPlan, and what the books refuse
 */
export async function postReversal(database: Database, queue: PostingQueue, reversal: Posting): Promise<PostingAnswer> {
  const touches = await database.inClient(reversal.clientId, (tx) => touchesPlans(tx, reversal));
  if (!touches) return postEntry(database, queue, reversal);
  return database.inClient(reversal.clientId, (tx) => postReversalWithin(tx, reversal));
}

/** The same inside a larger transaction. @throws Problem DissolutionOfPlan, and what the books refuse */
export async function postReversalWithin(tx: ClientTx, reversal: Posting): Promise<PostingAnswer> {
  const { fiscalYear, entryNo } = reversal.reverses!;
  const plans = await lockPlansOf(tx, [{ fiscalYear, entryNo }]);
  const other = await planStandingOn(tx, { fiscalYear, entryNo });
  if (other) throw ledgerProblems.DissolutionOfPlan({ value: `${fiscalYear}-${entryNo}`, name: other.name });
  const answer = await postEntryWithin(tx, reversal);
  for (const plan of plans) await takeBackDissolved(tx, plan, reversal);
  return answer;
}

async function touchesPlans(tx: ClientTx, { reverses }: Posting): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from accrual_line where client_id = $1 and fiscal_year = $2 and entry_no = $3 limit 1`,
    [tx.clientId, reverses!.fiscalYear, reverses!.entryNo],
  );
  return rows.length > 0;
}

/** Reverses whatever a plan has dissolved, none of it before its own date. */
async function takeBackDissolved(tx: ClientTx, plan: StoredPlan, reversal: Posting): Promise<void> {
  for (const { id, bookingDate } of await dissolutionsOf(tx, plan.id)) {
    const wish = {
      entryId: id,
      bookingDate: bookingDate > reversal.bookingDate ? bookingDate : reversal.bookingDate,
      reason: cut(reversal.reason, 500),
    };
    const back = await reversalOf(tx, wish, { author: reversal.author, idempotencyKey: null });
    await postEntryWithin(tx, { ...back, source: reversal.source });
  }
}

/**
 * Posts one entry for a plan: lines on the result, and against them a line on the account of the deferral on which the plan stands.
 * @throws Problem what the books refuse
 */
export async function postForPlan(
  tx: ClientTx,
  plan: Pick<StoredPlan, 'id' | 'accrualAccount' | 'entry'>,
  wish: {
    bookingDate: string;
    author: Author;
    key: string;
    text: string;
    result: readonly Pick<Line, 'account' | 'product' | 'costCentre' | 'amount'>[];
  },
): Promise<PostingAnswer> {
  const whole = wish.result.reduce((sum, line) => sum + line.amount, 0n);
  const line = { cashAccount: null, text: '' };
  const lines: Line[] = [
    { ...line, account: plan.accrualAccount!, product: null, costCentre: null, amount: -whole },
    ...wish.result.map((one) => ({ ...line, ...one })),
  ];
  const fiscalYear = yearOf(wish.bookingDate);
  const reference = plan.entry['reference'];
  const answer = await postEntryWithin(tx, {
    clientId: tx.clientId,
    fiscalYear,
    period: monthOf(wish.bookingDate),
    bookingDate: wish.bookingDate,
    kind: 'accrual',
    text: cut(wish.text, 500),
    reference: typeof reference === 'string' ? reference : '',
    lines,
    author: wish.author,
    source: `standing:${plan.id}`,
    idempotencyKey: `${plan.id}-${wish.key}`,
    scope: 'standing',
    reverses: null,
    reason: '',
  });
  if (answer.outcome === 'Posted') await standOn(tx, plan.id, { fiscalYear, entryNo: answer.entryNo }, [1]);
  return answer;
}
