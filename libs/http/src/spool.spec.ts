import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { DiskWatch } from './disk-watch.js';
import { Spool } from './spool.js';

let folder: string;
let spool: Spool;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'spool-'));
  spool = new Spool(path.join(folder, 'spool'), new DiskWatch(folder, 0));
});
afterAll(() => rmSync(folder, { recursive: true }));

const block = (no: number): Buffer => Buffer.alloc(700_000, no);

it('gives back what was written, also while it is still being written', async () => {
  const file = await spool.open();
  await file.write('Anfang ');
  const read = text(file.read());
  await file.write('Mitte ');
  await new Promise((resolve) => setTimeout(resolve, 20));
  await file.write('Ende');
  file.end();
  expect(await read).toBe('Anfang Mitte Ende');
});

it('has no name that could be left behind', async () => {
  const file = await spool.open();
  await file.write('Betriebsgeheimnis');
  expect(readdirSync(path.join(folder, 'spool'))).toEqual([]);
  file.discard();
});

it('does not make the writer wait for the reader', async () => {
  const file = await spool.open();
  const stream = file.read(); // and nobody takes anything of it
  for (let no = 0; no < 20; no++) await file.write(block(no));
  file.end();
  expect(file.size).toBe(14_000_000);
  expect((await buffer(stream)).equals(Buffer.concat(Array.from({ length: 20 }, (_, no) => block(no))))).toBe(true);
});

it('breaks off what will never be whole', async () => {
  const file = await spool.open();
  await file.write('die Hälfte');
  const read = text(file.read());
  file.fail(new Error('nothing more comes'));
  await expect(read).rejects.toThrow('nothing more comes');
});

it('tells the writer when the reader has gone', async () => {
  const file = await spool.open();
  await file.write('x');
  const stream = file.read();
  stream.destroy();
  await once(stream, 'close');
  await expect(file.write('y')).rejects.toThrow('the reader has gone');
});

it('takes in a source at the disk’s pace and passes its failure on', async () => {
  async function* pieces(): AsyncGenerator<Buffer> {
    yield block(1);
    yield block(2);
  }
  expect(await buffer(await spool.through(pieces()))).toHaveLength(1_400_000);
  async function* broken(): AsyncGenerator<Buffer> {
    yield block(1);
    throw new Error('the store has gone');
  }
  await expect(buffer(await spool.through(broken()))).rejects.toThrow('the store has gone');
});

it('takes nothing more when the disk has less room than it must keep', async () => {
  const full = new Spool(folder, new DiskWatch(folder, Number.MAX_SAFE_INTEGER));
  await expect(full.open()).rejects.toMatchObject({ code: 'DiskFull' });
});
