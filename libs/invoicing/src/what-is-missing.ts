import { checkIban, codeLists, decimalOf } from '@lib/einvoice';
import { type Cents, type FieldRefusal, formatEuro, type LocalDate, type Params } from '@lib/kernel';
import { asksForMoney, type OwnInvoice, type OwnTotals, plainRate } from './own-invoice.js';
import type { Buyer, Seller, SellerAccount } from './parties.js';
import type { invoicingProblems } from './problems.js';

/** What a draft is held against before it goes out. */
export interface Surroundings {
  seller: Seller;
  account: SellerAccount | null;
  buyer: Buyer & { active: boolean };
  buyerReference: string | null;
  /** The issued invoice that the draft belongs to, if it is there and went to the same partner. */
  preceding: object | null;
  /** What is left of that invoice after earlier credit notes and corrections; null where there is none. Cents. */
  creditable: Cents | null;
  issueDate: LocalDate;
  dueOn: LocalDate;
  /** Rates in force at the time of supply, per cent. */
  rates: readonly string[];
  /** Cash-flow account of each line's revenue account; null where the account has none or does not exist. */
  cashAccounts: readonly (string | null)[];
  /** Whether the client is taxed as a rule: nobody else may state tax (§§ 14c(2), 19 UStG). */
  liableToVat: boolean;
}

type Code = keyof typeof invoicingProblems;

/**
 * Everything that stands against issuing a draft, each with the field that mends it: fields of the draft by their pointer,
 * the client's own data under `/seller`, the partner under `/partnerId`. An empty list passes the rules of XRechnung.
 */
export function whatIsMissing(draft: OwnInvoice, totals: OwnTotals, around: Surroundings): FieldRefusal[] {
  const refusals: FieldRefusal[] = [];
  const refuse = (pointer: string, code: Code, params: Params = {}): void => {
    refusals.push({ pointer, code, params });
  };
  checkSeller(draft, totals, around, refuse);
  checkBuyer(totals, around, refuse);
  checkMatter(draft, totals, around, refuse);
  checkLines(draft, around, refuse);
  return refusals;
}

type Refuse = (pointer: string, code: Code, params?: Params) => void;

const blank = (text: string | null | undefined): boolean => text === null || text === undefined || text.trim() === '';
/** BR-CO-09: a VAT id begins with its country; Greece writes EL. */
const isVatId = (id: string): boolean =>
  /^[A-Z]{2}[0-9A-Za-z+*]{2,13}$/.test(id) && (codeLists.COUNTRIES.has(id.slice(0, 2)) || id.startsWith('EL'));
const isMail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

function checkSeller(draft: OwnInvoice, totals: OwnTotals, { seller, account }: Surroundings, refuse: Refuse): void {
  if (blank(seller.address.street) || blank(seller.address.postcode) || blank(seller.address.city)) {
    refuse('/seller/address', 'SellerAddressMissing');
  }
  const { name, phone, email } = seller.contact;
  // BR-DE-27 and BR-DE-28: three digits at least, one @ with something on both sides
  const reachable = (phone ?? '').replace(/\D/g, '').length >= 3 && isMail(email ?? '');
  if (blank(name) || !reachable || seller.endpoint === null) refuse('/seller/contact', 'SellerContactMissing');
  const silent = totals.groups.some((group) => group.category === 'O');
  if (!silent && draft.lines.length > 0 && blank(seller.vatId) && blank(seller.taxNumber)) {
    refuse('/seller/taxNumber', 'SellerTaxIdMissing');
  }
  if (!silent && seller.vatId !== null && !isVatId(seller.vatId)) {
    refuse('/seller/vatId', 'VatIdWrong', { value: seller.vatId });
  }
  if ((silent || blank(seller.vatId)) && blank(seller.officialKey)) refuse('/seller/officialKey', 'SellerIdMissing');
  if (!asksForMoney(draft, totals)) return;
  if (draft.method === 'direct-debit') {
    if (blank(seller.creditorIdentifier)) refuse('/seller/creditorIdentifier', 'CreditorIdentifierMissing');
    if (draft.mandate === null) refuse('/mandate', 'MandateMissing');
    else if (!checkIban(draft.mandate.iban).valid) {
      refuse('/mandate/iban', 'MandateIbanWrong', { value: draft.mandate.iban });
    }
  } else if (account === null) refuse('/bankAccountId', 'SellerBankAccountMissing');
}

