import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ClientTx, Tx } from '@lib/database';
import { EXIT_TABLES } from './exit-tables.js';

interface Person {
  id: string;
  userName: string;
  displayName: string;
}

/** The people whom the client's rows name: who posted, decided, was asked. Their names, and no secret of theirs. */
export async function peopleOf(tx: ClientTx): Promise<Person[]> {
  const columns = await tx.query<{ table: string; column: string; many: boolean }>(
    `select c.relname as table, a.attname as column, a.atttypid = 'uuid[]'::regtype as many from pg_attribute a
       join pg_class c on c.oid = a.attrelid and c.relnamespace = 'public'::regnamespace
     where c.relname = any ($1) and a.attnum > 0 and not a.attisdropped and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
     order by 1, a.attnum`,
    [EXIT_TABLES.filter((table) => table.way !== 'evidence').map((table) => table.name)],
  );
  const named = columns.map(
    ({ table, column, many }) =>
      `select ${many ? `unnest("${column}")` : `"${column}"`} as id from ${table} where client_id = $1`,
  );
  return tx.query<Person>(
    `select id, user_name as "userName", display_name as "displayName" from user_account
     where id in (select id from (${named.join(' union ')}) named) order by user_name`,
    [tx.clientId],
  );
}

/**
 * Lets the people of a package be known by name. Whoever is not here gets a closed account without password or role: nobody signs in
 * with it before an administrator has opened it and given it roles.
 * @returns how many were not here
 */
export async function takeInPeople(tx: Tx, folder: string): Promise<number> {
  let added = 0;
  const file = createReadStream(path.join(folder, 'people.jsonl'));
  for await (const line of createInterface({ input: file, crlfDelay: Infinity })) {
    const { id, userName, displayName } = JSON.parse(line) as Person;
    const rows = await tx.query(
      `insert into user_account (id, user_name, display_name, active)
       select $1::uuid, case when exists (select from user_account where user_name = $2) then left($2, 50) || '-' || left($1::uuid::text, 8) else $2 end,
         $3, false
       where not exists (select from user_account where id = $1::uuid) returning 1`,
      [id, userName, displayName],
    );
    added += rows.length;
  }
  return added;
}
