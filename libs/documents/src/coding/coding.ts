import {
  type Cents,
  type FieldRefusal,
  formatEuro,
  isLocalDate,
  type LocalDate,
  parseEuro,
  type Result,
  err,
  ok,
} from '@lib/kernel';

/*
 * Coding (Kontierung): what a document shall become in the books. The clerk's work and the object of every decision after it.
 * Amounts stand as the document has them: the amounts of a credit note are positive and mean money back (einvoice BT-3 381);
 * the sign of the books follows from the kind of the document.
 */

/**
 * How the VAT of a line is booked.
 * - `sovereign`: no deduction, the gross amount is expense (sovereign sphere, small businesses, § 15(1b) and the like)
 * - `business`: the input tax is deducted wholly (§ 2b, § 15 UStG)
 * - `partial`: deducted by `deductiblePercent` (§ 15(4) UStG)
 * - `reverse-charge`: the recipient owes the tax (§ 13b UStG) and deducts `deductiblePercent` of it
 * - `intra-community`: acquisition from another member state (§ 1a UStG), likewise
 */
export const TREATMENTS = ['sovereign', 'business', 'partial', 'reverse-charge', 'intra-community'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** How the item is settled; only `transfer` is ever proposed for payment. */
export const METHODS = ['transfer', 'direct-debit', 'clearing', 'none'] as const;
export type Method = (typeof METHODS)[number];

export interface LineVat {
  /** UNTDID 5305: S, Z, E, AE, K, G, O … */
  category: string;
  /** Per cent; with reverse charge and acquisition the domestic rate that we owe. */
  rate: string;
  treatment: Treatment;
  deductiblePercent: string;
}

export interface CodingLine {
  /** Collective orders: whom this line is owed to; null: the coding's partner. */
  partnerId: string | null;
  account: string;
  product: string | null;
  costCentre: string | null;
  /** Class 7 account of the payment to come; null: by the chart from the account. */
  cashAccount: string | null;
  text: string;
  net: Cents;
  tax: Cents;
  gross: Cents;
  vat: LineVat;
  /** The budget share that the line belongs to; null when the document is not split. */
  share: number | null;
  serviceFrom: LocalDate | null;
  serviceTo: LocalDate | null;
}

export interface Share {
  no: number;
  /** Who answers for the budget: decides about the lines of this share. */
  holder: string;
  amount: Cents;
  note: string;
}

/** A part of the total that was paid or billed before: by an earlier invoice of ours, or on an account. */
export interface Prepaid {
  documentId: string | null;
  account: string | null;
  product: string | null;
  amount: Cents;
}

export interface Coding {
  partnerId: string | null;
  /** Null: the day of posting. */
  bookingDate: LocalDate | null;
  dueOn: LocalDate | null;
  discountOn: LocalDate | null;
  discountAmount: Cents | null;
  method: Method;
  /** Number of the partner's bank account. */
  bankAccountNo: number | null;
  paymentBlock: string | null;
  text: string;
  lines: CodingLine[];
  /** Security kept back (construction): an item of its own with its own due date, blocked. */
  retention: { amount: Cents; dueOn: LocalDate } | null;
  /** Defer what belongs to later fiscal years, by the lines' service periods (§ 43(1) KomHVO NRW). */
  accrual: { account: string } | null;
  shares: Share[];
  prepaid: Prepaid[];
  /** Credit notes: which open items of the supplier are reduced; the rest stays as an item of its own. */
  offsets: { itemId: string; amount: Cents }[];
  /** Corrected invoices (384): does the document state the difference, or the whole amount anew? */
  correction: 'difference' | 'replacement' | null;
}

const LINE_FIELDS = [
  'partnerId',
  'account',
  'product',
  'costCentre',
  'cashAccount',
  'text',
  'net',
  'tax',
  'gross',
  'vat',
  'share',
  'serviceFrom',
  'serviceTo',
];
const FIELDS = [
  'partnerId',
  'bookingDate',
  'dueOn',
  'discountOn',
  'discountAmount',
  'method',
  'bankAccountNo',
  'paymentBlock',
  'text',
  'lines',
  'retention',
  'accrual',
  'shares',
  'prepaid',
  'offsets',
  'correction',
];

/** The most lines of one coding; the journal entry has room for the tax and control lines besides. */
export const MAX_CODING_LINES = 500;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ACCOUNT = /^\d{1,10}$/;
const CODE = /^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/;
const PERCENT = /^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/;
const PLAIN = /^\P{Cc}*$/u;

/**
 * Reads a coding from parsed JSON, as a request or a document's row has it. Amounts and dates become values; whether they
 * fit the document is asked by {@link checkCoding}, whether they fit the books when it is posted or tried.
 */
export function readCoding(body: unknown): Result<Coding, FieldRefusal[]> {
  const read = new Reader();
  const object = read.object(body, '', FIELDS);
  if (!object) return err(read.refusals);
  const coding: Coding = {
    partnerId: read.id(object['partnerId'], '/partnerId'),
    bookingDate: read.day(object['bookingDate'], '/bookingDate'),
    dueOn: read.day(object['dueOn'], '/dueOn'),
    discountOn: read.day(object['discountOn'], '/discountOn'),
    discountAmount: absent(object['discountAmount']) ? null : read.amount(object['discountAmount'], '/discountAmount'),
    method: read.word(object['method'] ?? 'transfer', METHODS, '/method'),
    bankAccountNo: read.number(object['bankAccountNo'], '/bankAccountNo'),
    paymentBlock: absent(object['paymentBlock']) ? null : read.reason(object['paymentBlock'], 200, '/paymentBlock'),
    text: read.text(object['text'] ?? '', 400, '/text'),
    lines: read
      .list(object['lines'], MAX_CODING_LINES, '/lines')
      .map((line, index) => readLine(read, line, `/lines/${index}`)),
    retention: null,
    accrual: null,
    shares: read
      .list(object['shares'], 50, '/shares')
      .map((share, index) => readShare(read, share, `/shares/${index}`)),
    prepaid: read
      .list(object['prepaid'], 100, '/prepaid')
      .map((part, index) => readPrepaid(read, part, `/prepaid/${index}`)),
    offsets: read.list(object['offsets'], 100, '/offsets').map((offset, index) => {
      const at = `/offsets/${index}`;
      const one = read.object(offset, at, ['itemId', 'amount']) ?? {};
      return {
        itemId: read.id(one['itemId'], `${at}/itemId`, true) ?? '',
        amount: read.amount(one['amount'], `${at}/amount`),
      };
    }),
    correction: absent(object['correction'])
      ? null
      : read.word(object['correction'], ['difference', 'replacement'] as const, '/correction'),
  };
  completeShare(read, coding, object['shares']);
  if (!absent(object['retention'])) {
    const retention = read.object(object['retention'], '/retention', ['amount', 'dueOn']) ?? {};
    coding.retention = {
      amount: read.amount(retention['amount'], '/retention/amount'),
      dueOn: read.day(retention['dueOn'], '/retention/dueOn', true) ?? '',
    };
  }
  if (!absent(object['accrual'])) {
    const accrual = read.object(object['accrual'], '/accrual', ['account']) ?? {};
    coding.accrual = { account: read.code(accrual['account'], ACCOUNT, '/accrual/account', true) ?? '' };
  }
  return read.refusals.length > 0 ? err(read.refusals) : ok(coding);
}

function readLine(read: Reader, body: unknown, at: string): CodingLine {
  const line = read.object(body, at, LINE_FIELDS) ?? {};
  const vat = read.object(line['vat'] ?? {}, `${at}/vat`, ['category', 'rate', 'treatment', 'deductiblePercent']) ?? {};
  return {
    partnerId: read.id(line['partnerId'], `${at}/partnerId`),
    account: read.code(line['account'], ACCOUNT, `${at}/account`, true) ?? '',
    product: read.code(line['product'], CODE, `${at}/product`),
    costCentre: read.code(line['costCentre'], CODE, `${at}/costCentre`),
    cashAccount: read.code(line['cashAccount'], ACCOUNT, `${at}/cashAccount`),
    text: read.text(line['text'] ?? '', 400, `${at}/text`),
    net: read.amount(line['net'], `${at}/net`),
    tax: read.amount(line['tax'] ?? '0.00', `${at}/tax`),
    gross: read.amount(line['gross'], `${at}/gross`),
    vat: {
      category: read.code(vat['category'] ?? 'S', /^[A-Z]{1,3}$/, `${at}/vat/category`) ?? 'S',
      rate: read.percent(vat['rate'] ?? '0', `${at}/vat/rate`),
      treatment: read.word(vat['treatment'] ?? 'sovereign', TREATMENTS, `${at}/vat/treatment`),
      deductiblePercent: read.percent(vat['deductiblePercent'] ?? '0', `${at}/vat/deductiblePercent`),
    },
    share: read.number(line['share'], `${at}/share`),
    serviceFrom: read.day(line['serviceFrom'], `${at}/serviceFrom`),
    serviceTo: read.day(line['serviceTo'], `${at}/serviceTo`),
  };
}

function readShare(read: Reader, body: unknown, at: string): Share {
  const share = read.object(body, at, ['no', 'holder', 'amount', 'note']) ?? {};
  return {
    no: read.number(share['no'], `${at}/no`, true) ?? 0,
    holder: read.id(share['holder'], `${at}/holder`, true) ?? '',
    amount: absent(share['amount']) ? 0n : read.amount(share['amount'], `${at}/amount`),
    note: read.text(share['note'] ?? '', 300, `${at}/note`),
  };
}

/** The one share that names no amount takes what the others leave of the whole; of several nobody can say it. */
function completeShare(read: Reader, coding: Coding, written: unknown): void {
  const bodies: unknown[] = Array.isArray(written) ? written : [];
  const open = coding.shares.flatMap((share, index) =>
    absent((bodies[index] as { amount?: unknown } | null)?.amount) ? [{ share, index }] : [],
  );
  if (open.length === 1) open[0]!.share.amount = grossOf(coding) - sum(coding.shares.map((share) => share.amount));
  else
    for (const { share, index } of open)
      read.refuse(`/shares/${index}/amount`, 'ShareAmountMissing', { no: share.no || index + 1 });
}

function readPrepaid(read: Reader, body: unknown, at: string): Prepaid {
  const part = read.object(body, at, ['documentId', 'account', 'product', 'amount']) ?? {};
  const prepaid: Prepaid = {
    documentId: read.id(part['documentId'], `${at}/documentId`),
    account: read.code(part['account'], ACCOUNT, `${at}/account`),
    product: read.code(part['product'], CODE, `${at}/product`),
    amount: read.amount(part['amount'], `${at}/amount`),
  };
  if ((prepaid.documentId === null) === (prepaid.account === null)) read.refuse(at, 'PrepaidWhere');
  return prepaid;
}

const absent = (value: unknown): value is null | undefined => value === undefined || value === null;
const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '–')).slice(0, 60);

