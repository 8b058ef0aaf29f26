import { down, has, one, some, textOf, tidyText } from './invoice-tree.js';
import { missing, notBoth, there, tooPrecise } from './kinds.js';
import { amountIn } from './money.js';
import { HUNDRED, ONE, atMostTwoDecimals, cents, decimal, decimalIn, quotient, whole } from './numbers.js';
import { type Rule, type Scope, type Test, anywhere, check, only, placed, root, rule } from './rule.js';
import { BREAKDOWN_CII } from './vat-categories.js';
import { TRADE, isVat, isVatTax } from './ways.js';

/*
 * The VAT breakdown (BG-23) whatever its category.
 */

const BREAKDOWN_UBL = placed('cac:TaxTotal/cac:TaxSubtotal');

/**
 * CII: the official rules stop looking at a breakdown once it was looked at as one of category L, M or O, so these are
 * left out.
 */
const OTHER_BREAKDOWNS_CII: Scope = only(
  BREAKDOWN_CII,
  (here) =>
    !(
      here.parent?.parent?.tag === TRADE &&
      isVatTax(here) &&
      some(here, 'ram:CategoryCode', (code) => ['L', 'M', 'O'].includes(textOf(code)))
    ),
);

const vatCategoryUbl = (here: Parameters<Test>[0]): ReturnType<typeof down> =>
  down(here, 'cac:TaxCategory').filter(isVat);

/** Tax = base × rate; where less than 1 is missing, it passes. */
const taxIsNearUbl: Test = (here) => {
  const categories = vatCategoryUbl(here);
  const rates = categories.flatMap((category) => down(category, 'cbc:Percent'));
  const tax = decimal(one(here, 'cbc:TaxAmount'));
  if (rates.length === 0) return tax !== null && whole(tax).isZero();
  const rate = decimalIn(rates[0]!);
  if (whole(rate).isZero()) return tax !== null && whole(tax).isZero();
  const base = decimal(one(here, 'cbc:TaxableAmount'));
  if (tax === null || base === null) return false;
  const should = cents(base.abs().times(quotient(rate, HUNDRED)));
  return tax.abs().minus(ONE).lt(should) && tax.abs().plus(ONE).gt(should);
};

/** CII lets pass exactly 1 as well. */
const taxIsNearCii: Test = (here) => {
  const isVatTidied = some(here, 'ram:TypeCode', (code) => tidyText(code).toUpperCase() === 'VAT');
  const rateElement = isVatTidied ? one(here, 'ram:RateApplicablePercent') : null;
  const tax = decimal(one(here, 'ram:CalculatedAmount'));
  if (rateElement === null) return tax !== null && whole(tax).isZero();
  const rate = decimalIn(rateElement);
  if (whole(rate).isZero()) return tax !== null && whole(tax).isZero();
  const base = decimal(one(here, 'ram:BasisAmount'));
  if (tax === null || base === null) return false;
  const should = cents(base.abs().times(quotient(rate, HUNDRED)));
  return tax.abs().minus(ONE).lte(should) && tax.abs().plus(ONE).gte(should);
};

