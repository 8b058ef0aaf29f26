import { parseLeitwegId } from '@lib/einvoice';
import type { Params } from '@lib/kernel';
import { nameKey, vatIdKey } from '../document/supplier-identity.js';

/*
 * Which client a file is for (Leitweg-ID, addresses, names), decided without a database: who looks up an address is handed in.
 * The order is that of the reference: what the sender wrote for this purpose first, what merely describes the buyer last. A Leitweg-ID
 * that is valid and unknown ends the search: the file is for somebody, and guessing who would be guessing whose books it enters.
 */

export const ROUTE_KINDS = ['leitweg-id', 'vat-id', 'email', 'name'] as const;
export type RouteKind = (typeof ROUTE_KINDS)[number];

/** An address as it is compared; null where nothing comparable remains. */
export function routeKey(kind: RouteKind, value: string): string | null {
  switch (kind) {
    case 'leitweg-id':
      return parseLeitwegId(value).normalised || null;
    case 'vat-id':
      return vatIdKey(value);
    case 'email':
      return value.trim().toLowerCase() || null;
    case 'name':
      return nameKey(value);
  }
}

/** What a file and the way it took say about its receiver. */
export interface Addressee {
  /** BT-10 */
  buyerReference: string | null;
  /** BT-49 with its scheme (EAS). */
  endpoint: { scheme: string | null; value: string } | null;
  /** The mailboxes in which it was received. */
  mailboxes: readonly string[];
  /** BT-48 */
  buyerVatId: string | null;
  /** BT-44, BT-45 */
  buyerNames: readonly string[];
}

/** Which clients an address belongs to: none, one, or (names only) several. */
export type FindClients = (kind: RouteKind, key: string) => Promise<readonly number[]>;

export type Routing =
  | {
      found: true;
      clientId: number;
      kind: RouteKind;
      key: string;
      by: 'BT-10' | 'BT-49' | 'mailbox' | 'BT-48' | 'BT-44';
    }
  | {
      found: false;
      reason: 'LeitwegIdUnknown' | 'BuyerUnknown' | 'BuyerAmbiguous' | 'NoRouteInFile';
      params: Params;
      /** Clients that the weaker signs point at: shown to the person who decides, never applied. */
      candidates: number[];
    };

const ENDPOINT_KINDS: Record<string, RouteKind> = { '0204': 'leitweg-id', '9930': 'vat-id', EM: 'email' };

/** Finds the one client, or says why there is none. */
export async function routeOf(addressee: Addressee, find: FindClients): Promise<Routing> {
  const endpointKind = addressee.endpoint
    ? ENDPOINT_KINDS[addressee.endpoint.scheme?.trim().toUpperCase() ?? '']
    : undefined;
  const steps: { by: (Routing & { found: true })['by']; kind: RouteKind; value: string }[] = [
    ...(addressee.buyerReference
      ? [{ by: 'BT-10' as const, kind: 'leitweg-id' as const, value: addressee.buyerReference }]
      : []),
    ...(endpointKind ? [{ by: 'BT-49' as const, kind: endpointKind, value: addressee.endpoint!.value }] : []),
    ...addressee.mailboxes.map((value) => ({ by: 'mailbox' as const, kind: 'email' as const, value })),
    ...(addressee.buyerVatId ? [{ by: 'BT-48' as const, kind: 'vat-id' as const, value: addressee.buyerVatId }] : []),
    ...addressee.buyerNames.map((value) => ({ by: 'BT-44' as const, kind: 'name' as const, value })),
  ];
  let stopped: Params | undefined;
  // Clients that share an address, as a municipality and its special fund share a VAT id: what follows may tell them apart.
  let sharing: { clients: readonly number[]; value: string } | undefined;
  const candidates = new Set<number>();
  for (const step of steps) {
    const key = routeKey(step.kind, step.value);
    if (key === null) continue;
    const named = await find(step.kind, key);
    named.forEach((id) => candidates.add(id));
    if (stopped) continue;
    const clients = sharing ? named.filter((id) => sharing!.clients.includes(id)) : named;
    if (clients.length === 1) return { found: true, clientId: clients[0]!, kind: step.kind, key, by: step.by };
    if (clients.length > 1) sharing = { clients, value: step.value };
    else if (step.kind === 'leitweg-id' && parseLeitwegId(step.value).valid) stopped = { value: key };
  }
  const rest = { candidates: [...candidates].sort((a, b) => a - b) };
  if (stopped) return { found: false, reason: 'LeitwegIdUnknown', params: stopped, ...rest };
  if (sharing) return { found: false, reason: 'BuyerAmbiguous', params: { value: sharing.value }, ...rest };
  const buyer = addressee.buyerNames[0] ?? addressee.buyerReference;
  return buyer
    ? { found: false, reason: 'BuyerUnknown', params: { value: buyer }, ...rest }
    : { found: false, reason: 'NoRouteInFile', params: {}, ...rest };
}

/**
 * Whether a file that lies with a client names somebody else. An address that leads to another client does; a valid Leitweg-ID that is
 * none of this client's does as soon as the client has one registered at all.
 */
export function namesOther(routing: Routing, clientId: number, ownLeitwegIds: number): boolean {
  if (routing.found) return routing.clientId !== clientId;
  return routing.reason === 'LeitwegIdUnknown' && ownLeitwegIds > 0;
}
