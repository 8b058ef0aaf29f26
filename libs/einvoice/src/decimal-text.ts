import { Decimal } from 'decimal.js';
import { trimXml } from './xml/xml-element.js';

// Invoices carry prices with many digits and totals in the billions; products of two of them stay exact in 60 digits.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 60 });

/** XML Schema's lexical form of a decimal: an optional sign, digits, an optional point; no exponent, no grouping. */
const DECIMAL = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;

/** More digits than this are no amount but an attack on the arithmetic. */
const MAX_DIGITS = 40;

/** An exact number, or null where the text is none. XML's own white space is allowed at both ends, no other blank. */
export function decimalOf(raw: string): Decimal | null {
  const text = trimXml(raw);
  if (text.length > MAX_DIGITS || !DECIMAL.test(text)) return null;
  return new Exact(text.endsWith('.') ? text.slice(0, -1) : text);
}

/** Decimals with the precision and rounding (half away from zero) that all arithmetic of this lib uses. */
export function exact(value: Decimal.Value): Decimal {
  return new Exact(value);
}

/**
 * A number as an invoice writes it: the text stays, because rules count its digits, and the value is exact.
 * `value` is null where the text is no decimal: nothing is guessed.
 */
export class DecimalText {
  readonly value: Decimal | null;

  constructor(readonly raw: string) {
    this.value = decimalOf(raw);
  }

  /** How many characters follow the first point: what the BR-DEC rules count. */
  get decimals(): number {
    const point = this.raw.indexOf('.');
    return point < 0 ? 0 : this.raw.trimEnd().length - point - 1;
  }

  toString(): string {
    return this.raw;
  }
}

/** Money with its `currencyID`; null where the attribute is absent. */
export class Amount extends DecimalText {
  constructor(
    raw: string,
    readonly currency: string | null = null,
  ) {
    super(raw);
  }
}

/** A quantity with its unit (UN/ECE Recommendation 20/21); null where the attribute is absent. */
export class Quantity extends DecimalText {
  constructor(
    raw: string,
    readonly unit: string | null = null,
  ) {
    super(raw);
  }
}
