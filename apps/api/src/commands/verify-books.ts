/*
 * The offline verifier. It needs the exported file and the centre's public key, nothing else: no database, no network, no
 * package. It is kept in one file that uses only what Node.js brings, so that an auditor can read all of it.
 *
 * What is proven, entry by entry and year by year:
 *   - numbers run from 1 without a gap, and the instants of recording never go back;
 *   - every entry has two lines or more, and they balance;
 *   - every entry's hash follows from its content and the entry before it, from the year's first hash to its head;
 *   - the kept sums per account are those of the lines;
 *   - every seal is signed by the key, follows from the seal before it, and names hashes that the chain has at that number;
 *   - the file is whole, and signed by the key from its first byte to its last.
 *
 * The form of the hashed bytes (fz1): fields joined by U+001F, each line of the entry led by U+001E.
 */
import { isUtf8 } from 'node:buffer';
import { createHash, createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';

/** Something that does not hold: where, which rule, what the rule expects and what the file has. */
export interface Fault {
  /** `2025-17`, `2025-17 line 2`, `seal 3`, `2025`, `line 12 of the file` … */
  where: string;
  rule: string;
  expected: string;
  found: string;
}

export interface Verdict {
  ok: boolean;
  client: { uuid: string; key: string; name: string };
  createdAt: string;
  years: { year: number; entries: number; head: string }[];
  entries: number;
  lines: number;
  /** Sum of all debit lines in cents. */
  total: bigint;
  seals: number;
  /** The last sealed state; entries after it are chained, but not signed yet. */
  sealedAt: string | null;
  unsealed: number;
  /** Id of the key that the seals were held against, and whether it was given or taken from the file. */
  key: { id: string; given: boolean };
  faults: Fault[];
  /** All of them; {@link faults} holds the first hundred. */
  faultCount: number;
}

const FORMAT = 'finanzzentrum-books';
const VERSION = 1;
const MOST_FAULTS = 100;
const UNIT = '\x1f';
const RECORD = '\x1e';
const ENTRY = '{"type":"entry",';
const END = '{"type":"end",';
const BLOCK = 1024 * 1024;

// ---------------------------------------------------------------------------------------------------------------- entries

/** An unbroken run of entries of one year within a block. */
interface Run {
  year: number;
  first: { no: number; at: string; content: string; hash: string };
  last: { no: number; at: string; hash: string };
}

/** What is to be told of a block of lines. */
interface Findings {
  runs: Run[];
  entries: number;
  lines: number;
  /** `year account cash-account`, debit, credit, lines. */
  sums: [string, bigint, bigint, number][];
  /** Hashes that seals name, by `year no`. */
  sealed: [string, string][];
  /** Records that are no entries, with the number of the line within the block. */
  others: [number, string][];
  fileLines: number;
  faults: Fault[];
  faultCount: number;
}

/** Adds up whole cents exactly: in a number while it is safe, in a bigint beyond. */
class Sum {
  private low = 0;
  private high = 0n;

  add(cents: number): void {
    this.low += cents;
    if (this.low > 1e15) this.carry();
  }

  get value(): bigint {
    this.carry();
    return this.high;
  }

  private carry(): void {
    this.high += BigInt(this.low);
    this.low = 0;
  }
}

interface Sums {
  debit: Sum;
  credit: Sum;
  lines: number;
}

interface Entry {
  no: number;
  at: string;
  hash: string;
  content: string[];
  lines: string[][];
  canonical: string;
}

/*
 * Bytes are read as Latin-1 throughout: one character is one byte, whatever it stands for, so that what is hashed is what the
 * file holds. An entry without a backslash is cut at its fixed marks; any other goes through the JSON parser.
 */
const CONTROL = /[\0-\x09\x0b-\x1f]/; // eslint-disable-line no-control-regex -- they would make the hashed form ambiguous
const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const AMOUNT = /^-?[1-9]\d{0,12}$/;

/** Cuts an entry at its marks; null when it is not written exactly like ours. */
function cut(text: string): Entry | null {
  if (text.includes('\\')) return null;
  let at = ENTRY.length;
  const between = (before: string, after: string): string | null => {
    if (!text.startsWith(before, at)) return null;
    const from = at + before.length;
    const to = text.indexOf(after, from);
    if (to < 0) return null;
    at = to;
    return text.slice(from, to);
  };
  const no = between('"no":', ',');
  const recorded = between(',"at":"', '"');
  const author = between('","author":"', '"');
  const chained = between('","hash":"', '"');
  const content = between('","content":["', '"]');
  const lines = between('"],"lines":[["', '"]]}');
  if (no === null || recorded === null || author === null || chained === null || content === null || lines === null) return null;
  if (at + 4 !== text.length || !/^[1-9]\d*$/.test(no)) return null;
  return {
    no: Number(no),
    at: recorded,
    hash: chained,
    content: content.split('","'),
    lines: lines.split('"],["').map((line) => line.split('","')),
    canonical: content.replaceAll('","', UNIT) + RECORD + lines.replaceAll('"],["', RECORD).replaceAll('","', UNIT),
  };
}

const KEYS = 'at,author,content,hash,lines,no,type';

/** Reads an entry with the JSON parser; null when it is no entry. */
function parseEntry(text: string): Entry | null {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(Buffer.from(text, 'latin1').toString('utf8')) as Record<string, unknown>;
  } catch {
    return null;
  }
  const isTexts = (list: unknown): list is string[] => Array.isArray(list) && list.every((item) => typeof item === 'string');
  const { no, at, hash: chained, content, lines } = value;
  if (Object.keys(value).sort().join() !== KEYS || !Number.isSafeInteger(no)) return null;
  if (typeof at !== 'string' || typeof chained !== 'string' || !isTexts(content)) return null;
  if (!Array.isArray(lines) || lines.length === 0 || !lines.every(isTexts)) return null;
  const bytes = (items: string[]): string[] => items.map((item) => Buffer.from(item, 'utf8').toString('latin1'));
  const [own, all] = [bytes(content), lines.map(bytes)];
  if ([...own, ...all.flat()].some((item) => CONTROL.test(item) || item.includes('\n'))) return null;
  return {
    no: no as number,
    at,
    hash: chained,
    content: own,
    lines: all,
    canonical: own.join(UNIT) + all.map((line) => RECORD + line.join(UNIT)).join(''),
  };
}

