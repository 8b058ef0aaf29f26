import type { Cents } from '@lib/kernel';
import type { ItemTax } from './item-tax.js';

export const ITEM_KINDS = ['liability', 'claim'] as const;
/** A liability stands on a creditors' control account, a claim on a debtors'. */
export type ItemKind = (typeof ITEM_KINDS)[number];

export const PAYMENT_METHODS = ['transfer', 'direct-debit', 'clearing', 'none'] as const;
/** How it will be settled: we pay, the other side collects, only by offsetting, or not at all through us. */
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** `open`: something is left; `settled`: nothing is; `reversed`: the entry that raised it was taken back. */
export type ItemState = 'open' | 'settled' | 'reversed';

/** What the payment to come will carry in the Finanzrechnung: products, cost centres and cash-flow accounts by share. */
export interface ItemShare {
  product: string | null;
  costCentre: string | null;
  /** Account of class 6 or 7. */
  cashAccount: string;
  /** Cents with the item's sign; all shares together are the item's amount. */
  amount: Cents;
}

/** What somebody asks to be raised, together with the entry whose line will name it. */
export interface RaiseWish {
  kind: ItemKind;
  partnerId: string;
  /** A control account of the client, such as `351101`; see `CONTROL_ACCOUNTS`. */
  account: string;
  /**
   * Cents with the journal's sign, as the entry's line on the control account bears them: a liability is negative, a supplier's
   * credit note positive, a claim positive, our own credit note negative.
   */
  amount: Cents;
  /** The document behind it, which is also the case; null where there is none. */
  documentId?: string | null;
  /** The invoice number of whoever wrote it. */
  reference?: string;
  text?: string;
  /** The booking date of the raising entry. */
  raisedOn: string;
  dueOn: string;
  /** Last day on which the discount may be taken, with the discount in unsigned cents; both or none. */
  discountOn?: string | null;
  discountAmount?: Cents | null;
  /** Default `transfer`. */
  method?: PaymentMethod;
  /** Number of the partner's bank account; only a confirmed one is taken. IBAN, BIC and holder are copied from it. */
  bankAccountNo?: number | null;
  /** Why it must not be paid yet. */
  paymentBlock?: string | null;
  /** Money kept back as security (Sicherheitseinbehalt). */
  retention?: boolean;
  shares?: readonly ItemShare[];
  /** The tax in it, so that it falls when less is paid (§ 17 UStG). */
  taxes?: readonly ItemTax[];
}

/** Whether a discount has its last day, not after the due date, and an amount above zero and below the item; or is none at all. */
export function isDiscountWhole(
  item: Pick<RaiseWish, 'amount' | 'dueOn'> & { discountOn: string | null; discountAmount: Cents | null },
): boolean {
  const { discountOn, discountAmount } = item;
  if (discountOn === null || discountAmount === null) return discountOn === null && discountAmount === null;
  const size = item.amount < 0n ? -item.amount : item.amount;
  return discountOn <= item.dueOn && discountAmount > 0n && discountAmount < size;
}

/** An item that was raised: `id` is what the entry's line names as `openItem`, `no` is what people see. */
export interface RaisedItem {
  id: string;
  no: number;
}
