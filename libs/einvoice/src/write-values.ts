import type { Identifier, Invoice, SupportingDocument, Text } from './model.js';

/**
 * The tax registrations of a party in the words of one syntax: CII says VA and FC, UBL says VAT and anything else.
 * A party that was not read from a file has only its ids, not the list.
 */
export function registrationsOf(
  party: { taxRegistrations: Identifier[]; vatId: Text; taxNumber: Text },
  schemes: { vat: string; other: string },
): { value: string; scheme: string }[] {
  if (party.taxRegistrations.length === 0) {
    return [
      ...(party.vatId === null ? [] : [{ value: party.vatId, scheme: schemes.vat }]),
      ...(party.taxNumber === null ? [] : [{ value: party.taxNumber, scheme: schemes.other }]),
    ];
  }
  return party.taxRegistrations.map(({ value, scheme }) => ({
    value,
    scheme: value === party.vatId && isVat(scheme) ? schemes.vat : schemes.other,
  }));
}

function isVat(scheme: Text): boolean {
  return scheme !== null && /^VAT?$/i.test(scheme);
}

/** The attachment of a document as Base64, or null where it has none. @throws RangeError where it cannot be decoded */
export function base64Of(document: SupportingDocument): string | null {
  if (document.attachment === null) return null;
  const bytes = document.attachment.decode();
  if (bytes === null) throw new RangeError(`the attachment of ${document.reference ?? 'BG-24'} is no Base64`);
  return Buffer.from(bytes).toString('base64');
}

/** What belongs to extensions is refused, because leaving it out would falsify sums. */
export function refuseExtensions(invoice: Invoice): void {
  if (invoice.thirdPartyPayments.length > 0) throw new RangeError('third party payments (BG-DEX-09) are not written');
  if ((invoice.logisticsCharges ?? []).length > 0) throw new RangeError('logistics charges are not written');
  if (invoice.lines.some((line) => line.subLines.length > 0)) throw new RangeError('sub-lines are not written');
}
