import type { ClientTx, Tx } from '@lib/database';
import { type Period, type PeriodState, endOf, periodsOf, startOf, stateOf } from './fiscal-year.js';

export interface FiscalYear {
  year: number;
  state: PeriodState;
  startsOn: string;
  endsOn: string;
  /** Number of entries posted. */
  entries: number;
  periods: Period[];
}

/**
 * Writes a fiscal year with its 14 periods. The chain of its entries begins with a value that no other client or year has:
 * sha256('finanzzentrum-chain-v1' ␟ client uuid ␟ year).
 */
export async function insertFiscalYear(tx: Tx, clientId: number, year: number): Promise<void> {
  await tx.query(
    `insert into fiscal_year (client_id, year, starts_on, ends_on, head)
     select c.id, $2::smallint, $3::date, $4::date,
       sha256(convert_to('finanzzentrum-chain-v1' || chr(31) || c.uuid || chr(31) || $2::smallint, 'UTF8'))
     from client c where c.id = $1`,
    [clientId, year, startOf(year), endOf(year)],
  );
  const periods = periodsOf(year);
  await tx.query(
    `insert into period (client_id, fiscal_year, period, starts_on, ends_on)
     select c.id, $2::smallint, u.* from client c, unnest($3::smallint[], $4::date[], $5::date[]) u where c.id = $1`,
    [clientId, year, periods.map((p) => p.period), periods.map((p) => p.startsOn), periods.map((p) => p.endsOn)],
  );
}

interface Row {
  year: number;
  startsOn: string;
  endsOn: string;
  entries: string;
  periods: Period[];
}

/** The client's fiscal years, newest first, or one of them. */
export async function listFiscalYears(tx: ClientTx, year?: number): Promise<FiscalYear[]> {
  const rows = await tx.query<Row>(
    `select f.year, f.starts_on as "startsOn", f.ends_on as "endsOn", f.next_entry_no - 1 as entries,
       jsonb_agg(jsonb_build_object('period', p.period, 'state', p.state, 'startsOn', p.starts_on, 'endsOn', p.ends_on,
         'version', p.version) order by p.period) as periods
     from fiscal_year f join period p on p.client_id = f.client_id and p.fiscal_year = f.year
     where f.client_id = $1 and ($2::int is null or f.year = $2)
     group by f.client_id, f.year, f.starts_on, f.ends_on, f.next_entry_no order by f.year desc`,
    [tx.clientId, year ?? null],
  );
  return rows.map((row) => ({ ...row, entries: Number(row.entries), state: stateOf(row.periods) }));
}

/** Waits until postings under way in this year are through, and keeps new ones waiting until the transaction ends. */
export async function lockFiscalYear(tx: ClientTx, year: number): Promise<boolean> {
  const rows = await tx.query('select 1 from fiscal_year where client_id = $1 and year = $2 for update', [
    tx.clientId,
    year,
  ]);
  return rows.length > 0;
}

export interface PeriodDecision {
  period: number;
  state: PeriodState;
  reason: string;
  decidedBy: string;
  decidedAt: string;
}

/** Who changed the state of which period of a year when and why, newest first. */
export function listPeriodDecisions(tx: ClientTx, year: number): Promise<PeriodDecision[]> {
  return tx.query(
    `select period, state, reason, decided_by_name as "decidedBy", decided_at as "decidedAt" from period_decision
     where client_id = $1 and fiscal_year = $2 order by id desc`,
    [tx.clientId, year],
  );
}
