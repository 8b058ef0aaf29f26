import type { Text } from './model.js';

/** What BT-10 turned out to be. Official rules check neither its form nor its digits, so a wrong one arrives. */
export interface LeitwegId {
  /** Whether the text has the form `coarse[-fine]-check`. */
  isLeitwegId: boolean;
  /** In capital letters without blanks around it; what two ids are compared by. */
  normalised: string;
  /** 2 to 12 digits: the Land, then district or municipality. */
  coarse: string | null;
  /** Up to 30 letters and digits, or null where the id has no fine part. */
  fine: string | null;
  check: string | null;
  /** The check digits that the rest of the id leads to; null where the form does not fit. */
  expectedCheck: string | null;
  valid: boolean;
  /** Why, in words, for the clerk who has to ask the supplier. */
  explanation: { de: string; en: string };
}

const FORM = /^([0-9]{2,12})(?:-([0-9A-Z]{1,30}))?-([0-9]{2})$/;

/**
 * Takes a Leitweg-ID apart and verifies its check digits (ISO 7064, MOD 97-10): letters count A = 10 … Z = 35, the
 * whole number leaves 1 when divided by 97. Upper and lower case are the same, blanks at the ends do not count.
 *
 * @param reference BT-10 as written; it may hold another reference altogether
 */
export function parseLeitwegId(reference: Text): LeitwegId {
  const normalised = (reference ?? '').trim().toUpperCase();
  const match = normalised.length <= 46 ? FORM.exec(normalised) : null;
  if (match === null) {
    return {
      isLeitwegId: false,
      normalised,
      coarse: null,
      fine: null,
      check: null,
      expectedCheck: null,
      valid: false,
      explanation: {
        de: 'Die Angabe hat nicht die Form einer Leitweg-ID (Grobadressierung, Feinadressierung, zwei Prüfziffern).',
        en: 'The reference does not have the form of a Leitweg-ID (coarse part, fine part, two check digits).',
      },
    };
  }
  const coarse = match[1]!;
  const fine = match[2] ?? null;
  const check = match[3]!;
  const rest = remainder97(digitsOf(coarse + (fine ?? '')) + '00');
  const expectedCheck = String(98 - rest).padStart(2, '0');
  const valid = remainder97(digitsOf(coarse + (fine ?? '')) + check) === 1;
  return {
    isLeitwegId: true,
    normalised,
    coarse,
    fine,
    check,
    expectedCheck,
    valid,
    explanation: valid
      ? { de: 'Die Prüfziffern stimmen.', en: 'The check digits are right.' }
      : {
          de: `Die Prüfziffern ${check} sind falsch: 98 − ${rest} (Rest bei Teilung durch 97) ergibt ${expectedCheck}.`,
          en: `The check digits ${check} are wrong: 98 − ${rest} (remainder on division by 97) gives ${expectedCheck}.`,
        },
  };
}

/** Letters as two-digit numbers, A = 10 … Z = 35; for text of digits and capital letters. */
export function digitsOf(text: string): string {
  let digits = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    digits += code >= 65 ? String(code - 55) : text[i];
  }
  return digits;
}

/** A number of any length modulo 97. */
export function remainder97(digits: string): number {
  let rest = 0;
  for (let i = 0; i < digits.length; i++) rest = (rest * 10 + digits.charCodeAt(i) - 48) % 97;
  return rest;
}
