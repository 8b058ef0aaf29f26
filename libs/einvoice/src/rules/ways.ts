import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, down, some, textOf, tidyText } from './invoice-tree.js';
import { type Scope, anywhere, only, placed } from './rule.js';

/*
 * Where things stand in the two syntaxes, as far as many rules share it. UBL's ways begin at the root or at the group
 * named; CII's three header groups are long, so they have names.
 */

export const TRADE = 'rsm:SupplyChainTradeTransaction';
export const AGREEMENT = `${TRADE}/ram:ApplicableHeaderTradeAgreement`;
export const DELIVERY = `${TRADE}/ram:ApplicableHeaderTradeDelivery`;
export const SETTLEMENT = `${TRADE}/ram:ApplicableHeaderTradeSettlement`;
export const HEAD = 'rsm:ExchangedDocument';
export const CONTEXT = 'rsm:ExchangedDocumentContext';
export const SELLER_CII = `${AGREEMENT}/ram:SellerTradeParty`;
export const BUYER_CII = `${AGREEMENT}/ram:BuyerTradeParty`;
export const SELLER_UBL = 'cac:AccountingSupplierParty/cac:Party';
export const BUYER_UBL = 'cac:AccountingCustomerParty/cac:Party';
export const TOTALS = 'ram:SpecifiedTradeSettlementHeaderMonetarySummation';
export const MEANS = 'ram:SpecifiedTradeSettlementPaymentMeans';
export const PAYEE_ACCOUNT = 'ram:PayeePartyCreditorFinancialAccount';
export const LINE = 'ram:IncludedSupplyChainTradeLineItem';
export const LINE_SETTLEMENT = 'ram:SpecifiedLineTradeSettlement';
export const LINE_NET = 'ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount';
export const NET_PRICE = 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice';
export const GROSS_PRICE = 'ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice';
export const QUANTITY = 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity';
export const ALLOWANCE_CHARGE = 'ram:SpecifiedTradeAllowanceCharge';

/** BG-25 of both UBL documents. */
export const LINES_UBL = anywhere('cac:InvoiceLine', 'cac:CreditNoteLine');
export const LINES_CII = anywhere(LINE);

/** Whether the charge indicator says charge (true) or allowance (false); null where it is absent or unreadable. */
export function chargeIndicator(of: XmlElement, tree: InvoiceTree): boolean | null {
  const text =
    tree.syntax === 'ubl'
      ? down(of, 'cbc:ChargeIndicator').map(tidyText)
      : down(of, 'ram:ChargeIndicator/udt:Indicator').map(tidyText);
  if (text.some((word) => word === 'true' || word === '1')) return true;
  if (text.some((word) => word === 'false' || word === '0')) return false;
  return null;
}

export function isAllowance(of: XmlElement, tree: InvoiceTree): boolean {
  return chargeIndicator(of, tree) === false;
}

export function isCharge(of: XmlElement, tree: InvoiceTree): boolean {
  return chargeIndicator(of, tree) === true;
}

/** BG-20 and BG-21 of the whole document. */
export const DOCUMENT_ALLOWANCES_UBL = only(
  placed('ubl:Invoice/cac:AllowanceCharge', 'cn:CreditNote/cac:AllowanceCharge'),
  isAllowance,
);
export const DOCUMENT_CHARGES_UBL = only(
  placed('ubl:Invoice/cac:AllowanceCharge', 'cn:CreditNote/cac:AllowanceCharge'),
  isCharge,
);
/** BG-27 and BG-28. */
export const LINE_ALLOWANCES_UBL = only(
  placed('cac:InvoiceLine/cac:AllowanceCharge', 'cac:CreditNoteLine/cac:AllowanceCharge'),
  isAllowance,
);
export const LINE_CHARGES_UBL = only(
  placed('cac:InvoiceLine/cac:AllowanceCharge', 'cac:CreditNoteLine/cac:AllowanceCharge'),
  isCharge,
);

/** In CII the official rules know only the words, not the figures 0 and 1, and ask at the indicator. */
function indicated(way: string, word: string): Scope {
  return only(placed(way), (here) => some(here, 'ram:ChargeIndicator/udt:Indicator', (e) => textOf(e) === word));
}

const HEADER_ALLOWANCE_CHARGE = `ram:ApplicableHeaderTradeSettlement/${ALLOWANCE_CHARGE}`;
const LINE_ALLOWANCE_CHARGE = `${LINE_SETTLEMENT}/${ALLOWANCE_CHARGE}`;
export const DOCUMENT_ALLOWANCES_CII = indicated(HEADER_ALLOWANCE_CHARGE, 'false');
export const DOCUMENT_CHARGES_CII = indicated(HEADER_ALLOWANCE_CHARGE, 'true');
export const LINE_ALLOWANCES_CII = indicated(LINE_ALLOWANCE_CHARGE, 'false');
export const LINE_CHARGES_CII = indicated(LINE_ALLOWANCE_CHARGE, 'true');

/** Whether a UBL tax category or registration is about VAT. */
export function isVat(of: XmlElement): boolean {
  return of.children.some(
    (child) =>
      child.tag === 'cac:TaxScheme' &&
      child.children.some((id) => id.tag === 'cbc:ID' && tidyText(id).toUpperCase() === 'VAT'),
  );
}

/** Whether a CII tax is VAT. */
export function isVatTax(of: XmlElement): boolean {
  return some(of, 'ram:TypeCode', (code) => textOf(code).toUpperCase() === 'VAT');
}

/** Tax registrations of a CII party with one of these schemes. */
export function registered(party: XmlElement, ...schemes: string[]): boolean {
  return some(party, 'ram:SpecifiedTaxRegistration/ram:ID', (id) => schemes.includes(id.attributes['schemeID'] ?? ''));
}

/** The position an element belongs to, or null. */
export function lineOf(element: XmlElement): XmlElement | null {
  for (let up: XmlElement | null = element; up !== null; up = up.parent) {
    if (LINE_TAGS.has(up.tag)) return up;
  }
  return null;
}

const LINE_TAGS = new Set(['cac:InvoiceLine', 'cac:CreditNoteLine', 'cac:SubInvoiceLine', LINE]);

/** BT-126 of a position; '' where it has none. */
export function lineIdOf(line: XmlElement): string {
  const way = line.tag === LINE ? 'ram:AssociatedDocumentLineDocument/ram:LineID' : 'cbc:ID';
  return tidyText(down(line, way)[0] ?? null);
}
