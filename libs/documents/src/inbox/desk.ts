import { findClient } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { invoiceFromPlain } from '@lib/einvoice';
import { type Clock, cut, formatEuro, parseEuro, problems, yearOf } from '@lib/kernel';
import { type Partner, partnerProblems, partnersByIds } from '@lib/partners';
import {
  type Alarm,
  type Deed,
  type DocumentKind,
  mayBe,
  numberClassOf,
  statesFor,
  STOPPING_ALARMS,
} from '../document/document.js';
import {
  bodyOf,
  changeDocument,
  type Document,
  type DocumentChange,
  findDocument,
  holdNumber,
  lockDocument,
  lockNumbers,
  type Person,
  recordDocumentEvent,
  releaseNumber,
  type StoredEvent,
  SYSTEM_PERSON,
} from '../document/document.store.js';
import { factsOf, type InvoiceFacts } from '../document/invoice-facts.js';
import { ibanKey } from '../document/supplier-identity.js';
import { bankAlarms, relate } from '../intake/recognise.js';
import { keepLetter } from '../letters/letters.store.js';
import { type Letter, rejectionLetter } from '../letters/rejection-letter.js';
import { documentProblems } from '../problems.js';
import { listRoutes, requireDepartment } from '../routing/routes.store.js';
import { searchWords } from './search-words.js';

/*
 * What a clerk does with a document before it goes on its way, each an event in its history. Every verb locks the document and
 * looks at its state and version first.
 */

const OPEN_DECISIONS = new Set(['reject', 'no-scenario', 'not-en16931', 'reject-before-parsing', 'unreadable']);
/** Alarms that an acceptance with reason answers; the others have decisions of their own. */
const ANSWERED_BY_ACCEPTANCE: readonly Alarm[] = ['WrongClient', 'TotalsDiffer', 'VisibleDiffers', 'Incomplete'];

function require(document: Document, deed: Deed): void {
  if (mayBe(deed, document.state)) return;
  throw documentProblems.NotInThisState({
    number: document.number,
    state: document.state,
    wanted: statesFor(deed).join(', '),
  });
}

/** Whether the check leaves something that a person must answer for before the document goes on. */
export const needsAcceptance = (document: Pick<Document, 'errors' | 'decision' | 'alarms' | 'acceptedAt'>): boolean =>
  document.acceptedAt === null &&
  (document.errors > 0 ||
    (document.decision !== null && OPEN_DECISIONS.has(document.decision)) ||
    document.alarms.some((alarm) => ANSWERED_BY_ACCEPTANCE.includes(alarm) && alarm !== 'VisibleDiffers'));

/**
 * What still keeps a document from being sent on its way; empty: nothing. `NotAccepted`: findings that nobody has accepted yet; else the
 * alarms that stop it.
 */
export function hindrances(
  document: Pick<Document, 'errors' | 'decision' | 'alarms' | 'acceptedAt'>,
): ('NotAccepted' | Alarm)[] {
  const stopping = document.alarms.filter(
    (alarm) => STOPPING_ALARMS.includes(alarm) && !(alarm === 'WrongClient' && document.acceptedAt !== null),
  );
  return [...(needsAcceptance(document) ? (['NotAccepted'] as const) : []), ...stopping];
}

/** Takes a document in spite of its findings. @throws Problem NotInThisState, NoFindingsToAccept, VersionConflict */
export async function acceptDocument(
  tx: ClientTx,
  id: string,
  wish: { reason: string; version: number },
  by: Person,
  clock: Clock,
): Promise<void> {
  const document = await lockDocument(tx, id, wish.version);
  require(document, 'accept');
  const answered = document.alarms.filter((alarm) => ANSWERED_BY_ACCEPTANCE.includes(alarm));
  if (!needsAcceptance(document) && answered.length === 0) throw documentProblems.NoFindingsToAccept();
  await changeDocument(tx, id, {
    acceptedAt: clock.now().toISOString(),
    acceptedBy: by.id,
    acceptedByName: by.name,
    acceptedReason: wish.reason,
  });
  await recordDocumentEvent(tx, {
    documentId: id,
    by,
    kind: 'accepted',
    note: wish.reason,
    detail: { errors: document.errors, decision: document.decision, alarms: answered },
  });
}

