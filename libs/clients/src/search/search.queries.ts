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

/** Entries are looked for among the latest ones only: the box answers while one types. */
const LATEST = 3_000;
const OF_EACH = 6;

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
  const entries = await findEntries(tx, query);
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

interface FoundEntry {
  id: string;
  text: string;
  bookingDate: string;
  reference: string;
}

const ENTRY = `fiscal_year || '-' || entry_no as id, text, booking_date as "bookingDate", reference`;

async function findEntries(tx: ClientTx, query: string): Promise<FoundEntry[]> {
  const numbered = /^(?:(\d{4})-)?(\d{1,9})$/.exec(query.trim());
  const byNumber = numbered
    ? await tx.query<FoundEntry>(
        `select ${ENTRY} from journal_entry where client_id = $1 and entry_no = $3
           and fiscal_year in (select year from fiscal_year where client_id = $1 and ($2::int is null or year = $2))
         order by fiscal_year desc limit ${OF_EACH}`,
        [tx.clientId, numbered[1] ?? null, numbered[2]],
      )
    : [];
  // Year and number name one entry; other digits may be part of a reference, too.
  if (numbered?.[1]) return byNumber;
  const latest = await tx.query<FoundEntry>(
    `select ${ENTRY} from journal_entry where client_id = $1
       and fiscal_year = (select max(year) from fiscal_year where client_id = $1 and next_entry_no > 1)
     order by entry_no desc limit ${LATEST}`,
    [tx.clientId],
  );
  const words = fold(query).split(' ');
  const byText = latest.filter((entry) => {
    const text = fold(`${entry.reference} ${entry.text}`);
    return words.every((word) => text.includes(word));
  });
  return [...new Map([...byNumber, ...byText].map((entry) => [entry.id, entry])).values()].slice(0, OF_EACH);
}
