import type { LocalDate } from '@lib/kernel';
import type { Tx } from '@lib/database';
import { recordEvent } from '../audit/audit-event.js';
import { type Actor, SYSTEM } from '../principal.js';
import { accessProblems } from '../problems.js';
import { changeDeputyRow, deputyOf, insertDeputy, requireKnownClient, requireUser, userExists } from './users.store.js';
import { lastDay } from './validity.js';

/**
 * Lets somebody stand in for another, at one client or at all, with the other's roles and limits in the days named.
 * @throws Problem NotFound, UnknownUser, UnknownClient, DeputySelf, ValidityReversed, AdministratorSeparation
 */
export async function appointDeputy(
  tx: Tx,
  wish: { userId: string; deputyUserId: string; clientId: number | null; validFrom: LocalDate; validTo: LocalDate },
  by: Actor = SYSTEM,
): Promise<string> {
  await requireUser(tx, wish.userId);
  if (wish.userId === wish.deputyUserId) throw accessProblems.DeputySelf({}, '/deputyUserId');
  if (!(await userExists(tx, wish.deputyUserId))) throw accessProblems.UnknownUser({}, '/deputyUserId');
  await requireKnownClient(tx, wish.clientId);
  const days = { validFrom: wish.validFrom, validTo: wish.validTo };
  if (wish.validTo < wish.validFrom) throw accessProblems.ValidityReversed(days, '/validTo');
  const id = await insertDeputy(tx, { ...wish, createdBy: by.userId });
  await recordEvent(tx, {
    by,
    clientId: wish.clientId,
    action: 'deputy.appoint',
    resource: `users/${wish.userId}/deputies/${id}`,
    detail: { deputyUserId: wish.deputyUserId, ...days },
  });
  return id;
}

/** @throws Problem NotFound, VersionConflict, ValidityReversed, AdministratorSeparation */
export async function changeDeputy(
  tx: Tx,
  wish: { userId: string; deputyId: string; version: number; validTo: LocalDate },
  by: Actor,
  today: LocalDate,
): Promise<void> {
  const held = await deputyOf(tx, wish.userId, wish.deputyId);
  const validTo = lastDay(held.validFrom, wish.validTo, today);
  await changeDeputyRow(tx, { id: wish.deputyId, userId: wish.userId, version: wish.version }, { valid_to: validTo });
  await recordEvent(tx, {
    by,
    clientId: held.clientId,
    action: 'deputy.change',
    resource: `users/${wish.userId}/deputies/${wish.deputyId}`,
    detail: { before: { validTo: held.validTo }, after: { validTo } },
  });
}
