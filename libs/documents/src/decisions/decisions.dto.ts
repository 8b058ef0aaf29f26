import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { type Role, ROLES } from '@lib/access';
import { DIRECTION_MARKS } from '@lib/kernel';
import { filled } from '@lib/clients';
import { type HolderObstacle, IsLocalDate, PersonDto, ToBoolean } from '@lib/ledger';
import { METHODS, type Method, type Treatment, TREATMENTS } from '../coding/coding.js';
import { DocumentDto, DocumentRowDto } from '../inbox/document.dto.js';
import { type StepKey, STEPS } from '../workflow/workflow.js';

/** Text of people: of a certain length, without control and other invisible characters; lines may be broken. */
const Words =
  (min: number, max: number): PropertyDecorator =>
  (target, key) => {
    IsString()(target, key);
    Length(min, max)(target, key);
    Matches(new RegExp(`^${filled(min)}(?:[^\\p{Cc}\\p{Cs}\\p{Co}${DIRECTION_MARKS}]|[\\n\\r\\t])*$`, 'u'), {
      message: '$property is blank or contains control characters',
    })(target, key);
  };

const EURO = /^\d{1,11}(\.\d{1,2})?$/;

export class CodingVatDto {
  /** UNTDID 5305. @example 'S' */
  category: string;
  /** Per cent; where we owe the tax ourselves the domestic rate. @example '19' */
  rate: string;
  @ApiProperty({ enum: TREATMENTS, description: 'How the tax of the line is booked', example: 'sovereign' })
  treatment: Treatment;
  /** How much of the tax is deducted. @example '0' */
  deductiblePercent: string;
}

export class CodingLineDto {
  /** Collective orders: whom the line is owed to. @example null */
  partnerId?: string | null;
  /** @example '5241' */
  account: string;
  /** @example '111.06' */
  product?: string | null;
  costCentre?: string | null;
  /** Class 7 account of the payment to come; absent: by the chart from the account. */
  cashAccount?: string | null;
  text?: string;
  /** @example '100.00' */
  net: string;
  /** @example '19.00' */
  tax?: string;
  /** @example '119.00' */
  gross: string;
  vat?: CodingVatDto;
  /** Number of the budget share. @example null */
  share?: number | null;
  /** @example '2026-01-01' */
  serviceFrom?: string | null;
  /** @example '2026-12-31' */
  serviceTo?: string | null;
}

export class RetentionWishDto {
  /** @example '500.00' */
  amount: string;
  /** @example '2031-06-30' */
  dueOn: string;
}

export class AccrualWishDto {
  /** The account on which it waits. @example '1911' */
  account: string;
}

export class ShareDto {
  /** @example 1 */
  no: number;
  /** Who answers for the budget. @example '5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10' */
  holder: string;
  /** What its lines come to. One share may leave it out: it takes what the others leave of the whole. @example '119.00' */
  amount?: string;
  /** @example 'Grundschule' */
  note?: string;
}

export class PrepaidDto {
  /** The earlier invoice, or … @example null */
  documentId?: string | null;
  /** … an account. @example '0911' */
  account?: string | null;
  product?: string | null;
  /** @example '1000.00' */
  amount: string;
}

export class ItemOffsetDto {
  /** @example '5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10' */
  itemId: string;
  /** @example '119.00' */
  amount: string;
}

@ApiSchema({
  description:
    'What a document shall become in the books. Amounts stand as the document has them: those of a credit note are positive and mean money back.',
})
export class CodingDto {
  /** @example '5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10' */
  partnerId?: string | null;
  /** Absent: the day of posting. @example null */
  bookingDate?: string | null;
  /** @example '2026-04-30' */
  dueOn?: string | null;
  /** Last day for the discount. @example null */
  discountOn?: string | null;
  /** @example null */
  discountAmount?: string | null;
  @ApiProperty({
    enum: METHODS,
    description: 'How the item is settled; only transfers are paid by us',
    example: 'transfer',
  })
  method?: Method;
  /** Number of the partner's bank account. @example 1 */
  bankAccountNo?: number | null;
  /** Why it must not be paid yet. @example null */
  paymentBlock?: string | null;
  /** @example 'Stadtwerke: Strom 03/2026' */
  text?: string;
  lines: CodingLineDto[];
  /** Security kept back: an item of its own, blocked. */
  @ApiProperty({ type: RetentionWishDto, nullable: true, example: null })
  retention?: RetentionWishDto | null;
  /** Defer what belongs to later fiscal years by the service periods of the lines (§ 43 KomHVO NRW). */
  @ApiProperty({ type: AccrualWishDto, nullable: true, example: null })
  accrual?: AccrualWishDto | null;
  @ApiProperty({ type: [ShareDto], example: [], description: 'Budget shares; each is decided by its holder' })
  shares?: ShareDto[];
  @ApiProperty({ type: [PrepaidDto], example: [], description: 'Earlier invoices or accounts that are cleared' })
  prepaid?: PrepaidDto[];
  @ApiProperty({ type: [ItemOffsetDto], example: [], description: 'Credit notes: open items that are reduced' })
  offsets?: ItemOffsetDto[];
  @ApiProperty({
    enum: ['difference', 'replacement'],
    nullable: true,
    example: null,
    description: 'Corrected invoices: does the document state the difference or everything anew?',
  })
  correction?: 'difference' | 'replacement' | null;
}

