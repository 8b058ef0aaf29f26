import { cpuTime } from '../../../test/support/cpu-time.js';
import { cii, ubl } from '../../../test/support/einvoice-text.js';
import { readEInvoice } from './read-einvoice.js';
import { checkTotals } from './totals.js';

const lines = Array.from({ length: 5000 }, (_, index) => ({
  quantity: String((index % 17) + 1),
  price: `${index % 100}.${String(index % 97).padStart(2, '0')}`,
  rate: index % 3 === 0 ? '7' : '19',
}));

test.each([
  ['UBL', ubl(lines)],
  ['CII', cii(lines)],
])('a %s invoice of 5,000 lines is read, checked and recomputed in less than a second', (_syntax, text) => {
  const bytes = Buffer.from(text);
  const spent = cpuTime();
  const reading = readEInvoice(bytes);
  if (reading.outcome !== 'read') throw new Error(reading.fault.message.en);
  const totals = checkTotals(reading.invoice);
  const took = spent();
  expect(reading.invoice.lines).toHaveLength(5000);
  expect(reading.structure.filter(({ level }) => level === 'content')).toEqual([]);
  expect(totals).toEqual({ differences: [], unverified: [] });
  expect(took).toBeLessThan(1000);
});

test('thousands of faults end the check instead of dragging it on', () => {
  const bytes = Buffer.from(
    ubl(lines)
      .replaceAll('<cbc:InvoicedQuantity', '<cbc:Quantity')
      .replaceAll('</cbc:InvoicedQuantity', '</cbc:Quantity'),
  );
  const spent = cpuTime();
  const reading = readEInvoice(bytes);
  expect(spent()).toBeLessThan(1500);
  expect(reading).toMatchObject({ outcome: 'read' });
  expect(reading.outcome === 'read' && reading.structure).toHaveLength(100);
});
