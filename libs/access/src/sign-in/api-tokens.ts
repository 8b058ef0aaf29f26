import { Clock, type LocalDate, problems } from '@lib/kernel';
import type { Tx } from '@lib/database';
import { randomBytes } from 'node:crypto';
import { recordEvent } from '../audit/audit-event.js';
import { hashOf } from '../guard/authenticator.js';
import { TOKEN_PREFIX } from '../guard/request.js';
import type { Actor } from '../principal.js';
import { accessProblems } from '../problems.js';

export interface ApiToken {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  expiresOn: LocalDate | null;
}

const TOKEN = `id, name, created_at as "createdAt", last_used_at as "lastUsedAt", expires_on as "expiresOn"`;

/** The person's tokens that still work or have run out; revoked ones are gone from the list, not from the table. */
export const apiTokensOf = (tx: Tx, userId: string): Promise<ApiToken[]> =>
  tx.query<ApiToken>(
    `select ${TOKEN} from api_token where user_id = $1 and revoked_at is null order by created_at, id`,
    [userId],
  );

/**
 * Makes a token with all rights of the person; it is shown this once.
 * @throws Problem TokenExpiryPast
 */
export async function createApiToken(
  tx: Tx,
  wish: { userId: string; name: string; expiresOn?: LocalDate | null },
  by: Actor,
  clock: Clock,
): Promise<ApiToken & { token: string }> {
  if (wish.expiresOn && wish.expiresOn < clock.today())
    throw accessProblems.TokenExpiryPast({ day: wish.expiresOn }, '/expiresOn');
  const token = TOKEN_PREFIX + randomBytes(32).toString('base64url');
  const [row] = await tx.query<ApiToken>(
    `insert into api_token (user_id, name, token_hash, expires_on) values ($1, $2, $3, $4) returning ${TOKEN}`,
    [wish.userId, wish.name, hashOf(token), wish.expiresOn ?? null],
  );
  await recordEvent(tx, {
    by,
    action: 'api-token.create',
    resource: `api-tokens/${row!.id}`,
    detail: { name: wish.name },
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
