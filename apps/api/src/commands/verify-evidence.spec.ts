import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EXCHANGE_OPTIONS } from '@lib/exchange';
import { breakWithSealKey, handOverSealKey, LEDGER_OPTIONS, SealKey } from '@lib/ledger';
import { entry, postDirectly, toPost } from '../../../../test/support/books.js';
import { type DocumentsApp, startDocuments } from '../../../../test/support/documents.js';
import { invoiceXml } from '../../../../test/support/invoice-files.js';
import { type Verdict, verifyBooks } from './verify-books.js';

/*
 * What reaches beyond one export: keys that change, vouchers, and what an auditor kept from earlier. The forger of these cases is an
 * operator who has the database and the seal key.
 */
const newKey = (): SealKey => new SealKey(generateKeyPairSync('ed25519').privateKey);

let directory: string;
let docs: DocumentsApp;
let client: number;
let files = 0;
let numbers = 0;
beforeAll(async () => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'evidence-'));
  docs = await startDocuments();
});
afterAll(async () => {
  await docs.close();
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(async () => (client = await docs.newClient()));

const keyInUse = (): SealKey => docs.app.get(LEDGER_OPTIONS).sealKey;
/** The instance starts anew with another key. */
function restartWith(key: SealKey): void {
  docs.app.get(LEDGER_OPTIONS).sealKey = key;
  docs.app.get(EXCHANGE_OPTIONS).sealKey = key;
}
async function rotate(): Promise<SealKey> {
  const next = newKey();
  await docs.db.inCentre((tx) => handOverSealKey(tx, keyInUse(), next, 'Regular change'));
  restartWith(next);
  return next;
}
const post = (euro = '100.00', date = '2026-03-01'): Promise<unknown> =>
  postDirectly(docs.db, [toPost(client, entry(date, `1811/6012 S ${euro}, 4012@611 H ${euro}`))]);
/** An entry with its invoice; answers the document's number. */
async function voucher(): Promise<string> {
  const bytes = invoiceXml({ number: `B-${++numbers}`, net: `${numbers}00.00` });
  const { id, number } = await docs.upload(client, 'rechnung.xml', bytes);
  const [posted] = (await post()) as [{ entryNo: number }];
  await docs.db.inClient(client, (tx) =>
    tx.query('insert into document_entry (client_id, document_id, fiscal_year, entry_no) values ($1, $2, 2026, $3)', [
      client,
      id,
      posted.entryNo,
    ]),
  );
  return number;
}
const seal = async (): Promise<any> => {
  const { status, body } = await docs.send('POST', `/clients/${client}/seals`, {});
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
};
/** An export as a file; `touch` changes one record of it. */
async function exported(touch: (record: any) => any = (record) => record, sign?: SealKey): Promise<string> {
  const { bytes } = await docs.send('GET', `/clients/${client}/exports/books?gzip=false`);
  const records = bytes
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => touch(JSON.parse(line)))
    .filter((record) => record !== null);
  if (sign) {
    const end = records.at(-1);
    const text = records.slice(0, -1).map((record) => `${JSON.stringify(record)}\n`);
    end.records = text.length;
    end.sha256 = createHash('sha256').update(text.join('')).digest('hex');
    end.signature = sign.sign(`finanzzentrum-books-v2\n${end.sha256}\n`).toString('base64');
  }
  const file = path.join(directory, `books-${++files}.jsonl`);
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return file;
}
async function packaged(): Promise<string> {
  const { bytes, status } = await docs.send('GET', `/clients/${client}/exports/vouchers`);
  expect(status).toBe(200);
  const file = path.join(directory, `vouchers-${++files}.tar`);
  writeFileSync(file, bytes);
  return file;
}
const told = (list: Verdict['faults']): string[] =>
  list.map(({ where, rule }) => `${where}: ${rule}`).filter((fault) => fault !== 'the file: fingerprint');
const tamper = (...statements: string[]): Promise<unknown> =>
  docs.all(`begin; set local session_replication_role = replica; ${statements.join('; ')}; commit`);

/** What an operator does who knows the form: an amount of the first entry changed, sums, hashes, chain and head computed anew. */
async function rewriteHistory(): Promise<void> {
  const unit = '\x1f';
  const sha = (...parts: (string | Buffer)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  await tamper(
    `update journal_line set amount = amount * 2 where client_id = ${client} and entry_no = 1`,
    `update account_balance b set debit = l.debit, credit = l.credit from (select account, sum(greatest(amount, 0)) as debit,
       sum(greatest(-amount, 0)) as credit from journal_line where client_id = ${client} group by 1) l
     where b.client_id = ${client} and b.account = l.account`,
    `update product_balance set debit = 0, credit = (select sum(-amount) from journal_line where client_id = ${client} and product = '611')
     where client_id = ${client}`,
    `update journal_entry set total = total * 2 where client_id = ${client} and entry_no = 1`,
  );
  const [{ uuid }] = (await docs.all('select uuid from client where id = $1', [client])) as [{ uuid: string }];
  let head = sha(`finanzzentrum-chain-v1${unit}${uuid}${unit}2026`);
  const { bytes } = await docs.send('GET', `/clients/${client}/exports/books?gzip=false`);
  for (const line of bytes.toString('utf8').trimEnd().split('\n')) {
    const record = JSON.parse(line);
    if (record.type !== 'entry') continue;
    const content = sha(
      record.content.join(unit) + record.lines.map((one: string[]) => `\x1e${one.join(unit)}`).join(''),
    );
    head = sha(head, `2026${unit}${record.no}${unit}${record.at}${unit}`, content);
    await tamper(
      `update journal_entry set content_hash = '\\x${content.toString('hex')}', chain_hash = '\\x${head.toString('hex')}'
       where client_id = ${client} and entry_no = ${record.no}`,
    );
  }
  await tamper(
    `update fiscal_year set head = '\\x${head.toString('hex')}' where client_id = ${client} and year = 2026`,
  );
}

describe('keys', () => {
  // Keys are the centre's: each case has one of its own.
  beforeEach(async () => {
    await docs.close();
    docs = await startDocuments();
    client = await docs.newClient();
  });

  it('change, and seals of every key still hold: with the first key given, with the last, or none', async () => {
    const first = keyInUse();
    await post();
    await seal();
    await rotate();
    await post();
    await seal();
    const last = await rotate();
    await seal();
    const file = await exported();
    for (const publicKey of [undefined, first.publicPem, last.publicPem, [first.publicPem, last.publicPem]]) {
      const verdict = await verifyBooks(file, { publicKey });
      expect(verdict).toMatchObject({ ok: true, faults: [], seals: 3, warnings: [], key: { id: last.id } });
    }
    const { body } = await docs.send('GET', `/clients/${client}/seals`);
    expect(body.keys.map((key: any) => [key.keyNo, key.kind])).toEqual([
      [1, 'first'],
      [2, 'hand-over'],
      [3, 'hand-over'],
    ]);
    expect(body.publicKey).toBe(last.publicPem);
  });

  it('of somebody else are no keys of this centre', async () => {
    await post();
    await seal();
    const verdict = await verifyBooks(await exported(), { publicKey: newKey().publicPem });
    expect(told(verdict.faults)).toEqual(['seal 1: key', 'the file: key']);
  });

  it('swapped in the row, with seals and file signed anew, are found when the true key is given', async () => {
    const first = keyInUse();
    await post();
    await seal();
    const forger = newKey();
    const swapped = await exported((record) => {
      if (record.type === 'public-key') {
        const statement = record.statement.replace(record.fingerprint, forger.fingerprint);
        const signature = forger.sign(statement).toString('base64');
        return {
          ...record,
          id: forger.id,
          pem: forger.publicPem,
          fingerprint: forger.fingerprint,
          statement,
          signature,
        };
      }
      if (record.type === 'seal' || record.type === 'end')
        return { ...record, keyId: forger.id, signature: forger.sign(record.statement ?? '').toString('base64') };
      return record;
    }, forger);
    expect(await verifyBooks(swapped)).toMatchObject({ ok: true });
    expect(told((await verifyBooks(swapped, { publicKey: first.publicPem })).faults)).toEqual([
      'seal 1: key',
      'the file: key',
    ]);
  });

  it('cannot be slipped into the row: a hand-over needs the signature of the key before', async () => {
    const first = keyInUse();
    await post();
    await seal();
    await rotate();
    const file = await exported((record) =>
      record.type === 'public-key' && record.no === 2 ? { ...record, previousSignature: record.signature } : record,
    );
    const verdict = await verifyBooks(file, { publicKey: first.publicPem });
    expect(told(verdict.faults)).toEqual(['key 2: hand-over', 'the file: key']);
    const renamed = await exported((record) =>
      record.type === 'public-key' && record.no === 2
        ? { ...record, statement: record.statement.replace('Regular change', 'Irregular change') }
        : record,
    );
    expect(told((await verifyBooks(renamed)).faults)).toEqual(expect.arrayContaining(['key 2: signature']));
  });

  it('that were lost leave a break that everybody sees, and the auditor needs both keys', async () => {
    const lost = keyInUse();
    await post();
    await seal();
    const next = newKey();
    await docs.db.inCentre((tx) => breakWithSealKey(tx, next, 'Fire in the server room'));
    restartWith(next);
    await seal();
    const file = await exported();
    const breaks = ['key 2: row of keys'];
    const both = await verifyBooks(file, { publicKey: [lost.publicPem, next.publicPem] });
    expect([both.ok, told(both.warnings)]).toEqual([true, breaks]);
    expect(both.warnings[0]!.found).toContain('Fire in the server room');
    const one = await verifyBooks(file, { publicKey: next.publicPem });
    expect([told(one.faults), told(one.warnings)]).toEqual([['seal 1: key'], breaks]);
    expect(told((await verifyBooks(file, { publicKey: lost.publicPem })).faults)).toEqual([
      'seal 2: key',
      'the file: key',
    ]);
  });

  it('that were handed over sign nothing later', async () => {
    const old = keyInUse();
    await post();
    await seal();
    const next = await rotate();
    await seal();
    const file = await exported((record) => {
      if (record.type !== 'seal' || record.no !== 2) return record;
      return { ...record, keyId: old.id, signature: old.sign(record.statement).toString('base64') };
    }, next);
    expect(told((await verifyBooks(file, { publicKey: old.publicPem })).faults)).toEqual(['seal 2: key in force']);
    restartWith(old);
    expect(await docs.send('POST', `/clients/${client}/seals`, {})).toMatchObject({
      status: 503,
      body: { code: 'SealKeyNotInForce' },
    });
    expect(await docs.send('GET', `/clients/${client}/exports/books`)).toMatchObject({ status: 503 });
    const inserting = docs.asRole(
      'finanz_app',
      client,
      `insert into seal select client_id, 9, now(), null, 'x', statement, '${old.id}', signature from seal where seal_no = 1`,
    );
    await expect(inserting).rejects.toMatchObject({ constraint: 'seal_key_in_force' });
    restartWith(next);
  });
});

describe('vouchers', () => {
  it('hold: log, seals and files, in the package as it comes or unpacked', async () => {
    const number = await voucher();
    await voucher();
    await seal();
    const verdict = await verifyBooks(await exported(), { vouchers: await packaged() });
    expect(verdict).toMatchObject({ ok: true, faults: [], warnings: [], vouchers: 2, files: 2 });
    const folder = path.join(directory, `unpacked-${++files}`);
    const { bytes } = await docs.send('GET', `/clients/${client}/documents?limit=10`);
    for (const { id, number: own } of JSON.parse(bytes.toString()).items) {
      mkdirSync(path.join(folder, own), { recursive: true });
      const file = await docs.send('GET', `/clients/${client}/documents/${id}/files/1`);
      writeFileSync(path.join(folder, own, '1-original.xml'), file.bytes);
    }
    expect(await verifyBooks(await exported(), { vouchers: folder })).toMatchObject({ ok: true, files: 2 });
    writeFileSync(path.join(folder, number, '1-original.xml'), 'anders');
    writeFileSync(path.join(folder, 'fremd.pdf'), 'fremd');
    const changed = await verifyBooks(await exported(), { vouchers: folder });
    expect(told(changed.faults)).toEqual([`voucher 1 (${number}, rechnung.xml): bytes of the file`]);
    expect(told(changed.warnings)).toEqual(['fremd.pdf: file']);
  });

  it('of which one byte was changed in the database are located', async () => {
    await voucher();
    const number = await voucher();
    await tamper(
      `update content_chunk set bytes = set_byte(bytes, 100, 0) where client_id = ${client} and sha256 = (select sha256 from voucher_log where client_id = ${client} and voucher_no = 2)`,
    );
    const verdict = await verifyBooks(await exported(), { vouchers: await packaged() });
    expect(told(verdict.faults)).toEqual([`voucher 2 (${number}, rechnung.xml): bytes of the file`]);
  });

  it('that are gone altogether are located', async () => {
    const number = await voucher();
    await tamper(
      `delete from content_chunk where client_id = ${client}`,
      `delete from content where client_id = ${client}`,
    );
    const verdict = await verifyBooks(await exported(), { vouchers: await packaged() });
    expect(verdict.faults).toMatchObject([
      { where: `voucher 1 (${number}, rechnung.xml)`, found: `no file ${number}/1-original.xml` },
    ]);
  });

  it('rewritten in the log, chain and end with it, no longer fit the seal', async () => {
    await voucher();
    await voucher();
    await seal();
    await tamper(
      `update voucher_log set sha256 = sha256('anders') where client_id = ${client} and voucher_no = 1`,
      `update voucher_log v set chain_hash = voucher_hash(voucher_start(client_id), v) where client_id = ${client} and voucher_no = 1`,
      `update voucher_log v set chain_hash = voucher_hash((select chain_hash from voucher_log where client_id = ${client} and voucher_no = 1), v)
         where client_id = ${client} and voucher_no = 2`,
      `update voucher_chain set head = (select chain_hash from voucher_log where client_id = ${client} and voucher_no = 2)
         where client_id = ${client}`,
    );
    expect(told((await verifyBooks(await exported())).faults)).toEqual(['voucher 2: hash that seal 1 signs']);
  });

  it.each([
    [
      'a row changed',
      (r: any) => (r.type === 'voucher' && r.no === 1 ? { ...r, size: '5' } : r),
      'hash of voucher and voucher before',
    ],
    ['a row taken out', (r: any) => (r.type === 'voucher' && r.no === 1 ? null : r), 'number of the voucher'],
    ['the last row taken out', (r: any) => (r.type === 'voucher' && r.no === 2 ? null : r), 'number of vouchers'],
    ['all rows and the end taken out', (r: any) => (/^voucher/.test(r.type) ? null : r), 'number of vouchers'],
    [
      'an entry that is not there',
      (r: any) => (r.type === 'voucher' && r.no === 2 ? { ...r, entry: '2026-99' } : r),
      'entry of the voucher',
    ],
  ])('with %s in the export, signed anew, are found', async (_, touch, rule) => {
    await voucher();
    await voucher();
    await seal();
    const verdict = await verifyBooks(await exported(touch, keyInUse()));
    expect(verdict.faults.map((fault) => fault.rule)).toContain(rule);
  });
});

describe('what was kept from earlier', () => {
  /** Seals as somebody filed them, a file for each. */
  async function filed(): Promise<string> {
    const folder = path.join(directory, `seals-${++files}`);
    mkdirSync(folder);
    const { body } = await docs.send('GET', `/clients/${client}/seals`);
    for (const { sealNo: no, statement, keyId, signature } of body.items)
      writeFileSync(
        path.join(folder, `${no}.seal`),
        `${JSON.stringify({ type: 'seal', no, statement, keyId, signature })}\n`,
      );
    return folder;
  }

  it('reappears: an earlier export, its seals, a folder of seals, one seal', async () => {
    await voucher();
    await seal();
    await post();
    const before = await exported();
    const seals = await filed();
    await voucher();
    await seal();
    const now = await exported();
    expect(await verifyBooks(now, { against: before })).toMatchObject({ ok: true, earlier: { seals: 1, ends: 2 } });
    expect(await verifyBooks(now, { against: seals })).toMatchObject({ ok: true, earlier: { seals: 1, ends: 0 } });
    expect(await verifyBooks(now, { against: path.join(seals, '1.seal') })).toMatchObject({ ok: true });
  });

  it('an operator who rewrites history, seals included, passes a look at one export – and not what was kept', async () => {
    const key = keyInUse();
    for (let n = 0; n < 3; n++) await post();
    await seal();
    const [before, seals] = [await exported(), await filed()];
    await rewriteHistory();
    await tamper(`delete from seal where client_id = ${client}`);
    await seal();
    const forged = await exported();
    expect(await verifyBooks(forged, { publicKey: key.publicPem })).toMatchObject({ ok: true, faults: [], seals: 1 });
    const against = await verifyBooks(forged, { publicKey: key.publicPem, against: before });
    expect(told(against.faults)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^2026-3: hash as books-\d+\.jsonl has it$/),
        'seal 1: seal as ' + path.basename(before) + ' has it',
      ]),
    );
    expect(told((await verifyBooks(forged, { publicKey: key.publicPem, against: seals })).faults)).toEqual([
      `seal 1: seal as ${path.basename(seals)} has it`,
      '2026-3: hash that seal 1 as kept signs',
    ]);
  });

  it('a seal that was deleted is missed; one that is younger than the export is not', async () => {
    await post();
    await seal();
    const early = await exported();
    await post();
    await seal();
    const seals = await filed();
    const verdict = await verifyBooks(early, { against: seals });
    expect([verdict.ok, told(verdict.warnings)]).toEqual([true, ['seal 2 as kept: age of the export']]);
    await tamper(`delete from seal where client_id = ${client} and seal_no = 2`);
    expect(told((await verifyBooks(await exported(), { against: seals })).faults)).toEqual([
      `seal 2: seal as ${path.basename(seals)} has it`,
    ]);
  });

  it('of another client, forged, or nothing at all is told as such', async () => {
    await post();
    await seal();
    const seals = await filed();
    const own = client;
    client = await docs.newClient();
    await post();
    await seal();
    const other = await exported();
    expect(told((await verifyBooks(other, { against: seals })).faults)).toEqual(
      expect.arrayContaining([`${path.basename(seals)}: client`]),
    );
    client = own;
    const { body } = await docs.send('GET', `/clients/${client}/seals`);
    const statement = body.items[0].statement.replace(/2026: 1/, '2026: 2');
    writeFileSync(
      path.join(seals, '1.seal'),
      JSON.stringify({ type: 'seal', no: 1, statement, keyId: keyInUse().id, signature: body.items[0].signature }),
    );
    expect(told((await verifyBooks(await exported(), { against: seals })).faults)).toContain(
      'seal 1 as kept: signature',
    );
    const empty = path.join(directory, `empty-${++files}`);
    mkdirSync(empty);
    expect((await verifyBooks(await exported(), { against: empty })).ok).toBe(false);
    writeFileSync(path.join(empty, 'x.seal'), 'kein Siegel');
    await expect(verifyBooks(await exported(), { against: empty })).rejects.toThrow(
      'neither an export nor a filed seal',
    );
  });
});

