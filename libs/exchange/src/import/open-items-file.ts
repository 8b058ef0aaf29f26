import { type Account, listAccounts } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { type Cents, cut, formatEuro, yearOf } from '@lib/kernel';
import { type EntryWish, type Line, MAX_LINES } from '@lib/ledger';
import {
  type ItemOrigin,
  type PaymentMethod,
  raiseOpenItems,
  type RaiseWish,
  recordItemOrigins,
} from '@lib/open-items';
import { type DoingPerson, formerPartners, readIban } from '@lib/partners';
import { type FileRecord, fileRecords, type Shape, Taker } from './file-records.js';
import type { Findings } from './findings.js';
import { holdingAccountOf, openingSums } from './holding-accounts.js';
import type { ImportEntry, Notes } from './import-entry.js';
import type { ImportFormat } from './import-job.js';

const ITEMS = {
  columns: {
    number: ['Posten', 'Nummer', 'OP-Nummer'],
    partner: ['Geschäftspartner', 'Partnernummer', 'Debitor', 'Kreditor'],
    account: ['Konto', 'Sachkonto'],
    dueOn: ['Fällig', 'Fälligkeit', 'Fällig am'],
    reference: ['Kassenzeichen', 'Referenz', 'Rechnungsnummer'],
    text: ['Text', 'Verwendungszweck'],
    remaining: ['Offen', 'Restbetrag', 'Offener Betrag'],
    original: ['Ursprungsbetrag', 'Betrag'],
    originatedOn: ['Entstanden', 'Rechnungsdatum', 'Bescheiddatum'],
    dunningLevel: ['Mahnstufe'],
    lastDunnedOn: ['Letzte Mahnung'],
    method: ['Zahlweg'],
    iban: ['IBAN'],
    paymentBlock: ['Zahlsperre'],
    product: ['Produkt'],
    costCentre: ['Kostenstelle'],
    cashAccount: ['Finanzrechnungskonto'],
  },
  required: ['number', 'partner', 'account', 'dueOn', 'remaining'],
} as const satisfies Shape<string>;
type Key = keyof typeof ITEMS.columns;
type ItemRecord = FileRecord<Key>;

const METHODS: Readonly<Record<string, PaymentMethod>> = {
  transfer: 'transfer',
  überweisung: 'transfer',
  directdebit: 'direct-debit',
  lastschrift: 'direct-debit',
  clearing: 'clearing',
  verrechnung: 'clearing',
  none: 'none',
  ohne: 'none',
};
const CODE = /^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/;
const TEXT = 'Offene Posten aus dem Vorverfahren';
/** Lines of one entry: the items and, for each control account, what they are taken from. */
const ITEMS_OF_AN_ENTRY = MAX_LINES - 50;

export interface ItemsOrder {
  tx: ClientTx;
  format: ImportFormat;
  /** The day of the opening balances. */
  bookingDate: string;
  by: DoingPerson;
  findings: Findings;
  notes: Notes;
}

/** An item of the file, held against chart and partners. */
interface ReadItem {
  record: ItemRecord;
  control: Account;
  holding: Account;
  partner: string;
  wish: Omit<RaiseWish, 'partnerId'>;
  origin: Omit<ItemOrigin, 'itemId'>;
}

/**
 * Takes open items over. The opening balance of a control account stands on the account above it; the file must make up exactly
 * what stands there, and one transfer in the opening period puts each item in its place. So the control accounts are the sum of
 * their items from the first day, and a file that lacks an item, or comes twice, does not come in.
 */
export async function* openItemsFile(source: AsyncIterable<Buffer>, order: ItemsOrder): AsyncGenerator<ImportEntry[]> {
  const { findings, tx } = order;
  const items = await readItems(source, order);
  const partners = await partnersOf(tx, items, findings);
  await compareWithOpening(order, items);
  if (findings.any || items.length === 0) return;
  for (let from = 0; from < items.length; from += ITEMS_OF_AN_ENTRY) {
    const part = items.slice(from, from + ITEMS_OF_AN_ENTRY);
    yield [await transferOf(order, part, partners)];
  }
}

async function readItems(source: AsyncIterable<Buffer>, order: ItemsOrder): Promise<ReadItem[]> {
  const { tx, format, findings } = order;
  const take = new Taker(findings);
  const chart = new Map((await listAccounts(tx)).map((account) => [account.number, account]));
  const seen = new Set<string>();
  const items: ReadItem[] = [];
  for await (const record of fileRecords<Key>(source, format, findings, ITEMS)) {
    const item = itemOf(record, order, chart, take);
    if (!item) continue;
    if (seen.has(item.origin.number)) take.refuse(record.cell('number'), 'RecordTwice', { value: item.origin.number });
    seen.add(item.origin.number);
    items.push(item);
  }
  return items;
}

