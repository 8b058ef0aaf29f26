import type { Decimal } from 'decimal.js';
import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, down, first, has, one, textOf } from './invoice-tree.js';
import { missing, there, twoDecimals, tooPrecise } from './kinds.js';
import { amountIn, currencyOf, money } from './money.js';
import { atMostTwoDecimals, cents, decimal, double, doubleCents, doubleSum, exactOf, sum, truth } from './numbers.js';
import { type Message, type Rule, type Scope, type Test, anywhere, check, fromRoot, only, root, rule } from './rule.js';
import { named } from './terms.js';
import {
  ALLOWANCE_CHARGE,
  DOCUMENT_ALLOWANCES_CII,
  DOCUMENT_ALLOWANCES_UBL,
  DOCUMENT_CHARGES_CII,
  DOCUMENT_CHARGES_UBL,
  GROSS_PRICE,
  LINE,
  LINES_CII,
  LINES_UBL,
  LINE_ALLOWANCES_CII,
  LINE_ALLOWANCES_UBL,
  LINE_CHARGES_CII,
  LINE_CHARGES_UBL,
  LINE_NET,
  LINE_SETTLEMENT,
  NET_PRICE,
  SETTLEMENT,
  TOTALS,
  isVat,
  isVatTax,
} from './ways.js';

/*
 * Totals (BG-22), allowances and charges: what must be there and what must add up.
 *
 * Verdicts have to equal the official ones, so each sum is reckoned as the official rule of the syntax does it: rounded
 * or not, exactly or in floating point.
 */

const TOTALS_UBL = anywhere('cac:LegalMonetaryTotal');
const TOTALS_CII = anywhere(TOTALS);

// ---- sums of the document, each reckoned once

interface Sums {
  lines: Decimal;
  allowances: { there: boolean; sum: Decimal };
  charges: { there: boolean; sum: Decimal };
}

/** UBL: the lines of the whole file, the allowances and charges beside the totals. */
function sumsUbl(tree: InvoiceTree, beside: XmlElement): Sums {
  return tree.once(beside === tree.root ? 'sums' : beside, () => {
    const side = (charge: boolean): XmlElement[] =>
      down(beside, 'cac:AllowanceCharge').filter((entry) =>
        down(entry, 'cbc:ChargeIndicator').some((indicator) => truth(indicator) === charge),
      );
    const sumOf = (entries: XmlElement[]): { there: boolean; sum: Decimal } => ({
      there: entries.length > 0,
      sum: sum(entries.flatMap((entry) => down(entry, 'cbc:Amount'))),
    });
    return {
      lines: sum(LINES_UBL(tree).flatMap((line) => down(line, 'cbc:LineExtensionAmount'))),
      allowances: sumOf(side(false)),
      charges: sumOf(side(true)),
    };
  });
}

interface DoubleSums {
  lines: number;
  allowances: { there: boolean; sum: number };
  charges: { there: boolean; sum: number };
}

/** CII: as the official rules leave out the conversion to decimals, their sums are floating-point numbers. */
function sumsCii(tree: InvoiceTree, summation: XmlElement): DoubleSums {
  return tree.once(summation, () => {
    const side = (charge: boolean): XmlElement[] =>
      down(tree.root, `${SETTLEMENT}/${ALLOWANCE_CHARGE}`).filter((entry) =>
        down(entry, 'ram:ChargeIndicator/udt:Indicator').some((indicator) => truth(indicator) === charge),
      );
    const sumOf = (entries: XmlElement[]): { there: boolean; sum: number } => ({
      there: entries.length > 0,
      sum: doubleSum(entries.flatMap((entry) => down(entry, 'ram:ActualAmount').slice(0, 1))),
    });
    const trade = summation.parent?.parent;
    return {
      lines: doubleSum(trade == null ? [] : down(trade, `${LINE}/${LINE_SETTLEMENT}/${LINE_NET}`)),
      allowances: sumOf(side(false)),
      charges: sumOf(side(true)),
    };
  });
}

