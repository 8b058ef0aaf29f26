import i18next from 'i18next';
import { confirm } from '~/ui/Confirm';
import { createStore } from '~/lib/store';

/** The mask that holds something not yet stored; at most one is on the screen. */
export const unsaved = createStore<{ clientName: string } | null>(null);

/** Asks before the client is switched while a mask is half filled; the mask itself stays with its client. */
export async function mayLeaveClient(): Promise<boolean> {
  const mask = unsaved.get();
  if (!mask) return true;
  return confirm({
    title: i18next.t('frame.unsavedTitle'),
    text: i18next.t('frame.unsavedText', { client: mask.clientName }),
    yes: i18next.t('frame.unsavedSwitch'),
    no: i18next.t('frame.unsavedStay', { client: mask.clientName }),
  });
}

window.addEventListener('beforeunload', (event) => {
  if (unsaved.get()) event.preventDefault();
});
