import { type Actor, recordEvent, standingAt, SYSTEM } from '@lib/access';
import type { ClientTx, Database } from '@lib/database';
import { type Cents, cut, type LocalDate, Problem, problems } from '@lib/kernel';
import { authorToday, holderObstacle, type HolderObstacle } from '@lib/ledger';
import { dutiesInCase, recordCasePartner, recordDuty } from '@lib/open-items';
import { bookDocument, wordsOf } from '../booking/book-document.js';
import { codingOf } from '../booking/plan-booking.js';
import { absolute, type Coding, grossOf, partnersOf } from '../coding/coding.js';
import { daysBetween } from '../coding/accrual.js';
import { plusDays } from '../coding/payment-terms.js';
import { decisionProblems } from '../decisions/problems.js';
import { type Document, findDocument, recordDocumentEvent, SYSTEM_PERSON } from '../document/document.store.js';
import { insertOrder } from './orders.js';
import { dateAfter, type Rhythm } from './rhythm.js';

/** Money that is owed again and again without an invoice, ordered once (Daueranordnung). */
export interface StandingOrder {
  id: string;
  number: string;
  name: string;
  rhythm: Rhythm;
  firstDate: LocalDate;
  lastDate: LocalDate | null;
  nextDate: LocalDate | null;
  state: 'undecided' | 'active' | 'ended' | 'failed';
  lastError: string | null;
  raisedCount: number;
  /** Cents as text: what each date raises. */
  amount: string | null;
  partnerName: string;
  /** In whose name its dates are posted; null until it is decided. */
  author: string | null;
  authorName: string | null;
  version: number;
}

const SELECT = `select o.id, d.number, o.name, o.rhythm, o.first_date as "firstDate", o.last_date as "lastDate", o.next_date as "nextDate",
    o.state, o.last_error as "lastError", o.raised_count as "raisedCount", d.gross as amount, d.supplier_name as "partnerName", o.author,
    o.author_name as "authorName", o.version
  from standing_order o join document d on d.client_id = o.client_id and d.id = o.id`;

/** Standing orders: running ones first, by their next date. */
export function standingOrders(tx: ClientTx): Promise<StandingOrder[]> {
  return tx.query(
    `${SELECT} where o.client_id = $1 order by array_position(array['failed', 'active', 'undecided', 'ended'], o.state), o.next_date, o.name,
       o.id limit 1000`,
    [tx.clientId],
  );
}

export async function isStandingOrder(tx: ClientTx, documentId: string): Promise<boolean> {
  return (
    (await tx.query('select 1 from standing_order where client_id = $1 and id = $2', [tx.clientId, documentId]))
      .length > 0
  );
}

/** The order is decided: from now on its dates raise what it says, in the name of who approved the posting. */
export async function activateStandingOrder(tx: ClientTx, id: string, by: { id: string; name: string }): Promise<void> {
  await tx.query(
    `update standing_order set state = 'active', author = $3, author_name = $4, version = version + 1
     where client_id = $1 and id = $2 and state = 'undecided'`,
    [tx.clientId, id, by.id, by.name],
  );
  await recordDocumentEvent(tx, { documentId: id, by, kind: 'standing-order-began' });
}

/** Nothing more is raised; what was raised stays. @throws Problem NotFound, VersionConflict, NotAStandingOrder */
export async function endStandingOrder(
  tx: ClientTx,
  id: string,
  version: number,
  by: Actor & { displayName: string },
): Promise<StandingOrder> {
  await locked(tx, id, version, (state) => state !== 'ended');
  await tx.query(
    `update standing_order set state = 'ended', next_date = null, ended_by_name = $3, version = version + 1
     where client_id = $1 and id = $2`,
    [tx.clientId, id, by.displayName],
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'standing-order.end',
    resource: `clients/${tx.clientId}/standing-orders/${id}`,
  });
  await recordDocumentEvent(tx, {
    documentId: id,
    by: { id: by.userId, name: by.displayName },
    kind: 'standing-order-ended',
  });
  return standingOrderOf(tx, id);
}

