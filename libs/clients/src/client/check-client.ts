import type { Tx } from '@lib/database';
import { clientProblems } from '../problems.js';
import { readArms } from './arms.js';
import type { ClientData } from './client.js';
import { isCreditorIdentifier } from './creditor-identifier.js';

/**
 * Checks and normalises what can be told wrong without the books.
 * @throws Problem OfficialKeyMalformed, CreditorIdentifierWrong, ArmsRefused
 */
export function checkedClientData<T extends Partial<ClientData>>(data: T): T {
  const checked = { ...data };
  if (data.officialKey != null && !/^05\d{6}$/.test(data.officialKey)) {
    throw clientProblems.OfficialKeyMalformed({ value: data.officialKey }, '/officialKey');
  }
  if (data.creditorIdentifier != null) {
    checked.creditorIdentifier = data.creditorIdentifier.replace(/\s/g, '').toUpperCase();
    if (!isCreditorIdentifier(checked.creditorIdentifier)) {
      throw clientProblems.CreditorIdentifierWrong({ value: data.creditorIdentifier }, '/creditorIdentifier');
    }
  }
  if (data.arms != null) {
    const arms = readArms(data.arms);
    if (!arms.ok) throw clientProblems.ArmsRefused({ reason: arms.error }, '/arms');
    checked.arms = arms.value;
  }
  if (data.colour != null) checked.colour = data.colour.toLowerCase();
  return checked;
}

/** @throws Problem ParentClientUnknown unless the parent is another municipality */
export async function checkParent(
  tx: Tx,
  parentClientId: number | null | undefined,
  ownId: number | null,
): Promise<void> {
  if (parentClientId == null) return;
  const [parent] = await tx.query(
    `select 1 from client where id = $1 and kind = 'municipality' and id is distinct from $2`,
    [parentClientId, ownId],
  );
  if (!parent) throw clientProblems.ParentClientUnknown({ value: parentClientId }, '/parentClientId');
}
