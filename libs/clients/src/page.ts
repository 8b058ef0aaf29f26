import { findWords } from './search/find-words.js';

export interface PageWish {
  q?: string;
  limit?: number;
  after?: string;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** A page of a list that is small as a whole: with a query the best hits, otherwise from `after` on in the list's own order. */
export function pageOf<T extends { name: string; locked: boolean; postable?: boolean }>(
  all: readonly T[],
  { q = '', limit = 100, after }: PageWish,
  numberOf: (item: T) => string,
): Page<T> {
  if (q.trim() !== '') {
    const hits = findWords(all, q, (item) => ({
      number: numberOf(item),
      name: item.name,
      aside: item.locked || item.postable === false,
    }));
    return { items: hits.slice(0, limit), next: null };
  }
  const start = after === undefined ? 0 : all.findIndex((item) => numberOf(item) === after) + 1;
  const items = all.slice(start, start + limit);
  return { items, next: start + limit < all.length ? numberOf(items.at(-1)!) : null };
}
