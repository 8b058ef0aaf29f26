import type { ClientTx } from '@lib/database';

/**
 * Takes numbers from one of the client's counters, in the caller's transaction: if that is taken back, so are they.
 * Whoever takes from the same counter meanwhile waits.
 * @param name of the counter, such as `partner` or `open-item`; it comes into being when it is first used
 * @returns the first of `count` consecutive numbers
 */
export async function drawNumbers(tx: ClientTx, name: string, count = 1): Promise<number> {
  const [row] = await tx.query<{ first: string }>(
    `insert into counter as c (client_id, name, next_no) values ($1, $2, 1 + $3::int)
     on conflict (client_id, name) do update set next_no = c.next_no + $3::int
     returning next_no - $3::int as first`,
    [tx.clientId, name, count],
  );
  return Number(row!.first);
}
