import type { ClientTx, Tx } from '@lib/database';
import { parseLeitwegId } from '@lib/einvoice';
import { problems } from '@lib/kernel';
import { nameKey, vatIdKey } from '../document/supplier-identity.js';
import { documentProblems } from '../problems.js';
import { type FindClients, type RouteKind, routeKey } from './route.js';

export interface Route {
  id: string;
  kind: RouteKind;
  value: string;
  department: string | null;
  note: string;
  active: boolean;
  version: number;
}

export interface Department {
  code: string;
  name: string;
  email: string | null;
  active: boolean;
  version: number;
}

const ROUTE = 'id, kind, value, department, note, active, version';
const DEPARTMENT = 'code, name, email, active, version';

export function listDepartments(tx: ClientTx): Promise<Department[]> {
  return tx.query(`select ${DEPARTMENT} from department where client_id = $1 order by code`, [tx.clientId]);
}

/** @throws Problem AlreadyExists */
export async function addDepartment(
  tx: ClientTx,
  wish: { code: string; name: string; email?: string | null },
): Promise<Department> {
  const [row] = await tx.query<Department>(
    `insert into department (client_id, code, name, email) values ($1, $2, $3, $4) on conflict do nothing returning ${DEPARTMENT}`,
    [tx.clientId, wish.code, wish.name, wish.email ?? null],
  );
  if (!row) throw problems.AlreadyExists({ value: wish.code }, '/code');
  return row;
}

/** @throws Problem NotFound, VersionConflict */
export async function changeDepartment(
  tx: ClientTx,
  code: string,
  wish: { name?: string; email?: string | null; active?: boolean; version: number },
): Promise<Department> {
  const [now] = await tx.query<Department>(
    `select ${DEPARTMENT} from department where client_id = $1 and code = $2 for update`,
    [tx.clientId, code],
  );
  if (!now) throw problems.NotFound();
  if (now.version !== wish.version)
    throw problems.VersionConflict({ current: now.version, given: wish.version }, '/version');
  const [row] = await tx.query<Department>(
    `update department set name = $3, email = $4, active = $5, version = version + 1 where client_id = $1 and code = $2
     returning ${DEPARTMENT}`,
    [
      tx.clientId,
      code,
      wish.name ?? now.name,
      wish.email === undefined ? now.email : wish.email,
      wish.active ?? now.active,
    ],
  );
  return row!;
}

/** @throws Problem DepartmentUnknown when there is none of that code, or it is inactive */
export async function requireDepartment(tx: ClientTx, code: string, pointer = '/department'): Promise<void> {
  const rows = await tx.query('select 1 from department where client_id = $1 and code = $2 and active', [
    tx.clientId,
    code,
  ]);
  if (rows.length === 0) throw documentProblems.DepartmentUnknown({ value: code }, pointer);
}

export function listRoutes(tx: ClientTx): Promise<Route[]> {
  return tx.query(`select ${ROUTE} from route where client_id = $1 order by kind, value, id`, [tx.clientId]);
}

/**
 * Adds an address of the client. An address leads to one client of the centre only: the key table, which holds nothing but keys, refuses
 * a second.
 * @throws Problem RouteTaken, AlreadyExists, LeitwegIdInvalid, DepartmentUnknown
 */
export async function addRoute(
  tx: ClientTx,
  wish: { kind: RouteKind; value: string; department?: string | null; note?: string },
  by: string | null,
): Promise<Route> {
  const value = wish.value.trim();
  if (wish.kind === 'leitweg-id') {
    const { valid, expectedCheck } = parseLeitwegId(value);
    if (!valid) throw documentProblems.LeitwegIdInvalid({ value, check: expectedCheck }, '/value');
  }
  const key = routeKey(wish.kind, value);
  if (key === null) throw problems.InvalidField({ reason: 'value' }, '/value');
  if (wish.department) await requireDepartment(tx, wish.department);
  const [row] = await tx.query<Route>(
    `insert into route (client_id, kind, value, key, department, note, created_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning ${ROUTE}`,
    [tx.clientId, wish.kind, value, key, wish.department ?? null, wish.note ?? '', by],
  );
  if (!row) throw problems.AlreadyExists({ value }, '/value');
  await claim(tx, wish.kind, key, value);
  return row;
}

