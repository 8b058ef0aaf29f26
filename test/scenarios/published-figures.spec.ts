import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { samples } from '../support/samples.js';
import { startExchange, type ExchangeApp } from '../support/exchange.js';

/*
 * Annual accounts as municipalities publish them go in as they are and come out again, line by line and to the euro: an
 * invented one's, and real ones where they lie. Every folder is tried; what it holds decides what is proven.
 */
const towns = samples('jahresabschluss', (name) => path.basename(name) === 'bilanz.csv').map(({ name, file }) => ({
  town: path.dirname(name),
  folder: path.dirname(file),
}));

const read = (file: string): Record<string, string>[] => parse(readFileSync(file), { columns: true, bom: true });
const euro = (text: string): string => `${text}.00`;

describe.each(towns)('the published figures of $town', ({ town, folder }) => {
  const sheetYear = Number(/(\d{4})$/.exec(town)?.[1] ?? 2008);
  const cashFiles = readdirSync(folder).filter((name) => /^finanzrechnung_konten_\d{4}\.csv$/.test(name));
  const cashYears = cashFiles.map((name) => Number(/\d{4}/.exec(name)![0])).sort();
  let exchange: ExchangeApp;
  let clientId: number;

  beforeAll(async () => {
    exchange = await startExchange();
    clientId = await exchange.newClient(sheetYear);
    for (let year = sheetYear + 1; year <= Math.max(sheetYear, ...cashYears); year++) {
      const answer = await exchange.send('POST', `/clients/${clientId}/fiscal-years`, { year });
      expect(answer.statusCode).toBeLessThan(300);
    }
  });
  afterAll(() => exchange?.close());

  /** What of a published statement differs from ours. */
  async function differences(statement: string, year: number, file: string): Promise<string[]> {
    const answer = await exchange.send('GET', `/clients/${clientId}/statements/${statement}?fiscalYear=${year}`);
    const ours = new Map<string, string>(answer.json.lines.map((line: any) => [line.code, line.actual]));
    return read(path.join(folder, file))
      .filter((row) => row['actual'] !== '')
      .filter((row) => ours.get(row['line']!) !== euro(row['actual']!))
      .map((row) => `${row['line']}: published ${row['actual']}, ours ${ours.get(row['line']!)}`);
  }

  it('gives the balance sheet back', async () => {
    const file = readFileSync(path.join(folder, 'bilanz.csv'));
    const job = await exchange.importFile(
      clientId,
      { kind: 'opening-balances', bookingDate: `${sheetYear}-12-31`, fileName: 'bilanz.csv' },
      file,
    );
    expect(job).toMatchObject({ state: 'done', errors: [] });
    expect(await differences('balance-sheet', sheetYear, 'bilanz.csv')).toEqual([]);
  });

  it.each(cashYears)('gives the cash flows of %i back', async (year) => {
    const file = readFileSync(path.join(folder, `finanzrechnung_konten_${year}.csv`));
    const job = await exchange.importFile(clientId, { kind: 'cash-flows', fiscalYear: year }, file);
    expect(job).toMatchObject({ state: 'done', errors: [] });
    const published = `finanzrechnung_${year}.csv`;
    if (existsSync(path.join(folder, published))) expect(await differences('cash-flows', year, published)).toEqual([]);
  });

  it('carries the liquid funds of the balance sheet into the cash flows, and both agree afterwards', async () => {
    const funds = read(path.join(folder, 'bilanz.csv')).find((row) => row['line'] === 'A2.4')?.['actual'] ?? '0';
    for (const year of cashYears) {
      const { json } = await exchange.send('GET', `/clients/${clientId}/statements/cash-flows?fiscalYear=${year}`);
      if (year === sheetYear + 1) expect(json.lines.find((line: any) => line.code === 'FR39').actual).toBe(euro(funds));
      expect(json.checks.every((check: any) => check.ok)).toBe(true);
    }
  });
});
