import type { Decimal } from 'decimal.js';
import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, Uncheckable, down, first, has, one, some, textOf, tidy, tidyText } from './invoice-tree.js';
import { missing } from './kinds.js';
import { currencyOf, money, amountIn } from './money.js';
import { HUNDRED, ONE, ZERO, cents, decimal, decimalIn, double, exactOf, quotient, truth } from './numbers.js';
import { type Message, type Rule, type Scope, type Test, type Words, check, only, placed, root, rule } from './rule.js';
import {
  ALLOWANCE_CHARGE,
  LINE,
  LINE_NET,
  LINE_SETTLEMENT,
  SETTLEMENT,
  TRADE,
  isAllowance,
  isCharge,
  isVat,
  isVatTax,
  registered,
} from './ways.js';

/*
 * The ten rules that each VAT category has, from one description per category:
 *
 *   -01  the breakdown (BG-23) has the category if, and only if, lines, allowances or charges have it
 *   -02, -03, -04  who must be identified for tax if a line, an allowance, a charge has the category
 *   -05, -06, -07  the rate of lines, allowances, charges
 *   -08  the taxable amount is the sum of lines and charges less allowances
 *   -09  the tax amount
 *   -10  the reason for exemption
 */

interface Category {
  /** UNTDID 5305. */
  code: string;
  /** The rules' prefix. */
  prefix: string;
  name: Words;
  /** Whose tax identification is asked for: any of the seller's, the seller's VAT id, or that nobody has a VAT id. */
  seller: 'any' | 'vat' | 'none';
  buyer: 'vat' | 'vat or register' | null;
  rate: 'positive' | 'not negative' | 'zero' | 'none';
  /** CII's rule for L asks more than UBL's. */
  rateCii?: 'positive';
  /** One breakdown for the category, or one for each rate. */
  breakdowns: 'one' | 'one per rate';
  reason: 'asked' | 'not allowed';
}

const CATEGORIES: Category[] = [
  {
    code: 'S',
    prefix: 'S',
    name: { de: 'Umsatzsteuer (Kategorie S)', en: 'standard rated (category S)' },
    seller: 'any',
    buyer: null,
    rate: 'positive',
    breakdowns: 'one per rate',
    reason: 'not allowed',
  },
  {
    code: 'Z',
    prefix: 'Z',
    name: { de: 'Nullsatz (Kategorie Z)', en: 'zero rated (category Z)' },
    seller: 'any',
    buyer: null,
    rate: 'zero',
    breakdowns: 'one',
    reason: 'not allowed',
  },
  {
    code: 'E',
    prefix: 'E',
    name: { de: 'steuerbefreit (Kategorie E)', en: 'exempt from VAT (category E)' },
    seller: 'any',
    buyer: null,
    rate: 'zero',
    breakdowns: 'one',
    reason: 'asked',
  },
  {
    code: 'AE',
    prefix: 'AE',
    name: {
      de: 'Steuerschuldnerschaft des Leistungsempfängers (Kategorie AE)',
      en: 'reverse charge (category AE)',
    },
    seller: 'any',
    buyer: 'vat or register',
    rate: 'zero',
    breakdowns: 'one',
    reason: 'asked',
  },
  {
    code: 'K',
    prefix: 'IC',
    name: { de: 'innergemeinschaftliche Lieferung (Kategorie K)', en: 'intra-community supply (category K)' },
    seller: 'vat',
    buyer: 'vat',
    rate: 'zero',
    breakdowns: 'one',
    reason: 'asked',
  },
  {
    code: 'G',
    prefix: 'G',
    name: { de: 'Ausfuhr (Kategorie G)', en: 'export outside the EU (category G)' },
    seller: 'vat',
    buyer: null,
    rate: 'zero',
    breakdowns: 'one',
    reason: 'asked',
  },
  {
    code: 'O',
    prefix: 'O',
    name: { de: 'nicht steuerbar (Kategorie O)', en: 'not subject to VAT (category O)' },
    seller: 'none',
    buyer: null,
    rate: 'none',
    breakdowns: 'one',
    reason: 'asked',
  },
  {
    code: 'L',
    prefix: 'AF',
    name: { de: 'IGIC der Kanaren (Kategorie L)', en: 'IGIC of the Canary Islands (category L)' },
    seller: 'any',
    buyer: null,
    rate: 'not negative',
    rateCii: 'positive',
    breakdowns: 'one per rate',
    reason: 'not allowed',
  },
  {
    code: 'M',
    prefix: 'AG',
    name: { de: 'IPSI von Ceuta und Melilla (Kategorie M)', en: 'IPSI of Ceuta and Melilla (category M)' },
    seller: 'any',
    buyer: null,
    rate: 'not negative',
    breakdowns: 'one per rate',
    reason: 'not allowed',
  },
];

type Subject = 'line' | 'allowance' | 'charge';
const SUBJECTS: readonly Subject[] = ['line', 'allowance', 'charge'];
const SUBJECT_WORDS: Record<Subject, { many: Words; category: string; rate: string }> = {
  line: { many: { de: 'Positionen', en: 'lines' }, category: 'BT-151', rate: 'BT-152' },
  allowance: { many: { de: 'Nachlässe', en: 'allowances' }, category: 'BT-95', rate: 'BT-96' },
  charge: { many: { de: 'Zuschläge', en: 'charges' }, category: 'BT-102', rate: 'BT-103' },
};

