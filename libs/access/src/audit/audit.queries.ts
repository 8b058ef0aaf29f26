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
  /** Only what was read, or only what was done. */
  kind?: 'read' | 'write';
  /** The object, and what lies below it. */
  object?: string;
  /** Also {@link COUNTERS}. */
  counters: boolean;
  /** First and last legal day (Europe/Berlin). */
  from?: LocalDate;
  to?: LocalDate;
  /** The id of the last item seen. */
  after?: string;
  limit: number;
}

/**
 * What the navigation asks by itself to show how much waits: the own decisions, the clearing list, and one document with the counts.
 * It is recorded like everything else - nobody shall read unseen by calling it counting - but not shown unless asked for.
 */
const COUNTERS = `(action in ('GET /decisions', 'GET /centre/clearing-items')
  or action = 'GET /clients/:clientId/documents' and detail ->> 'query' = 'limit=1')`;

const like = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The verbs name a person `users/…`, the requests `centre/users/…`: one object for who reads. */
function objectIs(object: string, value: (given: unknown) => string): string {
  const bare = object.replace(/^centre\//, '');
  const named = [bare, `centre/${bare}`];
  return `(${named.map((name) => `resource = ${value(name)} or resource like ${value(`${like(name)}/%`)}`).join(' or ')})`;
}

/** Events, newest first. */
export function auditEvents(tx: Tx, filter: AuditFilter): Promise<AuditItem[]> {
  const params: unknown[] = [];
  const value = (given: unknown): string => `$${params.push(given)}`;
  const conditions = [
    filter.clientIds !== null && `client_id = any (${value(filter.clientIds)}::int[])`,
    filter.userId !== undefined && `user_id = ${value(filter.userId)}`,
    filter.action !== undefined && `action like ${value(`${like(filter.action)}%`)}`,
    filter.kind === 'read' && `action like 'GET %'`,
    filter.kind === 'write' && `action not like 'GET %'`,
    filter.object !== undefined && objectIs(filter.object, value),
    !filter.counters && filter.kind !== 'write' && `not ${COUNTERS}`,
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

/** People who have or had a role at one of the clients or for the whole centre, by name; everybody for null. */
export function auditPeople(
  tx: Tx,
  clientIds: readonly number[] | null,
): Promise<{ id: string; userName: string; displayName: string }[]> {
  return tx.query(
    `select id, user_name as "userName", display_name as "displayName" from user_account u
     where $1::int[] is null or exists (select from role_assignment r where r.user_id = u.id
       and (r.client_id is null or r.client_id = any ($1::int[])))
     order by display_name, user_name`,
    [clientIds],
  );
}
