import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';

/* The samples themselves: whole, and of one mind. What reads them is tried by the specs of the readers. */
const read = (name: string): string => readFileSync(path.join(__dirname, name), 'utf8');
const rows = (name: string): Record<string, string>[] => parse(read(name), { columns: true });
const records = (name: string): any[] =>
  read(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
const sum = (amounts: string[]): string => Decimal.sum(0, ...amounts.map((amount) => amount || '0')).toFixed(2);

test('each file is the one that its expectation was made for', () => {
  const names = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  const sidecars = names.filter((name) => name.endsWith('.expected.json'));
  expect(sidecars.length).toBeGreaterThan(100);
  const changed = sidecars.filter((name) => {
    const bytes = readFileSync(path.join(__dirname, name.slice(0, -'.expected.json'.length)));
    const { sha256 } = JSON.parse(read(name)) as { sha256: string };
    return createHash('sha256').update(bytes).digest('hex') !== sha256;
  });
  expect(changed).toEqual([]);
});

test('every bank entry of the matching set is allocated to items that are there, to the cent', () => {
  const entries = new Map(records('matching/entries.jsonl').map((entry) => [entry.entry_id, entry]));
  const items = new Set(rows('matching/open_items.csv').map((item) => item['item_id']));
  const truths = records('matching/truth.jsonl');
  expect(truths).toHaveLength(entries.size);
  for (const { entry_id, allocation, rest } of truths) {
    expect(allocation.filter((one: any) => !items.has(one.item_id))).toEqual([]);
    const amounts = allocation.map((one: any) => one.amount as string);
    expect([entry_id, sum([...amounts, rest])]).toEqual([entry_id, entries.get(entry_id).amount]);
  }
});

test('the assets add up to their Anlagenspiegel', () => {
  const byYear = rows('assets/expected_by_year.csv');
  // Assets under construction are kept by project there, not by asset.
  for (const line of rows('assets/anlagenspiegel.csv').filter((one) => one['line'] !== 'A1.2.8')) {
    const assets = byYear.filter((one) => one['year'] === line['year'] && one['line'] === line['line']);
    const of = (...columns: string[]) => sum(assets.flatMap((asset) => columns.map((column) => asset[column]!)));
    expect(line).toMatchObject({
      ahk_prior: of('cost_open'),
      additions: of('additions'),
      ahk_closing: of('cost_close'),
      depr_year: of('depreciation', 'impairment'),
      write_ups: of('write_up'),
      acc_depr_closing: of('acc_close'),
      book_value: of('book_close'),
    });
  }
});

test('instalments add up to the tax that is assessed', () => {
  const taxes = records('assessments/cases.jsonl').filter(
    ({ kind, expected }) => kind.endsWith('_tax') && expected.instalments !== undefined,
  );
  expect(taxes.length).toBeGreaterThan(10);
  for (const { id, expected } of taxes) {
    expect([id, sum(expected.instalments.map(({ amount }: any) => amount))]).toEqual([id, expected.tax]);
  }
});
