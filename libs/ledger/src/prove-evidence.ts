// The rules for seals and vouchers; each query answers where something is wrong. Bytes are read again in turn (`content_check`).

/** Every file that hangs on an entry, as the documents and the own invoices say. */
const FILES = `
  select d.number, d.id as document_id, e.fiscal_year, e.entry_no, f.file_no, f.role, f.name, c.size, f.sha256
  from document_entry e
  join document d on d.client_id = e.client_id and d.id = e.document_id
  join document_file f on f.client_id = e.client_id and f.document_id = e.document_id and f.sha256 is not null
  left join content c on c.client_id = f.client_id and c.sha256 = f.sha256
  where e.client_id = $1
  union all
  select i.number, i.id, i.entry_year, i.entry_no, array_position(array['pdf', 'ubl', 'cii'], f.kind), f.kind,
    i.number || case f.kind when 'pdf' then '.pdf' else '-' || f.kind || '.xml' end, length(f.bytes), f.sha256
  from outgoing_invoice i join outgoing_invoice_file f on f.client_id = i.client_id and f.invoice_id = i.id
  where i.client_id = $1`;

/** The ends of chains that a seal's statement names, one a row. */
const SEALED = `
  select s.seal_no, m.at[1] as chain, m.at[2]::bigint as no, decode(m.at[3], 'hex') as head
  from seal s, regexp_matches(s.statement, '^(year \\d+|vouchers): (\\d+) ([0-9a-f]{64})$', 'gn') as m (at) where s.client_id = $1 and m.at[2] <> '0'`;

export const EVIDENCE_PROOFS: Record<string, string> = {
  'every seal follows the one before it': `
    select 'seal ' || seal_no as at from (
      select seal_no, statement, lag(seal_no, 1, 0::bigint) over w as no_before, lag(statement) over w as before
      from seal where client_id = $1 window w as (order by seal_no)) s
    where seal_no <> no_before + 1
      or substring(statement from '\\nprevious: ([^\\n]*)') is distinct from coalesce(encode(sha256(convert_to(before, 'UTF8')), 'hex'), '-')`,
  'what seals have signed is still there': `
    select 'seal ' || s.seal_no || ', ' || s.chain || ' ' || s.no as at from (${SEALED}) s
    left join journal_entry e on e.client_id = $1 and s.chain = 'year ' || e.fiscal_year and e.entry_no = s.no
    left join voucher_log v on v.client_id = $1 and s.chain = 'vouchers' and v.voucher_no = s.no
    where s.head is distinct from coalesce(e.chain_hash, v.chain_hash)`,
  'vouchers are numbered without a gap': `
    select 'voucher ' || coalesce(v.last, 0) as at
    from (select count(*) as n, max(voucher_no) as last from voucher_log where client_id = $1) v
    left join voucher_chain c on c.client_id = $1
    where coalesce(c.next_no, 1) - 1 <> v.n or coalesce(v.last, 0) <> v.n`,
  'every voucher is chained to the one before it': `
    select 'voucher ' || voucher_no || ' (' || number || ')' as at from (
      select v.*, v as whole, lag(chain_hash, 1, voucher_start($1)) over (order by voucher_no) as before from voucher_log v where client_id = $1) v
    where chain_hash <> voucher_hash(before, whole)`,
  'the voucher log ends where its chain says': `
    select 'voucher ' || v.voucher_no as at from voucher_chain c
    join voucher_log v on v.client_id = c.client_id and v.voucher_no = c.next_no - 1
    where c.client_id = $1 and v.chain_hash <> c.head`,
  'every file of an entry stands in the voucher log as it is, and no other does': `
    select coalesce(l.number, f.number) || ' ' || coalesce(l.name, f.name) as at
    from (${FILES}) f
    full join (select number, document_id, fiscal_year, entry_no, file_no, role, name, size, sha256 from voucher_log where client_id = $1) l
      on (l.document_id, l.fiscal_year, l.entry_no, l.file_no) = (f.document_id, f.fiscal_year, f.entry_no, f.file_no)
    where (l.number, l.role, l.name, l.size, l.sha256) is distinct from (f.number, f.role, f.name, f.size, f.sha256)`,
  'files are what they were when they were received': `
    select coalesce((select string_agg(distinct d.number, ', ') from document_file f join document d on d.client_id = f.client_id and d.id = f.document_id
        where f.client_id = $1 and f.sha256 = c.sha256),
      (select string_agg(distinct v.number, ', ') from voucher_log v where v.client_id = $1 and v.sha256 = c.sha256),
      left(encode(c.sha256, 'hex'), 16)) as at
    from content_check c where c.client_id = $1 and not c.intact`,
};
