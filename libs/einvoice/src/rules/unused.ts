import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, NONE, type RuleSyntax, tidyText } from './invoice-tree.js';
import { type Rule, type Severity, check, rule } from './rule.js';
import { UNUSED_CII } from './unused-cii.js';
import { UNUSED_UBL } from './unused-ubl.js';
import { LINE, TRADE } from './ways.js';

/*
 * About 1,100 rules say no more than that something is not used. They are data; one walk over the file finds them all.
 */

interface Unused {
  id: string;
  severity: Severity;
  /** Tags from the root, or from anywhere where `anywhere` is set; the last one may be an attribute (`@listID`). */
  way: string[];
  anywhere: boolean;
  /** The way's first tag is only the end of a name. */
  ending: boolean;
}

/** Reads the compact tables of unused-ubl.ts and unused-cii.ts. */
export function readTable(table: string, syntax: RuleSyntax): Unused[] {
  const rows: Unused[] = [];
  for (const paragraph of table.trim().split(/\n(?! {4})/)) {
    const fatal = paragraph.trim().startsWith('! ');
    const [place, names] = splitOnce(paragraph.trim().replace(/^! /, ''));
    const anywhere = place.startsWith('//') || place.startsWith('~');
    const places = waysTo(place.replace(/^\/\/|^\/|^~/, ''), syntax, place.startsWith('~'));
    let number = '';
    for (const word of names.split(/\s+/)) {
      if (/^(?:[SD][RT]-)?[0-9]+$/.test(word)) {
        number = word;
        continue;
      }
      const leaf = word.split('/').map((name) => tagOfName(name, syntax));
      for (const way of places) {
        rows.push({
          id: syntax === 'ubl' ? `UBL-CR-${number}` : `CII-${number}`,
          severity: fatal ? 'fatal' : 'warning',
          way: [...way, ...leaf],
          anywhere,
          ending: place.startsWith('~'),
        });
      }
      number = countUp(number);
    }
  }
  return rows;
}

function splitOnce(paragraph: string): [string, string] {
  const at = paragraph.indexOf(': ');
  return [paragraph.slice(0, at), paragraph.slice(at + 2)];
}

function countUp(number: string): string {
  const [, head, digits] = /^(.*?)([0-9]+)$/.exec(number)!;
  return head! + String(Number(digits) + 1).padStart(digits!.length, '0');
}

function waysTo(place: string, syntax: RuleSyntax, ending: boolean): string[][] {
  if (place === '') return [[]];
  if (ending) return [[place]];
  if (syntax === 'ubl') {
    const names = place.split('/');
    const rest = names.map((name) => (name.includes(':') ? name : `cac:${name}`));
    return names[0] === '*'
      ? ['cac:InvoiceLine', 'cac:CreditNoteLine'].map((line) => [line, ...rest.slice(1)])
      : [rest];
  }
  return [
    place.split('/').flatMap((name) => {
      if (name === 'TRADE') return [TRADE];
      if (name === 'LINE') return [TRADE, LINE];
      return [tagOfName(name, syntax)];
    }),
  ];
}

function tagOfName(name: string, syntax: RuleSyntax): string {
  if (name.startsWith('@') || name.includes(':')) return name;
  if (syntax === 'cii') return `ram:${name}`;
  return name.startsWith('+') ? `cac:${name.slice(1)}` : `cbc:${name}`;
}

// ---- finding what a file uses of it

/** A tree of tags from the root, with the ids of the rules that each of them breaks. */
class Branch {
  readonly below = new Map<string, Branch>();
  readonly attributes: { name: string; id: string }[] = [];
  readonly ids: string[] = [];

  at(tag: string): Branch {
    let branch = this.below.get(tag);
    if (branch === undefined) this.below.set(tag, (branch = new Branch()));
    return branch;
  }

  /** Takes in a rule about what lies down this way. */
  grow(way: readonly string[], id: string): void {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    let branch: Branch = this;
    for (const step of way) {
      if (step.startsWith('@')) {
        branch.attributes.push({ name: step.slice(1), id });
        return;
      }
      branch = branch.at(step);
    }
    branch.ids.push(id);
  }
}

type Hit = (id: string, element: XmlElement) => void;

/** Follows the branches as far as the file has them. */
function walk(element: XmlElement, branch: Branch, hit: Hit): void {
  for (const { name, id } of branch.attributes) if (element.attributes[name] !== undefined) hit(id, element);
  if (branch.below.size === 0) return;
  for (const child of element.children) {
    const below = branch.below.get(child.tag);
    if (below === undefined) continue;
    for (const id of below.ids) hit(id, child);
    walk(child, below, hit);
  }
}

class Finder {
  private readonly trunk = new Branch();
  /** Ways that begin anywhere, by their last element. */
  private readonly loose = new Map<string, Unused[]>();
  private readonly looseAttributes = new Map<string, Unused[]>();
  /** What must not stand in elements whose name ends so. */
  private readonly endings = new Map<string, Branch>();

