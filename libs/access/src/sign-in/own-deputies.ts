import type { LocalDate } from '@lib/kernel';
import type { Tx } from '@lib/database';

/** A deputyship as either of the two sees it. */
export interface Deputyship {
  id: string;
  /** The other of the two. */
  personId: string;
  personName: string;
  /** Null: at every client. */
  clientId: number | null;
  clientName: string | null;
  validFrom: LocalDate;
  /** The last day. */
  validTo: LocalDate;
  /** It holds today; otherwise it begins later. */
  current: boolean;
}

/**
 * Who stands in for a person and for whom the person stands in, today or later. What is over is not told, nor what rests because
 * the other has left.
 */
export async function deputyshipsOf(
  tx: Tx,
  userId: string,
  today: LocalDate,
): Promise<{ deputies: Deputyship[]; represented: Deputyship[] }> {
  const rows = await tx.query<Deputyship & { standsIn: boolean }>(
    `select d.id, d.deputy_user_id = $1 as "standsIn", p.id as "personId", p.display_name as "personName",
       d.client_id as "clientId", c.name as "clientName", d.valid_from as "validFrom", d.valid_to as "validTo",
       d.valid_from <= $2::date as current
     from deputy d
       join user_account p on p.id = case d.user_id when $1 then d.deputy_user_id else d.user_id end and p.active
       left join client c on c.id = d.client_id
     where $1 in (d.user_id, d.deputy_user_id) and d.valid_to >= $2::date
     order by d.valid_from, d.valid_to, p.display_name, d.id`,
    [userId, today],
  );
  const those = (standsIn: boolean): Deputyship[] =>
    rows.filter((row) => row.standsIn === standsIn).map(({ standsIn: _, ...deputyship }) => deputyship);
  return { deputies: those(false), represented: those(true) };
}
