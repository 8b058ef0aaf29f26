import type { Decimal } from 'decimal.js';
import { Amount, DecimalText, exact } from './decimal-text.js';
import type { Text } from './model.js';

/** One stage of a cash discount as BT-20 writes it. */
export interface SkontoStage {
  /** Days from the invoice date, unless something else was agreed. */
  days: number;
  /** In per cent, with the two decimals of the file. */
  percentage: DecimalText;
  /** What the percentage applies to; null: the amount due (BT-115). */
  baseAmount: Amount | null;
}

/** A discount that free text seems to offer. It is shown to a person and never applied by itself. */
export interface SkontoSuggestion {
  days: number;
  percentage: string;
  /** The sentence that it was read from. */
  text: string;
}

export interface Skonto {
  stages: SkontoStage[];
  /** Lines that begin like a stage and are none: the supplier meant something that nobody can compute. */
  malformed: string[];
  /** Everything else. */
  freeText: string;
  suggestions: SkontoSuggestion[];
}

/** XRechnung 3.0, BT-20: capital letters, exactly two decimals with a point, number sign at the end. */
const STAGE = /^#SKONTO#TAGE=([0-9]{1,4})#PROZENT=([0-9]{1,3}\.[0-9]{2})(?:#BASISBETRAG=(-?[0-9]{1,15}\.[0-9]{2}))?#$/;

/**
 * Reads the cash discount out of the payment terms (BT-20). The stages keep the order of the text.
 *
 * @param terms the raw text, with its line breaks
 */
export function readSkonto(terms: Text): Skonto {
  const skonto: Skonto = { stages: [], malformed: [], freeText: '', suggestions: [] };
  const free: string[] = [];
  for (const raw of (terms ?? '').split(/\r\n|\n|\r/)) {
    const line = raw.trim();
    const match = STAGE.exec(line);
    if (match !== null) {
      skonto.stages.push({
        days: Number(match[1]),
        percentage: new DecimalText(match[2]!),
        baseAmount: match[3] === undefined ? null : new Amount(match[3]),
      });
    } else if (line.startsWith('#')) skonto.malformed.push(line);
    else if (line !== '') free.push(line);
  }
  skonto.freeText = free.join('\n');
  // Stages in the agreed form leave nothing to suggest: the words beside them say the same again.
  if (skonto.stages.length === 0) skonto.suggestions = free.flatMap(suggestionsIn);
  return skonto;
}

/** Writes stages as BT-20 wants them: one line each, every line closed by a line break. */
export function printSkonto(stages: readonly SkontoStage[]): string {
  return stages
    .map(({ days, percentage, baseAmount }) => {
      const rate = exact(percentage.value ?? 0).toFixed(2);
      const base = baseAmount === null ? '' : `#BASISBETRAG=${exact(baseAmount.value ?? 0).toFixed(2)}`;
      return `#SKONTO#TAGE=${days}#PROZENT=${rate}${base}#\n`;
    })
    .join('');
}

/**
 * What a stage takes off: base amount, or else the amount due, times the percentage, rounded to cents half away from
 * zero. It reduces net and VAT alike (§ 17 Abs. 1 UStG). Null where the amount due cannot be read.
 *
 * @param payable BT-115
 */
export function skontoAmount(stage: SkontoStage, payable: Amount | null): Decimal | null {
  const base = (stage.baseAmount ?? payable)?.value ?? null;
  const rate = stage.percentage.value;
  if (base === null || rate === null) return null;
  return exact(base).times(rate).dividedBy(100).toDecimalPlaces(2);
}

/** The last day on which a stage holds: invoice date plus days (a proposal; another start may have been agreed). */
export function skontoUntil(stage: SkontoStage, issueDate: string): string {
  const day = new Date(`${issueDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + stage.days);
  return day.toISOString().slice(0, 10);
}

const OFFER = /skonto|abzug|nachlass|nachlaß|discount/i;
const PERCENT = /([0-9]{1,2}(?:[.,][0-9]{1,2})?) ?(?:%|v\. ?H\.|Prozent)/gi;
const DAYS = /([0-9]{1,3})[ -]{0,2}(?:Kalender|Werk|Arbeits|Bank)?(?:tag|day)/gi;

/** A sentence that offers one percentage for one number of days; anything less clear is left to the reader. */
function suggestionsIn(line: string): SkontoSuggestion[] {
  const found: SkontoSuggestion[] = [];
  // A point ends a sentence, but not between the digits of "2.00".
  for (const part of line.slice(0, 2000).split(/[;,](?= )|\.(?![0-9])|\bund\b|\bdanach\b/)) {
    if (!OFFER.test(part)) continue;
    const rates = [...part.matchAll(PERCENT)];
    const days = [...part.matchAll(DAYS)];
    if (rates.length !== 1 || days.length !== 1) continue;
    const percentage = exact(rates[0]![1]!.replace(',', '.'));
    if (percentage.isZero()) continue;
    found.push({ days: Number(days[0]![1]), percentage: percentage.toFixed(2), text: part.trim() });
  }
  return found;
}
