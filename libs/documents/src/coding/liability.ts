import { type Cents, type LocalDate, yearOf } from '@lib/kernel';
import { creditedLater, deferralOf, heldBy, type LivePlan, takenBack, type TakenBackPlan } from './accrual.js';
import {
  absolute,
  type Coding,
  type CodingLine,
  isCollective,
  type Method,
  partnersOf,
  sum,
  type Treatment,
} from './coding.js';
import { spread } from './spread.js';
import { type TaxGroup, taxOf, twoDecimals } from './tax.js';
import { type ItemTax, taxOfPart } from '@lib/open-items';
import type { LineTax } from '@lib/ledger';

/*
 * From a decided coding to what is written: the lines of one journal entry and the open items that its control lines name.
 * Pure; the accounts it needs come from the client's chart and settings.
 */

/** The accounts that a client books purchases with; each a setting with the chart's own as default. */
export interface PurchaseAccounts {
  /** Control accounts of open liabilities. */
  creditors: string;
  investmentCreditors: string;
  retentions: string;
  /** Cash-flow account of input tax paid to suppliers. */
  taxCash: string;
}

export interface JournalLine {
  account: string;
  product: string | null;
  costCentre: string | null;
  amount: Cents;
  text: string;
  /** The tax that the line states; its base bears the line's sign. */
  tax?: LineTax | null;
  /** Place in `items` of the item that the line names, or an item that exists. */
  item: { new: number } | { existing: string } | null;
}

/** What the payment of an item will carry in the Finanzrechnung. */
export interface CashShare {
  product: string | null;
  costCentre: string | null;
  cashAccount: string;
  /** Signed like the item: what is owed is negative. */
  amount: Cents;
}

export interface NewItem {
  /** `retention` is paid when the warranty ends, `paid` was paid already and only waits for its bank line. */
  role: 'payable' | 'retention' | 'paid';
  partnerId: string;
  bankAccountNo: number | null;
  account: string;
  /** Credit negative: what we owe is negative, what the supplier owes us positive. */
  amount: Cents;
  dueOn: LocalDate;
  discountOn: LocalDate | null;
  discountAmount: Cents | null;
  method: Method;
  paymentBlock: string | null;
  shares: CashShare[];
  /** The tax in it, as the entry that raises it has it: it falls with what is paid less (§ 17 UStG). */
  taxes: ItemTax[];
}

/** What the entry defers, or takes back of what an earlier document deferred; and so what is dissolved later. */
export interface DeferredExpense {
  account: string;
  product: string | null;
  costCentre: string | null;
  accrualAccount: string;
  /** As it stands on the account of the deferral: debit positive. */
  amount: Cents;
  /** Places in `lines` of the lines that defer it. */
  lines: number[];
  from: LocalDate;
  to: LocalDate;
  text: string;
  /** The plans of an earlier document that this takes back, wholly or in part; null: deferred by the service period. */
  takesBack: TakenBackPlan | null;
}

export interface Liability {
  lines: JournalLine[];
  items: NewItem[];
  /** What is dissolved in later years. */
  deferrals: DeferredExpense[];
}

/** Lines of an earlier booking that is cleared or taken back in part, with their share of the whole. */
export interface EarlierLine {
  account: string;
  product: string | null;
  costCentre: string | null;
  /** As it stands in the journal: debit positive. */
  amount: Cents;
}

/** What an earlier document has moved up to now, and the plans that move the rest. */
export interface EarlierDocument {
  lines: readonly EarlierLine[];
  plans: readonly LivePlan[];
}

export interface LiabilityFacts {
  bookingDate: LocalDate;
  yearEnd: LocalDate;
  /** True for credit notes (381): their amounts are positive and mean money back. */
  moneyBack: boolean;
  /** BT-115 and BT-113 with the document's own sign. */
  payable: Cents;
  prepaid: Cents;
  accounts: PurchaseAccounts;
  /** The key and account of tax at a rate: what is deducted, or what we owe as the recipient. Null where the client has none. */
  taxKeyOf(side: 'input' | 'owed', treatment: Treatment, rate: string): { code: string; account: string } | null;
  /** The class 7 account of a payment for something booked on `account`; null where the chart has none. */
  cashAccountOf(account: string): string | null;
  /** An earlier invoice without its control lines. */
  earlier(documentId: string): EarlierDocument;
  /** For a correction that replaces: the original without control lines and the balance its item still has (negative). */
  original: (EarlierDocument & { items: { id: string; account: string; balance: Cents }[] }) | null;
  /** The invoice that a credit note or a correction by difference names; null when there is none. */
  corrected: EarlierDocument | null;
  /** The control account of an open item that exists. */
  accountOfItem(id: string): string;
  /** The confirmed bank account that a partner is paid to, or why payment must wait whatever the coding says. */
  bankOf(partnerId: string): { no: number | null; block: string | null };
  words: {
    alreadyPaid: string;
    retention: string;
    directDebit: string;
    inputTax(rate: string): string;
    outputTax(rate: string): string;
  };
}

