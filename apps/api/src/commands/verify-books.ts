/*
 * The offline verifier. It needs the exported file and the centre's public key, nothing else: no database, no network, no
 * package. It is kept in one file that uses only what Node.js brings, so that an auditor can read all of it.
 *
 * What is proven, entry by entry and year by year:
 *   - numbers run from 1 without a gap, and the instants of recording never go back;
 *   - every entry has two lines or more, and they balance;
 *   - every entry's hash follows from its content and the entry before it, from the year's first hash to its head;
 *   - the kept sums per account are those of the lines, and so are the balances of the open items that lines name;
 *   - every seal is signed by the key then in force, follows from the seal before it, and names hashes that the chains have there;
 *   - every key but the first was handed over by the one before it, from a key that the auditor gave;
 *   - the log of the vouchers is chained, and the files given beside it are bit by bit those that it names;
 *   - what the auditor kept from earlier (an export, seals) reappears unchanged;
 *   - the file is whole, and signed by the key in force from its first byte to its last.
 *
 * The form of the hashed bytes (fz1): fields joined by U+001F, each line of the entry led by U+001E. What is not always there is
 * told by the number of fields. An entry has twelve, and two more (scope of its key, date of its voucher) where one of these says
 * something. A line has seven, an eighth for the open item that it moves, and three more (tax key, rate, base) where it states tax.
 * The hashed bytes of a voucher (fv1): no, at, source, number, document id, entry, file, role, size, sha256, name, joined alike.
 */
import { isUtf8 } from 'node:buffer';
import { createHash, createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
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
  /** Id of the key in force, and whether keys were given or taken from the file. */
  key: { id: string; given: boolean };
  /** Rows of the voucher log; files that were held against it, null when none were given. */
  vouchers: number;
  files: number | null;
  /** What was kept from earlier and held against the file: seals and ends of chains; null when nothing was given. */
  earlier: { seals: number; ends: number } | null;
  /** What holds, but a careful reader should look at. */
  warnings: Fault[];
  faults: Fault[];
  /** All of them; {@link faults} holds the first hundred. */
  faultCount: number;
}

const FORMAT = 'finanzzentrum-books';
/** 2: keys with their hand-overs, and the voucher log. */
const VERSIONS = [1, 2];
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
  /** Open item, sum of its lines. */
  items: [string, bigint][];
  /** Hashes that seals name, by `year no`. */
  sealed: [string, string][];
  /** Year, first and last booking date as a number (20250131), each with the number of its entry. */
  dates: [number, number, number, number, number][];
  /** Records that are no entries, with the number of their line in the file. */
  others: [number, string][];
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
 * An entry that is written exactly as the export writes it is read byte by byte, straight into the bytes that are hashed. It
 * takes this way only if everything about it that can be told by itself is right. Any other entry goes through the JSON
 * parser, which takes longer and tells what is wrong.
 */
const CONTROL = /[\0-\x1f]/; // eslint-disable-line no-control-regex -- they would make the hashed form ambiguous
const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const AMOUNT = /^-?[1-9]\d{0,12}$/;
const ITEM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KEYS = 'at,author,content,hash,lines,no,type';

/** Reads an entry with the JSON parser; null when it is no entry. */
function parseEntry(text: string): Entry | null {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
  const isTexts = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((item) => typeof item === 'string');
  const { no, at, hash: chained, content, lines } = value;
  if (Object.keys(value).sort().join() !== KEYS || !Number.isSafeInteger(no)) return null;
  if (typeof at !== 'string' || typeof chained !== 'string' || !isTexts(content)) return null;
  if (!Array.isArray(lines) || lines.length === 0 || !lines.every(isTexts)) return null;
  if ([...content, ...lines.flat()].some((item) => CONTROL.test(item))) return null;
  const canonical = content.join(UNIT) + lines.map((line) => RECORD + line.join(UNIT)).join('');
  return { no: no as number, at, hash: chained, content, lines, canonical };
}

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const [ENTRY_MARK, NO_MARK, AT_MARK, AUTHOR_MARK, HASH_MARK, CONTENT_MARK, LINES_MARK] = [
  ENTRY,
  '"no":',
  ',"at":"',
  '","author":"',
  '","hash":"',
  '","content":["',
  '"],"lines":[["',
].map(ascii) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
const [QUOTE, BACKSLASH, COMMA, OPEN, CLOSE, END_OF_OBJECT, MINUS, ZERO] = [
  0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7d, 0x2d, 0x30,
];
const [UNIT_BYTE, RECORD_BYTE] = [0x1f, 0x1e];
const MOST_LINES = 4096;
const AT_LENGTH = '2025-01-01T00:00:00.000000Z'.length;

function stands(mark: Buffer, block: Buffer, at: number): boolean {
  for (let index = 0; index < mark.length; index++) if (block[at + index] !== mark[index]) return false;
  return true;
}

/** Reads an entry straight from the bytes; what it read stands in the fields until the next one. */
class SwiftReader {
  canonical = Buffer.alloc(256 * 1024);
  length = 0;
  no = 0;
  year = 0;
  /** Booking date as a number: 20250131. */
  date = 0;
  at = '';
  hash = '';
  lines = 0;
  /** Account and cash-flow account of each line as numbers that keep leading zeros; 0 is none. */
  readonly accounts = new Float64Array(MOST_LINES);
  readonly cashAccounts = new Float64Array(MOST_LINES);
  readonly amounts = new Float64Array(MOST_LINES);
  /** The open items named, with the place of the line. */
  readonly items: [number, string][] = [];
  private readonly starts = new Int32Array(16);
  private fields = 0;

