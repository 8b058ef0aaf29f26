import { type Cents, split } from '@lib/kernel';

/** The tax in an open item: base and tax as the entry that raised it has them, in whole cents with the journal's sign. */
export interface ItemTax {
  /** Key of the client's tax keys. */
  code: string;
  /** Per cent with two decimals, `"19.00"`. */
  rate: string;
  account: string;
  base: Cents;
  tax: Cents;
}

/**
 * The tax in a part of an amount, in proportion: of an item where several share a document, or of what is paid less than was billed.
 * @param part and whole in cents with the same sign
 */
export function taxOfPart(taxes: readonly ItemTax[], part: Cents, whole: Cents): ItemTax[] {
  if (part === whole) return [...taxes];
  if (whole === 0n || part === 0n) return [];
  const [a, b] = whole < 0n ? [-part, -whole] : [part, whole];
  const share = (amount: Cents): Cents =>
    a < 0n || a > b ? round(amount * a, b) : (split(amount, [a, b - a])[0] ?? 0n);
  return taxes
    .map((one) => ({ ...one, base: share(one.base), tax: share(one.tax) }))
    .filter((one) => one.base !== 0n || one.tax !== 0n);
}

const round = (amount: Cents, by: Cents): Cents => {
  const sign = amount < 0n ? -1n : 1n;
  return (sign * (amount * sign * 2n + by)) / (by * 2n);
};

/**
 * What a discount or another reduction takes off the tax (§ 17(1) UStG): base and tax of each key fall in proportion, on both sides
 * where the recipient owes the tax (§ 13b UStG). The lines to be posted, with the sign that takes away.
 * @param reduced by how much less is paid, and `whole`, what the item was raised with: cents, unsigned
 */
export function taxOfDiscount(taxes: readonly ItemTax[], reduced: Cents, whole: Cents): ItemTax[] {
  return taxOfPart(taxes, reduced, whole).map((one) => ({ ...one, base: -one.base, tax: -one.tax }));
}
