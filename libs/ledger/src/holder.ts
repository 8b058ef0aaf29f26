import { type Standing, standingAt } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { type Cents, type LocalDate } from '@lib/kernel';
import type { Person } from './drafts.js';
import type { Author } from './posting.js';
import { ledgerProblems } from './problems.js';

/** Why nothing is posted in a person's name any more. */
export type HolderObstacle = 'holder-gone' | 'holder-may-not-post' | 'over-limit';

/** What stands against posting an amount (cents, unsigned) in the name of somebody; null: nothing. */
export function holderObstacle(standing: Standing | null, amount: Cents): HolderObstacle | null {
  if (!standing?.active) return 'holder-gone';
  const limit = standing.scope?.limits.get('journal:post');
  if (limit === undefined) return 'holder-may-not-post';
  return limit !== null && amount > limit ? 'over-limit' : null;
}

/**
 * The author of what is posted in somebody's name without them: with the rights and the limit that they have today, not with those of
 * the day on which they set it going.
 * @param amount cents, unsigned
 * @throws Problem HolderGone, HolderMayNotPost, HolderOverLimit
 */
export async function authorToday(tx: ClientTx, holder: Person, amount: Cents, today: LocalDate): Promise<Author> {
  const standing = await standingAt(tx, holder.id, tx.clientId, today);
  const params = { name: standing?.name ?? holder.name };
  switch (holderObstacle(standing, amount)) {
    case 'holder-gone':
      throw ledgerProblems.HolderGone(params);
    case 'holder-may-not-post':
      throw ledgerProblems.HolderMayNotPost(params);
    case 'over-limit':
      throw ledgerProblems.HolderOverLimit(params);
    case null:
      return { id: holder.id, name: standing!.name, privileged: standing!.scope!.permissions.has('periods:manage') };
  }
}