export class VersionedCodingDto extends CodingDto {
  /** Of the document. @example 3 */
  version: number;
}

export class ProposalReasonDto {
  /** The field of the coding. @example 'lines/0/account' */
  field: string;
  /** @example 'wie bei den letzten 4 Rechnungen von Stadtwerke Beispielland' */
  text: string;
}

export class ProposalDto {
  coding: CodingDto;
  reasons: ProposalReasonDto[];
  /** Corrected invoices: the same document booked the other way. */
  @ApiProperty({ type: CodingDto, nullable: true, example: null })
  alternative: CodingDto | null;
}

export class DocumentVersionDto {
  /** Of the document. @example 3 */
  @IsInt() version: number;
}

export class RecallDto extends DocumentVersionDto {
  /** Why. @example 'Falsches Produkt, wird neu kontiert' */
  @Words(3, 500) note: string;
}

const DECISIONS = ['approve', 'return', 'forward', 'withdraw'] as const;

export class DecisionDto extends DocumentVersionDto {
  @IsIn(STEPS) step: StepKey;

  /** Only where several shares are open to you. @example 1 */
  @IsOptional() @IsInt() @Min(1) @Max(9999) share?: number;

  @IsIn(DECISIONS) decision: (typeof DECISIONS)[number];

  /** Needed for everything but an approval. @example 'Menge stimmt nicht mit dem Lieferschein überein' */
  @IsOptional() @Words(0, 1000) note?: string;

  /** forward: to whom. */
  @IsOptional() @IsUUID() to?: string;

  /** return: to which earlier step; absent: to bookkeeping. @example 'factual' */
  @IsOptional() @IsIn(STEPS) toStep?: StepKey;

  /** Posting: the booking date; absent: that of the coding, else today. @example '2026-03-31' */
  @IsOptional() @IsLocalDate() bookingDate?: string;
}

export class DocumentTaskDto {
  /** @example 1 */
  no: number;
  @ApiProperty({ enum: STEPS, example: 'order' })
  step: StepKey;
  /** @example null */
  share: number | null;
  /** What it is about. @example '119.00' */
  amount: string;
  /** The one person asked; null where several or a role are. */
  @ApiProperty({ type: PersonDto, nullable: true, example: null })
  assignedTo: PersonDto | null;
  @ApiProperty({ type: [PersonDto], example: [] })
  people: PersonDto[];
  @ApiProperty({ enum: ROLES, nullable: true, example: 'clerk' })
  role: Role | null;
  @ApiProperty({ enum: ['open', 'approved', 'returned', 'forwarded', 'withdrawn'], example: 'open' })
  state: 'open' | 'approved' | 'returned' | 'forwarded' | 'withdrawn';
  /** An approval that a later return has overtaken. @example false */
  voided: boolean;
  /** @example false */
  bySystem: boolean;
  openedAt: string;
  dueOn: string;
  remindedAt: string | null;
  /** Who may decide besides since the deadline passed: the deputies of those asked, or a role. */
  @ApiProperty({ enum: ['deputy', ...ROLES], nullable: true, example: null })
  escalatedTo: 'deputy' | Role | null;
  @ApiProperty({ type: PersonDto, nullable: true, example: null })
  decidedBy: PersonDto | null;
  @ApiProperty({ type: PersonDto, nullable: true, example: null })
  deputyFor: PersonDto | null;
  decidedAt: string | null;
  /** @example '' */
  note: string;
  /** Waits for the person who asks, as holder or as deputy. @example true */
  mine: boolean;
}

export class RaisedOpenItemDto {
  /** @example '5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10' */
  id: string;
  /** @example 17 */
  no: number;
  /** What we owe; negative: what comes back. @example '119.00' */
  amount: string;
  /** @example null */
  paymentBlock: string | null;
}

