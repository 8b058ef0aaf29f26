import type { ClientTx } from '@lib/database';
import { ACCRUAL_PROOFS } from './accruals.store.js';
import type { ProofDto } from './evidence.dto.js';
import { EVIDENCE_PROOFS } from './prove-evidence.js';

type Proof = ProofDto;

// Each query answers where something is wrong; an intact ledger answers nothing.
const PROOFS: Record<string, string> = {
  'account balances equal the lines': `
    select coalesce(b.fiscal_year, l.fiscal_year) || ' ' || coalesce(b.account, l.account) || ' ' || coalesce(b.period, l.period) as at
    from (select * from account_balance where client_id = $1) b
    full join (select fiscal_year, account, coalesce(cash_account, '') as cash_account, case when result_transfer then 14 else period end as period,
        sum(greatest(amount, 0)) as debit, sum(greatest(-amount, 0)) as credit, count(*) as lines
      from journal_line where client_id = $1 group by 1, 2, 3, 4) l
      on (b.fiscal_year, b.account, b.cash_account, b.period) = (l.fiscal_year, l.account, l.cash_account, l.period)
    where (b.debit, b.credit, b.lines) is distinct from (l.debit, l.credit, l.lines)`,
  'product balances equal the lines': `
    select coalesce(b.fiscal_year, l.fiscal_year) || ' ' || coalesce(b.product, l.product) || ' ' || coalesce(b.account, l.account) as at
    from (select * from product_balance where client_id = $1) b
    full join (select fiscal_year, product, account, coalesce(cash_account, '') as cash_account, case when result_transfer then 14 else period end as period,
        sum(greatest(amount, 0)) as debit, sum(greatest(-amount, 0)) as credit
      from journal_line where client_id = $1 and product is not null group by 1, 2, 3, 4, 5) l
      on (b.fiscal_year, b.product, b.account, b.cash_account, b.period) = (l.fiscal_year, l.product, l.account, l.cash_account, l.period)
    where (b.debit, b.credit) is distinct from (l.debit, l.credit)`,
  'numbers run without a gap': `
    select y.year::text as at from fiscal_year y
    left join (select fiscal_year, count(*) as n, max(entry_no) as last from journal_entry where client_id = $1 group by 1) e
      on e.fiscal_year = y.year
    where y.client_id = $1 and (coalesce(e.n, 0) <> y.next_entry_no - 1 or coalesce(e.last, 0) <> y.next_entry_no - 1)`,
  'every entry balances and has its lines': `
    select e.fiscal_year || '-' || e.entry_no as at from journal_entry e
    left join (select fiscal_year, entry_no, count(*) as n, sum(amount) as balance, sum(greatest(amount, 0)) as total
      from journal_line where client_id = $1 group by 1, 2) l on (l.fiscal_year, l.entry_no) = (e.fiscal_year, e.entry_no)
    where e.client_id = $1 and (l.n, l.balance, l.total) is distinct from (e.line_count::bigint, 0::numeric, e.total::numeric)`,
  'the chain ends where the year says': `
    select y.year::text as at from fiscal_year y
    join journal_entry e on e.client_id = y.client_id and e.fiscal_year = y.year and e.entry_no = y.next_entry_no - 1
    where y.client_id = $1 and e.chain_hash <> y.head`,
  'every entry hashes to what was recorded': `
    select e.fiscal_year || '-' || e.entry_no as at from journal_entry e
    join lateral (select string_agg(chr(30) || line_no || chr(31) || account || chr(31) || coalesce(product, '') || chr(31)
        || coalesce(cost_centre, '') || chr(31) || coalesce(cash_account, '') || chr(31) || amount || chr(31) || text
        || case when tax_code is null then coalesce(chr(31) || open_item, '')
          else chr(31) || coalesce(open_item::text, '') || chr(31) || tax_code || chr(31) || tax_rate || chr(31) || tax_base end,
        '' order by line_no) as lines
      from journal_line where client_id = $1 and fiscal_year = e.fiscal_year and entry_no = e.entry_no) l on true
    where e.client_id = $1 and e.content_hash is distinct from sha256(convert_to(concat_ws(chr(31), 'fz1', kind, fiscal_year, period,
      to_char(booking_date, 'YYYY-MM-DD'), text, reference, source, coalesce(idempotency_key, ''), author,
      coalesce(reverses_year || '-' || reverses_no, ''), reason)
      || case when idempotency_scope <> 'request' or document_date is not null
           then chr(31) || idempotency_scope || chr(31) || coalesce(to_char(document_date, 'YYYY-MM-DD'), '') else '' end
      || l.lines, 'UTF8'))`,
  'every entry is chained to the one before it': `
    select fiscal_year || '-' || entry_no as at from (
      select e.*, lag(chain_hash, 1, sha256(convert_to('finanzzentrum-chain-v1' || chr(31) || c.uuid || chr(31) || fiscal_year, 'UTF8')))
        over (partition by fiscal_year order by entry_no) as before
      from journal_entry e join client c on c.id = e.client_id where e.client_id = $1) e
    where chain_hash <> sha256(before || convert_to(fiscal_year || chr(31) || entry_no || chr(31)
      || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(31), 'UTF8') || content_hash)`,
  'every line bears its entry’s date and period': `
    select l.fiscal_year || '-' || l.entry_no as at from journal_line l
    left join journal_entry e on e.client_id = l.client_id and e.fiscal_year = l.fiscal_year and e.entry_no = l.entry_no
    where l.client_id = $1 and (l.period, l.booking_date) is distinct from (e.period, e.booking_date)`,
  'open items equal the lines that name them': `
    select 'item ' || coalesce(o.no::text, l.open_item::text) as at
    from (select * from open_item where client_id = $1) o
    full join (select open_item, sum(amount) as balance from journal_line where client_id = $1 and open_item is not null group by 1) l
      on l.open_item = o.id
    where (o.balance::numeric, o.state = 'open') is distinct from (l.balance, l.balance <> 0)`,
  'open items make up their control accounts': `
    select coalesce(b.account, o.account) as at
    from (select b.account, sum(b.debit - b.credit) as balance from account_balance b
      join account a on a.client_id = b.client_id and a.number = b.account and a.control is not null
      where b.client_id = $1 group by 1) b
    full join (select account, sum(balance) as balance from open_item where client_id = $1 group by 1) o on o.account = b.account
    where coalesce(b.balance, 0) <> coalesce(o.balance, 0)`,
  'lines on control accounts name an open item, and no others do': `
    select l.fiscal_year || '-' || l.entry_no as at from journal_line l
    join account a on a.client_id = l.client_id and a.number = l.account
    left join open_item o on o.client_id = l.client_id and o.id = l.open_item
    where l.client_id = $1 and ((a.control is null) <> (l.open_item is null) or o.account <> l.account)`,
  'a year’s result stands in its result account or still on classes 4 and 5': `
    select b.fiscal_year || ' ' || case when b.period = 0 then 'opens with a result' else 'result taken past account 208' end as at
    from account_balance b join account a on a.client_id = b.client_id and a.number = b.account
    where b.client_id = $1 and (b.period = 0 and a.kind in ('revenue', 'expense')
      or b.period = 14 and (a.kind in ('revenue', 'expense', 'closing') or a.statement_line = 'P1.4'))
    group by b.fiscal_year, b.period having sum(b.debit - b.credit) <> 0`,
  'opening balances are the closing balances of the year before': `
    select e.fiscal_year || '-' || e.entry_no as at from journal_entry e
    where e.client_id = $1 and e.kind = 'opening' and e.reason = ''
      and exists (select from fiscal_year b where b.client_id = $1 and b.year < e.fiscal_year and b.next_entry_no > 1)
      and not exists (select from journal_entry r where r.client_id = $1 and r.reverses_year = e.fiscal_year and r.reverses_no = e.entry_no)`,
  'what takes a result to equity is marked as that': `
    select l.fiscal_year || '-' || l.entry_no as at from journal_line l
    join account a on a.client_id = l.client_id and a.number = l.account
    where l.client_id = $1 and (l.result_transfer or l.period = 13)
    group by l.fiscal_year, l.entry_no
    having bool_or(l.result_transfer) is distinct from
        (bool_or(a.kind = 'closing' or a.statement_line = 'P1.4') and bool_and(l.period = 13))
      or bool_and(l.result_transfer) is distinct from bool_or(l.result_transfer)`,
  'nothing was recorded in the future': `
    select fiscal_year || '-' || min(entry_no) as at from journal_entry
    where client_id = $1 and recorded_at > clock_timestamp() + interval '1 minute' group by fiscal_year`,
  'liquid funds move only with a cash-flow account': `
    select l.fiscal_year || '-' || l.entry_no as at from journal_line l
    join account a on a.client_id = l.client_id and a.number = l.account and a.liquid
    where l.client_id = $1 and l.cash_account is null and l.period > 0
    group by l.fiscal_year, l.entry_no having sum(l.amount) <> 0`,
  ...EVIDENCE_PROOFS,
  ...ACCRUAL_PROOFS,
};