function equal(left: Decimal | null, right: Decimal | null): boolean {
  return left !== null && right !== null && left.eq(right);
}

/** „… (BT-106: 10,00 €) ist nicht die Summe der … (12,00 €).“ */
function notTheSum(term: string, way: { ubl: string; cii: string }, of: [string, string], computed: Computed): Message {
  const name = named(term);
  return (here, tree) => {
    const given = amountIn(first(here, tree.syntax === 'ubl' ? way.ubl : way.cii), tree);
    const should = money(computed(here, tree), currencyOf(tree));
    return {
      de: `${name.de} ist ${given.de}; ${of[0]} ergibt ${should.de}.`,
      en: `${name.en} is ${given.en}; ${of[1]} makes ${should.en}.`,
    };
  };
}

type Computed = (here: XmlElement, tree: InvoiceTree) => Decimal | null;

/** What the amount should be, for the message. Faults of reading are told by the rule itself. */
function computedSum(part: 'lines' | 'allowances' | 'charges'): Computed {
  return (here, tree) => {
    if (tree.syntax === 'ubl') {
      const sums = sumsUbl(tree, here.parent ?? tree.root);
      return cents(part === 'lines' ? sums.lines : sums[part].sum);
    }
    const sums = sumsCii(tree, here);
    return cents(exactOf(part === 'lines' ? sums.lines : sums[part].sum));
  };
}

/** BT-109 = BT-106 − BT-107 + BT-108, absent ones being nothing. */
const computedNet: Computed = (here, tree) => {
  const [line, allowance, charge] =
    tree.syntax === 'ubl'
      ? ['cbc:LineExtensionAmount', 'cbc:AllowanceTotalAmount', 'cbc:ChargeTotalAmount']
      : ['ram:LineTotalAmount', 'ram:AllowanceTotalAmount', 'ram:ChargeTotalAmount'];
  const lines = decimal(first(here, line!));
  if (lines === null) return null;
  return cents(lines.minus(decimal(first(here, allowance!)) ?? 0).plus(decimal(first(here, charge!)) ?? 0));
};

/** BT-115 = BT-112 − BT-113 + BT-114. */
const computedPayable: Computed = (here, tree) => {
  const [gross, prepaid, rounding] =
    tree.syntax === 'ubl'
      ? ['cbc:TaxInclusiveAmount', 'cbc:PrepaidAmount', 'cbc:PayableRoundingAmount']
      : ['ram:GrandTotalAmount', 'ram:TotalPrepaidAmount', 'ram:RoundingAmount'];
  const total = decimal(first(here, gross!));
  if (total === null) return null;
  return total.minus(decimal(first(here, prepaid!)) ?? 0).plus(decimal(first(here, rounding!)) ?? 0);
};

// ---- tests of the sums

const linesAddUpUbl: Test = (here, tree) =>
  equal(decimal(one(here, 'cbc:LineExtensionAmount')), cents(sumsUbl(tree, here.parent ?? tree.root).lines));

const linesAddUpCii: Test = (here, tree) =>
  equal(decimal(one(here, 'ram:LineTotalAmount')), cents(exactOf(sumsCii(tree, here).lines)));

function sideAddsUpUbl(side: 'allowances' | 'charges', way: string): Test {
  return (here, tree) => {
    const sums = sumsUbl(tree, here.parent ?? tree.root)[side];
    const total = decimal(one(here, way));
    return total === null ? !sums.there : total.eq(cents(sums.sum));
  };
}

function sideAddsUpCii(side: 'allowances' | 'charges', way: string): Test {
  return (here, tree) => {
    const sums = sumsCii(tree, here)[side];
    const totals = down(here, way);
    if (totals.length === 0) return !sums.there;
    const should = doubleCents(sums.sum);
    return totals.some((total) => double(total) === should);
  };
}

