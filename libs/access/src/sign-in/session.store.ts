import type { Tx } from '@lib/database';
import type { Language } from '@lib/kernel';

/** How a session was opened: with a password, or vouched for by the OpenID provider. */
export type SignInMethod = 'password' | 'oidc';

/** What signing in and the own account need to know of a person. */
export interface Account {
  id: string;
  userName: string;
  displayName: string;
  email: string | null;
  language: Language;
  passwordHash: string | null;
  mustChangePassword: boolean;
  totpSecret: Buffer | null;
  totpConfirmed: boolean;
  active: boolean;
  oidcSubject: string | null;
}

const ACCOUNT = `id, user_name as "userName", display_name as "displayName", email, language, password_hash as "passwordHash",
  must_change_password as "mustChangePassword", totp_secret as "totpSecret", totp_confirmed_at is not null as "totpConfirmed",
  active, oidc_subject as "oidcSubject"`;

const first = async <R>(rows: Promise<R[]>): Promise<R | null> => (await rows)[0] ?? null;

export const accountByName = (tx: Tx, userName: string): Promise<Account | null> =>
  first(tx.query<Account>(`select ${ACCOUNT} from user_account where user_name = $1`, [userName]));

export const accountById = (tx: Tx, id: string): Promise<Account | null> =>
  first(tx.query<Account>(`select ${ACCOUNT} from user_account where id = $1`, [id]));

/** The account for changing it: who else wants to change it waits. */
export const lockAccount = (tx: Tx, id: string): Promise<Account | null> =>
  first(tx.query<Account>(`select ${ACCOUNT} from user_account where id = $1 for update`, [id]));

export const accountBySubject = (tx: Tx, subject: string): Promise<Account | null> =>
  first(tx.query<Account>(`select ${ACCOUNT} from user_account where oidc_subject = $1`, [subject]));

export const accountsByEmail = (tx: Tx, email: string): Promise<Account[]> =>
  tx.query<Account>(`select ${ACCOUNT} from user_account where lower(email) = lower($1)`, [email]);

/** Links the account if an administrator allowed it and the leave has not run out; it is used up by that. */
export async function linkSubject(tx: Tx, userId: string, subject: string, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `update user_account set oidc_subject = $2, oidc_link_until = null, version = version + 1
     where id = $1 and oidc_subject is null and oidc_link_until > $3 returning id`,
    [userId, subject, now],
  );
  return rows.length === 1;
}

export async function insertSession(
  tx: Tx,
  session: {
    hash: Buffer;
    userId: string;
    method: SignInMethod;
    now: Date;
    expires: Date;
    ip: string;
    userAgent: string | null;
  },
): Promise<void> {
  await tx.query(
    `insert into session (token_hash, user_id, method, created_at, last_seen_at, expires_at, ip, user_agent)
     values ($1, $2, $7, $3, $3, $4, $5, $6)`,
    [session.hash, session.userId, session.now, session.expires, session.ip, session.userAgent, session.method],
  );
}

export async function deleteSession(tx: Tx, hash: Buffer): Promise<void> {
  await tx.query('delete from session where token_hash = $1', [hash]);
}

/** Ends the person's sessions: all or all but one, opened in any way or in one. */
export async function deleteSessionsOf(
  tx: Tx,
  userId: string,
  except: Buffer | null = null,
  method: SignInMethod | null = null,
): Promise<void> {
  await tx.query(
    `delete from session where user_id = $1 and ($2::bytea is null or token_hash <> $2) and ($3::text is null or method = $3)`,
    [userId, except, method],
  );
}

/** Removes what has no meaning any more: sessions run out, answers to requests of last week. */
export async function removeExpired(tx: Tx, now: Date, idleSince: Date, requestsBefore: Date): Promise<void> {
  await tx.query('delete from session where expires_at < $1 or last_seen_at < $2', [now, idleSince]);
  await tx.query('delete from idempotent_request where created_at < $1', [requestsBefore]);
}

/** Takes a one-time code's time step; false when it or a later one was used already. */
export async function takeTotpStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const rows = await tx.query(
    `update user_account set totp_last_counter = $2
     where id = $1 and (totp_last_counter is null or totp_last_counter < $2) returning id`,
    [userId, step],
  );
  return rows.length === 1;
}

export async function storePassword(tx: Tx, userId: string, hash: string, mustChange: boolean): Promise<void> {
  await tx.query(
    'update user_account set password_hash = $2, must_change_password = $3, version = version + 1 where id = $1',
    [userId, hash, mustChange],
  );
}

export async function storeLanguage(tx: Tx, userId: string, language: Language): Promise<void> {
  await tx.query('update user_account set language = $2 where id = $1', [userId, language]);
}

export async function storeTotpSecret(tx: Tx, userId: string, sealed: Buffer | null): Promise<void> {
  await tx.query(
    `update user_account set totp_secret = $2, totp_confirmed_at = null, totp_last_counter = null, version = version + 1 where id = $1`,
    [userId, sealed],
  );
}

export async function confirmTotp(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.query('update user_account set totp_confirmed_at = $2 where id = $1', [userId, now]);
}