/** Collects every fault with its pointer instead of stopping at the first. */
class Reader {
  readonly refusals: FieldRefusal[] = [];

  refuse(pointer: string, code: string, params: FieldRefusal['params'] = {}): void {
    this.refusals.push({ pointer, code, params });
  }

  object(value: unknown, at: string, fields: readonly string[]): Record<string, unknown> | null {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.refuse(at, 'NotAnObject');
      return null;
    }
    for (const field of Object.keys(value))
      if (!fields.includes(field))
        this.refuse(`${at}/${field.slice(0, 60)}`, 'UnknownField', { value: field.slice(0, 60) });
    return value as Record<string, unknown>;
  }

  list(value: unknown, most: number, at: string): unknown[] {
    if (absent(value)) return [];
    if (Array.isArray(value) && value.length <= most) return value;
    this.refuse(at, Array.isArray(value) ? 'TooManyLines' : 'LinesMissing', { limit: most });
    return [];
  }

  id(value: unknown, at: string, needed = false): string | null {
    if (!needed && (absent(value) || value === '')) return null;
    if (typeof value === 'string' && UUID.test(value)) return value.toLowerCase();
    this.refuse(at, absent(value) ? 'FieldMissing' : 'NotACode', { value: shown(value) });
    return null;
  }

  code(value: unknown, shape: RegExp, at: string, needed = false): string | null {
    if (!needed && (absent(value) || value === '')) return null;
    if (typeof value === 'string' && shape.test(value)) return value;
    const code = shape === ACCOUNT ? 'NotAnAccountNumber' : 'NotACode';
    this.refuse(at, absent(value) ? 'FieldMissing' : code, { value: shown(value) });
    return null;
  }

  word<T extends string>(value: unknown, words: readonly T[], at: string): T {
    const word = words.find((one) => one === value);
    if (word === undefined) this.refuse(at, 'NotACode', { value: shown(value) });
    return word ?? words[0]!;
  }

  day(value: unknown, at: string, needed = false): LocalDate | null {
    if (!needed && (absent(value) || value === '')) return null;
    if (isLocalDate(value)) return value;
    this.refuse(at, absent(value) ? 'FieldMissing' : 'NotADate', { value: shown(value) });
    return null;
  }

  amount(value: unknown, at: string): Cents {
    const read = typeof value === 'string' ? parseEuro(value) : err('NotAnAmount' as const);
    if (read.ok) return read.value;
    this.refuse(at, absent(value) ? 'AmountMissing' : read.error, { value: shown(value) });
    return 0n;
  }

  percent(value: unknown, at: string): string {
    if (typeof value === 'string' && PERCENT.test(value)) return value;
    this.refuse(at, 'NotAPercentage', { value: shown(value) });
    return '0';
  }

  number(value: unknown, at: string, needed = false): number | null {
    if (!needed && absent(value)) return null;
    if (Number.isInteger(value) && (value as number) > 0 && (value as number) < 10_000) return value as number;
    this.refuse(at, absent(value) ? 'FieldMissing' : 'NotANumber', { value: shown(value) });
    return null;
  }

  text(value: unknown, most: number, at: string): string {
    if (typeof value !== 'string') this.refuse(at, 'TextMissing');
    else if (value.length > most) this.refuse(at, 'TextTooLong', { limit: most });
    else if (!PLAIN.test(value) || !value.isWellFormed()) this.refuse(at, 'ControlCharacter');
    else return value;
    return '';
  }

  /** Words that people read for years: an empty field says nothing, and one or two letters say no reason. */
  reason(value: unknown, most: number, at: string): string | null {
    const text = this.text(value, most, at).trim();
    if (text === '') return null;
    if (text.length < 3) this.refuse(at, 'TextMissing');
    return text;
  }
}

