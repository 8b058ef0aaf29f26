import type { ClientTx, Database } from '@lib/database';
import type { Language, LocalDate } from '@lib/kernel';
import { changeDocument, lockDocument, recordDocumentEvent, SYSTEM_PERSON } from '../document/document.store.js';
import { keepLetter } from '../letters/letters.store.js';
import type { StepKey } from '../workflow/workflow.js';
import { holdersOf } from './people.js';
import { reminderLetter } from './reminder-letter.js';

/** How many tasks one transaction reminds of; the rest follow in the next. */
const AT_ONCE = 200;

/**
 * Writes each reminder that is due, once, and hands tasks whose deadline passed long enough ago to whoever the workflow names
 * besides: the deputies of those asked, or a role. Several instances may run this at once.
 * @param options.mail put a letter to each person concerned who has a mail address into the outbox
 */
export async function remindAndEscalate(
  database: Database,
  clientId: number,
  today: LocalDate,
  now: Date,
  options: { mail: boolean } = { mail: false },
): Promise<{ reminded: number; escalated: number }> {
  const total = { reminded: 0, escalated: 0 };
  for (;;) {
    const done = await database.inClient(clientId, (tx) => once(tx, today, now, options.mail));
    total.reminded += done.reminded;
    total.escalated += done.escalated;
    if (done.reminded + done.escalated < AT_ONCE) return total;
  }
}

interface DueTask {
  documentId: string;
  number: string;
  no: number;
  step: StepKey;
  share: number | null;
  dueOn: LocalDate;
  assignedTo: string[];
  role: string | null;
  escalateTo: string | null;
  escalates: boolean;
}

async function once(
  tx: ClientTx,
  today: LocalDate,
  now: Date,
  mail: boolean,
): Promise<{ reminded: number; escalated: number }> {
  const due = await tx.query<DueTask>(
    `select t.document_id as "documentId", d.number, t.task_no as no, t.step, t.share_no as share, t.due_on as "dueOn",
       t.assigned_to as "assignedTo", t.role, t.escalate_to as "escalateTo",
       t.escalate_on <= $2::date and t.escalated_at is null as escalates
     from document_task t join document d on d.client_id = t.client_id and d.id = t.document_id
     where t.client_id = $1 and t.state = 'open' and (t.remind_on <= $2::date and t.reminded_at is null
       or t.escalate_on <= $2::date and t.escalated_at is null)
     order by t.due_on, t.document_id, t.task_no limit ${AT_ONCE} for update of t skip locked`,
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
      const asked = task.assignedTo.length > 0 ? task.assignedTo : await holdersOf(tx, [task.role!], today);
      if (mail) await writeTo(tx, asked, task);
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
    if (mail) await writeTo(tx, further, task);
  }
  return { reminded: due.length - escalated, escalated };
}

/** A letter to each of these people who can be reached by mail. */
async function writeTo(tx: ClientTx, people: readonly string[], task: DueTask): Promise<void> {
  const readers = await tx.query<{ name: string; email: string; language: Language; clientName: string }>(
    `select u.display_name as name, u.email, u.language, c.name as "clientName" from user_account u join client c on c.id = $1
     where u.id = any ($2::uuid[]) and u.active and u.email is not null order by u.id`,
    [tx.clientId, people],
  );
  for (const { email, clientName, ...reader } of readers)
    await keepLetter(tx, {
      ...reminderLetter({ ...task, clientName, escalated: task.escalates }, reader),
      documentId: task.documentId,
      recipient: email,
      mail: true,
      by: SYSTEM_PERSON,
    });
}

async function deputiesOf(tx: ClientTx, people: readonly string[], day: LocalDate): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct deputy_user_id as id from deputy where user_id = any ($2::uuid[]) and (client_id is null or client_id = $1)
       and $3::date between valid_from and valid_to`,
    [tx.clientId, people, day],
  );
  return rows.map((row) => row.id);
}
