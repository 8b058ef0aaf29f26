import { CII_CODES, CII_GROUPS } from './cii-table.js';
import { UBL_EXCEPTIONS, UBL_GROUPS } from './ubl-table.js';
import {
  type AttributeRule,
  CII_INNER_KINDS,
  CII_KINDS,
  codeKind,
  isUri,
  UBL_KINDS,
  type ValueKind,
} from './value-kinds.js';

/** One element that a group may hold. */
export interface Member {
  tag: string;
  /** Its place in the order. */
  index: number;
  required: boolean;
  repeatable: boolean;
  content: Group | ValueKind | 'open';
}

/** A group of elements: in a sequence the order counts, of a choice exactly one stands. */
export interface Group {
  kind: 'sequence' | 'choice';
  members: Member[];
  byTag: Map<string, Member>;
}

export type Grammar = Map<string, Group>;

interface Entry {
  name: string;
  members: string[];
}

/** Splits a table into its entries: a name at the start of a line, its members on the indented lines below. */
function entriesOf(table: string): Entry[] {
  const entries: Entry[] = [];
  for (const line of table.split('\n')) {
    if (line === '') continue;
    if (line.startsWith(' ')) entries.at(-1)!.members.push(...line.trim().split(/ +/));
    else entries.push({ name: line.trim(), members: [] });
  }
  return entries;
}

function group(kind: Group['kind'] = 'sequence'): Group {
  return { kind, members: [], byTag: new Map() };
}

function add(to: Group, tag: string, occurrence: string, content: Member['content']): void {
  const member: Member = {
    tag,
    index: to.members.length,
    required: occurrence === '' || occurrence === '+',
    repeatable: occurrence === '*' || occurrence === '+',
    content,
  };
  to.members.push(member);
  to.byTag.set(tag, member);
}

const MEMBER = /^([A-Za-z0-9]+)(?::([A-Za-z]+))?([?*+]?)$/;

function partsOf(member: string): { name: string; type: string | null; occurrence: string } {
  const match = MEMBER.exec(member);
  if (match === null) throw new Error(`unreadable member ${member}`);
  return { name: match[1]!, type: match[2] ?? null, occurrence: match[3]! };
}

function kindByEnding(kinds: Record<string, ValueKind>, name: string): ValueKind {
  for (const ending in kinds) if (ending !== 'Text' && name.endsWith(ending)) return kinds[ending]!;
  return kinds.Text!;
}

function ublGrammar(): Grammar {
  const entries = entriesOf(UBL_GROUPS);
  const grammar: Grammar = new Map(entries.map(({ name }) => [name, group()]));
  const documents = new Set(['Invoice', 'CreditNote']);
  for (const { name, members } of entries) {
    const target = grammar.get(name)!;
    if (documents.has(name)) add(target, 'ext:UBLExtensions', '?', extensions());
    let prefix = 'cbc';
    for (const member of members) {
      if (member === '|') {
        prefix = 'cac';
        continue;
      }
      const { name: element, type, occurrence } = partsOf(member);
      const content =
        prefix === 'cac'
          ? grammar.get(type ?? element)!
          : (UBL_KINDS[UBL_EXCEPTIONS[element] ?? ''] ?? kindByEnding(UBL_KINDS, element));
      add(target, `${prefix}:${element}`, occurrence, content);
    }
  }
  return grammar;
}

/** Extensions are others' business: their frame is checked, what stands in it is not. */
function extensions(): Group {
  const extension = group();
  for (const [tag, kind] of [
    ['cbc:ID', 'ID'],
    ['cbc:Name', 'Name'],
    ['ext:ExtensionAgencyID', 'ID'],
    ['ext:ExtensionAgencyName', 'Text'],
    ['ext:ExtensionVersionID', 'ID'],
    ['ext:ExtensionAgencyURI', 'ID'],
    ['ext:ExtensionURI', 'ID'],
    ['ext:ExtensionReasonCode', 'Code'],
    ['ext:ExtensionReason', 'Text'],
  ] as const) {
    add(extension, tag, '?', UBL_KINDS[kind]!);
  }
  add(extension, 'ext:ExtensionContent', '', 'open');
  const all = group();
  add(all, 'ext:UBLExtension', '+', extension);
  return all;
}

