import type { Decimal } from 'decimal.js';
import { decimalOf, exact } from '../decimal-text.js';
import type { XmlElement } from '../xml/xml-element.js';
import { Uncheckable, textOf, trimmed } from './invoice-tree.js';

/*
 * The arithmetic of the official rules. Most of them reckon with exact decimals, some (where the authors left out the
 * conversion) with binary floating point; verdicts are only the same if both are followed. The product's own exact
 * recomputation is elsewhere (`totals.ts`).
 */

export const ZERO = exact(0);
export const ONE = exact(1);
export const HUNDRED = exact(100);

// decimal.js: 7 = a half goes towards plus infinity, 5 = towards zero
const HALF_UP_TO_INFINITY = 7;
const HALF_DOWN = 5;

/** Numbers read before: several rules ask for the same amount, and invoices repeat rates, prices and quantities. */
const known = new Map<string, Decimal>();
const MOST_KNOWN = 20_000;

/** The exact number of an element; null where the element is absent. */
export function decimal(element: XmlElement | null): Decimal | null {
  if (element === null) return null;
  const text = textOf(element);
  const before = known.get(text);
  if (before !== undefined) return before;
  const value = decimalOf(text);
  if (value === null) throw new Uncheckable(element, 'number');
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, value);
  return value;
}

/** The exact number of an element that is there. */
export function decimalIn(element: XmlElement): Decimal {
  return decimal(element)!;
}

const DOUBLE = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** The number of an element as binary floating point; null where the element is absent. */
export function double(element: XmlElement | null): number | null {
  if (element === null) return null;
  const text = trimmed(textOf(element));
  if (DOUBLE.test(text)) return Number(text);
  if (text === 'INF') return Infinity;
  if (text === '-INF') return -Infinity;
  if (text === 'NaN') return NaN;
  throw new Uncheckable(element, 'number');
}

/** Sum of the elements as exact decimals; 0 where there are none. */
export function sum(elements: Iterable<XmlElement>): Decimal {
  let total = ZERO;
  for (const element of elements) total = total.plus(decimalIn(element));
  return total;
}

/** Sum of the elements as binary floating point. */
export function doubleSum(elements: Iterable<XmlElement>): number {
  let total = 0;
  for (const element of elements) total += double(element)!;
  return total;
}

/** Rounds to cents; a half goes up, also below zero (−0.005 → 0), as the rules' language does it. */
export function cents(value: Decimal): Decimal {
  return value.toDecimalPlaces(2, HALF_UP_TO_INFINITY);
}

/** Rounds to whole numbers in the same way. */
export function whole(value: Decimal): Decimal {
  return value.toDecimalPlaces(0, HALF_UP_TO_INFINITY);
}

/** Rounds a floating-point number to cents as `round(x * 100) div 100` does. */
export function doubleCents(value: number): number {
  return Math.round(value * 10 * 10) / 100;
}

/** Divides with the eighteen decimals that the official engine keeps. */
export function quotient(dividend: Decimal, divisor: Decimal): Decimal {
  const places = Math.max(18, dividend.decimalPlaces() - divisor.decimalPlaces() + 18);
  return dividend.div(divisor).toDecimalPlaces(places, HALF_DOWN);
}

/** The exact value of a floating-point number (0.1 has 55 decimals). */
export function exactOf(value: number): Decimal {
  if (!Number.isFinite(value)) return exact(value);
  let scale = 0;
  let scaled = value;
  // Doubling is exact in binary; so many doublings make every finite number whole.
  while (!Number.isInteger(scaled) && scale < 1100) {
    scaled *= 2;
    scale++;
  }
  if (scale === 0) return exact(BigInt(scaled).toString());
  // n / 2^k = n·5^k / 10^k
  const digits = (BigInt(scaled) * 5n ** BigInt(scale)).toString();
  const negative = digits.startsWith('-');
  const padded = (negative ? digits.slice(1) : digits).padStart(scale + 1, '0');
  const text = `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  return exact(negative ? `-${text}` : text);
}

/** Whether an element's text has at most two characters after its first point: what the BR-DEC rules count. */
export function atMostTwoDecimals(element: XmlElement | null): boolean {
  if (element === null) return true;
  const text = textOf(element);
  const point = text.indexOf('.');
  return point < 0 || text.length - point - 1 <= 2;
}

/** The truth value of an element (`true`, `false`, `1`, `0`). */
export function truth(element: XmlElement): boolean {
  const text = trimmed(textOf(element));
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw new Uncheckable(element, 'boolean');
}
