export { AccessModule } from './access.module.js';
export { ACCESS_OPTIONS, type AccessOptions, type OidcOptions } from './options.js';
export { type Permission, PERMISSIONS, PERMISSIONS_OF, type Role, ROLE_LABELS, ROLES } from './role.js';
export { coversPermission, SCOPE_OF, TOKEN_SCOPES, type TokenScope } from './token-scope.js';
export {
  type Actor,
  clientsWith,
  type ClientScope,
  limitOf,
  type Principal,
  requireCentre,
  requireClient,
  requireLimit,
  SYSTEM,
} from './principal.js';
export {
  type AccessRule,
  ClientId,
  CurrentActor,
  CurrentUser,
  IdempotencyKey,
  Needs,
  NeedsCentre,
  NotRecorded,
  Public,
  SignedIn,
} from './guard/decorators.js';
export { type AccessRequest } from './guard/request.js';
export { Authenticator } from './guard/authenticator.js';
export { type RouteAccess, routesOf } from './guard/routes.js';
export { AuditLog } from './audit/audit-log.js';
export { type AuditEvent, recordEvent } from './audit/audit-event.js';
export { bootstrapAdministrator, createUser, type UserWish } from './users/create-user.js';
export { unlock } from './users/unlock.js';
export { assignRole, type RoleWish } from './users/assign-role.js';
export { appointDeputy } from './users/appoint-deputy.js';
export { createApiToken } from './sign-in/api-tokens.js';
export { accessProblems } from './problems.js';
export { type Standing, standingAt } from './standing.js';
export { IsDay, RouteId } from './validators.js';
export { once } from './once.js';
export { networkOf } from './sign-in/lock-out.js';
export { weaknessOf } from './sign-in/password.js';
export { Sealing } from './sign-in/sealing.js';
export { OtherSecretKeyError, replaceLostSecretKey, SecretKeyGuard } from './sign-in/secret-key-guard.js';
