export type StatementName = 'results' | 'cash-flows' | 'balance-sheet' | 'partial-results' | 'partial-cash-flows';

/** One line of a statement as § 39, § 40, § 41 or § 42 KomHVO NRW prints it. */
export interface StatementLine {
  statement: StatementName;
  /** Place in the statement, from 1. */
  order: number;
  code: string;
  /** The number printed in front of the line. */
  number: string;
  label: string;
  /** `line` is fed by accounts, `subtotal` by its formula, `memo` is informational and enters no total. */
  kind: 'line' | 'subtotal' | 'memo';
  /** How the amount enters its total: added, taken off, or (null) with whichever sign it has. */
  sign: '+' | '-' | null;
  formula: readonly FormulaTerm[];
  /** Leading digits of the accounts that feed the line; of several that fit an account the longest counts. */
  accounts: readonly string[];
  /** Leading digits that do not feed the line although {@link accounts} would have them. */
  without: readonly string[];
  /** Set where the line is a stock of its accounts at the beginning or the end of the year, not their movement. */
  stock: 'opening' | 'closing' | null;
}

export interface FormulaTerm {
  sign: 1 | -1;
  code: string;
}

const STATEMENTS: Record<string, StatementName> = {
  Ergebnisrechnung: 'results',
  Finanzrechnung: 'cash-flows',
  Bilanz: 'balance-sheet',
  Teilergebnisrechnung: 'partial-results',
  Teilfinanzrechnung: 'partial-cash-flows',
};

/**
 * Revenue and expense set off directly against the allgemeine Rücklage (§ 44(3) KomHVO). The form leaves the sub-accounts of
 * 201 to the municipality; these are the ones of our chart.
 */
const SET_OFF: Record<string, string[]> = { ER29: ['2012'], ER30: ['2014'], ER31: ['2013'], ER32: ['2015'] };

type Column = 'statement' | 'order' | 'code' | 'number' | 'label' | 'kind' | 'sign' | 'formula' | 'accounts';

/** Reads the lines of the statements; the columns of the schedules (Anlagenspiegel and others) are not lines. */
export function readStatementLines(rows: readonly Record<Column, string>[]): StatementLine[] {
  return rows.flatMap((row) => {
    const statement = STATEMENTS[row.statement];
    if (!statement) return [];
    const [feeding = '', excluded = ''] = row.accounts.split(' without ');
    const stock = /\((opening|closing) balance\)/.exec(row.accounts)?.[1] as StatementLine['stock'] | undefined;
    return {
      statement,
      order: Number(row.order),
      code: row.code,
      number: row.number,
      label: row.label,
      kind: row.kind as StatementLine['kind'],
      sign: row.sign === '+' || row.sign === '-' ? row.sign : null,
      formula: readFormula(row.formula),
      accounts: SET_OFF[row.code] ?? feeding.match(/\d+/g) ?? [],
      without: excluded.match(/\d+/g) ?? [],
      stock: stock ?? null,
    };
  });
}

/** `A+B-C` as terms. Codes may contain dots. */
export function readFormula(text: string): FormulaTerm[] {
  return [...text.matchAll(/([+-]?)([A-Z][A-Z0-9.]*)/g)].map((term) => ({
    sign: term[1] === '-' ? -1 : 1,
    code: term[2]!,
  }));
}
