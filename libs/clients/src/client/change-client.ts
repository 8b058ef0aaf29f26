import { type Actor, recordEvent } from '@lib/access';
import type { Tx } from '@lib/database';
import { changeRow } from '../change-row.js';
import { checkParent, checkedClientData } from './check-client.js';
import type { Client, ClientData } from './client.js';
import { findClient } from './clients.store.js';

/**
 * Changes a client's master data; key, kind and chart stay for good.
 * @throws Problem NotFound, VersionConflict and the refusals of {@link checkedClientData}
 */
export async function changeClient(
  tx: Tx,
  id: number,
  { version, ...wish }: Partial<ClientData> & { version: number },
  by: Actor,
): Promise<Client> {
  const data = checkedClientData(wish);
  await checkParent(tx, data.parentClientId, id);
  await changeRow(tx, { table: 'client', key: { id } }, version, {
    name: data.name?.trim(),
    short_name: data.shortName?.trim(),
    official_key: data.officialKey,
    parent_client_id: data.parentClientId,
    address: data.address === null ? '{}' : data.address && JSON.stringify(data.address),
    email: data.email,
    phone: data.phone,
    creditor_identifier: data.creditorIdentifier,
    vat_id: data.vatId,
    vat_status: data.vatStatus,
    colour: data.colour,
    arms: data.arms,
  });
  const { arms, ...told } = data;
  await recordEvent(tx, {
    by,
    clientId: id,
    action: 'client.change',
    resource: `clients/${id}`,
    detail: { ...told, ...(arms !== undefined && { armsChanged: true }) },
  });
  return (await findClient(tx, id))!;
}
