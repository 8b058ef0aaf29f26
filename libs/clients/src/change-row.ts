import { problems } from '@lib/kernel';
import type { Tx } from '@lib/database';

/** The row, named by its key columns; the first is always the client. */
export interface RowKey {
  table: string;
  key: Record<string, unknown>;
}

/**
 * Changes columns of one row if it still has the version that was read. Table and columns come from this program, never from a request.
 * @param changes by column; undefined stays as it is
 * @throws Problem VersionConflict, or NotFound when there is no such row
 */
export async function changeRow(
  tx: Tx,
  { table, key }: RowKey,
  version: number,
  changes: Record<string, unknown>,
): Promise<void> {
  const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
  const keys = Object.entries(key);
  const params = [...columns.map(([, value]) => value), ...keys.map(([, value]) => value), version];
  const set = [...columns.map(([column], index) => `${column} = $${index + 1}`), 'version = version + 1'].join(', ');
  const where = keys.map(([column], index) => `${column} = $${columns.length + index + 1}`).join(' and ');
  const changed = await tx.query(
    `update ${table} set ${set} where ${where} and version = $${params.length} returning 1`,
    params,
  );
  if (changed.length > 0) return;
  const [row] = await tx.query<{ version: number }>(
    `select version from ${table} where ${keys.map(([column], index) => `${column} = $${index + 1}`).join(' and ')}`,
    keys.map(([, value]) => value),
  );
  if (!row) throw problems.NotFound();
  throw problems.VersionConflict({ current: row.version, given: version });
}
