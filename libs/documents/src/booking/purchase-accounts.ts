import { type ChartVersion, chartOf, settingsOn } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import type { PurchaseAccounts } from '../coding/liability.js';

/** What the chart of the state offers for purchases; each can be set otherwise for a client. */
const DEFAULTS = {
  'purchases.inputTaxAccount': '1762',
  'purchases.reverseChargeTaxAccount': '3714',
  'purchases.acquisitionTaxAccount': '3712',
  'purchases.vatCashAccount': '7493',
  'purchases.accrualAccount': '1911',
} as const;

export interface PurchaseSettings {
  accounts: PurchaseAccounts;
  accrualAccount: string;
  /** payments.termDays */
  termDays: number;
  /** vat.standardRate */
  standardRate: string;
}

/** The accounts and rates of a client's purchases on a day. */
export async function purchaseSettings(tx: ClientTx, day: LocalDate): Promise<PurchaseSettings> {
  const set = await settingsOn(tx, [...Object.keys(DEFAULTS), 'payments.termDays', 'vat.standardRate'], day);
  const account = (key: keyof typeof DEFAULTS): string => (set.get(key) as string | undefined) ?? DEFAULTS[key];
  return {
    accounts: {
      creditors: '351101',
      investmentCreditors: '351201',
      retentions: '351301',
      inputTax: account('purchases.inputTaxAccount'),
      reverseChargeTax: account('purchases.reverseChargeTaxAccount'),
      acquisitionTax: account('purchases.acquisitionTaxAccount'),
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
