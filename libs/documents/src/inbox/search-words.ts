import { fold } from '@lib/clients';
import type { SearchWords } from '../document/document.store.js';

/** As much text of a file as is searched. */
const MOST_TEXT = 60_000;
/** Longer words are no words but encoded data. */
const LONGEST_WORD = 60;

/** Numbers and amounts stay together for the folded search: `RE-2026/0815` is found by `re-2026`, `0815` and `re20260815`. */
const NUMBERS = /[\p{L}\p{N}]+(?:[-/.,_ ]?[\p{N}][\p{L}\p{N}]*)+/gu;

/**
 * The words under which a document is found. `head` is what the inbox knows of it (numbers, supplier), `body` what its file says. Folded
 * words make beginnings of words and every spelling of umlauts findable; the German stems make "Rechnungen" find "Rechnung".
 */
export function searchWords(head: readonly (string | null | undefined)[], body: string): SearchWords {
  const known = head.filter(Boolean).join('\n');
  const text = `${known}\n${body}`.slice(0, MOST_TEXT);
  const joined = [...text.matchAll(NUMBERS)]
    .slice(0, 2_000)
    .map(([number]) => number.replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((number) => number.length >= 4 && number.length <= 40);
  return { text, folded: wordsOf(`${text}\n${joined.join(' ')}`).join(' ') };
}

/** The folded words of a text, each once. */
export function wordsOf(text: string): string[] {
  const words = fold(text)
    .split(/[ .]+/)
    .filter((word) => word !== '' && word.length <= LONGEST_WORD);
  return [...new Set(words)];
}

/**
 * The conditions for PostgreSQL, the strictest first: all words that were typed, each as the beginning of a word, and numbers with their
 * separators as one; then numbers in their parts, for what the file separates otherwise. Answers texts for `to_tsquery('simple', …)`; none
 * where nothing searchable was typed.
 */
export function prefixQueries(typed: string): string[] {
  const text = typed.slice(0, 200);
  const joined = text.replace(TYPED_NUMBER, (number) => number.replace(/[^\p{L}\p{N}]+/gu, ''));
  return [...new Set([joined, text].map(asPrefixes))].filter((query) => query !== '');
}

/** A number as it is typed: parts with separators and without blanks, of which at least one is digits. */
const TYPED_NUMBER = /(?=[^\s]*\p{N})[\p{L}\p{N}]+(?:[-/.,_][\p{L}\p{N}]+)+/gu;

const asPrefixes = (text: string): string =>
  wordsOf(text)
    .slice(0, 12)
    .map((word) => `${word.replaceAll("'", '')}:*`)
    .join(' & ');