/** A coding as JSON: amounts as the API writes them. {@link readCoding} reads it back without a difference. */
export function writeCoding(coding: Coding): Record<string, unknown> {
  const euro = (amount: Cents): string => formatEuro(amount);
  return {
    ...coding,
    discountAmount: coding.discountAmount === null ? null : euro(coding.discountAmount),
    lines: coding.lines.map((line) => ({ ...line, net: euro(line.net), tax: euro(line.tax), gross: euro(line.gross) })),
    retention: coding.retention && { ...coding.retention, amount: euro(coding.retention.amount) },
    shares: coding.shares.map((share) => ({ ...share, amount: euro(share.amount) })),
    prepaid: coding.prepaid.map((part) => ({ ...part, amount: euro(part.amount) })),
    offsets: coding.offsets.map((offset) => ({ ...offset, amount: euro(offset.amount) })),
  };
}

export const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((total, amount) => total + amount, 0n);
export const grossOf = (coding: Pick<Coding, 'lines'>): Cents => sum(coding.lines.map((line) => line.gross));
export const absolute = (amount: Cents): Cents => (amount < 0n ? -amount : amount);

/** What the document says about its amounts; null where it says nothing that can be relied on. */
export interface DocumentAmounts {
  /** BT-115 */
  payable: Cents;
  /** What was paid or billed before (BT-113). */
  prepaid: Cents;
  /** BT-110; absent or null where the document states none. */
  tax?: Cents | null;
}

