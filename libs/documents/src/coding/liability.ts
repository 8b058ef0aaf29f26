import { type Cents, type LocalDate, yearOf } from '@lib/kernel';
import { deferralOf } from './accrual.js';
import { absolute, type Coding, isCollective, type Method, partnersOf, sum } from './coding.js';
import { spread } from './spread.js';
import { taxOf } from './tax.js';

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
  /** Abziehbare Vorsteuer */
  inputTax: string;
  /** Umsatzsteuer nach § 13b UStG */
  reverseChargeTax: string;
  /** Umsatzsteuer aus innergemeinschaftlichem Erwerb */
  acquisitionTax: string;
  /** Cash-flow account of input tax paid to suppliers. */
  taxCash: string;
}

export interface JournalLine {
  account: string;
  product: string | null;
  costCentre: string | null;
  amount: Cents;
  text: string;
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
}

export interface DeferredExpense {
  account: string;
  product: string | null;
  costCentre: string | null;
  accrualAccount: string;
  amount: Cents;
  from: LocalDate;
  to: LocalDate;
  text: string;
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

export interface LiabilityFacts {
  bookingDate: LocalDate;
  yearEnd: LocalDate;
  /** True for credit notes (381): their amounts are positive and mean money back. */
  moneyBack: boolean;
  /** BT-115 and BT-113 with the document's own sign. */
  payable: Cents;
  prepaid: Cents;
  accounts: PurchaseAccounts;
  /** The class 7 account of a payment for something booked on `account`; null where the chart has none. */
  cashAccountOf(account: string): string | null;
  /** The lines of the earlier invoice's entry without its control lines. */
  earlierLines(documentId: string): readonly EarlierLine[];
  /** For a correction that replaces: the original's entry without control lines and the balance its item still has (negative). */
  original: { lines: readonly EarlierLine[]; items: { id: string; account: string; balance: Cents }[] } | null;
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
    whole.items.push(...built.items);
    whole.deferrals.push(...built.deferrals);
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

  for (const { line, cost } of taxed.lines) {
    const at = { account: line.account, product: line.product, costCentre: line.costCentre };
    const text = line.text || coding.text;
    const signed = cost * sign;
    const deferred =
      signed > 0n && coding.accrual !== null && line.serviceFrom !== null && line.serviceTo !== null
        ? deferralOf(signed, line.serviceFrom, line.serviceTo, facts.yearEnd)
        : null;
    add({ ...at, amount: signed - (deferred?.amount ?? 0n), text });
    if (deferred) {
      const accrualAccount = coding.accrual!.account;
      add({ account: accrualAccount, product: null, costCentre: null, amount: deferred.amount, text });
      deferrals.push({ ...at, accrualAccount, ...deferred, text });
    }
  }
  const plain = { product: null, costCentre: null };
  const { accounts, words } = facts;
  for (const group of taxed.groups) {
    const own = group.treatment === 'reverse-charge' ? accounts.reverseChargeTax : accounts.acquisitionTax;
    add({ ...plain, account: accounts.inputTax, amount: group.input * sign, text: words.inputTax(group.rate) });
    add({ ...plain, account: own, amount: -group.output * sign, text: words.outputTax(group.rate) });
  }

  const total = sum(coding.lines.map((line) => line.gross)) * sign;
  let cleared = 0n;
  for (const part of coding.prepaid) {
    const amount = part.amount * sign;
    cleared += amount;
    const earlier =
      part.documentId === null
        ? [{ account: part.account!, product: part.product, costCentre: null, amount: 1n }]
        : facts.earlierLines(part.documentId);
    spread(
      -amount,
      earlier.map((line) => line.amount),
    ).forEach((cleaned, index) => {
      const { account, product, costCentre } = earlier[index]!;
      add({ account, product, costCentre, amount: cleaned, text: coding.text });
    });
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
  const raise = (item: Omit<NewItem, 'shares'>): void => {
    if (item.amount === 0n) return;
    items.push({ ...item, shares: shares(item.amount) });
    add({ ...plain, account: item.account, amount: item.amount, text: coding.text }, { new: items.length - 1 });
  };

  let payable = facts.payable * sign;
  if (coding.correction === 'replacement' && facts.original) payable += takeBack(coding, facts.original, add);
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

/**
 * Takes the corrected invoice back: its lines with the other sign, its open balance settled. What had been paid of it counts
 * towards the new amount. @returns what the payable amount changes by
 */
function takeBack(
  coding: Coding,
  original: NonNullable<LiabilityFacts['original']>,
  add: (line: Omit<JournalLine, 'item'>, item?: JournalLine['item']) => void,
): Cents {
  let taken = 0n;
  for (const { amount, ...line } of original.lines) {
    taken += amount;
    add({ ...line, amount: -amount, text: coding.text });
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
