import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { migrations } from '../../../../migrations/index.js';
import { onServer } from '../../../../test/support/database.js';
import { insertDocumentRows } from '../../../../test/support/document-rows.js';

/* Books that were kept before there was a voucher log: the migration takes over every file that hangs on an entry. */
const VOUCHER_LOG = 1_765_000_000_310;

let name: string;
let connection: pg.Client;
beforeAll(async () => {
  name = `test_${randomBytes(6).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name}`));
  const url = new URL(process.env['TEST_PG_ADMIN_URL']!);
  url.pathname = `/${name}`;
  connection = new pg.Client({ connectionString: url.toString() });
  await connection.connect();
});
afterAll(async () => {
  await connection?.end();
  await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
});

const query = async (sql: string, params?: unknown[]): Promise<any[]> => (await connection.query(sql, params)).rows;
async function run(which: (stamp: number) => boolean): Promise<void> {
  for (const migration of migrations) {
    const one = new migration();
    if (!which(Number(/\d{13}$/.exec(one.name)![0]))) continue;
    await query('begin');
    await one.up({ query } as unknown as QueryRunner);
    await query('commit');
  }
}

it('takes over the vouchers of each client in one chain, and plans to read their bytes', async () => {
  await query('create table schema_migration (id serial primary key, "timestamp" bigint, name text)');
  await run((stamp) => stamp < VOUCHER_LOG);
  await query(`insert into client (key, name, short_name, kind, chart)
    select k, k, k, 'municipality', 'nkf-2019' from unnest(array['mit', 'ohne']) k`);
  const [{ id: client }] = (await query(`select id from client where key = 'mit'`)) as [{ id: number }];
  await query('begin; set local session_replication_role = replica');
  await query(`insert into journal_entry (client_id, fiscal_year, entry_no, period, booking_date, recorded_at, kind, text, source, author,
      author_name, line_count, total, content_hash, chain_hash)
    select ${client}, 2026, n, 3, '2026-03-01', now(), 'regular', 'x', 'x', gen_random_uuid(), 'x', 2, 1, '', '' from generate_series(1, 2) n`);
  const document = await insertDocumentRows(
    { clientId: client, query: query as never },
    { fiscalYear: 2026, entryNo: 2 },
  );
  await query(
    `insert into document_entry (client_id, document_id, fiscal_year, entry_no) values (${client}, '${document}', 2026, 1)`,
  );
  await query('commit');

  await run((stamp) => stamp >= VOUCHER_LOG);
  const log = await query(
    `select client_id, voucher_no::int as no, number, entry_no::int as entry, role, size::int as size,
       chain_hash = voucher_hash(lag(chain_hash, 1, voucher_start(client_id)) over (order by voucher_no), v) as chained from voucher_log v`,
  );
  const row = { client_id: client, number: 'E-2026-900000', role: 'original', size: 3, chained: true };
  expect(log).toEqual([
    { ...row, no: 1, entry: 1 },
    { ...row, no: 2, entry: 2 },
  ]);
  expect(
    await query(
      `select c.client_id, next_no::int as next, head = (select chain_hash from voucher_log where voucher_no = 2) as ends from voucher_chain c`,
    ),
  ).toEqual([{ client_id: client, next: 3, ends: true }]);
  expect(await query('select client_id, kept, intact from content_check')).toEqual([
    { client_id: client, kept: 'content', intact: null },
  ]);

  // Taken back and run once more it comes to the same.
  const own = migrations.filter((one) => [VOUCHER_LOG, VOUCHER_LOG - 10].includes(Number(one.name.slice(-13))));
  for (const migration of own.toReversed()) await new migration().down({ query } as unknown as QueryRunner);
  await run((stamp) => stamp === VOUCHER_LOG || stamp === VOUCHER_LOG - 10);
  expect(await query('select count(*)::int as n from voucher_log')).toEqual([{ n: 2 }]);
});
