import type { Text } from './model.js';

/**
 * An invoice number as duplicates are compared: capital letters, without blanks, hyphens and slashes, without leading
 * zeros. `re 2026/0417` and `RE-2026-0417` are one number.
 */
export function normaliseInvoiceNumber(number: Text): string {
  const bare = (number ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212/\\]/gu, '');
  const stripped = bare.replace(/^0+/, '');
  return stripped === '' && bare !== '' ? '0' : stripped;
}
