import type { AuditRecord } from '~/api/types';
import { EVENTS, type OwnSentence, type Phrase, REQUESTS, VERBS } from './phrases';

type Language = 'de' | 'en';

/** What a sentence needs to know besides the record itself. */
export interface Names {
  /** The name of a person by id. */
  person: (id: string) => string | undefined;
  role: (role: string) => string;
}

/** "hat [die Buchung 2026-17] gelesen": what comes before the object, the object, and what comes after. */
export interface Sentence {
  before: string;
  object: string;
  after: string;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether what the record tells was refused or failed. */
export const wasRefused = (record: AuditRecord): boolean => record.outcome !== 'ok';

/** What somebody did, as one says it; the name of who did it stands before it. */
export function sentenceOf(record: AuditRecord, language: Language, names: Names): Sentence {
  const phrase = EVENTS[record.action] ?? REQUESTS[record.action];
  const refused = wasRefused(record);
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name, record, names) ?? '…');
  // What this version has no words for stands as the log has it.
  if (!phrase) return { before: '', object: `${record.action} ${record.resource ?? ''}`.trim(), after: '' };
  if (!isPhrase(phrase)) return bracketed(fill(phrase[language][refused ? 1 : 0]));
  const [verb, de, en] = phrase;
  const [done, wanted] = VERBS[verb][language];
  if (language === 'de') {
    return refused
      ? { before: 'hat versucht, ', object: fill(de), after: ` ${wanted}` }
      : { before: 'hat ', object: fill(de), after: ` ${done}` };
  }
  return { before: refused ? `tried to ${wanted} ` : `${pastOf(done)} `, object: fill(en), after: '' };
}

function bracketed(text: string): Sentence {
  const [, before = text, object = '', after = ''] = /^(.*?)\[(.*?)\](.*)$/.exec(text) ?? [];
  return { before, object, after };
}

const isPhrase = (phrase: Phrase | OwnSentence): phrase is Phrase => Array.isArray(phrase);

/** The participles of the table are also the past, but for these. */
const pastOf = (participle: string): string =>
  ({ given: 'gave', begun: 'began', proven: 'proved' })[participle] ?? participle;

function valueOf(name: string, record: AuditRecord, names: Names): string | undefined {
  if (name === 'person') return personOf(record, names);
  const detail = (record.detail ?? {}) as Record<string, unknown>;
  if (name === 'role') return typeof detail['role'] === 'string' ? names.role(detail['role']) : undefined;
  const parts = partsOf(record);
  if (name === 'last') return decodeURIComponent(parts.at(-1) ?? '');
  if (name === 'year') return parts[parts.indexOf('fiscal-years') + 1];
  const at = record.action.split('/').indexOf(`:${name}`) - 1;
  if (at >= 0 && parts[at] !== undefined) return decodeURIComponent(parts[at]);
  const told = detail[name];
  return typeof told === 'string' || typeof told === 'number' ? String(told) : undefined;
}

const partsOf = (record: AuditRecord): string[] => (record.resource ?? '').split('/');

function personOf(record: AuditRecord, names: Names): string | undefined {
  const id = partsOf(record)[partsOf(record).indexOf('users') + 1];
  const detail = (record.detail ?? {}) as Record<string, unknown>;
  const told = detail['displayName'] ?? detail['userName'];
  return (id && names.person(id)) ?? (typeof told === 'string' ? told : undefined);
}

/** Where the object can be seen; null where there is no page for it, or it is gone. */
export function linkOf(record: AuditRecord, clientKeyOf: (id: number) => string | undefined): string | null {
  if (!record.resource || /^DELETE |\.delete$/.test(record.action)) return null;
  const [root, ...rest] = record.resource.replace(/^centre\//, '').split('/') as [string, ...string[]];
  if (root === 'users') return rest[0] && ID.test(rest[0]) ? `/centre/users/${rest[0]}` : '/centre/users';
  if (root === 'clearing-items') return '/centre/clearing';
  if (root !== 'clients' || !rest[0]) return null;
  const key = clientKeyOf(Number(rest[0]));
  return key === undefined ? null : clientPage(`/clients/${key}`, rest.slice(1));
}

const PAGES: Record<string, (id: string | undefined, below: string | undefined) => string> = {
  'journal-entries': (id) => (id && id !== 'trial' ? `/entries/${id}` : '/journal'),
  accounts: (id, below) => (below === 'ledger' ? `/ledger/${id}` : '/master-data/accounts'),
  'cash-accounts': (id) => `/ledger/${id}`,
  products: () => '/master-data/products',
  'cost-centres': () => '/master-data/cost-centres',
  'trial-balance': () => '/trial-balance',
  drafts: (id) => (id ? `/drafts/${id}` : '/drafts'),
  'standing-entries': () => '/standing-entries',
  seals: () => '/integrity',
  integrity: () => '/integrity',
  proofs: () => '/integrity',
  partners: (id) => (id ? `/partners/${id}` : '/partners'),
  'open-items': () => '/open-items',
  documents: (id) => (id ? `/documents/${id}` : '/documents'),
  'document-batches': (id) => (id ? `/document-batches/${id}` : '/document-batches'),
  jobs: (id) => (id ? `/imports/${id}` : '/imports'),
  imports: () => '/imports',
  exports: () => '/exports',
  'outgoing-invoices': (id) => (id ? `/outgoing-invoices/${id}` : '/outgoing-invoices'),
  statements: (id) => `/statements/${id}`,
  'fiscal-years': () => '/periods',
  workflow: () => '/workflow',
  responsibilities: () => '/workflow',
  contracts: () => '/orders',
  'standing-orders': () => '/orders',
  orders: () => '/orders',
  dashboard: () => '',
};

function clientPage(base: string, [kind, id, below]: string[]): string | null {
  if (kind === undefined) return base;
  const page = PAGES[kind]?.(id, below);
  return page === undefined ? null : `${base}${page}`;
}