  /** False when the entry is not exactly as ours are, or something is wrong with it. */
  read(block: Buffer, start: number, end: number): boolean {
    if (2 * (end - start) > this.canonical.length) return false;
    let place = start + ENTRY_MARK.length;
    if (!stands(NO_MARK, block, place)) return false;
    place += NO_MARK.length;
    this.no = 0;
    for (; block[place]! >= ZERO && block[place]! <= 0x39; place++) this.no = this.no * 10 + block[place]! - ZERO;
    if (this.no === 0 || this.no > 1e12 || !stands(AT_MARK, block, place)) return false;
    place += AT_MARK.length;
    this.at = block.toString('latin1', place, place + AT_LENGTH);
    place += AT_LENGTH;
    if (!stands(AUTHOR_MARK, block, place)) return false;
    place += AUTHOR_MARK.length;
    for (; block[place] !== QUOTE; place++)
      if (block[place] === BACKSLASH || block[place]! < 0x20 || place >= end) return false;
    if (!stands(HASH_MARK, block, place)) return false;
    place += HASH_MARK.length;
    this.hash = block.toString('latin1', place, place + 64);
    place += 64;
    if (!stands(CONTENT_MARK, block, place)) return false;
    place += CONTENT_MARK.length;
    this.length = 0;
    place = this.copy(block, place, end, 12, 14);
    if (place < 0 || this.fields === 13 || !stands(LINES_MARK, block, place)) return false;
    this.year = this.number(2, 4);
    this.date = this.day(4);
    const form =
      this.canonical[0] === 0x66 && this.canonical[1] === 0x7a && this.canonical[2] === 0x31 && this.starts[1] === 4;
    if (!form || this.year < 1000 || this.date < 0) return false;
    return this.readLines(block, place + LINES_MARK.length, end);
  }

  private readLines(block: Buffer, from: number, end: number): boolean {
    let place = from;
    let balance = 0;
    let turnover = 0;
    this.items.length = 0;
    for (this.lines = 0; this.lines < MOST_LINES;) {
      this.canonical[this.length++] = RECORD_BYTE;
      place = this.copy(block, place, end, 7, 11);
      if (place < 0 || this.fields === 9 || this.fields === 10) return false;
      const index = this.lines++;
      if (this.fields > 7) {
        const ends = this.fields === 8 ? this.length : this.starts[8]! - 1;
        const item = this.canonical.toString('latin1', this.starts[7], ends);
        if (ITEM.test(item)) this.items.push([index, item]);
        else if (item !== '' || this.fields === 8) return false;
      }
      if (this.number(0, 4) !== index + 1) return false;
      const account = this.code(1);
      const cash = this.code(4);
      const amount = this.amount();
      if (account <= 0 || cash < 0 || amount === 0) return false;
      this.accounts[index] = account;
      this.cashAccounts[index] = cash;
      this.amounts[index] = amount;
      balance += amount;
      turnover += Math.abs(amount);
      place += 2; // the quote and the bracket that end the line
      if (block[place] === COMMA && block[place + 1] === OPEN && block[place + 2] === QUOTE) place += 3;
      else {
        const ends = block[place] === CLOSE && block[place + 1] === END_OF_OBJECT && place + 2 === end;
        return ends && this.lines >= 2 && balance === 0 && turnover < 9e15;
      }
    }
    return false;
  }

  /** Copies the texts of an array; -1 unless they are as many as said and none needs the JSON parser. Answers where the array ends. */
  private copy(block: Buffer, from: number, end: number, least: number, most: number): number {
    const { canonical, starts } = this;
    let to = this.length;
    let field = 0;
    starts[0] = to;
    for (let place = from; place < end; place++) {
      const byte = block[place]!;
      if (byte === QUOTE) {
        if (block[place + 1] === COMMA && block[place + 2] === QUOTE) {
          if (++field >= most) return -1;
          canonical[to++] = UNIT_BYTE;
          starts[field] = to;
          place += 2;
        } else {
          starts[field + 1] = to + 1;
          this.length = to;
          this.fields = field + 1;
          return block[place + 1] === CLOSE && this.fields >= least ? place : -1;
        }
      } else if (byte === BACKSLASH || byte < 0x20) return -1;
      else canonical[to++] = byte;
    }
    return -1;
  }

  /** A whole number without leading zeros of at most so many digits; -1 for anything else. */
  private number(field: number, digits: number): number {
    const [from, to] = [this.starts[field]!, this.starts[field + 1]! - 1];
    if (to <= from || to - from > digits || this.canonical[from] === ZERO) return -1;
    return this.digits(from, to);
  }

  /** A date as a number, -1 for anything else. */
  private day(field: number): number {
    const from = this.starts[field]!;
    const { canonical } = this;
    if (this.starts[field + 1]! - 1 - from !== 10 || canonical[from + 4] !== MINUS || canonical[from + 7] !== MINUS)
      return -1;
    const [year, month, day] = [
      this.digits(from, from + 4),
      this.digits(from + 5, from + 7),
      this.digits(from + 8, from + 10),
    ];
    return year < 0 || month < 0 || day < 0 ? -1 : (year * 100 + month) * 100 + day;
  }

  /** An account number as a number that keeps its leading zeros; 0 for none, -1 for anything else. */
  private code(field: number): number {
    const [from, to] = [this.starts[field]!, this.starts[field + 1]! - 1];
    if (to === from) return 0;
    const value = to - from > 10 ? -1 : this.digits(from, to);
    return value < 0 ? -1 : value * 16 + (to - from);
  }

  /** Whole cents with their sign, 0 for anything else. */
  private amount(): number {
    const [start, to] = [this.starts[5]!, this.starts[6]! - 1];
    const negative = this.canonical[start] === MINUS;
    const from = negative ? start + 1 : start;
    if (to <= from || to - from > 13 || this.canonical[from] === ZERO) return 0;
    const value = this.digits(from, to);
    return value < 0 ? 0 : negative ? -value : value;
  }

  private digits(from: number, to: number): number {
    let value = 0;
    for (let place = from; place < to; place++) {
      const digit = this.canonical[place]! - ZERO;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }
}

/** Sums per account and cash-flow account of one year, and its first and last booking date. */
class YearSums {
  private readonly sums = new Map<number, Map<number, Sums>>();
  first: [date: number, no: number] = [Infinity, 0];
  last: [date: number, no: number] = [-Infinity, 0];

  dated(date: number, no: number): void {
    if (date < this.first[0]) this.first = [date, no];
    if (date > this.last[0]) this.last = [date, no];
  }

  of(account: number, cash: number): Sums {
    let byCash = this.sums.get(account);
    if (!byCash) this.sums.set(account, (byCash = new Map<number, Sums>()));
    let sum = byCash.get(cash);
    if (!sum) byCash.set(cash, (sum = { debit: new Sum(), credit: new Sum(), lines: 0 }));
    return sum;
  }

