import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { dataLayout, type Tx } from '@lib/database';
import { ExitPackageError, type TakenIn, takeIn, unpackExitPackage } from '@lib/exchange';
import { ExitCode } from '../exit-codes.js';
import { readSettings } from '../settings.js';
import { connectToRunning } from './backup.js';
import { verifyBooks } from './verify-books.js';

const USAGE = `Usage: npm run take-in -- <exit package> [--key <short name here>] [--fingerprint <key id of the centre that made it>] [--dry-run]

The centre runs meanwhile. The client comes in whole and proved equal, or not at all.`;

class Refused extends Error {}

/** Unpacks, proves and takes a package in; all of it in one transaction of the database's administrator. */
async function run(): Promise<void> {
  const { file, key, fingerprint, dryRun } = readArguments();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'finanzzentrum-take-in-'));
  try {
    console.log('Unpacking and proving the package …');
    const given = await unpackExitPackage(file, folder);
    const { client, createdAt, keyId, publicKey } = given.manifest;
    console.log(`${client.name} (${client.key}), packed ${createdAt}, signed by the key ${keyId}.`);
    if (fingerprint !== undefined && fingerprint !== keyId)
      throw new Refused(`The package is signed by the key ${keyId}, not by ${fingerprint}.`);
    if (fingerprint === undefined) console.log('Compare this key with the one that the other centre has published.');
    const verdict = await verifyBooks(path.join(folder, 'books.jsonl'), { publicKey });
    if (!verdict.ok)
      throw new Refused(`Its books do not hold: ${verdict.faults[0]!.where}: ${verdict.faults[0]!.rule}.`);
    console.log(`Its books hold: ${verdict.entries} entries, ${verdict.seals} seals.`);
    show(await inTransaction((tx) => takeIn(tx, given, { key, by: operator(), say: console.log }), dryRun), dryRun);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readArguments() {
  const text = { type: 'string' as const };
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { key: text, fingerprint: text, 'dry-run': { type: 'boolean', default: false } },
    });
    const [file, ...more] = positionals;
    if (file !== undefined && more.length === 0)
      return { ...values, dryRun: values['dry-run'], file: path.resolve(process.env['INIT_CWD'] ?? '.', file) };
  } catch {
    // an unknown option: the usage says it all
  }
  console.error(USAGE);
  process.exit(ExitCode.Usage);
}

const operator = (): string => `take-in (${os.userInfo().username})`;

async function inTransaction<T>(work: (tx: Tx) => Promise<T>, dryRun: boolean): Promise<T> {
  const { dataDir, databaseUrl } = readSettings();
  const client = databaseUrl
    ? new pg.Client({ connectionString: databaseUrl })
    : await connectToRunning(dataLayout(dataDir), 'finanzzentrum');
  if (!client) throw new Refused('The centre is not running; start it first (npm start).');
  if (databaseUrl) await client.connect();
  try {
    await client.query('begin');
    const answer = await work({ query: async (sql, params) => (await client.query(sql, params)).rows as never });
    await client.query(dryRun ? 'rollback' : 'commit');
    return answer;
  } finally {
    await client.end();
  }
}

function show({ clientId, key, entries, agreed }: TakenIn, dryRun: boolean): void {
  const rows = Object.values(agreed).reduce((sum, count) => sum + count, 0);
  console.log(
    `\n${dryRun ? 'Would have taken' : 'Took'} the client in as "${key}"${dryRun ? '' : ` (${clientId})`}: ${entries} entries posted anew, ` +
      `${rows} rows of ${Object.keys(agreed).length} tables the same as there.`,
  );
  if (!dryRun) console.log('Give people their roles at it, then set its budget holders and heads of departments anew.');
}

try {
  await run();
  process.exitCode = ExitCode.Ok;
} catch (error) {
  const refused = error instanceof Refused || error instanceof ExitPackageError;
  console.error(`\n${refused ? `${error.message.replace(/\.$/, '')}. Nothing was changed.` : (error as Error).stack}`);
  process.exitCode = ExitCode.Failed;
}
