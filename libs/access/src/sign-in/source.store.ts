import type { Tx } from '@lib/database';
import { FORGOTTEN_AFTER_HOURS, KNOWN_DAYS } from './lock-out.js';

/** All sources together from which nobody ever signed in under a name. */
export const ELSEWHERE = 'elsewhere';

const HOUR_MS = 3_600_000;
const before = (now: Date, hours: number): Date => new Date(now.getTime() - hours * HOUR_MS);

/** Which of the sources are known: somebody signed in there under this name, and lately. */
export async function knownSources(tx: Tx, userName: string, sources: readonly string[], now: Date): Promise<string[]> {
  const rows = await tx.query<{ source: string }>(
    'select source from sign_in_source where user_name = $1 and source = any ($2) and signed_in_at > $3',
    [userName, sources, before(now, KNOWN_DAYS * 24)],
  );
  return rows.map((row) => row.source);
}

/** Which of the sources is locked the longest, and until when; null: none. */
export async function lockedSource(
  tx: Tx,
  userName: string,
  sources: readonly string[],
  now: Date,
): Promise<{ source: string; until: Date } | null> {
  const [row] = await tx.query<{ source: string; locked_until: string }>(
    `select source, locked_until from sign_in_source where user_name = $1 and source = any ($2) and locked_until > $3
     order by locked_until desc limit 1`,
    [userName, sources, now],
  );
  return row ? { source: row.source, until: new Date(row.locked_until) } : null;
}

/** Counts a failure at a source and answers how many there were in a row; a day without one, and the count begins afresh. */
export async function countFailure(tx: Tx, userName: string, source: string, now: Date): Promise<number> {
  const [row] = await tx.query<{ failures: number }>(
    `insert into sign_in_source as s (user_name, source, failures, last_failed_at) values ($1, $2, 1, $3)
     on conflict (user_name, source) do update set last_failed_at = $3,
       failures = case when s.last_failed_at < $4 then 1 else s.failures + 1 end
     returning failures`,
    [userName, source, now, before(now, FORGOTTEN_AFTER_HOURS)],
  );
  return row!.failures;
}

export async function lockSource(tx: Tx, userName: string, source: string, until: Date): Promise<void> {
  await tx.query('update sign_in_source set locked_until = $3 where user_name = $1 and source = $2', [
    userName,
    source,
    until,
  ]);
}

/** Somebody proved to be this person there: what failed there before is forgiven. */
export async function forgiveSource(tx: Tx, userName: string, source: string): Promise<void> {
  await tx.query(
    'update sign_in_source set failures = 0, locked_until = null where user_name = $1 and source = $2 and failures > 0',
    [userName, source],
  );
}

/** Lifts every lock-out of a name and answers how many there were; known sources stay known. */
export async function liftLocks(tx: Tx, userName: string, now: Date): Promise<number> {
  const rows = await tx.query<{ locked: boolean }>(
    `with before as (select source, locked_until > $2 as locked from sign_in_source where user_name = $1 for update)
     update sign_in_source s set failures = 0, locked_until = null from before b
     where s.user_name = $1 and s.source = b.source returning coalesce(b.locked, false) as locked`,
    [userName, now],
  );
  return rows.filter((row) => row.locked).length;
}

/** Somebody signed in under this name at these sources. */
export async function rememberSources(tx: Tx, userName: string, sources: readonly string[], now: Date): Promise<void> {
  await tx.query(
    `insert into sign_in_source (user_name, source, signed_in_at) select $1, source, $3 from unnest($2::text[]) as source
     on conflict (user_name, source) do update set signed_in_at = $3`,
    [userName, sources, now],
  );
}

/** Forgets everything about a name: failures, lock-outs, and where it was used. */
export async function forgetSources(tx: Tx, userName: string): Promise<void> {
  await tx.query('delete from sign_in_source where user_name = $1', [userName]);
}

/** Removes what has no meaning any more. */
export async function removeOldSources(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `delete from sign_in_source where coalesce(last_failed_at < $2, true) and coalesce(locked_until < $1, true)
       and coalesce(signed_in_at < $3, true)`,
    [now, before(now, FORGOTTEN_AFTER_HOURS), before(now, KNOWN_DAYS * 24)],
  );
}
