import { type Actor, recordEvent } from '@lib/access';
import { changeRow } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { type Cents, formatEuro, type LocalDate, Problem, problems } from '@lib/kernel';
import { absolute, type Coding, grossOf, type Treatment } from '../coding/coding.js';
import type { Document } from '../document/document.store.js';
import { recordDocumentEvent, SYSTEM_PERSON } from '../document/document.store.js';
import { invoiceNoKey } from '../document/supplier-identity.js';
import { dateAfter, type Rhythm } from './rhythm.js';

/** A contract under which invoices come again and again. */
export interface Contract {
  id: string;
  number: string;
  partnerId: string;
  partnerName: string;
  subject: string;
  account: string | null;
  product: string | null;
  costCentre: string | null;
  treatment: Treatment | null;
  deductiblePercent: string | null;
  /** Cents as text. */
  expectedAmount: string | null;
  tolerance: string;
  rhythm: Rhythm | 'none';
  firstOn: LocalDate;
  /** When the next invoice is expected; null: none any more, or none in particular. */
  nextOn: LocalDate | null;
  endsOn: LocalDate | null;
  note: string;
  version: number;
}

const SELECT = `select c.id, c.number, c.partner_id as "partnerId", p.name as "partnerName", c.subject, c.account, c.product,
    c.cost_centre as "costCentre", c.treatment, c.deductible_percent as "deductiblePercent", c.expected_amount as "expectedAmount",
    c.tolerance, c.rhythm, c.first_on as "firstOn", c.next_on as "nextOn", c.ends_on as "endsOn", c.note, c.version
  from contract c join partner p on p.client_id = c.client_id and p.id = c.partner_id`;

/** Contracts by the day on which their next invoice is expected. `overdueOn`: only those whose invoice has not come by then. */
export function contracts(
  tx: ClientTx,
  filter: { partnerId?: string; overdueOn?: LocalDate } = {},
): Promise<Contract[]> {
  return tx.query(
    `${SELECT} where c.client_id = $1 and ($2::uuid is null or c.partner_id = $2) and ($3::date is null or c.next_on < $3)
     order by c.next_on nulls last, c.number, c.id limit 1000`,
    [tx.clientId, filter.partnerId ?? null, filter.overdueOn ?? null],
  );
}

/** @throws Problem NotFound */
export async function contractOf(tx: ClientTx, id: string): Promise<Contract> {
  const [row] = await tx.query<Contract>(`${SELECT} where c.client_id = $1 and c.id = $2`, [tx.clientId, id]);
  if (!row) throw problems.NotFound();
  return row;
}

export interface ContractWish {
  number: string;
  partnerId: string;
  subject: string;
  account?: string | null;
  product?: string | null;
  costCentre?: string | null;
  treatment?: Treatment | null;
  deductiblePercent?: string | null;
  expectedAmount?: Cents | null;
  tolerance?: Cents;
  rhythm: Rhythm | 'none';
  firstOn: LocalDate;
  endsOn?: LocalDate | null;
  note?: string;
}

/** @throws Problem AlreadyExists, PartnerUnknown, AccountUnknown, ProductUnknown, CostCentreUnknown */
export async function addContract(
  tx: ClientTx,
  wish: ContractWish,
  by: Actor & { displayName: string },
): Promise<Contract> {
  const rows = await explained(wish, () =>
    tx.query<{ id: string }>(
      `insert into contract (client_id, number, number_key, partner_id, subject, account, product, cost_centre, treatment,
         deductible_percent, expected_amount, tolerance, rhythm, first_on, next_on, ends_on, note, created_by, created_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, case when $13 = 'none' then null else $14::date end, $15, $16,
         $17, $18) returning id`,
      [
        tx.clientId,
        wish.number.trim(),
        invoiceNoKey(wish.number) ?? wish.number.trim(),
        wish.partnerId,
        wish.subject.trim(),
        wish.account ?? null,
        wish.product ?? null,
        wish.costCentre ?? null,
        wish.treatment ?? null,
        wish.deductiblePercent ?? null,
        wish.expectedAmount?.toString() ?? null,
        (wish.tolerance ?? 0n).toString(),
        wish.rhythm,
        wish.firstOn,
        wish.endsOn ?? null,
        wish.note ?? '',
        by.userId,
        by.displayName,
      ],
    ),
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'contract.create',
    resource: `clients/${tx.clientId}/contracts/${rows[0]!.id}`,
    detail: { number: wish.number, subject: wish.subject },
  });
  return contractOf(tx, rows[0]!.id);
}

export type ContractChange = Partial<Omit<ContractWish, 'number' | 'partnerId' | 'rhythm' | 'firstOn'>> & {
  nextOn?: LocalDate | null;
};

/** @throws Problem NotFound, VersionConflict, AccountUnknown, ProductUnknown, CostCentreUnknown */
export async function changeContract(
  tx: ClientTx,
  id: string,
  version: number,
  change: ContractChange,
  by: Actor,
): Promise<Contract> {
  await explained(change, () =>
    changeRow(tx, { table: 'contract', key: { client_id: tx.clientId, id } }, version, {
      subject: change.subject?.trim(),
      account: change.account,
      product: change.product,
      cost_centre: change.costCentre,
      treatment: change.treatment,
      deductible_percent: change.deductiblePercent,
      expected_amount: change.expectedAmount === undefined ? undefined : (change.expectedAmount?.toString() ?? null),
      tolerance: change.tolerance?.toString(),
      next_on: change.nextOn,
      ends_on: change.endsOn,
      note: change.note,
    }),
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'contract.change',
    resource: `clients/${tx.clientId}/contracts/${id}`,
    detail: { fields: Object.keys(change) },
  });
  return contractOf(tx, id);
}

