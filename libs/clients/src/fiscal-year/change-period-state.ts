import { type Actor, recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import { clientProblems } from '../problems.js';
import type { Period, PeriodState } from './fiscal-year.js';
import { lockFiscalYear } from './fiscal-years.store.js';

export interface PeriodStateWish {
  year: number;
  period: number;
  state: PeriodState;
  reason?: string;
  /** The version that was on the screen; absent: whichever it is. */
  version?: number;
}

const SHORTEST_REASON = 10;
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
  const locked = await lockFiscalYear(tx, wish.year).catch((error: { code?: string }) => {
    throw error.code === LOCK_NOT_AVAILABLE ? clientProblems.PeriodBusy() : error;
  });
  if (!locked) throw problems.NotFound();
  const [current] = await tx.query<Pick<Period, 'state' | 'version'>>(
    'select state, version from period where client_id = $1 and fiscal_year = $2 and period = $3',
    [tx.clientId, wish.year, wish.period],
  );
  if (!current) throw problems.NotFound();
  if (wish.version !== undefined && wish.version !== current.version) {
    throw problems.VersionConflict({ current: current.version, given: wish.version });
  }
  const name = `${String(wish.period).padStart(2, '0')}/${wish.year}`;
  if (current.state === wish.state)
    throw clientProblems.PeriodStateUnchanged({ period: name, state: wish.state }, '/state');
  const reason = wish.reason?.trim() ?? '';
  if (current.state === 'closed' && reason.length < SHORTEST_REASON)
    throw clientProblems.ReopeningNeedsReason({}, '/reason');

  await tx.query(
    'update period set state = $4, version = version + 1 where client_id = $1 and fiscal_year = $2 and period = $3',
    [tx.clientId, wish.year, wish.period, wish.state],
  );
  await tx.query(
    `insert into period_decision (client_id, fiscal_year, period, state, reason, decided_by, decided_by_name)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.clientId,
      wish.year,
      wish.period,
      wish.state,
      reason.length >= 3 ? reason : 'Periodenabschluss',
      by.userId,
      by.displayName,
    ],
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: `period.${wish.state}`,
    resource: `clients/${tx.clientId}/fiscal-years/${wish.year}/periods/${wish.period}`,
    detail: { before: current.state, after: wish.state, reason },
  });
}
