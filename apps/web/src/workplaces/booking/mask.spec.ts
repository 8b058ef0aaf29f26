import type { Account } from '../../api/types';
import { cashAccountOf, emptyMask, emptyRow, entryOf, type Mask, maskOf, totalsOf } from './mask';

const account = (number: string, more: Partial<Account> = {}) =>
  [number, { number, liquid: false, ...more } as Account] as const;
const accounts = new Map([
  account('5241', { defaultCashAccount: '7241' }),
  account('1811', { liquid: true }),
  account('3511'),
]);
const maskWith = (...rows: Partial<Mask['rows'][number]>[]): Mask => ({
  ...emptyMask({ bookingDate: '2026-03-31', reference: 'RE-17' }),
  rows: rows.map((row) => ({ ...emptyRow(), ...row })),
});

describe('the booking mask', () => {
  test('a line with contra account is a whole entry, the bank side carries the proposed cash-flow account', () => {
    const mask = maskWith({ amount: 119000n, account: '5241', contra: '1811', product: '11101', text: 'Heizöl' });
    expect(entryOf(mask, 2026, accounts).entry).toEqual({
      bookingDate: '2026-03-31',
      fiscalYear: 2026,
      reference: 'RE-17',
      text: 'Heizöl',
      lines: [
        { account: '5241', debit: '1190.00', product: '11101' },
        { account: '1811', credit: '1190.00', product: '11101', cashAccount: '7241' },
      ],
    });
    expect(totalsOf(mask).difference).toBe(0n);
  });

  test('a negative amount changes the sides', () => {
    const { entry } = entryOf(maskWith({ amount: -500n, account: '5241', contra: '3511', text: 'x' }), 2026, accounts);
    expect(entry.lines.map((line) => [line.account, line.debit, line.credit])).toEqual([
      ['5241', undefined, '5.00'],
      ['3511', '5.00', undefined],
    ]);
  });

  test('a collective entry tells what is still missing, and each line knows where it came from', () => {
    const mask = maskWith({ amount: 1000n, account: '5241' }, { amount: -400n, account: '3511' });
    expect(totalsOf(mask)).toEqual({ debit: 1000n, credit: 400n, difference: 600n });
    expect(entryOf(mask, 2026, accounts).origin).toEqual(mask.rows.map((row) => ({ row: row.id, side: 'account' })));
  });

  test('what was typed wins over the proposed cash-flow account', () => {
    const mask = maskWith({ amount: 1n, account: '5241', contra: '1811', cashAccount: '7431' });
    expect(cashAccountOf(mask.rows[0]!, mask, accounts)).toBe('7431');
  });

  test('an entry put back into the mask gives the same entry again', () => {
    const { entry } = entryOf(
      maskWith({ amount: 119000n, account: '5241', contra: '1811', text: 'Heizöl' }),
      2026,
      accounts,
    );
    expect(entryOf(maskOf(entry), 2026, accounts).entry).toEqual(entry);
  });
});
