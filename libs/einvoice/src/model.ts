import type { Amount, DecimalText, Quantity } from './decimal-text.js';
import type { XmlElement } from './xml/xml-element.js';

/*
 * The semantic model of EN 16931-1 with the extension of XRechnung (BG-DEX-*), one field per business term.
 *
 * Presence: `null` means that the element is absent, `''` that it is there and empty. The rules tell these apart.
 * Texts come without white space at both ends; BT-20 (payment terms) and BT-22 (notes) keep theirs, because the
 * Skonto rule counts line breaks.
 * Numbers and dates that cannot be read keep their text and have no value (`value` / `iso` null).
 * `source` is the element that carries a group, for rules on cardinality and for the place of a finding; it is null
 * in an invoice that was not read from a file. Where a file repeats what may occur once, the first one counts here.
 */

export type Syntax = 'ubl-invoice' | 'ubl-creditnote' | 'cii' | 'zugferd-1.0';

/** A text as the file has it: null absent, '' empty. */
export type Text = string | null;

/** A date: `iso` is YYYY-MM-DD, or null where the text is no date of the calendar. */
export interface DateValue {
  iso: string | null;
  /** As written in the file. */
  raw: string;
  /** CII only: the qualifier of UNTDID 2379 (`102`), null where it is missing; UBL: null. */
  format: string | null;
}

/** An identifier with its scheme (`schemeID`, `listID` for classifications). */
export interface Identifier {
  value: string;
  scheme: Text;
  /** `listVersionID` / `schemeVersionID`, where written. */
  schemeVersion: Text;
}

export interface Invoice {
  syntax: Syntax | null;
  /** BT-24 specification identifier. */
  specificationId: Text;
  /** BT-23 business process type. */
  businessProcess: Text;
  /** BT-1 */
  number: Text;
  /** BT-2 */
  issueDate: DateValue | null;
  /** BT-3 (UNTDID 1001) */
  typeCode: Text;
  /** BT-5 invoice currency. */
  currency: Text;
  /** BT-6 currency in which VAT is accounted for. */
  taxCurrency: Text;
  /** BT-7 */
  taxPointDate: DateValue | null;
  /** BT-8: UBL 3, 35, 432; CII 5, 29, 72. */
  taxPointDateCode: Text;
  /** BT-9 */
  dueDate: DateValue | null;
  /** BT-10, in Germany usually the Leitweg-ID. */
  buyerReference: Text;
  /** BT-11 */
  projectReference: Text;
  /** BT-12 */
  contractReference: Text;
  /** BT-13 */
  purchaseOrderReference: Text;
  /** BT-14 */
  salesOrderReference: Text;
  /** BT-15 */
  receivingAdviceReference: Text;
  /** BT-16 */
  despatchAdviceReference: Text;
  /** BT-17 tender or lot. */
  tenderReference: Text;
  /** BT-18 invoiced object, scheme BT-18-1 (UNTDID 1153). */
  invoicedObject: Identifier | null;
  /** BT-19 the buyer's accounting reference (Kontierung). */
  buyerAccountingReference: Text;
  /** BT-20 raw, with its line breaks; several elements are joined by a line break. */
  paymentTerms: Text;
  /** BG-1 */
  notes: Note[];
  /** BG-3 */
  precedingInvoices: PrecedingInvoice[];
  /** BG-4; null where the party is absent. */
  seller: Party | null;
  /** BG-7 */
  buyer: Party | null;
  /** BG-10 */
  payee: Payee | null;
  /** BG-11 */
  taxRepresentative: TaxRepresentative | null;
  /** BG-13 */
  delivery: Delivery | null;
  /** BG-14 */
  invoicingPeriod: Period | null;
  /** BG-16, one entry for each group in the file; several are a choice of accounts, not several payments. */
  paymentMeans: PaymentMeans[];
  /** BT-83 remittance information: the first one. */
  remittanceInformation: Text;
  /** BG-19 in one place, wherever the syntax scatters it; null where none of its terms occurs. */
  directDebit: DirectDebit | null;
  /** BG-20 */
  allowances: AllowanceCharge[];
  /** BG-21 */
  charges: AllowanceCharge[];
  /** ZUGFeRD EXTENDED: freight and other services, no business term of EN 16931; they count into BT-108. */
  logisticsCharges?: AllowanceCharge[];
  /** BG-22; null where the group is absent. */
  totals: Totals | null;
  /** Every VAT total of the file with its currency (BT-110, BT-111) and its own breakdown. */
  vatTotals: VatTotal[];
  /** BG-23: the breakdowns of all VAT totals in one list. */
  vatBreakdown: VatBreakdown[];
  /** BG-24 */
  supportingDocuments: SupportingDocument[];
  /** BG-DEX-09 third party payments (XRechnung Extension). */
  thirdPartyPayments: ThirdPartyPayment[];
  /** BG-25 */
  lines: InvoiceLine[];
  /** The document's root element. */
  source: XmlElement | null;
}

