import type { XmlFault } from './xml-fault.js';
import { xmlFault } from './xml-fault.js';

type Decoded = { text: string; encoding: string } | { fault: XmlFault };

/** How the labels of XML declarations are decoded; anything else is refused rather than guessed. */
const SINGLE_BYTE: Record<string, string> = {
  'iso-8859-1': 'latin1',
  'iso8859-1': 'latin1',
  latin1: 'latin1',
  'iso-8859-15': 'iso-8859-15',
  'iso8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'us-ascii': 'ascii',
  ascii: 'ascii',
};

/**
 * Turns the bytes of an XML file into text by byte order mark and declaration (XML 1.0 appendix F): UTF-8, UTF-16 in
 * both orders with and without mark, ISO-8859-1, ISO-8859-15, Windows-1252 and US-ASCII. A declaration that
 * contradicts the bytes, a byte sequence that the encoding does not know and any other encoding are faults.
 */
export function decodeXml(bytes: Uint8Array): Decoded {
  const found = byteOrder(bytes);
  if (found === 'utf-32') return { fault: unsupported('UTF-32') };
  if (found !== null && found.encoding !== 'utf-8') return decodeWide(bytes, found.encoding, found.mark);

  const declared = declaredEncoding(latin1(bytes.subarray(0, 1024)));
  const label = declared?.toLowerCase() ?? 'utf-8';
  if (label === 'utf-8' || label === 'utf8') {
    return decodeWith('utf-8', bytes.subarray(found === null ? 0 : found.mark), 'UTF-8');
  }
  if (found !== null || label.startsWith('utf-16') || label.startsWith('ucs') || label.startsWith('iso-10646-ucs')) {
    return { fault: contradiction(declared ?? '', 'UTF-8') };
  }
  const single = SINGLE_BYTE[label];
  if (single === undefined) return { fault: unsupported(declared ?? '') };
  if (single === 'latin1') return { text: latin1(bytes), encoding: 'ISO-8859-1' };
  if (single === 'ascii') {
    return bytes.some((byte) => byte > 0x7f)
      ? { fault: undecodable('US-ASCII') }
      : { text: latin1(bytes), encoding: 'US-ASCII' };
  }
  if (single === 'windows-1252') return decodeWindows1252(bytes);
  return decodeWith(single, bytes, single.toUpperCase());
}

/** 0x80 to 0x9F; a question mark where the encoding has no character. */
const WINDOWS_1252 = '€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ';

/** By hand: Node decodes this label as Latin-1 in some versions, which loses the euro sign. */
function decodeWindows1252(bytes: Uint8Array): Decoded {
  const text = latin1(bytes).replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]!);
  const unknown = bytes.some((byte) => byte >= 0x80 && byte < 0xa0 && WINDOWS_1252[byte - 0x80] === '?');
  return unknown ? { fault: undecodable('WINDOWS-1252') } : { text, encoding: 'WINDOWS-1252' };
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', mark: number): Decoded {
  const decoded = decodeWith(encoding, bytes.subarray(mark), encoding.toUpperCase());
  if ('fault' in decoded) return decoded;
  const declared = declaredEncoding(decoded.text.slice(0, 1024));
  const label = declared?.toLowerCase() ?? 'utf-16';
  return label === 'utf-16' || label === encoding || label === 'iso-10646-ucs-2'
    ? decoded
    : { fault: contradiction(declared ?? '', encoding.toUpperCase()) };
}

function decodeWith(label: string, bytes: Uint8Array, encoding: string): Decoded {
  try {
    return { text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    return { fault: undecodable(encoding) };
  }
}

function byteOrder(bytes: Uint8Array): { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; mark: number } | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : { encoding: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (a === 0 && b === 0 && (d === 0x3c || (c === 0xfe && d === 0xff))) return 'utf-32';
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32';
  if (a === 0x3c && b === 0) return { encoding: 'utf-16le', mark: 0 };
  if (a === 0 && b === 0x3c) return { encoding: 'utf-16be', mark: 0 };
  return null;
}

const DECLARATION =
  /^<\?xml[ \t\r\n][^<>]{0,512}?encoding[ \t\r\n]{0,8}=[ \t\r\n]{0,8}["']([A-Za-z][A-Za-z0-9._-]{0,40})["']/;

function declaredEncoding(start: string): string | null {
  const text = start.charCodeAt(0) === 0xfeff ? start.slice(1) : start.replace(/^\u00ef\u00bb\u00bf/, '');
  return DECLARATION.exec(text)?.[1] ?? null;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function unsupported(encoding: string): XmlFault {
  return xmlFault('encoding-unsupported', {
    de: `Die Zeichencodierung „${encoding}“ wird nicht gelesen. Erlaubt sind UTF-8, UTF-16, ISO-8859-1/-15 und Windows-1252.`,
    en: `The character encoding "${encoding}" is not read. UTF-8, UTF-16, ISO-8859-1/-15 and Windows-1252 are.`,
  });
}

function contradiction(declared: string, actual: string): XmlFault {
  return xmlFault('encoding-contradiction', {
    de: `Die Datei gibt die Zeichencodierung „${declared}“ an, ihre Bytes sind aber ${actual}.`,
    en: `The file declares the character encoding "${declared}", but its bytes are ${actual}.`,
  });
}

function undecodable(encoding: string): XmlFault {
  return xmlFault('encoding-invalid', {
    de: `Die Datei enthält Bytes, die in ihrer Zeichencodierung ${encoding} nicht vorkommen dürfen.`,
    en: `The file contains bytes that its character encoding ${encoding} does not allow.`,
  });
}
