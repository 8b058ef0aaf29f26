import { SIZE_LIMITS } from '@lib/einvoice';
import type { ObjectStoreOptions } from './content/object-store.js';
import type { ReadingOptions } from './reading/file-reader.js';

/** Largest files in bytes, by what they turn out to be. */
export interface FileLimits {
  xml: number;
  pdf: number;
  image: number;
  mail: number;
}

const MB = 1024 * 1024;
export const DEFAULT_LIMITS: FileLimits = { xml: 20 * MB, pdf: 30 * MB, image: 30 * MB, mail: 50 * MB };

/** What the reader opens at most, bounded by its memory and time: to take in anything larger would only put it into quarantine. */
export const LARGEST_LIMITS: FileLimits = {
  xml: SIZE_LIMITS.xml!,
  pdf: SIZE_LIMITS.pdf!,
  image: Math.min(SIZE_LIMITS.png!, SIZE_LIMITS.jpeg!),
  mail: SIZE_LIMITS.eml!,
};

export interface DocumentsOptions {
  /** The bytes go into an object store instead of the database. */
  objectStore?: ObjectStoreOptions | null;
  limits?: Partial<FileLimits>;
  /** Bounds of the processes that read files. */
  reading?: ReadingOptions;
  /** A watched folder; files put into it are taken in. */
  inboxFolder?: string | null;
  /** `smtp://user:password@host:587`; without it letters are only written, to be copied. */
  smtpUrl?: string | null;
  /** The sender of letters that are mailed. */
  mailFrom?: string | null;
  /** False where nothing may run by itself, in tests and commands that call the workers. Default true. */
  runJobs?: boolean;
}

export const DOCUMENTS_OPTIONS = Symbol('DOCUMENTS_OPTIONS');
