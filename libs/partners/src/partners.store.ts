import { recordEvent } from '@lib/access';
import { changeRow, findWords, fold } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import { drawNumbers } from './counter.js';
import {
  type Doer,
  nameKey,
  type Partner,
  type PartnerChange,
  type PartnerData,
  readIban,
  taxKey,
  vatKey,
  wordsOf,
} from './partner.js';
import { partnerProblems } from './problems.js';

const COLUMNS = `id, number, former_number as "formerNumber", kind, name, trading_name as "tradingName", vat_id as "vatId", tax_number as "taxNumber",
  register_id as "registerId", supplier_number as "supplierNumber", leitweg_id as "leitwegId", endpoint_scheme as "endpointScheme",
  endpoint, email, phone, language, payment_term_days as "paymentTermDays", payment_block as "paymentBlock", note, active,
  user_id as "userId", version, created_at as "createdAt", created_by_name as "createdBy", changed_at as "changedAt",
  changed_by_name as "changedBy"`;

const COLUMN_OF: Record<keyof PartnerData, string> = {
  kind: 'kind',
  name: 'name',
  tradingName: 'trading_name',
  vatId: 'vat_id',
  taxNumber: 'tax_number',
  registerId: 'register_id',
  supplierNumber: 'supplier_number',
  leitwegId: 'leitweg_id',
  endpointScheme: 'endpoint_scheme',
  endpoint: 'endpoint',
  email: 'email',
  phone: 'phone',
  language: 'language',
  paymentTermDays: 'payment_term_days',
  paymentBlock: 'payment_block',
  note: 'note',
  active: 'active',
  userId: 'user_id',
};

/** @throws Problem NotFound */
export async function partnerOf(tx: ClientTx, id: string): Promise<Partner> {
  const [partner] = await tx.query<Partner>(`select ${COLUMNS} from partner where client_id = $1 and id = $2`, [
    tx.clientId,
    id,
  ]);
  if (!partner) throw problems.NotFound();
  return partner;
}

/** The partners with these ids, by id; whoever is not the client's is missing. */
export async function partnersByIds(tx: ClientTx, ids: readonly string[]): Promise<Map<string, Partner>> {
  const rows = await tx.query<Partner>(
    `select ${COLUMNS} from partner where client_id = $1 and id = any ($2::uuid[])`,
    [tx.clientId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export type PartnerWish = Pick<PartnerData, 'kind' | 'name'> & Partial<PartnerData>;

/**
 * Adds a partner under the client's next number.
 * @throws Problem PersonUnknown
 */
export async function addPartner(tx: ClientTx, wish: PartnerWish, by: Doer): Promise<Partner> {
  await checkPerson(tx, wish.userId);
  const data = tidy(wish);
  const columns = Object.entries(data).filter(([, value]) => value !== undefined);
  const number = `P${String(await drawNumbers(tx, 'partner')).padStart(6, '0')}`;
  const params = [
    tx.clientId,
    number,
    wordsOf({ name: wish.name, tradingName: wish.tradingName ?? null }),
    by.userId,
    by.displayName,
    ...columns.map(([, value]) => value),
  ];
  const [row] = await tx.query<Partner>(
    `insert into partner (client_id, number, words, created_by, created_by_name, changed_by, changed_by_name,
       ${columns.map(([key]) => COLUMN_OF[key as keyof PartnerData]).join(', ')})
     values ($1, $2, $3, $4, $5, $4, $5, ${columns.map((_, index) => `$${index + 6}`).join(', ')}) returning ${COLUMNS}`,
    params,
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'partner.create',
    resource: `clients/${tx.clientId}/partners/${row!.id}`,
    detail: { number, name: row!.name },
  });
  return row!;
}

/**
 * Changes what is known of a partner; the database keeps what was known before.
 * @throws Problem NotFound, VersionConflict, PersonUnknown, OwnPersonStays
 */
export async function changePartner(
  tx: ClientTx,
  id: string,
  version: number,
  change: Partial<PartnerData>,
  by: Doer,
): Promise<Partner> {
  await checkPerson(tx, change.userId);
  const before = await partnerOf(tx, id);
  const { userId = before.userId } = change;
  if (before.userId === by.userId && userId?.toLowerCase() !== before.userId)
    throw partnerProblems.OwnPersonStays({}, '/userId');
  const data = tidy(change);
  const columns = Object.fromEntries(
    Object.entries(data).map(([key, value]) => [COLUMN_OF[key as keyof PartnerData], value]),
  );
  await changeRow(tx, { table: 'partner', key: { client_id: tx.clientId, id } }, version, {
    ...columns,
    words: wordsOf({
      name: data.name ?? before.name,
      tradingName: data.tradingName === undefined ? before.tradingName : data.tradingName,
    }),
    changed_at: new Date().toISOString(),
    changed_by: by.userId,
    changed_by_name: by.displayName,
  });
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'partner.change',
    resource: `clients/${tx.clientId}/partners/${id}`,
    detail: { fields: Object.keys(data) },
  });
  return partnerOf(tx, id);
}

