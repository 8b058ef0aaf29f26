import { Decimal } from 'decimal.js';
import type { Cents } from '@lib/kernel';
import { type CodingLine, selfAssessed, sum, type Treatment } from './coding.js';
import { spread } from './spread.js';

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** `percent` of an amount, rounded half away from zero to whole cents: the one place where tax is rounded. */
export function percentOf(amount: Cents, percent: string): Cents {
  return BigInt(new Exact(amount.toString()).times(percent).dividedBy(100).toDecimalPlaces(0).toFixed());
}

/** The tax of one rate and treatment of a document. */
export interface TaxGroup {
  treatment: Treatment;
  rate: string;
  /** What it is computed from (Bemessungsgrundlage), signed like the lines. */
  net: Cents;
  /** Deducted: input tax (Vorsteuer), signed like the lines. */
  input: Cents;
  /** Owed by ourselves: output tax of § 13b UStG or of an acquisition; 0 where the supplier bills the tax. */
  output: Cents;
}

export interface TaxedLine {
  line: CodingLine;
  /** What the line costs: net, gross, or net with the part of the tax that is not deducted. */
  cost: Cents;
  /** The part of the cost that goes to the supplier; self-assessed tax does not. */
  paid: Cents;
}

/** Per cent as journal lines state it: `"19"` is `"19.00"`. */
export const twoDecimals = (rate: string): string => new Exact(rate).toFixed(2);

const rateKey = (rate: string): string => new Exact(rate).toString();

/**
 * Divides the amounts of a document into cost, input tax and output tax. Deductible shares are rounded once per rate and
 * treatment of the document, not per line; what is not deducted is cost, and goes to the lines in proportion to their tax.
 * Σ cost + Σ input − Σ output = Σ gross, always.
 */
export function taxOf(lines: readonly CodingLine[]): { lines: TaxedLine[]; groups: TaxGroup[] } {
  const costs = lines.map((line) => (line.vat.treatment === 'sovereign' ? line.gross : line.net));
  const groups = new Map<string, { treatment: Treatment; rate: string; percent: string; members: number[] }>();
  lines.forEach(({ vat }, index) => {
    if (vat.treatment === 'sovereign') return;
    const percent = vat.treatment === 'business' ? '100' : vat.deductiblePercent;
    const key = `${vat.treatment} ${rateKey(vat.rate)} ${rateKey(percent)}`;
    const group = groups.get(key) ?? { treatment: vat.treatment, rate: vat.rate, percent, members: [] };
    group.members.push(index);
    groups.set(key, group);
  });
  const kept: Cents[] = lines.map(() => 0n);
  const taxGroups = [...groups.values()].map(({ treatment, rate, percent, members }): TaxGroup => {
    const net = members.map((index) => lines[index]!.net);
    const billed = members.map((index) => lines[index]!.tax);
    const own = selfAssessed(treatment);
    const tax = own ? percentOf(sum(net), rate) : sum(billed);
    const input = percentOf(tax, percent);
    spread(tax - input, own ? net : billed).forEach((part, place) => {
      kept[members[place]!] = part;
    });
    return { treatment, rate: rateKey(rate), net: sum(net), input, output: own ? tax : 0n };
  });
  return {
    lines: lines.map((line, index) => ({
      line,
      cost: costs[index]! + kept[index]!,
      paid: selfAssessed(line.vat.treatment) ? costs[index]! : costs[index]! + kept[index]!,
    })),
    groups: taxGroups.filter((group) => group.input !== 0n || group.output !== 0n),
  };
}