  constructor(table: readonly Unused[]) {
    for (const row of table) {
      if (row.ending) this.addEnding(row);
      else if (row.anywhere) this.addLoose(row);
      else this.trunk.grow(row.way, row.id);
    }
  }

  private addEnding(row: Unused): void {
    const [ending, ...rest] = row.way;
    let branch = this.endings.get(ending!);
    if (branch === undefined) this.endings.set(ending!, (branch = new Branch()));
    branch.grow(rest, row.id);
  }

  private addLoose(row: Unused): void {
    const last = row.way.at(-1)!;
    const [map, key] =
      last.startsWith('@') && row.way.length === 1
        ? [this.looseAttributes, last.slice(1)]
        : [this.loose, last.startsWith('@') ? row.way.at(-2)! : last];
    const rows = map.get(key);
    if (rows === undefined) map.set(key, [row]);
    else rows.push(row);
  }

  find(tree: InvoiceTree): Map<string, XmlElement[]> {
    const hits = new Map<string, XmlElement[]>();
    const hit: Hit = (id, element) => {
      const list = hits.get(id);
      if (list === undefined) hits.set(id, [element]);
      else list.push(element);
    };
    walk(tree.root, this.trunk, hit);
    for (const [tag, rows] of this.loose) {
      for (const element of tree.all(tag)) for (const row of rows) if (endsSo(element, row.way)) hit(row.id, element);
    }
    for (const [name, rows] of this.looseAttributes) {
      for (const element of tree.attributes.get(name) ?? NONE) for (const row of rows) hit(row.id, element);
    }
    for (const [ending, branch] of this.endings) {
      for (const tag of tree.tags) {
        if (!tag.endsWith(ending) || (!tag.startsWith('ram:') && ending !== 'DocumentContextParameter')) continue;
        if (isSpared(tag, ending)) continue;
        for (const element of tree.all(tag)) if (ending !== 'ID' || !hasOwnRules(element)) walk(element, branch, hit);
      }
    }
    return hits;
  }
}

function endsSo(element: XmlElement, way: readonly string[]): boolean {
  let up: XmlElement | null = element;
  for (let i = way.length - 1; i >= 0; i--) {
    const step = way[i]!;
    if (step.startsWith('@')) {
      if (element.attributes[step.slice(1)] === undefined) return false;
      continue;
    }
    if (up === null || up.tag !== step) return false;
    up = up.parent;
  }
  return true;
}

/** The VAT total is the one amount of CII that carries a currency. */
function isSpared(tag: string, ending: string): boolean {
  return ending === 'Amount' && tag === 'ram:TaxTotalAmount';
}

const WITH_OWN_RULES = [
  `rsm:CrossIndustryInvoice/rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID`,
  `rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:ID`,
  `rsm:CrossIndustryInvoice/${TRADE}/${LINE}/ram:AssociatedDocumentLineDocument/ram:LineID`,
  `rsm:CrossIndustryInvoice/${TRADE}/${LINE}/ram:SpecifiedTradeProduct/ram:SellerAssignedID`,
].map((way) => way.split('/'));

/** The four identifiers that may carry no scheme at all (CII-DT-001 to -007) and are asked by those rules instead. */
function hasOwnRules(id: XmlElement): boolean {
  return WITH_OWN_RULES.some((way) => id.tag === way.at(-1) && endsSo(id, way));
}

export function identifiersWithoutScheme(tree: InvoiceTree): readonly XmlElement[] {
  return tree.once(identifiersWithoutScheme, () =>
    WITH_OWN_RULES.flatMap((way) => tree.all(way.at(-1)!).filter((id) => endsSo(id, way))),
  );
}

function rulesOf(table: string, syntax: RuleSyntax): Rule[] {
  const rows = readTable(table, syntax);
  const finder = new Finder(rows);
  const severities = new Map(rows.map((row) => [row.id, row.severity]));
  return [...severities].map(([id, severity]) =>
    rule(id, severity, '', {
      [syntax]: check(
        (tree) => tree.once(finder, () => finder.find(tree)).get(id) ?? NONE,
        () => false,
      ),
      says: (here) => {
        const row = rows.find((one) => one.id === id)!;
        const last = row.way.at(-1)!;
        const name = last.startsWith('@') ? `${here.tag}/${last}` : here.tag;
        const value = last.startsWith('@')
          ? here.attributes[last.slice(1)]
          : here.children.length === 0
            ? tidyText(here)
            : '';
        const shown = value === undefined || value === '' ? '' : ` („${value.slice(0, 60)}“)`;
        return {
          de: `„${name}“${shown} ist in einer Rechnung nach EN 16931 nicht vorgesehen und wird nicht ausgewertet.`,
          en: `"${name}"${shown.replace(/[„“]/g, '"')} is not used in an invoice after EN 16931 and is not evaluated.`,
        };
      },
    }),
  );
}

export const unusedRules: Rule[] = [...rulesOf(UNUSED_UBL, 'ubl'), ...rulesOf(UNUSED_CII, 'cii')];
