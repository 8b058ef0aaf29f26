import { useLayoutEffect } from 'react';
import { createStore } from '~/lib/store';
import { type Accent, accentOf } from './accent';

export const currentAccent = createStore<Accent>(accentOf(null));

/** Dresses the whole application in the colour of a client while its books are on the screen. */
export function useAccent(colour: string | null | undefined): void {
  useLayoutEffect(() => {
    wear(accentOf(colour));
    return () => wear(accentOf(null));
  }, [colour]);
}

function wear(accent: Accent): void {
  currentAccent.set(accent);
  document.documentElement.style.setProperty('--accent-on-light', accent.onLight);
  document.documentElement.style.setProperty('--accent-on-dark', accent.onDark);
}
