import type { Language } from '@lib/kernel';

/**
 * What a person does in a case on the way from the request to the payment (§ 31 KomHVO NRW): ask for it, certify the figures,
 * certify the matter, order, post, propose the payment, release it.
 */
export const DUTIES = ['request', 'arithmetic', 'factual', 'order', 'post', 'pay-propose', 'pay-release'] as const;
export type Duty = (typeof DUTIES)[number];

export const DUTY_LABELS: Record<Duty, Record<Language, string>> = {
  request: { de: 'Antrag', en: 'Request' },
  arithmetic: { de: 'rechnerische Feststellung', en: 'Certification of the figures' },
  factual: { de: 'sachliche Feststellung', en: 'Certification of the matter' },
  order: { de: 'Anordnung', en: 'Order' },
  post: { de: 'Buchung', en: 'Posting' },
  'pay-propose': { de: 'Zahlungsvorschlag', en: 'Payment proposal' },
  'pay-release': { de: 'Zahlungsfreigabe', en: 'Payment release' },
};

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

/** The duties that somebody who took `taken` may still take in the same case. */
export function stillOpenTo(taken: readonly Duty[]): Duty[] {
  return DUTIES.filter(
    (duty) => !DUTY_CONFLICTS.some(([a, b]) => (a === duty && taken.includes(b)) || (b === duty && taken.includes(a))),
  );
}
