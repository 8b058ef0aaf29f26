import type { PaymentMethod } from '../../api/document-types';
import type { NewOrder, OrderKind, Rhythm } from '../../api/orders';
import type { FieldError } from '../../api/problem';
import type { Day } from '../../lib/dates';
import { hasMaskErrors, type MaskErrors, noMaskErrors } from '../../lib/mask-errors';
import { type Cents, sum, toApi } from '../../lib/money';

/** One position: what is charged where; in a collective order also whom it is paid to. */
export interface OrderRow {
  id: string;
  partnerId: string;
  amount: Cents | null;
  account: string;
  product: string;
  costCentre: string;
  text: string;
}
export type OrderRowField = Exclude<keyof OrderRow, 'id'>;

export interface OrderMask {
  kind: OrderKind;
  partnerId: string;
  text: string;
  dueOn: Day | null;
  bookingDate: Day | null;
  method: PaymentMethod;
  bankAccountNo: number | null;
  department: string;
  rows: OrderRow[];
  /** Internal allocations: what is credited. */
  creditAccount: string;
  creditProduct: string;
  /** Standing orders. */
  name: string;
  rhythm: Rhythm;
  firstDate: Day | null;
  lastDate: Day | null;
}
export type OrderHeadField = Exclude<keyof OrderMask, 'kind' | 'rows'>;

export const emptyOrderRow = (like?: OrderRow): OrderRow => ({
  id: crypto.randomUUID(),
  partnerId: '',
  amount: null,
  account: like?.account ?? '',
  product: like?.product ?? '',
  costCentre: like?.costCentre ?? '',
  text: '',
});

export const emptyOrder = (kind: OrderKind): OrderMask => ({
  kind,
  partnerId: '',
  text: '',
  dueOn: null,
  bookingDate: null,
  method: 'transfer',
  bankAccountNo: null,
  department: '',
  rows: [emptyOrderRow()],
  creditAccount: '',
  creditProduct: '',
  name: '',
  rhythm: 'monthly',
  firstDate: null,
  lastDate: null,
});

/** A row that only carries what it took over from the line before counts as empty. */
export const isOrderRowEmpty = (row: OrderRow): boolean => row.amount === null && !row.partnerId && !row.text.trim();

const filledRows = (mask: OrderMask): OrderRow[] => mask.rows.filter((row) => !isOrderRowEmpty(row));

export const orderTotal = (mask: OrderMask): Cents => sum(mask.rows.map((row) => row.amount ?? 0n));

/** The mask as the API takes it; rows that nobody filled are left out. Orders carry no tax. */
export function orderOf(mask: OrderMask, submit: boolean): NewOrder {
  const collective = mask.kind === 'collective';
  const internal = mask.kind === 'internal';
  const total = toApi(orderTotal(mask));
  return {
    kind: mask.kind,
    department: mask.department || null,
    submit,
    coding: {
      partnerId: collective || internal ? null : mask.partnerId || null,
      bookingDate: mask.kind === 'standing' ? null : mask.bookingDate,
      dueOn: mask.dueOn ?? (mask.kind === 'standing' ? mask.firstDate : null),
      method: internal ? 'none' : mask.method,
      bankAccountNo: collective || internal ? null : mask.bankAccountNo,
      text: mask.text.trim(),
      lines: filledRows(mask).map((row) => {
        const amount = toApi(row.amount ?? 0n);
        return {
          ...(collective && { partnerId: row.partnerId || null }),
          account: row.account,
          product: row.product || null,
          costCentre: row.costCentre || null,
          text: row.text.trim(),
          net: amount,
          tax: '0.00',
          gross: amount,
          vat: { category: 'O', rate: '0', treatment: 'sovereign', deductiblePercent: '0' },
        };
      }),
      prepaid: internal ? [{ account: mask.creditAccount, product: mask.creditProduct || null, amount: total }] : [],
    },
    standing:
      mask.kind === 'standing'
        ? {
            name: mask.name.trim(),
            rhythm: mask.rhythm,
            firstDate: mask.firstDate ?? '',
            lastDate: mask.lastDate,
          }
        : null,
  };
}

export type OrderErrors = MaskErrors<OrderHeadField, OrderRowField>;
export const noOrderErrors = (): OrderErrors => noMaskErrors();

export type MissingInOrder =
  'partner' | 'text' | 'amount' | 'account' | 'credit' | 'name' | 'firstDate' | 'lastDate' | 'payees';

/** What the mask sees by itself before anything is sent. */
export function missingInOrder(mask: OrderMask, say: (what: MissingInOrder) => string): OrderErrors {
  const errors = noOrderErrors();
  const { head } = errors;
  const collective = mask.kind === 'collective';
  if (!collective && mask.kind !== 'internal' && !mask.partnerId) head.partnerId = say('partner');
  if (!mask.text.trim()) head.text = say('text');
  if (mask.kind === 'internal' && !mask.creditAccount) head.creditAccount = say('credit');
  if (mask.kind === 'standing') {
    if (!mask.name.trim()) head.name = say('name');
    if (!mask.firstDate) head.firstDate = say('firstDate');
    else if (mask.lastDate && mask.lastDate < mask.firstDate) head.lastDate = say('lastDate');
  }
  mask.rows
    .filter((row, i) => i === 0 || !isOrderRowEmpty(row))
    .forEach((row) => {
      const at: OrderErrors['rows'][string] = {};
      if (row.amount === null || row.amount === 0n) at.amount = say('amount');
      if (!row.account) at.account = say('account');
      if (collective && !row.partnerId) at.partnerId = say('partner');
      if (Object.keys(at).length > 0) errors.rows[row.id] = at;
    });
  if (collective && !hasMaskErrors(errors) && payeesOf(mask).length < 2) errors.general.push(say('payees'));
  return errors;
}

export const payeesOf = (mask: OrderMask): string[] => [
  ...new Set(filledRows(mask).flatMap((row) => row.partnerId || [])),
];

const HEAD: OrderHeadField[] = ['partnerId', 'text', 'dueOn', 'bookingDate', 'method', 'bankAccountNo'];
const STANDING: OrderHeadField[] = ['name', 'rhythm', 'firstDate', 'lastDate'];
const ROW: OrderRowField[] = ['partnerId', 'account', 'product', 'costCentre', 'text'];

/** Puts the refusals of the service (`/coding/lines/1/account`, `/standing/name`) back to the fields they came from. */
export function placeOrderErrors(refusals: FieldError[], mask: OrderMask): OrderErrors {
  const placed = noOrderErrors();
  const rows = filledRows(mask);
  for (const { pointer = '', message } of refusals) {
    const path = pointer.split('/').slice(1);
    if (path[0] === 'coding') path.shift();
    const [first = '', second, third] = path;
    const row = first === 'lines' && second ? rows[Number(second)] : undefined;
    const head =
      HEAD.find((name) => name === first) ??
      (first === 'standing' ? STANDING.find((name) => name === second) : undefined) ??
      (first === 'department' ? 'department' : undefined) ??
      (first === 'prepaid' ? (third === 'product' ? 'creditProduct' : 'creditAccount') : undefined);
    if (row) {
      const at = (placed.rows[row.id] ??= {});
      at[ROW.find((name) => name === third) ?? 'amount'] ??= message;
    } else if (head) placed.head[head] ??= message;
    else placed.general.push(message);
  }
  return placed;
}
