/**
 * Text as it is compared: without case, diacritics and punctuation; ß is ss, and ä, ae and a are the same, so that
 * "Gebuehren", "gebuhren" and "Gebühren" all meet.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/g, '$1')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}

interface Searchable {
  number: string;
  name: string;
  /** Not offered first: cannot be booked on, or locked. */
  aside?: boolean;
}

/** How well something fits what was typed, smaller is better; null when it does not fit. */
function rank(item: Searchable, query: string, words: readonly string[]): number | null {
  const aside = item.aside ? 0.5 : 0;
  const number = item.number.toLowerCase();
  if (number === query) return 0;
  if (number.startsWith(query)) return 1 + aside;
  const name = fold(item.name);
  const parts = name.split(' ');
  const led = words.every((word) => parts.some((part) => part.startsWith(word)) || number.startsWith(word));
  if (led) return (parts[0]!.startsWith(words[0]!) ? 2 : 3) + aside;
  if (words.every((word) => name.includes(word) || number.startsWith(word))) return 4 + aside;
  return null;
}

/** The items that a leading number or all typed words fit, best first; without a query all, in their own order. */
export function findWords<T>(items: readonly T[], query: string, asSearchable: (item: T) => Searchable): T[] {
  const folded = fold(query);
  if (folded === '') return query.trim() === '' ? [...items] : [];
  const words = folded.split(' ');
  return items
    .flatMap((item) => {
      const found = asSearchable(item);
      const place = rank(found, folded, words);
      return place === null ? [] : [{ item, place, number: found.number }];
    })
    .sort((a, b) => a.place - b.place || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
    .map(({ item }) => item);
}
