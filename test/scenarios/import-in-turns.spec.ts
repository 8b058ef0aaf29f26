import pg from 'pg';
import { type ExchangeApp, type Job, startExchange } from '../support/exchange.js';

let exchange: ExchangeApp;
let admin: pg.Client;
let client: number;
beforeAll(async () => {
  exchange = await startExchange();
  admin = new pg.Client({ connectionString: exchange.database.adminUrl });
  await admin.connect();
});
beforeEach(async () => (client = await exchange.newClient()));
afterAll(async () => {
  await admin.end();
  await exchange.close();
});

const ENTRIES = 6_000;
const HEAD = 'entry;bookingDate;text;account;product;debit;credit\n';

/** A file large enough to be posted in turns, a month a hundred entries; `last` is put in the place of its last entry. */
function file(last?: string): string {
  let text = HEAD;
  for (let no = 1; no < ENTRIES; no++) text += pair(no, `2025-${String(1 + (no % 6)).padStart(2, '0')}-15`);
  return text + (last ?? pair(ENTRIES, '2025-12-15'));
}
const pair = (no: number, date: string): string =>
  `${no};${date};Rechnung der Stadtwerke Nummer ${no};5241;111;12,34;\n${no};;;3511;;;12,34\n`;

const journal = (content = file(), query: Record<string, string | boolean> = {}): Promise<Job> =>
  exchange.importFile(client, { kind: 'journal', ...query }, content);
const posted = async (): Promise<{ count: number; texts: number; last: number }> =>
  (
    await admin.query(
      `select count(*)::int as count, count(distinct text)::int as texts, coalesce(max(entry_no), 0)::int as last
       from journal_entry where client_id = $1 and text like 'Rechnung der Stadtwerke%'`,
      [client],
    )
  ).rows[0];
const booking = {
  bookingDate: '2025-03-01',
  text: 'Schreibtisch',
  lines: [
    { account: '5241', product: '111', debit: '1.00' },
    { account: '3511', credit: '1.00' },
  ],
};
const book = () => exchange.send('POST', `/clients/${client}/journal-entries`, booking);
const closeMonth = (period: number, state: string) =>
  exchange.send('POST', `/clients/${client}/fiscal-years/2025/periods/${period}/state`, {
    state,
    reason: 'Abschluss des Monats',
  });