const netAddsUpUbl: Test = (here) => {
  const net = decimal(one(here, 'cbc:TaxExclusiveAmount'));
  const lines = decimal(one(here, 'cbc:LineExtensionAmount'));
  const allowances = decimal(one(here, 'cbc:AllowanceTotalAmount'));
  const charges = decimal(one(here, 'cbc:ChargeTotalAmount'));
  if (net === null || lines === null) return false;
  if (allowances === null && charges === null) return net.eq(lines);
  return net.eq(cents(lines.minus(allowances ?? 0).plus(charges ?? 0)));
};

const netAddsUpCii: Test = (here) => {
  const net = decimal(first(here, 'ram:TaxBasisTotalAmount'));
  const lines = decimal(first(here, 'ram:LineTotalAmount'));
  const allowances = decimal(first(here, 'ram:AllowanceTotalAmount'));
  const charges = decimal(first(here, 'ram:ChargeTotalAmount'));
  return net !== null && lines !== null && net.eq(cents(lines.minus(allowances ?? 0).plus(charges ?? 0)));
};

const payableAddsUpUbl: Test = (here) => {
  const payable = decimal(one(here, 'cbc:PayableAmount'));
  const gross = decimal(one(here, 'cbc:TaxInclusiveAmount'));
  const prepaid = decimal(one(here, 'cbc:PrepaidAmount'));
  const rounding = decimal(one(here, 'cbc:PayableRoundingAmount'));
  if (payable === null || gross === null) return false;
  if (rounding === null) return payable.eq(prepaid === null ? gross : cents(gross.minus(prepaid)));
  return cents(payable.minus(rounding)).eq(prepaid === null ? gross : cents(gross.minus(prepaid)));
};

const payableAddsUpCii: Test = (here) => {
  const payable = decimal(first(here, 'ram:DuePayableAmount'));
  const gross = decimal(first(here, 'ram:GrandTotalAmount'));
  const prepaid = decimal(first(here, 'ram:TotalPrepaidAmount'));
  const rounding = decimal(first(here, 'ram:RoundingAmount'));
  return payable !== null && gross !== null && payable.eq(gross.minus(prepaid ?? 0).plus(rounding ?? 0));
};

/** VAT totals of the document that are in this currency. */
function vatTotalsIn(currency: string, tree: InvoiceTree): XmlElement[] {
  const way = tree.syntax === 'ubl' ? 'cac:TaxTotal/cbc:TaxAmount' : `${SETTLEMENT}/${TOTALS}/ram:TaxTotalAmount`;
  return down(tree.root, way).filter((total) => total.attributes['currencyID'] === currency);
}

function different(codes: readonly XmlElement[]): string[] {
  return [...new Set(codes.map(textOf))];
}

const grossAddsUpUbl: Test = (here, tree) =>
  different(down(here, 'cbc:DocumentCurrencyCode')).every((code) => {
    const taxes = vatTotalsIn(code, tree);
    const gross = decimal(one(here, 'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount'));
    const net = decimal(one(here, 'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount'));
    if (taxes.length !== 1) return false;
    const tax = decimal(taxes[0]!);
    return gross !== null && net !== null && tax !== null && gross.eq(cents(net.plus(tax)));
  });

const grossAddsUpCii: Test = (here, tree) =>
  different(down(here, `${SETTLEMENT}/ram:InvoiceCurrencyCode`)).every((code) => {
    const gross = decimal(first(here, `${SETTLEMENT}/${TOTALS}/ram:GrandTotalAmount`));
    const net = decimal(first(here, `${SETTLEMENT}/${TOTALS}/ram:TaxBasisTotalAmount`));
    if (gross === null || net === null) return false;
    if (gross.eq(net)) return true;
    const taxes = vatTotalsIn(code, tree);
    return taxes.length === 1 && gross.eq(cents(net.plus(decimal(taxes[0]!)!)));
  });

