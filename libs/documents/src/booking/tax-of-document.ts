import type { TaxKeys } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import type { FieldRefusal, LocalDate } from '@lib/kernel';
import { type TaxFacts, taxPointOf } from '@lib/ledger';
import { type Coding, selfAssessed } from '../coding/coding.js';
import type { Document } from '../document/document.store.js';
import { usageOf } from './purchase-accounts.js';

/** Member states by the beginning of their VAT ids; Germany is not elsewhere in the Union (§ 1(2a) UStG). */
const MEMBERS = new Set('AT BE BG CY CZ DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/** Whether a supplier is established elsewhere in the European Union, by its VAT id. */
export async function isFromTheUnion(tx: ClientTx, partnerId: string | null): Promise<boolean> {
  if (partnerId === null) return false;
  const [partner] = await tx.query<{ vatId: string | null }>(
    'select vat_id as "vatId" from partner where client_id = $1 and id = $2',
    [tx.clientId, partnerId],
  );
  return MEMBERS.has((partner?.vatId ?? '').slice(0, 2).toUpperCase());
}

const BERLIN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The days of a document that decide on its tax. The end of the coded service counts before that of the document. */
export function taxFactsOf(document: Document, coding: Coding): TaxFacts {
  const receivedOn = BERLIN.format(new Date(document.receivedAt));
  const ends = coding.lines.flatMap((line) => line.serviceTo ?? []).sort();
  return {
    suppliedOn: ends.at(-1) ?? document.serviceTo ?? document.serviceFrom,
    issuedOn: document.issueDate ?? receivedOn,
    receivedOn,
  };
}

/** The day of supply, by which rates and keys are found (§ 27(1) UStG). */
export const suppliedOn = (facts: TaxFacts): LocalDate => facts.suppliedOn ?? facts.issuedOn;

/** In which month a key's lines are declared. */
export function taxPointsOf(keys: TaxKeys, facts: TaxFacts, fromTheUnion: boolean): (code: string) => LocalDate {
  return (code) => {
    const usage = keys.all.find((key) => key.code === code)?.usage ?? 'input';
    if (usage === 'input') return taxPointOf('input', facts);
    const service = usage === 'reverse-charge-eu' || (usage === 'reverse-charge-input' && fromTheUnion);
    return taxPointOf(service ? 'union-service' : 'recipient', facts);
  };
}

/** What stands against the tax of a coding: a client that may not deduct, and rates without a key. */
export function taxFaults(
  coding: Coding,
  around: { liableToVat: boolean; keys: TaxKeys; fromTheUnion: boolean },
): FieldRefusal[] {
  return coding.lines.flatMap(({ vat, net }, index): FieldRefusal[] => {
    if (vat.treatment === 'sovereign') return [];
    const at = `/lines/${index}/vat`;
    const deducts = vat.treatment === 'business' || Number(vat.deductiblePercent) > 0;
    if (deducts && !around.liableToVat) return [{ pointer: `${at}/treatment`, code: 'InputTaxNotAllowed', params: {} }];
    if (Number(vat.rate) === 0 || net === 0n) return [];
    const sides = [...(deducts ? ['input' as const] : []), ...(selfAssessed(vat.treatment) ? ['owed' as const] : [])];
    const missing = sides.some(
      (side) => around.keys.find(usageOf(side, vat.treatment, around.fromTheUnion), vat.rate) === null,
    );
    return missing
      ? [{ pointer: `${at}/rate`, code: 'TaxKeyMissing', params: { rate: vat.rate.replace('.', ',') } }]
      : [];
  });
}
