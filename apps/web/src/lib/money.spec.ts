import { formatMoney, fromApi, parseTyped, toApi } from './money';

describe('amounts', () => {
  test('keep every cent between the API and the screen', () => {
    expect(formatMoney(fromApi('128707684.05'))).toBe('128.707.684,05');
    expect(formatMoney(fromApi('-1234.50'))).toBe('−1.234,50');
    expect(toApi(fromApi('-0.05'))).toBe('-0.05');
    expect(fromApi('9999999999999.99')).toBe(999999999999999n);
  });

  test.each([
    ['1234,56', 123456n],
    ['1.234,56', 123456n],
    ['1234', 123400n],
    ['1.234', 123400n],
    ['12.5', 1250n],
    ['12,', 1200n],
    [',5', 50n],
    ['-12,00', -1200n],
    ['12,00-', -1200n],
    ['1.234.567,8 €', 123456780n],
  ])('reads %s as typed', (typed, cents) => {
    expect(parseTyped(typed)).toBe(cents);
  });

  test.each(['', '-', 'abc', '1,234', '1.23.4', '12,345', '1.2345', '--1'])('refuses %s', (typed) => {
    expect(parseTyped(typed)).toBeNull();
  });
});