export interface RejectionWish {
  note: string;
  findings?: readonly string[];
  to?: string;
  send: boolean;
  version: number;
}

export interface WrittenLetter extends Letter {
  to: string;
  sent: boolean;
}

/** The letter that a rejection would send, without doing anything. */
export async function previewRejection(
  tx: ClientTx,
  document: Document,
  wish: Pick<RejectionWish, 'note' | 'findings' | 'to'>,
  clock: Clock,
): Promise<Omit<WrittenLetter, 'sent'>> {
  const wanted = wish.findings
    ? wish.findings.map((findingId) => {
        const found = document.findings.find((one) => one.id === findingId);
        if (!found) throw documentProblems.FindingUnknown({ id: findingId }, '/findings');
        return found;
      })
    : document.findings.filter((one) => one.severity === 'fatal' || one.severity === 'error');
  const client = await findClient(tx, tx.clientId);
  const routes = await listRoutes(tx);
  const letter = rejectionLetter({
    clientName: client!.name,
    number: document.number,
    supplierName: document.supplierName,
    invoiceNo: document.invoiceNo,
    issueDate: document.issueDate,
    receivedOn: dayOf(document.receivedAt, clock),
    gross: document.gross,
    currency: document.currency,
    fileName: document.fileName,
    // The same rule may speak of many lines; the sender reads it once.
    findings: [...new Map(wanted.map((one) => [`${one.id} ${one.message.de}`, one])).values()].map((one) => ({
      id: one.id,
      message: one.message.de,
      terms: one.terms,
    })),
    note: wish.note,
    leitwegIds: routes.filter((route) => route.kind === 'leitweg-id' && route.active).map((route) => route.value),
  });
  return { to: wish.to ?? senderOf(document), ...letter };
}

/** Sends a document back to where it came from. Its number is free again: a corrected invoice may bear it. */
export async function rejectDocument(
  tx: ClientTx,
  id: string,
  wish: RejectionWish,
  by: Person,
  clock: Clock,
  mailIsSetUp: boolean,
): Promise<WrittenLetter> {
  const document = await lockDocument(tx, id, wish.version);
  require(document, 'reject');
  const letter = await previewRejection(tx, document, wish, clock);
  const mail = wish.send && mailIsSetUp;
  if (mail && letter.to === '') throw documentProblems.NoRecipient({}, '/to');
  await keepLetter(tx, { ...letter, documentId: id, recipient: letter.to, mail, by });
  await releaseNumber(tx, id);
  await changeDocument(tx, id, { state: 'rejected', retentionClass: 'letter' });
  await recordDocumentEvent(tx, {
    documentId: id,
    by,
    kind: 'rejected',
    note: wish.note,
    detail: { to: letter.to, subject: letter.subject, mailed: mail, findings: wish.findings ?? null },
  });
  return { ...letter, sent: mail };
}

/** Where an answer to the sender goes: the contact of the invoice, its electronic address, the mail that it came with. */
function senderOf(document: Document): string {
  const email = document.invoice ? factsOf(invoiceFromPlain(document.invoice as never)).seller.email : null;
  return cut((email ?? document.sender).trim(), 254);
}

const BERLIN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
const dayOf = (instant: string, clock: Clock): string => {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? clock.today() : BERLIN.format(at);
};

/** Takes a file out of quarantine, or a filed one back to the desk, to be captured by hand. */
export async function releaseDocument(
  tx: ClientTx,
  id: string,
  wish: { reason: string; version?: number },
  by: Person,
): Promise<void> {
  const document = await lockDocument(tx, id, wish.version);
  require(document, 'release');
  await changeDocument(tx, id, {
    state: 'new',
    ...(document.kind === 'other' && document.fileKind !== 'mail' && { kind: 'invoice' as DocumentKind }),
  });
  await recordDocumentEvent(tx, {
    documentId: id,
    by,
    kind: 'released',
    note: wish.reason,
    detail: { from: document.state },
  });
}

