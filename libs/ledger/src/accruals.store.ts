import type { ClientTx } from '@lib/database';
import type { Cents } from '@lib/kernel';
import type { StandingEntry } from './standing-entries.js';

export interface EntryNo {
  fiscalYear: number;
  entryNo: number;
}

/** Notes the lines of an entry (places from 1) that a plan stands on: they count towards its deferral from here on. */
export async function standOn(tx: ClientTx, planId: string, entry: EntryNo, lines: readonly number[]): Promise<void> {
  await tx.query(
    `insert into accrual_line (client_id, fiscal_year, entry_no, line_no, plan_id) select $1, $3, $4, n, $2 from unnest($5::int[]) n`,
    [tx.clientId, planId, entry.fiscalYear, entry.entryNo, lines],
  );
}

const PLAN = `id, name, kind, entry, instalments, first_date as "firstDate", next_date as "nextDate", state, netting,
  accrual_account as "accrualAccount", accrual_balance(client_id, id) as balance, version`;

/** A plan with what of its deferral stands in the books; cents as text, debit positive. */
export interface StoredPlan extends Pick<
  StandingEntry,
  'id' | 'name' | 'kind' | 'entry' | 'instalments' | 'firstDate' | 'nextDate' | 'state' | 'version'
> {
  accrualAccount: string | null;
  netting: string | null;
  balance: string;
}

/**
 * The plans that hang on entries, locked: of two who post, reverse or dissolve the second sees what the first did. To be called
 * before anything is posted, because a plan's run holds its row while it posts.
 */
export function lockPlansOf(tx: ClientTx, entries: readonly EntryNo[]): Promise<StoredPlan[]> {
  if (entries.length === 0) return Promise.resolve([]);
  return tx.query<StoredPlan>(
    `select ${PLAN} from standing_entry
     where client_id = $1 and (origin_year, origin_no) in (select * from unnest($2::smallint[], $3::bigint[]))
     order by id for no key update`,
    [tx.clientId, entries.map((entry) => entry.fiscalYear), entries.map((entry) => entry.entryNo)],
  );
}

/** One plan, locked; undefined when there is none. */
export async function lockPlan(tx: ClientTx, id: string): Promise<StoredPlan | undefined> {
  const [plan] = await tx.query<StoredPlan>(
    `select ${PLAN} from standing_entry where client_id = $1 and id = $2 for no key update`,
    [tx.clientId, id],
  );
  return plan;
}

/** The entries with which a plan has dissolved its deferral and which nobody has reversed, newest first. */
export function dissolutionsOf(tx: ClientTx, planId: string): Promise<{ id: string; bookingDate: string }[]> {
  return tx.query(
    `select e.fiscal_year || '-' || e.entry_no as id, e.booking_date as "bookingDate"
     from accrual_line a
     join standing_entry s on s.client_id = a.client_id and s.id = a.plan_id
     join journal_entry e on e.client_id = a.client_id and e.fiscal_year = a.fiscal_year and e.entry_no = a.entry_no
     where a.client_id = $1 and a.plan_id = $2 and e.kind <> 'reversal'
       and (s.origin_year, s.origin_no) is distinct from (a.fiscal_year, a.entry_no)
       and not exists (select from journal_entry r where r.client_id = e.client_id and r.reverses_year = e.fiscal_year
         and r.reverses_no = e.entry_no)
     group by e.fiscal_year, e.entry_no, e.booking_date order by e.fiscal_year desc, e.entry_no desc`,
    [tx.clientId, planId],
  );
}

/** The plan of another entry that stands on lines of this one: its dissolutions, and what ended it. */
export async function planStandingOn(tx: ClientTx, entry: EntryNo): Promise<{ name: string } | undefined> {
  const [plan] = await tx.query<{ name: string }>(
    `select s.name from accrual_line a join standing_entry s on s.client_id = a.client_id and s.id = a.plan_id
     where a.client_id = $1 and a.fiscal_year = $2 and a.entry_no = $3
       and (s.origin_year, s.origin_no) is distinct from ($2::smallint, $3::bigint) limit 1`,
    [tx.clientId, entry.fiscalYear, entry.entryNo],
  );
  return plan;
}

/** What a plan's own postings moved on other accounts than that of the deferral. */
export async function dissolvedBy(
  tx: ClientTx,
  planId: string,
): Promise<{ account: string; product: string | null; costCentre: string | null; amount: Cents }[]> {
  const rows = await tx.query<{ account: string; product: string | null; costCentre: string | null; amount: string }>(
    `select l.account, l.product, l.cost_centre as "costCentre", sum(l.amount) as amount
     from (select distinct a.fiscal_year, a.entry_no from accrual_line a
       join standing_entry s on s.client_id = a.client_id and s.id = a.plan_id
       join journal_entry e on e.client_id = a.client_id and e.fiscal_year = a.fiscal_year and e.entry_no = a.entry_no
       where a.client_id = $1 and a.plan_id = $2
         and (s.origin_year, s.origin_no) is distinct from (a.fiscal_year, a.entry_no)
         and (s.origin_year, s.origin_no) is distinct from (e.reverses_year, e.reverses_no)) e
     join standing_entry s on s.client_id = $1 and s.id = $2
     join journal_line l on l.client_id = $1 and l.fiscal_year = e.fiscal_year and l.entry_no = e.entry_no
       and l.account <> s.accrual_account
     group by 1, 2, 3 having sum(l.amount) <> 0 order by 1, 2 nulls first, 3 nulls first`,
    [tx.clientId, planId],
  );
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** Lets plans rest that make up for each other on every date. */
export async function restTogether(tx: ClientTx, mirror: string, plans: readonly string[]): Promise<void> {
  await tx.query(
    `update standing_entry set state = 'netted', netting = $2, last_error = null, version = version + 1
     where client_id = $1 and id = any ($3::uuid[])`,
    [tx.clientId, mirror, [mirror, ...plans]],
  );
}

/** What the nightly proof asks of accruals: each answers where something is wrong. */
export const ACCRUAL_PROOFS: Record<string, string> = {
  'accruals hold what is still to be dissolved': `
    select s.name as at from standing_entry s
    where s.client_id = $1 and s.kind = 'accrual' and s.accrual_account is not null
      and accrual_balance(s.client_id, s.id) <> accrual_rest(s)`,
  'dissolutions count towards their accrual': `
    select l.fiscal_year || '-' || l.entry_no as at from standing_entry s
    join journal_entry e on e.client_id = s.client_id and e.source = 'standing:' || s.id
    join journal_line l on l.client_id = e.client_id and l.fiscal_year = e.fiscal_year and l.entry_no = e.entry_no
      and l.account = s.accrual_account
    left join accrual_line a on a.client_id = l.client_id and a.fiscal_year = l.fiscal_year and a.entry_no = l.entry_no
      and a.line_no = l.line_no and a.plan_id = s.id
    where s.client_id = $1 and s.accrual_account is not null and a.plan_id is null`,
  'what was reversed no longer counts towards its accrual': `
    select r.fiscal_year || '-' || r.entry_no as at from accrual_line a
    join journal_entry r on r.client_id = a.client_id and r.reverses_year = a.fiscal_year and r.reverses_no = a.entry_no
    left join accrual_line m on m.client_id = r.client_id and m.fiscal_year = r.fiscal_year and m.entry_no = r.entry_no
      and m.line_no = a.line_no and m.plan_id = a.plan_id
    where a.client_id = $1 and m.plan_id is null`,
};
