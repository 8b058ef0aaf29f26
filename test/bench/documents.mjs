// Paperless booking, measured. Each measure is a bench of its own: `npm run bench -- documents` runs them all.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { cii, invoice, mixedFiles, ubl } from './invoices.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PUBLISHED = process.env.PUBLISHED_MATERIAL || path.join(ROOT, '../shared');
const SAMPLES = path.join(PUBLISHED, 'testdata/einvoice');
const READING = path.join(ROOT, 'dist/libs/documents/src/reading');
const MILLISECONDS = 5;
const LINES = 5_000;
const MIXED = Number(process.env.BENCH_DOCUMENTS_FILES ?? 2_000);

/**
 * Reading and the full check of one XRechnung on one core: the reference messages where they are at hand, else made-up
 * invoices of ten lines. The yardstick is a bare parser going over the same bytes.
 */
export async function reading() {
  const { performReading } = await import(path.join(READING, 'perform-reading.js'));
  const files = samples();
  const once = async (bytes) => {
    const began = performance.now();
    await performReading(bytes, 'r.xml', { receivedOn: '2026-11-22', schemas: null });
    return performance.now() - began;
  };
  for (let round = 0; round < 3; round++) for (const bytes of files) await once(bytes);
  const taken = [];
  const bare = [];
  for (let round = 0; round < 5; round++) {
    for (const bytes of files) {
      taken.push(await once(bytes));
      const began = performance.now();
      parse(bytes);
      bare.push(performance.now() - began);
    }
  }
  const large = {};
  for (const [syntax, write] of Object.entries({ UBL: ubl, CII: cii })) {
    const bytes = Buffer.from(write(invoice({ number: 'R-5000', lines: LINES })));
    const times = [];
    for (let round = 0; round < 3; round++) times.push(await once(bytes));
    large[syntax] = Math.max(...times);
  }
  const slowest = Math.max(...Object.values(large));
  return {
    figure: `${median(taken).toFixed(2)} ms`,
    reach: `< ${MILLISECONDS} ms; ${LINES} lines < 1 s`,
    reached: median(taken) < MILLISECONDS && slowest < 1000,
    detail:
      `${files.length} files five times, p95 ${quantile(taken, 0.95).toFixed(2)} ms; bare parser ${median(bare).toFixed(2)} ms; ` +
      `${LINES} lines: UBL ${large.UBL.toFixed(0)} ms, CII ${large.CII.toFixed(0)} ms (worst of three)`,
  };
}

/** Mixed files through the reading processes of the service, as many at a time as may wait. */
export async function readingInProcesses() {
  const { FileReader } = await import(path.join(READING, 'file-reader.js'));
  const files = await mixedFiles(MIXED);
  const reader = new FileReader();
  try {
    reader.warmUp();
    await Promise.all(files.slice(0, 50).map(({ bytes, name }) => reader.read(bytes, { name })));
    const began = performance.now();
    let next = 0;
    const worker = async () => {
      while (next < files.length) {
        const { bytes, name } = files[next++];
        const file = await reader.read(bytes, { name });
        if (file.decision === 'unreadable') throw new Error(`${name} was not read: ${file.reason?.en}`);
      }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    const seconds = (performance.now() - began) / 1000;
    const memory = reader.pids.map(residentMib);
    const rate = files.length / seconds;
    return {
      figure: `${Math.round(rate)} files/s`,
      reach: '≥ 100 files/s',
      reached: rate >= 100,
      detail: `${files.length} files, 2/5 UBL, 3/10 CII, 1/5 hybrid PDF, 1/10 plain PDF, two processes; most resident memory ${memory.join(' and ')} MiB`,
    };
  } finally {
    await reader.onApplicationShutdown();
  }
}

function samples() {
  const folders = ['ubl', 'cii'].map((syntax) => path.join(SAMPLES, 'kosit-testsuite', syntax, 'standard'));
  const found = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((name) => name.endsWith('.xml'))
    .map((name) => readFileSync(name));
  if (found.length > 0) return found;
  const contents = Array.from({ length: 20 }, (_, index) => invoice({ number: `R-${index}`, seller: index }));
  return contents.flatMap((content) => [Buffer.from(ubl(content)), Buffer.from(cii(content))]);
}

function parse(bytes) {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', () => undefined);
  parser.write(bytes.toString('utf8')).close();
}

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];
const median = (values) => quantile(values, 0.5);

/** Most memory that a process ever had, where the system tells it. */
function residentMib(pid) {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
  } catch {
    return 0;
  }
}
