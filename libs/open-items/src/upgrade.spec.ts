import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { onServer } from '../../../test/support/database.js';

/*
 * Books that were kept before there were open items: the migration gives their clients control accounts and leaves everything
 * that is posted as it is.
 */
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
const run = async (from: number, to: number): Promise<void> => {
  const runner = { query } as unknown as QueryRunner;
  for (const migration of migrations) {
    const one = new migration();
    const stamp = Number(/\d{13}$/.exec(one.name)![0]) - 1_764_000_000_000;
    if (stamp < from || stamp >= to) continue;
    await query('begin');
    await one.up(runner);
    await query('commit');
  }
};

const OLD_CALL = `select outcome from post_entries(array[$1]::int[], '{2025}', '{3}', '{2025-03-10}', '{regular}', '{Alt}', '{""}', '{test}',
  '{NULL}', array['00000000-0000-4000-8000-000000000001']::uuid[], '{Test}', '{NULL}', '{NULL}', '{""}', '{false}',
  '{1,1}', '{1,2}', $2::text[], '{NULL,NULL}', '{NULL,NULL}', '{NULL,NULL}', '{100,-100}', '{"",""}', true)`;

it('clients with books get control accounts, but an account on which something is posted stays what it is', async () => {
  await query('create table schema_migration (id serial primary key, "timestamp" bigint, name text)');
  await run(0, 400);
  const client = async (key: string, own: string[]): Promise<number> => {
    const [{ id }] = (await query(
      `insert into client (key, name, short_name, kind, chart) values ($1, $1, $1, 'municipality', 'nkf-2019') returning id`,
      [key],
    )) as [{ id: number }];
    const parents = ['1659', '1711', '1712', '3511', '3512', '3513', '5241'];
    for (const number of [...parents, ...own])
      await query(
        `insert into account (client_id, number, parent, name, level, kind, side, statement_line, postable, origin)
         values ($1, $2, $3, 'x', 'konto', $4, 'debit', 'P4.5', true, $5)`,
        [
          id,
          number,
          own.includes(number) ? number.slice(0, 4) : null,
          number.startsWith('1') ? 'asset' : number.startsWith('3') ? 'liability' : 'expense',
          own.includes(number) ? 'own' : 'chart',
        ],
      );
    await query(
      `insert into fiscal_year (client_id, year, starts_on, ends_on, head) values ($1, 2025, '2025-01-01', '2025-12-31', '')`,
      [id],
    );
    await query(
      `insert into period (client_id, fiscal_year, period, starts_on, ends_on) values ($1, 2025, 3, '2025-03-01', '2025-03-31')`,
      [id],
    );
    return id;
  };
  const plain = await client('plain', []);
  const used = await client('used', ['351101', '171101']);
  const post = async (id: number, accounts: string, sql = OLD_CALL): Promise<string> =>
    ((await query(sql, [id, accounts])) as [{ outcome: string }])[0].outcome;
  expect(await post(plain, '{5241,3511}')).toBe('Posted');
  expect(await post(used, '{5241,351101}')).toBe('Posted');
  const before = await query('select content_hash, chain_hash from journal_entry order by client_id');

  await run(400, 500);

  const controls = async (id: number): Promise<string[]> =>
    (
      await query('select number, control from account where client_id = $1 and length(number) = 6 order by number', [
        id,
      ])
    ).map((row) => `${row.number} ${row.control}`);
  const all = [
    '165901 debtors',
    '171101 debtors',
    '171201 debtors',
    '351101 creditors',
    '351201 creditors',
    '351301 creditors',
  ];
  expect(await controls(plain)).toEqual(all);
  expect(await controls(used)).toEqual(all.map((one) => (one.startsWith('351101') ? '351101 null' : one)));
  expect(await query('select content_hash, chain_hash from journal_entry order by client_id')).toEqual(before);

  // What could be booked before still can, where it was booked; the new control accounts ask for an item.
  const call = OLD_CALL.replace(`'{"",""}', true)`, `'{"",""}', '{NULL,NULL}', true)`);
  expect(await post(plain, '{5241,3511}', call)).toBe('Posted');
  expect(await post(used, '{5241,351101}', call)).toBe('Posted');
  expect(await post(plain, '{5241,351101}', call)).toBe('LineRefused');
});

it('an item is due no earlier than its discount ends, and a share knows its lines', async () => {
  await run(500, 700);
  const [{ id: client }] = await query(`select id from client where key = 'plain'`);
  const document = '00000000-0000-4000-8000-0000000000d1';
  // Rows as the software before wrote them; what hangs on them does not matter here.
  await query(`set session_replication_role = replica`);
  await query(
    `insert into open_item (client_id, no, kind, partner_id, account, amount, balance, state, raised_year, raised_no, raised_on, due_on,
       discount_on, discount_amount, method, changed_by_name)
     select $1, no, 'liability', gen_random_uuid(), '351101', -100, -100, 'open', 2025, 1, '2025-03-01', due_on, '2025-03-14', 2, 'transfer', 'Anna'
     from (values (1, date '2025-03-10'), (2, date '2025-03-31')) v (no, due_on)`,
    [client],
  );
  await query(
    `insert into document (client_id, id, number, kind, state, channel, file_kind, received_at, received_by_name, coding)
     values ($1, $2, 'E-2025-000001', 'invoice', 'in-decision', 'api', 'none', now(), 'Anna', $3)`,
    [client, document, { lines: [{ share: 1 }, { share: 2 }, { share: 1 }, { share: null }] }],
  );
  await query(
    `insert into document_share (client_id, document_id, share_no, amount) select $1, $2, no, 1 from generate_series(1, 3) no`,
    [client, document],
  );
  await query(`set session_replication_role = origin`);

  await run(700, 800);

  expect(await query('select due_on::text, version from open_item order by no')).toEqual([
    { due_on: '2025-03-14', version: 2 },
    { due_on: '2025-03-31', version: 1 },
  ]);
  expect(await query('select field, before, after, by_name from open_item_change')).toEqual([
    { field: 'due_on', before: '2025-03-10', after: '2025-03-14', by_name: 'System' },
  ]);
  expect(await query('select lines from document_share order by share_no')).toEqual([
    { lines: [0, 2] },
    { lines: [1] },
    { lines: [] },
  ]);
  const safeguards = migrations.find((migration) => new migration().name === 'Safeguards1764000000700')!;
  await new safeguards().down({ query } as unknown as QueryRunner);
  await run(700, 800);
});
