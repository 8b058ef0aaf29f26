import { ExitCode } from '../../apps/api/src/exit-codes.js';
import { cleanUp, newDataDir, runCommand, startCentre, superuser } from '../support/centre.js';

afterAll(cleanUp);

describe('npm run unlock', () => {
  const dataDir = newDataDir();

  test('lifts a lock-out while the centre runs, and leaves a trace in the log', async () => {
    const centre = await startCentre({ DATA_DIR: dataDir });
    const password = /Sign in as admin with the password (\S+)/.exec(centre.output())![1]!;
    const signIn = async (given: string): Promise<number> => {
      const body = JSON.stringify({ userName: 'admin', password: given });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${centre.url}/api/v1/auth/sign-in`, { method: 'POST', headers, body })).status;
    };
    for (let failure = 1; failure <= 5; failure++) expect(await signIn('wrong')).toBe(401);
    expect(await signIn(password)).toBe(429);

    const { code, output } = await runCommand('unlock', ['Admin'], dataDir);
    expect([code, output]).toEqual([ExitCode.Ok, 'Admin may sign in again.\n']);
    expect(await signIn(password)).toBe(200);

    const client = await superuser(dataDir);
    const { rows } = await client.query(
      `select user_name, detail from audit_event where action = 'lock-out.lift' order by id`,
    );
    await client.end();
    expect(rows).toEqual([{ user_name: expect.stringMatching(/^operator/), detail: { userName: 'admin', lifted: 1 } }]);
    expect((await centre.stop()).code).toBe(ExitCode.Ok);
  });

  test('works on a stopped centre, too, and says when there is nothing to lift', async () => {
    const { code, output } = await runCommand('unlock', ['admin'], dataDir);
    expect(code).toBe(ExitCode.Ok);
    expect(output).toContain('admin was not locked out');
  });

  test('says what is wrong with the order', async () => {
    const unknown = await runCommand('unlock', ['nobody'], dataDir);
    expect([unknown.code, unknown.output.trim()]).toEqual([ExitCode.Usage, 'Nobody has this user name.']);
    const empty = await runCommand('unlock', [], dataDir);
    expect([empty.code, empty.output.trim()]).toEqual([ExitCode.Usage, 'Usage: npm run unlock -- <user name>']);
    const nowhere = await runCommand('unlock', ['admin'], newDataDir());
    expect([nowhere.code, nowhere.output]).toEqual([ExitCode.Usage, expect.stringContaining('There are no books in')]);
  });
});