/** Proves blocks of lines one by one; several of these work side by side. */
class BlockProver {
  private scratch = Buffer.alloc(64 * 1024);

  /** @param wanted `year no` of the entries whose hashes seals name */
  constructor(private readonly wanted: ReadonlySet<string>) {}

  /** @param firstLine number of the block's first line in the file, for what cannot even be read */
  prove(block: Buffer, firstLine: number): Findings {
    const found: Findings = { runs: [], entries: 0, lines: 0, sums: [], sealed: [], others: [], fileLines: 0, faults: [], faultCount: 0 };
    const sums = new Map<string, Sums>();
    const fault = (where: string, rule: string, expected: string, actual: string): void => {
      if (++found.faultCount <= MOST_FAULTS) found.faults.push({ where, rule, expected, found: actual });
    };
    const text = block.toString('latin1');
    const suspicious = CONTROL.test(text) || !isUtf8(block);
    let run: Run | undefined;
    for (let start = 0; start < text.length; found.fileLines++) {
      let end = text.indexOf('\n', start);
      if (end < 0) end = text.length;
      const line = text.slice(start, end);
      start = end + 1;
      if (!line.startsWith(ENTRY)) {
        found.others.push([firstLine + found.fileLines, line]);
        continue;
      }
      const clean = !suspicious || (!CONTROL.test(line) && isUtf8(Buffer.from(line, 'latin1')));
      const entry = clean ? (cut(line) ?? parseEntry(line)) : null;
      if (entry?.content.length !== 12 || !/^\d{4}$/.test(entry.content[2]!)) {
        fault(`line ${firstLine + found.fileLines} of the file`, 'readable', 'an entry', line.slice(0, 60));
        run = undefined;
        continue;
      }
      run = this.proveEntry(entry, run, found, sums, fault);
    }
    found.sums = [...sums].map(([key, sum]) => [key, sum.debit.value, sum.credit.value, sum.lines]);
    return found;
  }

