import { fold } from '@lib/clients';

/** An invoice number as duplicates are compared: upper case, without blanks, hyphens, slashes and leading zeros. */
export function invoiceNoKey(number: string | null | undefined): string | null {
  if (!number) return null;
  // Taken apart for the work: capitals of a few letters come apart, and what a removed blank kept apart joins.
  const bare = number
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[\s\p{C}\p{Pd}/\\−]+/gu, '')
    .normalize('NFKC');
  const key = bare.replace(/^0+(?=.)/, '').slice(0, 200);
  return key === '' ? null : key;
}

/** A VAT id without blanks and points, upper case; null where nothing remains. */
export function vatIdKey(vatId: string | null | undefined): string | null {
  const key = (vatId ?? '').toUpperCase().replace(/[^0-9A-Z]/g, '');
  return key.length >= 4 ? key.slice(0, 40) : null;
}

/** A German tax number as its digits. */
export function taxNumberKey(taxNumber: string | null | undefined): string | null {
  const key = (taxNumber ?? '').replace(/\D/g, '');
  return key.length >= 6 ? key.slice(0, 40) : null;
}

/** An IBAN without blanks, upper case. */
export function ibanKey(iban: string | null | undefined): string | null {
  const key = (iban ?? '').toUpperCase().replace(/[^0-9A-Z]/g, '');
  return key === '' ? null : key.slice(0, 40);
}

/** A name as it is compared: without case, diacritics and punctuation. */
export function nameKey(name: string | null | undefined): string | null {
  const key = fold(name ?? '')
    .replaceAll('.', '')
    .trim();
  return key === '' ? null : key.slice(0, 200);
}

export interface Seller {
  vatId: string | null;
  taxNumber: string | null;
  name: string | null;
  iban: string | null;
}

/**
 * Every way in which a seller can be told, strongest first: VAT id, tax number, name with IBAN, and the partner as whom the client
 * knows it. An invoice number is held under each, so the PDF without VAT id meets the XML that has one.
 */
export function sellerKeys(seller: Seller, partnerId: string | null): string[] {
  const [vat, tax, name, iban] = [
    vatIdKey(seller.vatId),
    taxNumberKey(seller.taxNumber),
    nameKey(seller.name),
    ibanKey(seller.iban),
  ];
  const keys: string[] = [];
  if (vat) keys.push(`vat:${vat}`);
  if (tax) keys.push(`tax:${tax}`);
  if (name && iban) keys.push(`name:${name}|${iban}`);
  else if (name && !vat && !tax && !partnerId) keys.push(`name:${name}`);
  if (partnerId) keys.push(`partner:${partnerId}`);
  return keys;
}
