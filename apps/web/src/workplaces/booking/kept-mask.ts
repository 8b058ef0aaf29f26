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

const reviveAmount = (name: string, value: unknown): unknown =>
  name === 'amount' && typeof value === 'string' ? BigInt(value) : value;
