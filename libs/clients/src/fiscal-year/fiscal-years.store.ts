import type { ClientTx, Tx } from '@lib/database';
import { type Period, type PeriodState, stateOf } from './fiscal-year.js';

export interface FiscalYear {
  year: number;
  state: PeriodState;
  startsOn: string;
  endsOn: string;
  /** Number of entries posted. */
  entries: number;
  periods: Period[];
}

/** Writes a fiscal year with its 14 periods; the transaction is bound to the client. */
export async function insertFiscalYear(tx: Tx, clientId: number, year: number): Promise<void> {
  await tx.query('select open_fiscal_year($1, $2)', [clientId, year]);
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

export interface PeriodOutcome {
  outcome: 'Decided' | 'NotFound' | 'VersionConflict' | 'PeriodStateUnchanged' | 'ReopeningNeedsReason' | 'Forbidden';
  before: PeriodState;
  version: number;
}

/** Opens or closes a period with its decision, once the postings of the year that are under way are through. */
export async function decidePeriod(
  tx: ClientTx,
  wish: { year: number; period: number; state: PeriodState; version: number | null; reason: string },
  by: { userId: string; displayName: string },
): Promise<PeriodOutcome> {
  const [row] = await tx.query<PeriodOutcome>(
    `select outcome, state_before as before, version_before as version from decide_period($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.clientId, wish.year, wish.period, wish.state, wish.version, wish.reason, by.userId, by.displayName],
  );
  return row!;
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
