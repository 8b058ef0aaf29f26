import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { type AccessRequest, actorOf } from '../guard/request.js';
import { AuditLog } from './audit-log.js';

/**
 * Writes down who asked for what, and with what outcome, after the answer has gone out - refusals as well, which no
 * interceptor would see. What a request changes, its verb records in its own transaction besides.
 */
@Injectable()
export class RequestRecorder implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter?.getInstance<FastifyInstance | undefined>();
    server?.addHook('onResponse', (request: AccessRequest, reply, done) => {
      if (isRecorded(request.recorded, reply.statusCode)) this.record(request, reply.statusCode);
      done();
    });
  }

  private record(request: AccessRequest, status: number): void {
    const [path, query] = request.url.split('?', 2);
    const route = (request.routeOptions.url ?? path!).replace(/^\/api\/v1/, '');
    const clientId = Number((request.params as { clientId?: string }).clientId);
    this.audit.note({
      by: actorOf(request),
      clientId: request.principal?.clients.has(clientId) ? clientId : null,
      action: `${request.method} ${route}`,
      resource: path!.replace(/^\/api\/v1\//, ''),
      outcome: status < 400 ? 'ok' : String(status),
      detail: { ...(query && { query }), ...(request.principal?.via === 'token' && { via: 'api-key' }) },
    });
  }
}

/** Somebody turned away because of the crush was refused nothing; they will ask again. */
function isRecorded(recorded: AccessRequest['recorded'], status: number): boolean {
  return recorded === 'everything' || (recorded === 'refusals' && status >= 400 && status !== 429 && status !== 503);
}
