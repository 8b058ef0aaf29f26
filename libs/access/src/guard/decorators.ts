import { problems } from '@lib/kernel';
import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension, ApiHeader, ApiParam } from '@nestjs/swagger';
import type { Permission } from '../role.js';
import { type AccessRequest, actorOf } from './request.js';

/** Who may use a route. */
export type AccessRule =
  | { kind: 'client'; permission: Permission; or?: Permission }
  | { kind: 'centre'; permission: Permission }
  | { kind: 'signed-in' }
  | { kind: 'public' };

export const ACCESS_RULE = 'finanz:access-rule';
export const NOT_RECORDED = 'finanz:not-recorded';
export const WITH_INITIAL_PASSWORD = 'finanz:with-initial-password';

const rule = (value: AccessRule): MethodDecorator & ClassDecorator =>
  value.kind === 'public'
    ? applyDecorators(SetMetadata(ACCESS_RULE, value), ApiExtension('x-access', value))
    : applyDecorators(
        SetMetadata(ACCESS_RULE, value),
        ApiExtension('x-access', value),
        ApiCookieAuth(),
        ApiBearerAuth(),
      );

/**
 * The person needs `permission` at the client that the route names (`:clientId`), or the other one instead; the handler then
 * decides what that one is enough for.
 */
export const Needs = (permission: Permission, or?: Permission) =>
  rule({ kind: 'client', permission, ...(or && { or }) });
/** The person needs `permission` for the whole centre. */
export const NeedsCentre = (permission: Permission) => rule({ kind: 'centre', permission });
/** Anybody who is signed in; the handler decides what they see (`clientsWith`, `requireClient`). */
export const SignedIn = () => rule({ kind: 'signed-in' });
/** Anybody at all. */
export const Public = () => rule({ kind: 'public' });

/**
 * Requests of this route that succeed are not written to the audit log one by one; refusals are.
 * @param reason why that loses nothing; for the reader of the code
 */
export const NotRecorded = (reason: string) => SetMetadata(NOT_RECORDED, reason);

/** People who still have their initial password may use this route, too. */
export const WithInitialPassword = () => SetMetadata(WITH_INITIAL_PASSWORD, true);

const request = (context: ExecutionContext): AccessRequest => context.switchToHttp().getRequest<AccessRequest>();

/** The {@link Principal} who asks. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext) => request(context).principal);
/** The {@link Actor}: who asks and from where, for the audit log. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => actorOf(request(context)));
/** Describes in the API document what a parameter decorator of ours reads. */
const documented =
  (describe: MethodDecorator): ParameterDecorator =>
  (target, name) => {
    if (name !== undefined) describe(target, name, Object.getOwnPropertyDescriptor(target, name)!);
  };

/** The checked `:clientId` of the route. */
export const ClientId = createParamDecorator(
  (_: unknown, context: ExecutionContext) => clientIdOf(request(context)),
  [
    documented(
      ApiParam({ name: 'clientId', type: 'integer', description: 'The client: a municipality or special fund' }),
    ),
  ],
);

/** The `Idempotency-Key` header, if there is one. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const key = request(context).headers['idempotency-key'];
    if (key === undefined) return undefined;
    if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
    throw problems.Malformed({ reason: 'Idempotency-Key: 1–200 ASCII' });
  },
  [
    documented(
      ApiHeader({
        name: 'Idempotency-Key',
        required: false,
        description: 'The same key with the same body answers the first answer again, with another body 409',
      }),
    ),
  ],
);

/** @throws Problem NotFound for anything that cannot be the id of a client */
export function clientIdOf(request: AccessRequest): number {
  const text = (request.params as { clientId?: string }).clientId ?? '';
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : NaN;
  if (!(id <= 2_147_483_647)) throw problems.NotFound();
  return id;
}
