import type { Cents, Language, LocalDate } from '@lib/kernel';
import { percentOf } from './tax.js';

/** A reason in both languages; the screen shows the reader's. */
export type Words = Record<Language, string>;

/** One stage of discount for early payment. */
export interface DiscountStage {
  days: number;
  percent: string;
  /** Issue date + days: the last day on which it may be taken. */
  until: LocalDate;
  amount: Cents;
}

// XRechnung's form of BT-20: one stage in each line (BR-DE-18).
const STAGE = /^#SKONTO#TAGE=(\d{1,4})#PROZENT=(\d{1,3}\.\d{2})(?:#BASISBETRAG=(-?\d{1,15}\.\d{2}))?#$/;

/** The day `days` after another. */
export function plusDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const euroCents = (text: string): Cents => BigInt(text.replace('.', ''));

/**
 * The discount stages that payment terms state in the agreed form, largest discount first. Discount promised in free words is
 * for a person to read: it is never applied by itself.
 */
export function discountStages(terms: string | null, issueDate: LocalDate, payable: Cents): DiscountStage[] {
  const stages = (terms ?? '').split(/\r?\n/).flatMap((line): DiscountStage[] => {
    const match = STAGE.exec(line.trim());
    if (!match) return [];
    const days = Number(match[1]);
    const base = match[3] === undefined ? payable : euroCents(match[3]);
    return [{ days, percent: match[2]!, until: plusDays(issueDate, days), amount: percentOf(base, match[2]!) }];
  });
  return stages
    .filter((stage) => stage.amount > 0n && stage.amount < payable)
    .sort((a, b) => (a.amount === b.amount ? b.days - a.days : a.amount < b.amount ? 1 : -1));
}

/** True when the terms speak of a discount that is not in the agreed form. */
export const speaksOfDiscount = (terms: string | null): boolean =>
  /skonto|abzug/i.test((terms ?? '').replace(/^#SKONTO#.*$/gim, '').replace(/ohne\s+(jeden\s+)?abzug/gi, ''));

/** Days net that free words name: "zahlbar innerhalb von 14 Tagen ohne Abzug", "30 Tage netto". */
export function netDays(terms: string | null): number | null {
  const text = (terms ?? '').replace(/^#SKONTO#.*$/gim, '');
  const named = [
    /(\d{1,3})\s*(?:Kalender)?tagen?\s*(?:rein\s*)?(?:netto|ohne\s+(?:jeden\s+)?abzug)/i,
    /(?:netto|ohne\s+abzug)\D{0,30}?(\d{1,3})\s*(?:Kalender)?tage/i,
    /zahlbar\s+(?:innerhalb|binnen|in)\D{0,20}?(\d{1,3})\s*(?:Kalender)?tage/i,
    /zahlungsziel\D{0,10}(\d{1,3})\s*tage/i,
  ];
  for (const pattern of named) {
    const days = Number(pattern.exec(text)?.[1] ?? NaN);
    if (days >= 0 && days <= 365) return days;
  }
  return null;
}

export interface DueFacts {
  /** BT-9 */
  dueDate: LocalDate | null;
  /** BT-20 */
  terms: string | null;
  issueDate: LocalDate | null;
  receivedOn: LocalDate;
  /** Agreed with the partner. */
  partnerDays: number | null;
  /** The client's setting payments.termDays. */
  defaultDays: number;
}

/**
 * When a liability is due and why: the date of the invoice; else the days its terms name, from the invoice date; else the
 * partner's term; else the client's, which follows § 286(3) BGB: thirty days from receipt.
 */
export function dueOn(facts: DueFacts): { day: LocalDate; reason: Words } {
  const written = (day: LocalDate): string => day.split('-').reverse().join('.');
  if (facts.dueDate !== null)
    return {
      day: facts.dueDate,
      reason: { de: 'Fälligkeit laut Rechnung (BT-9)', en: 'Due date on the invoice (BT-9)' },
    };
  const days = netDays(facts.terms);
  if (days !== null && facts.issueDate !== null)
    return {
      day: plusDays(facts.issueDate, days),
      reason: {
        de: `${days} Tage ab Rechnungsdatum laut Zahlungsbedingungen (BT-20)`,
        en: `${days} days from the invoice date by the payment terms (BT-20)`,
      },
    };
  const from = facts.issueDate !== null && facts.issueDate > facts.receivedOn ? facts.issueDate : facts.receivedOn;
  if (facts.partnerDays !== null)
    return {
      day: plusDays(from, facts.partnerDays),
      reason: {
        de: `Zahlungsziel des Geschäftspartners: ${facts.partnerDays} Tage ab ${written(from)}`,
        en: `Term of the partner: ${facts.partnerDays} days from ${from}`,
      },
    };
  return {
    day: plusDays(from, facts.defaultDays),
    reason: {
      de: `${facts.defaultDays} Tage ab Zugang am ${written(from)} (§ 286 Abs. 3 BGB)`,
      en: `${facts.defaultDays} days from receipt on ${from} (§ 286(3) BGB)`,
    },
  };
}
