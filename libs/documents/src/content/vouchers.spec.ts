import { type DocumentsApp, startDocuments } from '../../../../test/support/documents.js';
import { invoiceXml } from '../../../../test/support/invoice-files.js';
import { insertOwnInvoiceRows } from '../../../../test/support/invoicing.js';
import { startObjectServer } from '../../../../test/support/object-store.js';
import { entry, postDirectly, toPost } from '../../../../test/support/books.js';
import { newPartner } from '../../../../test/support/open-items.js';
import { proveLedger } from '@lib/ledger';
import { ContentChecks } from './content-checks.js';
import { sha256Of } from './content.store.js';

let docs: DocumentsApp;
let client: number;
let numbers = 0;
beforeAll(async () => (docs = await startDocuments()));
afterAll(() => docs.close());
beforeEach(async () => (client = await docs.newClient()));

const invoice = (): Buffer => invoiceXml({ number: `V-${++numbers}`, net: `${numbers}00.00` });
const postEntry = async (at = client, on = docs): Promise<number> => {
  const [answer] = await postDirectly(on.db, [
    toPost(at, entry('2026-03-01', '1811/6012 S 100.00, 4012@611 H 100.00')),
  ]);
  return (answer as unknown as { entryNo: number }).entryNo;
};
const hang = (document: string, entryNo: number, at = client): Promise<unknown> =>
  docs.db.inClient(at, (tx) =>
    tx.query('insert into document_entry (client_id, document_id, fiscal_year, entry_no) values ($1, $2, 2026, $3)', [
      at,
      document,
      entryNo,
    ]),
  );
const log = (at = client): Promise<any[]> =>
  docs.all(
    `select voucher_no::int as no, number, entry_no::int as entry, file_no as file, role, name, size::int as size,
       encode(sha256, 'hex') as sha256, encode(chain_hash, 'hex') as hash
     from voucher_log where client_id = $1 order by voucher_no`,
    [at],
  );
const prove = async (): Promise<string[]> => {
  const proof = await docs.db.inClient(client, proveLedger);
  return [...new Set(proof.findings.map((finding) => `${finding.rule}: ${finding.where}`))];
};
/** What somebody with all rights over the server does: no trigger stands before it. */
const tamper = (...statements: string[]): Promise<unknown> =>
  docs.all(`begin; set local session_replication_role = replica; ${statements.join('; ')}; commit`);
/** An entry with its invoice. */
async function posted(): Promise<{ id: string; number: string; bytes: Buffer; entryNo: number }> {
  const bytes = invoice();
  const { id, number } = await docs.upload(client, 'rechnung.xml', bytes);
  const entryNo = await postEntry();
  await hang(id, entryNo);
  return { id, number, bytes, entryNo };
}
const read = async (): Promise<number> => docs.app.get(ContentChecks).run();

