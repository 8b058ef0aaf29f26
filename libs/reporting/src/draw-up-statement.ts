import { type Chart, type ChartVersion, chartOf, type StatementLine } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { formatEuro, problems } from '@lib/kernel';
import { sumsAt, type View, WITHOUT_PRODUCT } from '@lib/ledger';
import type { StatementCheckDto, StatementDrillDto, StatementDto } from './reporting.dto.js';
import {
  ANNUAL_RESULT,
  CLOSING_STOCK,
  levelOf,
  lineAmounts,
  LIQUID_FUNDS,
  OPENING_STOCK,
  partialShares,
  RESULT_LINE,
  type Share,
  shares,
  sharesOf,
  type Statement,
  type StatementAccount,
} from './statement.js';

export interface StatementQuery extends View {
  statement: Statement;
}

/** One client's figures for a statement, before they are put into words or added to others'. */
export interface Figures {
  lines: readonly StatementLine[];
  actual: Share[];
  prior: Share[];
  checks: { rule: StatementCheckDto['rule']; left: bigint; right: bigint }[];
}

/** Reads a client's books for a statement with the year before. @throws Problem NotFound for a statement a product does not have */
export async function figures(tx: ClientTx, query: StatementQuery): Promise<Figures> {
  const chart = await clientChart(tx);
  const accounts = await statementAccounts(tx);
  const lines = linesOf(chart, query);
  const view = { ...query, account: undefined };
  const [current, before] = [
    await sumsAt(tx, view),
    await sumsAt(tx, { ...view, fiscalYear: query.fiscalYear - 1, asOf: undefined }),
  ];
  const atEnd = await openedAtEnd(tx);
  const draw = (sums: typeof current, year: number): Share[] => {
    const all = shares(query.statement, sums, accounts, atEnd.has(year));
    return query.product === undefined ? all : partialShares(query.statement, all, lines);
  };
  const actual = draw(current, query.fiscalYear);
  const amounts = (statement: Statement): Map<string, bigint> =>
    lineAmounts(linesOf(chart, { statement }), shares(statement, current, accounts, atEnd.has(query.fiscalYear)));
  const checks: Figures['checks'] = [];
  if (query.product === undefined) {
    const sheet = amounts('balance-sheet');
    if (query.statement === 'cash-flows') {
      checks.push({
        rule: 'cash-flows-agree-with-balance-sheet',
        left: amounts('cash-flows').get(CLOSING_STOCK)!,
        right: sheet.get(LIQUID_FUNDS)!,
      });
    } else if (query.statement === 'balance-sheet') {
      checks.push({ rule: 'assets-equal-liabilities', left: sheet.get('AS')!, right: sheet.get('PS')! });
      checks.push({
        rule: 'liquid-funds-agree',
        left: sheet.get(LIQUID_FUNDS)!,
        right: amounts('cash-flows').get(CLOSING_STOCK)!,
      });
      // The balance sheet alone, as published, has no statement of results beside it.
      if (!atEnd.has(query.fiscalYear))
        checks.push({
          rule: 'result-stands-in-equity',
          left: sheet.get(RESULT_LINE)!,
          right: amounts('results').get(ANNUAL_RESULT)!,
        });
    } else {
      const all = shares('results', current, accounts);
      const sum = (code: string): bigint =>
        all.filter((share) => share.code === code).reduce((total, share) => total + share.amount, 0n);
      checks.push({ rule: 'internal-services-cancel', left: sum('TER27'), right: sum('TER28') });
    }
    if (query.statement !== 'balance-sheet') {
      const rest = await sumsAt(tx, { ...view, product: WITHOUT_PRODUCT });
      const turnover = (all: readonly Share[]): bigint =>
        all.reduce((sum, share) => (share.code === OPENING_STOCK ? sum : sum + share.amount), 0n);
      const whole = turnover(actual);
      const without = turnover(shares(query.statement, rest, accounts));
      checks.push({ rule: 'products-make-up-the-whole', left: whole - without, right: whole });
    }
  }
  return { lines, actual, prior: draw(before, query.fiscalYear - 1), checks };
}

function linesOf(
  chart: Chart,
  query: { statement: Statement; product?: string | undefined },
): readonly StatementLine[] {
  const name =
    query.product === undefined
      ? query.statement
      : query.statement === 'results'
        ? 'partial-results'
        : 'partial-cash-flows';
  if (query.product !== undefined && query.statement === 'balance-sheet') throw problems.NotFound();
  return chart.statementLines.filter((line) => line.statement === name);
}

/** The years of which only the balance sheet of their last day is in the books. */
async function openedAtEnd(tx: ClientTx): Promise<Set<number>> {
  const rows = await tx.query<{ year: number }>(
    'select year from fiscal_year where client_id = $1 and opened_on = ends_on',
    [tx.clientId],
  );
  return new Set(rows.map((row) => row.year));
}

async function clientChart(tx: ClientTx): Promise<Chart> {
  const [client] = await tx.query<{ chart: ChartVersion }>('select chart from client where id = $1', [tx.clientId]);
  return chartOf(client!.chart);
}

async function statementAccounts(tx: ClientTx): Promise<Map<string, StatementAccount>> {
  const rows = await tx.query<StatementAccount>(
    'select number, name, kind, liquid, statement_line as "statementLine" from account where client_id = $1',
    [tx.clientId],
  );
  return new Map(rows.map((row) => [row.number, row]));
}

/** Puts figures of one or several clients into a statement: the lines are those of the form, the amounts are added up. */
export function statementOf(query: StatementQuery, all: readonly Figures[]): StatementDto {
  const lines = all[0]?.lines ?? [];
  const total = (pick: (one: Figures) => Share[]): Map<string, bigint> => lineAmounts(lines, all.flatMap(pick));
  const [actual, prior] = [total((one) => one.actual), total((one) => one.prior)];
  const rules = new Map<StatementCheckDto['rule'], { left: bigint; right: bigint }>();
  for (const check of all.flatMap((one) => one.checks)) {
    const known = rules.get(check.rule) ?? { left: 0n, right: 0n };
    rules.set(check.rule, { left: known.left + check.left, right: known.right + check.right });
  }
  return {
    statement: query.statement,
    fiscalYear: query.fiscalYear,
    asOf: query.asOf ?? `${query.fiscalYear}-12-31`,
    knownOn: query.knownOn ?? null,
    product: query.product ?? null,
    unit: 'EUR',
    columns: ['priorYear', 'actual'],
    lines: lines.map((line) => ({
      code: line.code,
      number: line.number,
      label: line.label,
      kind: line.kind,
      level: levelOf(line),
      priorYear: formatEuro(prior.get(line.code) ?? 0n),
      actual: formatEuro(actual.get(line.code) ?? 0n),
    })),
    checks: [...rules].map(([rule, { left, right }]) => ({
      rule,
      ok: left === right,
      left: formatEuro(left),
      right: formatEuro(right),
    })),
  };
}

/** A line with the accounts behind it. @throws Problem NotFound */
export function lineOf(query: StatementQuery, own: Figures, code: string): StatementDrillDto {
  const line = statementOf(query, [own]).lines.find((one) => one.code === code);
  if (!line) throw problems.NotFound();
  const accounts = new Map<string, { account: string; name: string; amount: bigint }>();
  for (const share of sharesOf(code, own.lines, own.actual)) {
    const known = accounts.get(share.account);
    if (known) known.amount += share.amount;
    else accounts.set(share.account, { account: share.account, name: share.name, amount: share.amount });
  }
  return { line, accounts: [...accounts.values()].map((one) => ({ ...one, amount: formatEuro(one.amount) })) };
}
