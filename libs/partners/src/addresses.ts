import { recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import type { Doer, PartnerAddress } from './partner.js';
import { partnerOf } from './partners.store.js';

const COLUMNS = `no, street, addition, postal_code as "postalCode", city, country, valid_from as "validFrom",
  recorded_at as "recordedAt", recorded_by_name as "recordedBy"`;

export type AddressWish = Pick<PartnerAddress, 'city' | 'validFrom'> &
  Partial<Pick<PartnerAddress, 'street' | 'addition' | 'postalCode' | 'country'>>;

/** All addresses, the one that holds longest into the future first. */
export function addressesOf(tx: ClientTx, partnerId: string): Promise<PartnerAddress[]> {
  return tx.query(
    `select ${COLUMNS} from partner_address where client_id = $1 and partner_id = $2 order by valid_from desc, no desc`,
    [tx.clientId, partnerId],
  );
}

/** The address that holds on a day, or undefined. Of two from the same day the one recorded later holds. */
export function addressOn(addresses: readonly PartnerAddress[], day: string): PartnerAddress | undefined {
  return addresses
    .filter((address) => address.validFrom <= day)
    .sort((a, b) => (a.validFrom === b.validFrom ? b.no - a.no : a.validFrom < b.validFrom ? 1 : -1))[0];
}

/** Adds an address from a day on; earlier ones stay as what held before. @throws Problem NotFound */
export async function addAddress(
  tx: ClientTx,
  partnerId: string,
  wish: AddressWish,
  by: Doer,
): Promise<PartnerAddress> {
  await partnerOf(tx, partnerId);
  await lockPartner(tx, partnerId);
  const [row] = await tx.query<PartnerAddress>(
    `insert into partner_address (client_id, partner_id, no, street, addition, postal_code, city, country, valid_from, recorded_by,
       recorded_by_name)
     values ($1, $2, (select coalesce(max(no), 0) + 1 from partner_address where client_id = $1 and partner_id = $2), $3, $4, $5, $6, $7,
       $8, $9, $10) returning ${COLUMNS}`,
    [
      tx.clientId,
      partnerId,
      (wish.street ?? '').trim(),
      (wish.addition ?? '').trim(),
      (wish.postalCode ?? '').trim(),
      wish.city.trim(),
      (wish.country ?? 'DE').toUpperCase(),
      wish.validFrom,
      by.userId,
      by.displayName,
    ],
  );
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'partner.address',
    resource: `clients/${tx.clientId}/partners/${partnerId}`,
    detail: { no: row!.no, validFrom: row!.validFrom },
  });
  return row!;
}

/** What hangs on a partner is numbered; whoever adds to it goes one after the other. */
export async function lockPartner(tx: ClientTx, partnerId: string): Promise<void> {
  await tx.query('select 1 from partner where client_id = $1 and id = $2 for no key update', [tx.clientId, partnerId]);
}