/** Takes a failed order up again where it stopped. @throws Problem NotFound, VersionConflict, NotAStandingOrder */
export async function resumeStandingOrder(tx: ClientTx, id: string, version: number): Promise<StandingOrder> {
  await locked(tx, id, version, (state) => state === 'failed');
  await tx.query(
    `update standing_order set state = 'active', last_error = null, version = version + 1 where client_id = $1 and id = $2`,
    [tx.clientId, id],
  );
  return standingOrderOf(tx, id);
}

/**
 * Somebody takes a standing order over: its dates are posted in this person's name from now on, with their limit. Whoever may not post
 * it because of what they decided before does not take it over either (four eyes).
 * @param permit called with the amount (cents) of one date; throws when the person may not post it
 * @throws Problem NotFound, VersionConflict, NotAStandingOrder, FourEyes, OwnMatter
 */
export async function takeOverStandingOrder(
  tx: ClientTx,
  id: string,
  version: number,
  by: Actor & { userId: string; displayName: string },
  permit: (amount: Cents) => void,
): Promise<StandingOrder> {
  await locked(tx, id, version, (state) => state === 'active' || state === 'failed');
  const before = await standingOrderOf(tx, id);
  permit(absolute(BigInt(before.amount ?? 0)));
  await recordDuty(tx, { caseId: id, person: by.userId, duty: 'post' });
  await tx.query(
    `update standing_order set author = $3, author_name = $4, state = 'active', last_error = null, version = version + 1
     where client_id = $1 and id = $2`,
    [tx.clientId, id, by.userId, by.displayName],
  );
  const detail = { from: before.authorName };
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'standing-order.take-over',
    resource: `clients/${tx.clientId}/standing-orders/${id}`,
    detail,
  });
  await recordDocumentEvent(tx, {
    documentId: id,
    by: { id: by.userId, name: by.displayName },
    kind: 'standing-order-taken-over',
    detail,
  });
  return standingOrderOf(tx, id);
}

/** Which running orders nothing more is raised from, because of who holds them. */
export async function obstaclesOf(
  tx: ClientTx,
  orders: readonly StandingOrder[],
  today: LocalDate,
): Promise<Map<string, HolderObstacle>> {
  const found = new Map<string, HolderObstacle>();
  const people = new Map<string, Awaited<ReturnType<typeof standingAt>>>();
  for (const { id, author, amount, state } of orders) {
    if (author === null || state === 'ended') continue;
    if (!people.has(author)) people.set(author, await standingAt(tx, author, tx.clientId, today));
    const obstacle = holderObstacle(people.get(author)!, absolute(BigInt(amount ?? 0)));
    if (obstacle !== null) found.set(id, obstacle);
  }
  return found;
}

async function locked(tx: ClientTx, id: string, version: number, allowed: (state: string) => boolean): Promise<void> {
  const [row] = await tx.query<{ version: number; state: string }>(
    'select version, state from standing_order where client_id = $1 and id = $2 for update',
    [tx.clientId, id],
  );
  if (!row) throw problems.NotFound();
  if (row.version !== version) throw problems.VersionConflict({ current: row.version, given: version }, '/version');
  if (!allowed(row.state)) throw decisionProblems.NotAStandingOrder({ state: row.state });
}

async function standingOrderOf(tx: ClientTx, id: string): Promise<StandingOrder> {
  const [row] = await tx.query<StandingOrder>(`${SELECT} where o.client_id = $1 and o.id = $2`, [tx.clientId, id]);
  if (!row) throw problems.NotFound();
  return row;
}

interface Due {
  id: string;
  name: string;
  rhythm: Rhythm;
  first: LocalDate;
  last: LocalDate | null;
  nextDate: LocalDate;
  author: string;
  authorName: string;
  version: number;
}

/**
 * Raises every standing order of the client that is due, each date as a document, an entry and open items of its own. One
 * transaction for each, with the step to the next date, so that several instances may run this and a crash repeats nothing.
 * What the books refuse is marked with the reason and waits for a person.
 */
