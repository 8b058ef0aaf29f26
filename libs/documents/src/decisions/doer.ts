import type { Actor, Principal } from '@lib/access';
import type { ClientTx } from '@lib/database';
import type { Clock } from '@lib/kernel';

/** Somebody who acts on a document: the principal with whom the guard let the request in, and the actor for the audit log. */
export interface Doer {
  principal: Principal;
  actor: Actor;
  clock: Clock;
}

/** The doer as histories name them. */
export const personOf = ({ principal }: Doer): { id: string; name: string } => ({
  id: principal.userId,
  name: principal.displayName,
});

/** The doer as the libs of partners and open items want them. */
export const actorOf = (doer: Doer): Actor & { displayName: string; userId: string } => ({
  ...doer.actor,
  userId: doer.principal.userId,
  displayName: doer.principal.displayName,
});

/** May the doer post in softly closed periods at this client? */
export const privilegedAt = (tx: ClientTx, { principal }: Doer): boolean =>
  principal.clients.get(tx.clientId)?.permissions.has('periods:manage') ?? false;
