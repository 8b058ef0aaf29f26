import type { Role } from '@lib/access';
import type { ClientTx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import type { StepKey } from '../workflow/workflow.js';
import { type DocumentRow, ROW_COLUMNS } from '../document/document.store.js';
import { type StoredTask, TASK_COLUMNS } from './case.store.js';
import { actingAs, DECIDING_ROLES, type Standing } from './people.js';

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
  /** Whole days since it waits. */
  days: number;
  version: number;
}

const SELECT = `
  select t.document_id as "documentId", d.number, d.kind, d.supplier_name as "supplierName", d.invoice_no as "invoiceNo",
    coalesce(d.coding ->> 'text', '') as text, d.gross, t.amount, t.step, t.share_no as share, t.task_no as "taskNo", t.opened_at as since,
    t.due_on as "dueOn", t.due_on < $2::date as overdue, t.reminded_at is not null as reminded, t.escalated_at is not null as escalated,
    d.discount_on as "discountOn", d.due_on as "documentDueOn", d.alarms, t.role, d.version,
    greatest(0, $2::date - (t.opened_at at time zone 'Europe/Berlin')::date) as days,
    (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.display_name) order by u.display_name), '[]')
     from user_account u where u.id = any (t.assigned_to)) as "assignedTo"
  from document_task t join document d on d.client_id = t.client_id and d.id = t.document_id
  where t.client_id = $1 and t.state = 'open'`;

/** A task that waits for one person, with its document. */
export interface MyTask {
  task: StoredTask & { documentId: string };
  document: DocumentRow;
  coding: unknown;
  /** The places of the coding lines that the task is about, from 0; null: all of them. */
  lines: number[] | null;
  /** For whom, when somebody stands in. */
  deputyFor: string | null;
}

/** What waits for one person at a client, by themselves or as a deputy; the most urgent first. */
export async function tasksOf(tx: ClientTx, standing: Standing): Promise<MyTask[]> {
  const people = [standing.userId, ...standing.represented.map((one) => one.userId)];
  const roles = [...new Set([...standing.ownRoles, ...standing.represented.flatMap((one) => one.roles)])];
  const tasks = await tx.query<
    Omit<StoredTask, 'amount'> & { amount: string; documentId: string; lines: number[] | null }
  >(
    `select document_id as "documentId", ${TASK_COLUMNS}, (select lines from document_share s
       where s.client_id = t.client_id and s.document_id = t.document_id and s.share_no = t.share_no) as lines from document_task t
     where client_id = $1 and state = 'open' and (assigned_to && $2::uuid[] or assigned_to = '{}' and role = any ($3)
       or escalated_at is not null and (escalate_to = any ($3) or escalate_to = 'deputy' and assigned_to && $2::uuid[]))
     order by due_on, opened_at, document_id, task_no limit 500`,
    [tx.clientId, people, roles],
  );
  if (tasks.length === 0) return [];
  const documents = await tx.query<DocumentRow & { coding: unknown }>(
    `select ${ROW_COLUMNS}, coding from document where client_id = $1 and id = any ($2::uuid[])`,
    [tx.clientId, [...new Set(tasks.map((task) => task.documentId))]],
  );
  const byId = new Map(documents.map(({ coding, ...document }) => [document.id, { document, coding }]));
  return tasks.flatMap(({ amount, lines, ...task }): MyTask[] => {
    const acting = actingAs(standing, {
      assignedTo: task.assignedTo,
      role: task.role,
      escalatedTo: task.escalatedAt === null ? null : task.escalateTo,
    });
    const known = byId.get(task.documentId);
    return acting && known
      ? [{ task: { ...task, amount: BigInt(amount) }, ...known, lines, deputyFor: acting.deputyFor }]
      : [];
  });
}

/** The people who may decide on documents of the client today, by name. */
export function deciders(tx: ClientTx, day: LocalDate): Promise<{ id: string; name: string }[]> {
  return tx.query(
    `select distinct u.id, u.display_name as name from user_account u
     join role_assignment a on a.user_id = u.id and (a.client_id is null or a.client_id = $1) and a.role = any ($3)
       and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to >= $2::date)
     where u.active order by u.display_name, u.id`,
    [tx.clientId, day, DECIDING_ROLES],
  );
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
  const rows = await tx.query<WaitingTask>(
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
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > filter.limit && last ? `${last.since}_${last.documentId}_${last.taskNo}` : null,
  };
}
