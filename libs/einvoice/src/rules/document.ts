import { some, textOf, tidy, tidyText, down } from './invoice-tree.js';
import { carries, dayOf, filled, missing, shown, someNotBefore, textsOf, there } from './kinds.js';
import { type Rule, type Test, anywhere, check, fromRoot, only, placed, root, rule } from './rule.js';
import { CONTEXT, HEAD, LINE, LINES_CII, LINES_UBL, LINE_SETTLEMENT, SETTLEMENT, TOTALS } from './ways.js';

/*
 * The invoice's head, its references, periods and attachments.
 */

const periodEndsAfterStart: Test = (here) => {
  const start = down(here, 'cbc:StartDate')[0];
  const end = down(here, 'cbc:EndDate')[0];
  return start === undefined || end === undefined || dayOf(end) >= dayOf(start);
};

/** CII compares the digits, and only dates of format 102 (YYYYMMDD). */
const periodEndsAfterStartCii: Test = (here) => {
  if (down(here, 'ram:StartDateTime').length === 0 || down(here, 'ram:EndDateTime').length === 0) return true;
  const digits = (way: string): string[] =>
    down(here, way)
      .filter((date) => date.attributes['format'] === '102')
      .map(textOf);
  return someNotBefore(digits('ram:EndDateTime/udt:DateTimeString'), digits('ram:StartDateTime/udt:DateTimeString'));
};

const LINE_PERIODS_UBL = placed('cac:InvoiceLine/cac:InvoicePeriod', 'cac:CreditNoteLine/cac:InvoicePeriod');
const OTHER_PERIODS_UBL = only(
  anywhere('cac:InvoicePeriod'),
  (here) => here.parent?.tag !== 'cac:InvoiceLine' && here.parent?.tag !== 'cac:CreditNoteLine',
);
const LINE_PERIODS_CII = placed(`${LINE_SETTLEMENT}/ram:BillingSpecifiedPeriod`);
const HEADER_PERIODS_CII = placed('ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod');

