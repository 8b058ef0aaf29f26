import { type Actor, recordEvent } from '@lib/access';
import { changeRow } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import { DECIDING_ROLES } from '../decisions/people.js';
import { decisionProblems } from '../decisions/problems.js';

/** Somebody answers for the budget of a product and everything below it, or heads a department. */
export interface Responsibility {
  id: string;
  kind: 'budget-holder' | 'department-head';
  /** Product or department code. */
  key: string;
  user: { id: string; name: string };
  validFrom: LocalDate;
  validTo: LocalDate | null;
  version: number;
}

const SELECT = `select r.id, r.kind, r.key, jsonb_build_object('id', r.user_id, 'name', coalesce(u.display_name, '–')) as "user",
    r.valid_from as "validFrom", r.valid_to as "validTo", r.version
  from responsibility r left join user_account u on u.id = r.user_id`;

export function responsibilities(tx: ClientTx): Promise<Responsibility[]> {
  return tx.query(`${SELECT} where r.client_id = $1 order by r.kind, r.key collate "C", r.valid_from desc, r.id`, [
    tx.clientId,
  ]);
}

/** @throws Problem ResponsibilityUnknown, NotForwardable when the person may not decide at this client */
export async function addResponsibility(
  tx: ClientTx,
  wish: { kind: Responsibility['kind']; key: string; userId: string; validFrom: LocalDate },
  by: Actor,
): Promise<Responsibility> {
  // Whoever names somebody for the same at the same time waits: one answers for it at a time.
  const [known] = await tx.query(
    wish.kind === 'budget-holder'
      ? 'select 1 from product where client_id = $1 and code = $2 for no key update'
      : 'select 1 from department where client_id = $1 and code = $2 for no key update',
    [tx.clientId, wish.key],
  );
  if (!known) throw decisionProblems.ResponsibilityUnknown({ value: wish.key }, '/key');
  const [person] = await tx.query(
    `select 1 from role_assignment where user_id = $2 and (client_id is null or client_id = $1) and role = any ($3) limit 1`,
    [tx.clientId, wish.userId, DECIDING_ROLES],
  );
  if (!person) throw decisionProblems.NotForwardable({}, '/userId');
  // Whoever answered for it before does so until the day before.
  await tx.query(
    `update responsibility set valid_to = $4::date - 1, version = version + 1
     where client_id = $1 and kind = $2 and key = $3 and (valid_to is null or valid_to >= $4::date) and valid_from <= $4::date`,
    [tx.clientId, wish.kind, wish.key, wish.validFrom],
  );
  const [row] = await tx.query<{ id: string }>(
    `insert into responsibility (client_id, kind, key, user_id, valid_from, created_by) values ($1, $2, $3, $4, $5, $6) returning id`,
    [tx.clientId, wish.kind, wish.key, wish.userId, wish.validFrom, by.userId],
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'responsibility.create',
    resource: `clients/${tx.clientId}/responsibilities/${row!.id}`,
    detail: { ...wish },
  });
  const [added] = await tx.query<Responsibility>(`${SELECT} where r.client_id = $1 and r.id = $2`, [
    tx.clientId,
    row!.id,
  ]);
  return added!;
}

/** @throws Problem NotFound, VersionConflict */
export async function endResponsibility(
  tx: ClientTx,
  id: string,
  wish: { version: number; validTo: LocalDate },
  by: Actor,
): Promise<Responsibility> {
  await changeRow(tx, { table: 'responsibility', key: { client_id: tx.clientId, id } }, wish.version, {
    valid_to: wish.validTo,
  });
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'responsibility.end',
    resource: `clients/${tx.clientId}/responsibilities/${id}`,
    detail: { validTo: wish.validTo },
  });
  const [row] = await tx.query<Responsibility>(`${SELECT} where r.client_id = $1 and r.id = $2`, [tx.clientId, id]);
  return row!;
}

/**
 * Who answers for the budgets of products on a day: the holder of the product itself, else of the product above it.
 * @returns by product; products that nobody answers for are missing
 */
export async function budgetHolders(
  tx: ClientTx,
  products: readonly string[],
  day: LocalDate,
): Promise<Map<string, string>> {
  if (products.length === 0) return new Map();
  const rows = await tx.query<{ product: string; holder: string }>(
    `with recursive above as (
       select code as product, code, parent, 0 as depth from product where client_id = $1 and code = any ($2)
       union all
       select a.product, p.code, p.parent, a.depth + 1 from above a join product p on p.client_id = $1 and p.code = a.parent
       where a.depth < 8
     )
     select distinct on (a.product) a.product, r.user_id as holder
     from above a
     join responsibility r on r.client_id = $1 and r.kind = 'budget-holder' and r.key = a.code
       and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to >= $3::date)
     join user_account u on u.id = r.user_id and u.active
     order by a.product, a.depth, r.valid_from desc`,
    [tx.clientId, products, day],
  );
  return new Map(rows.map((row) => [row.product, row.holder]));
}

/** The head of a department on a day, or undefined. */
export async function departmentHead(tx: ClientTx, department: string, day: LocalDate): Promise<string | undefined> {
  const [row] = await tx.query<{ holder: string }>(
    `select r.user_id as holder from responsibility r join user_account u on u.id = r.user_id and u.active
     where r.client_id = $1 and r.kind = 'department-head' and r.key = $2
       and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to >= $3::date)
     order by r.valid_from desc limit 1`,
    [tx.clientId, department, day],
  );
  return row?.holder;
}
