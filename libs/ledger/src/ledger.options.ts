import type { SealKey } from './seal-keys.js';

export interface LedgerOptions {
  sealKey: SealKey;
  /** Where every seal is filed once, best on a medium that somebody else rules over; null: nowhere. */
  sealFolder?: string | null;
  /** False where no job may run by itself, in tests and commands. */
  schedule: boolean;
}

export const LEDGER_OPTIONS = Symbol('LEDGER_OPTIONS');
