/**
 * Characters that a reader does not see, or that make him see something else: control characters (without tab and line
 * breaks), soft hyphen, marks and overrides of the reading direction, zero-width characters, byte order marks, the
 * invisible tags of plane 14, line and paragraph separators, private and unpaired code units.
 */
const HIDDEN =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|\u034f|\u17b4|\u17b5|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

const code = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Which hidden characters a text has, as `U+202E`, each once, in order of appearance, at most 20. */
export function hiddenCharacters(text: string): string[] {
  const found = new Set<string>();
  for (const [character] of text.matchAll(HIDDEN)) {
    found.add(code(character));
    if (found.size === 20) break;
  }
  return [...found];
}

/**
 * Makes hidden characters visible: `Rech<RLO>nung` becomes `Rech⟦U+202E⟧nung`. What is stored stays as it was; this is
 * for what people see. Harmless text comes back as it is.
 */
export function showText(text: string): string {
  return text.replace(HIDDEN, (character) => `⟦${code(character)}⟧`);
}

/** Leaves hidden characters out, for search and comparison. */
export function stripHidden(text: string): string {
  return text.replace(HIDDEN, '');
}

const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
const LONGEST_NAME = 120;

/**
 * A name that is safe to show, to store and to offer for download: the last part of any path, without hidden characters
 * and what file systems refuse, at most 120 characters with the extension kept. Never empty and never a device name.
 */
export function cleanFileName(name: string | null | undefined): string {
  const last =
    stripHidden((name ?? '').normalize('NFC'))
      .split(/[/\\]/)
      .filter((part) => part.trim() !== '')
      .pop() ?? '';
  const cleaned = last
    .replace(/[\t\n\r<>:"|?*]+/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const safe = cleaned === '' ? 'unbenannt' : RESERVED.test(cleaned) ? `_${cleaned}` : cleaned;
  const characters = [...safe];
  if (characters.length <= LONGEST_NAME) return safe;
  const dot = safe.lastIndexOf('.');
  const extension = dot > 0 && safe.length - dot <= 12 ? safe.slice(dot) : '';
  return (
    characters
      .slice(0, LONGEST_NAME - extension.length)
      .join('')
      .trimEnd() + extension
  );
}
