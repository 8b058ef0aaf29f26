// A closed-loop HTTP load generator in its own process: as little work per request as possible, so that it takes as little as
// possible of the two cores that it shares with what it measures. Started by fork(); answers one message with the figures.
import { randomBytes } from 'node:crypto';
import net from 'node:net';

/**
 * One keep-alive connection that posts bookings one after the other.
 * @returns {Promise<void>} when the time is up and the last answer has come
 */
function clerk({ port, host, paths, token, until, think, latencies, refused }) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, host);
    socket.setNoDelay(true);
    const run = randomBytes(6).toString('hex');
    const heads = paths.map(
      (path) =>
        `POST ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nConnection: keep-alive\r\n`,
    );
    let sent = 0;
    let began = 0n;
    let buffered = '';
    const send = () => {
      const now = process.hrtime.bigint();
      if (now >= until) {
        socket.end();
        resolve();
        return;
      }
      sent++;
      const cents = 1 + ((sent * 7919) % 999_999);
      const euro = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      const account = ACCOUNTS[sent % ACCOUNTS.length];
      const body = `{"bookingDate":"2026-${MONTHS[sent % 12]}-15","text":"Abschlag Stromlieferung Rathaus","reference":"RE-${run}-${sent}","lines":[{"account":"${account}","debit":"${euro}","product":"111"},{"account":"3511","credit":"${euro}"}]}`;
      const head = heads[sent % heads.length];
      began = now;
      socket.write(`${head}Idempotency-Key: ${run}-${sent}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      buffered += chunk.toString('latin1');
      const end = buffered.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(buffered.slice(0, end))?.[1] ?? 0);
      if (buffered.length < end + 4 + length) return;
      if (buffered.charCodeAt(9) === 50 /* 2xx */) latencies.push(Number(process.hrtime.bigint() - began) / 1e6);
      else refused.push(buffered.slice(0, 300));
      buffered = buffered.slice(end + 4 + length);
      if (think > 0) setTimeout(send, think);
      else send();
    });
  });
}

const ACCOUNTS = ['5241', '5281', '5291', '5431', '5422', '5211', '5221', '5251'];
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

process.on('message', async ({ port, host, paths, token, seconds, connections, think = 0 }) => {
  const latencies = [];
  const refused = [];
  const began = process.hrtime.bigint();
  const until = began + BigInt(Math.round(seconds * 1e9));
  // Each connection begins with another client, so that fifty clients are hit evenly.
  const clerks = Array.from({ length: connections }, (_, index) =>
    clerk({
      port,
      host,
      paths: [...paths.slice(index % paths.length), ...paths.slice(0, index % paths.length)],
      token,
      until,
      think,
      latencies,
      refused,
    }),
  );
  await Promise.all(clerks);
  const elapsed = Number(process.hrtime.bigint() - began) / 1e9;
  latencies.sort((a, b) => a - b);
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? null;
  process.send(
    {
      posted: latencies.length,
      refused: refused.length,
      firstRefusal: refused[0],
      perSecond: latencies.length / elapsed,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
    },
    () => process.disconnect(),
  );
});
