import { NAMESPACES } from './xml-element.js';

/** A prefix of `NAMESPACES` and a local name, `cbc:ID`. */
export type Tag = `${keyof typeof NAMESPACES}:${string}`;

/** An element on its way to a file. */
export interface XmlOut {
  readonly tag: Tag;
  readonly attributes: Readonly<Record<string, string | null | undefined>>;
  readonly content: string | readonly XmlOut[];
}

/** A text that XML 1.0 cannot carry: control characters, halves of characters, U+FFFE and U+FFFF. */
export class UnwritableText extends Error {
  constructor(
    /** The element that was to carry the text. */
    readonly tag: string,
    /** The offending character as `U+0007`. */
    readonly character: string,
  ) {
    super(`${tag}: the character ${character} cannot stand in an XML file`);
    this.name = 'UnwritableText';
  }
}

/** An element with a text; null where there is no text, so that an absent term leaves no trace. */
export function leaf(
  tag: Tag,
  text: string | null | undefined,
  attributes: Readonly<Record<string, string | null | undefined>> = {},
): XmlOut | null {
  return text === null || text === undefined ? null : { tag, attributes, content: text };
}

/** An element with children; null where none of them is there, because an empty element breaks PEPPOL-EN16931-R008. */
export function group(tag: Tag, ...children: readonly (XmlOut | null | readonly (XmlOut | null)[])[]): XmlOut | null {
  const content = children.flat().filter((child): child is XmlOut => child !== null);
  return content.length === 0 ? null : { tag, attributes: {}, content };
}

/**
 * Writes a document as UTF-8 with the namespaces given declared at its root.
 *
 * @throws UnwritableText for a text that XML cannot carry
 */
export function writeXml(root: XmlOut, prefixes: readonly (keyof typeof NAMESPACES)[]): Uint8Array {
  const declarations = prefixes.map((prefix) => ` xmlns:${prefix}="${NAMESPACES[prefix]}"`).join('');
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  append(root, 0, declarations, out);
  return new TextEncoder().encode(out.join(''));
}

function append(element: XmlOut, depth: number, declarations: string, out: string[]): void {
  const indent = '  '.repeat(depth);
  out.push(indent, '<', element.tag, declarations);
  for (const [name, value] of Object.entries(element.attributes)) {
    if (value === null || value === undefined) continue;
    out.push(' ', name, '="', escaped(value, element.tag).replace(/[\t\n]/g, asReference), '"');
  }
  if (typeof element.content === 'string') {
    out.push('>', escaped(element.content, element.tag), '</', element.tag, '>\n');
    return;
  }
  out.push('>\n');
  for (const child of element.content) append(child, depth + 1, '', out);
  out.push(indent, '</', element.tag, '>\n');
}

// eslint-disable-next-line no-control-regex -- exactly the characters that XML 1.0 excludes
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
const SPECIAL = /[&<>"\r]/g;
const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A carriage return is written as a reference: a parser would turn it into a line feed. */
function escaped(text: string, tag: string): string {
  const found = UNWRITABLE.exec(text);
  if (found) {
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw new UnwritableText(tag, `U+${code}`);
  }
  return text.replace(SPECIAL, (character) => REFERENCES[character] ?? asReference(character));
}

function asReference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
