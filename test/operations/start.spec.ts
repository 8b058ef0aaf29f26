import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { ExitCode } from '../../apps/api/src/exit-codes.js';
import {
  type Centre,
  cleanUp,
  eventually,
  failToStart,
  interruptStart,
  newDataDir,
  runCommand,
  startCentre,
  superuser,
} from '../support/centre.js';

const MAIN = path.resolve(__dirname, '../../dist/apps/api/src/main.js');
const START = path.resolve(__dirname, '../../apps/api/start.mjs');

const isReady = async (centre: Centre) => (await fetch(`${centre.url}/api/health/ready`)).ok;
const postmaster = (dataDir: string) =>
  Number.parseInt(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);

/** Books something that later starts must still find. */
async function leaveMark(dataDir: string, mark: string): Promise<void> {
  const client = await superuser(dataDir);
  await client.query('create table if not exists public.mark (text text)');
  await client.query('insert into public.mark values ($1)', [mark]);
  await client.end();
}

async function marks(dataDir: string): Promise<string[]> {
  const client = await superuser(dataDir);
  const { rows } = await client.query<{ text: string }>('select text from public.mark order by text');
  await client.end();
  return rows.map(({ text }) => text);
}

afterAll(cleanUp);

describe('starting and stopping', () => {
  const dataDir = newDataDir();

  test('the first start gets ready, and SIGTERM drains and stops everything', async () => {
    const centre = await startCentre({ DATA_DIR: dataDir });
    expect(await isReady(centre)).toBe(true);
    expect((await fetch(`${centre.url}/api/health/live`)).ok).toBe(true);
    await leaveMark(dataDir, 'first');
    const server = postmaster(dataDir);

    expect((await centre.stop('SIGTERM')).code).toBe(ExitCode.Ok);
    expect(() => process.kill(server, 0)).toThrow('ESRCH');
  });

  test('the second start has nothing to do and finds everything; Ctrl-C ends it', async () => {
    const centre = await startCentre({ DATA_DIR: dataDir });
    expect(centre.output()).toContain('schema: up to date');
    expect(await marks(dataDir)).toEqual(['first']);
    expect((await centre.stop('SIGINT')).code).toBe(ExitCode.Ok);
  });

  test('after kill -9 the next start recovers, also from the database left running', async () => {
    const killed = await startCentre({ DATA_DIR: dataDir });
    await leaveMark(dataDir, 'killed');
    await killed.stop('SIGKILL');

    const centre = await startCentre({ DATA_DIR: dataDir });
    expect(await isReady(centre)).toBe(true);
    expect(await marks(dataDir)).toEqual(['first', 'killed']);
    await centre.stop();
  });

  test('a killed database is brought back, and the centre is ready again', async () => {
    const centre = await startCentre({ DATA_DIR: dataDir });
    await leaveMark(dataDir, 'server killed');
    const before = postmaster(dataDir);
    process.kill(before, 'SIGKILL');

    await eventually(async () => postmaster(dataDir) !== before && (await isReady(centre)));
    expect(await marks(dataDir)).toEqual(['first', 'killed', 'server killed']);
    expect((await centre.stop()).code).toBe(ExitCode.Ok);
  });

  test('the launcher of npm start passes signals on; when it is killed itself, the centre stops', async () => {
    const orderly = await startCentre({ DATA_DIR: dataDir }, START);
    expect((await orderly.stop('SIGTERM')).code).toBe(ExitCode.Ok);

    const orphaned = await startCentre({ DATA_DIR: dataDir }, START);
    const server = postmaster(dataDir);
    await orphaned.stop('SIGKILL');
    await eventually(async () => {
      try {
        process.kill(server, 0);
        return false;
      } catch {
        return true;
      }
    });
  });
});

