import { type Actor, recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { isBIC, isIBAN } from 'class-validator';
import { changeRow } from '../change-row.js';
import { clientProblems } from '../problems.js';
import { refuseDuplicate } from '../refuse-duplicate.js';

/** A bank account of the client and the account of the chart (group 18) that its money is booked on. */
export interface BankAccount {
  id: string;
  name: string;
  iban: string;
  bic: string | null;
  account: string;
  active: boolean;
  version: number;
}

const COLUMNS = 'id, name, iban, bic, account, active, version';

export function listBankAccounts(tx: ClientTx): Promise<BankAccount[]> {
  return tx.query(
    `select ${COLUMNS} from client_bank_account where client_id = $1 order by account collate "C", name, id`,
    [tx.clientId],
  );
}

export interface BankAccountWish {
  name: string;
  /** With or without spaces, in any case. */
  iban: string;
  bic?: string | null;
  account: string;
}

/** @throws Problem IbanWrong, BicWrong, AccountNotLiquid, AlreadyExists */
export async function addBankAccount(tx: ClientTx, wish: BankAccountWish, by: Actor): Promise<BankAccount> {
  const iban = wish.iban.replace(/\s/g, '').toUpperCase();
  if (!isIBAN(iban)) throw clientProblems.IbanWrong({ value: wish.iban }, '/iban');
  const bic = checkedBic(wish.bic);
  await checkLiquid(tx, wish.account);
  const [row] = await refuseDuplicate(iban, '/iban', () =>
    tx.query<BankAccount>(
      `insert into client_bank_account (client_id, name, iban, bic, account) values ($1, $2, $3, $4, $5) returning ${COLUMNS}`,
      [tx.clientId, wish.name.trim(), iban, bic ?? null, wish.account],
    ),
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'bank-account.create',
    resource: `clients/${tx.clientId}/bank-accounts/${row!.id}`,
    detail: { name: wish.name, iban, account: wish.account },
  });
  return row!;
}

export interface BankAccountChange {
  version: number;
  name?: string;
  bic?: string | null;
  account?: string;
  active?: boolean;
}

/** Changes all but the IBAN: another IBAN is another bank account. @throws Problem NotFound, VersionConflict, BicWrong, AccountNotLiquid */
export async function changeBankAccount(
  tx: ClientTx,
  id: string,
  { version, ...change }: BankAccountChange,
  by: Actor,
): Promise<BankAccount> {
  if (change.account !== undefined) await checkLiquid(tx, change.account);
  await changeRow(tx, { table: 'client_bank_account', key: { client_id: tx.clientId, id } }, version, {
    name: change.name?.trim(),
    bic: checkedBic(change.bic),
    account: change.account,
    active: change.active,
  });
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'bank-account.change',
    resource: `clients/${tx.clientId}/bank-accounts/${id}`,
    detail: { ...change },
  });
  const [row] = await tx.query<BankAccount>(
    `select ${COLUMNS} from client_bank_account where client_id = $1 and id = $2`,
    [tx.clientId, id],
  );
  return row!;
}

function checkedBic(bic: string | null | undefined): string | null | undefined {
  if (bic == null || bic === '') return bic === '' ? null : bic;
  const normal = bic.replace(/\s/g, '').toUpperCase();
  if (!isBIC(normal)) throw clientProblems.BicWrong({ value: bic }, '/bic');
  return normal;
}

async function checkLiquid(tx: ClientTx, account: string): Promise<void> {
  const rows = await tx.query('select 1 from account where client_id = $1 and number = $2 and liquid and postable', [
    tx.clientId,
    account,
  ]);
  if (rows.length === 0) throw clientProblems.AccountNotLiquid({ value: account }, '/account');
}
