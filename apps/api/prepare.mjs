// Brings a checkout into a state in which it can run: packages installed, sources compiled. Plain Node without packages,
// because it runs before there are any. Everything that is up to date is left alone: a second run takes milliseconds.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const inRoot = (...parts) => path.join(root, ...parts);

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Ends the process with a clear text when this Node.js is too old. Call it before anything else. */
export function requireNode() {
  const wanted = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).engines.node.replace('>=', '');
  const [a, b] = [process.versions.node, wanted].map((version) => version.split('.').map(Number));
  const older = a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2];
  if (!older) return;
  console.error(
    `Finanzzentrum needs Node.js ${wanted} or newer; this is ${process.versions.node}. See https://nodejs.org/.`,
  );
  process.exit(1);
}

/**
 * Runs a program in the foreground and forwards the signals that this process gets.
 * @returns its exit code; 128 + number when a signal ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const forward = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, forward);
    const done = () => SIGNALS.forEach((signal) => process.off(signal, forward));
    child.once('error', (error) => (done(), reject(error)));
    child.once(
      'exit',
      (code, signal) => (
        done(),
        resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0))
      ),
    );
    options.onSpawn?.(child);
  });
}

/** Runs the npm that started us, else the one beside Node.js or on the path. */
function npm(args, options = {}) {
  const script = [
    process.env.npm_execpath,
    path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const found = script.find((file) => file?.endsWith('npm-cli.js') && existsSync(file));
  if (found) return run(process.execPath, [found, ...args], options);
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}

const packagesIn = (file) => JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;

/** What npm has installed here; it writes this as the last step of an installation. */
const INSTALLED = 'node_modules/.package-lock.json';

/** Stands while npm is at work and holds its process. Older than what npm installed, it was left behind by a start that was killed. */
const INSTALLING = inRoot('dist', '.installing');

/** What is installed, or null where nothing is or an installation was cut off: then nothing that lies here can be trusted. */
function installedPackages() {
  const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changed(INSTALLING) > changed(inRoot(INSTALLED))) return null;
  try {
    return packagesIn(INSTALLED);
  } catch {
    return null;
  }
}

/** The first package whose installed version is not the locked one, or undefined when everything is as locked. */
function firstMissingPackage(installed, dev) {
  return Object.entries(packagesIn('package-lock.json'))
    .filter(
      ([name, { link, optional, devOptional }]) => /node_modules\//.test(name) && !link && !optional && !devOptional,
    )
    .filter(([, entry]) => dev || !entry.dev)
    .find(([name, { version }]) => installed[name]?.version !== version || !existsSync(inRoot(name)))?.[0];
}

