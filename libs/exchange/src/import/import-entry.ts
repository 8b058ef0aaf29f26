import type { FieldRefusal } from '@lib/kernel';
import type { EntryWish } from '@lib/ledger';
import type { Findings } from './findings.js';

/** An entry as read from a file, with where it came from. */
export interface ImportEntry {
  wish: EntryWish;
  idempotencyKey: string | null;
  /** Where a refusal of a field (RFC 6901 pointer into the entry) lies in the file. */
  place: (pointer: string) => { line: number | null; column: string | null };
}

/** What a reader adds to the outcome besides the entries. */
export interface Notes {
  warnings: Warning[];
}

/** Something that does not keep the file out, but should be looked at. */
export interface Warning {
  line: number | null;
  column: string | null;
  code: string;
  params: Record<string, string | number | null | undefined>;
}

/** Reports refusals of an entry at their places in the file. */
export function report(findings: Findings, refusals: readonly FieldRefusal[], place: ImportEntry['place']): void {
  for (const { pointer, code, params } of refusals) {
    const { line, column } = place(pointer);
    findings.add(line, column, code, params);
  }
}
