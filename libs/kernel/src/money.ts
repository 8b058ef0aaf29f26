import { err, ok, type Result } from './result.js';

/** An amount in whole euro cents. Signed: debit is positive, credit is negative. No `number` ever holds an amount. */
export type Cents = bigint & { readonly unit?: 'cents' };

/** The largest amount of one line: 99,999,999,999.99 EUR. The database checks the same bound. */
export const MAX_CENTS: Cents = 9_999_999_999_999n;

export type MoneyError = 'NotAnAmount' | 'TooManyDecimals' | 'AmountOutOfRange';

const EURO = /^(-?)(\d{1,15})(?:\.(\d+))?$/;

/**
 * Reads an amount in euros as the API writes it (`"1234.50"`, `"-3"`); never more than two decimals,
 * no thousands separators, no exponent, no sign but a leading minus.
 */
export function parseEuro(text: string): Result<Cents, MoneyError> {
  const match = EURO.exec(text);
  if (!match) return err('NotAnAmount');
  const decimals = match[3] ?? '';
  if (decimals.length > 2) return err('TooManyDecimals');
  const cents = BigInt(match[2]!) * 100n + BigInt(decimals.padEnd(2, '0') || '0');
  if (cents > MAX_CENTS) return err('AmountOutOfRange');
  return ok(match[1] ? -cents : cents);
}

/** Reads an amount as German files write it (`1.234,50`, `1234,5`, `-3`) or as the API does (`1234.50`). */
export function parseGermanEuro(text: string): Result<Cents, MoneyError> {
  const trimmed = text.trim().replace(/^−/, '-');
  if (/^-?\d{1,3}(\.\d{3})+(,\d*)?$/.test(trimmed)) return parseEuro(trimmed.replaceAll('.', '').replace(',', '.'));
  return parseEuro(trimmed.replace(',', '.'));
}

/** Writes cents as the API does: euros with two decimals, `"-1234.50"`. Takes the text form the database driver gives, too. */
export function formatEuro(amount: Cents | string): string {
  const cents = BigInt(amount);
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Splits an amount by weights so that the parts add up to the whole: each part is cut to whole cents and the
 * remaining cents go one by one to the last parts (largest-remainder, ties to the later part).
 * @throws RangeError when no weight is positive or one is negative.
 */
export function split(amount: Cents, weights: readonly bigint[]): Cents[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('weights must be positive');
  const sign = amount < 0n ? -1n : 1n;
  const whole = amount * sign;
  const parts = weights.map((weight) => (whole * weight) / total);
  const remainders = weights.map((weight, index) => ({ index, rest: (whole * weight) % total }));
  let left = whole - parts.reduce((sum, part) => sum + part, 0n);
  for (const { index } of remainders.sort((a, b) =>
    a.rest === b.rest ? b.index - a.index : a.rest < b.rest ? 1 : -1,
  )) {
    if (left === 0n) break;
    parts[index] = parts[index]! + 1n;
    left -= 1n;
  }
  return parts.map((part) => part * sign);
}
