import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Catalogue, catalogueQuery } from '~/api/master-data';
import type { Account, CostCentre, Product } from '~/api/types';
import { useClient, useMay } from '~/frame/client-context';
import { finderOf } from '~/lib/lookup';
import { useFilters } from '~/lib/search-params';
import { Filters } from '~/ui/Filters';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState } from '~/ui/States';
import { CatalogueTable, codeOf, type Item } from './CatalogueTable';
import { ItemDialog } from './ItemDialog';

const SHOWN = 500;
const TITLES = {
  accounts: 'masterData.accounts',
  products: 'masterData.products',
  'cost-centres': 'masterData.costCentres',
} as const;

/** Chart of accounts, products and cost centres: the frame of the state and what the client has added below it. */
export function MasterDataPage() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { catalogue } = useParams({ strict: false }) as { catalogue: Catalogue };
  const [filters, change] = useFilters();
  const typed = useDeferredValue(filters.q ?? '');
  const { data, error, refetch } = useQuery(catalogueQuery(client.id, catalogue));
  const [editing, setEditing] = useState<{ item?: Item; parent?: Item } | null>(null);

  const items = data as (Account | Product | CostCentre)[] | undefined;
  const found = useMemo(() => {
    const byCode = new Map((items ?? []).map((item) => [codeOf(item), item]));
    const find = finderOf((items ?? []).map((item) => ({ code: codeOf(item), name: item.name })));
    return find(typed, typed ? SHOWN : Infinity).map((hit) => byCode.get(hit.code)!);
  }, [items, typed]);
  const shown = filters.own ? found.filter((item) => 'origin' in item && item.origin === 'own') : found;

  return (
    <Page
      key={catalogue}
      title={t(TITLES[catalogue])}
      fill
      actions={
        may('masterdata:manage') && <Button onClick={() => setEditing({})}>{t(`masterData.add.${catalogue}`)}</Button>
      }
    >
      <Filters>
        <TextInput
          label={t('masterData.search')}
          w={300}
          value={filters.q ?? ''}
          onChange={(event) => change({ q: event.currentTarget.value || undefined })}
        />
        {catalogue !== 'cost-centres' && (
          <Button
            variant={filters.own ? 'light' : 'default'}
            aria-pressed={!!filters.own}
            onClick={() => change({ own: filters.own ? undefined : '1' })}
          >
            {t('masterData.onlyOwn')}
          </Button>
        )}
        <span className="quiet" style={{ paddingBottom: 6 }} aria-live="polite">
          {items && t('common.rows', { count: shown.length })}
        </span>
      </Filters>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {items && shown.length === 0 ? (
        <EmptyState title={typed || filters.own ? t('common.nothingFound') : t('masterData.empty')} />
      ) : (
        <CatalogueTable
          catalogue={catalogue}
          items={items ? shown : undefined}
          edit={may('masterdata:manage') ? (item) => setEditing({ item }) : undefined}
          addBelow={
            may('masterdata:manage') && catalogue !== 'cost-centres' ? (parent) => setEditing({ parent }) : undefined
          }
        />
      )}
      {editing && (
        <ItemDialog
          catalogue={catalogue}
          item={editing.item}
          parent={editing.parent}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}