/** Texts without blanks at their ends; an empty one is none. */
function tidy<T extends Partial<PartnerData>>(data: T): T {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (typeof value !== 'string') return [key, value];
      const text = value.trim();
      return [key, text === '' && key !== 'note' ? null : text];
    }),
  ) as T;
}

async function checkPerson(tx: ClientTx, userId: string | null | undefined): Promise<void> {
  if (userId == null) return;
  const [person] = await tx.query('select 1 from user_account where id = $1', [userId]);
  if (!person) throw partnerProblems.PersonUnknown({}, '/userId');
}

export interface PartnerRow extends Partner {
  /** City of the address in force; '' where there is none. */
  city: string;
  /** The confirmed bank account that was decided on last. */
  iban: string | null;
  /** Sum of open liabilities (negative) and claims (positive), in cents. */
  balance: string;
  /** A bank account waits for a second person. */
  bankAccountProposed: boolean;
}

export interface PartnerFilter {
  /** Words of the name, a partner number, VAT id, tax number or IBAN. */
  q?: string | undefined;
  kind?: string | undefined;
  active?: boolean | undefined;
  limit: number;
  /** The number of the last partner of the page before; without `q` only. */
  after?: string | undefined;
}

const ROW = `${COLUMNS},
  coalesce((select a.city from partner_address a where a.client_id = p.client_id and a.partner_id = p.id and a.valid_from <= current_date
    order by a.valid_from desc, a.no desc limit 1), '') as city,
  (select b.iban from partner_bank_account b where b.client_id = p.client_id and b.partner_id = p.id and b.state = 'confirmed'
    order by b.decided_at desc limit 1) as iban,
  exists (select from partner_bank_account b where b.client_id = p.client_id and b.partner_id = p.id and b.state = 'proposed')
    as "bankAccountProposed",
  coalesce((select sum(o.balance) from open_item o where o.client_id = p.client_id and o.partner_id = p.id and o.state = 'open'), 0)
    as balance`;

/** How many that fit are ranked; beyond it words have to be more. */
const MOST_RANKED = 500;

/** Partners by number, or the best hits for what was typed. */
export async function listPartners(
  tx: ClientTx,
  filter: PartnerFilter,
): Promise<{ items: PartnerRow[]; next: string | null }> {
  const params: unknown[] = [tx.clientId];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const where = ['p.client_id = $1'];
  if (filter.kind !== undefined) where.push(`p.kind = ${bind(filter.kind)}`);
  if (filter.active !== undefined) where.push(`p.active = ${bind(filter.active)}`);
  const q = filter.q?.trim() ?? '';
  if (q === '') {
    if (filter.after !== undefined) where.push(`p.number > ${bind(filter.after)}`);
    const rows = await tx.query<PartnerRow>(
      `select ${ROW} from partner p where ${where.join(' and ')} order by p.number limit ${bind(filter.limit + 1)}`,
      params,
    );
    const items = rows.slice(0, filter.limit);
    return { items, next: rows.length > filter.limit ? items.at(-1)!.number : null };
  }
  const words = fold(q).split(' ').filter(Boolean);
  if (words.length === 0) return { items: [], next: null };
  const fits = [
    words.map((word) => `p.words like ${bind(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`).join(' and '),
    `p.number ilike ${bind(`${q.replace(/[\\%_]/g, '\\$&')}%`)}`,
    `p.former_number = ${bind(q)}`,
    `p.vat_key = ${bind(vatKey(q))}`,
  ];
  if (/^\d{1,9}$/.test(q)) fits.push(`p.number = ${bind(`P${q.padStart(6, '0')}`)}`);
  if (taxKey(q).length >= 5) fits.push(`p.tax_key = ${bind(taxKey(q))}`);
  const iban = readIban(q);
  if (iban)
    fits.push(
      `p.id in (select b.partner_id from partner_bank_account b where b.client_id = $1 and b.iban = ${bind(iban)})`,
    );
  where.push(`(${fits.join(' or ')})`);
  const rows = await tx.query<PartnerRow>(
    `select ${ROW} from partner p where ${where.join(' and ')} order by p.active desc, p.number limit ${MOST_RANKED}`,
    params,
  );
  const ranked = findWords(rows, q, (row) => ({
    number: row.number,
    name: `${row.name} ${row.tradingName ?? ''}`,
    aside: !row.active,
  }));
  // What fits by a key and not by words comes first: it was typed in full.
  const named = new Set(ranked);
  return { items: [...rows.filter((row) => !named.has(row)), ...ranked].slice(0, filter.limit), next: null };
}

