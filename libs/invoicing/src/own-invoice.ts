import { type DecimalText, decimalOf, exact } from '@lib/einvoice';
import type { Cents, LocalDate } from '@lib/kernel';

/** What a draft can become: an invoice (380), a credit note (381), a corrected invoice whose amounts are the difference (384). */
export const INVOICE_KINDS = ['invoice', 'credit-note', 'correction'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** BT-3 (UNTDID 1001). */
export const TYPE_CODES: Record<InvoiceKind, string> = { invoice: '380', 'credit-note': '381', correction: '384' };

/**
 * How a line stands to VAT (UNTDID 5305): `S` taxed, `Z` zero rate, `E` exempt (§ 4 UStG), `O` outside its scope (exercise
 * of public authority, § 2b UStG), `AE` the recipient owes the tax (§ 13b UStG).
 */
export const VAT_CATEGORIES = ['S', 'Z', 'E', 'O', 'AE'] as const;
export type VatCategoryCode = (typeof VAT_CATEGORIES)[number];

export interface LineVat {
  category: VatCategoryCode;
  /** Per cent, `"19"`; `"0"` for every category but S. */
  rate: string;
  /** Why there is no tax; E needs one, O and AE have a usual one. */
  reason: string | null;
}

/** One line of an own invoice: what is charged and where it is booked. */
export interface OwnLine {
  text: string;
  description: string | null;
  /** Up to four decimals; negative where something is taken off. */
  quantity: string;
  /** UN/ECE Recommendation 20/21: `C62` piece, `MON` month, `HUR` hour … */
  unit: string;
  /** Net price of one unit in euros, up to four decimals. */
  price: string;
  vat: LineVat;
  /** Revenue account. */
  account: string;
  product: string | null;
  costCentre: string | null;
  serviceFrom: LocalDate | null;
  serviceTo: LocalDate | null;
}

/** Discount for early payment: per cent if paid within so many days from the day of issue. */
export interface Skonto {
  days: number;
  percent: string;
}

/** SEPA direct debit: the mandate and the account it is taken from. */
export interface Mandate {
  reference: string;
  iban: string;
}

/** What somebody writes into a draft. Dates and texts that are null are decided at issue. */
export interface OwnInvoice {
  kind: InvoiceKind;
  partnerId: string;
  /** The issued invoice that a credit note or a correction belongs to. */
  corrects: string | null;
  serviceFrom: LocalDate | null;
  serviceTo: LocalDate | null;
  dueOn: LocalDate | null;
  /** BT-10; null: the partner's Leitweg-ID, else the partner's number. */
  buyerReference: string | null;
  orderReference: string | null;
  contractReference: string | null;
  /** BT-19: how the buyer wants it booked. */
  buyerAccountingReference: string | null;
  method: 'transfer' | 'direct-debit';
  mandate: Mandate | null;
  /** The client's account that shall be paid to; null: the first active one. */
  bankAccountId: string | null;
  skonto: Skonto[];
  /** Stands before the lines. */
  introduction: string | null;
  /** Stands behind the payment terms. */
  closing: string | null;
  /** Debtors' control account; null: what fits the lines. */
  claimsAccount: string | null;
  lines: OwnLine[];
}

/** One VAT group of an invoice, in cents. */
export interface VatGroup {
  category: VatCategoryCode;
  rate: string;
  net: Cents;
  tax: Cents;
  /** The reasons of its lines, joined; null for S. */
  reason: string | null;
}

export interface OwnTotals {
  /** Net amounts of the lines, in their order. */
  lines: Cents[];
  groups: VatGroup[];
  net: Cents;
  tax: Cents;
  gross: Cents;
}

export const USUAL_REASONS: Partial<Record<VatCategoryCode, string>> = {
  O: 'Nicht umsatzsteuerbar: Tätigkeit im Rahmen der öffentlichen Gewalt (§ 2b Abs. 1 UStG)',
  AE: 'Steuerschuldnerschaft des Leistungsempfängers (§ 13b UStG)',
  Z: 'Nullsteuersatz (§ 12 Abs. 3 UStG)',
};

/** Half away from zero to whole cents: the one place where amounts of an own invoice are rounded. */
export function cents(euros: NonNullable<DecimalText['value']>): Cents {
  return BigInt(euros.times(100).toDecimalPlaces(0).toFixed(0));
}

const number = (text: string): NonNullable<DecimalText['value']> => {
  const value = decimalOf(text);
  if (value === null) throw new RangeError(`not a number: ${text}`);
  return value;
};

/** Rates that mean the same count as one: `7`, `7.0` and `7.00`. */
export function plainRate(rate: string): string {
  return number(rate).toFixed();
}

/** As journal lines state it: `19` is `19.00`. */
export const twoDecimals = (rate: string): string => number(rate).toFixed(2);

/**
 * The sums of an own invoice, exact: each line rounded to cents, the tax rounded once per group of category and rate
 * (EN 16931, BT-131, BT-116, BT-117).
 * @throws RangeError for a quantity, price or rate that is no number
 */
export function totalsOf(lines: readonly OwnLine[]): OwnTotals {
  const amounts = lines.map((line) => cents(number(line.quantity).times(number(line.price))));
  const groups = new Map<string, VatGroup & { reasons: Set<string> }>();
  lines.forEach((line, index) => {
    const { category } = line.vat;
    const rate = plainRate(line.vat.rate);
    const key = `${category} ${rate}`;
    const group = groups.get(key) ?? { category, rate, net: 0n, tax: 0n, reason: null, reasons: new Set<string>() };
    groups.set(key, group);
    group.net += amounts[index]!;
    const reason = line.vat.reason?.trim() || USUAL_REASONS[category];
    if (reason && category !== 'S') group.reasons.add(reason);
  });
  const taxed = [...groups.values()].map(({ reasons, ...group }) => ({
    ...group,
    tax: cents(exact(group.net.toString()).div(100).times(number(group.rate)).div(100)),
    reason: reasons.size === 0 ? null : [...reasons].join('; '),
  }));
  const net = amounts.reduce((sum, amount) => sum + amount, 0n);
  const tax = taxed.reduce((sum, group) => sum + group.tax, 0n);
  return { lines: amounts, groups: taxed, net, tax, gross: net + tax };
}

/** What one stage of Skonto takes off, in cents. */
export function discountOf(gross: Cents, stage: Skonto): Cents {
  return cents(exact(gross.toString()).div(100).times(number(stage.percent)).div(100));
}

/** Whether somebody is to pay us: not with a credit note, nor with a correction downwards. */
export const asksForMoney = (draft: Pick<OwnInvoice, 'kind'>, totals: Pick<OwnTotals, 'gross'>): boolean =>
  draft.kind !== 'credit-note' && totals.gross > 0n;
