/**
 * What the screens know of documents, their coding and the decisions on them. Money is a string in euros with two
 * decimals, days are `YYYY-MM-DD`, instants RFC 3339 in UTC.
 */
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

export interface PersonRef {
  id: string;
  name: string;
}

/** A line of the inbox. */
export interface DocumentRow {
  id: string;
  number: string;
  kind: DocumentKind;
  state: DocumentState;
  channel: string;
  fileName: string;
  fileKind: 'xml' | 'hybrid-pdf' | 'pdf' | 'image' | 'mail' | 'other' | 'none';
  receivedAt: string;
  receivedByName: string;
  department: string | null;
  partnerId: string | null;
  supplierName: string;
  invoiceNo: string | null;
  issueDate: string | null;
  dueOn: string | null;
  discountOn: string | null;
  currency: string | null;
  gross: string | null;
  payable: string | null;
  decision: string | null;
  errors: number;
  warnings: number;
  alarms: string[];
  duplicateOf: string | null;
  step: string | null;
  stepSince: string | null;
  stepDue: string | null;
  assignees: PersonRef[];
  version: number;
}

export interface DocumentList {
  items: DocumentRow[];
  next: string | null;
  counts: { byState: Partial<Record<DocumentState, number>> };
}

export interface Finding {
  id: string;
  severity: 'fatal' | 'error' | 'warning' | 'information';
  message: string;
  terms: string[];
  where: string | null;
  /** A rule of EN 16931 or XRechnung; otherwise a check of our own. */
  official: boolean;
}

export interface DocumentFile {
  no: number;
  role: 'original' | 'invoice-xml' | 'attachment';
  name: string;
  mime: string;
  size: number;
  sha256: string;
}

export interface DocumentLink {
  kind: string;
  id: string;
  number?: string | null;
  label?: string | null;
}

export interface DocumentEvent {
  id: string;
  at: string;
  byName: string;
  kind: string;
  note: string;
  detail: Record<string, unknown>;
}

export type VatTreatment = 'sovereign' | 'business' | 'partial' | 'reverse-charge' | 'intra-community';
export const VAT_TREATMENTS: VatTreatment[] = ['sovereign', 'business', 'partial', 'reverse-charge', 'intra-community'];

export interface CodingLine {
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
  coding: Partial<Coding>;
  /** Why a field was proposed; `field` is a pointer into the coding: `lines/0/account`, `dueOn`. */
  reasons: { field: string; text: string }[];
}

export type TaskState = 'open' | 'approved' | 'returned' | 'forwarded' | 'withdrawn';
export const STEPS = ['arithmetic', 'factual', 'order', 'second-order', 'posting'] as const;
export type StepKey = (typeof STEPS)[number];

export interface DocumentTask {
  no: number;
  step: StepKey;
  share: number | null;
  assignedTo: PersonRef | null;
  role: string | null;
  state: TaskState;
  openedAt: string;
  dueOn: string | null;
  decidedBy: PersonRef | null;
  deputyFor: PersonRef | null;
  decidedAt: string | null;
  note: string | null;
  /** Waits for the person who asks, as holder or as deputy. */
  mine: boolean;
}

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
export interface DocumentDetail extends DocumentRow {
  sender: string;
  sha256: string | null;
  supplierKey: string | null;
  serviceFrom: string | null;
  serviceTo: string | null;
  net: string | null;
  tax: string | null;
  buyerReference: string | null;
  orderReference: string | null;
  contractReference: string | null;
  paymentMeans: string | null;
  iban: string | null;
  legalClass: string | null;
  edition: string | null;
  corrects: string | null;
  acceptedAt: string | null;
  acceptedByName: string | null;
  acceptedReason: string | null;
  invoice: InvoiceView | null;
  findings: Finding[];
  files: DocumentFile[];
  pages: number;
  links: DocumentLink[];
  entries: { id: string; bookingDate: string; text: string; amount?: string }[];
  history: DocumentEvent[];
  mail: { from: string; to: string; subject: string; date: string | null; text: string } | null;
  suggestions: Record<string, { value: string; where?: string | null }[]>;
  retention: {
    class: string;
    startsOn: string | null;
    deletableFrom: string | null;
    legalHold: boolean;
    legalHoldReason: string;
  };
  coding: Coding | null;
  tasks: DocumentTask[];
}

export interface Batch {
  id: string;
  name: string;
  state: 'collecting' | 'running' | 'done';
  createdAt: string;
  createdByName: string;
  counts: {
    received: number;
    done: number;
    documents: number;
    duplicates: number;
    quarantined: number;
    cleared?: number;
    failed: number;
  };
  perSecond: number | null;
  remainingSeconds: number | null;
  files: BatchFile[];
}
export interface BatchFile {
  fileNo: number;
  name: string;
  state: string;
  outcome: string | null;
  documentId: string | null;
  reason: string | null;
}

export interface Letter {
  to: string;
  subject: string;
  body: string;
  sent: boolean;
}

/** One line of "my decisions": what waits, where and until when. */
export interface DecisionItem {
  clientId: number;
  documentId: string;
  number: string;
  kind: DocumentKind;
  supplierName: string;
  invoiceNo: string | null;
  text: string;
  gross: string | null;
  /** What this decision is about: the whole or a share. */
  amount: string;
  step: StepKey;
  share: number | null;
  taskNo: number;
  since: string;
  dueOn: string;
  overdue: boolean;
  escalated: boolean;
  discountOn: string | null;
  alarms: string[];
  /** For whom, when somebody stands in. */
  deputyFor: string | null;
  version: number;
}

export interface Department {
  code: string;
  name: string;
  email: string | null;
  active: boolean;
  version: number;
}
export interface Route {
  id: string;
  kind: 'leitweg-id' | 'vat-id' | 'email' | 'name';
  value: string;
  department: string | null;
  note: string;
  active: boolean;
  version: number;
}

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
export interface Workflow {
  version: number;
  validFrom: string;
  steps: WorkflowStep[];
  note: string;
  decidedByName: string;
  decidedAt: string;
}
/** Somebody answers for the budget of a product and everything below it, or heads a department. */
export interface Responsibility {
  id: string;
  kind: 'budget-holder' | 'department-head';
  key: string;
  user: PersonRef;
  validFrom: string;
  validTo: string | null;
  version: number;
}

export interface ClearingItem {
  id: string;
  fileName: string;
  channel: string;
  receivedAt: string;
  receivedByName: string;
  mailbox: string;
  state: string;
  reason: string | null;
  size: number | null;
  pages: number;
  reading: {
    supplierName: string | null;
    invoiceNo: string | null;
    issueDate: string | null;
    gross: string | null;
    currency: string | null;
    buyerName: string | null;
    buyerReference: string | null;
  } | null;
  proposals: { clientId: number; reason: string }[];
  invoice?: InvoiceView | null;
  version: number;
}

/** What posting would write, without writing it. */
export interface PostingTrial {
  postable: boolean;
  nextEntryNo: string | number | null;
  errors: { pointer?: string; rule: string; message: string }[];
  lines: {
    account: string;
    accountName?: string | null;
    product: string | null;
    costCentre: string | null;
    debit: string | null;
    credit: string | null;
    text: string | null;
  }[];
  openItems: {
    amount: string;
    dueOn: string | null;
    discountOn: string | null;
    paymentBlock: string | null;
    retention?: boolean;
  }[];
}
