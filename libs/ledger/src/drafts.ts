import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import type { DraftDto } from './desk.dto.js';
import type { PersonDto } from './journal-answers.dto.js';
import { ledgerProblems } from './problems.js';

export type Person = PersonDto;
export type Draft = DraftDto;

const COLUMNS = `id, version, entry, note, jsonb_build_object('id', created_by, 'name', created_by_name) as "createdBy",
  created_at as "createdAt", jsonb_build_object('id', updated_by, 'name', updated_by_name) as "updatedBy", updated_at as "updatedAt"`;

/** Drafts, the one changed last on top. */
export function drafts(tx: ClientTx, limit: number): Promise<Draft[]> {
  return tx.query<Draft>(`select ${COLUMNS} from draft where client_id = $1 order by updated_at desc, id limit $2`, [
    tx.clientId,
    limit,
  ]);
}

/** @throws Problem NotFound */
export async function draftById(tx: ClientTx, id: string): Promise<Draft> {
  const [draft] = await tx.query<Draft>(`select ${COLUMNS} from draft where client_id = $1 and id = $2`, [
    tx.clientId,
    id,
  ]);
  if (!draft) throw problems.NotFound();
  return draft;
}

/** `id` may come from the browser, so that a repeated request makes no second draft. */
export async function saveDraft(
  tx: ClientTx,
  wish: { id?: string | undefined; entry: Record<string, unknown>; note: string; by: Person },
): Promise<Draft> {
  const [draft] = await tx.query<Draft>(
    `insert into draft (client_id, id, entry, note, created_by, created_by_name, updated_by, updated_by_name)
     values ($1, coalesce($2::uuid, gen_random_uuid()), $3, $4, $5, $6, $5, $6)
     on conflict (client_id, id) do nothing returning ${COLUMNS}`,
    [tx.clientId, wish.id ?? null, JSON.stringify(wish.entry), wish.note, wish.by.id, wish.by.name],
  );
  return draft ?? draftById(tx, wish.id!);
}

/** @throws Problem VersionConflict when somebody else was faster, DraftGone when it was posted or deleted */
export async function changeDraft(
  tx: ClientTx,
  id: string,
  wish: { version: number; entry: Record<string, unknown>; note: string; by: Person },
): Promise<Draft> {
  const [draft] = await tx.query<Draft>(
    `update draft set entry = $4, note = $5, updated_by = $6, updated_by_name = $7, updated_at = clock_timestamp(), version = version + 1
     where client_id = $1 and id = $2 and version = $3 returning ${COLUMNS}`,
    [tx.clientId, id, wish.version, JSON.stringify(wish.entry), wish.note, wish.by.id, wish.by.name],
  );
  return draft ?? (await conflict(tx, id, wish.version));
}

/** Takes the draft away and answers what it held. @throws Problem VersionConflict, DraftGone */
export async function removeDraft(tx: ClientTx, id: string, version: number): Promise<Draft> {
  const [draft] = await tx.query<Draft>(
    `delete from draft where client_id = $1 and id = $2 and version = $3 returning ${COLUMNS}`,
    [tx.clientId, id, version],
  );
  return draft ?? (await conflict(tx, id, version));
}

async function conflict(tx: ClientTx, id: string, given: number): Promise<never> {
  const [now] = await tx.query<{ version: number; name: string }>(
    'select version, updated_by_name as name from draft where client_id = $1 and id = $2',
    [tx.clientId, id],
  );
  if (!now) throw ledgerProblems.DraftGone();
  throw problems.VersionConflict({ current: now.version, given, by: now.name }, '/version');
}
