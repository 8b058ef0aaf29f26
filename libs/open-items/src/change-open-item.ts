import { recordEvent } from '@lib/access';
import { changeRow } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { type Cents, problems } from '@lib/kernel';
import type { Doer } from '@lib/partners';
import { isDiscountWhole, type PaymentMethod } from './open-item.js';
import { openItemProblems } from './problems.js';

export interface ItemChange {
  version: number;
  dueOn?: string;
  discountOn?: string | null;
  discountAmount?: Cents | null;
  method?: PaymentMethod;
  bankAccountNo?: number | null;
  /** A reason blocks, null lifts the block. */
  paymentBlock?: string | null;
}

/**
 * Changes when and how an open item is to be settled; the database keeps what it was before. Amount, partner and account stand
 * with the entry that raised it.
 * @throws Problem NotFound, VersionConflict, NothingOpen, DiscountIncomplete, BankAccountNotConfirmed
 */
export async function changeOpenItem(
  tx: ClientTx,
  id: string,
  { version, ...change }: ItemChange,
  by: Doer,
): Promise<void> {
  const [item] = await tx.query<{
    no: string;
    state: string;
    amount: string;
    dueOn: string;
    discountOn: string | null;
    discountAmount: string | null;
  }>(
    `select no, state, amount, due_on as "dueOn", discount_on as "discountOn", discount_amount as "discountAmount" from open_item
     where client_id = $1 and id = $2 for no key update`,
    [tx.clientId, id],
  );
  if (!item) throw problems.NotFound();
  if (item.state !== 'open') throw openItemProblems.NothingOpen({ no: item.no });
  const discount = change.discountAmount === undefined ? item.discountAmount : change.discountAmount;
  const whole = isDiscountWhole({
    amount: BigInt(item.amount),
    dueOn: change.dueOn ?? item.dueOn,
    discountOn: change.discountOn === undefined ? item.discountOn : change.discountOn,
    discountAmount: discount === null ? null : BigInt(discount),
  });
  if (!whole) throw openItemProblems.DiscountIncomplete();
  try {
    await changeRow(tx, { table: 'open_item', key: { client_id: tx.clientId, id } }, version, {
      due_on: change.dueOn,
      discount_on: change.discountOn,
      discount_amount: change.discountAmount?.toString() ?? change.discountAmount,
      method: change.method,
      bank_account_no: change.bankAccountNo,
      payment_block: change.paymentBlock,
      changed_at: new Date().toISOString(),
      changed_by: by.userId,
      changed_by_name: by.displayName,
    });
  } catch (error) {
    const { constraint = '' } = error as { constraint?: string };
    if (constraint === 'open_item_confirmed_bank_account' || constraint.includes('bank_account_no_fkey'))
      throw openItemProblems.BankAccountNotConfirmed({}, '/bankAccountNo');
    throw error;
  }
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'open-item.change',
    resource: `clients/${tx.clientId}/open-items/${id}`,
    detail: { no: item.no, ...change },
  });
}
