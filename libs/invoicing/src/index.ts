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
export { cancelInvoice, type CancelWish } from './cancel-invoice.js';
export { issueInvoice, type Issuer, type IssueWish } from './issue-invoice.js';
export { InvoicingModule } from './invoicing.module.js';
export { fileBytes, invoiceOf, listInvoices, type StoredInvoice } from './invoicing.store.js';
export { makeFiles, judged } from './make-files.js';
export { invoicingProblems } from './problems.js';
export { saveDraft } from './save-draft.js';
export { type Surroundings, whatIsMissing } from './what-is-missing.js';
