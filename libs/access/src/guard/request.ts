import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Principal } from '../principal.js';
import { DEVICE_COOKIE, DEVICE_PATH, DEVICE_SECONDS } from '../sign-in/device.js';

/** What the guard leaves on a request it let in. */
export type AccessRequest = FastifyRequest & {
  principal?: Principal;
  /** `refusals`: what succeeds is recorded elsewhere or not worth it. */
  recorded?: 'everything' | 'refusals';
  /** The hash of the session's token, for what concerns this one session (signing out, CSRF token). */
  sessionHash?: Buffer;
  csrfToken?: string;
};
export type Reply = FastifyReply;

/** Who asks and from where, for the audit log. */
export function actorOf(request: AccessRequest): Actor {
  return {
    userId: request.principal?.userId ?? null,
    userName: request.principal?.userName ?? null,
    ip: request.ip,
    requestId: String(request.id),
    device: cookieOf(request, DEVICE_COOKIE),
  };
}

export const SESSION_COOKIE = 'fz_session';
export const TOKEN_PREFIX = 'fzt_';

const COOKIES = new Map<string, RegExp>();

/** The value of one cookie of ours: they hold base64url only, so nothing has to be decoded. */
export function cookieOf(request: FastifyRequest, name: string): string | null {
  let shape = COOKIES.get(name);
  if (!shape) COOKIES.set(name, (shape = new RegExp(`(?:^|;\\s*)${name}=([\\w.-]+)(?:;|$)`)));
  return shape.exec(request.headers.cookie ?? '')?.[1] ?? null;
}

/** A `Set-Cookie` value; never readable by scripts, and over HTTPS only where the request came by HTTPS. */
export function cookie(
  request: FastifyRequest,
  name: string,
  value: string,
  options: { sameSite: 'Strict' | 'Lax'; path: string; maxAge?: number },
): string {
  const parts = [`${name}=${value}`, `Path=${options.path}`, 'HttpOnly', `SameSite=${options.sameSite}`];
  if (options.maxAge !== undefined) parts.push(`Max-Age=${options.maxAge}`);
  if (request.protocol === 'https') parts.push('Secure');
  return parts.join('; ');
}

/** The cookies of a session just opened: the session itself, and the one by which the browser is known from now on. */
export function openedCookies(request: FastifyRequest, opened: { token: string; device: string }): string[] {
  return [
    cookie(request, SESSION_COOKIE, opened.token, { sameSite: 'Strict', path: '/' }),
    // Lax: it opens nothing, and must come along when the browser returns from the OpenID provider.
    cookie(request, DEVICE_COOKIE, opened.device, { sameSite: 'Lax', path: DEVICE_PATH, maxAge: DEVICE_SECONDS }),
  ];
}