/** @throws Problem NotFound, VersionConflict, RouteTaken (activated again while another client has it) */
export async function changeRoute(
  tx: ClientTx,
  id: string,
  wish: { department?: string | null; note?: string; active?: boolean; version: number },
): Promise<Route> {
  const [now] = await tx.query<Route & { key: string }>(
    `select ${ROUTE}, key from route where client_id = $1 and id = $2 for update`,
    [tx.clientId, id],
  );
  if (!now) throw problems.NotFound();
  if (now.version !== wish.version)
    throw problems.VersionConflict({ current: now.version, given: wish.version }, '/version');
  if (wish.department) await requireDepartment(tx, wish.department);
  const active = wish.active ?? now.active;
  if (active && !now.active) await claim(tx, now.kind, now.key, now.value);
  if (!active && now.active) {
    await tx.query('delete from route_key where kind = $1 and key = $2 and client_id = $3', [
      now.kind,
      now.key,
      tx.clientId,
    ]);
  }
  const [row] = await tx.query<Route>(
    `update route set department = $3, note = $4, active = $5, version = version + 1 where client_id = $1 and id = $2
     returning ${ROUTE}`,
    [tx.clientId, id, wish.department === undefined ? now.department : wish.department, wish.note ?? now.note, active],
  );
  return row!;
}

async function claim(tx: ClientTx, kind: RouteKind, key: string, value: string): Promise<void> {
  const rows = await tx.query(
    'insert into route_key (kind, key, client_id) values ($1, $2, $3) on conflict do nothing returning 1',
    [kind, key, tx.clientId],
  );
  if (rows.length === 0) throw documentProblems.RouteTaken({ value }, '/value');
}

/** The department to which one of the client's own addresses leads. */
export async function departmentOf(tx: ClientTx, kind: RouteKind, key: string): Promise<string | null> {
  const [row] = await tx.query<{ department: string | null }>(
    `select r.department from route r join department d on d.client_id = r.client_id and d.code = r.department and d.active
     where r.client_id = $1 and r.kind = $2 and r.key = $3 and r.active`,
    [tx.clientId, kind, key],
  );
  return row?.department ?? null;
}

/** How many Leitweg-IDs the client has registered. */
export async function ownLeitwegIds(tx: ClientTx): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from route where client_id = $1 and kind = 'leitweg-id' and active`,
    [tx.clientId],
  );
  return row!.n;
}

/**
 * Looks up addresses among the keys of all clients and, for VAT ids, names and mailboxes, among what the centre knows of its clients
 * anyway. Answers ids of clients and nothing else.
 */
export function finder(tx: Tx): FindClients {
  let clients: Promise<{ id: number; name: string; shortName: string; vatId: string | null; email: string | null }[]>;
  return async (kind, key) => {
    const rows = await tx.query<{ clientId: number }>(
      'select client_id as "clientId" from route_key where kind = $1 and key = $2',
      [kind, key],
    );
    const found = new Set(rows.map((row) => row.clientId));
    if (found.size === 0 && kind !== 'leitweg-id') {
      clients ??= tx.query('select id, name, short_name as "shortName", vat_id as "vatId", email from client');
      for (const client of await clients) {
        const own =
          kind === 'vat-id'
            ? [vatIdKey(client.vatId)]
            : kind === 'email'
              ? [client.email?.toLowerCase() ?? null]
              : [nameKey(client.name), nameKey(client.shortName)];
        if (own.includes(key)) found.add(client.id);
      }
    }
    return [...found].sort((a, b) => a - b);
  };
}
