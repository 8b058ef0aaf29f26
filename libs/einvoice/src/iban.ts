import { digitsOf, remainder97 } from './leitweg-id.js';
import type { Text } from './model.js';

/** What is wrong with an IBAN, first things first. */
export type IbanFault = 'empty' | 'form' | 'country' | 'length' | 'check-digits';

export interface IbanCheck {
  /** Capital letters without blanks; what two accounts are compared by. */
  iban: string;
  valid: boolean;
  fault: IbanFault | null;
  message: { de: string; en: string };
}

/** Lengths by country (ISO 13616 register), SEPA and beyond. */
const LENGTHS: Record<string, number> = Object.fromEntries(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
   FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21
   LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22
   RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const FORM = /^[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}$/;

/** An account number without blanks and in capital letters, as IBANs are compared. */
export function normaliseIban(text: Text): string {
  return (text ?? '').replace(/\s/g, '').toUpperCase();
}

/**
 * Verifies an IBAN: form, country, length and check digits (ISO 13616, remainder 1 modulo 97). Whether the account
 * exists or belongs to the payee no check can tell.
 *
 * @param text as written, with or without blanks
 */
export function checkIban(text: Text): IbanCheck {
  const iban = normaliseIban(text);
  const answer = (fault: IbanFault | null, de: string, en: string): IbanCheck => ({
    iban,
    valid: fault === null,
    fault,
    message: { de, en },
  });
  if (iban === '') return answer('empty', 'Es ist keine IBAN angegeben.', 'No IBAN is given.');
  if (!FORM.test(iban)) {
    return answer('form', 'Die Angabe hat nicht die Form einer IBAN.', 'The text does not have the form of an IBAN.');
  }
  const country = iban.slice(0, 2);
  const length = LENGTHS[country];
  if (length === undefined) {
    return answer('country', `Das Land „${country}“ führt keine IBAN.`, `The country "${country}" issues no IBAN.`);
  }
  if (iban.length !== length) {
    return answer(
      'length',
      `Eine IBAN aus ${country} hat ${length} Stellen, diese hat ${iban.length}.`,
      `An IBAN from ${country} has ${length} characters, this one has ${iban.length}.`,
    );
  }
  if (!ibanDigitsFit(iban)) {
    return answer('check-digits', 'Die Prüfziffern der IBAN sind falsch.', 'The check digits of the IBAN are wrong.');
  }
  return answer(null, 'Form und Prüfziffern der IBAN stimmen.', 'Form and check digits of the IBAN are right.');
}

/** The check digits alone, without regard to country and length: what the official rules BR-DE-19/20 look at. */
export function ibanDigitsFit(iban: string): boolean {
  return FORM.test(iban) && remainder97(digitsOf(iban.slice(4) + iban.slice(0, 4))) === 1;
}
