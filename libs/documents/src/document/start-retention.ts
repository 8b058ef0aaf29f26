import type { ClientTx } from '@lib/database';
import type { LocalDate } from '@lib/kernel';
import { type Person, recordDocumentEvent } from './document.store.js';
import { retentionOf } from './document.js';

/**
 * The council has adopted the statements of a year: the periods of its documents begin (§ 59 KomHVO NRW). A document belongs to the year
 * of the entries that it hangs on, else to that of its issue, else of its receipt. Rejected files and letters are no vouchers of the books
 * and follow their own date all the same.
 * @returns how many documents were concerned
 */
export async function startRetention(
  tx: ClientTx,
  fiscalYear: number,
  adoptedOn: LocalDate,
  by: Person,
): Promise<number> {
  const documents = await tx.query<{
    id: string;
    retentionClass: 'voucher' | 'letter' | 'book' | 'permanent';
    day: string;
  }>(
    `select id, retention_class as "retentionClass", coalesce(issue_date, (received_at at time zone 'Europe/Berlin')::date) as day
     from document d
     where client_id = $1 and coalesce(
       (select max(fiscal_year)::int from document_entry e where e.client_id = d.client_id and e.document_id = d.id),
       extract(year from coalesce(issue_date, (received_at at time zone 'Europe/Berlin')::date))::int) = $2
     for no key update`,
    [tx.clientId, fiscalYear],
  );
  // Few different ends: documents of one class and year share theirs.
  const groups = new Map<string, { startsOn: string; deletableFrom: string | null; ids: string[] }>();
  for (const { id, retentionClass, day } of documents) {
    const { startsOn, deletableFrom } = retentionOf(retentionClass, day, adoptedOn);
    const key = `${startsOn} ${deletableFrom}`;
    const group = groups.get(key) ?? { startsOn: startsOn!, deletableFrom, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  for (const { startsOn, deletableFrom, ids } of groups.values()) {
    await tx.query(
      `update document set retention_starts_on = $2, deletable_from = $3, version = version + 1 where client_id = $1 and id = any ($4)`,
      [tx.clientId, startsOn, deletableFrom, ids],
    );
  }
  for (const { id } of documents)
    await recordDocumentEvent(tx, { documentId: id, by, kind: 'retention-started', detail: { fiscalYear, adoptedOn } });
  return documents.length;
}