const MOST_FINDINGS = 50;

/**
 * Recomputes what the books keep and compares: balances, numbers, sums, hashes and chain. Each rule reads one snapshot, so
 * postings may go on meanwhile. Stores the result.
 */
export async function proveLedger(tx: ClientTx): Promise<Proof> {
  const findings: Proof['findings'] = [];
  // Every rule reads whole tables. On young statistics the planner compares each row with each, which grows with the square.
  await tx.query('set local enable_nestloop = off');
  for (const [rule, sql] of Object.entries(PROOFS)) {
    const rows = await tx.query<{ at: string }>(`${sql} limit ${MOST_FINDINGS}`, [tx.clientId]);
    findings.push(...rows.map((row) => ({ rule, where: row.at })));
  }
  const [proof] = await tx.query<Proof>(
    `insert into ledger_proof (client_id, ok, entries, findings)
     values ($1, $2, (select coalesce(sum(next_entry_no - 1), 0) from fiscal_year where client_id = $1), $3)
     returning ok, entries::int as entries, findings, proven_at as "provenAt"`,
    [tx.clientId, findings.length === 0, JSON.stringify(findings)],
  );
  return proof!;
}

export async function lastProof(tx: ClientTx): Promise<Proof | undefined> {
  const [proof] = await tx.query<Proof>(
    `select ok, entries::int as entries, findings, proven_at as "provenAt" from ledger_proof where client_id = $1 order by id desc limit 1`,
    [tx.clientId],
  );
  return proof;
}
