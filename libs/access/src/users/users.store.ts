import { formatEuro, type LocalDate, problems } from '@lib/kernel';
import type { Tx } from '@lib/database';
import { accessProblems } from '../problems.js';
import type { Deputy, RoleAssignment, User } from './user.js';

const USER = `
  select u.id, u.user_name as "userName", u.display_name as "displayName", u.email, u.language, u.active,
    u.must_change_password as "mustChangePassword", u.totp_confirmed_at is not null as "totpEnabled",
    u.oidc_subject is not null as "oidcLinked", case when u.oidc_link_until > $1 then u.oidc_link_until end as "oidcLinkUntil", (select max(s.locked_until) from sign_in_source s where s.user_name = u.user_name and s.locked_until > $1) as "lockedUntil", u.version,
    (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'clientId', r.client_id,
        'amountLimit', r.amount_limit::text, 'validFrom', r.valid_from, 'validTo', r.valid_to, 'version', r.version)
        order by r.valid_from, r.client_id nulls first, r.role, r.id), '[]')
     from role_assignment r where r.user_id = u.id) as roles,
    (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'deputyUserId', d.deputy_user_id, 'deputyName', p.display_name,
        'clientId', d.client_id, 'validFrom', d.valid_from, 'validTo', d.valid_to, 'version', d.version)
        order by d.valid_from, d.id), '[]')
     from deputy d join user_account p on p.id = d.deputy_user_id where d.user_id = u.id) as deputies
  from user_account u`;

const written = (user: User): User => ({
  ...user,
  roles: user.roles.map((role) => ({
    ...role,
    amountLimit: role.amountLimit === null ? null : formatEuro(role.amountLimit),
  })),
});

