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
