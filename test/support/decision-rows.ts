import { randomUUID } from 'node:crypto';
import type { ClientTx } from '@lib/database';

/** One row in each table of decisions, contracts and standing orders, on a document that is there. */
export async function insertDecisionRows(tx: ClientTx, partnerId: string): Promise<void> {
  const id = tx.clientId;
  const [document] = await tx.query<{ id: string }>('select id from document where client_id = $1 limit 1', [id]);
  const doc = document!.id;
  const contract = randomUUID();
  for (const sql of [
    `insert into responsibility (client_id, kind, key, user_id, valid_from)
       values (${id}, 'budget-holder', '111', '${randomUUID()}', '2026-01-01')`,
    `insert into document_case (client_id, document_id, workflow_version, steps, total, submitted_at, submitted_by_name, coded_version)
       values (${id}, '${doc}', 1, '[]', 100, now(), 'x', 1)`,
    `insert into document_share (client_id, document_id, share_no, amount) values (${id}, '${doc}', 1, 100)`,
    `insert into document_task (client_id, document_id, task_no, step, amount, role, due_on, remind_on)
       values (${id}, '${doc}', 1, 'arithmetic', 100, 'clerk', '2026-01-05', '2026-01-04')`,
    `insert into contract (client_id, id, number, number_key, partner_id, subject, rhythm, first_on, created_by_name)
       values (${id}, '${contract}', 'V-1', 'V1', '${partnerId}', 'Wartung', 'none', '2026-01-01', 'x')`,
    `insert into contract_document (client_id, contract_id, document_id) values (${id}, '${contract}', '${doc}')`,
    `insert into standing_order (client_id, id, name, rhythm, first_date, next_date)
       values (${id}, '${doc}', 'Pacht', 'monthly', '2026-01-01', '2026-01-01')`,
    `insert into standing_order_document (client_id, order_id, due_date, document_id)
       values (${id}, '${doc}', '2026-01-01', '${doc}')`,
  ])
    await tx.query(sql);
}