export class DocumentPostingDto {
  /** @example '2026-4711' */
  id: string;
  /** @example 2026 */
  fiscalYear: number;
  /** @example 4711 */
  entryNo: number;
  openItems: RaisedOpenItemDto[];
  /** Plans that dissolve what was deferred. */
  @ApiProperty({ type: [String], example: [] })
  accruals: string[];
}

export class DecidedDocumentDto extends DocumentDto {
  /** What was posted, when this was the last decision. */
  @ApiProperty({ type: DocumentPostingDto, nullable: true, required: false, example: null })
  entry?: DocumentPostingDto | null;
}

export class PostingTrialWishDto {
  /** Absent: that of the coding, else today. @example '2026-03-31' */
  @IsOptional() @IsLocalDate() bookingDate?: string;
}

export class TrialErrorDto {
  /** @example '/bookingDate' */
  pointer: string;
  /** @example 'PeriodClosed' */
  rule: string;
  /** @example 'Die Periode 03/2026 ist geschlossen.' */
  message: string;
}

export class TrialLineDto {
  /** @example '5241' */
  account: string;
  accountName: string;
  product: string | null;
  costCentre: string | null;
  debit: string | null;
  credit: string | null;
  text: string;
}

export class TrialItemDto {
  /** `payable`, `retention` or `paid`. @example 'payable' */
  role: string;
  /** @example '351101' */
  account: string;
  /** What we owe; negative: what comes back. @example '119.00' */
  amount: string;
  dueOn: string;
  discountOn: string | null;
  paymentBlock: string | null;
  /** @example false */
  retention: boolean;
}

export class TrialDeferralDto {
  /** @example '5241' */
  account: string;
  /** @example '59.50' */
  amount: string;
  from: string;
  to: string;
}

export class PostingTrialDto {
  /** @example true */
  postable: boolean;
  errors: TrialErrorDto[];
  /** @example 4711 */
  nextEntryNo: number | null;
  /** @example '2026-03-31' */
  bookingDate: string;
  lines: TrialLineDto[];
  openItems: TrialItemDto[];
  deferrals: TrialDeferralDto[];
}

export class MyDecisionDto {
  /** @example 1 */
  clientId: number;
  document: DocumentRowDto;
  task: DocumentTaskDto;
  @ApiProperty({ type: CodingDto, nullable: true })
  coding: CodingDto | null;
  /** The places of the coding lines that it is about, from 0; null when the document is decided as a whole. */
  @ApiProperty({ type: [Number], nullable: true, example: null })
  lines: number[] | null;
  /** For whom, when somebody stands in. */
  @ApiProperty({ type: PersonDto, nullable: true, example: null })
  deputyFor: PersonDto | null;
  /** @example false */
  overdue: boolean;
}

export class MyDecisionListDto {
  items: MyDecisionDto[];
  next: string | null;
}

export class WaitingQuery {
  @IsOptional() @IsIn(STEPS) step?: StepKey;

  /** Only what waits for this person. */
  @IsOptional() @IsUUID() person?: string;

  /** Only what is past its deadline, or only what is not. */
  @IsOptional() @ToBoolean() @IsBoolean() overdue?: boolean;

  /** Items per page, at most 500. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) limit: number = 100;

  /** The `next` of the page before. */
  @IsOptional() @IsString() @Matches(/^[0-9T:.Z+-]{10,40}_[0-9a-f-]{36}_\d{1,6}$/) after?: string;
}

export class WaitingDecisionDto {
  /** @example '5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10' */
  documentId: string;
  /** @example 'E-2026-000123' */
  number: string;
  /** @example 'invoice' */
  kind: string;
  supplierName: string;
  invoiceNo: string | null;
  text: string;
  gross: string | null;
  amount: string;
  @ApiProperty({ enum: STEPS, example: 'order' })
  step: StepKey;
  /** @example null */
  share: number | null;
  /** @example 3 */
  taskNo: number;
  /** Since when it waits. @example '2026-03-31T09:15:00.000000Z' */
  since: string;
  /** Whole days that it has waited. @example 3 */
  days: number;
  dueOn: string;
  overdue: boolean;
  reminded: boolean;
  escalated: boolean;
  discountOn: string | null;
  documentDueOn: string | null;
  @ApiProperty({ type: [String], example: [] })
  alarms: string[];
  @ApiProperty({ type: [PersonDto] })
  assignedTo: PersonDto[];
  @ApiProperty({ enum: ROLES, nullable: true, example: 'clerk' })
  role: Role | null;
  version: number;
}

export class WaitingDecisionListDto {
  items: WaitingDecisionDto[];
  next: string | null;
}

