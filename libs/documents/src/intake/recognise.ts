import { type ClientTx, together } from '@lib/database';
import { bankAccountsOf, matchPartners, type PartnerMatch, readIban } from '@lib/partners';
import { type Alarm, DOCUMENT_KINDS, type NumberClass, numberClassOf } from '../document/document.js';
import { holderOfNumber } from '../document/document.store.js';
import type { InvoiceFacts } from '../document/invoice-facts.js';
import { invoiceNoKey, sellerKeys } from '../document/supplier-identity.js';

/** As whom a document's sender was recognised. */
export interface Recognition {
  partnerId: string | null;
  /** The reason, for showing: `vat-id`, `tax-number`, `iban`, `register-id`, `name`, several joined by `+`. */
  by: string | null;
  alarms: Alarm[];
}

/**
 * The partner whom the facts name: by VAT id, tax number, confirmed IBAN, register number, name, in this order. Two partners that fit
 * equally well are none: a person chooses.
 */
export async function recognise(tx: ClientTx, facts: InvoiceFacts): Promise<Recognition> {
  const matches = await matchPartners(tx, {
    vatId: facts.seller.vatId,
    taxNumber: facts.seller.taxNumber,
    iban: facts.seller.iban,
    name: facts.seller.name,
    registerId: facts.seller.registerId,
  });
  const match = surest(matches);
  const alarms = await bankAlarms(tx, match?.partner.id ?? null, facts.ibans);
  return { partnerId: match?.partner.id ?? null, by: match?.by.join('+') ?? null, alarms };
}

const ORDER = ['vat-id', 'tax-number', 'iban', 'register-id', 'name'] as const;

/** The one that is recognised by the strongest sign; none when two are recognised by the same signs. */
function surest(matches: readonly PartnerMatch[]): PartnerMatch | undefined {
  for (const sign of ORDER) {
    const by = matches.filter((match) => match.by.includes(sign));
    if (by.length === 0) continue;
    const most = Math.max(...by.map((match) => match.by.length));
    const best = by.filter((match) => match.by.length === most);
    return best.length === 1 ? best[0] : undefined;
  }
  return undefined;
}

/**
 * `IbanInvalid` where check digits are wrong; `IbanChanged` where the partner has confirmed accounts and the invoice names another
 * (payment diversion). A partner without any confirmed account has nothing to differ from: the account is proposed and confirmed by a
 * second person anyway.
 */
export async function bankAlarms(tx: ClientTx, partnerId: string | null, ibans: readonly string[]): Promise<Alarm[]> {
  const alarms: Alarm[] = [];
  if (ibans.some((iban) => readIban(iban) === null)) alarms.push('IbanInvalid');
  if (partnerId === null || ibans.length === 0) return alarms;
  const confirmed = (await bankAccountsOf(tx, partnerId))
    .filter((account) => account.state === 'confirmed')
    .map((account) => account.iban);
  if (confirmed.length > 0 && ibans.some((iban) => !confirmed.includes(iban))) alarms.push('IbanChanged');
  return alarms;
}

/** What the inbox already holds that this document repeats or changes. */
export interface Relation {
  /** Same seller, same number, same class: the first is the one. */
  duplicateOf: string | null;
  duplicateNumber: string | null;
  /** Same seller and amount within 31 days under another number. */
  similar: { id: string; number: string } | null;
  /** The earlier invoice that a correction or final invoice names. */
  corrects: string | null;
  sellers: string[];
  numberKey: string | null;
  numberClass: NumberClass | null;
}

/** Days before and after the issue date within which the same amount is suspicious. */
const NEAR_DAYS = 31;

/** Looks for what a document repeats or corrects, among what is there. To be called while the client's numbers are locked. */
export async function relate(
  tx: ClientTx,
  facts: Pick<InvoiceFacts, 'kind' | 'seller' | 'invoiceNo' | 'gross' | 'issueDate' | 'precedingNumbers'>,
  partnerId: string | null,
  self: string | null = null,
): Promise<Relation> {
  const sellers = sellerKeys(facts.seller, partnerId);
  const numberKey = invoiceNoKey(facts.invoiceNo);
  const numberClass = numberClassOf(facts.kind);
  const relation: Relation = {
    duplicateOf: null,
    duplicateNumber: null,
    similar: null,
    corrects: null,
    sellers,
    numberKey,
    numberClass,
  };
  if (sellers.length === 0 || numberClass === null) return relation;
  const preceding = facts.precedingNumbers.map(invoiceNoKey).filter((key) => key !== null);
  const { gross, issueDate } = facts;
  const [corrects, holder, similar] = await together([
    earlierInvoice(tx, sellers, preceding, self),
    numberKey !== null ? holderOfNumber(tx, sellers, numberKey, numberClass) : undefined,
    gross !== null && gross !== 0n && issueDate !== null
      ? similarAmount(tx, sellers, numberClass, gross, issueDate, numberKey, self)
      : null,
  ]);
  relation.corrects = corrects;
  if (holder && holder.id !== self) {
    relation.duplicateOf = holder.id;
    relation.duplicateNumber = holder.number;
  } else if (corrects === null) relation.similar = similar;
  return relation;
}

async function earlierInvoice(
  tx: ClientTx,
  sellers: readonly string[],
  numbers: readonly string[],
  self: string | null,
): Promise<string | null> {
  if (numbers.length === 0) return null;
  const [row] = await tx.query<{ id: string }>(
    `select document_id as id from document_identity
     where client_id = $1 and seller = any ($2) and invoice_no_key = any ($3) and class = 'invoice'
       and document_id is distinct from $4::uuid
     order by array_position($3, invoice_no_key) limit 1`,
    [tx.clientId, sellers, numbers, self],
  );
  return row?.id ?? null;
}

/** Whoever holds no number (a denied duplicate) counts as well; what was put aside does not. */
async function similarAmount(
  tx: ClientTx,
  sellers: readonly string[],
  numberClass: NumberClass,
  gross: bigint,
  issueDate: string,
  numberKey: string | null,
  self: string | null,
): Promise<{ id: string; number: string } | null> {
  const [row] = await tx.query<{ id: string; number: string }>(
    `select d.id, d.number from document d
     where d.client_id = $1 and d.gross = $4 and d.kind = any ($3) and d.state not in ('rejected', 'duplicate', 'filed')
       and d.issue_date between $5::date - $6::int and $5::date + $6::int
       and d.invoice_no_key is distinct from $7 and d.id is distinct from $8::uuid
       and (d.supplier_key = any ($2) or exists (select from document_identity i
         where i.client_id = d.client_id and i.document_id = d.id and i.seller = any ($2)))
     order by abs(d.issue_date - $5::date), d.received_at limit 1`,
    [
      tx.clientId,
      sellers,
      DOCUMENT_KINDS.filter((kind) => numberClassOf(kind) === numberClass),
      String(gross),
      issueDate,
      NEAR_DAYS,
      numberKey,
      self,
    ],
  );
  return row ?? null;
}
