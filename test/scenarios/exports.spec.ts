import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startExchange, type ExchangeApp } from '../support/exchange.js';
import { confirmedAccount, newPartner, raiseAndPost, testIban } from '../support/open-items.js';

/** A journal that has what makes exports hard: several years, quotes, separators, umlauts, formulas, cash accounts, products. */
const JOURNAL = [
  {
    bookingDate: '2024-01-01',
    kind: 'opening',
    text: 'Eröffnung',
    lines: [
      ['1811', '5000.00'],
      ['2011', '-5000.00'],
    ],
  },
  {
    bookingDate: '2024-03-15',
    text: 'Grundsteuer "A"; 1. Rate',
    reference: 'B-1',
    lines: [
      ['1811', '120.50', { cashAccount: '6011', product: '611' }],
      ['4011', '-120.50', { product: '611' }],
    ],
  },
  {
    bookingDate: '2024-12-31',
    text: "'=wirklich so",
    lines: [
      ['5211', '99.99', { product: '111', text: '=1+1' }],
      ['3511', '-99.99', { text: "'-Rabatt, gerundet" }],
    ],
  },
  {
    bookingDate: '2025-02-28',
    text: 'Zahlung \\ Überweisung | Bank',
    reference: '@home',
    lines: [
      ['3511', '99.99'],
      ['1811', '-99.99', { cashAccount: '7211', product: '111' }],
    ],
  },
  {
    bookingDate: '2025-07-01',
    text: ' mit Rand ',
    idempotencyKey: 'k-1',
    lines: [
      ['5211', '0.01', { product: '111' }],
      ['5211', '1000.00', { product: '111' }],
      ['3511', '-1000.01'],
    ],
  },
];

const jsonl = (): string =>
  JOURNAL.map(({ lines, ...entry }) =>
    JSON.stringify({
      ...entry,
      lines: (lines as [string, string, object?][]).map(([account, amount, more]) => ({
        account,
        ...(amount.startsWith('-') ? { credit: amount.slice(1) } : { debit: amount }),
        ...more,
      })),
    }),
  ).join('\n') + '\n';

const GOLDEN = path.resolve(__dirname, '../golden/exports');

