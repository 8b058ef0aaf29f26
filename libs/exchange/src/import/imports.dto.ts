import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsLocalDate, PageQuery, ToBoolean } from '@lib/ledger';
import { IMPORT_FORMATS, IMPORT_KINDS, type ImportFormat, type ImportKind } from './import-job.js';
import { type Encoding, ENCODINGS } from './read-bytes.js';

/** What is imported, and how. */
export class ImportQuery {
  /**
   * `journal`: entries; `opening-balances`: by account or as a published balance sheet; `cash-flows`: payments of a year by account;
   * `results`: a published Ergebnisrechnung; `accounts`, `products`, `cost-centres`, `partners`: master data; `open-items`: what the
   * opening balances of the control accounts are made up of.
   */
  @IsIn(IMPORT_KINDS)
  kind: ImportKind;

  /** Default: by the content type, else `csv`. */
  @IsOptional()
  @IsIn(IMPORT_FORMATS)
  format?: ImportFormat;

  /** Everything is checked, the database's own judgement included, and nothing is kept. */
  @IsOptional()
  @ToBoolean()
  @IsBoolean()
  dryRun: boolean = false;

  /** The day on which opening balances, open items, cash flows and results are booked. */
  @IsOptional()
  @IsLocalDate()
  bookingDate?: string;

  /** Instead of a booking date: 31 December of this year; 1 January for open items and for opening balances by account. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2199)
  fiscalYear?: number;

  /** The name under which the job is shown. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  fileName?: string;

  /** Default `utf-8`. */
  @IsOptional()
  @IsIn(ENCODINGS)
  encoding: Encoding = 'utf-8';

  /** The account of liquid funds that published figures are booked on. */
  @IsOptional()
  @Matches(/^18\d{1,8}$/)
  liquidAccount: string = '1811';

  /** The very same file may be imported once more. */
  @IsOptional()
  @ToBoolean()
  @IsBoolean()
  repeat: boolean = false;
}

export class JobsQuery extends PageQuery {}
