import { type Actor, recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import { changeRow } from '../change-row.js';
import { refuseDuplicate } from '../refuse-duplicate.js';

export interface CostCentre {
  code: string;
  name: string;
  locked: boolean;
  version: number;
}

const COLUMNS = 'code, name, locked, version';

export function listCostCentres(tx: ClientTx): Promise<CostCentre[]> {
  return tx.query(`select ${COLUMNS} from cost_centre where client_id = $1 order by code collate "C"`, [tx.clientId]);
}

/** @throws Problem NotFound */
export async function costCentreOf(tx: ClientTx, code: string): Promise<CostCentre> {
  const [found] = await tx.query<CostCentre>(`select ${COLUMNS} from cost_centre where client_id = $1 and code = $2`, [
    tx.clientId,
    code,
  ]);
  if (!found) throw problems.NotFound();
  return found;
}

/** @throws Problem AlreadyExists */
export async function addCostCentre(
  tx: ClientTx,
  wish: { code: string; name: string },
  by: Actor,
): Promise<CostCentre> {
  await refuseDuplicate(wish.code, '/code', () =>
    tx.query('insert into cost_centre (client_id, code, name) values ($1, $2, $3)', [
      tx.clientId,
      wish.code,
      wish.name.trim(),
    ]),
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'cost-centre.create',
    resource: `clients/${tx.clientId}/cost-centres/${wish.code}`,
    detail: { name: wish.name },
  });
  return costCentreOf(tx, wish.code);
}

/** @throws Problem NotFound, VersionConflict */
export async function changeCostCentre(
  tx: ClientTx,
  code: string,
  { version, ...change }: { version: number; name?: string; locked?: boolean },
  by: Actor,
): Promise<CostCentre> {
  await changeRow(tx, { table: 'cost_centre', key: { client_id: tx.clientId, code } }, version, {
    name: change.name?.trim(),
    locked: change.locked,
  });
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'cost-centre.change',
    resource: `clients/${tx.clientId}/cost-centres/${code}`,
    detail: { ...change },
  });
  return costCentreOf(tx, code);
}
