import { Clock, type Language, type LocalDate } from '@lib/kernel';
import type { Tx } from '@lib/database';
import { recordEvent } from '../audit/audit-event.js';
import { type Actor, SYSTEM } from '../principal.js';
import { hashPassword } from '../sign-in/password-hash.js';
import { generatePassword, weaknessOf } from '../sign-in/password.js';
import { userNameOf } from '../sign-in/user-name.js';
import { assignRole } from './assign-role.js';
import { insertUser, lastingAdministrators } from './users.store.js';

export interface UserWish {
  userName: string;
  displayName: string;
  email?: string | null;
  language?: Language;
  /** Without one, an initial password is made; the person must change either at the first sign-in… */
  password?: string;
  /** …unless this says otherwise (demonstration, tests). */
  mustChangePassword?: boolean;
  /** Until when a first sign-in at the OpenID provider may link the account; without it, not at all. */
  oidcLinkUntil?: Date | null;
}

/**
 * Creates a user without any role.
 * @returns the id, and the initial password if one was made: it is shown this once
 * @throws Problem AlreadyExists, or one of the Password… refusals
 */
export async function createUser(
  tx: Tx,
  wish: UserWish,
  by: Actor = SYSTEM,
): Promise<{ id: string; initialPassword?: string }> {
  const userName = userNameOf(wish.userName);
  const weakness = wish.password === undefined ? null : weaknessOf(wish.password, userName, '/password');
  if (weakness) throw weakness;
  const initialPassword = wish.password === undefined ? generatePassword() : undefined;
  const id = await insertUser(tx, {
    userName,
    displayName: wish.displayName.trim(),
    email: wish.email?.trim() || null,
    language: wish.language ?? 'de',
    passwordHash: await hashPassword(wish.password ?? initialPassword!),
    mustChangePassword: wish.mustChangePassword ?? true,
    oidcLinkUntil: wish.oidcLinkUntil ?? null,
    createdBy: by.userId,
  });
  await recordEvent(tx, {
    by,
    action: 'user.create',
    resource: `users/${id}`,
    detail: {
      userName,
      displayName: wish.displayName,
      ...(wish.oidcLinkUntil && { oidcLinkUntil: wish.oidcLinkUntil.toISOString() }),
    },
  });
  return { id, ...(initialPassword && { initialPassword }) };
}

/**
 * The first person who can sign in and let in others. Does nothing when the centre has an administrator.
 * @returns the new administrator's name and password, or null when there was one
 */
export async function bootstrapAdministrator(
  tx: Tx,
  wish: Partial<UserWish> & { today?: LocalDate } = {},
): Promise<{ userName: string; initialPassword: string } | null> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('finanzzentrum.bootstrap'))`); // two instances may start at once
  const { today = new Clock().today(), ...given } = wish;
  if ((await lastingAdministrators(tx, today)) > 0) return null;
  const user = { userName: 'admin', displayName: 'Administration', ...given };
  const { id, initialPassword } = await createUser(tx, user);
  await assignRole(tx, { userId: id, role: 'administrator', clientId: null, validFrom: today });
  return { userName: userNameOf(user.userName), initialPassword: initialPassword ?? user.password! };
}
