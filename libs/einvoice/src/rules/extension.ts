import { type CodeList, MIME_TYPES } from '../code-lists/index.js';
import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, down, one, some, textOf, tidy } from './invoice-tree.js';
import { attributeIn, missing, notInList, someFilled } from './kinds.js';
import { amountIn, currencyOf, money } from './money.js';
import { ZERO, atMostTwoDecimals, cents, decimal, sum } from './numbers.js';
import { type Rule, type Scope, type Test, anywhere, check, fromRoot, root, rule } from './rule.js';
import { LISTS_1_3_15, SCHEMED, isCreditorId } from './code-list-rules.js';
import { CONTEXT, LINE, TRADE } from './ways.js';
import { XRECHNUNG_3_EXTENSION } from './xrechnung-ids.js';

/*
 * The extension of XRechnung (BR-DEX-*): lines below lines, payments of third parties, XML attachments, and the codes of
 * digital health applications. These rules ask only invoices whose BT-24 names the extension.
 */

function isExtension(tree: InvoiceTree): boolean {
  return tree.once(isExtension, () => {
    const way =
      tree.syntax === 'ubl'
        ? 'cbc:CustomizationID'
        : `${CONTEXT}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID`;
    return some(tree.root, way, (id) => textOf(id) === XRECHNUNG_3_EXTENSION);
  });
}

function ofExtension(scope: Scope): Scope {
  return (tree) => (isExtension(tree) ? scope(tree) : []);
}

/** Most of the extension's own structure exists for invoices only, not for credit notes. */
function ofExtensionInvoice(scope: Scope): Scope {
  return (tree) => (isExtension(tree) && tree.root.tag === 'ubl:Invoice' ? scope(tree) : []);
}

const HEALTH = 'XR01 XR02 XR03';
// The official row of schemes ends without a blank, so that its last code, 0244, is never found.
const IDENTIFIERS = LISTS_1_3_15.identifierSchemes.with({ add: HEALTH, drop: '0244' });
const ADDRESSES = LISTS_1_3_15.electronicAddresses.with({ add: HEALTH });
/** In the official rows two blanks meet behind the added codes, so that an empty scheme is found as well. */
function schemeIn(list: CodeList): Test {
  const known = attributeIn(list, 'schemeID');
  return (here, tree) => known(here, tree) || tidy(here.attributes['schemeID'] ?? '') === '';
}
const MIMES = MIME_TYPES.with({ add: 'application/xml' });

function subLines(line: XmlElement): readonly XmlElement[] {
  return down(line, 'cac:SubInvoiceLine');
}

function equalsItsSubLines(line: XmlElement): boolean {
  const net = decimal(one(line, 'cbc:LineExtensionAmount'));
  return net !== null && net.eq(sum(subLines(line).flatMap((sub) => down(sub, 'cbc:LineExtensionAmount'))));
}

function thirdPartyPayments(beside: XmlElement): ReturnType<typeof sum> {
  const amounts = down(beside, 'cac:PrepaidPayment/cbc:PaidAmount');
  return amounts.some((amount) => textOf(amount).trim() !== '') ? sum(amounts) : ZERO;
}

