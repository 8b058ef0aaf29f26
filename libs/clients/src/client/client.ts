import type { ClientKind } from './template.js';

export interface Address {
  street?: string;
  postcode?: string;
  city?: string;
}

export const VAT_STATUSES = ['none', 'small', 'regular'] as const;
export type VatStatus = (typeof VAT_STATUSES)[number];

/** A municipality or special fund whose books the centre keeps. */
export interface Client {
  id: number;
  uuid: string;
  key: string;
  name: string;
  shortName: string;
  kind: ClientKind;
  officialKey: string | null;
  parentClientId: number | null;
  address: Address;
  email: string | null;
  phone: string | null;
  creditorIdentifier: string | null;
  vatId: string | null;
  vatStatus: VatStatus;
  colour: string;
  arms: string | null;
  chart: string;
  version: number;
  createdAt: string;
}

/** What can be said about a client; `null` takes a value away, absent leaves it. */
export interface ClientData {
  name: string;
  shortName?: string;
  officialKey?: string | null;
  parentClientId?: number | null;
  address?: Address | null;
  email?: string | null;
  phone?: string | null;
  creditorIdentifier?: string | null;
  vatId?: string | null;
  vatStatus?: VatStatus;
  colour?: string;
  arms?: string | null;
}