/**
 * Builds the entry and the items.
 * - Cost is debited by line, the part of later fiscal years on the accrual account; input tax is debited, self-assessed tax
 *   credited, each rate in one line.
 * - Earlier partial invoices are cleared with the accounts they were booked on.
 * - What is to be paid is credited in one item; security kept back in another; what was paid already in a third that is never
 *   paid again.
 * - Money back is debited: first on the items it is offset against, the rest in an item of its own.
 */
export function buildLiability(coding: Coding, facts: LiabilityFacts): Liability {
  if (!isCollective(coding)) return buildOne(coding, facts);
  const whole: Liability = { lines: [], items: [], deferrals: [] };
  for (const partnerId of partnersOf(coding)) {
    const lines = coding.lines.filter((line) => (line.partnerId ?? coding.partnerId) === partnerId);
    if (lines.length === 0) continue;
    const own = { ...coding, partnerId, lines: lines.map((line) => ({ ...line, partnerId: null })) };
    const built = buildOne(own, { ...facts, payable: sum(lines.map((line) => line.gross)), prepaid: 0n });
    const before = whole.items.length;
    const lineBefore = whole.lines.length;
    whole.items.push(...built.items);
    whole.deferrals.push(
      ...built.deferrals.map((one) => ({ ...one, lines: one.lines.map((place) => place + lineBefore) })),
    );
    whole.lines.push(
      ...built.lines.map((line) => ({
        ...line,
        item: line.item && 'new' in line.item ? { new: line.item.new + before } : line.item,
      })),
    );
  }
  return whole;
}

