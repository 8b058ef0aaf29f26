/**
 * What the screens know of documents, their coding and the decisions on them. Money is a string in euros with two
 * decimals, days are `YYYY-MM-DD`, instants RFC 3339 in UTC.
 */
import type { components } from './schema';

type Schemas = components['schemas'];

export const DOCUMENT_STATES = [
  'new',
  'in-decision',
  'returned',
  'decided',
  'posted',
  'rejected',
  'quarantined',
  'duplicate',
  'filed',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DOCUMENT_KINDS = [
  'invoice',
  'credit-note',
  'correction',
  'partial-invoice',
  'final-invoice',
  'order',
  'internal',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const ALARMS = [
  'IbanChanged',
  'IbanInvalid',
  'DuplicateNumber',
  'DuplicateAmount',
  'WrongClient',
  'TotalsDiffer',
  'VisibleDiffers',
  'Incomplete',
] as const;
export type Alarm = (typeof ALARMS)[number];

export type PersonRef = Schemas['Person'];
/** A line of the inbox. */
export type DocumentRow = Schemas['DocumentRow'];
export type DocumentList = Schemas['DocumentList'];
/** A rule of EN 16931 or XRechnung that was broken, or a check of our own. */
export type Finding = Schemas['DocumentFinding'];
export type DocumentFile = Schemas['DocumentFile'];
export type DocumentLink = Schemas['DocumentLink'];
export type DocumentEvent = Schemas['DocumentEvent'];

export type VatTreatment = 'sovereign' | 'business' | 'partial' | 'reverse-charge' | 'intra-community';
export const VAT_TREATMENTS: VatTreatment[] = ['sovereign', 'business', 'partial', 'reverse-charge', 'intra-community'];

export interface CodingLine {
  /** Collective orders: whom the line is owed to. */
  partnerId?: string | null;
  account: string;
  product: string | null;
  costCentre: string | null;
  cashAccount: string | null;
  text: string;
  net: string;
  tax: string;
  gross: string;
  vat: { category: string; rate: string; treatment: VatTreatment; deductiblePercent: string };
  share: number | null;
  serviceFrom: string | null;
  serviceTo: string | null;
}

export type PaymentMethod = 'transfer' | 'direct-debit' | 'clearing' | 'none';
export const PAYMENT_METHODS: PaymentMethod[] = ['transfer', 'direct-debit', 'clearing', 'none'];

/** Accounts, partner and payment of a document, as far as somebody has filled them in. */
export interface Coding {
  partnerId: string | null;
  bookingDate: string | null;
  dueOn: string | null;
  discountOn: string | null;
  discountAmount: string | null;
  method: PaymentMethod;
  bankAccountNo: number | null;
  paymentBlock: string | null;
  text: string;
  lines: CodingLine[];
  retention: { amount: string; dueOn: string | null } | null;
  accrual: { account: string } | null;
  shares: { no: number; holder: string; amount: string; note: string }[];
  prepaid: { documentId: string | null; account: string | null; product: string | null; amount: string }[];
  /** Credit notes: which open items are reduced. */
  offsets: { itemId: string; amount: string }[];
  correction: 'difference' | 'replacement' | null;
}

export interface Proposal {
  coding: Coding;
  /** Why a field was proposed; `field` is a pointer into the coding: `lines/0/account`, `dueOn`. */
  reasons: { field: string; text: string }[];
  /** Corrected invoices: the same document booked the other way. */
  alternative: Coding | null;
}

export type TaskState = 'open' | 'approved' | 'returned' | 'forwarded' | 'withdrawn';
export const STEPS = ['arithmetic', 'factual', 'order', 'second-order', 'posting'] as const;
export type StepKey = (typeof STEPS)[number];

export type DocumentTask = Schemas['DocumentTask'];

/** Texts of an invoice file as they came; nothing of them is ever taken as markup. */
export type Said = string | null | undefined;
/** Numbers are the file's own text; quantities come with their unit. */
export type SaidAmount = string | { value: string; unit?: string | null } | null | undefined;
/** A day of the calendar as `YYYY-MM-DD`, or whatever the file says where it is none. */
export type SaidDay = Said;
export interface SaidId {
  value: string;
  scheme?: Said;
}
export interface InvoiceAddress {
  line1?: Said;
  line2?: Said;
  line3?: Said;
  city?: Said;
  postcode?: Said;
  subdivision?: Said;
  country?: Said;
}
export interface InvoiceParty {
  name?: Said;
  tradingName?: Said;
  ids?: SaidId[];
  legalId?: SaidId | null;
  vatId?: Said;
  taxNumber?: Said;
  legalInformation?: Said;
  electronicAddress?: SaidId | null;
  address?: InvoiceAddress | null;
  contact?: { name?: Said; phone?: Said; email?: Said } | null;
}
export interface InvoiceAllowance {
  amount?: SaidAmount;
  baseAmount?: SaidAmount;
  percentage?: SaidAmount;
  reason?: Said;
  reasonCode?: Said;
  vat?: { category?: Said; rate?: SaidAmount } | null;
}
export interface InvoiceLineView {
  id?: Said;
  note?: Said;
  quantity?: SaidAmount;
  netAmount?: SaidAmount;
  orderLineReference?: Said;
  accountingReference?: Said;
  period?: { start?: SaidDay; end?: SaidDay } | null;
  allowances?: InvoiceAllowance[];
  charges?: InvoiceAllowance[];
  price?: { net?: SaidAmount; gross?: SaidAmount; discount?: SaidAmount; baseQuantity?: SaidAmount } | null;
  vat?: { category?: Said; rate?: SaidAmount } | null;
  item?: {
    name?: Said;
    description?: Said;
    sellerId?: Said;
    buyerId?: Said;
    standardId?: SaidId | null;
    attributes?: { name?: Said; value?: Said }[];
  } | null;
  subLines?: InvoiceLineView[];
}
/** The semantic model of EN 16931 as far as it is shown; field names as in the reading library. */
export interface InvoiceView {
  specificationId?: Said;
  number?: Said;
  issueDate?: SaidDay;
  typeCode?: Said;
  currency?: Said;
  taxPointDate?: SaidDay;
  dueDate?: SaidDay;
  buyerReference?: Said;
  projectReference?: Said;
  contractReference?: Said;
  purchaseOrderReference?: Said;
  salesOrderReference?: Said;
  despatchAdviceReference?: Said;
  buyerAccountingReference?: Said;
  paymentTerms?: Said;
  notes?: { subjectCode?: Said; text?: Said }[];
  precedingInvoices?: { number?: Said; issueDate?: SaidDay }[];
  seller?: InvoiceParty | null;
  buyer?: InvoiceParty | null;
  payee?: { name?: Said; ids?: SaidId[] } | null;
  delivery?: { name?: Said; date?: SaidDay; address?: InvoiceAddress | null } | null;
  invoicingPeriod?: { start?: SaidDay; end?: SaidDay } | null;
  paymentMeans?: {
    typeCode?: Said;
    text?: Said;
    accounts?: { accountId?: Said; accountName?: Said; bic?: Said }[];
  }[];
  remittanceInformation?: Said;
  directDebit?: { mandateReference?: Said; creditorId?: Said; debitedAccount?: Said } | null;
  allowances?: InvoiceAllowance[];
  charges?: InvoiceAllowance[];
  totals?: {
    lineNet?: SaidAmount;
    allowances?: SaidAmount;
    charges?: SaidAmount;
    net?: SaidAmount;
    vat?: SaidAmount;
    gross?: SaidAmount;
    prepaid?: SaidAmount;
    rounding?: SaidAmount;
    payable?: SaidAmount;
  } | null;
  vatBreakdown?: {
    taxableAmount?: SaidAmount;
    taxAmount?: SaidAmount;
    category?: Said;
    rate?: SaidAmount;
    exemptionReason?: Said;
  }[];
  supportingDocuments?: { reference?: Said; description?: Said; externalUri?: Said }[];
  thirdPartyPayments?: { type?: Said; amount?: SaidAmount; description?: Said }[];
  lines?: InvoiceLineView[];
}

/** One document with everything the page of it shows. */
export type DocumentDetail = Omit<Schemas['Document'], 'invoice' | 'coding' | 'tasks'> & {
  invoice: InvoiceView | null;
  coding: Coding | null;
  tasks: DocumentTask[];
};

export type Batch = Schemas['Batch'];
export type BatchFile = Schemas['BatchFile'];
export type Letter = Schemas['Letter'];

/** One line of "my decisions": a task with what is needed to decide it, at whichever client. */
export interface DecisionItem {
  clientId: number;
  document: DocumentRow;
  task: DocumentTask;
  coding: Coding | null;
  /** The places of the coding lines that it is about, from 0; null when the document is decided as a whole. */
  lines: number[] | null;
  /** For whom, when somebody stands in. */
  deputyFor: PersonRef | null;
  overdue: boolean;
}

export type Department = Schemas['Department'];
export type Route = Schemas['Route'];
export type NewDepartment = Schemas['NewDepartment'];
export type DepartmentChange = Schemas['DepartmentChange'];
export type NewRoute = Schemas['NewRoute'];
export type RouteChange = Schemas['RouteChange'];
export type NewResponsibility = Schemas['NewResponsibility'];

export type Assignment =
  | { to: 'role'; role: string }
  | { to: 'people'; people: string[] }
  | { to: 'department-head' }
  | { to: 'budget-holder' };
export interface WorkflowStep {
  step: StepKey;
  assignment: Assignment;
  fallback: string;
  deadlineDays: number;
  reminderDays: number;
  escalation: { afterDays: number; to: string } | null;
  fromAmount: string | null;
  bySystem: { upTo: string | null } | null;
}
export type Workflow = Omit<Schemas['Workflow'], 'steps'> & { steps: WorkflowStep[] };
/** Somebody answers for the budget of a product and everything below it, or heads a department. */
export type Responsibility = Schemas['Responsibility'];
export type ClearingItem = Omit<Schemas['ClearingDetail'], 'invoice' | 'history'> & { invoice?: InvoiceView | null };

/** What posting would write, without writing it. */
export type PostingTrial = Schemas['PostingTrial'];
