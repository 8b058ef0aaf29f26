import { requireClient, requireLimit } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { formatEuro, type LocalDate, problems } from '@lib/kernel';
import { dutyConflict, openItemProblems, recordDuty } from '@lib/open-items';
import { bookDocument, type BookedDocument } from '../booking/book-document.js';
import { codingOf } from '../booking/plan-booking.js';
import { matchContract } from '../orders/contracts.store.js';
import { activateStandingOrder, isStandingOrder } from '../orders/standing-orders.js';
import { type Document, lockDocument, recordDocumentEvent } from '../document/document.store.js';
import { decide, type Decision } from '../workflow/case.js';
import { DUTY_OF, STEP_LABELS, type StepKey } from '../workflow/workflow.js';
import { type Decider, findCase, openTasks, type StoredCase, type StoredTask, writeOutcome } from './case.store.js';
import { actorOf, type Doer, personOf, privilegedAt } from './doer.js';
import { actingAs, namesOf, standingOf, whoMayTake } from './people.js';
import { decisionProblems } from './problems.js';

export interface DecisionWish {
  documentId: string;
  version: number;
  step: StepKey;
  share?: number | null;
  decision: 'approve' | 'return' | 'forward' | 'withdraw';
  note?: string;
  /** forward: to whom. */
  to?: string;
  /** return: the step to go back to; absent: to the clerk. */
  toStep?: StepKey | null;
  /** posting: the booking date; default today. */
  bookingDate?: LocalDate;
}

export interface Decided {
  document: Document;
  /** What was posted, when the decision was the last. */
  booked: BookedDocument | null;
}

/**
 * Writes down what somebody decides, and what follows from it. The document is locked first: of two people who decide at the
 * same time the second sees what the first did. The last approval posts in the same transaction.
 * @throws Problem NotFound, VersionConflict, TaskUnknown, TaskNotOpen, ShareToName, NotYourDecision, FourEyes, OwnMatter,
 *   SecondOrderSecondPerson, AmountLimitExceeded, Forbidden, DecisionNoteMissing, ReturnTargetWrong, NotForwardable,
 *   DecidedAfterwards, and what the books refuse
 */
export async function decideOnDocument(tx: ClientTx, wish: DecisionWish, doer: Doer): Promise<Decided> {
  const document = await lockDocument(tx, wish.documentId);
  const running = await findCase(tx, document.id);
  if (!running) throw document.version === wish.version ? decisionProblems.TaskNotOpen() : conflict(document, wish);
  const today = doer.clock.today();
  const standing = await standingOf(tx, doer.principal.userId, tx.clientId, today);
  const task = taskOf(running, wish, doer, (one) => actingAs(standing, askedOf(one)) !== null, document);
  const acting =
    wish.decision === 'withdraw'
      ? task.decidedBy === doer.principal.userId && { deputyFor: task.deputyFor }
      : actingAs(standing, askedOf(task));
  if (!acting) throw decisionProblems.NotYourDecision({ step: STEP_LABELS[task.step].de });
  const note = (wish.note ?? '').trim();
  if (wish.decision !== 'approve' && note.length < 3) throw decisionProblems.DecisionNoteMissing({}, '/note');
  const by: Decider = { ...personOf(doer), deputyFor: acting.deputyFor, note };

  if (wish.decision === 'approve') await takeDuty(tx, document, task, doer);
  if (wish.decision === 'forward') await checkForwarding(tx, document, task, wish.to, today);
  const outcome = decide(running, decisionOf(wish, task));
  if (!outcome.ok) {
    if (outcome.error === 'ReturnTargetWrong') throw decisionProblems.ReturnTargetWrong({}, '/toStep');
    throw decisionProblems[outcome.error]();
  }
  const after = await writeOutcome(tx, outcome.value, {
    document,
    case: running,
    today,
    now: doer.clock.now(),
    by,
    ...(wish.to !== undefined && { forwardTo: wish.to }),
  }).catch((error: { constraint?: string }) => {
    throw error.constraint === 'second_order_second_person' ? decisionProblems.SecondOrderSecondPerson() : error;
  });
  await recordDecision(tx, document, task, wish, by, doer);
  const booked = outcome.value.state === 'done' ? await finish(tx, document, wish, doer) : null;
  return { document: after, booked };
}

const askedOf = (task: StoredTask) => ({
  assignedTo: task.assignedTo,
  role: task.role,
  escalatedTo: task.escalatedAt === null ? null : task.escalateTo,
});

const conflict = (document: Document, wish: DecisionWish) =>
  problems.VersionConflict({ current: document.version, given: wish.version }, '/version');

/**
 * The task that a decision is about. Whoever read an older version is told so, with one exception: shares of one step are
 * decided side by side, so a decision about another share of the same coding makes nobody's page out of date.
 */
