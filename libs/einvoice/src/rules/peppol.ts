import type { Decimal } from 'decimal.js';
import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, Uncheckable, down, first, has, one, some, textOf, tidyText } from './invoice-tree.js';
import { dayOf, missing, someNotBefore, textsOf, there } from './kinds.js';
import { amountIn, currencyOf, money } from './money.js';
import { HUNDRED, ONE, ZERO, cents, decimal, decimalIn, double, quotient, sum } from './numbers.js';
import { exact } from '../decimal-text.js';
import { type Rule, type Scope, type Severity, type Test, anywhere, check, only, placed, root, rule } from './rule.js';
import {
  ALLOWANCE_CHARGE,
  CONTEXT,
  GROSS_PRICE,
  LINE,
  LINES_CII,
  LINES_UBL,
  LINE_NET,
  LINE_SETTLEMENT,
  MEANS,
  NET_PRICE,
  QUANTITY,
  SETTLEMENT,
  TOTALS,
  TRADE,
} from './ways.js';

/*
 * The rules of Peppol that XRechnung has taken over.
 */

const peppol = (number: string, severity: Severity, terms: string, row: Parameters<typeof rule>[3]): Rule =>
  rule(`PEPPOL-EN16931-${number}`, severity, terms, row);

const HALF = exact('0.5');
const TWO_CENTS = exact('0.02');

function currencies(tree: InvoiceTree): string[] {
  const way = tree.syntax === 'ubl' ? 'cbc:DocumentCurrencyCode' : `${SETTLEMENT}/ram:InvoiceCurrencyCode`;
  return tree.once(currencies, () => down(tree.root, way).map(textOf));
}

function slackOf(tree: InvoiceTree): Decimal {
  return tree.once(slackOf, () => (currencies(tree).includes('HUF') ? HALF : TWO_CENTS));
}

/** Near enough: two cents, half a forint. */
function near(given: Decimal, computed: Decimal, tree: InvoiceTree): boolean {
  const slack = slackOf(tree);
  return given.plus(slack).gte(computed) && given.minus(slack).lte(computed);
}

// ---- allowances and charges

const ENTRIES_UBL = placed(
  'ubl:Invoice/cac:AllowanceCharge',
  'ubl:Invoice/cac:InvoiceLine/cac:AllowanceCharge',
  'cn:CreditNote/cac:AllowanceCharge',
  'cn:CreditNote/cac:CreditNoteLine/cac:AllowanceCharge',
);
const ENTRIES_CII = anywhere(ALLOWANCE_CHARGE);

interface EntryWays {
  percentage: string;
  base: string;
  amount: string;
}
const ENTRY_UBL: EntryWays = {
  percentage: 'cbc:MultiplierFactorNumeric',
  base: 'cbc:BaseAmount',
  amount: 'cbc:Amount',
};
const ENTRY_CII: EntryWays = {
  percentage: 'ram:CalculationPercent',
  base: 'ram:BasisAmount',
  amount: 'ram:ActualAmount',
};

/** Entries sorted by what they have; an entry that has half of the computation is asked nothing else. */
function entries(scope: Scope, ways: EntryWays, percentage: boolean, base: boolean): Scope {
  return only(scope, (here) => has(here, ways.percentage) === percentage && has(here, ways.base) === base);
}

function remaining(scope: Scope, ways: EntryWays): Scope {
  return only(scope, (here) => has(here, ways.percentage) === has(here, ways.base));
}

function computedEntry(here: XmlElement, ways: EntryWays): Decimal {
  const base = decimal(one(here, ways.base)) ?? ZERO;
  return quotient(base.times(decimal(one(here, ways.percentage)) ?? ZERO), HUNDRED);
}

function entryIsNear(ways: EntryWays): Test {
  return (here, tree) => {
    if (!has(here, ways.percentage) || !has(here, ways.base)) return true;
    return near(decimal(one(here, ways.amount)) ?? ZERO, computedEntry(here, ways), tree);
  };
}

function hasTruthWord(way: string): Test {
  return (here) => ['true', 'false'].includes(tidyText(one(here, way)));
}

// ---- lines

