import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import pg from 'pg';
import { changePeriodState } from '@lib/clients';
import { EXIT_TABLES, takeIn, unpackExitPackage } from '@lib/exchange';
import { endBankAccount, proposeBankAccount } from '@lib/partners';
import { catalogue } from '../../migrations/catalogue.js';
import { type Demonstration, DEMO_PASSWORD, openDemonstration } from '../support/demonstration.js';
import { type ExchangeApp, startExchange } from '../support/exchange.js';
import { ANNA, BERND, confirmedAccount, newPartner, raiseAndPost, settle, testIban } from '../support/open-items.js';

/*
 * What goes out comes in: each client of the demonstration leaves its centre as an exit package and is taken in by another one, by the
 * command that an operator uses. Afterwards both say the same.
 */
const COMMANDS = path.resolve(__dirname, '../../dist/apps/api/src/commands');
const [TAKE_IN, VERIFY] = [path.join(COMMANDS, 'take-in.js'), path.join(COMMANDS, 'verify.js')];

it('every table of a client has its way into another installation, or is said to stay', () => {
  const own = Object.keys(catalogue).filter((table) => catalogue[table] === 'client');
  expect(EXIT_TABLES.map((table) => table.name).sort()).toEqual(own.sort());
});

describe('the demonstration moves house', () => {
  let old: Demonstration;
  let cookie: string;
  let fresh: ExchangeApp;
  let directory: string;
  let clients: { id: number; key: string }[];

  beforeAll(async () => {
    directory = mkdtempSync(path.join(os.tmpdir(), 'exit-'));
    [old, fresh] = [await openDemonstration(), await startExchange()];
    const answer = await fetch(`${old.url}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName: 'demo.leitung', password: DEMO_PASSWORD }),
    });
    expect(answer.status).toBe(200);
    cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    clients = ((await there('clients')) as { items: { id: number; key: string }[] }).items;
  });
  afterAll(async () => {
    await fresh?.close();
    await old?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const there = async (url: string): Promise<any> => {
    const answer = await fetch(`${old.url}/api/v1/${url}`, { headers: { cookie } });
    expect([url, answer.status]).toEqual([url, 200]);
    return answer.json();
  };
  const here = async (url: string): Promise<any> => {
    const answer = await fresh.send('GET', `/${url}`);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    return answer.json;
  };
  const packageOf = (key: string): string => path.join(directory, `${key}.tar.gz`);
  const take = (...args: string[]): Promise<{ code: number; output: string }> => run(TAKE_IN, ...args);
  const run = (command: string, ...args: string[]): Promise<{ code: number; output: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, DATABASE_URL: fresh.database.adminUrl };
      execFile(process.execPath, [command, ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, output: stdout + stderr }),
      );
    });

  it('packs every client', async () => {
    expect(clients.length).toBeGreaterThan(3);
    for (const { id, key } of clients) {
      const answer = await fetch(`${old.url}/api/v1/clients/${id}/exports/exit-package`, { headers: { cookie } });
      expect([key, answer.status]).toEqual([key, 200]);
      await pipeline(Readable.fromWeb(answer.body as never), createWriteStream(packageOf(key)));
    }
  });

  it('tries a package without a trace', async () => {
    const { code, output } = await take(packageOf(clients[0]!.key), '--dry-run');
    expect([code, output]).toEqual([0, expect.stringContaining('Would have taken the client in')]);
    expect((await here('clients')).items).toEqual([]);
  });

  it('takes every client in, whole', async () => {
    for (const { key } of clients) {
      const { code, output } = await take(packageOf(key));
      expect([key, code, output]).toEqual([key, 0, expect.stringContaining('Every row agrees.')]);
    }
  }, 600_000);

  /** The client here that another installation knows under this key. */
  const twinOf = async (key: string): Promise<number> =>
    ((await here('clients')).items as { id: number; key: string }[]).find((one) => one.key === key)!.id;
  const mask = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (name, item: unknown) =>
        ['clientId', 'recordedAt', 'generatedAt', 'source', 'chainHash'].includes(name) ? undefined : item,
      ),
    );

  it('shows the same statements, balances, items, partners and documents', async () => {
    for (const { id, key } of clients) {
      const twin = await twinOf(key);
      const years = ((await there(`clients/${id}/fiscal-years`)).items as { year: number }[]).map((one) => one.year);
      const pages = [
        ...years.flatMap((year) => [
          ...['balance-sheet', 'results', 'cash-flows'].map((name) => `statements/${name}?fiscalYear=${year}`),
          `trial-balance?fiscalYear=${year}`,
        ]),
        ...['open-items?state=all&limit=100', 'open-items/reconciliation', 'partners?limit=100', 'documents?limit=50'],
      ];
      for (const page of pages)
        expect([key, page, mask(await here(`clients/${twin}/${page}`))]).toEqual([
          key,
          page,
          mask(await there(`clients/${id}/${page}`)),
        ]);
    }
  });

  it('keeps beside each entry how it was recorded there, and the books prove in their new chain', async () => {
    const twin = await twinOf(clients[0]!.key);
    const rows = await fresh.db.inClient(twin, (tx) =>
      tx.query<{ entries: number; origins: number; later: number; chained: number }>(
        `select count(*)::int as entries, count(o.entry_no)::int as origins,
           (count(*) filter (where e.recorded_at > o.recorded_at))::int as later,
           (count(*) filter (where e.chain_hash = o.chain_hash))::int as chained
         from journal_entry e left join journal_origin o using (client_id, fiscal_year, entry_no) where e.client_id = $1`,
        [twin],
      ),
    );
    expect(rows).toEqual([
      { entries: rows[0]!.entries, origins: rows[0]!.entries, later: rows[0]!.entries, chained: 0 },
    ]);
    const books = path.join(directory, 'books.jsonl.gz');
    writeFileSync(books, await fresh.download(`/clients/${twin}/exports/books`));
    expect(await run(VERIFY, books)).toEqual({ code: 0, output: expect.stringContaining('Everything holds') });
  });

  it('goes out again as it came in', async () => {
    const { key } = clients[0]!;
    const twin = await twinOf(key);
    const again = path.join(directory, 'again.tar.gz');
    writeFileSync(again, await fresh.download(`/clients/${twin}/exports/exit-package`));
    const [first, second] = [await manifestOf(packageOf(key)), await manifestOf(again)];
    for (const { name, way } of EXIT_TABLES)
      if (way !== 'evidence') expect([name, second.tables[name]]).toEqual([name, first.tables[name]]);
  });

  it('goes on as before: the next entry follows the last one, a new partner the last one', async () => {
    const { key } = clients[0]!;
    const twin = await twinOf(key);
    const [year] = (await here(`clients/${twin}/fiscal-years`)).items as { year: number; entries: number }[];
    const posted = await fresh.send('POST', `/clients/${twin}/journal-entries`, {
      bookingDate: `${year!.year}-12-01`,
      text: 'Erste Buchung am neuen Ort',
      lines: [
        { account: '0811', debit: '1.00' },
        { account: '3511', credit: '1.00' },
      ],
    });
    expect([posted.statusCode, posted.json.id]).toEqual([201, `${year!.year}-${year!.entries + 1}`]);
    const partners = (await here(`clients/${twin}/partners?limit=100`)).items as { number: string }[];
    const added = await fresh.send('POST', `/clients/${twin}/partners`, { kind: 'company', name: 'Neu am Ort GmbH' });
    expect(added.json.number > (partners.at(-1)?.number ?? '')).toBe(true);
  });

  it('refuses a client that is here, a package that was cut off, changed, or signed by another', async () => {
    const file = packageOf(clients[0]!.key);
    expect((await take(file)).output).toContain('is here already');
    const bytes = readFileSync(file);
    const cut = path.join(directory, 'cut.tar.gz');
    writeFileSync(cut, bytes.subarray(0, bytes.length >> 1));
    expect((await take(cut)).output).toContain('it cannot be read to its end');
    const changed = path.join(directory, 'changed.tar.gz');
    await rewrite(file, changed, 'tables/journal_line.jsonl', (text) => text.replace(/"amount":(\d+)/, '"amount":1$1'));
    expect((await take(changed)).output).toContain('"tables/journal_line.jsonl" was changed');
    await rewrite(file, changed, 'manifest.json', (text) => text.replace('"version":1', '"version":1 '));
    expect((await take(changed)).output).toContain('not signed by the key');
    expect((await take(file, '--fingerprint', 'ffffffffffffffff')).output).toContain('not by ffffffffffffffff');
  });
});

describe('what has a history of its own', () => {
  it('comes in step by step: ended and repeated bank accounts, locks, closed periods, reversals, seals', async () => {
    const [from, to] = [await startExchange(), await startExchange()];
    const directory = mkdtempSync(path.join(os.tmpdir(), 'exit-'));
    try {
      const id = await from.newClient(2026);
      await from.db.inClient(id, async (tx) => {
        const { id: partnerId } = await newPartner(tx, { name: 'Zweimal dieselbe IBAN' });
        await confirmedAccount(tx, partnerId, 5);
        await raiseAndPost(tx, { partnerId, amount: -5_000n, bankAccountNo: 1 });
        await endBankAccount(tx, partnerId, 1, 'Konto gekündigt', BERND);
        await confirmedAccount(tx, partnerId, 5);
        const item = await raiseAndPost(tx, { partnerId, amount: -7_000n, bankAccountNo: 2, text: 'bleibt offen' });
        await settle(tx, { id: item.id, account: '351101', balance: -7_000n }, 2_000n);
        await proposeBankAccount(tx, partnerId, { iban: testIban(6), source: 'Brief' }, ANNA);
      });
      const [entry] = (
        await from.send('GET', `/clients/${id}/journal-entries?fiscalYear=2026&limit=50`)
      ).json.items.filter((one: any) => one.text !== 'bleibt offen' && one.bookingDate === '2026-03-10');
      const put = async (method: 'POST' | 'PATCH' | 'PUT', url: string, body: object): Promise<void> => {
        const answer = await from.send(method as 'POST', `/clients/${id}/${url}`, body);
        expect([url, answer.statusCode < 300, answer.body]).toEqual([url, true, answer.body]);
      };
      await put('POST', `journal-entries/${entry.id}/reversal`, {
        bookingDate: '2026-05-02',
        reason: 'doppelt erfasst',
      });
      const { version } = (await from.send('GET', `/clients/${id}/accounts/5241`)).json;
      await put('PATCH', 'accounts/5241', { version, locked: true, productRequired: true });
      await put('POST', 'seals', {});
      const by = { userId: from.lead.id, userName: from.lead.userName, displayName: from.lead.userName };
      await from.db.inClient(id, (tx) =>
        changePeriodState(tx, { year: 2026, period: 3, state: 'closed', reason: 'abgestimmt' }, by),
      );

      const file = path.join(directory, 'package.tar.gz');
      writeFileSync(file, await from.download(`/clients/${id}/exports/exit-package`));
      const given = await unpackExitPackage(file, mkdtempSync(path.join(directory, 'in-')));
      const admin = new pg.Client({ connectionString: to.database.adminUrl });
      await admin.connect();
      await admin.query('begin');
      const query = async (sql: string, params?: unknown[]) => (await admin.query(sql, params)).rows as never;
      const taken = await takeIn({ query }, given, { by: 'test', key: 'umgezogen' });
      await admin.query('commit');
      const origin = await query('select seals, key_id from client_origin where client_id = $1', [taken.clientId]);
      await admin.end();

      expect(taken).toMatchObject({ key: 'umgezogen', entries: 4 });
      expect(taken.agreed).toMatchObject({
        partner_bank_account: 3,
        open_item: 2,
        period: 14,
        account: expect.any(Number),
      });
      expect(origin).toEqual([{ key_id: from.sealKey.id, seals: [expect.objectContaining({ seal_no: 1 })] }]);
      expect((await to.send('GET', `/clients/${taken.clientId}/accounts/5241`)).json).toMatchObject({ locked: true });
    } finally {
      await from.close();
      await to.close();
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

interface Manifest {
  tables: Record<string, { rows: number; sha256: string }>;
}

async function manifestOf(file: string): Promise<Manifest> {
  let text = '';
  const entries = extract();
  const reading = pipeline(createReadStream(file), createGunzip(), entries);
  for await (const entry of entries) {
    const pieces: Buffer[] = [];
    for await (const piece of entry as AsyncIterable<Buffer>) pieces.push(piece);
    if (entry.header.name === 'manifest.json') text = Buffer.concat(pieces).toString('utf8');
  }
  await reading;
  return JSON.parse(text) as Manifest;
}

/** The same archive with one file changed. */
async function rewrite(from: string, to: string, name: string, change: (text: string) => string): Promise<void> {
  const [entries, tar] = [extract(), pack()];
  const reading = pipeline(createReadStream(from), createGunzip(), entries);
  const writing = pipeline(tar, createGzip({ level: 1 }), createWriteStream(to));
  for await (const entry of entries) {
    const pieces: Buffer[] = [];
    for await (const piece of entry as AsyncIterable<Buffer>) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    const content = entry.header.name === name ? Buffer.from(change(bytes.toString('utf8'))) : bytes;
    await new Promise<void>((resolve, reject) =>
      tar.entry({ name: entry.header.name, size: content.length }, content, (error) =>
        error ? reject(error) : resolve(),
      ),
    );
  }
  tar.finalize();
  await Promise.all([reading, writing]);
}
