import { invoiceFromPlain } from '@lib/einvoice';
import type { ClientTx } from '@lib/database';
import { formatEuro, type Language, problems } from '@lib/kernel';
import { partnersByIds } from '@lib/partners';
import {
  type Document,
  documentEvents,
  documentFiles,
  type DocumentRow,
  findDocument,
  type StoredFinding,
} from '../document/document.store.js';
import { shownInvoice } from '../document/invoice-facts.js';
import type {
  DocumentDto,
  DocumentEntryDto,
  DocumentLinkDto,
  DocumentRowDto,
  DocumentFindingDto,
  SuggestionDto,
} from './document.dto.js';
import { documentLabels, namesOf, relatedDocuments } from './inbox.queries.js';

const euro = (cents: string | null): string | null => (cents === null ? null : formatEuro(cents));

/** A line of the inbox as the API answers it. */
export function rowView(row: DocumentRow, names: ReadonlyMap<string, string>): DocumentRowDto {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    channel: row.channel,
    fileName: row.fileName,
    fileKind: row.fileKind,
    receivedAt: row.receivedAt,
    receivedByName: row.receivedByName,
    sender: row.sender,
    partOf: row.partOf,
    department: row.department,
    partnerId: row.partnerId,
    supplierName: row.supplierName,
    invoiceNo: row.invoiceNo,
    issueDate: row.issueDate,
    dueOn: row.dueOn,
    discountOn: row.discountOn,
    currency: row.currency,
    net: euro(row.net),
    tax: euro(row.tax),
    gross: euro(row.gross),
    payable: euro(row.payable),
    decision: row.decision,
    legalClass: row.legalClass,
    errors: row.errors,
    warnings: row.warnings,
    alarms: row.alarms,
    duplicateOf: row.duplicateOf,
    corrects: row.corrects,
    step: row.step,
    stepSince: row.stepSince,
    stepDue: row.stepDue,
    assignees: row.assignees.map((id) => ({ id, name: names.get(id) ?? '' })),
    text: row.text,
    version: row.version,
  };
}

/** Lines of the inbox with the names of the people for whom they wait. */
export async function rowViews(tx: ClientTx, rows: readonly DocumentRow[]): Promise<DocumentRowDto[]> {
  const names = await namesOf(
    tx,
    rows.flatMap((row) => row.assignees),
  );
  return rows.map((row) => rowView(row, names));
}

export const findingView = (finding: StoredFinding, language: Language): DocumentFindingDto => ({
  id: finding.id,
  severity: finding.severity,
  message: finding.message[language],
  hint: finding.hint?.[language] ?? null,
  terms: finding.terms,
  where: finding.where,
  official: finding.official,
});

/** What the person who asks sees besides; handed in by the parts of the lib that know it. */
export type TasksOf = (tx: ClientTx, documentId: string) => Promise<object[]>;

/**
 * One document with everything: findings, files, links, entries, history.
 * @throws Problem NotFound
 */
export async function documentView(
  tx: ClientTx,
  id: string,
  language: Language,
  tasksOf: TasksOf = () => Promise.resolve([]),
): Promise<DocumentDto> {
  const document = await findDocument(tx, id);
  if (!document) throw problems.NotFound();
  const [row] = await rowViews(tx, [document]);
  return {
    ...row!,
    sha256: document.sha256?.toString('hex') ?? null,
    recognisedBy: document.recognisedBy,
    supplierKey: document.supplierKey,
    serviceFrom: document.serviceFrom,
    serviceTo: document.serviceTo,
    buyerReference: document.buyerReference,
    orderReference: document.orderReference,
    contractReference: document.contractReference,
    paymentMeans: document.paymentMeans,
    iban: document.iban,
    edition: document.edition,
    acceptedAt: document.acceptedAt,
    acceptedByName: document.acceptedByName,
    acceptedReason: document.acceptedReason,
    invoice: document.invoice ? shownInvoice(invoiceFromPlain(document.invoice as never)) : null,
    findings: document.findings.map((finding) => findingView(finding, language)),
    files: (await documentFiles(tx, id)).map((file) => ({
      no: file.fileNo,
      role: file.role,
      name: file.name,
      mime: file.mime,
      size: file.size === null ? null : Number(file.size),
      sha256: file.sha256?.toString('hex') ?? null,
    })),
    pages: document.pages,
    links: await linksOf(tx, document),
    entries: await entryViews(tx, id),
    history: (await documentEvents(tx, id)).map(({ by: _by, ...event }) => event),
    mail: mailOf(document),
    suggestions: suggestionsOf(document),
    retention: {
      class: document.retentionClass,
      startsOn: document.retentionStartsOn,
      deletableFrom: document.deletableFrom,
      legalHold: document.legalHold,
      legalHoldReason: document.legalHoldReason,
    },
    coding: (document.coding as Record<string, unknown> | null) ?? null,
    tasks: await tasksOf(tx, id),
  };
}

