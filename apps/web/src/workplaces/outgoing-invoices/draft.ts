import type { OutgoingInvoice, OutgoingInvoiceWish, OwnKind } from '../../api/outgoing-invoices';
import type { FieldError } from '../../api/problem';
import type { Day } from '../../lib/dates';
import { type MaskErrors, noMaskErrors } from '../../lib/mask-errors';
import { type Cents, sum } from '../../lib/money';

export const VAT_CATEGORIES = ['S', 'O', 'E', 'AE', 'Z'] as const;
export type VatCategory = (typeof VAT_CATEGORIES)[number];

/** One line as it is typed: numbers stay text until they are sent. */
export interface DraftRow {
  id: string;
  text: string;
  description: string;
  quantity: string;
  unit: string;
  price: string;
  category: VatCategory;
  /** Per cent, as the API writes it. */
  rate: string;
  reason: string;
  account: string;
  product: string;
  costCentre: string;
  serviceFrom: Day | null;
  serviceTo: Day | null;
}
export type DraftRowField = Exclude<keyof DraftRow, 'id'>;

export interface DraftMask {
  kind: OwnKind;
  partnerId: string;
  corrects: string;
  serviceFrom: Day | null;
  serviceTo: Day | null;
  dueOn: Day | null;
  buyerReference: string;
  orderReference: string;
  contractReference: string;
  buyerAccountingReference: string;
  method: 'transfer' | 'direct-debit';
  mandateReference: string;
  mandateIban: string;
  bankAccountId: string;
  claimsAccount: string;
  skonto: { days: string; percent: string }[];
  introduction: string;
  closing: string;
  rows: DraftRow[];
}
export type DraftHeadField = Exclude<keyof DraftMask, 'rows'>;

export const emptyDraftRow = (like?: DraftRow): DraftRow => ({
  id: crypto.randomUUID(),
  text: '',
  description: '',
  quantity: '1',
  unit: like?.unit ?? 'C62',
  price: '',
  category: like?.category ?? 'O',
  rate: like?.rate ?? '0',
  reason: like?.reason ?? '',
  account: like?.account ?? '',
  product: like?.product ?? '',
  costCentre: like?.costCentre ?? '',
  serviceFrom: null,
  serviceTo: null,
});

export const emptyDraft = (more: Partial<DraftMask> = {}): DraftMask => ({
  kind: 'invoice',
  partnerId: '',
  corrects: '',
  serviceFrom: null,
  serviceTo: null,
  dueOn: null,
  buyerReference: '',
  orderReference: '',
  contractReference: '',
  buyerAccountingReference: '',
  method: 'transfer',
  mandateReference: '',
  mandateIban: '',
  bankAccountId: '',
  claimsAccount: '',
  skonto: [],
  introduction: '',
  closing: '',
  rows: [emptyDraftRow()],
  ...more,
});

/** The last line is often left as it came; it is not sent. */
export const isDraftRowEmpty = (row: DraftRow): boolean =>
  !row.text.trim() && !row.price.trim() && !row.description.trim();

const filledRows = (mask: DraftMask): DraftRow[] => mask.rows.filter((row) => !isDraftRowEmpty(row));

/**
 * A number as clerks type it (`1.234,5`, `0,085`, `2`) in the API's spelling with at most `decimals` digits behind the
 * point; null where it is none.
 */
export function typedNumber(typed: string, decimals = 4): string | null {
  const compact = typed.replace(/[\s€]/g, '').replace(/−/g, '-');
  const plain = compact.includes(',')
    ? /^-?(\d+|\d{1,3}(\.\d{3})+),\d*$/.test(compact)
      ? compact.replace(/\./g, '').replace(',', '.')
      : ''
    : /^-?\d{1,3}(\.\d{3})+$/.test(compact)
      ? compact.replace(/\./g, '')
      : compact;
  const match = /^(-?)(\d{1,9})(?:\.(\d*))?$/.exec(plain);
  if (!match || (match[3] ?? '').replace(/0+$/, '').length > decimals) return null;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  return `${match[1]}${match[2]!.replace(/^0+(?=\d)/, '')}${fraction ? `.${fraction}` : ''}`;
}

/** `1234.5` as it is written on the screen: `1.234,5`; prices with two decimals at least. */
export function shownNumber(value: string, decimals = 0): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!match) return value;
  const fraction = (match[3] ?? '').replace(/0+$/, '').padEnd(decimals, '0');
  return `${match[1] ? '−' : ''}${match[2]!.replace(/\B(?=(\d{3})+$)/g, '.')}${fraction ? `,${fraction}` : ''}`;
}

const SCALE = 10_000n;
/** A number of up to four decimals in ten-thousandths. */
function scaled(value: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(value);
  if (!match) return 0n;
  const size = BigInt(match[2]!) * SCALE + BigInt((match[3] ?? '').padEnd(4, '0') || '0');
  return match[1] ? -size : size;
}