function taskOf(
  running: StoredCase,
  wish: DecisionWish,
  doer: Doer,
  mayDecide: (task: StoredTask) => boolean,
  document: Document,
): StoredTask {
  const current = document.version === wish.version;
  const share = wish.share ?? null;
  const named = running.tasks.filter((task) => task.step === wish.step && (share === null || task.share === share));
  if (wish.decision === 'withdraw') {
    const own = named.findLast(
      (task) => task.state === 'approved' && !task.voided && task.decidedBy === doer.principal.userId,
    );
    if (!current) throw conflict(document, wish);
    if (!own) throw decisionProblems.TaskNotOpen();
    return own;
  }
  const open = openTasks(running, wish.step, share);
  const sideBySide = open.some((task) => task.share !== null) && wish.version >= running.codedVersion;
  if (!current && !sideBySide) throw conflict(document, wish);
  if (open.length === 0) throw named.length === 0 ? decisionProblems.TaskUnknown() : decisionProblems.TaskNotOpen();
  const mine = open.filter(mayDecide);
  if (mine.length > 1)
    throw decisionProblems.ShareToName({ shares: mine.map((task) => task.share).join(', ') }, '/share');
  return mine[0] ?? open[0]!;
}

function decisionOf(wish: DecisionWish, task: StoredTask): Decision {
  if (wish.decision === 'return') return { kind: 'return', task: task.no, toStep: wish.toStep ?? null };
  return { kind: wish.decision, task: task.no };
}

/** Permission, amount limit, four eyes and own matter; the row of the approval will stand on the duty. */
async function takeDuty(tx: ClientTx, document: Document, task: StoredTask, doer: Doer): Promise<void> {
  const permission = task.step === 'posting' ? 'journal:post' : 'documents:decide';
  requireClient(doer.principal, tx.clientId, permission);
  requireLimit(doer.principal, tx.clientId, permission, task.amount < 0n ? -task.amount : task.amount);
  await recordDuty(tx, { caseId: document.id, person: doer.principal.userId, duty: DUTY_OF[task.step] });
}

/** Nobody is handed a decision that they could not take. */
async function checkForwarding(
  tx: ClientTx,
  document: Document,
  task: StoredTask,
  to: string | undefined,
  today: LocalDate,
): Promise<void> {
  if (to === undefined) throw decisionProblems.NotForwardable({}, '/to');
  const may = await whoMayTake(tx, task.step, [to], today);
  if (may.size === 0) throw decisionProblems.NotForwardable({}, '/to');
  const duty = DUTY_OF[task.step];
  const against = await dutyConflict(tx, { caseId: document.id, person: to, duty });
  if (against?.code === 'OwnMatter') throw openItemProblems.OwnMatter({}, '/to');
  if (against) throw openItemProblems.FourEyes({}, '/to');
}

const EVENTS = { approve: 'approved', return: 'returned', forward: 'forwarded', withdraw: 'withdrawn' } as const;

async function recordDecision(
  tx: ClientTx,
  document: Document,
  task: StoredTask,
  wish: DecisionWish,
  by: Decider,
  doer: Doer,
): Promise<void> {
  const ids = [by.deputyFor, wish.decision === 'forward' ? wish.to : null].filter((id) => id != null);
  const names = await namesOf(tx, ids);
  await recordDocumentEvent(tx, {
    documentId: document.id,
    by: personOf(doer),
    at: doer.clock.now(),
    kind: EVENTS[wish.decision],
    note: by.note,
    detail: {
      step: task.step,
      ...(task.share !== null && { share: task.share }),
      amount: formatEuro(task.amount),
      waitedSince: task.openedAt,
      ...(by.deputyFor !== null && { deputyFor: { id: by.deputyFor, name: names.get(by.deputyFor) ?? '' } }),
      ...(wish.decision === 'forward' && { to: { id: wish.to, name: names.get(wish.to!) ?? '' } }),
      ...(wish.decision === 'return' && { toStep: wish.toStep ?? null }),
    },
  });
}

/** The last approval: the document goes into the books, or its standing order begins. */
async function finish(
  tx: ClientTx,
  document: Document,
  wish: DecisionWish,
  doer: Doer,
): Promise<BookedDocument | null> {
  const by = {
    id: doer.principal.userId,
    name: doer.principal.displayName,
    privileged: privilegedAt(tx, doer),
    actor: actorOf(doer),
  };
  if (document.kind === 'order' && (await isStandingOrder(tx, document.id))) {
    await activateStandingOrder(tx, document.id, by);
    return null;
  }
  const booked = await bookDocument(tx, document, by, {
    bookingDate: wish.bookingDate ?? null,
    today: doer.clock.today(),
    at: doer.clock.now(),
  });
  await matchContract(tx, document, codingOf(document));
  return booked;
}
