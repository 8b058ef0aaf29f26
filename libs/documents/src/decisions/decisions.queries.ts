import type { Role } from '@lib/access';
import type { ClientTx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import type { StepKey } from '../workflow/workflow.js';
import { actingAs, type Standing } from './people.js';

/** Something that waits for somebody. Amounts are cents as text. */
export interface WaitingTask {
  documentId: string;
  number: string;
  kind: string;
  supplierName: string;
  invoiceNo: string | null;
  text: string;
  gross: string | null;
  /** What this decision is about: the whole or a share. */
  amount: string;
  step: StepKey;
  share: number | null;
  taskNo: number;
  since: string;
  dueOn: LocalDate;
  overdue: boolean;
  reminded: boolean;
  escalated: boolean;
  discountOn: LocalDate | null;
  documentDueOn: LocalDate | null;
  alarms: string[];
  assignedTo: { id: string; name: string }[];
  role: Role | null;
  version: number;
}

interface Row extends WaitingTask {
  assignedIds: string[];
  escalateTo: string | null;
}

const SELECT = `
  select t.document_id as "documentId", d.number, d.kind, d.supplier_name as "supplierName", d.invoice_no as "invoiceNo",
    coalesce(d.coding ->> 'text', '') as text, d.gross, t.amount, t.step, t.share_no as share, t.task_no as "taskNo", t.opened_at as since,
    t.due_on as "dueOn", t.due_on < $2::date as overdue, t.reminded_at is not null as reminded, t.escalated_at is not null as escalated,
    d.discount_on as "discountOn", d.due_on as "documentDueOn", d.alarms, t.assigned_to as "assignedIds", t.role,
    case when t.escalated_at is not null then t.escalate_to end as "escalateTo", d.version,
    (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.display_name) order by u.display_name), '[]')
     from user_account u where u.id = any (t.assigned_to)) as "assignedTo"
  from document_task t join document d on d.client_id = t.client_id and d.id = t.document_id
  where t.client_id = $1 and t.state = 'open'`;

const bare = ({ assignedIds: _, escalateTo: __, ...task }: Row): WaitingTask => task;

export interface MyTask extends WaitingTask {
  clientId: number;
  /** For whom, when somebody stands in. */
  deputyFor: string | null;
}

/** What waits for one person at a client, by themselves or as a deputy; the most urgent first. */
export async function tasksOf(tx: ClientTx, standing: Standing, today: LocalDate): Promise<MyTask[]> {
  const people = [standing.userId, ...standing.represented.map((one) => one.userId)];
  const roles = [...new Set([...standing.ownRoles, ...standing.represented.flatMap((one) => one.roles)])];
  const rows = await tx.query<Row>(
    `${SELECT} and (t.assigned_to && $3::uuid[] or t.assigned_to = '{}' and t.role = any ($4)
       or t.escalated_at is not null and t.escalate_to = any ($4))
     order by t.due_on, t.opened_at, t.document_id, t.task_no limit 500`,
    [tx.clientId, today, people, roles],
  );
  return rows.flatMap((row): MyTask[] => {
    const acting = actingAs(standing, { assignedTo: row.assignedIds, role: row.role, escalatedTo: row.escalateTo });
    return acting ? [{ ...bare(row), clientId: tx.clientId, deputyFor: acting.deputyFor }] : [];
  });
}

export interface WaitingFilter {
  step?: StepKey | undefined;
  /** Only what waits for this person or somebody of their role by name. */
  person?: string | undefined;
  overdue?: boolean | undefined;
  limit: number;
  after?: string | undefined;
}

/** Everything that waits at a client: who sits on what since when, the longest waiting first. */
export async function waitingTasks(
  tx: ClientTx,
  filter: WaitingFilter,
  today: LocalDate,
): Promise<{ items: WaitingTask[]; next: string | null }> {
  const [since, documentId, taskNo] = filter.after?.split('_') ?? [];
  const rows = await tx.query<Row>(
    `${SELECT} and ($3::text is null or t.step = $3) and ($4::uuid is null or $4 = any (t.assigned_to) or $4 = any (d.assignees))
       and ($5::boolean is null or (t.due_on < $2::date) = $5)
       and ($6::timestamptz is null or (t.opened_at, t.document_id, t.task_no) > ($6::timestamptz, $7::uuid, $8::int))
     order by t.opened_at, t.document_id, t.task_no limit $9`,
    [
      tx.clientId,
      today,
      filter.step ?? null,
      filter.person ?? null,
      filter.overdue ?? null,
      since ?? null,
      documentId ?? null,
      taskNo ?? null,
      filter.limit + 1,
    ],
  );
  const items = rows.slice(0, filter.limit).map(bare);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > filter.limit && last ? `${last.since}_${last.documentId}_${last.taskNo}` : null,
  };
}
