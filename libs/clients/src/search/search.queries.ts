import type { ClientTx } from '@lib/database';
import { listAccounts } from '../master-data/accounts.js';
import { listCostCentres } from '../master-data/cost-centres.js';
import { listProducts } from '../master-data/products.js';
import { findWords, fold } from './find-words.js';

export interface SearchHit {
  type: 'account' | 'product' | 'cost-centre' | 'entry';
  id: string;
  label: string;
  hint: string;
}

const OF_EACH = 6;

/** An entry that fits what was typed. */
export interface FoundEntry {
  id: string;
  text: string;
  bookingDate: string;
  reference: string;
}

type FindEntries = (tx: ClientTx, query: string, limit: number) => Promise<FoundEntry[]>;
let findEntries: FindEntries = async () => [];

/** Tells the box how entries are found. The journal's lib calls it, because this one knows no journal. */
export function defineEntrySearch(find: FindEntries): void {
  findEntries = find;
}

/** Accounts, products, cost centres and entries that fit what was typed: a number, words, or a reference. */
export async function search(tx: ClientTx, query: string): Promise<SearchHit[]> {
  if (fold(query) === '') return [];
  const accounts = findWords(await listAccounts(tx), query, (account) => ({
    number: account.number,
    name: account.name,
    aside: !account.postable || account.locked || account.control !== null,
  }));
  const products = findWords(await listProducts(tx), query, ({ code, name, locked }) => ({
    number: code,
    name,
    aside: locked,
  }));
  const centres = findWords(await listCostCentres(tx), query, ({ code, name, locked }) => ({
    number: code,
    name,
    aside: locked,
  }));
  const entries = await findEntries(tx, query, OF_EACH);
  const hits = <T>(
    type: SearchHit['type'],
    found: readonly T[],
    as: (item: T) => Omit<SearchHit, 'type'>,
  ): SearchHit[] => found.slice(0, OF_EACH).map((item) => ({ type, ...as(item) }));
  const named = [
    ...hits('account', accounts, ({ number, name, statementLine }) => ({
      id: number,
      label: `${number} ${name}`,
      hint: statementLine ?? '',
    })),
    ...hits('product', products, ({ code, name, parent }) => ({
      id: code,
      label: `${code} ${name}`,
      hint: parent ?? '',
    })),
    ...hits('cost-centre', centres, ({ code, name }) => ({ id: code, label: `${code} ${name}`, hint: '' })),
  ];
  const found = entries.map((entry) => ({
    type: 'entry' as const,
    id: entry.id,
    label: `${entry.id} ${entry.text}`,
    hint: [entry.bookingDate, entry.reference].filter(Boolean).join(' · '),
  }));
  // Whoever types 2026-17 means the entry.
  return /^\d{4}-\d/.test(query.trim()) ? [...found, ...named] : [...named, ...found];
}
