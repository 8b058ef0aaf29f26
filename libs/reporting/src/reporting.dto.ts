import { ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { JournalEntryDto, ViewQuery } from '@lib/ledger';
import type { Statement } from './statement.js';

@ApiSchema({ description: 'Several clients’ statements added up.' })
export class CentreStatementQuery extends ViewQuery {
  /** Client ids, separated by commas. */
  @Matches(/^\d{1,9}(,\d{1,9}){0,499}$/)
  clientIds: string;
}

export class DashboardQuery {
  /** Default: the current year. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2199)
  fiscalYear?: number;
}

export class StatementLineDto {
  /** @example 'ER01' */
  code: string;
  /**
   * As the form prints it.
   * @example '01'
   */
  number: string;
  /** @example 'Steuern und ähnliche Abgaben' */
  label: string;
  kind: 'line' | 'subtotal' | 'memo';
  /** Depth in the outline, from 0. */
  level: number;
  priorYear: string;
  actual: string;
}

@ApiSchema({ description: 'Two figures that must be the same.' })
export class StatementCheckDto {
  rule:
    | 'liquid-funds-agree'
    | 'assets-equal-liabilities'
    | 'cash-flows-agree-with-balance-sheet'
    | 'internal-services-cancel'
    | 'result-stands-in-equity'
    | 'products-make-up-the-whole';
  ok: boolean;
  left: string;
  right: string;
}

@ApiSchema({ description: 'A statement line by line, as the form of the KomHVO NRW prints it.' })
export class StatementDto {
  statement: Statement;
  fiscalYear: number;
  asOf: string;
  knownOn: string | null;
  product: string | null;
  unit: 'EUR';
  /** The amounts of each line in the order of the form. */
  columns: ('priorYear' | 'actual')[];
  lines: StatementLineDto[];
  checks: StatementCheckDto[];
}

@ApiSchema({ description: 'Several clients added up line by line.' })
export class SummedStatementDto extends StatementDto {
  clientIds: number[];
}

export class AccountShareDto {
  account: string;
  name: string;
  amount: string;
}

@ApiSchema({ description: 'A line with the accounts behind it.' })
export class StatementDrillDto {
  line: StatementLineDto;
  accounts: AccountShareDto[];
}

export class OpenPeriodDto {
  /** 0 opening balances, 1–12 months, 13 closing entries. */
  period: number;
  state: 'open' | 'soft-closed';
}

export class LastSealDto {
  sealNo: number;
  sealedAt: string;
}

export class ProofResultDto {
  ok: boolean;
  provenAt: string;
}

@ApiSchema({ description: 'The first look at a client in the morning.' })
export class DashboardDto {
  fiscalYear: number;
  /** Entries of the fiscal year… */
  entries: number;
  /** …and those of the month that it is today. */
  entriesThisMonth: number;
  drafts: number;
  liquidFunds: string;
  /** Revenue less expenses of the year so far. */
  result: string;
  openPeriods: OpenPeriodDto[];
  /** The entry with the highest number. */
  lastEntry: JournalEntryDto | null;
  lastSeal: LastSealDto | null;
  /** Standing entries that are due today. */
  standingDue: number;
  /** Standing entries that the books refused and that wait for a person. */
  standingFailed: number;
  /** Standing entries that will not post: who holds them may not any more, or the date of the next weeks has no open period. */
  standingAtRisk: number;
  /** The last proof of the books. */
  integrity: ProofResultDto | null;
  /** The latest entries, eight at most. */
  recent: JournalEntryDto[];
}
