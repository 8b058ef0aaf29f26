import { IsDay } from '@lib/access';
import { PlainText } from '@lib/clients';
import { ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { INVOICE_KINDS, type InvoiceKind, VAT_CATEGORIES, type VatCategoryCode } from './own-invoice.js';

const STATES = ['draft', 'issued', 'cancelled'] as const;

/** Text of several lines, without other control or invisible characters. */
const PlainLines =
  (most: number): PropertyDecorator =>
  (target, property) => {
    IsString()(target, property);
    Length(1, most)(target, property);
    Matches(/^[\P{C}\n]*$/u, { message: '$property contains control characters' })(target, property);
  };

// What is asked

export class OutgoingInvoicesQuery {
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];

  /** Id of a partner. */
  @IsOptional()
  @IsUUID()
  partner?: string;

  /** Part of the number or of the partner's name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /**
   * Only the invoice behind this entry of the journal.
   * @example '2026-17'
   */
  @IsOptional()
  @Matches(/^\d{4}-\d{1,12}$/)
  entry?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  after?: string;
}

export class OwnLineVatDto {
  /** `S` taxed, `Z` zero rate, `E` exempt, `O` public authority (not taxable), `AE` the recipient owes the tax. */
  @IsIn(VAT_CATEGORIES)
  category: VatCategoryCode;

  /**
   * Per cent; `"0"` for every category but `S`.
   * @example '19'
   */
  @Matches(/^\d{1,2}(\.\d{1,2})?$/)
  rate: string;

  /**
   * Why there is no tax; needed for `E`.
   * @example 'Steuerfrei nach § 4 Nr. 12 Buchst. a UStG'
   */
  @IsOptional()
  @PlainText(3, 200)
  reason?: string | null;
}

export class OwnLineDto {
  /** @example 'Miete Ladenlokal Marktplatz 3' */
  @PlainText(1, 200)
  text: string;

  @IsOptional()
  @PlainLines(1000)
  description?: string | null;

  /**
   * Up to four decimals; negative where something is taken off.
   * @example '1'
   */
  @Matches(/^-?\d{1,9}(\.\d{1,4})?$/)
  quantity: string;

  /**
   * Code of UN/ECE Recommendation 20 or 21: `C62` piece, `MON` month, `HUR` hour, `LS` lump sum.
   * @example 'MON'
   */
  @Matches(/^[A-Z0-9]{2,3}$/)
  unit: string;

  /**
   * Net price of one unit in euros, up to four decimals.
   * @example '850.00'
   */
  @Matches(/^\d{1,9}(\.\d{1,4})?$/)
  price: string;

  @IsObject()
  @ValidateNested()
  @Type(() => OwnLineVatDto)
  vat: OwnLineVatDto;

  /**
   * Revenue account.
   * @example '4411'
   */
  @Matches(/^\d{1,10}$/)
  account: string;

  /** @example '111.01' */
  @IsOptional()
  @Matches(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/)
  product?: string | null;

  @IsOptional()
  @Matches(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/)
  costCentre?: string | null;

  @IsOptional()
  @IsDay()
  serviceFrom?: string | null;

  @IsOptional()
  @IsDay()
  serviceTo?: string | null;
}

export class SkontoDto {
  /** @example 14 */
  @IsInt()
  @Min(1)
  @Max(365)
  days: number;

  /** @example '2.00' */
  @Matches(/^\d{1,2}(\.\d{1,2})?$/)
  percent: string;
}

export class MandateDto {
  /** @example 'M-2021-0456' */
  @PlainText(1, 35)
  reference: string;

  /** With or without blanks. @example 'DE75512108001245126199' */
  @PlainText(15, 42)
  iban: string;
}

@ApiSchema({ description: 'What somebody writes into an own invoice before it is issued.' })
export class OutgoingInvoiceWishDto {
  /** `invoice` 380, `credit-note` 381 (positive amounts, money back), `correction` 384 (amounts are the difference). */
  @IsIn(INVOICE_KINDS)
  kind: InvoiceKind;

  @IsUUID()
  partnerId: string;

  /** The issued invoice that a credit note or correction belongs to. */
  @IsOptional()
  @IsUUID()
  corrects?: string | null;

  /** First day of the supply, or its only one. */
  @IsOptional()
  @IsDay()
  serviceFrom?: string | null;

  @IsOptional()
  @IsDay()
  serviceTo?: string | null;

  /** Default: the partner's term of payment, else the client's. */
  @IsOptional()
  @IsDay()
  dueOn?: string | null;

  /** BT-10. Default: the partner's Leitweg-ID; for others than public bodies the partner's number. */
  @IsOptional()
  @PlainText(1, 100)
  buyerReference?: string | null;

  /** Number of the buyer's order. */
  @IsOptional()
  @PlainText(1, 100)
  orderReference?: string | null;

  @IsOptional()
  @PlainText(1, 100)
  contractReference?: string | null;

