import type { ClientTx } from '@lib/database';
import { type Cents, problems } from '@lib/kernel';
import type { Person } from './drafts.js';
import { STANDING_COLUMNS, type StandingEntry } from './standing-entries.js';
import { largestPosting } from './standing-obstacles.js';

/**
 * Somebody takes standing entries over: from now on they post in this person's name and with this person's limit. One that stopped
 * goes on where it stopped.
 * @param permit called with the largest amount (cents) of each; throws when the person may not post it
 * @returns the entries with who held them before
 * @throws Problem NotFound when one of them is not there or has ended
 */
export async function takeOverStandingEntries(
  tx: ClientTx,
  ids: readonly string[],
  by: Person,
  permit: (amount: Cents) => void,
): Promise<{ entry: StandingEntry; before: Person }[]> {
  const held = await tx.query<StandingEntry>(
    `select ${STANDING_COLUMNS} from standing_entry where client_id = $1 and id = any ($2::uuid[]) and state <> 'ended'
     order by id for no key update`,
    [tx.clientId, ids],
  );
  if (held.length !== new Set(ids).size) throw problems.NotFound();
  for (const entry of held) permit(largestPosting(entry));
  const rows = await tx.query<StandingEntry>(
    `update standing_entry s set author = $3, author_name = $4, version = version + 1,
       state = case when state = 'failed' and even then 'active' else state end,
       last_error = case when state = 'failed' and even then null else last_error end
     from (select id as plan, accrual_account is null or accrual_balance(client_id, id) = accrual_rest(p) as even
       from standing_entry p where client_id = $1 and id = any ($2::uuid[])) e
     where client_id = $1 and id = e.plan returning ${STANDING_COLUMNS}`,
    [tx.clientId, ids, by.id, by.name],
  );
  const before = new Map(held.map((entry) => [entry.id, entry.author]));
  return rows.map((entry) => ({ entry, before: before.get(entry.id)! }));
}
