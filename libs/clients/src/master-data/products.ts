import { type Actor, recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import { changeRow } from '../change-row.js';
import { clientProblems } from '../problems.js';
import { refuseDuplicate } from '../refuse-duplicate.js';

/** A product area, group or product of one client (§ 4 KomHVO NRW). */
export interface Product {
  code: string;
  name: string;
  parent: string | null;
  level: 'produktbereich' | 'produktgruppe' | 'produkt';
  postable: boolean;
  locked: boolean;
  /** `frame`: of the NRW product frame; `own`: added by the client. */
  origin: 'frame' | 'own';
  version: number;
}

const COLUMNS = 'code, name, parent, level, postable, locked, origin, version';

/** The client's products by code: of each area its groups, of each group its products. */
export function listProducts(tx: ClientTx, filter: { postable?: boolean } = {}): Promise<Product[]> {
  return tx.query(
    `with recursive tree as (
       select p.*, array[code collate "C"] as path from product p where client_id = $1 and parent is null
       union all
       select p.*, path || p.code collate "C" from product p join tree t on p.client_id = t.client_id and p.parent = t.code
       where p.client_id = $1
     )
     select ${COLUMNS} from tree where $2::boolean is null or (postable and not locked) = $2 order by path`,
    [tx.clientId, filter.postable ?? null],
  );
}

/** @throws Problem NotFound */
export async function productOf(tx: ClientTx, code: string): Promise<Product> {
  const [product] = await tx.query<Product>(`select ${COLUMNS} from product where client_id = $1 and code = $2`, [
    tx.clientId,
    code,
  ]);
  if (!product) throw problems.NotFound();
  return product;
}

export interface ProductWish {
  code: string;
  name: string;
  /** Absent: the code before the last dot. */
  parent?: string;
}

/**
 * Adds a product below a group, or below another product: `541.01` below `541`.
 * @throws Problem ParentProductUnknown, ProductCodeOutsideParent, AlreadyExists
 */
export async function addProduct(tx: ClientTx, wish: ProductWish, by: Actor): Promise<Product> {
  const parentCode = wish.parent ?? wish.code.replace(/\.[^.]*$/, '');
  const at = wish.parent === undefined ? '/code' : '/parent';
  const [parent] = await tx.query<Product>(`select ${COLUMNS} from product where client_id = $1 and code = $2`, [
    tx.clientId,
    parentCode,
  ]);
  if (!parent || parent.code === wish.code) throw clientProblems.ParentProductUnknown({ value: parentCode }, at);
  if (!/^\d{2,3}(\.[0-9A-Za-z]{1,12}){1,3}$/.test(wish.code) || !wish.code.startsWith(`${parent.code}.`)) {
    throw clientProblems.ProductCodeOutsideParent({ value: wish.code, parent: parent.code }, '/code');
  }
  await refuseDuplicate(wish.code, '/code', () =>
    tx.query(
      `insert into product (client_id, code, parent, name, level, origin) values ($1, $2, $3, $4, 'produkt', 'own')`,
      [tx.clientId, wish.code, parent.code, wish.name.trim()],
    ),
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'product.create',
    resource: `clients/${tx.clientId}/products/${wish.code}`,
    detail: { name: wish.name, parent: parent.code },
  });
  return productOf(tx, wish.code);
}

/** What published sums are booked on: nobody knows to which products they belong. Shown as a Teilrechnung of its own. */
export const UNASSIGNED_PRODUCT = '999';

/** Adds the product for what belongs to none, unless it is there. */
export async function ensureUnassignedProduct(tx: ClientTx): Promise<void> {
  await tx.query(
    `insert into product (client_id, code, name, level, origin)
     select c.id, $2, 'Nicht zugeordnet', 'produktbereich', 'own' from client c where c.id = $1
     on conflict (client_id, code) do nothing`,
    [tx.clientId, UNASSIGNED_PRODUCT],
  );
}

/** @throws Problem NotFound, VersionConflict */
export async function changeProduct(
  tx: ClientTx,
  code: string,
  { version, ...change }: { version: number; name?: string; locked?: boolean },
  by: Actor,
): Promise<Product> {
  await changeRow(tx, { table: 'product', key: { client_id: tx.clientId, code } }, version, {
    name: change.name?.trim(),
    locked: change.locked,
  });
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'product.change',
    resource: `clients/${tx.clientId}/products/${code}`,
    detail: { ...change },
  });
  return productOf(tx, code);
}
