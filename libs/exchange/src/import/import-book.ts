import { type Account, type Chart, type ChartVersion, chartOf, listAccounts, type StatementLine } from '@lib/clients';
import type { ClientTx } from '@lib/database';

/** The chart of the client that a reader of published figures maps lines and cash-flow accounts with. */
export interface ImportBook {
  account(number: string): Account | undefined;
  /** The balance sheet's lines in their order. */
  balanceSheet: readonly StatementLine[];
  /** The lines of the Ergebnisrechnung in their order. */
  results: readonly StatementLine[];
  /** The account on which a published line is booked: the first postable one that feeds it. */
  accountOfLine(code: string): Account | undefined;
  /** The account against which a payment with a cash-flow account is booked. */
  contraOf(cashAccount: Account): Account | undefined;
}

export async function loadImportBook(tx: ClientTx, liquidAccount: string): Promise<ImportBook> {
  const [client] = await tx.query<{ chart: ChartVersion }>('select chart from client where id = $1', [tx.clientId]);
  return importBook(chartOf(client!.chart), await listAccounts(tx), liquidAccount);
}

const isResult = (account: Account): boolean => account.kind === 'revenue' || account.kind === 'expense';

export function importBook(chart: Chart, all: readonly Account[], liquidAccount: string): ImportBook {
  const accounts = new Map(all.map((account) => [account.number, account]));
  // An account that asks for a product is only taken where there is no other.
  const usable = all.filter((account) => account.postable && !account.locked && account.control === null);
  const preferred = [...usable].sort((a, b) => Number(a.productRequired) - Number(b.productRequired));
  const first = (fits: (account: Account) => boolean): Account | undefined => preferred.find(fits);
  const below = (prefixes: readonly string[]): Account | undefined =>
    first((account) => !account.liquid && prefixes.some((prefix) => account.number.startsWith(prefix)));

  const accountOfLine = (code: string): Account | undefined => {
    const chosen = accounts.get(liquidAccount);
    if (chosen?.liquid && chosen.statementLine === code) return chosen;
    return first(
      (account) => account.statementLine === code && account.kind !== 'inpayment' && account.kind !== 'outpayment',
    );
  };

  /*
   * The opposite of the default cash-flow account: 1. the revenue or expense account whose payments carry it; 2. the balance
   * sheet account of the event that it stands for; then the same for its neighbours: 3. same first digits, 4. same line of
   * the Finanzrechnung.
   */
  const contraOf = (cash: Account): Account | undefined => {
    const events = chart.cashMapping.filter((event) => event.cashAccount !== null);
    const byEvent = (fits: (number: string, line: string | null) => boolean): Account | undefined => {
      const event = events.find((one) => fits(one.cashAccount!, one.statementLine));
      return event && below(event.accounts);
    };
    const byDefault = (fits: (number: string) => boolean): Account | undefined =>
      first((account) => isResult(account) && account.defaultCashAccount !== null && fits(account.defaultCashAccount));
    const stem = cash.number.slice(0, 3);
    return (
      byDefault((number) => number === cash.number) ??
      byEvent((number) => number === cash.number) ??
      byDefault((number) => number.startsWith(stem)) ??
      byEvent((number) => number.startsWith(stem)) ??
      byEvent((_, line) => line === cash.statementLine) ??
      byDefault((number) => accounts.get(number)?.statementLine === cash.statementLine)
    );
  };

  return {
    account: (number) => accounts.get(number),
    balanceSheet: chart.statementLines.filter((line) => line.statement === 'balance-sheet'),
    results: chart.statementLines.filter((line) => line.statement === 'results'),
    accountOfLine,
    contraOf,
  };
}
