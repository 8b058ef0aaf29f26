/**
 * The shapes of the API under the names the screens use, all of them taken from its generated description.
 * Money is a string in euros with two decimals, days are `YYYY-MM-DD`, instants RFC 3339 in UTC.
 */
import type { components } from './schema';

type Schemas = components['schemas'];

export type Permission =
  | 'books:read'
  | 'drafts:write'
  | 'journal:post'
  | 'journal:close'
  | 'periods:manage'
  | 'masterdata:manage'
  | 'imports:run'
  | 'exports:run'
  | 'seals:create'
  | 'clients:manage'
  | 'users:manage'
  | 'audit:read'
  | 'documents:read'
  | 'documents:intake'
  | 'documents:decide'
  | 'partners:manage'
  | 'open-items:manage'
  | 'invoicing:write'
  | 'workflow:manage'
  | 'clearing:manage';

export type Session = Omit<Schemas['Session'], 'clients' | 'user'> & {
  clients: ClientAccess[];
  user: Omit<Schemas['SessionUser'], 'language'> & { language: 'de' | 'en' };
};
/** The session names kinds and permissions as plain words; these are the ones there are. */
export type ClientAccess = Omit<Schemas['SessionClient'], 'kind'> & { kind: ClientKind };
export type ApiToken = Schemas['ApiToken'];
export type NewApiToken = Schemas['NewApiToken'];
export type Deputyship = Schemas['Deputyship'];

export type Client = Schemas['Client'];
export type NewClient = Schemas['NewClient'];
export type ClientChange = Schemas['ClientChange'];
export type ClientKind = Client['kind'];
export type BankAccount = Schemas['BankAccount'];
export type Setting = Schemas['Setting'];
export type FiscalYear = Schemas['FiscalYear'];
export type Period = Schemas['Period'];
export type PeriodState = Period['state'];
export type PeriodDecision = Schemas['PeriodDecision'];

export type Account = Schemas['Account'];
export type Product = Schemas['Product'];
export type CostCentre = Schemas['CostCentre'];
export type SearchHit = Schemas['SearchHit'];

export type EntryIn = Schemas['NewEntry'];
export type LineIn = Schemas['NewLine'];
export type Entry = Schemas['JournalEntry'];
export type PostedEntry = Schemas['PostedEntry'];
export type Line = Schemas['JournalLine'];
export type Trial = Schemas['Trial'];
export type LedgerPage = Schemas['AccountLedger'];
export type LedgerLine = Schemas['LedgerLine'];
export type TrialBalanceRow = Schemas['TrialBalanceRow'];

/** Drafts, templates and standing entries keep an entry that need not be complete. */
export type PartialEntry = Partial<EntryIn>;
export type Draft = Omit<Schemas['Draft'], 'entry'> & { entry: PartialEntry };
export type EntryTemplate = Omit<Schemas['EntryTemplate'], 'entry'> & { entry: PartialEntry };
export type StandingEntry = Omit<Schemas['StandingEntry'], 'entry'> & { entry: PartialEntry };
export type NewStandingEntry = Omit<Schemas['NewStandingEntry'], 'entry'> & { entry: PartialEntry };
export type NewAccrual = Schemas['NewAccrual'];
export type Person = Schemas['Person'];

export type Statement = Schemas['Statement'];
export type StatementName = Statement['statement'];
export type StatementLine = Schemas['StatementLine'];
export type StatementCheck = Schemas['StatementCheck'];
export type Dashboard = Schemas['Dashboard'];

export type Job = Schemas['Job'];
export type Proof = Schemas['Proof'];
export type SealKey = Schemas['SealKey'];
export type Integrity = Schemas['Integrity'];

export type User = Schemas['User'];
export type NewUser = Schemas['NewUser'];
export type RoleGrant = Schemas['RoleAssignment'];
export type NewRole = Schemas['NewRole'];
export type Deputy = Schemas['Deputy'];
export type NewDeputy = Schemas['NewDeputy'];
export type AuditRecord = Schemas['AuditItem'];
export type AuditPerson = Schemas['AuditPerson'];
