/**
 * Whether the check digits of a SEPA creditor identifier are right (ISO 7064 MOD 97-10 over the national identifier, the country
 * and the check digits; the three characters of the business code do not count; EPC262-08). A German one has 18 characters.
 */
export function isCreditorIdentifier(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/.test(text)) return false;
  if (text.startsWith('DE') && !/^DE\d{2}[A-Z0-9]{3}0\d{10}$/.test(text)) return false;
  const digits = (text.slice(7) + text.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
