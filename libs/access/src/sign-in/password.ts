import type { Problem } from '@lib/kernel';
import { randomInt } from 'node:crypto';
import { accessProblems } from '../problems.js';

export const MINIMUM = 12;
export const MAXIMUM = 200;

/** What people choose when they must have twelve characters; compared without digits, signs and case at either end. */
const COMMON = new Set(
  `password passwort kennwort geheim geheimes geheimnis qwertz qwerty qwertzuiop qwertyuiop asdfghjkl yxcvbnm zxcvbnm
  letmein welcome willkommen hallo hallohallo hallowelt iloveyou ichliebedich administrator admin adminadmin buergermeister
  bürgermeister rathaus stadtverwaltung gemeinde gemeindeverwaltung verwaltung kämmerei kaemmerei kaemmerer kämmerer finanzzentrum
  finanzen buchhaltung stadtkasse gemeindekasse sommer winter frühling fruehling herbst montag dienstag mittwoch donnerstag
  freitag samstag sonntag januar februar märz maerz april juni juli august september oktober november dezember schalke
  schalkenullvier borussia bayernmuenchen deutschland nordrheinwestfalen testtest testpassword testpasswort changeme
  changemenow passwordpassword passwortpasswort superman batman starwars monkey dragon football fussball master princess
  sunshine trustno default secret topsecret abc abcd abcdef abcdefgh abcdefghijkl correcthorsebatterystaple`.split(
    /\s+/,
  ),
);

const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertzuiopasdfghjklyxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
];

function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5) return true;
  if (SEQUENCES.some((sequence) => sequence.includes(plain) || [...sequence].reverse().join('').includes(plain)))
    return true;
  const stem = plain.replace(/^[^a-zäöüß]+|[^a-zäöüß]+$/g, '');
  return COMMON.has(stem) || COMMON.has(stem.replace(/[^a-zäöüß]/g, ''));
}

/**
 * What is wrong with a new password, or null. Length decides (NIST SP 800-63B, BSI ORP.4.A22): no rules about kinds of
 * characters, but nothing that is guessed first and nothing around the user name.
 */
export function weaknessOf(password: string, userName: string, pointer = '/newPassword'): Problem | null {
  const length = [...password].length;
  if (length < MINIMUM) return accessProblems.PasswordTooShort({ minimum: MINIMUM }, pointer);
  if (length > MAXIMUM) return accessProblems.PasswordTooLong({ maximum: MAXIMUM }, pointer);
  if (userName.length >= 3 && password.toLowerCase().includes(userName.toLowerCase())) {
    return accessProblems.PasswordContainsName({}, pointer);
  }
  return isCommon(password) ? accessProblems.PasswordTooCommon({}, pointer) : null;
}

const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that can be read out on the telephone: four groups of four, 79 bits. */
export function generatePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
