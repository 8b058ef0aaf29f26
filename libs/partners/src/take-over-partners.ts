import { randomUUID } from 'node:crypto';
import type { ClientTx } from '@lib/database';
import { cut } from '@lib/kernel';
import type { AddressWish } from './addresses.js';
import type { BankAccountWish } from './bank-accounts.js';
import { drawNumbers } from './counter.js';
import type { MandateWish } from './mandates.js';
import { type DoingPerson, type PartnerData, wordsOf } from './partner.js';

/** A partner with all that hangs on it, as it comes from another system. */
export interface PartnerTakeover {
  /** The number there; kept beside the number that the partner is given here. */
  formerNumber: string;
  data: Pick<PartnerData, 'kind' | 'name'> & Partial<PartnerData>;
  addresses: readonly AddressWish[];
  /** Each a proposal that a second person decides on; `mandates` are what was signed for it. The IBANs are checked already. */
  bankAccounts: readonly (BankAccountWish & { mandates: readonly MandateWish[] })[];
}

/** The partners that these numbers name: numbers of the former system first, then numbers of ours. */
export async function formerPartners(tx: ClientTx, numbers: readonly string[]): Promise<Map<string, FormerPartner>> {
  const rows = await tx.query<FormerPartner & { asked: string }>(
    // Each number by its own index: one condition for both would read all partners for each.
    `select a.asked, p.* from unnest($2::text[]) a (asked) cross join lateral (
       select id, number, true as former from partner where client_id = $1 and former_number = a.asked
       union all select id, number, false from partner where client_id = $1 and number = a.asked) p
     order by p.former`,
    [tx.clientId, [...new Set(numbers)]],
  );
  return new Map(rows.map(({ asked, ...partner }) => [asked, partner]));
}

export interface FormerPartner {
  id: string;
  number: string;
  /** It was the former system's number by which it was named. */
  former: boolean;
}

/**
 * Takes partners over, a few statements for all of them. Bank accounts are proposed in the name of `by`: nothing is paid to one
 * before somebody else has confirmed it. The caller has looked that numbers, IBANs within a partner and mandates are there once.
 * @returns the numbers given here, in the order of the wishes
 */
export async function takeOverPartners(
  tx: ClientTx,
  wishes: readonly PartnerTakeover[],
  by: DoingPerson,
): Promise<string[]> {
  if (wishes.length === 0) return [];
  const first = await drawNumbers(tx, 'partner', wishes.length);
  const partners = wishes.map((wish, index) => ({
    ...wish,
    id: randomUUID(),
    number: `P${String(first + index).padStart(6, '0')}`,
  }));
  await insertAll(tx, by, PARTNERS, partners.map(partnerRow));
  await insertAll(
    tx,
    by,
    ADDRESSES,
    partners.flatMap(({ id, addresses }) => addresses.map((address, at) => addressRow(id, at + 1, address))),
  );
  const accounts = partners.flatMap((partner) =>
    partner.bankAccounts.map((account, at) => ({
      ...account,
      partner_id: partner.id,
      no: at + 1,
      name: partner.data.name,
    })),
  );
  await insertAll(
    tx,
    by,
    ACCOUNTS,
    accounts.map(({ partner_id, no, iban, bic, holder, source, name }) => ({
      partner_id,
      no,
      iban,
      bic: bic ?? null,
      holder: (holder ?? '').trim() || cut(name, 140),
      source,
    })),
  );
  await insertAll(
    tx,
    by,
    MANDATES,
    accounts.flatMap(({ partner_id, no, mandates }) => mandates.map((mandate) => mandateRow(partner_id, no, mandate))),
  );
  return partners.map((partner) => partner.number);
}

function insertAll(tx: ClientTx, by: DoingPerson, sql: string, rows: readonly object[]): Promise<unknown> {
  if (rows.length === 0) return Promise.resolve();
  return tx.query(sql, [tx.clientId, JSON.stringify(rows), by.userId, by.displayName]);
}

