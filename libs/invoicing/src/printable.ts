/**
 * What the letter's font can show (Roboto of pdfmake: Latin, Greek, Cyrillic and common signs). PDF/A allows no
 * reference to a glyph that is not there (ISO 19005-3, 6.2.11.8).
 */
const SHOWN =
  /[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01fa-\u01ff\u0218-\u021b\u0237\u0259\u02bc\u02c6\u02c7\u02d8-\u02dd\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2010\u2011\u2013-\u2015\u2017-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2105\u2113\u2116\u2122\u2126\u2212\u221e\u2248\u2260\u2264\u2265]/u;

/** A text as the letter can print it: composed, each character that the font lacks as `?`. The XML keeps what was written. */
export function printable(text: string): string {
  return Array.from(text.normalize('NFC'), (character) => (SHOWN.test(character) ? character : '?')).join('');
}

/** The same for every text in a structure. */
export function printableIn<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T;
  if (Array.isArray(value)) return value.map(printableIn) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, printableIn(part as unknown)])) as T;
}
