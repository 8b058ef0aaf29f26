import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ClientId, Needs } from '@lib/access';
import { type ClientTx, Database } from '@lib/database';
import { addMonths, Clock, formatEuro, yearOf } from '@lib/kernel';
import { entries, lastProof, seals, standingAtRisk, sumsAt } from '@lib/ledger';
import { DashboardDto, DashboardQuery, OpenPeriodDto } from './reporting.dto.js';

interface Counts {
  entriesThisMonth: number;
  drafts: number;
  standingDue: number;
  standingFailed: number;
}

/** The first look at a client in the morning. */
@ApiTags('Dashboard')
@Controller('clients/:clientId/dashboard')
export class DashboardController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Figures, drafts, open periods and the latest entries of a fiscal year. */
  @Get()
  @Needs('books:read')
  show(@ClientId() clientId: number, @Query() query: DashboardQuery): Promise<DashboardDto> {
    const today = this.clock.today();
    return this.database.inClient(clientId, (tx) => dashboard(tx, query.fiscalYear ?? yearOf(today), today));
  }
}

async function dashboard(tx: ClientTx, fiscalYear: number, today: string): Promise<DashboardDto> {
  const [counts] = await tx.query<Counts>(
    `select
       (select count(*) from journal_entry where client_id = $1 and fiscal_year = $2 and period = $3)::int as "entriesThisMonth",
       (select count(*) from draft where client_id = $1)::int as drafts,
       (select count(*) from standing_entry where client_id = $1 and state = 'active' and next_date <= $4)::int as "standingDue",
       (select count(*) from standing_entry where client_id = $1 and state = 'failed')::int as "standingFailed"`,
    [tx.clientId, fiscalYear, Number(today.slice(5, 7)), today],
  );
  const [year] = await tx.query<{ entries: number }>(
    'select (next_entry_no - 1)::int as entries from fiscal_year where client_id = $1 and year = $2',
    [tx.clientId, fiscalYear],
  );
  const openPeriods = await tx.query<OpenPeriodDto>(
    `select period, state from period where client_id = $1 and fiscal_year = $2 and state <> 'closed' order by period`,
    [tx.clientId, fiscalYear],
  );
  const sums = await sumsAt(tx, { fiscalYear });
  const kinds = await tx.query<{ number: string; kind: string; liquid: boolean }>(
    `select number, kind, liquid from account where client_id = $1 and (liquid or kind in ('revenue', 'expense'))`,
    [tx.clientId],
  );
  const kindOf = new Map(kinds.map((account) => [account.number, account]));
  let [liquidFunds, result] = [0n, 0n];
  for (const one of sums) {
    const account = kindOf.get(one.account);
    if (account?.liquid) liquidFunds += one.prior + one.opening + one.debit - one.credit;
    else if (account) result += one.credit - one.debit;
  }
  const [recent, lastSeal, proof] = [
    await entries(tx, { limit: 8, fiscalYear }),
    (await seals(tx, 1))[0],
    await lastProof(tx),
  ];
  return {
    fiscalYear,
    entries: year?.entries ?? 0,
    ...counts!,
    standingAtRisk: await standingAtRisk(tx, today, addMonths(today, 1)),
    liquidFunds: formatEuro(liquidFunds),
    result: formatEuro(result),
    openPeriods,
    lastEntry: recent.items[0] ?? null,
    lastSeal: lastSeal ? { sealNo: lastSeal.sealNo, sealedAt: lastSeal.sealedAt } : null,
    integrity: proof ? { ok: proof.ok, provenAt: proof.provenAt } : null,
    recent: recent.items,
  };
}