export const extensionRules: Rule[] = [
  rule('BR-DEX-01', 'fatal', 'BT-125-1', {
    ubl: check(ofExtension(anywhere('cbc:EmbeddedDocumentBinaryObject')), hasKnownType),
    cii: check(ofExtension(anywhere('ram:AttachmentBinaryObject')), hasKnownType),
    says: notInList('BT-125-1', MIMES, 'mimeCode'),
  }),
  rule('BR-DEX-02', 'warning', 'BG-DEX-01 BT-131', {
    ubl: check(
      ofExtensionInvoice(root),
      (here, tree) =>
        down(here, 'cac:InvoiceLine').every((line) => subLines(line).length === 0 || equalsItsSubLines(line)) &&
        tree.all('cac:SubInvoiceLine').every((line) => subLines(line).length === 0 || equalsItsSubLines(line)),
    ),
    says: {
      de: 'Der Nettobetrag einer Position (BT-131) ist nicht die Summe ihrer Unterpositionen (BG-DEX-01).',
      en: 'A line’s net amount (BT-131) is not the sum of its sub lines (BG-DEX-01).',
    },
  }),
  rule('BR-DEX-03', 'fatal', 'BG-DEX-01 BG-30', {
    ubl: check(ofExtensionInvoice(root), (_, tree) =>
      tree
        .all('cac:SubInvoiceLine')
        .every((line) => down(line, 'cac:Item').every((item) => down(item, 'cac:ClassifiedTaxCategory').length === 1)),
    ),
    says: {
      de: 'Jede Unterposition (BG-DEX-01) muss genau eine Umsatzsteuerkategorie haben.',
      en: 'Each sub line (BG-DEX-01) must have exactly one VAT category.',
    },
  }),
  rule('BR-DEX-04', 'fatal', 'BT-29-1 BT-46-1 BT-60-1', {
    ubl: check(
      ofExtension(SCHEMED.partyIds.ubl),
      (here, tree) => schemeIn(IDENTIFIERS)(here, tree) || isCreditorId(here),
    ),
    cii: check(ofExtension(SCHEMED.partyIds.cii), schemeIn(IDENTIFIERS)),
    says: notInList('BT-29-1', IDENTIFIERS, 'schemeID'),
  }),
  rule('BR-DEX-05', 'fatal', 'BT-30-1 BT-47-1 BT-61-1', {
    ubl: check(ofExtension(SCHEMED.legalIds.ubl), schemeIn(IDENTIFIERS)),
    cii: check(ofExtension(SCHEMED.legalIds.cii), schemeIn(IDENTIFIERS)),
    says: notInList('BT-30-1', IDENTIFIERS, 'schemeID'),
  }),
  rule('BR-DEX-06', 'fatal', 'BT-157-1', {
    ubl: check(ofExtension(SCHEMED.itemIds.ubl), schemeIn(IDENTIFIERS)),
    cii: check(ofExtension(SCHEMED.itemIds.cii), schemeIn(IDENTIFIERS)),
    says: notInList('BT-157-1', IDENTIFIERS, 'schemeID'),
  }),
  rule('BR-DEX-07', 'fatal', 'BT-34-1 BT-49-1', {
    ubl: check(ofExtension(SCHEMED.addresses.ubl), schemeIn(ADDRESSES)),
    cii: check(ofExtension(SCHEMED.addresses.cii), schemeIn(ADDRESSES)),
    says: notInList('BT-34-1', ADDRESSES, 'schemeID'),
  }),
  rule('BR-DEX-08', 'fatal', 'BT-71-1', {
    ubl: check(ofExtension(SCHEMED.locations.ubl), schemeIn(IDENTIFIERS)),
    cii: check(ofExtension(SCHEMED.locations.cii), schemeIn(IDENTIFIERS)),
    says: notInList('BT-71-1', IDENTIFIERS, 'schemeID'),
  }),
  rule('BR-DEX-09', 'fatal', 'BT-115 BT-112 BT-113 BT-114 BT-DEX-002', {
    ubl: check(ofExtension(anywhere('cac:LegalMonetaryTotal')), (here) => {
      const payable = decimal(one(here, 'cbc:PayableAmount'));
      const gross = decimal(one(here, 'cbc:TaxInclusiveAmount'));
      if (payable === null || gross === null) return false;
      const rounding = decimal(one(here, 'cbc:PayableRoundingAmount')) ?? ZERO;
      const prepaid = decimal(one(here, 'cbc:PrepaidAmount')) ?? ZERO;
      return cents(payable.minus(rounding)).eq(cents(gross.minus(prepaid).plus(thirdPartyPayments(here.parent!))));
    }),
    says: (here, tree) => {
      const given = amountIn(down(here, 'cbc:PayableAmount')[0] ?? null, tree);
      const third = money(thirdPartyPayments(here.parent!), currencyOf(tree));
      return {
        de: `Der Zahlbetrag (BT-115: ${given.de}) ist nicht Rechnungsbetrag mit Umsatzsteuer (BT-112) abzüglich gezahltem Betrag (BT-113) zuzüglich Rundung (BT-114) und Zahlungen Dritter (BT-DEX-002: ${third.de}).`,
        en: `The amount due (BT-115: ${given.en}) is not the total with VAT (BT-112) less paid amount (BT-113) plus rounding (BT-114) and third party payments (BT-DEX-002: ${third.en}).`,
      };
    },
  }),
  rule('BR-DEX-10', 'fatal', 'BT-DEX-001', {
    ubl: check(ofExtensionInvoice(fromRoot('cac:PrepaidPayment')), someFilled('cbc:ID')),
    says: missing('BT-DEX-001'),
  }),
  rule('BR-DEX-11', 'fatal', 'BT-DEX-002', {
    ubl: check(ofExtensionInvoice(fromRoot('cac:PrepaidPayment')), someFilled('cbc:PaidAmount')),
    says: missing('BT-DEX-002'),
  }),
  rule('BR-DEX-12', 'fatal', 'BT-DEX-003', {
    ubl: check(ofExtensionInvoice(fromRoot('cac:PrepaidPayment')), someFilled('cbc:InstructionID')),
    says: missing('BT-DEX-003'),
  }),
  rule('BR-DEX-13', 'fatal', 'BT-DEX-002', {
    ubl: check(ofExtensionInvoice(fromRoot('cac:PrepaidPayment')), (here) =>
      atMostTwoDecimals(one(here, 'cbc:PaidAmount')),
    ),
    says: {
      de: 'Der Betrag der Zahlung des Dritten (BT-DEX-002) hat mehr als zwei Nachkommastellen.',
      en: 'The third party payment amount (BT-DEX-002) has more than two decimals.',
    },
  }),
  rule('BR-DEX-14', 'fatal', 'BT-DEX-002 BT-5', {
    ubl: check(ofExtensionInvoice(fromRoot('cac:PrepaidPayment')), (here) => {
      const currencies = down(here.parent!, 'cbc:DocumentCurrencyCode').map(textOf);
      return some(here, 'cbc:PaidAmount', (amount) => currencies.includes(amount.attributes['currencyID'] ?? '\u0000'));
    }),
    says: {
      de: 'Der Betrag der Zahlung des Dritten (BT-DEX-002) ist nicht in der Rechnungswährung (BT-5).',
      en: 'The third party payment amount (BT-DEX-002) is not in the invoice currency (BT-5).',
    },
  }),
  rule('BR-DEX-15', 'warning', 'BG-DEX-01', {
    cii: check(
      ofExtension(fromRoot(`${TRADE}/${LINE}/ram:AssociatedDocumentLineDocument`)),
      (_, tree) => tree.all('ram:ParentLineID').length === 0,
    ),
    says: {
      de: 'Unterpositionen (BG-DEX-01) sind in dieser Syntax nicht vorgesehen.',
      en: 'Sub lines (BG-DEX-01) are not provided for in this syntax.',
    },
  }),
];

function hasKnownType(here: XmlElement): boolean {
  return MIMES.has(here.attributes['mimeCode'] ?? '');
}
