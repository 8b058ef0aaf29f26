import { queryOptions } from '@tanstack/react-query';
import { request } from './http';
import { clientKey } from './query-client';

/** A line of the list of partners: creditors and debtors are one noun. */
export interface PartnerRow {
  id: string;
  number: string;
  kind: 'company' | 'person' | 'public-body' | 'employee';
  name: string;
  vatId: string | null;
  city?: string | null;
  active: boolean;
}
export interface PartnerBankAccount {
  no: number;
  iban: string;
  bic: string | null;
  holder: string | null;
  state: 'proposed' | 'confirmed' | 'refused' | 'ended';
  source: string;
  proposedBy: { id: string; name: string };
  proposedAt: string;
  decidedBy: { id: string; name: string } | null;
  decidedAt: string | null;
}
export interface Partner extends PartnerRow {
  bankAccounts: PartnerBankAccount[];
  paymentBlock: string | null;
  paymentTermDays: number | null;
  version: number;
}

export const findPartners = async (clientId: number, q: string, limit = 12, signal?: AbortSignal) =>
  (
    await request<{ items: PartnerRow[] }>('GET', `/clients/${clientId}/partners`, undefined, {
      query: { q: q || undefined, limit },
      signal,
    })
  ).items;

export const partnerQuery = (clientId: number, id: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'partner', id),
    queryFn: ({ signal }) => request<Partner>('GET', `/clients/${clientId}/partners/${id}`, undefined, { signal }),
    placeholderData: undefined,
    staleTime: 30_000,
  });

export const createPartner = (clientId: number, body: Record<string, unknown>) =>
  request<Partner>('POST', `/clients/${clientId}/partners`, body);

export const proposeBankAccount = (
  clientId: number,
  partnerId: string,
  body: { iban: string; bic?: string | null; holder?: string | null; source: string },
) => request<unknown>('POST', `/clients/${clientId}/partners/${partnerId}/bank-accounts`, body);

export const decideBankAccount = (
  clientId: number,
  partnerId: string,
  no: number,
  body: { confirm: boolean; note: string },
) => request<unknown>('POST', `/clients/${clientId}/partners/${partnerId}/bank-accounts/${no}/decision`, body);
