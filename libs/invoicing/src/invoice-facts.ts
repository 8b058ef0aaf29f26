import type { LocalDate } from '@lib/kernel';
import type { OwnInvoice, OwnTotals } from './own-invoice.js';
import type { Buyer, Seller, SellerAccount } from './parties.js';

/** Everything that an issued invoice says, gathered from the draft, the client, the partner and the day. */
export interface InvoiceFacts {
  number: string;
  issueDate: LocalDate;
  dueOn: LocalDate;
  draft: OwnInvoice;
  totals: OwnTotals;
  seller: Seller;
  account: SellerAccount | null;
  buyer: Buyer;
  /** BT-10 */
  buyerReference: string;
  /** BG-3 */
  preceding: { number: string; issueDate: LocalDate } | null;
}
