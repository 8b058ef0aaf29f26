import type { Account, Entry, EntryIn, LineIn, PartialEntry } from '../../api/types';
import type { Day } from '../../lib/dates';
import { type Cents, fromApi, fromApiOrZero, sum, toApi } from '../../lib/money';

/**
 * One line of the booking mask. A positive amount stands in the debit of `account` and, if a contra account is given,
 * in the credit of that; a negative one the other way round. Without contra account the line is one side of a
 * collective entry.
 */
export interface MaskRow {
  id: string;
  amount: Cents | null;
  contra: string;
  account: string;
  product: string;
  costCentre: string;
  /** Empty means: as proposed, see `cashAccountOf`. */
  cashAccount: string;
  text: string;
}

export type MaskKind = NonNullable<EntryIn['kind']>;

export interface Mask {
  /** Kept over retries; a new one begins with each new entry. */
  idempotencyKey: string;
  bookingDate: Day | null;
  reference: string;
  /** Date of the voucher. */
  documentDate: Day | null;
  kind: MaskKind;
  /** Why an opening entry corrects what is open already. */
  correction: string;
  rows: MaskRow[];
}

export type RowField = Exclude<keyof MaskRow, 'id'>;
export type Accounts = ReadonlyMap<string, Account>;

export const emptyRow = (amount: Cents | null = null): MaskRow => ({
  id: crypto.randomUUID(),
  amount,
  contra: '',
  account: '',
  product: '',
  costCentre: '',
  cashAccount: '',
  text: '',
});

export const emptyMask = (keep: Partial<Pick<Mask, 'bookingDate' | 'reference' | 'documentDate'>> = {}): Mask => ({
  idempotencyKey: crypto.randomUUID(),
  bookingDate: keep.bookingDate ?? null,
  reference: keep.reference ?? '',
  documentDate: keep.documentDate ?? null,
  kind: 'regular',
  correction: '',
  rows: [emptyRow()],
});

export const isRowEmpty = (row: MaskRow): boolean =>
  row.amount === null && !row.contra && !row.account && !row.product && !row.costCentre && !row.text;

export const isMaskEmpty = (mask: Mask): boolean => mask.rows.every(isRowEmpty);

const filledRows = (mask: Mask): MaskRow[] => mask.rows.filter((row) => !isRowEmpty(row));

export interface Totals {
  debit: Cents;
  credit: Cents;
  /** Debit less credit; zero when the entry balances. */
  difference: Cents;
}

export function totalsOf(mask: Mask): Totals {
  const lines = mask.rows.flatMap((row) => sidesOf(row));
  const debit = sum(lines.filter((line) => line.cents > 0n).map((line) => line.cents));
  const credit = sum(lines.filter((line) => line.cents < 0n).map((line) => -line.cents));
  return { debit, credit, difference: debit - credit };
}

interface Side {
  side: 'account' | 'contra';
  account: string;
  cents: Cents;
}

/** The one or two sides of a line, debit positive. */
export function sidesOf(row: MaskRow): Side[] {
  if (row.amount === null) return [];
  const main: Side = { side: 'account', account: row.account, cents: row.amount };
  return row.contra ? [main, { side: 'contra', account: row.contra, cents: -row.amount }] : [main];
}

export const needsCashAccount = (row: MaskRow, accounts: Accounts): boolean =>
  [row.account, row.contra].some((number) => accounts.get(number)?.liquid);

/** The cash-flow account of a line on liquid funds: as typed, else the usual one of the account on the other side. */
export function cashAccountOf(row: MaskRow, mask: Mask, accounts: Accounts): string {
  if (row.cashAccount || !needsCashAccount(row, accounts)) return row.cashAccount;
  const own = [row.account, row.contra];
  const others = mask.rows.filter((one) => one !== row).flatMap((one) => [one.account, one.contra]);
  for (const number of [...own, ...others]) {
    const account = accounts.get(number);
    if (account && !account.liquid && account.defaultCashAccount) return account.defaultCashAccount;
  }
  return '';
}

export interface BuiltEntry {
  entry: EntryIn;
  /** Which field of the mask each line of the entry came from, to show refusals where they belong. */
  origin: { row: string; side: Side['side'] }[];
}

