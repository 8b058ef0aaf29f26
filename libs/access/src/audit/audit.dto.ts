import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { IsDay } from '../validators.js';

export class AuditQueryDto {
  /** Events of this client only. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  clientId?: number;

  @IsOptional()
  @IsUUID()
  userId?: string;

  /**
   * How the action begins.
   * @example 'role.'
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(/^[^\p{C}]*$/u)
  action?: string;

  /** The first day (Europe/Berlin). */
  @IsOptional()
  @IsDay()
  from?: string;

  /** The last day. */
  @IsOptional()
  @IsDay()
  to?: string;

  /** The `next` of the page before. */
  @IsOptional()
  @Matches(/^\d{1,18}$/)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}

export class AuditItemDto {
  id: string;
  at: string;
  userId: string | null;
  userName: string | null;
  clientId: number | null;
  /** `sign-in`, `role.assign`, … or method and route of a request. */
  action: string;
  resource: string | null;
  /** `ok`, `failed`, `locked`, or the status of a request. */
  outcome: string;
  detail: Record<string, unknown>;
  ip: string | null;
}

export class AuditListDto {
  items: AuditItemDto[];
  next: string | null;
}