describe('the voucher log', () => {
  it('takes every file that is hung on an entry, whichever way, once and in one chain', async () => {
    const first = await posted();
    const again = await postEntry();
    await hang(first.id, again);
    await docs.db.inClient(client, async (tx) => {
      const partner = await newPartner(tx);
      await insertOwnInvoiceRows(tx, partner.id, { fiscalYear: 2026, entryNo: again });
      // A file that comes to a document which hangs on an entry already.
      await tx.query(
        `insert into document_file (client_id, document_id, file_no, role, name, mime, size, sha256)
         values ($1, $2, 9, 'attachment', 'anlage.xml', 'application/xml', $4, $3)`,
        [client, first.id, sha256Of(first.bytes), first.bytes.length],
      );
    });
    const rows = await log();
    expect(rows.map(({ no, number, entry: at, role }) => [no, number, at, role])).toEqual([
      [1, first.number, first.entryNo, 'original'],
      [2, first.number, again, 'original'],
      [3, 'AR-2026-00001', again, 'ubl'],
      [4, 'AR-2026-00001', again, 'cii'],
      [5, 'AR-2026-00001', again, 'pdf'],
      [6, first.number, first.entryNo, 'attachment'],
      [7, first.number, again, 'attachment'],
    ]);
    expect(rows[0]).toMatchObject({
      name: 'rechnung.xml',
      size: first.bytes.length,
      sha256: sha256Of(first.bytes).toString('hex'),
    });
    expect(await prove()).toEqual([]);
  });

  it('stands in the transaction that hangs the file on the entry, or not at all', async () => {
    const { id } = await docs.upload(client, 'r.xml', invoice());
    const entryNo = await postEntry();
    const failing = docs.db.inClient(client, async (tx) => {
      await tx.query(
        'insert into document_entry (client_id, document_id, fiscal_year, entry_no) values ($1, $2, 2026, $3)',
        [client, id, entryNo],
      );
      throw new Error('not after all');
    });
    await expect(failing).rejects.toThrow('not after all');
    expect(await log()).toEqual([]);
  });

  it('numbers without a gap while many post at once, and each client for itself', async () => {
    const other = await docs.newClient();
    const work = [client, other].flatMap((at) =>
      Array.from({ length: 12 }, async () => {
        const { id } = await docs.upload(at, 'r.xml', invoice());
        await hang(id, await postEntry(at), at);
      }),
    );
    await Promise.all(work);
    for (const at of [client, other])
      expect((await log(at)).map((row) => row.no)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(await prove()).toEqual([]);
  });

  it('is written by nobody else: neither the application nor the owner of the tables changes it', async () => {
    await posted();
    const refused = { code: '42501' };
    for (const sql of [
      `insert into voucher_log select * from voucher_log`,
      `update voucher_chain set next_no = 1`,
      `select log_voucher(v) from voucher_log v`,
      `insert into content_check (client_id, kept, sha256) values (${client}, 'content', sha256('x'))`,
    ])
      await expect(docs.asRole('finanz_app', client, sql)).rejects.toMatchObject(refused);
    for (const sql of [`update voucher_log set name = 'x'`, `delete from voucher_log`, `truncate voucher_log`])
      await expect(docs.asRole('finanz_owner', client, sql)).rejects.toMatchObject(refused);
  });

  it('a name cannot make the sealed form mean something else', async () => {
    const { id } = await docs.upload(client, 'r.xml', invoice());
    await docs.db.inClient(client, (tx) =>
      tx.query(
        `insert into document_file (client_id, document_id, file_no, role, name, mime, size, sha256)
         select client_id, document_id, 2, 'attachment', E'a\\x1fb' , mime, size, sha256 from document_file where client_id = $1 and document_id = $2`,
        [client, id],
      ),
    );
    await hang(id, await postEntry());
    expect((await log()).map((row) => row.name)).toEqual(['r.xml', 'a\u001fb']);
    expect(await prove()).toEqual([]);
  });
});

describe('what somebody with all rights does to vouchers is found', () => {
  it('a byte of a file: by reading it again, with the document named', async () => {
    const { bytes, number } = await posted();
    await read();
    expect(await prove()).toEqual([]);
    const hash = sha256Of(bytes).toString('hex');
    await tamper(
      `update content_chunk set bytes = set_byte(bytes, 100, 0) where client_id = ${client} and sha256 = '\\x${hash}'`,
    );
    await tamper(`update content_check set checked_at = now() - interval '8 days', claimed_at = '-infinity'`);
    await read();
    expect(await prove()).toEqual([`files are what they were when they were received: ${number}`]);
    const { body } = await docs.send('GET', `/clients/${client}/integrity`);
    expect(body.vouchers).toMatchObject({ entries: 1, files: 1, checked: 1, damaged: [`${number} rechnung.xml`] });
  });

  it.each([
    ['a missing piece of a file', (hash: string) => [`delete from content_chunk where sha256 = '\\x${hash}'`]],
    [
      'a whole file replaced with its fingerprints in all tables of the documents',
      (hash: string) => [
        `update content_chunk set bytes = 'anders', sha256 = sha256('anders') where sha256 = '\\x${hash}'`,
        `update content set size = 6, sha256 = sha256('anders') where sha256 = '\\x${hash}'`,
        `update document_file set sha256 = sha256('anders') where sha256 = '\\x${hash}'`,
        `update document set sha256 = sha256('anders') where sha256 = '\\x${hash}'`,
      ],
    ],
    ['a file taken off its entry', () => [`delete from document_entry where client_id = CLIENT`]],
    ['a row of the log taken out', () => [`delete from voucher_log where client_id = CLIENT and voucher_no = 1`]],
    ['the last row taken out', () => [`delete from voucher_log where client_id = CLIENT and voucher_no = 2`]],
    [
      'the last row taken out and the end set back',
      () => [
        `delete from voucher_log where client_id = CLIENT and voucher_no = 2`,
        `update voucher_chain set next_no = 2, head = (select chain_hash from voucher_log where client_id = CLIENT) where client_id = CLIENT`,
      ],
    ],
    ['a name in the log', () => [`update voucher_log set name = 'x.pdf' where client_id = CLIENT and voucher_no = 1`]],
    ['the end of the log', () => [`update voucher_chain set head = sha256('x') where client_id = CLIENT`]],
  ] as [string, (hash: string) => string[]][])('%s', async (_, statements) => {
    const { bytes } = await posted();
    await posted();
    await tamper(...statements(sha256Of(bytes).toString('hex')).map((sql) => sql.replaceAll('CLIENT', String(client))));
    await read();
    expect((await prove()).length).toBeGreaterThan(0);
  });
});

describe('reading all bytes again', () => {
  it('goes on where it stopped, within its bounds, and rests for a week', async () => {
    await read(); // what earlier cases left
    for (let n = 0; n < 5; n++) await docs.upload(client, 'r.xml', invoice());
    const checks = docs.app.get(ContentChecks);
    expect(await checks.run(1)).toBe(1);
    expect(await checks.run()).toBe(4);
    expect(await checks.run()).toBe(0);
    const { body } = await docs.send('GET', `/clients/${client}/integrity`);
    expect(body.vouchers).toMatchObject({ files: 5, checked: 5, damaged: [] });
    expect(body.vouchers.allCheckedSince <= body.vouchers.lastCheckedAt).toBe(true);
  });

  it('an object store that is down says nothing about the files; an object that is gone does', async () => {
    const store = await startObjectServer();
    const kept = await startDocuments({ objectStore: store.options });
    try {
      const at = await kept.newClient();
      const bytes = invoice();
      await kept.upload(at, 'r.xml', bytes);
      const state = () => kept.all('select intact from content_check');
      store.fault = 'down';
      await expect(kept.app.get(ContentChecks).run()).rejects.toMatchObject({ code: 'ContentStoreUnavailable' });
      expect(await state()).toEqual([{ intact: null }]);
      store.fault = 'none';
      store.objects.delete(`${at}/${sha256Of(bytes).toString('hex')}`);
      await kept.all(`update content_check set claimed_at = '-infinity'`);
      await kept.app.get(ContentChecks).run();
      expect(await state()).toEqual([{ intact: false }]);
    } finally {
      await kept.close();
      await store.close();
    }
  });
});

it('nobody but those who may take the books along gets the vouchers', async () => {
  const holder = await docs.newUser([{ role: 'budget-holder', clientId: client }]);
  expect((await docs.send('GET', `/clients/${client}/exports/vouchers`, undefined, { user: holder })).status).toBe(403);
});
