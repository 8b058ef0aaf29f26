/** Finding an account, product or cost centre by number or words, in memory, with mistakes tolerated. */
export interface LookupItem {
  code: string;
  name: string;
}

interface Prepared<T extends LookupItem> {
  item: T;
  words: string[];
  text: string;
}

export type Finder<T extends LookupItem> = (typed: string, limit?: number) => T[];

/** Prepares the catalogue once; each search then is a single pass, a few milliseconds over some thousand rows. */
export function finderOf<T extends LookupItem>(items: readonly T[], recent: readonly string[] = []): Finder<T> {
  const prepared = items.map(prepare);
  const byCode = new Map(items.map((item) => [item.code, item]));
  const lately = recent.map((code) => byCode.get(code)).filter((item): item is T => item !== undefined);

  return (typed, limit = 50) => {
    const wanted = plain(typed);
    if (wanted === '') return [...lately, ...items.filter((item) => !lately.includes(item))].slice(0, limit);
    const bonus = (item: T) => (lately.includes(item) ? 3 : 0);
    return prepared
      .map((one) => ({ item: one.item, score: scoreOf(one, wanted) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score + bonus(b.item) - (a.score + bonus(a.item)) || a.item.code.localeCompare(b.item.code))
      .slice(0, limit)
      .map(({ item }) => item);
  };
}

function prepare<T extends LookupItem>(item: T): Prepared<T> {
  const text = plain(item.name);
  return { item, text, words: text.split(/[^a-z0-9]+/).filter(Boolean) };
}

function scoreOf({ item, words, text }: Prepared<LookupItem>, wanted: string): number {
  if (item.code === wanted) return 100;
  if (/^[\d.]+$/.test(wanted)) return item.code.startsWith(wanted) ? 90 - item.code.length : 0;
  let score = 0;
  for (const part of wanted.split(/\s+/)) {
    const found = scoreOfPart(part, item.code, words, text);
    if (found === 0) return 0;
    score += found;
  }
  return score + (text.startsWith(wanted) ? 20 : 0) - Math.min(words.length, 10) * 0.1;
}

function scoreOfPart(part: string, code: string, words: string[], text: string): number {
  if (code.startsWith(part)) return 30;
  if (words.some((word) => word === part)) return 30;
  if (words.some((word) => word.startsWith(part))) return 22;
  if (part.length >= 2 && text.includes(part)) return 12;
  if (part.length >= 4 && words.some((word) => startsNear(part, word))) return 5;
  return 0;
}

/** Lower case without umlauts' dots, so that `strassen` finds `Straßen` and `gebuehr` finds `Gebühr`. */
export const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/ä|ae/g, 'a')
    .replace(/ö|oe/g, 'o')
    .replace(/ü|ue/g, 'u')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** Whether the word begins with what was typed, one slip forgiven. */
const startsNear = (part: string, word: string): boolean =>
  [-1, 0, 1].some((more) => isNear(part, word.slice(0, part.length + more)));

/** At most one letter wrong, missing, too many or swapped with its neighbour. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const restA = a.slice(i);
  const restB = b.slice(i);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
