import type { ClientTx } from '@lib/database';

export const MANDATE_KINDS = ['core', 'b2b'] as const;
export type MandateKind = (typeof MANDATE_KINDS)[number];
export const MANDATE_SEQUENCES = ['recurrent', 'one-off'] as const;
export type MandateSequence = (typeof MANDATE_SEQUENCES)[number];

/** What a partner signed so that the client may collect from their bank account (SEPA direct debit). */
export interface MandateWish {
  /** Unique with the client, whatever its case: up to 35 characters of the SEPA alphabet. */
  reference: string;
  kind?: MandateKind;
  sequence?: MandateSequence;
  signedOn: string;
  lastUsedOn?: string | null;
  /** An ended mandate comes in as what was once allowed. */
  ended?: boolean;
}

export interface Mandate {
  reference: string;
  kind: MandateKind;
  sequence: MandateSequence;
  signedOn: string;
  lastUsedOn: string | null;
  state: 'active' | 'ended';
  /** Number of the partner's bank account that is collected from. */
  bankAccountNo: number;
  iban: string;
}

export const isMandateReference = (text: string): boolean => /^[A-Za-z0-9+?/:().,' -]{1,35}$/.test(text);

/** The mandates of a partner, the newest first. */
export function mandatesOf(tx: ClientTx, partnerId: string): Promise<Mandate[]> {
  return tx.query(
    `select m.reference, m.kind, m.sequence, m.signed_on as "signedOn", m.last_used_on as "lastUsedOn", m.state,
       m.bank_account_no as "bankAccountNo", b.iban
     from mandate m join partner_bank_account b on b.client_id = m.client_id and b.partner_id = m.partner_id and b.no = m.bank_account_no
     where m.client_id = $1 and m.partner_id = $2 order by m.signed_on desc, m.reference`,
    [tx.clientId, partnerId],
  );
}

/** Which of these references are taken, in capitals. */
export async function takenMandates(tx: ClientTx, references: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ reference: string }>(
    'select upper(reference) as reference from mandate where client_id = $1 and upper(reference) = any ($2)',
    [tx.clientId, references.map((reference) => reference.toUpperCase())],
  );
  return new Set(rows.map((row) => row.reference));
}
