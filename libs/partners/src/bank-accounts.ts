import { recordEvent } from '@lib/access';
import { refuseDuplicate } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { cut, problems } from '@lib/kernel';
import { lockPartner } from './addresses.js';
import { type BankAccountState, type DoingPerson, type PartnerBankAccount, readBic, readIban } from './partner.js';
import { partnerOf } from './partners.store.js';
import { partnerProblems } from './problems.js';

const person = (id: string, name: string): string =>
  `case when b.${id} is null then null else json_build_object('id', b.${id}, 'name', b.${name}) end`;
const COLUMNS = `b.no, b.iban, b.bic, b.holder, b.state, b.source, ${person('proposed_by', 'proposed_by_name')} as "proposedBy",
  b.proposed_at as "proposedAt", ${person('decided_by', 'decided_by_name')} as "decidedBy", b.decided_at as "decidedAt",
  ${person('ended_by', 'ended_by_name')} as "endedBy", b.ended_at as "endedAt", b.note,
  array(select distinct p.number from partner_bank_account o join partner p on p.client_id = o.client_id and p.id = o.partner_id
    where o.client_id = b.client_id and o.iban = b.iban and o.partner_id <> b.partner_id and o.state in ('proposed', 'confirmed')
    order by p.number) as "sharedWith"`;

/** All bank accounts of a partner, whatever became of them; the newest first. */
export function bankAccountsOf(tx: ClientTx, partnerId: string): Promise<PartnerBankAccount[]> {
  return tx.query(
    `select ${COLUMNS} from partner_bank_account b where b.client_id = $1 and b.partner_id = $2 order by b.no desc`,
    [tx.clientId, partnerId],
  );
}

async function bankAccount(tx: ClientTx, partnerId: string, no: number): Promise<PartnerBankAccount> {
  const [row] = await tx.query<PartnerBankAccount>(
    `select ${COLUMNS} from partner_bank_account b where b.client_id = $1 and b.partner_id = $2 and b.no = $3`,
    [tx.clientId, partnerId, no],
  );
  if (!row) throw problems.NotFound();
  return row;
}

export interface BankAccountWish {
  iban: string;
  bic?: string | null;
  /** Default: the partner's name. */
  holder?: string | null;
  /** Where it was learnt from. */
  source: string;
}

/**
 * Proposes a bank account. It is not paid to before somebody else has confirmed it.
 * @throws Problem NotFound, PartnerIbanWrong, PartnerBicWrong, AlreadyExists (proposed or confirmed already)
 */
export async function proposeBankAccount(
  tx: ClientTx,
  partnerId: string,
  wish: BankAccountWish,
  by: DoingPerson,
): Promise<PartnerBankAccount> {
  const partner = await partnerOf(tx, partnerId);
  const iban = readIban(wish.iban);
  if (iban === null) throw partnerProblems.PartnerIbanWrong({ value: wish.iban }, '/iban');
  const bic = wish.bic ? readBic(wish.bic) : null;
  if (wish.bic && bic === null) throw partnerProblems.PartnerBicWrong({ value: wish.bic }, '/bic');
  await lockPartner(tx, partnerId);
  const [row] = await refuseDuplicate(iban, '/iban', () =>
    tx.query<{ no: number }>(
      `insert into partner_bank_account (client_id, partner_id, no, iban, bic, holder, source, proposed_by, proposed_by_name)
       values ($1, $2, (select coalesce(max(no), 0) + 1 from partner_bank_account where client_id = $1 and partner_id = $2), $3, $4, $5,
         $6, $7, $8) returning no`,
      [
        tx.clientId,
        partnerId,
        iban,
        bic,
        (wish.holder ?? '').trim() || cut(partner.name, 140),
        wish.source.trim(),
        by.userId,
        by.displayName,
      ],
    ),
  );
  await record(tx, partnerId, row!.no, 'partner.bank-account.propose', by, { iban });
  return bankAccount(tx, partnerId, row!.no);
}

/**
 * Confirms or refuses a proposed bank account, by somebody other than who proposed it and who is not the partner nor close to
 * them. The database holds to that.
 * @throws Problem NotFound, SecondPersonNeeded, OwnBankAccount, BankAccountDecided
 */
