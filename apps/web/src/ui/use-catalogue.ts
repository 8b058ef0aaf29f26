import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Catalogue, catalogueQuery } from '~/api/master-data';
import type { Account, CostCentre, Product } from '~/api/types';
import { useClient } from '~/frame/client-context';
import { finderOf, type LookupItem } from '~/lib/lookup';
import { recentCodes } from '~/lib/recent';

export interface CatalogueItem extends LookupItem {
  account?: Account;
}

export type LookupKind = 'accounts' | 'cash-accounts' | 'products' | 'product-areas' | 'cost-centres';

const SOURCE: Record<LookupKind, Catalogue> = {
  accounts: 'accounts',
  'cash-accounts': 'accounts',
  products: 'products',
  'product-areas': 'products',
  'cost-centres': 'cost-centres',
};

/** Accounts of class 6 and 7 carry payments for the Finanzrechnung and take no balance of their own. */
export const isCashFlowAccount = (account: Pick<Account, 'number'>): boolean => /^[67]/.test(account.number);

/** What may be chosen in a field of this kind: postable and not locked; as an area of products, any of them. */
function choicesOf(kind: LookupKind, items: readonly (Account | Product | CostCentre)[]): CatalogueItem[] {
  return items
    .filter((item) => kind === 'product-areas' || !('postable' in item) || item.postable)
    .filter((item) => !('locked' in item) || !item.locked)
    .filter((item) => !('number' in item) || isCashFlowAccount(item) === (kind === 'cash-accounts'))
    .map((item) =>
      'number' in item ? { code: item.number, name: item.name, account: item } : { code: item.code, name: item.name },
    );
}

export function useCatalogue(kind: LookupKind) {
  const client = useClient();
  const { data, isPending, error } = useQuery(catalogueQuery(client.id, SOURCE[kind]));
  return useMemo(() => {
    const items = choicesOf(kind, (data ?? []) as (Account | Product | CostCentre)[]);
    const byCode = new Map(items.map((item) => [item.code, item]));
    return { items, byCode, find: finderOf(items, recentCodes(client.id, kind)), isPending, error };
  }, [kind, data, client.id, isPending, error]);
}

/** The accounts of the client by number, also those that cannot be posted to. */
export function useAccounts(): Map<string, Account> {
  const client = useClient();
  const { data } = useQuery(catalogueQuery(client.id, 'accounts'));
  return useMemo(() => new Map((data ?? []).map((account) => [account.number, account])), [data]);
}
