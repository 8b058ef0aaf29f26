import { taxKeysOn } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { cut, type FieldRefusal, formatEuro, type LocalDate, monthOf, plainText, yearOf } from '@lib/kernel';
import { checkEntry, type EntryWish, isVoucherDate, loadBook, refused, remainingOf } from '@lib/ledger';
import { absolute, checkCoding, type Coding, isCollective, partnersOf, readCoding } from '../coding/coding.js';
import { buildLiability, type EarlierDocument, endOfYear, type Liability } from '../coding/liability.js';
import { decisionProblems } from '../decisions/problems.js';
import type { Document } from '../document/document.store.js';
import {
  amountsOf,
  bookedLines,
  clearedElsewhere,
  isMoneyBack,
  itemsByIds,
  itemsOfDocument,
  plansOfDocument,
  replacedBy,
} from './document-facts.js';
import { cashAccounts, purchaseSettings } from './purchase-accounts.js';
import { isFromTheUnion, suppliedOn, taxFactsOf, taxFaults, taxPointsOf } from './tax-of-document.js';

/** Why an item must not be paid yet; German because people read it in lists for years. */
export const BLOCKS = {
  bankAccount: 'Bankverbindung nicht bestätigt',
  directDebit: 'Lastschrift: der Lieferant zieht ein',
  retention: 'Sicherheitseinbehalt',
  alreadyPaid: 'bereits bezahlt',
} as const;

/** The coding of a document, read. @throws Problem CodingMissing */
export function codingOf(document: Pick<Document, 'coding'>): Coding {
  if (document.coding === null || document.coding === undefined) throw decisionProblems.CodingMissing();
  const read = readCoding(document.coding);
  if (!read.ok) throw refused(read.error, true);
  return read.value;
}

/**
 * Everything that stands against a coding apart from the period: sums, shares, accounts, products, recipients, earlier
 * invoices. The pointers are those of the coding.
 */
export async function faultsOf(tx: ClientTx, document: Document, coding: Coding): Promise<FieldRefusal[]> {
  const amounts = amountsOf(document);
  if (amounts === null) return [{ pointer: '/lines', code: 'DocumentAmountMissing', params: {} }];
  const refusals = checkCoding(coding, amounts);
  const lines = coding.lines.map((line) => ({
    account: line.account,
    product: line.product,
    costCentre: line.costCentre,
    cashAccount: null,
    amount: line.gross === 0n ? 1n : line.gross,
    text: '',
  }));
  const settled = coding.prepaid.filter((part) => part.account !== null);
  const wish: EntryWish = {
    fiscalYear: 0,
    period: 1,
    bookingDate: '',
    kind: 'regular',
    text: coding.text,
    reference: '',
    lines: [
      ...lines,
      ...settled.map((part) => ({
        ...lines[0]!,
        account: part.account!,
        product: part.product,
        costCentre: null,
        amount: 1n,
      })),
      ...(coding.accrual
        ? [{ ...lines[0]!, account: coding.accrual.account, product: null, costCentre: null, amount: 1n }]
        : []),
    ],
  };
  if (lines.length > 0)
    for (const refusal of checkEntry(wish, await loadBook(tx, wish))) {
      const match = /^\/lines\/(\d+)\/(.+)$/.exec(refusal.pointer);
      if (!match) continue;
      const index = Number(match[1]);
      if (index < lines.length) refusals.push(refusal);
      else if (index < lines.length + settled.length)
        refusals.push({
          ...refusal,
          pointer: `/prepaid/${coding.prepaid.indexOf(settled[index - lines.length]!)}/${match[2]}`,
        });
      else refusals.push({ ...refusal, pointer: `/accrual/${match[2]}` });
    }
  if (amounts.payable !== 0n) refusals.push(...(await withoutCashAccount(tx, coding)));
  refusals.push(...(await unknownReferences(tx, document, coding)));
  if (coding.lines.some((line) => line.vat.treatment !== 'sovereign')) {
    const [client] = await tx.query<{ liable: boolean }>(
      `select vat_status = 'regular' as liable from client where id = $1`,
      [tx.clientId],
    );
    refusals.push(
      ...taxFaults(coding, {
        liableToVat: client?.liable ?? false,
        keys: await taxKeysOn(tx, suppliedOn(taxFactsOf(document, coding))),
        fromTheUnion: await isFromTheUnion(tx, coding.partnerId),
      }),
    );
  }
  return refusals;
}

