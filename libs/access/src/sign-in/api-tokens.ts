import { Clock, type LocalDate, problems } from '@lib/kernel';
import type { Tx } from '@lib/database';
import { randomBytes } from 'node:crypto';
import { recordEvent } from '../audit/audit-event.js';
import { hashOf } from '../guard/authenticator.js';
import { TOKEN_PREFIX } from '../guard/request.js';
import type { Actor } from '../principal.js';
import { accessProblems } from '../problems.js';
import type { TokenScope } from '../token-scope.js';

export interface ApiToken {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  /** The last day on which it works (Europe/Berlin). */
  expiresOn: LocalDate;
  scopes: TokenScope[];
}

/** How long a token works when nothing is said, and at most, in days. */
export const TOKEN_DAYS = { usual: 90, longest: 366 };

const daysAfter = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const TOKEN = `id, name, created_at as "createdAt", last_used_at as "lastUsedAt", expires_on as "expiresOn", scopes`;

/** The person's tokens that still work or have run out; revoked ones are gone from the list, not from the table. */
export const apiTokensOf = (tx: Tx, userId: string): Promise<ApiToken[]> =>
  tx.query<ApiToken>(
    `select ${TOKEN} from api_token where user_id = $1 and revoked_at is null order by created_at, id`,
    [userId],
  );

/**
 * Makes a token; it is shown this once. It never may more than its person, and of that what its scopes cover.
 * @throws Problem TokenExpiryPast, TokenExpiryTooFar
 */
export async function createApiToken(
  tx: Tx,
  wish: { userId: string; name: string; scopes?: readonly TokenScope[]; expiresOn?: LocalDate | null },
  by: Actor,
  clock: Clock,
  days = TOKEN_DAYS,
): Promise<ApiToken & { token: string }> {
  const scopes = !wish.scopes || wish.scopes.includes('all') ? ['all'] : wish.scopes;
  const today = clock.today();
  const expiresOn = wish.expiresOn ?? daysAfter(today, days.usual);
  if (expiresOn < today) throw accessProblems.TokenExpiryPast({ day: expiresOn }, '/expiresOn');
  const last = daysAfter(today, days.longest);
  if (expiresOn > last) throw accessProblems.TokenExpiryTooFar({ days: days.longest, day: last }, '/expiresOn');
  const token = TOKEN_PREFIX + randomBytes(32).toString('base64url');
  const [row] = await tx.query<ApiToken>(
    `insert into api_token (user_id, name, token_hash, expires_on, scopes) values ($1, $2, $3, $4, $5) returning ${TOKEN}`,
    [wish.userId, wish.name, hashOf(token), expiresOn, scopes],
  );
  await recordEvent(tx, {
    by,
    action: 'api-token.create',
    resource: `api-tokens/${row!.id}`,
    detail: { name: wish.name, scopes, expiresOn },
  });
  return { ...row!, token };
}

/** @throws Problem NotFound unless it is a token of this person that was not revoked before */
export async function revokeApiToken(tx: Tx, userId: string, id: string, by: Actor, clock: Clock): Promise<void> {
  const rows = await tx.query(
    'update api_token set revoked_at = $3 where id = $2 and user_id = $1 and revoked_at is null returning id',
    [userId, id, clock.now()],
  );
  if (rows.length === 0) throw problems.NotFound();
  await recordEvent(tx, { by, action: 'api-token.revoke', resource: `api-tokens/${id}` });
}
