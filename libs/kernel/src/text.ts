/** The beginning of a text, so many UTF-16 units at most and never half a character: half a one is no text and no JSON. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/**
 * Control characters, and those that turn the direction of what follows: the first would make a sealed form ambiguous, the second
 * let a text show something else than it says. The database knows the same set.
 */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Those that turn the direction, for a class of characters in a pattern. */
export const DIRECTION_MARKS = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';

/** True for a text that may be sealed: without control and direction characters, and without half a character. */
export const isPlainText = (text: string): boolean => !UNSHOWN.test(text) && text.isWellFormed();

/** A stranger's text made one that may be sealed: what may not stand in it becomes a blank. */
export const plainText = (text: string): string =>
  text.toWellFormed().replace(new RegExp(`${UNSHOWN.source}+`, 'g'), ' ');
