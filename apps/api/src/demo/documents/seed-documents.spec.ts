import { Clock } from '@lib/kernel';
import { type DocumentsApp, startDocuments } from '../../../../../test/support/documents.js';
import { beginDemo, seedDemo } from '../seed-demo.js';
import { TOWNS } from '../town.js';
import { seedDocuments } from './seed-documents.js';

let app: DocumentsApp;
const clock = new Clock();
let towns: { id: number; key: string }[];
let took: number;
beforeAll(async () => {
  app = await startDocuments();
  await seedDemo(app.db, { password: 'nur zum Ausprobieren 2026', clock });
  const began = performance.now();
  expect(await seedDocuments(app.app, clock)).toBeGreaterThan(75);
  took = performance.now() - began;
  towns = await app.all('select id, key from client where key = any ($1) order by id', [TOWNS.map((town) => town.key)]);
});
afterAll(() => app.close());

describe('the documents of the demonstration', () => {
  it('lie in every state and step', async () => {
    for (const { id } of towns) {
      const states = await app.all(`select state, count(*)::int as n from document where client_id = $1 group by 1`, [
        id,
      ]);
      expect(Object.fromEntries(states.map((row) => [row.state, row.n]))).toMatchObject({
        new: expect.any(Number),
        'in-decision': expect.any(Number),
        decided: expect.any(Number),
        posted: expect.any(Number),
        returned: 1,
        duplicate: 1,
        quarantined: 1,
      });
      const steps = await app.all(`select distinct step from document_task where client_id = $1 and state = 'open'`, [
        id,
      ]);
      expect(steps.map((row) => row.step).sort()).toEqual(['arithmetic', 'factual', 'order', 'posting']);
      const alarms = await app.all(`select distinct unnest(alarms) as alarm from document where client_id = $1`, [id]);
      expect(alarms.map((row) => row.alarm)).toEqual(
        expect.arrayContaining(['IbanChanged', 'DuplicateNumber', 'TotalsDiffer']),
      );
    }
    process.stderr.write(`documents of the demonstration: ${Math.round(took)} ms\n`);
  });

  it('of the sewage works show input tax of a business beside the public duty', async () => {
    const [works] = await app.all<{ id: number }>(`select id from client where key = 'abwasserwerk-ahlenbrueck'`);
    const { id } = works!;
    const documents = await app.all(
      `select id, state, invoice_no as "invoiceNo", coding #>> '{lines,0,vat,treatment}' as treatment, partner_id as partner
       from document where client_id = $1`,
      [id],
    );
    expect(documents.every((one) => one.partner !== null)).toBe(true);
    const byNumber = new Map(documents.map((one) => [one.invoiceNo, one]));
    expect(byNumber.get('SW-71002')).toMatchObject({ state: 'posted', treatment: 'sovereign' });
    expect(byNumber.get('26-1188')).toMatchObject({ state: 'posted', treatment: 'business' });
    const lines = await app.all(
      `select l.account, l.amount from document_entry e join journal_line l on l.client_id = e.client_id
         and l.fiscal_year = e.fiscal_year and l.entry_no = e.entry_no
       where e.client_id = $1 and e.document_id = $2 order by l.amount desc`,
      [id, byNumber.get('26-1188')!.id],
    );
    expect(lines.map((line) => Number(line.amount))).toEqual([238_000, 45_220, -283_220]); // the tax apart from the expense
    // The next invoice of the same supplier is proposed likewise, with the reason.
    const { body } = await app.send('GET', `/clients/${id}/documents/${byNumber.get('26-1322')!.id}/proposal`);
    expect(body.coding.lines[0]).toMatchObject({ product: '531.01', vat: { treatment: 'business' } });
    const { body: power } = await app.send('GET', `/clients/${id}/documents/${byNumber.get('SW-71399')!.id}/proposal`);
    expect(power.coding.lines[0]).toMatchObject({ product: '538.02', vat: { treatment: 'sovereign' } });
    const { body: sums } = await app.send('GET', `/clients/${id}/open-items/reconciliation`);
    expect(sums.items.filter((row: any) => row.difference !== '0.00')).toEqual([]);
  });

  it('keep open items and control accounts in agreement', async () => {
    for (const { id } of towns) {
      const { body } = await app.send('GET', `/clients/${id}/open-items/reconciliation`);
      expect(body.items.length).toBeGreaterThan(0);
      expect(body.items.filter((row: any) => row.difference !== '0.00')).toEqual([]);
    }
  });

  it('wait for people, and some for too long', async () => {
    const waiting = await app.all(
      `select count(*) filter (where reminded_at is not null)::int as reminded, count(*)::int as n from document_task where state = 'open'`,
    );
    expect(waiting[0].n).toBeGreaterThan(15);
    expect(waiting[0].reminded).toBeGreaterThan(0);
  });

  it('leave two files for nobody on the clearing list', async () => {
    expect(await app.all(`select file_name, reason from clearing_item where state = 'open' order by 1`)).toEqual([
      { file_name: 'EP-5521.xml', reason: expect.any(String) },
      { file_name: 'Scan_0815.pdf', reason: expect.any(String) },
    ]);
  });

  it('are not made a second time', async () => {
    expect(await seedDocuments(app.app, clock)).toBe(0);
  });
});

it('come only into a demonstration, and only behind its books', async () => {
  const other = await startDocuments();
  try {
    expect(await seedDocuments(other.app, clock)).toBe(0);
    await beginDemo(other.db, { password: 'nur zum Ausprobieren 2026', clock });
    expect(await seedDocuments(other.app, clock)).toBe(0);
  } finally {
    await other.close();
  }
});
