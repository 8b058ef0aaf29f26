import { DEFAULT_STEPS, planSteps, readSteps, type WorkflowStep } from './workflow.js';

const codes = (body: unknown): string[] => {
  const read = readSteps(body);
  return read.ok ? [] : read.error.map((one) => `${one.pointer} ${one.code}`);
};
const changed = (index: number, more: object): unknown[] =>
  DEFAULT_STEPS.map((step, place) => (place === index ? { ...step, ...more } : step));
const keysAt = (total: bigint, steps: readonly WorkflowStep[] = DEFAULT_STEPS): string[] =>
  planSteps(steps, { total, exact: false }).map((step) => step.step);

describe('the workflow of a client', () => {
  it('is read back as it was written', () => {
    expect(readSteps(JSON.parse(JSON.stringify(DEFAULT_STEPS)))).toEqual({ ok: true, value: DEFAULT_STEPS });
  });

  it('asks for a second order from an amount on, to the cent', () => {
    expect(keysAt(2_499_999n)).toEqual(['arithmetic', 'factual', 'order', 'posting']);
    expect(keysAt(2_500_000n)).toEqual(['arithmetic', 'factual', 'order', 'second-order', 'posting']);
  });

  it('lets the system certify the sums only where the local rule says so, the file is exact and the total small', () => {
    const bySystem = (upTo: string | null, total: bigint, exact: boolean): boolean =>
      planSteps(
        DEFAULT_STEPS.map((step) => (step.step === 'arithmetic' ? { ...step, bySystem: { upTo } } : step)),
        { total, exact },
      )[0]!.bySystem;
    expect(planSteps(DEFAULT_STEPS, { total: 1n, exact: true })[0]!.bySystem).toBe(false);
    expect(bySystem(null, 10n ** 10n, true)).toBe(true);
    expect(bySystem(null, 1n, false)).toBe(false);
    expect(bySystem('500.00', 50_000n, true)).toBe(true);
    expect(bySystem('500.00', 50_001n, true)).toBe(false);
  });

  it.each([
    ['no list', {}, ['/steps WorkflowStepsMissing']],
    ['without the order', DEFAULT_STEPS.filter((step) => step.step !== 'order'), ['/steps WorkflowStepsMissing']],
    ['in another order', [...DEFAULT_STEPS].reverse(), ['/steps WorkflowStepsMissing']],
    ['a step twice', [DEFAULT_STEPS[0], ...DEFAULT_STEPS], ['/steps WorkflowStepsMissing']],
    [
      'an auditor who decides',
      changed(2, { assignment: { to: 'role', role: 'auditor' } }),
      ['/steps/2/assignment/role WorkflowRole'],
    ],
    ['a budget holder who posts', changed(4, { fallback: 'budget-holder' }), ['/steps/4/fallback WorkflowRole']],
    ['nobody', changed(1, { assignment: { to: 'people', people: [] } }), ['/steps/1/assignment WorkflowAssignment']],
    [
      'no person',
      changed(1, { assignment: { to: 'people', people: ['Anna'] } }),
      ['/steps/1/assignment/people/0 WorkflowAssignment'],
    ],
    ['a deadline of a year', changed(0, { deadlineDays: 365 }), ['/steps/0/deadlineDays WorkflowDays']],
    ['a reminder before the beginning', changed(0, { reminderDays: 9 }), ['/steps/0/reminderDays WorkflowDays']],
    [
      'an order that small amounts escape',
      changed(2, { fromAmount: '100.00' }),
      ['/steps/2/fromAmount WorkflowAmount'],
    ],
    ['a second order for everything', changed(3, { fromAmount: null }), ['/steps/3/fromAmount WorkflowAmount']],
    [
      'a machine that certifies the matter',
      changed(1, { bySystem: { upTo: null } }),
      ['/steps/1/bySystem WorkflowBySystem'],
    ],
    ['a field nobody knows', changed(0, { color: 'red' }), ['/steps/0/color UnknownField']],
    ['an amount that is none', changed(3, { fromAmount: '1.234,50' }), ['/steps/3/fromAmount NotAnAmount']],
  ])('refuses %s', (_, body, expected) => {
    expect(codes(body)).toEqual(expected);
  });
});
