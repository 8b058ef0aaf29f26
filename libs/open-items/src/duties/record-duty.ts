import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import { partnerProblems } from '@lib/partners';
import { openItemProblems } from '../problems.js';
import { type Duty, DUTY_CONFLICTS } from './duty.js';

export interface DutyWish {
  /** The case: the id of its document. */
  caseId: string;
  /** The natural person who acts, never the one they stand in for. */
  person: string;
  duty: Duty;
}

const UNIQUE = '23505';

/**
 * Writes down that a person takes a duty in a case; taking the same one again changes nothing. Call it in the transaction of
 * the decision, whose row then refers to it: (client_id, case_id, person, duty) is the key of `case_duty`.
 * @throws Problem FourEyes (`taken`: what excludes it), OwnMatter; the caller's transaction must then be rolled back
 */
export async function recordDuty(tx: ClientTx, wish: DutyWish): Promise<void> {
  // Asked first for the words' sake: a failed statement would leave the transaction unable to look up what stood against it.
  const taken = await dutiesOf(tx, wish.caseId, wish.person);
  const conflict = DUTY_CONFLICTS.flatMap(([a, b]) => (a === wish.duty ? [b] : b === wish.duty ? [a] : [])).find(
    (other) => taken.includes(other),
  );
  if (conflict) throw fourEyes(wish.duty, conflict);
  await judged(wish.duty, () =>
    tx.query(
      `insert into case_duty (client_id, case_id, person, duty) values ($1, $2, $3, $4)
       on conflict (client_id, case_id, person, duty) do nothing`,
      [tx.clientId, wish.caseId, wish.person, wish.duty],
    ),
  );
}

/**
 * Says whether a person could take a duty, without writing: for lists of who may be asked and for buttons.
 * @returns the problem's code and the duty that excludes it, or null
 */
export async function dutyConflict(
  tx: ClientTx,
  wish: DutyWish,
): Promise<{ code: 'FourEyes'; taken: Duty } | { code: 'OwnMatter' } | null> {
  const taken = await dutiesOf(tx, wish.caseId, wish.person);
  for (const [a, b] of DUTY_CONFLICTS) {
    const other = a === wish.duty ? b : b === wish.duty ? a : undefined;
    if (other && taken.includes(other)) return { code: 'FourEyes', taken: other };
  }
  const [own] = await tx.query(
    'select 1 from case_partner where client_id = $1 and case_id = $2 and is_own_matter(client_id, $3, partner_id) limit 1',
    [tx.clientId, wish.caseId, wish.person],
  );
  return own ? { code: 'OwnMatter' } : null;
}

/** The duties that a person has taken in a case. */
export async function dutiesOf(tx: ClientTx, caseId: string, person: string): Promise<Duty[]> {
  const rows = await tx.query<{ duty: Duty }>(
    'select duty from case_duty where client_id = $1 and case_id = $2 and person = $3 order by taken_at',
    [tx.clientId, caseId, person],
  );
  return rows.map((row) => row.duty);
}

/** Everybody who took a duty in a case, in the order of time. */
export function dutiesInCase(tx: ClientTx, caseId: string): Promise<{ person: string; duty: Duty; takenAt: string }[]> {
  return tx.query(
    `select person, duty, taken_at as "takenAt" from case_duty where client_id = $1 and case_id = $2 order by taken_at, duty`,
    [tx.clientId, caseId],
  );
}

/**
 * Says whose matter a case is, when the coding names the partner. A partner once named stays with the case.
 * @throws Problem OwnMatter when somebody who took a duty in the case must not decide on this partner, PartnerUnknown
 */
export async function recordCasePartner(tx: ClientTx, caseId: string, partnerId: string): Promise<void> {
  await judged('request', () =>
    tx.query('insert into case_partner (client_id, case_id, partner_id) values ($1, $2, $3) on conflict do nothing', [
      tx.clientId,
      caseId,
      partnerId,
    ]),
  );
}

async function judged<T>(duty: Duty, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, constraint = '' } = error as { code?: string; constraint?: string };
    if (constraint === 'own_matter') throw openItemProblems.OwnMatter();
    if (constraint === 'case_partner_client_id_partner_id_fkey') throw partnerProblems.PartnerUnknown();
    const pair = /^four_eyes_(\w+?)__(\w+)$/.exec(constraint);
    if (code === UNIQUE && pair) {
      const [a, b] = [pair[1]!.replace('_', '-'), pair[2]!.replace('_', '-')] as [Duty, Duty];
      throw fourEyes(duty, a === duty ? b : a);
    }
    if (code === '22P02') throw problems.NotFound();
    throw error;
  }
}

const fourEyes = (duty: Duty, taken: Duty) => openItemProblems.FourEyes({ duty, taken });
