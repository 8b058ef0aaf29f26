import type { SealKey } from './seal-keys.js';

export interface LedgerOptions {
  sealKey: SealKey;
  /** False where no job may run by itself, in tests and commands. */
  schedule: boolean;
}

export const LEDGER_OPTIONS = Symbol('LEDGER_OPTIONS');