export const vatBreakdownRules: Rule[] = [
  rule('BR-CO-18', 'fatal', 'BG-23', {
    ubl: check(root, there('cac:TaxTotal/cac:TaxSubtotal')),
    // asked at every line
    cii: check(anywhere('ram:IncludedSupplyChainTradeLineItem'), (_, tree) =>
      tree.once('has breakdown', () =>
        tree
          .all('ram:ApplicableTradeTax')
          .some((tax) => tax.parent?.tag === 'ram:ApplicableHeaderTradeSettlement' && tax.parent.parent?.tag === TRADE),
      ),
    ),
    says: missing('BG-23'),
  }),
  rule('BR-45', 'fatal', 'BT-116', {
    ubl: check(BREAKDOWN_UBL, there('cbc:TaxableAmount')),
    cii: check(OTHER_BREAKDOWNS_CII, there('ram:BasisAmount')),
    says: missing('BT-116'),
  }),
  rule('BR-46', 'fatal', 'BT-117', {
    ubl: check(BREAKDOWN_UBL, there('cbc:TaxAmount')),
    cii: check(OTHER_BREAKDOWNS_CII, there('ram:CalculatedAmount')),
    says: missing('BT-117'),
  }),
  rule('BR-47', 'fatal', 'BT-118', {
    ubl: check(BREAKDOWN_UBL, (here) => vatCategoryUbl(here).some((category) => has(category, 'cbc:ID'))),
    cii: check(OTHER_BREAKDOWNS_CII, (here) => isVatTax(here) && has(here, 'ram:CategoryCode')),
    says: missing('BT-118'),
  }),
  rule('BR-48', 'fatal', 'BT-119', {
    ubl: check(BREAKDOWN_UBL, (here) =>
      vatCategoryUbl(here).some(
        (category) => has(category, 'cbc:Percent') || some(category, 'cbc:ID', (id) => tidyText(id) === 'O'),
      ),
    ),
    cii: check(
      OTHER_BREAKDOWNS_CII,
      (here) =>
        isVatTax(here) &&
        (has(here, 'ram:RateApplicablePercent') || some(here, 'ram:CategoryCode', (code) => textOf(code) === 'O')),
    ),
    says: missing('BT-119'),
  }),
  rule('BR-CO-17', 'fatal', 'BT-117 BT-116 BT-119', {
    ubl: check(BREAKDOWN_UBL, taxIsNearUbl),
    cii: check(OTHER_BREAKDOWNS_CII, taxIsNearCii),
    says: (here, tree) => {
      const ubl = tree.syntax === 'ubl';
      const tax = amountIn(down(here, ubl ? 'cbc:TaxAmount' : 'ram:CalculatedAmount')[0] ?? null, tree);
      const base = amountIn(down(here, ubl ? 'cbc:TaxableAmount' : 'ram:BasisAmount')[0] ?? null, tree);
      const rate =
        tidyText(down(here, ubl ? 'cac:TaxCategory/cbc:Percent' : 'ram:RateApplicablePercent')[0] ?? null) || '–';
      return {
        de: `Die Umsatzsteuer je Satz (BT-117: ${tax.de}) passt nicht zu ${rate.replace('.', ',')} % (BT-119) auf die Steuerbasis (BT-116: ${base.de}).`,
        en: `The tax amount (BT-117: ${tax.en}) does not match ${rate} % (BT-119) of the taxable amount (BT-116: ${base.en}).`,
      };
    },
  }),
  rule('BR-DEC-19', 'fatal', 'BT-116', {
    ubl: check(BREAKDOWN_UBL, (here) => atMostTwoDecimals(one(here, 'cbc:TaxableAmount'))),
    cii: check(OTHER_BREAKDOWNS_CII, (here) => atMostTwoDecimals(one(here, 'ram:BasisAmount'))),
    says: precise('BT-116', 'cbc:TaxableAmount', 'ram:BasisAmount'),
  }),
  rule('BR-DEC-20', 'fatal', 'BT-117', {
    ubl: check(BREAKDOWN_UBL, (here) => atMostTwoDecimals(one(here, 'cbc:TaxAmount'))),
    cii: check(OTHER_BREAKDOWNS_CII, (here) => atMostTwoDecimals(one(here, 'ram:CalculatedAmount'))),
    says: precise('BT-117', 'cbc:TaxAmount', 'ram:CalculatedAmount'),
  }),
  rule('BR-CO-03', 'fatal', 'BT-7 BT-8', {
    ubl: check(root, (here) => !has(here, 'cbc:TaxPointDate') || !has(here, 'cac:InvoicePeriod/cbc:DescriptionCode')),
    cii: check(
      OTHER_BREAKDOWNS_CII,
      (_, tree) => tree.all('ram:TaxPointDate').length === 0 || tree.all('ram:DueDateTypeCode').length === 0,
    ),
    says: notBoth('BT-7', 'BT-8'),
  }),
  rule('BR-CO-04', 'fatal', 'BT-151', {
    ubl: check(anywhere('cac:InvoiceLine', 'cac:CreditNoteLine'), (here) =>
      some(here, 'cac:Item/cac:ClassifiedTaxCategory', (category) => isVat(category) && has(category, 'cbc:ID')),
    ),
    cii: check(anywhere('ram:IncludedSupplyChainTradeLineItem'), (here) =>
      some(
        here,
        'ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax',
        (tax) => isVatTax(tax) && has(tax, 'ram:CategoryCode'),
      ),
    ),
    says: missing('BT-151'),
  }),
];

function precise(term: string, ubl: string, cii: string): Rule['message'] {
  const messages = { ubl: tooPrecise(term, ubl), cii: tooPrecise(term, cii) };
  return (here, tree) => {
    const message = messages[tree.syntax];
    return typeof message === 'function' ? message(here, tree) : message;
  };
}