function buildOne(coding: Coding, facts: LiabilityFacts): Liability {
  const sign = facts.moneyBack ? -1n : 1n;
  const taxed = taxOf(coding.lines);
  const lines: JournalLine[] = [];
  const deferrals: DeferredExpense[] = [];
  const add = (line: Omit<JournalLine, 'item'>, item: JournalLine['item'] = null): void => {
    if (line.amount !== 0n) lines.push({ ...line, item });
  };
  const plain = { product: null, costCentre: null };
  /** A line on the account of the deferral; answers its place. */
  const defer = (account: string, amount: Cents, text: string): number =>
    lines.push({ ...plain, account, amount, text, item: null }) - 1;
  const takeBackPlans = (plans: readonly LivePlan[], amount: Cents, places: number[], text: string): void => {
    const taken = takenBack(plans, -amount);
    const dates = taken.shares.map((share) => share.date).sort();
    const { account, product, costCentre } = taken.shares[0]!;
    const { accrualAccount } = plans[0]!;
    const span = { from: dates[0]!, to: dates.at(-1)! };
    deferrals.push({
      ...{ account, product, costCentre, accrualAccount, amount, lines: places, ...span, text, takesBack: taken },
    });
  };

  const costs = taxed.lines.map(({ line, cost }) => {
    const signed = cost * sign;
    const deferred =
      signed !== 0n && coding.accrual !== null && line.serviceFrom !== null && line.serviceTo !== null
        ? deferralOf(signed, line.serviceFrom, line.serviceTo, facts.yearEnd)
        : null;
    return { line, signed, deferred, text: line.text || coding.text };
  });
  const credits = coding.correction === 'replacement' ? [] : creditsOf(costs, facts.corrected);
  costs.forEach(({ line, signed, deferred, text }, index) => {
    const at = { account: line.account, product: line.product, costCentre: line.costCentre };
    const credit = credits.find((one) => one.parts.has(index));
    const later = deferred?.amount ?? credit?.parts.get(index) ?? 0n;
    add({ ...at, amount: signed - later, text });
    if (later === 0n) return;
    const accrualAccount = credit?.plans[0]!.accrualAccount ?? coding.accrual!.account;
    const place = defer(accrualAccount, later, text);
    if (credit) credit.places.push(place);
    else deferrals.push({ ...at, accrualAccount, ...deferred!, lines: [place], text, takesBack: null });
  });
  for (const { plans, parts, places } of credits) takeBackPlans(plans, sum([...parts.values()]), places, coding.text);
  const { accounts, words } = facts;
  const taxes: ItemTax[] = [];
  const tax = (side: 'input' | 'owed', { treatment, rate, net }: TaxGroup, amount: Cents, text: string): void => {
    if (amount === 0n) return;
    const key = facts.taxKeyOf(side, treatment, rate);
    if (key === null) throw new RangeError(`no tax key for ${side} ${treatment} ${rate}`);
    const base = amount < 0n === net < 0n ? net : -net;
    const { code, account } = key;
    add({ ...plain, account, amount, text, tax: { code, rate: twoDecimals(rate), base } });
    taxes.push({ code, rate: twoDecimals(rate), account, base, tax: amount });
  };
  for (const group of taxed.groups) {
    tax('input', group, group.input * sign, words.inputTax(group.rate));
    tax('owed', group, -group.output * sign, words.outputTax(group.rate));
  }

  const total = sum(coding.lines.map((line) => line.gross)) * sign;
  /** Moves a line of an earlier document; what it deferred is planned anew with it. */
  const addEarlier = ({ plans, ...line }: PlannedLine, amount: Cents): void => {
    if (plans.length === 0 || amount === 0n) add({ ...line, amount, text: coding.text });
    else takeBackPlans(plans, amount, [defer(line.account, amount, coding.text)], coding.text);
  };
  let cleared = 0n;
  for (const part of coding.prepaid) {
    const amount = part.amount * sign;
    cleared += amount;
    const earlier: PlannedLine[] =
      part.documentId === null
        ? [{ account: part.account!, product: part.product, costCentre: null, amount: 1n, plans: [] }]
        : withPlans(facts.earlier(part.documentId));
    spread(
      -amount,
      earlier.map((line) => line.amount),
    ).forEach((cleaned, index) => addEarlier(earlier[index]!, cleaned));
  }

  const parts = cashParts(taxed, facts);
  const shares = (amount: Cents): CashShare[] =>
    spread(
      amount,
      parts.map((part) => part.amount),
    ).flatMap((share, index) => (share === 0n ? [] : [{ ...parts[index]!, amount: share }]));
  const items: NewItem[] = [];
  // Without a due date it is due at once, but no earlier than the discount ends.
  const dueOn = coding.dueOn ?? laterOf(facts.bookingDate, coding.discountOn);
  const raise = (item: Omit<NewItem, 'shares' | 'taxes'>): void => {
    if (item.amount === 0n) return;
    items.push({ ...item, shares: shares(item.amount), taxes: taxOfPart(taxes, -item.amount, total) });
    add({ ...plain, account: item.account, amount: item.amount, text: coding.text }, { new: items.length - 1 });
  };

  let payable = facts.payable * sign;
  if (coding.correction === 'replacement' && facts.original)
    payable += takeBack(coding, facts.original, add, addEarlier);
  const control = isInvestment(coding) ? accounts.investmentCreditors : accounts.creditors;
  const partnerId = coding.partnerId ?? coding.lines[0]!.partnerId!;
  const bank = facts.bankOf(partnerId);
  const common = {
    partnerId,
    bankAccountNo: bank.no,
    discountOn: null,
    discountAmount: null,
    method: coding.method,
    paymentBlock: coding.paymentBlock,
  };
  if (payable > 0n) {
    const kept = coding.retention?.amount ?? 0n;
    const debit = coding.method === 'direct-debit';
    raise({
      ...common,
      role: 'payable',
      account: control,
      amount: kept - payable,
      dueOn,
      discountOn: coding.discountOn,
      discountAmount: coding.discountAmount,
      paymentBlock:
        coding.paymentBlock ?? (debit ? words.directDebit : coding.method === 'transfer' ? bank.block : null),
    });
    if (coding.retention)
      raise({
        ...common,
        role: 'retention',
        account: accounts.retentions,
        amount: -kept,
        dueOn: coding.retention.dueOn,
        paymentBlock: words.retention,
      });
  } else if (payable < 0n) {
    let back = -payable;
    for (const offset of coding.offsets) {
      const part = absolute(offset.amount) < back ? absolute(offset.amount) : back;
      back -= part;
      const account = facts.accountOfItem(offset.itemId);
      add({ ...plain, account, amount: part, text: coding.text }, { existing: offset.itemId });
    }
    raise({
      ...common,
      role: 'payable',
      account: control,
      amount: back,
      dueOn,
      method: 'clearing',
      bankAccountNo: null,
    });
  }
  // Whatever is neither to be paid nor cleared with an earlier booking was paid already: by card, in cash, in advance.
  const paid = total - facts.payable * sign - cleared;
  raise({
    ...common,
    role: 'paid',
    account: control,
    amount: -paid,
    dueOn,
    method: 'none',
    bankAccountNo: null,
    paymentBlock: words.alreadyPaid,
  });
  return { lines, items, deferrals };
}

