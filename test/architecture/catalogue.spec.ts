import pg from 'pg';
import { catalogue } from '../../migrations/catalogue.js';
import { type TestDatabase, createTestDatabase } from '../support/database.js';

/*
 * What must hold so that every client's rows can be told apart, and could lie on another machine: client_id leads every key of a
 * client table, row-level security is on and compares it, and global tables never point at client tables.
 */
let database: TestDatabase;
let connection: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  connection = new pg.Client({ connectionString: database.adminUrl });
  await connection.connect();
});
afterAll(async () => {
  await connection.end();
  await database.drop();
});

const rows = async <R extends object>(sql: string): Promise<R[]> => (await connection.query<R>(sql)).rows;
const clientTables = Object.keys(catalogue).filter((table) => catalogue[table] === 'client');
const isClientTable = (table: string): boolean => catalogue[table] === 'client';

const OURS = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`;

it('every table of the database is in the catalogue, and nothing else', async () => {
  const tables = await rows<{ name: string }>(`select c.relname as name from pg_class c where ${OURS} order by 1`);
  expect(tables.map((table) => table.name)).toEqual(Object.keys(catalogue).sort());
});

it('every table has a primary key', async () => {
  const bare = await rows(
    `select c.relname from pg_class c where ${OURS} and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
  );
  expect(bare).toEqual([]);
});

it('client_id is there and never null in every client table', async () => {
  const tables = await rows<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and a.attnotnull
     where ${OURS} and format_type(a.atttypid, null) = 'integer'`,
  );
  const names = new Set(tables.map((table) => table.name));
  expect(clientTables.filter((table) => !names.has(table))).toEqual([]);
});

it('client_id leads every primary key, unique key and unique index of a client table', async () => {
  const leads = await rows<{ table: string; index: string; first: string }>(
    `select c.relname as table, i.indexrelid::regclass::text as index, a.attname as first from pg_index i
     join pg_class c on c.oid = i.indrelid left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where ${OURS} and i.indisunique`,
  );
  expect(leads.filter((key) => isClientTable(key.table) && key.first !== 'client_id')).toEqual([]);
});

it('client_id leads both sides of every foreign key between client tables, and no global table points at one', async () => {
  const keys = await rows<{ name: string; from: string; to: string; own: string; theirs: string; on_delete: string }>(
    `select k.conname as name, c.relname as from, t.relname as to, a.attname as own, b.attname as theirs, k.confdeltype as on_delete
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
     where ${OURS} and k.contype = 'f'`,
  );
  const wrong = keys.filter((key) => {
    if (!isClientTable(key.to)) return isClientTable(key.from) && key.to === 'client' && key.own !== 'client_id';
    return !isClientTable(key.from) || key.own !== 'client_id' || key.theirs !== 'client_id';
  });
  expect(wrong).toEqual([]);
  expect(keys.filter((key) => key.on_delete !== 'a')).toEqual([]); // no cascade, no set null: nothing disappears by itself
});

it('row-level security stands before every client table and compares client_id with one setting', async () => {
  const policies = await rows<{ name: string; enabled: boolean; roles: string | null; using: string; check: string }>(
    `select c.relname as name, c.relrowsecurity as enabled, p.polroles::regrole[]::text as roles,
       pg_get_expr(p.polqual, c.oid) as using, pg_get_expr(p.polwithcheck, c.oid) as check
     from pg_class c left join pg_policy p on p.polrelid = c.oid where ${OURS}`,
  );
  const oneClient = `(client_id = (NULLIF(current_setting('app.client_id'::text, true), ''::text))::integer)`;
  // The posting function alone takes entries of several clients in one call; its owner sees just those.
  const posting = `(strpos(current_setting('app.posting_clients'::text, true), ((','::text || client_id) || ','::text)) > 0)`;
  const names = [...new Set(policies.map((policy) => policy.name))].filter(isClientTable);
  for (const name of names) {
    const own = policies.filter((policy) => policy.name === name);
    expect(own).toContainEqual({ name, enabled: true, roles: '{-}', using: oneClient, check: oneClient });
    const further = own.filter((policy) => policy.roles !== '{-}');
    if (further.length > 0) {
      expect(further).toEqual([{ name, enabled: true, roles: '{finanz_writer}', using: posting, check: posting }]);
    }
  }
});

it('neither the application nor the writer of the journal owns a table or may bypass row-level security', async () => {
  const owned = await rows(
    `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
     where ${OURS} and r.rolname in ('finanz_app', 'finanz_writer', 'finanz_auditor')`,
  );
  expect(owned).toEqual([]);
  const powerful = await rows(
    `select rolname from pg_roles where rolname like 'finanz\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  );
  expect(powerful).toEqual([]);
});
