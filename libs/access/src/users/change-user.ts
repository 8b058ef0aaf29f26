import type { Language, LocalDate } from '@lib/kernel';
import type { Tx } from '@lib/database';
import { recordEvent } from '../audit/audit-event.js';
import type { Actor } from '../principal.js';
import { accessProblems } from '../problems.js';
import { generatePassword } from '../sign-in/password.js';
import { deleteSessionsOf, storePassword, storeTotpSecret } from '../sign-in/session.store.js';
import { forgetSources } from '../sign-in/source.store.js';
import { changeUserRow, lastingAdministrators, lockAdministrators, revokeTokensOf, userById } from './users.store.js';
import { hashPassword } from '../sign-in/password-hash.js';

export interface UserChange {
  displayName?: string;
  email?: string | null;
  language?: Language;
  /** false ends all sessions at once; history keeps the person. */
  active?: boolean;
  /** false unlinks the person from the OpenID provider's subject. */
  oidcLinked?: false;
  /** true lets the first sign-in at the OpenID provider link the account, for {@link LINKING_DAYS}; false ends that. */
  oidcLinking?: boolean;
  version: number;
}

/** How long an account may be linked after an administrator has allowed it. */
export const LINKING_DAYS = 14;

export const linkUntil = (now: Date): Date => new Date(now.getTime() + LINKING_DAYS * 86_400_000);

/** @throws Problem NotFound, VersionConflict, LastAdministrator, OwnOidcLink (somebody else opens a new way into an account) */
export async function changeUser(
  tx: Tx,
  id: string,
  change: UserChange,
  by: Actor,
  when: { now: Date; today: LocalDate },
): Promise<void> {
  if (change.oidcLinking === true && by.userId === id) throw accessProblems.OwnOidcLink({}, '/oidcLinking');
  if (change.active === false) await lockAdministrators(tx);
  const before = await userById(tx, id, when.now);
  const known = { ...before, oidcLinking: before.oidcLinkUntil !== null };
  const { version, ...given } = change;
  const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  await changeUserRow(
    tx,
    { id, version },
    {
      ...(change.displayName !== undefined && { display_name: change.displayName.trim() }),
      ...(change.email !== undefined && { email: change.email?.trim() || null }),
      ...(change.language !== undefined && { language: change.language }),
      ...(change.active !== undefined && { active: change.active }),
      ...(change.oidcLinked === false && { oidc_subject: null }),
      ...(change.oidcLinking !== undefined && { oidc_link_until: change.oidcLinking ? linkUntil(when.now) : null }),
    },
  );
  if (change.active === false) {
    const administered = before.roles.some((role) => role.role === 'administrator');
    if (administered && (await lastingAdministrators(tx, when.today)) === 0) throw accessProblems.LastAdministrator();
    await deleteSessionsOf(tx, id);
  }
  if (change.oidcLinked === false) await deleteSessionsOf(tx, id, null, 'oidc');
  await recordEvent(tx, {
    by,
    action: 'user.change',
    resource: `users/${id}`,
    detail: {
      before: Object.fromEntries(Object.keys(values).map((key) => [key, known[key as keyof typeof known]])),
      after: values,
    },
  });
}

/**
 * Gives somebody a new initial password, lifts lock-outs, forgets known devices, ends sessions and revokes tokens.
 * @param removeTotp also removes the one-time code, for somebody who lost the device
 * @throws Problem NotFound
 */
export async function resetPassword(
  tx: Tx,
  wish: { userId: string; removeTotp: boolean },
  by: Actor,
  now: Date,
): Promise<{ initialPassword: string }> {
  const user = await userById(tx, wish.userId, now);
  const initialPassword = generatePassword();
  await storePassword(tx, user.id, await hashPassword(initialPassword), true);
  if (wish.removeTotp) await storeTotpSecret(tx, user.id, null);
  await forgetSources(tx, user.userName);
  await deleteSessionsOf(tx, user.id);
  await revokeTokensOf(tx, user.id, now);
  await recordEvent(tx, {
    by,
    action: 'password.reset',
    resource: `users/${user.id}`,
    detail: { oneTimeCodeRemoved: wish.removeTotp && user.totpEnabled },
  });
  return { initialPassword };
}
