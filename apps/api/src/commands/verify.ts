import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Fault, type Verdict, verifyBooks } from './verify-books.js';
import { ExitCode } from '../exit-codes.js';

const USAGE = `Usage: npm run verify -- <export of the books> [--key <public key, PEM>]… [--against <earlier export, seal or folder of seals>]
                    [--vouchers <folder or tar>]`;

/** Prints what was proven, or where exactly it does not hold. */
function show(verdict: Verdict): void {
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
  say(
    `  ${verdict.vouchers} vouchers in the log; ${verdict.files === null ? 'their files were not given (--vouchers)' : `${verdict.files} files held against it`}`,
  );
  if (verdict.earlier)
    say(`  held against what you kept: ${verdict.earlier.seals} seals, ${verdict.earlier.ends} ends of chains`);
  else
    say(
      '  held against nothing that you kept (--against): whoever rules over database and seal key could have written all of it anew',
    );
  if (verdict.key.given) say(`  held against the keys that you gave; in force is ${verdict.key.id}`);
  else if (verdict.key.id)
    say(
      `  held against the keys in the file itself, in force ${verdict.key.id}: compare this id with the one the centre has published`,
    );
  if (verdict.ok) say('\nEverything holds: chain, sums, numbers, vouchers and seals.');
  else say(`\n${verdict.faultCount} ${verdict.faultCount === 1 ? 'thing does' : 'things do'} NOT hold:`);
  verdict.faults.forEach(tell);
  if (verdict.faultCount > verdict.faults.length) say(`  … and ${verdict.faultCount - verdict.faults.length} more`);
  if (verdict.warnings.length > 0) say('\nLook at this:');
  verdict.warnings.forEach(tell);
}

/** What stands in a file may be hostile: nothing of it steers the terminal or turns the direction of reading. */
const say = (text: string): void =>
  console.log(
    text
      .split('\n')
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .map((line) => line.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd'))
      .join('\n'),
  );

function tell({ where, rule, expected, found }: Fault): void {
  const oneLine = (text: string): string => text.trimEnd().replaceAll('\n', ' ⏎ ');
  say(`  ${oneLine(where)}: ${rule}\n    expected ${oneLine(expected)}\n    found    ${oneLine(found)}`);
}

/** A relative path is meant from where the person stands, not from the project's folder in which npm runs us. */
const fromHere = (file: string): string => path.resolve(process.env['INIT_CWD'] ?? '.', file);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string', multiple: true }, against: { type: 'string' }, vouchers: { type: 'string' } },
  });
  if (positionals.length !== 1) throw new Error(USAGE);
  const verdict = await verifyBooks(fromHere(positionals[0]!), {
    publicKey: values.key?.map((file) => readFileSync(fromHere(file), 'utf8')),
    against: values.against && fromHere(values.against),
    vouchers: values.vouchers && fromHere(values.vouchers),
  });
  show(verdict);
  process.exitCode = verdict.ok ? ExitCode.Ok : ExitCode.Failed;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = ExitCode.Usage;
}
