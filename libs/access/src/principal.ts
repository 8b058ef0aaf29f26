import { type Cents, formatEuro, type Language, type Problem, problems } from '@lib/kernel';
import { accessProblems } from './problems.js';
import { type Permission, PERMISSIONS_OF, type Role } from './role.js';
import { coversPermission, SCOPE_OF, type TokenScope } from './token-scope.js';

/** What somebody may do at one client today. */
export interface ClientScope {
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  /** The widest limit in cents over all roles here; null is unlimited. For one permission ask {@link limitOf}. */
  readonly amountLimit: Cents | null;
  readonly limits: ReadonlyMap<Permission, Cents | null>;
}

/** Who is asking, with everything they may do on the legal day. Shared between requests: never changed. */
export interface Principal {
  readonly userId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly language: Language;
  readonly via: 'session' | 'token';
  readonly mustChangePassword: boolean;
  /** What the API token is good for; without a token, everything. The permissions here are already narrowed to it. */
  readonly scopes?: readonly TokenScope[];
  readonly centrePermissions: ReadonlySet<Permission>;
  readonly clients: ReadonlyMap<number, ClientScope>;
}

/** Who did something, for the audit log. `userId` is null for the system itself and before sign-in. */
export interface Actor {
  readonly userId: string | null;
  readonly userName: string | null;
  readonly ip?: string | null;
  readonly requestId?: string | null;
  /** The browser's device cookie as it came, unchecked; never written down. */
  readonly device?: string | null;
}

/** The software itself: first start, demonstration data, scheduled work. */
export const SYSTEM: Actor = { userId: null, userName: 'system' };

/** A role in force today, own or represented; `clientId` null is the whole centre. */
export interface Grant {
  role: Role;
  clientId: number | null;
  amountLimit: Cents | null;
}

/** The wider of two limits; null is unlimited. */
const wider = (a: Cents | null, b: Cents | null): Cents | null => (a === null || b === null ? null : a > b ? a : b);

/**
 * Adds up grants: permissions unite, and of two limits for the same permission the wider one counts. With the scopes of a token only
 * the permissions count that these cover.
 */
export function scopesOf(
  grants: readonly Grant[],
  allClients: readonly number[],
  scopes: readonly TokenScope[] = ['all'],
): Pick<Principal, 'centrePermissions' | 'clients'> {
  const centrePermissions = new Set<Permission>();
  const clients = new Map<
    number,
    { roles: Role[]; permissions: Set<Permission>; limits: Map<Permission, Cents | null> }
  >();
  for (const grant of grants) {
    const permissions = PERMISSIONS_OF[grant.role].filter((permission) => coversPermission(scopes, permission));
    if (grant.clientId === null) permissions.forEach((permission) => centrePermissions.add(permission));
    for (const clientId of grant.clientId === null ? allClients : [grant.clientId]) {
      let scope = clients.get(clientId);
      if (!scope) clients.set(clientId, (scope = { roles: [], permissions: new Set(), limits: new Map() }));
      if (!scope.roles.includes(grant.role)) scope.roles.push(grant.role);
      for (const permission of permissions) {
        const held = scope.limits.get(permission);
        scope.limits.set(permission, held === undefined ? grant.amountLimit : wider(held, grant.amountLimit));
        scope.permissions.add(permission);
      }
    }
  }
  return {
    centrePermissions,
    clients: new Map(
      [...clients].map(([id, scope]) => [id, { ...scope, amountLimit: [...scope.limits.values()].reduce(wider, 0n) }]),
    ),
  };
}

/**
 * What the person may do at the client.
 * @throws Problem NotFound when they have no role there or there is no such client (one is not told which);
 *   Forbidden, naming the permission, when their roles there do not include it; TokenScope when their token is not for it
 */
export function requireClient(principal: Principal, clientId: number, permission: Permission): ClientScope {
  const scope = principal.clients.get(clientId);
  if (!scope) throw problems.NotFound();
  if (!scope.permissions.has(permission)) throw refusal(principal, permission);
  return scope;
}

/** Why a permission is not there: the token leaves it out, or the person has it not. */
function refusal({ scopes }: Principal, permission: Permission): Problem {
  if (scopes && !coversPermission(scopes, permission))
    return accessProblems.TokenScope({ scope: SCOPE_OF[permission] });
  return problems.Forbidden({ permission });
}

/** @throws Problem Forbidden when the person does not hold `permission` for the whole centre, TokenScope when the token is not for it */
export function requireCentre(principal: Principal, permission: Permission): void {
  if (!principal.centrePermissions.has(permission)) throw refusal(principal, permission);
}

/** The clients at which the person holds `permission`, ascending. */
export function clientsWith(principal: Principal, permission: Permission): number[] {
  return [...principal.clients]
    .filter(([, scope]) => scope.permissions.has(permission))
    .map(([id]) => id)
    .sort((a, b) => a - b);
}

/** Up to which amount (cents) the person may use `permission` at the client; null is unlimited, 0 without the permission. */
export function limitOf(principal: Principal, clientId: number, permission: Permission): Cents | null {
  const limit = principal.clients.get(clientId)?.limits.get(permission);
  return limit === undefined ? 0n : limit;
}

/** @throws Problem AmountLimitExceeded when `amount` (cents, unsigned) is above the person's limit */
export function requireLimit(principal: Principal, clientId: number, permission: Permission, amount: Cents): void {
  const limit = limitOf(principal, clientId, permission);
  if (limit !== null && amount > limit) {
    throw accessProblems.AmountLimitExceeded({ amount: formatEuro(amount), limit: formatEuro(limit) });
  }
}
