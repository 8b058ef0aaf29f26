import type { SealKey } from '@lib/ledger';

export interface ExchangeOptions {
  /** The centre's key: signs the books that go out, and goes out with them. */
  sealKey: SealKey;
  /** False where no job may run by itself, in tests and commands that call the runner. Default true. */
  runJobs?: boolean;
  /** Imports run in a thread of their own, so that requests are answered meanwhile. Default true. */
  thread?: boolean;
  /** File with the offline verifier as JavaScript; it goes out with a client's exit package. */
  verifier?: string;
  /** Largest file in bytes. Default 4 GiB. */
  uploadLimit?: number;
}

export const EXCHANGE_OPTIONS = Symbol('EXCHANGE_OPTIONS');
export const DEFAULT_UPLOAD_LIMIT = 4 * 1024 ** 3;