/** Puts a document aside that is no invoice and nothing to decide about. */
export async function fileDocument(
  tx: ClientTx,
  id: string,
  wish: { reason: string; version?: number },
  by: Person,
): Promise<void> {
  const document = await lockDocument(tx, id, wish.version);
  require(document, 'file');
  await releaseNumber(tx, id);
  await changeDocument(tx, id, { state: 'filed' });
  await recordDocumentEvent(tx, {
    documentId: id,
    by,
    kind: 'filed',
    note: wish.reason,
    detail: { from: document.state },
  });
}

/** Takes a document out of the client's inbox, because its file is another client's. The record of it stays. */
export async function takeFromInbox(
  tx: ClientTx,
  id: string,
  wish: { reason: string; version?: number },
  by: Person,
  itemId: string,
): Promise<{ sha256: Buffer; fileName: string }> {
  const document = await lockDocument(tx, id, wish.version);
  require(document, 'reject');
  await releaseNumber(tx, id);
  await changeDocument(tx, id, { state: 'rejected' });
  await recordDocumentEvent(tx, {
    documentId: id,
    by,
    kind: 'handed-over',
    note: wish.reason,
    detail: { clearingItem: itemId },
  });
  return { sha256: document.sha256!, fileName: document.fileName };
}

/** Decides whether a document repeats another one. */
export async function decideDuplicate(
  tx: ClientTx,
  id: string,
  wish: { duplicate: boolean; reason: string; version?: number },
  by: Person,
): Promise<void> {
  const document = await lockDocument(tx, id, wish.version);
  require(document, 'decide-duplicate');
  const suspected = document.alarms.some((alarm) => alarm === 'DuplicateNumber' || alarm === 'DuplicateAmount');
  if (!suspected && document.duplicateOf === null) throw documentProblems.NotADuplicate();
  const alarms = document.alarms.filter((alarm) => alarm !== 'DuplicateNumber' && alarm !== 'DuplicateAmount');
  if (wish.duplicate) {
    await releaseNumber(tx, id);
    await changeDocument(tx, id, { state: 'duplicate' });
  } else {
    await changeDocument(tx, id, {
      state: document.state === 'duplicate' ? 'new' : document.state,
      alarms,
      duplicateOf: null,
    });
  }
  await recordDocumentEvent(tx, {
    documentId: id,
    by,
    kind: wish.duplicate ? 'duplicate-confirmed' : 'duplicate-denied',
    note: wish.reason,
    detail: { of: document.duplicateOf },
  });
}

/** Keeps a document from being deleted while an audit or dispute lasts, or lifts that. */
export async function holdDocument(
  tx: ClientTx,
  id: string,
  wish: { hold: boolean; reason: string },
  by: Person,
): Promise<void> {
  const document = await lockDocument(tx, id);
  require(document, 'hold');
  await changeDocument(tx, id, { legalHold: wish.hold, legalHoldReason: wish.hold ? wish.reason : '' });
  await recordDocumentEvent(tx, {
    documentId: id,
    by,
    kind: wish.hold ? 'legal-hold' : 'legal-hold-lifted',
    note: wish.reason,
  });
}

/** A remark in the history; the document itself stays as it is. */
export async function commentDocument(
  tx: ClientTx,
  id: string,
  text: string,
  by: Person,
): Promise<Omit<StoredEvent, 'by'>> {
  const document = await findDocument(tx, id);
  if (!document) throw problems.NotFound();
  const { by: _by, ...event } = await recordDocumentEvent(tx, { documentId: id, by, kind: 'comment', note: text });
  return event;
}

/** What a person enters about a document; amounts as the API has them. */
export interface ManualFields {
  kind?: DocumentKind;
  department?: string | null;
  partnerId?: string | null;
  supplierName?: string;
  invoiceNo?: string | null;
  issueDate?: string | null;
  serviceFrom?: string | null;
  serviceTo?: string | null;
  dueOn?: string | null;
  discountOn?: string | null;
  net?: string | null;
  tax?: string | null;
  gross?: string | null;
  payable?: string | null;
  currency?: string | null;
  iban?: string | null;
  orderReference?: string | null;
  contractReference?: string | null;
}

/** What stands in a record stays as the record has it; these are the house's own additions. */
const BESIDE_RECORD = new Set<keyof ManualFields>([
  'kind',
  'department',
  'partnerId',
  'serviceFrom',
  'serviceTo',
  'dueOn',
  'discountOn',
  'orderReference',
  'contractReference',
]);
const AMOUNTS = ['net', 'tax', 'gross', 'payable'] as const;

