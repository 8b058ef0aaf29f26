import { PERMISSIONS_OF, type Role, ROLES } from '@lib/access';
import { type Cents, type FieldRefusal, type Language, type Result, err, ok, parseEuro } from '@lib/kernel';

/*
 * The way of a document as data: which steps, who decides each, until when, above which amount. A council's Dienstanweisung
 * (§ 32 KomHVO NRW) differs from town to town in all of this; what no town may choose are the duties themselves and which
 * of them exclude each other (§ 31 KomHVO NRW), and these are constraints of the database.
 */

/** The steps in the only order there is. */
export const STEPS = ['arithmetic', 'factual', 'order', 'second-order', 'posting'] as const;
export type StepKey = (typeof STEPS)[number];

/** What somebody does in a case by approving the step; duties exclude each other, see case_duty. */
export type Duty = 'arithmetic' | 'factual' | 'order' | 'post';
export const DUTY_OF: Record<StepKey, Duty> = {
  arithmetic: 'arithmetic',
  factual: 'factual',
  order: 'order',
  'second-order': 'order',
  posting: 'post',
};

/** The names of the steps as screens and histories show them. */
export const STEP_LABELS: Record<StepKey, Record<Language, string>> = {
  arithmetic: { de: 'Rechnerische Feststellung', en: 'Arithmetic certification' },
  factual: { de: 'Sachliche Feststellung', en: 'Factual certification' },
  order: { de: 'Anordnung', en: 'Order' },
  'second-order': { de: 'Zweite Anordnung', en: 'Second order' },
  posting: { de: 'Buchung', en: 'Posting' },
};

/** Who decides a step. What cannot be found (no head, no budget holder) falls to the step's `fallback` role. */
export type Assignment =
  { to: 'role'; role: Role } | { to: 'people'; people: string[] } | { to: 'department-head' } | { to: 'budget-holder' };

export interface WorkflowStep {
  step: StepKey;
  assignment: Assignment;
  /** Holds the step when the assignment finds nobody. */
  fallback: Role;
  /** Days from the opening of the step to its deadline. */
  deadlineDays: number;
  /** How many days before the deadline the one reminder is written; 0: on the day of the deadline. */
  reminderDays: number;
  /** Who may decide besides, this many days after the deadline. */
  escalation: { afterDays: number; to: 'deputy' | Role } | null;
  /** The step is only taken from this amount on (euros, the document's total); null: always. */
  fromAmount: string | null;
  /**
   * Arithmetic only: the exact recomputation of a structured invoice stands in for the person, up to this total (euros;
   * `upTo` null: any). It is recorded as decided by the system, never as decided by nobody.
   */
  bySystem: { upTo: string | null } | null;
}

/** A workflow as it holds from a day on. */
export interface Workflow {
  version: number;
  validFrom: string;
  steps: WorkflowStep[];
}

/** What a client starts with: both certifications, an order by the budget holder, a second one above 25,000 EUR, posting. */
export const DEFAULT_STEPS: readonly WorkflowStep[] = [
  step('arithmetic', { to: 'role', role: 'clerk' }, 'clerk', 3, { bySystem: null }),
  step('factual', { to: 'department-head' }, 'budget-holder', 5),
  step('order', { to: 'budget-holder' }, 'budget-holder', 5, { escalation: { afterDays: 3, to: 'deputy' } }),
  step('second-order', { to: 'role', role: 'treasurer' }, 'treasurer', 3, { fromAmount: '25000.00' }),
  step('posting', { to: 'role', role: 'clerk' }, 'clerk', 2, { escalation: { afterDays: 3, to: 'centre-lead' } }),
];

function step(
  key: StepKey,
  assignment: Assignment,
  fallback: Role,
  deadlineDays: number,
  more: Partial<WorkflowStep> = {},
): WorkflowStep {
  return {
    step: key,
    assignment,
    fallback,
    deadlineDays,
    reminderDays: 1,
    escalation: { afterDays: 3, to: 'treasurer' },
    fromAmount: null,
    bySystem: null,
    ...more,
  };
}

/** What the workflow is asked about a document when it sets out. */
export interface CaseFacts {
  /** The total to be decided on, unsigned cents. */
  total: Cents;
  /** True when the file is structured and its own sums, recomputed exactly, show no difference. */
  exact: boolean;
}

export interface PlannedStep {
  step: StepKey;
  /** Decided by the system at once. */
  bySystem: boolean;
  /** Each share is decided by its own holder. */
  perShare: boolean;
}

const cents = (euro: string): Cents => {
  const read = parseEuro(euro);
  return read.ok ? read.value : 0n;
};

