import { problems } from '@lib/kernel';
import { Database } from '@lib/database';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, NeedsCentre, NotRecorded, SignedIn } from '../guard/decorators.js';
import { clientsWith, type Principal, requireClient } from '../principal.js';
import { AuditIntegrityDto, AuditListDto, AuditPeopleDto, AuditProofDto, AuditQueryDto } from './audit.dto.js';
import { auditEvents, auditPeople } from './audit.queries.js';
import { auditIntegrity, proveAuditLog } from './prove-audit-log.js';

const WITH_THE_LOG = 'asked along with the log, and that is recorded';

/** Who read and wrote what. */
@ApiTags('Audit log')
@Controller('centre')
export class AuditController {
  constructor(private readonly db: Database) {}

  /**
   * The audit log, newest first. Whoever may read it for the whole centre sees everything, others the events of the
   * clients at which they may.
   */
  @Get('audit-log')
  @SignedIn()
  async events(@Query() query: AuditQueryDto, @CurrentUser() who: Principal): Promise<AuditListDto> {
    const limit = query.limit ?? 100;
    const { clientId, counters, ...rest } = query;
    const filter = { ...rest, counters: counters === 'true' };
    const found = await this.db.inCentre((tx) =>
      auditEvents(tx, { ...filter, clientIds: visibleClients(who, clientId), limit: limit + 1 }),
    );
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? items.at(-1)!.id : null };
  }

  /** Whom the log may name: people who have or had a role where the reader may read it. */
  @Get('audit-log/people')
  @SignedIn()
  @NotRecorded(WITH_THE_LOG)
  async people(@CurrentUser() who: Principal): Promise<AuditPeopleDto> {
    const items = await this.db.inCentre((tx) => auditPeople(tx, visibleClients(who, undefined)));
    return { items, next: null };
  }

  /** How the chain of the log stands: the last proof, and its end. */
  @Get('audit-log/integrity')
  @NeedsCentre('audit:read')
  @NotRecorded(WITH_THE_LOG)
  integrity(): Promise<AuditIntegrityDto> {
    return this.db.inCentre(auditIntegrity);
  }

  /** Recomputes the whole log and compares; a day's proof is made by itself. */
  @Post('audit-log/proofs')
  @NeedsCentre('audit:read')
  prove(): Promise<AuditProofDto> {
    return proveAuditLog(this.db);
  }
}

/** @throws Problem NotFound, Forbidden */
function visibleClients(who: Principal, clientId: number | undefined): number[] | null {
  const everywhere = who.centrePermissions.has('audit:read');
  if (clientId !== undefined) {
    requireClient(who, clientId, 'audit:read');
    return [clientId];
  }
  if (everywhere) return null;
  const clients = clientsWith(who, 'audit:read');
  if (clients.length === 0) throw problems.Forbidden({ permission: 'audit:read' });
  return clients;
}