export async function decideBankAccount(
  tx: ClientTx,
  partnerId: string,
  no: number,
  decision: { confirm: boolean; note?: string },
  by: DoingPerson,
): Promise<PartnerBankAccount> {
  await move(tx, partnerId, no, 'proposed', by, (known) => {
    if (known.proposedBy.id === by.userId) throw partnerProblems.SecondPersonNeeded();
    return tx.query(
      `update partner_bank_account set state = $4, decided_by = $5, decided_by_name = $6, decided_at = clock_timestamp(), note = $7
       where client_id = $1 and partner_id = $2 and no = $3`,
      [
        tx.clientId,
        partnerId,
        no,
        decision.confirm ? 'confirmed' : 'refused',
        by.userId,
        by.displayName,
        decision.note ?? '',
      ],
    );
  });
  await record(tx, partnerId, no, `partner.bank-account.${decision.confirm ? 'confirm' : 'refuse'}`, by, {
    note: decision.note ?? '',
  });
  return bankAccount(tx, partnerId, no);
}

/**
 * Confirms every bank account that still waits and came from one source, such as one import: by somebody other than who proposed
 * them. What is a matter of their own is left for somebody else.
 * @returns how many were confirmed, and how many still wait
 * @throws Problem SecondPersonNeeded
 */
export async function confirmProposedFrom(
  tx: ClientTx,
  source: string,
  by: DoingPerson,
): Promise<{ confirmed: number; waiting: number }> {
  const waiting = await tx.query<{ own: boolean; proposedBy: string }>(
    `select is_own_matter(client_id, $3, partner_id) as own, proposed_by as "proposedBy" from partner_bank_account
     where client_id = $1 and source = $2 and state = 'proposed' for no key update`,
    [tx.clientId, source, by.userId],
  );
  if (waiting.some(({ proposedBy }) => proposedBy === by.userId)) throw partnerProblems.SecondPersonNeeded();
  const rows = await tx.query(
    `update partner_bank_account set state = 'confirmed', decided_by = $3, decided_by_name = $4, decided_at = clock_timestamp()
     where client_id = $1 and source = $2 and state = 'proposed' and not is_own_matter(client_id, $3, partner_id) returning 1`,
    [tx.clientId, source, by.userId, by.displayName],
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'partner.bank-account.confirm',
    resource: `clients/${tx.clientId}/partners`,
    detail: { source, confirmed: rows.length },
  });
  return { confirmed: rows.length, waiting: waiting.filter(({ own }) => own).length };
}

/**
 * Ends a confirmed bank account: nothing new is paid to it. Items that name it keep it until they are given another.
 * @throws Problem NotFound, BankAccountDecided
 */
export async function endBankAccount(
  tx: ClientTx,
  partnerId: string,
  no: number,
  note: string,
  by: DoingPerson,
): Promise<PartnerBankAccount> {
  await move(tx, partnerId, no, 'confirmed', by, () =>
    tx.query(
      `update partner_bank_account set state = 'ended', ended_by = $4, ended_by_name = $5, ended_at = clock_timestamp(), note = $6
       where client_id = $1 and partner_id = $2 and no = $3`,
      [tx.clientId, partnerId, no, by.userId, by.displayName, note],
    ),
  );
  await record(tx, partnerId, no, 'partner.bank-account.end', by, { note });
  return bankAccount(tx, partnerId, no);
}

async function move(
  tx: ClientTx,
  partnerId: string,
  no: number,
  from: BankAccountState,
  by: DoingPerson,
  work: (known: PartnerBankAccount) => Promise<unknown>,
): Promise<void> {
  await lockPartner(tx, partnerId);
  const known = await bankAccount(tx, partnerId, no);
  if (known.state !== from) throw partnerProblems.BankAccountDecided({ state: known.state });
  await work(known).catch((error: { code?: string; constraint?: string }) => {
    if (error.constraint === 'partner_bank_account_four_eyes') throw partnerProblems.SecondPersonNeeded();
    throw error.constraint === 'own_matter' ? partnerProblems.OwnBankAccount() : error;
  });
}

const record = (
  tx: ClientTx,
  partnerId: string,
  no: number,
  action: string,
  by: DoingPerson,
  detail: Record<string, unknown>,
): Promise<void> =>
  recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action,
    resource: `clients/${tx.clientId}/partners/${partnerId}/bank-accounts/${no}`,
    detail,
  });
