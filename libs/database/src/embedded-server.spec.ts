import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { dataLayout, startEmbeddedServer } from './embedded-server.js';
import { lockDirectory } from './instance-lock.js';

let directory: string;
beforeEach(() => (directory = mkdtempSync(path.join(os.tmpdir(), 'Däta dir '))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const inUse = { code: 'DataDirectoryInUse' };

describe('the lock on a data directory', () => {
  const file = () => path.join(directory, 'instance.lock');

  it('is held by one instance at a time and given back', () => {
    const lock = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow(expect.objectContaining(inUse));
    lock.release();
    lockDirectory(directory).release();
    expect(existsSync(file())).toBe(false);
  });

  it('is refused while its holder lives', () => {
    writeFileSync(file(), JSON.stringify({ pid: process.ppid, host: os.hostname(), born: null }));
    expect(() => lockDirectory(directory)).toThrow(expect.objectContaining(inUse));
  });

  it('is taken over from a process that is gone, and from a stranger that got its number', () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    for (const holder of [
      { pid: gone, host: os.hostname(), born: null },
      { pid: process.ppid, host: os.hostname(), born: 'another time' },
    ]) {
      writeFileSync(file(), JSON.stringify(holder));
      lockDirectory(directory).release();
    }
  });

  it('is taken over when it was cut off while it was written', () => {
    writeFileSync(file(), '{"pid":12');
    lockDirectory(directory).release();
  });

  it('of another machine counts as long as its heartbeat is fresh', () => {
    writeFileSync(file(), JSON.stringify({ pid: 1, host: 'another-machine', born: null }));
    expect(() => lockDirectory(directory)).toThrow(expect.objectContaining(inUse));
  });
});

describe('the embedded server', () => {
  const settings = { fsync: 'off', shared_buffers: '16MB', max_connections: '10' };

  it('starts on an empty directory, listens on the loopback address only, and stops', async () => {
    const server = await startEmbeddedServer({ dataDir: directory, settings });
    const client = new pg.Client({ connectionString: server.adminUrl });
    await client.connect();
    const { rows } = await client.query(`
      select current_setting('listen_addresses') as listen, current_setting('jit') as jit, current_setting('data_checksums') as checksums,
             array(select t from unnest(array['Öl', 'Zoll', 'Ofen', 'Apfel', 'Äpfel']) t order by t) as sorted`);
    await client.end();
    await server.stop();
    expect(rows).toEqual([
      { listen: '127.0.0.1', jit: 'off', checksums: 'on', sorted: ['Apfel', 'Äpfel', 'Ofen', 'Öl', 'Zoll'] },
    ]);
    expect(existsSync(path.join(directory, 'postgres/postmaster.pid'))).toBe(false);
    expect(existsSync(path.join(directory, 'instance.lock'))).toBe(false);
    expect(Number(readFileSync(path.join(directory, 'postgres.port'), 'utf8'))).toBe(server.port);
  });

  it('starts over where the first start was interrupted', async () => {
    mkdirSync(path.join(directory, 'postgres.new'));
    writeFileSync(path.join(directory, 'postgres.new/PG_VERSION'), '18\n');
    const server = await startEmbeddedServer({ dataDir: directory, settings });
    await server.stop();
  });

  it('does not touch the data of another version of PostgreSQL', async () => {
    const { cluster } = dataLayout(directory);
    mkdirSync(cluster);
    writeFileSync(path.join(cluster, 'PG_VERSION'), '17\n');
    await expect(startEmbeddedServer({ dataDir: directory })).rejects.toMatchObject({ code: 'ServerVersionMismatch' });
  });

  it('asks for the lost password instead of locking everybody out', async () => {
    const { cluster } = dataLayout(directory);
    mkdirSync(cluster);
    writeFileSync(path.join(cluster, 'PG_VERSION'), '18\n');
    await expect(startEmbeddedServer({ dataDir: directory })).rejects.toMatchObject({ code: 'PasswordMissing' });
  });

  it('says when a part of the path is a file', async () => {
    writeFileSync(path.join(directory, 'file'), '');
    const dataDir = path.join(directory, 'file', 'data');
    await expect(startEmbeddedServer({ dataDir })).rejects.toMatchObject({
      code: 'DataDirectoryUnreachable',
      message: expect.stringContaining('a part of the path is a file') as string,
    });
  });

  it('says when a port that was asked for is occupied', async () => {
    const first = await startEmbeddedServer({ dataDir: path.join(directory, 'a'), settings });
    try {
      const second = startEmbeddedServer({ dataDir: path.join(directory, 'b'), port: first.port, settings });
      await expect(second).rejects.toMatchObject({ code: 'PortOccupied' });
    } finally {
      await first.stop();
    }
  });
});
