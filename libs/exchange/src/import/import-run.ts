import type { ClientTx, Tx } from '@lib/database';
import type { Findings } from './findings.js';
import type { ImportEntry } from './import-entry.js';
import type { ImportJob } from './import-job.js';
import type { Progress } from './import-jobs.store.js';

/** The job was taken over by another instance: whatever is under way must not stand. */
export class Lost extends Error {}
/** An orderly end was asked for. */
export class Stopped extends Error {}

/** One import under way. */
export interface Run {
  job: ImportJob;
  taker: string;
  progress: Progress;
  findings: Findings;
  /** A transaction of the connection that posts. */
  inWork<T>(work: (tx: ClientTx) => Promise<T>): Promise<T>;
  /** A transaction beside it. */
  aside<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** @throws Lost, Stopped */
  checkOurs(): void;
  /** Reads the file from its beginning; `share` of the whole progress is this reading's. */
  entries(share: number): AsyncIterable<ImportEntry[]>;
}