/** BG-1 */
export interface Note {
  /** BT-21; UBL writes it as `#ADU#` before the text. */
  subjectCode: Text;
  /** BT-22 */
  text: Text;
  source: XmlElement | null;
}

/** BG-3 */
export interface PrecedingInvoice {
  /** BT-25 */
  number: Text;
  /** BT-26 */
  issueDate: DateValue | null;
  source: XmlElement | null;
}

/** BG-4 seller and BG-7 buyer. */
export interface Party {
  /** BT-27 / BT-44 */
  name: Text;
  /** BT-28 / BT-45 */
  tradingName: Text;
  /** BT-29 / BT-46, without the bank's creditor identifier (scheme SEPA, BT-90). */
  ids: Identifier[];
  /** BT-30 / BT-47 */
  legalId: Identifier | null;
  /** BT-31 / BT-48 VAT identifier. */
  vatId: Text;
  /** BT-32 tax number. */
  taxNumber: Text;
  /** Every tax registration as written: UBL the tax scheme's id (`VAT`), CII `VA`/`FC`, as scheme. */
  taxRegistrations: Identifier[];
  /** BT-33 further legal information. */
  legalInformation: Text;
  /** BT-34 / BT-49 with scheme (EAS). */
  electronicAddress: Identifier | null;
  /** BG-5 / BG-8; null where the address group is absent. */
  address: Address | null;
  /** BG-6 / BG-9; null where the contact group is absent. */
  contact: Contact | null;
  source: XmlElement | null;
}

/** BG-5, BG-8, BG-12, BG-15 */
export interface Address {
  /** BT-35, 50, 64, 75 */
  line1: Text;
  /** BT-36, 51, 65, 76 */
  line2: Text;
  /** BT-162, 163, 164, 165 */
  line3: Text;
  /** BT-37, 52, 66, 77 */
  city: Text;
  /** BT-38, 53, 67, 78 */
  postcode: Text;
  /** BT-39, 54, 68, 79 */
  subdivision: Text;
  /** BT-40, 55, 69, 80 (ISO 3166-1 alpha-2) */
  country: Text;
  source: XmlElement | null;
}

/** BG-6, BG-9 */
export interface Contact {
  /** BT-41 / BT-56: person, else department. */
  name: Text;
  /** BT-42 / BT-57 */
  phone: Text;
  /** BT-43 / BT-58 */
  email: Text;
  source: XmlElement | null;
}

/** BG-10 */
export interface Payee {
  /** BT-59 */
  name: Text;
  /** BT-60, without the creditor identifier. */
  ids: Identifier[];
  /** BT-61 */
  legalId: Identifier | null;
  source: XmlElement | null;
}

/** BG-11 */
export interface TaxRepresentative {
  /** BT-62 */
  name: Text;
  /** BT-63 */
  vatId: Text;
  taxRegistrations: Identifier[];
  /** BG-12 */
  address: Address | null;
  source: XmlElement | null;
}

/** BG-13 */
export interface Delivery {
  /** BT-70 */
  name: Text;
  /** BT-71 */
  locationId: Identifier | null;
  /** BT-72 */
  date: DateValue | null;
  /** BG-15 */
  address: Address | null;
  source: XmlElement | null;
}

/** BG-14, BG-26 */
export interface Period {
  /** BT-73, BT-134 */
  start: DateValue | null;
  /** BT-74, BT-135 */
  end: DateValue | null;
  source: XmlElement | null;
}