/** An internal allocation: everything is cleared on accounts of our own, so that there is nobody to name. */
const owesNobody = (coding: Coding, { payable, prepaid }: DocumentAmounts): boolean =>
  payable === 0n &&
  coding.prepaid.length > 0 &&
  coding.prepaid.every((part) => part.account !== null) &&
  sum(coding.prepaid.map((part) => part.amount)) === prepaid;

/**
 * Holds a coding against its document: it must be complete, each line and the whole must add up to the cent, and a split must
 * lose nothing. What the books say (accounts, products, periods) comes with the posting trial.
 */
export function checkCoding(coding: Coding, document: DocumentAmounts): FieldRefusal[] {
  const refusals: FieldRefusal[] = [];
  const refuse = (pointer: string, code: string, params: FieldRefusal['params'] = {}): void => {
    refusals.push({ pointer, code, params });
  };
  const collective = isCollective(coding);
  const named = coding.partnerId !== null || (collective && coding.lines.every((line) => line.partnerId !== null));
  if (!named && !owesNobody(coding, document)) refuse('/partnerId', 'PartnerMissing');
  if (
    collective &&
    (coding.retention || coding.discountAmount !== null || coding.offsets.length > 0 || coding.prepaid.length > 0)
  )
    refuse('/lines', 'CollectiveOnlyLines');
  if (coding.text.trim() === '') refuse('/text', 'TextMissing');
  if (coding.lines.length === 0) refuse('/lines', 'LinesMissing');
  coding.lines.forEach((line, index) => {
    const at = `/lines/${index}`;
    if (line.net + line.tax !== line.gross)
      refuse(at, 'CodingLineSum', {
        net: formatEuro(line.net),
        tax: formatEuro(line.tax),
        gross: formatEuro(line.gross),
      });
    if (line.gross === 0n) refuse(`${at}/gross`, 'AmountOutOfRange');
    if (selfAssessed(line.vat.treatment) && line.tax !== 0n) refuse(`${at}/tax`, 'CodingTaxNotBilled');
    if (line.vat.treatment === 'business' && line.tax === 0n && Number(line.vat.rate) > 0 && line.net !== 0n)
      refuse(`${at}/tax`, 'CodingTaxMissing');
    if (line.serviceFrom !== null && line.serviceTo !== null && line.serviceTo < line.serviceFrom)
      refuse(`${at}/serviceTo`, 'EndsBeforeItBegins', { first: line.serviceFrom, last: line.serviceTo });
  });

  const total = document.payable + document.prepaid;
  const coded = grossOf(coding);
  if (coding.lines.length > 0 && coded !== total)
    refuse('/lines', 'CodingDoesNotAdd', {
      coded: formatEuro(coded),
      total: formatEuro(total),
      difference: formatEuro(total - coded),
    });
  // Only tax that was billed is deducted (§ 15(1) UStG), however the lines divide it.
  const billed = document.tax ?? null;
  const deducted = sum(
    coding.lines.filter(({ vat }) => ['business', 'partial'].includes(vat.treatment)).map((line) => line.tax),
  );
  if (billed !== null && (billed < 0n ? deducted < billed : deducted > billed))
    refuse('/lines', 'CodingTaxTooMuch', { coded: formatEuro(deducted), billed: formatEuro(billed) });
  checkShares(coding, refuse);
  const settled = sum(coding.prepaid.map((part) => part.amount));
  const sign = total < 0n ? -1n : 1n;
  if (coding.prepaid.some((part) => part.amount * sign <= 0n) || settled * sign > document.prepaid * sign)
    refuse('/prepaid', 'PrepaidTooMuch', { prepaid: formatEuro(document.prepaid), settled: formatEuro(settled) });
  if (coding.retention !== null && (coding.retention.amount <= 0n || coding.retention.amount >= document.payable))
    refuse('/retention/amount', 'RetentionTooMuch', { payable: formatEuro(document.payable) });
  if (coding.discountAmount !== null || coding.discountOn !== null) {
    const { discountAmount, discountOn } = coding;
    // Security kept back is paid later and without discount: what is left bears it.
    const payable = document.payable - (coding.retention?.amount ?? 0n);
    if (discountAmount === null || discountOn === null) refuse('/discountOn', 'DiscountIncomplete');
    else if (discountAmount <= 0n || discountAmount >= payable)
      refuse('/discountAmount', 'DiscountTooMuch', { payable: formatEuro(payable) });
    else if (coding.dueOn !== null && discountOn > coding.dueOn)
      refuse('/discountOn', 'DiscountAfterDue', { due: coding.dueOn });
  }
  if (coding.accrual !== null && !coding.lines.some((line) => line.serviceFrom !== null && line.serviceTo !== null))
    refuse('/accrual', 'AccrualWithoutPeriod');
  return refusals;
}