/** The steps that a document takes, in order. */
export function planSteps(steps: readonly WorkflowStep[], facts: CaseFacts): PlannedStep[] {
  return steps
    .filter((one) => one.fromAmount === null || facts.total >= cents(one.fromAmount))
    .map((one) => ({
      step: one.step,
      bySystem:
        one.bySystem !== null &&
        one.step === 'arithmetic' &&
        facts.exact &&
        (one.bySystem.upTo === null || facts.total <= cents(one.bySystem.upTo)),
      perShare: one.step === 'factual' || one.step === 'order',
    }));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const STEP_FIELDS = new Set([
  'step',
  'assignment',
  'fallback',
  'deadlineDays',
  'reminderDays',
  'escalation',
  'fromAmount',
  'bySystem',
]);

/**
 * Reads steps from parsed JSON and holds them against what no workflow may leave out: both certifications, an order and the
 * posting, each once and in this order; a second order only above an amount; nobody named whose role may not decide.
 */
export function readSteps(body: unknown): Result<WorkflowStep[], FieldRefusal[]> {
  const refusals: FieldRefusal[] = [];
  const refuse = (pointer: string, code: string, params: FieldRefusal['params'] = {}): void => {
    refusals.push({ pointer, code, params });
  };
  if (!Array.isArray(body)) return err([{ pointer: '/steps', code: 'WorkflowStepsMissing', params: {} }]);
  const keys = body.map((one: unknown) => (isObject(one) ? one['step'] : undefined));
  const expected = STEPS.filter((key) => key !== 'second-order' || keys.includes(key));
  if (keys.length !== expected.length || expected.some((key, index) => keys[index] !== key)) {
    return err([{ pointer: '/steps', code: 'WorkflowStepsMissing', params: {} }]);
  }
  const steps = body.map((one: Record<string, unknown>, index) => {
    const at = `/steps/${index}`;
    const key = expected[index]!;
    for (const field in one) if (!STEP_FIELDS.has(field)) refuse(`${at}/${field}`, 'UnknownField', { value: field });
    const read: WorkflowStep = {
      step: key,
      assignment: readAssignment(one['assignment'], key, `${at}/assignment`, refuse),
      fallback: readRole(one['fallback'], key, `${at}/fallback`, refuse),
      deadlineDays: readDays(one['deadlineDays'], `${at}/deadlineDays`, refuse),
      reminderDays: readDays(one['reminderDays'] ?? 0, `${at}/reminderDays`, refuse),
      escalation: null,
      fromAmount: readAmount(one['fromAmount'], `${at}/fromAmount`, refuse),
      bySystem: null,
    };
    if (read.reminderDays > read.deadlineDays)
      refuse(`${at}/reminderDays`, 'WorkflowDays', { limit: read.deadlineDays });
    if ((key === 'second-order') !== (read.fromAmount !== null)) refuse(`${at}/fromAmount`, 'WorkflowAmount');
    const { escalation = null, bySystem = null } = one;
    if (escalation !== null) {
      if (!isObject(escalation)) refuse(`${at}/escalation`, 'NotAnObject');
      else
        read.escalation = {
          afterDays: readDays(escalation['afterDays'], `${at}/escalation/afterDays`, refuse),
          to: escalation['to'] === 'deputy' ? 'deputy' : readRole(escalation['to'], key, `${at}/escalation/to`, refuse),
        };
    }
    if (bySystem !== null) {
      if (!isObject(bySystem)) refuse(`${at}/bySystem`, 'NotAnObject');
      else if (key !== 'arithmetic') refuse(`${at}/bySystem`, 'WorkflowBySystem');
      else read.bySystem = { upTo: readAmount(bySystem['upTo'], `${at}/bySystem/upTo`, refuse) };
    }
    return read;
  });
  return refusals.length > 0 ? err(refusals) : ok(steps);
}

type Refuse = (pointer: string, code: string, params?: FieldRefusal['params']) => void;

function readAssignment(value: unknown, key: StepKey, at: string, refuse: Refuse): Assignment {
  if (isObject(value)) {
    if (value['to'] === 'role') return { to: 'role', role: readRole(value['role'], key, `${at}/role`, refuse) };
    if (value['to'] === 'department-head' || value['to'] === 'budget-holder') return { to: value['to'] };
    const { people } = value;
    if (value['to'] === 'people' && Array.isArray(people) && people.length > 0 && people.length <= 50) {
      people.forEach((person, index) => {
        if (typeof person !== 'string' || !UUID.test(person)) refuse(`${at}/people/${index}`, 'WorkflowAssignment');
      });
      return { to: 'people', people: people as string[] };
    }
  }
  refuse(at, 'WorkflowAssignment');
  return { to: 'budget-holder' };
}

/** True for a role whose holders may decide the step at all. */
export function roleDecides(role: Role, key: StepKey): boolean {
  return PERMISSIONS_OF[role].includes(key === 'posting' ? 'journal:post' : 'documents:decide');
}

function readRole(value: unknown, key: StepKey, at: string, refuse: Refuse): Role {
  const role = ROLES.find((one) => one === value);
  if (role === undefined || !roleDecides(role, key)) refuse(at, 'WorkflowRole', { value: shown(value) });
  return role ?? 'clerk';
}

/** A step that takes longer than a quarter is not decided but forgotten. */
const MOST_DAYS = 90;

function readDays(value: unknown, at: string, refuse: Refuse): number {
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_DAYS) return value as number;
  refuse(at, 'WorkflowDays', { limit: MOST_DAYS });
  return MOST_DAYS;
}

function readAmount(value: unknown, at: string, refuse: Refuse): string | null {
  if (value === undefined || value === null) return null;
  const read = typeof value === 'string' ? parseEuro(value) : err('NotAnAmount' as const);
  if (!read.ok || read.value <= 0n) refuse(at, 'NotAnAmount', { value: shown(value) });
  return value as string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '–')).slice(0, 60);
