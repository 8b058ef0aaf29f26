import type { ProblemError } from './problem';

/**
 * A session may end while a mask is half filled. Requests that meet this wait here; the frame shows a sign-in over the
 * page, and when it succeeds the waiting requests are sent again. Nothing on the page is lost.
 */
interface Waiting {
  again: () => void;
  giveUp: (reason: ProblemError) => void;
  reason: ProblemError;
}

let waiting: Waiting[] = [];
const listeners = new Set<() => void>();

export function reauthenticate(reason: ProblemError): Promise<void> {
  return new Promise((again, giveUp) => {
    waiting = [...waiting, { again, giveUp, reason }];
    listeners.forEach((listener) => listener());
  });
}

export const isWaitingForSignIn = (): boolean => waiting.length > 0;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function signedInAgain(): void {
  release((one) => one.again());
}

export function gaveUpSigningIn(): void {
  release((one) => one.giveUp(one.reason));
}

function release(act: (one: Waiting) => void): void {
  const released = waiting;
  waiting = [];
  released.forEach(act);
  listeners.forEach((listener) => listener());
}