/** What an invoice says of its sender. */
export interface PartnerFacts {
  vatId?: string | null;
  taxNumber?: string | null;
  iban?: string | null;
  name?: string | null;
  registerId?: string | null;
}

export interface PartnerMatch {
  partner: Partner;
  /** By what it was recognised, the surest first. */
  by: ('vat-id' | 'tax-number' | 'iban' | 'register-id' | 'name')[];
}

const SURENESS = { 'vat-id': 8, 'tax-number': 6, iban: 4, 'register-id': 3, name: 2 } as const;

/**
 * Partners who could be the one that a document names, the surest first: by VAT id, tax number, confirmed IBAN, register
 * number, and by name without its legal form. Nothing is decided here: two partners may fit equally well.
 */
export async function matchPartners(tx: ClientTx, facts: PartnerFacts): Promise<PartnerMatch[]> {
  const vat = facts.vatId ? vatKey(facts.vatId) : '';
  const tax = facts.taxNumber ? taxKey(facts.taxNumber) : '';
  const iban = facts.iban ? readIban(facts.iban) : null;
  const name = facts.name ? nameKey(facts.name) : '';
  const register = facts.registerId?.trim() ?? '';
  // The longest word narrows it down; the whole name is compared here.
  const word = name.split(' ').sort((a, b) => b.length - a.length)[0] ?? '';
  const rows = await tx.query<Partner & { byIban: boolean }>(
    `select * from (select ${COLUMNS}, words, vat_key, tax_key,
         $4 <> '' and id in (select partner_id from partner_bank_account where client_id = $1 and iban = $4 and state = 'confirmed') as "byIban"
       from partner where client_id = $1 and active) p
     where $2 <> '' and vat_key = $2 or $3 <> '' and tax_key = $3 or "byIban" or $5 <> '' and "registerId" = $5
       or $6 <> '' and words like '%' || $6 || '%'
     order by number limit ${MOST_RANKED}`,
    [tx.clientId, vat, tax, iban ?? '', register, word.replace(/[\\%_]/g, '\\$&')],
  );
  return rows
    .flatMap(({ byIban, ...partner }) => {
      const by: PartnerMatch['by'] = [];
      if (vat !== '' && partner.vatId !== null && vatKey(partner.vatId) === vat) by.push('vat-id');
      if (tax !== '' && partner.taxNumber !== null && taxKey(partner.taxNumber) === tax) by.push('tax-number');
      if (byIban) by.push('iban');
      if (register !== '' && partner.registerId === register) by.push('register-id');
      const names = [partner.name, partner.tradingName ?? ''].filter(Boolean).map(nameKey);
      if (name !== '' && names.includes(name)) by.push('name');
      const { words: _words, vat_key: _vat, tax_key: _tax, ...own } = partner as Partner & Record<string, unknown>;
      return by.length > 0 ? [{ partner: own as Partner, by }] : [];
    })
    .sort((a, b) => sureness(b) - sureness(a) || (a.partner.number < b.partner.number ? -1 : 1));
}

const sureness = (match: PartnerMatch): number => match.by.reduce((sum, by) => sum + SURENESS[by], 0);

/** What changed, newest first: names and other data of the partner itself. */
export function changesOf(tx: ClientTx, partnerId: string): Promise<PartnerChange[]> {
  return tx.query(
    `select at, by_name as by, field, before, after from partner_change where client_id = $1 and partner_id = $2 order by id desc limit 500`,
    [tx.clientId, partnerId],
  );
}
