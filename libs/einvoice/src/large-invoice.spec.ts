import { growth, IN_PROPORTION } from '../../../test/support/growth.js';
import { cii, ubl } from '../../../test/support/einvoice-text.js';
import { readEInvoice } from './read-einvoice.js';
import { checkTotals } from './totals.js';

const LINES = 5000;
const lines = (length: number) =>
  Array.from({ length }, (_, index) => ({
    quantity: String((index % 17) + 1),
    price: `${index % 100}.${String(index % 97).padStart(2, '0')}`,
    rate: index % 3 === 0 ? '7' : '19',
  }));

function check(bytes: Uint8Array) {
  const reading = readEInvoice(bytes);
  if (reading.outcome !== 'read') throw new Error(reading.fault.message.en);
  return { reading, totals: checkTotals(reading.invoice) };
}

describe.each([
  ['UBL', ubl],
  ['CII', cii],
])('a large invoice in %s', (_syntax, write) => {
  const invoice = (length: number) => Buffer.from(write(lines(length)));

  test('is read, checked and recomputed whole', () => {
    const { reading, totals } = check(invoice(LINES));
    expect(reading.invoice.lines).toHaveLength(LINES);
    expect(reading.structure.filter(({ level }) => level === 'content')).toEqual([]);
    expect(totals).toEqual({ differences: [], unverified: [] });
  });

  test('costs in proportion to its lines', async () => {
    expect(await growth(LINES, invoice, check)).toBeLessThan(IN_PROPORTION);
  });
});

test('thousands of faults end the check instead of dragging it on', async () => {
  const faulty = (length: number) =>
    Buffer.from(
      ubl(lines(length))
        .replaceAll('<cbc:InvoicedQuantity', '<cbc:Quantity')
        .replaceAll('</cbc:InvoicedQuantity', '</cbc:Quantity'),
    );
  const reading = readEInvoice(faulty(LINES));
  expect(reading).toMatchObject({ outcome: 'read' });
  expect(reading.outcome === 'read' && reading.structure).toHaveLength(100);
  expect(await growth(LINES, faulty, readEInvoice)).toBeLessThan(IN_PROPORTION);
});
