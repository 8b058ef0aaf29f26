import { generatePassword, weaknessOf } from './password.js';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.js';

describe('a new password', () => {
  it.each([
    ['elf Zeichen', 'PasswordTooShort'],
    ['x'.repeat(201), 'PasswordTooLong'],
    ['mein-Clerk-Kennwort', 'PasswordContainsName'],
    ['Passwort2026!', 'PasswordTooCommon'],
    ['Sommer2026!!', 'PasswordTooCommon'],
    ['Finanzzentrum1', 'PasswordTooCommon'],
    ['correct-horse-battery-staple', 'PasswordTooCommon'],
    ['aaaaaaaaaaaaa', 'PasswordTooCommon'],
    ['abababababab', 'PasswordTooCommon'],
    ['012345678901', 'PasswordTooCommon'],
    ['sapoiuztrewq', 'PasswordTooCommon'],
    ['🔑🔒🔓🗝🔐🔏', 'PasswordTooShort'],
  ])('%s is refused: %s', (password, code) => {
    expect(weaknessOf(password, 'clerk')?.code).toBe(code);
  });

  it.each(['leise Brücke trägt Möwen', 'kVx7!pqRw2#Lm', 'drei Katzen im Regen'])('%s will do', (password) => {
    expect(weaknessOf(password, 'clerk')).toBeNull();
  });

  it('made by the system will do, and is never the same', () => {
    const made = Array.from({ length: 50 }, generatePassword);
    expect(new Set(made).size).toBe(50);
    for (const password of made) {
      expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
      expect(weaknessOf(password, 'clerk')).toBeNull();
    }
  });
});

describe('a stored password', () => {
  it('is an argon2id hash with its own salt', async () => {
    const [a, b] = await Promise.all([hashPassword('leise Brücke'), hashPassword('leise Brücke')]);
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(a).not.toBe(b);
    expect(isOutdated(a)).toBe(false);
    expect(isOutdated(a.replace('m=19456', 'm=4096'))).toBe(true);
  });

  it('is good for that password only, and nothing is good without one', async () => {
    const hash = await hashPassword('leise Brücke');
    expect(await verifyPassword(hash, 'leise Brücke')).toBe(true);
    expect(await verifyPassword(hash, 'leise Bruecke')).toBe(false);
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
  });
});

test('a flood of sign-ins is turned away before it starves the rest', async () => {
  const hash = await hashPassword('leise Brücke');
  const answers = await Promise.allSettled(Array.from({ length: 200 }, () => verifyPassword(hash, 'x')));
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused.length).toBeGreaterThan(100);
  expect(refused[0]).toMatchObject({ reason: { code: 'Overloaded' } });
});
