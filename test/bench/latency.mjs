// How long one clerk waits: alone, and among two hundred others.
import { load } from './bookings.mjs';

const SECONDS = 8;

/** One booking at a time with nobody else there; beside it the posting function called directly, without the queue. */
export async function alone(centre) {
  const client = [await centre.newClient('bench-alone')];
  await load(centre, client, { seconds: 2, connections: 1, think: 5 });
  const one = await load(centre, client, { seconds: SECONDS, connections: 1, think: 5 });
  const direct = await directCalls(centre, client[0]);
  return {
    figure: `p50 ${one.p50.toFixed(2)} ms`,
    reach: '< 10 ms',
    reached: one.p50 < 10,
    detail: `p95 ${one.p95.toFixed(2)} ms over ${one.posted} bookings by HTTP; through the queue in process p50 ${direct.queued.toFixed(2)} ms, past it p50 ${direct.direct.toFixed(2)} ms`,
  };
}

async function directCalls(centre, clientId) {
  const { dataSource, Database, appUrl } = await import(`${centre.root}/dist/libs/database/src/index.js`);
  const { posting, postingCall, PostingQueue, readEntry } = await import(
    `${centre.root}/dist/libs/ledger/src/index.js`
  );
  const source = await dataSource(appUrl(centre.adminUrl), 2).initialize();
  const { pool } = new Database(source);
  const queue = new PostingQueue(pool);
  const author = { id: '0a1b2c3d-0000-4000-8000-000000000001', name: 'Messung', privileged: false };
  const entry = readEntry({
    bookingDate: '2026-03-15',
    text: 'Abschlag',
    lines: [
      { account: '5241', debit: '12.34', product: '111' },
      { account: '3511', credit: '12.34' },
    ],
  }).value;
  const wish = () => posting(entry, { clientId, author, source: 'bench' });
  const median = async (work) => {
    const times = [];
    for (let index = 0; index < 600; index++) {
      const began = process.hrtime.bigint();
      await work();
      if (index >= 100) times.push(Number(process.hrtime.bigint() - began) / 1e6);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  };
  const direct = await median(() => pool.query(postingCall([wish()], false)));
  const queued = await median(() => queue.post(wish()));
  await source.destroy();
  return { direct, queued };
}

/** Two hundred others booking as fast as they can; the clerk books with a pause in between. */
export async function amongOthers(centre) {
  const client = [await centre.newClient('bench-among')];
  await load(centre, client, { seconds: 2, connections: 64 });
  const others = load(centre, client, { seconds: SECONDS, connections: 200 });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const clerk = await load(centre, client, { seconds: SECONDS - 1.5, connections: 1, think: 30 });
  const crowd = await others;
  return {
    figure: `p95 ${clerk.p95.toFixed(1)} ms`,
    reach: '< 100 ms',
    reached: clerk.p95 < 100,
    detail: `p50 ${clerk.p50.toFixed(1)} ms over ${clerk.posted} bookings, while the others posted ${Math.round(crowd.perSecond)}/s`,
  };
}
