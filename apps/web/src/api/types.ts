/**
 * The shapes of the API, by hand until they are generated from `/api/openapi.json`.
 * Money is a string in euros with two decimals, days are `YYYY-MM-DD`, instants RFC 3339 in UTC.
 */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Permission =
  | 'books:read'
  | 'drafts:write'
  | 'journal:post'
  | 'periods:manage'
  | 'masterdata:manage'
  | 'imports:run'
  | 'exports:run'
  | 'seals:create'
  | 'clients:manage'
  | 'users:manage'
  | 'audit:read';

export type ClientKind = 'municipality' | 'special-fund';

export interface ClientAccess {
  id: number;
  key: string;
  name: string;
  shortName: string | null;
  kind: ClientKind;
  colour: string | null;
  arms: string | null;
  roles: string[];
  permissions: Permission[];
  amountLimit: string | null;
}

export interface SessionUser {
  id: number | string;
  userName: string;
  displayName: string;
  email: string | null;
  language: 'de' | 'en';
}

export interface Session {
  user: SessionUser;
  csrfToken: string;
  totpEnabled: boolean;
  mustChangePassword: boolean;
  centre: { name: string };
  permissions: Permission[];
  clients: ClientAccess[];
}

export interface Address {
  street?: string;
  postcode?: string;
  city?: string;
}

export interface Client {
  id: number;
  key: string;
  name: string;
  shortName: string | null;
  kind: ClientKind;
  officialKey: string | null;
  parentClientId: number | null;
  chart: string;
  address: Address | null;
  creditorIdentifier: string | null;
  vatId: string | null;
  vatStatus: 'small' | 'regular' | 'none';
  colour: string | null;
  arms: string | null;
  phone: string | null;
  email: string | null;
  version: number;
}

export type PeriodState = 'open' | 'soft-closed' | 'closed';

export interface Period {
  period: number;
  state: PeriodState;
  startsOn: string;
  endsOn: string;
  version: number;
}

export interface PeriodDecision {
  period: number;
  state: PeriodState;
  reason: string;
  decidedBy: string;
  decidedAt: string;
}

export interface FiscalYear {
  year: number;
  state: string;
  startsOn: string;
  endsOn: string;
  entries: number;
  periods: Period[];
}

export interface Account {
  number: string;
  name: string;
  parent: string | null;
  level: number | string;
  kind: string;
  side: 'debit' | 'credit' | null;
  statementLine: string | null;
  defaultCashAccount: string | null;
  postable: boolean;
  liquid: boolean;
  locked: boolean;
  productRequired: boolean;
  origin: 'chart' | 'own';
  version: number;
}

export interface Product {
  code: string;
  name: string;
  parent: string | null;
  level: number | string;
  postable: boolean;
  locked?: boolean;
  origin?: 'chart' | 'own' | 'frame';
  version: number;
}

export interface CostCentre {
  code: string;
  name: string;
  locked?: boolean;
  version: number;
}

export interface BankAccount {
  id: string;
  name: string;
  iban: string;
  bic: string | null;
  account: string;
  active: boolean;
  version: number;
}

export interface Setting {
  key: string;
  value: unknown;
  validFrom: string;
  validTo: string | null;
  source: string;
}

export interface LineIn {
  account: string;
  debit?: string;
  credit?: string;
  product?: string;
  costCentre?: string;
  cashAccount?: string;
  text?: string;
}

export type EntryKind = 'regular' | 'opening' | 'closing' | 'reversal' | 'standing' | 'accrual';

export interface EntryIn {
  bookingDate: string;
  fiscalYear?: number;
  period?: number;
  kind?: 'regular' | 'opening' | 'closing';
  text: string;
  reference?: string;
  lines: LineIn[];
}

export interface Line {
  lineNo: number;
  account: string;
  accountName?: string;
  product: string | null;
  productName?: string | null;
  costCentre: string | null;
  cashAccount: string | null;
  cashAccountName?: string | null;
  debit: string | null;
  credit: string | null;
  text: string | null;
}

export interface Entry {
  id: string;
  fiscalYear: number;
  entryNo: number;
  period: number;
  bookingDate: string;
  recordedAt: string;
  kind: EntryKind;
  text: string;
  reference: string | null;
  source: string | null;
  author: { id: number | string | null; name: string } | null;
  total: string;
  reverses: string | null;
  reversedBy: string | null;
  reason: string | null;
  chainHash: string;
  lines: Line[];
}

export interface TrialPosting {
  postable: boolean;
  errors: { pointer?: string; rule: string; message: string }[];
  entry: Entry | null;
  balances: { account: string; name: string; before: string; change: string; after: string }[];
  statements: { statement: string; code: string; label: string; change: string }[];
  nextEntryNo: number | null;
}

export interface Draft {
  id: string | number;
  version: number;
  entry: Partial<EntryIn>;
  note: string | null;
  createdBy: Person | null;
  updatedBy: Person | null;
  updatedAt: string;
}

export type Person = { id: number | string; name: string } | string;

export interface EntryTemplate {
  id: string | number;
  name: string;
  entry: Partial<EntryIn>;
}

