import type { ClientTx } from '@lib/database';

/**
 * The posting function asks whether an author may open and close a year, here and today. Who posted such an entry elsewhere had that
 * right there and then; for the length of this transaction they have it here, so that nobody else ever sees it.
 * @param work posts the entries that were loaded into `in_journal_entry`
 */
export async function withLentRights<T>(tx: ClientTx, work: () => Promise<T>): Promise<T> {
  const authors = (
    await tx.query<{ author: string }>('select distinct author from in_journal_entry where period in (0, 13)')
  ).map(({ author }) => author);
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
  const made = ids(
    await tx.query(
      `insert into user_account (id, user_name, display_name, active) select a, 'lent-' || a, 'lent', true from unnest($1::uuid[]) a
       where not exists (select from user_account u where u.id = a) returning id`,
      [authors],
    ),
  );
  const opened = ids(
    await tx.query('update user_account set active = true where id = any ($1::uuid[]) and not active returning id', [
      authors,
    ]),
  );
  const lent = ids(
    await tx.query(
      `insert into role_assignment (user_id, role, client_id, valid_from)
       select a, 'centre-lead', c.id, current_date - 1 from unnest($1::uuid[]) a, client c where c.id = $2 returning id`,
      [authors, tx.clientId],
    ),
  );
  const answer = await work();
  await tx.query('delete from role_assignment where id = any ($1::uuid[])', [lent]);
  await tx.query('update user_account set active = false where id = any ($1::uuid[])', [opened]);
  await tx.query('delete from user_account where id = any ($1::uuid[])', [made]);
  return answer;
}