async function withoutCashAccount(tx: ClientTx, coding: Coding): Promise<FieldRefusal[]> {
  const cashOf = await cashAccounts(
    tx,
    coding.lines.map((line) => line.account),
  );
  const chosen = coding.lines.flatMap((line) => line.cashAccount ?? []);
  const known = new Set(
    (
      await tx.query<{ number: string }>(
        `select number from account where client_id = $1 and number = any ($2) and kind in ('inpayment', 'outpayment') and postable`,
        [tx.clientId, chosen],
      )
    ).map((row) => row.number),
  );
  return coding.lines.flatMap((line, index): FieldRefusal[] => {
    const pointer = `/lines/${index}/cashAccount`;
    if (line.cashAccount !== null)
      return known.has(line.cashAccount)
        ? []
        : [{ pointer, code: 'CashAccountUnknown', params: { value: line.cashAccount } }];
    if (cashOf(line.account) !== null || line.account === '') return [];
    return [{ pointer, code: 'CashAccountUnresolved', params: { value: line.account } }];
  });
}

async function unknownReferences(tx: ClientTx, document: Document, coding: Coding): Promise<FieldRefusal[]> {
  const refusals: FieldRefusal[] = [];
  const partners = partnersOf(coding);
  const known = new Set(
    (
      await tx.query<{ id: string }>('select id from partner where client_id = $1 and id = any ($2::uuid[])', [
        tx.clientId,
        partners,
      ])
    ).map((row) => row.id),
  );
  if (coding.partnerId !== null && !known.has(coding.partnerId))
    refusals.push({ pointer: '/partnerId', code: 'PartnerUnknown', params: {} });
  coding.lines.forEach((line, index) => {
    if (line.partnerId !== null && !known.has(line.partnerId))
      refusals.push({ pointer: `/lines/${index}/partnerId`, code: 'PartnerUnknown', params: {} });
  });
  const items = await itemsByIds(
    tx,
    coding.offsets.map((offset) => offset.itemId),
  );
  coding.offsets.forEach((offset, index) => {
    const item = items.get(offset.itemId);
    const most = item ? -item.balance : 0n;
    if (
      !item ||
      item.partnerId !== coding.partnerId ||
      item.state !== 'open' ||
      offset.amount <= 0n ||
      offset.amount > most
    )
      refusals.push({ pointer: `/offsets/${index}`, code: 'OffsetUnknown', params: {} });
  });
  const earlier = coding.prepaid.flatMap((part) => part.documentId ?? []);
  const cleared = await clearedElsewhere(tx, document.id, earlier);
  for (const [index, { documentId, amount }] of coding.prepaid.entries()) {
    if (documentId === null) continue;
    const refuse = (code: string, params: FieldRefusal['params'] = {}): void =>
      void refusals.push({ pointer: `/prepaid/${index}/documentId`, code, params });
    if (documentId === document.id || (await bookedLines(tx, documentId)).length === 0) {
      refuse('PrepaidUnknown');
      continue;
    }
    const before = cleared.get(documentId)!;
    before.cleared += absolute(amount);
    if (before.cleared > before.gross)
      refuse('PrepaidTwice', { gross: formatEuro(before.gross), cleared: formatEuro(before.cleared) });
  }
  if (coding.correction === 'replacement') {
    const known = document.corrects !== null && (await bookedLines(tx, document.corrects)).length > 0;
    const other = known ? await replacedBy(tx, document.id, document.corrects!) : null;
    if (!known) refusals.push({ pointer: '/correction', code: 'CorrectionUnknown', params: {} });
    else if (other !== null)
      refusals.push({ pointer: '/correction', code: 'CorrectedBefore', params: { number: other } });
  }
  return refusals;
}

export interface PlannedBooking extends Liability {
  entry: EntryWish;
  /** In which month the lines of a tax key are declared. */
  taxPointOf: (code: string) => LocalDate;
}

