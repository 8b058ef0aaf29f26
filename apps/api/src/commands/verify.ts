import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Verdict, verifyBooks } from './verify-books.js';
import { ExitCode } from '../exit-codes.js';

const USAGE = 'Usage: npm run verify -- <export of the books> [--key <public key, PEM>]';

/** Prints what was proven, or where exactly it does not hold. */
function show(verdict: Verdict): void {
  const say = (line: string): void => console.log(line);
  say(
    `Books of ${verdict.client.name || 'nobody'} (${verdict.client.key}, ${verdict.client.uuid}), exported ${verdict.createdAt}`,
  );
  for (const { year, entries, head } of verdict.years) say(`  ${year}: ${entries} entries, chain head ${head}`);
  say(
    `  ${verdict.entries} entries, ${verdict.lines} lines, ${verdict.total / 100n}.${String(verdict.total % 100n).padStart(2, '0')} EUR on each side`,
  );
  say(
    `  ${verdict.seals} seals${verdict.sealedAt ? `, the last of ${verdict.sealedAt}` : ''}; ${verdict.unsealed} entries since`,
  );
  if (verdict.key.given) say(`  held against the key ${verdict.key.id} that you gave`);
  else if (verdict.key.id)
    say(
      `  held against the key ${verdict.key.id} in the file itself: compare this id with the one the centre has published`,
    );
  if (verdict.ok) return say('\nEverything holds: chain, sums, numbers and seals.');
  say(`\n${verdict.faultCount} ${verdict.faultCount === 1 ? 'thing does' : 'things do'} NOT hold:`);
  for (const { where, rule, expected, found } of verdict.faults)
    say(`  ${where}: ${rule}\n    expected ${expected}\n    found    ${found}`);
  if (verdict.faultCount > verdict.faults.length) say(`  … and ${verdict.faultCount - verdict.faults.length} more`);
}

/** A relative path is meant from where the person stands, not from the project's folder in which npm runs us. */
const fromHere = (file: string): string => path.resolve(process.env['INIT_CWD'] ?? '.', file);

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' } } });
  if (positionals.length !== 1) throw new Error(USAGE);
  const publicKey = values.key === undefined ? undefined : readFileSync(fromHere(values.key), 'utf8');
  const verdict = await verifyBooks(fromHere(positionals[0]!), { publicKey });
  show(verdict);
  process.exitCode = verdict.ok ? ExitCode.Ok : ExitCode.Failed;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = ExitCode.Usage;
}
