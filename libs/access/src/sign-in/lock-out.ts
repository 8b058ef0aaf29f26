/** Failures of one name before it is locked out. */
export const FREE_FAILURES = 5;
const FIRST_MINUTES = 15;
const LONGEST_MINUTES = 8 * 60;
/** After a day without a failure the count begins afresh. */
export const FORGOTTEN_AFTER_HOURS = 24;

/** How long a name is locked out after its `failures`th failure in a row: 15 minutes at the fifth, then twice as long each. */
export function lockOutMinutes(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(LONGEST_MINUTES, FIRST_MINUTES * 2 ** Math.min(failures - FREE_FAILURES, 10));
}

/** What counts as one address: an IPv4 address, or the /64 of an IPv6 address, which one household or server is given whole. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::', 2);
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const filled = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...filled, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

interface Count {
  failures: number;
  since: number;
}

/** Counts failures per network address in this process: what guesses one password against many names is slowed down, too. */
export class AddressThrottle {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly limit: number,
    private readonly windowMs = 10 * 60_000,
    private readonly capacity = 10_000,
  ) {}

  /** Seconds the address still has to wait; 0 when it may try. */
  waitSeconds(address: string, now: Date): number {
    const network = networkOf(address);
    const count = this.counts.get(network);
    if (!count || count.failures < this.limit) return 0;
    const left = count.since + this.windowMs - now.getTime();
    if (left > 0) return Math.ceil(left / 1000);
    this.counts.delete(network);
    return 0;
  }

  failed(address: string, now: Date): void {
    const network = networkOf(address);
    const count = this.counts.get(network);
    if (count && now.getTime() - count.since < this.windowMs) count.failures++;
    else {
      if (this.counts.size >= this.capacity) this.counts.delete(this.counts.keys().next().value!);
      this.counts.set(network, { failures: 1, since: now.getTime() });
    }
  }
}
