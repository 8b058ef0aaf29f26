/** Failures of one name from one source before this name is locked out there. */
export const FREE_FAILURES = 5;
/** Failures of one name from all unknown sources together before it is locked out for them: who guesses from a thousand addresses. */
export const FREE_FAILURES_ELSEWHERE = 50;
const FIRST_MINUTES = 15;
const LONGEST_MINUTES = 8 * 60;
/** Shorter than at one source: this one also keeps out the owner, at a device and in a place never used before. */
const LONGEST_MINUTES_ELSEWHERE = 60;
/** After a day without a failure the count begins afresh. */
export const FORGOTTEN_AFTER_HOURS = 24;
/** A source from which nobody signed in under the name for so long is not known any more. */
export const KNOWN_DAYS = 180;

/** How long a name is locked out at a source after its `failures`th failure there in a row: 15 minutes at the fifth, then twice as long each. */
export function lockOutMinutes(failures: number): number {
  return doubled(failures - FREE_FAILURES, LONGEST_MINUTES);
}

/** The same for all unknown sources together: 15 minutes at the fiftieth failure, an hour at most. */
export function lockOutMinutesElsewhere(failures: number): number {
  return doubled(failures - FREE_FAILURES_ELSEWHERE, LONGEST_MINUTES_ELSEWHERE);
}

const doubled = (above: number, longest: number): number =>
  above < 0 ? 0 : Math.min(longest, FIRST_MINUTES * 2 ** Math.min(above, 10));

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

interface Bucket {
  left: number;
  at: number;
}

/**
 * Failures that an address still has, in this process: what guesses one password against many names is slowed down, too. They come
 * back one after the other, so that nobody waits long who only shares the address. Names known at the address do not ask here.
 */
export class AddressThrottle {
  private readonly buckets = new Map<string, Bucket>();
  private readonly msForOne: number;

  constructor(
    private readonly limit: number,
    windowMs = 10 * 60_000,
    private readonly capacity = 10_000,
  ) {
    this.msForOne = windowMs / limit;
  }

  /** Takes one attempt; answers the seconds to wait where there is none, else 0. */
  take(address: string, now: Date): number {
    const bucket = this.bucketOf(networkOf(address), now.getTime());
    if (bucket.left < 1) return Math.ceil(((1 - bucket.left) * this.msForOne) / 1000);
    bucket.left--;
    return 0;
  }

  /** Puts back an attempt that did not fail. */
  giveBack(address: string, now: Date): void {
    const bucket = this.bucketOf(networkOf(address), now.getTime());
    bucket.left = Math.min(this.limit, bucket.left + 1);
  }

  private bucketOf(network: string, now: number): Bucket {
    let bucket = this.buckets.get(network);
    if (!bucket) {
      if (this.buckets.size >= this.capacity) this.buckets.delete(this.buckets.keys().next().value!);
      this.buckets.set(network, (bucket = { left: this.limit, at: now }));
    }
    bucket.left = Math.min(this.limit, bucket.left + Math.max(0, now - bucket.at) / this.msForOne);
    bucket.at = now;
    return bucket;
  }
}
