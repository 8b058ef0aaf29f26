import type { Role } from '@lib/access';
import type { ClientTx } from '@lib/database';
import type { Cents, LocalDate } from '@lib/kernel';
import { changeDocument, type Document, type Person, SYSTEM_PERSON } from '../document/document.store.js';
import { plusDays } from '../coding/payment-terms.js';
import type { Case, NewTask, Outcome, Task, TaskState } from '../workflow/case.js';
import { departmentHead } from '../workflow/responsibilities.store.js';
import { type PlannedStep, STEP_LABELS, type StepKey, type WorkflowStep } from '../workflow/workflow.js';
import { holdersOf } from './people.js';
import { decisionProblems } from './problems.js';

/** A step as it was planned when the document set out: the plan and what the workflow says about it. */
export type StoredStep = Omit<WorkflowStep, 'bySystem'> & PlannedStep;

export interface StoredTask extends Task {
  amount: Cents;
  assignedTo: string[];
  role: Role | null;
  openedAt: string;
  dueOn: LocalDate;
  remindedAt: string | null;
  escalateTo: 'deputy' | Role | null;
  escalatedAt: string | null;
  insteadOf: number | null;
  bySystem: boolean;
  decidedBy: string | null;
  decidedByName: string | null;
  deputyFor: string | null;
  decidedAt: string | null;
  note: string;
}

export interface StoredShare {
  no: number;
  holder: string | null;
  amount: Cents;
  /** The places of its coding lines, from 0. */
  lines: number[];
  note: string;
}

export interface StoredCase extends Case {
  workflowVersion: number;
  plan: StoredStep[];
  total: Cents;
  tasks: StoredTask[];
  shareRows: StoredShare[];
  submittedAt: string;
  submittedBy: { id: string | null; name: string };
  codedVersion: number;
}

export const TASK_COLUMNS = `task_no as no, step, share_no as share, amount, assigned_to as "assignedTo", role, opened_at as "openedAt", due_on as "dueOn",
  reminded_at as "remindedAt", escalate_to as "escalateTo", escalated_at as "escalatedAt", instead_of as "insteadOf", state, voided,
  by_system as "bySystem", decided_by as "decidedBy", decided_by_name as "decidedByName", deputy_for as "deputyFor",
  decided_at as "decidedAt", note`;

/** The running case of a document with everything decided so far; undefined before it was first submitted. */
export async function findCase(tx: ClientTx, documentId: string): Promise<StoredCase | undefined> {
  // One question instead of three: this is asked with every decision and every look at a document.
  const [row] = await tx.query<{
    workflowVersion: number;
    steps: StoredStep[];
    total: string;
    submittedAt: string;
    submittedBy: string | null;
    submittedByName: string;
    codedVersion: number;
    tasks: (Omit<StoredTask, 'amount'> & { amount: string })[];
    shares: (Omit<StoredShare, 'amount'> & { amount: string })[];
  }>(
    `select c.workflow_version as "workflowVersion", c.steps, c.total, c.submitted_at as "submittedAt", c.submitted_by as "submittedBy",
       c.submitted_by_name as "submittedByName", c.coded_version as "codedVersion",
       (select coalesce(jsonb_agg(to_jsonb(t) order by t.no), '[]') from (
          select task_no as no, step, share_no as share, amount::text, assigned_to as "assignedTo", role, ${instant('opened_at')} as "openedAt",
            due_on as "dueOn", ${instant('reminded_at')} as "remindedAt", escalate_to as "escalateTo",
            ${instant('escalated_at')} as "escalatedAt", instead_of as "insteadOf", state, voided, by_system as "bySystem",
            decided_by as "decidedBy", decided_by_name as "decidedByName", deputy_for as "deputyFor",
            ${instant('decided_at')} as "decidedAt", note
          from document_task where client_id = c.client_id and document_id = c.document_id) t) as tasks,
       (select coalesce(jsonb_agg(jsonb_build_object('no', share_no, 'holder', holder, 'amount', amount::text, 'lines', lines, 'note', note)
          order by share_no), '[]') from document_share where client_id = c.client_id and document_id = c.document_id) as shares
     from document_case c where c.client_id = $1 and c.document_id = $2`,
    [tx.clientId, documentId],
  );
  if (!row) return undefined;
  return {
    workflowVersion: row.workflowVersion,
    plan: row.steps,
    total: BigInt(row.total),
    shares: numbersOf(row.shares),
    tasks: row.tasks.map((task) => ({ ...task, amount: BigInt(task.amount) })),
    shareRows: row.shares.map((share) => ({ ...share, amount: BigInt(share.amount) })),
    submittedAt: row.submittedAt,
    submittedBy: { id: row.submittedBy, name: row.submittedByName },
    codedVersion: row.codedVersion,
  };
}

