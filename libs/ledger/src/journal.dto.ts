import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsRFC3339,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ApiSchema, IntersectionType } from '@nestjs/swagger';
import { ENTRY_KINDS } from './journal-entry.js';
import { IsLocalDate, PageQuery, ViewQuery } from './view.dto.js';

const AMOUNT = /^\d{1,11}(\.\d{1,2})?$/;

export class NewLineTaxDto {
  /** Key of the client’s tax keys. @example "VST19" */
  code: string;
  /** Percent. @example "19.00" */
  rate: string;
  /** Euros without a sign; it takes the side of the line. @example "100.00" */
  base: string;
}

@ApiSchema({ description: 'One line of an entry: exactly one of `debit` and `credit`.' })
export class NewLineDto {
  /** Account number. @example "1811" */
  account: string;
  /** Euros with two decimals. @example "1234.50" */
  debit?: string | null;
  /** Euros with two decimals. */
  credit?: string | null;
  /** Product code. */
  product?: string | null;
  costCentre?: string | null;
  /** Account of class 6 or 7; required where liquid funds move. */
  cashAccount?: string | null;
  text?: string | null;
  /** Id of the open item that the line moves; required on control accounts (creditors, debtors), and only there. */
  openItem?: string | null;
  /** Value added tax that the line states: its key, rate in percent (`"19.00"`) and base in euros. */
  tax?: NewLineTaxDto | null;
}

@ApiSchema({
  description:
    'An entry to be posted. Read and held against the books by hand-written rules, each refusal with its pointer.',
})
export class NewEntryDto {
  /** `YYYY-MM-DD`. */
  bookingDate: string;
  /** Date of the voucher (Belegdatum), `YYYY-MM-DD`. */
  documentDate?: string | null;
  /** Default: the year of the booking date. */
  fiscalYear?: number;
  /** 0 opening, 1–12 months, 13 closing. Default: from kind and date. */
  period?: number;
  kind?: 'regular' | 'opening' | 'closing';
  /** Only with `opening`: why it corrects balances that are open already. */
  correction?: string | null;
  text: string;
  /** Number of the document (Belegnummer). */
  reference?: string | null;
  lines: NewLineDto[];
}

export class EntriesQuery extends PageQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1990) @Max(2199) fiscalYear?: number;
  /** First booking date. */
  @IsOptional() @IsLocalDate() from?: string;
  /** Last booking date. */
  @IsOptional() @IsLocalDate() to?: string;
  /** Account or cash-flow account on any line. */
  @IsOptional() @Matches(/^\d{1,10}$/) account?: string;
  @IsOptional() @Matches(/^[0-9][0-9A-Za-z.]{0,30}$/) product?: string;
  @IsOptional() @Matches(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/) costCentre?: string;
  @IsOptional() @IsIn(ENTRY_KINDS) kind?: string;
  /** Words in text or reference, or an entry number. */
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  /** The entry's total. */
  @IsOptional() @Matches(AMOUNT) amount?: string;
  @IsOptional() @IsUUID() author?: string;
  /** Leave out what was recorded later. */
  @IsOptional() @IsRFC3339() knownOn?: string;
  @IsOptional() @IsIn(['asc', 'desc']) order?: 'asc' | 'desc';
  @IsOptional() @IsIn(['json', 'csv']) format?: 'json' | 'csv';
}

export class AccountLedgerQueryDto extends IntersectionType(ViewQuery, PageQuery) {
  /** First booking date; default: the beginning of the year. */
  @IsOptional() @IsLocalDate() from?: string;
  /** Last booking date. */
  @IsOptional() @IsLocalDate() to?: string;
}

export class TrialBalanceQuery extends ViewQuery {
  @IsOptional() @IsIn(['json', 'csv']) format?: 'json' | 'csv';
}

export class ReversalDto {
  /** The reversal's own booking date. */
  @IsLocalDate()
  bookingDate: string;

  @IsString()
  @Length(3, 500)
  reason: string;
}

export class NewDraftDto {
  /** May be chosen by the browser, so that a repeated request makes no second draft. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** Whatever has been entered so far. */
  @IsObject()
  entry: Record<string, unknown>;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class DraftChangeDto extends NewDraftDto {
  @IsInt()
  version: number;
}

export class VersionDto {
  /** The version that was read. */
  @Type(() => Number)
  @IsInt()
  version: number;
}

export class StandingEndingDto extends VersionDto {
  /** Accruals: the day on which what is left of the deferral goes into the result; default: today. */
  @IsOptional()
  @IsLocalDate()
  bookingDate?: string;
}

export class TakeoverDto {
  /**
   * The standing entries that the person who asks takes over.
   * @example ['3f8a6f8e-5a0c-4d1e-9a53-0d0f2f6f7c11']
   */
  @IsUUID('all', { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  ids: string[];
}

export class NewTemplateDto {
  @IsString()
  @Length(1, 120)
  name: string;

  @IsObject()
  entry: Record<string, unknown>;
}

export class NewStandingEntryDto {
  @IsString()
  @Length(1, 120)
  name: string;

  /** An entry without booking date. */
  @IsObject()
  entry: Record<string, unknown>;

  @IsIn(['monthly', 'quarterly', 'half-yearly', 'yearly'])
  rhythm: 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';

  @IsLocalDate()
  firstDate: string;

  @IsOptional()
  @IsLocalDate()
  lastDate?: string;
}

export class NewAccrualDto {
  @IsString()
  @Length(1, 120)
  text: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  reference?: string;

  /** Euros, the whole amount of the service period. */
  @Matches(AMOUNT)
  amount: string;

  /**
   * Expense (class 5) or revenue account (class 4) that the amount was booked to.
   * @example '5441'
   */
  @Matches(/^[45]\d{1,9}$/)
  expenseAccount: string;

  /**
   * Account of group 19 (paid in advance) or 39 (received in advance).
   * @example '1911'
   */
  @Matches(/^(19|39)\d{1,8}$/)
  accrualAccount: string;

  @IsOptional()
  @IsString()
  @MaxLength(30)
  product?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  costCentre?: string;

  @IsLocalDate()
  serviceFrom: string;

  @IsLocalDate()
  serviceTo: string;

  /** When the amount of the later months is taken out of the result. */
  @IsLocalDate()
  bookingDate: string;
}