interface LineWays {
  net: string;
  price: string;
  entry: string;
  indicator: string;
  amount: string;
}
const LINE_UBL: LineWays = {
  net: 'cbc:LineExtensionAmount',
  price: 'cac:Price/cbc:PriceAmount',
  entry: 'cac:AllowanceCharge',
  indicator: 'cbc:ChargeIndicator',
  amount: 'cbc:Amount',
};
const LINE_CII: LineWays = {
  net: `${LINE_SETTLEMENT}/${LINE_NET}`,
  price: `${NET_PRICE}/ram:ChargeAmount`,
  entry: `${LINE_SETTLEMENT}/${ALLOWANCE_CHARGE}`,
  indicator: 'ram:ChargeIndicator/udt:Indicator',
  amount: 'ram:ActualAmount',
};

/** Quantity × price / base quantity + charges − allowances. */
function computedLine(here: XmlElement, tree: InvoiceTree): Decimal {
  const ubl = tree.syntax === 'ubl';
  const ways = ubl ? LINE_UBL : LINE_CII;
  const quantity = decimal(
    one(here, ubl ? (tree.isCreditNote ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity') : QUANTITY),
  );
  const price = decimal(one(here, ways.price)) ?? ZERO;
  let charges = ZERO;
  let allowances = ZERO;
  for (const entry of down(here, ways.entry)) {
    const word = tidyText(one(entry, ways.indicator));
    if (word === 'true') charges = charges.plus(sum(down(entry, ways.amount)));
    else if (word === 'false') allowances = allowances.plus(sum(down(entry, ways.amount)));
  }
  return (quantity ?? ONE)
    .times(quotient(price, baseQuantity(here, ubl)))
    .plus(cents(charges))
    .minus(cents(allowances));
}

function baseQuantity(here: XmlElement, ubl: boolean): Decimal {
  const ways = ubl
    ? ['cac:Price/cbc:BaseQuantity']
    : [`${NET_PRICE}/ram:BasisQuantity`, `${GROSS_PRICE}/ram:BasisQuantity`];
  for (const way of ways) {
    const quantity = decimal(one(here, way));
    if (quantity !== null && !quantity.isZero()) return quantity;
  }
  return ONE;
}

const lineIsNear: Test = (here, tree) => {
  const net = decimal(one(here, tree.syntax === 'ubl' ? LINE_UBL.net : LINE_CII.net)) ?? ZERO;
  return near(net, computedLine(here, tree), tree);
};

// ---- VAT in two currencies

/** Whether one of the elements has such a number. */
function someIs(elements: readonly XmlElement[], test: (value: number) => boolean): boolean {
  return elements.some((element) => test(double(element)!));
}

const sameSignUbl: Test = (here) => {
  if (!has(here, 'cbc:TaxCurrencyCode')) return true;
  const inCurrency = (way: string): XmlElement[] => {
    const currency = tidyText(first(here, way));
    return down(here, 'cac:TaxTotal/cbc:TaxAmount').filter((tax) => tax.attributes['currencyID'] === currency);
  };
  const accounting = inCurrency('cbc:TaxCurrencyCode');
  const own = inCurrency('cbc:DocumentCurrencyCode');
  return (
    (someIs(accounting, (value) => value <= 0) && someIs(own, (value) => value <= 0)) ||
    (someIs(accounting, (value) => value >= 0) && someIs(own, (value) => value >= 0))
  );
};

const sameSignCii: Test = (here, tree) => {
  const own = vatTotalsCii(here, (currency) => currencies(tree).includes(currency));
  const names = down(tree.root, `${SETTLEMENT}/ram:TaxCurrencyCode`).map(textOf);
  if (names.length === 0 || own.length === 0) return true;
  const accounting = vatTotalsCii(here, (currency) => names.includes(currency));
  return (
    (someIs(accounting, (value) => value < 0) && someIs(own, (value) => value < 0)) ||
    (someIs(accounting, (value) => value >= 0) && someIs(own, (value) => value >= 0))
  );
};

function vatTotalsCii(here: XmlElement, wanted: (currency: string) => boolean): XmlElement[] {
  return down(here, `${TOTALS}/ram:TaxTotalAmount`).filter(
    (tax) => tax.attributes['currencyID'] !== undefined && wanted(tax.attributes['currencyID']),
  );
}

// ---- line periods inside the invoice's

function linePeriodsUbl(tag: string): Scope {
  return only(
    placed(
      `ubl:Invoice/cac:InvoiceLine/cac:InvoicePeriod/${tag}`,
      `cn:CreditNote/cac:CreditNoteLine/cac:InvoicePeriod/${tag}`,
    ),
    (_, tree) => tree.once(`has period ${tag}`, () => has(tree.root, `cac:InvoicePeriod/${tag}`)),
  );
}

function linePeriodsCii(tag: string): Scope {
  return only(placed(`${TRADE}/${LINE}/${LINE_SETTLEMENT}/ram:BillingSpecifiedPeriod/${tag}`), (_, tree) =>
    tree.once(`has period ${tag}`, () => has(tree.root, `${SETTLEMENT}/ram:BillingSpecifiedPeriod/${tag}`)),
  );
}

function dateCompares(tag: string, holds: (own: number, whole: number) => boolean): Test {
  return (here, tree) => {
    const whole = tree.once(`period ${tag}`, () => {
      const date = one(tree.root, `cac:InvoicePeriod/${tag}`);
      return date === null ? null : dayOf(date);
    });
    return whole !== null && holds(dayOf(here), whole);
  };
}

/** CII compares the digits. */
function digitsCompare(tag: string, isStart: boolean): Test {
  return (here, tree) => {
    const whole = tree.once(`period ${tag}`, () =>
      down(tree.root, `${SETTLEMENT}/ram:BillingSpecifiedPeriod/${tag}/udt:DateTimeString`).map(textOf),
    );
    const own = textsOf(here, 'udt:DateTimeString');
    return isStart ? someNotBefore(own, whole) : someNotBefore(whole, own);
  };
}

const DELIVERY_GROUP = 'ram:ApplicableHeaderTradeDelivery';
/**
 * Elements with neither content nor children. In CII one group must be there even if it is empty; the official rule
 * knows it by the name as written, so that under another prefix it is an empty element like any other.
 */
const EMPTY: Scope = (tree) =>
  tree.once(EMPTY, () =>
    tree.elements.filter(
      (element) => element.children.length === 0 && isBlank(element.text) && element.writtenName !== DELIVERY_GROUP,
    ),
  );

/** Attachments may have millions of characters, so the text is not tidied first. */
function isBlank(text: string): boolean {
  return !/[^ \t\n\r]/.test(text);
}

const grossPrices = placed(`${TRADE}/${LINE}/${GROSS_PRICE}`);
const DISCOUNT = 'ram:AppliedTradeAllowanceCharge';

export const peppolRules: Rule[] = [
  peppol('R001', 'fatal', 'BT-23', {
    ubl: check(root, there('cbc:ProfileID')),
    cii: check(anywhere(CONTEXT), there('ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID')),
    says: missing('BT-23'),
  }),
  peppol('R005', 'fatal', 'BT-6 BT-5', {
    ubl: check(
      anywhere('cbc:TaxCurrencyCode'),
      (here) => tidyText(here) !== tidyText(first(here.parent!, 'cbc:DocumentCurrencyCode')),
    ),
    cii: check(
      anywhere('ram:ApplicableHeaderTradeSettlement'),
      (here) =>
        !has(here, 'ram:TaxCurrencyCode') ||
        tidyText(first(here, 'ram:TaxCurrencyCode')) !== tidyText(first(here, 'ram:InvoiceCurrencyCode')),
    ),
    says: {
      de: 'Die Währung der Umsatzsteuer (BT-6) ist dieselbe wie die Rechnungswährung (BT-5); dann entfällt sie.',
      en: 'The VAT accounting currency (BT-6) is the invoice currency (BT-5); then it is left out.',
    },
  }),
  peppol('R008', 'fatal', '', {
    ubl: check(EMPTY, () => false),
    cii: check(EMPTY, () => false),
    says: (here) => ({
      de: `Das Element „${here.tag}“ ist leer. Leere Elemente sind nicht zulässig.`,
      en: `The element "${here.tag}" is empty. Empty elements are not allowed.`,
    }),
  }),
  peppol('R010', 'fatal', 'BT-49', {
    ubl: check(placed('cac:AccountingCustomerParty/cac:Party'), there('cbc:EndpointID')),
    cii: check(anywhere('ram:BuyerTradeParty'), there('ram:URIUniversalCommunication/ram:URIID')),
    says: missing('BT-49'),
  }),
  peppol('R020', 'fatal', 'BT-34', {
    ubl: check(placed('cac:AccountingSupplierParty/cac:Party'), there('cbc:EndpointID')),
    cii: check(anywhere('ram:SellerTradeParty'), there('ram:URIUniversalCommunication/ram:URIID')),
    says: missing('BT-34'),
  }),
  peppol('R040', 'fatal', 'BT-92 BT-93 BT-94', {
    ubl: check(remaining(ENTRIES_UBL, ENTRY_UBL), entryIsNear(ENTRY_UBL)),
    cii: check(remaining(ENTRIES_CII, ENTRY_CII), entryIsNear(ENTRY_CII)),
    says: (here, tree) => {
      const ways = tree.syntax === 'ubl' ? ENTRY_UBL : ENTRY_CII;
      const given = amountIn(first(here, ways.amount), tree);
      const should = money(cents(computedEntry(here, ways)), currencyOf(tree));
      return {
        de: `Der Betrag des Nachlasses oder Zuschlags (${given.de}) ist nicht Grundbetrag mal Prozentsatz (${should.de}).`,
        en: `The amount of the allowance or charge (${given.en}) is not base amount times percentage (${should.en}).`,
      };
    },
  }),
  peppol('R041', 'fatal', 'BT-93 BT-94', {
    ubl: check(entries(ENTRIES_UBL, ENTRY_UBL, true, false), () => false),
    cii: check(entries(ENTRIES_CII, ENTRY_CII, true, false), () => false),
    says: {
      de: 'Ein Nachlass oder Zuschlag hat einen Prozentsatz (BT-94, BT-101), aber keinen Grundbetrag (BT-93, BT-100).',
      en: 'An allowance or charge has a percentage (BT-94, BT-101) but no base amount (BT-93, BT-100).',
    },
  }),
  peppol('R042', 'fatal', 'BT-94 BT-93', {
    ubl: check(entries(ENTRIES_UBL, ENTRY_UBL, false, true), () => false),
    cii: check(entries(ENTRIES_CII, ENTRY_CII, false, true), () => false),
    says: {
      de: 'Ein Nachlass oder Zuschlag hat einen Grundbetrag (BT-93, BT-100), aber keinen Prozentsatz (BT-94, BT-101).',
      en: 'An allowance or charge has a base amount (BT-93, BT-100) but no percentage (BT-94, BT-101).',
    },
  }),
  peppol('R043', 'fatal', 'BG-20 BG-21', {
    ubl: check(remaining(ENTRIES_UBL, ENTRY_UBL), hasTruthWord('cbc:ChargeIndicator')),
    says: indicatorWords(),
  }),
  peppol('R043-1', 'fatal', 'BG-20 BG-21', {
    cii: check(remaining(ENTRIES_CII, ENTRY_CII), hasTruthWord('ram:ChargeIndicator/udt:Indicator')),
    says: indicatorWords(),
  }),
  peppol('R043-2', 'fatal', 'BT-147', {
    cii: check(anywhere(DISCOUNT), hasTruthWord('ram:ChargeIndicator/udt:Indicator')),
    says: indicatorWords(),
  }),
  peppol('R044', 'fatal', 'BT-147', {
    ubl: check(
      placed('cac:Price/cac:AllowanceCharge'),
      (here) => tidyText(one(here, 'cbc:ChargeIndicator')) === 'false',
    ),
    cii: check(
      grossPrices,
      (here) =>
        !has(here, `${DISCOUNT}/ram:ActualAmount`) ||
        some(here, `${DISCOUNT}/ram:ChargeIndicator/udt:Indicator`, (word) => textOf(word) === 'false'),
    ),
    says: {
      de: 'Auf den Preis gibt es nur Nachlässe (BT-147), keine Zuschläge.',
      en: 'A price may have a discount (BT-147) but no charge.',
    },
  }),
  peppol('R046', 'fatal', 'BT-146 BT-147 BT-148', {
    ubl: check(placed('cac:Price/cac:AllowanceCharge'), (here) => {
      const gross = decimal(one(here, 'cbc:BaseAmount'));
      if (gross === null) return true;
      const net = decimal(one(here.parent!, 'cbc:PriceAmount'));
      const discount = decimal(one(here, 'cbc:Amount'));
      return net !== null && discount !== null && net.eq(gross.minus(discount));
    }),
    cii: check(grossPrices, (here) => {
      const gross = decimal(one(here, 'ram:ChargeAmount'));
      if (gross === null) return true;
      const net = decimal(one(here.parent!, 'ram:NetPriceProductTradePrice/ram:ChargeAmount'));
      const discounts = down(here, DISCOUNT).flatMap((entry) => down(entry, 'ram:ActualAmount').slice(0, 1));
      if (discounts.length > 1) throw new Uncheckable(discounts[1]!, 'several');
      return net !== null && net.eq(gross.minus(discounts.length === 0 ? ZERO : decimalIn(discounts[0]!)));
    }),
    says: {
      de: 'Der Nettopreis (BT-146) ist nicht Bruttopreis (BT-148) abzüglich Nachlass (BT-147).',
      en: 'The item net price (BT-146) is not the gross price (BT-148) less the discount (BT-147).',
    },
  }),
  peppol('R053', 'fatal', 'BT-110 BG-23', {
    ubl: check(root, (here) => down(here, 'cac:TaxTotal').filter((total) => total.has('cac:TaxSubtotal')).length === 1),
    cii: check(
      anywhere('ram:ApplicableHeaderTradeSettlement'),
      (here, tree) => vatTotalsCii(here, (currency) => currencies(tree).includes(currency)).length <= 1,
    ),
    says: {
      de: 'Die Umsatzsteuer mit Aufschlüsselung (BT-110, BG-23) muss genau einmal angegeben sein.',
      en: 'The VAT with its breakdown (BT-110, BG-23) must be given exactly once.',
    },
  }),
  peppol('R054', 'fatal', 'BT-111 BT-6', {
    ubl: check(
      root,
      (here) =>
        down(here, 'cac:TaxTotal').filter((total) => !total.has('cac:TaxSubtotal')).length ===
        (has(here, 'cbc:TaxCurrencyCode') ? 1 : 0),
    ),
    cii: check(
      anywhere('ram:ApplicableHeaderTradeSettlement'),
      (here, tree) =>
        vatTotalsCii(here, (currency) => currencies(tree).some((own) => own !== currency)).length ===
        (has(here, 'ram:TaxCurrencyCode') ? 1 : 0),
    ),
    says: {
      de: 'Die Umsatzsteuer in eigener Währung (BT-111) gehört zu einer Währung der Umsatzsteuer (BT-6): entweder beide einmal oder keine.',
      en: 'The VAT in accounting currency (BT-111) belongs to a VAT accounting currency (BT-6): both once or neither.',
    },
  }),
  peppol('R055', 'fatal', 'BT-110 BT-111', {
    ubl: check(root, sameSignUbl),
    cii: check(anywhere('ram:ApplicableHeaderTradeSettlement'), sameSignCii),
    says: {
      de: 'Die Umsatzsteuer in beiden Währungen (BT-110, BT-111) hat verschiedene Vorzeichen.',
      en: 'The VAT in the two currencies (BT-110, BT-111) has different signs.',
    },
  }),
  peppol('R061', 'fatal', 'BT-89', {
    ubl: check(
      only(anywhere('cac:PaymentMeans'), (here) =>
        ['49', '59'].includes(tidyText(first(here, 'cbc:PaymentMeansCode'))),
      ),
      there('cac:PaymentMandate/cbc:ID'),
    ),
    cii: check(
      only(anywhere(MEANS), (here) => ['49', '59'].includes(tidyText(first(here, 'ram:TypeCode')))),
      (here) => has(here.parent!, 'ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID'),
    ),
    says: {
      de: 'Bei Lastschrift fehlt die Mandatsreferenz (BT-89).',
      en: 'For a direct debit the mandate reference (BT-89) is missing.',
    },
  }),
  peppol('R101', 'fatal', 'BT-128', {
    ubl: check(
      LINES_UBL,
      (here) =>
        !has(here, 'cac:DocumentReference') ||
        some(here, 'cac:DocumentReference/cbc:DocumentTypeCode', (code) => textOf(code) === '130'),
    ),
    cii: check(
      LINES_CII,
      (here) =>
        !has(here, `${LINE_SETTLEMENT}/ram:AdditionalReferencedDocument`) ||
        some(
          here,
          `${LINE_SETTLEMENT}/ram:AdditionalReferencedDocument/ram:TypeCode`,
          (code) => textOf(code) === '130',
        ),
    ),
    says: {
      de: 'Der Verweis in der Position darf nur das abgerechnete Objekt nennen (BT-128, Art 130).',
      en: 'The reference in the line may only name the invoiced object (BT-128, type 130).',
    },
  }),
  peppol('R110', 'fatal', 'BT-134 BT-73', {
    ubl: check(
      linePeriodsUbl('cbc:StartDate'),
      dateCompares('cbc:StartDate', (own, whole) => own >= whole),
    ),
    cii: check(linePeriodsCii('ram:StartDateTime'), digitsCompare('ram:StartDateTime', true)),
    says: {
      de: 'Der Zeitraum der Position beginnt (BT-134) vor dem Abrechnungszeitraum (BT-73).',
      en: 'The line period begins (BT-134) before the invoicing period (BT-73).',
    },
  }),
  peppol('R111', 'fatal', 'BT-135 BT-74', {
    ubl: check(
      linePeriodsUbl('cbc:EndDate'),
      dateCompares('cbc:EndDate', (own, whole) => own <= whole),
    ),
    cii: check(linePeriodsCii('ram:EndDateTime'), digitsCompare('ram:EndDateTime', false)),
    says: {
      de: 'Der Zeitraum der Position endet (BT-135) nach dem Abrechnungszeitraum (BT-74).',
      en: 'The line period ends (BT-135) after the invoicing period (BT-74).',
    },
  }),
  peppol('R120', 'warning', 'BT-131 BT-129 BT-146', {
    ubl: check(LINES_UBL, lineIsNear),
    cii: check(LINES_CII, lineIsNear),
    says: (here, tree) => {
      const given = amountIn(first(here, tree.syntax === 'ubl' ? LINE_UBL.net : LINE_CII.net), tree);
      const should = money(cents(computedLine(here, tree)), currencyOf(tree));
      return {
        de: `Der Nettobetrag (BT-131: ${given.de}) ist nicht Menge (BT-129) mal Preis (BT-146) mit Zuschlägen und Nachlässen (${should.de}).`,
        en: `The net amount (BT-131: ${given.en}) is not quantity (BT-129) times price (BT-146) with charges and allowances (${should.en}).`,
      };
    },
  }),
  peppol('R121', 'fatal', 'BT-149', {
    ubl: check(LINES_UBL, (here) => {
      const quantity = decimal(one(here, 'cac:Price/cbc:BaseQuantity'));
      return quantity === null || quantity.gt(ZERO);
    }),
    cii: check(anywhere('ram:NetPriceProductTradePrice', 'ram:GrossPriceProductTradePrice'), (here) => {
      const quantity = decimal(one(here, 'ram:BasisQuantity'));
      return quantity === null || quantity.gt(ZERO);
    }),
    says: {
      de: 'Die Preis-Basismenge (BT-149) muss größer als 0 sein.',
      en: 'The item price base quantity (BT-149) must be greater than 0.',
    },
  }),
  peppol('R130', 'fatal', 'BT-150 BT-130', {
    ubl: check(
      only(placed('cac:Price/cbc:BaseQuantity'), (here) => here.attributes['unitCode'] !== undefined),
      (here, tree) => {
        const line = here.parent?.parent ?? null;
        if (line === null || !(has(line, 'cbc:InvoicedQuantity') || has(line, 'cbc:CreditedQuantity'))) return true;
        const quantity = tree.isCreditNote ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity';
        return some(line, quantity, (billed) => billed.attributes['unitCode'] === here.attributes['unitCode']);
      },
    ),
    cii: check(
      only(
        placed('ram:NetPriceProductTradePrice/ram:BasisQuantity', 'ram:GrossPriceProductTradePrice/ram:BasisQuantity'),
        (here) => here.attributes['unitCode'] !== undefined,
      ),
      (here) => {
        const line = here.parent?.parent?.parent ?? null;
        return (
          line !== null &&
          some(line, QUANTITY, (billed) => billed.attributes['unitCode'] === here.attributes['unitCode'])
        );
      },
    ),
    says: {
      de: 'Die Einheit der Preis-Basismenge (BT-150) ist nicht die Mengeneinheit (BT-130).',
      en: 'The unit of the item price base quantity (BT-150) is not the unit of the quantity (BT-130).',
    },
  }),
];

function indicatorWords(): { de: string; en: string } {
  return {
    de: 'Das Kennzeichen für Nachlass oder Zuschlag muss „true“ oder „false“ sein.',
    en: 'The indicator of allowance or charge must be "true" or "false".',
  };
}