const vatAddsUpUbl: Test = (here) => {
  const parts = down(here, 'cac:TaxSubtotal');
  if (parts.length === 0) return true;
  return equal(decimal(one(here, 'cbc:TaxAmount')), cents(sum(parts.flatMap((part) => down(part, 'cbc:TaxAmount')))));
};

const VAT_TOTALS_IN_INVOICE_CURRENCY: Scope = only(anywhere('ram:TaxTotalAmount'), (here, tree) => {
  if (here.parent?.tag !== TOTALS) return false;
  const currencies = down(tree.root, `${SETTLEMENT}/ram:InvoiceCurrencyCode`).map(textOf);
  return currencies.includes(here.attributes['currencyID'] ?? '\u0000');
});

function breakdownSumCii(tree: InvoiceTree): number {
  return tree.once('vat of the breakdown', () =>
    doubleSum(down(tree.root, `${SETTLEMENT}/ram:ApplicableTradeTax/ram:CalculatedAmount`)),
  );
}

const vatAddsUpCii: Test = (here, tree) => double(here) === doubleCents(breakdownSumCii(tree));

/** The VAT totals' decimals: the official test passes as soon as one of them is all right or of another currency. */
function someVatTotalIsRounded(of: 'invoice' | 'accounting'): Test {
  return (here, tree) => {
    const totals = down(here, 'ram:TaxTotalAmount');
    if (totals.length === 0) return true;
    const way = of === 'invoice' ? 'ram:InvoiceCurrencyCode' : 'ram:TaxCurrencyCode';
    const currencies = down(tree.root, `${SETTLEMENT}/${way}`).map(textOf);
    return totals.some((total) => {
      const matches = currencies.includes(total.attributes['currencyID'] ?? '\u0000');
      if (of === 'invoice' ? !matches : currencies.length === 0) return true;
      if (!matches) return false;
      const value = double(total)!;
      return value === Math.round(value * 100) / 100;
    });
  };
}

