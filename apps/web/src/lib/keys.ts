import { useEffect, useRef } from 'react';
import { createStore } from './store';

export interface KeyBinding {
  /** `Ctrl+K`, `F8`, `?`, `NumpadMultiply`; compared with `KeyboardEvent.key` and `code`. */
  keys: string[];
  /** How the key is written on the key map; the first of `keys` if absent. */
  shown?: string;
  label: string;
  /** Absent where the key is handled by the field itself and only has to be listed. */
  run?: (event: KeyboardEvent) => void;
  /** Works also while a text field has the focus. Function keys and Ctrl combinations always do. */
  inFields?: boolean;
}

export interface KeyGroup {
  title: string;
  bindings: KeyBinding[];
}

const groups = createStore<KeyGroup[]>([]);
export const useKeyGroups = groups.use;

/** Binds keys while the calling component is shown and lists them on the key map. */
export function useKeys(title: string, bindings: KeyBinding[]): void {
  const current = useRef(bindings);
  current.current = bindings;
  const names = bindings.map((binding) => `${binding.keys.join()}:${binding.label}`).join('|');

  useEffect(() => {
    const group = { title, bindings: current.current };
    groups.set((all) => [...all, group]);
    return () => groups.set((all) => all.filter((one) => one !== group));
  }, [title, names]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const binding = current.current.find((one) => one.run && one.keys.some((key) => matches(event, key)));
      if (!binding || (isTyping(event) && !worksInFields(binding))) return;
      event.preventDefault();
      binding.run!(event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function matches(event: KeyboardEvent, wanted: string): boolean {
  const parts = wanted.split('+');
  const key = parts.pop()!;
  const ctrl = parts.includes('Ctrl');
  if (ctrl !== (event.ctrlKey || event.metaKey) || parts.includes('Alt') !== event.altKey) return false;
  return event.key.toLowerCase() === key.toLowerCase() || event.code === key;
}

const worksInFields = (binding: KeyBinding): boolean =>
  binding.inFields ?? binding.keys.every((key) => /^(F\d+|Ctrl\+.*|Alt\+.*|Numpad.*)$/.test(key));

export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return !!target?.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]');
}