const PARTNERS = `
  insert into partner (client_id, id, number, former_number, kind, name, trading_name, vat_id, tax_number, register_id, supplier_number,
    leitweg_id, endpoint_scheme, endpoint, email, phone, language, payment_term_days, payment_block, note, active, words,
    created_by, created_by_name, changed_by, changed_by_name)
  select c.id, r.*, $3::uuid, $4, $3::uuid, $4 from client c, jsonb_to_recordset($2::jsonb) r (id uuid, number text, former_number text,
    kind text, name text, trading_name text, vat_id text, tax_number text, register_id text, supplier_number text, leitweg_id text,
    endpoint_scheme text, endpoint text, email text, phone text, language text, payment_term_days int, payment_block text, note text,
    active boolean, words text)
  where c.id = $1`;

function partnerRow({ id, number, formerNumber, data }: PartnerTakeover & { id: string; number: string }): object {
  return {
    id,
    number,
    former_number: formerNumber,
    kind: data.kind,
    name: data.name,
    trading_name: data.tradingName ?? null,
    vat_id: data.vatId ?? null,
    tax_number: data.taxNumber ?? null,
    register_id: data.registerId ?? null,
    supplier_number: data.supplierNumber ?? null,
    leitweg_id: data.leitwegId ?? null,
    endpoint_scheme: data.endpointScheme ?? null,
    endpoint: data.endpoint ?? null,
    email: data.email ?? null,
    phone: data.phone ?? null,
    language: data.language ?? 'de',
    payment_term_days: data.paymentTermDays ?? null,
    payment_block: data.paymentBlock ?? null,
    note: data.note ?? '',
    active: data.active ?? true,
    words: wordsOf({ name: data.name, tradingName: data.tradingName ?? null }),
  };
}

const ADDRESSES = `
  insert into partner_address (client_id, partner_id, no, street, addition, postal_code, city, country, valid_from, recorded_by,
    recorded_by_name)
  select c.id, r.*, $3::uuid, $4 from client c, jsonb_to_recordset($2::jsonb) r (partner_id uuid, no int, street text, addition text,
    postal_code text, city text, country text, valid_from date) where c.id = $1`;

const addressRow = (partnerId: string, no: number, address: AddressWish): object => ({
  partner_id: partnerId,
  no,
  street: address.street ?? '',
  addition: address.addition ?? '',
  postal_code: address.postalCode ?? '',
  city: address.city,
  country: address.country ?? 'DE',
  valid_from: address.validFrom,
});

const ACCOUNTS = `
  insert into partner_bank_account (client_id, partner_id, no, iban, bic, holder, source, proposed_by, proposed_by_name)
  select c.id, r.*, $3::uuid, $4 from client c, jsonb_to_recordset($2::jsonb) r (partner_id uuid, no int, iban text, bic text,
    holder text, source text) where c.id = $1`;

const MANDATES = `
  insert into mandate (client_id, partner_id, bank_account_no, reference, kind, sequence, signed_on, last_used_on, state, ended_at,
    ended_by, ended_by_name, recorded_by, recorded_by_name)
  select c.id, r.partner_id, r.no, r.reference, r.kind, r.sequence, r.signed_on, r.last_used_on,
    case when r.ended then 'ended' else 'active' end, case when r.ended then clock_timestamp() end,
    case when r.ended then $3::uuid end, case when r.ended then $4 end, $3::uuid, $4
  from client c, jsonb_to_recordset($2::jsonb) r (partner_id uuid, no int, reference text, kind text, sequence text, signed_on date,
    last_used_on date, ended boolean) where c.id = $1`;

const mandateRow = (partnerId: string, no: number, mandate: MandateWish): object => ({
  partner_id: partnerId,
  no,
  reference: mandate.reference,
  kind: mandate.kind ?? 'core',
  sequence: mandate.sequence ?? 'recurrent',
  signed_on: mandate.signedOn,
  last_used_on: mandate.lastUsedOn ?? null,
  ended: mandate.ended ?? false,
});
