import type { DocumentRow } from '../../api/document-types';
import { daysSince, filterOf, listSearch, urgencies, urgencyOf } from './inbox-filter';
import { paceOf } from './upload';

describe('the inbox', () => {
  test('without a word in the address it shows what is new', () => {
    expect(filterOf({}).state).toBe('new');
    expect(filterOf({ state: 'all', mine: 'yes' })).toMatchObject({ state: undefined, mine: true });
  });

  test('the way back keeps the filters of the list and nothing else', () => {
    expect(listSearch({ q: 'Strom', state: 'returned', entry: '2026-1', tab: 'history' })).toMatchObject({
      q: 'Strom',
      state: 'returned',
    });
    expect(listSearch({ entry: '2026-1' })).not.toHaveProperty('entry');
  });

  test('a deadline is late from the day after it', () => {
    expect(urgencyOf('2026-03-30', '2026-03-31', 3)).toBe('late');
    expect(urgencyOf('2026-03-31', '2026-03-31', 0)).toBe('soon');
    expect(urgencyOf('2026-04-03', '2026-03-31', 3)).toBe('soon');
    expect(urgencyOf('2026-04-04', '2026-03-31', 3)).toBeNull();
    expect(urgencyOf(null, '2026-03-31', 3)).toBeNull();
  });

  test('a Skonto that is gone no longer presses, nor does anything on a posted document', () => {
    const row = { state: 'new', discountOn: '2026-03-01', dueOn: '2026-03-20', stepDue: null } as DocumentRow;
    expect(urgencies(row, '2026-03-15')).toEqual({ discount: null, due: 'soon', step: null });
    expect(urgencies({ ...row, state: 'posted' }, '2026-03-25')).toEqual({ discount: null, due: null, step: null });
  });

  test('waiting is counted in whole days', () => {
    expect(daysSince('2026-03-01T08:00:00Z', Date.parse('2026-03-04T07:59:00Z'))).toBe(2);
    expect(daysSince(null)).toBeNull();
  });

  test('the remaining time of an upload is told once there is something to tell from', () => {
    expect(paceOf(10, 40, 5)).toEqual({ rate: 2, remaining: 15 });
    expect(paceOf(1, 40, 5).remaining).toBeNull();
    expect(paceOf(0, 40, 0)).toEqual({ rate: 0, remaining: null });
  });
});