/** The shares that are decided one by one: a document of one holder is decided as a whole. */
export const numbersOf = (shares: readonly { no: number }[]): number[] =>
  shares.length > 1 ? shares.map((share) => share.no) : [];

/** An instant inside JSON as the driver gives it outside: in UTC with its microseconds. */
function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

export interface NewCase {
  workflowVersion: number;
  plan: StoredStep[];
  total: Cents;
  shares: StoredShare[];
  by: Person;
  at: Date;
  codedVersion: number;
}

/** Writes what a document sets out with; of an earlier round only the tasks stay. */
export async function writeCase(tx: ClientTx, documentId: string, wish: NewCase): Promise<void> {
  await tx.query(
    `insert into document_case (client_id, document_id, workflow_version, steps, total, submitted_at, submitted_by, submitted_by_name,
       coded_version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (client_id, document_id) do update set workflow_version = excluded.workflow_version, steps = excluded.steps,
       total = excluded.total, submitted_at = excluded.submitted_at, submitted_by = excluded.submitted_by,
       submitted_by_name = excluded.submitted_by_name, coded_version = excluded.coded_version`,
    [
      tx.clientId,
      documentId,
      wish.workflowVersion,
      JSON.stringify(wish.plan),
      wish.total.toString(),
      wish.at,
      wish.by.id,
      wish.by.name,
      wish.codedVersion,
    ],
  );
  await tx.query('delete from document_share where client_id = $1 and document_id = $2', [tx.clientId, documentId]);
  for (const share of wish.shares)
    await tx.query(
      'insert into document_share (client_id, document_id, share_no, holder, amount, lines, note) values ($1, $2, $3, $4, $5, $6, $7)',
      [tx.clientId, documentId, share.no, share.holder, share.amount.toString(), share.lines, share.note],
    );
}

/** Who decided, for the rows that a decision closes. */
export interface Decider {
  id: string;
  name: string;
  deputyFor: string | null;
  note: string;
}

export interface WriteContext {
  document: Document;
  case: Pick<StoredCase, 'plan' | 'total' | 'shareRows' | 'tasks'>;
  today: LocalDate;
  now: Date;
  by: Decider | null;
  /** Whom a forwarded task goes to. */
  forwardTo?: string;
}