export const documentRules: Rule[] = [
  rule('BR-01', 'fatal', 'BT-24', {
    ubl: check(root, filled('cbc:CustomizationID')),
    cii: check(root, filled(`${CONTEXT}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID`)),
    says: missing('BT-24'),
  }),
  rule('BR-02', 'fatal', 'BT-1', {
    ubl: check(root, filled('cbc:ID')),
    cii: check(root, filled(`${HEAD}/ram:ID`)),
    says: missing('BT-1'),
  }),
  rule('BR-03', 'fatal', 'BT-2', {
    ubl: check(root, filled('cbc:IssueDate')),
    cii: check(root, (here) =>
      down(here, `${HEAD}/ram:IssueDateTime/udt:DateTimeString`).some(
        (date) => date.attributes['format'] === '102' && tidyText(date) !== '',
      ),
    ),
    says: missing('BT-2'),
  }),
  rule('BR-04', 'fatal', 'BT-3', {
    ubl: check(
      root,
      (here, tree) => filled('cbc:InvoiceTypeCode')(here, tree) || filled('cbc:CreditNoteTypeCode')(here, tree),
    ),
    cii: check(root, filled(`${HEAD}/ram:TypeCode`)),
    says: missing('BT-3'),
  }),
  rule('BR-05', 'fatal', 'BT-5', {
    ubl: check(root, filled('cbc:DocumentCurrencyCode')),
    cii: check(root, filled(`${SETTLEMENT}/ram:InvoiceCurrencyCode`)),
    says: missing('BT-5'),
  }),
  rule('BR-16', 'fatal', 'BG-25', {
    ubl: check(root, there('cac:InvoiceLine', 'cac:CreditNoteLine')),
    cii: check(root, (_, tree) => tree.all(LINE).length > 0),
    says: { de: 'Die Rechnung hat keine Position (BG-25).', en: 'The invoice has no line (BG-25).' },
  }),
  rule('BR-53', 'fatal', 'BT-111 BT-6', {
    ubl: check(root, (here, tree) => {
      const given = new Set(placed('cac:TaxTotal/cbc:TaxAmount')(tree).map((tax) => tax.attributes['currencyID']));
      return textsOf(here, 'cbc:TaxCurrencyCode').every((currency) => given.has(currency));
    }),
    cii: check(anywhere(TOTALS), (here, tree) => {
      const accounting = textsOf(tree.root, `${SETTLEMENT}/ram:TaxCurrencyCode`);
      if (accounting.length === 0) return true;
      const own = textsOf(tree.root, `${SETTLEMENT}/ram:InvoiceCurrencyCode`);
      return (
        some(here, 'ram:TaxTotalAmount', (tax) => accounting.includes(tax.attributes['currencyID'] ?? '\u0000')) &&
        !accounting.some((currency) => own.includes(currency))
      );
    }),
    says: {
      de: 'Die Rechnung nennt eine eigene Währung der Umsatzsteuer (BT-6), aber nicht die Umsatzsteuer in dieser Währung (BT-111).',
      en: 'The invoice names a VAT accounting currency (BT-6) but not the VAT in that currency (BT-111).',
    },
  }),
  rule('BR-29', 'fatal', 'BT-74 BT-73', {
    ubl: check(OTHER_PERIODS_UBL, periodEndsAfterStart),
    cii: check(HEADER_PERIODS_CII, periodEndsAfterStartCii),
    says: (here, tree) =>
      tree.syntax === 'ubl'
        ? periodMessage('BT-74', 'BT-73', shown(here, 'cbc:EndDate'), shown(here, 'cbc:StartDate'))
        : periodMessage(
            'BT-74',
            'BT-73',
            shown(here, 'ram:EndDateTime/udt:DateTimeString'),
            shown(here, 'ram:StartDateTime/udt:DateTimeString'),
          ),
  }),
  rule('BR-30', 'fatal', 'BT-135 BT-134', {
    ubl: check(LINE_PERIODS_UBL, periodEndsAfterStart),
    cii: check(LINE_PERIODS_CII, periodEndsAfterStartCii),
    says: (here, tree) =>
      tree.syntax === 'ubl'
        ? periodMessage('BT-135', 'BT-134', shown(here, 'cbc:EndDate'), shown(here, 'cbc:StartDate'))
        : periodMessage(
            'BT-135',
            'BT-134',
            shown(here, 'ram:EndDateTime/udt:DateTimeString'),
            shown(here, 'ram:StartDateTime/udt:DateTimeString'),
          ),
  }),
  rule('BR-CO-19', 'fatal', 'BT-73 BT-74', {
    ubl: check(OTHER_PERIODS_UBL, there('cbc:StartDate', 'cbc:EndDate', 'cbc:DescriptionCode')),
    cii: check(HEADER_PERIODS_CII, there('ram:StartDateTime', 'ram:EndDateTime')),
    says: missing('BT-73', 'BT-74'),
  }),
  rule('BR-CO-20', 'fatal', 'BT-134 BT-135', {
    ubl: check(LINE_PERIODS_UBL, there('cbc:StartDate', 'cbc:EndDate')),
    cii: check(LINE_PERIODS_CII, there('ram:StartDateTime', 'ram:EndDateTime')),
    says: missing('BT-134', 'BT-135'),
  }),
  rule('BR-52', 'fatal', 'BT-122', {
    ubl: check(anywhere('cac:AdditionalDocumentReference'), filled('cbc:ID')),
    cii: check(anywhere('ram:AdditionalReferencedDocument'), filled('ram:IssuerAssignedID')),
    says: missing('BT-122'),
  }),
  rule('BR-55', 'fatal', 'BT-25', {
    ubl: check(anywhere('cac:BillingReference'), there('cac:InvoiceDocumentReference/cbc:ID')),
    cii: check(fromRoot(`${SETTLEMENT}/ram:InvoiceReferencedDocument`), filled('ram:IssuerAssignedID')),
    says: missing('BT-25'),
  }),
];

