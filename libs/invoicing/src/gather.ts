import { findClient, listBankAccounts, settingOn, taxKeysOn } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { type FieldRefusal, type LocalDate, monthOf, yearOf } from '@lib/kernel';
import { checkEntry, loadBook } from '@lib/ledger';
import { addressesOf, addressOn, type Partner, partnerOf } from '@lib/partners';
import type { InvoiceFacts } from './invoice-facts.js';
import { type OwnInvoice, type OwnTotals, plainRate, totalsOf, type VatCategoryCode } from './own-invoice.js';
import type { Buyer, ElectronicAddress, Seller, SellerAccount } from './parties.js';
import type { VatAccounts } from './posting-of.js';
import { creditableOf } from './invoicing.store.js';
import { whatIsMissing } from './what-is-missing.js';

/** Everything that a draft becomes an invoice with on a day, and what stands against it. */
export interface Gathered {
  partner: Partner;
  totals: OwnTotals;
  facts: Omit<InvoiceFacts, 'number'>;
  vat: VatAccounts;
  cashAccounts: (string | null)[];
  refusals: FieldRefusal[];
}

const USUAL_TERM_DAYS = 30;

/** @throws Problem NotFound for a partner of another client */
export async function gather(tx: ClientTx, draft: OwnInvoice, issueDate: LocalDate): Promise<Gathered> {
  const supply = draft.serviceTo ?? draft.serviceFrom ?? issueDate;
  const seller = await sellerOn(tx, issueDate);
  const account = await accountOf(tx, draft.bankAccountId);
  const partner = await partnerOf(tx, draft.partnerId);
  const buyer = await buyerOn(tx, partner, issueDate);
  const { rates, vat } = await vatOn(tx, supply);
  const cashAccounts = await cashAccountsOf(tx, draft);
  const preceding = await precedingOf(tx, draft);
  const creditable = preceding === null ? null : await creditableOf(tx, draft.corrects!);
  const buyerReference =
    draft.buyerReference ?? buyer.leitwegId ?? (partner.kind === 'public-body' ? null : partner.number);
  const dueOn = draft.dueOn ?? addDays(issueDate, await termDays(tx, partner, issueDate));
  const totals = totalsOf(draft.lines);
  const refusals = whatIsMissing(draft, totals, {
    seller,
    account,
    buyer: { ...buyer, active: partner.active },
    buyerReference,
    preceding,
    creditable,
    issueDate,
    dueOn,
    rates,
    cashAccounts,
    liableToVat: (await findClient(tx, tx.clientId))!.vatStatus === 'regular',
  });
  refusals.push(...(await ledgerRefusals(tx, draft, totals, issueDate)));
  return {
    partner,
    totals,
    facts: { issueDate, dueOn, draft, totals, seller, account, buyer, buyerReference: buyerReference ?? '', preceding },
    vat,
    cashAccounts,
    refusals,
  };
}

/** What the books have against the lines: accounts, products and cost centres that are unknown, locked or missing. */
async function ledgerRefusals(
  tx: ClientTx,
  draft: OwnInvoice,
  totals: OwnTotals,
  day: LocalDate,
): Promise<FieldRefusal[]> {
  const lines = draft.lines.map(({ account, product, costCentre, text }, index) => ({
    account,
    product,
    costCentre,
    cashAccount: null,
    amount: -(totals.lines[index] || 1n),
    text,
  }));
  const entry = {
    fiscalYear: yearOf(day),
    period: monthOf(day),
    bookingDate: day,
    kind: 'regular' as const,
    text: '',
    reference: '',
    lines,
  };
  const refusals = checkEntry(entry, await loadBook(tx, entry));
  return refusals.filter((refusal) => /^\/lines\/\d+\/(account|product|costCentre)$/.test(refusal.pointer));
}

export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

async function termDays(tx: ClientTx, partner: Partner, day: LocalDate): Promise<number> {
  if (partner.paymentTermDays !== null) return partner.paymentTermDays;
  const days = await settingOn(tx, 'payments.termDays', day);
  return typeof days === 'number' ? days : USUAL_TERM_DAYS;
}

