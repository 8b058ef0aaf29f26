import { BlockList, isIP } from 'node:net';
import path from 'node:path';
import type { HttpOptions } from '@lib/http';
import type { DoorOptions } from './create-app.js';
import { SettingError, wholeNumber } from './settings.js';

/** Names that stand for networks of which an address never comes from the internet. */
const NAMED_NETWORKS = new Set(['loopback', 'linklocal', 'uniquelocal']);
const MOST_HOPS = 9;

/**
 * Whom the server believes and how much it bears, as the environment sets it; docs/operations.md explains each.
 * @throws SettingError
 */
export function doorSettings(
  env: NodeJS.ProcessEnv = process.env,
): Pick<DoorOptions, 'trustProxy' | 'stallSeconds' | 'connectionsPerAddress'> {
  return {
    trustProxy: trustProxy(env['TRUST_PROXY'] || 'false'),
    stallSeconds: wholeNumber('STALL_SECONDS', env['STALL_SECONDS'] || '30', 5, 600),
    connectionsPerAddress: wholeNumber('CONNECTIONS_PER_ADDRESS', env['CONNECTIONS_PER_ADDRESS'] || '512', 8, 100_000),
  };
}

/** Streams, exports and uploads that one person may have at the same time. @throws SettingError */
export const streamsPerPerson = (env: NodeJS.ProcessEnv = process.env): number =>
  wholeNumber('STREAMS_PER_PERSON', env['STREAMS_PER_PERSON'] || '32', 1, 10_000);

/** Where files are laid down on their way, and how much room must stay. @throws SettingError */
export const httpSettings = (dataDir: string, env: NodeJS.ProcessEnv = process.env): HttpOptions => ({
  spoolFolder: path.resolve(dataDir, 'spool'),
  leastFree: wholeNumber('LEAST_FREE_MB', env['LEAST_FREE_MB'] || '1024', 0, 10_000_000) * 2 ** 20,
});

/**
 * The first address of `X-Forwarded-For` is whatever the sender wrote. Only what the proxies appended counts: so many of the last ones, or
 * those that lie in the networks named.
 */
function trustProxy(text: string): DoorOptions['trustProxy'] {
  if (text === 'false' || text === '0') return false;
  if (text === 'true') return 1;
  if (/^[1-9]$/.test(text)) return Number(text);
  const networks = text.split(',').map((part) => part.trim());
  const wrong = networks.find((network) => !isNetwork(network));
  if (wrong === undefined) return networks;
  throw new SettingError(
    `TRUST_PROXY is "${text}"; it must be false, the number of proxies in front (1 to ${MOST_HOPS}), or their addresses or networks ` +
      'separated by commas (10.0.0.5, 192.168.7.0/24, loopback, linklocal, uniquelocal).',
  );
}

function isNetwork(text: string): boolean {
  if (NAMED_NETWORKS.has(text) || isIP(text) !== 0) return true;
  const [address = '', bits = '', ...rest] = text.split('/');
  const family = isIP(address);
  // A network of no bits is the whole internet.
  if (family === 0 || rest.length > 0 || !/^[1-9]\d{0,2}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
    return true;
  } catch {
    return false;
  }
}
