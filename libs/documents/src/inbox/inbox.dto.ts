import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { DIRECTION_MARKS } from '@lib/kernel';
import { filled } from '@lib/clients';
import { IsLocalDate, PageQuery, ToBoolean } from '@lib/ledger';
import {
  ALARMS,
  DOCUMENT_KINDS,
  type DocumentKind,
  DOCUMENT_STATES,
  type DocumentState,
} from '../document/document.js';
import { type Order, ORDERS } from './inbox.queries.js';

/** Several words in one parameter, parted by commas. */
const ToList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value));

const EURO = /^-?\d{1,11}(\.\d{1,2})?$/;

/** Text of people: of a certain length, without control and other invisible characters; lines may be broken. */
const Words =
  (min: number, max: number): PropertyDecorator =>
  (target, key) => {
    IsString()(target, key);
    Length(min, max)(target, key);
    Matches(new RegExp(`^${filled(min)}[^\\p{Cc}\\p{Cs}\\p{Co}${DIRECTION_MARKS}]*$`, 'u'), {
      message: '$property is blank or contains control characters',
    })(target, key);
  };
const Lines =
  (min: number, max: number): PropertyDecorator =>
  (target, key) => {
    IsString()(target, key);
    Length(min, max)(target, key);
    Matches(new RegExp(`^${filled(min)}(?:[^\\p{Cc}\\p{Cs}\\p{Co}${DIRECTION_MARKS}]|[\\n\\r\\t])*$`, 'u'), {
      message: '$property is blank or contains control characters',
    })(target, key);
  };

export class InboxQuery extends PageQuery {
  /**
   * One or several, parted by commas.
   * @example ['new', 'returned']
   */
  @IsOptional()
  @ToList()
  @IsIn(DOCUMENT_STATES, { each: true })
  state?: DocumentState[];

  @IsOptional()
  @ToList()
  @IsIn(DOCUMENT_KINDS, { each: true })
  kind?: DocumentKind[];

  /** The step of the workflow in which documents wait. */
  @IsOptional()
  @Matches(/^[a-z][a-z-]{1,30}$/)
  step?: string;

  /** Only documents that wait for the person who asks. */
  @IsOptional()
  @ToBoolean()
  @IsBoolean()
  mine?: boolean;

  /** What the automatic check says. */
  @IsOptional()
  @Matches(/^[a-z][a-z0-9-]{1,40}$/)
  decision?: string;

  /** One alarm, or `any`. */
  @IsOptional()
  @IsIn([...ALARMS, 'any'])
  alarm?: string;

  /** A partner. */
  @IsOptional()
  @IsUUID()
  supplier?: string;

  @IsOptional()
  @MaxLength(20)
  @IsString()
  department?: string;

  /** The files of one mail. */
  @IsOptional()
  @IsUUID()
  partOf?: string;

  /** Numbers, amounts, names and words of the file; beginnings of words, any spelling of umlauts, German word forms. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** Received on this day or later. */
  @IsOptional()
  @IsLocalDate()
  from?: string;

  /** Received on this day or before. */
  @IsOptional()
  @IsLocalDate()
  to?: string;

  /** Gross amount. @example '100.00' */
  @IsOptional()
  @Matches(EURO)
  amountFrom?: string;

  /** Gross amount. @example '500.00' */
  @IsOptional()
  @Matches(EURO)
  amountTo?: string;

  /** Default: what came last stands first. Orders by a day or amount leave out documents without one. */
  @IsOptional()
  @IsIn(ORDERS)
  order: Order = '-received';

  /** `csv`: everything that the filter leaves, for a German spreadsheet. */
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}

export class FileNameQuery {
  /** The name of the file. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  fileName?: string;
}

export class PageWidthQuery {
  /** In pixels, from 100 to 2,400. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(2400)
  width: number = 1000;
}

export class AcceptanceDto {
  /** Why it is booked in spite of the findings. @example 'Angaben telefonisch bestätigt, Betrag stimmt' */
  @Words(3, 500)
  reason: string;

