import type {
  Coding,
  CodingLine,
  DocumentDetail,
  PaymentMethod,
  Proposal,
  VatTreatment,
} from '../../api/document-types';
import type { FieldError } from '../../api/problem';
import type { Day } from '../../lib/dates';
import { hasMaskErrors, type MaskErrors, noMaskErrors } from '../../lib/mask-errors';
import { type Cents, fromApi, fromApiOrZero, sum, toApi } from '../../lib/money';
import { amountOf, staysInHouse } from './internal';

/** One line of the coding mask; `amount` is what the supplier bills for it, tax included. */
export interface CodingRow {
  id: string;
  amount: Cents | null;
  account: string;
  product: string;
  costCentre: string;
  cashAccount: string;
  text: string;
  category: string;
  /** Per cent, as the API writes it: `19`, `7`, `10.7`. */
  rate: string;
  treatment: VatTreatment;
  /** Per cent of the tax that is deducted, for partial deduction and tax owed by ourselves. */
  deductible: string;
  /** As billed; null: computed from amount and rate. */
  tax: Cents | null;
  share: number | null;
  serviceFrom: Day | null;
  serviceTo: Day | null;
}

export interface CodingShare {
  no: number;
  holder: string;
  note: string;
}

export interface CodingMask {
  partnerId: string;
  bookingDate: Day | null;
  text: string;
  dueOn: Day | null;
  discountOn: Day | null;
  discountAmount: Cents | null;
  method: PaymentMethod;
  bankAccountNo: number | null;
  paymentBlock: string;
  rows: CodingRow[];
  retention: { amount: Cents | null; dueOn: Day | null } | null;
  accrualAccount: string | null;
  shares: CodingShare[];
  /** Not edited here, but never lost. */
  kept: Pick<Coding, 'prepaid' | 'offsets' | 'correction'>;
}

export type CodingRowField = Exclude<keyof CodingRow, 'id'>;

export const isSelfAssessed = (treatment: VatTreatment): boolean =>
  treatment === 'reverse-charge' || treatment === 'intra-community';
export const hasShare = (treatment: VatTreatment): boolean => treatment === 'partial' || isSelfAssessed(treatment);

const RATE = /^(\d{1,2}|100)(?:\.(\d{1,4}))?$/;
/** A rate in ten-thousandths of a per cent, for exact arithmetic; null where it is none. */
function rateOf(rate: string): bigint | null {
  const match = RATE.exec(rate.replace(',', '.').trim());
  return match ? BigInt(match[1]!) * 10_000n + BigInt((match[2] ?? '').padEnd(4, '0')) : null;
}

const divideRounded = (dividend: bigint, divisor: bigint): bigint => {
  const negative = dividend < 0n !== divisor < 0n;
  const [a, b] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = (2n * a + b) / (2n * b);
  return negative ? -rounded : rounded;
};

/** The tax inside a gross amount, rounded half away from zero; what we owe ourselves is not in it. */
export function taxIn(row: Pick<CodingRow, 'amount' | 'rate' | 'treatment' | 'tax'>): Cents {
  if (row.amount === null || isSelfAssessed(row.treatment)) return 0n;
  if (row.tax !== null) return row.tax;
  const rate = rateOf(row.rate) ?? 0n;
  return row.amount - divideRounded(row.amount * 1_000_000n, 1_000_000n + rate);
}

export const emptyCodingRow = (amount: Cents | null = null, like?: CodingRow): CodingRow => ({
  id: crypto.randomUUID(),
  amount,
  account: '',
  product: '',
  costCentre: '',
  cashAccount: '',
  text: '',
  category: like?.category ?? 'S',
  rate: like?.rate ?? '19',
  treatment: like?.treatment ?? 'sovereign',
  deductible: like?.deductible ?? '0',
  tax: null,
  share: like?.share ?? null,
  serviceFrom: like?.serviceFrom ?? null,
  serviceTo: like?.serviceTo ?? null,
});

export const isCodingRowEmpty = (row: CodingRow): boolean =>
  row.amount === null && !row.account && !row.product && !row.costCentre && !row.text;

/** The total to be coded: what is to be paid and what was paid before; as the document has it, so positive on credit notes. */
export function totalOf(document: Pick<DocumentDetail, 'kind' | 'payable' | 'gross' | 'invoice'>): Cents | null {
  const payable = amountOf(document);
  if (payable === null) return null;
  const prepaid = document.invoice?.totals?.prepaid;
  const before = typeof prepaid === 'string' && /^-?\d+(\.\d{1,2})?$/.test(prepaid) ? fromApi(prepaid) : 0n;
  return fromApi(payable) + before;
}

/** Whether the service would keep it: unfinished it may be, but each line needs an amount and an account. */
export const isStorable = (mask: CodingMask): boolean =>
  mask.rows.every(
    (row) => isCodingRowEmpty(row) || (row.amount !== null && row.account !== '' && rateOf(row.rate) !== null),
  ) &&
  mask.shares.every((share) => share.holder !== '') &&
  (!mask.retention || (mask.retention.amount !== null && mask.retention.dueOn !== null));