function checkBuyer(totals: OwnTotals, { buyer, buyerReference }: Surroundings, refuse: Refuse): void {
  const value = buyer.name;
  if (!buyer.active) refuse('/partnerId', 'BuyerInactive', { value });
  if (blank(buyer.address?.postalCode) || blank(buyer.address?.city)) {
    refuse('/partnerId', 'BuyerAddressMissing', { value });
  }
  if (buyerReference === null) refuse('/buyerReference', 'BuyerReferenceMissing', { value });
  if (buyer.address && !codeLists.COUNTRIES.has(buyer.address.country)) {
    refuse('/partnerId', 'BuyerAddressMissing', { value });
  }
  const { endpoint } = buyer;
  if (endpoint === null || blank(endpoint.value) || !codeLists.ELECTRONIC_ADDRESSES.has(endpoint.scheme)) {
    refuse('/partnerId', 'BuyerEndpointMissing', { value });
  }
  const silent = totals.groups.some((group) => group.category === 'O');
  if (!silent && buyer.vatId !== null && !isVatId(buyer.vatId)) {
    refuse('/partnerId', 'VatIdWrong', { value: buyer.vatId });
  }
  if (totals.groups.some((group) => group.category === 'AE') && blank(buyer.vatId)) {
    refuse('/partnerId', 'BuyerVatIdMissing', { value });
  }
}

function checkMatter(draft: OwnInvoice, totals: OwnTotals, around: Surroundings, refuse: Refuse): void {
  if (draft.serviceFrom === null && draft.serviceTo === null) refuse('/serviceFrom', 'ServiceDateMissing');
  if (draft.serviceFrom !== null && draft.serviceTo !== null && draft.serviceTo < draft.serviceFrom) {
    refuse('/serviceTo', 'PeriodBackwards');
  }
  if (around.dueOn < around.issueDate) refuse('/dueOn', 'DueBeforeIssue', { value: around.dueOn });
  if (draft.kind !== 'invoice' && around.preceding === null) refuse('/corrects', 'CorrectedInvoiceMissing');
  const credited = draft.kind === 'credit-note' ? totals.gross : draft.kind === 'correction' ? -totals.gross : 0n;
  if (around.creditable !== null && credited > 0n && credited > around.creditable) {
    refuse('/lines', 'CreditTooLarge', { left: formatEuro(around.creditable), credited: formatEuro(credited) });
  }
  if (draft.lines.length === 0) refuse('/lines', 'NoLines');
  else if (totals.gross === 0n || (draft.kind !== 'correction' && totals.gross < 0n)) refuse('/lines', 'NothingToPay');
  if (totals.groups.length > 1 && totals.groups.some((group) => group.category === 'O')) {
    refuse('/lines', 'MixedWithOutOfScope');
  }
  checkSkonto(draft, around, refuse);
}

function checkSkonto(draft: OwnInvoice, { issueDate, dueOn }: Surroundings, refuse: Refuse): void {
  const last = daysBetween(issueDate, dueOn);
  draft.skonto.forEach((stage, index) => {
    const before = draft.skonto[index - 1];
    const percent = decimalOf(stage.percent);
    const smaller = !before || (stage.days > before.days && percent?.lt(decimalOf(before.percent) ?? 0));
    const fits = draft.kind === 'invoice' && draft.method === 'transfer' && percent?.gt(0) && percent.lt(100);
    if (!fits || !smaller || stage.days > last) refuse(`/skonto/${index}`, 'SkontoWrong');
  });
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function checkLines(draft: OwnInvoice, { rates, cashAccounts, liableToVat }: Surroundings, refuse: Refuse): void {
  draft.lines.forEach((line, index) => {
    const at = `/lines/${index}`;
    const rate = plainRate(line.vat.rate);
    if (line.vat.category === 'S' && !liableToVat) refuse(`${at}/vat/category`, 'VatNotOwed');
    if (line.vat.category === 'S' ? !rates.includes(rate) : rate !== '0') {
      refuse(`${at}/vat/rate`, 'VatRateUnknown', {
        value: rate,
        known: line.vat.category === 'S' ? rates.join(', ') : '0',
      });
    }
    if (blank(line.text)) refuse(`${at}/text`, 'LineTextMissing');
    if (!codeLists.UNITS.has(line.unit)) refuse(`${at}/unit`, 'UnitUnknown', { value: line.unit });
    if (line.vat.category === 'E' && blank(line.vat.reason)) refuse(`${at}/vat/reason`, 'ExemptionReasonMissing');
    if (line.serviceFrom !== null && line.serviceTo !== null && line.serviceTo < line.serviceFrom) {
      refuse(`${at}/serviceTo`, 'PeriodBackwards');
    }
    // PEPPOL-EN16931-R110 and R111
    const [from, to] = [line.serviceFrom, line.serviceTo];
    if (from !== null && draft.serviceFrom !== null && from < draft.serviceFrom) {
      refuse(`${at}/serviceFrom`, 'LinePeriodOutside');
    }
    if (to !== null && draft.serviceTo !== null && to > draft.serviceTo) refuse(`${at}/serviceTo`, 'LinePeriodOutside');
    if (cashAccounts[index] === null) refuse(`${at}/account`, 'CashAccountUnset', { value: line.account });
  });
}
