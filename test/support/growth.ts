/** Milliseconds of processor that some work takes in this process: what else the machine does is not counted. */
export function cpuTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

const FACTOR = 8;

/** What {@link growth} stays below when cost grows in proportion: 8 is ideal, 64 would be the square. */
export const IN_PROPORTION = FACTOR * 3;

/** Less than this cannot be told from the noise of a collector. */
const LEAST_MS = 1;

/**
 * How many times more processor some work takes on an input eight times as large. No test asserts a time, which would
 * depend on the machine; that cost does not run away is asserted by `expect(await growth(…)).toBeLessThan(IN_PROPORTION)`.
 * The least of several rounds counts.
 * @param make an input of a given size; not measured
 * @param size of the larger input
 */
export async function growth<Input>(
  size: number,
  make: (size: number) => Input,
  work: (input: Input) => unknown,
): Promise<number> {
  const inputs = [make(Math.round(size / FACTOR)), make(size)];
  const least = [Infinity, Infinity];
  for (let round = 0; round < 4; round++) {
    for (const [index, input] of inputs.entries()) {
      const spent = cpuTime();
      await work(input);
      if (round > 0) least[index] = Math.min(least[index]!, spent()); // the first round warms up
    }
  }
  return least[1]! / Math.max(least[0]!, LEAST_MS);
}
