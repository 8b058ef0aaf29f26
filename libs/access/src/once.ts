import type { Tx } from '@lib/database';
import { problems } from '@lib/kernel';
import { createHash } from 'node:crypto';
import type { Sealing } from './sign-in/sealing.js';

/** A creating request: who sent it, its `Idempotency-Key` (none: it is not remembered), its route and body. */
export interface Request {
  userId: string;
  key: string | undefined;
  route: string;
  body: unknown;
}

/**
 * Does `work` once per key and answers the first answer again when the request is repeated, in the same transaction as the
 * work itself. Answers are kept sealed, for some show a secret.
 * @throws Problem KeyReused when the key came with another request before
 */
export async function once<T>(tx: Tx, sealing: Sealing, request: Request, work: () => Promise<T>): Promise<T> {
  if (request.key === undefined) return work();
  const hash = createHash('sha256')
    .update(JSON.stringify([request.route, request.body]))
    .digest();
  // A twin still under way makes this wait until it has committed.
  const mine = await tx.query(
    'insert into idempotent_request (user_id, key, request_hash) values ($1, $2, $3) on conflict do nothing returning key',
    [request.userId, request.key, hash],
  );
  if (mine.length === 0) {
    const [first] = await tx.query<{ request_hash: Buffer; answer: Buffer }>(
      'select request_hash, answer from idempotent_request where user_id = $1 and key = $2',
      [request.userId, request.key],
    );
    const answer = first?.request_hash.equals(hash) ? sealing.open('idempotency', first.answer) : null;
    if (answer === null) throw problems.KeyReused();
    return JSON.parse(answer) as T;
  }
  const answer = await work();
  await tx.query('update idempotent_request set answer = $3 where user_id = $1 and key = $2', [
    request.userId,
    request.key,
    sealing.seal('idempotency', JSON.stringify(answer)),
  ]);
  return answer;
}
