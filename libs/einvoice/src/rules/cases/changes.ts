import { readXml } from '../../xml/read-xml.js';
import { NAMESPACES, XmlElement } from '../../xml/xml-element.js';

/*
 * Small changes of an invoice, for the cases of the rules. A way leads from the root; `[2]` takes the second of a step,
 * `//x` is the first x anywhere, `*` a line of either UBL document.
 */

export type Change = (root: XmlElement) => void;

/** A fresh tree of an invoice. */
export function parse(text: string): XmlElement {
  const reading = readXml(new TextEncoder().encode(text));
  if (reading.outcome !== 'read') throw new Error(reading.fault.message.en);
  return reading.root;
}

export function find(root: XmlElement, way: string): XmlElement {
  let here: XmlElement[] = [root];
  let rest = way;
  if (way.startsWith('//')) {
    const [head, ...tail] = way.slice(2).split('/');
    here = [...root.descendants()].filter((element) => matches(element, head!)).slice(0, 1);
    rest = tail.join('/');
  }
  for (const step of rest === '' ? [] : rest.split('/')) {
    const [, tag, index] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step)!;
    const found = here.flatMap((element) => element.children.filter((child) => matches(child, tag!)));
    here = index === undefined ? found.slice(0, 1) : found.slice(Number(index) - 1, Number(index));
  }
  if (here[0] === undefined) throw new Error(`nothing at ${way}`);
  return here[0];
}

function matches(element: XmlElement, tag: string): boolean {
  return tag === '*' ? /^cac:(?:Invoice|CreditNote)Line$/.test(element.tag) : element.tag === tag;
}

/** Writes another text. */
export function put(way: string, text: string): Change {
  return (root) => {
    find(root, way).text = text;
  };
}

/** Takes an element away. */
export function drop(way: string): Change {
  return (root) => {
    const element = find(root, way);
    const siblings = element.parent!.children;
    siblings.splice(siblings.indexOf(element), 1);
  };
}

/** Sets an attribute, or takes it away. */
export function attribute(way: string, name: string, value: string | null): Change {
  return (root) => {
    const element = find(root, way);
    const attributes: Record<string, string> = { ...element.attributes };
    if (value === null) delete attributes[name];
    else attributes[name] = value;
    Object.assign(element, { attributes });
  };
}

/** Repeats an element. */
export function twice(way: string, change?: string): Change {
  return (root) => {
    const element = find(root, way);
    const copy = clone(element, element.parent);
    if (change !== undefined) copy.text = change;
    element.parent!.children.push(copy);
  };
}

const DECLARATIONS = Object.entries(NAMESPACES)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** Adds elements, written with the customary prefixes, at the end of another one (`''`: the root). */
export function add(way: string, xml: string): Change {
  return (root) => {
    const parent = way === '' ? root : find(root, way);
    for (const child of parse(`<x ${DECLARATIONS}>${xml}</x>`).children) parent.children.push(clone(child, parent));
  };
}

/** Several changes one after the other. */
export function all(...changes: Change[]): Change {
  return (root) => {
    for (const change of changes) change(root);
  };
}

/** Every element with this tag gets another text. */
export function putEverywhere(tag: string, text: string, inside?: string): Change {
  return (root) => {
    for (const element of root.descendants()) {
      if (element.tag === tag && (inside === undefined || element.parent?.tag === inside)) element.text = text;
    }
  };
}

/** Every element with this tag goes. */
export function dropEverywhere(tag: string, inside?: string): Change {
  return (root) => {
    for (const element of [...root.descendants()]) {
      if (element.tag !== tag || (inside !== undefined && element.parent?.tag !== inside)) continue;
      const siblings = element.parent!.children;
      siblings.splice(siblings.indexOf(element), 1);
    }
  };
}

function clone(element: XmlElement, parent: XmlElement | null): XmlElement {
  const copy: XmlElement = Object.create(XmlElement.prototype) as XmlElement;
  Object.assign(copy, element, { parent, children: [] });
  for (const child of element.children) copy.children.push(clone(child, copy));
  return copy;
}
