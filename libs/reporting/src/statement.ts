import type { StatementLine } from '@lib/clients';
import type { AccountSums } from '@lib/ledger';

export const STATEMENTS = ['results', 'cash-flows', 'balance-sheet'] as const;
export type Statement = (typeof STATEMENTS)[number];

/** What a statement needs to know of an account. */
export interface StatementAccount {
  number: string;
  name: string;
  kind: string;
  liquid: boolean;
  statementLine: string | null;
}

/** One account's share in a statement line, in whole cents in the line's natural direction. */
export interface Share {
  code: string;
  account: string;
  name: string;
  amount: bigint;
}

/** The result of the year, on the classes 4 and 5 or, once the closing moved it, on account 208 (§ 42 KomHVO NRW). */
export const RESULT_LINE = 'P1.4';
/** What earlier years left, until the council has decided what becomes of it (§ 96(1) GO NRW). */
const EARLIER_RESULTS = 'P1.6';
export const ANNUAL_RESULT = 'ER26';
/** Group 18 as balance sheet line and as opening stock of the Finanzrechnung; the two statements meet here. */
export const LIQUID_FUNDS = 'A2.4';
export const CLOSING_STOCK = 'FR41';
export const OPENING_STOCK = 'FR39';
const DIRECT_SET_OFF: Record<string, string> = { '2012': 'ER29', '2014': 'ER30', '2013': 'ER31', '2015': 'ER32' };
const DEBIT_MEMO = new Set(['ER31', 'ER32']);

/**
 * Splits the sums of the books into shares of statement lines. Amounts are positive in their natural direction: assets,
 * expenses and inpayments by debit; liabilities, equity, revenue and outpayments by credit.
 * - Ergebnisrechnung (§ 39 KomHVO): movements of the year on classes 4 and 5, and the direct set-off of § 44(3).
 * - Finanzrechnung (§ 40): movements of liquid funds by their cash-flow account; opening stock from earlier years and
 *   opening entries, so that line 41 is the balance of liquid funds by construction.
 * - Bilanz (§ 42): balances of classes 0 to 3; in line 1.4 the result of the year alone, whether a closing entry took it to
 *   account 208 yet or not; what earlier years left stands in a line of its own.
 * @param openedAtEnd the year has only the balance sheet of its last day, whose result is that of the year
 */
export function shares(
  statement: Statement,
  sums: readonly AccountSums[],
  accounts: ReadonlyMap<string, StatementAccount>,
  openedAtEnd = false,
): Share[] {
  const found = new Map<string, Share>();
  const add = (code: string | null | undefined, account: StatementAccount | undefined, amount: bigint): void => {
    if (!code || !account || amount === 0n) return;
    const key = `${code} ${account.number}`;
    const known = found.get(key);
    if (known) known.amount += amount;
    else found.set(key, { code, account: account.number, name: account.name, amount });
  };
  for (const one of sums) {
    const account = accounts.get(one.account);
    if (!account) continue;
    const movement = one.debit - one.credit;
    if (statement === 'results') {
      const own = movement - one.transferred;
      if (isResult(account)) add(account.statementLine, account, account.kind === 'expense' ? own : -own);
      const memo = Object.entries(DIRECT_SET_OFF).find(([number]) => account.number.startsWith(number))?.[1];
      if (memo) add(memo, account, DEBIT_MEMO.has(memo) ? movement : -movement);
    } else if (statement === 'cash-flows') {
      if (!account.liquid) continue;
      add(OPENING_STOCK, account, one.prior + one.opening);
      const cash = accounts.get(one.cashAccount);
      if (cash) add(cash.statementLine, cash, cashAmount(cash, movement));
    } else {
      const balance = one.prior + one.opening + movement;
      if (isResult(account)) {
        add(RESULT_LINE, UNCLOSED_RESULT, one.prior - balance);
        add(EARLIER_RESULTS, UNCLOSED_EARLIER, -one.prior);
      } else if (account.statementLine === RESULT_LINE) {
        const ofTheYear = one.transferred + (openedAtEnd ? one.opening : 0n);
        add(RESULT_LINE, account, -ofTheYear);
        add(EARLIER_RESULTS, account, ofTheYear - balance);
      } else if (account.kind === 'closing') add(RESULT_LINE, account, -one.transferred);
      else add(account.statementLine, account, account.statementLine?.startsWith('A') ? balance : -balance);
    }
  }
  return [...found.values()].filter((share) => share.amount !== 0n).sort((a, b) => (a.account < b.account ? -1 : 1));
}