/** What posting a coded document will write, on a booking date. Item lines name no item yet. */
export async function planBooking(
  tx: ClientTx,
  document: Document,
  coding: Coding,
  bookingDate: LocalDate,
): Promise<PlannedBooking> {
  const amounts = amountsOf(document)!;
  const taxFacts = taxFactsOf(document, coding);
  const fromTheUnion = await isFromTheUnion(tx, coding.partnerId);
  const settings = await purchaseSettings(tx, bookingDate, { fromTheUnion, suppliedOn: suppliedOn(taxFacts) });
  const cashOf = await cashAccounts(
    tx,
    coding.lines.map((line) => line.account),
  );
  const banks = await confirmedBanks(tx, document, coding);
  const earlier = new Map<string, EarlierDocument>();
  for (const part of coding.prepaid)
    if (part.documentId !== null) earlier.set(part.documentId, await earlierDocument(tx, part.documentId));
  const offsets = await itemsByIds(
    tx,
    coding.offsets.map((offset) => offset.itemId),
  );
  const original =
    coding.correction === 'replacement' && document.corrects !== null
      ? {
          ...(await earlierDocument(tx, document.corrects)),
          items: (await itemsOfDocument(tx, document.corrects)).filter((item) => item.state === 'open'),
        }
      : null;
  const percent = (rate: string): string => `${rate.replace('.', ',')} %`;
  const liability = buildLiability(coding, {
    bookingDate,
    yearEnd: endOfYear(bookingDate),
    moneyBack: isMoneyBack(document),
    ...amounts,
    accounts: settings.accounts,
    taxKeyOf: settings.taxKeyOf,
    cashAccountOf: cashOf,
    earlier: (id) => earlier.get(id) ?? { lines: [], plans: [] },
    accountOfItem: (id) => offsets.get(id)?.account ?? settings.accounts.creditors,
    original,
    corrected: document.corrects === null ? null : (original ?? (await earlierDocument(tx, document.corrects))),
    bankOf: (partnerId) => banks.get(partnerId) ?? { no: null, block: BLOCKS.bankAccount },
    words: {
      alreadyPaid: BLOCKS.alreadyPaid,
      retention: BLOCKS.retention,
      directDebit: BLOCKS.directDebit,
      inputTax: (rate) => `Vorsteuer ${percent(rate)}`,
      outputTax: (rate) => `Umsatzsteuer ${percent(rate)} (Steuerschuld des Empfängers)`,
    },
  });
  return {
    ...liability,
    taxPointOf: taxPointsOf(settings.taxKeys, taxFacts, fromTheUnion),
    entry: {
      fiscalYear: yearOf(bookingDate),
      period: monthOf(bookingDate),
      bookingDate,
      kind: 'regular',
      text: plainText(coding.text),
      documentDate: document.issueDate !== null && isVoucherDate(document.issueDate) ? document.issueDate : null,
      reference: cut(plainText(document.invoiceNo ?? document.number), 120),
      lines: liability.lines.map((line) => ({
        account: line.account,
        product: line.product,
        costCentre: line.costCentre,
        cashAccount: null,
        amount: line.amount,
        text: line.text,
        ...(line.tax && { tax: line.tax }),
        ...(line.item && 'existing' in line.item && { openItem: line.item.existing }),
      })),
    },
  };
}

/** What an earlier document has moved, and the plans that move the rest: locked first, so that none moves on meanwhile. */
async function earlierDocument(tx: ClientTx, documentId: string): Promise<EarlierDocument> {
  const plans = await plansOfDocument(tx, documentId);
  return {
    plans: plans.map((plan) => ({
      id: plan.id,
      accrualAccount: plan.accrualAccount!,
      resting: plan.state === 'netted',
      shares: remainingOf(plan),
    })),
    lines: await bookedLines(tx, documentId),
  };
}

/**
 * Where each recipient is paid to: the account of the coding if it is confirmed; in a collective order the only confirmed one.
 * Whoever has none gets an item that is blocked: the debt is real, the account is not known.
 */
async function confirmedBanks(
  tx: ClientTx,
  document: Document,
  coding: Coding,
): Promise<Map<string, { no: number | null; block: string | null }>> {
  const rows = await tx.query<{ partnerId: string; no: number }>(
    `select partner_id as "partnerId", no from partner_bank_account
     where client_id = $1 and partner_id = any ($2::uuid[]) and state = 'confirmed' order by decided_at desc`,
    [tx.clientId, partnersOf(coding)],
  );
  const banks = new Map<string, { no: number | null; block: string | null }>();
  for (const partnerId of partnersOf(coding)) {
    const own = rows.filter((row) => row.partnerId === partnerId);
    const named = isCollective(coding)
      ? own.length === 1
        ? own[0]
        : undefined
      : own.find((row) => row.no === coding.bankAccountNo);
    banks.set(partnerId, named ? { no: named.no, block: null } : { no: null, block: BLOCKS.bankAccount });
  }
  return banks;
}
