import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const root = path.resolve(__dirname, '../..');
const MAIN = path.join(root, 'dist/apps/api/src/main.js');

/** How a process ended and what it said. */
export interface Ended {
  code: number | null;
  output: string;
}

/** The built application in a process of its own, as an operator runs it. */
export interface Centre {
  url: string;
  pid: number;
  output(): string;
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

const children = new Set<ChildProcess>();
const directories: string[] = [];

/** A data directory of a test's own; its name holds what names of directories hold in real life. */
export function newDataDir(): string {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'Bücher der Stadt '));
  directories.push(directory);
  return path.join(directory, 'data');
}

/** Ends what the tests started and removes what they made. */
export async function cleanUp(): Promise<void> {
  await Promise.all([...children].map((child) => endOf(child, () => child.kill('SIGTERM'))));
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}

function endOf(child: ChildProcess, order: () => void): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    child.once('close', resolve);
    order();
  });
}

/** Runs a script of the project with settings in the environment; `until` says when its output is enough. */
function run(script: string[], settings: Record<string, string>): { child: ChildProcess; output: () => string } {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...settings };
  const child = spawn(process.execPath, script, { cwd: os.tmpdir(), env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  child.once('close', () => children.delete(child));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return { child, output: () => said };
}

/** Starts the application and waits until it is ready. */
export async function startCentre(settings: Record<string, string>, script = MAIN): Promise<Centre> {
  const { child, output } = run([script], { PORT: '0', DEMO: 'off', ...settings });
  const url = await new Promise<string>((resolve, reject) => {
    const look = setInterval(() => {
      const ready = /is ready: (http:\S+)/.exec(output());
      if (ready) resolve(ready[1]!);
      if (ready || child.exitCode !== null) clearInterval(look);
    }, 20);
    child.once('close', () => reject(new Error(`ended instead of getting ready:\n${output()}`)));
  });
  return {
    url,
    pid: child.pid!,
    output,
    stop: async (signal = 'SIGTERM') => ({ code: await endOf(child, () => child.kill(signal)), output: output() }),
  };
}

/** Starts the application and stops it as soon as it says something that matches. */
export async function interruptStart(settings: Record<string, string>, when: RegExp): Promise<Ended> {
  const { child, output } = run([MAIN], { PORT: '0', DEMO: 'off', ...settings });
  const look = setInterval(() => {
    if (when.test(output())) child.kill('SIGTERM');
  }, 5);
  const code = await endOf(child, () => undefined);
  clearInterval(look);
  return { code, output: output() };
}

/** Starts the application where it cannot run, and waits for its end. */
export async function failToStart(settings: Record<string, string>): Promise<Ended> {
  const { child, output } = run([MAIN], { PORT: '0', DEMO: 'off', ...settings });
  return { code: await endOf(child, () => undefined), output: output() };
}

/** Runs a command of the operator's, such as `npm run backup`, as compiled. */
export async function runCommand(
  name: 'backup' | 'restore' | 'unlock' | 'keys' | 'accept-clock',
  args: string[],
  dataDir: string,
): Promise<Ended> {
  const { child, output } = run([path.join(root, `dist/apps/api/src/commands/${name}.js`), ...args], {
    DATA_DIR: dataDir,
  });
  return { code: await endOf(child, () => undefined), output: output() };
}

/** Runs a command as compiled and kills it as soon as `when` says so. */
export async function killCommand(
  name: 'backup' | 'restore',
  args: string[],
  dataDir: string,
  when: () => boolean,
): Promise<Ended> {
  const script = path.join(root, `dist/apps/api/src/commands/${name}.js`);
  const { child, output } = run([script, ...args], { DATA_DIR: dataDir });
  const look = setInterval(() => {
    if (when()) child.kill('SIGKILL');
  }, 1);
  const code = await endOf(child, () => undefined);
  clearInterval(look);
  return { code, output: output() };
}

/** A session of the superuser on the embedded database that runs on a data directory. */
export async function superuser(dataDir: string): Promise<pg.Client> {
  const read = (file: string) => readFileSync(path.join(dataDir, file), 'utf8').trim();
  const url = new URL(`postgres://postgres@127.0.0.1:${read('postgres.port')}/finanzzentrum`);
  url.password = read('secrets/database-password');
  const client = new pg.Client({ connectionString: url.toString() });
  client.on('error', () => undefined); // tests kill servers
  await client.connect();
  return client;
}

/** Asks until the answer is as wished, or time is over. */
export async function eventually(check: () => Promise<boolean>, milliseconds = 60_000): Promise<void> {
  for (const end = Date.now() + milliseconds; ;) {
    if (await check().catch(() => false)) return;
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
