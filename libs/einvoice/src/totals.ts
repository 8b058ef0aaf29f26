import type { Decimal } from 'decimal.js';
import { type Amount, exact } from './decimal-text.js';
import type { AllowanceCharge, Invoice, InvoiceLine, Price, Text } from './model.js';
import type { XmlElement } from './xml/xml-element.js';

/*
 * The product's own arithmetic check. The official rules let a VAT amount be wrong by almost a euro; this one computes
 * to the cent and names every difference with the terms that lead to it. Rounding: half away from zero, on line
 * amounts, VAT per group and percentages; sums are exact.
 */

/** One summand or factor of a computation, for the screen. */
export interface Term {
  /** The business term, `BT-131`. */
  term: string;
  /** Which one, e.g. the line's id; null where there is only one. */
  of: string | null;
  /** How it enters: added, taken off, or a factor or divisor. */
  sign: '+' | '-' | '×' | '÷';
  value: string;
}

/** What was stated and what comes out differ by at least one cent. */
export interface TotalsDifference {
  /** The business term that is wrong, or that disagrees with its terms. */
  term: string;
  /** Line id, or category and rate of a VAT group; null for document totals. */
  of: string | null;
  /** As stated; null where the invoice leaves it out (it counts as 0). */
  stated: string | null;
  computed: string;
  /** Stated minus computed. */
  difference: string;
  terms: Term[];
  path: string | null;
  message: { de: string; en: string };
}

export interface TotalsCheck {
  differences: TotalsDifference[];
  /** Business terms that could not be verified because something they need is missing or unreadable. */
  unverified: { term: string; of: string | null }[];
}

/**
 * Recomputes an invoice: every line from quantity, price, allowances and charges; percentages; the sums BT-106 to
 * BT-115; per VAT group the base and the tax. Works for lists of thousands of lines in linear time.
 */
export function checkTotals(invoice: Invoice): TotalsCheck {
  return new Recalculation(invoice).check();
}

/** A value that takes part: null where the file leaves it out, undefined where it cannot be read. */
type Known = Decimal | null | undefined;

const ZERO = exact(0);
const CENT = exact('0.01');

class Recalculation {
  private readonly differences: TotalsDifference[] = [];
  private readonly unverified: { term: string; of: string | null }[] = [];

  /** Freight of ZUGFeRD EXTENDED counts like any other charge. */
  private readonly charges: AllowanceCharge[];

  constructor(private readonly invoice: Invoice) {
    this.charges = [...invoice.charges, ...(invoice.logisticsCharges ?? [])];
  }

  check(): TotalsCheck {
    const { invoice } = this;
    for (const line of invoice.lines) this.line(line);
    for (const entry of invoice.allowances) this.percentage(entry, 'BT-92', null);
    for (const entry of invoice.charges) this.percentage(entry, 'BT-99', null);
    this.documentTotals();
    this.vatGroups();
    return { differences: this.differences, unverified: this.unverified };
  }

  private line(line: InvoiceLine): void {
    for (const entry of line.allowances) this.percentage(entry, 'BT-136', line.id);
    for (const entry of line.charges) this.percentage(entry, 'BT-141', line.id);
    if (line.subLines.length > 0) {
      for (const sub of line.subLines) this.line(sub);
      this.sum('BT-131', line.id, line.netAmount, line.source, termsOf(line.subLines, 'BT-131', '+', lineNet));
      return;
    }
    this.price(line);
    const quantity = known(line.quantity?.value, line.quantity);
    const price = known(line.price?.net?.value, line.price?.net);
    const base = known(line.price?.baseQuantity?.value, line.price?.baseQuantity);
    const stated = known(line.netAmount?.value, line.netAmount);
    const parts = [
      ...termsOf(line.allowances, 'BT-136', '-', amountOf),
      ...termsOf(line.charges, 'BT-141', '+', amountOf),
    ];
    if (!quantity || !price || base === undefined || base?.isZero() || !stated || parts.some(unreadable)) {
      if (carriesAmount(line)) this.unverified.push({ term: 'BT-131', of: line.id });
      return;
    }
    const terms: Term[] = [
      { term: 'BT-129', of: line.id, sign: '×', value: plain(quantity) },
      { term: 'BT-146', of: line.id, sign: '×', value: plain(price) },
    ];
    if (base !== null) terms.push({ term: 'BT-149', of: line.id, sign: '÷', value: plain(base) });
    const product = exact(quantity)
      .times(price)
      .dividedBy(base ?? 1);
    const computed = round(product.plus(total(parts)));
    this.compare('BT-131', line.id, stated, computed, [...terms, ...parts.map(shown)], line.source);
  }

