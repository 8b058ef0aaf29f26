import { type Result, err, ok } from '@lib/kernel';
import type { PlannedStep, StepKey } from './workflow.js';

/*
 * A running case: the steps that were planned when the document set out, its shares, and the tasks handed out so far. What
 * follows from a decision is computed here, without a database; the store writes it down.
 */

export type TaskState = 'open' | 'approved' | 'returned' | 'forwarded' | 'withdrawn';

export interface Task {
  no: number;
  step: StepKey;
  /** Null: about the whole document. */
  share: number | null;
  state: TaskState;
  /** An approval that a later return or withdrawal has overtaken: it stays in the history and no longer counts. */
  voided: boolean;
}

export interface Case {
  plan: readonly PlannedStep[];
  /** The numbers of the shares; empty when the document is decided as a whole. */
  shares: readonly number[];
  tasks: readonly Task[];
}

export type Decision =
  | { kind: 'approve'; task: number }
  | { kind: 'forward'; task: number }
  /** `toStep` null: to the clerk, who changes the coding and submits anew. */
  | { kind: 'return'; task: number; toStep: StepKey | null }
  /** Takes back the own approval while nobody has decided after it. */
  | { kind: 'withdraw'; task: number };

export interface NewTask {
  step: StepKey;
  share: number | null;
  /** Decided by the system with the opening. */
  bySystem: boolean;
  /** The task it takes over from; its holder is chosen by the person who forwards. */
  insteadOf: number | null;
}

/** What a decision leads to. */
export interface Outcome {
  close: { task: number; state: TaskState }[];
  /** Approvals that no longer count. */
  void: number[];
  open: NewTask[];
  /** `decided`: only the posting is left; `done`: the posting is approved. */
  state: 'in-decision' | 'returned' | 'decided' | 'done';
  /** The step that the document waits in now; null when it waits in none. */
  step: StepKey | null;
}

const counts = (task: Task): boolean => task.state === 'approved' && !task.voided;
const stepTasks = (plan: PlannedStep, shares: readonly number[]): (number | null)[] =>
  plan.perShare && shares.length > 0 ? [...shares] : [null];

/** The tasks with which a document sets out, or goes on after a step, and the state it is in then. */
export function begin(plan: readonly PlannedStep[], shares: readonly number[], from: StepKey | null = null): Outcome {
  const open: NewTask[] = [];
  const start = from === null ? 0 : plan.findIndex((one) => one.step === from);
  for (const planned of plan.slice(start)) {
    for (const share of stepTasks(planned, shares))
      open.push({ step: planned.step, share, bySystem: planned.bySystem, insteadOf: null });
    if (!planned.bySystem) return { close: [], void: [], open, ...waitingIn(planned.step) };
  }
  return { close: [], void: [], open, state: 'done', step: null };
}

const waitingIn = (step: StepKey): Pick<Outcome, 'state' | 'step'> => ({
  state: step === 'posting' ? 'decided' : 'in-decision',
  step,
});

/** The step in which tasks are open; null when none is. */
export const currentStep = (tasks: readonly Task[]): StepKey | null =>
  tasks.find((task) => task.state === 'open')?.step ?? null;

export type CaseError = 'TaskUnknown' | 'TaskNotOpen' | 'ReturnTargetWrong' | 'DecidedAfterwards';

/**
 * What follows from a decision.
 * - An approval closes its task. When all tasks of the step are approved the next step begins; steps of the system are taken on
 *   the way.
 * - A return ends everything that is open. To the clerk the case ends; to an earlier step it begins again there.
 *   A split document is returned as a whole: the split itself may be what is wrong.
 * - A forwarded task goes on with another holder.
 * - A withdrawal opens the task again while no task of a later step was decided.
 */
