import type { Tx } from '@lib/database';
import type { Actor } from '../principal.js';

export interface AuditEvent {
  by?: Actor;
  clientId?: number | null;
  /** `sign-in`, `role.assign`, … or method and route of a request. */
  action: string;
  resource?: string | null;
  /** Default `ok`. */
  outcome?: string;
  detail?: Record<string, unknown>;
}

const SECRET = /password|passwort|kennwort|secret|token|csrf|authorization|cookie|totp|^code$/i;
const LONGEST_TEXT = 500;
const DEEPEST = 6;

/** Cut to length, and without what PostgreSQL cannot store: NUL and halves of surrogate pairs. */
const storable = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\0\p{Surrogate}]/gu, '\ufffd');

/** What may be written down: secrets become `…`, long texts are cut. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storable(value, LONGEST_TEXT) + (value.length > LONGEST_TEXT ? '…' : '');
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => withoutSecrets(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      storable(key, 100),
      SECRET.test(key) && typeof item !== 'boolean' ? '…' : withoutSecrets(item, depth + 1),
    ]),
  );
}

/** One event as the table keeps it. */
export function rowOf(event: AuditEvent): Record<string, unknown> {
  const clean = (text: string | null | undefined, length: number): string | null =>
    text == null ? null : storable(text, length);
  return {
    user_id: event.by?.userId ?? null,
    user_name: clean(event.by?.userName, 100),
    client_id: event.clientId ?? null,
    action: clean(event.action, 200),
    resource: clean(event.resource, 500),
    outcome: clean(event.outcome ?? 'ok', 40),
    detail: withoutSecrets(event.detail ?? {}),
    ip: clean(event.by?.ip, 60),
    request_id: clean(event.by?.requestId, 100),
  };
}

const COLUMNS = 'user_id, user_name, client_id, action, resource, outcome, detail, ip, request_id';

/** Writes an event in the caller's transaction: it stands if and only if what it tells of stands. */
export async function recordEvent(tx: Tx, event: AuditEvent): Promise<void> {
  await tx.query(
    `insert into audit_event (${COLUMNS})
     select ${COLUMNS} from jsonb_to_record($1::jsonb) as e (user_id uuid, user_name text, client_id int, action text,
       resource text, outcome text, detail jsonb, ip text, request_id text)`,
    [JSON.stringify(rowOf(event))],
  );
}

/** Writes many events, each with the time at which it happened, in one statement. */
export async function recordEvents(
  query: (sql: string, params: unknown[]) => Promise<unknown>,
  events: readonly Record<string, unknown>[],
): Promise<void> {
  await query(
    `insert into audit_event (at, ${COLUMNS})
     select at, ${COLUMNS} from jsonb_to_recordset($1::jsonb) as e (at timestamptz, user_id uuid, user_name text, client_id int,
       action text, resource text, outcome text, detail jsonb, ip text, request_id text)`,
    [JSON.stringify(events)],
  );
}