  *entries(): Generator<[string, string, Sums]> {
    const written = (code: number): string =>
      code === 0 ? '' : String(Math.floor(code / 16)).padStart(code % 16, '0');
    for (const [account, byCash] of this.sums)
      for (const [cash, sum] of byCash) yield [written(account), written(cash), sum];
  }
}

const codeOf = (text: string): number => (/^\d{1,10}$/.test(text) ? Number(text) * 16 + text.length : 0);

type TellFault = (where: string, rule: string, expected: string, found: string) => void;

/** Proves blocks of lines one by one; several of these work side by side. */
class BlockProver {
  private readonly swift = new SwiftReader();
  private readonly scratch = Buffer.alloc(256);
  /** Sums per open item of the block. */
  private items = new Map<string, bigint>();

  /** @param wanted `year no` of the entries whose hashes seals name */
  constructor(private readonly wanted: ReadonlySet<string>) {}

  /** @param firstLine number of the block's first line in the file, for what cannot even be read */
  prove(block: Buffer, firstLine: number): Findings {
    const found: Findings = {
      runs: [],
      entries: 0,
      lines: 0,
      sums: [],
      items: [],
      sealed: [],
      dates: [],
      others: [],
      faults: [],
      faultCount: 0,
    };
    const sums = new Map<number, YearSums>();
    this.items = new Map();
    const fault: TellFault = (where, rule, expected, actual) => {
      if (++found.faultCount <= MOST_FAULTS) found.faults.push({ where, rule, expected, found: actual });
    };
    const legible = isUtf8(block);
    let run: Run | undefined;
    let fileLine = firstLine;
    for (let start = 0; start < block.length; fileLine++) {
      let end = block.indexOf(0x0a, start);
      if (end < 0) end = block.length;
      if (!stands(ENTRY_MARK, block, start)) found.others.push([fileLine, block.toString('latin1', start, end)]);
      else if (legible && this.swift.read(block, start, end)) run = this.swiftEntry(run, found, sums, fault);
      else run = this.slowEntry(block.subarray(start, end), fileLine, run, found, sums, fault);
      start = end + 1;
    }
    for (const [year, own] of sums) {
      found.dates.push([year, ...own.first, ...own.last]);
      for (const [account, cash, sum] of own.entries())
        found.sums.push([`${year} ${account} ${cash}`, sum.debit.value, sum.credit.value, sum.lines]);
    }
    found.items.push(...this.items);
    return found;
  }

  private swiftEntry(before: Run | undefined, found: Findings, sums: Map<number, YearSums>, fault: TellFault): Run {
    const { swift } = this;
    const own = yearSums(sums, swift.year);
    own.dated(swift.date, swift.no);
    for (let index = 0; index < swift.lines; index++) {
      const sum = own.of(swift.accounts[index]!, swift.cashAccounts[index]!);
      const amount = swift.amounts[index]!;
      sum.lines++;
      if (amount > 0) sum.debit.add(amount);
      else sum.credit.add(-amount);
    }
    for (const [index, item] of swift.items) moveItem(this.items, item, BigInt(swift.amounts[index]!));
    found.lines += swift.lines;
    const content = hash('sha256', swift.canonical.subarray(0, swift.length), 'hex');
    return this.chain(
      before,
      { year: swift.year, no: swift.no, at: swift.at, hash: swift.hash, content },
      found,
      fault,
    );
  }

  private slowEntry(
    line: Buffer,
    fileLine: number,
    before: Run | undefined,
    found: Findings,
    sums: Map<number, YearSums>,
    fault: TellFault,
  ): Run | undefined {
    const entry = isUtf8(line) ? parseEntry(line.toString('utf8')) : null;
    if (!entry || ![12, 14].includes(entry.content.length) || !/^\d{4}$/.test(entry.content[2]!)) {
      fault(`line ${fileLine} of the file`, 'readable', 'an entry', line.toString('latin1', 0, 60));
      return undefined;
    }
    const year = Number(entry.content[2]);
    const where = `${year}-${entry.no}`;
    found.lines += entry.lines.length;
    const date = entry.content[4]!;
    if (/^\d{4}-\d\d-\d\d$/.test(date)) yearSums(sums, year).dated(Number(date.replaceAll('-', '')), entry.no);
    else fault(where, 'booking date', 'YYYY-MM-DD', date.slice(0, 40));
    if (entry.content[0] !== 'fz1') fault(where, 'form of the hashed bytes', 'fz1', entry.content[0]!);
    weigh(entry, where, yearSums(sums, year), this.items, fault);
    const content = hash('sha256', Buffer.from(entry.canonical, 'utf8'), 'hex');
    return this.chain(before, { year, no: entry.no, at: entry.at, hash: entry.hash, content }, found, fault);
  }

  /** Holds an entry against the one before it in the block; what has none there is held against the block before, later. */
  private chain(
    before: Run | undefined,
    entry: Run['first'] & { year: number },
    found: Findings,
    fault: TellFault,
  ): Run {
    found.entries++;
    if (this.wanted.size > 0) {
      const key = `${entry.year} ${entry.no}`;
      if (this.wanted.has(key)) found.sealed.push([key, entry.hash]);
    }
    if (before?.year !== entry.year) {
      const run: Run = { year: entry.year, first: entry, last: entry };
      found.runs.push(run);
      return run;
    }
    compareLink(before.last, entry, fault, (previous) => this.chainHash(previous, entry));
    before.last = entry;
    return before;
  }