function itemOf(
  record: ItemRecord,
  { bookingDate }: ItemsOrder,
  chart: ReadonlyMap<string, Account>,
  take: Taker,
): ReadItem | undefined {
  const number = take.text(record.cell('number'), 60, true);
  const partner = take.text(record.cell('partner'), 40, true);
  const account = controlOf(record, chart, take);
  const remaining = take.amount(record.cell('remaining'), true);
  const original = take.amount(record.cell('original')) ?? remaining;
  const dueOn = take.day(record.cell('dueOn'), true);
  const share = shareOf(record, take);
  const origin = {
    number,
    originatedOn: take.day(record.cell('originatedOn')),
    dunningLevel: take.whole(record.cell('dunningLevel'), 0, 9) ?? 0,
    lastDunnedOn: take.day(record.cell('lastDunnedOn')),
  };
  const block = take.text(record.cell('paymentBlock'), 300);
  const wish = {
    reference: take.text(record.cell('reference'), 120),
    text: take.text(record.cell('text'), 500),
    method: take.choice(record.cell('method'), METHODS) ?? 'transfer',
    paymentBlock: block || null,
    raisedOn: bookingDate,
  } as const;
  if (block !== '' && block.length < 3) take.refuse(record.cell('paymentBlock'), 'TextTooShort', { limit: 3 });
  if (remaining === 0n) return take.refuse(record.cell('remaining'), 'AmountOutOfRange');
  if (remaining === null || original === null || !account || dueOn === null || number === '' || partner === '')
    return undefined;
  if (original < 0n !== remaining < 0n || size(original) < size(remaining))
    return take.refuse(record.cell('original'), 'MoreLeftThanRaised', {
      remaining: formatEuro(remaining),
      original: formatEuro(original),
    });
  const kind = account.control.control === 'creditors' ? ('liability' as const) : ('claim' as const);
  const signed = (amount: Cents): Cents => (kind === 'liability' ? -amount : amount);
  const amount = signed(remaining);
  return {
    record,
    ...account,
    partner,
    wish: {
      ...wish,
      kind,
      account: account.control.number,
      amount,
      dueOn,
      ...(share && { shares: [{ ...share, amount }] }),
    },
    origin: { ...origin, originalAmount: signed(original) },
  };
}

const size = (amount: Cents): Cents => (amount < 0n ? -amount : amount);

/** The control account of a record and where its opening balance stands. */
function controlOf(
  record: ItemRecord,
  chart: ReadonlyMap<string, Account>,
  take: Taker,
): { control: Account; holding: Account } | undefined {
  const cell = record.cell('account');
  const number = take.code(cell, /^\d{1,10}$/, true);
  if (number === null) return undefined;
  const control = chart.get(number);
  if (!control) return take.refuse(cell, 'AccountUnknown', { value: number });
  if (control.control === null) return take.refuse(cell, 'NoControlAccount', { value: number });
  if (control.locked) return take.refuse(cell, 'AccountLocked', { value: number });
  const holding = holdingAccountOf(control, (above) => chart.get(above));
  return holding ? { control, holding } : take.refuse(cell, 'NoHoldingAccount', { value: number });
}

/** What the payment to come will carry in the Finanzrechnung, where the file says it. */
function shareOf(
  record: ItemRecord,
  take: Taker,
): { product: string | null; costCentre: string | null; cashAccount: string } | undefined {
  const [product, costCentre] = [take.code(record.cell('product'), CODE), take.code(record.cell('costCentre'), CODE)];
  const cashAccount = take.code(record.cell('cashAccount'), /^[67]\d{1,9}$/);
  if (cashAccount !== null) return { product, costCentre, cashAccount };
  if (product !== null || costCentre !== null) take.refuse(record.cell('cashAccount'), 'ValueMissing');
  return undefined;
}

async function partnersOf(
  tx: ClientTx,
  items: readonly ReadItem[],
  findings: Findings,
): Promise<ReadonlyMap<string, { id: string }>> {
  const partners = await formerPartners(
    tx,
    items.map((item) => item.partner),
  );
  for (const { record, partner } of items) {
    if (partners.has(partner)) continue;
    const { line, column } = record.cell('partner');
    findings.add(line, column, 'PartnerNumberUnknown', { value: cut(partner, 40) });
  }
  await checkCodes(tx, items, findings);
  return partners;
}

/** Products, cost centres and cash-flow accounts that shares name are the client's. */
async function checkCodes(tx: ClientTx, items: readonly ReadItem[], findings: Findings): Promise<void> {
  const shares = items.flatMap(({ record, wish }) => (wish.shares ?? []).map((share) => ({ record, share })));
  if (shares.length === 0) return;
  const known = async (sql: string): Promise<Set<string>> =>
    new Set((await tx.query<{ code: string }>(sql, [tx.clientId])).map((row) => row.code));
  const products = await known('select code from product where client_id = $1 and postable');
  const centres = await known('select code from cost_centre where client_id = $1');
  const cash = await known(
    `select number as code from account where client_id = $1 and postable and kind in ('inpayment', 'outpayment')`,
  );
  const refuse = (record: ItemRecord, key: Key, code: string, value: string): void => {
    const { line, column } = record.cell(key);
    findings.add(line, column, code, { value });
  };
  for (const { record, share } of shares) {
    if (share.product !== null && !products.has(share.product))
      refuse(record, 'product', 'ProductUnknown', share.product);
    if (share.costCentre !== null && !centres.has(share.costCentre))
      refuse(record, 'costCentre', 'CostCentreUnknown', share.costCentre);
    if (!cash.has(share.cashAccount)) refuse(record, 'cashAccount', 'CashAccountUnknown', share.cashAccount);
  }
}

