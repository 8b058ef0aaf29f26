/** A Leitweg-ID without its check digits, with a hyphen in between: coarse (2–12 digits), fine (up to 30, optional), check (2). */
const SHAPE = /^([0-9]{2,12})(?:-([A-Z0-9]{1,30}))?-([0-9]{2})$/;

/** A Leitweg-ID as it is compared: without blanks around it, upper case. */
export const leitwegIdKey = (text: string): string => text.trim().toUpperCase();

/** Whether a text has the form of a Leitweg-ID; its check digits may be wrong. */
export const looksLikeLeitwegId = (text: string): boolean => SHAPE.test(leitwegIdKey(text));

/**
 * Whether a text is a Leitweg-ID with right check digits: ISO 7064 MOD 97-10 over all characters without hyphens, letters as 10 to 35.
 * No official rule of EN 16931 or XRechnung checks this.
 */
export function isLeitwegId(text: string): boolean {
  const key = leitwegIdKey(text);
  if (!SHAPE.test(key)) return false;
  let rest = 0;
  for (const character of key.replaceAll('-', '')) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
