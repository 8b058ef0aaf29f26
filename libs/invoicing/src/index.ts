export { eInvoiceOf, XRECHNUNG } from './e-invoice-of.js';
export { epcCode, epcText } from './epc-code.js';
export type { InvoiceFacts } from './invoice-facts.js';
export { letterDocument, type LetterExtras } from './letter-document.js';
export {
  discountOf,
  INVOICE_KINDS,
  type InvoiceKind,
  type LineVat,
  type Mandate,
  type OwnInvoice,
  type OwnLine,
  type OwnTotals,
  type Skonto,
  totalsOf,
  TYPE_CODES,
  VAT_CATEGORIES,
  type VatCategoryCode,
  type VatGroup,
} from './own-invoice.js';
export type { Buyer, ElectronicAddress, Seller, SellerAccount } from './parties.js';
export { printLetter } from './print-letter.js';