/** The items of an account make up its opening balance, to the cent; what other control accounts still hold is noted. */
async function compareWithOpening(order: ItemsOrder, items: readonly ReadItem[]): Promise<void> {
  const { tx, bookingDate, findings, notes } = order;
  const chart = await listAccounts(tx);
  const byNumber = new Map(chart.map((account) => [account.number, account]));
  const holding = new Map<string, { sum: Cents; first: ItemRecord | null }>();
  for (const account of chart) {
    const above = account.control === null ? undefined : holdingAccountOf(account, (number) => byNumber.get(number));
    if (above) holding.set(above.number, { sum: 0n, first: null });
  }
  for (const { record, holding: account, wish } of items) {
    const one = holding.get(account.number)!;
    one.sum += wish.amount;
    one.first ??= record;
  }
  const opening = await openingSums(tx, yearOf(bookingDate), [...holding.keys()]);
  for (const [value, { sum, first }] of holding) {
    const there = opening.get(value) ?? 0n;
    if (there === sum) continue;
    const params = {
      value,
      items: formatEuro(sum),
      opening: formatEuro(there),
      difference: formatEuro(sum - there),
    };
    if (first) findings.add(first.line, first.cell('remaining').column, 'ItemsDifferFromOpening', params);
    else notes.warnings.push({ line: null, column: null, code: 'OpeningWithoutItems', params });
  }
}

/** Raises the items of a part and gives the entry that puts them in the place of the sums above their accounts. */
async function transferOf(
  { tx, by, bookingDate, notes }: ItemsOrder,
  part: readonly ReadItem[],
  partners: ReadonlyMap<string, { id: string }>,
): Promise<ImportEntry> {
  const accounts = await confirmedAccounts(tx, part, partners);
  const raised = await raiseOpenItems(
    tx,
    part.map((item) => {
      const partnerId = partners.get(item.partner)!.id;
      return { ...item.wish, partnerId, bankAccountNo: accountOf(item, partnerId, accounts, notes) };
    }),
    by,
  );
  await recordItemOrigins(
    tx,
    part.map(({ origin }, index) => ({ ...origin, itemId: raised[index]!.id })),
  );
  const lines = part.map(({ wish, origin }, index): Line => ({
    account: wish.account,
    product: null,
    costCentre: null,
    cashAccount: null,
    amount: wish.amount,
    text: cut(`${origin.number} ${wish.reference ?? ''}`.trim(), 500),
    openItem: raised[index]!.id,
  }));
  const sums = new Map<string, Cents>();
  for (const { holding, wish } of part) sums.set(holding.number, (sums.get(holding.number) ?? 0n) + wish.amount);
  for (const [account, sum] of sums) {
    if (sum === 0n) continue;
    lines.push({ account, product: null, costCentre: null, cashAccount: null, amount: -sum, text: TEXT });
  }
  return { wish: entryOf(bookingDate, lines), idempotencyKey: null, place: placeIn(part) };
}

const entryOf = (bookingDate: string, lines: Line[]): EntryWish => ({
  fiscalYear: yearOf(bookingDate),
  period: 0,
  bookingDate,
  kind: 'opening',
  // What stands above the control accounts is open already; this entry only parts it.
  correction: TEXT,
  text: TEXT,
  reference: '',
  lines,
});

const placeIn =
  (part: readonly ReadItem[]): ImportEntry['place'] =>
  (pointer) => {
    const record = part[Number(pointer.split('/')[2] ?? NaN)]?.record;
    return record ? { line: record.line, column: record.cell('account').column } : { line: null, column: null };
  };

/** Confirmed bank accounts that the items name: nothing is paid to any other. */
async function confirmedAccounts(
  tx: ClientTx,
  part: readonly ReadItem[],
  partners: ReadonlyMap<string, { id: string }>,
): Promise<Map<string, number>> {
  const ids = part
    .filter(({ record }) => record.cell('iban').text !== '')
    .map((item) => partners.get(item.partner)!.id);
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ partner: string; iban: string; no: number }>(
    `select partner_id as partner, iban, no from partner_bank_account
     where client_id = $1 and partner_id = any ($2::uuid[]) and state = 'confirmed'`,
    [tx.clientId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ partner, iban, no }) => [`${partner} ${iban}`, no]));
}

function accountOf(
  { record }: ReadItem,
  partnerId: string,
  confirmed: ReadonlyMap<string, number>,
  notes: Notes,
): number | null {
  const { text, line, column } = record.cell('iban');
  if (text === '') return null;
  const no = confirmed.get(`${partnerId} ${readIban(text) ?? ''}`) ?? null;
  if (no === null)
    notes.warnings.push({ line, column, code: 'ItemAccountNotConfirmed', params: { value: cut(text, 40) } });
  return no;
}
