import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, Uncheckable, tidyText } from './invoice-tree.js';
import { shorten } from './kinds.js';
import { type Rule, type Severity, checkIn, severityIn } from './rule.js';
import type { RuleSet } from './rule-sets.js';
import type { Words } from './terms.js';
import { lineIdOf, lineOf } from './ways.js';

/** A rule that an invoice does not fulfil, at one place. */
export interface Breach {
  rule: Rule;
  severity: Severity;
  message: Words;
  at: XmlElement;
  /** Further places of the same rule that are counted but not listed. */
  further: number;
}

/** What running a rule set gave. */
export interface Run {
  set: RuleSet;
  breaches: Breach[];
  /**
   * A value that a rule needs and that cannot be read. The official rules break off then and say nothing, so this
   * run's breaches say nothing either.
   */
  stopped: Uncheckable | null;
  /** False where the time was up before all rules were asked. */
  complete: boolean;
}

/** As many places of one rule are listed; more would help nobody. */
const MAX_PLACES = 20;

/** After so many questions the clock is looked at: seldom enough to cost nothing, often enough for hostile files. */
const STRIDE = 64;

/**
 * Asks every rule of a set.
 *
 * @param isOver whether the time is up
 * @param wanted only these ids, where given
 */
export function runRules(
  set: RuleSet,
  tree: InvoiceTree,
  isOver: () => boolean = () => false,
  wanted?: ReadonlySet<string>,
): Run {
  const run: Run = { set, breaches: [], stopped: null, complete: true };
  let questions = 0;
  for (const rule of set.rules) {
    if (wanted !== undefined && !wanted.has(rule.id)) continue;
    const check = checkIn(rule, tree.syntax);
    if (check === null) continue;
    try {
      const severity = severityIn(rule, tree.syntax);
      let listed: Breach | null = null;
      let places = 0;
      for (const here of check.at(tree)) {
        if (++questions % STRIDE === 0 && isOver()) {
          run.complete = false;
          return run;
        }
        if (check.holds(here, tree)) continue;
        if (++places <= MAX_PLACES) {
          listed = { rule, severity, message: wordsOf(rule, here, tree), at: here, further: 0 };
          run.breaches.push(listed);
        } else if (listed !== null) listed.further++;
      }
    } catch (error) {
      if (!(error instanceof Uncheckable)) throw error;
      run.stopped ??= error;
    }
  }
  if (isOver()) run.complete = false;
  return run;
}

function wordsOf(rule: Rule, here: XmlElement, tree: InvoiceTree): Words {
  if (typeof rule.message !== 'function') return rule.message;
  try {
    return rule.message(here, tree);
  } catch (error) {
    // The rule could be answered, but not everything that the message wants to show can be read.
    if (!(error instanceof Uncheckable)) throw error;
    return unreadable(error);
  }
}

/** What cannot be read, in words. */
export function unreadable(fault: Uncheckable): Words {
  const text = shorten(tidyText(fault.element), 40);
  const tag = fault.element.tag;
  switch (fault.reason) {
    case 'number':
      return { de: `„${text}“ in „${tag}“ ist keine Zahl.`, en: `"${text}" in "${tag}" is no number.` };
    case 'date':
      return { de: `„${text}“ in „${tag}“ ist kein Datum.`, en: `"${text}" in "${tag}" is no date.` };
    case 'boolean':
      return {
        de: `„${text}“ in „${tag}“ ist weder „true“ noch „false“.`,
        en: `"${text}" in "${tag}" is neither "true" nor "false".`,
      };
    case 'indicator':
      return {
        de: `In „${tag}“ fehlt das Kennzeichen für Nachlass oder Zuschlag.`,
        en: `In "${tag}" the indicator of allowance or charge is missing.`,
      };
    case 'several':
      return { de: `„${tag}“ ist mehrfach angegeben.`, en: `"${tag}" is given more than once.` };
  }
}

/** The invoice line that an element belongs to, by its number; null outside of all lines. */
export function lineNumberOf(element: XmlElement): string | null {
  const line = lineOf(element);
  return line === null ? null : lineIdOf(line);
}
