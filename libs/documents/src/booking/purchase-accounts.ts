import { type ChartVersion, chartOf, settingsOn, type TaxKeys, taxKeysOn, type TaxUsage } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import type { Treatment } from '../coding/coding.js';
import type { LiabilityFacts, PurchaseAccounts } from '../coding/liability.js';

/** What the chart of the state offers for purchases; each can be set otherwise for a client. */
const DEFAULTS = {
  'purchases.vatCashAccount': '7493',
  'purchases.accrualAccount': '1911',
} as const;

/** A client's own accounts of tax, which count before those of the tax keys. */
const OWN_ACCOUNT: Partial<Record<TaxUsage, string>> = {
  input: 'purchases.inputTaxAccount',
  'acquisition-input': 'purchases.inputTaxAccount',
  'reverse-charge-input': 'purchases.inputTaxAccount',
  acquisition: 'purchases.acquisitionTaxAccount',
  'reverse-charge': 'purchases.reverseChargeTaxAccount',
  'reverse-charge-eu': 'purchases.reverseChargeTaxAccount',
};

export interface PurchaseSettings {
  taxKeyOf: LiabilityFacts['taxKeyOf'];
  taxKeys: TaxKeys;
  accounts: PurchaseAccounts;
  accrualAccount: string;
  /** payments.termDays */
  termDays: number;
  /** vat.standardRate */
  standardRate: string;
}

/** How a line is taxed, as the tax keys say it. Services from elsewhere in the Union are declared apart (§ 13b(1) UStG). */
export function usageOf(side: 'input' | 'owed', treatment: Treatment, fromTheUnion: boolean): TaxUsage {
  if (treatment === 'reverse-charge')
    return side === 'input' ? 'reverse-charge-input' : fromTheUnion ? 'reverse-charge-eu' : 'reverse-charge';
  if (treatment === 'intra-community') return side === 'input' ? 'acquisition-input' : 'acquisition';
  return 'input';
}

/**
 * The accounts, tax keys and rates of a client's purchases on a day.
 * @param fromTheUnion whether the supplier is established elsewhere in the European Union
 */
export async function purchaseSettings(
  tx: ClientTx,
  day: LocalDate,
  { fromTheUnion = false, suppliedOn = day }: { fromTheUnion?: boolean; suppliedOn?: LocalDate } = {},
): Promise<PurchaseSettings> {
  const set = await settingsOn(
    tx,
    [...Object.keys(DEFAULTS), ...Object.values(OWN_ACCOUNT), 'payments.termDays', 'vat.standardRate'],
    day,
  );
  const taxKeys = await taxKeysOn(tx, suppliedOn);
  const account = (key: keyof typeof DEFAULTS): string => (set.get(key) as string | undefined) ?? DEFAULTS[key];
  return {
    taxKeys,
    taxKeyOf: (side, treatment, rate) => {
      const usage = usageOf(side, treatment, fromTheUnion);
      const key = taxKeys.find(usage, rate);
      const own = set.get(OWN_ACCOUNT[usage] ?? '') as string | undefined;
      return key?.account ? { code: key.code, account: own ?? key.account } : null;
    },
    accounts: {
      creditors: '351101',
      investmentCreditors: '351201',
      retentions: '351301',
      taxCash: account('purchases.vatCashAccount'),
    },
    accrualAccount: account('purchases.accrualAccount'),
    termDays: (set.get('payments.termDays') as number | undefined) ?? 30,
    standardRate: (set.get('vat.standardRate') as string | undefined) ?? '19',
  };
}

/**
 * The class 7 account that a payment for something booked on an account carries: the account's own default, else what the chart
 * says for assets by the longest beginning of their number (acquisition, not sale). Null where the chart leaves it open.
 */
export async function cashAccounts(
  tx: ClientTx,
  numbers: readonly string[],
): Promise<(account: string) => string | null> {
  const rows = await tx.query<{ number: string; cash: string | null; chart: ChartVersion }>(
    `select a.number, a.default_cash_account as cash, c.chart from account a join client c on c.id = a.client_id
     where a.client_id = $1 and a.number = any ($2)`,
    [tx.clientId, [...new Set(numbers)]],
  );
  const found = new Map<string, string | null>();
  for (const { number, cash, chart } of rows) {
    if (cash?.startsWith('7')) {
      found.set(number, cash);
      continue;
    }
    const beginnings = chartOf(chart)
      .cashMapping.filter((mapping) => mapping.cashAccount?.startsWith('7'))
      .flatMap((mapping) => mapping.accounts.map((beginning) => ({ beginning, cash: mapping.cashAccount! })))
      .filter((mapping) => number.startsWith(mapping.beginning))
      .sort((a, b) => b.beginning.length - a.beginning.length);
    found.set(number, beginnings[0]?.cash ?? null);
  }
  return (account) => found.get(account) ?? null;
}