/** The entry as the API wants it; incomplete masks give incomplete entries, fit for a draft. */
export function entryOf(mask: Mask, fiscalYear: number, accounts: Accounts): BuiltEntry {
  const rows = filledRows(mask);
  const text = rows.find((row) => row.text)?.text ?? '';
  const origin: BuiltEntry['origin'] = [];
  const lines = rows.flatMap((row) =>
    sidesOf(row).map((side) => {
      origin.push({ row: row.id, side: side.side });
      return lineOf(row, side, { text, mask, accounts });
    }),
  );
  const entry: EntryIn = { bookingDate: mask.bookingDate ?? '', fiscalYear, text, lines };
  if (mask.reference) entry.reference = mask.reference;
  if (mask.documentDate) entry.documentDate = mask.documentDate;
  if (mask.kind !== 'regular') entry.kind = mask.kind;
  if (mask.kind === 'opening' && mask.correction.trim()) entry.correction = mask.correction.trim();
  return { entry, origin };
}

function lineOf(
  row: MaskRow,
  side: Side,
  { text, mask, accounts }: { text: string; mask: Mask; accounts: Accounts },
): LineIn {
  const line: LineIn = { account: side.account };
  if (side.cents >= 0n) line.debit = toApi(side.cents);
  else line.credit = toApi(-side.cents);
  if (row.product) line.product = row.product;
  if (row.costCentre && carriesCostCentre(row, side)) line.costCentre = row.costCentre;
  if (accounts.get(side.account)?.liquid) {
    const cashAccount = cashAccountOf(row, mask, accounts);
    if (cashAccount) line.cashAccount = cashAccount;
  }
  if (row.text && row.text !== text) line.text = row.text;
  return line;
}

const isResultAccount = (number: string): boolean => /^[45]/.test(number);

/** Cost centres belong to income and expense; on a line between two balance sheet accounts, to the main account. */
function carriesCostCentre(row: MaskRow, side: Side): boolean {
  return isResultAccount(row.account) || isResultAccount(row.contra)
    ? isResultAccount(side.account)
    : side.side === 'account';
}

/** Fills a mask from a draft, a template or an entry; two lines of one amount become one line with contra account. */
export function maskOf(entry: PartialEntry): Mask {
  const lines = entry.lines ?? [];
  const text = entry.text ?? '';
  const pair = pairOf(lines);
  const rows = pair
    ? [rowOfPair(pair, text)]
    : lines.map((line, i) => rowOfLine(line, line.text ?? (i === 0 ? text : '')));
  return {
    ...emptyMask({
      bookingDate: entry.bookingDate || null,
      reference: entry.reference ?? '',
      documentDate: entry.documentDate ?? null,
    }),
    kind: entry.kind ?? 'regular',
    correction: entry.correction ?? '',
    rows: rows.length > 0 ? rows : [{ ...emptyRow(), text }],
  };
}

export const maskOfEntry = (entry: Entry): Mask => ({
  ...maskOf({
    text: entry.text,
    reference: entry.reference ?? undefined,
    lines: entry.lines.map((line) => ({
      account: line.account,
      debit: line.debit ?? undefined,
      credit: line.credit ?? undefined,
      product: line.product ?? undefined,
      costCentre: line.costCentre ?? undefined,
      cashAccount: line.cashAccount ?? undefined,
      text: line.text ?? undefined,
    })),
  }),
});

const centsOf = (line: LineIn): Cents => fromApiOrZero(line.debit) - fromApiOrZero(line.credit);

function pairOf(lines: LineIn[]): [main: LineIn, contra: LineIn] | null {
  const [first, second] = lines;
  if (lines.length !== 2 || !first || !second || centsOf(first) + centsOf(second) !== 0n) return null;
  if (first.cashAccount && !second.cashAccount) return [second, first];
  if (second.cashAccount && !first.cashAccount) return [first, second];
  return centsOf(first) >= 0n ? [first, second] : [second, first];
}

const rowOfPair = ([main, contra]: [LineIn, LineIn], text: string): MaskRow => ({
  ...rowOfLine(main, text),
  contra: contra.account,
  product: main.product ?? contra.product ?? '',
  costCentre: main.costCentre ?? contra.costCentre ?? '',
  cashAccount: main.cashAccount ?? contra.cashAccount ?? '',
});

const rowOfLine = (line: LineIn, text: string): MaskRow => ({
  ...emptyRow(line.debit ? fromApi(line.debit) : line.credit ? -fromApi(line.credit) : null),
  account: line.account,
  product: line.product ?? '',
  costCentre: line.costCentre ?? '',
  cashAccount: line.cashAccount ?? '',
  text,
});
