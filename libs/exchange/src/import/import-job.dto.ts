import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '@lib/ledger';
import type { ImportFormat, ImportKind, JobState } from './import-job.js';

@ApiSchema({ description: 'What is wrong or odd about a place in a file.' })
export class FileFindingDto {
  /** The line of the file, from 1; null: the file as a whole. */
  line: number | null;
  column: string | null;
  /**
   * The rule, one of the problem codes.
   * @example 'AccountUnknown'
   */
  rule: string;
  /** What is wrong and what to do, in the reader's language. */
  message: string;
}

export class JobProgressDto {
  bytesRead: number;
  bytesTotal: number;
  entries: number;
  lines: number;
}

@ApiSchema({ description: 'What a finished import did, or would do where it was a dry run.' })
export class JobResultDto {
  /** Entries, or the records of master data. */
  entries: number;
  lines: number;
  /** Entries that an idempotency key had brought in before; records that were there already as the file has them. */
  replayed: number;
  /** @example '2026-17' */
  firstEntry: string | null;
  /** @example '2026-84' */
  lastEntry: string | null;
  /** Sum of the debit lines. */
  total: string;
  warnings: FileFindingDto[];
}

@ApiSchema({ description: 'An import: the whole file or nothing. It survives a restart and is never done twice.' })
export class JobDto {
  id: string;
  kind: ImportKind;
  format: ImportFormat;
  state: JobState;
  /** Everything is checked and nothing is kept. */
  dryRun: boolean;
  /** @example 'buchungen-maerz.csv' */
  fileName: string;
  bookingDate: string | null;
  progress: JobProgressDto;
  result: JobResultDto | null;
  /** The first findings; `errorCount` says how many there are. */
  errors: FileFindingDto[];
  errorCount: number;
  createdBy: PersonDto;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export class JobListDto {
  items: JobDto[];
  next: string | null;
}

export class BankAccountsConfirmedDto {
  confirmed: number;
  /** Left for somebody else, because the partner is a matter of the person's own. */
  waiting: number;
}
