import type { Day } from '../../lib/dates';
import { type Cents, fromApi } from '../../lib/money';

const MS_PER_DAY = 86_400_000;

/** Whole days from `due` to `now`: positive when the day has passed, 0 on the day itself. */
export const daysPast = (due: Day, now: Day): number => Math.round((Date.parse(now) - Date.parse(due)) / MS_PER_DAY);

/** The last day on which something was due to be overdue today. */
export const dayBefore = (day: Day): Day => new Date(Date.parse(day) - MS_PER_DAY).toISOString().slice(0, 10);

interface Offsettable {
  id: string;
  kind: 'liability' | 'claim';
  open: string;
  state: string;
}

/** A credit note stands with its own sign among what is owed. */
export const isCredit = (item: Pick<Offsettable, 'open'>): boolean => item.open.startsWith('-');

const size = (item: Pick<Offsettable, 'open'>): Cents => {
  const cents = fromApi(item.open);
  return cents < 0n ? -cents : cents;
};

/** What of the same partner can be set against an item: the same kind, open, the other sign. */
export const counterparts = <T extends Offsettable>(item: Offsettable, others: readonly T[]): T[] =>
  others.filter(
    (other) =>
      other.id !== item.id &&
      other.kind === item.kind &&
      other.state === 'open' &&
      fromApi(other.open) !== 0n &&
      isCredit(other) !== isCredit(item),
  );

/** As much as both have open. */
export const mostToOffset = (a: Pick<Offsettable, 'open'>, b: Pick<Offsettable, 'open'>): Cents =>
  size(a) < size(b) ? size(a) : size(b);

/** What the documents of two items say of each other: their ids, and the numbers of earlier invoices that a credit note names. */
export interface Naming {
  documents: readonly string[];
  numbers: readonly string[];
}

const bare = (number: string): string => number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** The one that belongs to the item by the word of its document, if it is among the others: known is better than alike. */
export function namedAmong<T extends { documentId: string | null; reference: string }>(
  others: readonly T[],
  { documents, numbers }: Naming,
): T | null {
  const spelt = new Set(numbers.map(bare).filter((number) => number !== ''));
  return (
    others.find((other) => other.documentId !== null && documents.includes(other.documentId)) ??
    others.find((other) => spelt.has(bare(other.reference))) ??
    null
  );
}
