import { type Permission, PERMISSIONS_OF, type Role, ROLES } from '@lib/access';
import type { ClientTx, Tx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import type { StepKey } from '../workflow/workflow.js';

const rolesWith = (permission: Permission): Role[] => ROLES.filter((role) => PERMISSIONS_OF[role].includes(permission));
/** The roles that may decide on documents. */
export const DECIDING_ROLES = rolesWith('documents:decide');
const POSTING_ROLES = rolesWith('journal:post');

/** Of these people the ones who may take a step at the client on a day. */
export async function whoMayTake(
  tx: ClientTx,
  step: StepKey,
  people: readonly string[],
  day: LocalDate,
): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `select distinct u.id from user_account u join role_assignment a on a.user_id = u.id and (a.client_id is null or a.client_id = $1)
     where u.id = any ($2::uuid[]) and u.active and a.role = any ($3) and a.valid_from <= $4::date
       and (a.valid_to is null or a.valid_to >= $4::date)`,
    [tx.clientId, people, step === 'posting' ? POSTING_ROLES : DECIDING_ROLES, day],
  );
  return new Set(rows.map((row) => row.id));
}

/** What a person may decide at one client by themselves, and for whom they stand in. */
export interface Standing {
  userId: string;
  ownRoles: readonly Role[];
  represented: readonly { userId: string; roles: readonly Role[] }[];
}

const ROLES_ON = (user: string): string => `
  array(select distinct a.role from role_assignment a where a.user_id = ${user} and (a.client_id is null or a.client_id = $2)
    and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to >= $3::date) and a.role <> 'administrator')`;

/** Reads the standing of a person at a client on a legal day. */
export async function standingOf(tx: Tx, userId: string, clientId: number, day: LocalDate): Promise<Standing> {
  const [row] = await tx.query<{ own: Role[]; represented: { userId: string; roles: Role[] }[] }>(
    `select ${ROLES_ON('$1')} as own,
       (select coalesce(jsonb_agg(jsonb_build_object('userId', d.user_id, 'roles', to_jsonb(${ROLES_ON('d.user_id')})) order by d.valid_from, d.id), '[]')
        from deputy d join user_account p on p.id = d.user_id and p.active
        where d.deputy_user_id = $1 and $3::date between d.valid_from and d.valid_to
          and (d.client_id is null or d.client_id = $2)) as represented`,
    [userId, clientId, day],
  );
  return { userId, ownRoles: row!.own, represented: row!.represented };
}

/** Who is asked about a task, and who may besides since its deadline passed. */
export interface Asked {
  assignedTo: readonly string[];
  role: Role | null;
  escalatedTo: string | null;
}

/**
 * As whom somebody decides a task: for themselves, for the person they stand in for, or not at all. Of several ways the one
 * by themselves counts.
 */
export function actingAs(standing: Standing, task: Asked): { deputyFor: string | null } | null {
  const { userId, ownRoles, represented } = standing;
  const escalatedRole = task.escalatedTo !== null && task.escalatedTo !== 'deputy' ? task.escalatedTo : null;
  const holds = (roles: readonly Role[]): boolean =>
    roles.some((role) => role === escalatedRole || (task.assignedTo.length === 0 && role === task.role));
  if (task.assignedTo.includes(userId) || holds(ownRoles)) return { deputyFor: null };
  const absent = represented.find((one) => task.assignedTo.includes(one.userId) || holds(one.roles));
  return absent ? { deputyFor: absent.userId } : null;
}

/** The active people who hold a role at the client today. */
export async function holdersOf(tx: ClientTx, roles: readonly string[], day: LocalDate): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct u.id from role_assignment a join user_account u on u.id = a.user_id and u.active
     where a.role = any ($2) and (a.client_id is null or a.client_id = $1) and a.valid_from <= $3::date
       and (a.valid_to is null or a.valid_to >= $3::date) order by u.id`,
    [tx.clientId, roles, day],
  );
  return rows.map((row) => row.id);
}

/** Names of people by id. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, display_name as name from user_account where id = any ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