  private proveEntry(
    entry: Entry,
    before: Run | undefined,
    found: Findings,
    sums: Map<string, Sums>,
    fault: (where: string, rule: string, expected: string, actual: string) => void,
  ): Run {
    const year = Number(entry.content[2]);
    const where = `${year}-${entry.no}`;
    found.entries++;
    found.lines += entry.lines.length;
    if (entry.content[0] !== 'fz1') fault(where, 'form of the hashed bytes', 'fz1', entry.content[0]!);
    if (!AT.test(entry.at)) fault(where, 'instant of recording', 'YYYY-MM-DDTHH:MM:SS.ffffffZ', entry.at);
    this.weigh(entry, year, where, sums, fault);
    const content = this.contentHash(entry.canonical);
    if (this.wanted.has(`${year} ${entry.no}`)) found.sealed.push([`${year} ${entry.no}`, entry.hash]);
    const link = { no: entry.no, at: entry.at, hash: entry.hash };
    if (before?.year !== year) {
      const run: Run = { year, first: { ...link, content }, last: link };
      found.runs.push(run);
      return run;
    }
    compareLink(before.last, { ...link, year }, fault, (previous) => this.chainHash(previous, year, entry.no, entry.at, content));
    before.last = link;
    return before;
  }

  private weigh(entry: Entry, year: number, where: string, sums: Map<string, Sums>, fault: (w: string, r: string, e: string, a: string) => void): void {
    let [debit, credit] = [0, 0];
    entry.lines.forEach((line, index) => {
      const at = `${where} line ${index + 1}`;
      if (line.length !== 7) return fault(at, 'fields of a line', '7', String(line.length));
      if (line[0] !== String(index + 1)) fault(at, 'number of the line', String(index + 1), line[0]!);
      if (!AMOUNT.test(line[5]!)) return fault(at, 'amount', 'whole cents, not zero', line[5]!);
      const amount = Number(line[5]);
      const key = `${year} ${line[1]} ${line[4]}`;
      let sum = sums.get(key);
      if (!sum) sums.set(key, (sum = { debit: new Sum(), credit: new Sum(), lines: 0 }));
      sum.lines++;
      if (amount > 0) {
        debit += amount;
        sum.debit.add(amount);
      } else {
        credit -= amount;
        sum.credit.add(-amount);
      }
    });
    if (entry.lines.length < 2) fault(where, 'lines', 'two or more', String(entry.lines.length));
    if (debit !== credit) fault(where, 'balance', `credit ${euro(BigInt(debit))} as debit`, `credit ${euro(BigInt(credit))}`);
  }

  private contentHash(canonical: string): string {
    if (canonical.length > this.scratch.length) this.scratch = Buffer.alloc(2 * canonical.length);
    const length = this.scratch.write(canonical, 0, 'latin1');
    return hash('sha256', this.scratch.subarray(0, length), 'hex');
  }

  private chainHash(previous: string, year: number, no: number, at: string, content: string): string {
    this.scratch.write(previous, 0, 'hex');
    const middle = this.scratch.write(`${year}${UNIT}${no}${UNIT}${at}${UNIT}`, 32, 'latin1');
    this.scratch.write(content, 32 + middle, 'hex');
    return hash('sha256', this.scratch.subarray(0, 64 + middle), 'hex');
  }
}

const HASH = /^[0-9a-f]{64}$/;

function compareLink(
  before: { no: number; at: string; hash: string },
  entry: { year: number; no: number; at: string; hash: string },
  fault: (where: string, rule: string, expected: string, found: string) => void,
  chain: (previous: string) => string,
): void {
  const where = `${entry.year}-${entry.no}`;
  if (entry.no !== before.no + 1) fault(where, 'number', `${entry.year}-${before.no + 1}`, where);
  if (entry.at < before.at) fault(where, 'instant of recording', `not before ${before.at}`, entry.at);
  if (!HASH.test(entry.hash) || !HASH.test(before.hash)) return fault(where, 'hash', '64 hexadecimal digits', entry.hash.slice(0, 80));
  const expected = chain(before.hash);
  if (expected !== entry.hash) fault(where, 'hash of content and entry before', expected, entry.hash);
}

const euro = (cents: bigint): string => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

// ---------------------------------------------------------------------------------------------------------------- the file

interface YearRecord {
  year: number;
  entries: number;
  head: string;
}
interface SealRecord {
  no: number;
  statement: string;
  keyId: string;
  signature: string;
}
interface BalanceRecord {
  year: number;
  account: string;
  cashAccount: string;
  debit: string;
  credit: string;
  lines: number;
}

const sha256 = (...parts: (string | Buffer)[]): string => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest('hex');
};
const keyIdOf = (key: KeyObject): string => sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16);