export function decide(state: Case, decision: Decision): Result<Outcome, CaseError> {
  const task = state.tasks.find((one) => one.no === decision.task);
  if (!task) return err('TaskUnknown');
  if (decision.kind === 'withdraw') return withdraw(state, task);
  if (task.state !== 'open') return err('TaskNotOpen');
  switch (decision.kind) {
    case 'approve':
      return ok(approve(state, task));
    case 'forward':
      return ok({
        close: [{ task: task.no, state: 'forwarded' }],
        void: [],
        open: [{ step: task.step, share: task.share, bySystem: false, insteadOf: task.no }],
        ...waitingIn(task.step),
      });
    case 'return':
      return sendBack(state, task, decision.toStep);
  }
}

function approve(state: Case, task: Task): Outcome {
  const close: Outcome['close'] = [{ task: task.no, state: 'approved' }];
  const others = state.tasks.some((one) => one.state === 'open' && one.no !== task.no);
  if (others) return { close, void: [], open: [], ...waitingIn(task.step) };
  const next = state.plan[state.plan.findIndex((one) => one.step === task.step) + 1];
  if (!next) return { close, void: [], open: [], state: 'done', step: null };
  return { ...begin(state.plan, state.shares, next.step), close };
}

function sendBack(state: Case, task: Task, toStep: StepKey | null): Result<Outcome, CaseError> {
  const place = (step: StepKey): number => state.plan.findIndex((one) => one.step === step);
  const target = toStep === null ? 0 : place(toStep);
  if (toStep !== null && (target < 0 || target >= place(task.step) || state.plan[target]!.bySystem)) {
    return err('ReturnTargetWrong');
  }
  const close = state.tasks
    .filter((one) => one.state === 'open')
    .map((one) => ({ task: one.no, state: one.no === task.no ? ('returned' as const) : ('withdrawn' as const) }));
  const overtaken = state.tasks.filter((one) => counts(one) && place(one.step) >= target).map((one) => one.no);
  if (toStep === null) return ok({ close, void: overtaken, open: [], state: 'returned', step: null });
  return ok({ ...begin(state.plan, state.shares, toStep), close, void: overtaken });
}

function withdraw(state: Case, task: Task): Result<Outcome, CaseError> {
  if (!counts(task)) return err('TaskNotOpen');
  const place = (step: StepKey): number => state.plan.findIndex((one) => one.step === step);
  const bySystem = (step: StepKey): boolean => state.plan[place(step)]?.bySystem ?? false;
  const later = state.tasks.filter((one) => place(one.step) > place(task.step) && !one.voided);
  if (task.step === 'posting' || later.some((one) => counts(one) && !bySystem(one.step)))
    return err('DecidedAfterwards');
  return ok({
    close: later.filter((one) => one.state === 'open').map((one) => ({ task: one.no, state: 'withdrawn' as const })),
    void: [task.no, ...later.filter(counts).map((one) => one.no)],
    open: [{ step: task.step, share: task.share, bySystem: false, insteadOf: task.no }],
    ...waitingIn(task.step),
  });
}

/** The case after an outcome, as the store will have written it. */
export function afterwards(state: Case, outcome: Outcome): Case {
  const closed = new Map(outcome.close.map((one) => [one.task, one.state]));
  const overtaken = new Set(outcome.void);
  const tasks = state.tasks.map((task) => ({
    ...task,
    state: closed.get(task.no) ?? task.state,
    voided: task.voided || overtaken.has(task.no),
  }));
  let no = Math.max(0, ...tasks.map((task) => task.no));
  const opened = outcome.open.map((one): Task => ({
    no: ++no,
    step: one.step,
    share: one.share,
    state: one.bySystem ? 'approved' : 'open',
    voided: false,
  }));
  return { ...state, tasks: [...tasks, ...opened] };
}

/** True when every planned step is approved for every share: what the properties of {@link decide} hold every case against that is to be booked. */
export function isDecided(state: Case, upTo: StepKey = 'posting'): boolean {
  const place = state.plan.findIndex((one) => one.step === upTo);
  return state.plan
    .slice(0, place < 0 ? state.plan.length : place)
    .every((planned) =>
      stepTasks(planned, state.shares).every((share) =>
        state.tasks.some((task) => task.step === planned.step && task.share === share && counts(task)),
      ),
    );
}
