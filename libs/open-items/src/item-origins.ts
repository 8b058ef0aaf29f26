import type { ClientTx } from '@lib/database';
import type { Cents } from '@lib/kernel';

/** What an open item was in the system that it came from. */
export interface ItemOrigin {
  itemId: string;
  /** Its number there. */
  number: string;
  /** What it was raised with there, cents with the journal's sign; never less than what is left. */
  originalAmount: Cents;
  originatedOn: string | null;
  /** How often it was dunned there; dunning goes on from here. */
  dunningLevel: number;
  lastDunnedOn: string | null;
}

/** Keeps with items what they were elsewhere; each once, for ever. */
export async function recordItemOrigins(tx: ClientTx, origins: readonly ItemOrigin[]): Promise<void> {
  if (origins.length === 0) return;
  const rows = origins.map(({ originalAmount, ...origin }) => ({
    ...origin,
    originalAmount: originalAmount.toString(),
  }));
  await tx.query(
    `insert into open_item_origin (client_id, item_id, number, original_amount, originated_on, dunning_level, last_dunned_on)
     select c.id, r."itemId", r.number, r."originalAmount", r."originatedOn", r."dunningLevel", r."lastDunnedOn"
     from client c, jsonb_to_recordset($2::jsonb) r ("itemId" uuid, number text, "originalAmount" bigint, "originatedOn" date,
       "dunningLevel" smallint, "lastDunnedOn" date) where c.id = $1`,
    [tx.clientId, JSON.stringify(rows)],
  );
}