/**
 * Writes what a person captured. Recognition, duplicates and alarms are found anew; a number that another document holds makes this one
 * its duplicate, until somebody decides otherwise.
 * @throws Problem NotInThisState, VersionConflict, FieldFromRecord, AmountsDoNotAdd, DepartmentUnknown, PartnerUnknown
 */
export async function captureDocument(
  tx: ClientTx,
  id: string,
  wish: ManualFields & { version: number },
  by: Person,
  clock: Clock,
): Promise<void> {
  // First the numbers, then the document: in the same order as whoever takes in new files.
  await lockNumbers(tx, yearOf(clock.today()));
  const document = await lockDocument(tx, id, wish.version);
  require(document, 'edit');
  const { version: _version, ...given } = wish;
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ManualFields;
  if (document.invoice !== null) {
    for (const name of Object.keys(fields) as (keyof ManualFields)[])
      if (!BESIDE_RECORD.has(name)) throw documentProblems.FieldFromRecord({}, `/${name}`);
  }
  if (fields.department) await requireDepartment(tx, fields.department);
  const change: DocumentChange = { ...fields };
  for (const name of AMOUNTS) if (typeof fields[name] === 'string') change[name] = centsOf(fields[name], `/${name}`);
  refuseWrongSums(document, change);
  const partnerId = fields.partnerId === undefined ? document.partnerId : fields.partnerId;
  const partner = partnerId ? (await partnersByIds(tx, [partnerId])).get(partnerId) : undefined;
  if (partnerId && !partner) throw partnerProblems.PartnerUnknown({}, '/partnerId');
  if (fields.partnerId !== undefined) change.recognisedBy = fields.partnerId === null ? null : 'person';
  if (fields.partnerId && !fields.supplierName && document.supplierName === '') change.supplierName = partner!.name;
  if (fields.iban !== undefined) change.iban = ibanKey(fields.iban);
  const facts = manualFacts(document, change, partner);
  const relation = await relate(tx, facts, partnerId, id);
  const bank = await bankAlarms(tx, partnerId, facts.ibans);
  const denied = document.state !== 'duplicate' && document.duplicateOf === null;
  const alarms = new Set<Alarm>([
    ...document.alarms.filter(
      (alarm) => !['IbanChanged', 'IbanInvalid', 'DuplicateNumber', 'DuplicateAmount'].includes(alarm),
    ),
    ...bank,
  ]);
  if (relation.duplicateOf) alarms.add('DuplicateNumber');
  const identityChanged = ['invoiceNo', 'partnerId', 'supplierName', 'iban', 'kind', 'gross', 'issueDate'].some(
    (name) => name in change,
  );
  // A person has said before that this is no duplicate: only new facts raise the question again.
  if (relation.similar && (identityChanged || !denied)) alarms.add('DuplicateAmount');
  await releaseNumber(tx, id);
  const numberClass = numberClassOf(facts.kind);
  if (!relation.duplicateOf && relation.numberKey && numberClass)
    await holdNumber(tx, id, relation.sellers, relation.numberKey, numberClass);
  Object.assign(change, {
    alarms: [...alarms],
    supplierKey: relation.sellers[0] ?? null,
    invoiceNoKey: relation.numberKey,
    duplicateOf: relation.duplicateOf ?? (alarms.has('DuplicateAmount') ? relation.similar!.id : null),
    corrects: relation.corrects ?? document.corrects,
    state: relation.duplicateOf ? 'duplicate' : document.state,
  } satisfies DocumentChange);
  await changeDocument(tx, id, change, await wordsAnew(tx, document, change));
  await recordDocumentEvent(tx, {
    documentId: id,
    by,
    kind: 'captured',
    detail: {
      fields,
      ...(relation.duplicateNumber && { duplicateOf: relation.duplicateNumber }),
      ...(alarms.size > 0 && { alarms: [...alarms] }),
    },
  });
}

