import {
  type Cents,
  type FieldRefusal,
  type LocalDate,
  MAX_CENTS,
  type Result,
  err,
  formatEuro,
  isLocalDate,
  isPlainText,
  monthOf,
  ok,
  parseEuro,
  yearOf,
} from '@lib/kernel';

export const ENTRY_KINDS = ['regular', 'opening', 'closing', 'reversal', 'standing', 'accrual'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The most lines one entry may have; larger matters are several entries. */
export const MAX_LINES = 2000;

export interface Line {
  account: string;
  product: string | null;
  costCentre: string | null;
  /** Account of class 6/7 that a movement of liquid funds carries for the Finanzrechnung. */
  cashAccount: string | null;
  /** Whole cents; debit positive, credit negative. */
  amount: Cents;
  text: string;
  /** The open item (its id) that a line on a control account raises or settles; absent on any other line. */
  openItem?: string | null;
  /** The value added tax that the line states; absent where it states none. */
  tax?: LineTax | null;
}

/** Value added tax on a line: of which key, at which rate, from which base. */
export interface LineTax {
  /** Key of the client's tax keys. */
  code: string;
  /** Percent with two decimals, as `19.00`. */
  rate: string;
  /** Whole cents with the sign of the line. */
  base: Cents;
}

/** What somebody asks to be posted, read and complete in itself, not yet held against the books. */
export interface EntryWish {
  fiscalYear: number;
  /** 0 opening, 1–12 months, 13 closing. */
  period: number;
  bookingDate: string;
  /** Date of the voucher (Belegdatum); null or absent where there is none. */
  documentDate?: string | null;
  /** Why this opening entry corrects balances that are open already; absent on any other. */
  correction?: string;
  kind: EntryKind;
  text: string;
  reference: string;
  lines: Line[];
}

/** True for a day that a voucher may bear; anything else is a slip of the hand. */
export const isVoucherDate = (day: LocalDate): boolean => day >= '1900-01-01' && day <= '2199-12-31';

const ACCOUNT = /^\d{1,10}$/;
const CODE = /^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/;
const ENTRY_FIELDS = new Set([
  'bookingDate',
  'documentDate',
  'fiscalYear',
  'period',
  'kind',
  'correction',
  'text',
  'reference',
  'lines',
]);
const LINE_FIELDS = new Set([
  'account',
  'debit',
  'credit',
  'product',
  'costCentre',
  'cashAccount',
  'text',
  'openItem',
  'tax',
]);
const TAX_FIELDS = new Set(['code', 'rate', 'base']);
const TAX_CODE = /^[A-Z0-9][A-Z0-9-]{0,19}$/;
const TAX_RATE = /^(100|\d{1,2})(\.\d{1,2})?$/;
const ITEM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const WISHED_KINDS = new Set<unknown>(['regular', 'opening', 'closing']);

/**
 * Reads an entry from parsed JSON. Fiscal year and period follow from the booking date and the kind unless given.
 * Collects everything that is wrong, each with its pointer; the books themselves are not asked.
 */
export function readEntry(body: unknown): Result<EntryWish, FieldRefusal[]> {
  const refusals: FieldRefusal[] = [];
  const refuse = (pointer: string, code: string, params: FieldRefusal['params'] = {}): void => {
    refusals.push({ pointer, code, params });
  };
  if (!isObject(body)) return err([{ pointer: '', code: 'NotAnObject', params: {} }]);
  for (const field in body)
    if (!ENTRY_FIELDS.has(field)) refuse(`/${escapePointer(field)}`, 'UnknownField', { value: field });

  const { bookingDate, documentDate = null, kind = 'regular', text, reference = '', correction = null } = body;
  const dateOk = isLocalDate(bookingDate);
  if (!dateOk) refuse('/bookingDate', 'NotADate', { value: shown(bookingDate) });
  if (documentDate !== null && !(isLocalDate(documentDate) && isVoucherDate(documentDate)))
    refuse('/documentDate', 'NotADate', { value: shown(documentDate) });
  if (correction !== null) {
    if (kind === 'opening') readText(correction, 3, 500, '/correction', refuse);
    else refuse('/correction', 'CorrectionOfOpening');
  }
  if (!WISHED_KINDS.has(kind)) refuse('/kind', 'NotAnEntryKind', { value: shown(kind) });
  readText(text, 1, 500, '/text', refuse);
  if (reference !== null) readText(reference, 0, 120, '/reference', refuse);
  const fiscalYear = body.fiscalYear ?? (dateOk ? yearOf(bookingDate) : 0);
  if (!isWhole(fiscalYear, 0, 2199)) refuse('/fiscalYear', 'NotAYear', { value: shown(fiscalYear) });
  const period = body.period ?? (kind === 'opening' ? 0 : kind === 'closing' ? 13 : dateOk ? monthOf(bookingDate) : 1);
  if (!isWhole(period, 0, 13)) refuse('/period', 'NotAPeriod', { value: shown(period) });

  const lines: Line[] = [];
  if (!Array.isArray(body.lines)) refuse('/lines', 'LinesMissing');
  else if (body.lines.length > MAX_LINES) refuse('/lines', 'TooManyLines', { limit: MAX_LINES });
  else body.lines.forEach((line, index) => lines.push(readLine(line, `/lines/${index}`, refuse)));

  if (refusals.length > 0) return err(refusals);
  return ok({
    fiscalYear: fiscalYear as number,
    period: period as number,
    bookingDate: bookingDate as string,
    documentDate: documentDate as string | null,
    ...(correction !== null && { correction: correction as string }),
    kind: kind as EntryKind,
    text: text as string,
    reference: (reference as string | null) ?? '',
    lines,
  });
}

type Refuse = (pointer: string, code: string, params?: FieldRefusal['params']) => void;

function readLine(line: unknown, at: string, refuse: Refuse): Line {
  const read: Line = { account: '', product: null, costCentre: null, cashAccount: null, amount: 0n, text: '' };
  if (!isObject(line)) {
    refuse(at, 'NotAnObject');
    return read;
  }
  for (const field in line)
    if (!LINE_FIELDS.has(field)) refuse(`${at}/${escapePointer(field)}`, 'UnknownField', { value: field });
  if (typeof line.account === 'string' && ACCOUNT.test(line.account)) read.account = line.account;
  else refuse(`${at}/account`, 'NotAnAccountNumber', { value: shown(line.account) });
  read.product = readCode(line.product, `${at}/product`, CODE, refuse);
  read.costCentre = readCode(line.costCentre, `${at}/costCentre`, CODE, refuse);
  read.cashAccount = readCode(line.cashAccount, `${at}/cashAccount`, ACCOUNT, refuse);
  const item = typeof line.openItem === 'string' ? line.openItem.toLowerCase() : line.openItem;
  const openItem = readCode(item, `${at}/openItem`, ITEM, refuse);
  if (openItem !== null) read.openItem = openItem;
  if (line.text !== undefined && line.text !== null) {
    readText(line.text, 0, 500, `${at}/text`, refuse);
    read.text = line.text as string;
  }
  const [debit, credit] = [line.debit ?? null, line.credit ?? null];
  if ((debit === null) === (credit === null)) refuse(at, 'DebitOrCredit');
  else if (debit !== null) read.amount = readAmount(debit, `${at}/debit`, refuse);
  else read.amount = -readAmount(credit, `${at}/credit`, refuse);
  if (line.tax !== undefined && line.tax !== null) read.tax = readTax(line.tax, read.amount < 0n, `${at}/tax`, refuse);
  return read;
}

/** The tax of a line; its base is given without a sign and takes that of the line. */
function readTax(tax: unknown, negative: boolean, at: string, refuse: Refuse): LineTax | null {
  if (!isObject(tax)) {
    refuse(at, 'NotAnObject');
    return null;
  }
  for (const field in tax)
    if (!TAX_FIELDS.has(field)) refuse(`${at}/${escapePointer(field)}`, 'UnknownField', { value: field });
  const { code, rate, base } = tax;
  if (typeof code !== 'string' || !TAX_CODE.test(code)) refuse(`${at}/code`, 'NotACode', { value: shown(code) });
  if (typeof rate !== 'string' || !TAX_RATE.test(rate)) refuse(`${at}/rate`, 'NotARate', { value: shown(rate) });
  const amount = readAmount(base, `${at}/base`, refuse);
  const [whole, decimals = ''] = String(rate).split('.');
  return { code: String(code), rate: `${whole}.${decimals.padEnd(2, '0')}`, base: negative ? -amount : amount };
}

function readAmount(value: unknown, pointer: string, refuse: Refuse): Cents {
  const amount = typeof value === 'string' ? parseEuro(value) : err('NotAnAmount' as const);
  if (!amount.ok) refuse(pointer, amount.error, { value: shown(value) });
  else if (amount.value <= 0n) refuse(pointer, 'AmountNotPositive', { value: shown(value) });
  else return amount.value;
  return 0n;
}

function readCode(value: unknown, pointer: string, shape: RegExp, refuse: Refuse): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' && shape.test(value)) return value;
  refuse(pointer, 'NotACode', { value: shown(value) });
  return null;
}

