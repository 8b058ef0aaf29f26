import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { ToBoolean } from '@lib/ledger';
import { JOURNAL_FORMATS, type JournalFormat } from './journal-formats.js';

export class JournalExportQuery {
  /** `csv` and `jsonl` are what the import takes; `hledger` and `beancount` are plain-text accounting. */
  @IsOptional()
  @IsIn(JOURNAL_FORMATS)
  format: JournalFormat = 'csv';

  /** Default: all years. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2199)
  fiscalYear?: number;
}

export class BooksExportQuery {
  /** Default true: compressed with gzip. The verifier reads both. */
  @IsOptional()
  @ToBoolean()
  @IsBoolean()
  gzip: boolean = true;
}