function checkShares(
  coding: Coding,
  refuse: (pointer: string, code: string, params?: FieldRefusal['params']) => void,
): void {
  const numbers = coding.shares.map((share) => share.no);
  if (new Set(numbers).size !== numbers.length) refuse('/shares', 'ShareTwice');
  coding.lines.forEach((line, index) => {
    if (coding.shares.length === 0 ? line.share !== null : !numbers.includes(line.share ?? 0))
      refuse(`/lines/${index}/share`, line.share === null ? 'ShareMissing' : 'ShareUnknown', { value: line.share });
  });
  coding.shares.forEach((share, index) => {
    const coded = sum(coding.lines.filter((line) => line.share === share.no).map((line) => line.gross));
    if (coded !== share.amount)
      refuse(`/shares/${index}/amount`, 'ShareDoesNotAdd', {
        amount: formatEuro(share.amount),
        coded: formatEuro(coded),
      });
  });
}

/** True when the lines are owed to several partners. */
export const isCollective = (coding: Pick<Coding, 'lines' | 'partnerId'>): boolean =>
  coding.lines.some((line) => line.partnerId !== null && line.partnerId !== coding.partnerId);

/** Everybody whom the coding names as a recipient. */
export const partnersOf = (coding: Pick<Coding, 'lines' | 'partnerId'>): string[] => [
  ...new Set([coding.partnerId, ...coding.lines.map((line) => line.partnerId)].filter((id) => id !== null)),
];

/** True where the recipient computes and owes the tax. */
export const selfAssessed = (treatment: Treatment): boolean =>
  treatment === 'reverse-charge' || treatment === 'intra-community';