export type Rhythm = 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';

export interface StandingEntry {
  id: string | number;
  name: string;
  entry: Partial<EntryIn>;
  rhythm: Rhythm;
  firstDate: string;
  lastDate: string | null;
  kind: 'standing' | 'accrual';
  nextDate: string | null;
  state: 'active' | 'ended' | 'failed';
  lastError: string | null;
  postedCount: number;
  version: number;
}

export interface LedgerLine {
  entryId: string;
  lineNo: number;
  bookingDate: string;
  recordedAt: string;
  text: string | null;
  reference: string | null;
  contra: string;
  product: string | null;
  costCentre: string | null;
  cashAccount: string | null;
  debit: string | null;
  credit: string | null;
  balance: string;
}

export interface LedgerPage extends Page<LedgerLine> {
  account: { number: string; name: string; side: 'debit' | 'credit' | null };
  opening: string;
  totals: { debit: string; credit: string; closing: string };
}

export interface TrialBalanceRow {
  account: string;
  name: string;
  opening: string;
  debit: string;
  credit: string;
  closing: string;
}

export interface TrialBalance {
  items: TrialBalanceRow[];
  totals: { opening: string; debit: string; credit: string; closing: string };
}

export type StatementName = 'results' | 'cash-flows' | 'balance-sheet';

export interface StatementLine {
  code: string;
  number: string;
  label: string;
  kind: 'line' | 'subtotal' | 'memo';
  level: number;
  priorYear: string | null;
  actual: string | null;
}

export type CheckRule =
  | 'liquid-funds-agree'
  | 'assets-equal-liabilities'
  | 'cash-flows-agree-with-balance-sheet'
  | 'internal-services-cancel';

export interface StatementCheck {
  rule: CheckRule;
  ok: boolean;
  left: string;
  right: string;
}

export interface Statement {
  statement: StatementName;
  fiscalYear: number;
  asOf: string | null;
  knownOn: string | null;
  product: string | null;
  lines: StatementLine[];
  checks: StatementCheck[];
}

export interface StatementDrill {
  line: StatementLine;
  accounts: { account: string; name: string; amount: string }[];
}

export interface Dashboard {
  fiscalYear: number;
  entries: number;
  entriesThisMonth: number;
  drafts: number;
  liquidFunds: string;
  result: string;
  openPeriods: { period: number; state: PeriodState }[];
  lastEntry: Entry | null;
  lastSeal: Pick<Seal, 'sealNo' | 'sealedAt'> | null;
  standingDue: number;
  standingFailed: number;
  integrity: { ok: boolean; provenAt: string | null } | null;
  recent: Entry[];
}

export interface Seal {
  sealNo: number;
  sealedAt: string;
  sealedBy: string;
  /** What was signed: the heads of all years, as text. */
  statement: string;
  keyId: string;
  signature: string;
}

export interface Proof {
  ok: boolean;
  entries: number;
  findings: { rule: string; where: string }[];
  provenAt: string;
}

export interface Integrity {
  years: { fiscalYear: number; entries: number; head: string }[];
  lastSeal: Seal | null;
  lastProof: Proof | null;
}

export interface Job {
  id: string;
  kind: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  dryRun: boolean;
  fileName: string | null;
  progress: { bytesRead: number; bytesTotal: number | null; entries: number; lines: number } | null;
  result: { entries: number; lines: number; firstEntry: string | null; lastEntry: string | null; total: string } | null;
  errors: { line: number | null; column: string | number | null; rule: string; message: string }[];
  createdAt: string;
  finishedAt: string | null;
}

export interface RoleDefinition {
  role: string;
  label: { de: string; en: string };
  permissions: Permission[];
  wholeCentreOnly: boolean;
}

export interface RoleGrant {
  id: string;
  role: string;
  clientId: number | null;
  amountLimit: string | null;
  validFrom: string;
  validTo: string | null;
  version: number;
}

export interface Deputy {
  id: string;
  deputyUserId: string;
  deputyName: string;
  clientId: number | null;
  validFrom: string;
  validTo: string;
  version: number;
}

export interface User {
  id: string;
  userName: string;
  displayName: string;
  email: string | null;
  language: 'de' | 'en';
  active: boolean;
  mustChangePassword: boolean;
  totpEnabled: boolean;
  oidcLinked: boolean;
  lockedUntil: string | null;
  initialPassword?: string;
  roles: RoleGrant[];
  deputies: Deputy[];
  version: number;
}

export interface AuditRecord {
  id: string;
  at: string;
  userId: string | null;
  userName: string | null;
  clientId: number | null;
  action: string;
  resource: string | null;
  outcome: string;
  detail: Record<string, unknown>;
  ip: string | null;
}

export interface ApiToken {
  id: string | number;
  name: string;
  token?: string;
  expiresOn: string | null;
  createdAt?: string;
  lastUsedAt?: string | null;
}

export interface SearchHit {
  type: 'account' | 'product' | 'cost-centre' | 'entry';
  id: string;
  label: string;
  hint: string | null;
}
