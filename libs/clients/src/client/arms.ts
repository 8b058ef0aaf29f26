import { type Result, err, ok } from '@lib/kernel';

const LARGEST = 40_000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What a drawing needs, and nothing that loads, runs or links anything. */
const ELEMENTS = new Set(
  `svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath mask use symbol
   pattern title desc`.split(/\s+/),
);

/**
 * Reads the arms of a municipality: a data URI of a PNG or of an SVG that contains drawing elements only.
 * @returns the same picture as a base64 data URI, the only form in which it is kept and handed out; otherwise the reason
 */
export function readArms(text: string): Result<string, string> {
  const uri = /^data:image\/(svg\+xml|png)((?:;[a-z0-9=-]+)*),(.*)$/is.exec(text.trim());
  if (!uri) return err('data:image/svg+xml … / data:image/png …');
  const [, type, parameters, data] = uri as unknown as [string, string, string, string];
  let bytes: Buffer;
  try {
    bytes = /;base64$/i.test(parameters) ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data), 'utf8');
  } catch {
    return err('URI');
  }
  if (bytes.length === 0 || bytes.length > LARGEST) return err(`1–${LARGEST} Byte`);
  if (type.toLowerCase() === 'png') {
    if (!bytes.subarray(0, 8).equals(PNG)) return err('PNG');
    return ok(`data:image/png;base64,${bytes.toString('base64')}`);
  }
  const fault = faultInSvg(bytes);
  return fault ? err(fault) : ok(`data:image/svg+xml;base64,${bytes.toString('base64')}`);
}

function faultInSvg(bytes: Buffer): string | null {
  let svg: string;
  try {
    svg = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return 'UTF-8';
  }
  svg = svg.replace(/^<\?xml [^<>]*\?>\s*/, '');
  if (!/^<svg[\s>]/.test(svg) || !/<\/svg>$|^<svg[^<]*\/>$/.test(svg)) return '<svg>';
  const special = /<[!?]/.exec(svg);
  if (special) return `${special[0]}…`;
  for (const [, name] of svg.matchAll(/<\s*\/?\s*([^\s/>]*)/g))
    if (!ELEMENTS.has(name!)) return `<${name!.slice(0, 40)}>`;
  const handler = /[\s/"'](on[a-z]+)\s*=/i.exec(svg);
  if (handler) return handler[1]!;
  // References within the drawing are fine; whatever else calls itself one is not looked at closely.
  const outside = svg.replace(/\bhref="#[\w-]+"|\burl\(#[\w-]+\)/g, '');
  const reference = /href|url\s*\(/i.exec(outside);
  if (reference) return reference[0];
  if (/javascript:|@import|expression\s*\(|\\/i.test(svg)) return 'javascript:';
  return null;
}
