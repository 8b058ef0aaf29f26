import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Books, CLERK, entry, LEAD, openBooks, postDirectly, toPost } from '../../../test/support/books.js';
import { fileSeals } from './file-seals.js';
import { lastProof, proveLedger } from './prove-ledger.js';
import { claimSealKey, SealKey } from './seal-keys.js';
import { type Seal, sealClient, seals } from './seals.js';

let books: Books;
let client: number;
const key = new SealKey(generateKeyPairSync('ed25519').privateKey);
beforeAll(async () => {
  books = await openBooks();
  await books.db.inCentre((tx) => claimSealKey(tx, key));
});
afterAll(() => books.close());
beforeEach(async () => {
  client = (await books.client()).id;
});

const seal = (force = false) =>
  books.db.inClient(client, (tx) => sealClient(tx, key, { id: LEAD.id, name: LEAD.name }, force));
const post = (date = '2026-03-01') =>
  postDirectly(books.db, [toPost(client, entry(date, '1811/6012 S 100.00, 4012@611 H 100.00'))]);
const prove = () => books.db.inClient(client, proveLedger);
const genuine = (one: Seal): boolean =>
  verify(null, Buffer.from(one.statement), createPublicKey(key.publicPem), Buffer.from(one.signature, 'base64'));

describe('seals', () => {
  it('sign the heads of all years and the seal before, so that anybody with the public key can tell', async () => {
    await post();
    const first = (await seal())!;
    await post('2026-04-01');
    const second = (await seal())!;
    expect([first, second].map(genuine)).toEqual([true, true]);
    expect(genuine({ ...second, statement: second.statement.replace('2 ', '3 ') })).toBe(false);
    const [{ head, uuid, vouchers }] = (await books.all(
      `select encode(head, 'hex') as head, uuid, encode(voucher_start(c.id), 'hex') as vouchers
       from fiscal_year f join client c on c.id = f.client_id where client_id = $1`,
      [client],
    )) as [{ head: string; uuid: string; vouchers: string }];
    expect(second.statement.split('\n')).toEqual([
      'finanzzentrum-seal-v2',
      `client: ${uuid}`,
      'seal: 2',
      `sealed-at: ${second.sealedAt}`,
      `previous: ${createHash('sha256').update(first.statement).digest('hex')}`,
      `year 2026: 2 ${head}`,
      `vouchers: 0 ${vouchers}`,
      '',
    ]);
    expect(second).toMatchObject({ sealNo: 2, sealedBy: LEAD.name, keyId: key.id });
  });

  it('nothing is sealed twice without news, unless somebody asks for it', async () => {
    await post();
    expect(await seal()).toMatchObject({ sealNo: 1 });
    expect(await seal()).toBeUndefined();
    expect(await seal(true)).toMatchObject({ sealNo: 2 });
    await post();
    expect(await seal()).toMatchObject({ sealNo: 3 });
  });

  it('several instances at once: the daily seal is one, and whoever asks for one gets one, in an unbroken row', async () => {
    await post();
    const daily = await Promise.all([seal(), seal(), seal(), seal()]);
    expect(daily.filter((one) => one !== undefined)).toHaveLength(1);
    const asked = await Promise.all([seal(true), seal(true), seal(true)]);
    expect(asked.map((one) => one!.sealNo).sort()).toEqual([2, 3, 4]);
    const row = (await books.db.inClient(client, (tx) => seals(tx))).reverse();
    row.slice(1).forEach((one, index) => {
      expect(one.statement).toContain(
        `previous: ${createHash('sha256').update(row[index]!.statement).digest('hex')}\n`,
      );
    });
  });
});

describe('the folder of filed seals', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'seals-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const file = () => books.db.inClient(client, (tx) => fileSeals(tx, folder));
  const filed = (): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.seal'));
  const tamper = (sql: string) => books.all(`begin; set local session_replication_role = replica; ${sql}; commit`);

  it('gets every seal once, as a file of its own that nobody writes over, also when several instances file', async () => {
    await post();
    await seal();
    await post();
    await seal();
    expect(await Promise.all([file(), file(), file()])).toEqual(Array(3).fill({ lastFiled: 2, finding: null }));
    const names = filed().sort();
    expect(names.map((name) => path.basename(name))).toEqual(['000001.seal', '000002.seal']);
    expect(readdirSync(path.join(folder, path.dirname(names[0]!)))).toHaveLength(2);
    const first = path.join(folder, names[0]!);
    expect(statSync(first).mode & 0o222).toBe(0);
    const { type, no, statement } = JSON.parse(readFileSync(first, 'utf8'));
    expect([type, no, statement.split('\n')[0]]).toEqual(['seal', 1, 'finanzzentrum-seal-v2']);
    await books.all(`update client set key = key || '-neu' where id = $1`, [client]);
    await seal(true);
    await file();
    expect(new Set(filed().map((name) => path.dirname(name))).size).toBe(1);
  });

  it('tells when the last filed seal is missing in the books or reads otherwise there', async () => {
    await post();
    await seal();
    await file();
    const at = `client_id = ${client}`;
    await tamper(`update seal set statement = replace(statement, 'seal: 1', 'seal: 1 ') where ${at}`);
    expect(await file()).toEqual({ lastFiled: 1, finding: 'different' });
    await tamper(`delete from seal where ${at}`);
    expect(await file()).toEqual({ lastFiled: 1, finding: 'missing' });
    await seal();
    expect(await file()).toEqual({ lastFiled: 1, finding: 'different' });
  });
});