function readText(value: unknown, min: number, max: number, pointer: string, refuse: Refuse): void {
  if (typeof value !== 'string' || (min > 0 && value.trim().length < min)) refuse(pointer, 'TextMissing');
  else if (value.length > max) refuse(pointer, 'TextTooLong', { limit: max });
  else if (!isPlainText(value)) refuse(pointer, 'ControlCharacter');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWhole = (value: unknown, min: number, max: number): boolean =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
const shown = (value: unknown): string =>
  value === undefined ? '–' : (typeof value === 'string' ? value : (JSON.stringify(value) ?? '–')).slice(0, 60);
const escapePointer = (field: string): string => field.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1');

/** Sum of the debit lines. */
export function totalOf(entry: Pick<EntryWish, 'lines'>): Cents {
  return entry.lines.reduce((sum, line) => (line.amount > 0n ? sum + line.amount : sum), 0n);
}

export interface BookAccount {
  number: string;
  name: string;
  kind: string;
  postable: boolean;
  locked: boolean;
  liquid: boolean;
  productRequired: boolean;
  statementLine: string | null;
  /** Creditors or debtors: each line names an open item; null for any other account. */
  control: string | null;
}

/** An open item as the lines that name it are held against it. */
export interface BookItem {
  no: number;
  account: string;
  /** What it was raised with, and what is left of it: cents with the journal's sign. */
  amount: Cents;
  balance: Cents;
  state: string;
}

/** What is known of a fiscal year where an entry is held against it. */
export interface BookYear {
  startsOn: string;
  endsOn: string;
  /** The day of its opening balances, if it has any. */
  openedOn: string | null;
  /** An earlier year holds entries: its balances carry over. */
  carriedOver: boolean;
  /** A later year has opening balances: its stands would no longer follow from this one. */
  openedLater: boolean;
  /** Something is posted in the periods 1 to 13. */
  moved: boolean;
}

/** What an entry is held against: the chart, the products and cost centres, the periods and the open items of one client. */
export interface Book {
  account(number: string): BookAccount | undefined;
  product(code: string): { postable: boolean; locked: boolean } | undefined;
  costCentre(code: string): { locked: boolean } | undefined;
  period(year: number, period: number): { state: string; startsOn: string; endsOn: string } | undefined;
  year(year: number): BookYear | undefined;
  /** What opening entries have brought onto an account in a year, in cents; debit positive. */
  opened(year: number, account: string): Cents;
  openItem(id: string): BookItem | undefined;
}

export const isCashFlowAccount = (account: Pick<BookAccount, 'kind'>): boolean =>
  account.kind === 'inpayment' || account.kind === 'outpayment';

/** What an author may do beyond ordinary posting: in softly closed periods, and opening and closing entries. */
export interface Rights {
  privileged: boolean;
  closes?: boolean;
}

/**
 * Holds an entry against the books and names everything that stands against it. The posting function in the database
 * judges by the same rules and has the last word; this one explains.
 * @param rights what the author may do beyond ordinary posting
 */
export function checkEntry(entry: EntryWish, book: Book, rights: Rights = { privileged: false }): FieldRefusal[] {
  const refusals: FieldRefusal[] = [];
  const refuse: Refuse = (pointer, code, params = {}) => refusals.push({ pointer, code, params });
  checkPeriod(entry, book, rights, refuse);
  if (entry.lines.length < 2) refuse('/lines', 'TooFewLines');
  let balance = 0n;
  let unassigned = 0n;
  let unassignedAt = -1;
  entry.lines.forEach((line, index) => {
    balance += line.amount;
    const account = checkLine(line, entry, book, `/lines/${index}`, refuse);
    if (account?.liquid && line.cashAccount === null) {
      unassigned += line.amount;
      if (unassignedAt < 0) unassignedAt = index;
    }
  });
  if (balance !== 0n && entry.lines.length >= 2) {
    const debit = totalOf(entry);
    const difference = balance < 0n ? -balance : balance;
    const [d, c, diff] = [formatEuro(debit), formatEuro(debit - balance), formatEuro(difference)];
    refuse('/lines', 'Unbalanced', { debit: d, credit: c, difference: diff });
  }
  if (unassigned !== 0n && entry.period !== 0) refuse(`/lines/${unassignedAt}/cashAccount`, 'CashAccountMissing');
  checkItems(entry, book, refuse);
  if (entry.kind === 'opening') checkOpening(entry, book, refuse);
  else if (entry.kind !== 'reversal') checkResult(entry, book, refuse);
  return refusals;
}

/** What an entry as a whole does to each open item: the first one brings all of it, the others leave it between that and zero. */
function checkItems(entry: EntryWish, book: Book, refuse: Refuse): void {
  const moved = new Map<string, { amount: Cents; index: number }>();
  entry.lines.forEach(({ openItem, amount }, index) => {
    if (!openItem) return;
    const known = moved.get(openItem);
    if (known) known.amount += amount;
    else moved.set(openItem, { amount, index });
  });
  for (const [id, { amount, index }] of moved) {
    const item = book.openItem(id);
    if (!item) continue;
    const at = `/lines/${index}`;
    const params = { no: item.no, open: formatEuro(item.balance < 0n ? -item.balance : item.balance) };
    const after = item.balance + amount;
    const within = item.amount < 0n ? after >= item.amount && after <= 0n : after <= item.amount && after >= 0n;
    if (item.state === 'reversed') refuse(`${at}/openItem`, 'OpenItemReversed', params);
    else if (item.state === 'new') {
      if (amount !== item.amount) refuse(at, 'OpenItemNotRaised', { ...params, amount: formatEuro(item.amount) });
    } else if (!within) refuse(at, entry.kind === 'reversal' ? 'OpenItemInUse' : 'OpenItemOverdrawn', params);
  }
}

/** The form’s line of the annual result (§ 42 KomHVO NRW): what stands on its accounts came from revenue and expense. */
export const RESULT_LINE = 'P1.4';
const isResult = (account: BookAccount | undefined): boolean =>
  account?.kind === 'revenue' || account?.kind === 'expense';

/** Balances open once, and only where the books begin. What comes after that says that it is a correction, and why. */
function checkOpening(entry: EntryWish, book: Book, refuse: Refuse): void {
  const year = book.year(entry.fiscalYear);
  if (!year) return;
  const onLastDay = entry.bookingDate === year.endsOn && !year.moved;
  if (entry.bookingDate !== (year.openedOn ?? year.startsOn) && (year.openedOn !== null || !onLastDay))
    refuse('/bookingDate', 'OpeningDate', { date: year.openedOn ?? year.startsOn, year: entry.fiscalYear });
  if (entry.correction) return;
  if (year.carriedOver) return refuse('', 'OpeningOverCarriedYear', { year: entry.fiscalYear });
  entry.lines.forEach((line, index) => {
    const account = book.account(line.account);
    const there = book.opened(entry.fiscalYear, line.account);
    const at = `/lines/${index}/account`;
    if (account?.liquid && year.moved)
      refuse(at, 'LiquidFundsOpenOnce', { value: line.account, year: entry.fiscalYear });
    else if (account && account.kind !== 'closing' && !line.openItem && there !== 0n)
      refuse(at, 'OpeningTwice', {
        value: line.account,
        amount: formatEuro(there < 0n ? -there : there),
        side: there < 0n ? 'H' : 'S',
      });
  });
}

/** A year's result goes to equity by a closing entry, and that entry moves nothing else. */
function checkResult(entry: EntryWish, book: Book, refuse: Refuse): void {
  const accounts = entry.lines.map((line) => book.account(line.account));
  const toEquity = (account: BookAccount | undefined): boolean => account?.statementLine === RESULT_LINE;
  if (entry.period !== 13) {
    if (accounts.some(toEquity) && accounts.some(isResult)) refuse('/lines', 'ResultMovedOutsideClosing');
  } else if (accounts.some((account) => toEquity(account) || account?.kind === 'closing')) {
    const other = accounts.findIndex(
      (account) => account && !toEquity(account) && !isResult(account) && account.kind !== 'closing',
    );
    if (other >= 0) refuse(`/lines/${other}/account`, 'CarriedOverByItself', { value: entry.lines[other]!.account });
  }
}

function checkPeriod(entry: EntryWish, book: Book, { privileged, closes }: Rights, refuse: Refuse): void {
  const period = book.period(entry.fiscalYear, entry.period);
  const params = { year: entry.fiscalYear, period: String(entry.period).padStart(2, '0'), date: entry.bookingDate };
  if (!period) return refuse('/bookingDate', 'PeriodUnknown', params);
  if (period.state === 'closed' || (period.state === 'soft-closed' && !privileged))
    refuse('/bookingDate', 'PeriodClosed', params);
  else if (entry.bookingDate < period.startsOn || entry.bookingDate > period.endsOn)
    refuse('/bookingDate', 'DateOutsidePeriod', params);
  const edge = entry.kind === 'opening' ? 0 : entry.kind === 'closing' ? 13 : undefined;
  const fits =
    edge !== undefined ? entry.period === edge : entry.kind === 'reversal' || (entry.period >= 1 && entry.period <= 12);
  if (!fits) refuse('/period', 'KindDoesNotFitPeriod');
  else if ((entry.period === 0 || entry.period === 13) && !closes) refuse('/kind', 'ClosingNotAllowed');
  const year = book.year(entry.fiscalYear);
  if (year?.openedLater) refuse('/bookingDate', 'YearBeforeOpening', params);
  if (year?.openedOn && year.openedOn > year.startsOn && entry.period !== 0)
    refuse('/bookingDate', 'YearOpenedAtItsEnd', params);
}

function checkLine(line: Line, entry: EntryWish, book: Book, at: string, refuse: Refuse): BookAccount | undefined {
  const account = book.account(line.account);
  const value = line.account;
  if (!account) refuse(`${at}/account`, 'AccountUnknown', { value });
  else if (!account.postable) refuse(`${at}/account`, 'AccountNotPostable', { value });
  else if (account.locked) refuse(`${at}/account`, 'AccountLocked', { value });
  else if (isCashFlowAccount(account)) refuse(`${at}/account`, 'AccountIsCashFlow', { value });
  else if (account.kind === 'closing' && entry.period !== 0 && entry.period !== 13)
    refuse(`${at}/account`, 'ClosingAccountOutsideClosing', { value });
  else if (isResult(account) && entry.period === 0 && entry.kind !== 'reversal')
    refuse(`${at}/account`, 'ResultAccountInOpening', { value });
  const item = line.openItem ?? null;
  if (account && account.control !== null && item === null)
    refuse(`${at}/openItem`, 'ControlAccountNeedsItem', { value });
  else if (account && account.control === null && item !== null)
    refuse(`${at}/openItem`, 'ItemNeedsControlAccount', { value });
  else if (item !== null) {
    const known = book.openItem(item);
    if (!known) refuse(`${at}/openItem`, 'OpenItemUnknown', { value: item });
    else if (account && known.account !== value)
      refuse(`${at}/account`, 'OpenItemOtherAccount', { no: known.no, account: known.account });
  }

  if (line.product !== null) {
    const product = book.product(line.product);
    if (!product) refuse(`${at}/product`, 'ProductUnknown', { value: line.product });
    else if (product.locked || !product.postable) refuse(`${at}/product`, 'ProductLocked', { value: line.product });
  } else if (entry.kind !== 'reversal') {
    const cash = line.cashAccount === null ? undefined : book.account(line.cashAccount);
    if (account?.productRequired) refuse(`${at}/product`, 'ProductMissing', { value });
    else if (cash?.productRequired) refuse(`${at}/product`, 'ProductMissing', { value: line.cashAccount });
  }

  if (line.costCentre !== null) {
    const costCentre = book.costCentre(line.costCentre);
    if (!costCentre) refuse(`${at}/costCentre`, 'CostCentreUnknown', { value: line.costCentre });
    else if (costCentre.locked) refuse(`${at}/costCentre`, 'CostCentreLocked', { value: line.costCentre });
  }
  if (line.cashAccount !== null) {
    const cash = book.account(line.cashAccount);
    if (!cash || !isCashFlowAccount(cash) || !cash.postable)
      refuse(`${at}/cashAccount`, 'CashAccountUnknown', { value: line.cashAccount });
    else if (account && !account.liquid) refuse(`${at}/cashAccount`, 'CashAccountNotAllowed', { value });
  }
  if (line.amount === 0n || line.amount > MAX_CENTS || line.amount < -MAX_CENTS) refuse(at, 'AmountOutOfRange');
  return account;
}

/** The lines that take an entry back: the same lines with the other sign. */
export function mirrored(lines: readonly Line[]): Line[] {
  return lines.map((line) => ({
    ...line,
    amount: -line.amount,
    ...(line.tax && { tax: { ...line.tax, base: -line.tax.base } }),
  }));
}