describe('what holds and still should be looked at', () => {
  const warned = async (file: string, now = new Date()): Promise<string[]> => {
    const verdict = await verifyBooks(file, { now });
    expect(verdict.ok).toBe(true);
    return told(verdict.warnings);
  };

  it('books without a seal, and an old export', async () => {
    await post();
    const file = await exported();
    expect(await warned(file)).toEqual(['seals: seal']);
    expect(await warned(file, new Date(Date.now() + 40 * 86_400_000))).toEqual([
      'seals: seal',
      'the file: age of the export',
    ]);
    expect(await warned(file, new Date(Date.now() - 40 * 86_400_000))).toEqual([
      'seals: seal',
      'the file: age of the export',
    ]);
  });

  it('entries that were not sealed for days', async () => {
    await post();
    await seal();
    await post();
    const later = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const file = await exported(
      (record) => (record.type === 'manifest' ? { ...record, createdAt: later } : record),
      keyInUse(),
    );
    expect(await warned(file, new Date(later))).toEqual(['seals: age of the last seal']);
  });

  it('an entry dated outside its year', async () => {
    await post();
    await seal();
    const file = await exported(
      (record) => (record.type === 'year' ? { ...record, startsOn: '2026-04-01', endsOn: '2027-03-31' } : record),
      keyInUse(),
    );
    expect(await warned(file)).toEqual(['2026-1: booking date']);
  });
});
