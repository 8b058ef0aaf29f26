import { type Actor, recordEvent } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { clientProblems } from '../problems.js';
import { refuseDuplicate } from '../refuse-duplicate.js';
import { insertFiscalYear } from './fiscal-years.store.js';

/**
 * Adds the year before the first or after the last: several may be open side by side, but none is left out.
 * @throws Problem AlreadyExists, FiscalYearGap
 */
export async function addFiscalYear(tx: ClientTx, year: number, by: Actor): Promise<void> {
  const [span] = await tx.query<{ first: number; last: number }>(
    'select min(year) as first, max(year) as last from fiscal_year where client_id = $1',
    [tx.clientId],
  );
  const [before, after] = [span!.first - 1, span!.last + 1];
  if (year < before || year > after) throw clientProblems.FiscalYearGap({ before, after }, '/year');
  await refuseDuplicate(String(year), '/year', () => insertFiscalYear(tx, tx.clientId, year));
  await recordEvent(tx, {
    by,
    clientId: tx.clientId,
    action: 'fiscal-year.create',
    resource: `clients/${tx.clientId}/fiscal-years/${year}`,
  });
}
