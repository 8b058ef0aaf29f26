import { type ChartVersion, chartOf } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { type FieldRefusal, formatEuro, type LocalDate } from '@lib/kernel';
import { balanceOf, sumsAt } from './balances.js';
import type { BalanceEffectDto, StatementEffectDto } from './journal-answers.dto.js';
import { type Book, checkEntry, type EntryWish, type Rights } from './journal-entry.js';
import { loadBook } from './ledger.store.js';
import { unusualAmounts, warningsOf } from './warnings.js';

export interface Trial {
  refusals: FieldRefusal[];
  /** What a colleague would point at; nothing of it stands against the entry. */
  warnings: FieldRefusal[];
  /** The number the entry would get if it were posted now; null when the year does not exist. */
  nextEntryNo: number | null;
  balances: BalanceEffectDto[];
  statements: StatementEffectDto[];
}

/** What posting the entry would do, and everything that stands against it. Nothing is written, no number is drawn. */
export async function tryEntry(tx: ClientTx, entry: EntryWish, rights: Rights, today: LocalDate): Promise<Trial> {
  const book = await loadBook(tx, entry);
  const refusals = checkEntry(entry, book, rights);
  const [year] = await tx.query<{ next: number }>(
    'select next_entry_no::int as next from fiscal_year where client_id = $1 and year = $2',
    [tx.clientId, entry.fiscalYear],
  );
  return {
    refusals,
    warnings: [...warningsOf(entry, book, today), ...(await unusualAmounts(tx, entry))],
    nextEntryNo: year?.next ?? null,
    balances: await balanceEffects(tx, entry, book),
    statements: await statementEffects(tx, entry, book),
  };
}

async function balanceEffects(tx: ClientTx, entry: EntryWish, book: Book): Promise<Trial['balances']> {
  const changes = new Map<string, bigint>();
  for (const line of entry.lines) changes.set(line.account, (changes.get(line.account) ?? 0n) + line.amount);
  const effects: Trial['balances'] = [];
  for (const [account, change] of changes) {
    const sums = await sumsAt(tx, { fiscalYear: entry.fiscalYear, account });
    const before = sums.reduce((sum, one) => sum + balanceOf(one), 0n);
    effects.push({
      account,
      name: book.account(account)?.name ?? '',
      before: formatEuro(before),
      change: formatEuro(change),
      after: formatEuro(before + change),
    });
  }
  return effects;
}

async function statementEffects(tx: ClientTx, entry: EntryWish, book: Book): Promise<Trial['statements']> {
  const [client] = await tx.query<{ chart: ChartVersion }>('select chart from client where id = $1', [tx.clientId]);
  const lines = new Map(chartOf(client!.chart).statementLines.map((line) => [line.code, line]));
  const changes = new Map<string, bigint>();
  const add = (code: string | null | undefined, amount: bigint): void => {
    if (code) changes.set(code, (changes.get(code) ?? 0n) + amount);
  };
  for (const line of entry.lines) {
    const account = book.account(line.account);
    // Assets, expenses and inpayments grow with debits; liabilities, equity, revenue and outpayments with credits.
    const code = account?.statementLine;
    add(code, growsWithDebit(account?.kind) ? line.amount : -line.amount);
    const cash = line.cashAccount === null ? undefined : book.account(line.cashAccount);
    add(cash?.statementLine, cash?.kind === 'outpayment' ? -line.amount : line.amount);
  }
  return [...changes]
    .filter(([, change]) => change !== 0n)
    .map(([code, change]) => ({
      statement: lines.get(code)?.statement ?? '',
      code,
      label: lines.get(code)?.label ?? code,
      change: formatEuro(change),
    }));
}

const DEBIT_KINDS = new Set(['asset', 'accrual_asset', 'expense']);

/** True for the kinds of account whose natural side is debit. */
export const growsWithDebit = (kind: string | undefined): boolean => kind !== undefined && DEBIT_KINDS.has(kind);
