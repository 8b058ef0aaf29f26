import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/*
 * The suite means something, and passes, on a machine that has nothing but the checkout: what it may not ship, the
 * published samples, schemas and rules, is absent there.
 */
const ROOT = path.resolve(__dirname, '../..');
const SUPPORT = 'test/support/samples.ts';

const sources = ['apps/api', 'libs', 'test'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => /(?<!\.d)\.ts$/.test(name) && path.join(ROOT, name) !== __filename),
);
const text = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

test('only one place knows where the published material lies', () => {
  const knowing = sources.filter((name) => /shared\/(testdata|reference)|\.\.\/shared'/.test(text(name)));
  expect(knowing).toEqual([SUPPORT]);
});

interface Results {
  success: boolean;
  numPassedTests: number;
  testResults: { name: string; message: string; assertionResults: { status: string; title: string }[] }[];
}

test('every spec that reads samples passes without the published ones, and says what it left out', async () => {
  const specs = sources.filter(
    (name) => name.endsWith('.spec.ts') && /support\/(einvoice-)?samples\.js/.test(text(name)),
  );
  expect(specs.length).toBeGreaterThan(10);
  const directory = mkdtempSync(path.join(os.tmpdir(), 'without-published-'));
  const output = path.join(directory, 'results.json');
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const args = [jest, '--maxWorkers=1', '--json', `--outputFile=${output}`, '--runTestsByPath', ...specs];
  try {
    const env = { ...process.env, PUBLISHED_MATERIAL: path.join(directory, 'nothing') };
    const said = await run(args, env);
    if (!existsSync(output)) throw new Error(said);
    const results = JSON.parse(readFileSync(output, 'utf8')) as Results;
    expect(results.testResults.map(({ name }) => path.relative(ROOT, name)).sort()).toEqual([...specs].sort());
    const failures = results.testResults.filter(({ message }) => message !== '').map(({ message }) => message);
    expect({ success: results.success, failures }).toEqual({ success: true, failures: [] });
    expect(results.numPassedTests).toBeGreaterThan(500);
    for (const { name, assertionResults } of results.testResults) {
      const skipped = assertionResults.filter(({ status }) => status === 'pending').map(({ title }) => title);
      expect({ name, skipped }).toEqual({
        name,
        skipped: expect.arrayContaining([expect.stringMatching(/^published material: \S+ is not here$/)]) as unknown,
      });
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
});

function run(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', () => resolve(said)));
}
