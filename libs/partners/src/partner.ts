import type { Actor } from '@lib/access';
import { fold } from '@lib/clients';
import { isBIC, isIBAN } from 'class-validator';

export const PARTNER_KINDS = ['company', 'person', 'public-body', 'employee'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** Somebody who does something that the history names. */
export type Doer = Actor & { displayName: string };
/** A natural person who does it: the system proposes and decides no bank accounts. */
export type DoingPerson = Doer & { userId: string };

/** What is known of a partner and may be changed; the database keeps what it was before. */
export interface PartnerData {
  kind: PartnerKind;
  /** The legal name. */
  name: string;
  tradingName: string | null;
  vatId: string | null;
  taxNumber: string | null;
  /** Commercial register or the like (BT-30). */
  registerId: string | null;
  /** The number under which the supplier keeps itself in its invoices (BT-29). */
  supplierNumber: string | null;
  leitwegId: string | null;
  endpointScheme: string | null;
  endpoint: string | null;
  email: string | null;
  phone: string | null;
  language: 'de' | 'en';
  paymentTermDays: number | null;
  /** Why nothing is paid to this partner; null is no block. */
  paymentBlock: string | null;
  note: string;
  active: boolean;
  /** The person of the centre whom this partner is: their own matter. */
  userId: string | null;
}

/** Creditor or debtor: a company, a person, a public body, an employee. */
export interface Partner extends PartnerData {
  id: string;
  /** `P000123`, unique within the client. */
  number: string;
  /** The number in the system before this one; null for whoever was entered here. */
  formerNumber: string | null;
  version: number;
  createdAt: string;
  createdBy: string;
  changedAt: string;
  changedBy: string;
}

export interface PartnerAddress {
  no: number;
  street: string;
  addition: string;
  postalCode: string;
  city: string;
  country: string;
  /** The first day on which it holds. */
  validFrom: string;
  recordedAt: string;
  recordedBy: string;
}

export type BankAccountState = 'proposed' | 'confirmed' | 'refused' | 'ended';

/** A bank account of a partner. Only a confirmed one is ever paid to. */
export interface PartnerBankAccount {
  no: number;
  iban: string;
  bic: string | null;
  holder: string;
  state: BankAccountState;
  source: string;
  proposedBy: { id: string; name: string };
  proposedAt: string;
  decidedBy: { id: string; name: string } | null;
  decidedAt: string | null;
  endedBy: { id: string; name: string } | null;
  endedAt: string | null;
  note: string;
  /** Numbers of other partners of the client that stand under the same IBAN: a reason to look twice. */
  sharedWith: string[];
}

/** One thing that changed: when, by whom, from what to what. */
export interface PartnerChange {
  at: string;
  by: string;
  field: string;
  before: string | null;
  after: string | null;
}

/** An IBAN as it is kept: capitals without blanks; null when it is none (form or check digits, ISO 13616). */
export function readIban(text: string): string | null {
  const iban = text.replace(/[\s\u00a0]/g, '').toUpperCase();
  return isIBAN(iban) ? iban : null;
}

/** A BIC as it is kept; null when it is none (ISO 9362). */
export function readBic(text: string): string | null {
  const bic = text.replace(/\s/g, '').toUpperCase();
  return isBIC(bic) ? bic : null;
}

/** A VAT id as it is compared: letters and digits in capitals. */
export const vatKey = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
/** A tax number as it is compared: its digits. */
export const taxKey = (text: string): string => text.replace(/\D/g, '');

/** The words by which a partner is found, folded as what is typed will be. */
export const wordsOf = (partner: Pick<PartnerData, 'name' | 'tradingName'>): string =>
  [...new Set(fold(`${partner.name} ${partner.tradingName ?? ''}`).split(' '))].filter(Boolean).join(' ');

const LEGAL_FORMS = new Set(
  'gmbh ug ag kg ohg gbr eg ev mbh co cokg kgaa se partg partgmbb ek ekfr inh inhaber haftungsbeschrankt stiftung'.split(
    ' ',
  ),
);

/** A name without its legal form and punctuation: what two spellings of the same company share. */
export function nameKey(name: string): string {
  const words = fold(name).replaceAll('.', '').split(' ').filter(Boolean);
  const core = words.filter((word) => !LEGAL_FORMS.has(word) && word !== 'und');
  return (core.length > 0 ? core : words).join(' ');
}
