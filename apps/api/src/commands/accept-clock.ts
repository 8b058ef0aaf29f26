import { recordEvent } from '@lib/access';
import type { Tx } from '@lib/database';
import { SettingError } from '../settings.js';
import { explainStartFailure } from '../startup.js';
import { asOwner, onCentre, operator } from './on-centre.js';

const USAGE = 'Usage: npm run accept-clock -- <client key> <fiscal year>';

/**
 * Lets posting to a year go on although its last entry was recorded under a clock that was ahead. The instants recorded stay; later
 * entries bear the same instant until the clock has reached it.
 * @returns the instant, or undefined when the year's last entry is not ahead of the clock
 */
async function acceptClock(tx: Tx, key: string, year: number): Promise<string | undefined> {
  const [found] = await tx.query<{ id: number; last: string; ahead: boolean }>(
    `select c.id, f.last_recorded_at::text as last, f.last_recorded_at > clock_timestamp() as ahead
     from client c join fiscal_year f on f.client_id = c.id where c.key = $1 and f.year = $2`,
    [key, year],
  );
  if (!found) throw new SettingError(`There is no client "${key}" with the fiscal year ${year}.`);
  if (!found.ahead) return undefined;
  await tx.query('update fiscal_year set trusted_until = last_recorded_at where client_id = $1 and year = $2', [
    found.id,
    year,
  ]);
  await recordEvent(tx, {
    by: operator(),
    clientId: found.id,
    action: 'clock.accept',
    resource: `clients/${found.id}/fiscal-years/${year}`,
    detail: { until: found.last },
  });
  return found.last;
}

try {
  const [key, year, ...more] = process.argv.slice(2);
  if (!key || !/^\d{4}$/.test(year ?? '') || more.length > 0) throw new SettingError(USAGE);
  const until = await onCentre((adminUrl) => asOwner(adminUrl, (tx) => acceptClock(tx, key, Number(year))));
  console.log(
    until === undefined
      ? `The last entry of ${key} in ${year} is not ahead of the clock; there is nothing to accept.`
      : `Posting to ${key}, ${year} goes on. Entries up to ${until} were recorded under a clock that was ahead; the proof names them until then.`,
  );
} catch (error) {
  console.error(`\n${explainStartFailure(error).message}`);
  process.exitCode = explainStartFailure(error).exitCode;
}
