import type { CodingMask } from './coding';

/**
 * A coding that is not stored yet, perhaps because an account is still missing: it survives a look at another document and
 * a reload, in this browser tab only, as long as nobody else has changed the document meanwhile.
 */
interface Kept {
  version: number;
  mask: CodingMask;
}

const nameOf = (clientId: number, documentId: string): string => `finanzzentrum.coding.${clientId}.${documentId}`;
const BIG = /^-?\d+n$/;

export const pack = (kept: Kept): string =>
  JSON.stringify(kept, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
export const unpack = (text: string): Kept =>
  JSON.parse(text, (name, value: unknown) =>
    // Only amounts: a text that looks like one stays what it is.
    (name === 'amount' || name === 'tax' || name === 'discountAmount') && typeof value === 'string' && BIG.test(value)
      ? BigInt(value.slice(0, -1))
      : value,
  ) as Kept;

export function keepCoding(clientId: number, documentId: string, kept: Kept): void {
  globalThis.sessionStorage?.setItem(nameOf(clientId, documentId), pack(kept));
}

export function forgetCoding(clientId: number, documentId: string): void {
  globalThis.sessionStorage?.removeItem(nameOf(clientId, documentId));
}

/** What was kept for this version of the document; an older one is of no use and is forgotten. */
export function keptCoding(clientId: number, documentId: string, version: number): CodingMask | null {
  try {
    const text = globalThis.sessionStorage?.getItem(nameOf(clientId, documentId));
    if (!text) return null;
    const kept = unpack(text);
    if (kept.version === version) return kept.mask;
  } catch {
    // unreadable: as if it had never been
  }
  forgetCoding(clientId, documentId);
  return null;
}