describe('the proof', () => {
  it('an intact ledger agrees with itself, also an empty one', async () => {
    expect(await prove()).toMatchObject({ ok: true, entries: 0, findings: [] });
    await post();
    expect(await prove()).toMatchObject({ ok: true, entries: 1, findings: [] });
  });

  const PLANTED: [string, string, string[]][] = [
    [
      'an amount',
      `update journal_line set amount = amount * 2`,
      ['account balances equal the lines', 'every entry hashes to what was recorded'],
    ],
    [
      'a text',
      `update journal_entry set text = 'anders' where entry_no = 2`,
      ['every entry hashes to what was recorded'],
    ],
    [
      'a text of a line',
      `update journal_line set text = 'anders' where entry_no = 2 and line_no = 1`,
      ['every entry hashes to what was recorded'],
    ],
    [
      'an author',
      `update journal_entry set author = gen_random_uuid() where entry_no = 2`,
      ['every entry hashes to what was recorded'],
    ],
    [
      'an instant',
      `update journal_entry set recorded_at = recorded_at - interval '1 day' where entry_no = 2`,
      ['every entry is chained to the one before it'],
    ],
    [
      'a date of an entry',
      `update journal_entry set booking_date = '2026-03-02' where entry_no = 2`,
      ['every entry hashes to what was recorded', 'every line bears its entry’s date and period'],
    ],
    [
      'a date of a line',
      `update journal_line set booking_date = '2026-03-02' where entry_no = 2`,
      ['every line bears its entry’s date and period'],
    ],
    [
      'an account',
      `update journal_line set account = '4011' where account = '4012'`,
      ['account balances equal the lines', 'product balances equal the lines'],
    ],
    [
      'a product',
      `update journal_line set product = '111' where product = '611'`,
      ['product balances equal the lines'],
    ],
    [
      'a cash-flow account',
      `update journal_line set cash_account = null`,
      ['liquid funds move only with a cash-flow account'],
    ],
    ['a kept balance', `update account_balance set debit = debit + 1`, ['account balances equal the lines']],
    ['a kept product balance', `delete from product_balance`, ['product balances equal the lines']],
    [
      'a missing entry',
      `delete from journal_line where entry_no = 2; delete from journal_entry where entry_no = 2`,
      ['numbers run without a gap', 'every entry is chained to the one before it'],
    ],
    [
      'a missing last entry',
      `delete from journal_line where entry_no = 3; delete from journal_entry where entry_no = 3`,
      ['numbers run without a gap'],
    ],
    [
      'a missing line',
      `delete from journal_line where entry_no = 3 and line_no = 2`,
      ['every entry balances and has its lines'],
    ],
    [
      'a rewritten hash',
      `update journal_entry set content_hash = sha256('x') where entry_no = 2`,
      ['every entry hashes to what was recorded', 'every entry is chained to the one before it'],
    ],
    ['a rewritten head', `update fiscal_year set head = sha256('x')`, ['the chain ends where the year says']],
    ['a deleted seal', `delete from seal where seal_no = 1`, ['every seal follows the one before it']],
    [
      'a rewritten seal',
      `update seal set statement = replace(statement, 'vouchers: 0', 'vouchers: 1') where seal_no = 1`,
      ['every seal follows the one before it', 'what seals have signed is still there'],
    ],
    [
      'an entry that a seal has signed',
      `update journal_entry set chain_hash = sha256('x') where entry_no = 3`,
      ['what seals have signed is still there'],
    ],
    ['a turned counter', `update fiscal_year set next_entry_no = next_entry_no + 1`, ['numbers run without a gap']],
  ];
  it.each(PLANTED)('finds %s that somebody with all rights has changed', async (_, sql, rules) => {
    for (let n = 0; n < 3; n++) await post();
    await seal();
    await seal(true);
    const other = (await books.client()).id;
    const statements = sql
      .split('; ')
      .map((one) =>
        one.includes(' where ') ? `${one} and client_id = ${client}` : `${one} where client_id = ${client}`,
      );
    await books.all(`begin; set local session_replication_role = replica; ${statements.join('; ')}; commit`);
    const proof = await prove();
    expect(proof.ok).toBe(false);
    const found = new Set(proof.findings.map((finding) => finding.rule));
    expect([...rules].filter((rule) => !found.has(rule))).toEqual([]);
    expect(await books.db.inClient(client, lastProof)).toEqual(proof);
    expect(await books.db.inClient(other, proveLedger)).toMatchObject({ ok: true });
  });

  it('goes on while others post', async () => {
    const posting = Promise.all(
      Array.from({ length: 40 }, () =>
        books.queue.post(toPost(client, entry('2026-03-01', '1811/6012 S 1.00, 4012@611 H 1.00'))),
      ),
    );
    const proofs = await Promise.all([prove(), prove(), prove()]);
    await posting;
    expect(proofs.map((proof) => proof.findings)).toEqual([[], [], []]);
    expect(await prove()).toMatchObject({ ok: true, entries: 40 });
    expect(CLERK.privileged).toBe(false);
  });
});
