import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsLocalDate, ViewQuery } from '@lib/ledger';

/** Several clients' statements added up. */
export class CentreStatementQuery extends ViewQuery {
  /** Client ids, separated by commas. */
  @Matches(/^\d{1,9}(,\d{1,9}){0,499}$/)
  clientIds: string;
}

export class DashboardQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2199)
  fiscalYear?: number;

  @IsOptional()
  @IsLocalDate()
  asOf?: string;
}
