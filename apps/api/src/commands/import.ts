import { createReadStream, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { ExitCode } from '../exit-codes.js';

const USAGE = `Sends a file to a running Finanzzentrum and waits until it is imported, whole or not at all.

  npm run import -- --client <key or id> --kind <kind> --file <file> [options]
  npm run import -- --client <key or id> --expect <published statement> --fiscal-year <year>

  kinds: journal, opening-balances, cash-flows, results; accounts, products, cost-centres, partners, open-items

  --url <address>            default http://localhost:3000
  --token <token>            a personal API token (fzt_…); default: the environment variable FINANZZENTRUM_TOKEN
  --booking-date <date>      the day of opening balances, open items, cash flows and results, YYYY-MM-DD
  --fiscal-year <year>       instead: its 31 December, for open items its 1 January; for --expect the year that is compared
  --liquid-account <number>  the account of liquid funds, default 1811
  --encoding windows-1252    for files of older programs; default utf-8
  --repeat                   import the very same file once more
  --dry-run                  check everything, keep nothing
  --expect <file>            compare the statement afterwards with the published one (line,…,actual), to the euro`;

interface Job {
  id: string;
  state: string;
  progress: { bytesRead: number; bytesTotal: number; entries: number };
  result: {
    entries: number;
    lines: number;
    total: string;
    firstEntry: string | null;
    lastEntry: string | null;
    replayed: number;
    warnings: Told[];
  } | null;
  errors: Told[];
  errorCount: number;
}
interface Told {
  line: number | null;
  column: string | null;
  message: string;
}

class Refused extends Error {}

const { values: given } = readArguments();
const fromHere = (file: string): string => path.resolve(process.env['INIT_CWD'] ?? '.', file);
const base = new URL(`${given.url.replace(/\/+$/, '')}/api/v1/`);
const headers = {
  authorization: `Bearer ${given.token ?? process.env['FINANZZENTRUM_TOKEN'] ?? ''}`,
  'accept-language': 'en',
};

try {
  const client = await clientId(given.client!);
  if (given.file !== undefined) await importFile(client, fromHere(given.file));
  if (given.expect !== undefined) await compare(client, fromHere(given.expect));
} catch (error) {
  const cause = (error as { cause?: Error }).cause;
  console.error(`\n${(error as Error).message}${cause ? `: ${cause.message}` : ''}`);
  process.exitCode = ExitCode.Failed;
}

function readArguments() {
  const text = { type: 'string' as const };
  const flag = { type: 'boolean' as const, default: false };
  try {
    const parsed = parseArgs({
      options: {
        url: { ...text, default: 'http://localhost:3000' },
        token: text,
        client: text,
        kind: text,
        file: text,
        format: text,
        'booking-date': text,
        'fiscal-year': text,
        'liquid-account': text,
        encoding: text,
        repeat: flag,
        'dry-run': flag,
        expect: text,
        help: flag,
      },
    });
    const { client, kind, file, expect, help } = parsed.values;
    if (!help && client && (file ? kind : expect)) return parsed;
  } catch {
    // an unknown option: the usage says it all
  }
  console.error(USAGE);
  process.exit(ExitCode.Usage);
}

async function importFile(client: number, file: string): Promise<void> {
  const query = new URLSearchParams({
    kind: given.kind!,
    fileName: path.basename(file),
    dryRun: String(given['dry-run']),
    repeat: String(given.repeat),
  });
  const optional = {
    format: given.format,
    bookingDate: given['booking-date'],
    fiscalYear: given['fiscal-year'],
    liquidAccount: given['liquid-account'],
    encoding: given.encoding,
  };
  for (const [name, value] of Object.entries(optional)) if (value !== undefined) query.set(name, value);
  const job = await watch(client, await send(new URL(`clients/${client}/imports?${query.toString()}`, base), file));
  if (job.state === 'done') {
    const { entries, lines, total, firstEntry, lastEntry, replayed, warnings } = job.result!;
    const numbers = firstEntry ? `, ${firstEntry} to ${lastEntry}` : '';
    const done = given['dry-run'] ? 'Would import' : 'Imported';
    if (lines === 0) console.log(`${done} ${entries} records.`);
    else console.log(`${done} ${entries} entries with ${lines} lines over ${total} EUR${numbers}.`);
    if (replayed > 0)
      console.log(
        `${replayed} of them ${lines === 0 ? 'agreed already' : 'had been brought in before under the same keys'}.`,
      );
    for (const warning of warnings) console.log(`  note, ${placeOf(warning)}: ${warning.message}`);
    return;
  }
  for (const error of job.errors) console.error(`  ${placeOf(error)}: ${error.message}`);
  if (job.errorCount > job.errors.length) console.error(`  … and ${job.errorCount - job.errors.length} more`);
  throw new Refused(`Nothing was imported: ${job.errorCount} ${job.errorCount === 1 ? 'fault' : 'faults'}.`);
}

function placeOf({ line, column }: Told): string {
  return [line === null ? 'whole file' : `line ${line}`, ...(column ? [`column ${column}`] : [])].join(', ');
}

/** Streams the file; however large it is, little of it is in memory. */
async function send(url: URL, file: string): Promise<Job> {
  const type = /\.(jsonl|ndjson)$/i.test(file) ? 'application/x-ndjson' : 'text/csv';
  const { request } = url.protocol === 'https:' ? https : http;
  const sending = request(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': type, 'content-length': statSync(file).size },
  });
  const answered = new Promise<http.IncomingMessage>((resolve, reject) =>
    sending.once('response', resolve).once('error', reject),
  );
  // A refusal may come before the whole file has gone; then it counts, not the broken pipe.
  const sent = pipeline(createReadStream(file), sending).catch(() => undefined);
  const answer = await answered;
  let body = '';
  for await (const piece of answer) body += String(piece);
  await sent;
  return understood<Job>(answer.statusCode!, body);
}

