import { standingAt } from '@lib/access';
import type { ClientTx } from '@lib/database';
import { type Cents, type LocalDate, monthOf, yearOf } from '@lib/kernel';
import type { StandingEntryDto } from './desk.dto.js';
import { holderObstacle } from './holder.js';
import { readEntry, totalOf } from './journal-entry.js';
import type { StandingEntry } from './standing-entries.js';

export type Obstacle = StandingEntryDto['obstacles'][number];

/** Standing entries with what will stop each of them on its next date, as the books and the people are today. */
export async function withObstacles(
  tx: ClientTx,
  entries: readonly StandingEntry[],
  today: LocalDate,
): Promise<StandingEntryDto[]> {
  const running = entries.filter((entry) => entry.state === 'active' || entry.state === 'failed');
  const people = await standingsOf(
    tx,
    running.map((entry) => entry.author.id),
    today,
  );
  const stateOf = await periods(tx);
  return entries.map((entry) => {
    if (!running.includes(entry)) return { ...entry, obstacles: [] };
    const standing = people.get(entry.author.id) ?? null;
    const privileged = standing?.scope?.permissions.has('periods:manage') ?? false;
    const found = [
      holderObstacle(standing, largestPosting(entry)),
      entry.nextDate === null ? null : periodObstacle(stateOf(entry.nextDate), privileged),
    ];
    return { ...entry, obstacles: found.filter((one) => one !== null) };
  });
}

/** How many running standing entries nobody will post: their holder has gone or may not, or their date of the next weeks has no year. */
export async function standingAtRisk(tx: ClientTx, today: LocalDate, until: LocalDate): Promise<number> {
  const rows = await tx.query<{ author: string; nextDate: string; count: number }>(
    `select author, next_date as "nextDate", count(*)::int as count from standing_entry
     where client_id = $1 and state = 'active' group by 1, 2`,
    [tx.clientId],
  );
  const people = await standingsOf(
    tx,
    rows.map((row) => row.author),
    today,
  );
  const stateOf = await periods(tx);
  return rows
    .filter(
      ({ author, nextDate }) =>
        holderObstacle(people.get(author) ?? null, 0n) !== null ||
        (nextDate <= until && periodObstacle(stateOf(nextDate), true) !== null),
    )
    .reduce((sum, row) => sum + row.count, 0);
}

async function standingsOf(tx: ClientTx, people: readonly string[], today: LocalDate) {
  const found = new Map<string, Awaited<ReturnType<typeof standingAt>>>();
  for (const id of new Set(people)) found.set(id, await standingAt(tx, id, tx.clientId, today));
  return found;
}

async function periods(tx: ClientTx): Promise<(date: LocalDate) => string | undefined> {
  const rows = await tx.query<{ year: number; period: number; state: string }>(
    'select fiscal_year as year, period, state from period where client_id = $1 and period between 1 and 12',
    [tx.clientId],
  );
  const states = new Map(rows.map((row) => [row.year * 100 + row.period, row.state]));
  return (date) => states.get(yearOf(date) * 100 + monthOf(date));
}

function periodObstacle(state: string | undefined, privileged: boolean): Obstacle | null {
  if (state === undefined) return 'year-missing';
  return state === 'closed' || (state === 'soft-closed' && !privileged) ? 'period-closed' : null;
}

/** The largest amount (cents) that a standing entry posts on one date. */
export function largestPosting(entry: Pick<StandingEntry, 'entry' | 'instalments' | 'firstDate'>): Cents {
  const all = entry.instalments?.map((instalment) => instalment.lines) ?? [entry.entry['lines']];
  return all
    .map((lines) => {
      const read = readEntry({ ...entry.entry, lines, bookingDate: entry.firstDate });
      return read.ok ? totalOf(read.value) : 0n;
    })
    .reduce((most, amount) => (amount > most ? amount : most), 0n);
}
