import { type Actor, recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import { clientProblems } from '../problems.js';
import type { PeriodState } from './fiscal-year.js';
import { decidePeriod, type PeriodOutcome } from './fiscal-years.store.js';

export interface PeriodStateWish {
  year: number;
  period: number;
  state: PeriodState;
  reason?: string;
  /** The version that was on the screen; absent: whichever it is. */
  version?: number;
}

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Opens or closes one period. Postings of the year that are under way finish first, later ones see the new state. Periods may be
 * closed in any order; reopening a closed one takes a reason. Each change is kept with who decided it and why.
 * @throws Problem NotFound, VersionConflict, PeriodStateUnchanged, ReopeningNeedsReason, PeriodBusy
 */
export async function changePeriodState(
  tx: ClientTx,
  wish: PeriodStateWish,
  by: Actor & { userId: string; displayName: string },
): Promise<void> {
  const reason = wish.reason?.trim() ?? '';
  const decision = { ...wish, version: wish.version ?? null, reason };
  const answer = await decidePeriod(tx, decision, by).catch((error: { code?: string }) => {
    throw error.code === LOCK_NOT_AVAILABLE ? clientProblems.PeriodBusy() : error;
  });
  if (answer.outcome !== 'Decided') throw refusalOf(answer, wish);
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: `period.${wish.state}`,
    resource: `clients/${tx.clientId}/fiscal-years/${wish.year}/periods/${wish.period}`,
    detail: { before: answer.before, after: wish.state, reason },
  });
}

function refusalOf({ outcome, version }: PeriodOutcome, wish: PeriodStateWish): Error {
  if (outcome === 'VersionConflict') return problems.VersionConflict({ current: version, given: wish.version! });
  if (outcome === 'ReopeningNeedsReason') return clientProblems.ReopeningNeedsReason({}, '/reason');
  if (outcome === 'Forbidden') return problems.Forbidden({ permission: 'periods:manage' });
  if (outcome === 'NotFound') return problems.NotFound();
  const name = `${String(wish.period).padStart(2, '0')}/${wish.year}`;
  return clientProblems.PeriodStateUnchanged({ period: name, state: wish.state }, '/state');
}