  @IsInt()
  version: number;
}

export class RejectionDto {
  /** Added to the letter, and kept with the document. */
  @IsOptional()
  @Lines(0, 1000)
  note: string = '';

  /** The findings that the letter names; default: all errors. @example ['BR-DE-15'] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  findings?: string[];

  /** Mail the letter; otherwise it is to be copied. */
  @IsOptional()
  @IsBoolean()
  send: boolean = false;

  /** To another address than the one that the file names. @example 'rechnung@lieferant.example' */
  @ApiProperty({ format: 'text', required: false })
  @IsOptional()
  @Matches(/^[^\s@<>]{1,64}@[^\s@<>]{1,180}$/)
  to?: string;

  @IsInt()
  version: number;
}

export class LetterPreviewQuery {
  /** Findings, parted by commas. */
  @IsOptional()
  @ToList()
  @IsString({ each: true })
  findings?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class ReasonDto {
  /** @example 'liegt beim Fachbereich 3 in Papier vor' */
  @Words(3, 500)
  reason: string;

  @IsOptional()
  @IsInt()
  version?: number;
}

export class DuplicateDecisionDto {
  /** true: it repeats the other document and is put aside; false: it is one of its own. */
  @IsBoolean()
  duplicate: boolean;

  /** @example 'Zwei Abschläge im selben Monat, beide bestellt' */
  @Words(3, 500)
  reason: string;

  @IsOptional()
  @IsInt()
  version?: number;
}

export class LegalHoldDto {
  @IsBoolean()
  hold: boolean;

  /** @example 'Prüfung durch die gpaNRW angekündigt' */
  @Words(3, 500)
  reason: string;
}

export class CommentDto {
  /** @example 'Lieferschein liegt noch nicht vor' */
  @Lines(1, 2000)
  text: string;
}

/** What a person enters about a document without a record, or corrects about one. */
export class DocumentChangeDto {
  @IsOptional()
  @IsIn(DOCUMENT_KINDS.filter((kind) => kind !== 'order'))
  kind?: DocumentKind;

  @IsOptional()
  @Length(1, 20)
  @IsString()
  department?: string | null;

  @IsOptional()
  @IsUUID()
  partnerId?: string | null;

  /** @example 'Nordtal Energie GmbH' */
  @IsOptional()
  @Words(0, 300)
  supplierName?: string;

  /** @example 'RE-2026-0815' */
  @IsOptional()
  @Words(1, 200)
  invoiceNo?: string | null;

  @IsOptional()
  @IsLocalDate()
  issueDate?: string | null;

  @IsOptional()
  @IsLocalDate()
  serviceFrom?: string | null;

  @IsOptional()
  @IsLocalDate()
  serviceTo?: string | null;

  @IsOptional()
  @IsLocalDate()
  dueOn?: string | null;

  @IsOptional()
  @IsLocalDate()
  discountOn?: string | null;

  /** @example '1000.00' */
  @IsOptional()
  @Matches(EURO)
  net?: string | null;

  /** @example '190.00' */
  @IsOptional()
  @Matches(EURO)
  tax?: string | null;

  /** @example '1190.00' */
  @IsOptional()
  @Matches(EURO)
  gross?: string | null;

  /** @example '1190.00' */
  @IsOptional()
  @Matches(EURO)
  payable?: string | null;

  /** @example 'EUR' */
  @IsOptional()
  @Matches(/^[A-Z]{3}$/)
  currency?: string | null;

  /** @example 'DE89 3704 0044 0532 0130 00' */
  @IsOptional()
  @Words(1, 50)
  iban?: string | null;

  @IsOptional()
  @Words(1, 200)
  orderReference?: string | null;

  @IsOptional()
  @Words(1, 200)
  contractReference?: string | null;

  @IsInt()
  version: number;
}