/** Puts together what the blocks tell, in their order, and proves what reaches across them. */
class BooksProver {
  private readonly faults: Fault[] = [];
  private faultCount = 0;
  private manifest: { format?: string; version?: number; createdAt?: string; client?: Verdict['client'] } | undefined;
  private readonly years = new Map<number, YearRecord>();
  private readonly links = new Map<number, { no: number; at: string; hash: string }>();
  private readonly sums = new Map<string, { debit: bigint; credit: bigint; lines: number }>();
  private readonly balances = new Map<string, BalanceRecord>();
  private readonly seals: SealRecord[] = [];
  private readonly sealed = new Map<string, string>();
  private readonly keys = new Map<string, string>();
  private entries = 0;
  private lines = 0;
  private records = 0;
  private currentYear = 0;
  private end: { records?: number; sha256?: string; keyId?: string; signature?: string } | undefined;
  /** Of all bytes before the end mark. */
  private readonly fingerprint = createHash('sha256');
  /** Entries whose hashes seals name, so that the blocks report them. */
  readonly wanted = new Set<string>();

  private readonly fault = (where: string, rule: string, expected: string, found: string): void => {
    if (++this.faultCount <= MOST_FAULTS) this.faults.push({ where, rule, expected, found });
  };

  /** The bytes of the file in their order, without the end mark. */
  passed(bytes: Buffer): void {
    this.fingerprint.update(bytes);
  }

  /** A record that is no entry. */
  record(fileLine: number, latin1: string): void {
    const place = `line ${fileLine} of the file`;
    if (this.end !== undefined) return this.fault(place, 'end of the file', 'nothing after the end mark', latin1.slice(0, 60));
    let value: Record<string, unknown>;
    try {
      value = JSON.parse(Buffer.from(latin1, 'latin1').toString('utf8')) as Record<string, unknown>;
    } catch {
      return this.fault(place, 'readable', 'a whole JSON object', latin1.slice(-60));
    }
    if (value['type'] === 'end') {
      this.end = value;
      return;
    }
    this.records++;
    switch (value['type']) {
      case 'manifest':
        this.manifest = value as typeof this.manifest;
        break;
      case 'year':
        this.years.set(Number(value['year']), value as unknown as YearRecord);
        break;
      case 'balance':
        this.balances.set(`${String(value['year'])} ${String(value['account'])} ${String(value['cashAccount'])}`, value as unknown as BalanceRecord);
        break;
      case 'seal':
        this.seal(place, value as unknown as SealRecord);
        break;
      case 'public-key':
        this.keys.set(String(value['id']), String(value['pem']));
        break;
    }
  }

  private seal(place: string, seal: SealRecord): void {
    if (this.entries > 0) this.fault(place, 'order of the file', 'seals before the entries', `seal ${seal.no}`);
    this.seals.push(seal);
    for (const [, year, last] of String(seal.statement).matchAll(/^year (\d+): (\d+) /gm)) this.wanted.add(`${year} ${last}`);
  }

  /** The file cannot be read to its end. */
  damaged(message: string): void {
    this.fault('the file', 'readable', 'an undamaged compressed file', message);
  }

  /** The findings of the next block. */
  add(block: Findings): void {
    this.faultCount += block.faultCount;
    for (const one of block.faults) if (this.faults.length < MOST_FAULTS) this.faults.push(one);
    this.entries += block.entries;
    this.lines += block.lines;
    this.records += block.entries;
    for (const run of block.runs) this.join(run);
    for (const [key, debit, credit, lines] of block.sums) {
      const sum = this.sums.get(key) ?? { debit: 0n, credit: 0n, lines: 0 };
      this.sums.set(key, { debit: sum.debit + debit, credit: sum.credit + credit, lines: sum.lines + lines });
    }
    for (const [key, value] of block.sealed) this.sealed.set(key, value);
    for (const [line, text] of block.others) this.record(line, text);
  }

  private join(run: Run): void {
    const { year, first } = run;
    const where = `${year}-${first.no}`;
    if (year < this.currentYear) this.fault(where, 'order of the years', `${this.currentYear} or later`, String(year));
    this.currentYear = Math.max(this.currentYear, year);
    const before = this.links.get(year) ?? { no: 0, at: '', hash: this.firstHash(year) };
    compareLink(before, { ...first, year }, this.fault, (previous) =>
      sha256(Buffer.from(previous, 'hex'), `${year}${UNIT}${first.no}${UNIT}${first.at}${UNIT}`, Buffer.from(first.content, 'hex')),
    );
    this.links.set(year, run.last);
  }

