import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, type RuleSyntax, down } from './invoice-tree.js';
import type { Words } from './terms.js';

export type { Words };

export type Severity = 'fatal' | 'warning' | 'information';

/** Where a rule looks: every element it is asked about, once per invoice. */
export type Scope = (tree: InvoiceTree) => readonly XmlElement[];

/** Whether the rule is fulfilled at this element. */
export type Test = (here: XmlElement, tree: InvoiceTree) => boolean;

export type Message = Words | ((here: XmlElement, tree: InvoiceTree) => Words);

/** What a rule asks in one syntax. */
export interface Check {
  at: Scope;
  holds: Test;
}

/** One row of the rule table. */
export interface Rule {
  /** The official id; the product's own rules begin with `FZ-`. */
  id: string;
  severity: Severity;
  /** CII's severity, where it is another one. */
  severityCii: Severity | null;
  /** The business terms the rule is about, the first one leading. */
  terms: readonly string[];
  /** Null where the rule does not exist in a syntax. */
  ubl: Check | null;
  cii: Check | null;
  message: Message;
  /** What to do about it; null where the message says enough. */
  hint: Words | null;
}

export interface Row {
  ubl?: Check;
  cii?: Check;
  severityCii?: Severity;
  says: Message;
  todo?: Words;
}

/** A row of the table. */
export function rule(id: string, severity: Severity, terms: string, row: Row): Rule {
  return {
    id,
    severity,
    severityCii: row.severityCii ?? null,
    terms: terms === '' ? [] : terms.split(' '),
    ubl: row.ubl ?? null,
    cii: row.cii ?? null,
    message: row.says,
    hint: row.todo ?? null,
  };
}

export function check(at: Scope, holds: Test): Check {
  return { at, holds };
}

/** What a breach of the rule is in one syntax. */
export function severityIn(of: Rule, syntax: RuleSyntax): Severity {
  return (syntax === 'cii' ? of.severityCii : null) ?? of.severity;
}

/** The check of a rule in one syntax. */
export function checkIn(of: Rule, syntax: RuleSyntax): Check | null {
  return syntax === 'ubl' ? of.ubl : of.cii;
}

// ---- scopes

/** The document as a whole. */
export const root: Scope = (tree) => tree.once('root', () => [tree.root]);

/** Elements with one of these tags, wherever they stand. */
export function anywhere(...tags: string[]): Scope {
  if (tags.length === 1) return (tree) => tree.all(tags[0]!);
  const scope: Scope = (tree) => tree.once(scope, () => tags.flatMap((tag) => tree.all(tag)));
  return scope;
}

/** Elements that end one of these ways of two steps or more, wherever it begins (`cac:Party/cac:Contact`). */
export function placed(...ways: string[]): Scope {
  const all = ways.map((way) => way.split('/').reverse());
  const scope: Scope = (tree) =>
    tree.once(scope, () => {
      const found = all.map((steps) => {
        const near = tree.allIn(steps[1]!, steps[0]!);
        return steps.length === 2 ? near : near.filter((element) => endsIn(element, steps));
      });
      return found.length === 1 ? found[0]! : found.flat();
    });
  return scope;
}

function endsIn(element: XmlElement, steps: readonly string[]): boolean {
  let up: XmlElement | null = element;
  for (const step of steps) {
    if (up === null || up.tag !== step) return false;
    up = up.parent;
  }
  return true;
}

/** Elements that lie down one of these ways from the root. */
export function fromRoot(...ways: string[]): Scope {
  const scope: Scope = (tree) => tree.once(scope, () => ways.flatMap((way) => down(tree.root, way)));
  return scope;
}

/** Those of a scope that satisfy the test. */
export function only(of: Scope, test: Test): Scope {
  const scope: Scope = (tree) => tree.once(scope, () => of(tree).filter((element) => test(element, tree)));
  return scope;
}
