import { Secret, TOTP } from 'otpauth';
import { toString as qrCode } from 'qrcode';

const PERIOD = 30;
const of = (secret: string, userName = '', issuer = ''): TOTP =>
  new TOTP({
    issuer,
    label: userName,
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: PERIOD,
    algorithm: 'SHA1',
  });

/** A new secret (160 bits, base32) with what an authenticator application needs to take it over. */
export async function newTotp(
  userName: string,
  issuer: string,
): Promise<{ secret: string; uri: string; qrSvg: string }> {
  const secret = new Secret({ size: 20 }).base32;
  const uri = of(secret, userName, issuer).toString();
  return { secret, uri, qrSvg: await qrCode(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }) };
}

/**
 * The time step a code stands for (one step of clock drift either way), or null when it is wrong. The step must be kept:
 * a code is good once, so only a later step than the last may be accepted.
 */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const drift = of(secret).validate({ token: digits, timestamp: now.getTime(), window: 1 });
  return drift === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + drift;
}

/** The code an authenticator application would show. */
export function totpCode(secret: string, now: Date): string {
  return of(secret).generate({ timestamp: now.getTime() });
}
