import { type XmlElement, trimXml } from '../xml/xml-element.js';

export type RuleSyntax = 'ubl' | 'cii';

/**
 * An invoice as the rules see it: the elements of the file with an index by tag, so that a rule that asks for
 * something anywhere in the document costs a look-up and no walk.
 *
 * Why elements and not `Invoice`: the official rules ask whether something is there, how often and how it is written,
 * also where it may not occur at all. The semantic model keeps the first of what occurs once, without white space.
 */
export class InvoiceTree {
  readonly syntax: RuleSyntax;
  readonly isCreditNote: boolean;
  /** All attributes that occur, each with the elements that carry it. */
  readonly attributes = new Map<string, XmlElement[]>();
  /** Every element in the order of the file. */
  readonly elements: XmlElement[] = [];
  private readonly byTag = new Map<string, XmlElement[]>();
  /** By tag and, within it, by the tag of the element around it. */
  private readonly byPlace = new Map<string, Map<string, XmlElement[]>>();
  private readonly memory = new Map<unknown, unknown>();

  constructor(readonly root: XmlElement) {
    this.syntax = root.tag === 'rsm:CrossIndustryInvoice' ? 'cii' : 'ubl';
    this.isCreditNote = root.tag === 'cn:CreditNote';
    this.index();
  }

  private index(): void {
    const stack: XmlElement[] = [this.root];
    for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
      this.elements.push(element);
      const same = this.byTag.get(element.tag);
      if (same === undefined) this.byTag.set(element.tag, [element]);
      else same.push(element);
      if (element.parent !== null) this.place(element, element.parent.tag);
      for (const name in element.attributes) {
        const carriers = this.attributes.get(name);
        if (carriers === undefined) this.attributes.set(name, [element]);
        else carriers.push(element);
      }
      for (let i = element.children.length - 1; i >= 0; i--) stack.push(element.children[i]!);
    }
  }

  private place(element: XmlElement, around: string): void {
    let places = this.byPlace.get(element.tag);
    if (places === undefined) this.byPlace.set(element.tag, (places = new Map<string, XmlElement[]>()));
    const same = places.get(around);
    if (same === undefined) places.set(around, [element]);
    else same.push(element);
  }

  /** Every element with this tag that stands directly in one with that tag. */
  allIn(around: string, tag: string): readonly XmlElement[] {
    return this.byPlace.get(tag)?.get(around) ?? NONE;
  }

  /** Every element with this tag, wherever it stands. */
  all(tag: string): readonly XmlElement[] {
    return this.byTag.get(tag) ?? NONE;
  }

  /** All tags that occur. */
  get tags(): IterableIterator<string> {
    return this.byTag.keys();
  }

  /** Computes once per invoice what several rules need. `key` is whatever stands for the question. */
  once<T>(key: unknown, compute: () => T): T {
    if (this.memory.has(key)) return this.memory.get(key) as T;
    const value = compute();
    this.memory.set(key, value);
    return value;
  }
}

export const NONE: readonly XmlElement[] = Object.freeze([]);

const STEPS = new Map<string, readonly string[]>();

/** A way of tags, `cac:Party/cac:Contact`, as its steps. */
export function stepsOf(way: string): readonly string[] {
  let steps = STEPS.get(way);
  if (steps === undefined) STEPS.set(way, (steps = way.split('/')));
  return steps;
}

/** Every element that lies down this way of tags. */
export function down(from: XmlElement, way: string): readonly XmlElement[] {
  return collect(from, stepsOf(way), 0, null) ?? NONE;
}

function collect(
  from: XmlElement,
  steps: readonly string[],
  depth: number,
  found: XmlElement[] | null,
): XmlElement[] | null {
  const step = steps[depth]!;
  const last = depth === steps.length - 1;
  for (const child of from.children) {
    if (child.tag !== step) continue;
    if (!last) found = collect(child, steps, depth + 1, found);
    else if (found === null) found = [child];
    else found.push(child);
  }
  return found;
}

/** Whether anything lies down this way. */
export function has(from: XmlElement, way: string): boolean {
  return reaches(from, stepsOf(way), 0, null);
}

/** Whether an element down this way satisfies the test. */
export function some(from: XmlElement, way: string, test: (element: XmlElement) => boolean): boolean {
  return reaches(from, stepsOf(way), 0, test);
}

function reaches(
  from: XmlElement,
  steps: readonly string[],
  depth: number,
  test: ((element: XmlElement) => boolean) | null,
): boolean {
  const step = steps[depth]!;
  const last = depth === steps.length - 1;
  for (const child of from.children) {
    if (child.tag !== step) continue;
    if (last ? test === null || test(child) : reaches(child, steps, depth + 1, test)) return true;
  }
  return false;
}

/** The first element down this way, or null. */
export function first(from: XmlElement, way: string): XmlElement | null {
  return down(from, way)[0] ?? null;
}

/**
 * The one element down this way, or null. The official rules break off where there are several and they expect one,
 * so this does as well.
 */
export function one(from: XmlElement, way: string): XmlElement | null {
  const found = down(from, way);
  if (found.length > 1) throw new Uncheckable(found[1]!, 'several');
  return found[0] ?? null;
}

/** Whether an element stands somewhere inside another one with this tag. */
export function inside(element: XmlElement, tag: string): boolean {
  for (let up = element.parent; up !== null; up = up.parent) if (up.tag === tag) return true;
  return false;
}

/** All text of an element and what is in it: for most elements simply their text. */
export function textOf(element: XmlElement): string {
  if (element.children.length === 0) return element.text;
  return element.text + element.children.map(textOf).join('');
}

/** Text with white space at both ends taken off and runs of it made one blank (XML's four characters, no others). */
export function tidy(text: string): string {
  return /[\t\n\r]|^ | $| {2}/.test(text) ? text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '') : text;
}

/** The tidied text of an element; '' where there is none. */
export function tidyText(element: XmlElement | null): string {
  return element === null ? '' : tidy(textOf(element));
}

/** Text without white space at both ends (XML's four characters). */
export const trimmed = trimXml;

/** Thrown where a rule cannot be answered because a value is no number, date or truth value, or occurs too often. */
export class Uncheckable extends Error {
  constructor(
    readonly element: XmlElement,
    readonly reason: 'number' | 'date' | 'boolean' | 'several' | 'indicator',
  ) {
    super(`${reason}: ${element.tag}`);
  }
}
