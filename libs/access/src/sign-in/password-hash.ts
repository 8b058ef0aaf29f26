import { problems } from '@lib/kernel';
import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';
import { availableParallelism } from 'node:os';

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default), 19 MiB, two passes, one lane. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Half the cores hash passwords at most, the others go on booking. */
const AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 2));
const WAITING = 64;

let running = 0;
const queue: (() => void)[] = [];

/** @throws Problem Overloaded when too many are waiting already */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw problems.Overloaded({ seconds: 5 });
    await new Promise<void>((resolve) => queue.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running--;
  }
}

/** The encoded argon2id hash of a password, for storing. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

let dummy: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (no such user, or one who signs in elsewhere) it works just as
 * long and answers no.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await (dummy ??= hashPassword('nobody has this password')));
  const matches = await inTurn(() => verify(against, password));
  return matches && passwordHash !== null;
}

/** Whether a stored hash was made with less effort than today's. */
export function isOutdated(passwordHash: string): boolean {
  const made = parseOptions(passwordHash);
  return made.memoryCost < COST.memoryCost! || made.timeCost < COST.timeCost!;
}
