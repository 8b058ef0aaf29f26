import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Sealing } from './sealing.js';

export const DEVICE_COOKIE = 'fz_device';
/** Sign-in and the own account; nothing else asks for it. */
export const DEVICE_PATH = '/api/v1/auth';
/** Browsers keep a cookie no longer than that. */
export const DEVICE_SECONDS = 400 * 24 * 3600;

/**
 * A browser that somebody has signed in with is told apart by a signed random number. It opens nothing: it only lets failures be
 * counted for this browser alone, so that strangers cannot lock out whoever sits at it.
 */
export class Devices {
  constructor(private readonly sealing: Sealing) {}

  /** The device behind a cookie of ours, as the database knows it; null for anything else. */
  deviceOf(cookie: string | null | undefined): string | null {
    const [number, mark] = cookie?.split('.', 2) ?? [];
    if (!number || !mark) return null;
    const [given, ours] = [Buffer.from(mark), Buffer.from(this.sealing.mark('device', number))];
    if (given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
    return createHash('sha256').update(number).digest('base64url');
  }

  /** The cookie to keep: the one that came, if it is ours, else a new one. */
  cookieFor(cookie: string | null | undefined): string {
    if (this.deviceOf(cookie) !== null) return cookie!;
    const number = randomBytes(16).toString('base64url');
    return `${number}.${this.sealing.mark('device', number)}`;
  }
}
