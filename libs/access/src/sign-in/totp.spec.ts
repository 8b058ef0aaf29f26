import { Secret } from 'otpauth';
import { randomBytes } from 'node:crypto';
import { lockOutMinutes, networkOf } from './lock-out.js';
import { Sealing } from './sealing.js';
import { newTotp, totpCode, totpStep } from './totp.js';

describe('the one-time code', () => {
  // RFC 6238, appendix B (the last six of the eight digits)
  const secret = Secret.fromLatin1('12345678901234567890').base32;
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [2_000_000_000, '279037'],
  ])('at second %d is %s', (second, code) => {
    const now = new Date(second * 1000);
    expect(totpCode(secret, now)).toBe(code);
    expect(totpStep(secret, code, now)).toBe(Math.floor(second / 30));
  });

  it('forgives one step of drift either way and names the step of the code, not of the clock', () => {
    const now = new Date(1_111_111_109_000);
    const step = Math.floor(1_111_111_109 / 30);
    const at = (steps: number): string => totpCode(secret, new Date(now.getTime() + steps * 30_000));
    expect([-2, -1, 0, 1, 2].map((steps) => totpStep(secret, at(steps), now))).toEqual([
      null,
      step - 1,
      step,
      step + 1,
      null,
    ]);
  });

  it.each(['', '12345', '1234567', 'abcdef', '０８１８０４'])('%p is none', (code) => {
    expect(totpStep(secret, code, new Date(1_111_111_109_000))).toBeNull();
  });

  it('comes with an address and a picture for the application', async () => {
    const made = await newTotp('clerk', 'Testzentrum');
    expect(made.uri).toContain(`otpauth://totp/Testzentrum:clerk?`);
    expect(made.uri).toContain(`secret=${made.secret}`);
    expect(made.qrSvg).toMatch(/^<svg /);
    expect(Secret.fromBase32(made.secret).bytes).toHaveLength(20);
  });
});

describe('a sealed secret', () => {
  const sealing = new Sealing(randomBytes(32));

  it('opens with the same key for the same purpose only', () => {
    const sealed = sealing.seal('totp', 'geheim');
    expect(sealed.toString('latin1')).not.toContain('geheim');
    expect(sealing.open('totp', sealed)).toBe('geheim');
    expect(sealing.open('oidc', sealed)).toBeNull();
    expect(new Sealing(randomBytes(32)).open('totp', sealed)).toBeNull();
  });

  it('does not open when a single bit was touched', () => {
    const sealed = sealing.seal('totp', 'geheim');
    for (let byte = 0; byte < sealed.length; byte++) {
      const touched = Buffer.from(sealed);
      touched[byte]! ^= 1;
      expect(sealing.open('totp', touched)).toBeNull();
    }
    expect(sealing.open('totp', Buffer.alloc(0))).toBeNull();
  });
});

test('a lock-out grows from 15 minutes to eight hours', () => {
  expect([4, 5, 6, 7, 8, 9, 10, 50].map(lockOutMinutes)).toEqual([0, 15, 30, 60, 120, 240, 480, 480]);
});

test('an address is an IPv4 address or the network of an IPv6 address', () => {
  expect(
    ['192.0.2.1', '::ffff:192.0.2.1', '::1', '2001:db8::1', '2001:0db8:0:0:1::2', '2001:DB8:1:2:3:4:5:6', ''].map(
      networkOf,
    ),
  ).toEqual(['192.0.2.1', '192.0.2.1', '0:0:0:0', '2001:db8:0:0', '2001:db8:0:0', '2001:db8:1:2', '']);
});