function periodMessage(end: string, start: string, endDate: string, startDate: string): { de: string; en: string } {
  return {
    de: `Der Zeitraum endet (${end}: ${endDate}), bevor er beginnt (${start}: ${startDate}).`,
    en: `The period ends (${end}: ${endDate}) before it begins (${start}: ${startDate}).`,
  };
}

/** BG-25 with quantity, price and item. */
export const lineRules: Rule[] = [
  rule('BR-21', 'fatal', 'BT-126', {
    ubl: check(LINES_UBL, filled('cbc:ID')),
    cii: check(LINES_CII, filled('ram:AssociatedDocumentLineDocument/ram:LineID')),
    says: missing('BT-126'),
  }),
  rule('BR-22', 'fatal', 'BT-129', {
    ubl: check(LINES_UBL, there('cbc:InvoicedQuantity', 'cbc:CreditedQuantity')),
    cii: check(LINES_CII, there('ram:SpecifiedLineTradeDelivery/ram:BilledQuantity')),
    says: missing('BT-129'),
  }),
  rule('BR-23', 'fatal', 'BT-130', {
    ubl: check(
      LINES_UBL,
      (here) => some(here, 'cbc:InvoicedQuantity', hasUnit) || some(here, 'cbc:CreditedQuantity', hasUnit),
    ),
    cii: check(LINES_CII, (here) => some(here, 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity', hasUnit)),
    says: missing('BT-130'),
  }),
  rule('BR-24', 'fatal', 'BT-131', {
    ubl: check(LINES_UBL, there('cbc:LineExtensionAmount')),
    cii: check(
      LINES_CII,
      there(`${LINE_SETTLEMENT}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`),
    ),
    says: missing('BT-131'),
  }),
  rule('BR-25', 'fatal', 'BT-153', {
    ubl: check(LINES_UBL, filled('cac:Item/cbc:Name')),
    cii: check(LINES_CII, filled('ram:SpecifiedTradeProduct/ram:Name')),
    says: missing('BT-153'),
  }),
  rule('BR-26', 'fatal', 'BT-146', {
    ubl: check(LINES_UBL, there('cac:Price/cbc:PriceAmount')),
    cii: check(LINES_CII, there('ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount')),
    says: missing('BT-146'),
  }),
  rule('BR-54', 'fatal', 'BT-160 BT-161', {
    ubl: check(
      anywhere('cac:AdditionalItemProperty'),
      (here, tree) => there('cbc:Name')(here, tree) && there('cbc:Value')(here, tree),
    ),
    cii: check(
      anywhere('ram:ApplicableProductCharacteristic'),
      (here, tree) => there('ram:Description')(here, tree) && there('ram:Value')(here, tree),
    ),
    says: missing('BT-160', 'BT-161'),
  }),
  rule('BR-64', 'fatal', 'BT-157-1', {
    ubl: check(
      placed(
        'cac:InvoiceLine/cac:Item/cac:StandardItemIdentification/cbc:ID',
        'cac:CreditNoteLine/cac:Item/cac:StandardItemIdentification/cbc:ID',
      ),
      carries('schemeID'),
    ),
    cii: check(LINES_CII, (here) => {
      const ids = down(here, 'ram:SpecifiedTradeProduct/ram:GlobalID');
      return ids.length === 0 || ids.some((id) => tidy(id.attributes['schemeID'] ?? '') !== '');
    }),
    says: missing('BT-157-1'),
  }),
  rule('BR-65', 'fatal', 'BT-158-1', {
    ubl: check(
      placed(
        'cac:InvoiceLine/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode',
        'cac:CreditNoteLine/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode',
      ),
      carries('listID'),
    ),
    cii: check(anywhere('ram:DesignatedProductClassification'), (here) => {
      const codes = down(here, 'ram:ClassCode');
      return codes.length === 0 || codes.some((code) => tidy(code.attributes['listID'] ?? '') !== '');
    }),
    says: missing('BT-158-1'),
  }),
];

function hasUnit(quantity: { attributes: Readonly<Record<string, string>> }): boolean {
  return quantity.attributes['unitCode'] !== undefined;
}
