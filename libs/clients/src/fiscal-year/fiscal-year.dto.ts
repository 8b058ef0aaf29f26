import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { PlainText } from '../plain-text.js';
import { PERIOD_STATES, type PeriodState } from './fiscal-year.js';

export class NewFiscalYearDto {
  /**
   * The calendar year before the first or after the last.
   * @example 2027
   */
  @IsInt()
  @Min(1990)
  @Max(2199)
  year: number;
}

export class PeriodStateDto {
  /** `soft-closed`: only people who manage periods still post. */
  @IsIn(PERIOD_STATES)
  state: PeriodState;

  /**
   * Why; required to reopen a closed period.
   * @example 'Nachbuchung der Schlussrechnung Kanalbau'
   */
  @IsOptional()
  @PlainText(0, 500)
  reason?: string;

  /** The version that was on the screen; with it nobody overwrites another's decision. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;
}

export class PeriodDto {
  /** 0 opening balances, 1–12 months, 13 closing entries. */
  period: number;
  state: PeriodState;
  startsOn: string;
  endsOn: string;
  version: number;
}

export class FiscalYearDto {
  year: number;
  /** As open as the most open of its periods. */
  state: PeriodState;
  startsOn: string;
  endsOn: string;
  /** Number of entries posted. */
  entries: number;
  periods: PeriodDto[];
}

export class FiscalYearListDto {
  items: FiscalYearDto[];
  next: string | null;
}

export class PeriodDecisionDto {
  period: number;
  state: PeriodState;
  reason: string;
  decidedBy: string;
  decidedAt: string;
}

export class PeriodDecisionListDto {
  items: PeriodDecisionDto[];
  next: string | null;
}
