import type { Database, Tx } from '@lib/database';

/*
 * How far the demonstration has been laid out. Each step is recorded by the transaction that does it: a process killed at any
 * moment has done it or not, and the next one goes on behind it.
 */

/** The day on which it was begun; all of it is laid out as of that day. */
export const BEGUN = 'begun';
/** Nothing is left to do. */
export const COMPLETE = 'complete';

/** The value of a step that is done, or undefined. */
export async function stepDone(tx: Tx, step: string): Promise<string | undefined> {
  const [row] = await tx.query<{ value: string }>('select value from demonstration_step where step = $1', [step]);
  return row?.value;
}

/** Records in the caller's transaction that it does a step. Of two that do it at once the second fails. */
export async function recordStep(tx: Tx, step: string, value = ''): Promise<void> {
  await tx.query('insert into demonstration_step (step, value) values ($1, $2)', [step, value]);
}

/** Does a step in the caller's transaction unless it is done. Answers true when it did it. */
export async function once(tx: Tx, step: string, work: () => Promise<unknown>): Promise<boolean> {
  if ((await stepDone(tx, step)) !== undefined) return false;
  await work();
  await recordStep(tx, step);
  return true;
}

/** `filling`: figures still change. `none`: these are somebody's own books. */
export type DemonstrationState = 'none' | 'filling' | 'complete';

/** What a centre holds of the demonstration. */
export async function demonstrationState(database: Database): Promise<DemonstrationState> {
  const rows = await database.inCentre((tx) =>
    tx.query<{ step: string }>('select step from demonstration_step where step = any ($1)', [[BEGUN, COMPLETE]]),
  );
  if (rows.length === 0) return 'none';
  return rows.some(({ step }) => step === COMPLETE) ? 'complete' : 'filling';
}
