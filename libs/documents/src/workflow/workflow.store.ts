import { type Actor, recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import { decisionProblems } from '../decisions/problems.js';
import type { Workflow, WorkflowStep } from './workflow.js';

export interface StoredWorkflow extends Workflow {
  note: string;
  decidedByName: string;
  decidedAt: string;
}

const COLUMNS = `version, valid_from as "validFrom", steps, note, decided_by_name as "decidedByName", decided_at as "decidedAt"`;

/** The workflow with which a document sets out on a day: of those valid, the one decided on last. */
export async function workflowOn(tx: ClientTx, day: LocalDate): Promise<StoredWorkflow> {
  const [row] = await tx.query<StoredWorkflow>(
    `select ${COLUMNS} from workflow where client_id = $1 and valid_from <= $2::date order by valid_from desc, version desc limit 1`,
    [tx.clientId, day],
  );
  if (!row) throw new Error(`client ${tx.clientId} has no workflow`);
  return row;
}

/** Every version there has been and will be, the newest first. */
export function workflowVersions(tx: ClientTx): Promise<StoredWorkflow[]> {
  return tx.query(`select ${COLUMNS} from workflow where client_id = $1 order by version desc`, [tx.clientId]);
}

/**
 * Adds a version from a day on, today at the earliest. Running cases keep theirs.
 * @throws Problem WorkflowInThePast
 */
export async function addWorkflow(
  tx: ClientTx,
  wish: { steps: readonly WorkflowStep[]; validFrom: LocalDate; note: string },
  by: Actor & { displayName: string },
  today: LocalDate,
): Promise<StoredWorkflow> {
  if (wish.validFrom < today) throw decisionProblems.WorkflowInThePast({ today }, '/validFrom');
  // Two people changing it at once get two versions, one after the other.
  await tx.query('select 1 from client where id = $1 for share', [tx.clientId]);
  const [row] = await tx.query<StoredWorkflow>(
    `insert into workflow (client_id, version, valid_from, steps, note, decided_by, decided_by_name)
     values ($1, (select coalesce(max(version), 0) + 1 from workflow where client_id = $1), $2, $3, $4, $5, $6) returning ${COLUMNS}`,
    [tx.clientId, wish.validFrom, JSON.stringify(wish.steps), wish.note, by.userId, by.displayName],
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'workflow.change',
    resource: `clients/${tx.clientId}/workflow/${row!.version}`,
    detail: { validFrom: wish.validFrom, note: wish.note },
  });
  return row!;
}
