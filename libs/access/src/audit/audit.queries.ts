import type { LocalDate } from '@lib/kernel';
import type { Tx } from '@lib/database';

export interface AuditItem {
  id: string;
  at: string;
  userId: string | null;
  userName: string | null;
  clientId: number | null;
  action: string;
  resource: string | null;
  outcome: string;
  detail: Record<string, unknown>;
  ip: string | null;
}

export interface AuditFilter {
  /** Only events of these clients; null is everything, also what belongs to no client. */
  clientIds: readonly number[] | null;
  userId?: string;
  /** The beginning of the action: `sign-in`, `role.`, `GET /clients/:clientId/journal-entries`. */
  action?: string;
  /** First and last legal day (Europe/Berlin). */
  from?: LocalDate;
  to?: LocalDate;
  /** The id of the last item seen. */
  after?: string;
  limit: number;
}

/** Events, newest first. */
export function auditEvents(tx: Tx, filter: AuditFilter): Promise<AuditItem[]> {
  const params: unknown[] = [];
  const value = (given: unknown): string => `$${params.push(given)}`;
  const conditions = [
    filter.clientIds !== null && `client_id = any (${value(filter.clientIds)}::int[])`,
    filter.userId !== undefined && `user_id = ${value(filter.userId)}`,
    filter.action !== undefined && `action like ${value(`${filter.action.replace(/[\\%_]/g, '\\$&')}%`)}`,
    filter.from !== undefined && `at >= ${value(filter.from)}::date::timestamp at time zone 'Europe/Berlin'`,
    filter.to !== undefined && `at < (${value(filter.to)}::date + 1)::timestamp at time zone 'Europe/Berlin'`,
    filter.after !== undefined && `id < ${value(filter.after)}`,
  ].filter((condition) => condition !== false);
  return tx.query<AuditItem>(
    `select id, at, user_id as "userId", user_name as "userName", client_id as "clientId", action, resource, outcome, detail, ip
     from audit_event ${conditions.length ? `where ${conditions.join(' and ')}` : ''} order by id desc limit ${value(filter.limit)}`,
    params,
  );
}