  private firstHash(year: number): string {
    return sha256(`finanzzentrum-chain-v1${UNIT}${this.manifest?.client?.uuid ?? ''}${UNIT}${year}`);
  }

  /** Everything is read: what can only be told now. */
  verdict(givenKey: string | undefined): Verdict {
    const { manifest } = this;
    if (manifest?.format !== FORMAT || manifest.version !== VERSION) {
      this.fault('line 1 of the file', 'form of the file', `${FORMAT} ${VERSION}`, `${manifest?.format ?? 'none'} ${manifest?.version ?? ''}`);
    }
    if (this.end === undefined) this.fault('end of the file', 'whole file', 'an end mark', 'the file is cut off');
    else if (this.end.records !== this.records) this.fault('end of the file', 'number of records', String(this.end.records), String(this.records));
    this.proveYears();
    this.proveSums();
    const key = this.proveSeals(givenKey);
    const debit = [...this.sums.values()].reduce((total, sum) => total + sum.debit, 0n);
    return {
      ok: this.faultCount === 0,
      client: manifest?.client ?? { uuid: '', key: '', name: '' },
      createdAt: manifest?.createdAt ?? '',
      years: [...this.years.values()].map(({ year, entries, head }) => ({ year, entries, head })),
      entries: this.entries,
      lines: this.lines,
      total: debit,
      seals: this.seals.length,
      ...this.sealedState(),
      key,
      faults: this.faults,
      faultCount: this.faultCount,
    };
  }

  private proveYears(): void {
    for (const { year, entries, head } of this.years.values()) {
      const last = this.links.get(year) ?? { no: 0, hash: this.firstHash(year) };
      if (last.no !== entries) this.fault(String(year), 'number of entries', String(entries), String(last.no));
      if (last.hash !== head) this.fault(String(year), 'head of the chain', head, last.hash);
    }
    for (const year of this.links.keys()) if (!this.years.has(year)) this.fault(String(year), 'year', 'a record of the year', 'none');
  }

  private proveSums(): void {
    for (const key of new Set([...this.sums.keys(), ...this.balances.keys()])) {
      const own = this.sums.get(key) ?? { debit: 0n, credit: 0n, lines: 0 };
      const kept = this.balances.get(key);
      const show = (sum: { debit: bigint | string; credit: bigint | string; lines: number }): string =>
        `debit ${euro(BigInt(sum.debit))} credit ${euro(BigInt(sum.credit))} in ${sum.lines} lines`;
      const [year, account, cash] = key.split(' ');
      const where = `${year} account ${account}${cash ? ` with ${cash}` : ''}`;
      const wellFormed = kept && /^\d+$/.test(kept.debit) && /^\d+$/.test(kept.credit);
      if (!wellFormed) this.fault(where, 'kept sums', show(own), 'none');
      else if (show(kept) !== show(own)) this.fault(where, 'kept sums', show(own), show(kept));
    }
  }

  private proveSeals(given: string | undefined): Verdict['key'] {
    let key: KeyObject | undefined;
    try {
      const pem = given ?? [...this.keys.values()].at(-1);
      if (pem !== undefined) key = createPublicKey(pem);
    } catch {
      this.fault('public key', 'readable', 'an Ed25519 key in PEM', 'something else');
    }
    const id = key ? keyIdOf(key) : '';
    let before: SealRecord | undefined;
    const reached = new Map<string, number>();
    for (const seal of this.seals) {
      const where = `seal ${seal.no}`;
      if (seal.no !== (before?.no ?? 0) + 1) this.fault(where, 'number of the seal', String((before?.no ?? 0) + 1), String(seal.no));
      const lines = String(seal.statement).split('\n');
      const valueOf = (name: string): string => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
      const expect = (rule: string, expected: string, found: string): void => {
        if (expected !== found) this.fault(where, rule, expected, found);
      };
      expect('form', 'finanzzentrum-seal-v1', lines[0]!);
      expect('client', this.manifest?.client?.uuid ?? '', valueOf('client'));
      expect('number in the statement', String(seal.no), valueOf('seal'));
      expect('seal before', before ? sha256(before.statement) : '-', valueOf('previous'));
      if (seal.keyId !== id) this.fault(where, 'key', id || 'a key', String(seal.keyId));
      else if (!key || !verify(null, Buffer.from(seal.statement, 'utf8'), key, Buffer.from(String(seal.signature), 'base64'))) {
        this.fault(where, 'signature', `a signature of the statement by key ${id}`, 'none');
      }
      this.proveHeads(where, lines, reached);
      before = seal;
    }
    if (this.end) this.proveSignature(this.end, key, id);
    return { id, given: given !== undefined };
  }

