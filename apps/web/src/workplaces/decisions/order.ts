import type { CodingLine, DecisionItem } from '../../api/document-types';

/** What is due first stands first; of one day, what has been waiting longest. */
export const byDeadline = (a: DecisionItem, b: DecisionItem): number =>
  a.task.dueOn.localeCompare(b.task.dueOn) || a.task.openedAt.localeCompare(b.task.openedAt);

export const keyOf = (item: DecisionItem): string => `${item.clientId}/${item.document.id}/${item.task.no}`;

/** The one on the screen: the chosen one as long as it is there, else the first that was not put off. */
export function currentOf(
  items: readonly DecisionItem[],
  chosen: string | null,
  putOff: ReadonlySet<string>,
): DecisionItem | null {
  return (
    items.find((item) => keyOf(item) === chosen) ?? items.find((item) => !putOff.has(keyOf(item))) ?? items[0] ?? null
  );
}

/** What follows the one just decided or put off: the next in the list, from the beginning once the end is reached. */
export function followingOf(items: readonly DecisionItem[], key: string): string | null {
  const at = items.findIndex((item) => keyOf(item) === key);
  const next = items[at + 1] ?? items.find((item) => keyOf(item) !== key);
  return next ? keyOf(next) : null;
}

/** Of a split document the lines that the decision is about, and the others; whoever decides on the whole decides on all. */
export function linesOfShare(
  lines: readonly CodingLine[],
  places: readonly number[] | null,
): { own: CodingLine[]; rest: CodingLine[] } {
  if (!places || places.length === 0) return { own: [...lines], rest: [] };
  return {
    own: lines.filter((_, at) => places.includes(at)),
    rest: lines.filter((_, at) => !places.includes(at)),
  };
}
