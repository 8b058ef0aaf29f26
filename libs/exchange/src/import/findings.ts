import type { Params } from '@lib/kernel';

/** Something in a file that a rule refuses: where, which rule, with what values. */
export interface Finding {
  /** Line of the file, from 1; null when the file as a whole is meant. */
  line: number | null;
  /** Name of the column as the file's head spells it, the JSON pointer, or the character's place in the line. */
  column: string | null;
  code: string;
  params: Params;
}

/** The most findings that are kept and reported; the rest is counted. */
export const MOST_FINDINGS = 1000;

/** Collects what is wrong with a file, in the order in which it was found. */
export class Findings {
  readonly list: Finding[] = [];
  count = 0;

  add(line: number | null, column: string | null, code: string, params: Params = {}): void {
    this.count++;
    if (this.list.length < MOST_FINDINGS) this.list.push({ line, column, code, params });
  }

  /** What is to be told before all else. */
  addFirst(line: number | null, column: string | null, code: string, params: Params = {}): void {
    this.count++;
    this.list.unshift({ line, column, code, params });
  }

  get any(): boolean {
    return this.count > 0;
  }
}

/** The file cannot be read any further: what was found so far is all that can be told. */
export class Unreadable extends Error {
  constructor(
    readonly line: number | null,
    readonly column: string | null,
    readonly code: string,
    readonly params: Params = {},
  ) {
    super(`${code} at ${line ?? '–'}:${column ?? '–'}`);
    this.name = 'Unreadable';
  }
}