async function linksOf(tx: ClientTx, document: Document): Promise<DocumentLinkDto[]> {
  const related = await relatedDocuments(tx, document.id);
  const known: { kind: DocumentLinkDto['kind']; id: string }[] = [
    ...(document.duplicateOf ? [{ kind: 'duplicate-of' as const, id: document.duplicateOf }] : []),
    ...(document.corrects ? [{ kind: 'corrects' as const, id: document.corrects }] : []),
    ...(document.partOf ? [{ kind: 'mail' as const, id: document.partOf }] : []),
    ...related.map(({ id, relation }) => ({
      kind: ({ duplicate: 'duplicate', correction: 'corrected-by', part: 'part' } as const)[relation],
      id,
    })),
  ];
  const labels = await documentLabels(
    tx,
    known.map(({ id }) => id),
  );
  const links: DocumentLinkDto[] = known.map(({ kind, id }) => ({
    kind,
    id,
    number: labels.get(id)?.number ?? null,
    label: labels.get(id)?.label ?? null,
    amount: labels.get(id)?.amount ?? null,
  }));
  if (document.partnerId) {
    const partner = (await partnersByIds(tx, [document.partnerId])).get(document.partnerId);
    if (partner)
      links.push({ kind: 'partner', id: partner.id, number: partner.number, label: partner.name, amount: null });
  }
  const items = await tx.query<{ id: string; no: string; reference: string | null }>(
    'select id, no, reference from open_item where client_id = $1 and document_id = $2 order by no',
    [tx.clientId, document.id],
  );
  links.push(
    ...items.map((item) => ({
      kind: 'open-item' as const,
      id: item.id,
      number: item.no,
      label: item.reference,
      amount: null,
    })),
  );
  return links;
}

async function entryViews(tx: ClientTx, documentId: string): Promise<DocumentEntryDto[]> {
  const rows = await tx.query<DocumentEntryDto>(
    `select e.fiscal_year || '-' || e.entry_no as id, e.booking_date as "bookingDate", e.text, e.total as amount
     from document_entry d join journal_entry e
       on e.client_id = d.client_id and e.fiscal_year = d.fiscal_year and e.entry_no = d.entry_no
     where d.client_id = $1 and d.document_id = $2 order by e.fiscal_year, e.entry_no`,
    [tx.clientId, documentId],
  );
  return rows.map((row) => ({ ...row, amount: formatEuro(row.amount) }));
}

interface StoredSuggestions {
  candidates?: { field: string; value: string; line: string }[];
  mail?: { from: string | null; recipients: string[]; subject: string | null; date: string | null; text: string };
}

function suggestionsOf(document: Document): Record<string, SuggestionDto[]> {
  const byField: Record<string, SuggestionDto[]> = {};
  for (const one of (document.suggestions as StoredSuggestions).candidates ?? [])
    (byField[one.field] ??= []).push({ value: one.value, where: one.line });
  return byField;
}

function mailOf(document: Document): DocumentDto['mail'] {
  const { mail } = document.suggestions as StoredSuggestions;
  if (!mail) return null;
  return {
    from: mail.from ?? '',
    to: mail.recipients.join(', '),
    subject: mail.subject ?? '',
    date: mail.date,
    text: mail.text,
  };
}
