// Durable single bookings over HTTP with all guards on, against bare PostgreSQL in the same run: rounds in turn, the median ratio.
import { fork } from 'node:child_process';
import path from 'node:path';
import { bareRate, prepareBare } from './bare.mjs';

const ROUNDS = 5;
const SECONDS = 5;

/** Runs the load generator once; paths are the clients' journals. */
export function load(centre, clientIds, options) {
  const paths = clientIds.map((id) => `/api/v1/clients/${id}/journal-entries`);
  const generator = fork(path.join(import.meta.dirname, 'load.mjs'));
  return new Promise((resolve, reject) => {
    generator.once('message', resolve);
    generator.once('error', reject);
    generator.send({ port: centre.port, host: '127.0.0.1', token: centre.token, paths, ...options });
  });
}

async function spread(centre, clientIds, target) {
  await prepareBare(centre.adminUrl);
  await load(centre, clientIds, { seconds: 3, connections: 64 });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await bareRate(centre.adminUrl, SECONDS, clientIds.length);
    const ours = await load(centre, clientIds, { seconds: SECONDS, connections: 64 });
    if (ours.refused > 0) throw new Error(`a booking was refused: ${ours.firstRefusal}`);
    rounds.push({
      bare: bare.perSecond,
      ours: ours.perSecond,
      ratio: ours.perSecond / bare.perSecond,
      p50: ours.p50,
      p95: ours.p95,
      by: bare.by,
    });
  }
  const middle = rounds.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(ROUNDS / 2)];
  return {
    figure: `${middle.ratio.toFixed(2)} ×`,
    reach: `≥ ${target.toFixed(1)} ×`,
    reached: middle.ratio >= target,
    detail: `${Math.round(middle.ours)}/s against ${Math.round(middle.bare)}/s (${middle.by}); p50 ${middle.p50.toFixed(1)} ms, p95 ${middle.p95.toFixed(1)} ms`,
    rounds,
  };
}

export async function oneClient(centre) {
  return spread(centre, [await centre.newClient('bench-one')], 2.0);
}

export async function fiftyClients(centre) {
  const ids = [];
  for (let index = 1; index <= 50; index++) ids.push(await centre.newClient(`bench-fifty-${index}`));
  return spread(centre, ids, 1.0);
}
