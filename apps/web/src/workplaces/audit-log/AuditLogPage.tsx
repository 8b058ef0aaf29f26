import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { auditLogQuery } from '~/api/centre';
import type { AuditRecord } from '~/api/types';
import { useSession } from '~/frame/client-context';
import { formatInstant } from '~/lib/dates';
import { useFilters } from '~/lib/search-params';
import { DayField } from '~/ui/DayField';
import { Filters } from '~/ui/Filters';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { SlowText } from '../journal/JournalFilters';

const FILTERS = ['clientId', 'action', 'from', 'to'] as const;

/** Who read and wrote what; nothing here can be changed. */
export function AuditLogPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [filters, change] = useFilters();
  const query = useMemo(() => Object.fromEntries(FILTERS.map((name) => [name, filters[name]])), [filters]);
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(auditLogQuery(query));
  const records = data?.pages.flatMap((page) => page.items);
  const nameOf = (id: number | null) =>
    id === null ? '' : (session.clients.find((client) => client.id === id)?.name ?? `#${id}`);

  return (
    <Page title={t('audit.title')} note={t('audit.note')} fill>
      <Filters>
        <NativeSelect
          label={t('frame.client')}
          value={filters.clientId ?? ''}
          data={[
            { value: '', label: t('common.all') },
            ...session.clients.map((client) => ({ value: String(client.id), label: client.name })),
          ]}
          onChange={(event) => change({ clientId: event.currentTarget.value })}
        />
        <SlowText
          label={t('audit.action')}
          width={170}
          value={filters.action}
          onChange={(action) => change({ action })}
        />
        <DayField
          label={t('common.from')}
          w={100}
          value={filters.from}
          onChange={(day) => change({ from: day ?? undefined })}
        />
        <DayField
          label={t('common.to')}
          w={100}
          value={filters.to}
          onChange={(day) => change({ to: day ?? undefined })}
        />
      </Filters>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {records?.length === 0 && <EmptyState title={t('audit.empty')} />}
      {records?.length !== 0 && !error && (
        <TableRegion label={t('audit.title')} fills>
          <table className="ledger" aria-busy={isFetching}>
            <thead>
              <tr>
                <th scope="col">{t('audit.at')}</th>
                <th scope="col">{t('audit.who')}</th>
                <th scope="col">{t('frame.client')}</th>
                <th scope="col">{t('audit.action')}</th>
                <th scope="col">{t('audit.resource')}</th>
                <th scope="col">{t('audit.outcome')}</th>
                <th scope="col">{t('audit.detail')}</th>
                <th scope="col">IP</th>
              </tr>
            </thead>
            <tbody>
              {!records && <SkeletonRows columns={8} rows={24} />}
              {records?.map((record) => (
                <tr key={record.id}>
                  <td>{formatInstant(record.at)}</td>
                  <td>{record.userName}</td>
                  <td>{nameOf(record.clientId)}</td>
                  <td>{record.action}</td>
                  <td className="grow" title={record.resource ?? undefined}>
                    {record.resource}
                  </td>
                  <td>{record.outcome}</td>
                  <td className="grow" title={detailOf(record)}>
                    {detailOf(record)}
                  </td>
                  <td>{record.ip}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {hasNextPage && (
        <div className="table-foot">
          <Button variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

const detailOf = (record: AuditRecord): string =>
  record.detail && Object.keys(record.detail).length > 0 ? JSON.stringify(record.detail) : '';
