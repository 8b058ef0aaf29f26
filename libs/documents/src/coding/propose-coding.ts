import type { ClientTx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import { bankAccountsOf, partnersByIds } from '@lib/partners';
import { BLOCKS } from '../booking/plan-booking.js';
import { openLiabilities } from '../booking/document-facts.js';
import { purchaseSettings } from '../booking/purchase-accounts.js';
import type { Document } from '../document/document.store.js';
import { findContract } from '../orders/contracts.store.js';
import type { Catalogues } from './accounting-reference.js';
import { absolute, readCoding } from './coding.js';
import { type EarlierCoding, type PartialInvoice, propose, type Proposal, type ProposalFacts } from './proposal.js';
import { storedInvoice } from './stored-invoice.js';

/** How many of the supplier's latest documents are looked at. */
const LOOK_BACK = 8;

/** Proposes the coding of a document from everything that is known of its supplier. Reads only. */
export async function proposeCoding(tx: ClientTx, document: Document, today: LocalDate): Promise<Proposal> {
  return propose(await gather(tx, document, today));
}

async function gather(tx: ClientTx, document: Document, today: LocalDate): Promise<ProposalFacts> {
  const cents = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
  const { partnerId } = document;
  const partner = partnerId === null ? undefined : (await partnersByIds(tx, [partnerId])).get(partnerId);
  const settings = await purchaseSettings(tx, today);
  const [client] = await tx.query<{ liable: boolean; business: boolean }>(
    `select vat_status = 'regular' as liable, kind = 'special-fund' as business from client where id = $1`,
    [tx.clientId],
  );
  const invoice = storedInvoice(document.invoice);
  const gross = cents(document.gross);
  const contract = await findContract(tx, { partnerId, reference: document.contractReference, gross, day: today });
  return {
    invoice,
    document: {
      kind: document.kind,
      supplierName: document.supplierName,
      invoiceNo: document.invoiceNo,
      issueDate: document.issueDate,
      receivedOn: berlinDay(document.receivedAt),
      serviceFrom: document.serviceFrom,
      serviceTo: document.serviceTo,
      net: cents(document.net),
      tax: cents(document.tax),
      gross,
      payable: cents(document.payable),
      paymentMeans: document.paymentMeans,
      iban: document.iban,
      corrects: document.corrects,
    },
    today,
    partner: partner ? { id: partner.id, name: partner.name, paymentTermDays: partner.paymentTermDays } : null,
    bankAccounts: partnerId === null ? [] : await bankAccountsOf(tx, partnerId),
    earlier: partnerId === null ? [] : await earlierCodings(tx, partnerId, document.id),
    contract: contract && {
      ...contract,
      expected: cents(contract.expectedAmount),
      tolerance: BigInt(contract.tolerance),
    },
    partials: partnerId === null || document.kind !== 'final-invoice' ? [] : await openPartials(tx, partnerId),
    openItems:
      partnerId === null
        ? []
        : (await openLiabilities(tx, partnerId)).map((item) => ({
            itemId: item.id,
            reference: item.reference,
            balance: -item.balance,
            documentId: item.documentId,
          })),
    catalogues: await catalogues(
      tx,
      invoice?.buyerAccountingReference ?? null,
      invoice?.lines.map((line) => line.reference) ?? [],
    ),
    defaultDays: settings.termDays,
    liableToVat: client?.liable ?? false,
    deductsAsARule: client?.business ?? false,
    standardRate: settings.standardRate,
    accrualAccount: settings.accrualAccount,
    words: { directDebit: BLOCKS.directDebit, paidAlready: BLOCKS.alreadyPaid },
  };
}

const BERLIN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
const berlinDay = (instant: string): LocalDate => BERLIN.format(new Date(instant));

/** How the supplier's latest documents were coded, by the largest line of each, newest first. */
async function earlierCodings(tx: ClientTx, partnerId: string, except: string): Promise<EarlierCoding[]> {
  const rows = await tx.query<{ number: string; coding: unknown }>(
    `select number, coding from document where client_id = $1 and partner_id = $2 and id <> $3 and coding is not null
       and state in ('posted', 'decided', 'in-decision') and kind not in ('order', 'internal')
     order by received_at desc, id desc limit $4`,
    [tx.clientId, partnerId, except, LOOK_BACK],
  );
  return rows.flatMap(({ number, coding }): EarlierCoding[] => {
    const read = readCoding(coding);
    if (!read.ok || read.value.lines.length === 0) return [];
    const line = read.value.lines.reduce((a, b) => (absolute(b.gross) > absolute(a.gross) ? b : a));
    return [
      {
        documentNumber: number,
        account: line.account,
        product: line.product,
        costCentre: line.costCentre,
        cashAccount: line.cashAccount,
        text: read.value.text,
        treatment: line.vat.treatment,
        deductiblePercent: line.vat.deductiblePercent,
      },
    ];
  });
}

/** Posted partial invoices of a partner and what of each no final invoice has cleared yet, oldest first. */
async function openPartials(tx: ClientTx, partnerId: string): Promise<PartialInvoice[]> {
  const rows = await tx.query<{ id: string; number: string; invoiceNo: string | null; gross: string; cleared: string }>(
    `select p.id, p.number, p.invoice_no as "invoiceNo", p.gross,
       coalesce((select sum((part ->> 'amount')::numeric * 100)::bigint
         from document f, jsonb_array_elements(f.coding -> 'prepaid') part
         where f.client_id = p.client_id and f.partner_id = p.partner_id and f.kind = 'final-invoice'
           and f.state in ('in-decision', 'decided', 'posted') and part ->> 'documentId' = p.id::text), 0) as cleared
     from document p
     where p.client_id = $1 and p.partner_id = $2 and p.kind = 'partial-invoice' and p.state = 'posted' and p.gross > 0
     order by p.issue_date, p.received_at, p.id limit 200`,
    [tx.clientId, partnerId],
  );
  return rows
    .map((row) => ({
      documentId: row.id,
      documentNumber: row.number,
      invoiceNo: row.invoiceNo ?? row.number,
      amount: BigInt(row.gross) - BigInt(row.cleared),
    }))
    .filter((partial) => partial.amount > 0n);
}

/** Which words of the accounting references are products, cost centres or accounts of this client. */
async function catalogues(tx: ClientTx, header: string | null, lines: readonly (string | null)[]): Promise<Catalogues> {
  const words = [
    ...new Set([header, ...lines].flatMap((reference) => (reference ?? '').split(/[\s,;/|:+=_]+/))),
  ].filter((word) => word !== '' && word.length <= 20);
  if (words.length === 0) return { isProduct: () => false, isCostCentre: () => false, isAccount: () => false };
  const rows = await tx.query<{ what: 'product' | 'centre' | 'account'; code: string }>(
    `select 'product' as what, code from product where client_id = $1 and code = any ($2) and postable and not locked
     union all select 'centre', code from cost_centre where client_id = $1 and code = any ($2) and not locked
     union all select 'account', number from account where client_id = $1 and number = any ($2) and postable and not locked
       and kind in ('expense', 'asset') and not liquid and control is null`,
    [tx.clientId, words],
  );
  const known = new Set(rows.map((row) => `${row.what} ${row.code}`));
  return {
    isProduct: (code) => known.has(`product ${code}`),
    isCostCentre: (code) => known.has(`centre ${code}`),
    isAccount: (number) => known.has(`account ${number}`),
  };
}
