import type { DocumentFilter } from '../../api/documents';
import { createStore } from '../../lib/store';

/**
 * The list one came from, so that the next document is one key away: it stays as it was when a document was opened, also
 * when what one decides moves documents to another state. Kept for this browser tab only.
 */
export interface Trail {
  clientId: number;
  ids: string[];
  filter: DocumentFilter;
  /** Where the list goes on behind the last id. */
  next: string | null;
}

const STORED = 'finanzzentrum.trail';

function stored(): Trail | null {
  try {
    return JSON.parse(globalThis.sessionStorage?.getItem(STORED) ?? 'null') as Trail | null;
  } catch {
    return null;
  }
}

export const trail = createStore<Trail | null>(stored());

export function layTrail(next: Trail): void {
  trail.set(next);
  globalThis.sessionStorage?.setItem(STORED, JSON.stringify(next));
}

export interface Place {
  before: string | null;
  after: string | null;
  /** Counted from 1; 0 where the document is not on the trail. */
  position: number;
  count: number;
  /** The list has more behind what is known. */
  more: boolean;
}

export function placeOf(way: Trail | null, clientId: number, id: string): Place {
  const ids = way?.clientId === clientId ? way.ids : [];
  const at = ids.indexOf(id);
  if (at < 0) return { before: null, after: null, position: 0, count: 0, more: false };
  return {
    before: ids[at - 1] ?? null,
    after: ids[at + 1] ?? null,
    position: at + 1,
    count: ids.length,
    more: !!way?.next,
  };
}
