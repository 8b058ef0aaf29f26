import { taxPointOf } from './tax-lines.js';

const facts = { suppliedOn: '2026-01-20', issuedOn: '2026-03-05', receivedOn: '2026-03-09' };

it.each([
  ['own turnover: when it is supplied (§ 13(1) No 1 letter a UStG)', 'supply', '2026-01-20'],
  ['a service from the Union: when it is supplied (§ 13b(1))', 'union-service', '2026-01-20'],
  [
    'owed as the recipient: with the invoice, at the latest at the end of the month after (§ 13b(2))',
    'recipient',
    '2026-02-28',
  ],
  ['input tax: when both the supply and the invoice are there (§ 15(1) No 1)', 'input', '2026-03-09'],
] as const)('%s', (_, usage, day) => {
  expect(taxPointOf(usage, facts)).toBe(day);
});

it('what the recipient owes arises with an invoice that comes in time, and input tax not before the supply', () => {
  const early = { suppliedOn: '2026-12-20', issuedOn: '2026-12-05', receivedOn: '2026-12-07' };
  expect(taxPointOf('recipient', early)).toBe('2026-12-05');
  expect(taxPointOf('input', early)).toBe('2026-12-20');
  expect(taxPointOf('recipient', { ...early, issuedOn: '2027-06-01' })).toBe('2027-01-31');
  expect(taxPointOf('supply', { ...early, suppliedOn: null })).toBe('2026-12-05');
});