  /** BT-146 = BT-148 − BT-147, to the last digit: prices are not rounded. */
  private price(line: InvoiceLine): void {
    const { price } = line;
    const gross = price?.gross?.value;
    const net = price?.net?.value;
    if (!price || !gross || !net || !samePriceBase(price)) return;
    const parts = [
      ...termsOf(price.allowances, 'BT-147', '-', amountOf),
      ...termsOf(price.charges, 'BT-147', '+', amountOf),
    ];
    if (parts.some(unreadable)) return;
    const computed = exact(gross).plus(total(parts));
    if (computed.equals(net)) return;
    this.report('BT-146', line.id, net, computed, price.source, [
      { term: 'BT-148', of: line.id, sign: '+', value: money(gross) },
      ...parts.map(shown),
    ]);
  }

  /** Amount = base amount × percentage, where both are given. */
  private percentage(entry: AllowanceCharge, term: string, of: Text): void {
    const base = entry.baseAmount?.value;
    const rate = entry.percentage?.value;
    const amount = entry.amount?.value;
    if (!base || !rate || !amount) return;
    const numbers = PERCENTAGE_TERMS[term]!;
    this.compare(
      term,
      of,
      amount,
      round(exact(base).times(rate).dividedBy(100)),
      [
        { term: numbers[0], of, sign: '×', value: plain(base) },
        { term: numbers[1], of, sign: '×', value: `${plain(rate)} %` },
      ],
      entry.source,
    );
  }

  private documentTotals(): void {
    const { invoice } = this;
    const { totals } = invoice;
    if (totals === null) return;
    const { source } = totals;
    const counted = invoice.lines.filter(carriesAmount);
    // Profiles without lines (MINIMUM, BASIC WL) have nothing to add up.
    if (counted.length > 0) this.sum('BT-106', null, totals.lineNet, source, termsOf(counted, 'BT-131', '+', lineNet));
    this.sum('BT-107', null, totals.allowances, source, termsOf(invoice.allowances, 'BT-92', '+', amountOf));
    this.sum('BT-108', null, totals.charges, source, termsOf(this.charges, 'BT-99', '+', amountOf));
    if (totals.lineNet !== null) {
      this.sum('BT-109', null, totals.net, source, [
        part('BT-106', '+', totals.lineNet),
        part('BT-107', '-', totals.allowances),
        part('BT-108', '+', totals.charges),
      ]);
    }
    if (invoice.vatBreakdown.length > 0) {
      const own = invoice.vatBreakdown.filter(
        (group) => group.taxAmount === null || (group.taxAmount.currency ?? invoice.currency) === invoice.currency,
      );
      const terms = own.map((group) =>
        part('BT-117', '+', group.taxAmount, groupName(group.category, group.rate?.value)),
      );
      this.sum('BT-110', null, totals.vat, source, terms);
    }
    this.sum('BT-112', null, totals.gross, source, [part('BT-109', '+', totals.net), part('BT-110', '+', totals.vat)]);
    // The profile MINIMUM says what is due, but not what was paid before.
    if (invoice.specificationId?.toLowerCase().endsWith(':minimum')) {
      this.unverified.push({ term: 'BT-115', of: null });
      return;
    }
    this.sum('BT-115', null, totals.payable, source, [
      part('BT-112', '+', totals.gross),
      part('BT-113', '-', totals.prepaid),
      part('BT-114', '+', totals.rounding),
      ...termsOf(invoice.thirdPartyPayments, 'BT-DEX-002', '+', amountOf),
    ]);
  }

