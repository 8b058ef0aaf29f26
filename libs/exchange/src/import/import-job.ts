import type { Language } from '@lib/kernel';
import { wordsFor } from '@lib/kernel';
import type { Finding } from './findings.js';
import type { JobDto } from './import-job.dto.js';
import type { Warning } from './import-entry.js';
import type { Encoding } from './read-bytes.js';

export const IMPORT_KINDS = [
  'journal',
  'opening-balances',
  'cash-flows',
  'results',
  'accounts',
  'products',
  'cost-centres',
  'partners',
  'open-items',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export const IMPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
export type JobState = 'waiting' | 'running' | 'done' | 'failed';

/** What was asked for besides the file. */
export interface JobOptions {
  encoding: Encoding;
  bookingDate: string | null;
  /** Only the year was said; the booking date is what usually follows from it. */
  ofYear?: boolean;
  liquidAccount: string;
  /** The same file may be imported again. */
  repeat: boolean;
}

/** What a finished import did. */
export interface JobResult {
  entries: number;
  lines: number;
  /** Entries that an idempotency key had brought in before. */
  replayed: number;
  firstEntry: string | null;
  lastEntry: string | null;
  /** Sum of the debit lines in cents as text. */
  total: string;
  warnings: Warning[];
}

/** What of a file is in the books. */
export type Posted = Omit<JobResult, 'warnings'>;

export interface ImportJob {
  clientId: number;
  id: string;
  kind: ImportKind;
  format: ImportFormat;
  dryRun: boolean;
  fileName: string;
  options: JobOptions;
  state: JobState;
  bytesTotal: string;
  bytesRead: string;
  entries: string;
  lines: string;
  result: JobResult | null;
  errors: Finding[];
  errorCount: string;
  createdBy: string;
  userName: string;
  displayName: string;
  privileged: boolean;
  amountLimit: string | null;
  /** What of a large file is in the books so far; null before the first turn. */
  posted: Posted | null;
  attempts: number;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

const words = (
  finding: { line: number | null; column: string | null; code: string; params: Warning['params'] },
  language: Language,
) => ({
  line: finding.line,
  column: finding.column,
  rule: finding.code,
  message: wordsFor(finding.code, finding.params, language).detail,
});

const euro = (cents: string): string => {
  const digits = cents.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A job as the API answers it. */
export function jobView(job: ImportJob, language: Language): JobDto {
  return {
    id: job.id,
    kind: job.kind,
    format: job.format,
    state: job.state,
    dryRun: job.dryRun,
    fileName: job.fileName,
    bookingDate: job.options.bookingDate,
    progress: {
      bytesRead: Number(job.bytesRead),
      bytesTotal: Number(job.bytesTotal),
      entries: Number(job.entries),
      lines: Number(job.lines),
    },
    result: job.result && {
      ...job.result,
      total: euro(job.result.total),
      warnings: job.result.warnings.map((warning) => words(warning, language)),
    },
    errors: job.errors.map((finding) => words(finding, language)),
    errorCount: Number(job.errorCount),
    createdBy: { id: job.createdBy, name: job.displayName },
    createdAt: job.createdAt,
    startedAt: job.startedAt,
    finishedAt: job.finishedAt,
  };
}
