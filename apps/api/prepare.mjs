// Brings a checkout into a state in which it can run: packages installed, sources compiled. Plain Node without packages,
// because it runs before there are any. Everything that is up to date is left alone: a second run takes milliseconds.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
function npm(...args) {
  const script = [
    process.env.npm_execpath,
    path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const found = script.find((file) => file?.endsWith('npm-cli.js') && existsSync(file));
  if (found) return run(process.execPath, [found, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

/** The first package whose installed version is not the locked one, or undefined when everything is as locked. */
function firstMissingPackage() {
  const read = (file) => JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;
  let installed;
  try {
    installed = read('node_modules/.package-lock.json'); // npm writes it as the last step of an installation
  } catch {
    return 'node_modules';
  }
  return Object.entries(read('package-lock.json'))
    .filter(
      ([name, { link, optional, devOptional }]) => name.includes('node_modules/') && !link && !optional && !devOptional,
    )
    .find(([name, { version }]) => installed[name]?.version !== version || !existsSync(inRoot(name)))?.[0];
}

/** Installs the locked packages, those for development included, unless they are there. Returns npm's exit code. */
function install(log) {
  const missing = firstMissingPackage();
  if (!missing) return 0;
  log(`Installing packages (${missing} is missing or outdated); the first time this takes about a minute …`);
  return npm('ci', '--include=dev', '--no-audit', '--no-fund');
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
  for (const name of readdirSync(inRoot('dist'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js') || name.startsWith('apps/web')) continue;
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

/** Builds the browser application into dist/apps/web if it has changed. */
export function buildWeb(log = console.log) {
  const command = () => npm('run', 'build', '--silent', '--workspace', '@finanzzentrum/web');
  return build('web', fingerprint([...SHARED_SOURCES, 'apps/web']), command, log);
}

function succeed(code, otherwise) {
  if (code === 0) return;
  console.error(`\n${otherwise}`);
  process.exit(code);
}

/** Installs what is missing and builds what is stale; ends the process when that fails. */
export async function prepare({ web = true, log = console.log } = {}) {
  succeed(
    await install(log),
    'The packages could not be installed; npm says why above. Often it is the network or a proxy.',
  );
  succeed(await buildApi(log), 'The service could not be built.');
  if (web) succeed(await buildWeb(log), 'The browser application could not be built.');
}
