import { Clock } from '@lib/kernel';
import { type DocumentsApp, startDocuments } from '../../../../../test/support/documents.js';
import { seedDemo } from '../seed-demo.js';
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
}, 120_000);
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

  it('are not made a second time', async () => {
    expect(await seedDocuments(app.app, clock)).toBe(0);
  });
});