export const totalRules: Rule[] = [
  rule('BR-12', 'fatal', 'BT-106', {
    ubl: check(TOTALS_UBL, there('cbc:LineExtensionAmount')),
    cii: check(TOTALS_CII, there('ram:LineTotalAmount')),
    says: missing('BT-106'),
  }),
  rule('BR-13', 'fatal', 'BT-109', {
    ubl: check(TOTALS_UBL, there('cbc:TaxExclusiveAmount')),
    cii: check(TOTALS_CII, there('ram:TaxBasisTotalAmount')),
    says: missing('BT-109'),
  }),
  rule('BR-14', 'fatal', 'BT-112', {
    ubl: check(TOTALS_UBL, there('cbc:TaxInclusiveAmount')),
    cii: check(TOTALS_CII, there('ram:GrandTotalAmount')),
    says: missing('BT-112'),
  }),
  rule('BR-15', 'fatal', 'BT-115', {
    ubl: check(TOTALS_UBL, there('cbc:PayableAmount')),
    cii: check(TOTALS_CII, there('ram:DuePayableAmount')),
    says: missing('BT-115'),
  }),
  rule('BR-CO-10', 'fatal', 'BT-106 BT-131', {
    ubl: check(TOTALS_UBL, linesAddUpUbl),
    cii: check(TOTALS_CII, linesAddUpCii),
    says: notTheSum(
      'BT-106',
      { ubl: 'cbc:LineExtensionAmount', cii: 'ram:LineTotalAmount' },
      ['die Summe der Nettobeträge der Positionen (BT-131)', 'the sum of the line net amounts (BT-131)'],
      computedSum('lines'),
    ),
  }),
  rule('BR-CO-11', 'fatal', 'BT-107 BT-92', {
    ubl: check(TOTALS_UBL, sideAddsUpUbl('allowances', 'cbc:AllowanceTotalAmount')),
    cii: check(TOTALS_CII, sideAddsUpCii('allowances', 'ram:AllowanceTotalAmount')),
    says: notTheSum(
      'BT-107',
      { ubl: 'cbc:AllowanceTotalAmount', cii: 'ram:AllowanceTotalAmount' },
      ['die Summe der Nachlässe (BT-92)', 'the sum of the allowances (BT-92)'],
      computedSum('allowances'),
    ),
  }),
  rule('BR-CO-12', 'fatal', 'BT-108 BT-99', {
    ubl: check(TOTALS_UBL, sideAddsUpUbl('charges', 'cbc:ChargeTotalAmount')),
    cii: check(TOTALS_CII, sideAddsUpCii('charges', 'ram:ChargeTotalAmount')),
    says: notTheSum(
      'BT-108',
      { ubl: 'cbc:ChargeTotalAmount', cii: 'ram:ChargeTotalAmount' },
      ['die Summe der Zuschläge (BT-99)', 'the sum of the charges (BT-99)'],
      computedSum('charges'),
    ),
  }),
  rule('BR-CO-13', 'fatal', 'BT-109 BT-106 BT-107 BT-108', {
    ubl: check(TOTALS_UBL, netAddsUpUbl),
    cii: check(TOTALS_CII, netAddsUpCii),
    says: notTheSum(
      'BT-109',
      { ubl: 'cbc:TaxExclusiveAmount', cii: 'ram:TaxBasisTotalAmount' },
      [
        'Positionen (BT-106) abzüglich Nachlässe (BT-107) zuzüglich Zuschläge (BT-108)',
        'lines (BT-106) less allowances (BT-107) plus charges (BT-108)',
      ],
      computedNet,
    ),
  }),
  rule('BR-CO-14', 'fatal', 'BT-110 BT-117', {
    ubl: check(fromRoot('cac:TaxTotal'), vatAddsUpUbl),
    cii: check(VAT_TOTALS_IN_INVOICE_CURRENCY, vatAddsUpCii),
    says: (here, tree) => {
      const given = amountIn(tree.syntax === 'ubl' ? first(here, 'cbc:TaxAmount') : here, tree);
      const should = money(
        tree.syntax === 'ubl'
          ? cents(sum(down(here, 'cac:TaxSubtotal/cbc:TaxAmount')))
          : cents(exactOf(breakdownSumCii(tree))),
        currencyOf(tree),
      );
      return {
        de: `Die Umsatzsteuer (BT-110: ${given.de}) ist nicht die Summe der Steuerbeträge je Satz (BT-117: ${should.de}).`,
        en: `The VAT (BT-110: ${given.en}) is not the sum of the tax amounts per rate (BT-117: ${should.en}).`,
      };
    },
  }),
  rule('BR-CO-15', 'fatal', 'BT-112 BT-109 BT-110', {
    ubl: check(root, grossAddsUpUbl),
    cii: check(root, grossAddsUpCii),
    says: (here, tree) => {
      const ubl = tree.syntax === 'ubl';
      const totals = ubl ? 'cac:LegalMonetaryTotal' : `${SETTLEMENT}/${TOTALS}`;
      const gross = first(here, `${totals}/${ubl ? 'cbc:TaxInclusiveAmount' : 'ram:GrandTotalAmount'}`);
      const net = first(here, `${totals}/${ubl ? 'cbc:TaxExclusiveAmount' : 'ram:TaxBasisTotalAmount'}`);
      const taxes = vatTotalsIn(currencyOf(tree), tree);
      if (taxes.length !== 1) {
        return taxes.length === 0
          ? {
              de: 'Die Umsatzsteuer in der Rechnungswährung (BT-110) fehlt; der Rechnungsbetrag mit Umsatzsteuer (BT-112) lässt sich nicht nachrechnen.',
              en: 'The VAT in the invoice currency (BT-110) is missing; the total with VAT (BT-112) cannot be checked.',
            }
          : {
              de: `Die Umsatzsteuer in der Rechnungswährung (BT-110) ist ${taxes.length}-mal angegeben.`,
              en: `The VAT in the invoice currency (BT-110) is given ${taxes.length} times.`,
            };
      }
      const [given, base, tax] = [amountIn(gross, tree), amountIn(net, tree), amountIn(taxes[0]!, tree)];
      return {
        de: `Der Rechnungsbetrag mit Umsatzsteuer (BT-112: ${given.de}) ist nicht Nettobetrag (BT-109: ${base.de}) plus Umsatzsteuer (BT-110: ${tax.de}).`,
        en: `The total with VAT (BT-112: ${given.en}) is not the total without VAT (BT-109: ${base.en}) plus VAT (BT-110: ${tax.en}).`,
      };
    },
  }),
  rule('BR-CO-16', 'fatal', 'BT-115 BT-112 BT-113 BT-114', {
    ubl: check(TOTALS_UBL, payableAddsUpUbl),
    cii: check(TOTALS_CII, payableAddsUpCii),
    says: notTheSum(
      'BT-115',
      { ubl: 'cbc:PayableAmount', cii: 'ram:DuePayableAmount' },
      [
        'Rechnungsbetrag mit Umsatzsteuer (BT-112) abzüglich gezahltem Betrag (BT-113) zuzüglich Rundung (BT-114)',
        'total with VAT (BT-112) less paid amount (BT-113) plus rounding (BT-114)',
      ],
      computedPayable,
    ),
  }),
  // the decimals of the totals
  ...(
    [
      ['BR-DEC-09', 'BT-106', 'cbc:LineExtensionAmount', 'ram:LineTotalAmount'],
      ['BR-DEC-10', 'BT-107', 'cbc:AllowanceTotalAmount', 'ram:AllowanceTotalAmount'],
      ['BR-DEC-11', 'BT-108', 'cbc:ChargeTotalAmount', 'ram:ChargeTotalAmount'],
      ['BR-DEC-12', 'BT-109', 'cbc:TaxExclusiveAmount', 'ram:TaxBasisTotalAmount'],
      ['BR-DEC-14', 'BT-112', 'cbc:TaxInclusiveAmount', 'ram:GrandTotalAmount'],
      ['BR-DEC-16', 'BT-113', 'cbc:PrepaidAmount', 'ram:TotalPrepaidAmount'],
      ['BR-DEC-17', 'BT-114', 'cbc:PayableRoundingAmount', 'ram:RoundingAmount'],
      ['BR-DEC-18', 'BT-115', 'cbc:PayableAmount', 'ram:DuePayableAmount'],
    ] as const
  ).map(([id, term, ubl, cii]) => decimalsRule(id, term, TOTALS_UBL, ubl, TOTALS_CII, cii)),
  // UBL: the official tests compare with an element that stands elsewhere and therefore never fail; UBL-DT-01 counts.
  rule('BR-DEC-13', 'fatal', 'BT-110', {
    ubl: check(root, () => true),
    cii: check(TOTALS_CII, someVatTotalIsRounded('invoice')),
    says: {
      de: `${named('BT-110').de} hat mehr als zwei Nachkommastellen.`,
      en: `${named('BT-110').en} has more than two decimals.`,
    },
  }),
  rule('BR-DEC-15', 'fatal', 'BT-111', {
    ubl: check(root, () => true),
    cii: check(TOTALS_CII, someVatTotalIsRounded('accounting')),
    says: {
      de: `${named('BT-111').de} hat mehr als zwei Nachkommastellen oder eine andere Währung als BT-6.`,
      en: `${named('BT-111').en} has more than two decimals or another currency than BT-6.`,
    },
  }),
];

