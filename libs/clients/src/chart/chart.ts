import { seedRows } from './seed-file.js';
import { type StatementLine, readStatementLines } from './statement-line.js';

/** Versions of the chart that this program carries. A client keeps the one it was created with. */
export const CHART_VERSIONS = ['nkf-2019'] as const;
export type ChartVersion = (typeof CHART_VERSIONS)[number];

export type AccountLevel = 'klasse' | 'gruppe' | 'art' | 'konto';
export type Side = 'debit' | 'credit';
export type AccountKind =
  | 'asset'
  | 'accrual_asset'
  | 'equity'
  | 'special_item'
  | 'provision'
  | 'liability'
  | 'accrual_liability'
  | 'revenue'
  | 'expense'
  | 'inpayment'
  | 'outpayment'
  | 'closing'
  | 'cost_accounting';

const OF_A_PRODUCT: ReadonlySet<string> = new Set<AccountKind>(['revenue', 'expense', 'inpayment', 'outpayment']);

/**
 * Revenue, expense and payments (classes 4 to 7) always belong to a product: the Teilrechnungen make up the whole (§§ 4, 41 KomHVO
 * NRW). On other accounts a client may ask for one.
 */
export const belongsToProduct = (kind: AccountKind): boolean => OF_A_PRODUCT.has(kind);

export interface ChartAccount {
  number: string;
  parent: string | null;
  name: string;
  level: AccountLevel;
  kind: AccountKind;
  /** The side on which the account normally grows; null for closing accounts and cost accounting. */
  side: Side | null;
  /** The statement line that the account feeds; null where its sub-accounts feed several, and for classes 8 and 9. */
  statementLine: string | null;
  /** Account of class 6/7 that a payment of this revenue or expense carries unless somebody says otherwise. */
  defaultCashAccount: string | null;
  postable: boolean;
  /** Liquid funds (group 18, line A2.4): each movement carries a cash-flow account. */
  liquid: boolean;
}

export interface ChartProduct {
  code: string;
  parent: string | null;
  name: string;
  level: 'produktbereich' | 'produktgruppe';
}

/** Which class 6/7 account a payment on a balance sheet account carries, by event. */
export interface CashMapping {
  /** Leading digits of the balance sheet accounts meant. */
  accounts: string[];
  event: string;
  /** Null where the account that created the receivable or payable decides, and for movements between own accounts. */
  cashAccount: string | null;
  statementLine: string | null;
  rule: string;
}

export interface Chart {
  version: ChartVersion;
  accounts: readonly ChartAccount[];
  products: readonly ChartProduct[];
  /** Every line of the statements, in the order in which each prints them. */
  statementLines: readonly StatementLine[];
  cashMapping: readonly CashMapping[];
}

const loaded = new Map<ChartVersion, Chart>();

/** The NRW chart, product frame and statement lines of one version (NKF; GO and KomHVO NRW, forms in force since 1.1.2019). */
export function chartOf(version: ChartVersion): Chart {
  let chart = loaded.get(version);
  if (!chart) loaded.set(version, (chart = read(version)));
  return chart;
}

function read(version: ChartVersion): Chart {
  const statementLines = readStatementLines(
    seedRows<'statement' | 'order' | 'code' | 'number' | 'label' | 'kind' | 'sign' | 'formula' | 'accounts'>(
      version,
      'statements',
    ),
  );
  const feeding = new Set(statementLines.filter((line) => line.kind === 'line').map((line) => line.code));
  return {
    version,
    statementLines,
    accounts: readAccounts(
      seedRows<'code' | 'name' | 'level' | 'kind' | 'normal_side' | 'statement_line' | 'cash_account'>(
        version,
        'kontenrahmen',
      ),
      feeding,
    ),
    products: seedRows<'level' | 'code' | 'parent' | 'name'>(version, 'produktrahmen').map((row) => ({
      code: row.code,
      parent: row.parent || null,
      name: row.name,
      level: row.level as ChartProduct['level'],
    })),
    cashMapping: seedRows<'account' | 'event' | 'cash_account' | 'statement_line' | 'rule'>(
      version,
      'cash_mapping_balance',
    ).map((row) => ({
      accounts: row.account.split(';'),
      event: row.event,
      cashAccount: row.cash_account || null,
      statementLine: row.statement_line || null,
      rule: row.rule,
    })),
  };
}

/** Printed as a sum in the state's cash statistics, never booked on. */
const STATISTICAL_SUM = '189';

function readAccounts(
  rows: Record<'code' | 'name' | 'level' | 'kind' | 'normal_side' | 'statement_line' | 'cash_account', string>[],
  feeding: ReadonlySet<string>,
): ChartAccount[] {
  const parents = new Map<string, string | null>();
  for (const { code } of rows) {
    let parent = code.slice(0, -1);
    while (parent && !parents.has(parent)) parent = parent.slice(0, -1);
    parents.set(code, parent || null);
  }
  const withChildren = new Set(parents.values());

  return rows.map((row) => {
    const level = row.level as AccountLevel;
    const booked =
      level === 'konto' ||
      // The cash statistics of many municipalities report payments with three digits (701 to 704), so these are booked on, too.
      (level === 'art' && (/^[67]/.test(row.code) || !withChildren.has(row.code)));
    return {
      number: row.code,
      parent: parents.get(row.code) ?? null,
      name: row.name,
      level,
      kind: row.kind as AccountKind,
      side: row.normal_side === '-' ? null : (row.normal_side as Side),
      statementLine: feeding.has(row.statement_line) ? row.statement_line : null,
      defaultCashAccount: row.cash_account || null,
      postable: booked && row.code !== STATISTICAL_SUM && !row.code.startsWith('9'),
      liquid: row.statement_line === 'A2.4',
    };
  });
}