  private chainHash(previous: string, { year, no, at, content }: Run['first'] & { year: number }): string {
    this.scratch.write(previous, 0, 'hex');
    const middle = this.scratch.write(`${year}${UNIT}${no}${UNIT}${at}${UNIT}`, 32, 'latin1');
    this.scratch.write(content, 32 + middle, 'hex');
    return hash('sha256', this.scratch.subarray(0, 64 + middle), 'hex');
  }
}

function yearSums(sums: Map<number, YearSums>, year: number): YearSums {
  let own = sums.get(year);
  if (!own) sums.set(year, (own = new YearSums()));
  return own;
}

const moveItem = (items: Map<string, bigint>, item: string, amount: bigint): void =>
  void items.set(item, (items.get(item) ?? 0n) + amount);

function weigh(entry: Entry, where: string, sums: YearSums, items: Map<string, bigint>, fault: TellFault): void {
  let [debit, credit] = [0n, 0n];
  entry.lines.forEach((line, index) => {
    const at = `${where} line ${index + 1}`;
    if (![7, 8, 11].includes(line.length))
      return fault(at, 'fields of a line', '7, 8 with an open item, 11 with tax', String(line.length));
    const item = line.length === 11 && line[7] === '' ? undefined : line[7];
    if (item !== undefined && !ITEM.test(item)) fault(at, 'open item', 'an id', item);
    if (line[0] !== String(index + 1)) fault(at, 'number of the line', String(index + 1), line[0]!);
    if (!AMOUNT.test(line[5]!)) return fault(at, 'amount', 'whole cents, not zero', line[5]!);
    if (codeOf(line[1]!) === 0 || (line[4] !== '' && codeOf(line[4]!) === 0))
      fault(at, 'account', 'digits', `${line[1]} ${line[4]}`);
    const sum = sums.of(codeOf(line[1]!), codeOf(line[4]!));
    const amount = Number(line[5]);
    if (item !== undefined) moveItem(items, item, BigInt(line[5]!));
    sum.lines++;
    if (amount > 0) {
      debit += BigInt(amount);
      sum.debit.add(amount);
    } else {
      credit -= BigInt(amount);
      sum.credit.add(-amount);
    }
  });
  if (entry.lines.length < 2) fault(where, 'lines', 'two or more', String(entry.lines.length));
  if (debit !== credit) fault(where, 'balance', `credit ${euro(debit)} as debit`, `credit ${euro(credit)}`);
}

const HASH = /^[0-9a-f]{64}$/;

function compareLink(
  before: { no: number; at: string; hash: string },
  entry: { year: number; no: number; at: string; hash: string },
  fault: TellFault,
  chain: (previous: string) => string,
): void {
  const expected = chain(before.hash);
  const rising = entry.no === before.no + 1 && entry.at >= before.at;
  if (expected === entry.hash && rising && AT.test(entry.at)) return;
  const where = `${entry.year}-${entry.no}`;
  if (entry.no !== before.no + 1) fault(where, 'number', `${entry.year}-${before.no + 1}`, where);
  if (!AT.test(entry.at)) fault(where, 'instant of recording', 'YYYY-MM-DDTHH:MM:SS.ffffffZ', entry.at.slice(0, 40));
  else if (entry.at < before.at) fault(where, 'instant of recording', `not before ${before.at}`, entry.at);
  if (!HASH.test(entry.hash)) fault(where, 'hash', '64 hexadecimal digits', entry.hash.slice(0, 80));
  else if (expected !== entry.hash) fault(where, 'hash of content and entry before', expected, entry.hash);
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
  startsOn?: string;
  endsOn?: string;
}
interface KeyRecord {
  id: string;
  pem: string;
  /** Only from version 2 on. */
  no?: number;
  kind?: string;
  validFrom?: string;
  statement?: string;
  signature?: string;
  previousSignature?: string | null;
}
interface VoucherRecord {
  no: number;
  at: string;
  source: string;
  number: string;
  documentId: string;
  entry: string;
  file: number;
  role: string;
  size: string;
  sha256: string;
  name: string;
  hash: string;
}
interface SealRecord {
  no: number;
  statement: string;
  keyId: string;
  signature: string;
}
interface ItemRecord {
  no: number;
  balance: string;
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
const fingerprintOf = (key: KeyObject): string => sha256(key.export({ type: 'spki', format: 'der' }));
const keyIdOf = (key: KeyObject): string => fingerprintOf(key).slice(0, 16);

/** The value of a line `name: value` of a signed statement. */
const valueIn = (statement: string, name: string): string =>
  statement
    .split('\n')
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2) ?? '';

const isSigned = (text: string, signature: unknown, key: KeyObject): boolean =>
  verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(String(signature), 'base64'));

/** The ends of chains that a seal's statement names: `2025 17` or `vouchers 3`, and the hash there. */
function endsIn(statement: string): [string, string][] {
  const ends = [...statement.matchAll(/^(?:year (\d+)|(vouchers)): (\d+) ([0-9a-f]{64})$/gm)];
  return ends.map(([, year, vouchers, no, hash]) => [`${year ?? vouchers} ${no}`, hash!]);
}

/** Where a voucher's file lies in the package of vouchers; the same as the export writes. */
const placeOfVoucher = ({ number, file, role, name }: VoucherRecord): string =>
  `${number}/${file}-${role}.${/\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin'}`;

/** Fingerprint and size of files, by their place. */
type Files = ReadonlyMap<string, { sha256: string; size: number }>;

/** What an auditor kept: the seals, and the ends of chains of an earlier export. */
interface Earlier {
  /** As the person named it. */
  name: string;
  clients: Set<string>;
  seals: SealRecord[];
  ends: [string, string][];
}

/** Puts together what the blocks tell, in their order, and proves what reaches across them. */
class BooksProver {
  private readonly faults: Fault[] = [];
  private faultCount = 0;
  private manifest: { format?: string; version?: number; createdAt?: string; client?: Verdict['client'] } | undefined;
  private readonly years = new Map<number, YearRecord>();
  private readonly links = new Map<number, { no: number; at: string; hash: string }>();
  private readonly sums = new Map<string, { debit: bigint; credit: bigint; lines: number }>();
  private readonly balances = new Map<string, BalanceRecord>();
  private readonly items = new Map<string, bigint>();
  private readonly itemRecords = new Map<string, ItemRecord>();
  private readonly seals: SealRecord[] = [];
  private readonly sealed = new Map<string, string>();
  private readonly keys: KeyRecord[] = [];
  private readonly dates = new Map<number, [number, number, number, number]>();
  private readonly warnings: Fault[] = [];
  private voucherLog: { entries?: number; head?: string } | undefined;
  private voucher = { no: 0, at: '', hash: '' };
  private heldFiles = 0;
  private readonly unnamedFiles: Set<string>;
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

  private readonly warn = (where: string, rule: string, expected: string, found: string): void => {
    if (this.warnings.length < MOST_FAULTS) this.warnings.push({ where, rule, expected, found });
  };

