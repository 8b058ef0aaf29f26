import type { Cents } from '@lib/kernel';

/*
 * The list of figures of a VAT pre-return (§ 18(1) UStG), as sums over the taxed lines of a month. Pure.
 */

/** A figure of the form as it stood in the month. */
export interface FormFigure {
  figure: string;
  /** A base (Bemessungsgrundlage) or an amount of tax. */
  measure: 'base' | 'tax';
  side: 'owed' | 'deducted';
  name: string;
  law: string;
  source: string;
}

/** What the lines of one tax key come to in the month: cents with the journal's sign. */
export interface KeySums {
  code: string;
  rate: string;
  baseFigure: string | null;
  taxFigure: string | null;
  owed: boolean;
  base: Cents;
  tax: Cents;
}

export interface ReturnFigure extends FormFigure {
  /** As the form takes it: turnover and tax owed are positive, input tax, too. */
  amount: Cents;
  /** Bases whose tax the form computes itself: the tax that is booked; null for others. */
  tax: Cents | null;
}

export interface VatReturn {
  figures: ReturnFigure[];
  owed: Cents;
  deducted: Cents;
  /** Figure 83: what is to be paid in advance; negative: comes back. */
  payable: Cents;
  /** Keys whose lines no figure of the form takes. */
  unplaced: KeySums[];
}

/** Adds keys up to figures. Tax that no figure of its own takes is shown beside its base, because the form computes it. */
export function vatReturnOf(form: readonly FormFigure[], keys: readonly KeySums[]): VatReturn {
  const known = new Set(form.map((one) => one.figure));
  const figures = form.map((one): ReturnFigure => {
    const sign = one.side === 'owed' ? -1n : 1n;
    const own = keys.filter((key) => (one.measure === 'base' ? key.baseFigure : key.taxFigure) === one.figure);
    const amount = own.reduce((sum, key) => sum + (one.measure === 'base' ? key.base : key.tax), 0n) * sign;
    const computed = one.measure === 'base' && own.some((key) => key.taxFigure === null && Number(key.rate) > 0);
    return { ...one, amount, tax: computed ? own.reduce((sum, key) => sum + key.tax, 0n) * sign : null };
  });
  const total = (owed: boolean): Cents =>
    keys.filter((key) => key.owed === owed).reduce((sum, key) => sum + key.tax, 0n);
  const [owed, deducted] = [-total(true), total(false)];
  const placed = (figure: string | null): boolean => figure !== null && known.has(figure);
  return {
    figures: figures.filter((one) => one.amount !== 0n || (one.tax ?? 0n) !== 0n),
    owed,
    deducted,
    payable: owed - deducted,
    unplaced: keys.filter((key) => !placed(key.baseFigure) && !placed(key.taxFigure)),
  };
}