test('a start that is interrupted leaves nothing running, and the next one succeeds', async () => {
  const dataDir = newDataDir();
  const { code } = await interruptStart({ DATA_DIR: dataDir }, /database: embedded/);
  expect(code).toBe(ExitCode.Ok);
  expect(existsSync(path.join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  await (await startCentre({ DATA_DIR: dataDir })).stop();
});

describe('where the centre cannot run, it says why and what to do', () => {
  test('the port is occupied', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as net.AddressInfo;
    const { code, output } = await failToStart({ DATA_DIR: newDataDir(), PORT: String(port) });
    other.close();
    expect(code).toBe(ExitCode.PortOccupied);
    expect(output).toContain(
      `Port ${port} on 127.0.0.1 is occupied by another program. Stop that program, or set PORT`,
    );
  });

  test('the data directory cannot be reached', async () => {
    const { code, output } = await failToStart({ DATA_DIR: '/dev/null/books' });
    expect(code).toBe(ExitCode.DataDirectory);
    expect(output).toContain('The data directory /dev/null/books cannot be used');
    expect(output).toContain('Set DATA_DIR');
  });

  test('a setting cannot be understood', async () => {
    const { code, output } = await failToStart({ DATA_DIR: newDataDir(), PORT: 'eighty' });
    expect(code).toBe(ExitCode.Usage);
    expect(output).toContain('PORT is "eighty"; it must be a number');
  });

  test('the password of the demonstration is too short: nothing is stored that a better one would have to overcome', async () => {
    const dataDir = newDataDir();
    const { code, output } = await failToStart({ DATA_DIR: dataDir, DEMO: 'on', DEMO_PASSWORD: 'kurz' });
    expect(code).toBe(ExitCode.Usage);
    expect(output).toContain('DEMO_PASSWORD: The password needs at least 12 characters.');
    expect(output).not.toContain('kurz');
    expect(existsSync(path.join(dataDir, 'secrets'))).toBe(false);
  });

  test('the system allows too few open files, already for the modules or only for the rest', () => {
    for (const most of [40, 64, 256]) {
      const { status, stderr } = spawnSync('sh', ['-c', `ulimit -n ${most}; exec "$0" "$1"`, process.execPath, MAIN], {
        env: { ...process.env, DATA_DIR: newDataDir(), PORT: '0', DEMO: 'off' },
        encoding: 'utf8',
      });
      expect([most, status, stderr]).toEqual([most, ExitCode.SystemLimit, expect.stringContaining('ulimit -n 4096')]);
    }
  });

  test('the server of DATABASE_URL does not answer', async () => {
    const { code, output } = await failToStart({
      DATA_DIR: newDataDir(),
      DATABASE_URL: 'postgres://finanz:secret@127.0.0.1:1/books',
    });
    expect(code).toBe(ExitCode.DatabaseUnreachable);
    expect(output).toContain('Check DATABASE_URL');
    expect(output).not.toContain('secret');
  });

  test('another instance runs on the data directory, or a newer version wrote it', async () => {
    const dataDir = newDataDir();
    const centre = await startCentre({ DATA_DIR: dataDir });

    const second = await failToStart({ DATA_DIR: dataDir });
    expect(second.code).toBe(ExitCode.DataDirectoryInUse);
    expect(second.output).toContain('in use by another running instance');
    expect(await isReady(centre)).toBe(true);

    const client = await superuser(dataDir);
    await client.query(
      `insert into schema_migration (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`,
    );
    await client.end();
    await centre.stop();
    const older = await failToStart({ DATA_DIR: dataDir });
    expect(older.code).toBe(ExitCode.NewerDatabase);
    expect(older.output).toContain('written by a newer version of this software (unknown: FromTheFuture9999999999999)');
  });

  test('a secret is not that of the data, until a command says how to go on', async () => {
    const dataDir = newDataDir();
    await (await startCentre({ DATA_DIR: dataDir })).stop();
    const file = path.join(dataDir, 'secrets/seal-key.pem');
    const former = readFileSync(file, 'utf8');
    rmSync(file);
    const refused = await failToStart({ DATA_DIR: dataDir });
    expect(refused.code).toBe(ExitCode.OtherSecret);
    expect(refused.output).toContain('npm run keys -- seal-key-lost');

    writeFileSync(file, former);
    const turned = await runCommand('keys', ['rotate-seal-key', '--reason', 'Yearly change'], dataDir);
    expect(turned).toMatchObject({ code: ExitCode.Ok });
    expect(turned.output).toContain('the key before it signed that');
    expect((await runCommand('keys', ['show'], dataDir)).output).toMatch(/2\. \w{16} {2}hand-over.*in force, given/);
    expect((await runCommand('keys', ['turn'], dataDir)).code).toBe(ExitCode.Usage);
    await (await startCentre({ DATA_DIR: dataDir })).stop();
  });
});