export class StepAssignmentDto {
  @ApiProperty({ enum: ['role', 'people', 'department-head', 'budget-holder'], example: 'role' })
  to: 'role' | 'people' | 'department-head' | 'budget-holder';
  @ApiProperty({ enum: ROLES, required: false, example: 'clerk' })
  role?: Role;
  @ApiProperty({ type: [String], required: false, example: [] })
  people?: string[];
}

export class EscalationDto {
  /** Days after the deadline. @example 3 */
  afterDays: number;
  /** `deputy`: the deputies of those asked; or a role. */
  @ApiProperty({ enum: ['deputy', ...ROLES], example: 'treasurer' })
  to: 'deputy' | Role;
}

export class BySystemDto {
  /** Up to this total; null: any. @example '500.00' */
  upTo: string | null;
}

export class WorkflowStepDto {
  @ApiProperty({ enum: STEPS, example: 'order' })
  step: StepKey;
  assignment: StepAssignmentDto;
  /** Holds the step when the assignment finds nobody. @example 'clerk' */
  @ApiProperty({ enum: ROLES, example: 'clerk' })
  fallback: Role;
  /** @example 5 */
  deadlineDays: number;
  /** Days before the deadline on which the one reminder is written. @example 1 */
  reminderDays: number;
  @ApiProperty({ type: EscalationDto, nullable: true })
  escalation: EscalationDto | null;
  /** Second order only: from which total. @example null */
  fromAmount: string | null;
  /** Arithmetic only: the exact recomputation of structured invoices stands in. */
  @ApiProperty({ type: BySystemDto, nullable: true, example: null })
  bySystem: BySystemDto | null;
}

export class WorkflowDto {
  /** @example 1 */
  version: number;
  validFrom: string;
  steps: WorkflowStepDto[];
  /** @example 'Dienstanweisung 3/2026' */
  note: string;
  decidedByName: string;
  decidedAt: string;
}

export class WorkflowListDto {
  /** The one with which documents set out today. */
  current: WorkflowDto;
  /** All there have been and will be, the newest first. */
  versions: WorkflowDto[];
}

export class WorkflowWishDto {
  /** Today at the earliest. @example '2026-04-01' */
  validFrom: string;
  steps: WorkflowStepDto[];
  /** @example 'Dienstanweisung 3/2026' */
  note?: string;
  /** The newest version that you have seen. @example 1 */
  version: number;
}

export class ResponsibilityDto {
  id: string;
  @ApiProperty({ enum: ['budget-holder', 'department-head'], example: 'budget-holder' })
  kind: 'budget-holder' | 'department-head';
  /** Product (with everything below it) or department. @example '111' */
  key: string;
  user: PersonDto;
  validFrom: string;
  validTo: string | null;
  version: number;
}

export class ResponsibilityListDto {
  items: ResponsibilityDto[];
  next: string | null;
}

export class NewResponsibilityDto {
  @IsIn(['budget-holder', 'department-head']) kind: 'budget-holder' | 'department-head';

  /** Product or department code. @example '111' */
  @Matches(/^[0-9A-Za-zÄÖÜäöüß][0-9A-Za-zÄÖÜäöüß._-]{0,19}$/) key: string;

  @IsUUID() userId: string;

  @IsLocalDate() validFrom: string;
}

export class ResponsibilityEndingDto {
  @IsInt() version: number;

  /** The last day; yesterday ends it at once. */
  @IsLocalDate() validTo: string;
}

export class DeciderListDto {
  items: PersonDto[];
  next: string | null;
}

const RHYTHM_WORDS = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
const CONTRACT_RHYTHMS = [...RHYTHM_WORDS, 'none'] as const;
type ContractRhythm = (typeof CONTRACT_RHYTHMS)[number];

export class ContractFieldsDto {
  /** @example '5241' */
  @IsOptional() @Matches(/^\d{1,10}$/) account?: string | null;
  /** @example '111.06' */
  @IsOptional() @Matches(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/) product?: string | null;
  @IsOptional() @Matches(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/) costCentre?: string | null;
  @IsOptional() @IsIn(TREATMENTS) treatment?: Treatment | null;
  /** @example '50' */
  @IsOptional() @Matches(/^(100|\d{1,2}(\.\d{1,4})?)$/) deductiblePercent?: string | null;
  /** What each invoice should amount to. @example '119.00' */
  @IsOptional() @Matches(EURO) expectedAmount?: string | null;
  /** By how much it may differ. @example '5.00' */
  @IsOptional() @Matches(EURO) tolerance?: string;
  /** @example '2027-12-31' */
  @IsOptional() @IsLocalDate() endsOn?: string | null;
  @IsOptional() @Words(0, 1000) note?: string;
}

