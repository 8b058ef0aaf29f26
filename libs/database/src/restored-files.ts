import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';

/*
 * How a backup's files come in place of what a data directory holds, so that a process that is killed at any moment leaves
 * what the next one recognises. How far it came stands in the name of one directory, and each step is one rename:
 *
 *   restoring            the backup is being unpacked and proved; nothing has been changed
 *   restored-<time>      every byte is proved; what was there is on its way to replaced-<time>
 *   moving-in-<time>     what was there is set aside; what was restored is on its way into the data directory
 */
const UNPROVED = 'restoring';
const PROVED = 'restored-';
const MOVING = 'moving-in-';
const ASIDE = 'replaced-';
const CLUSTER = 'postgres';

/** What belongs to a place or a process, not to the books: it stays where it is. */
const STAYS = /^(replaced-.*|restoring|restored-.*|moving-in-.*|programs|instance\.lock.*|\.probe-.*)$/;

type Move = (from: string, to: string) => void;

/** An empty directory for the files of a backup, of which nothing counts until `putInPlace`. */
export function stagingDirectory(root: string): string {
  const staging = path.join(root, UNPROVED);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  return staging;
}

/**
 * Puts the proved files of the staging directory in place of what the data directory holds. The caller holds its lock.
 * @returns where replaced books lie now
 */
export function putInPlace(root: string, move: Move = renameSync): string | undefined {
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  move(path.join(root, UNPROVED), path.join(root, `${PROVED}${time}`));
  return goOn(root, move);
}

/**
 * Finishes what a killed restore began, once every byte of it was proved; otherwise throws away what it had unpacked. The
 * caller holds the directory's lock.
 * @returns what was done, for the operator; undefined when there was nothing to do
 * @throws EmbeddedServerError `RestoreCutOff` where no books are and new ones would be begun beside those that were meant
 */
export function finishRestore(root: string, move: Move = renameSync): string | undefined {
  if (find(root, PROVED) !== undefined || find(root, MOVING) !== undefined) {
    const aside = goOn(root, move);
    const books = aside === undefined ? '' : ` The books that were there before lie in ${aside}.`;
    return `A restore that was cut off has been finished: the books are those of the backup.${books}`;
  }
  const unproved = path.join(root, UNPROVED);
  if (existsSync(path.join(root, CLUSTER))) {
    if (!existsSync(unproved)) return undefined;
    rmSync(unproved, { recursive: true });
    return 'A restore was cut off before it changed anything: the books are those from before.';
  }
  const aside = find(root, ASIDE);
  if (existsSync(unproved)) {
    throw new EmbeddedServerError(
      'RestoreCutOff',
      `A restore into ${root} was cut off before the backup was proved, and there are no other books. ` +
        `Repeat it: npm run restore -- <file>. To begin with an empty centre instead, delete ${unproved}` +
        `${aside === undefined ? '' : ` and move ${aside} elsewhere`}.`,
    );
  }
  if (aside !== undefined && existsSync(path.join(aside, CLUSTER))) {
    throw new EmbeddedServerError(
      'RestoreCutOff',
      `${root} holds no books but those set aside in ${aside}. Move what is in there back to ${root}, or repeat the ` +
        `restore: npm run restore -- <file>. To begin with an empty centre instead, move ${aside} elsewhere.`,
    );
  }
  return undefined;
}

/** From wherever an earlier process came to: sets aside what was there, then moves in what was restored. */
function goOn(root: string, move: Move): string | undefined {
  const proved = find(root, PROVED);
  if (proved !== undefined) {
    const time = path.basename(proved).slice(PROVED.length);
    setAside(root, proved, path.join(root, `${ASIDE}${time}`), move);
    move(proved, path.join(root, `${MOVING}${time}`));
  }
  const moving = find(root, MOVING)!;
  // The cluster last: where it is, everything is.
  const names = readdirSync(moving).sort((a, b) => Number(a === CLUSTER) - Number(b === CLUSTER));
  for (const name of names) move(path.join(moving, name), path.join(root, name));
  rmSync(moving, { recursive: true });
  const aside = path.join(root, `${ASIDE}${path.basename(moving).slice(MOVING.length)}`);
  return existsSync(aside) ? aside : undefined;
}

/** Books that are there go aside together with the secrets and all that belongs to them; without books, only what is in the way. */
function setAside(root: string, proved: string, aside: string, move: Move): void {
  const books = existsSync(path.join(root, CLUSTER)) || existsSync(path.join(aside, CLUSTER));
  const goes = (name: string) => !STAYS.test(name) && (books || existsSync(path.join(proved, name)));
  // The cluster first: what is left of the old books is told by what is set aside.
  const names = readdirSync(root).sort((a, b) => Number(b === CLUSTER) - Number(a === CLUSTER));
  for (const name of names.filter(goes)) {
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    move(path.join(root, name), path.join(aside, name));
  }
}

/** The newest directory whose name begins so. */
function find(root: string, beginning: string): string | undefined {
  const name = readdirSync(root)
    .filter((one) => one.startsWith(beginning))
    .sort()
    .at(-1);
  return name === undefined ? undefined : path.join(root, name);
}