const running = async (): Promise<void> => {
  for (;;) {
    const { rows } = await admin.query('select posted from import_job where client_id = $1 and posted is not null', [
      client,
    ]);
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
};
const proven = async () => (await exchange.send('POST', `/clients/${client}/proofs`)).json;

describe('a large file', () => {
  it('comes in whole, and others book between its turns', async () => {
    const importing = journal();
    await running();
    const numbers: number[] = [];
    let over = false;
    void importing.finally(() => (over = true));
    while (!over) {
      const answer = await book();
      expect(answer.statusCode).toBe(201);
      numbers.push(answer.json.entryNo);
    }
    const job = await importing;
    expect(job).toMatchObject({
      state: 'done',
      errors: [],
      result: { entries: ENTRIES, lines: 2 * ENTRIES, replayed: 0, total: '74040.00' },
    });
    const { count, texts, last } = await posted();
    expect([count, texts]).toEqual([ENTRIES, ENTRIES]);
    expect(job.result).toMatchObject({ firstEntry: '2025-1', lastEntry: `2025-${last}` });
    expect(numbers.filter((no) => no < last).length).toBeGreaterThan(0);
    expect(await proven()).toMatchObject({ ok: true });
  });

  it('with a fault in its last entry posts nothing, and lets go of the books', async () => {
    const job = await journal(file(`9999;2025-12-15;x;5241;111;12,34;\n9999;;;3511;;;12,33\n`));
    expect(job).toMatchObject({ state: 'failed', result: null, errors: [{ line: 2 * ENTRIES, rule: 'Unbalanced' }] });
    expect(await posted()).toMatchObject({ count: 0 });
    expect((await closeMonth(1, 'closed')).statusCode).toBeLessThan(300);
  });

  it('that ends in the middle of a line, or is no text, posts nothing', async () => {
    expect(await journal(file('9999;2025-12-15;"x;5241'))).toMatchObject({ state: 'failed' });
    expect(await journal(file('9999;2025-12-15;\u0000;5241;;;\n'))).toMatchObject({ state: 'failed' });
    expect(await posted()).toMatchObject({ count: 0 });
  });

  it('is tried out without waiting for the books, and without touching them', async () => {
    await admin.query('begin');
    try {
      await admin.query('select 1 from fiscal_year where client_id = $1 for update', [client]);
      expect(await journal(file(), { dryRun: true })).toMatchObject({
        state: 'done',
        result: { entries: ENTRIES, lines: 2 * ENTRIES },
      });
    } finally {
      await admin.query('rollback');
    }
    expect(await posted()).toMatchObject({ count: 0 });
  });

  it('holds still what its entries were held against', async () => {
    const importing = journal();
    await running();
    const account = (await exchange.send('GET', `/clients/${client}/accounts/5241`)).json;
    const refused = [
      await closeMonth(2, 'closed'),
      await exchange.send('PATCH', `/clients/${client}/accounts/5241`, { locked: true, version: account.version }),
    ];
    expect(await importing).toMatchObject({ state: 'done' });
    expect(refused.map((answer) => answer.statusCode)).toEqual([503, 503]);
    expect((await closeMonth(2, 'closed')).statusCode).toBeLessThan(300);
  });

  it('that the books refuse after all says what is in them, and goes on there when it is sent again', async () => {
    const importing = journal();
    await running();
    // Past every guard, as only a superuser can.
    await admin.query(`update period set state = 'closed' where client_id = $1 and period = 12`, [client]);
    const job = await importing;
    expect(job).toMatchObject({
      state: 'failed',
      errors: [{ rule: 'ImportStopped' }, { rule: 'PeriodClosed', line: 2 * ENTRIES }],
    });
    const { count } = await posted();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(ENTRIES);
    expect(job.result).toMatchObject({ entries: count, firstEntry: '2025-1' });
    // Still closed: what is in stays in.
    expect(await journal()).toMatchObject({
      state: 'failed',
      errors: [{ rule: 'ImportStopped' }, { rule: 'PeriodClosed' }],
    });
    expect((await posted()).count).toBe(count);
    await admin.query(`update period set state = 'open' where client_id = $1 and period = 12`, [client]);
    expect(await journal()).toMatchObject({ state: 'done', result: { entries: ENTRIES } });
    expect(await posted()).toMatchObject({ count: ENTRIES, texts: ENTRIES });
    await expect(journal()).rejects.toMatchObject({ answer: { statusCode: 409 } });
    expect(await proven()).toMatchObject({ ok: true });
  });

  const lines = (change: (no: number) => object): string =>
    Array.from(
      { length: 2_000 },
      (_, no) => `${JSON.stringify({ ...booking, text: `Rechnung der Stadtwerke ${no}`, ...change(no) })}\n`,
    ).join('');
  const keyed = (query = {}, change: (no: number) => object = () => ({})): Promise<Job> =>
    journal(
      lines((no) => ({ idempotencyKey: `einmal-${no}`, ...change(no) })),
      { format: 'jsonl', ...query },
    );

  it('with keys that the journal knows is the same again, or refused as a whole', async () => {
    expect(await keyed()).toMatchObject({ state: 'done', result: { entries: 2_000, replayed: 0 } });
    expect(await keyed({ repeat: true })).toMatchObject({ state: 'done', result: { entries: 2_000, replayed: 2_000 } });
    const other = await keyed({}, (no) =>
      no === 1_999 ? { text: 'etwas anderes' } : no < 5 ? { idempotencyKey: `neu-${no}` } : {},
    );
    expect(other).toMatchObject({ state: 'failed', result: null, errors: [{ rule: 'KeyReused', line: 2_000 }] });
    expect(await posted()).toMatchObject({ count: 2_000 });
  });

  it('with one key twice is judged as a whole', async () => {
    const job = await keyed({}, (no) => (no === 1_500 ? { idempotencyKey: 'einmal-3' } : {}));
    expect(job).toMatchObject({ state: 'failed', errors: [{ rule: 'KeyTwice', line: 1_501 }] });
    expect(await posted()).toMatchObject({ count: 0 });
  });
});
