import { problems } from '@lib/kernel';
import type { Tx } from '@lib/database';
import { recordEvent } from '../audit/audit-event.js';
import type { Actor } from '../principal.js';
import { accountByName } from '../sign-in/session.store.js';
import { liftLocks } from '../sign-in/source.store.js';
import { userNameOf } from '../sign-in/user-name.js';

/**
 * Lifts every lock-out of a person's name and lets the counts begin afresh; nothing else changes.
 * @returns how many lock-outs there were
 * @throws Problem NotFound when nobody has the name
 */
export async function unlock(tx: Tx, name: string, by: Actor, now: Date): Promise<number> {
  const account = await accountByName(tx, userNameOf(name));
  if (!account) throw problems.NotFound();
  const lifted = await liftLocks(tx, account.userName, now);
  await recordEvent(tx, {
    by,
    action: 'lock-out.lift',
    resource: `users/${account.id}`,
    detail: { userName: account.userName, lifted },
  });
  return lifted;
}