  constructor(
    private readonly files: Files | undefined,
    private readonly earlier: Earlier | undefined,
  ) {
    this.unnamedFiles = new Set(files?.keys());
    for (const [end] of earlier?.ends ?? []) this.wanted.add(end);
    for (const seal of earlier?.seals ?? []) for (const [end] of endsIn(seal.statement)) this.wanted.add(end);
  }

  /** The bytes of the file in their order, without the end mark. */
  passed(bytes: Buffer): void {
    this.fingerprint.update(bytes);
  }

  /** A record that is no entry. */
  record(fileLine: number, latin1: string): void {
    const place = `line ${fileLine} of the file`;
    if (this.end !== undefined)
      return this.fault(place, 'end of the file', 'nothing after the end mark', latin1.slice(0, 60));
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
        this.balances.set(
          `${String(value['year'])} ${String(value['account'])} ${String(value['cashAccount'])}`,
          value as unknown as BalanceRecord,
        );
        break;
      case 'open-item':
        this.itemRecords.set(String(value['id']), value as unknown as ItemRecord);
        break;
      case 'seal':
        this.seal(place, value as unknown as SealRecord);
        break;
      case 'public-key':
        this.keys.push(value as unknown as KeyRecord);
        break;
      case 'voucher-log':
        this.voucherLog = value as typeof this.voucherLog;
        break;
      case 'voucher':
        this.proveVoucher(value as unknown as VoucherRecord);
        break;
    }
  }

  private proveVoucher(voucher: VoucherRecord): void {
    const { no, at, source, number, documentId, entry, file, role, size, sha256: print, name } = voucher;
    const where = `voucher ${no} (${number})`;
    const before = this.voucher.no === 0 ? this.firstVoucherHash() : this.voucher.hash;
    const bytes = ['fv1', no, at, source, number, documentId, entry, file, role, size, print, name].join(UNIT);
    const expected = sha256(Buffer.from(before, 'hex'), bytes);
    if (no !== this.voucher.no + 1) this.fault(where, 'number of the voucher', String(this.voucher.no + 1), String(no));
    if (!AT.test(at)) this.fault(where, 'instant of recording', 'YYYY-MM-DDTHH:MM:SS.ffffffZ', String(at).slice(0, 40));
    else if (at < this.voucher.at) this.fault(where, 'instant of recording', `not before ${this.voucher.at}`, at);
    if (voucher.hash !== expected)
      this.fault(where, 'hash of voucher and voucher before', expected, String(voucher.hash));
    // The name is free text and stands last; the other fields must not be able to take on its part.
    if ([at, source, number, documentId, entry, file, role, size, print].some((field) => CONTROL.test(String(field))))
      this.fault(where, 'fields of the voucher', 'no control characters', 'some');
    const [year, entryNo] = String(entry).split('-');
    if (!(Number(entryNo) <= (this.years.get(Number(year))?.entries ?? 0)))
      this.fault(where, 'entry of the voucher', 'an entry of the books', String(entry));
    if (this.wanted.has(`vouchers ${no}`)) this.sealed.set(`vouchers ${no}`, String(voucher.hash));
    if (this.files) this.proveFile(`${where.slice(0, -1)}, ${name})`, voucher, this.files);
    this.voucher = { no, at, hash: String(voucher.hash) };
  }

  private proveFile(where: string, voucher: VoucherRecord, files: Files): void {
    const place = placeOfVoucher(voucher);
    const found = files.get(place);
    this.unnamedFiles.delete(place);
    if (found) this.heldFiles++;
    if (found?.sha256 !== voucher.sha256 || String(found.size) !== voucher.size)
      this.fault(
        where,
        'bytes of the file',
        `${voucher.size} bytes, ${voucher.sha256}`,
        found ? `${found.size} bytes, ${found.sha256}` : `no file ${place}`,
      );
  }

  private firstVoucherHash(): string {
    return sha256(`finanzzentrum-voucher-chain-v1${UNIT}${this.manifest?.client?.uuid ?? ''}`);
  }

  private proveVouchers(): void {
    const { no, hash } = this.voucher;
    if (this.voucherLog !== undefined || this.manifest?.version !== 1) {
      const { entries, head } = this.voucherLog ?? {};
      if (entries !== no) this.fault('voucher log', 'number of vouchers', String(entries), String(no));
      const own = no === 0 ? this.firstVoucherHash() : hash;
      if (head !== own) this.fault('voucher log', 'head of the chain', String(head), own);
    }
    for (const place of [...this.unnamedFiles].slice(0, MOST_FAULTS))
      this.warn(place, 'file', 'a voucher that names it', 'none');
  }

  private seal(place: string, seal: SealRecord): void {
    if (this.entries > 0) this.fault(place, 'order of the file', 'seals before the entries', `seal ${seal.no}`);
    this.seals.push(seal);
    for (const [end] of endsIn(String(seal.statement))) this.wanted.add(end);
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
    for (const [item, amount] of block.items) moveItem(this.items, item, amount);
    for (const [key, value] of block.sealed) this.sealed.set(key, value);
    for (const [year, first, firstNo, last, lastNo] of block.dates) {
      const own = this.dates.get(year) ?? [Infinity, 0, -Infinity, 0];
      if (first < own[0]) own.splice(0, 2, first, firstNo);
      if (last > own[2]) own.splice(2, 2, last, lastNo);
      this.dates.set(year, own);
    }
    for (const [line, text] of block.others) this.record(line, text);
  }

  private join(run: Run): void {
    const { year, first } = run;
    const where = `${year}-${first.no}`;
    if (year < this.currentYear) this.fault(where, 'order of the years', `${this.currentYear} or later`, String(year));
    this.currentYear = Math.max(this.currentYear, year);
    const before = this.links.get(year) ?? { no: 0, at: '', hash: this.firstHash(year) };
    compareLink(before, { ...first, year }, this.fault, (previous) =>
      sha256(
        Buffer.from(previous, 'hex'),
        `${year}${UNIT}${first.no}${UNIT}${first.at}${UNIT}`,
        Buffer.from(first.content, 'hex'),
      ),
    );
    this.links.set(year, run.last);
  }

  private firstHash(year: number): string {
    return sha256(`finanzzentrum-chain-v1${UNIT}${this.manifest?.client?.uuid ?? ''}${UNIT}${year}`);
  }

  /** Everything is read: what can only be told now. */
  verdict(givenKeys: readonly string[], now: Date): Verdict {
    const { manifest } = this;
    if (manifest?.format !== FORMAT || !VERSIONS.includes(manifest.version!)) {
      this.fault(
        'line 1 of the file',
        'form of the file',
        `${FORMAT} ${VERSIONS.join(' or ')}`,
        `${manifest?.format ?? 'none'} ${manifest?.version ?? ''}`,
      );
    }
    if (this.end === undefined) this.fault('end of the file', 'whole file', 'an end mark', 'the file is cut off');
    else if (this.end.records !== this.records)
      this.fault('end of the file', 'number of records', String(this.end.records), String(this.records));
    this.proveYears();
    this.proveSums();
    this.proveItems();
    this.proveVouchers();
    const ring = new KeyRing(this.keys, givenKeys, this.fault, this.warn);
    this.proveSeals(ring);
    this.proveEarlier(ring);
    this.lookAround(now);
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
      key: { id: ring.inForce, given: givenKeys.length > 0 },
      vouchers: this.voucher.no,
      files: this.files ? this.heldFiles : null,
      earlier: this.earlier ? { seals: this.earlier.seals.length, ends: this.earlier.ends.length } : null,
      warnings: this.warnings,
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
    for (const year of this.links.keys())
      if (!this.years.has(year)) this.fault(String(year), 'year', 'a record of the year', 'none');
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

  private proveItems(): void {
    for (const item of new Set([...this.items.keys(), ...this.itemRecords.keys()])) {
      const own = this.items.get(item);
      const kept = this.itemRecords.get(item);
      const where = `open item ${kept?.no ?? item}`;
      const shown = own === undefined ? 'lines that name it' : euro(own);
      if (!kept || !/^-?\d+$/.test(kept.balance)) this.fault(where, 'balance of the open item', shown, 'none');
      else if (own === undefined || BigInt(kept.balance) !== own)
        this.fault(where, 'balance of the open item', shown, euro(BigInt(kept.balance)));
    }
  }

  private proveSeals(ring: KeyRing): void {
    let before: SealRecord | undefined;
    const reached = new Map<string, number>();
    for (const seal of this.seals) {
      const where = `seal ${seal.no}`;
      const statement = String(seal.statement);
      const expect = (rule: string, expected: string, found: string): void => {
        if (expected !== found) this.fault(where, rule, expected, found);
      };
      expect('number of the seal', String((before?.no ?? 0) + 1), String(seal.no));
      const form = statement.split('\n')[0]!;
      if (!SEAL_FORMS.includes(form)) expect('form', SEAL_FORMS.join(' or '), form);
      expect('client', this.manifest?.client?.uuid ?? '', valueIn(statement, 'client'));
      expect('number in the statement', String(seal.no), valueIn(statement, 'seal'));
      expect('seal before', before ? sha256(before.statement) : '-', valueIn(statement, 'previous'));
      ring.proveSeal(where, seal);
      this.proveHeads(where, statement, reached);
      before = seal;
    }
    if (this.end) this.proveSignature(this.end, ring);
  }

  private proveSignature(end: NonNullable<typeof this.end>, ring: KeyRing): void {
    const fingerprint = this.fingerprint.digest('hex');
    if (end.sha256 !== fingerprint) this.fault('the file', 'fingerprint', String(end.sha256), fingerprint);
    const signed = `${FORMAT}-v${this.manifest?.version}\n${end.sha256}\n`;
    const key = ring.keyOf('the file', String(end.keyId));
    if (!key) return;
    if (end.keyId !== ring.inForce) this.fault('the file', 'key in force', ring.inForce, String(end.keyId));
    if (!isSigned(signed, end.signature, key))
      this.fault('the file', 'signature', `a signature of the fingerprint by key ${end.keyId}`, 'none');
  }

  /** The hashes that a seal names are those of the chains, and no chain goes back from seal to seal. */
  private proveHeads(where: string, statement: string, reached: Map<string, number>): void {
    for (const [end, head] of endsIn(statement)) {
      const [chain, last] = end.split(' ') as [string, string];
      if (Number(last) < (reached.get(chain) ?? 0))
        this.fault(where, `last entry of ${chain}`, `${reached.get(chain)} or more`, last);
      reached.set(chain, Number(last));
      this.proveEnd(end, head, `hash that ${where} signs`);
    }
  }

  private proveEnd(end: string, head: string, rule: string): void {
    const [chain, no] = end.split(' ') as [string, string];
    const first = chain === 'vouchers' ? this.firstVoucherHash() : this.firstHash(Number(chain));
    const found = no === '0' ? first : this.sealed.get(end);
    const where = chain === 'vouchers' ? `voucher ${no}` : `${chain}-${no}`;
    if (found !== head)
      this.fault(where, rule, head, found ?? (chain === 'vouchers' ? 'no such voucher' : 'no such entry'));
  }

  /** What the auditor kept reappears: each seal word for word, each end of a chain at its number. */
  private proveEarlier(ring: KeyRing): void {
    if (!this.earlier) return;
    const { name, clients, ends } = this.earlier;
    const own = this.manifest?.client?.uuid ?? '';
    // A folder or a letter may hold the seals of several clients.
    const seals = this.earlier.seals.filter((seal) => valueIn(seal.statement, 'client') === own);
    if (seals.length === 0) for (const seal of this.earlier.seals) clients.add(valueIn(seal.statement, 'client'));
    this.earlier.seals = seals;
    if (seals.length + ends.length === 0) this.fault(name, 'what was kept', 'seals or an export', 'neither');
    for (const client of clients) if (client !== own) this.fault(name, 'client', own, client);
    for (const [end, head] of ends) this.proveEnd(end, head, `hash as ${name} has it`);
    const present = new Map(this.seals.map((seal) => [seal.no, seal]));
    for (const kept of seals) {
      const where = `seal ${kept.no} as kept`;
      ring.proveSeal(where, kept);
      const sealedAt = valueIn(kept.statement, 'sealed-at');
      const found = present.get(kept.no);
      if (!found && Date.parse(sealedAt) > Date.parse(this.manifest?.createdAt ?? ''))
        this.warn(where, 'age of the export', `after ${sealedAt}`, String(this.manifest?.createdAt));
      else if (found?.statement !== kept.statement) {
        this.fault(
          `seal ${kept.no}`,
          `seal as ${name} has it`,
          kept.statement,
          found ? found.statement : 'no such seal',
        );
        for (const [end, head] of endsIn(kept.statement))
          this.proveEnd(end, head, `hash that seal ${kept.no} as kept signs`);
      }
    }
  }

  /** What is not wrong in itself, but leaves room for what would be. */
  private lookAround(now: Date): void {
    const createdAt = Date.parse(this.manifest?.createdAt ?? '');
    const day = 86_400_000;
    const last = this.seals.at(-1);
    if (!last) this.warn('seals', 'seal', 'one a day', 'none: nothing binds these books to an earlier time');
    else if (this.sealedState().unsealed > 0 && createdAt - Date.parse(valueIn(last.statement, 'sealed-at')) > 3 * day)
      this.warn(
        'seals',
        'age of the last seal',
        'entries are sealed within a day',
        valueIn(last.statement, 'sealed-at'),
      );
    if (now.getTime() - createdAt > 31 * day)
      this.warn('the file', 'age of the export', 'of this month', String(this.manifest?.createdAt));
    if (createdAt - now.getTime() > day)
      this.warn('the file', 'age of the export', `not after ${now.toISOString()}`, String(this.manifest?.createdAt));
    for (const [year, [first, firstNo, end, endNo]] of this.dates) {
      const { startsOn, endsOn } = this.years.get(year) ?? {};
      if (startsOn && first < dayOf(startsOn))
        this.warn(`${year}-${firstNo}`, 'booking date', `${startsOn} to ${endsOn}`, writtenDay(first));
      if (endsOn && end > dayOf(endsOn))
        this.warn(`${year}-${endNo}`, 'booking date', `${startsOn} to ${endsOn}`, writtenDay(end));
    }
  }

  private sealedState(): { sealedAt: string | null; unsealed: number } {
    const last = this.seals.at(-1);
    const sealed = [...String(last?.statement ?? '').matchAll(/^year \d+: (\d+) /gm)].reduce(
      (sum, match) => sum + Number(match[1]),
      0,
    );
    return {
      sealedAt: /^sealed-at: (.*)$/m.exec(last?.statement ?? '')?.[1] ?? null,
      unsealed: Math.max(0, this.entries - sealed),
    };
  }
}