// ---- UBL: what the document says about categories, gathered once

/** How often a category occurs, over all and with the tax scheme VAT beside it. */
class Count {
  private readonly every = new Map<string, number>();
  private readonly vat = new Map<string, number>();
  private readonly plain = new Set<string>();
  private readonly plainVat = new Set<string>();

  /** @param written the code with the blanks that may stand around it */
  add(written: string, isVat: boolean): void {
    const category = tidy(written);
    this.every.set(category, (this.every.get(category) ?? 0) + 1);
    this.plain.add(written);
    if (!isVat) return;
    this.vat.set(category, (this.vat.get(category) ?? 0) + 1);
    this.plainVat.add(written);
  }

  /** Whether the category occurs without blanks around it; now and then the official rules do not look through them. */
  hasPlain(category: string): boolean {
    return this.plain.has(category);
  }

  hasPlainVat(category: string): boolean {
    return this.plainVat.has(category);
  }

  all(category: string): number {
    return this.every.get(category) ?? 0;
  }

  withVat(category: string): number {
    return this.vat.get(category) ?? 0;
  }
}

interface CategoriesUbl {
  /** `cac:ClassifiedTaxCategory`: lines. */
  line: Count;
  allowance: Count;
  charge: Count;
  /** Allowances and charges of the whole document only: rules O-03 and O-04. */
  documentAllowance: Count;
  documentCharge: Count;
  /** Allowances and charges together, wherever they stand. */
  allowanceOrCharge: Count;
  /** Every `cac:TaxCategory`, those of the breakdown included. */
  taxCategory: Count;
  /** Those of the breakdown. */
  breakdown: Count;
}

