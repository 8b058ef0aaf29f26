import type { ClientTx } from '@lib/database';
import type { VoucherEvidenceDto } from './evidence.dto.js';

/** Number of the last row of a client's voucher log and its hash; without rows the hash that the log begins with. */
export async function voucherEnd(tx: ClientTx): Promise<{ entries: number; head: string }> {
  const [end] = await tx.query<{ entries: number; head: string }>(
    `select (coalesce(c.next_no, 1) - 1)::int as entries, encode(coalesce(c.head, voucher_start($1)), 'hex') as head
     from (select 1) one left join voucher_chain c on c.client_id = $1`,
    [tx.clientId],
  );
  return end!;
}

/** Where the log ends, and how the kept bytes were last found. */
export async function voucherEvidence(tx: ClientTx): Promise<VoucherEvidenceDto> {
  const [checks] = await tx.query<Pick<VoucherEvidenceDto, 'files' | 'checked' | 'allCheckedSince' | 'lastCheckedAt'>>(
    `select count(*)::int as files, (count(*) filter (where checked_at > '-infinity'))::int as checked,
       nullif(min(checked_at), '-infinity') as "allCheckedSince", nullif(max(checked_at), '-infinity') as "lastCheckedAt"
     from content_check where client_id = $1`,
    [tx.clientId],
  );
  const damaged = await tx.query<{ at: string }>(
    `select coalesce(
       (select string_agg(distinct d.number || ' ' || f.name, ', ') from document_file f
          join document d on d.client_id = f.client_id and d.id = f.document_id where f.client_id = $1 and f.sha256 = c.sha256),
       (select string_agg(distinct v.number || ' ' || v.name, ', ') from voucher_log v where v.client_id = $1 and v.sha256 = c.sha256),
       left(encode(c.sha256, 'hex'), 16)) as at
     from content_check c where c.client_id = $1 and not c.intact order by 1 limit 50`,
    [tx.clientId],
  );
  return { ...(await voucherEnd(tx)), ...checks!, damaged: damaged.map((row) => row.at) };
}