  /** Base and tax of every VAT group: BT-116 from lines, allowances and charges; BT-117 from BT-116. */
  private vatGroups(): void {
    const { invoice } = this;
    const bases = new Map<string, Part[]>();
    const collect = (category: Text, rate: Decimal | null | undefined, entry: Part): void => {
      const key = groupName(category, rate);
      const list = bases.get(key);
      if (list === undefined) bases.set(key, [entry]);
      else list.push(entry);
    };
    const counted = invoice.lines.filter(carriesAmount);
    for (const line of counted.flatMap(leaves)) {
      collect(line.vat?.category ?? null, line.vat?.rate?.value, lineNet(line, 'BT-131', '+'));
    }
    for (const entry of invoice.allowances) {
      collect(entry.vat?.category ?? null, entry.vat?.rate?.value, amountOf(entry, 'BT-92', '-'));
    }
    for (const entry of this.charges) {
      collect(entry.vat?.category ?? null, entry.vat?.rate?.value, amountOf(entry, 'BT-99', '+'));
    }
    // Without its VAT category a line belongs to no group (ZUGFeRD 1.0 BASIC): then no base can be told.
    const sorted = counted.flatMap(leaves).every(({ vat }) => vat !== null);
    const seen = new Set<string>();
    for (const group of invoice.vatBreakdown) {
      const key = groupName(group.category, group.rate?.value);
      const taxable = known(group.taxableAmount?.value, group.taxableAmount);
      const inCurrency = (group.taxableAmount?.currency ?? invoice.currency) === invoice.currency;
      if (counted.length > 0 && !sorted) this.unverified.push({ term: 'BT-116', of: key });
      else if (counted.length > 0 && inCurrency && !seen.has(key)) {
        this.sum('BT-116', key, group.taxableAmount, group.source, bases.get(key) ?? []);
      }
      seen.add(key);
      const tax = known(group.taxAmount?.value, group.taxAmount);
      const rate = known(group.rate?.value, group.rate);
      if (!taxable || !tax || rate === undefined) {
        this.unverified.push({ term: 'BT-117', of: key });
        continue;
      }
      const percent = rate ?? ZERO;
      this.compare(
        'BT-117',
        key,
        tax,
        round(exact(taxable).times(percent).dividedBy(100)),
        [
          { term: 'BT-116', of: key, sign: '×', value: plain(taxable) },
          { term: 'BT-119', of: key, sign: '×', value: `${plain(percent)} %` },
        ],
        group.source,
      );
    }
    if (invoice.vatBreakdown.length === 0 || !sorted) return;
    for (const [key, entries] of bases) {
      if (seen.has(key) || entries.some(unreadable) || total(entries).isZero()) continue;
      this.compare('BT-116', key, null, total(entries), entries.map(shown), invoice.totals?.source ?? null);
    }
  }

  /** A stated sum against its terms. An amount that is left out counts as 0, one that cannot be read stops the check. */
  private sum(term: string, of: Text, amount: Amount | null, source: XmlElement | null, parts: Part[]): void {
    const stated = known(amount?.value, amount);
    // That a mandatory total is missing is for the rules to say; nothing can be wrong about it.
    if (stated === undefined || (stated === null && MANDATORY.has(term)) || parts.some(unreadable)) {
      this.unverified.push({ term, of });
      return;
    }
    this.compare(term, of, stated, total(parts), parts.map(shown), source);
  }

  private compare(
    term: string,
    of: Text,
    stated: Decimal | null,
    computed: Decimal,
    terms: Term[],
    source: XmlElement | null,
  ): void {
    if (
      exact(stated ?? 0)
        .minus(computed)
        .abs()
        .lessThan(CENT)
    )
      return;
    this.report(term, of, stated, computed, source, terms);
  }

  private report(
    term: string,
    of: Text,
    stated: Decimal | null,
    computed: Decimal,
    source: XmlElement | null,
    terms: Term[],
  ): void {
    const difference = exact(stated ?? 0).minus(computed);
    const name = NAMES[term] ?? { de: term, en: term };
    const which = of === null ? '' : ` ${of}`;
    const said = stated === null ? { de: 'nicht angegeben', en: 'not stated' } : null;
    this.differences.push({
      term,
      of,
      stated: stated === null ? null : money(stated),
      computed: money(computed),
      difference: money(difference),
      terms,
      path: source?.path ?? null,
      message: {
        de: `${name.de}${which} (${term}): ${said?.de ?? `angegeben ${german(stated!)}`}, errechnet ${german(computed)}, Differenz ${german(difference)}.`,
        en: `${name.en}${which} (${term}): ${said?.en ?? `stated ${money(stated!)}`}, computed ${money(computed)}, difference ${money(difference)}.`,
      },
    });
  }
}

interface Part {
  term: string;
  of: string | null;
  sign: '+' | '-';
  value: Known;
}

const MANDATORY = new Set(['BT-106', 'BT-109', 'BT-112', 'BT-115', 'BT-116', 'BT-131']);

const PERCENTAGE_TERMS: Record<string, [string, string]> = {
  'BT-92': ['BT-93', 'BT-94'],
  'BT-99': ['BT-100', 'BT-101'],
  'BT-136': ['BT-137', 'BT-138'],
  'BT-141': ['BT-142', 'BT-143'],
};