  private proveSignature(end: NonNullable<typeof this.end>, key: KeyObject | undefined, id: string): void {
    const fingerprint = this.fingerprint.digest('hex');
    if (end.sha256 !== fingerprint) this.fault('the file', 'fingerprint', String(end.sha256), fingerprint);
    const signed = Buffer.from(`${FORMAT}-v${VERSION}\n${end.sha256}\n`, 'utf8');
    if (end.keyId !== id) this.fault('the file', 'key', id || 'a key', String(end.keyId));
    else if (!key || !verify(null, signed, key, Buffer.from(String(end.signature), 'base64'))) {
      this.fault('the file', 'signature', `a signature of the fingerprint by key ${id}`, 'none');
    }
  }

  /** The hashes that a seal names are those of the chain, and no year goes back from seal to seal. */
  private proveHeads(where: string, lines: readonly string[], reached: Map<string, number>): void {
    for (const line of lines) {
      const match = /^year (\d+): (\d+) ([0-9a-f]{64})$/.exec(line);
      if (!match) continue;
      const [, year, last, head] = match as unknown as [string, string, string, string];
      const no = Number(last);
      if (no < (reached.get(year) ?? 0)) this.fault(where, `last entry of ${year}`, `${reached.get(year)} or more`, last);
      reached.set(year, no);
      const found = no === 0 ? this.firstHash(Number(year)) : this.sealed.get(`${year} ${last}`);
      if (found !== head) this.fault(`${year}-${last}`, `hash that ${where} signs`, head, found ?? 'no such entry');
    }
  }

  private sealedState(): { sealedAt: string | null; unsealed: number } {
    const last = this.seals.at(-1);
    const sealed = [...String(last?.statement ?? '').matchAll(/^year \d+: (\d+) /gm)].reduce((sum, match) => sum + Number(match[1]), 0);
    return { sealedAt: /^sealed-at: (.*)$/m.exec(last?.statement ?? '')?.[1] ?? null, unsealed: Math.max(0, this.entries - sealed) };
  }
}

// ---------------------------------------------------------------------------------------------------------------- reading

/** Whole lines in blocks, each in memory of its own, so that a thread can take it over. */
async function* blocksOf(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file);
  const magic = Buffer.alloc(2);
  await handle.read(magic, 0, 2, 0);
  await handle.close();
  let source: Readable = createReadStream(file, { highWaterMark: BLOCK });
  if (magic[0] === 0x1f && magic[1] === 0x8b) {
    const unzipped = createGunzip({ chunkSize: BLOCK });
    source.once('error', (error) => unzipped.destroy(error));
    source = source.pipe(unzipped);
  }
  let waiting: Buffer[] = [];
  let size = 0;
  const take = (upTo: Buffer): Buffer => {
    const block = Buffer.from(new ArrayBuffer(size + upTo.length));
    let at = 0;
    for (const piece of [...waiting, upTo]) at += piece.copy(block, at);
    [waiting, size] = [[], 0];
    return block;
  };
  for await (const piece of source as AsyncIterable<Buffer>) {
    const end = size + piece.length >= BLOCK ? piece.lastIndexOf(0x0a) + 1 : 0;
    if (end > 0) yield take(piece.subarray(0, end));
    if (end < piece.length) {
      waiting.push(piece.subarray(end));
      size += piece.length - end;
    }
  }
  if (size > 0) yield take(Buffer.alloc(0));
}

type Prove = (block: Buffer, firstLine: number) => Findings | Promise<Findings>;

const PROVER_THREAD = 'finanz:prover';

/** Threads that prove blocks side by side; a block belongs to the thread it was given to. */
class Threads {
  private readonly workers: Worker[];
  private readonly waiting = new Map<number, { resolve: (found: Findings) => void; reject: (error: Error) => void }>();
  private next = 0;

