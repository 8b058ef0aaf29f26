import { ExitCode } from '../../apps/api/src/exit-codes.js';
import { cleanUp, newDataDir, runCommand, startCentre, superuser } from '../support/centre.js';

afterAll(cleanUp);

test('npm run accept-clock lets a year go on whose last entry lies ahead, and leaves a trace in the log', async () => {
  const dataDir = newDataDir();
  const centre = await startCentre({ DATA_DIR: dataDir });
  const client = await superuser(dataDir);
  await client.query(
    `insert into client (key, name, short_name, kind, chart) values ('uhr', 'Uhrstadt', 'Uhr', 'municipality', 'nkf-2019')`,
  );
  await client.query(`insert into fiscal_year (client_id, year, starts_on, ends_on, head, last_recorded_at)
    select id, 2026, '2026-01-01', '2026-12-31', '', '2099-01-01Z' from client where key = 'uhr'`);

  const { code, output } = await runCommand('accept-clock', ['uhr', '2026'], dataDir);
  expect([code, output]).toEqual([ExitCode.Ok, expect.stringContaining('Posting to uhr, 2026 goes on')]);
  const { rows } = await client.query('select trusted_until = last_recorded_at as accepted from fiscal_year');
  expect(rows).toEqual([{ accepted: true }]);
  const log = await client.query(`select user_name from audit_event where action = 'clock.accept'`);
  expect(log.rows).toEqual([{ user_name: expect.stringMatching(/^operator/) }]);

  await client.query('update fiscal_year set last_recorded_at = now()');
  expect((await runCommand('accept-clock', ['uhr', '2026'], dataDir)).output).toContain('nothing to accept');
  const unknown = await runCommand('accept-clock', ['uhr', '2031'], dataDir);
  expect([unknown.code, unknown.output]).toEqual([ExitCode.Usage, expect.stringContaining('no client "uhr"')]);
  await client.end();
  expect((await centre.stop()).code).toBe(ExitCode.Ok);
});