async function sellerOn(tx: ClientTx, day: LocalDate): Promise<Seller> {
  const client = (await findClient(tx, tx.clientId))!;
  const setting = async (key: string): Promise<string | null> => {
    const value = await settingOn(tx, `invoicing.${key}`, day);
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  const email = (await setting('contactEmail')) ?? client.email;
  return {
    name: client.name,
    address: client.address,
    department: await setting('department'),
    officialKey: (await setting('sellerNumber')) ?? client.officialKey,
    vatId: client.vatId,
    taxNumber: await setting('taxNumber'),
    creditorIdentifier: client.creditorIdentifier,
    contact: { name: await setting('contactName'), phone: (await setting('contactPhone')) ?? client.phone, email },
    endpoint: email === null ? null : { scheme: 'EM', value: email },
    colour: client.colour,
    arms: armsSvg(client.arms),
  };
}

const SVG_URI = /^data:image\/svg\+xml(;charset=utf-8)?(;base64)?,/i;

/** The SVG text of arms kept as a data URI; other pictures are left out. */
function armsSvg(arms: string | null): string | null {
  const match = arms === null ? null : SVG_URI.exec(arms);
  if (!arms || !match) return null;
  const body = arms.slice(match[0].length);
  return match[2] ? Buffer.from(body, 'base64').toString('utf8') : decodeURIComponent(body);
}

async function accountOf(tx: ClientTx, id: string | null): Promise<SellerAccount | null> {
  const accounts = (await listBankAccounts(tx)).filter((account) => account.active);
  const chosen = id === null ? accounts[0] : accounts.find((account) => account.id === id);
  return chosen ? { name: chosen.name, iban: chosen.iban, bic: chosen.bic } : null;
}

async function buyerOn(tx: ClientTx, partner: Partner, day: LocalDate): Promise<Buyer> {
  const address = addressOn(await addressesOf(tx, partner.id), day);
  return {
    number: partner.number,
    kind: partner.kind,
    name: partner.name,
    vatId: partner.vatId,
    leitwegId: partner.leitwegId,
    endpoint: endpointOf(partner),
    address: address
      ? {
          street: address.street,
          addition: address.addition,
          postalCode: address.postalCode,
          city: address.city,
          country: address.country,
        }
      : null,
  };
}

/** BT-49: what the partner asked for, else where the file can go. */
function endpointOf(partner: Partner): ElectronicAddress | null {
  if (partner.endpoint !== null && partner.endpointScheme !== null) {
    return { scheme: partner.endpointScheme, value: partner.endpoint };
  }
  if (partner.leitwegId !== null) return { scheme: '0204', value: partner.leitwegId };
  return partner.email === null ? null : { scheme: 'EM', value: partner.email };
}

const UNTAXED = [
  ['E', 'output-exempt'],
  ['Z', 'output-zero'],
  ['AE', 'output-reverse-charge'],
] as const;

/** Rates and keys of the day of supply: a rate without a key is none that the client can bill. */
async function vatOn(tx: ClientTx, day: LocalDate): Promise<{ rates: string[]; vat: VatAccounts }> {
  const setting = async (key: string, usual: string): Promise<string> => {
    const value = await settingOn(tx, key, day);
    return typeof value === 'string' ? value : usual;
  };
  const standard = plainRate(await setting('vat.standardRate', '19'));
  const reduced = plainRate(await setting('vat.reducedRate', '7'));
  const keys = await taxKeysOn(tx, day);
  const byRate = new Map<string, { account: string; code: string }>();
  for (const [rate, own] of [
    [standard, 'invoicing.standardVatAccount'],
    [reduced, 'invoicing.reducedVatAccount'],
  ] as const) {
    const key = keys.find('output', rate);
    if (key?.account) byRate.set(rate, { code: key.code, account: await setting(own, key.account) });
  }
  const untaxed = new Map<VatCategoryCode, string>();
  for (const [category, usage] of UNTAXED) {
    const key = keys.find(usage, '0');
    if (key) untaxed.set(category, key.code);
  }
  return {
    rates: [...byRate.keys()],
    vat: {
      byRate,
      untaxed,
      cashAccount: await setting('invoicing.vatCashAccount', '6592'),
    },
  };
}

/** '' for an account that the books do not know: they say so themselves. */
async function cashAccountsOf(tx: ClientTx, draft: OwnInvoice): Promise<(string | null)[]> {
  const rows = await tx.query<{ number: string; cash: string | null }>(
    'select number, default_cash_account as cash from account where client_id = $1 and number = any ($2)',
    [tx.clientId, draft.lines.map((line) => line.account)],
  );
  const cash = new Map(rows.map((row) => [row.number, row.cash]));
  return draft.lines.map((line) => (cash.has(line.account) ? cash.get(line.account)! : ''));
}

async function precedingOf(tx: ClientTx, draft: OwnInvoice): Promise<InvoiceFacts['preceding']> {
  if (draft.corrects === null) return null;
  const [row] = await tx.query<{ number: string; issueDate: LocalDate }>(
    `select number, issue_date as "issueDate" from outgoing_invoice
     where client_id = $1 and id = $2 and partner_id = $3 and state <> 'draft'`,
    [tx.clientId, draft.corrects, draft.partnerId],
  );
  return row ?? null;
}