/** What differs from run to run gets a name in its place; what is the same in every client's books is left out. */
const steady = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
    .replace(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replace(/"(keyId|id)":"[0-9a-f]{16}"/g, '"$1":"<key>"')
    .replace(/"signature":"[^"]+"/g, '"signature":"<signature>"')
    .replace(/"pem":"[^"]+"/g, '"pem":"<pem>"')
    .replace(/gemeinde-\d+-[0-9a-f]{6}/g, '<client>')
    .replace(/user-[0-9a-f]{10}/g, '<user>')
    .replace(/^\{"type":"(?:account|product|period)".*\n/gm, '');

/** Holds an export against the file that was once checked by hand; `UPDATE_GOLDEN=1` writes it anew. */
function expectGolden(name: string, text: string): void {
  const file = path.join(GOLDEN, name);
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(file, steady(text));
  }
  expect(steady(text)).toBe(readFileSync(file, 'utf8'));
}

const here = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const whenHere = (program: string): typeof it => (here(program) ? it : it.skip);

describe('exports', () => {
  let exchange: ExchangeApp;
  let clientId: number;
  let directory: string;

  beforeAll(async () => {
    directory = mkdtempSync(path.join(os.tmpdir(), 'exports-'));
    exchange = await startExchange();
    clientId = await newClient();
    expect(await exchange.importFile(clientId, { kind: 'journal', format: 'jsonl' }, jsonl())).toMatchObject({
      state: 'done',
      errors: [],
    });
    const [entry] = (await exchange.send('GET', `/clients/${clientId}/journal-entries?fiscalYear=2025`)).json.items;
    const reversal = await exchange.send('POST', `/clients/${clientId}/journal-entries/${entry.id}/reversal`, {
      bookingDate: '2025-08-01',
      reason: 'falsches Konto',
    });
    expect(reversal.statusCode).toBe(201);
    expect((await exchange.send('POST', `/clients/${clientId}/seals`, {})).statusCode).toBe(201);
  });
  afterAll(async () => {
    await exchange?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function newClient(): Promise<number> {
    const id = await exchange.newClient(2024);
    expect((await exchange.send('POST', `/clients/${id}/fiscal-years`, { year: 2025 })).statusCode).toBe(201);
    return id;
  }
  const exported = async (id: number, format: string): Promise<string> =>
    (await exchange.download(`/clients/${id}/exports/journal?format=${format}`)).toString('utf8');

  /** Balance of every account over all years, in cents, as the books have it. */
  async function balances(): Promise<Record<string, number>> {
    const rows = await exchange.db.inClient(clientId, (tx) =>
      tx.query<{ account: string; cents: string }>(
        'select account, sum(amount) as cents from journal_line where client_id = $1 group by 1',
        [clientId],
      ),
    );
    return Object.fromEntries(rows.filter((row) => row.cents !== '0').map((row) => [row.account, Number(row.cents)]));
  }
  const numberOf = (name: string): string => /:(\d+)/.exec(name)![1]!;
  const cents = (amount: string): number => Math.round(Number(amount) * 100);

  /** What the import decides anew, or what a fresh set of books cannot know. */
  const decidedAnew = (text: string): unknown[] =>
    text
      .trim()
      .split('\n')
      .map((line) => {
        const {
          id: _id,
          recordedAt: _at,
          author: _author,
          source: _source,
          reverses: _reverses,
          reason: _reason,
          kind,
          ...entry
        } = JSON.parse(line);
        return { ...entry, kind: kind === 'reversal' ? 'regular' : kind };
      });

  it.each([
    ['journal.csv', 'journal?format=csv'],
    ['journal.jsonl', 'journal?format=jsonl'],
    ['journal.hledger', 'journal?format=hledger'],
    ['journal.beancount', 'journal?format=beancount'],
    ['books.jsonl', 'books?gzip=false'],
  ])('looks like %s', async (name, address) => {
    expectGolden(name, (await exchange.download(`/clients/${clientId}/exports/${address}`)).toString('utf8'));
  });

  it.each(['csv', 'jsonl'])('comes back the same through %s', async (format) => {
    const twin = await newClient();
    const file = await exported(clientId, format);
    expect(await exchange.importFile(twin, { kind: 'journal', format }, file)).toMatchObject({
      state: 'done',
      errors: [],
    });
    expect(decidedAnew(await exported(twin, 'jsonl'))).toEqual(decidedAnew(await exported(clientId, 'jsonl')));
  });

  it('holds no text that a spreadsheet would execute', async () => {
    const fields = (await exported(clientId, 'csv')).split(/[;\r\n]/);
    expect(fields.filter((field) => /^"?[=+@]/.test(field))).toEqual([]);
    expect(fields).toContain("'=1+1");
  });

  it('can be cut to one year, and knows which years there are', async () => {
    const text = (
      await exchange.download(`/clients/${clientId}/exports/journal?format=jsonl&fiscalYear=2024`)
    ).toString('utf8');
    expect(text.trim().split('\n')).toHaveLength(3);
    expect((await exchange.send('GET', `/clients/${clientId}/exports/journal?fiscalYear=1999`)).statusCode).toBe(404);
  });

  whenHere('hledger')('gives hledger the same balances', async () => {
    const file = path.join(directory, 'journal.hledger');
    writeFileSync(file, await exported(clientId, 'hledger'));
    execFileSync('hledger', ['-f', file, 'check', '--strict']);
    const csv = execFileSync('hledger', ['-f', file, 'balance', '--flat', '-O', 'csv', '-N'], { encoding: 'utf8' });
    const theirs = csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => /^"(.*?)","(-?[\d.]+) EUR"$/.exec(line)!);
    expect(Object.fromEntries(theirs.map(([, name, amount]) => [numberOf(name!), cents(amount!)]))).toEqual(
      await balances(),
    );
  });

  whenHere('bean-check')('gives beancount the same balances', async () => {
    const file = path.join(directory, 'journal.beancount');
    writeFileSync(file, await exported(clientId, 'beancount'));
    execFileSync('bean-check', [file]);
    const query = 'select account, sum(number) as amount group by account';
    const rows = execFileSync('bean-query', ['-f', 'csv', file, query], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .slice(1);
    const theirs = rows
      .map((row) => row.split(',').map((field) => field.trim()) as [string, string])
      .filter(([, amount]) => cents(amount) !== 0);
    expect(Object.fromEntries(theirs.map(([name, amount]) => [numberOf(name), cents(amount)]))).toEqual(
      await balances(),
    );
  });

  it('is written down in the audit log', async () => {
    const items = (await exchange.send('GET', `/centre/audit-log?clientId=${clientId}&limit=200`)).json.items as {
      action: string;
      resource: string;
    }[];
    expect(items).toContainEqual(expect.objectContaining({ action: 'export.run', resource: 'journal.csv' }));
    expect(items).toContainEqual(expect.objectContaining({ action: 'import.run' }));
  });

  it('holds the books as one JSON object a line, compressed or not', async () => {
    const plain = (await exchange.download(`/clients/${clientId}/exports/books?gzip=false`)).toString('utf8');
    const zipped = gunzipSync(await exchange.download(`/clients/${clientId}/exports/books`)).toString('utf8');
    // The instant is another, and with it the signature of the whole.
    const withoutInstant = (text: string): string => text.replace(/"createdAt":"[^"]+"|"sha256":.*/g, '');
    expect(withoutInstant(zipped)).toBe(withoutInstant(plain));
    const types = plain
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect([...new Set(types)]).toEqual([
      'manifest',
      'account',
      'product',
      'year',
      'period',
      'seal',
      'public-key',
      'voucher-log',
      'entry',
      'balance',
      'end',
    ]);
  });

  it('carries open items: the lines name them, partners and items come as spreadsheets, the journal comes in again', async () => {
    const id = await newClient();
    const raised = await exchange.db.inClient(id, async (tx) => {
      const { id: partnerId } = await newPartner(tx, { name: '=Formel; "GmbH"' });
      await confirmedAccount(tx, partnerId, 77);
      const wish = { partnerId, amount: -12_345n, raisedOn: '2025-03-10', reference: 'RE-1', bankAccountNo: 1 };
      return raiseAndPost(tx, wish);
    });
    const csv = await exported(id, 'csv');
    expect(csv.split('\r\n').filter((row) => row.includes(raised.id))).toHaveLength(1);
    for (const format of ['jsonl', 'hledger', 'beancount']) expect(await exported(id, format)).toContain(raised.id);
    const file = async (name: string): Promise<string> =>
      (await exchange.download(`/clients/${id}/exports/${name}`)).toString('utf8');
    expect(await file('partners')).toContain(`P000001;company;"'=Formel; ""GmbH""";`);
    expect(await file('partners')).toContain(`${testIban(77)};confirmed;Anna Aller;Bernd Bode`);
    expect(await file('open-items')).toContain(`;351101;-123,45;-123,45;open;2025-1;RE-1;`);
    // The same entry once more would raise the item a second time.
    const again = await exchange.importFile(id, { kind: 'journal', repeat: true }, csv);
    expect(again.errors.map((error) => error.rule)).toEqual(['OpenItemOverdrawn']);
    const paying = csv
      .replace(';351101;;;;;123,45;', ';351101;;;;123,45;;')
      .replace(';5241;111;;;123,45;;', ';3711;;;;;123,45;');
    const paid = await exchange.importFile(id, { kind: 'journal', repeat: true }, paying);
    expect([paid.errors, paid.state]).toEqual([[], 'done']);
    expect(await file('open-items')).toContain(`;351101;-123,45;0,00;settled;2025-1;RE-1;`);
  });
});
