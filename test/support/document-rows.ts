import { randomUUID } from 'node:crypto';
import type { ClientTx } from '@lib/database';

/** One row in each table of the inbox, for tests that look at what the database itself holds up. Answers the document's id. */
export async function insertDocumentRows(
  tx: ClientTx,
  entry: { fiscalYear: number; entryNo: number },
): Promise<string> {
  const id = randomUUID();
  const hash = `sha256('${id}')`;
  const at = tx.clientId;
  for (const sql of [
    `insert into department (client_id, code, name) values (${at}, 'FB3', 'Bauen')`,
    `insert into route (client_id, kind, value, key) values (${at}, 'email', 'post@x.example', 'post@${at}.example')`,
    `insert into content (client_id, sha256, size, store) values (${at}, ${hash}, 3, 'database')`,
    `insert into content_chunk (client_id, sha256, chunk_no, bytes) values (${at}, ${hash}, 1, 'abc')`,
    `insert into document_counter (client_id, year) values (${at}, 2026) on conflict do nothing`,
    `insert into document (client_id, id, number, kind, state, channel, file_name, file_kind, sha256, received_at, received_by_name)
       values (${at}, '${id}', 'E-2026-900000', 'invoice', 'new', 'upload', 'r.xml', 'xml', ${hash}, now(), 'x')`,
    `insert into document_identity (client_id, seller, invoice_no_key, class, document_id) values (${at}, 'vat:X', '1', 'invoice', '${id}')`,
    `insert into document_file (client_id, document_id, file_no, role, name, mime, size, sha256)
       values (${at}, '${id}', 1, 'original', 'r.xml', 'application/xml', 3, ${hash})`,
    `insert into document_event (client_id, document_id, by_name, kind) values (${at}, '${id}', 'x', 'received')`,
    `insert into document_entry (client_id, document_id, fiscal_year, entry_no) values (${at}, '${id}', ${entry.fiscalYear}, ${entry.entryNo})`,
    `insert into document_letter (client_id, document_id, subject, body, state, written_by_name) values (${at}, '${id}', 's', 'b', 'copied', 'x')`,
    `insert into document_batch (client_id, id, name, created_by_name) values (${at}, '${id}', 'Stapel', 'x')`,
    `insert into document_batch_file (client_id, batch_id, file_no, name, state) values (${at}, '${id}', 1, 'r.xml', 'arriving')`,
  ])
    await tx.query(sql);
  return id;
}
