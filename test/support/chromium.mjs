// Finds a Chromium for the browser journeys without anybody's help: one the system has, else the one that the npm package
// @sparticuz/chromium carries (Linux on x64), with the few libraries and the font that a bare server lacks.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const modules = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../node_modules');
const packaged = path.join(modules, '@sparticuz/chromium');

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Some distributions install a program under the name that only tells how to get the browser. */
const runs = (file) => spawnSync(file, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;

function systemChromium() {
  if (process.platform === 'win32') return PLACES.find((file) => existsSync(file)); // there --version opens a window
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((directory) => PROGRAMS.map((program) => path.join(directory, program)));
  return [...new Set([...onPath, ...PLACES])].find((file) => existsSync(file) && runs(file));
}

let found;

/**
 * The Chromium to use, or null. CHROMIUM_PATH names one; CHROMIUM_PATH=packaged passes over the system's.
 * @returns {{kind: 'system' | 'packaged', path: string} | null}
 */
export function findChromium() {
  if (found === undefined) found = search();
  return found;
}

function search() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && wanted !== 'packaged') {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, which does not exist`);
    return { kind: 'system', path: wanted };
  }
  const system = wanted ? undefined : systemChromium();
  if (system) return { kind: 'system', path: system };
  const carried =
    process.platform === 'linux' && process.arch === 'x64' && existsSync(path.join(packaged, 'bin/chromium.br'));
  return carried ? { kind: 'packaged', path: packaged } : null;
}

/** Unpacks the carried browser once and keeps it beside the packages. */
async function unpack() {
  const { version } = JSON.parse(readFileSync(path.join(packaged, 'package.json'), 'utf8'));
  const target = path.join(modules, '.cache', `chromium-${version}`);
  if (existsSync(target)) return target;
  const { extract } = await import('tar-stream');
  const partial = `${target}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const inflated = (name) => [createReadStream(path.join(packaged, 'bin', `${name}.br`)), createBrotliDecompress()];
  await pipeline(...inflated('chromium'), createWriteStream(path.join(partial, 'chromium')));
  chmodSync(path.join(partial, 'chromium'), 0o755);
  for (const archive of ['al2023.tar', 'swiftshader.tar', 'fonts.tar']) {
    const entries = extract();
    const inflating = pipeline(...inflated(archive), entries);
    for await (const entry of entries) {
      const file = path.join(partial, entry.header.name);
      if (entry.header.type === 'file') {
        mkdirSync(path.dirname(file), { recursive: true });
        await pipeline(entry, createWriteStream(file));
      } else entry.resume();
    }
    await inflating;
  }
  writeFileSync(path.join(partial, 'fonts.conf'), fontConfiguration(path.join(target, 'fonts')));
  try {
    renameSync(partial, target);
  } catch (error) {
    if (!existsSync(target)) throw error; // else another test process was first
    rmSync(partial, { recursive: true });
  }
  return target;
}

/** The system's fonts where there are any, else the carried one. The file that the package brings only suits its own hosts. */
function fontConfiguration(directory) {
  const quoted = directory.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
    <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
    <dir>${quoted}</dir>
    <cachedir>${quoted}/cache</cachedir>
  </fontconfig>`;
}

const ARGS = [
  '--no-sandbox', // a container's root has no user namespaces to build the sandbox from; only our own pages are opened
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * Starts the Chromium that `findChromium` found. Close the browser at the end of the suite.
 * @param {import('playwright-core').LaunchOptions} [options]
 */
export async function launchChromium(options = {}) {
  const { chromium } = await import('playwright-core');
  const choice = findChromium();
  if (!choice) throw new Error('no Chromium: install one, or name it in CHROMIUM_PATH');
  if (choice.kind === 'system') return chromium.launch({ executablePath: choice.path, args: ARGS, ...options });
  const directory = await unpack();
  const libraries = [path.join(directory, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: path.join(directory, 'fonts.conf') };
  return chromium.launch({
    executablePath: path.join(directory, 'chromium'),
    args: [...ARGS, '--no-zygote'],
    env,
    ...options,
  });
}
