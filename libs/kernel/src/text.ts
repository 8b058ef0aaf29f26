/** The beginning of a text, so many UTF-16 units at most and never half a character: half a one is no text and no JSON. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
