import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/*
 * What `npm start` and `npm test` install, tried on a project of two packages that need no network: one that the service
 * runs with, one for development.
 */
const ROOT = path.resolve(__dirname, '../..');
const children = new Set<ChildProcess>();
let project: string;

beforeAll(() => {
  project = mkdtempSync(path.join(os.tmpdir(), 'Neues Verzeichnis '));
  mkdirSync(path.join(project, 'apps/api'), { recursive: true });
  copyFileSync(path.join(ROOT, 'apps/api/prepare.mjs'), path.join(project, 'apps/api/prepare.mjs'));
  for (const name of ['runs', 'tests']) {
    const folder = path.join(project, 'sources', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
    writeFileSync(path.join(folder, 'index.js'), `module.exports = '${name}';\n`);
    npm('pack', folder);
  }
  const dependencies = { runs: 'file:runs-1.0.0.tgz' };
  const devDependencies = { tests: 'file:tests-1.0.0.tgz' };
  const about = { name: 'project', version: '1.0.0', private: true, dependencies, devDependencies };
  writeFileSync(path.join(project, 'package.json'), JSON.stringify(about));
  npm('install', '--package-lock-only');
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(project, { recursive: true });
});

function npm(...args: string[]): void {
  execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd: project, stdio: 'pipe' });
}

const at = (...parts: string[]): string => path.join(project, ...parts);
const installed = (): string[] => ['runs', 'tests'].filter((name) => existsSync(at('node_modules', name, 'index.js')));
const MARK = 'dist/.installing';

/** Installs in a process of its own, as `npm start` does; what it said. */
function install(dev: boolean): Promise<string> {
  const script = `import { install } from './apps/api/prepare.mjs'; process.exit(await install(console.log, ${dev}));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: project });
  children.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      children.delete(child);
      if (code === 0) resolve(said);
      else reject(new Error(`ended with ${code}:\n${said}`));
    });
  });
}

test('a start installs what runs, a test what is missing to it, and neither anything twice', async () => {
  expect(await install(false)).toContain('Installing packages');
  expect(installed()).toEqual(['runs']);
  const { ino } = statSync(at('node_modules/runs/index.js'));

  expect(await install(true)).toContain('tests is missing');
  expect(installed()).toEqual(['runs', 'tests']);
  expect(statSync(at('node_modules/runs/index.js')).ino).toBe(ino);

  const lock = readFileSync(at('package-lock.json'), 'utf8');
  for (const dev of [false, true]) expect(await install(dev)).toBe('');
  expect(installed()).toEqual(['runs', 'tests']);
  expect(readFileSync(at('package-lock.json'), 'utf8')).toBe(lock);
});

test('packages for development stay when a start must renew something else', async () => {
  rmSync(at('node_modules/runs'), { recursive: true });
  expect(await install(false)).toContain('runs is missing');
  expect(installed()).toEqual(['runs', 'tests']);
});

test('what an installation left that was killed is installed anew', async () => {
  const gone = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => gone.once('close', resolve));
  rmSync(at('node_modules/tests/index.js')); // half written: npm itself would take it for whole
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(at(MARK), `${gone.pid}\n`);
  expect(await install(true)).toContain('Installing packages');
  expect(installed()).toEqual(['runs', 'tests']);
  expect(existsSync(at(MARK))).toBe(false);
});

test('an installation that outlived its start is waited for, and what it finished is kept', async () => {
  const orphan = spawn(process.execPath, ['--title=npm', '-e', 'setInterval(() => {}, 1000)']);
  children.add(orphan);
  writeFileSync(at(MARK), `${orphan.pid}\n`);
  const waiting = install(true);
  let ended = false;
  void waiting.finally(() => (ended = true));
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(ended).toBe(false);
  writeFileSync(at('node_modules/.package-lock.json'), readFileSync(at('node_modules/.package-lock.json'))); // its last step
  orphan.kill('SIGKILL');
  const said = await waiting;
  expect(said).toContain('Waiting for an installation that is under way');
  expect(said).not.toContain('Installing packages');
});