const unknown = (code: string, pointer: string, value: string | null | undefined): Problem =>
  new Problem(code, { value }, [{ pointer, code, params: { value } }]);

async function explained<T>(
  wish: { number?: string; account?: string | null; product?: string | null; costCentre?: string | null },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { constraint = '' } = error as { constraint?: string };
    if (constraint.startsWith('contract_number_once')) throw problems.AlreadyExists({ value: wish.number }, '/number');
    if (constraint.includes('partner_id_fkey')) throw unknown('PartnerUnknown', '/partnerId', null);
    if (constraint.includes('account_fkey')) throw unknown('AccountUnknown', '/account', wish.account);
    if (constraint.includes('product_fkey')) throw unknown('ProductUnknown', '/product', wish.product);
    if (constraint.includes('cost_centre_fkey')) throw unknown('CostCentreUnknown', '/costCentre', wish.costCentre);
    throw error;
  }
}

/** The invoices that came under a contract, newest first, and how each met what was expected. */
export function contractDocuments(
  tx: ClientTx,
  id: string,
): Promise<
  {
    documentId: string;
    number: string;
    gross: string | null;
    expectedOn: string | null;
    withinTolerance: boolean | null;
  }[]
> {
  return tx.query(
    `select m.document_id as "documentId", d.number, d.gross, m.expected_on as "expectedOn", m.within_tolerance as "withinTolerance"
     from contract_document m join document d on d.client_id = m.client_id and d.id = m.document_id
     where m.client_id = $1 and m.contract_id = $2 order by m.matched_at desc`,
    [tx.clientId, id],
  );
}

/**
 * The contract that an invoice comes under: the one whose number it names (BT-12), else the only running one of the partner
 * that expects about this amount.
 */
export async function findContract(
  tx: ClientTx,
  facts: { partnerId: string | null; reference: string | null; gross: Cents | null; day: LocalDate },
): Promise<Contract | null> {
  if (facts.partnerId === null) return null;
  const running = await tx.query<Contract>(
    `${SELECT} where c.client_id = $1 and c.partner_id = $2 and (c.ends_on is null or c.ends_on >= $3::date) order by c.number, c.id`,
    [tx.clientId, facts.partnerId, facts.day],
  );
  const key = invoiceNoKey(facts.reference);
  const named = key === null ? undefined : running.find((contract) => invoiceNoKey(contract.number) === key);
  if (named) return named;
  const fitting = running.filter((contract) => facts.gross !== null && meets(contract, facts.gross) === true);
  return fitting.length === 1 ? fitting[0]! : null;
}

/** Whether an amount is what the contract expects; null when it expects none in particular. */
export function meets(contract: Pick<Contract, 'expectedAmount' | 'tolerance'>, gross: Cents): boolean | null {
  if (contract.expectedAmount === null) return null;
  return absolute(gross - BigInt(contract.expectedAmount)) <= BigInt(contract.tolerance);
}

/** The next date after the one just met that no invoice has met: those after a date that was open again may have been. */
async function nextUnmet(tx: ClientTx, { id, nextOn, rhythm, firstOn, endsOn }: Contract): Promise<LocalDate | null> {
  if (rhythm === 'none' || nextOn === null) return null;
  const rows = await tx.query<{ day: string }>(
    'select expected_on as day from contract_document where client_id = $1 and contract_id = $2 and expected_on is not null',
    [tx.clientId, id],
  );
  const met = new Set(rows.map((row) => row.day));
  let day = dateAfter(nextOn, { rhythm, first: firstOn, last: endsOn });
  while (day !== null && met.has(day)) day = dateAfter(day, { rhythm, first: firstOn, last: endsOn });
  return day;
}

/** Ticks a posted invoice off its contract; the next one is expected a rhythm later. */
export async function matchContract(tx: ClientTx, document: Document, coding: Coding): Promise<void> {
  if (document.kind === 'credit-note' || document.kind === 'correction') return;
  const gross = grossOf(coding);
  const contract = await findContract(tx, {
    partnerId: coding.partnerId,
    reference: document.contractReference,
    gross,
    day: document.issueDate ?? document.receivedAt.slice(0, 10),
  });
  if (!contract) return;
  const matched = await tx.query(
    `insert into contract_document (client_id, contract_id, document_id, expected_on, within_tolerance) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1`,
    [tx.clientId, contract.id, document.id, contract.nextOn, meets(contract, gross)],
  );
  if (matched.length === 0) return;
  if (contract.nextOn !== null)
    await tx.query('update contract set next_on = $3, version = version + 1 where client_id = $1 and id = $2', [
      tx.clientId,
      contract.id,
      await nextUnmet(tx, contract),
    ]);
  await recordDocumentEvent(tx, {
    documentId: document.id,
    by: SYSTEM_PERSON,
    kind: 'contract-matched',
    detail: {
      contract: contract.number,
      expectedOn: contract.nextOn,
      expected: contract.expectedAmount === null ? null : formatEuro(contract.expectedAmount),
      withinTolerance: meets(contract, gross),
    },
  });
}
