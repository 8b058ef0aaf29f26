/**
 * Amounts in the browser: whole cents as BigInt, never a JavaScript number.
 *
 * Three spellings exist: the API's `"1234.50"`, the screen's `1.234,50` and whatever a clerk types.
 */
export type Cents = bigint;

const API_AMOUNT = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** Reads the API's spelling; anything else is a programming error and throws. */
export function fromApi(amount: string): Cents {
  const match = API_AMOUNT.exec(amount);
  if (!match) throw new Error(`not an amount: ${amount}`);
  const [, sign, euros, cents = ''] = match;
  const value = BigInt(euros!) * 100n + BigInt(cents.padEnd(2, '0'));
  return sign ? -value : value;
}

export const fromApiOrZero = (amount: string | null | undefined): Cents => (amount ? fromApi(amount) : 0n);

/** Writes the API's spelling: `-1234.50`. */
export function toApi(cents: Cents): string {
  const size = abs(cents);
  return `${cents < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** Writes `1.234,50` with a real minus sign, as printed in German books in either language of the screens. */
export function formatMoney(cents: Cents): string {
  const size = abs(cents);
  const euros = String(size / 100n).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${cents < 0n ? '−' : ''}${euros},${String(size % 100n).padStart(2, '0')}`;
}

export const abs = (cents: Cents): Cents => (cents < 0n ? -cents : cents);
export const sum = (amounts: Iterable<Cents>): Cents => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
};

/**
 * Reads what a clerk types: `1234,56`, `1.234,56`, `1234`, `1.234` (one thousand two hundred …), `12.5` from a keypad
 * with a point, a sign before or behind. Answers null for anything that is not clearly one amount.
 */
export function parseTyped(text: string): Cents | null {
  const compact = text.replace(/[\s€]/g, '').replace(/−/g, '-');
  const negative = compact.startsWith('-') !== compact.endsWith('-') && compact.length > 1;
  const digits = compact.replace(/^[+-]|-$/g, '');
  const plain = normaliseDigits(digits);
  if (plain === null) return null;
  const value = fromApi(plain);
  return negative ? -value : value;
}

function normaliseDigits(digits: string): string | null {
  if (/^\d{1,13}(,\d{0,2})?$/.test(digits)) return trimPoint(digits.replace(',', '.'));
  if (/^\d{1,3}(\.\d{3})+(,\d{0,2})?$/.test(digits)) return trimPoint(digits.replace(/\./g, '').replace(',', '.'));
  if (/^\d{1,13}\.\d{1,2}$/.test(digits)) return digits;
  if (/^,\d{1,2}$/.test(digits)) return `0.${digits.slice(1)}`;
  return null;
}

const trimPoint = (digits: string): string => digits.replace(/\.$/, '');