export class NewContractDto extends ContractFieldsDto {
  /** @example 'V-2026-17' */
  @Words(1, 60) number: string;
  @IsUUID() partnerId: string;
  /** @example 'Wartung Aufzug Rathaus' */
  @Words(1, 200) subject: string;
  @IsIn(CONTRACT_RHYTHMS) rhythm: ContractRhythm;
  /** When the first invoice is expected. */
  @IsLocalDate() firstOn: string;
}

export class ContractChangeDto extends ContractFieldsDto {
  @IsInt() version: number;
  @IsOptional() @Words(1, 200) subject?: string;
  /** When the next invoice is expected. */
  @IsOptional() @IsLocalDate() nextOn?: string | null;
}

export class ContractsQuery {
  @IsOptional() @IsUUID() partner?: string;
  /** Only those whose expected invoice has not come. */
  @IsOptional() @ToBoolean() @IsBoolean() overdue?: boolean;
}

export class ContractDto {
  id: string;
  /** @example 'V-2026-17' */
  number: string;
  partnerId: string;
  partnerName: string;
  /** @example 'Wartung Aufzug Rathaus' */
  subject: string;
  account: string | null;
  product: string | null;
  costCentre: string | null;
  @ApiProperty({ enum: TREATMENTS, nullable: true, example: null })
  treatment: Treatment | null;
  /** @example null */
  deductiblePercent: string | null;
  /** @example '119.00' */
  expectedAmount: string | null;
  /** @example '5.00' */
  tolerance: string;
  @ApiProperty({ enum: CONTRACT_RHYTHMS, example: 'monthly' })
  rhythm: ContractRhythm;
  firstOn: string;
  /** When the next invoice is expected. @example '2026-04-01' */
  nextOn: string | null;
  endsOn: string | null;
  /** The expected invoice has not come. @example false */
  overdue: boolean;
  note: string;
  version: number;
}

export class ContractListDto {
  items: ContractDto[];
  next: string | null;
}

export class ContractInvoiceDto {
  documentId: string;
  /** @example 'E-2026-000123' */
  number: string;
  gross: string | null;
  expectedOn: string | null;
  /** @example true */
  withinTolerance: boolean | null;
}

export class ContractDetailDto extends ContractDto {
  invoices: ContractInvoiceDto[];
}

export class StandingWishDto {
  /** @example 'Mitgliedsbeitrag Städte- und Gemeindebund' */
  name: string;
  @ApiProperty({ enum: RHYTHM_WORDS, example: 'monthly' })
  rhythm: (typeof RHYTHM_WORDS)[number];
  firstDate: string;
  /** @example null */
  lastDate?: string | null;
}

const ORDER_KINDS = ['single', 'collective', 'standing', 'internal'] as const;

@ApiSchema({
  description:
    'Money to be paid or moved without an invoice. Internal allocations debit the lines and name in `prepaid` the account and product that are credited.',
})
export class NewOrderDto {
  @ApiProperty({ enum: ORDER_KINDS, example: 'single' })
  kind: (typeof ORDER_KINDS)[number];
  coding: CodingDto;
  /** @example null */
  department?: string | null;
  /** Send it on its way at once; default true. @example true */
  submit?: boolean;
  @ApiProperty({ type: StandingWishDto, nullable: true, required: false, example: null })
  standing?: StandingWishDto | null;
}

export class StandingOrderDto {
  /** The document that orders it. */
  id: string;
  /** @example 'E-2026-000123' */
  number: string;
  name: string;
  @ApiProperty({ enum: RHYTHM_WORDS, example: 'monthly' })
  rhythm: (typeof RHYTHM_WORDS)[number];
  firstDate: string;
  lastDate: string | null;
  nextDate: string | null;
  @ApiProperty({ enum: ['undecided', 'active', 'ended', 'failed'], example: 'active' })
  state: 'undecided' | 'active' | 'ended' | 'failed';
  /** @example null */
  lastError: string | null;
  /** @example 3 */
  raisedCount: number;
  amount: string | null;
  partnerName: string;
  /** In whose name its dates are posted; null until it is decided. */
  @ApiProperty({ type: PersonDto, nullable: true, example: null })
  holder: PersonDto | null;
  /** Why nothing more is raised as things stand: the holder's account is closed, they may not post here, or not that much. */
  @ApiProperty({ enum: ['holder-gone', 'holder-may-not-post', 'over-limit'], nullable: true, example: null })
  obstacle: HolderObstacle | null;
  version: number;
}

export class StandingOrderListDto {
  items: StandingOrderDto[];
  next: string | null;
}

export class StandingOrderVersionDto {
  @IsInt() version: number;
}