const SEAL_FORMS = ['finanzzentrum-seal-v1', 'finanzzentrum-seal-v2'];
const dayOf = (date: string): number => Number(date.replaceAll('-', ''));
const writtenDay = (day: number): string => String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');

interface Key {
  id: string;
  object: KeyObject;
  /** Place in the centre's row of keys; -1 for a key that only the auditor has. */
  place: number;
  validFrom: string;
  vouched: boolean;
}

/**
 * The keys of the file and those that the auditor gave. A key is vouched for when the auditor gave it, when a vouched key handed over to
 * it, or when it names, as vouched key, the one that handed over to it. Without given keys the file stands for itself.
 */
class KeyRing {
  private readonly keys = new Map<string, Key>();
  private readonly row: Key[] = [];
  private reached = 0;
  /** Id of the last key of the file, or of the first given one where the file has none. */
  readonly inForce: string;

  constructor(
    records: readonly KeyRecord[],
    given: readonly string[],
    private readonly fault: TellFault,
    private readonly warn: TellFault,
  ) {
    const handedOver = records.map((record, index) => this.add(record, index, given.length === 0));
    for (const pem of given) {
      const object = this.read('given key', pem);
      if (!object) continue;
      const id = keyIdOf(object);
      const known = this.keys.get(id);
      if (known) known.vouched = true;
      else this.keys.set(id, { id, object, place: -1, validFrom: '', vouched: true });
    }
    for (let index = 1; index < this.row.length; index++)
      if (handedOver[index] && this.row[index - 1]!.vouched) this.row[index]!.vouched = true;
    for (let index = this.row.length - 1; index > 0; index--)
      if (handedOver[index] && this.row[index]!.vouched) this.row[index - 1]!.vouched = true;
    this.inForce = this.row.at(-1)?.id ?? [...this.keys.keys()][0] ?? '';
  }

