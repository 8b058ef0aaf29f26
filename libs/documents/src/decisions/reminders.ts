import type { ClientTx, Database } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import { changeDocument, lockDocument, recordDocumentEvent, SYSTEM_PERSON } from '../document/document.store.js';
import type { StepKey } from '../workflow/workflow.js';
import { holdersOf } from './people.js';

/** How many tasks one transaction reminds of; the rest follow in the next. */
const AT_ONCE = 200;

/**
 * Writes each reminder that is due, once, and hands tasks whose deadline passed long enough ago to whoever the workflow names
 * besides: the deputies of those asked, or a role. Several instances may run this at once.
 */
export async function remindAndEscalate(
  database: Database,
  clientId: number,
  today: LocalDate,
  now: Date,
): Promise<{ reminded: number; escalated: number }> {
  const total = { reminded: 0, escalated: 0 };
  for (;;) {
    const done = await database.inClient(clientId, (tx) => once(tx, today, now));
    total.reminded += done.reminded;
    total.escalated += done.escalated;
    if (done.reminded + done.escalated < AT_ONCE) return total;
  }
}

interface DueTask {
  documentId: string;
  no: number;
  step: StepKey;
  share: number | null;
  dueOn: LocalDate;
  assignedTo: string[];
  escalateTo: string | null;
  escalates: boolean;
}

async function once(tx: ClientTx, today: LocalDate, now: Date): Promise<{ reminded: number; escalated: number }> {
  const due = await tx.query<DueTask>(
    `select document_id as "documentId", task_no as no, step, share_no as share, due_on as "dueOn", assigned_to as "assignedTo",
       escalate_to as "escalateTo", escalate_on <= $2::date and escalated_at is null as escalates
     from document_task
     where client_id = $1 and state = 'open' and (remind_on <= $2::date and reminded_at is null
       or escalate_on <= $2::date and escalated_at is null)
     order by due_on, document_id, task_no limit ${AT_ONCE} for update skip locked`,
    [tx.clientId, today],
  );
  let escalated = 0;
  for (const task of due) {
    await tx.query(
      `update document_task set reminded_at = coalesce(reminded_at, $4), escalated_at = case when $5 then $4 else escalated_at end
       where client_id = $1 and document_id = $2 and task_no = $3`,
      [tx.clientId, task.documentId, task.no, now, task.escalates],
    );
    const detail = { step: task.step, dueOn: task.dueOn, ...(task.share !== null && { share: task.share }) };
    const event = { documentId: task.documentId, by: SYSTEM_PERSON };
    if (!task.escalates) {
      await recordDocumentEvent(tx, { ...event, kind: 'reminded', detail });
      continue;
    }
    escalated++;
    const document = await lockDocument(tx, task.documentId);
    const further =
      task.escalateTo === 'deputy'
        ? await deputiesOf(tx, task.assignedTo, today)
        : await holdersOf(tx, [task.escalateTo!], today);
    await changeDocument(tx, task.documentId, { assignees: [...new Set([...document.assignees, ...further])] });
    await recordDocumentEvent(tx, { ...event, kind: 'escalated', detail: { ...detail, to: task.escalateTo } });
  }
  return { reminded: due.length - escalated, escalated };
}

async function deputiesOf(tx: ClientTx, people: readonly string[], day: LocalDate): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct deputy_user_id as id from deputy where user_id = any ($2::uuid[]) and (client_id is null or client_id = $1)
       and $3::date between valid_from and valid_to`,
    [tx.clientId, people, day],
  );
  return rows.map((row) => row.id);
}