/** What a person captures adds up; what a record says is judged by the rules. */
function refuseWrongSums(document: Document, change: DocumentChange): void {
  const now = (name: 'net' | 'tax' | 'gross'): bigint | null => {
    const value = name in change ? change[name] : document[name];
    return value === null || value === undefined ? null : BigInt(value as bigint | string);
  };
  const [net, tax, gross] = [now('net'), now('tax'), now('gross')];
  if (document.invoice === null && net !== null && tax !== null && gross !== null && net + tax !== gross)
    throw documentProblems.AmountsDoNotAdd({ sum: formatEuro(net + tax), gross: formatEuro(gross) }, '/gross');
}

function centsOf(text: string, pointer: string): bigint {
  const read = parseEuro(text);
  if (!read.ok) throw problems.InvalidField({ reason: read.error }, pointer);
  return read.value;
}

/** What identifies the seller and the invoice now: the record where there is one, else what was entered. */
function manualFacts(document: Document, change: DocumentChange, partner: Partner | undefined): InvoiceFacts {
  const record = document.invoice ? factsOf(invoiceFromPlain(document.invoice as never)) : null;
  const now = <T>(name: keyof DocumentChange, before: T): T => (name in change ? (change[name] as T) : before);
  const iban = now('iban', document.iban);
  const gross = now<bigint | string | null>('gross', document.gross);
  const seller = record?.seller ?? {
    vatId: partner?.vatId ?? null,
    taxNumber: partner?.taxNumber ?? null,
    name: now('supplierName', document.supplierName) || (partner?.name ?? null),
    iban,
    registerId: null,
    email: null,
  };
  return {
    ...(record ?? EMPTY_FACTS),
    kind: now('kind', document.kind),
    seller,
    invoiceNo: now('invoiceNo', document.invoiceNo),
    issueDate: now('issueDate', document.issueDate),
    gross: gross === null ? null : BigInt(gross),
    ibans: record?.ibans ?? (iban ? [iban] : []),
  };
}

const EMPTY_FACTS: Omit<InvoiceFacts, 'kind' | 'seller' | 'invoiceNo' | 'issueDate' | 'gross' | 'ibans'> = {
  serviceFrom: null,
  serviceTo: null,
  dueOn: null,
  discountOn: null,
  currency: null,
  net: null,
  tax: null,
  payable: null,
  buyerReference: null,
  orderReference: null,
  contractReference: null,
  paymentMeans: null,
  precedingNumbers: [],
  buyer: { names: [], vatId: null, endpoint: null },
};

async function wordsAnew(tx: ClientTx, document: Document, change: DocumentChange) {
  const now = (name: 'supplierName' | 'invoiceNo' | 'iban' | 'gross'): string | null => {
    const value = name in change ? change[name] : document[name];
    return value === null || value === undefined ? null : String(value);
  };
  const gross = now('gross');
  return searchWords(
    [
      document.number,
      document.fileName,
      now('supplierName'),
      now('invoiceNo'),
      now('iban'),
      gross === null ? null : formatEuro(gross),
      document.sender,
    ],
    await bodyOf(tx, document.id),
  );
}

/**
 * Looks at the supplier's confirmed bank accounts once more: an account that a second person has confirmed meanwhile is no alarm any more.
 * Answers whether something changed.
 */
export async function refreshBankAlarms(tx: ClientTx, document: Document): Promise<boolean> {
  if (!document.alarms.includes('IbanChanged') || ['posted', 'rejected', 'filed'].includes(document.state))
    return false;
  const ibans = document.invoice
    ? factsOf(invoiceFromPlain(document.invoice as never)).ibans
    : document.iban
      ? [document.iban]
      : [];
  if ((await bankAlarms(tx, document.partnerId, ibans)).includes('IbanChanged')) return false;
  const cleared = await tx.query(
    `update document set alarms = array_remove(alarms, 'IbanChanged') where client_id = $1 and id = $2 and 'IbanChanged' = any (alarms)
     returning 1`,
    [tx.clientId, document.id],
  );
  if (cleared.length === 0) return false;
  await recordDocumentEvent(tx, {
    documentId: document.id,
    by: SYSTEM_PERSON,
    kind: 'alarm-cleared',
    detail: { alarm: 'IbanChanged', iban: document.iban },
  });
  return true;
}
