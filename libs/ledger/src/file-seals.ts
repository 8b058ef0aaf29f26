import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ClientTx } from '@lib/database';
import type { FilingDto } from './evidence.dto.js';
import type { Seal } from './seals.js';

/** What lies in the folder of filed seals for a client. */
export type Filing = FilingDto;

const FILE = /^(\d{6,})\.seal$/;
const nameOf = (no: number): string => `${String(no).padStart(6, '0')}.seal`;

/** A seal as it is filed and mailed: what `npm run verify -- … --against` reads. */
export const filedSeal = ({ sealNo, statement, keyId, signature }: Seal): string =>
  `${JSON.stringify({ type: 'seal', no: sealNo, statement, keyId, signature })}\n`;

/** The client's own folder: its key for people, its id for ever. Made when it is not there, so that a changed key changes nothing. */
async function folderOf(folder: string, client: { key: string; uuid: string }): Promise<string> {
  const there = (await readdir(folder).catch(() => [])).find((name) => name.endsWith(`.${client.uuid}`));
  return path.join(folder, there ?? `${client.key}.${client.uuid}`);
}

async function filedNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => FILE.exec(name)?.[1] ?? []).map(Number);
}

/**
 * Files the seals of a client that are not filed yet: one file each, which is never written again, so that the folder may stand on a
 * medium that allows no more. Then the last filed one is held against the books.
 * @throws Error when the folder cannot be written
 */
export async function fileSeals(tx: ClientTx, folder: string): Promise<Filing> {
  const [client] = await tx.query<{ key: string; uuid: string }>('select key, uuid from client where id = $1', [
    tx.clientId,
  ]);
  const own = await folderOf(folder, client!);
  await mkdir(own, { recursive: true });
  const filed = new Set(await filedNumbers(own));
  const missing = (await allSeals(tx)).filter((seal) => !filed.has(seal.sealNo));
  for (const seal of missing) await writeOnce(path.join(own, nameOf(seal.sealNo)), filedSeal(seal));
  return compare(tx, own);
}

/** Holds what is filed against the books, without writing. */
export async function lookAtFiling(tx: ClientTx, folder: string): Promise<Filing> {
  const [client] = await tx.query<{ key: string; uuid: string }>('select key, uuid from client where id = $1', [
    tx.clientId,
  ]);
  return compare(tx, await folderOf(folder, client!));
}

/** The last filed seal is in the books word for word. It names the one before by its hash, and so on; the proof follows that row. */
async function compare(tx: ClientTx, own: string): Promise<Filing> {
  const lastFiled = Math.max(0, ...(await filedNumbers(own)));
  if (lastFiled === 0) return { lastFiled, finding: null };
  const file = path.join(own, nameOf(lastFiled));
  const [kept] = await tx.query<Seal>(SEAL_BY_NO, [tx.clientId, lastFiled]);
  if (!kept) return { lastFiled, finding: 'missing' };
  const same = (await readFile(file, 'utf8')) === filedSeal(kept);
  return { lastFiled, finding: same ? null : 'different' };
}

const COLUMNS = `seal_no::int as "sealNo", statement, key_id as "keyId", encode(signature, 'base64') as signature`;
const SEAL_BY_NO = `select ${COLUMNS} from seal where client_id = $1 and seal_no = $2`;
const allSeals = (tx: ClientTx): Promise<Seal[]> =>
  tx.query(`select ${COLUMNS} from seal where client_id = $1 order by seal_no`, [tx.clientId]);

/** The file is there as a whole or not at all, and is never written over; whoever comes second changes nothing. */
async function writeOnce(file: string, text: string): Promise<void> {
  const part = path.join(path.dirname(file), `.${randomUUID()}.part`);
  const handle = await open(part, 'wx', 0o444);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    // Some network file systems know no links.
    await link(part, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      return copyFile(part, file, constants.COPYFILE_EXCL);
    });
  } finally {
    await rm(part, { force: true });
  }
}
