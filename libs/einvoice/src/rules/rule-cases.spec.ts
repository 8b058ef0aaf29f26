import type { XmlElement } from '../xml/xml-element.js';
import { CII_INVOICE, UBL_CREDIT_NOTE, UBL_INVOICE } from './cases/base-invoices.js';
import { CATEGORY_CASES } from './cases/category-cases.js';
import { type Change, add, attribute, find, parse } from './cases/changes.js';
import { CASES, NEVER_FAIL } from './cases/rule-cases.js';
import { STRUCTURE_CASES } from './cases/structure-cases.js';
import { InvoiceTree, type RuleSyntax } from './invoice-tree.js';
import { checkIn } from './rule.js';
import { ruleSet } from './rule-sets.js';
import { type Breach, runRules } from './run-rules.js';
import { UNUSED_CII } from './unused-cii.js';
import { UNUSED_UBL } from './unused-ubl.js';
import { readTable } from './unused.js';

const sets = [ruleSet('en16931@1.3.16'), ruleSet('xrechnung@3.0.2-2.5.0')];
const rules = sets.flatMap((set) => set.rules);
const cases = { ...CASES, ...CATEGORY_CASES, ...STRUCTURE_CASES };

function breaches(root: XmlElement): Breach[] {
  const tree = new InvoiceTree(root);
  return sets.flatMap((set) => runRules(set, tree).breaches);
}

function idsOf(root: XmlElement): Set<string> {
  return new Set(breaches(root).map(({ rule }) => rule.id));
}

function changed(text: string, ...changes: (Change | undefined)[]): XmlElement {
  const root = parse(text);
  for (const change of changes) change?.(root);
  return root;
}

const DOCUMENTS: { name: string; text: string; syntax: RuleSyntax }[] = [
  { name: 'UBL invoice', text: UBL_INVOICE, syntax: 'ubl' },
  { name: 'UBL credit note', text: UBL_CREDIT_NOTE, syntax: 'ubl' },
  { name: 'CII invoice', text: CII_INVOICE, syntax: 'cii' },
];

describe.each(DOCUMENTS)('each rule on a $name', ({ name, text, syntax }) => {
  it('says nothing about an invoice that fulfils all of them', () => {
    expect([...idsOf(parse(text))]).toEqual([]);
  });

  for (const [id, one] of Object.entries(cases)) {
    const breaks = one[syntax];
    if (breaks === null) continue;
    // The extension's structure and the due date of invoices exist for invoices only.
    if (name === 'UBL credit note' && /^BR-DEX-(?:02|03|1[0-4])$|^UBL-CR-412$/.test(id)) continue;
    it(id, () => {
      const tree = new InvoiceTree(changed(text, one.also?.[syntax]));
      const rule = rules.find((entry) => entry.id === id)!;
      const good = sets.flatMap((set) => runRules(set, tree).breaches).filter((breach) => breach.rule === rule);
      expect(good).toEqual([]);
      const found = breaches(changed(text, breaks)).filter((breach) => breach.rule === rule);
      expect(found.length).toBeGreaterThan(0);
      for (const { message } of found) {
        expect(message.de).toMatch(/^\S.*[.“”)a-z0-9]$/s);
        expect(message.en).toMatch(/^\S/);
        expect(message.de + message.en).not.toMatch(/undefined|null|NaN|\[object/);
      }
    });
  }
});

describe('what is not used', () => {
  const tables = [
    { syntax: 'ubl' as const, text: UBL_INVOICE, rows: readTable(UNUSED_UBL, 'ubl') },
    { syntax: 'cii' as const, text: CII_INVOICE, rows: readTable(UNUSED_CII, 'cii') },
  ];
  it.each(tables)('is found in $syntax, each of it', ({ text, rows }) => {
    const base = parse(text);
    const silent: string[] = [];
    for (const row of rows) {
      // the other kind of document has lines of another name
      if (row.way.includes('cac:CreditNoteLine')) continue;
      const root = parse(text);
      grow(root, row, base);
      if (!idsOf(root).has(row.id)) silent.push(row.id);
    }
    expect(silent).toEqual([]);
  });
});

/** Some identifiers are asked by rules of their own. */
const WITH_OWN_RULES = ['ram:ID', 'ram:LineID', 'ram:SellerAssignedID'];

/** Adds what a row of the table is about, with everything that has to stand around it. */
function grow(root: XmlElement, row: { way: string[]; anywhere: boolean; ending: boolean }, base: XmlElement): void {
  let way = row.way;
  let here = '';
  if (row.ending) {
    const host = [...base.descendants()].find(
      (element) =>
        element.tag.endsWith(way[0]!) && element.tag !== 'ram:TaxTotalAmount' && !WITH_OWN_RULES.includes(element.tag),
    )!;
    here = `//${host.tag}`;
    way = way.slice(1);
  } else if (row.anywhere) {
    const start = way[0]!;
    const host = [...base.descendants()].find((element) => element.tag === start);
    if (host !== undefined) {
      here = `//${start}`;
      way = way.slice(1);
    }
  }
  for (const tag of way) {
    if (tag.startsWith('@')) {
      attribute(here, tag.slice(1), 'x')(root);
      return;
    }
    const next = here === '' ? tag : `${here}/${tag}`;
    if (tag === way.at(-1) || !exists(root, next)) add(here, `<${tag}>1</${tag}>`)(root);
    here = next;
  }
}

function exists(root: XmlElement, way: string): boolean {
  try {
    find(root, way);
    return true;
  } catch {
    return false;
  }
}

describe('the cases', () => {
  it.each(['ubl', 'cii'] as const)('cover every rule of %s', (syntax) => {
    const unused = new Set(readTable(syntax === 'ubl' ? UNUSED_UBL : UNUSED_CII, syntax).map(({ id }) => id));
    const uncovered = rules
      .filter((rule) => checkIn(rule, syntax) !== null)
      .map(({ id }) => id)
      .filter((id) => !unused.has(id) && cases[id]?.[syntax] == null && !NEVER_FAIL[syntax].includes(id));
    expect(uncovered).toEqual([]);
  });
});