  constructor(file: string, count: number, wanted: ReadonlySet<string>) {
    this.workers = Array.from({ length: count }, () => {
      const worker = new Worker(file, { workerData: { purpose: PROVER_THREAD, wanted: [...wanted] } });
      worker.on('message', ({ id, found }: { id: number; found: Findings }) => {
        this.waiting.get(id)!.resolve(found);
        this.waiting.delete(id);
      });
      worker.on('error', (error) => this.waiting.forEach(({ reject }) => reject(error)));
      return worker;
    });
  }

  readonly prove: Prove = (block, firstLine) =>
    new Promise((resolve, reject) => {
      const id = this.next++;
      this.waiting.set(id, { resolve, reject });
      this.workers[id % this.workers.length]!.postMessage({ id, block, firstLine }, [block.buffer as ArrayBuffer]);
    });

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

if (!isMainThread && (workerData as { purpose?: string } | null)?.purpose === PROVER_THREAD) {
  const prover = new BlockProver(new Set((workerData as { wanted: string[] }).wanted));
  parentPort!.on('message', ({ id, block, firstLine }: { id: number; block: Uint8Array; firstLine: number }) => {
    const found = prover.prove(Buffer.from(block.buffer, block.byteOffset, block.byteLength), firstLine);
    parentPort!.postMessage({ id, found });
  });
}

/** Splits the part of the first block that stands before the first entry. */
function headOf(block: Buffer): { head: string[]; rest: Buffer } {
  const marked = block.indexOf(`\n${ENTRY}`);
  const end = block.subarray(0, ENTRY.length).toString('latin1') === ENTRY ? 0 : marked < 0 ? block.length : marked + 1;
  const lines = block.toString('latin1', 0, end).split('\n');
  if (lines.at(-1) === '') lines.pop();
  const rest = Buffer.from(new ArrayBuffer(block.length - end));
  block.copy(rest, 0, end);
  return { head: lines, rest };
}

/**
 * Reads an export of the books and proves all of it. Memory stays flat however large the file is.
 * @param publicKey the centre's public key (PEM) as the auditor got it by another way; without it the file's own key is used,
 *   which proves that the file is whole in itself, but not who sealed it
 * @param threads how many work side by side; default: as many as there are processors, four at most
 * @throws when the file cannot be read at all
 */
export async function verifyBooks(
  file: string,
  { publicKey, threads = Math.min(4, os.availableParallelism()) }: { publicKey?: string | undefined; threads?: number } = {},
): Promise<Verdict> {
  const books = new BooksProver();
  const self = fileURLToPath(import.meta.url);
  let side: Threads | undefined;
  let prove: Prove | undefined;
  let fileLine = 1;
  const underWay: Promise<Findings>[] = [];
  const settle = async (most: number): Promise<void> => {
    while (underWay.length > most) books.add(await underWay.shift()!);
  };
  try {
    let ended: boolean = false;
    for await (const block of blocksOf(file)) {
      const end: number = ended ? 0 : endOf(block);
      if (!ended) books.passed(block.subarray(0, end));
      ended ||= end < block.length;
      let rest = block;
      if (!prove) {
        const { head, rest: entries } = headOf(block);
        for (const line of head) books.record(fileLine++, line);
        rest = entries;
        if (rest.length === 0) continue; // the head is longer than a block
        // Only compiled code can be loaded by a thread.
        if (threads > 1 && self.endsWith('.js')) side = new Threads(self, threads, books.wanted);
        const own = new BlockProver(books.wanted);
        prove = side ? side.prove : (bytes, line) => own.prove(bytes, line);
      }
      const firstLine = fileLine;
      fileLine += countLines(rest);
      underWay.push(Promise.resolve(prove(rest, firstLine)));
      await settle(3 * threads);
    }
    await settle(0);
  } catch (error) {
    // Compressed files are damaged in ways that show only here; what was read until then is told all the same.
    if (!/^(Z_|ERR_)/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await settle(0);
    books.damaged((error as Error).message);
  } finally {
    await side?.end();
  }
  return books.verdict(publicKey);
}

/** Where the end mark begins; the length of a block that has none. */
function endOf(block: Buffer): number {
  if (block.subarray(0, END.length).toString('latin1') === END) return 0;
  const marked = block.indexOf(`\n${END}`);
  return marked < 0 ? block.length : marked + 1;
}

function countLines(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(0x0a); at >= 0; at = block.indexOf(0x0a, at + 1)) count++;
  return count;
}
