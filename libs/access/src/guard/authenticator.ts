import { Clock, type Language } from '@lib/kernel';
import { Database } from '@lib/database';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { ACCESS_OPTIONS, type AccessOptions } from '../options.js';
import { type Principal, scopesOf } from '../principal.js';
import type { TokenScope } from '../token-scope.js';
import { Sealing } from '../sign-in/sealing.js';
import { GRANTS, grantsOf, type StoredGrant } from '../standing.js';
import { type AccessRequest, cookieOf, SESSION_COOKIE, TOKEN_PREFIX } from './request.js';

/** Somebody whose session or token is good. `csrfToken` is null for tokens: browsers do not send them by themselves. */
export interface Visitor {
  principal: Principal;
  hash: Buffer;
  csrfToken: string | null;
}

/** How long a change made by another instance may stay unnoticed. */
const FRESH_MS = 1_000;
const CAPACITY = 20_000;
const SEEN_EVERY_MS = 60_000;
const WRITE_SEEN_MS = 5_000;

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

interface Row {
  id: string;
  user_name: string;
  display_name: string;
  language: Language;
  must_change_password: boolean;
  seen_at: string | null;
  scopes: TokenScope[] | null;
  grants: StoredGrant[];
  clients: number[];
}

const PERSON = `
  u.id, u.user_name, u.display_name, u.language, ${GRANTS} as grants,
  (select coalesce(array_agg(c.id), '{}') from client c) as clients`;

/** Whoever came in with a password that somebody else has seen chooses an own one first; whoever is vouched for needs none. */
const BY_SESSION = `
  select s.last_seen_at as seen_at, u.must_change_password and s.method = 'password' as must_change_password, null::text[] as scopes, ${PERSON}
  from session s join user_account u on u.id = s.user_id and u.active
  where s.token_hash = $1 and s.expires_at > $3 and s.last_seen_at > $4`;

const BY_TOKEN = `
  select t.last_used_at as seen_at, false as must_change_password, t.scopes, ${PERSON}
  from api_token t join user_account u on u.id = t.user_id and u.active
  where t.token_hash = $1 and t.revoked_at is null and t.expires_on >= $2::date`;

/** A bearer token counts alone: when it is bad, no cookie makes up for it. */
function tokenOf(request: AccessRequest): string | null {
  const { authorization } = request.headers;
  if (authorization === undefined) return cookieOf(request, SESSION_COOKIE);
  return /^Bearer (fzt_[\w-]{20,100})$/i.exec(authorization)?.[1] ?? null;
}

/** Finds out who is asking. Answers are kept for a second, so that a busy client costs the database one query a second. */
@Injectable()
export class Authenticator implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Authenticator.name);
  private readonly sealing: Sealing;
  private readonly idleMs: number;
  private readonly known = new Map<string, { until: number; visitor: Visitor | null }>();
  private readonly asked = new Map<string, Promise<Visitor | null>>();
  private readonly seen = { session: new Map<string, Buffer>(), token: new Map<string, Buffer>() };
  private generation = 0;
  private changed: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(ACCESS_OPTIONS) options: AccessOptions,
  ) {
    this.sealing = new Sealing(options.secretKey);
    this.idleMs = (options.sessionIdleHours ?? 8) * 3_600_000;
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.writeSeen(), WRITE_SEEN_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.writeSeen();
  }

  /**
   * Who sent the request, or null.
   * @param fresh ask the database even when the answer is known (say, because a client may just have been created)
   */
  visitorOf(request: AccessRequest, fresh = false): Visitor | null | Promise<Visitor | null> {
    const token = tokenOf(request);
    return token === null ? null : this.visitor(token, fresh);
  }

  /** To be called after every change of users, roles, deputies, sessions, tokens or the list of clients in this process. */
  forget(): void {
    this.generation++;
    this.known.clear();
    this.asked.clear();
    this.changed();
  }

  /** Whom to tell of every such change. */
  onChange(changed: () => void): void {
    this.changed = changed;
  }

  /** Who sent the request, if it were sent now. Being looked at is not being used: a stream left open keeps no session alive. */
  async stillThere(request: AccessRequest): Promise<Visitor | null> {
    const token = tokenOf(request);
    return token === null ? null : this.visitor(token, false, false);
  }

  csrfTokenOf(sessionToken: string): string {
    return this.sealing.mark('csrf', sessionToken);
  }

  /** The visitor with this session token, asked of the database now. */
  async visitorWith(sessionToken: string): Promise<Visitor | null> {
    return this.visitor(sessionToken, true);
  }

  private visitor(token: string, fresh: boolean, used = true): Visitor | null | Promise<Visitor | null> {
    const hash = hashOf(token);
    const key = hash.toString('base64');
    const known = fresh ? undefined : this.known.get(key);
    if (known && known.until > performance.now()) return known.visitor;
    let asked = fresh ? undefined : this.asked.get(key);
    if (!asked) {
      const question = this.ask(token, hash, key, used).finally(() => {
        if (this.asked.get(key) === question) this.asked.delete(key);
      });
      this.asked.set(key, (asked = question));
    }
    return asked;
  }

  private async ask(token: string, hash: Buffer, key: string, used: boolean): Promise<Visitor | null> {
    const { generation } = this;
    const until = performance.now() + FRESH_MS;
    const visitor = await this.load(token, hash, key, used);
    if (generation === this.generation) {
      if (this.known.size >= CAPACITY) this.known.clear();
      this.known.set(key, { until, visitor });
    }
    return visitor;
  }

  private async load(token: string, hash: Buffer, key: string, used: boolean): Promise<Visitor | null> {
    const via = token.startsWith(TOKEN_PREFIX) ? 'token' : 'session';
    const now = this.clock.now();
    const today = this.clock.today();
    const { rows } = await this.db.pool.query<Row>(
      via === 'session'
        ? {
            name: 'access-by-session',
            text: BY_SESSION,
            values: [hash, today, now, new Date(now.getTime() - this.idleMs)],
          }
        : { name: 'access-by-token', text: BY_TOKEN, values: [hash, today] },
    );
    const row = rows[0];
    if (!row) return null;
    if (used && (row.seen_at === null || now.getTime() - Date.parse(row.seen_at) > SEEN_EVERY_MS))
      this.seen[via].set(key, hash);
    return {
      hash,
      csrfToken: via === 'session' ? this.csrfTokenOf(token) : null,
      principal: {
        userId: row.id,
        userName: row.user_name,
        displayName: row.display_name,
        language: row.language,
        mustChangePassword: row.must_change_password,
        via,
        ...(row.scopes && { scopes: row.scopes }),
        ...scopesOf(grantsOf(row.grants), row.clients, row.scopes ?? undefined),
      },
    };
  }

  /** When sessions and tokens were last used: written for many at once, beside the requests. */
  private async writeSeen(): Promise<void> {
    const statements = {
      session: 'update session set last_seen_at = $2 where token_hash = any ($1) and last_seen_at < $2',
      token: 'update api_token set last_used_at = $2 where token_hash = any ($1)',
    };
    for (const via of ['session', 'token'] as const) {
      const hashes = [...this.seen[via].values()];
      if (hashes.length === 0) continue;
      this.seen[via].clear();
      try {
        await this.db.pool.query(statements[via], [hashes, this.clock.now()]);
      } catch (error) {
        this.logger.warn(`last use of a ${via} could not be written: ${(error as Error).message}`);
      }
    }
  }
}
