import { randomUUID } from 'node:crypto';
import type { ClientTx } from '@lib/database';
import { cut, type LocalDate, yearOf } from '@lib/kernel';
import { recordDuty } from '@lib/open-items';
import { partnersByIds } from '@lib/partners';
import { type Coding, grossOf, isCollective, partnersOf, writeCoding } from '../coding/coding.js';
import { type Doer, personOf } from '../decisions/doer.js';
import { decisionProblems } from '../decisions/problems.js';
import { submitDocument } from '../decisions/submit-document.js';
import type { DocumentKind } from '../document/document.js';
import {
  type Document,
  drawNumber,
  insertDocument,
  lockDocument,
  recordDocumentEvent,
} from '../document/document.store.js';
import { searchWords } from '../inbox/search-words.js';
import { requireDepartment } from '../routing/routes.store.js';
import type { Rhythm } from './rhythm.js';

export interface OrderWish {
  kind: 'single' | 'collective' | 'standing' | 'internal';
  coding: Coding;
  department: string | null;
  /** Send it on its way at once. */
  submit: boolean;
  standing: { name: string; rhythm: Rhythm; firstDate: LocalDate; lastDate: LocalDate | null } | null;
}

/**
 * Asks for money to be paid or moved without an invoice: the request is a document without a file and goes the same way as
 * an invoice. Who asks takes the duty of asking and does not order (§ 31 KomHVO NRW).
 * @throws Problem OrderNeedsPositions, DepartmentUnknown, what stands against the coding, OwnMatter
 */
export async function createOrder(tx: ClientTx, wish: OrderWish, doer: Doer): Promise<Document> {
  const { coding, kind } = wish;
  if (kind === 'collective' && (!isCollective(coding) || partnersOf(coding).length < 2))
    throw decisionProblems.OrderNeedsPositions({}, '/coding/lines');
  if (wish.department !== null) await requireDepartment(tx, wish.department);
  const gross = grossOf(coding);
  const id = await insertOrder(tx, {
    kind: kind === 'internal' ? 'internal' : 'order',
    coding,
    department: wish.department,
    gross,
    payable: kind === 'internal' ? 0n : gross,
    today: doer.clock.today(),
    now: doer.clock.now(),
    by: personOf(doer),
    state: 'new',
  });
  await recordDuty(tx, { caseId: id, person: doer.principal.userId, duty: 'request' });
  await recordDocumentEvent(tx, {
    documentId: id,
    by: personOf(doer),
    at: doer.clock.now(),
    kind: 'requested',
    note: coding.text,
    detail: { order: kind },
  });
  if (wish.standing) {
    const { name, rhythm, firstDate, lastDate } = wish.standing;
    await tx.query(
      `insert into standing_order (client_id, id, name, rhythm, first_date, last_date, next_date) values ($1, $2, $3, $4, $5, $6, $5)`,
      [tx.clientId, id, name, rhythm, firstDate, lastDate],
    );
  }
  const document = await lockDocument(tx, id);
  return wish.submit ? submitDocument(tx, { documentId: id, version: document.version }, doer) : document;
}

/** Writes a document that no file is behind. Answers its id. */
export async function insertOrder(
  tx: ClientTx,
  wish: {
    kind: DocumentKind;
    coding: Coding;
    department: string | null;
    gross: bigint;
    payable: bigint;
    today: LocalDate;
    now: Date;
    by: { id: string | null; name: string };
    state: 'new' | 'posted';
  },
): Promise<string> {
  const id = randomUUID();
  const partners = await partnersByIds(tx, partnersOf(wish.coding));
  const names = [...partners.values()].map((partner) => partner.name);
  const supplierName = cut(names.slice(0, 3).join(', '), 300);
  const net = wish.coding.lines.reduce((sum, line) => sum + line.net, 0n);
  const number = await drawNumber(tx, yearOf(wish.today));
  await insertDocument(tx, {
    id,
    number,
    kind: wish.kind,
    state: wish.state,
    channel: 'internal',
    fileName: '',
    fileKind: 'none',
    sha256: null,
    receivedAt: wish.now.toISOString(),
    receivedBy: wish.by,
    department: wish.department,
    partnerId: wish.coding.partnerId,
    supplierName,
    issueDate: wish.today,
    dueOn: wish.coding.dueOn,
    currency: 'EUR',
    net,
    tax: wish.gross - net,
    gross: wish.gross,
    payable: wish.payable,
    coding: writeCoding(wish.coding),
    words: searchWords([number, supplierName, ...names], wish.coding.text),
  });
  return id;
}
