import { randomUUID } from 'node:crypto';
import type { ClientTx } from '@lib/database';
import { formatEuro } from '@lib/kernel';
import { type Doer, drawNumbers, partnerProblems } from '@lib/partners';
import { isDiscountWhole, type RaisedItem, type RaiseWish } from './open-item.js';
import { openItemProblems } from './problems.js';

/**
 * Raises one open item; see {@link raiseOpenItems}.
 */
export async function raiseOpenItem(tx: ClientTx, wish: RaiseWish, by: Doer): Promise<RaisedItem> {
  return (await raiseOpenItems(tx, [wish], by))[0]!;
}

/**
 * Raises open items inside a larger transaction, which must then post the entry that names them: one line per item on its
 * control account, with the item's whole amount and `openItem: id`. An item without such an entry is refused by the database at
 * the commit (constraint `open_item_raised`). Call it before `postWithin`/`postEntryWithin`.
 *
 * ```ts
 * const item = await raiseOpenItem(tx, { kind: 'liability', partnerId, account: '351101', amount: -11900n, … }, by);
 * await postEntryWithin(tx, posting({ …, lines: [
 *   { account: '5241', product: '111.06', costCentre: null, cashAccount: null, amount: 11900n, text: '' },
 *   { account: '351101', product: null, costCentre: null, cashAccount: null, amount: -11900n, text: '', openItem: item.id },
 * ] }, { clientId, author, source }));
 * ```
 * @returns id and number of each item, in the order of the wishes
 * @throws Problem NoControlAccount, BankAccountNotConfirmed, SharesDiffer, DiscountIncomplete, PartnerUnknown; the caller's
 *   transaction must then be rolled back
 */
export async function raiseOpenItems(tx: ClientTx, wishes: readonly RaiseWish[], by: Doer): Promise<RaisedItem[]> {
  if (wishes.length === 0) return [];
  wishes.forEach(check);
  const first = await drawNumbers(tx, 'open-item', wishes.length);
  const raised = wishes.map((_, index) => ({ id: randomUUID(), no: first + index }));
  const rows = wishes.map((wish, index) => ({
    id: raised[index]!.id,
    no: raised[index]!.no,
    kind: wish.kind,
    partner_id: wish.partnerId,
    account: wish.account,
    amount: wish.amount.toString(),
    document_id: wish.documentId ?? null,
    reference: wish.reference ?? '',
    text: wish.text ?? '',
    raised_on: wish.raisedOn,
    due_on: wish.dueOn,
    discount_on: wish.discountOn ?? null,
    discount_amount: wish.discountAmount?.toString() ?? null,
    method: wish.method ?? 'transfer',
    bank_account_no: wish.bankAccountNo ?? null,
    payment_block: wish.paymentBlock ?? null,
    retention: wish.retention ?? false,
  }));
  await explained(wishes, () =>
    tx.query(
      `insert into open_item (client_id, id, no, kind, partner_id, account, amount, document_id, reference, text, raised_on, due_on,
         discount_on, discount_amount, method, bank_account_no, payment_block, retention, changed_by, changed_by_name)
       select $1, r.*, $3, $4 from client c, jsonb_to_recordset($2::jsonb) r (id uuid, no bigint, kind text, partner_id uuid, account text,
         amount bigint, document_id uuid, reference text, text text, raised_on date, due_on date, discount_on date, discount_amount bigint,
         method text, bank_account_no int, payment_block text, retention boolean) where c.id = $1`,
      [tx.clientId, JSON.stringify(rows), by.userId, by.displayName],
    ),
  );
  const shares = wishes.flatMap((wish, index) =>
    (wish.shares ?? []).map((share, place) => ({
      item_id: raised[index]!.id,
      no: place + 1,
      product: share.product,
      cost_centre: share.costCentre,
      cash_account: share.cashAccount,
      amount: share.amount.toString(),
    })),
  );
  if (shares.length > 0)
    await tx.query(
      `insert into open_item_share (client_id, item_id, no, product, cost_centre, cash_account, amount)
       select $1, r.* from client c, jsonb_to_recordset($2::jsonb) r (item_id uuid, no int, product text, cost_centre text,
         cash_account text, amount bigint) where c.id = $1`,
      [tx.clientId, JSON.stringify(shares)],
    );
  const taxes = wishes.flatMap((wish, index) =>
    (wish.taxes ?? []).map((tax, place) => ({
      ...{ item_id: raised[index]!.id, no: place + 1, code: tax.code, rate: tax.rate, account: tax.account },
      ...{ base: tax.base.toString(), tax: tax.tax.toString() },
    })),
  );
  if (taxes.length > 0)
    await tx.query(
      `insert into open_item_tax (client_id, item_id, no, code, rate, account, base, tax)
       select $1, r.* from client c, jsonb_to_recordset($2::jsonb) r (item_id uuid, no int, code text, rate numeric, account text, base bigint,
         tax bigint) where c.id = $1`,
      [tx.clientId, JSON.stringify(taxes)],
    );
  return raised;
}

function check(wish: RaiseWish): void {
  if (!isDiscountWhole({ ...wish, discountOn: wish.discountOn ?? null, discountAmount: wish.discountAmount ?? null }))
    throw openItemProblems.DiscountIncomplete();
  if (!wish.shares || wish.shares.length === 0) return;
  const sum = wish.shares.reduce((total, share) => total + share.amount, 0n);
  if (sum !== wish.amount)
    throw openItemProblems.SharesDiffer({ sum: formatEuro(sum), amount: formatEuro(wish.amount) });
}

/** The database judges; what it says in constraints is told in words. */
async function explained<T>(wishes: readonly RaiseWish[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    switch ((error as { constraint?: string }).constraint) {
      case 'open_item_control_account':
      case 'open_item_client_id_account_fkey':
        throw openItemProblems.NoControlAccount({ value: wishes.map((wish) => wish.account).join(', ') });
      case 'open_item_confirmed_bank_account':
      case 'open_item_client_id_partner_id_bank_account_no_fkey':
        throw openItemProblems.BankAccountNotConfirmed();
      case 'open_item_client_id_partner_id_fkey':
        throw partnerProblems.PartnerUnknown();
      default:
        throw error;
    }
  }
}