function understood<T>(status: number, body: string): T {
  if (status < 300) return JSON.parse(body) as T;
  let told: { detail?: string; title?: string; errors?: { pointer: string; message: string }[] } = {};
  try {
    told = JSON.parse(body) as typeof told;
  } catch {
    // not ours: a proxy's page, say
  }
  const fields = (told.errors ?? []).map(({ pointer, message }) => `\n  ${pointer}: ${message}`).join('');
  throw new Refused(`The service answered ${status}: ${told.detail ?? told.title ?? body.slice(0, 200)}${fields}`);
}

async function get<T>(address: string): Promise<T> {
  const answer = await fetch(new URL(address, base), { headers });
  return understood<T>(answer.status, await answer.text());
}

async function clientId(wanted: string): Promise<number> {
  const { items } = await get<{ items: { id: number; key: string }[] }>('clients');
  const found = items.find((client) => client.key === wanted || String(client.id) === wanted);
  if (!found)
    throw new Refused(
      `You have no client "${wanted}". There ${items.length === 1 ? 'is' : 'are'}: ${items.map(({ key }) => key).join(', ') || 'none'}.`,
    );
  return found.id;
}

async function watch(client: number, { id }: Job): Promise<Job> {
  let shown = '';
  for (;;) {
    const job = await get<Job>(`clients/${client}/jobs/${id}`);
    if (job.state === 'done' || job.state === 'failed') {
      if (shown) process.stderr.write('\n');
      return job;
    }
    const { bytesRead, bytesTotal, entries } = job.progress;
    const text = `${job.state}: ${Math.floor((100 * bytesRead) / bytesTotal)} %, ${entries} entries`;
    if (process.stderr.isTTY) process.stderr.write(`\r${text}\u001b[K`);
    else if (text !== shown) console.error(text);
    shown = text;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Holds a published statement against ours, line by line. */
async function compare(client: number, file: string): Promise<void> {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true, delimiter: [',', ';'] });
  const published = rows.filter((row) => row['line'] && row['actual']);
  const first = published[0]?.['line'] ?? '';
  const statement = first.startsWith('FR') ? 'cash-flows' : first.startsWith('ER') ? 'results' : 'balance-sheet';
  const year = given['fiscal-year'] ?? given['booking-date']?.slice(0, 4);
  if (year === undefined) throw new Refused('Which year is compared? Give --fiscal-year.');
  const { lines } = await get<{ lines: { code: string; label: string; actual: string }[] }>(
    `clients/${client}/statements/${statement}?fiscalYear=${year}`,
  );
  const ours = new Map(lines.map((line) => [line.code, line]));
  const cents = (text: string): bigint => BigInt(Math.round(Number(text) * 100));
  const differing = published.filter((row) => cents(row['actual']!) !== cents(ours.get(row['line']!)?.actual ?? '0'));
  for (const row of differing)
    console.error(
      `  ${row['line']} ${row['label'] ?? ''}: published ${row['actual']}, ours ${ours.get(row['line']!)?.actual ?? 'no such line'}`,
    );
  if (differing.length > 0)
    throw new Refused(`${differing.length} of ${published.length} lines of ${path.basename(file)} differ.`);
  console.log(
    `All ${published.length} lines of ${path.basename(file)} agree with our ${statement} of ${year}, to the cent.`,
  );
}