function decimalsRule(
  id: string,
  term: string,
  atUbl: Scope,
  ubl: string,
  atCii: Scope,
  cii: string,
  oneOnly = true,
): Rule {
  return rule(id, 'fatal', term, {
    ubl: check(atUbl, twoDecimals(ubl)),
    cii: check(atCii, oneOnly ? twoDecimals(cii) : (here) => atMostTwoDecimals(first(here, cii))),
    says: (here, tree) => says(tooPrecise(term, tree.syntax === 'ubl' ? ubl : cii), here, tree),
  });
}

function says(message: Message, here: XmlElement, tree: InvoiceTree): { de: string; en: string } {
  return typeof message === 'function' ? message(here, tree) : message;
}

// ---- allowances and charges: one description for BG-20, BG-21, BG-27, BG-28

interface Side {
  ubl: Scope;
  cii: Scope;
  /** CII asks at the indicator's allowance or charge. */
  amount: string;
  base: string;
  reason: string;
  reasonCode: string;
  category: string | null;
  ids: {
    amount: string;
    category: string | null;
    reason: [string, string];
    kind: string;
    decimals: string;
    baseDecimals: string;
  };
}

const SIDES: Side[] = [
  {
    ubl: DOCUMENT_ALLOWANCES_UBL,
    cii: DOCUMENT_ALLOWANCES_CII,
    amount: 'BT-92',
    base: 'BT-93',
    reason: 'BT-97',
    reasonCode: 'BT-98',
    category: 'BT-95',
    ids: {
      amount: 'BR-31',
      category: 'BR-32',
      reason: ['BR-33', 'BR-CO-21'],
      kind: 'BR-CO-05',
      decimals: 'BR-DEC-01',
      baseDecimals: 'BR-DEC-02',
    },
  },
  {
    ubl: DOCUMENT_CHARGES_UBL,
    cii: DOCUMENT_CHARGES_CII,
    amount: 'BT-99',
    base: 'BT-100',
    reason: 'BT-104',
    reasonCode: 'BT-105',
    category: 'BT-102',
    ids: {
      amount: 'BR-36',
      category: 'BR-37',
      reason: ['BR-38', 'BR-CO-22'],
      kind: 'BR-CO-06',
      decimals: 'BR-DEC-05',
      baseDecimals: 'BR-DEC-06',
    },
  },
  {
    ubl: LINE_ALLOWANCES_UBL,
    cii: LINE_ALLOWANCES_CII,
    amount: 'BT-136',
    base: 'BT-137',
    reason: 'BT-139',
    reasonCode: 'BT-140',
    category: null,
    ids: {
      amount: 'BR-41',
      category: null,
      reason: ['BR-42', 'BR-CO-23'],
      kind: 'BR-CO-07',
      decimals: 'BR-DEC-24',
      baseDecimals: 'BR-DEC-25',
    },
  },
  {
    ubl: LINE_CHARGES_UBL,
    cii: LINE_CHARGES_CII,
    amount: 'BT-141',
    base: 'BT-142',
    reason: 'BT-144',
    reasonCode: 'BT-145',
    category: null,
    ids: {
      amount: 'BR-43',
      category: null,
      reason: ['BR-44', 'BR-CO-24'],
      kind: 'BR-CO-08',
      decimals: 'BR-DEC-27',
      baseDecimals: 'BR-DEC-28',
    },
  },
];