function categoriesUbl(tree: InvoiceTree): CategoriesUbl {
  return tree.once(categoriesUbl, () => {
    const found: CategoriesUbl = {
      line: new Count(),
      allowance: new Count(),
      charge: new Count(),
      documentAllowance: new Count(),
      documentCharge: new Count(),
      allowanceOrCharge: new Count(),
      taxCategory: new Count(),
      breakdown: new Count(),
    };
    for (const category of tree.all('cac:ClassifiedTaxCategory')) count(category, found.line);
    for (const category of tree.all('cac:TaxCategory')) count(category, found.taxCategory);
    for (const category of down(tree.root, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory')) {
      count(category, found.breakdown);
    }
    for (const entry of tree.all('cac:AllowanceCharge')) {
      // read by every rule of this file, so that an indicator that is no truth value stops them as it does officially
      const kinds = down(entry, 'cbc:ChargeIndicator').map(truth);
      const ofDocument = entry.parent === tree.root;
      for (const category of down(entry, 'cac:TaxCategory')) {
        count(category, found.allowanceOrCharge);
        if (kinds.includes(false)) count(category, found.allowance);
        if (kinds.includes(true)) count(category, found.charge);
        if (ofDocument && kinds.includes(false)) count(category, found.documentAllowance);
        if (ofDocument && kinds.includes(true)) count(category, found.documentCharge);
      }
    }
    return found;
  });
}

function count(category: XmlElement, into: Count): void {
  const vat = isVat(category);
  for (const id of down(category, 'cbc:ID')) into.add(textOf(id), vat);
}

interface Identified {
  /** Any tax number of the seller. */
  seller: boolean;
  sellerVat: boolean;
  representative: boolean;
  buyerVat: boolean;
  buyerRegister: boolean;
}

function identifiedUbl(tree: InvoiceTree): Identified {
  return tree.once(identifiedUbl, () => {
    const taxNumber = (party: XmlElement, way: string, vatOnly: boolean): boolean =>
      some(party, way, (tax) => (!vatOnly || isVat(tax)) && has(tax, 'cbc:CompanyID'));
    const sellers = tree.all('cac:AccountingSupplierParty');
    const buyers = tree.all('cac:AccountingCustomerParty');
    return {
      seller: sellers.some((party) => taxNumber(party, 'cac:Party/cac:PartyTaxScheme', false)),
      sellerVat: sellers.some((party) => taxNumber(party, 'cac:Party/cac:PartyTaxScheme', true)),
      representative: tree
        .all('cac:TaxRepresentativeParty')
        .some((party) => taxNumber(party, 'cac:PartyTaxScheme', true)),
      buyerVat: buyers.some((party) => taxNumber(party, 'cac:Party/cac:PartyTaxScheme', true)),
      buyerRegister: buyers.some((party) => has(party, 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID')),
    };
  });
}

function identifiedCii(tree: InvoiceTree): Identified {
  return tree.once(identifiedCii, () => {
    const sellers = tree.all('ram:SellerTradeParty');
    const buyers = tree.all('ram:BuyerTradeParty');
    return {
      seller: sellers.some((party) => registered(party, 'VA', 'FC')),
      sellerVat: sellers.some((party) => registered(party, 'VA')),
      representative: tree.all('ram:SellerTaxRepresentativeTradeParty').some((party) => registered(party, 'VA')),
      buyerVat: buyers.some((party) => registered(party, 'VA')),
      buyerRegister: buyers.some((party) => has(party, 'ram:SpecifiedLegalOrganization/ram:ID')),
    };
  });
}

function isIdentified(of: Category, who: Identified): boolean {
  if (of.seller === 'none') return !who.sellerVat && !who.representative && !who.buyerVat;
  const seller = (of.seller === 'any' ? who.seller : who.sellerVat) || who.representative;
  if (of.buyer === null) return seller;
  return seller && (who.buyerVat || (of.buyer === 'vat or register' && who.buyerRegister));
}

// ---- -01

function breakdownMatchesUbl(of: Category): Test {
  return (_, tree) => {
    const found = categoriesUbl(tree);
    if (of.breakdowns === 'one') {
      const used = found.taxCategory.withVat(of.code) > 0 || found.line.withVat(of.code) > 0;
      return !used || found.breakdown.withVat(of.code) === 1;
    }
    // S is counted whatever its tax scheme; L and M only with VAT.
    const counted = (count: Count): number => (of.code === 'S' ? count.all(of.code) : count.withVat(of.code));
    const used = counted(found.allowanceOrCharge) + counted(found.line) > 0;
    return used ? breakdownOf(of, found) : counted(found.breakdown) === 0;
  };
}

function breakdownOf(of: Category, found: CategoriesUbl): boolean {
  if (of.code === 'S') return found.breakdown.all(of.code) > 0;
  return of.code === 'M' ? found.breakdown.hasPlainVat(of.code) : found.breakdown.hasPlain(of.code);
}

interface CategoriesCii {
  line: Map<string, number>;
  allowanceOrCharge: Map<string, number>;
  breakdown: Map<string, number>;
}

function categoriesCii(tree: InvoiceTree): CategoriesCii {
  return tree.once(categoriesCii, () => {
    const found: CategoriesCii = { line: new Map(), allowanceOrCharge: new Map(), breakdown: new Map() };
    const count = (tax: XmlElement, into: Map<string, number>): void => {
      for (const code of new Set(down(tax, 'ram:CategoryCode').map(textOf))) into.set(code, (into.get(code) ?? 0) + 1);
    };
    for (const tax of tree.all('ram:ApplicableTradeTax')) {
      if (tax.parent?.tag === LINE_SETTLEMENT) count(tax, found.line);
      if (tax.parent?.tag === 'ram:ApplicableHeaderTradeSettlement') count(tax, found.breakdown);
    }
    for (const tax of tree.all('ram:CategoryTradeTax')) count(tax, found.allowanceOrCharge);
    return found;
  });
}

function breakdownMatchesCii(of: Category): Test {
  return (_, tree) => {
    const found = categoriesCii(tree);
    const [line, side, breakdown] = [found.line, found.allowanceOrCharge, found.breakdown].map(
      (map) => map.get(of.code) ?? 0,
    ) as [number, number, number];
    if (of.breakdowns === 'one per rate') {
      return (line === 0 || line + breakdown >= 2) && (side === 0 || side + breakdown >= 2);
    }
    if (breakdown === 0) return of.code === 'O' || (line === 0 && side === 0);
    return breakdown === 1 && (line > 0 || side > 0);
  };
}

// ---- scopes

const subjectsUbl: Record<Subject, Scope> = {
  line: placed(
    'cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory',
    'cac:CreditNoteLine/cac:Item/cac:ClassifiedTaxCategory',
  ),
  allowance: only(placed('cac:AllowanceCharge/cac:TaxCategory'), (here, tree) => isAllowance(here.parent!, tree)),
  charge: only(placed('cac:AllowanceCharge/cac:TaxCategory'), (here, tree) => isCharge(here.parent!, tree)),
};

const subjectsCii: Record<Subject, Scope> = {
  line: placed(`${TRADE}/${LINE}/${LINE_SETTLEMENT}/ram:ApplicableTradeTax`),
  allowance: only(placed(`${ALLOWANCE_CHARGE}/ram:CategoryTradeTax`), (here, tree) => isAllowance(here.parent!, tree)),
  charge: only(placed(`${ALLOWANCE_CHARGE}/ram:CategoryTradeTax`), (here, tree) => isCharge(here.parent!, tree)),
};

function ofCategoryUbl(scope: Scope, code: string): Scope {
  return only(scope, (here) => isVat(here) && some(here, 'cbc:ID', (id) => tidyText(id) === code));
}

function ofCategoryCii(scope: Scope, code: string, vatOnly = true): Scope {
  return only(
    scope,
    (here) => (!vatOnly || isVatTax(here)) && some(here, 'ram:CategoryCode', (id) => textOf(id) === code),
  );
}

const BREAKDOWN_UBL: Scope = only(
  placed('cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory'),
  (here, tree) => here.parent?.parent?.parent === tree.root,
);
export const BREAKDOWN_CII = placed('ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax');
const BREAKDOWN_OF_TRADE_CII = placed(`${SETTLEMENT}/ram:ApplicableTradeTax`);

// ---- -02 to -04

/** UBL asks once for the whole document. */
function identificationUbl(of: Category, subject: Subject): Test {
  return (_, tree) => {
    const found = categoriesUbl(tree);
    const counts =
      of.code === 'O' && subject !== 'line'
        ? subject === 'allowance'
          ? found.documentAllowance
          : found.documentCharge
        : found[subject];
    // AF-04 lets pass a category with blanks around it.
    const used = of.code === 'L' && subject === 'charge' ? counts.hasPlainVat(of.code) : counts.withVat(of.code) > 0;
    // S fails as well where a line has the category without the tax scheme VAT.
    if (!used) return !(of.code === 'S' && subject === 'line' && counts.all(of.code) > 0);
    return isIdentified(of, identifiedUbl(tree));
  };
}

// ---- -05 to -07

function rateHolds(kind: Category['rate'], rates: readonly XmlElement[], exactly: boolean): boolean {
  switch (kind) {
    case 'positive':
      return rates.some((rate) => double(rate)! > 0);
    case 'not negative':
      return rates.some((rate) => double(rate)! >= 0);
    case 'zero':
      return rates.some((rate) => (exactly ? decimalIn(rate).isZero() : double(rate) === 0));
    case 'none':
      return rates.length === 0;
  }
}

const RATE_WORDS: Record<Category['rate'], Words> = {
  positive: { de: 'muss größer als 0 sein', en: 'must be greater than 0' },
  'not negative': { de: 'muss 0 oder größer sein', en: 'must be 0 or greater' },
  zero: { de: 'muss 0 sein', en: 'must be 0' },
  none: { de: 'darf nicht angegeben sein', en: 'must not be given' },
};

function rateMessage(of: Category, subject: Subject): Message {
  const term = SUBJECT_WORDS[subject].rate;
  return (here, tree) => {
    const rate = first(here, tree.syntax === 'ubl' ? 'cbc:Percent' : 'ram:RateApplicablePercent');
    const given = rate === null ? null : tidyText(rate);
    const kind = tree.syntax === 'cii' ? (of.rateCii ?? of.rate) : of.rate;
    return {
      de: `${of.name.de}: Der Umsatzsteuersatz (${term}: ${given === null ? 'nicht angegeben' : `${given.replace('.', ',')} %`}) ${RATE_WORDS[kind].de}.`,
      en: `${of.name.en}: the VAT rate (${term}: ${given === null ? 'not given' : `${given} %`}) ${RATE_WORDS[kind].en}.`,
    };
  };
}

// ---- -08

/** What lines, charges and allowances of one category, or of one category and rate, come to. */
interface Part {
  invoiceLines: Decimal;
  creditNoteLines: Decimal;
  charges: Decimal;
  allowances: Decimal;
  hasInvoiceLine: boolean;
  hasCreditNoteLine: boolean;
}

class Parts {
  private readonly parts = new Map<string, Part>();

  at(key: string): Part {
    let part = this.parts.get(key);
    if (part === undefined) {
      part = {
        invoiceLines: ZERO,
        creditNoteLines: ZERO,
        charges: ZERO,
        allowances: ZERO,
        hasInvoiceLine: false,
        hasCreditNoteLine: false,
      };
      this.parts.set(key, part);
    }
    return part;
  }
}

function keysOf(categories: Iterable<string>, rates: Iterable<Decimal>): Set<string> {
  const keys = new Set<string>();
  for (const category of categories) {
    keys.add(category);
    for (const rate of rates) keys.add(`${category} ${rate.toString()}`);
  }
  return keys;
}

/** Sums of the whole UBL document per category and per category with rate, in one walk over the lines. */
function partsUbl(tree: InvoiceTree): { parts: Parts; anyRate: Set<string> } {
  return tree.once(partsUbl, () => {
    const parts = new Parts();
    for (const line of tree.root.children) {
      const invoice = line.tag === 'cac:InvoiceLine';
      if (!invoice && line.tag !== 'cac:CreditNoteLine') continue;
      const categories = down(line, 'cac:Item/cac:ClassifiedTaxCategory');
      for (const key of keysUbl(categories)) {
        const part = parts.at(key);
        if (invoice) part.hasInvoiceLine = true;
        else part.hasCreditNoteLine = true;
        for (const amount of down(line, 'cbc:LineExtensionAmount')) {
          if (invoice) part.invoiceLines = part.invoiceLines.plus(decimalIn(amount));
          else part.creditNoteLines = part.creditNoteLines.plus(decimalIn(amount));
        }
      }
    }
    const anyRate = new Set<string>();
    for (const entry of tree.all('cac:AllowanceCharge')) {
      const categories = down(entry, 'cac:TaxCategory');
      if (categories.length === 0) continue;
      const keys = keysUbl(categories);
      for (const key of keys) anyRate.add(key);
      if (entry.parent !== tree.root) continue;
      const kinds = down(entry, 'cbc:ChargeIndicator').map(truth);
      for (const key of keys) {
        const part = parts.at(key);
        for (const amount of down(entry, 'cbc:Amount')) {
          if (kinds.includes(true)) part.charges = part.charges.plus(decimalIn(amount));
          if (kinds.includes(false)) part.allowances = part.allowances.plus(decimalIn(amount));
        }
      }
    }
    return { parts, anyRate };
  });
}

function keysUbl(categories: readonly XmlElement[]): Set<string> {
  return keysOf(
    categories.map((category) => tidyText(first(category, 'cbc:ID'))),
    categories.flatMap((category) => down(category, 'cbc:Percent').map(decimalIn)),
  );
}

function taxableAmountAddsUpUbl(of: Category): Test {
  return (here, tree) => {
    const taxable = first(here.parent!, 'cbc:TaxableAmount');
    const hasInvoiceLines = tree.all('cac:InvoiceLine').length > 0;
    const hasCreditNoteLines = tree.all('cac:CreditNoteLine').length > 0;
    if (of.breakdowns === 'one') {
      const amount = decimal(taxable);
      if (amount === null) return false;
      const part = partsUbl(tree).parts.at(of.code);
      const sides = part.charges.minus(part.allowances);
      return (
        (hasInvoiceLines && amount.eq(part.invoiceLines.plus(sides))) ||
        (hasCreditNoteLines && amount.eq(part.creditNoteLines.plus(sides)))
      );
    }
    // Each rate by itself, and anything less than 1 off is let pass.
    const rates = down(here, 'cbc:Percent').map(decimalIn);
    return rates.every((rate) => {
      const { parts, anyRate } = partsUbl(tree);
      const key = `${of.code} ${rate.toString()}`;
      const part = parts.at(key);
      const sides = part.charges.minus(part.allowances);
      const near = (sum: Decimal): boolean => {
        const amount = double(taxable);
        return amount !== null && exactOf(amount - 1).lt(sum) && exactOf(amount + 1).gt(sum);
      };
      const asInvoice = of.code === 'S' ? part.hasInvoiceLine || anyRate.has(key) : hasInvoiceLines;
      const asCreditNote = of.code === 'S' ? part.hasCreditNoteLine || anyRate.has(key) : hasCreditNoteLines;
      return (
        (asInvoice && near(part.invoiceLines.plus(sides))) || (asCreditNote && near(part.creditNoteLines.plus(sides)))
      );
    });
  };
}

/** The same for CII; each of the three sums is rounded by itself. */
function partsCii(tree: InvoiceTree): Parts {
  return tree.once(partsCii, () => {
    const parts = new Parts();
    for (const line of down(tree.root, `${TRADE}/${LINE}/${LINE_SETTLEMENT}`)) {
      const taxes = down(line, 'ram:ApplicableTradeTax');
      for (const key of keysCii(taxes)) {
        const part = parts.at(key);
        for (const amount of down(line, LINE_NET)) part.invoiceLines = part.invoiceLines.plus(decimalIn(amount));
      }
    }
    for (const entry of down(tree.root, `${SETTLEMENT}/${ALLOWANCE_CHARGE}`)) {
      const kinds = down(entry, 'ram:ChargeIndicator/udt:Indicator').map(truth);
      const amount = first(entry, 'ram:ActualAmount');
      if (amount === null) continue;
      for (const key of keysCii(down(entry, 'ram:CategoryTradeTax'))) {
        const part = parts.at(key);
        if (kinds.includes(true)) part.charges = part.charges.plus(decimalIn(amount));
        if (kinds.includes(false)) part.allowances = part.allowances.plus(decimalIn(amount));
      }
    }
    return parts;
  });
}

function keysCii(taxes: readonly XmlElement[]): Set<string> {
  return keysOf(
    taxes.flatMap((tax) => down(tax, 'ram:CategoryCode').map(textOf)),
    taxes.flatMap((tax) => down(tax, 'ram:RateApplicablePercent').map(decimalIn)),
  );
}

function partSumCii(part: Part): Decimal {
  return cents(part.invoiceLines).plus(cents(part.charges)).minus(cents(part.allowances));
}

function requireIndicators(tree: InvoiceTree): void {
  for (const entry of down(tree.root, `${SETTLEMENT}/${ALLOWANCE_CHARGE}`)) {
    if (one(entry, 'ram:ChargeIndicator/udt:Indicator') === null) throw new Uncheckable(entry, 'indicator');
  }
}

function taxableAmountAddsUpCii(of: Category): Test {
  return (here, tree) => {
    const taxable = first(here, 'ram:BasisAmount');
    // The official test of L and M looks one level too high for the rates and so never fails.
    if (of.code === 'L' || of.code === 'M') return true;
    if (of.code === 'S') {
      return down(here, 'ram:RateApplicablePercent').every((rate) => {
        const key = `${of.code} ${decimalIn(rate).toString()}`;
        return taxable !== null && double(taxable) === partSumCii(partsCii(tree).at(key)).toNumber();
      });
    }
    // The rules of O and Z insist on an indicator.
    if (of.code === 'O' || of.code === 'Z') requireIndicators(tree);
    const amount = double(taxable);
    if (amount === null) return false;
    const sum = partSumCii(partsCii(tree).at(of.code)).toNumber();
    if (of.code === 'O') return amount === sum;
    return amount - 1 < sum && amount + 1 > sum;
  };
}

function taxableAmountMessage(of: Category): Message {
  return (here, tree) => {
    const ubl = tree.syntax === 'ubl';
    const group = ubl ? here.parent! : here;
    const rate = first(here, ubl ? 'cbc:Percent' : 'ram:RateApplicablePercent');
    const key = of.breakdowns === 'one' || rate === null ? of.code : `${of.code} ${decimalIn(rate).toString()}`;
    const part = ubl ? partsUbl(tree).parts.at(key) : partsCii(tree).at(key);
    const sum = part.invoiceLines.plus(part.creditNoteLines).plus(part.charges).minus(part.allowances);
    const given = amountIn(first(group, ubl ? 'cbc:TaxableAmount' : 'ram:BasisAmount'), tree);
    const should = money(sum, currencyOf(tree));
    const percent = rate === null ? '' : ` ${tidyText(rate).replace('.', ',')} %`;
    return {
      de: `${of.name.de}${percent}: Die Steuerbasis (BT-116: ${given.de}) ist nicht die Summe aus Positionen (BT-131) und Zuschlägen (BT-99) abzüglich Nachlässen (BT-92): ${should.de}.`,
      en: `${of.name.en}${percent.replace(',', '.')}: the taxable amount (BT-116: ${given.en}) is not the sum of lines (BT-131) and charges (BT-99) less allowances (BT-92): ${should.en}.`,
    };
  };
}

// ---- -09

/** The tax on a base is met where it is less than 1 off: the official tolerance. */
const taxIsNearUbl: Test = (here) => {
  const group = here.parent!;
  const tax = decimal(first(group, 'cbc:TaxAmount'));
  const base = decimal(first(group, 'cbc:TaxableAmount'));
  const rate = decimal(first(here, 'cbc:Percent'));
  if (tax === null || base === null || rate === null) return false;
  const should = cents(base.abs().times(quotient(rate, HUNDRED)));
  return tax.abs().minus(ONE).lt(should) && tax.abs().plus(ONE).gt(should);
};

const taxIsNearCii: Test = (here) => {
  const tax = decimal(first(here, 'ram:CalculatedAmount'));
  const base = decimal(first(here, 'ram:BasisAmount'));
  const rate = double(first(here, 'ram:RateApplicablePercent'));
  if (tax === null || base === null || rate === null) return false;
  const should = Math.round(base.abs().toNumber() * rate) / 100;
  return tax.abs().minus(ONE).toNumber() < should && tax.abs().plus(ONE).toNumber() > should;
};

function taxAmountUbl(of: Category): Test {
  if (of.breakdowns === 'one per rate') return taxIsNearUbl;
  return (here) => decimal(first(here.parent!, 'cbc:TaxAmount'))?.isZero() ?? false;
}

function taxAmountCii(of: Category): Test {
  if (of.code === 'S') return taxIsNearCii;
  if (of.breakdowns === 'one per rate') return () => true;
  return (here) => double(first(here, 'ram:CalculatedAmount')) === 0;
}

function taxAmountMessage(of: Category): Message {
  return (here, tree) => {
    const ubl = tree.syntax === 'ubl';
    const group = ubl ? here.parent! : here;
    const given = amountIn(first(group, ubl ? 'cbc:TaxAmount' : 'ram:CalculatedAmount'), tree);
    if (of.breakdowns === 'one') {
      return {
        de: `${of.name.de}: Der Steuerbetrag (BT-117: ${given.de}) muss 0 sein.`,
        en: `${of.name.en}: the tax amount (BT-117: ${given.en}) must be 0.`,
      };
    }
    const base = amountIn(first(group, ubl ? 'cbc:TaxableAmount' : 'ram:BasisAmount'), tree);
    const rate = tidyText(first(here, ubl ? 'cbc:Percent' : 'ram:RateApplicablePercent')) || '–';
    return {
      de: `${of.name.de}: Der Steuerbetrag (BT-117: ${given.de}) passt nicht zu ${rate.replace('.', ',')} % (BT-119) auf die Steuerbasis (BT-116: ${base.de}).`,
      en: `${of.name.en}: the tax amount (BT-117: ${given.en}) does not match ${rate} % (BT-119) of the taxable amount (BT-116: ${base.en}).`,
    };
  };
}

// ---- -10

function reasonHolds(of: Category, ...ways: [string, string]): Test {
  return (here) => ways.some((way) => has(here, way)) === (of.reason === 'asked');
}

// ---- the table

function identificationMessage(of: Category, subject: Subject): Words {
  const many = SUBJECT_WORDS[subject].many;
  if (of.seller === 'none') {
    return {
      de: `${of.name.de}: Die Rechnung hat solche ${many.de}; dann darf keine Umsatzsteuer-Identifikationsnummer angegeben sein (BT-31, BT-48, BT-63).`,
      en: `${of.name.en}: the invoice has such ${many.en}; then no VAT identifier may be given (BT-31, BT-48, BT-63).`,
    };
  }
  const seller = of.seller === 'any' ? 'BT-31, BT-32 oder BT-63' : 'BT-31 oder BT-63';
  const buyer =
    of.buyer === null
      ? { de: '', en: '' }
      : of.buyer === 'vat'
        ? {
            de: ' und die Umsatzsteuer-Identifikationsnummer des Käufers (BT-48)',
            en: ' and the buyer’s VAT identifier (BT-48)',
          }
        : {
            de: ' und die Umsatzsteuer-Identifikationsnummer oder Registernummer des Käufers (BT-48 oder BT-47)',
            en: ' and the buyer’s VAT identifier or registration number (BT-48 or BT-47)',
          };
  return {
    de: `${of.name.de}: Die Rechnung hat solche ${many.de}; dann braucht sie die Steuernummer des Verkäufers oder seines Steuervertreters (${seller})${buyer.de}.`,
    en: `${of.name.en}: the invoice has such ${many.en}; then it needs the tax number of the seller or the tax representative (${seller.replace('oder', 'or')})${buyer.en}.`,
  };
}

function rulesOf(of: Category): Rule[] {
  const id = (number: string): string => `BR-${of.prefix}-${number}`;
  const breakdownUbl = ofCategoryUbl(BREAKDOWN_UBL, of.code);
  // S and Z are asked whatever their tax type.
  const breakdownCii =
    of.code === 'S' || of.code === 'Z'
      ? ofCategoryCii(BREAKDOWN_CII, of.code, false)
      : ofCategoryCii(BREAKDOWN_OF_TRADE_CII, of.code);
  const inUbl = (subject: Subject): Scope => ofCategoryUbl(subjectsUbl[subject], of.code);
  const inCii = (subject: Subject): Scope => ofCategoryCii(subjectsCii[subject], of.code);
  return [
    rule(id('01'), 'fatal', 'BG-23 BT-118 BT-151 BT-95 BT-102', {
      ubl: check(root, breakdownMatchesUbl(of)),
      cii: check(root, breakdownMatchesCii(of)),
      says:
        of.breakdowns === 'one'
          ? {
              de: `${of.name.de}: Wenn Positionen, Nachlässe oder Zuschläge diese Kategorie haben, steht sie genau einmal in der Aufschlüsselung der Umsatzsteuer (BG-23), sonst nicht.`,
              en: `${of.name.en}: if lines, allowances or charges have this category, the VAT breakdown (BG-23) has it exactly once, otherwise not at all.`,
            }
          : {
              de: `${of.name.de}: Positionen, Nachlässe oder Zuschläge und Aufschlüsselung der Umsatzsteuer (BG-23) müssen diese Kategorie entweder beide haben oder beide nicht.`,
              en: `${of.name.en}: lines, allowances or charges and the VAT breakdown (BG-23) must either both have this category or neither.`,
            },
    }),
    ...SUBJECTS.map((subject, index) =>
      rule(id(`0${index + 2}`), 'fatal', `${SUBJECT_WORDS[subject].category} BT-31 BT-32 BT-63`, {
        ubl: check(root, identificationUbl(of, subject)),
        cii: check(inCii(subject), (_, tree) => isIdentified(of, identifiedCii(tree))),
        says: identificationMessage(of, subject),
      }),
    ),
    ...SUBJECTS.map((subject, index) =>
      rule(id(`0${index + 5}`), 'fatal', `${SUBJECT_WORDS[subject].rate} ${SUBJECT_WORDS[subject].category}`, {
        ubl: check(inUbl(subject), (here) => rateHolds(of.rate, down(here, 'cbc:Percent'), true)),
        cii: check(inCii(subject), (here) =>
          rateHolds(of.rateCii ?? of.rate, down(here, 'ram:RateApplicablePercent'), false),
        ),
        says: rateMessage(of, subject),
      }),
    ),
    rule(id('08'), 'fatal', 'BT-116 BT-131 BT-92 BT-99', {
      ubl: check(breakdownUbl, taxableAmountAddsUpUbl(of)),
      cii: check(breakdownCii, taxableAmountAddsUpCii(of)),
      says: taxableAmountMessage(of),
    }),
    rule(id('09'), 'fatal', 'BT-117 BT-116 BT-119', {
      ubl: check(breakdownUbl, taxAmountUbl(of)),
      cii: check(breakdownCii, taxAmountCii(of)),
      says: taxAmountMessage(of),
    }),
    rule(id('10'), 'fatal', 'BT-120 BT-121', {
      ubl: check(breakdownUbl, reasonHolds(of, 'cbc:TaxExemptionReason', 'cbc:TaxExemptionReasonCode')),
      cii: check(breakdownCii, reasonHolds(of, 'ram:ExemptionReason', 'ram:ExemptionReasonCode')),
      says:
        of.reason === 'asked'
          ? {
              de: `${of.name.de}: ${missing('BT-120', 'BT-121').de}`,
              en: `${of.name.en}: ${missing('BT-120', 'BT-121').en}`,
            }
          : {
              de: `${of.name.de}: Ein Befreiungsgrund (BT-120, BT-121) ist nicht zulässig.`,
              en: `${of.name.en}: an exemption reason (BT-120, BT-121) is not allowed.`,
            },
    }),
  ];
}

// ---- what only some categories have

const intraCommunity: Rule[] = [
  rule('BR-IC-11', 'fatal', 'BT-72 BG-14', {
    ubl: check(root, (here, tree) => {
      if (categoriesUbl(tree).breakdown.withVat('K') === 0) return true;
      return (
        lengthOf(one(here, 'cac:Delivery/cbc:ActualDeliveryDate')) > 1 ||
        some(here, 'cac:InvoicePeriod', (period) => period.children.length > 0)
      );
    }),
    cii: check(ofCategoryCii(BREAKDOWN_OF_TRADE_CII, 'K'), (here, tree) => {
      const settlement = here.parent!;
      return (
        has(
          tree.root,
          `${TRADE}/ram:ApplicableHeaderTradeDelivery/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString`,
        ) ||
        has(settlement, 'ram:BillingSpecifiedPeriod/ram:StartDateTime') ||
        has(settlement, 'ram:BillingSpecifiedPeriod/ram:EndDateTime')
      );
    }),
    says: {
      de: 'Innergemeinschaftliche Lieferung (Kategorie K): Es fehlt das Lieferdatum (BT-72) oder der Abrechnungszeitraum (BG-14).',
      en: 'Intra-community supply (category K): the delivery date (BT-72) or the invoicing period (BG-14) is missing.',
    },
  }),
  rule('BR-IC-12', 'fatal', 'BT-80', {
    ubl: check(
      root,
      (here, tree) =>
        categoriesUbl(tree).breakdown.withVat('K') === 0 ||
        lengthOf(one(here, 'cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode')) > 1,
    ),
    cii: check(ofCategoryCii(BREAKDOWN_OF_TRADE_CII, 'K'), (_, tree) =>
      has(
        tree.root,
        `${TRADE}/ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID`,
      ),
    ),
    says: {
      de: 'Innergemeinschaftliche Lieferung (Kategorie K): Es fehlt das Land der Lieferung (BT-80).',
      en: 'Intra-community supply (category K): the deliver-to country (BT-80) is missing.',
    },
  }),
];

function lengthOf(element: XmlElement | null): number {
  return element === null ? 0 : textOf(element).length;
}

function onlyNotSubject(id: string, subject: 'breakdown' | Subject): Rule {
  const what: Record<'breakdown' | Subject, Words> = {
    breakdown: {
      de: 'keine andere Kategorie in der Aufschlüsselung (BT-118)',
      en: 'no other category in the breakdown (BT-118)',
    },
    line: { de: 'keine Position mit einer anderen Kategorie (BT-151)', en: 'no line of another category (BT-151)' },
    allowance: {
      de: 'kein Nachlass mit einer anderen Kategorie (BT-95)',
      en: 'no allowance of another category (BT-95)',
    },
    charge: { de: 'kein Zuschlag mit einer anderen Kategorie (BT-102)', en: 'no charge of another category (BT-102)' },
  };
  return rule(id, 'fatal', 'BT-118 BT-151 BT-95 BT-102', {
    ubl: check(root, (_, tree) => {
      if (categoriesUbl(tree).breakdown.withVat('O') === 0) return true;
      return !tree.once(`not O: ${subject}`, () => othersThanNotSubject(tree, subject));
    }),
    // CII does not tell allowances from charges here, nor lines from the breakdown.
    cii: check(ofCategoryCii(BREAKDOWN_OF_TRADE_CII, 'O'), (_, tree) => {
      const tag = subject === 'breakdown' || subject === 'line' ? 'ram:ApplicableTradeTax' : 'ram:CategoryTradeTax';
      return !tree.once(`not O: ${tag}`, () =>
        tree.all(tag).some((tax) => some(tax, 'ram:CategoryCode', (code) => textOf(code) !== 'O')),
      );
    }),
    says: {
      de: `Nicht steuerbar (Kategorie O): Neben dieser Kategorie darf es ${what[subject].de} geben.`,
      en: `Not subject to VAT (category O): beside this category there may be ${what[subject].en}.`,
    },
  });
}

function othersThanNotSubject(tree: InvoiceTree, subject: 'breakdown' | Subject): boolean {
  const scope: readonly XmlElement[] =
    subject === 'breakdown'
      ? down(tree.root, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory')
      : subject === 'line'
        ? tree.all('cac:ClassifiedTaxCategory')
        : subjectsUbl[subject](tree);
  return scope.some((category) => isVat(category) && tidyText(first(category, 'cbc:ID')) !== 'O');
}

/** Category B is Italy's; its two rules look at the bare codes. */
const splitPayment: Rule[] = [
  rule('BR-B-01', 'fatal', 'BT-118 BT-40 BT-55', {
    ubl: check(
      root,
      (_, tree) =>
        !hasCodeUbl(tree, ['cac:TaxCategory', 'cac:ClassifiedTaxCategory'], 'B') ||
        !tree.all('cbc:IdentificationCode').some((country) => textOf(country) !== 'IT'),
    ),
    cii: check(
      root,
      (_, tree) => !hasCodeCii(tree, 'B') || !tree.all('ram:CountryID').some((country) => textOf(country) !== 'IT'),
    ),
    says: {
      de: 'Übertragene Steuer (Kategorie B) gibt es nur in Rechnungen innerhalb Italiens.',
      en: 'Split payment (category B) exists only in invoices within Italy.',
    },
  }),
  rule('BR-B-02', 'fatal', 'BT-118 BT-151 BT-95 BT-102', {
    ubl: check(root, (here, tree) => {
      const uses = (code: string): boolean =>
        tree
          .all('cac:ClassifiedTaxCategory')
          .some((category) => some(category, 'cbc:ID', (id) => textOf(id) === code)) ||
        [
          ...down(here, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID'),
          ...down(here, 'cac:AllowanceCharge/cac:TaxCategory/cbc:ID'),
        ].some((id) => textOf(id) === code);
      return !uses('B') || !uses('S');
    }),
    cii: check(root, (_, tree) => !hasCodeCii(tree, 'B') || !hasCodeCii(tree, 'S')),
    says: {
      de: 'Übertragene Steuer (Kategorie B) und Umsatzsteuer (Kategorie S) dürfen nicht zusammen vorkommen.',
      en: 'Split payment (category B) and standard rated (category S) must not occur together.',
    },
  }),
];

function hasCodeUbl(tree: InvoiceTree, tags: readonly string[], code: string): boolean {
  return tags.some((tag) => tree.all(tag).some((category) => some(category, 'cbc:ID', (id) => textOf(id) === code)));
}

function hasCodeCii(tree: InvoiceTree, code: string): boolean {
  return tree.all('ram:CategoryCode').some((element) => textOf(element) === code);
}

export const vatCategoryRules: Rule[] = [
  ...CATEGORIES.flatMap(rulesOf),
  ...intraCommunity,
  onlyNotSubject('BR-O-11', 'breakdown'),
  onlyNotSubject('BR-O-12', 'line'),
  onlyNotSubject('BR-O-13', 'allowance'),
  onlyNotSubject('BR-O-14', 'charge'),
  ...splitPayment,
];
