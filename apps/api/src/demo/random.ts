import { type Cents, split } from '@lib/kernel';

/** Numbers that look random and are the same for the same seed on every machine: the demonstration never changes by itself. */
export class DemoRandom {
  private state: number;

  constructor(seed: string) {
    this.state = 2_166_136_261;
    for (const char of seed) this.state = Math.imul(this.state ^ char.codePointAt(0)!, 16_777_619);
  }

  /** At least 0, below 1 (mulberry32). */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number between both, both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** An amount in cents between two amounts in whole euros. */
  cents(fromEuro: number, toEuro: number): Cents {
    return BigInt(this.int(fromEuro * 100, toEuro * 100));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)]!;
  }

  /** True in so many cases of a hundred. */
  chance(percent: number): boolean {
    return this.next() * 100 < percent;
  }

  /** Cuts an amount into so many parts of different size that add up to it. */
  parts(amount: Cents, count: number): Cents[] {
    return split(
      amount,
      Array.from({ length: count }, () => BigInt(this.int(40, 160))),
    );
  }
}