export async function runStandingOrders(
  database: Database,
  clientId: number,
  today: LocalDate,
  now: Date,
): Promise<{ raised: number; failed: number }> {
  const outcome = { raised: 0, failed: 0 };
  const skipped: string[] = [];
  for (;;) {
    let due: Due | undefined;
    try {
      await database.inClient(clientId, async (tx) => {
        [due] = await tx.query<Due>(
          `select id, name, rhythm, first_date as first, last_date as last, next_date as "nextDate", author, author_name as "authorName", version
           from standing_order where client_id = $1 and state = 'active' and next_date <= $2::date and id <> all ($3::uuid[])
           order by next_date, id limit 1 for update skip locked`,
          [clientId, today, skipped],
        );
        if (due) await raiseOne(tx, due, today, now);
      });
      if (!due) return outcome;
      outcome.raised++;
    } catch (error) {
      if (!due || !(error instanceof Problem)) throw error;
      if (error.code === 'LedgerBusy') return outcome; // nobody has judged it: it stays due
      skipped.push(due.id);
      outcome.failed++;
      const failed = due;
      await database.inClient(clientId, (tx) =>
        tx.query(
          `update standing_order set state = 'failed', last_error = $3, version = version + 1
           where client_id = $1 and id = $2 and version = $4`,
          [clientId, failed.id, cut(wordsOf(error), 500), failed.version],
        ),
      );
    }
  }
}

async function raiseOne(tx: ClientTx, due: Due, today: LocalDate, now: Date): Promise<void> {
  const order = (await findDocument(tx, due.id))!;
  const coding = onDate(codingOf(order), due.nextDate, due.first);
  const gross = grossOf(coding);
  const author = await authorToday(tx, { id: due.author, name: due.authorName }, absolute(gross), today);
  const documentId = await insertOrder(tx, {
    kind: 'order',
    coding,
    department: order.department,
    gross,
    payable: gross,
    today,
    now,
    by: SYSTEM_PERSON,
    state: 'posted',
  });
  // Each date is a case of its own: whoever certified, ordered and posted the order has done so for it, and does not pay it.
  for (const { person, duty } of await dutiesInCase(tx, order.id))
    await recordDuty(tx, { caseId: documentId, person, duty });
  for (const partner of partnersOf(coding)) await recordCasePartner(tx, documentId, partner);
  await recordDocumentEvent(tx, {
    documentId,
    by: SYSTEM_PERSON,
    kind: 'raised-by-standing-order',
    detail: { order: order.number, orderId: order.id, date: due.nextDate },
  });
  const raised = await findDocument(tx, documentId);
  await bookDocument(
    tx,
    raised as Document,
    {
      ...author,
      actor: { ...SYSTEM, displayName: SYSTEM_PERSON.name },
    },
    { bookingDate: due.nextDate, today, source: `standing-order:${order.number}`, coding },
  );
  await tx.query(
    'insert into standing_order_document (client_id, order_id, due_date, document_id) values ($1, $2, $3, $4)',
    [tx.clientId, due.id, due.nextDate, documentId],
  );
  const next = dateAfter(due.nextDate, due);
  await tx.query(
    `update standing_order set next_date = $3, state = $4, raised_count = raised_count + 1, version = version + 1
     where client_id = $1 and id = $2`,
    [tx.clientId, due.id, next, next === null ? 'ended' : 'active'],
  );
}

/** The order's coding for one of its dates: the days move with it, and the text names the month. */
function onDate(coding: Coding, date: LocalDate, first: LocalDate): Coding {
  const term = coding.dueOn === null ? 0 : daysBetween(first, coding.dueOn) - 1;
  const month = `${date.slice(5, 7)}/${date.slice(0, 4)}`;
  return {
    ...coding,
    bookingDate: date,
    dueOn: plusDays(date, Math.max(0, term)),
    text: cut(`${coding.text} ${month}`, 400),
  };
}
