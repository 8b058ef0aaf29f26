import { type Cents, formatEuro, type LocalDate } from '@lib/kernel';

/** An IBAN in groups of four, as letters print it (DIN 5008). */
export const spaced = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');

/** `2026-03-31` as `31.03.2026`. */
export const printedDay = (day: LocalDate): string => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;

/** `1234.5` as `1.234,5`: a decimal of the API as a German letter prints it, its decimals as they are. */
export function printedNumber(decimal: string): string {
  const [whole = '', decimals] = decimal.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${decimal.startsWith('-') ? '−' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}

/** Cents as `1.234,50 €`. */
export const printedAmount = (amount: Cents): string => `${printedNumber(formatEuro(amount))} €`;

/** A price: at least two decimals, never fewer than it has. */
export function printedPrice(decimal: string): string {
  const [whole = '', decimals = ''] = decimal.split('.');
  return printedNumber(`${whole}.${decimals.replace(/0+$/, '').padEnd(2, '0')}`);
}

/** Names of units as a letter prints them; another unit keeps its code. */
const UNITS: Record<string, string> = {
  ANN: 'Jahr',
  C62: 'Stück',
  DAY: 'Tag',
  E48: 'Leistung',
  H87: 'Stück',
  HUR: 'Std.',
  KGM: 'kg',
  KMT: 'km',
  KWH: 'kWh',
  LS: 'pauschal',
  LTR: 'l',
  MIN: 'Min.',
  MON: 'Monat',
  MTK: 'm²',
  MTQ: 'm³',
  MTR: 'm',
  TNE: 't',
  XPP: 'Stück',
};

export function printedUnit(code: string, quantity: string): string {
  const one = /^-?1(\.0*)?$/.test(quantity);
  if (code === 'MON' && !one) return 'Monate';
  if (code === 'DAY' && !one) return 'Tage';
  if (code === 'ANN' && !one) return 'Jahre';
  return UNITS[code] ?? code;
}
