import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const RULES = path.join(root, 'test/dependency-cruiser.cjs');
const CRUISER = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** What dependency-cruiser objects to in a source tree, by the project's rules. */
async function violationsIn(tree: string, folders: string[]): Promise<string[]> {
  const stdout = await new Promise<string>((resolve, reject) => {
    const args = [CRUISER, '--config', RULES, '--output-type', 'json', ...folders];
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 64 << 20 }, (error, out, err) => {
      if (out)
        resolve(out); // it exits with the number of violations
      else reject(new Error(err || error?.message));
    });
  });
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(20);
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

describe('the layers', () => {
  test('a lib uses only what lies below it, through its door', async () => {
    expect(await violationsIn(root, ['apps/api', 'libs', 'migrations'])).toEqual([]);
  });

  test('the check can fail: a lower lib that reaches into a higher one is found', async () => {
    const tree = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'layers-')));
    try {
      for (const part of ['libs', 'migrations', 'tsconfig.json', 'package.json']) {
        cpSync(path.join(root, part), path.join(tree, part), { recursive: true });
      }
      symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
      const planted = 'libs/kernel/src/planted.ts';
      writeFileSync(path.join(tree, planted), `import '@lib/database';\nimport '../../database/src/database.js';\n`);

      expect(await violationsIn(tree, ['libs'])).toEqual(
        expect.arrayContaining([
          `layer-kernel: ${planted} → libs/database/src/index.ts`,
          `one-door: ${planted} → libs/database/src/database.ts`,
        ]),
      );
    } finally {
      rmSync(tree, { recursive: true });
    }
  });
});
