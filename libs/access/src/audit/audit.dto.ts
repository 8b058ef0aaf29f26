import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { IsDay } from '../validators.js';
import type { AuditRule } from './prove-audit-log.js';

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

  /** Only what was read, or only what was done. */
  @IsOptional()
  @IsIn(['read', 'write'])
  kind?: 'read' | 'write';

  /**
   * The object and what lies below it, as `resource` names it.
   * @example 'clients/1/partners'
   */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  @Matches(/^[^\p{C}]*$/u)
  object?: string;

  /** Also the requests by which the navigation counts what waits; by default they are left out. */
  @IsOptional()
  @IsIn(['true', 'false'])
  counters?: 'true' | 'false';

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

export class AuditPersonDto {
  id: string;
  userName: string;
  displayName: string;
}

export class AuditPeopleDto {
  items: AuditPersonDto[];
  next: string | null;
}

export class AuditFindingDto {
  /**
   * What does not hold: the events of a block are not those that were recorded (`content`), a block is not chained to the one before it
   * (`chain`), an event is in no block (`member`) or was kept from it (`waiting`), or the chain lacks what an earlier proof found as
   * its end (`head`).
   */
  rule: AuditRule;
  /** The block or event. */
  where: string;
}

export class AuditProofDto {
  provenAt: string;
  ok: boolean;
  /** Events that stand in blocks. */
  events: number;
  /** Number of the last block. */
  headNo: number;
  /** Its hash: who keeps it elsewhere can tell whether the log was written anew. */
  headHash: string;
  findings: AuditFindingDto[];
}

export class AuditIntegrityDto {
  /** The last proof, or null before the first. */
  proof: AuditProofDto | null;
  /** Number of the last block. */
  headNo: number;
  headHash: string;
  /** Events that are in no block yet. */
  waiting: number;
}

export class AuditListDto {
  items: AuditItemDto[];
  next: string | null;
}
