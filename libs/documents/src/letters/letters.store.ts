import type { ClientTx } from '@lib/database';
import type { Person } from '../document/document.store.js';
import type { Letter } from './rejection-letter.js';

export interface StoredLetter extends Letter {
  id: string;
  documentId: string;
  recipient: string;
  attempts: number;
}

/** Keeps a letter; `waiting` puts it into the outbox. */
export async function keepLetter(
  tx: ClientTx,
  letter: Letter & { documentId: string; recipient: string; mail: boolean; by: Person },
): Promise<void> {
  await tx.query(
    `insert into document_letter (client_id, document_id, recipient, subject, body, state, next_attempt_at, written_by, written_by_name)
     values ($1, $2, $3, $4, $5, $6, case when $6 = 'waiting' then clock_timestamp() end, $7, $8)`,
    [
      tx.clientId,
      letter.documentId,
      letter.recipient,
      letter.subject,
      letter.body,
      letter.mail ? 'waiting' : 'copied',
      letter.by.id,
      letter.by.name,
    ],
  );
}

/** Longer than any mail server is waited for. */
const LEASE = '10 minutes';

/** The oldest letter of the client that is due, leased: another instance takes the next one, and this one again should we die with it. */
export async function takeLetter(tx: ClientTx): Promise<StoredLetter | undefined> {
  const [letter] = await tx.query<StoredLetter>(
    `update document_letter set next_attempt_at = clock_timestamp() + interval '${LEASE}'
     where client_id = $1 and id = (
       select id from document_letter where client_id = $1 and state = 'waiting' and next_attempt_at <= clock_timestamp()
       order by next_attempt_at limit 1 for update skip locked)
     returning id, document_id as "documentId", recipient, subject, body, attempts`,
    [tx.clientId],
  );
  return letter;
}

export async function letterSent(tx: ClientTx, id: string): Promise<void> {
  await tx.query(
    `update document_letter set state = 'sent', sent_at = clock_timestamp(), attempts = attempts + 1, next_attempt_at = null, last_error = null
     where client_id = $1 and id = $2`,
    [tx.clientId, id],
  );
}

/** After a failed attempt: the next one later, or never. */
export async function letterFailed(
  tx: ClientTx,
  id: string,
  error: string,
  retryInSeconds: number | null,
): Promise<void> {
  await tx.query(
    `update document_letter set state = case when $4::int is null then 'failed' else 'waiting' end, attempts = attempts + 1,
       last_error = $3, next_attempt_at = clock_timestamp() + make_interval(secs => $4::int) where client_id = $1 and id = $2`,
    [tx.clientId, id, error.slice(0, 500), retryInSeconds],
  );
}

/** Whether the client has letters that are due. */
export async function hasDueLetters(tx: ClientTx): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from document_letter where client_id = $1 and state = 'waiting' and next_attempt_at <= clock_timestamp() limit 1`,
    [tx.clientId],
  );
  return rows.length > 0;
}
