import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { ExitCode } from '../../apps/api/src/exit-codes.js';
import {
  cleanUp,
  failToStart,
  killCommand,
  newDataDir,
  runCommand,
  startCentre,
  superuser,
} from '../support/centre.js';

/* A restore that is killed is finished or refused by the next start; never is an empty centre begun beside the data. */
const source = newDataDir();
const file = path.join(path.dirname(source), 'Sicherung.tar.gz');

afterAll(cleanUp);

async function leaveMark(dataDir: string, mark: string): Promise<void> {
  const client = await superuser(dataDir);
  await client.query('create table public.mark as select $1::text as text', [mark]);
  await client.end();
}

/** Whose books a directory holds, seen by a centre that starts on it. */
async function markIn(dataDir: string): Promise<{ mark: string; output: string }> {
  const centre = await startCentre({ DATA_DIR: dataDir });
  const client = await superuser(dataDir);
  const { rows } = await client.query<{ text: string }>('select text from public.mark');
  await client.end();
  return { mark: rows[0]!.text, output: (await centre.stop()).output };
}

async function newBooks(dataDir: string, mark: string): Promise<void> {
  const centre = await startCentre({ DATA_DIR: dataDir });
  await leaveMark(dataDir, mark);
  await centre.stop();
}

beforeAll(async () => {
  await newBooks(source, 'backed up');
  expect((await runCommand('backup', [file], source)).code).toBe(ExitCode.Ok);
});

/** True in the middle of unpacking. */
const unpacking = (dataDir: string) => () => {
  const base = path.join(dataDir, 'restoring/postgres/base');
  return existsSync(base) && readdirSync(base).length > 1;
};

test('killed while it unpacks into an empty directory: the start refuses, and the restore can be repeated', async () => {
  const target = newDataDir();
  await killCommand('restore', [file], target, unpacking(target));
  expect(existsSync(path.join(target, 'restoring'))).toBe(true);
  expect(existsSync(path.join(target, 'postgres'))).toBe(false);

  for (let start = 0; start < 2; start++) {
    const refused = await failToStart({ DATA_DIR: target });
    expect(refused.code).toBe(ExitCode.RestoreCutOff);
    expect(refused.output).toContain('Repeat it: npm run restore -- <file>');
  }
  expect(existsSync(path.join(target, 'postgres'))).toBe(false);

  expect((await runCommand('restore', [file], target)).code).toBe(ExitCode.Ok);
  expect((await markIn(target)).mark).toBe('backed up');
});

test('killed while it unpacks beside other books: they are as they were, and the start says so', async () => {
  const target = newDataDir();
  await newBooks(target, 'from before');
  await killCommand('restore', [file, '--force'], target, unpacking(target));

  const { mark, output } = await markIn(target);
  expect(mark).toBe('from before');
  expect(output).toContain('A restore was cut off before it changed anything');
  expect(existsSync(path.join(target, 'restoring'))).toBe(false);
});

// These states last for less than a millisecond; restored-files.spec.ts tries every one of them.
test.each(['restored', 'moving-in'])(
  'killed while the files are put in place (%s): the start finishes it, and keeps the books from before',
  async (phase) => {
    const target = newDataDir();
    await newBooks(target, 'from before');
    const unpacked = newDataDir();
    expect((await runCommand('restore', [file], unpacked)).code).toBe(ExitCode.Ok);
    const time = '2026-01-31T12-00-00-000Z';
    const [staging, aside] = [path.join(target, `${phase}-${time}`), path.join(target, `replaced-${time}`)];
    mkdirSync(aside);
    renameSync(path.join(target, 'postgres'), path.join(aside, 'postgres'));
    if (phase === 'moving-in') renameSync(path.join(target, 'secrets'), path.join(aside, 'secrets'));
    mkdirSync(staging);
    for (const name of ['postgres', 'secrets']) renameSync(path.join(unpacked, name), path.join(staging, name));

    const { mark, output } = await markIn(target);
    expect(mark).toBe('backed up');
    expect(output).toContain('A restore that was cut off has been finished');
    expect(readdirSync(aside).filter((name) => ['postgres', 'secrets'].includes(name))).toEqual([
      'postgres',
      'secrets',
    ]);
    expect(statSync(path.join(target, 'secrets')).mode & 0o777).toBe(0o700);
    expect(existsSync(staging)).toBe(false);
  },
);
