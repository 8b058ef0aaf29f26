// npm test: installs what is missing, builds, then lint, type check and every suite. `npm test -- <words>` runs only the
// suites whose path matches; other Jest options pass through as well. The last line always counts what happened.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepare, requireNode, root, run } from '../apps/api/prepare.mjs';

requireNode();

const tally = { passed: 0, failed: 0, skipped: 0 };
const notes = [];
process.on('exit', (code) => {
  if (code !== 0 && tally.failed === 0) tally.failed = 1; // ended early: an installation or a build failed
  for (const note of notes) console.log(note);
  console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
});

const jestArguments = process.argv.slice(2);
await prepare({ dev: true });
if (jestArguments.length === 0) {
  await check('lint', 'eslint/bin/eslint.js', '-c', 'test/eslint.config.mjs', 'apps/api', 'libs', 'test', 'migrations');
  await check('type check', 'typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json');
  await check('type check of the browser application', 'typescript/bin/tsc', '--noEmit', '-p', 'apps/web');
}
const { findChromium } = await import('./support/chromium.mjs');
if (!findChromium()) {
  notes.push(
    '\n!!! NO BROWSER JOURNEY WAS RUN: there is no Chromium here. Install one, or name it in CHROMIUM_PATH, and run again.',
  );
}
await jest();
process.exit(tally.failed === 0 ? 0 : 1);

/** Runs a checker of the installed packages; it counts as one test. */
async function check(name, script, ...args) {
  console.log(`\n=== ${name}`);
  const code = await run(process.execPath, [path.join(root, 'node_modules', script), ...args]);
  tally[code === 0 ? 'passed' : 'failed']++;
  console.log(code === 0 ? `${name}: passed` : `${name}: FAILED`);
}

async function jest() {
  console.log('\n=== tests');
  const output = path.join(root, 'test/.output/results.json');
  rmSync(output, { force: true });
  mkdirSync(path.dirname(output), { recursive: true });
  // Every worker compiles and boots the whole application; more of them than this cost more than they bring.
  const workers = Math.max(1, Math.min(3, os.availableParallelism()));
  const args = [
    `--maxWorkers=${workers}`,
    '--workerIdleMemoryLimit=900MB',
    '--json',
    `--outputFile=${output}`,
    ...jestArguments,
  ];
  const code = await run(process.execPath, [path.join(root, 'node_modules/jest/bin/jest.js'), ...args], {
    env: { ...process.env, NODE_ENV: 'test', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
  });
  count(output, code);
}

function count(output, code) {
  let results;
  try {
    results = JSON.parse(readFileSync(output, 'utf8'));
  } catch {
    tally.failed++; // Jest did not get as far as a result
    return;
  }
  tally.passed += results.numPassedTests;
  tally.skipped += results.numPendingTests + results.numTodoTests;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  tally.failed += code !== 0 && failed === 0 ? 1 : failed;
  noteSkipped(results);
}

/** Says what was left out, so that a green line is not taken for more than it is. */
function noteSkipped({ testResults }) {
  const skipped = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'pending' || status === 'todo')
      .map(({ fullName }) => `  ${path.relative(root, name)}: ${fullName}`),
  );
  if (skipped.length === 0) return;
  notes.push(`\nNOT RUN (${skipped.length}):`, ...skipped);
}