/** Writes what follows from a decision: closed, voided and new tasks, and where the document is now. Answers the document. */
export async function writeOutcome(tx: ClientTx, outcome: Outcome, context: WriteContext): Promise<Document> {
  const { document, by, now } = context;
  for (const { task, state } of outcome.close) await closeTask(tx, document.id, task, state, by, now);
  if (outcome.void.length > 0)
    await tx.query(
      'update document_task set voided = true where client_id = $1 and document_id = $2 and task_no = any ($3) and not voided',
      [tx.clientId, document.id, outcome.void],
    );
  let no = Math.max(0, ...context.case.tasks.map((task) => task.no));
  const opened: { assignedTo: string[]; role: string | null; dueOn: LocalDate }[] = [];
  for (const wish of outcome.open) {
    const planned = context.case.plan.find((one) => one.step === wish.step)!;
    const asked = await whomToAsk(tx, wish, planned, context);
    const dueOn = plusDays(context.today, planned.deadlineDays);
    await tx.query(
      `insert into document_task (client_id, document_id, task_no, step, share_no, amount, assigned_to, role, opened_at, due_on, remind_on,
         escalate_on, escalate_to, instead_of, state, by_system, decided_by_name, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        tx.clientId,
        document.id,
        ++no,
        wish.step,
        wish.share,
        amountOf(wish, context).toString(),
        asked.assignedTo,
        asked.role,
        now,
        dueOn,
        plusDays(dueOn, -planned.reminderDays),
        planned.escalation && plusDays(dueOn, planned.escalation.afterDays),
        planned.escalation?.to ?? null,
        wish.insteadOf,
        wish.bySystem ? 'approved' : 'open',
        wish.bySystem,
        wish.bySystem ? SYSTEM_PERSON.name : null,
        wish.bySystem ? now : null,
      ],
    );
    if (!wish.bySystem) opened.push({ ...asked, dueOn });
  }
  return placeDocument(tx, outcome, context, opened);
}

async function closeTask(
  tx: ClientTx,
  documentId: string,
  task: number,
  state: TaskState,
  by: Decider | null,
  now: Date,
): Promise<void> {
  const own = state !== 'withdrawn';
  const rows = await tx.query(
    `update document_task set state = $4, decided_by = $5, decided_by_name = $6, deputy_for = $7, decided_at = $8, note = $9
     where client_id = $1 and document_id = $2 and task_no = $3 and state = 'open' returning 1`,
    [
      tx.clientId,
      documentId,
      task,
      state,
      by?.id ?? null,
      by?.name ?? SYSTEM_PERSON.name,
      own ? (by?.deputyFor ?? null) : null,
      now,
      own ? (by?.note ?? '') : '',
    ],
  );
  if (rows.length === 0) throw decisionProblems.TaskNotOpen();
}

function amountOf(wish: NewTask, { case: { total, shareRows } }: WriteContext): Cents {
  return wish.share === null ? total : shareRows.find((share) => share.no === wish.share)!.amount;
}

/** The people or the role that a step falls to; what the workflow names finds somebody or falls back to a role. */
async function whomToAsk(
  tx: ClientTx,
  wish: NewTask,
  planned: StoredStep,
  context: WriteContext,
): Promise<{ assignedTo: string[]; role: string | null }> {
  if (wish.insteadOf !== null && context.forwardTo !== undefined)
    return { assignedTo: [context.forwardTo], role: null };
  if (wish.insteadOf !== null) {
    const before = context.case.tasks.find((task) => task.no === wish.insteadOf)!;
    return { assignedTo: before.assignedTo, role: before.role };
  }
  const byRole = { assignedTo: [], role: planned.fallback };
  const { assignment } = planned;
  const { shareRows } = context.case;
  const share = shareRows.length === 1 ? shareRows[0] : shareRows.find((one) => one.no === wish.share);
  switch (assignment.to) {
    case 'role':
      return { assignedTo: [], role: assignment.role };
    case 'people':
      return { assignedTo: assignment.people, role: null };
    case 'department-head': {
      const { department } = context.document;
      const head = department === null ? undefined : await departmentHead(tx, department, context.today);
      return head === undefined ? byRole : { assignedTo: [head], role: null };
    }
    case 'budget-holder':
      return share?.holder ? { assignedTo: [share.holder], role: null } : byRole;
  }
}

/** State, step, deadline and people on the document's own row, for lists. */
async function placeDocument(
  tx: ClientTx,
  outcome: Outcome,
  context: WriteContext,
  opened: readonly { assignedTo: string[]; role: string | null; dueOn: LocalDate }[],
): Promise<Document> {
  const { document, now } = context;
  const closed = new Set(outcome.close.map((one) => one.task));
  const still = context.case.tasks.filter((task) => task.state === 'open' && !closed.has(task.no));
  const tasks = [...still, ...opened];
  const roles = [...new Set(tasks.flatMap((task) => (task.role === null ? [] : [task.role])))];
  const assignees = new Set(tasks.flatMap((task) => task.assignedTo));
  if (roles.length > 0) {
    const holders = await holdersOf(tx, roles, context.today);
    if (holders.length === 0 && outcome.step !== null)
      throw decisionProblems.NobodyToDecide({ step: STEP_LABELS[outcome.step].de });
    for (const holder of holders) assignees.add(holder);
  }
  const since = outcome.step === null ? null : now.toISOString();
  const placed = {
    // Who writes the last approval posts in the same transaction, or nothing of it stays.
    state: outcome.state === 'done' ? ('posted' as const) : outcome.state,
    step: outcome.step,
    stepSince: outcome.step === document.step ? document.stepSince : since,
    stepDue: tasks.map((task) => task.dueOn).sort()[0] ?? null,
    assignees: [...assignees],
  };
  return { ...document, ...placed, version: await changeDocument(tx, document.id, placed) };
}

/** The open tasks of a step, of one share if it is named. */
export const openTasks = (
  state: { tasks: readonly StoredTask[] },
  step: StepKey,
  share: number | null | undefined,
): StoredTask[] =>
  state.tasks.filter(
    (task) =>
      task.state === 'open' && task.step === step && (share === undefined || share === null || task.share === share),
  );
