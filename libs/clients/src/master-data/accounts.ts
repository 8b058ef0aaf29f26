import { type Actor, recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import { changeRow } from '../change-row.js';
import { type AccountKind, type AccountLevel, belongsToProduct, type Side } from '../chart/chart.js';
import { clientProblems } from '../problems.js';
import { refuseDuplicate } from '../refuse-duplicate.js';

/** An account of one client's chart. */
export interface Account {
  number: string;
  name: string;
  parent: string | null;
  level: AccountLevel;
  kind: AccountKind;
  side: Side | null;
  statementLine: string | null;
  defaultCashAccount: string | null;
  postable: boolean;
  liquid: boolean;
  locked: boolean;
  productRequired: boolean;
  /** `chart`: of the NRW chart; `own`: added by the client. */
  origin: 'chart' | 'own';
  /** Creditors or debtors: each line names an open item; null for any other account. */
  control: 'creditors' | 'debtors' | null;
  version: number;
}

const COLUMNS = `number, name, parent, level, kind, side, statement_line as "statementLine",
  default_cash_account as "defaultCashAccount", postable, liquid, locked, product_required as "productRequired", origin, control, version`;

export interface AccountFilter {
  /** Leading digit(s): the class. */
  class?: string;
  postable?: boolean;
  /** true: only accounts of classes 6 and 7; false: all others. */
  cash?: boolean;
  liquid?: boolean;
}

/** The client's accounts by number. */
export function listAccounts(tx: ClientTx, filter: AccountFilter = {}): Promise<Account[]> {
  return tx.query(
    `select ${COLUMNS} from account where client_id = $1
       and ($2::text is null or starts_with(number, $2))
       and ($3::boolean is null or (postable and not locked) = $3)
       and ($4::boolean is null or (kind in ('inpayment', 'outpayment')) = $4)
       and ($5::boolean is null or liquid = $5)
     order by number collate "C"`,
    [tx.clientId, filter.class ?? null, filter.postable ?? null, filter.cash ?? null, filter.liquid ?? null],
  );
}

/** @throws Problem NotFound */
export async function accountOf(tx: ClientTx, number: string): Promise<Account> {
  const [account] = await tx.query<Account>(`select ${COLUMNS} from account where client_id = $1 and number = $2`, [
    tx.clientId,
    number,
  ]);
  if (!account) throw problems.NotFound();
  return account;
}

export interface AccountWish {
  number: string;
  name: string;
  /** Absent: the account with the longest number that this one begins with. */
  parent?: string;
  defaultCashAccount?: string | null;
  productRequired?: boolean;
}

/**
 * Adds an account below one of the chart. It is shown in the same line of the statements as its parent, moves on the same side
 * and counts as liquid funds or as a control account if the parent does; none of this can be chosen, so no own account falls out
 * of the statements.
 * @throws Problem ParentAccountUnknown, ParentAccountTooGeneral, AccountNumberOutsideParent, CashAccountWrong, AlreadyExists
 */
export async function addAccount(tx: ClientTx, wish: AccountWish, by: Actor): Promise<Account> {
  const parent = await parentOf(tx, wish);
  if (!/^\d{1,10}$/.test(wish.number) || !wish.number.startsWith(parent.number) || wish.number === parent.number) {
    throw clientProblems.AccountNumberOutsideParent({ value: wish.number, parent: parent.number }, '/number');
  }
  const shown = parent.statementLine !== null || parent.kind === 'closing';
  if (
    !shown ||
    parent.level === 'klasse' ||
    parent.level === 'gruppe' ||
    (!parent.postable && parent.liquid && !(await hasPostable(tx, parent)))
  ) {
    throw clientProblems.ParentAccountTooGeneral(
      { value: parent.number },
      wish.parent === undefined ? '/number' : '/parent',
    );
  }
  const cashAccount = wish.defaultCashAccount === undefined ? parent.defaultCashAccount : wish.defaultCashAccount;
  await checkCashAccount(tx, cashAccount);
  await refuseDuplicate(wish.number, '/number', () =>
    tx.query(
      `insert into account (client_id, number, parent, name, level, kind, side, statement_line, default_cash_account, postable, liquid,
         product_required, origin, control)
       values ($1, $2, $3, $4, 'konto', $5, $6, $7, $8, true, $9, $10, 'own', $11)`,
      [
        tx.clientId,
        wish.number,
        parent.number,
        wish.name.trim(),
        parent.kind,
        parent.side,
        parent.statementLine,
        cashAccount,
        parent.liquid,
        belongsToProduct(parent.kind) || (wish.productRequired ?? parent.productRequired),
        parent.control,
      ],
    ),
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'account.create',
    resource: `clients/${tx.clientId}/accounts/${wish.number}`,
    detail: { name: wish.name, parent: parent.number },
  });
  return accountOf(tx, wish.number);
}

async function parentOf(tx: ClientTx, { number, parent }: AccountWish): Promise<Account> {
  const [found] = await tx.query<Account>(
    parent === undefined
      ? `select ${COLUMNS} from account where client_id = $1 and starts_with($2, number) and number <> $2
         order by length(number) desc limit 1`
      : `select ${COLUMNS} from account where client_id = $1 and number = $2`,
    [tx.clientId, parent ?? number],
  );
  if (!found)
    throw clientProblems.ParentAccountUnknown(
      { value: parent ?? number },
      parent === undefined ? '/number' : '/parent',
    );
  return found;
}

/** The statistical sum of liquid funds (189) has no accounts below it and gets none. */
async function hasPostable(tx: ClientTx, parent: Account): Promise<boolean> {
  const rows = await tx.query('select 1 from account where client_id = $1 and parent = $2 and postable limit 1', [
    tx.clientId,
    parent.number,
  ]);
  return rows.length > 0;
}

async function checkCashAccount(tx: ClientTx, number: string | null | undefined): Promise<void> {
  if (number == null) return;
  const [account] = await tx.query(
    `select 1 from account where client_id = $1 and number = $2 and postable and kind in ('inpayment', 'outpayment')`,
    [tx.clientId, number],
  );
  if (!account) throw clientProblems.CashAccountWrong({ value: number }, '/defaultCashAccount');
}

export interface AccountChange {
  version: number;
  name?: string;
  locked?: boolean;
  productRequired?: boolean;
  defaultCashAccount?: string | null;
}

/** @throws Problem NotFound, VersionConflict, CashAccountWrong, ProductAlwaysRequired */
export async function changeAccount(
  tx: ClientTx,
  number: string,
  { version, ...change }: AccountChange,
  by: Actor,
): Promise<Account> {
  await checkCashAccount(tx, change.defaultCashAccount);
  if (change.productRequired === false && belongsToProduct((await accountOf(tx, number)).kind))
    throw clientProblems.ProductAlwaysRequired({ value: number }, '/productRequired');
  await changeRow(tx, { table: 'account', key: { client_id: tx.clientId, number } }, version, {
    name: change.name?.trim(),
    locked: change.locked,
    product_required: change.productRequired,
    default_cash_account: change.defaultCashAccount,
  });
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'account.change',
    resource: `clients/${tx.clientId}/accounts/${number}`,
    detail: { ...change },
  });
  return accountOf(tx, number);
}