export const allowanceChargeRules: Rule[] = SIDES.flatMap((side) => {
  const rules = [
    rule(side.ids.amount, 'fatal', side.amount, {
      ubl: check(side.ubl, there('cbc:Amount')),
      cii: check(side.cii, there('ram:ActualAmount')),
      says: missing(side.amount),
    }),
    ...side.ids.reason.map((id) =>
      rule(id, 'fatal', `${side.reason} ${side.reasonCode}`, {
        ubl: check(side.ubl, there('cbc:AllowanceChargeReason', 'cbc:AllowanceChargeReasonCode')),
        cii: check(side.cii, there('ram:Reason', 'ram:ReasonCode')),
        says: missing(side.reason, side.reasonCode),
      }),
    ),
    // Whether text and code of the reason mean the same is left to people; the official test always passes.
    rule(side.ids.kind, 'fatal', `${side.reason} ${side.reasonCode}`, {
      ubl: check(side.ubl, () => true),
      cii: check(side.cii, () => true),
      says: {
        de: `${named(side.reason).de} und ${named(side.reasonCode).de} bedeuten nicht dasselbe.`,
        en: `${named(side.reason).en} and ${named(side.reasonCode).en} do not mean the same.`,
      },
    }),
    decimalsRule(side.ids.decimals, side.amount, side.ubl, 'cbc:Amount', side.cii, 'ram:ActualAmount', false),
    decimalsRule(side.ids.baseDecimals, side.base, side.ubl, 'cbc:BaseAmount', side.cii, 'ram:BasisAmount'),
  ];
  if (side.ids.category !== null && side.category !== null) {
    rules.push(
      rule(side.ids.category, 'fatal', side.category, {
        ubl: check(side.ubl, (here) =>
          down(here, 'cac:TaxCategory').some((category) => isVat(category) && has(category, 'cbc:ID')),
        ),
        cii: check(side.cii, (here) =>
          down(here, 'ram:CategoryTradeTax').some((tax) => isVatTax(tax) && has(tax, 'ram:CategoryCode')),
        ),
        says: missing(side.category),
      }),
    );
  }
  return rules;
});

