import type { ClientTx } from '@lib/database';
import { type FieldRefusal, formatEuro, type Language, type LocalDate, wordsFor } from '@lib/kernel';
import { dutyConflict } from '@lib/open-items';
import { gather } from './gather.js';
import type { OutgoingInvoiceDto, OutgoingInvoiceRowDto, OutgoingInvoiceWishDto } from './invoicing.dto.js';
import { type FileKind, filesOf, type StoredInvoice } from './invoicing.store.js';
import { type OwnInvoice, totalsOf } from './own-invoice.js';

/** A request as a draft: what was left out is null. */
export function readDraft(wish: OutgoingInvoiceWishDto): OwnInvoice {
  return {
    kind: wish.kind,
    partnerId: wish.partnerId,
    corrects: wish.corrects ?? null,
    serviceFrom: wish.serviceFrom ?? null,
    serviceTo: wish.serviceTo ?? null,
    dueOn: wish.dueOn ?? null,
    buyerReference: wish.buyerReference?.trim() || null,
    orderReference: wish.orderReference?.trim() || null,
    contractReference: wish.contractReference?.trim() || null,
    buyerAccountingReference: wish.buyerAccountingReference?.trim() || null,
    method: wish.method ?? 'transfer',
    mandate: wish.mandate
      ? { reference: wish.mandate.reference.trim(), iban: wish.mandate.iban.replace(/\s/g, '').toUpperCase() }
      : null,
    bankAccountId: wish.bankAccountId ?? null,
    skonto: (wish.skonto ?? []).map(({ days, percent }) => ({ days, percent })),
    introduction: wish.introduction?.trim() || null,
    closing: wish.closing?.trim() || null,
    claimsAccount: wish.claimsAccount ?? null,
    lines: wish.lines.map((line) => ({
      text: line.text.trim(),
      description: line.description?.trim() || null,
      quantity: line.quantity,
      unit: line.unit,
      price: line.price,
      vat: { category: line.vat.category, rate: line.vat.rate, reason: line.vat.reason?.trim() || null },
      account: line.account,
      product: line.product ?? null,
      costCentre: line.costCentre ?? null,
      serviceFrom: line.serviceFrom ?? null,
      serviceTo: line.serviceTo ?? null,
    })),
  };
}

export function rowView(invoice: StoredInvoice): OutgoingInvoiceRowDto {
  return {
    id: invoice.id,
    kind: invoice.kind,
    state: invoice.state,
    number: invoice.number,
    partner: { id: invoice.partnerId, number: invoice.partnerNumber, name: invoice.partnerName },
    issueDate: invoice.issueDate,
    dueOn: invoice.dueOn,
    net: formatEuro(invoice.net),
    tax: formatEuro(invoice.tax),
    gross: formatEuro(invoice.gross),
    open: invoice.openBalance === null ? null : formatEuro(invoice.openBalance),
    draftedBy: invoice.draftedByName,
    changedAt: invoice.changedAt,
    version: invoice.version,
  };
}

/** Who looks: in which language, on which day, and whether their roles let them issue at all. */
export interface Onlooker {
  userId: string;
  language: Language;
  today: LocalDate;
  decides: boolean;
}

export async function invoiceView(
  tx: ClientTx,
  invoice: StoredInvoice,
  onlooker: Onlooker,
): Promise<OutgoingInvoiceDto> {
  const { content } = invoice;
  const draft = invoice.state === 'draft';
  const totals = totalsOf(content.lines);
  const missing = draft ? (await gather(tx, content, onlooker.today)).refusals : [];
  const conflict =
    draft && onlooker.decides
      ? await dutyConflict(tx, { caseId: invoice.id, person: onlooker.userId, duty: 'order' })
      : null;
  const files = draft ? [] : await filesOf(tx, invoice.id);
  const reference = (id: string | null, number: string | null) => (id === null ? null : { id, number });
  return {
    ...rowView(invoice),
    corrects: reference(invoice.corrects, invoice.correctsNumber),
    cancelledBy: reference(invoice.cancelledBy, invoice.cancelledByNumber),
    cancelReason: invoice.cancelReason,
    bookingDate: invoice.bookingDate,
    serviceFrom: content.serviceFrom,
    serviceTo: content.serviceTo,
    wishedDueOn: content.dueOn,
    buyerReference: content.buyerReference,
    orderReference: content.orderReference,
    contractReference: content.contractReference,
    buyerAccountingReference: content.buyerAccountingReference,
    method: content.method,
    mandate: content.mandate,
    bankAccountId: content.bankAccountId,
    skonto: content.skonto,
    introduction: content.introduction,
    closing: content.closing,
    claimsAccount: content.claimsAccount,
    lines: content.lines.map((line, index) => ({ ...line, net: formatEuro(totals.lines[index]!) })),
    vat: totals.groups.map((group) => ({ ...group, net: formatEuro(group.net), tax: formatEuro(group.tax) })),
    entryId: invoice.entryId,
    openItem:
      invoice.openItem === null
        ? null
        : { id: invoice.openItem, no: Number(invoice.openItemNo), open: formatEuro(invoice.openBalance ?? '0') },
    draftedAt: invoice.draftedAt,
    issuedBy: invoice.issuedByName,
    issuedAt: invoice.issuedAt,
    files: files.map((file) => ({ ...file, name: fileName(invoice.number!, file.kind) })),
    missing: missing.map((refusal) => missingView(refusal, onlooker.language)),
    mayIssue: draft && onlooker.decides && conflict === null,
  };
}

function missingView({ pointer, code, params }: FieldRefusal, language: Language) {
  return { pointer, rule: code, message: wordsFor(code, params, language).detail };
}

/** The name under which a file of an invoice is saved. */
export function fileName(number: string, kind: FileKind): string {
  return { pdf: `${number}.pdf`, ubl: `${number}-xrechnung.xml`, cii: `${number}-cii.xml` }[kind];
}
