import type { Assignment, WorkflowStep } from '../../api/document-types';

/** Roles whose holders may decide on documents. */
export const DECIDING_ROLES = ['clerk', 'budget-holder', 'treasurer', 'centre-lead'] as const;

/** An assignment as one value of a list of choices: `role:clerk`, `people:<id>,<id>`, `budget-holder`. */
export function valueOf(assignment: Assignment): string {
  if (assignment.to === 'role') return `role:${assignment.role}`;
  if (assignment.to === 'people') return `people:${assignment.people.join(',')}`;
  return assignment.to;
}

/** The assignment that a choice stands for; an unknown one leaves it as it was. */
export function assignmentOf(value: string, before: Assignment): Assignment {
  const [to, rest = ''] = value.split(/:(.*)/s);
  if (to === 'role') return { to, role: rest };
  if (to === 'people') return { to, people: rest.split(',').filter(Boolean) };
  if (to === 'budget-holder' || to === 'department-head') return { to };
  return before;
}

/** With a second order from an amount on, or without one; it stands between order and posting. */
export function withSecondOrder(steps: WorkflowStep[], wanted: boolean): WorkflowStep[] {
  const others = steps.filter((step) => step.step !== 'second-order');
  if (!wanted) return others;
  const at = others.findIndex((step) => step.step === 'posting');
  const second: WorkflowStep = {
    step: 'second-order',
    assignment: { to: 'role', role: 'treasurer' },
    fallback: 'treasurer',
    deadlineDays: 3,
    reminderDays: 1,
    escalation: null,
    fromAmount: '25000.00',
    bySystem: null,
  };
  return [...others.slice(0, at), second, ...others.slice(at)];
}
