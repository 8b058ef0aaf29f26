import { type Cents, formatEuro, type LocalDate } from '@lib/kernel';
import type { Tx } from '@lib/database';
import { recordEvent } from '../audit/audit-event.js';
import { type Actor, SYSTEM } from '../principal.js';
import { accessProblems } from '../problems.js';
import type { Role } from '../role.js';
import { lastDay } from './validity.js';
import {
  changeRoleRow,
  insertRole,
  lastingAdministrators,
  lockAdministrators,
  requireKnownClient,
  requireUser,
  roleOf,
  withdrawOidcLinking,
} from './users.store.js';

export interface RoleWish {
  userId: string;
  role: Role;
  /** null: at every client, also at those to come. */
  clientId: number | null;
  /** In cents; null or absent: unlimited. */
  amountLimit?: Cents | null;
  validFrom: LocalDate;
  /** The last day. */
  validTo?: LocalDate | null;
}

/**
 * Gives somebody a role.
 * @returns the id of the assignment
 * @throws Problem NotFound (no such user), UnknownClient, ValidityReversed, RoleHeldAlready,
 *   AdministratorWholeCentre, AdministratorSeparation (§ 93(4) GO NRW in spirit: who lets people in keeps no books)
 */
export async function assignRole(tx: Tx, wish: RoleWish, by: Actor = SYSTEM): Promise<string> {
  await requireUser(tx, wish.userId);
  const amountLimit = wish.amountLimit ?? null;
  const validTo = wish.validTo ?? null;
  await requireKnownClient(tx, wish.clientId);
  if (validTo !== null && validTo < wish.validFrom) {
    throw accessProblems.ValidityReversed({ validFrom: wish.validFrom, validTo }, '/validTo');
  }
  if (wish.role === 'administrator' && (wish.clientId !== null || amountLimit !== null)) {
    throw accessProblems.AdministratorWholeCentre({}, wish.clientId !== null ? '/clientId' : '/amountLimit');
  }
  // The leave was given to somebody who was no administrator yet: for one it is asked for anew.
  if (wish.role === 'administrator') await withdrawOidcLinking(tx, wish.userId);
  const id = await insertRole(tx, { ...wish, amountLimit, validTo, createdBy: by.userId });
  await recordEvent(tx, {
    by,
    clientId: wish.clientId,
    action: 'role.assign',
    resource: `users/${wish.userId}/roles/${id}`,
    detail: {
      role: wish.role,
      amountLimit: amountLimit === null ? null : formatEuro(amountLimit),
      validFrom: wish.validFrom,
      validTo,
    },
  });
  return id;
}

/**
 * Changes limit or last day of a role; yesterday as the last day ends it at once.
 * @throws Problem NotFound, VersionConflict, ValidityReversed, AdministratorWholeCentre, AdministratorSeparation, LastAdministrator
 */
export async function changeRole(
  tx: Tx,
  wish: { userId: string; roleId: string; version: number; amountLimit?: Cents | null; validTo?: LocalDate | null },
  by: Actor,
  today: LocalDate,
): Promise<void> {
  const held = await roleOf(tx, wish.userId, wish.roleId);
  const validTo = lastDay(held.validFrom, wish.validTo, today);
  if (held.role === 'administrator') {
    if (wish.amountLimit != null) throw accessProblems.AdministratorWholeCentre({}, '/amountLimit');
    await lockAdministrators(tx);
  }
  await changeRoleRow(
    tx,
    { id: wish.roleId, userId: wish.userId, version: wish.version },
    {
      ...(wish.amountLimit !== undefined && { amount_limit: wish.amountLimit }),
      ...(validTo !== undefined && { valid_to: validTo }),
    },
  );
  if (held.role === 'administrator' && (await lastingAdministrators(tx, today)) === 0)
    throw accessProblems.LastAdministrator();
  await recordEvent(tx, {
    by,
    clientId: held.clientId,
    action: 'role.change',
    resource: `users/${wish.userId}/roles/${wish.roleId}`,
    detail: {
      role: held.role,
      before: shown(held.amountLimit, held.validTo),
      after: shown(
        wish.amountLimit === undefined ? held.amountLimit : wish.amountLimit,
        validTo === undefined ? held.validTo : validTo,
      ),
    },
  });
}

const shown = (amountLimit: Cents | string | null, validTo: LocalDate | null): Record<string, string | null> => ({
  amountLimit: amountLimit === null ? null : formatEuro(amountLimit),
  validTo,
});
