import type { ClientTx } from '@lib/database';
import { type FieldRefusal, formatEuro } from '@lib/kernel';
import { refused } from '@lib/ledger';
import { dutiesOf, recordCasePartner } from '@lib/open-items';
import { amountsOf } from '../booking/document-facts.js';
import { codingOf, faultsOf } from '../booking/plan-booking.js';
import { absolute, type Coding, grossOf, partnersOf, sum } from '../coding/coding.js';
import { mayBe, statesFor } from '../document/document.js';
import { changeDocument, type Document, lockDocument, recordDocumentEvent } from '../document/document.store.js';
import { captureDocument, hindrances } from '../inbox/desk.js';
import { documentProblems } from '../problems.js';
import { begin } from '../workflow/case.js';
import { budgetHolders } from '../workflow/responsibilities.store.js';
import { planSteps } from '../workflow/workflow.js';
import { workflowOn } from '../workflow/workflow.store.js';
import { findCase, numbersOf, type StoredShare, type StoredStep, writeCase, writeOutcome } from './case.store.js';
import { type Doer, personOf } from './doer.js';
import { whoMayTake } from './people.js';
import { decisionProblems } from './problems.js';

/**
 * Sends a coded document on its way. From here on people decide about exactly what they see: the coding rests until the
 * document is returned or taken back.
 * @throws Problem NotFound, VersionConflict, NotInThisState, DocumentStopped, FindingsNotAccepted, CodingMissing, what stands
 *   against the coding, NobodyToDecide, OwnMatter
 */
export async function submitDocument(
  tx: ClientTx,
  wish: { documentId: string; version: number },
  doer: Doer,
): Promise<Document> {
  const document = await lockDocument(tx, wish.documentId, wish.version);
  if (!mayBe('submit', document.state))
    throw documentProblems.NotInThisState({
      number: document.number,
      state: document.state,
      wanted: statesFor('submit').join(', '),
    });
  refuseStopped(document);
  const coding = codingOf(document);
  const faults = await faultsOf(tx, document, coding);
  if (faults.length > 0) throw refused(faults);
  for (const partner of partnersOf(coding)) await recordCasePartner(tx, document.id, partner);

  const today = doer.clock.today();
  const now = doer.clock.now();
  const workflow = await workflowOn(tx, today);
  const total = absolute(grossOf(coding));
  const planned = planSteps(workflow.steps, { total, exact: isExact(document) });
  const plan = planned.map((one): StoredStep => ({
    ...workflow.steps.find((step) => step.step === one.step)!,
    ...one,
  }));
  const shares = await sharesOf(tx, coding, plan, today);
  const before = await findCase(tx, document.id);
  const by = personOf(doer);
  await writeCase(tx, document.id, {
    workflowVersion: workflow.version,
    plan,
    total,
    shares,
    by,
    at: now,
    codedVersion: document.version + 1,
  });
  const numbers = numbersOf(shares);
  const after = await writeOutcome(tx, begin(planned, numbers), {
    document,
    case: { plan, total, shareRows: shares, tasks: before?.tasks ?? [] },
    today,
    now,
    by: null,
  });
  await recordDocumentEvent(tx, {
    documentId: document.id,
    by,
    at: now,
    kind: 'submitted',
    detail: {
      workflow: workflow.version,
      steps: planned.map((one) => one.step),
      total: formatEuro(total),
      shares: numbers.length,
    },
  });
  return after;
}

/** Alarms and findings that somebody has to settle first; the others are shown to everybody who decides. */
function refuseStopped(document: Document): void {
  const [first, ...others] = hindrances(document);
  if (first === 'NotAccepted') throw decisionProblems.FindingsNotAccepted();
  if (first !== undefined) throw decisionProblems.DocumentStopped({ alarms: [first, ...others].join(', ') });
  if (document.currency !== null && document.currency !== 'EUR')
    throw decisionProblems.CurrencyNotEuro({ currency: document.currency });
}

/** Structured, and its own sums recomputed without a difference. */
const isExact = (document: Document): boolean =>
  (document.fileKind === 'xml' || document.fileKind === 'hybrid-pdf') &&
  document.invoice !== null &&
  !document.alarms.includes('TotalsDiffer') &&
  !document.alarms.includes('Incomplete');

/**
 * The budget shares of a document: as the clerk split it, else by the budget holders of its products. A document of one
 * holder is one share and decided as a whole.
 */
