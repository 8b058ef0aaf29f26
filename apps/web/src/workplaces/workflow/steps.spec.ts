import type { WorkflowStep } from '../../api/document-types';
import { assignmentOf, valueOf, withSecondOrder } from './steps';

describe('the steps of a workflow', () => {
  test('an assignment and its choice are the same thing', () => {
    const nobody = { to: 'budget-holder' } as const;
    for (const assignment of [
      nobody,
      { to: 'department-head' } as const,
      { to: 'role' as const, role: 'centre-lead' },
      { to: 'people' as const, people: ['a', 'b'] },
    ])
      expect(assignmentOf(valueOf(assignment), nobody)).toEqual(assignment);
    expect(assignmentOf('something', nobody)).toBe(nobody);
  });

  test('a second order stands before the posting, once', () => {
    const steps = ['arithmetic', 'factual', 'order', 'posting'].map((step) => ({ step }) as WorkflowStep);
    const names = (list: WorkflowStep[]) => list.map((one) => one.step);
    const two = withSecondOrder(withSecondOrder(steps, true), true);
    expect(names(two)).toEqual(['arithmetic', 'factual', 'order', 'second-order', 'posting']);
    expect(names(withSecondOrder(two, false))).toEqual(names(steps));
  });
});
