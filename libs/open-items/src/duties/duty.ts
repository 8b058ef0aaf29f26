/**
 * What a person does in a case on the way from the request to the payment (§ 31 KomHVO NRW): ask for it, certify the figures,
 * certify the matter, order, post, propose the payment, release it.
 */
export const DUTIES = ['request', 'arithmetic', 'factual', 'order', 'post', 'pay-propose', 'pay-release'] as const;
export type Duty = (typeof DUTIES)[number];

/** Pairs that never fall to one person in one case. The database holds each as a unique index. */
export const DUTY_CONFLICTS: readonly (readonly [Duty, Duty])[] = [
  ['request', 'order'],
  ['arithmetic', 'order'],
  ['factual', 'order'],
  ['order', 'post'],
  ['order', 'pay-propose'],
  ['order', 'pay-release'],
  ['factual', 'pay-propose'],
  ['factual', 'pay-release'],
  ['arithmetic', 'pay-propose'],
  ['arithmetic', 'pay-release'],
  ['post', 'pay-propose'],
  ['post', 'pay-release'],
];
