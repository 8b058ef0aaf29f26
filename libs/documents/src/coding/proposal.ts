import { type Cents, cut, type LocalDate, plainText, yearOf } from '@lib/kernel';
import { deferralOf } from './accrual.js';
import { invoiceNoKey } from '../document/supplier-identity.js';
import { type Catalogues, matchReference } from './accounting-reference.js';
import {
  absolute,
  type Coding,
  type CodingLine,
  type LineVat,
  type Method,
  type Prepaid,
  sum,
  type Treatment,
} from './coding.js';
import { discountStages, dueOn, speaksOfDiscount, type Words } from './payment-terms.js';
import { spread } from './spread.js';
import type { StoredInvoice, StoredLine } from './stored-invoice.js';

/*
 * The coding that the system proposes and why. It decides nothing: whoever codes sees each reason beside its field and changes
 * what they know better. Pure: what is known of the supplier and the client is handed in.
 */

export interface Reason {
  /** JSON pointer into the coding. */
  field: string;
  text: Words;
}

/** An earlier booking of the same supplier, as its coding had it; the newest first. */
export interface EarlierCoding {
  documentNumber: string;
  account: string;
  product: string | null;
  costCentre: string | null;
  cashAccount: string | null;
  text: string;
  treatment: Treatment;
  deductiblePercent: string;
}

export interface ContractFacts {
  id: string;
  number: string;
  subject: string;
  account: string | null;
  product: string | null;
  costCentre: string | null;
  treatment: Treatment | null;
  deductiblePercent: string | null;
  expected: Cents | null;
  tolerance: Cents;
}

/** An earlier partial invoice that is posted and not yet cleared. */
export interface PartialInvoice {
  documentId: string;
  documentNumber: string;
  invoiceNo: string;
  /** What of it is left to clear. */
  amount: Cents;
}

export interface OpenLiability {
  itemId: string;
  reference: string;
  /** Unsigned. */
  balance: Cents;
  documentId: string | null;
}

export interface ProposalFacts {
  invoice: StoredInvoice | null;
  document: {
    kind: string;
    supplierName: string;
    invoiceNo: string | null;
    issueDate: LocalDate | null;
    receivedOn: LocalDate;
    serviceFrom: LocalDate | null;
    serviceTo: LocalDate | null;
    net: Cents | null;
    tax: Cents | null;
    gross: Cents | null;
    payable: Cents | null;
    paymentMeans: string | null;
    iban: string | null;
    corrects: string | null;
  };
  today: LocalDate;
  partner: { id: string; name: string; paymentTermDays: number | null } | null;
  bankAccounts: readonly { no: number; iban: string; state: string }[];
  earlier: readonly EarlierCoding[];
  contract: ContractFacts | null;
  partials: readonly PartialInvoice[];
  openItems: readonly OpenLiability[];
  catalogues: Catalogues;
  defaultDays: number;
  /** True for clients that are liable to VAT as a whole (special funds); municipalities mostly act as sovereigns. */
  liableToVat: boolean;
  /** Whether its purchases are for its business as a rule: a municipal enterprise, not a municipality (§ 2b UStG). */
  deductsAsARule: boolean;
  /** Domestic rates for taxes that we owe ourselves. */
  standardRate: string;
  accrualAccount: string;
  words: { directDebit: string; paidAlready: string };
}

export interface Proposal {
  coding: Coding;
  reasons: Reason[];
  /** Corrected invoices: the same document booked the other way. */
  alternative: Coding | null;
}

const CONSTRUCTION = new Set(['875', '876', '877']);
/** How many of the supplier's latest bookings are looked at. */
const LOOK_BACK = 8;

