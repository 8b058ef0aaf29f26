import fc from 'fast-check';
import { afterwards, begin, type Case, currentStep, decide, type Decision, isDecided } from './case.js';
import { DEFAULT_STEPS, planSteps, type StepKey } from './workflow.js';

const plan = planSteps(DEFAULT_STEPS, { total: 100n, exact: false });
const started = (shares: number[] = [], planned = plan): Case => {
  const empty: Case = { plan: planned, shares, tasks: [] };
  return afterwards(empty, begin(planned, shares));
};
const openTasks = (state: Case): number[] => state.tasks.filter((task) => task.state === 'open').map((task) => task.no);
const act = (state: Case, decision: Decision): Case => {
  const outcome = decide(state, decision);
  if (!outcome.ok) throw new Error(outcome.error);
  return afterwards(state, outcome.value);
};
const approveAll = (state: Case): Case =>
  openTasks(state).reduce((current, task) => act(current, { kind: 'approve', task }), state);
const upTo = (step: StepKey, shares: number[] = []): Case => {
  let state = started(shares);
  while (currentStep(state.tasks) !== step) state = approveAll(state);
  return state;
};

describe('a case', () => {
  it('goes from certification to certification to order to posting', () => {
    const steps: (string | null)[] = [];
    for (let state = started(); ; state = approveAll(state)) {
      steps.push(currentStep(state.tasks));
      if (steps.at(-1) === null) break;
    }
    expect(steps).toEqual(['arithmetic', 'factual', 'order', 'posting', null]);
  });

  it('waits until every share is decided', () => {
    let state = upTo('order', [1, 2, 3]);
    expect(openTasks(state)).toHaveLength(3);
    const [first, second, third] = openTasks(state);
    state = act(act(state, { kind: 'approve', task: second! }), { kind: 'approve', task: first! });
    expect(currentStep(state.tasks)).toBe('order');
    expect(isDecided(state)).toBe(false);
    state = act(state, { kind: 'approve', task: third! });
    expect(currentStep(state.tasks)).toBe('posting');
    expect(isDecided(state)).toBe(true);
    expect(openTasks(state)).toHaveLength(1); // the posting is about the whole document
  });

  it('goes back to an earlier step, where what was approved since no longer counts', () => {
    const state = act(upTo('order'), { kind: 'return', task: openTasks(upTo('order'))[0]!, toStep: 'arithmetic' });
    expect(currentStep(state.tasks)).toBe('arithmetic');
    expect(state.tasks.filter((task) => task.state === 'approved' && !task.voided)).toEqual([]);
  });

  it('goes back to the clerk as a whole, also when one share only is wrong', () => {
    const before = upTo('order', [1, 2]);
    const state = act(before, { kind: 'return', task: openTasks(before)[1]!, toStep: null });
    expect(openTasks(state)).toEqual([]);
    expect(state.tasks.map((task) => task.state)).toEqual([
      'approved',
      'approved',
      'approved',
      'withdrawn',
      'returned',
    ]);
    expect(isDecided(state)).toBe(false);
  });

  it('stays in its step when it is forwarded', () => {
    const before = upTo('factual');
    const state = act(before, { kind: 'forward', task: openTasks(before)[0]! });
    expect(currentStep(state.tasks)).toBe('factual');
    expect(openTasks(state)).toEqual([state.tasks.at(-1)!.no]);
  });

  it('lets an approval be taken back until somebody decides after it', () => {
    const before = upTo('order');
    const factual = before.tasks.find((task) => task.step === 'factual')!;
    const taken = act(before, { kind: 'withdraw', task: factual.no });
    expect(currentStep(taken.tasks)).toBe('factual');
    const arithmetic = before.tasks.find((task) => task.step === 'arithmetic')!;
    expect(decide(before, { kind: 'withdraw', task: arithmetic.no })).toEqual({
      ok: false,
      error: 'DecidedAfterwards',
    });
    expect(decide(taken, { kind: 'withdraw', task: factual.no })).toEqual({ ok: false, error: 'TaskNotOpen' });
  });

  it.each<[string, StepKey]>([
    ['forward', 'posting'],
    ['to where it is', 'order'],
    ['to a step it does not take', 'second-order'],
  ])('is not returned %s', (_, toStep) => {
    const state = upTo('order');
    expect(decide(state, { kind: 'return', task: openTasks(state)[0]!, toStep })).toEqual({
      ok: false,
      error: 'ReturnTargetWrong',
    });
  });

  it('is decided once: a second approval of the same task is refused', () => {
    const state = started();
    const [task] = openTasks(state);
    expect(decide(act(state, { kind: 'approve', task: task! }), { kind: 'approve', task: task! })).toEqual({
      ok: false,
      error: 'TaskNotOpen',
    });
    expect(decide(state, { kind: 'approve', task: 99 })).toEqual({ ok: false, error: 'TaskUnknown' });
  });

  it('passes a step of the system at once, and is never returned into it', () => {
    const bySystem = planSteps(
      DEFAULT_STEPS.map((step) => (step.step === 'arithmetic' ? { ...step, bySystem: { upTo: null } } : step)),
      { total: 100n, exact: true },
    );
    const state = started([], bySystem);
    expect(state.tasks.map((task) => [task.step, task.state])).toEqual([
      ['arithmetic', 'approved'],
      ['factual', 'open'],
    ]);
    expect(decide(state, { kind: 'return', task: 2, toStep: 'arithmetic' })).toMatchObject({ ok: false });
  });
});

const choice = fc.record({
  kind: fc.constantFrom('approve', 'approve', 'approve', 'forward', 'return', 'withdraw'),
  pick: fc.nat(50),
  toStep: fc.constantFrom('arithmetic', 'factual', 'order', null),
});

test('whatever people decide, a document is posted only after every step and share, and waits in one step at a time', () => {
  fc.assert(
    fc.property(fc.array(choice, { maxLength: 40 }), fc.integer({ min: 0, max: 3 }), (choices, split) => {
      let state = started(Array.from({ length: split === 1 ? 2 : split }, (_, index) => index + 1));
      for (const { kind, pick, toStep } of choices) {
        const task = state.tasks[pick % state.tasks.length]!.no;
        const outcome = decide(
          state,
          kind === 'return' ? { kind, task, toStep: toStep as StepKey | null } : { kind: kind as 'approve', task },
        );
        if (!outcome.ok) continue;
        state = afterwards(state, outcome.value);
        const open = state.tasks.filter((one) => one.state === 'open');
        expect(new Set(open.map((one) => one.step)).size).toBeLessThanOrEqual(1);
        expect(open.map((one) => `${one.step}/${one.share}`)).toEqual([
          ...new Set(open.map((one) => `${one.step}/${one.share}`)),
        ]);
        expect(outcome.value.step).toBe(currentStep(state.tasks));
        if (outcome.value.state === 'decided' || outcome.value.state === 'done') expect(isDecided(state)).toBe(true);
        if (outcome.value.state === 'returned' || outcome.value.state === 'done') {
          expect(open).toEqual([]);
          break;
        }
        expect(open.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});
