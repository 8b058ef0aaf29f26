import fc from 'fast-check';
import { checkIban, ibanDigitsFit, normaliseIban } from './iban.js';

test.each([
  'DE02120300000000202051',
  'DE02 1203 0000 0000 2020 51',
  'de02120300000000202051',
  'AT611904300234573201',
  'CH9300762011623852957',
])('%s is right', (iban) => {
  expect(checkIban(iban)).toMatchObject({ valid: true, fault: null, iban: normaliseIban(iban) });
});

test.each([
  [null, 'empty'],
  ['  ', 'empty'],
  ['1234567890', 'form'],
  ['DE02-1203-0000-0000-2020-51', 'form'],
  ['ZZ02120300000000202051', 'country'],
  ['DE0212030000000020205', 'length'],
  ['DE021203000000002020511', 'length'],
  ['DE03120300000000202051', 'check-digits'],
])('%p: %s', (iban, fault) => {
  const check = checkIban(iban);
  expect(check).toMatchObject({ valid: false, fault });
  expect(check.message.de).toMatch(/\.$/);
});

test('blanks change nothing, a wrong or swapped digit is found', () => {
  const account = fc
    .array(fc.constantFrom(...'0123456789'), { minLength: 18, maxLength: 18 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(account, fc.nat({ max: 16 }), (bban, at) => {
      const iban = Array.from({ length: 97 }, (_, n) => `DE${String(n + 2).padStart(2, '0')}${bban}`).find(
        ibanDigitsFit,
      )!;
      expect(checkIban(iban.replace(/(.{4})/g, '$1\u00a0')).valid).toBe(true);
      const digits = [...iban];
      const place = at + 4;
      digits[place] = String((Number(digits[place]) + 3) % 10);
      expect(checkIban(digits.join('')).fault).toBe('check-digits');
      const swapped = [...iban];
      [swapped[place], swapped[place + 1]] = [swapped[place + 1]!, swapped[place]!];
      expect(checkIban(swapped.join('')).valid).toBe(swapped.join('') === iban);
    }),
  );
});
