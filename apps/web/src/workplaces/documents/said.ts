import type { InvoiceAddress, Said, SaidAmount, SaidDay, SaidId } from '../../api/document-types';
import { formatDay } from '../../lib/dates';

/** What an invoice file says, as plain text for people. Whatever cannot be read is shown as it came, never guessed. */
export const said = (text: Said): string | null => (text && text.trim() !== '' ? text.trim() : null);

const rawOf = (value: SaidAmount): string | null =>
  value === null || value === undefined ? null : said(typeof value === 'string' ? value : value.value);

/** `1234.5` as `1.234,50`: at least `decimals` digits behind the comma, further ones kept. */
export function saidNumber(value: SaidAmount, decimals = 2): string | null {
  const raw = rawOf(value);
  const match = raw === null ? null : /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(raw);
  if (!match || (match[2] === '' && !match[3])) return raw;
  const [, sign, whole = '', fraction = ''] = match;
  const euros = (whole.replace(/^0+(?=\d)/, '') || '0').replace(/\B(?=(\d{3})+$)/g, '.');
  const kept = fraction.replace(/0+$/, '').padEnd(decimals, '0');
  return `${sign === '-' ? '−' : ''}${euros}${kept ? `,${kept}` : ''}`;
}

export const saidMoney = (value: SaidAmount): string | null => saidNumber(value, 2);
/** A rate or quantity: no decimals unless it has some. */
export const saidQuantity = (value: SaidAmount): string | null => saidNumber(value, 0);

export const unitOf = (value: SaidAmount): string | null =>
  value && typeof value === 'object' ? said(value.unit) : null;

export function saidDay(value: SaidDay): string | null {
  return value && /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : said(value);
}

export const saidId = (id: SaidId | null | undefined): string | null => {
  const value = said(id?.value);
  const scheme = said(id?.scheme);
  return value && scheme ? `${value} (${scheme})` : value;
};

export function addressLines(address: InvoiceAddress | null | undefined): string[] {
  if (!address) return [];
  const place = [said(address.postcode), said(address.city)].filter(Boolean).join(' ');
  const country = said(address.country);
  return [
    said(address.line1),
    said(address.line2),
    said(address.line3),
    place || null,
    said(address.subdivision),
    country === 'DE' ? null : country,
  ].filter((line) => line !== null);
}

/** One condition of Skonto as XRechnung writes it into the payment terms: `#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=…#`. */
export interface SkontoTerm {
  kind: 'discount' | 'interest';
  days: number;
  percent: string;
  base: string | null;
}

/** Separates the structured lines of BT-20 from what people wrote. */
export function readTerms(terms: Said): { text: string; skonto: SkontoTerm[] } {
  const skonto: SkontoTerm[] = [];
  const text: string[] = [];
  for (const line of (terms ?? '').split(/\r?\n/)) {
    const match =
      /^\s*#(SKONTO|VERZUG)#TAGE=(\d+)#PROZENT=(\d+(?:\.\d+)?)#(?:BASISBETRAG=(-?\d+(?:\.\d+)?)#)?\s*$/.exec(line);
    if (match)
      skonto.push({
        kind: match[1] === 'SKONTO' ? 'discount' : 'interest',
        days: Number(match[2]),
        percent: match[3]!,
        base: match[4] ?? null,
      });
    else if (line.trim()) text.push(line.trim());
  }
  return { text: text.join('\n'), skonto };
}

/** `DE00 1234 …` in groups of four, as printed on paper. */
export const formatIban = (iban: string | null | undefined): string =>
  (iban ?? '').replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');

/** Marks where two account numbers differ, in groups of four: a swapped digit must not be overlooked. */
export function ibanDifference(a: string, b: string): { text: string; same: boolean }[][] {
  const groups = [a, b].map((iban) => formatIban(iban).split(' '));
  return groups.map((one, side) => one.map((text, i) => ({ text, same: groups[1 - side]?.[i] === text })));
}

export const fileSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('de-DE')} KB`
    : `${(bytes / 1024 / 1024).toLocaleString('de-DE', { maximumFractionDigits: 1 })} MB`;
