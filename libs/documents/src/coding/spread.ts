import { type Cents, split } from '@lib/kernel';

/**
 * Spreads an amount over weights so that no cent is lost. Weights of one sign share it exactly in proportion; where both signs
 * occur (an invoice with a credited line) the proportion of each is cut to whole cents and the last one takes the rest.
 * Without any weight everything goes to the first.
 */
export function spread(amount: Cents, weights: readonly Cents[]): Cents[] {
  if (weights.length === 0) throw new RangeError('nothing to spread over');
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return weights.map((_, index) => (index === 0 ? amount : 0n));
  if (weights.every((weight) => weight >= 0n)) return split(amount, weights);
  if (weights.every((weight) => weight <= 0n))
    return split(
      amount,
      weights.map((weight) => -weight),
    );
  const parts = weights.map((weight) => (amount * weight) / total);
  const last = weights.findLastIndex((weight) => weight !== 0n);
  parts[last] = parts[last]! + amount - parts.reduce((sum, part) => sum + part, 0n);
  return parts;
}
