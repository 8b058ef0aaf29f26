import { readFileSync } from 'node:fs';
import { asSidecar, comparable, xmlSamples } from '../../../test/support/einvoice-samples.js';
import { readEInvoice } from './read-einvoice.js';

const samples = xmlSamples();

if (samples.length === 0) it.skip('e-invoices: ../shared/testdata/einvoice is not here', () => undefined);

const invoices = samples.filter(({ expected }) => expected.invoice !== undefined);

(invoices.length === 0 ? describe.skip : describe)('invoices of other people', () => {
  test.each(invoices.map(({ name, file, expected }) => [name, file, expected] as const))(
    '%s is read field by field',
    (_name, file, expected) => {
      const reading = readEInvoice(readFileSync(file));
      expect(reading).toMatchObject({ outcome: 'read', syntax: expected.syntax });
      if (reading.outcome !== 'read') return;
      expect(reading.invoice.specificationId).toBe(expected.specificationId);
      expect(reading.invoice.businessProcess || null).toBe(expected.businessProcess);
      const { attachments: _attachments, skonto: _skonto, ...content } = expected.invoice;
      expect(comparable(asSidecar(reading.invoice))).toEqual(comparable(content));
    },
  );
});
