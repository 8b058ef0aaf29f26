import { type Cents, type Result, err, formatEuro, isLocalDate, parseEuro } from '@lib/kernel';

const GERMAN = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,2})$/;
const GROUPED = /^-?\d{1,3}(?:\.\d{3}){2,}$/;
const AMBIGUOUS = /^-?\d{1,3}\.\d{3}$/;

export type AmountRefusal = 'NotAnAmount' | 'TooManyDecimals' | 'AmountOutOfRange' | 'AmountAmbiguous';

/**
 * Reads an amount in euros as German (`1.234,56`) or technical (`1234.56`) files write it. `1.234` could be either and is
 * refused rather than guessed.
 */
export function readAmount(text: string): Result<Cents, AmountRefusal> {
  const plain = text.startsWith('−') ? `-${text.slice(1)}` : text;
  if (AMBIGUOUS.test(plain)) return err('AmountAmbiguous');
  const german = GERMAN.exec(plain);
  if (german) return parseEuro(`${german[1]}${german[2]!.replaceAll('.', '')}.${german[3]}`);
  if (GROUPED.test(plain)) return parseEuro(plain.replaceAll('.', ''));
  if (/^-?[\d.]*\d,\d{3,}$/.test(plain)) return err('TooManyDecimals');
  return parseEuro(plain);
}

/** `1234.5` and `1.234,50` as the API writes amounts, what cannot be read as it stands. */
export function apiAmount(text: string): { amount: string; refusal: AmountRefusal | null } {
  const read = readAmount(text);
  return read.ok ? { amount: formatEuro(read.value), refusal: null } : { amount: text, refusal: read.error };
}

/** `TT.MM.JJJJ` as `YYYY-MM-DD`; anything else as it stands. */
export function isoDate(text: string): string {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (!german) return text;
  const iso = `${german[3]}-${german[2]!.padStart(2, '0')}-${german[1]!.padStart(2, '0')}`;
  return isLocalDate(iso) ? iso : text;
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?[\d.,]+$/;
const ESCAPED = /^'+[=+\-@\t\r]/;

/** True for a text that a spreadsheet would execute instead of showing. */
export const isFormula = (text: string): boolean => FORMULA.test(text) && !NUMBER.test(text);
/** An apostrophe in front of such a text says that it is one; our own exports write it. */
export const unescaped = (text: string): string => (ESCAPED.test(text) ? text.slice(1) : text);
/** The opposite of {@link unescaped}: what goes into a CSV file so that no spreadsheet executes it. */
export const escapedForSpreadsheet = (text: string): string =>
  isFormula(text) || ESCAPED.test(text) ? `'${text}` : text;
