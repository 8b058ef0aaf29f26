import type { ClientTx, Database } from '@lib/database';
import { cut, type LocalDate, Problem, problems, wordsFor } from '@lib/kernel';
import { postEntryWithin } from './post-entry.js';
import { posting } from './posting.js';
import { ledgerProblems } from './problems.js';
import { standOn } from './accruals.store.js';
import { authorToday } from './holder.js';
import { totalOf } from './journal-entry.js';
import { dueEntry, nextDate, STANDING_COLUMNS, type StandingEntry } from './standing-entries.js';

const LOCK_ONE = `select ${STANDING_COLUMNS} from standing_entry where client_id = $1 and state = 'active' and next_date <= $2 and id <> all($3::uuid[])
  order by next_date, id limit 1 for update skip locked`;

/**
 * Posts every standing entry of the client that is due. Each posting and the step to the next date are one transaction, so
 * several instances may run this at once and a crash repeats nothing. What the books refuse is marked as failed with the
 * reason and waits for a person.
 * @returns how many entries were posted and how many failed
 */
export async function runStandingEntries(
  database: Database,
  clientId: number,
  today: LocalDate,
): Promise<{ posted: number; failed: number }> {
  const outcome = { posted: 0, failed: 0 };
  const failed: string[] = [];
  for (;;) {
    let current: StandingEntry | undefined;
    try {
      current = await database.inClient(clientId, async (tx) => {
        [current] = await tx.query<StandingEntry>(LOCK_ONE, [clientId, today, failed]);
        if (current) await postOne(tx, current, today);
        return current;
      });
      if (!current) return outcome;
      outcome.posted++;
    } catch (error) {
      if (!current || !(error instanceof Problem)) throw error;
      // Nobody has judged the entry: the client's books are held by a large posting. It stays due for the next run.
      if (error.code === 'LedgerBusy') return outcome;
      failed.push(current.id);
      outcome.failed++;
      await markFailed(database, clientId, current, error);
    }
  }
}

async function postOne(tx: ClientTx, standing: StandingEntry, today: LocalDate): Promise<void> {
  const key = `${standing.id}-${standing.nextDate}`;
  const entry = dueEntry(standing);
  const author = await authorToday(tx, standing.author, totalOf(entry), today);
  const { entryNo, outcome } = await postEntryWithin(
    tx,
    posting(entry, {
      clientId: tx.clientId,
      author,
      source: `standing:${standing.id}`,
      idempotencyKey: key,
      scope: 'standing',
    }),
  );
  // Posting and step are one transaction: an entry that stands there already under this key is not this plan's.
  if (outcome !== 'Posted') throw new Problem('KeyReused');
  const own = { fiscalYear: entry.fiscalYear, entryNo };
  if (standing.accrualAccount !== null)
    await standOn(
      tx,
      standing.id,
      own,
      entry.lines.flatMap((line, index) => (line.account === standing.accrualAccount ? [index + 1] : [])),
    );
  const defers = standing.accrualAccount !== null && standing.origin === null;
  const next = nextDate(standing, standing.nextDate!);
  await tx.query(
    `update standing_entry set next_date = $3, state = $4, ended_because = $5, origin_year = coalesce(origin_year, $6),
       origin_no = coalesce(origin_no, $7), last_error = null, posted_count = posted_count + 1, version = version + 1
     where client_id = $1 and id = $2`,
    [
      tx.clientId,
      standing.id,
      next,
      next ? 'active' : 'ended',
      next ? null : 'done',
      defers ? own.fiscalYear : null,
      defers ? own.entryNo : null,
    ],
  );
}

function markFailed(database: Database, clientId: number, standing: StandingEntry, problem: Problem): Promise<unknown> {
  const reasons = problem.fields.length > 0 ? problem.fields : [problem];
  const words = reasons.map((reason) => wordsFor(reason.code, reason.params, 'de').detail).join(' ');
  return database.inClient(clientId, (tx) =>
    tx.query(
      `update standing_entry set state = 'failed', last_error = $3, version = version + 1
       where client_id = $1 and id = $2 and version = $4`,
      [clientId, standing.id, cut(words, 500), standing.version],
    ),
  );
}

/**
 * Takes up a failed standing entry again, at the date where it failed.
 * @throws Problem NotFound, VersionConflict, NothingToResume
 */
export async function resumeStandingEntry(tx: ClientTx, id: string, version: number): Promise<void> {
  const [now] = await tx.query<{ version: number; state: string }>(
    'select version, state from standing_entry where client_id = $1 and id = $2 for update',
    [tx.clientId, id],
  );
  if (!now) throw problems.NotFound();
  if (now.version !== version) throw problems.VersionConflict({ current: now.version, given: version }, '/version');
  if (now.state !== 'failed') throw ledgerProblems.NothingToResume({ state: now.state });
  const taken = await tx.query(
    `update standing_entry set state = 'active', last_error = null, version = version + 1
     where client_id = $1 and id = $2 and (accrual_account is null or accrual_balance(client_id, id) = accrual_rest(standing_entry))
     returning 1`,
    [tx.clientId, id],
  );
  // What it would dissolve is not there: it can only be ended.
  if (taken.length === 0) throw ledgerProblems.NothingToResume({ state: now.state });
}
