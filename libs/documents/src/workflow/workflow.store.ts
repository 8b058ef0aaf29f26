import { type Actor, recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { type FieldRefusal, type LocalDate, problems } from '@lib/kernel';
import { refused } from '@lib/ledger';
import { whoMayTake } from '../decisions/people.js';
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
 * Adds a version from a day on, today at the earliest. Running cases keep theirs. Whoever did not see the newest version is told
 * so; people who are named may take their step today.
 * @throws Problem VersionConflict, WorkflowInThePast, NotForwardable
 */
export async function addWorkflow(
  tx: ClientTx,
  wish: { steps: readonly WorkflowStep[]; validFrom: LocalDate; note: string; seen: number },
  by: Actor & { displayName: string },
  today: LocalDate,
): Promise<StoredWorkflow> {
  if (wish.validFrom < today) throw decisionProblems.WorkflowInThePast({ today }, '/validFrom');
  // Of two people who change it at once the second sees what the first decided.
  await tx.query('select 1 from client where id = $1 for no key update', [tx.clientId]);
  const [newest] = await workflowVersions(tx);
  if (newest!.version !== wish.seen)
    throw problems.VersionConflict({ current: newest!.version, given: wish.seen }, '/version');
  const strangers: FieldRefusal[] = [];
  for (const [index, { step, assignment }] of wish.steps.entries()) {
    if (assignment.to !== 'people') continue;
    const known = await whoMayTake(tx, step, assignment.people, today);
    assignment.people.forEach((person, place) => {
      if (!known.has(person))
        strangers.push({ pointer: `/steps/${index}/assignment/people/${place}`, code: 'NotForwardable', params: {} });
    });
  }
  if (strangers.length > 0) throw refused(strangers);
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
