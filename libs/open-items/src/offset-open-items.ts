import type { ClientTx } from '@lib/database';
import { type Cents, formatEuro, monthOf, problems, yearOf } from '@lib/kernel';
import { type Author, type Line, postEntryWithin, posting } from '@lib/ledger';
import type { ItemKind } from './open-item.js';
import { openItemProblems } from './problems.js';

export interface OffsetWish {
  /** Id of the item that is owed. */
  liability: string;
  /** Id of the credit note. */
  credit: string;
  /** Cents, unsigned; absent: as much as both have open. */
  amount?: Cents | null | undefined;
  bookingDate: string;
  text?: string | undefined;
}

interface Item {
  id: string;
  no: string;
  kind: ItemKind;
  partner: string;
  account: string;
  balance: string;
  reference: string;
}

/**
 * Sets a credit note against what is owed to the same partner: one entry that names both items and moves no cash. Claims and
 * liabilities are not set against each other here, for in the Finanzrechnung both payments would have to show (no netting,
 * § 12 KomHVO NRW). Whoever comes second at the same item waits and is held against what is left.
 * @returns the entry's id and the amount in cents
 * @throws Problem NotFound, OtherPartner, NotOpposite, NothingOpen, OffsetTooLarge, and what the ledger refuses
 */
export async function offsetOpenItems(
  tx: ClientTx,
  wish: OffsetWish,
  author: Author,
): Promise<{ entryId: string; amount: Cents }> {
  // Not locked: the posting function judges by what is left when its turn has come.
  const rows = await tx.query<Item>(
    `select id, no, kind, partner_id as partner, account, balance, reference from open_item
     where client_id = $1 and id = any ($2::uuid[])`,
    [tx.clientId, [wish.liability, wish.credit]],
  );
  const owed = rows.find((row) => row.id === wish.liability);
  const credit = rows.find((row) => row.id === wish.credit);
  if (!owed || !credit) throw problems.NotFound();
  if (owed.partner !== credit.partner) throw openItemProblems.OtherPartner();
  for (const item of [owed, credit])
    if (BigInt(item.balance) === 0n) throw openItemProblems.NothingOpen({ no: item.no });
  const [left, right] = [BigInt(owed.balance), BigInt(credit.balance)];
  if (owed.id === credit.id || owed.kind !== credit.kind || left < 0n === right < 0n)
    throw openItemProblems.NotOpposite();
  const [leftSize, rightSize] = [left < 0n ? -left : left, right < 0n ? -right : right];
  const most = leftSize < rightSize ? leftSize : rightSize;
  const amount = wish.amount ?? most;
  if (amount <= 0n || amount > most) throw openItemProblems.OffsetTooLarge({ most: formatEuro(most) }, '/amount');
  const line = (item: Item, signed: Cents): Line => ({
    account: item.account,
    product: null,
    costCentre: null,
    cashAccount: null,
    amount: signed,
    text: item.reference,
    openItem: item.id,
  });
  const back = left < 0n ? amount : -amount;
  const entry = posting(
    {
      fiscalYear: yearOf(wish.bookingDate),
      period: monthOf(wish.bookingDate),
      bookingDate: wish.bookingDate,
      kind: 'regular',
      text:
        wish.text ??
        `Verrechnung ${credit.reference || `Posten ${credit.no}`} mit ${owed.reference || `Posten ${owed.no}`}`,
      reference: '',
      lines: [line(owed, back), line(credit, -back)],
    },
    { clientId: tx.clientId, author, source: 'offset' },
  );
  const answer = await postEntryWithin(tx, entry);
  return { entryId: `${entry.fiscalYear}-${answer.entryNo}`, amount };
}