export function propose(facts: ProposalFacts): Proposal {
  const reasons: Reason[] = [];
  const say = (field: string, de: string, en: string): void => void reasons.push({ field, text: { de, en } });
  const { invoice, document, partner } = facts;

  const payable = document.payable ?? document.gross ?? 0n;
  const prepaid = invoice?.prepaid ?? 0n;
  const base = linesOf(facts, payable + prepaid);
  const lines = base.map((line, index) => codeLine(line, index, facts, say));

  const due = dueOn({
    dueDate: invoice?.dueDate ?? null,
    terms: invoice?.paymentTerms ?? null,
    issueDate: document.issueDate,
    receivedOn: document.receivedOn,
    partnerDays: partner?.paymentTermDays ?? null,
    defaultDays: facts.defaultDays,
  });
  say('/dueOn', due.reason.de, due.reason.en);
  const discount = chooseDiscount(facts, payable, say);
  const method = methodOf(facts, payable, say);
  const coding: Coding = {
    partnerId: partner?.id ?? null,
    bookingDate: null,
    dueOn: due.day,
    discountOn: null,
    discountAmount: null,
    ...(discount !== null &&
      discount.until <= due.day && { discountOn: discount.until, discountAmount: discount.amount }),
    ...method,
    bankAccountNo: bankAccountOf(facts, say),
    text: textOf(facts, lines, say),
    lines,
    retention: null,
    accrual: accrualOf(facts, lines, say),
    shares: [],
    prepaid: clearPartials(facts, prepaid, say),
    offsets: offsetsOf(facts, payable, say),
    correction: null,
  };
  if (document.kind !== 'correction') return { coding, reasons, alternative: null };
  return { ...corrected(facts, coding, payable, say), reasons };
}

type Say = (field: string, de: string, en: string) => void;

interface BaseLine {
  net: Cents;
  tax: Cents;
  category: string;
  rate: string;
  reference: string | null;
  item: string;
  serviceFrom: LocalDate | null;
  serviceTo: LocalDate | null;
}

/**
 * One line per VAT rate, and per accounting reference or service period where the invoice's lines differ in it. The VAT breakdown
 * (BG-23) says the amounts, the invoice's lines only how to divide them; what the payable amount was rounded by goes to the
 * largest line, so that the lines are the total exactly.
 */