const UNCLOSED_EARLIER: StatementAccount = {
  number: '4-5',
  name: 'Noch nicht abgeschlossene Ergebnisse früherer Jahre (Klassen 4 und 5)',
  kind: 'equity',
  liquid: false,
  statementLine: EARLIER_RESULTS,
};
const UNCLOSED_RESULT: StatementAccount = {
  number: '4-5',
  name: 'Noch nicht abgeschlossenes Ergebnis (Klassen 4 und 5)',
  kind: 'equity',
  liquid: false,
  statementLine: RESULT_LINE,
};

const isResult = (account: StatementAccount): boolean => account.kind === 'revenue' || account.kind === 'expense';
/** Third-party money (line 40) nets in and out; every other outpayment line counts outpayments as positive. */
const cashAmount = (cash: StatementAccount, movement: bigint): bigint =>
  cash.kind === 'outpayment' && cash.statementLine !== 'FR40' ? -movement : movement;

/** The shares of a Teilrechnung: the same accounts under the numbering of § 41 KomHVO NRW. */
export function partialShares(statement: Statement, all: readonly Share[], lines: readonly StatementLine[]): Share[] {
  const prefix = statement === 'results' ? 'TER' : 'TFR';
  const codes = new Map(lines.map((line) => [line.code, line]));
  const collecting = lines.filter((line) => line.kind === 'subtotal' && line.accounts.length > 0);
  return all.flatMap((share) => {
    const code = share.code.startsWith('T') ? share.code : share.code.replace(/^[EF]R/, prefix);
    const own = codes.has(code) ? [{ ...share, code }] : [];
    const collected = collecting
      .filter((line) => line.accounts.some((start) => share.account.startsWith(start)))
      .filter((line) => !line.without.some((start) => share.account.startsWith(start)))
      .map((line) => ({ ...share, code: line.code }));
    return [...own, ...collected];
  });
}

/** The amount of every line in cents: lines from their shares, subtotals by their formula. */
export function lineAmounts(lines: readonly StatementLine[], all: readonly Share[]): Map<string, bigint> {
  const byCode = new Map(lines.map((line) => [line.code, line]));
  const amounts = new Map<string, bigint>();
  for (const share of all) amounts.set(share.code, (amounts.get(share.code) ?? 0n) + share.amount);
  const resolved = new Map<string, bigint>();
  const resolve = (line: StatementLine): bigint => {
    const known = resolved.get(line.code);
    if (known !== undefined) return known;
    const amount =
      line.formula.length === 0
        ? (amounts.get(line.code) ?? 0n)
        : line.formula.reduce((sum, term) => sum + BigInt(term.sign) * resolve(byCode.get(term.code)!), 0n);
    resolved.set(line.code, amount);
    return amount;
  };
  for (const line of lines) resolve(line);
  return resolved;
}

/** The shares behind a line; behind a subtotal those of its parts, with the sign with which they enter it. */
export function sharesOf(code: string, lines: readonly StatementLine[], all: readonly Share[]): Share[] {
  const line = lines.find((one) => one.code === code);
  if (!line || line.formula.length === 0) return all.filter((share) => share.code === code);
  return line.formula.flatMap((term) =>
    sharesOf(term.code, lines, all).map((share) => ({ ...share, amount: BigInt(term.sign) * share.amount })),
  );
}

/** Depth of a line in its outline: by the dots of its number in the Bilanz, lines below totals elsewhere. */
export function levelOf(line: StatementLine): number {
  if (line.statement === 'balance-sheet') return line.code.split('.').length - 1;
  return line.kind === 'subtotal' ? 0 : 1;
}
