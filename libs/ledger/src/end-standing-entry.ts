import type { ClientTx } from '@lib/database';
import { type Cents, type LocalDate, problems } from '@lib/kernel';
import { remainingOf, restOf } from './accruals.js';
import { dissolvedBy, lockPlan, type StoredPlan } from './accruals.store.js';
import { postForPlan } from './post-reversal.js';
import type { Author } from './posting.js';
import { ledgerProblems } from './problems.js';
import { STANDING_COLUMNS, type StandingEntry } from './standing-entries.js';

export interface EndingWish {
  version: number;
  /** Accruals: on which day what is left of the deferral goes into the result. */
  bookingDate: LocalDate;
  author: Author;
  /** Called with what is about to be posted (cents, unsigned); throws when the person may not. */
  permit?: (amount: Cents) => void;
}

/**
 * No further postings; what has been posted stays. What an accrual still holds goes into the result at once: nothing is left on the
 * account of the deferral that no plan dissolves (§ 43 KomHVO NRW).
 * @throws Problem NotFound, VersionConflict, PlansRestTogether, and what the books refuse
 */
export async function endStandingEntry(tx: ClientTx, id: string, wish: EndingWish): Promise<StandingEntry> {
  const plan = await lockPlan(tx, id);
  if (!plan) throw problems.NotFound();
  if (plan.version !== wish.version)
    throw problems.VersionConflict({ current: plan.version, given: wish.version }, '/version');
  if (plan.state === 'netted') throw ledgerProblems.PlansRestTogether({ name: plan.name });
  const left = plan.accrualAccount === null ? 0n : BigInt(plan.balance);
  if (left !== 0n) {
    wish.permit?.(left < 0n ? -left : left);
    await postForPlan(tx, plan, {
      ...wish,
      key: 'rest',
      text: `Rest der Rechnungsabgrenzung: ${plan.name}`,
      result: await whereTheRestGoes(tx, plan, left),
    });
  }
  const [row] = await tx.query<StandingEntry>(
    `update standing_entry set state = 'ended', next_date = null, ended_because = coalesce(ended_because, 'by-hand'), last_error = null,
       version = version + 1
     where client_id = $1 and id = $2 returning ${STANDING_COLUMNS}`,
    [tx.clientId, id],
  );
  return row!;
}

/** To the accounts that its instalments name; where the deferral itself was taken back, from those that it was dissolved to. */
async function whereTheRestGoes(
  tx: ClientTx,
  plan: StoredPlan,
  left: Cents,
): Promise<Omit<ReturnType<typeof remainingOf>[number], 'date'>[]> {
  const remaining = remainingOf(plan);
  const dissolved = (await dissolvedBy(tx, plan.id)).map((line) => ({ ...line, amount: -line.amount }));
  const lines = restOf(remaining) === left ? remaining : dissolved;
  if (restOf(lines) !== left) throw ledgerProblems.RestUnclear({ name: plan.name });
  const merged = new Map<string, Omit<(typeof remaining)[number], 'date'>>();
  for (const { account, product, costCentre, amount } of lines) {
    const key = `${account} ${product} ${costCentre}`;
    const known = merged.get(key);
    if (known) known.amount += amount;
    else merged.set(key, { account, product, costCentre, amount });
  }
  return [...merged.values()].filter((line) => line.amount !== 0n);
}