/** A line of an earlier document; what plans still dissolve of it stands apart, with them. */
type PlannedLine = EarlierLine & { plans: readonly LivePlan[] };

function withPlans({ lines, plans }: EarlierDocument): PlannedLine[] {
  return lines.flatMap((line) => {
    const own = line.product === null ? plans.filter((plan) => plan.accrualAccount === line.account) : [];
    const held = heldBy(own);
    const rest = line.amount - held;
    return [
      ...(held === 0n ? [] : [{ ...line, amount: held, plans: own }]),
      ...(rest === 0n ? [] : [{ ...line, amount: rest, plans: [] }]),
    ];
  });
}

/**
 * What a credit takes off an earlier invoice's deferral: of a line booked where that invoice's was, as much as of its cost is
 * still deferred. A line with a service period of its own has said it already.
 */
function creditsOf(
  costs: readonly { line: CodingLine; signed: Cents; deferred: unknown }[],
  corrected: EarlierDocument | null,
): { plans: readonly LivePlan[]; parts: Map<number, Cents>; places: number[] }[] {
  if (corrected === null || corrected.plans.length === 0) return [];
  const keyOf = (at: { account: string; product: string | null; costCentre: string | null }): string =>
    `${at.account} ${at.product} ${at.costCentre}`;
  const groups = new Map<string, number[]>();
  costs.forEach(({ line, signed, deferred }, index) => {
    if (deferred === null && signed < 0n) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), index]);
  });
  return [...groups].flatMap(([key, members]) => {
    const plans = corrected.plans.filter((plan) => plan.shares.every((share) => keyOf(share) === key));
    const held = heldBy(plans);
    const standing = sum(corrected.lines.filter((line) => keyOf(line) === key).map((line) => line.amount));
    const credited = members.map((index) => -costs[index]!.signed);
    const later = creditedLater(sum(credited), standing, held);
    if (later === 0n) return [];
    const shares = spread(-later, credited);
    return [{ plans, parts: new Map(members.map((index, place) => [index, shares[place]!])), places: [] }];
  });
}

/**
 * Takes the corrected invoice back: its lines with the other sign, its open balance settled. What had been paid of it counts
 * towards the new amount. @returns what the payable amount changes by
 */
function takeBack(
  coding: Coding,
  original: NonNullable<LiabilityFacts['original']>,
  add: (line: Omit<JournalLine, 'item'>, item?: JournalLine['item']) => void,
  addEarlier: (line: PlannedLine, amount: Cents) => void,
): Cents {
  let taken = 0n;
  for (const line of withPlans(original)) {
    taken += line.amount;
    addEarlier(line, -line.amount);
  }
  let open = 0n;
  for (const { id, account, balance } of original.items) {
    open += balance;
    add({ account, product: null, costCentre: null, amount: -balance, text: coding.text }, { existing: id });
  }
  return -taken - open;
}

const laterOf = (day: LocalDate, other: LocalDate | null): LocalDate => (other !== null && other > day ? other : day);

const isInvestment = (coding: Coding): boolean =>
  absolute(sum(coding.lines.filter((line) => line.account.startsWith('0')).map((line) => line.gross))) * 2n >
  absolute(sum(coding.lines.map((line) => line.gross)));

/** What a payment to the supplier is for, by product and cash-flow account. */
function cashParts(taxed: ReturnType<typeof taxOf>, facts: LiabilityFacts): CashShare[] {
  const parts: CashShare[] = taxed.lines.map(({ line, paid }) => ({
    product: line.product,
    costCentre: line.costCentre,
    cashAccount: line.cashAccount ?? facts.cashAccountOf(line.account) ?? '',
    amount: paid,
  }));
  const largest = parts.reduce((a, b) => (absolute(b.amount) > absolute(a.amount) ? b : a), parts[0]!);
  const input = sum(taxed.groups.filter((group) => group.output === 0n).map((group) => group.input));
  if (input !== 0n)
    parts.push({ product: largest.product, costCentre: null, cashAccount: facts.accounts.taxCash, amount: input });
  // One share per product, cost centre and cash-flow account.
  const merged = new Map<string, CashShare>();
  for (const part of parts) {
    const key = `${part.product} ${part.costCentre} ${part.cashAccount}`;
    const known = merged.get(key);
    if (known) known.amount += part.amount;
    else merged.set(key, { ...part });
  }
  return [...merged.values()];
}

/** Last day of the calendar year of a booking: fiscal years are calendar years (§ 78(4) GO NRW). */
export const endOfYear = (day: LocalDate): LocalDate => `${yearOf(day)}-12-31`;
