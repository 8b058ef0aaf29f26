import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type pg from 'pg';
import { pack } from 'tar-stream';
import { ExitCode } from '../../apps/api/src/exit-codes.js';
import { type Centre, cleanUp, eventually, newDataDir, runCommand, startCentre, superuser } from '../support/centre.js';

afterAll(cleanUp);

/** Every table of the application with its number of rows. */
async function census(client: pg.Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; rows: number }>(`
    select table_name as name,
           (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from public.%I', table_name), false, true, '')))[1]::text::int as rows
      from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

describe('backup and restore', () => {
  const dataDir = newDataDir();
  const elsewhere = newDataDir();
  const file = path.join(path.dirname(dataDir), 'Sicherung vom Freitag.tar.gz');
  let centre: Centre;
  let before: Record<string, number>;
  let acknowledgedAtTheBeginning = 0;

  test('a backup is taken while bookings go on', async () => {
    centre = await startCentre({ DATA_DIR: dataDir });
    const client = await superuser(dataDir);
    await client.query('create table public.witness (n int primary key, filler text)');
    let acknowledged = 0;
    let going = true;
    const booking = (async () => {
      while (going) {
        await client.query(`insert into public.witness values ($1, repeat('x', 2000))`, [acknowledged + 1]);
        acknowledged++;
        if (acknowledged % 200 === 0) await client.query('checkpoint');
      }
    })();

    await eventually(async () => acknowledged > 100);
    acknowledgedAtTheBeginning = acknowledged;
    const { code, output } = await runCommand('backup', [file], dataDir);
    going = false;
    await booking;
    expect(output).toContain('The centre is running; it goes on meanwhile.');
    expect(code).toBe(ExitCode.Ok);
    expect(acknowledged).toBeGreaterThan(acknowledgedAtTheBeginning);
    before = await census(client);
    await client.end();
  });

  test('only its owner can read the file, and it is not overwritten', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { code, output } = await runCommand('backup', [file], dataDir);
    expect(code).toBe(ExitCode.Usage);
    expect(output).toContain('exists already');
  });

  test('restored elsewhere it has the same rows, the same secrets, and the centre runs on it', async () => {
    const { code, output } = await runCommand('restore', [file], elsewhere);
    expect(output).toContain('the database starts');
    expect(code).toBe(ExitCode.Ok);
    for (const secret of readdirSync(path.join(dataDir, 'secrets'))) {
      const at = (directory: string) => path.join(directory, 'secrets', secret);
      expect(readFileSync(at(elsewhere), 'utf8')).toBe(readFileSync(at(dataDir), 'utf8'));
      expect(statSync(at(elsewhere)).mode & 0o777).toBe(0o600);
    }

    const twin = await startCentre({ DATA_DIR: elsewhere }); // beside the first one, which still runs
    const client = await superuser(elsewhere);
    const after = await census(client);
    const { rows } = await client.query<{ last: number }>('select coalesce(max(n), 0) as last from public.witness');
    await client.end();
    expect(after['witness']).toBe(rows[0]!.last); // no booking missing in between
    expect(after['witness']).toBeGreaterThanOrEqual(acknowledgedAtTheBeginning);
    expect({ ...after, witness: 0 }).toEqual({ ...before, witness: 0 });
    await twin.stop();
    await centre.stop();
  });

  test('a stopped centre is backed up and, after everything was lost, back with every row', async () => {
    const second = `${file}.2`;
    expect((await runCommand('backup', [second], dataDir)).code).toBe(ExitCode.Ok);
    rmSync(dataDir, { recursive: true });
    expect((await runCommand('restore', [second], dataDir)).code).toBe(ExitCode.Ok);

    centre = await startCentre({ DATA_DIR: dataDir });
    const client = await superuser(dataDir);
    expect(await census(client)).toEqual(before);
    await client.end();
  });

  test('nothing is restored under a running centre', async () => {
    const { code, output } = await runCommand('restore', [file, '--force'], dataDir);
    expect(code).toBe(ExitCode.DataDirectoryInUse);
    expect(output).toContain('in use by another running instance');
    await centre.stop();
  });

  test('books that are there are replaced only on demand, and then set aside', async () => {
    const refused = await runCommand('restore', [file], dataDir);
    expect(refused.code).toBe(ExitCode.Usage);
    expect(refused.output).toContain('holds books already');

    const forced = await runCommand('restore', [file, '--force'], dataDir);
    expect(forced.code).toBe(ExitCode.Ok);
    const aside = readdirSync(dataDir).find((name) => name.startsWith('replaced-'));
    expect(existsSync(path.join(dataDir, aside!, 'postgres/PG_VERSION'))).toBe(true);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5_000)],
    [
      'changed in one byte',
      (bytes: Buffer) =>
        Buffer.from(bytes).fill(bytes[bytes.length >> 1]! ^ 1, bytes.length >> 1, (bytes.length >> 1) + 1),
    ],
    ['no archive', () => Buffer.from('Guten Tag')],
    ['empty', () => Buffer.alloc(0)],
  ])('a file that is %s is refused, and nothing is written', async (what, damage) => {
    const target = newDataDir();
    const damaged = path.join(path.dirname(target), 'damaged.tar.gz');
    writeFileSync(damaged, damage(readFileSync(file)));
    const { code, output } = await runCommand('restore', [damaged], target);
    expect(code).toBe(ExitCode.Failed);
    expect(output).toContain('The backup cannot be used');
    expect(readdirSync(target)).toEqual([]);
  });

  test('a hostile archive cannot write outside the data directory', async () => {
    const target = newDataDir();
    const tar = pack();
    tar.entry({ name: '../escaped.txt' }, 'gotcha');
    tar.finalize();
    const chunks: Buffer[] = [];
    for await (const chunk of tar) chunks.push(chunk as Buffer);
    const hostile = path.join(path.dirname(target), 'hostile.tar.gz');
    writeFileSync(hostile, gzipSync(Buffer.concat(chunks)));
    const { code, output } = await runCommand('restore', [hostile], target);
    expect(code).toBe(ExitCode.Failed);
    expect(output).toContain('leads out of the data directory');
    expect(existsSync(path.join(path.dirname(target), 'escaped.txt'))).toBe(false);
  });
});
