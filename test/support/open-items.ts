import { randomUUID } from 'node:crypto';
import type { ClientTx } from '@lib/database';
import { type EntryWish, postEntryWithin, posting, type PostingAnswer } from '@lib/ledger';
import { type RaisedItem, raiseOpenItem, type RaiseWish } from '@lib/open-items';
import {
  addPartner,
  decideBankAccount,
  type DoingPerson,
  type Partner,
  type PartnerWish,
  proposeBankAccount,
} from '@lib/partners';
import { CLERK } from './books.js';

/** Two people who keep partners: what one proposes, the other decides. */
export const ANNA: DoingPerson = {
  userId: '33333333-3333-4333-8333-333333333333',
  userName: 'aller',
  displayName: 'Anna Aller',
};
export const BERND: DoingPerson = {
  userId: '44444444-4444-4444-8444-444444444444',
  userName: 'bode',
  displayName: 'Bernd Bode',
};

/** An invented IBAN whose check digits hold. */
export function testIban(no: number): string {
  const account = `00000000${String(no).padStart(10, '0')}`;
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
}

export function newPartner(tx: ClientTx, wish: Partial<PartnerWish> = {}): Promise<Partner> {
  return addPartner(tx, { kind: 'company', name: `Baustoffe ${randomUUID().slice(0, 8)} GmbH`, ...wish }, ANNA);
}

/** A bank account that both have agreed on. */
export async function confirmedAccount(tx: ClientTx, partnerId: string, no: number): Promise<number> {
  const wish = { iban: testIban(no), source: 'Rechnung vom Januar' };
  const proposed = await proposeBankAccount(tx, partnerId, wish, ANNA);
  await decideBankAccount(tx, partnerId, proposed.no, { confirm: true }, BERND);
  return proposed.no;
}

const line = (account: string, amount: bigint, openItem: string | null = null, more: object = {}) => ({
  account,
  product: null,
  costCentre: null,
  cashAccount: null,
  amount,
  text: '',
  openItem,
  ...more,
});

export function entryOf(lines: ReturnType<typeof line>[], bookingDate = '2026-03-10', text = 'Vorgang'): EntryWish {
  return {
    fiscalYear: Number(bookingDate.slice(0, 4)),
    period: Number(bookingDate.slice(5, 7)),
    bookingDate,
    kind: 'regular',
    text,
    reference: '',
    lines,
  };
}

export const post = (tx: ClientTx, entry: EntryWish): Promise<PostingAnswer> =>
  postEntryWithin(tx, posting(entry, { clientId: tx.clientId, author: CLERK, source: 'test' }));

/** Raises an item with the entry that belongs to it: expense against creditor, or debtor against revenue. */
export async function raiseAndPost(
  tx: ClientTx,
  wish: Partial<RaiseWish> & Pick<RaiseWish, 'partnerId' | 'amount'>,
): Promise<RaisedItem & { entryId: string }> {
  const kind = wish.kind ?? 'liability';
  const account = wish.account ?? (kind === 'liability' ? '351101' : '171201');
  const raisedOn = wish.raisedOn ?? '2026-03-10';
  const item = await raiseOpenItem(tx, { kind, account, raisedOn, dueOn: '2026-04-09', ...wish }, ANNA);
  const other = kind === 'liability' ? '5241' : '4411';
  const answer = await post(
    tx,
    entryOf(
      [line(other, -wish.amount, null, { product: '111' }), line(account, wish.amount, item.id)],
      raisedOn,
      wish.text,
    ),
  );
  return { ...item, entryId: `${raisedOn.slice(0, 4)}-${answer.entryNo}` };
}

/** Pays an item, wholly or in part, from the bank. `amount` is unsigned. */
export function settle(
  tx: ClientTx,
  item: { id: string; account: string; balance: bigint },
  amount: bigint,
  bookingDate = '2026-04-01',
): Promise<PostingAnswer> {
  const back = item.balance < 0n ? amount : -amount;
  const cashAccount = back > 0n ? '7241' : '6411';
  return post(
    tx,
    entryOf(
      [line(item.account, back, item.id), line('1811', -back, null, { cashAccount, product: '111' })],
      bookingDate,
    ),
  );
}

export { line as itemLine };
