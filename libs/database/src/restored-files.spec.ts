import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { finishRestore, putInPlace, stagingDirectory } from './restored-files.js';

/*
 * A restore is killed between any two of its renames; the next process goes on from there. Whatever happened, either all of
 * the old books are there or all of the restored ones, never a mixture and never nothing.
 */
let root: string;
beforeEach(() => (root = mkdtempSync(path.join(os.tmpdir(), 'Wiederherstellung '))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const CONTENT = ['demo-password', 'postgres/PG_VERSION', 'postgres/base/1', 'secrets/seal-key'];

function write(folder: string, whose: string, names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), whose);
  }
}

/** What lies in a directory: path and whose it is. */
function content(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file): [string, string] => [path.relative(folder, file), readFileSync(file, 'utf8')])
      .sort(),
  );
}

const of = (whose: string, names = CONTENT) => Object.fromEntries(names.map((name) => [name, whose]).sort());

class Killed extends Error {}

/** Moves, and dies before the move after the last one that it may make. */
function movesUntilKilled(moves: number) {
  let left = moves;
  return (from: string, to: string): void => {
    if (left-- === 0) throw new Killed();
    renameSync(from, to);
  };
}

/** The restore, killed after so many moves, and then every attempt to finish it after one more; how many moves it took. */
function restoreWithKills(first: number): { killed: boolean; said: string | undefined } {
  write(stagingDirectory(root), 'restored', CONTENT);
  const attempt = (work: () => string | undefined) => {
    try {
      return { killed: false, said: work() };
    } catch (error) {
      if (error instanceof Killed) return { killed: true, said: undefined };
      throw error;
    }
  };
  const begun = attempt(() => putInPlace(root, movesUntilKilled(first)));
  if (!begun.killed) return begun;
  // The processes after it are killed, too, each after one step more.
  for (;;) {
    const next = attempt(() => finishRestore(root, movesUntilKilled(1)));
    if (!next.killed) return { killed: true, said: next.said };
  }
}

const MOVES = Array.from({ length: 12 }, (_, moves) => moves);

test.each(MOVES.slice(1))(
  'over other books, killed after %i moves: all restored, all of the old ones set aside',
  (moves) => {
    const old = [...CONTENT, 'postgres.port', 'inbox/one'];
    write(root, 'old', old);
    write(root, 'place', ['programs/postgres']);
    const { said } = restoreWithKills(moves);
    if (said !== undefined && !said.startsWith(root)) expect(said).toContain('The books that were there before lie in');
    const aside = readdirSync(root).find((name) => name.startsWith('replaced-'))!;
    expect(content(path.join(root, aside))).toEqual(of('old', old));
    rmSync(path.join(root, aside), { recursive: true });
    expect(content(root)).toEqual({ ...of('restored'), ...of('place', ['programs/postgres']) });
    expect(readdirSync(root).sort()).toEqual(['demo-password', 'postgres', 'programs', 'secrets']);
    expect(finishRestore(root)).toBeUndefined();
  },
);

test.each(MOVES.slice(1, 6))('into an empty directory, killed after %i moves', (moves) => {
  write(root, 'foreign', ['notes.txt']);
  restoreWithKills(moves);
  expect(content(root)).toEqual({ ...of('restored'), 'notes.txt': 'foreign' });
});

test('over books, killed before the proof: the old books are as they were', () => {
  write(root, 'old', CONTENT);
  write(stagingDirectory(root), 'half', ['postgres/PG_VERSION']);
  expect(finishRestore(root)).toContain('cut off before it changed anything');
  expect(content(root)).toEqual(of('old'));
});

test('into an empty directory, killed before the proof: no empty centre is begun there', () => {
  write(stagingDirectory(root), 'half', ['postgres/PG_VERSION']);
  expect(() => finishRestore(root)).toThrow(expect.objectContaining({ code: 'RestoreCutOff' }));
  expect(existsSync(path.join(root, 'restoring'))).toBe(true);
});

test('books that are only set aside are no reason to begin an empty centre beside them', () => {
  write(path.join(root, 'replaced-2026-01-31'), 'old', CONTENT);
  expect(() => finishRestore(root)).toThrow(expect.objectContaining({ code: 'RestoreCutOff' }));
});

test('without a restore there is nothing to do', () => {
  expect(finishRestore(root)).toBeUndefined();
  write(root, 'old', CONTENT);
  write(path.join(root, 'replaced-2026-01-31'), 'older', CONTENT);
  expect(finishRestore(root)).toBeUndefined();
});