function ciiGrammar(): Grammar {
  const entries = entriesOf(CII_GROUPS);
  const grammar: Grammar = new Map(entries.map(({ name }) => [name, group()]));
  const codes = codeKinds();
  const inner = innerGroups();
  const longest = entries.map(({ name }) => name).sort((a, b) => b.length - a.length);
  const contentOf = (type: string): Group | ValueKind | undefined =>
    codes.get(type) ?? grammar.get(type) ?? inner[type] ?? CII_KINDS[type];
  const contentByEnding = (element: string): Group | ValueKind => {
    const ending = longest.find((name) => element.endsWith(name));
    if (ending !== undefined) return grammar.get(ending)!;
    for (const name in inner) if (element.endsWith(name)) return inner[name]!;
    return kindByEnding(SIMPLE_CII_KINDS, element);
  };
  for (const { name, members } of entries) {
    const target = grammar.get(name)!;
    const prefix = name === 'CrossIndustryInvoice' ? 'rsm' : 'ram';
    for (const member of members) {
      const { name: element, type, occurrence } = partsOf(member);
      const content = type === null ? contentByEnding(element) : contentOf(type);
      if (content === undefined) throw new Error(`unknown kind ${type} of ${element}`);
      add(target, `${prefix}:${element}`, occurrence, content);
    }
  }
  return grammar;
}

/** `Value` is a kind that no element gets by its name alone. */
const SIMPLE_CII_KINDS = Object.fromEntries(
  Object.entries(CII_KINDS).filter(
    ([name]) => !['Value', 'LinearUnitMeasure', 'VolumeUnitMeasure', 'WeightUnitMeasure'].includes(name),
  ),
);

/** The groups of one value that CII writes dates and indicators in, the longer names first. */
function innerGroups(): Record<string, Group> {
  const choice = (...members: [string, ValueKind][]): Group => {
    const target = group('choice');
    for (const [tag, kind] of members) add(target, tag, '', kind);
    return target;
  };
  const { boolean, date, dateString, dateTime, text } = CII_INNER_KINDS;
  const formatted = group();
  add(formatted, 'qdt:DateTimeString', '', dateString);
  return {
    FormattedDateTime: formatted,
    DateTime: choice(['udt:DateTimeString', dateString], ['udt:DateTime', dateTime]),
    Date: choice(['udt:DateString', dateString], ['udt:Date', date]),
    Indicator: choice(['udt:IndicatorString', text], ['udt:Indicator', boolean]),
  };
}

function codeKinds(): Map<string, ValueKind> {
  const kinds = new Map<string, ValueKind>();
  for (const line of CII_CODES.trim().split('\n')) {
    const [name, ...rest] = line.match(/[A-Za-z]+(?:="[^"]*")?/g)!;
    const attributes = rest.map((attribute): [string, AttributeRule] => {
      const [key, value] = attribute.split('=');
      return [key!, value === undefined ? key!.endsWith('URI') && isUri : value.slice(1, -1)];
    });
    kinds.set(name!, codeKind(Object.fromEntries(attributes)));
  }
  return kinds;
}

let ubl: Grammar | null = null;
let cii: Grammar | null = null;

/** The group that a document's root holds; the tables are parsed when the first document of their syntax comes. */
export function documentGroup(syntax: 'ubl-invoice' | 'ubl-creditnote' | 'cii'): Group {
  if (syntax === 'cii') return (cii ??= ciiGrammar()).get('CrossIndustryInvoice')!;
  return (ubl ??= ublGrammar()).get(syntax === 'ubl-invoice' ? 'Invoice' : 'CreditNote')!;
}
