import { timingSafeEqual } from 'node:crypto';
import { accessProblems } from '../problems.js';
import type { AccessRequest } from './request.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isSafe = (request: AccessRequest): boolean => SAFE.has(request.method);

/**
 * Refuses what a browser says comes from elsewhere: `Sec-Fetch-Site` where it is sent, else `Origin`. Programs send neither.
 * @throws Problem CrossSite
 */
export function refuseCrossSite(request: AccessRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw accessProblems.CrossSite();
  }
  const origin = request.headers.origin;
  if (origin !== undefined && hostOf(origin) !== request.host) throw accessProblems.CrossSite();
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

/** @throws Problem CsrfRefused unless the header carries the session's token */
export function requireCsrfToken(request: AccessRequest, expected: string): void {
  const given = request.headers['x-csrf-token'];
  const [a, b] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(expected)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw accessProblems.CsrfRefused();
}
