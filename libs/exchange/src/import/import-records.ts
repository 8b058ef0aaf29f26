import type { ClientTx } from '@lib/database';
import type { DoingPerson } from '@lib/partners';
import type { Findings } from './findings.js';
import type { Notes } from './import-entry.js';
import type { ImportFormat, ImportJob, ImportKind } from './import-job.js';
import { masterData } from './master-data.js';
import { partnersFile } from './partners-file.js';

/** What a file of records is taken in with. */
export interface RecordImport {
  tx: ClientTx;
  format: ImportFormat;
  bytes: AsyncIterable<Buffer>;
  findings: Findings;
  notes: Notes;
  by: DoingPerson;
  /** Where the records came from, for what keeps its source. */
  source: string;
  /** Told after each record; throws where the work is to end. */
  passed: () => void;
}

/** How many records came in, and how many were there already as the file has them. */
export interface RecordCounts {
  taken: number;
  unchanged: number;
}

/** The way of a kind of file that brings records and no entries; undefined for the others. */
export function recordsOf(kind: ImportKind): ((order: RecordImport) => Promise<RecordCounts>) | undefined {
  switch (kind) {
    case 'accounts':
    case 'products':
    case 'cost-centres':
      return (order) => masterData(kind, order);
    case 'partners':
      return partnersFile;
    default:
      return undefined;
  }
}

/** What the bank accounts that a file brings give as their source. */
export const sourceOf = ({ id, fileName, createdAt }: Pick<ImportJob, 'id' | 'fileName' | 'createdAt'>): string =>
  `${fileName} (Lauf ${id.slice(0, 8)} vom ${createdAt.slice(8, 10)}.${createdAt.slice(5, 7)}.${createdAt.slice(0, 4)})`;

/** Who imports, as the history names them. */
export const importerOf = (job: ImportJob): DoingPerson => ({
  userId: job.createdBy,
  userName: job.userName,
  displayName: job.displayName,
});
