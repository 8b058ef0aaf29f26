import { describe, expect, it } from '@jest/globals';
import { type ChartAccount, chartOf } from './chart.js';
import { readFormula } from './statement-line.js';

const { accounts, products, statementLines, cashMapping } = chartOf('nkf-2019');
const byNumber = new Map(accounts.map((account) => [account.number, account]));
const byCode = new Map(statementLines.map((line) => [line.code, line]));

/** Lines that accounts feed: of the Teilergebnisrechnung only the internal services, the rest mirrors the Ergebnisrechnung. */
const feeding = statementLines.filter(
  (line) =>
    line.kind === 'line' &&
    !line.stock &&
    (['results', 'cash-flows', 'balance-sheet'].includes(line.statement) || ['TER27', 'TER28'].includes(line.code)),
);

function lineByPrefix(number: string): string | null {
  const fits = feeding.flatMap((line) =>
    line.accounts.filter((prefix) => number.startsWith(prefix)).map((prefix) => ({ prefix, code: line.code })),
  );
  return fits.sort((a, b) => b.prefix.length - a.prefix.length)[0]?.code ?? null;
}

/**
 * Groups whose accounts all feed one line although the form lists the accounts one level deeper: the chart names the line at the
 * group already. Nobody books on a group, so nothing follows from it but where the group is shown.
 */
const GROUPS_OF_ONE_LINE = ['25', '26', '27', '30', '33'];

describe('the NRW chart', () => {
  it('has every account and every product of the frame', () => {
    expect(accounts).toHaveLength(1137);
    expect(byNumber.size).toBe(1137);
    expect(products).toHaveLength(102);
    expect(products.filter((product) => product.level === 'produktbereich')).toHaveLength(17);
    expect(cashMapping).toHaveLength(42);
  });

  it('names at each account the line that the form feeds from it', () => {
    const departing = accounts.filter((account) => account.statementLine !== lineByPrefix(account.number));
    expect(departing.map((account) => account.number)).toEqual(GROUPS_OF_ONE_LINE);
  });

  it('gives every account that can be booked on exactly one line, classes 8 and 9 none', () => {
    const lost = accounts.filter((account) => account.postable && account.statementLine === null);
    expect(new Set(lost.map((account) => account.kind))).toEqual(new Set(['closing']));
    const shown = accounts.filter((account) => account.statementLine !== null);
    for (const account of shown) expect(byCode.get(account.statementLine!)?.kind).toBe('line');
  });

  it('books on accounts, and on three digits only where the cash statistics do', () => {
    const postable = (number: string): boolean => byNumber.get(number)!.postable;
    expect(['1811', '4012', '401310', '5291', '701', '7011', '6011'].filter((number) => !postable(number))).toEqual([]);
    expect(['1', '18', '181', '189', '40', '401', '901', '903', '9'].filter(postable)).toEqual([]);
  });

  it('marks group 18 as liquid funds and nothing else', () => {
    const liquid = accounts.filter((account) => account.liquid).map((account) => account.number);
    expect(liquid).toEqual(
      accounts.filter((account) => account.number.startsWith('18')).map((account) => account.number),
    );
  });

  it('hangs every account below the next shorter one', () => {
    const roots = accounts.filter((account) => account.parent === null).map((account) => account.number);
    expect(roots).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(byNumber.get('401310')!.parent).toBe('4013');
    expect(byNumber.get('8011')!.side).toBeNull();
  });

  it('points payments to cash-flow accounts that exist and can be booked on', () => {
    const named = [
      ...accounts.map((account) => account.defaultCashAccount),
      ...cashMapping.map((rule) => rule.cashAccount),
    ];
    const wrong = named.filter((number): number is string => number !== null && !isCashAccount(byNumber.get(number)));
    expect(wrong).toEqual([]);
  });
});

const isCashAccount = (account: ChartAccount | undefined): boolean =>
  account !== undefined && account.postable && ['inpayment', 'outpayment'].includes(account.kind);

describe('the statement lines', () => {
  it('number 33, 41 and 92 lines, and those of the Teilrechnungen', () => {
    const count = (statement: string): number => statementLines.filter((line) => line.statement === statement).length;
    expect(['results', 'cash-flows', 'balance-sheet', 'partial-results', 'partial-cash-flows'].map(count)).toEqual([
      33, 41, 92, 31, 18,
    ]);
  });

  it('refer in their formulas to lines of the same statement', () => {
    const lost = statementLines.flatMap((line) =>
      line.formula
        .filter((term) => byCode.get(term.code)?.statement !== line.statement)
        .map((term) => `${line.code}: ${term.code}`),
    );
    expect(lost).toEqual([]);
    const subtotals = statementLines.filter((line) => line.kind === 'subtotal' && line.formula.length === 0);
    expect(subtotals.map((line) => line.code)).toEqual(['TFR09', 'TFR16']); // fed by accounts instead
  });

  it('read formulas with signs and dotted codes, and accounts with exceptions', () => {
    expect(readFormula('A1.1+A1.2-ER03')).toEqual([
      { sign: 1, code: 'A1.1' },
      { sign: 1, code: 'A1.2' },
      { sign: -1, code: 'ER03' },
    ]);
    expect(byCode.get('TFR09')).toMatchObject({ accounts: ['6'], without: ['68', '69'] });
    expect(byCode.get('FR39')).toMatchObject({ accounts: ['18'], stock: 'opening' });
    expect(byCode.get('FR41')).toMatchObject({ accounts: ['18'], stock: 'closing' });
    expect(byCode.get('ER29')).toMatchObject({ accounts: ['2012'], kind: 'memo' });
  });
});