/** Nobody is owed anything: the whole is credited on accounts of our own. */
export const isInternal = (mask: CodingMask): boolean =>
  mask.partnerId === '' && staysInHouse({ method: mask.method, prepaid: mask.kept.prepaid });

export interface CodingTotals {
  coded: Cents;
  total: Cents | null;
  /** What is still missing; null where the document has no total. */
  difference: Cents | null;
  tax: Cents;
}

export function codingTotals(mask: CodingMask, total: Cents | null): CodingTotals {
  const coded = sum(mask.rows.map((row) => row.amount ?? 0n));
  return {
    coded,
    total,
    difference: total === null ? null : total - coded,
    tax: sum(mask.rows.map(taxIn)),
  };
}

const empty = {
  partnerId: null,
  bookingDate: null,
  dueOn: null,
  discountOn: null,
  discountAmount: null,
  method: 'transfer',
  bankAccountNo: null,
  paymentBlock: null,
  text: '',
  lines: [],
  retention: null,
  accrual: null,
  shares: [],
  prepaid: [],
  offsets: [],
  correction: null,
} satisfies Coding;

/** The mask as it was stored, else as it is proposed, else with what the document itself says. */
export function maskOfDocument(
  document: Pick<
    DocumentDetail,
    | 'kind'
    | 'coding'
    | 'payable'
    | 'gross'
    | 'invoice'
    | 'partnerId'
    | 'dueOn'
    | 'discountOn'
    | 'serviceFrom'
    | 'serviceTo'
  >,
  proposal: Proposal | undefined,
): CodingMask {
  const coding: Coding = { ...empty, ...(document.coding ?? proposal?.coding) };
  const rows = coding.lines.map(rowOfLine);
  const total = totalOf(document);
  return {
    partnerId: coding.partnerId ?? document.partnerId ?? '',
    bookingDate: coding.bookingDate,
    text: coding.text,
    dueOn: coding.dueOn ?? (document.coding ? null : document.dueOn),
    discountOn: coding.discountOn,
    discountAmount: coding.discountAmount ? fromApi(coding.discountAmount) : null,
    method: coding.method,
    bankAccountNo: coding.bankAccountNo,
    paymentBlock: coding.paymentBlock ?? '',
    rows:
      rows.length > 0
        ? rows
        : [{ ...emptyCodingRow(total), serviceFrom: document.serviceFrom, serviceTo: document.serviceTo }],
    retention: coding.retention && { amount: fromApi(coding.retention.amount), dueOn: coding.retention.dueOn },
    accrualAccount: coding.accrual?.account ?? null,
    shares: coding.shares.map(({ no, holder, note }) => ({ no, holder, note: note ?? '' })),
    kept: { prepaid: coding.prepaid, offsets: coding.offsets, correction: coding.correction },
  };
}

function rowOfLine(line: CodingLine): CodingRow {
  const row: CodingRow = {
    id: crypto.randomUUID(),
    amount: fromApi(line.gross),
    account: line.account,
    product: line.product ?? '',
    costCentre: line.costCentre ?? '',
    cashAccount: line.cashAccount ?? '',
    text: line.text ?? '',
    category: line.vat.category,
    rate: trimRate(line.vat.rate),
    treatment: line.vat.treatment,
    deductible: trimRate(line.vat.deductiblePercent),
    tax: null,
    share: line.share,
    serviceFrom: line.serviceFrom,
    serviceTo: line.serviceTo,
  };
  const billed = fromApiOrZero(line.tax);
  return taxIn(row) === billed ? row : { ...row, tax: billed };
}

const trimRate = (rate: string): string => (rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate) || '0';

/** The mask as the API takes it; rows that nobody filled are left out. */
export function codingOf(mask: CodingMask): Coding {
  const rows = mask.rows.filter((row) => !isCodingRowEmpty(row));
  return {
    partnerId: mask.partnerId || null,
    bookingDate: mask.bookingDate,
    dueOn: mask.dueOn,
    discountOn: mask.discountOn,
    discountAmount: mask.discountAmount === null ? null : toApi(mask.discountAmount),
    method: mask.method,
    bankAccountNo: mask.bankAccountNo,
    paymentBlock: mask.paymentBlock.trim() || null,
    text: mask.text.trim(),
    lines: rows.map((row) => lineOfRow(row, mask.shares.length > 0)),
    retention:
      mask.retention?.amount && mask.retention.dueOn
        ? { amount: toApi(mask.retention.amount), dueOn: mask.retention.dueOn }
        : null,
    accrual: mask.accrualAccount ? { account: mask.accrualAccount } : null,
    shares: mask.shares.map((share) => ({
      ...share,
      amount: toApi(sum(rows.filter((row) => row.share === share.no).map((row) => row.amount ?? 0n))),
    })),
    ...mask.kept,
  };
}

