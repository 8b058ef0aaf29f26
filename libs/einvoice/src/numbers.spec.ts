import { normaliseInvoiceNumber } from './numbers.js';

test.each([
  ['RE-2026-0417', 'RE20260417'],
  [' re 2026/0417 ', 'RE20260417'],
  ['RE\u20132026\u00a00417', 'RE20260417'],
  ['000417', '417'],
  ['0-00', '0'],
  ['', ''],
  [null, ''],
])('%p counts as %p', (number, expected) => {
  expect(normaliseInvoiceNumber(number)).toBe(expected);
});

test('different numbers stay different', () => {
  expect(normaliseInvoiceNumber('RE-1-11')).toBe(normaliseInvoiceNumber('RE-11-1'));
  expect(normaliseInvoiceNumber('RE-2026-0417')).not.toBe(normaliseInvoiceNumber('RE-2026-417'));
  expect(normaliseInvoiceNumber('RE.1')).not.toBe(normaliseInvoiceNumber('RE1'));
});
