import pg from 'pg';
import { type Centre, cleanUp, eventually, newDataDir, startCentre, superuser } from '../support/centre.js';
import { DEMO_PASSWORD, type Demonstration, openDemonstration } from '../support/demonstration.js';

/*
 * The demonstration is laid out while people work in the centre already. Killed at any moment, the next start goes on, and in
 * the end there is what an uninterrupted one lays out: nothing missing, nothing twice.
 */
afterAll(cleanUp);

const LONG = 240_000;

/** What there is, by client, state and kind. */
async function census(client: pg.Client): Promise<unknown> {
  const { rows } = await client.query<{ what: string; n: number }>(`
    select c.key || ' entries ' || e.kind as what, count(*)::int as n from journal_entry e join client c on c.id = e.client_id group by 1
    union all
    select c.key || ' documents ' || d.state || ' ' || coalesce(d.step, ''), count(*)::int from document d join client c on c.id = d.client_id group by 1
    union all
    select c.key || ' tasks ' || t.step || ' ' || t.state, count(*)::int from document_task t join client c on c.id = t.client_id group by 1
    union all
    select 'clearing', count(*)::int from clearing_item
    union all
    select 'roles', count(*)::int from role_assignment
    union all
    select 'steps', count(*)::int from demonstration_step
    order by 1`);
  return Object.fromEntries(rows.map(({ what, n }) => [what, n]));
}

test('killed again and again, it comes out whole', async () => {
  const whole: Demonstration = await openDemonstration();
  const reference = new pg.Client({ connectionString: whole.database.adminUrl });
  await reference.connect();
  const wanted = await census(reference);
  await reference.end();
  await whole.close();

  const dataDir = newDataDir();
  const settings = { DATA_DIR: dataDir, DEMO: 'on', DEMO_PASSWORD, LOG_LEVEL: 'error' };
  const start = (): Promise<Centre> => startCentre(settings);
  const count = async (client: pg.Client, table: string): Promise<number> =>
    (await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;

  // Once it is ready, in the second town, and among the documents of the first, of the second and of the last client.
  const moments: { table: string; more: number }[] = [
    { table: 'client', more: 0 },
    { table: 'client', more: 2 },
    { table: 'document', more: 5 },
    { table: 'document', more: 40 },
    { table: 'document', more: 80 },
  ];
  for (const { table, more } of moments) {
    const centre = await start();
    const client = await superuser(dataDir);
    await eventually(async () => (await count(client, table)) >= more, LONG);
    await centre.stop('SIGKILL');
    await client.end().catch(() => undefined);
  }

  // Stopped in order it does not take long to stop, and goes on as well.
  await (await start()).stop('SIGTERM');

  const centre = await start();
  const state = async (): Promise<unknown> =>
    ((await (await fetch(`${centre.url}/api/v1/demonstration`)).json()) as { state: string }).state;
  await eventually(async () => (await state()) === 'complete', LONG);
  const client = await superuser(dataDir);
  expect(await census(client)).toEqual(wanted);
  await client.end();
  await centre.stop();

  const again = await start();
  expect((await again.stop()).output).not.toContain('demonstration:');
});