const NAMES: Record<string, { de: string; en: string }> = {
  'BT-92': { de: 'Nachlass', en: 'Allowance' },
  'BT-99': { de: 'Zuschlag', en: 'Charge' },
  'BT-106': { de: 'Summe der Positionen', en: 'Sum of line amounts' },
  'BT-107': { de: 'Summe der Nachlässe', en: 'Sum of allowances' },
  'BT-108': { de: 'Summe der Zuschläge', en: 'Sum of charges' },
  'BT-109': { de: 'Gesamtbetrag ohne Umsatzsteuer', en: 'Total without VAT' },
  'BT-110': { de: 'Umsatzsteuer', en: 'VAT' },
  'BT-112': { de: 'Gesamtbetrag mit Umsatzsteuer', en: 'Total with VAT' },
  'BT-115': { de: 'Zahlbetrag', en: 'Amount due' },
  'BT-116': { de: 'Bemessungsgrundlage der Steuergruppe', en: 'Taxable amount of VAT group' },
  'BT-117': { de: 'Steuerbetrag der Steuergruppe', en: 'Tax amount of VAT group' },
  'BT-131': { de: 'Nettobetrag der Position', en: 'Net amount of line' },
  'BT-136': { de: 'Nachlass der Position', en: 'Allowance of line' },
  'BT-141': { de: 'Zuschlag der Position', en: 'Charge of line' },
  'BT-146': { de: 'Nettopreis der Position', en: 'Net price of line' },
};

function known(value: Decimal | null | undefined, holder: unknown): Known {
  if (holder === null || holder === undefined) return null;
  return value ?? undefined;
}

function part(term: string, sign: '+' | '-', amount: Amount | null, of: string | null = null): Part {
  return { term, of, sign, value: known(amount?.value, amount) };
}

function amountOf(entry: { amount: Amount | null }, term: string, sign: '+' | '-'): Part {
  return part(term, sign, entry.amount);
}

function lineNet(line: InvoiceLine, term: string, sign: '+' | '-'): Part {
  return part(term, sign, line.netAmount, line.id);
}

function termsOf<T>(
  entries: T[],
  term: string,
  sign: '+' | '-',
  of: (entry: T, term: string, sign: '+' | '-') => Part,
): Part[] {
  return entries.map((entry) => of(entry, term, sign));
}

function unreadable(entry: Part): boolean {
  return entry.value === undefined;
}

function shown(entry: Part): Term {
  return { term: entry.term, of: entry.of, sign: entry.sign, value: money(entry.value ?? ZERO) };
}

function total(parts: Part[]): Decimal {
  let sum = ZERO;
  for (const { sign, value } of parts) {
    if (value) sum = sign === '+' ? sum.plus(value) : sum.minus(value);
  }
  return sum;
}

/** CII may price gross and net for different quantities; then the two cannot be compared. */
function samePriceBase({ baseQuantity, grossBaseQuantity }: Price): boolean {
  if (grossBaseQuantity === null || baseQuantity === grossBaseQuantity) return true;
  const base = baseQuantity?.value;
  return base !== null && base !== undefined && grossBaseQuantity.value?.equals(base) === true;
}

/** ZUGFeRD EXTENDED: group and information lines repeat what their details say. */
function carriesAmount(line: InvoiceLine): boolean {
  return line.lineKind !== 'GROUP' && line.lineKind !== 'INFORMATION';
}

/** The lines that carry VAT: sub lines have their own, but only the top lines enter the totals. */
function leaves(line: InvoiceLine): InvoiceLine[] {
  return line.vat === null && line.subLines.length > 0 ? line.subLines.flatMap(leaves) : [line];
}

/** `S 19 %`; a group without a rate (not subject to VAT) counts as 0 %. */
function groupName(category: Text, rate: Decimal | null | undefined): string {
  return `${category ?? '?'} ${plain(rate ?? ZERO)} %`;
}

/** Half away from zero, to cents. */
function round(value: Decimal): Decimal {
  return value.toDecimalPlaces(2);
}

function plain(value: Decimal): string {
  return value.toFixed();
}

/** At least two decimals, more where the invoice has more. */
function money(value: Decimal): string {
  return value.toFixed(Math.max(2, value.decimalPlaces()));
}

function german(value: Decimal): string {
  const [whole, fraction] = money(value).split('.');
  return `${whole!.replace(/\B(?=(?:[0-9]{3})+$)/g, '.')},${fraction}`;
}