/** Half away from zero, as the service rounds. */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

/** Net amount of a line in cents; null while quantity or price is no number. */
export function lineNet(row: Pick<DraftRow, 'quantity' | 'price'>): Cents | null {
  const quantity = typedNumber(row.quantity);
  const price = typedNumber(row.price);
  if (quantity === null || price === null) return null;
  return divideRounded(scaled(quantity) * scaled(price) * 100n, SCALE * SCALE);
}

export interface DraftTotals {
  net: Cents;
  groups: { category: VatCategory; rate: string; net: Cents; tax: Cents }[];
  tax: Cents;
  gross: Cents;
}

/** The sums as the invoice will have them: each line rounded to cents, the tax once per group of category and rate. */
export function draftTotals(mask: Pick<DraftMask, 'rows'>): DraftTotals {
  const groups = new Map<string, DraftTotals['groups'][number]>();
  for (const row of mask.rows) {
    if (isDraftRowEmpty(row)) continue;
    const rate = typedNumber(row.rate, 2) ?? '0';
    const key = `${row.category} ${rate}`;
    const group = groups.get(key) ?? { category: row.category, rate, net: 0n, tax: 0n };
    group.net += lineNet(row) ?? 0n;
    groups.set(key, group);
  }
  const taxed = [...groups.values()].map((group) => ({
    ...group,
    tax: divideRounded(group.net * scaled(group.rate), SCALE * 100n),
  }));
  const net = sum(taxed.map((group) => group.net));
  const tax = sum(taxed.map((group) => group.tax));
  return { net, groups: taxed, tax, gross: net + tax };
}

/** The mask as the API takes it. */
export function wishOf(mask: DraftMask): OutgoingInvoiceWish {
  const debit = mask.method === 'direct-debit';
  const text = (value: string): string | null => value.trim() || null;
  return {
    kind: mask.kind,
    partnerId: mask.partnerId,
    corrects: mask.kind === 'invoice' ? null : mask.corrects || null,
    serviceFrom: mask.serviceFrom,
    serviceTo: mask.serviceTo,
    dueOn: mask.dueOn,
    buyerReference: text(mask.buyerReference),
    orderReference: text(mask.orderReference),
    contractReference: text(mask.contractReference),
    buyerAccountingReference: text(mask.buyerAccountingReference),
    method: mask.method,
    mandate:
      debit && mask.mandateReference.trim() && mask.mandateIban.trim()
        ? { reference: mask.mandateReference.trim(), iban: mask.mandateIban.trim() }
        : null,
    bankAccountId: debit ? null : mask.bankAccountId || null,
    skonto: mask.skonto.map(({ days, percent }) => ({
      days: Number(days),
      percent: typedNumber(percent, 2) ?? percent,
    })),
    introduction: text(mask.introduction),
    closing: text(mask.closing),
    claimsAccount: mask.claimsAccount || null,
    lines: filledRows(mask).map((row) => ({
      text: row.text.trim(),
      description: text(row.description),
      quantity: typedNumber(row.quantity) ?? row.quantity,
      unit: row.unit,
      price: typedNumber(row.price) ?? row.price,
      vat: {
        category: row.category,
        rate: row.category === 'S' ? (typedNumber(row.rate, 2) ?? row.rate) : '0',
        reason: row.category === 'S' ? null : text(row.reason),
      },
      account: row.account,
      product: row.product || null,
      costCentre: row.costCentre || null,
      serviceFrom: row.serviceFrom,
      serviceTo: row.serviceTo,
    })),
  };
}

/** A stored draft as the mask shows it. */
export function maskOfInvoice(invoice: OutgoingInvoice): DraftMask {
  const rows = invoice.lines.map((line): DraftRow => {
    const vat = line.vat;
    return {
      id: crypto.randomUUID(),
      text: line.text,
      description: line.description ?? '',
      quantity: shownNumber(line.quantity),
      unit: line.unit,
      price: shownNumber(line.price, 2),
      category: vat.category,
      rate: typedNumber(vat.rate, 2) ?? vat.rate,
      reason: vat.reason ?? '',
      account: line.account,
      product: line.product ?? '',
      costCentre: line.costCentre ?? '',
      serviceFrom: line.serviceFrom ?? null,
      serviceTo: line.serviceTo ?? null,
    };
  });
  return {
    kind: invoice.kind,
    partnerId: invoice.partner.id,
    corrects: invoice.corrects?.id ?? '',
    serviceFrom: invoice.serviceFrom,
    serviceTo: invoice.serviceTo,
    dueOn: invoice.wishedDueOn,
    buyerReference: invoice.buyerReference ?? '',
    orderReference: invoice.orderReference ?? '',
    contractReference: invoice.contractReference ?? '',
    buyerAccountingReference: invoice.buyerAccountingReference ?? '',
    method: invoice.method,
    mandateReference: invoice.mandate?.reference ?? '',
    mandateIban: invoice.mandate?.iban ?? '',
    bankAccountId: invoice.bankAccountId ?? '',
    claimsAccount: invoice.claimsAccount ?? '',
    skonto: invoice.skonto.map(({ days, percent }) => ({ days: String(days), percent: shownNumber(percent) })),
    introduction: invoice.introduction ?? '',
    closing: invoice.closing ?? '',
    rows: rows.length > 0 ? rows : [emptyDraftRow()],
  };
}

