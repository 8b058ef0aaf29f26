import type { Account } from '@lib/clients';
import type { ClientTx } from '@lib/database';

/**
 * Where the opening balance of a control account stands until its items come: on the nearest account above it that is none itself.
 * Both feed the same line of the balance sheet.
 */
export function holdingAccountOf(
  account: Account,
  byNumber: (number: string) => Account | undefined,
): Account | undefined {
  let above: Account | undefined = account;
  while (above && above.control !== null) above = above.parent === null ? undefined : byNumber(above.parent);
  return above?.postable && !above.locked ? above : undefined;
}

/** What stands on accounts in the opening period of a year, in cents, debit positive; accounts without any are missing. */
export async function openingSums(
  tx: ClientTx,
  year: number,
  accounts: readonly string[],
): Promise<Map<string, bigint>> {
  const rows = await tx.query<{ account: string; sum: string }>(
    `select account, sum(debit - credit) as sum from account_balance
     where client_id = $1 and fiscal_year = $2 and period = 0 and account = any ($3) group by account`,
    [tx.clientId, year, accounts],
  );
  return new Map(rows.map(({ account, sum }) => [account, BigInt(sum)]));
}
