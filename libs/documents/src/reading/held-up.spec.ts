import { boundedReader } from '../../../../test/support/reading.js';
import { invoiceXml } from '../../../../test/support/invoice-files.js';

/** That a file is given up when its time runs out again, hostile.spec.ts shows. */
describe('a file whose time ran out because the machine had none for its process', () => {
  const reader = boundedReader({ processes: 1, timeMs: 4_000 });
  afterAll(() => reader.onApplicationShutdown());

  it('is read once more', async () => {
    await reader.read(invoiceXml({ number: 'R-1' }), { name: 'r.xml' });
    const [pid] = reader.pids;
    process.kill(pid!, 'SIGSTOP');
    const file = await reader.read(invoiceXml({ number: 'R-2' }), { name: 'r.xml' });
    expect(file.invoice?.number).toBe('R-2');
    expect(file.findings.map(({ id }) => id)).not.toContain('FZ-TIME');
    expect(reader.pids).not.toContain(pid);
  });
});
