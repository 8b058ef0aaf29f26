import { SaxesParser } from 'saxes';
import { decodeXml } from './decode-xml.js';
import { TextPlaces, XmlElement, tagOf, trimXml } from './xml-element.js';
import type { XmlFault } from './xml-fault.js';
import { xmlFault } from './xml-fault.js';

/** Bounds that no honest invoice reaches; each is a refusal, not a crash. */
export interface XmlLimits {
  bytes: number;
  depth: number;
  elements: number;
  /** Per element. */
  attributes: number;
}

export const XML_LIMITS: XmlLimits = { bytes: 20 * 1024 * 1024, depth: 100, elements: 1_000_000, attributes: 64 };

export type XmlReading =
  { outcome: 'read'; root: XmlElement; encoding: string } | { outcome: 'refused' | 'not-well-formed'; fault: XmlFault };

class Refusal extends Error {
  constructor(readonly fault: XmlFault) {
    super(fault.code);
  }
}

/**
 * Parses an XML file strictly and without reaching outside of it: a document type declaration is refused before
 * parsing, so there are no entities beyond XML's own five; processing instructions and XInclude are never followed.
 *
 * @param bytes the file as received
 */
export function readXml(bytes: Uint8Array, limits: XmlLimits = XML_LIMITS): XmlReading {
  if (bytes.length === 0) {
    const message = { de: 'Die Datei ist leer.', en: 'The file is empty.' };
    return { outcome: 'not-well-formed', fault: xmlFault('empty', message) };
  }
  if (bytes.length > limits.bytes) {
    const mib = Math.floor(limits.bytes / (1024 * 1024));
    return refused('too-large', `Die Datei ist größer als ${mib} MiB.`, `The file is larger than ${mib} MiB.`);
  }
  const decoded = decodeXml(bytes);
  if ('fault' in decoded) {
    return {
      outcome: decoded.fault.code === 'encoding-unsupported' ? 'refused' : 'not-well-formed',
      fault: decoded.fault,
    };
  }
  const doctype = doctypeOf(decoded.text);
  if (doctype !== null) {
    return doctype === 'html'
      ? refused('html', 'Die Datei ist eine HTML-Seite.', 'The file is an HTML page.')
      : refused(
          'doctype',
          'Die Datei enthält eine Dokumenttypdeklaration (DOCTYPE) und wird deshalb nicht gelesen. Rechnungen brauchen keine; über sie lassen sich fremde Dateien und Adressen nachladen.',
          'The file contains a document type declaration (DOCTYPE) and is therefore not read. Invoices need none; it can pull in other files and addresses.',
        );
  }
  return parse(decoded.text, decoded.encoding, limits);
}

function refused(code: XmlFault['code'], de: string, en: string): XmlReading {
  return { outcome: 'refused', fault: xmlFault(code, { de, en }) };
}

function parse(text: string, encoding: string, limits: XmlLimits): XmlReading {
  // The version is forced because XML 1.1 would admit control characters.
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const places = new TextPlaces(text);
  let root: XmlElement | null = null;
  let current: XmlElement | null = null;
  let depth = 0;
  let count = 0;
  let start = 0;

  const refuse = (code: XmlFault['code'], de: string, en: string): never => {
    throw new Refusal(xmlFault(code, { de, en }, { ...places.at(start), path: current?.path ?? null }));
  };

  parser.on('opentagstart', (tag) => {
    // The parser has just passed the name and one character behind it.
    start = parser.position - tag.name.length - 2;
    if (++depth > limits.depth) {
      refuse(
        'too-deep',
        `Die Elemente der Datei sind tiefer als ${limits.depth} Ebenen geschachtelt.`,
        `The file's elements are nested deeper than ${limits.depth} levels.`,
      );
    }
    if (++count > limits.elements) {
      refuse(
        'too-many-elements',
        `Die Datei hat mehr als ${limits.elements} Elemente.`,
        `The file has more than ${limits.elements} elements.`,
      );
    }
  });
  let attributeCount = 0;
  parser.on('attribute', () => {
    if (++attributeCount > limits.attributes) {
      refuse(
        'too-many-attributes',
        `Ein Element hat mehr als ${limits.attributes} Attribute.`,
        `An element has more than ${limits.attributes} attributes.`,
      );
    }
  });
  parser.on('opentag', (tag) => {
    attributeCount = 0;
    const element = new XmlElement(
      tagOf(tag.uri, tag.local),
      tag.local,
      tag.uri,
      attributesOf(tag.attributes),
      current,
      places,
      start,
      tag.name,
    );
    if (current === null) root = element;
    else current.children.push(element);
    current = element;
  });
  const append = (chunk: string): void => {
    if (current !== null) current.text += chunk;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', () => {
    depth--;
    if (current === null) return;
    // Indentation between the children of a group is no content.
    if (current.children.length > 0 && trimXml(current.text) === '') current.text = '';
    current = current.parent;
  });

  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refusal) return { outcome: 'refused', fault: error.fault };
    return { outcome: 'not-well-formed', fault: syntaxFault(error, parser, places, current) };
  }
  if (root === null) return { outcome: 'not-well-formed', fault: noRoot() };
  return { outcome: 'read', root, encoding };
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(Object.create(null) as Record<string, string>);
const XMLNS = 'http://www.w3.org/2000/xmlns/';

function attributesOf(
  attributes: Record<string, { local: string; uri: string; value: string }>,
): Readonly<Record<string, string>> {
  let result: Record<string, string> | null = null;
  for (const name in attributes) {
    const { local, uri, value } = attributes[name]!;
    if (uri === XMLNS) continue;
    result ??= Object.create(null) as Record<string, string>;
    result[uri === '' ? local : `{${uri}}${local}`] = value;
  }
  return result ?? NO_ATTRIBUTES;
}

/**
 * Looks for a document type declaration where XML allows one: behind declaration, comments and processing
 * instructions, before the root. (Anywhere else the parser refuses it.) Answers `html` for the one of HTML pages.
 */
function doctypeOf(text: string): 'html' | 'doctype' | null {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    at = text.indexOf('<', at);
    if (at < 0) return null;
    if (text.startsWith('<?', at)) at = text.indexOf('?>', at + 2);
    else if (text.startsWith('<!--', at)) at = text.indexOf('-->', at + 4);
    else if (text.slice(at, at + 9).toUpperCase() === '<!DOCTYPE') {
      return /^\s+html[\s>]/i.test(text.slice(at + 9, at + 40)) ? 'html' : 'doctype';
    } else return null;
    if (at < 0) return null;
    at += 2;
  }
}

function syntaxFault(
  error: unknown,
  parser: { position: number },
  places: TextPlaces,
  current: XmlElement | null,
): XmlFault {
  const place = { ...places.at(Math.max(0, parser.position - 1)), path: current?.path ?? null };
  // saxes says `line:column: what`; the place is ours.
  const reason = (error instanceof Error ? error.message : String(error)).replace(/^\d+:\d+: /, '').slice(0, 200);
  return xmlFault(
    'syntax',
    {
      de: `Die Datei ist kein wohlgeformtes XML (Zeile ${place.line}, Spalte ${place.column}): ${reason}`,
      en: `The file is no well-formed XML (line ${place.line}, column ${place.column}): ${reason}`,
    },
    place,
  );
}

function noRoot(): XmlFault {
  return xmlFault('syntax', { de: 'Die Datei enthält kein XML-Element.', en: 'The file contains no XML element.' });
}
