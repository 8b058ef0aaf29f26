import { problems } from '@lib/kernel';
import { Database } from '@lib/database';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, SignedIn } from '../guard/decorators.js';
import { clientsWith, type Principal, requireClient } from '../principal.js';
import { AuditListDto, AuditQueryDto } from './audit.dto.js';
import { auditEvents } from './audit.queries.js';

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
    const { clientId, ...filter } = query;
    const found = await this.db.inCentre((tx) =>
      auditEvents(tx, { ...filter, clientIds: visibleClients(who, clientId), limit: limit + 1 }),
    );
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? items.at(-1)!.id : null };
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