  /** How the buyer wants it booked (BT-19). */
  @IsOptional()
  @PlainText(1, 100)
  buyerAccountingReference?: string | null;

  /** Default: transfer. */
  @IsOptional()
  @IsIn(['transfer', 'direct-debit'])
  method?: 'transfer' | 'direct-debit';

  /** For direct debits. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MandateDto)
  mandate?: MandateDto | null;

  /** The client's bank account that shall be paid to. Default: the first active one. */
  @IsOptional()
  @IsUUID()
  bankAccountId?: string | null;

  /** Stages of discount for early payment, the largest first. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SkontoDto)
  skonto?: SkontoDto[];

  /** Stands before the lines. */
  @IsOptional()
  @PlainLines(2000)
  introduction?: string | null;

  /** Stands at the end. */
  @IsOptional()
  @PlainLines(2000)
  closing?: string | null;

  /** Debtors' control account. Default: what fits the lines. @example '171201' */
  @IsOptional()
  @Matches(/^\d{1,10}$/)
  claimsAccount?: string | null;

  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OwnLineDto)
  lines: OwnLineDto[];
}

export class OutgoingInvoiceChangeDto extends OutgoingInvoiceWishDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  version: number;
}

export class OutgoingInvoiceVersionDto {
  /** The version that was read. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;
}

export class IssueDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  version: number;

  /** Default: today. */
  @IsOptional()
  @IsDay()
  bookingDate?: string;
}

export class CancellationDto extends IssueDto {
  /** @example 'Leistung wurde nicht erbracht' */
  @PlainText(3, 300)
  reason: string;
}

// What is answered

export class InvoicePartnerDto {
  id: string;
  number: string;
  name: string;
}

export class InvoiceReferenceDto {
  id: string;
  /** Null for a draft. */
  number: string | null;
}

export class InvoiceVatGroupDto {
  category: VatCategoryCode;
  /** Per cent. */
  rate: string;
  /** Euros. */
  net: string;
  /** Euros. */
  tax: string;
  /** Why there is no tax. */
  reason: string | null;
}

export class OwnLineAnswerDto extends OwnLineDto {
  /** Net amount of the line in euros. */
  net: string;
}

export class InvoiceFileDto {
  kind: 'pdf' | 'ubl' | 'cii';
  name: string;
  /** Bytes. */
  size: number;
  /** Hexadecimal. */
  sha256: string;
}

export class InvoiceOpenItemDto {
  id: string;
  no: number;
  /** Euros still open; negative what we owe back. */
  open: string;
}

export class MissingDto {
  /** Where it is mended: a field of the invoice, `/seller/…` for the client's own data, `/partnerId` for the partner's. */
  pointer: string;
  rule: string;
  message: string;
}

@ApiSchema({ description: 'A row of the list of own invoices.' })
export class OutgoingInvoiceRowDto {
  id: string;
  kind: InvoiceKind;
  state: 'draft' | 'issued' | 'cancelled';
  /** `AR-2026-00001`, without gaps within the client's year; null for a draft. */
  number: string | null;
  partner: InvoicePartnerDto;
  issueDate: string | null;
  dueOn: string | null;
  /** Euros. */
  net: string;
  /** Euros. */
  tax: string;
  /** Euros. */
  gross: string;
  /** Euros still open; null for a draft and for an invoice whose claim was taken back. */
  open: string | null;
  draftedBy: string;
  changedAt: string;
  version: number;
}

export class OutgoingInvoiceListDto {
  items: OutgoingInvoiceRowDto[];
  next: string | null;
}

@ApiSchema({ description: 'An own invoice: a draft, or what was issued and stands for ever.' })
export class OutgoingInvoiceDto extends OutgoingInvoiceRowDto {
  corrects: InvoiceReferenceDto | null;
  /** The credit note that took it back. */
  cancelledBy: InvoiceReferenceDto | null;
  cancelReason: string | null;
  bookingDate: string | null;
  serviceFrom: string | null;
  serviceTo: string | null;
  /** The due date that was asked for; `dueOn` is the one that holds. */
  wishedDueOn: string | null;
  buyerReference: string | null;
  orderReference: string | null;
  contractReference: string | null;
  buyerAccountingReference: string | null;
  method: 'transfer' | 'direct-debit';
  mandate: MandateDto | null;
  bankAccountId: string | null;
  skonto: SkontoDto[];
  introduction: string | null;
  closing: string | null;
  claimsAccount: string | null;
  lines: OwnLineAnswerDto[];
  vat: InvoiceVatGroupDto[];
  /** Id of the entry of the journal. */
  entryId: string | null;
  openItem: InvoiceOpenItemDto | null;
  draftedAt: string;
  issuedBy: string | null;
  issuedAt: string | null;
  files: InvoiceFileDto[];
  /** A draft: what stands against issuing it today. */
  missing: MissingDto[];
  /** Whether the asking person may issue it: another than who drafted, with the permission, not in their own matter. */
  mayIssue: boolean;
}