// ---- prices and line amounts

export const priceRules: Rule[] = [
  rule('BR-27', 'fatal', 'BT-146', {
    ubl: check(LINES_UBL, (here) => down(here, 'cac:Price/cbc:PriceAmount').some((price) => double(price)! >= 0)),
    cii: check(LINES_CII, (here) => down(here, `${NET_PRICE}/ram:ChargeAmount`).some((price) => double(price)! >= 0)),
    says: (here, tree) => {
      const price = first(here, tree.syntax === 'ubl' ? 'cac:Price/cbc:PriceAmount' : `${NET_PRICE}/ram:ChargeAmount`);
      if (price === null) return missing('BT-146');
      const given = amountIn(price, tree);
      return {
        de: `Der Nettopreis (BT-146: ${given.de}) ist negativ.`,
        en: `The item net price (BT-146: ${given.en}) is negative.`,
      };
    },
    todo: {
      de: 'Eine Minderung wird über eine negative Menge oder einen Nachlass ausgedrückt, nicht über einen negativen Preis.',
      en: 'A reduction is expressed by a negative quantity or an allowance, not by a negative price.',
    },
  }),
  rule('BR-28', 'fatal', 'BT-148', {
    ubl: check(LINES_UBL, (here) => notNegative(down(here, 'cac:Price/cac:AllowanceCharge/cbc:BaseAmount'))),
    cii: check(LINES_CII, (here) => notNegative(down(here, `${GROSS_PRICE}/ram:ChargeAmount`))),
    says: { de: 'Der Bruttopreis (BT-148) ist negativ.', en: 'The item gross price (BT-148) is negative.' },
  }),
  rule('BR-DEC-23', 'fatal', 'BT-131', {
    ubl: check(LINES_UBL, (here) => atMostTwoDecimals(one(here, 'cbc:LineExtensionAmount'))),
    cii: check(LINES_CII, (here) => atMostTwoDecimals(one(here, `${LINE_SETTLEMENT}/${LINE_NET}`))),
    says: (here, tree) =>
      says(
        tooPrecise('BT-131', tree.syntax === 'ubl' ? 'cbc:LineExtensionAmount' : `${LINE_SETTLEMENT}/${LINE_NET}`),
        here,
        tree,
      ),
  }),
];

function notNegative(prices: readonly XmlElement[]): boolean {
  return prices.length === 0 || prices.some((price) => double(price)! >= 0);
}