  /** Takes a key of the file. Answers whether the key before it handed over to it. */
  private add(record: KeyRecord, index: number, vouched: boolean): boolean {
    const where = `key ${index + 1}`;
    const object = this.read(where, record.pem);
    if (!object) return false;
    const key = { id: keyIdOf(object), object, place: index, validFrom: record.validFrom ?? '', vouched };
    const before = this.row.at(-1);
    this.row.push(key);
    this.keys.set(key.id, key);
    if (key.id !== record.id) this.fault(where, 'id of the key', key.id, String(record.id));
    return record.statement !== undefined && this.proveHandOver(where, record, record.statement, key, before);
  }

  private proveHandOver(
    where: string,
    record: KeyRecord,
    statement: string,
    key: Key,
    before: Key | undefined,
  ): boolean {
    const expected = {
      key: String(key.place + 1),
      fingerprint: fingerprintOf(key.object),
      'valid-from': String(record.validFrom),
      kind: String(record.kind),
      previous: before ? fingerprintOf(before.object) : '-',
    };
    let holds = statement.startsWith('finanzzentrum-seal-key-v1\n');
    for (const [name, value] of Object.entries(expected)) {
      const found = valueIn(statement, name);
      holds &&= found === value;
      if (found !== value) this.fault(where, `${name} of the hand-over`, value, found);
    }
    if (!isSigned(statement, record.signature, key.object)) {
      this.fault(where, 'signature', `a signature of the statement by key ${key.id}`, 'none');
      holds = false;
    }
    if (record.kind === 'break')
      this.warn(where, 'row of keys', `a hand-over by the key before`, `a break: ${valueIn(statement, 'reason')}`);
    if (record.kind !== 'hand-over') {
      if (record.kind !== 'break' && before)
        this.fault(where, 'hand-over', `a signature by key ${before.id}`, String(record.kind));
      return false;
    }
    if (before && isSigned(statement, record.previousSignature, before.object)) return holds;
    this.fault(where, 'hand-over', `a signature by key ${before?.id ?? 'before'}`, 'none');
    return false;
  }

