import type { CodeList } from '../code-lists/index.js';
import type { XmlElement } from '../xml/xml-element.js';
import { Uncheckable, down, has, one, some, textOf, tidy, tidyText, trimmed } from './invoice-tree.js';
import { atMostTwoDecimals } from './numbers.js';
import type { Message, Test, Words } from './rule.js';
import { named, namedList } from './terms.js';

/*
 * The questions that most rules ask, and their messages. A way leads from the element the rule looks at.
 */

// ---- tests

/** The element is there, even empty. */
export function there(...ways: string[]): Test {
  return (here) => ways.some((way) => has(here, way));
}

/** Nothing is there. */
export function absent(...ways: string[]): Test {
  return (here) => !ways.some((way) => has(here, way));
}

/** The element is there and says something. The official test breaks off where there are several. */
export function filled(way: string): Test {
  return (here) => tidyText(one(here, way)) !== '';
}

/** One of the elements says something. */
export function someFilled(...ways: string[]): Test {
  return (here) => ways.some((way) => some(here, way, says));
}

export function says(element: XmlElement): boolean {
  return tidyText(element) !== '';
}

/** There are at most so many. */
export function atMost(count: number, ...ways: string[]): Test {
  return (here) => ways.reduce((sum, way) => sum + down(here, way).length, 0) <= count;
}

/** There are exactly so many. */
export function exactly(count: number, ...ways: string[]): Test {
  return (here) => ways.reduce((sum, way) => sum + down(here, way).length, 0) === count;
}

/** The element carries the attribute, even an empty one. */
export function carries(name: string): Test {
  return (here) => here.attributes[name] !== undefined;
}

/** An amount has at most two decimals. */
export function twoDecimals(way: string): Test {
  return (here) => atMostTwoDecimals(one(here, way));
}

/** The element's text is in the list. */
export function codeIn(list: CodeList): Test {
  return (here) => list.has(tidyText(here));
}

/** The attribute's value is in the list. */
export function attributeIn(list: CodeList, name: string): Test {
  return (here) => list.has(tidy(here.attributes[name] ?? ''));
}

/** Both tests hold. */
export function both(one: Test, other: Test): Test {
  return (here, tree) => one(here, tree) && other(here, tree);
}

// ---- helpers for tests that are written out

/** Whether an attribute of the element has this value, compared as written. */
export function attributeIs(element: XmlElement, name: string, value: string): boolean {
  return element.attributes[name] === value;
}

/** Whether an element down this way has this very text. */
export function textIs(from: XmlElement, way: string, value: string): boolean {
  return some(from, way, (element) => textOf(element) === value);
}

/** Whether an element down this way has this text, white space aside. */
export function tidyIs(from: XmlElement, way: string, value: string): boolean {
  return some(from, way, (element) => tidyText(element) === value);
}

/** All texts down a way. */
export function textsOf(from: XmlElement, way: string): string[] {
  return down(from, way).map(textOf);
}

/** Whether two lists have a text in common. */
export function share(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  const known = new Set(other);
  return one.some((text) => known.has(text));
}

/** Whether some pair of texts from the two lists differs. */
export function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && new Set([...one, ...other]).size > 1;
}

const DATE = /^(-?[0-9]{4,})-([0-9]{2})-([0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?$/;

/** A date as days since 1970, for comparing; time zones shift it by their part of a day. */
export function dayOf(element: XmlElement): number {
  const match = DATE.exec(trimmed(textOf(element)));
  if (match === null) throw new Uncheckable(element, 'date');
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw new Uncheckable(element, 'date');
  }
  const zone = match[4];
  const offset =
    zone === undefined || zone === 'Z'
      ? 0
      : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) / 24 + Number(zone.slice(4, 6)) / 1440);
  return date.getTime() / 86_400_000 - offset;
}

/** The texts' ends in the order of characters; both null where there are none. */
export function range(texts: readonly string[]): { least: string | null; most: string | null } {
  let least: string | null = null;
  let most: string | null = null;
  for (const text of texts) {
    if (least === null || text < least) least = text;
    if (most === null || text > most) most = text;
  }
  return { least, most };
}

/** Whether some text of the one list comes after or equals some text of the other. */
export function someNotBefore(texts: readonly string[], others: readonly string[]): boolean {
  const { most } = range(texts);
  const { least } = range(others);
  return most !== null && least !== null && most >= least;
}

// ---- messages

const AND: Words = { de: 'und', en: 'and' };
const OR: Words = { de: 'oder', en: 'or' };

/** „Es fehlt: Rechnungsnummer (BT-1).“ */
export function missing(...terms: string[]): Words {
  const list = namedList(terms, OR);
  return { de: `Es fehlt: ${list.de}.`, en: `Missing: ${list.en}.` };
}

/** „Mehrfach angegeben …“ */
export function tooMany(term: string, count = 1): Words {
  const name = named(term);
  return {
    de: `Mehrfach angegeben, obwohl höchstens ${count}-mal zulässig: ${name.de}.`,
    en: `Given more than ${count === 1 ? 'once' : `${count} times`}: ${name.en}.`,
  };
}

/** „… hat mehr als zwei Nachkommastellen: 12,345.“ */
export function tooPrecise(term: string, way: string): Message {
  const name = named(term);
  return (here) => {
    const found = down(here, way)[0];
    const text = found === undefined ? '' : tidyText(found);
    return {
      de: `${name.de} hat mehr als zwei Nachkommastellen: ${text.replace('.', ',')}.`,
      en: `${name.en} has more than two decimals: ${text}.`,
    };
  };
}

/** „Der Code ‚XYZ‘ steht nicht in der Liste …“ */
export function notInList(term: string, list: CodeList, attribute?: string): Message {
  const name = named(term);
  return (here) => {
    const code = attribute === undefined ? tidyText(here) : tidy(here.attributes[attribute] ?? '');
    const shown = shorten(code);
    return {
      de: `${name.de}: Der Code „${shown}“ steht nicht in der Liste ${list.name}.`,
      en: `${name.en}: code “${shown}” is not in the list ${list.name}.`,
    };
  };
}

/** The two terms exclude each other. */
export function notBoth(one: string, other: string): Words {
  const list = namedList([one, other], AND);
  return { de: `Nicht zusammen zulässig: ${list.de}.`, en: `Not allowed together: ${list.en}.` };
}

/** Text of the file for a message: one line, no control characters, not longer than needed. */
export function shorten(text: string, length = 60): string {
  const plain = tidy(text).replace(/\p{C}/gu, '');
  return plain.length > length ? `${plain.slice(0, length)}…` : plain;
}

/** The tidied text down a way, for messages; the dash says that there is none. */
export function shown(from: XmlElement, way: string): string {
  const found = down(from, way)[0];
  return found === undefined ? '–' : shorten(tidyText(found)) || '–';
}