/** BG-16 with what belongs to this entry. */
export interface PaymentMeans {
  /** BT-81 (UNTDID 4461) */
  typeCode: Text;
  /** BT-82 */
  text: Text;
  /** BT-83; CII has it once per invoice, then it stands in every entry. */
  remittanceInformation: Text;
  /** BG-17; the list has at most one entry where the syntax allows no more. */
  accounts: CreditTransfer[];
  /** BG-18 */
  card: PaymentCard | null;
  /** BG-19 as far as it stands inside this entry (UBL: mandate, CII: debited account). */
  directDebit: DirectDebit | null;
  source: XmlElement | null;
}

/** BG-17 */
export interface CreditTransfer {
  /** BT-84, raw: with the blanks as written. */
  accountId: Text;
  /** CII tells IBANs from other account numbers; UBL does not (null). */
  kind: 'iban' | 'proprietary' | null;
  /** BT-85 */
  accountName: Text;
  /** BT-86 */
  bic: Text;
  source: XmlElement | null;
}

/** BG-18 */
export interface PaymentCard {
  /** BT-87 */
  number: Text;
  /** BT-88 */
  holder: Text;
  source: XmlElement | null;
}

/** BG-19 */
export interface DirectDebit {
  /** BT-89 */
  mandateReference: Text;
  /** BT-90 */
  creditorId: Text;
  /** BT-91 */
  debitedAccount: Text;
  source: XmlElement | null;
}

/** What line, allowance and charge say about their tax. */
export interface VatCategory {
  /** BT-95, 102, 151 */
  category: Text;
  /** BT-96, 103, 152 in per cent. */
  rate: DecimalText | null;
  /** The tax scheme's id (`VAT`), as written. */
  taxScheme: Text;
  source: XmlElement | null;
}

/** BG-20, BG-21, BG-27, BG-28 */
export interface AllowanceCharge {
  /** BT-92, 99, 136, 141 */
  amount: Amount | null;
  /** BT-93, 100, 137, 142 */
  baseAmount: Amount | null;
  /** BT-94, 101, 138, 143 in per cent. */
  percentage: DecimalText | null;
  /** BT-97, 104, 139, 144 */
  reason: Text;
  /** BT-98, 105, 140, 145 */
  reasonCode: Text;
  /** BT-95/96, BT-102/103: the first; on lines null. */
  vat: VatCategory | null;
  /** All of them as written. */
  vatCategories: VatCategory[];
  source: XmlElement | null;
}

/** BG-22 */
export interface Totals {
  /** BT-106 sum of line net amounts. */
  lineNet: Amount | null;
  /** BT-107 */
  allowances: Amount | null;
  /** BT-108 */
  charges: Amount | null;
  /** BT-109 total without VAT. */
  net: Amount | null;
  /** BT-110 total VAT in the invoice currency. */
  vat: Amount | null;
  /** BT-111 total VAT in the accounting currency (BT-6). */
  vatInTaxCurrency: Amount | null;
  /** BT-112 total with VAT. */
  gross: Amount | null;
  /** BT-113 */
  prepaid: Amount | null;
  /** BT-114 */
  rounding: Amount | null;
  /** BT-115 amount due for payment. */
  payable: Amount | null;
  source: XmlElement | null;
}

/** One VAT total: UBL `cac:TaxTotal`, CII `ram:TaxTotalAmount`. */
export interface VatTotal {
  /** BT-110 or BT-111, told apart by the currency. */
  amount: Amount | null;
  /** UBL: the subtotals inside this total; CII: all of them at the first one. */
  breakdown: VatBreakdown[];
  source: XmlElement | null;
}

/** BG-23 */
export interface VatBreakdown {
  /** BT-116 */
  taxableAmount: Amount | null;
  /** BT-117 */
  taxAmount: Amount | null;
  /** BT-118 */
  category: Text;
  /** BT-119 in per cent. */
  rate: DecimalText | null;
  /** BT-120 */
  exemptionReason: Text;
  /** BT-121 */
  exemptionReasonCode: Text;
  /** The tax scheme's id (`VAT`), as written. */
  taxScheme: Text;
  source: XmlElement | null;
}

/** BG-24 */
export interface SupportingDocument {
  /** BT-122 */
  reference: Text;
  /** BT-123 */
  description: Text;
  /** BT-124: shown as text, never fetched. */
  externalUri: Text;
  /** BT-125 */
  attachment: Attachment | null;
  source: XmlElement | null;
}

