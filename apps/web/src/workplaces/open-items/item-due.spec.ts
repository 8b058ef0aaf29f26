import { counterparts, dayBefore, daysPast, mostToOffset, namedAmong } from './item-due';

const item = (id: string, open: string, more: object = {}) => ({
  id,
  open,
  kind: 'liability' as const,
  state: 'open',
  ...more,
});

describe('how long something is due', () => {
  it('counts whole days over months and the change of the clocks', () => {
    expect(daysPast('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysPast('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysPast('2026-11-22', '2026-11-22')).toBe(0);
    expect(daysPast('2026-12-01', '2026-11-22')).toBe(-9);
  });

  it('knows the day before over months and years', () => {
    expect(['2026-01-01', '2024-03-01', '2026-03-30'].map(dayBefore)).toEqual([
      '2025-12-31',
      '2024-02-29',
      '2026-03-29',
    ]);
  });
});

describe('what can be offset', () => {
  it('is a credit note against an invoice, and an invoice against a credit note', () => {
    const invoice = item('a', '236.81');
    const credit = item('b', '-47.60');
    const all = [invoice, credit, item('c', '10.00')];
    expect(counterparts(invoice, all)).toEqual([credit]);
    expect(counterparts(credit, all).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('is neither of the other kind, nor settled, nor nothing', () => {
    const others = [
      item('b', '-47.60', { kind: 'claim' }),
      item('c', '-47.60', { state: 'settled' }),
      item('d', '0.00'),
    ];
    expect(counterparts(item('a', '236.81'), others)).toEqual([]);
  });

  it('begins with what the document names, known by its record or else by its number', () => {
    const others = [
      { documentId: 'd1', reference: 'RE-2026-1' },
      { documentId: 'd2', reference: 'RE-2026/02' },
      { documentId: null, reference: '' },
    ];
    expect(namedAmong(others, { documents: ['d2'], numbers: ['RE-2026-1'] })).toBe(others[1]);
    expect(namedAmong(others, { documents: ['gone'], numbers: [' re 2026-02'] })).toBe(others[1]);
    expect(namedAmong(others, { documents: [], numbers: ['RE-2026-3', '-'] })).toBeNull();
    expect(namedAmong(others, { documents: [], numbers: [] })).toBeNull();
  });

  it('is at most what both have open', () => {
    expect(mostToOffset(item('a', '236.81'), item('b', '-47.60'))).toBe(4760n);
    expect(mostToOffset(item('a', '-300.00'), item('b', '236.81'))).toBe(23_681n);
  });
});
