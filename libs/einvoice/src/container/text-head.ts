import type { Syntax } from '../model.js';

/** The beginning of an XML document as far as it can be told without parsing it. */
export interface XmlHead {
  /** There is an XML declaration. */
  declared: boolean;
  /** The name after `<!DOCTYPE`, null without one. */
  doctype: string | null;
  /** Of the first element; null where the head holds none. */
  localName: string | null;
  /** The namespace bound to the first element's prefix in its own tag; null where none is. */
  namespace: string | null;
}

/**
 * Decodes the beginning of a text: byte order marks and UTF-16/32 are recognised, anything else is read as UTF-8 with
 * Latin-1 as second choice. Null where the bytes are no text (NUL in it).
 */
export function textHead(head: Uint8Array, total = head.length): string | null {
  const [a, b, c, d] = head;
  const cut = total > head.length;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return utf32(head, true);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return utf32(head, false);
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(head, { stream: cut });
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(head, { stream: cut });
  // `<` without a byte order mark, in wide encodings.
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return utf32(head, true);
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return utf32(head, false);
  if (a === 0x3c && b === 0 && d === 0) return new TextDecoder('utf-16le').decode(head, { stream: cut });
  if (a === 0 && b === 0x3c && c === 0) return new TextDecoder('utf-16be').decode(head, { stream: cut });
  // `<?xm` in EBCDIC: enough to say that it is XML; the reader refuses it with a reason.
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) return '<?xml version="1.0"?>';
  if (head.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: cut });
  } catch {
    return new TextDecoder('latin1').decode(head);
  }
}

function utf32(head: Uint8Array, little: boolean): string {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= head.length; at += 4) {
    const point = view.getUint32(at, little);
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  return text.replace(/^\ufeff/, '');
}

const NAME =
  /^[A-Za-z_\u00c0-\uffff][\w.\-\u00b7\u00c0-\uffff]*(?::[A-Za-z_\u00c0-\uffff][\w.\-\u00b7\u00c0-\uffff]*)?/;

/** Looks past declaration, comments and processing instructions. Null where the text does not begin as XML does. */
export function xmlHead(text: string): XmlHead | null {
  let at = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (text[at] !== '<') return null;
  const found: XmlHead = { declared: false, doctype: null, localName: null, namespace: null };
  for (let steps = 0; steps < 200; steps++) {
    at = skipSpace(text, at);
    if (text.startsWith('<?', at)) {
      if (/^<\?xml\s/i.test(text.slice(at, at + 6))) found.declared = true;
      at = after(text, '?>', at);
    } else if (text.startsWith('<!--', at)) {
      at = after(text, '-->', at + 4);
    } else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      found.doctype = /^\s*([^\s>[]*)/.exec(text.slice(at + 9, at + 200))?.[1] ?? '';
      // What stands inside a DOCTYPE is nobody's business: such files are refused as a whole.
      return found;
    } else {
      break;
    }
    if (at < 0) return found;
  }
  if (text[at] !== '<') return found;
  const name = NAME.exec(text.slice(at + 1, at + 300))?.[0];
  if (name === undefined) return found;
  const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
  found.localName = local ?? name;
  const tag = text.slice(at, at + 8000);
  const attribute = prefix ? `xmlns:${prefix.replace(/[.-]/g, '\\$&')}` : 'xmlns';
  found.namespace =
    new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean) ?? null;
  return found;
}

const skipSpace = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at]!)) at++;
  return at;
};

const after = (text: string, end: string, from: number): number => {
  const found = text.indexOf(end, from);
  return found < 0 ? -1 : found + end.length;
};

const ROOTS: Readonly<Record<string, Syntax>> = {
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2 Invoice': 'ubl-invoice',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2 CreditNote': 'ubl-creditnote',
  'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100 CrossIndustryInvoice': 'cii',
  'urn:ferd:CrossIndustryDocument:invoice:1p0 CrossIndustryDocument': 'zugferd-1.0',
};

/** The invoice syntax that the first 16 KB of a file announce; null for anything that is no invoice in XML. */
export function announcedSyntax(bytes: Uint8Array): Syntax | null {
  const text = textHead(bytes.subarray(0, 16 * 1024), bytes.length);
  const head = text === null ? null : xmlHead(text);
  return head?.localName ? (ROOTS[`${head.namespace ?? ''} ${head.localName}`] ?? null) : null;
}
