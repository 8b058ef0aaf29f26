import type { Tx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import { type ClientScope, scopesOf } from './principal.js';
import type { Role } from './role.js';

/** Roles in force on day $2 of user `u`: the person's own, and those of the people they stand in for. */
export const GRANTS = `
  (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'clientId', g.client_id, 'amountLimit', g.amount_limit::text)), '[]')
   from (
     select r.role, r.client_id, r.amount_limit from role_assignment r
     where r.user_id = u.id and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to >= $2::date)
     union all
     select r.role, coalesce(d.client_id, r.client_id), r.amount_limit
     from deputy d
     join user_account p on p.id = d.user_id and p.active
     join role_assignment r on r.user_id = d.user_id and r.role <> 'administrator'
       and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to >= $2::date)
     where d.deputy_user_id = u.id and $2::date between d.valid_from and d.valid_to
       and (d.client_id is null or r.client_id is null or r.client_id = d.client_id)
   ) g)`;

export interface StoredGrant {
  role: Role;
  clientId: number | null;
  amountLimit: string | null;
}

export const grantsOf = (stored: readonly StoredGrant[]) =>
  stored.map((grant) => ({
    ...grant,
    amountLimit: grant.amountLimit === null ? null : BigInt(grant.amountLimit),
  }));

/** Somebody in whose name work goes on without them: who they are today, and what they may do at a client. */
export interface Standing {
  name: string;
  /** False when the account is closed. */
  active: boolean;
  /** Null without any role at the client. */
  scope: ClientScope | null;
}

/** What a person may do at a client on a day, asked for work that runs in their name. Null when there is no such person. */
export async function standingAt(tx: Tx, userId: string, clientId: number, day: LocalDate): Promise<Standing | null> {
  const [row] = await tx.query<{ name: string; active: boolean; grants: StoredGrant[] }>(
    `select u.display_name as name, u.active, ${GRANTS} as grants from user_account u where u.id = $1`,
    [userId, day],
  );
  if (!row) return null;
  const scope = row.active ? scopesOf(grantsOf(row.grants), [clientId]).clients.get(clientId) : undefined;
  return { name: row.name, active: row.active, scope: scope ?? null };
}