function lineOfRow(row: CodingRow, split: boolean): CodingLine {
  const gross = row.amount ?? 0n;
  const tax = taxIn(row);
  return {
    account: row.account,
    product: row.product || null,
    costCentre: row.costCentre || null,
    cashAccount: row.cashAccount || null,
    text: row.text.trim(),
    net: toApi(gross - tax),
    tax: toApi(tax),
    gross: toApi(gross),
    vat: {
      category: row.category || 'S',
      rate: row.rate.replace(',', '.') || '0',
      treatment: row.treatment,
      deductiblePercent:
        row.treatment === 'business' ? '100' : hasShare(row.treatment) ? row.deductible.replace(',', '.') : '0',
    },
    share: split ? row.share : null,
    serviceFrom: row.serviceFrom,
    serviceTo: row.serviceTo,
  };
}

export type HeadField =
  | 'partnerId'
  | 'bookingDate'
  | 'text'
  | 'dueOn'
  | 'discountOn'
  | 'discountAmount'
  | 'bankAccountNo'
  | 'paymentBlock'
  | 'retention'
  | 'accrual'
  | 'shares';
export type CodingErrors = MaskErrors<HeadField, CodingRowField>;
export const noCodingErrors = (): CodingErrors => noMaskErrors();

export type Missing = 'partner' | 'text' | 'amount' | 'account' | 'share' | 'total' | 'rate' | 'discount' | 'retention';

/** What the mask sees by itself before anything is sent. */
export function missingInCoding(mask: CodingMask, total: Cents | null, say: (what: Missing) => string): CodingErrors {
  const errors = noCodingErrors();
  if (!mask.partnerId && !isInternal(mask)) errors.head.partnerId = say('partner');
  if (!mask.text.trim()) errors.head.text = say('text');
  if ((mask.discountOn === null) !== (mask.discountAmount === null)) errors.head.discountAmount = say('discount');
  if (mask.retention && (!mask.retention.amount || !mask.retention.dueOn)) errors.head.retention = say('retention');
  mask.rows
    .filter((row, i) => i === 0 || !isCodingRowEmpty(row))
    .forEach((row) => {
      const at: CodingErrors['rows'][string] = {};
      if (row.amount === null || row.amount === 0n) at.amount = say('amount');
      if (!row.account) at.account = say('account');
      if (rateOf(row.rate) === null) at.rate = say('rate');
      if (mask.shares.length > 0 && !mask.shares.some((share) => share.no === row.share)) at.share = say('share');
      if (Object.keys(at).length > 0) errors.rows[row.id] = at;
    });
  if (!hasMaskErrors(errors) && codingTotals(mask, total).difference) errors.general.push(say('total'));
  return errors;
}

const HEAD: HeadField[] = [
  'partnerId',
  'bookingDate',
  'text',
  'dueOn',
  'discountOn',
  'discountAmount',
  'bankAccountNo',
  'paymentBlock',
  'retention',
  'accrual',
  'shares',
];
const ROW_FIELD: Record<string, CodingRowField> = {
  gross: 'amount',
  net: 'amount',
  tax: 'amount',
  account: 'account',
  product: 'product',
  costCentre: 'costCentre',
  cashAccount: 'cashAccount',
  text: 'text',
  share: 'share',
  serviceFrom: 'serviceFrom',
  serviceTo: 'serviceTo',
};

/** Puts the refusals of the service (`/lines/1/account`, `/coding/dueOn`) back to the fields they came from. */
export function placeCodingErrors(errors: FieldError[], mask: CodingMask): CodingErrors {
  const placed = noCodingErrors();
  const rows = mask.rows.filter((row) => !isCodingRowEmpty(row));
  for (const { pointer = '', message } of errors) {
    const [first, index, field, inner] = pointer
      .replace(/^\/coding(?=\/)/, '')
      .split('/')
      .slice(1);
    const row = first === 'lines' ? rows[Number(index)] : undefined;
    const head = HEAD.find((name) => name === first);
    if (row && index !== undefined && index !== '') {
      const at = (placed.rows[row.id] ??= {});
      const name =
        field === 'vat' ? (inner === 'treatment' ? 'treatment' : 'rate') : (ROW_FIELD[field ?? ''] ?? 'amount');
      at[name] ??= message;
    } else if (head) placed.head[head] ??= message;
    else placed.general.push(message);
  }
  return placed;
}

export interface PlacedReasons {
  /** By field of the head, each reason once. */
  head: { field: string; text: string }[];
  rows: string[][];
}

/** Why each field was proposed, by row and field; a reason without a place is told above the lines. */
export function placeReasons(reasons: Proposal['reasons']): PlacedReasons {
  const placed: PlacedReasons = { head: [], rows: [] };
  for (const { field, text } of reasons) {
    const match = /^\/?lines[/.[](\d+)/.exec(field);
    if (match) {
      const list = (placed.rows[Number(match[1])] ??= []);
      if (!list.includes(text)) list.push(text);
    } else if (!placed.head.some((one) => one.text === text))
      placed.head.push({ field: field.replace(/^\//, ''), text });
  }
  return placed;
}
