import i18next from 'i18next';
import { createStore } from '~/lib/store';
import { confirm } from '~/ui/Confirm';
import { emptyMask, isMaskEmpty, type Mask } from './mask';

/**
 * A half-filled mask survives a reload and a switch of the client: it is kept per client in this browser tab only and
 * never carried over to another client.
 */
const nameOf = (clientId: number): string => `finanzzentrum.mask.${clientId}`;

export function keptMask(clientId: number): Mask {
  try {
    const stored = sessionStorage.getItem(nameOf(clientId));
    return stored ? (JSON.parse(stored, reviveAmount) as Mask) : emptyMask();
  } catch {
    return emptyMask();
  }
}

export function keepMask(clientId: number, mask: Mask): void {
  if (isMaskEmpty(mask) && !mask.reference && !mask.bookingDate) sessionStorage.removeItem(nameOf(clientId));
  else
    sessionStorage.setItem(
      nameOf(clientId),
      JSON.stringify(mask, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
    );
}

/** Counts the masks put in from outside, so that the one on the screen begins anew. */
const handedOver = createStore(0);
export const useHandedOver = handedOver.use;

/** Asks before lines that are not stored yet would be lost. */
export const mayReplace = async (mask: Mask): Promise<boolean> =>
  isMaskEmpty(mask) ||
  confirm({
    title: i18next.t('booking.replaceTitle'),
    text: i18next.t('booking.clearText'),
    yes: i18next.t('booking.replace'),
    danger: true,
  });

/** Puts the lines of an entry into the client's booking mask. @returns false if the half-filled one was to stay */
export async function handOver(clientId: number, mask: Mask): Promise<boolean> {
  if (!(await mayReplace(keptMask(clientId)))) return false;
  keepMask(clientId, mask);
  handedOver.set((count) => count + 1);
  return true;
}

const reviveAmount = (name: string, value: unknown): unknown =>
  name === 'amount' && typeof value === 'string' ? BigInt(value) : value;