/** BT-125: the bytes stay encoded until somebody asks for them. */
export interface Attachment {
  /** BT-125-1 */
  mimeCode: Text;
  /** BT-125-2 as written: no safe file name. */
  filename: Text;
  /** Characters of the Base64 text, white space included. */
  base64Length: number;
  /** Decodes the content; null where it is empty or no Base64. */
  decode(): Uint8Array | null;
}

/** BG-DEX-09 */
export interface ThirdPartyPayment {
  /** BT-DEX-001 */
  type: Text;
  /** BT-DEX-002 */
  amount: Amount | null;
  /** BT-DEX-003 */
  description: Text;
  source: XmlElement | null;
}

/** BG-25, and BG-DEX-01 as `subLines`. */
export interface InvoiceLine {
  /** BT-126 */
  id: Text;
  /** BT-127 */
  note: Text;
  /** BT-128 with scheme (UNTDID 1153). */
  objectId: Identifier | null;
  /** BT-129 with BT-130. */
  quantity: Quantity | null;
  /** BT-131 */
  netAmount: Amount | null;
  /** BT-132 */
  orderLineReference: Text;
  /** BT-133 */
  accountingReference: Text;
  /** BG-26 */
  period: Period | null;
  /** BG-27 */
  allowances: AllowanceCharge[];
  /** BG-28 */
  charges: AllowanceCharge[];
  /** BG-29; null where no price is given. */
  price: Price | null;
  /** BG-30: the first; `vatCategories` has all as written. */
  vat: VatCategory | null;
  vatCategories: VatCategory[];
  /** BG-31 */
  item: Item | null;
  /** BG-DEX-01 (XRechnung Extension, UBL). */
  subLines: InvoiceLine[];
  /** CII: the line that this one belongs to (ZUGFeRD EXTENDED). */
  parentLineId: Text;
  /** CII: GROUP, DETAIL, INFORMATION (ZUGFeRD EXTENDED). */
  lineKind: Text;
  source: XmlElement | null;
}

/** BG-29 */
export interface Price {
  /** BT-146 */
  net: Amount | null;
  /** BT-147 */
  discount: Amount | null;
  /** BT-148 */
  gross: Amount | null;
  /** BT-149 with BT-150. */
  baseQuantity: Quantity | null;
  /** CII may say BT-149 a second time, beside the gross price. */
  grossBaseQuantity: Quantity | null;
  /** The allowances and charges on the price as written, UBL's and CII's; BT-147 is the first allowance. */
  allowances: AllowanceCharge[];
  charges: AllowanceCharge[];
  source: XmlElement | null;
}

/** BG-31 */
export interface Item {
  /** BT-153 */
  name: Text;
  /** BT-154 */
  description: Text;
  /** BT-155 */
  sellerId: Text;
  /** BT-156 */
  buyerId: Text;
  /** BT-157 with scheme (ISO 6523). */
  standardId: Identifier | null;
  /** BT-158: scheme is `listID` (UNTDID 7143, `CVD`), schemeVersion `listVersionID`. */
  classifications: Identifier[];
  /** BT-159 */
  originCountry: Text;
  /** BG-32 */
  attributes: ItemAttribute[];
  source: XmlElement | null;
}

/** BG-32 */
export interface ItemAttribute {
  /** BT-160 */
  name: Text;
  /** BT-161 */
  value: Text;
  source: XmlElement | null;
}

/** A fault of form: the file does not follow its schema, or a value cannot be read. */
export interface StructuralFault {
  /** `schema`: the official schema refuses the file too; `content`: the schema allows it, but it cannot be read. */
  level: 'schema' | 'content';
  /** Stable word for the kind of fault: `unexpected-element`, `missing-element`, `bad-date` … */
  code: string;
  /** Where, as XmlElement.path. */
  path: string;
  line: number;
  column: number;
  /** The offending text, shortened; null where an element is missing. */
  found: string | null;
  message: { de: string; en: string };
}

/** Whether a text is there and says something. */
export function filled(text: Text | undefined): text is string {
  return text !== null && text !== undefined && text.trim() !== '';
}