export type DraftErrors = MaskErrors<DraftHeadField, DraftRowField>;
export const noDraftErrors = (): DraftErrors => noMaskErrors();

export type MissingInDraft = 'partner' | 'text' | 'quantity' | 'price' | 'account' | 'mandate' | 'skonto';

/** What keeps a draft from being stored at all; what keeps it from going out, the service says. */
export function missingInDraft(mask: DraftMask, say: (what: MissingInDraft) => string): DraftErrors {
  const errors = noDraftErrors();
  if (!mask.partnerId) errors.head.partnerId = say('partner');
  if (mask.method === 'direct-debit' && !mask.mandateReference.trim() !== !mask.mandateIban.trim())
    errors.head.mandateReference = say('mandate');
  const wrongStage = mask.skonto.some(
    ({ days, percent }) => !/^[1-9]\d{0,2}$/.test(days.trim()) || typedNumber(percent, 2) === null,
  );
  if (wrongStage) errors.head.skonto = say('skonto');
  for (const row of filledRows(mask)) {
    const at: DraftErrors['rows'][string] = {};
    if (!row.text.trim()) at.text = say('text');
    if (typedNumber(row.quantity) === null) at.quantity = say('quantity');
    const price = typedNumber(row.price);
    if (price === null || price.startsWith('-')) at.price = say('price');
    if (!row.account) at.account = say('account');
    if (Object.keys(at).length > 0) errors.rows[row.id] = at;
  }
  return errors;
}

/** Where a finding is mended: a field of the mask, or the master data of the client or of the partner. */
export type Place = { at: 'field'; name: string } | { at: 'client' } | { at: 'partner' } | { at: 'none' };

const HEAD_OF: Record<string, DraftHeadField> = {
  corrects: 'corrects',
  serviceFrom: 'serviceFrom',
  serviceTo: 'serviceTo',
  dueOn: 'dueOn',
  buyerReference: 'buyerReference',
  orderReference: 'orderReference',
  contractReference: 'contractReference',
  buyerAccountingReference: 'buyerAccountingReference',
  method: 'method',
  bankAccountId: 'bankAccountId',
  claimsAccount: 'claimsAccount',
  skonto: 'skonto',
  introduction: 'introduction',
  closing: 'closing',
  kind: 'kind',
};
const ROW_OF: Record<string, DraftRowField> = {
  text: 'text',
  description: 'description',
  quantity: 'quantity',
  unit: 'unit',
  price: 'price',
  account: 'account',
  product: 'product',
  costCentre: 'costCentre',
  serviceFrom: 'serviceFrom',
  serviceTo: 'serviceTo',
};

/** Pointers name lines as they were sent: rows that nobody filled do not count. */
export function placeOf(pointer: string, mask: DraftMask): Place {
  const [first = '', second, third, fourth] = pointer.split('/').slice(1);
  if (first === 'seller') return { at: 'client' };
  if (first === 'partnerId') return { at: 'partner' };
  if (first === 'mandate') return { at: 'field', name: second === 'iban' ? 'mandateIban' : 'mandateReference' };
  if (first === 'lines') {
    const row = second === undefined ? mask.rows[0] : filledRows(mask)[Number(second)];
    if (!row) return { at: 'none' };
    const field = third === 'vat' ? (fourth === 'reason' ? 'reason' : 'category') : (ROW_OF[third ?? ''] ?? 'text');
    return { at: 'field', name: `${row.id}.${field}` };
  }
  const head = HEAD_OF[first];
  return head ? { at: 'field', name: head } : { at: 'none' };
}

/** Puts the refusals of the service back to the fields they came from. */
export function placeDraftErrors(refusals: FieldError[], mask: DraftMask): DraftErrors {
  const placed = noDraftErrors();
  for (const { pointer = '', message } of refusals) {
    const place = placeOf(pointer, mask);
    const [first, second] = place.at === 'field' ? place.name.split('.') : [];
    if (place.at === 'partner') placed.head.partnerId ??= message;
    else if (first && second) (placed.rows[first] ??= {})[second as DraftRowField] ??= message;
    else if (first) placed.head[first as DraftHeadField] ??= message;
    else placed.general.push(message);
  }
  return placed;
}
