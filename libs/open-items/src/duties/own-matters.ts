import { recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { problems } from '@lib/kernel';
import { type DoingPerson, partnerOf, partnerProblems } from '@lib/partners';
import { openItemProblems } from '../problems.js';

export interface OwnMatterWish {
  person: string;
  partnerId: string;
  kind: 'self' | 'relative' | 'other';
  note?: string;
}

export interface OwnMatter {
  person: string;
  personName: string;
  partner: { id: string; number: string; name: string; paymentBlock: string | null };
  kind: 'self' | 'relative' | 'other';
  note: string;
  declaredBy: string;
  declaredAt: string;
  endedAt: string | null;
  endedBy: string | null;
}

/** Who decides nothing about whom, what holds first. People whom a partner stands for are in it, too. */
export function ownMatters(tx: ClientTx): Promise<OwnMatter[]> {
  return tx.query(
    `select m.person, coalesce(u.display_name, '') as "personName", json_build_object('id', p.id, 'number', p.number, 'name', p.name,
       'paymentBlock', p.payment_block) as partner, m.kind, m.note, m.declared_by_name as "declaredBy", m.declared_at as "declaredAt",
       m.ended_at as "endedAt", m.ended_by_name as "endedBy"
     from (select client_id, person, partner_id, kind, note, declared_by_name, declared_at, ended_at, ended_by_name from own_matter
         where client_id = $1
       union all
       select client_id, user_id, id, 'self', '', changed_by_name, changed_at, null, null from partner q
         where client_id = $1 and user_id is not null and not exists (select from own_matter o where o.client_id = q.client_id
           and o.person = q.user_id and o.partner_id = q.id and o.ended_at is null)) m
     join partner p on p.client_id = m.client_id and p.id = m.partner_id
     left join user_account u on u.id = m.person
     order by m.ended_at is not null, "personName", p.number`,
    [tx.clientId],
  );
}

/**
 * Declares that a person decides nothing about a partner (§ 31 GO NRW). Duties taken before stand; none is taken from now on.
 * @throws Problem NotFound, PersonUnknown
 */
export async function declareOwnMatter(tx: ClientTx, wish: OwnMatterWish, by: DoingPerson): Promise<OwnMatter> {
  await partnerOf(tx, wish.partnerId);
  const [known] = await tx.query('select 1 from user_account where id = $1', [wish.person]);
  if (!known) throw partnerProblems.PersonUnknown({}, '/person');
  await tx.query(
    `insert into own_matter (client_id, person, partner_id, kind, note, declared_by, declared_by_name)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (client_id, person, partner_id) do update set kind = excluded.kind, note = excluded.note,
       declared_by = excluded.declared_by, declared_by_name = excluded.declared_by_name, declared_at = clock_timestamp(), ended_at = null,
       ended_by = null, ended_by_name = null`,
    [tx.clientId, wish.person, wish.partnerId, wish.kind, wish.note ?? '', by.userId, by.displayName],
  );
  await record(tx, 'own-matter.declare', wish, by);
  return one(tx, wish);
}

/**
 * Ends it, by somebody other than the person concerned.
 * @throws Problem NotFound, OwnMatter
 */
export async function endOwnMatter(
  tx: ClientTx,
  wish: Pick<OwnMatterWish, 'person' | 'partnerId'>,
  by: DoingPerson,
): Promise<OwnMatter> {
  if (wish.person === by.userId) throw openItemProblems.OwnMatter();
  const ended = await tx.query(
    `update own_matter set ended_at = clock_timestamp(), ended_by = $4, ended_by_name = $5
     where client_id = $1 and person = $2 and partner_id = $3 and ended_at is null returning 1`,
    [tx.clientId, wish.person, wish.partnerId, by.userId, by.displayName],
  );
  if (ended.length === 0) throw problems.NotFound();
  await record(tx, 'own-matter.end', wish, by);
  return one(tx, wish, true);
}

async function one(tx: ClientTx, wish: Pick<OwnMatterWish, 'person' | 'partnerId'>, ended = false): Promise<OwnMatter> {
  const all = await ownMatters(tx);
  return all.find(
    (one) => one.person === wish.person && one.partner.id === wish.partnerId && (one.endedAt !== null) === ended,
  )!;
}

const record = (
  tx: ClientTx,
  action: string,
  { person, partnerId, ...detail }: Pick<OwnMatterWish, 'person' | 'partnerId'> & Partial<OwnMatterWish>,
  by: DoingPerson,
): Promise<void> =>
  recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action,
    resource: `clients/${tx.clientId}/partners/${partnerId}`,
    detail: { person, ...detail },
  });