  private read(where: string, pem: string): KeyObject | undefined {
    try {
      const key = createPublicKey(pem);
      if (key.asymmetricKeyType === 'ed25519') return key;
    } catch {
      // told below
    }
    this.fault(where, 'readable', 'an Ed25519 key in PEM', 'something else');
    return undefined;
  }

  /** The key of this id if somebody vouches for it; tells otherwise. */
  keyOf(where: string, id: string): KeyObject | undefined {
    const key = this.keys.get(id);
    if (key?.vouched) return key.object;
    const trusted = [...this.keys.values()].filter((one) => one.vouched).map((one) => one.id);
    this.fault(where, 'key', trusted.join(' or ') || 'a key', id);
    return undefined;
  }

  /** Signed, and by the key that was in force then. */
  proveSeal(where: string, seal: SealRecord): void {
    const object = this.keyOf(where, String(seal.keyId));
    if (!object) return;
    if (!isSigned(String(seal.statement), seal.signature, object))
      this.fault(where, 'signature', `a signature of the statement by key ${seal.keyId}`, 'none');
    const { place } = this.keys.get(seal.keyId)!;
    const at = valueIn(seal.statement, 'sealed-at');
    const [own, next] = [this.row[place], this.row[place + 1]];
    // The first key may have signed before there was a row of keys.
    if (place > 0 && at < own!.validFrom) this.fault(where, 'key in force', `not before ${own!.validFrom}`, at);
    if (place >= 0 && next && at > next.validFrom) this.fault(where, 'key in force', next.id, seal.keyId);
  }
}

// ---------------------------------------------------------------------------------------------------------------- beside the file

/** The records before the first entry of an earlier export: its years, seals and voucher log. */
async function earlierExport(file: string, into: Earlier): Promise<void> {
  let rest = '';
  for await (const block of blocksOf(file)) {
    const { head, rest: entries } = headOf(block);
    for (const line of head) {
      rest = line;
      takeEarlier(line, into);
    }
    if (entries.length > 0 || rest.startsWith(END)) return;
  }
}

function takeEarlier(latin1: string, into: Earlier): void {
  const record = JSON.parse(Buffer.from(latin1, 'latin1').toString('utf8')) as Record<string, unknown>;
  if (record['type'] === 'manifest')
    into.clients.add(String((record['client'] as { uuid?: string } | undefined)?.uuid));
  if (record['type'] === 'year')
    into.ends.push([`${String(record['year'])} ${String(record['entries'])}`, String(record['head'])]);
  if (record['type'] === 'voucher-log')
    into.ends.push([`vouchers ${String(record['entries'])}`, String(record['head'])]);
  if (record['type'] === 'seal') {
    into.seals.push({ ...(record as unknown as SealRecord), statement: String(record['statement']) });
  }
}

/** What somebody kept: an earlier export, one filed seal, or a folder of these. @throws Error when there is something else */
async function readEarlier(kept: string): Promise<Earlier> {
  const into: Earlier = { name: path.basename(kept), clients: new Set(), seals: [], ends: [] };
  const files = (await stat(kept)).isDirectory()
    ? (await readdir(kept)).filter((name) => /\.(seal|jsonl|gz)$/.test(name)).map((name) => path.join(kept, name))
    : [kept];
  for (const file of files.sort()) {
    try {
      await earlierExport(file, into);
    } catch (error) {
      throw new Error(`${file} is neither an export nor a filed seal: ${(error as Error).message}`, { cause: error });
    }
  }
  return into;
}

/** Fingerprints of the vouchers' files: of a folder, or of the package (tar) as the export gives it. */
async function readFiles(kept: string): Promise<Files> {
  const files = new Map<string, { sha256: string; size: number }>();
  if ((await stat(kept)).isDirectory()) {
    for (const entry of await readdir(kept, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const digest = createHash('sha256');
      let size = 0;
      for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
        digest.update(piece);
        size += piece.length;
      }
      files.set(path.relative(kept, file).split(path.sep).join('/'), { sha256: digest.digest('hex'), size });
    }
  } else
    for await (const [name, bytes] of tarEntries(kept)) files.set(name, { sha256: sha256(bytes), size: bytes.length });
  return files;
}

/** The files of a tar as POSIX has it (ustar); ours are small enough to be held one at a time. */
async function* tarEntries(file: string): AsyncGenerator<[string, Buffer]> {
  const handle = await open(file);
  try {
    const header = Buffer.alloc(512);
    for (let at = 0; (await handle.read(header, 0, 512, at)).bytesRead === 512 && header[0] !== 0;) {
      const text = (from: number, length: number): string =>
        header
          .toString('utf8', from, from + length)
          .split('\0')[0]!
          .trim();
      const size = Number.parseInt(text(124, 12), 8);
      if (text(257, 5) !== 'ustar' || !(size >= 0 && size < 2 ** 31))
        throw new Error(`${file} is no package of vouchers`);
      const bytes = Buffer.alloc(size);
      await handle.read(bytes, 0, size, at + 512);
      const prefix = text(345, 155);
      if (header[156] === ZERO || header[156] === 0) yield [prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), bytes];
      at += 512 + Math.ceil(size / 512) * 512;
    }
  } finally {
    await handle.close();
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

export interface Beside {
  /** The centre's public key (PEM), or several, as the auditor got them by another way. */
  publicKey?: string | readonly string[] | undefined;
  /** An earlier export, a filed seal or a folder of these. */
  against?: string | undefined;
  /** The vouchers: a folder, or the package (tar) as the export gives it. */
  vouchers?: string | undefined;
  threads?: number;
  now?: Date;
}

/**
 * Reads an export of the books and proves all of it. Memory stays flat however large the file is.
 * Without a public key the file's own keys are used, which proves that the file is whole in itself, but not who sealed it.
 * @param threads how many work side by side; default: as many as there are processors, four at most
 * @throws when the file cannot be read at all
 */
export async function verifyBooks(
  file: string,
  {
    publicKey = [],
    against,
    vouchers,
    threads = Math.min(4, os.availableParallelism()),
    now = new Date(),
  }: Beside = {},
): Promise<Verdict> {
  const books = new BooksProver(
    vouchers === undefined ? undefined : await readFiles(vouchers),
    against === undefined ? undefined : await readEarlier(against),
  );
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
  return books.verdict([publicKey].flat(), now);
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
