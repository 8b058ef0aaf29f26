import { useSyncExternalStore } from 'react';

/** The smallest possible shared state: a value, a way to set it, and a hook that follows it. */
export function createStore<T>(initial: T) {
  let value = initial;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const get = () => value;
  const set = (next: T | ((old: T) => T)) => {
    value = typeof next === 'function' ? (next as (old: T) => T)(value) : next;
    listeners.forEach((listener) => listener());
  };
  return { get, set, subscribe, use: () => useSyncExternalStore(subscribe, get) };
}