async function sharesOf(
  tx: ClientTx,
  coding: Coding,
  plan: readonly StoredStep[],
  today: string,
): Promise<StoredShare[]> {
  if (coding.shares.length > 0) {
    const holders = coding.shares.map((share) => share.holder);
    const known = await whoMayTake(tx, 'order', holders, today);
    const strangers = coding.shares.flatMap((share, index): FieldRefusal[] =>
      known.has(share.holder) ? [] : [{ pointer: `/shares/${index}/holder`, code: 'NotForwardable', params: {} }],
    );
    if (strangers.length > 0) throw refused(strangers);
    return coding.shares.map((share) => ({
      ...share,
      amount: absolute(share.amount),
      lines: coding.lines.flatMap((line, at) => (line.share === share.no ? [at] : [])),
    }));
  }
  if (!plan.some((step) => step.assignment.to === 'budget-holder')) return [];
  const products = [...new Set(coding.lines.flatMap((line) => line.product ?? []))];
  const holderOf = await budgetHolders(tx, products, today);
  const groups = new Map<string | null, number[]>();
  for (const [at, { product }] of coding.lines.entries()) {
    const holder = (product !== null && holderOf.get(product)) || null;
    groups.set(holder, [...(groups.get(holder) ?? []), at]);
  }
  return [...groups].map(([holder, lines], index) => ({
    no: index + 1,
    holder,
    amount: absolute(sum(lines.map((at) => coding.lines[at]!.gross))),
    lines,
    note: '',
  }));
}

/**
 * Takes a document back to bookkeeping that nobody but the system has decided on since it was submitted.
 * @throws Problem NotFound, VersionConflict, NotInThisState, DecidedAfterwards
 */
export async function recallDocument(
  tx: ClientTx,
  wish: { documentId: string; version: number; note: string },
  doer: Doer,
): Promise<Document> {
  const document = await lockDocument(tx, wish.documentId, wish.version);
  const running = await findCase(tx, document.id);
  if (!running || document.step === null)
    throw documentProblems.NotInThisState({ number: document.number, state: document.state, wanted: 'in-decision' });
  if (running.tasks.some((task) => task.state === 'approved' && !task.voided && !task.bySystem))
    throw decisionProblems.DecidedAfterwards();
  const by = personOf(doer);
  const after = await writeOutcome(
    tx,
    {
      close: running.tasks
        .filter((task) => task.state === 'open')
        .map((task) => ({ task: task.no, state: 'withdrawn' })),
      void: running.tasks.filter((task) => task.state === 'approved' && !task.voided).map((task) => task.no),
      open: [],
      state: 'returned',
      step: null,
    },
    {
      document,
      case: running,
      today: doer.clock.today(),
      now: doer.clock.now(),
      by: { ...by, deputyFor: null, note: wish.note },
    },
  );
  await recordDocumentEvent(tx, {
    documentId: document.id,
    by,
    at: doer.clock.now(),
    kind: 'recalled',
    note: wish.note,
  });
  return after;
}

/** The duties a person has already taken in a case, for screens that show what they may still do. */
export const ownDuties = (tx: ClientTx, documentId: string, userId: string) => dutiesOf(tx, documentId, userId);

/** What an order without an invoice is about, by its coding. */
export function orderAmounts(
  coding: Coding,
  kind: string,
): { net: bigint; tax: bigint; gross: bigint; payable: bigint } {
  const gross = grossOf(coding);
  const net = sum(coding.lines.map((line) => line.net));
  return { net, tax: gross - net, gross, payable: kind === 'internal' ? 0n : gross };
}

/** Keeps the coding of a document. @throws Problem NotFound, VersionConflict, NotInThisState, OwnMatter */
export async function saveCoding(
  tx: ClientTx,
  wish: { documentId: string; version: number; coding: Coding; written: Record<string, unknown> },
  doer: Doer,
): Promise<Document> {
  let document = await lockDocument(tx, wish.documentId, wish.version);
  if (!mayBe('code', document.state))
    throw documentProblems.NotInThisState({
      number: document.number,
      state: document.state,
      wanted: statesFor('code').join(', '),
    });
  const { coding } = wish;
  const file = document.fileKind !== 'none';
  if (file && coding.partnerId !== null && coding.partnerId !== document.partnerId) {
    // Whose invoice it is decides about duplicates and alarms: it is entered as if by hand.
    const known = { partnerId: coding.partnerId, version: document.version };
    await captureDocument(tx, document.id, known, personOf(doer), doer.clock);
    document = await lockDocument(tx, document.id);
  }
  await tx.query('update document set coding = $3 where client_id = $1 and id = $2', [
    tx.clientId,
    document.id,
    JSON.stringify(wish.written),
  ]);
  await changeDocument(tx, document.id, {
    ...(coding.dueOn !== null && { dueOn: coding.dueOn }),
    discountOn: coding.discountOn,
    // Without a file the coding is all there is: it says the amounts.
    ...(!file && orderAmounts(coding, document.kind)),
  });
  const amounts = amountsOf(document);
  await recordDocumentEvent(tx, {
    documentId: document.id,
    by: personOf(doer),
    at: doer.clock.now(),
    kind: 'coded',
    detail: {
      lines: coding.lines.length,
      coded: formatEuro(grossOf(coding)),
      ...(amounts && { total: formatEuro(amounts.payable + amounts.prepaid) }),
    },
  });
  return lockDocument(tx, document.id);
}