/** Waits for the npm of a start that was killed: two of them in one directory destroy each other's work. */
async function waitForOtherInstallation(log) {
  for (let said = false; ; said = true) {
    let pid;
    try {
      pid = Number.parseInt(readFileSync(INSTALLING, 'utf8'), 10);
    } catch {
      return;
    }
    if (!isNpm(pid)) return;
    if (!said) log(`Waiting for an installation that is under way (process ${pid}) …`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Whether a process is there and, where the system tells it, still an npm: its number may have gone to another one. */
function isNpm(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('npm');
  } catch {
    return process.platform !== 'linux';
  }
}

/**
 * Installs the locked packages unless they are there; those that only tests and development need if `dev` says so. What is
 * there already is kept, unless an installation was killed in the middle of it. Returns npm's exit code.
 */
export async function install(log, dev) {
  await waitForOtherInstallation(log);
  const installed = installedPackages();
  const missing = installed ? firstMissingPackage(installed, dev) : 'node_modules';
  if (!missing) return 0;
  log(`Installing packages (${missing} is missing or outdated); the first time this takes about a minute …`);
  // Packages for development that are here stay: whoever tests also starts.
  const all = dev || Object.values(installed ?? {}).some((entry) => entry.dev);
  const what = [all ? '--include=dev' : '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline'];
  mkdirSync(path.dirname(INSTALLING), { recursive: true });
  const onSpawn = ({ pid }) => writeFileSync(INSTALLING, `${pid}\n`);
  const code = await npm([installed ? 'install' : 'ci', ...what], { onSpawn });
  if (code === 0) rmSync(INSTALLING, { force: true });
  return code;
}

/** A fingerprint of the content of all files below the given paths that `wanted` accepts. */
function fingerprint(paths, wanted = () => true) {
  const hash = createHash('sha256');
  const add = (relative) => {
    const absolute = inRoot(relative);
    if (!existsSync(absolute)) return;
    let entries;
    try {
      entries = readdirSync(absolute, { withFileTypes: true });
    } catch {
      if (wanted(relative)) hash.update(`${relative}\0`).update(readFileSync(absolute)).update('\0');
      return;
    }
    for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (name !== 'node_modules' && name !== 'dist') add(`${relative}/${name}`);
    }
  };
  paths.forEach(add);
  return hash.update(process.versions.node.split('.')[0]).digest('hex');
}

/** Builds `name` when its sources are not those of the last complete build. Returns the builder's exit code. */
async function build(name, sources, command, log) {
  const stamp = inRoot('dist', `.${name}-built-from`);
  const output = inRoot('dist', 'apps', name);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return 0;
  log(`Building ${name} …`);
  rmSync(stamp, { force: true });
  const code = await command();
  if (code === 0) {
    mkdirSync(inRoot('dist'), { recursive: true });
    writeFileSync(stamp, sources);
  }
  return code;
}

const SHARED_SOURCES = ['package-lock.json', 'tsconfig.json'];

/**
 * @nestjs/swagger 12 writes imports of its own into the compiled files. Where the checkout's path holds an umlaut it takes
 * the escape \u00FC for a directory "u00FC" and leads out of dist/; this leads such imports back.
 */
function mendImports() {
  const escaped = root.replace(
    /[^ -~]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  const mangled = escaped.replaceAll('\\', '/').replace(/\/\/+/g, '/');
  if (process.platform === 'win32' || escaped === root) return 0;
  const folders = ['apps/api', 'libs', 'migrations'].filter((folder) => existsSync(inRoot('dist', folder)));
  const names = folders.flatMap((folder) =>
    readdirSync(inRoot('dist', folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  );
  for (const name of names) {
    if (!name.endsWith('.js')) continue;
    const directory = path.dirname(inRoot('dist', name));
    const text = readFileSync(inRoot('dist', name), 'utf8');
    const mended = text.replace(/"((?:\.\.\/)+[^"]*\/u[0-9A-F]{4}[^"]*)"/g, (all, specifier) => {
      const target = path.resolve(directory, specifier);
      if (!target.startsWith(`${mangled}/`)) return all;
      const relative = path.relative(directory, inRoot('dist', target.slice(mangled.length)));
      return JSON.stringify(relative.startsWith('.') ? relative : `./${relative}`);
    });
    if (mended !== text) writeFileSync(inRoot('dist', name), mended);
  }
  return 0;
}

/** Compiles the service, its commands and the migrations into dist/ if they have changed. */
export function buildApi(log = console.log) {
  const sources = [...SHARED_SOURCES, 'nest-cli.json', 'apps/api', 'libs', 'migrations'];
  const nest = inRoot('node_modules/@nestjs/cli/bin/nest.js');
  const compile = async () => (await run(process.execPath, [nest, 'build', 'api'])) || mendImports();
  return build(
    'api',
    fingerprint(sources, (file) => !file.endsWith('.spec.ts')),
    compile,
    log,
  );
}

/** Builds the browser application into dist/apps/web if it has changed. Its types are checked by the tests. */
export function buildWeb(log = console.log) {
  const vite = inRoot('node_modules/vite/bin/vite.js');
  const command = () => run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: inRoot('apps/web') });
  return build('web', fingerprint([...SHARED_SOURCES, 'apps/web']), command, log);
}

function succeed(code, otherwise) {
  if (code === 0) return;
  console.error(`\n${otherwise}`);
  process.exit(code);
}

/**
 * Installs what is missing and builds what is stale; ends the process when that fails.
 * @param dev also what only tests, benchmarks and development need
 */
export async function prepare({ web = true, dev = false, log = console.log } = {}) {
  succeed(
    await install(log, dev),
    'The packages could not be installed; npm says why above. Often it is the network or a proxy.',
  );
  const [api, browser] = await Promise.all([buildApi(log), web ? buildWeb(log) : 0]);
  succeed(api, 'The service could not be built.');
  succeed(browser, 'The browser application could not be built.');
}