function linesOf({ invoice, document }: ProposalFacts, total: Cents): BaseLine[] {
  const common = {
    reference: invoice?.buyerAccountingReference ?? null,
    item: '',
    serviceFrom: document.serviceFrom,
    serviceTo: document.serviceTo,
  };
  const lines: BaseLine[] = [];
  for (const { net, tax, category, rate } of invoice?.vatBreakdown ?? []) {
    if (net === null || tax === null || (net === 0n && tax === 0n)) continue;
    const members = invoice!.lines.filter((line) => line.category === category && line.rate === rate);
    const parts = new Map<string, { weight: Cents; line: StoredLine; item: string; largest: Cents }>();
    for (const line of invoice!.complete ? members : []) {
      const weight = line.net ?? 0n;
      const key = JSON.stringify([line.reference, line.from, line.to]);
      const known = parts.get(key);
      if (!known) parts.set(key, { weight, line, item: line.item, largest: weight });
      else {
        known.weight += weight;
        if (weight > known.largest) Object.assign(known, { item: line.item, largest: weight });
      }
    }
    const divided = [...parts.values()];
    if (divided.length === 0) {
      lines.push({ ...common, net, tax, category, rate });
      continue;
    }
    const weights = divided.map((part) => part.weight);
    const nets = spread(net, weights);
    const taxes = spread(tax, weights);
    divided.forEach(({ line, item }, index) => {
      lines.push({
        net: nets[index]!,
        tax: taxes[index]!,
        category,
        rate,
        item,
        reference: line.reference ?? common.reference,
        serviceFrom: line.from ?? common.serviceFrom,
        serviceTo: line.to ?? common.serviceTo,
      });
    });
  }
  const coded = lines.filter((line) => line.net + line.tax !== 0n);
  if (coded.length === 0 && total !== 0n) {
    const tax = document.tax !== null && document.gross === total ? document.tax : 0n;
    const base = total - tax;
    // The rate that the amounts show, to a tenth of a per cent: 19 %, 7 %.
    const tenths = base > 0n ? (tax * 2_000n + base) / (base * 2n) : 0n;
    const rate = `${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`}`;
    return [{ ...common, net: base, tax, category: tax === 0n ? 'O' : 'S', rate }];
  }
  const difference = total - sum(coded.map((line) => line.net + line.tax));
  if (coded.length > 0 && difference !== 0n && absolute(difference) < 100n * BigInt(coded.length)) {
    const largest = coded.reduce((a, b) => (absolute(b.net) > absolute(a.net) ? b : a));
    largest.net += difference; // BT-114: cents by which the payable amount was rounded
  }
  return coded;
}

/** The value that most of the latest bookings bear, with how many; of two the one used last. */
function habit<T>(
  earlier: readonly EarlierCoding[],
  of: (one: EarlierCoding) => T,
): { value: T; count: number } | null {
  const counts = new Map<T, number>();
  for (const one of earlier) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
  let best: { value: T; count: number } | null = null;
  for (const [value, count] of counts) if (best === null || count > best.count) best = { value, count };
  return best;
}

const likeEarlier = (count: number, of: number, supplier: string): Words => {
  if (of === 1)
    return { de: `wie bei der letzten Rechnung von ${supplier}`, en: `as with the last invoice of ${supplier}` };
  if (count === of)
    return {
      de: `wie bei den letzten ${of} Rechnungen von ${supplier}`,
      en: `as with the last ${of} invoices of ${supplier}`,
    };
  return {
    de: `wie bei ${count} der letzten ${of} Rechnungen von ${supplier}`,
    en: `as with ${count} of the last ${of} invoices of ${supplier}`,
  };
};

function codeLine(base: BaseLine, index: number, facts: ProposalFacts, say: Say): CodingLine {
  const at = `/lines/${index}`;
  const earlier = facts.earlier.slice(0, LOOK_BACK);
  const supplier = facts.partner?.name ?? facts.document.supplierName;
  const reference = matchReference(base.reference, facts.catalogues);
  const { contract } = facts;
  const quoted = `„${cut(base.reference ?? '', 60)}“`;

  const chosen = <T extends string>(
    field: string,
    referenced: T | null,
    contracted: T | null,
    habitual: (one: EarlierCoding) => T | null,
  ): T | null => {
    if (referenced !== null) {
      say(
        `${at}/${field}`,
        `Kontierung ${quoted} auf der Rechnung (BT-19/BT-133)`,
        `Accounting reference ${quoted} on the invoice (BT-19/BT-133)`,
      );
      return referenced;
    }
    if (contracted !== null) {
      say(`${at}/${field}`, `aus dem Vertrag ${contract!.number}`, `from contract ${contract!.number}`);
      return contracted;
    }
    const known = habit(earlier, habitual);
    if (known && known.value !== null) {
      const words = likeEarlier(known.count, earlier.length, supplier);
      say(`${at}/${field}`, words.de, words.en);
      return known.value;
    }
    return null;
  };
  let account = chosen('account', reference.account, contract?.account ?? null, (one) => one.account);
  if (CONSTRUCTION.has(facts.invoice?.typeCode ?? '') && (account === null || !account.startsWith('09'))) {
    account = '0912';
    say(
      `${at}/account`,
      'Abschlags- oder Schlussrechnung Bau: Anlagen im Bau',
      'Partial or final construction invoice: asset under construction',
    );
  }
  const sameAccount = earlier.filter((one) => one.account === account);
  const cash = habit(sameAccount, (one) => one.cashAccount)?.value ?? null;
  return {
    partnerId: null,
    account: account ?? '',
    product: chosen('product', reference.product, contract?.product ?? null, (one) => one.product),
    costCentre: chosen('costCentre', reference.costCentre, contract?.costCentre ?? null, (one) => one.costCentre),
    cashAccount: cash,
    text: '',
    net: base.net,
    tax: base.tax,
    gross: base.net + base.tax,
    vat: vatOf(base, at, facts, earlier, say),
    share: null,
    serviceFrom: base.serviceFrom,
    serviceTo: base.serviceTo,
  };
}

function vatOf(base: BaseLine, at: string, facts: ProposalFacts, earlier: readonly EarlierCoding[], say: Say): LineVat {
  const field = `${at}/vat/treatment`;
  const { category, rate } = base;
  const deducted = habit(earlier, (one) => one.deductiblePercent)?.value ?? facts.contract?.deductiblePercent ?? null;
  // Who is no taxable person deducts nothing (§ 15(1) UStG), whatever was coded before; but owes as the recipient (§ 13b(5)).
  const deductiblePercent = facts.liableToVat ? (deducted ?? (facts.deductsAsARule ? '100' : '0')) : '0';
  if (category === 'AE' || category === 'K') {
    const treatment = category === 'AE' ? 'reverse-charge' : 'intra-community';
    if (category === 'AE')
      say(field, 'Steuerschuldner ist der Empfänger (§ 13b UStG)', 'The recipient owes the tax (§ 13b UStG)');
    else say(field, 'Innergemeinschaftlicher Erwerb (§ 1a UStG)', 'Intra-Community acquisition (§ 1a UStG)');
    return { category, rate: facts.standardRate, treatment, deductiblePercent };
  }
  if (base.tax === 0n) {
    say(field, 'Die Rechnung weist keine Umsatzsteuer aus', 'The invoice states no VAT');
    return { category, rate, treatment: 'sovereign', deductiblePercent: '0' };
  }
  if (!facts.liableToVat) {
    say(
      field,
      'Der Mandant ist nicht zum Vorsteuerabzug berechtigt (§ 15 Abs. 1 UStG)',
      'The client may not deduct input tax (§ 15(1) UStG)',
    );
    return { category, rate, treatment: 'sovereign', deductiblePercent: '0' };
  }
  const known = habit(
    earlier.filter((one) => one.treatment !== 'reverse-charge' && one.treatment !== 'intra-community'),
    (one) => one.treatment,
  );
  const contracted = facts.contract?.treatment ?? null;
  if (contracted !== null)
    say(field, `aus dem Vertrag ${facts.contract!.number}`, `from contract ${facts.contract!.number}`);
  else if (known) {
    const words = likeEarlier(known.count, earlier.length, facts.partner?.name ?? facts.document.supplierName);
    say(field, words.de, words.en);
  } else if (facts.deductsAsARule)
    say(field, 'Der Mandant ist zum Vorsteuerabzug berechtigt', 'The client may deduct input tax');
  else
    say(
      field,
      'Hoheitlicher Bereich: kein Vorsteuerabzug; für einen Betrieb gewerblicher Art bitte ändern',
      'Sovereign sphere: no deduction of input tax; please change it for a business',
    );
  const treatment = contracted ?? known?.value ?? (facts.deductsAsARule ? 'business' : 'sovereign');
  return { category, rate, treatment, deductiblePercent: treatment === 'sovereign' ? '0' : deductiblePercent };
}

const german = (amount: Cents): string =>
  `${(amount / 100n).toString().replace(/\B(?=(\d{3})+$)/g, '.')},${(amount % 100n).toString().padStart(2, '0')} €`;
const germanDay = (day: LocalDate): string => day.split('-').reverse().join('.');

/** The best discount that can still be reached; nothing for credit notes. */
function chooseDiscount(facts: ProposalFacts, payable: Cents, say: Say): { until: LocalDate; amount: Cents } | null {
  const { invoice, document } = facts;
  const terms = invoice?.paymentTerms ?? null;
  if (document.issueDate === null || payable <= 0n || document.kind === 'credit-note') return null;
  const stages = discountStages(terms, document.issueDate, payable);
  const best = stages.find((stage) => stage.until >= facts.today) ?? null;
  if (best)
    say(
      '/discountOn',
      `${best.percent.replace('.', ',')} % Skonto (${german(best.amount)}) bis ${germanDay(best.until)} laut Zahlungsbedingungen`,
      `${best.percent} % discount (${german(best.amount)}) until ${best.until} by the payment terms`,
    );
  else if (stages.length > 0)
    say(
      '/discountOn',
      `Skonto bis ${germanDay(stages[0]!.until)}: die Frist ist vorbei`,
      `Discount until ${stages[0]!.until}: too late`,
    );
  else if (speaksOfDiscount(terms))
    say(
      '/discountOn',
      `Die Zahlungsbedingungen nennen Skonto in freien Worten, bitte prüfen: „${cut(terms!.trim(), 120)}“`,
      `The payment terms speak of a discount in free words, please check: “${cut(terms!.trim(), 120)}”`,
    );
  return best;
}

/** How it is paid: by the means that the invoice names (BT-81). What the supplier collects or has got must not be paid. */
function methodOf(facts: ProposalFacts, payable: Cents, say: Say): { method: Method; paymentBlock: string | null } {
  const means = facts.document.paymentMeans;
  if (means === '59') {
    say(
      '/method',
      'Der Lieferant zieht ein (Lastschrift, BT-81 = 59): nicht überweisen',
      'The supplier collects (direct debit, BT-81 = 59): do not transfer',
    );
    return { method: 'direct-debit', paymentBlock: facts.words.directDebit };
  }
  const known = facts.document.payable !== null || facts.document.gross !== null;
  if (payable === 0n && known) {
    say('/method', 'Zahlbetrag 0: nichts zu zahlen', 'Nothing payable');
    return { method: 'none', paymentBlock: null };
  }
  if (means === '97') {
    say('/method', 'Verrechnung (BT-81 = 97)', 'Clearing between partners (BT-81 = 97)');
    return { method: 'clearing', paymentBlock: null };
  }
  if (means === '10' || means === '48' || means === '54' || means === '55' || means === '68') {
    say(
      '/method',
      `Bar, mit Karte oder über einen Dienst bezahlt (BT-81 = ${means}): bitte prüfen`,
      `Paid in cash, by card or online (BT-81 = ${means}): please check`,
    );
    return { method: 'none', paymentBlock: facts.words.paidAlready };
  }
  return { method: 'transfer', paymentBlock: null };
}

function bankAccountOf({ bankAccounts, document, partner }: ProposalFacts, say: Say): number | null {
  if (partner === null) return null;
  const iban = (document.iban ?? '').replace(/\s/g, '').toUpperCase();
  const same = bankAccounts.find((account) => account.iban === iban && account.state === 'confirmed');
  if (same) {
    say(
      '/bankAccountNo',
      'IBAN der Rechnung, für diesen Geschäftspartner bestätigt',
      'IBAN of the invoice, confirmed for this partner',
    );
    return same.no;
  }
  if (iban !== '') {
    say(
      '/bankAccountNo',
      'Die IBAN der Rechnung ist für diesen Geschäftspartner nicht bestätigt; der Posten wird zur Zahlung gesperrt',
      'The IBAN of the invoice is not confirmed for this partner; the item is blocked for payment',
    );
    return null;
  }
  const confirmed = bankAccounts.filter((account) => account.state === 'confirmed');
  if (confirmed.length !== 1) return null;
  say(
    '/bankAccountNo',
    'einzige bestätigte Bankverbindung des Geschäftspartners',
    'the only confirmed bank account of the partner',
  );
  return confirmed[0]!.no;
}

const MONTH = /\b(0?[1-9]|1[0-2])[./](20\d\d)\b/;

/** The text that the supplier's bookings bear, with the month of the service moved on. */
function textOf(facts: ProposalFacts, lines: readonly CodingLine[], say: Say): string {
  const { document, invoice, earlier } = facts;
  const day = document.serviceTo ?? document.issueDate ?? document.receivedOn;
  const month = `${day.slice(5, 7)}/${day.slice(0, 4)}`;
  const pattern = habit(earlier.slice(0, LOOK_BACK), (one) => one.text.replace(MONTH, '{month}'));
  if (pattern && pattern.value !== '' && (pattern.count > 1 || pattern.value.includes('{month}'))) {
    const words = likeEarlier(
      pattern.count,
      Math.min(LOOK_BACK, earlier.length),
      facts.partner?.name ?? document.supplierName,
    );
    say('/text', words.de, words.en);
    return cut(pattern.value.replace('{month}', month), 400);
  }
  const largest = [...(invoice?.lines ?? [])].sort((a, b) =>
    absolute(a.net ?? 0n) < absolute(b.net ?? 0n) ? 1 : -1,
  )[0];
  const what = facts.contract?.subject ?? (largest?.item || (document.invoiceNo ?? ''));
  const name = facts.partner?.name ?? document.supplierName;
  if (lines.length > 0) say('/text', 'Lieferant und größte Position', 'Supplier and largest item');
  return cut(plainText(`${name}${name && what ? ': ' : ''}${what}`), 400);
}

/** Proposed when part of a service lies in later fiscal years. */
function accrualOf(facts: ProposalFacts, lines: readonly CodingLine[], say: Say): Coding['accrual'] {
  const yearEnd = `${yearOf(facts.today)}-12-31`;
  const later = lines.flatMap((line, index) => {
    // An account that is not known yet is mostly an expense: what a new supplier bills in advance is not overlooked.
    const cost = line.account === '' || line.account.startsWith('5');
    if (!cost || line.serviceFrom === null || line.serviceTo === null) return [];
    const part = deferralOf(line.gross, line.serviceFrom, line.serviceTo, yearEnd);
    return part ? [{ index, ...part }] : [];
  });
  const [first] = later;
  if (!first) {
    const before = lines.find((line) => line.serviceTo !== null && yearOf(line.serviceTo) < yearOf(facts.today));
    if (before)
      say(
        '/bookingDate',
        `Die Leistung lag im Jahr ${yearOf(before.serviceTo!)}: prüfen, ob dort gebucht oder eine Rückstellung verbraucht wird`,
        `The service was in ${yearOf(before.serviceTo!)}: check whether it is booked there or a provision is used`,
      );
    return null;
  }
  const amount = sum(later.map((part) => part.amount));
  const by: Words =
    first.measure === 'months' ? { de: 'nach Monaten', en: 'by months' } : { de: 'nach Tagen', en: 'by days' };
  say(
    '/accrual',
    `${german(absolute(amount))} gehören ins Folgejahr (Leistung bis ${germanDay(first.to)}, ${by.de}; § 43 Abs. 1 KomHVO NRW)`,
    `${german(absolute(amount))} belong to later years (service until ${first.to}, ${by.en}; § 43(1) KomHVO NRW)`,
  );
  return { account: facts.accrualAccount };
}

/** Earlier partial invoices that the final invoice names (BG-3), or all that are open when it names none. */
function clearPartials(facts: ProposalFacts, prepaid: Cents, say: Say): Prepaid[] {
  if (prepaid <= 0n || facts.partials.length === 0) return [];
  const named = new Set((facts.invoice?.precedingNumbers ?? []).map((one) => invoiceNoKey(one)));
  const meant = facts.partials.filter((partial) => named.size === 0 || named.has(invoiceNoKey(partial.invoiceNo)));
  let left = prepaid;
  const cleared: Prepaid[] = [];
  for (const partial of meant) {
    const amount = partial.amount < left ? partial.amount : left;
    if (amount <= 0n) break;
    left -= amount;
    cleared.push({ documentId: partial.documentId, account: null, product: null, amount });
    say(
      `/prepaid/${cleared.length - 1}`,
      `Abschlagsrechnung ${partial.invoiceNo} (${partial.documentNumber})`,
      `Partial invoice ${partial.invoiceNo} (${partial.documentNumber})`,
    );
  }
  if (left > 0n && cleared.length > 0)
    say(
      '/prepaid',
      `${german(left)} der Vorauszahlung (BT-113) passen zu keiner gebuchten Abschlagsrechnung`,
      `${german(left)} of what was prepaid (BT-113) match no partial invoice in the books`,
    );
  return cleared;
}

/** Credit notes reduce the invoice they name, as far as it is open. */
function offsetsOf(facts: ProposalFacts, payable: Cents, say: Say): Coding['offsets'] {
  const back = facts.document.kind === 'credit-note' ? payable : -payable;
  if (back <= 0n) return [];
  const named = (facts.invoice?.precedingNumbers ?? []).map((one) => invoiceNoKey(one));
  const item = facts.openItems.find(
    (one) =>
      named.includes(invoiceNoKey(one.reference)) ||
      (one.documentId !== null && one.documentId === facts.document.corrects),
  );
  if (!item) return [];
  const amount = item.balance < back ? item.balance : back;
  say(
    '/offsets/0',
    `Gutschrift zur Rechnung ${item.reference}, die noch offen ist`,
    `Credit note on invoice ${item.reference}, which is still open`,
  );
  return [{ itemId: item.itemId, amount }];
}

/**
 * A corrected invoice (384) states either the difference or everything anew, and the code does not tell which: both are
 * shown. A negative or small amount beside the original speaks for the difference.
 */
function corrected(
  facts: ProposalFacts,
  coding: Coding,
  payable: Cents,
  say: Say,
): Pick<Proposal, 'coding' | 'alternative'> {
  const original = facts.openItems.find((one) => one.documentId !== null && one.documentId === facts.document.corrects);
  const difference: Coding = { ...coding, correction: 'difference' };
  if (facts.document.corrects === null) {
    say(
      '/correction',
      'Die berichtigte Rechnung ist nicht gefunden: gebucht wird, was dieser Beleg ausweist',
      'The corrected invoice was not found: what this document states is booked',
    );
    return { coding: difference, alternative: null };
  }
  const replacement: Coding = { ...coding, offsets: [], correction: 'replacement' };
  const looksLikeDifference = payable < 0n || (original !== undefined && payable * 2n < original.balance);
  say(
    '/correction',
    'Rechnungskorrektur (384): bitte prüfen, ob der Beleg den Unterschied oder den ganzen Betrag neu ausweist; beide Buchungen stehen zur Wahl',
    'Corrected invoice (384): please check whether it states the difference or the whole amount anew; both bookings are offered',
  );
  return looksLikeDifference
    ? { coding: difference, alternative: replacement }
    : { coding: replacement, alternative: difference };
}