/** People by name, those whose name or user name contains `q`. */
export async function findUsers(
  tx: Tx,
  wish: { q?: string; after?: string; limit: number; now: Date },
): Promise<User[]> {
  const users = await tx.query<User>(
    `${USER}
     where ($2::text is null or u.user_name like $2 escape '\\' or lower(u.display_name) like $2 escape '\\')
       and ($3::text is null or u.user_name > $3)
     order by u.user_name limit $4`,
    [wish.now, wish.q ? `%${wish.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null, wish.after ?? null, wish.limit],
  );
  return users.map(written);
}

/** @throws Problem NotFound */
export async function userById(tx: Tx, id: string, now: Date): Promise<User> {
  const [user] = await tx.query<User>(`${USER} where u.id = $2`, [now, id]);
  if (!user) throw problems.NotFound();
  return written(user);
}

export async function insertUser(
  tx: Tx,
  user: {
    userName: string;
    displayName: string;
    email: string | null;
    language: string;
    passwordHash: string | null;
    mustChangePassword: boolean;
    oidcLinkUntil: Date | null;
    createdBy: string | null;
  },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into user_account (user_name, display_name, email, language, password_hash, must_change_password, oidc_link_until, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (user_name) do nothing returning id`,
    [
      user.userName,
      user.displayName,
      user.email,
      user.language,
      user.passwordHash,
      user.mustChangePassword,
      user.oidcLinkUntil,
      user.createdBy,
    ],
  );
  if (!row) throw problems.AlreadyExists({ value: user.userName }, '/userName');
  return row.id;
}

/**
 * Changes one versioned row.
 * @throws Problem NotFound, VersionConflict
 */
async function changeVersioned(
  tx: Tx,
  table: 'user_account' | 'role_assignment' | 'deputy',
  where: { id: string; userId?: string; version: number },
  values: Record<string, unknown>,
): Promise<void> {
  const belongs = where.userId === undefined ? '' : ' and user_id = $2';
  const key = where.userId === undefined ? [where.id] : [where.id, where.userId];
  const [row] = await tx.query<{ version: number }>(
    `select version from ${table} where id = $1${belongs} for update`,
    key,
  );
  if (!row) throw problems.NotFound();
  if (row.version !== where.version) throw problems.VersionConflict({ current: row.version, given: where.version });
  const columns = Object.keys(values);
  const settings = columns.map((column, index) => `, ${column} = $${index + 2}`).join('');
  await tx.query(`update ${table} set version = version + 1${settings} where id = $1`, [
    where.id,
    ...Object.values(values),
  ]);
}

export const changeUserRow = (
  tx: Tx,
  where: { id: string; version: number },
  values: Record<string, unknown>,
): Promise<void> => changeVersioned(tx, 'user_account', where, values);

export const changeRoleRow = (
  tx: Tx,
  where: { id: string; userId: string; version: number },
  values: Record<string, unknown>,
): Promise<void> => changeVersioned(tx, 'role_assignment', where, values).catch(explained);

export const changeDeputyRow = (
  tx: Tx,
  where: { id: string; userId: string; version: number },
  values: Record<string, unknown>,
): Promise<void> => changeVersioned(tx, 'deputy', where, values).catch(explained);

/** The assignment, if it is this person's. */
export async function roleOf(tx: Tx, userId: string, id: string): Promise<RoleAssignment> {
  const [row] = await tx.query<RoleAssignment>(
    `select id, role, client_id as "clientId", amount_limit as "amountLimit", valid_from as "validFrom", valid_to as "validTo", version
     from role_assignment where user_id = $1 and id = $2`,
    [userId, id],
  );
  if (!row) throw problems.NotFound();
  return row;
}

export async function deputyOf(tx: Tx, userId: string, id: string): Promise<Deputy> {
  const [row] = await tx.query<Deputy>(
    `select d.id, d.deputy_user_id as "deputyUserId", u.display_name as "deputyName", d.client_id as "clientId",
       d.valid_from as "validFrom", d.valid_to as "validTo", d.version
     from deputy d join user_account u on u.id = d.deputy_user_id where d.user_id = $1 and d.id = $2`,
    [userId, id],
  );
  if (!row) throw problems.NotFound();
  return row;
}

export async function insertRole(
  tx: Tx,
  role: {
    userId: string;
    role: string;
    clientId: number | null;
    amountLimit: bigint | null;
    validFrom: LocalDate;
    validTo: LocalDate | null;
    createdBy: string | null;
  },
): Promise<string> {
  const [row] = await tx
    .query<{ id: string }>(
      `insert into role_assignment (user_id, role, client_id, amount_limit, valid_from, valid_to, created_by)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [role.userId, role.role, role.clientId, role.amountLimit, role.validFrom, role.validTo, role.createdBy],
    )
    .catch(explained);
  return row!.id;
}

export async function insertDeputy(
  tx: Tx,
  deputy: {
    userId: string;
    deputyUserId: string;
    clientId: number | null;
    validFrom: LocalDate;
    validTo: LocalDate;
    createdBy: string | null;
  },
): Promise<string> {
  const [row] = await tx
    .query<{ id: string }>(
      `insert into deputy (user_id, deputy_user_id, client_id, valid_from, valid_to, created_by)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [deputy.userId, deputy.deputyUserId, deputy.clientId, deputy.validFrom, deputy.validTo, deputy.createdBy],
    )
    .catch(explained);
  return row!.id;
}

/** @throws Problem UnknownClient; null stands for the whole centre */
export async function requireKnownClient(tx: Tx, clientId: number | null): Promise<void> {
  if (clientId === null || (await tx.query('select from client where id = $1', [clientId])).length === 1) return;
  throw accessProblems.UnknownClient({ clientId }, '/clientId');
}

export async function userExists(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query('select from user_account where id = $1', [id])).length === 1;
}

/** @throws Problem NotFound */
export async function requireUser(tx: Tx, id: string): Promise<void> {
  if (!(await userExists(tx, id))) throw problems.NotFound();
}

/** Ends the leave to link the account at the next sign-in at the OpenID provider, if there is one. */
export async function withdrawOidcLinking(tx: Tx, userId: string): Promise<void> {
  await tx.query(
    'update user_account set oidc_link_until = null, version = version + 1 where id = $1 and oidc_link_until is not null',
    [userId],
  );
}

/** Serialises what might leave the centre without an administrator. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.query(`select id from role_assignment where role = 'administrator' order by id for update`);
}

/** Active people who are administrators on `day` and without an end. */
export async function lastingAdministrators(tx: Tx, day: LocalDate): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(distinct u.id)::int as count from role_assignment r join user_account u on u.id = r.user_id and u.active
     where r.role = 'administrator' and r.valid_from <= $1 and r.valid_to is null`,
    [day],
  );
  return row!.count;
}

export async function revokeTokensOf(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.query('update api_token set revoked_at = $2 where user_id = $1 and revoked_at is null', [userId, now]);
}

/** What the database refused, in words. Constraint names may carry a suffix on a distributed server. */
function explained(error: { code?: string; constraint?: string }): never {
  const constraint = error.constraint ?? '';
  if (constraint.startsWith('administrator_separation')) throw accessProblems.AdministratorSeparation();
  if (constraint.startsWith('role_assignment_once')) throw accessProblems.RoleHeldAlready();
  throw error;
}
