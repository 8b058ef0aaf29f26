import type { Tx } from '@lib/database';
import { belongsToProduct, type Chart } from '../chart/chart.js';
import { CONTROL_ACCOUNTS, TAX_ACCOUNTS } from '../chart/control-accounts.js';
import type { Client } from './client.js';
import type { SettingSeed } from './template.js';

const COLUMNS = `id, uuid, key, name, short_name as "shortName", kind, official_key as "officialKey",
  parent_client_id as "parentClientId", address, email, phone, creditor_identifier as "creditorIdentifier", vat_id as "vatId",
  vat_status as "vatStatus", colour, arms, chart, version, created_at as "createdAt"`;

/** The clients with these ids by name, or all. */
export function listClients(tx: Tx, ids: readonly number[] | null): Promise<Client[]> {
  return tx.query(`select ${COLUMNS} from client where $1::int[] is null or id = any ($1) order by name, id`, [ids]);
}

export async function findClient(tx: Tx, id: number): Promise<Client | undefined> {
  const [client] = await tx.query<Client>(`select ${COLUMNS} from client where id = $1`, [id]);
  return client;
}

type NewClient = Omit<Client, 'id' | 'uuid' | 'version' | 'createdAt'>;

export async function insertClient(tx: Tx, client: NewClient): Promise<Client> {
  const [row] = await tx.query<Client>(
    `insert into client (key, name, short_name, kind, official_key, parent_client_id, address, email, phone, creditor_identifier,
       vat_id, vat_status, colour, arms, chart)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning ${COLUMNS}`,
    [
      client.key,
      client.name,
      client.shortName,
      client.kind,
      client.officialKey,
      client.parentClientId,
      JSON.stringify(client.address),
      client.email,
      client.phone,
      client.creditorIdentifier,
      client.vatId,
      client.vatStatus,
      client.colour,
      client.arms,
      client.chart,
    ],
  );
  return row!;
}

/**
 * From here on the transaction belongs to the client that was created in it. Opened for the centre, it saw no client's rows
 * so far; the setting ends with the transaction.
 */
export async function bindTo(tx: Tx, clientId: number): Promise<void> {
  await tx.query(`SET LOCAL app.client_id = '${Math.trunc(clientId)}'`);
}

// Row-level security on distributed tables refuses a plain INSERT … SELECT FROM unnest(): the client's row is joined.

/** Writes the whole chart, the control accounts and the product frame of a version into a client's books. */
export async function insertChart(tx: Tx, clientId: number, { accounts, products }: Chart): Promise<void> {
  const own = [...CONTROL_ACCOUNTS, ...TAX_ACCOUNTS];
  const column = <T, K extends keyof T>(rows: readonly T[], key: K): T[K][] => rows.map((row) => row[key]);
  await tx.query(
    `insert into account (client_id, number, parent, name, level, kind, side, statement_line, default_cash_account, postable, liquid,
       product_required, origin)
     select c.id, u.*, 'chart' from client c, unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::boolean[], $11::boolean[], $12::boolean[]) u where c.id = $1`,
    [
      clientId,
      column(accounts, 'number'),
      column(accounts, 'parent'),
      column(accounts, 'name'),
      column(accounts, 'level'),
      column(accounts, 'kind'),
      column(accounts, 'side'),
      column(accounts, 'statementLine'),
      column(accounts, 'defaultCashAccount'),
      column(accounts, 'postable'),
      column(accounts, 'liquid'),
      accounts.map((account) => belongsToProduct(account.kind)),
    ],
  );
  await tx.query(
    `insert into account (client_id, number, parent, name, level, kind, side, statement_line, default_cash_account, postable, liquid,
       product_required, origin, control)
     select p.client_id, u.number, p.number, u.name, 'konto', p.kind, p.side, p.statement_line, p.default_cash_account, true, false,
       false, 'own', u.control
     from account p join unnest($2::text[], $3::text[], $4::text[], $5::text[]) u (number, parent, name, control) on u.parent = p.number
     where p.client_id = $1`,
    [clientId, column(own, 'number'), column(own, 'parent'), column(own, 'name'), column(own, 'control')],
  );
  await tx.query(
    `insert into product (client_id, code, parent, name, level, origin)
     select c.id, u.*, 'frame' from client c, unnest($2::text[], $3::text[], $4::text[], $5::text[]) u where c.id = $1`,
    [
      clientId,
      column(products, 'code'),
      column(products, 'parent'),
      column(products, 'name'),
      column(products, 'level'),
    ],
  );
}

export async function insertSettings(tx: Tx, clientId: number, settings: readonly SettingSeed[]): Promise<void> {
  await tx.query(
    `insert into client_setting (client_id, key, valid_from, value, source)
     select c.id, u.* from client c, unnest($2::text[], $3::date[], $4::jsonb[], $5::text[]) u where c.id = $1`,
    [
      clientId,
      settings.map((setting) => setting.key),
      settings.map((setting) => setting.validFrom),
      settings.map((setting) => JSON.stringify(setting.value)),
      settings.map((setting) => setting.source),
    ],
  );
}
