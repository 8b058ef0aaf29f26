import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditLogQuery, auditPeopleQuery } from '~/api/centre';
import type { AuditRecord } from '~/api/types';
import { useSession } from '~/frame/client-context';
import { useFilters } from '~/lib/search-params';
import { DayField } from '~/ui/DayField';
import { Filters } from '~/ui/Filters';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState } from '~/ui/States';
import { SlowText } from '../journal/JournalFilters';
import { AuditPanel } from './AuditPanel';
import { AuditTable } from './AuditTable';
import { Chain } from './Chain';
import './audit-log.css';

const FILTERS = ['clientId', 'userId', 'object', 'kind', 'counters', 'from', 'to'] as const;

/** Who read and did what, in sentences; nothing here can be changed. */
export function AuditLogPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [filters, change] = useFilters();
  const { data: people = [] } = useQuery(auditPeopleQuery);
  const query = useMemo(
    () => Object.fromEntries(FILTERS.map((name) => [name, filters[name]])) as Parameters<typeof auditLogQuery>[0],
    [filters],
  );
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(auditLogQuery(query));
  const [shown, setShown] = useState<AuditRecord | null>(null);
  const records = data?.pages.flatMap((page) => page.items);
  const active = FILTERS.filter((name) => filters[name]).length;
  const narrow = (patch: typeof filters) => {
    setShown(null);
    change(patch, { push: true });
  };

  return (
    <Page title={t('audit.title')} note={t('audit.note')} fill>
      {session.permissions.includes('audit:read') && <Chain />}
      <Filters active={active}>
        <NativeSelect
          label={t('frame.client')}
          w={190}
          value={filters.clientId ?? ''}
          data={[
            { value: '', label: t('common.all') },
            ...session.clients.map((client) => ({ value: String(client.id), label: client.name })),
          ]}
          onChange={(event) => change({ clientId: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('audit.who')}
          w={190}
          value={filters.userId ?? ''}
          data={[
            { value: '', label: t('common.all') },
            ...people.map((person) => ({ value: person.id, label: person.displayName })),
          ]}
          onChange={(event) => change({ userId: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('audit.kind')}
          w={110}
          value={filters.kind ?? ''}
          data={[
            { value: '', label: t('common.all') },
            { value: 'write', label: t('audit.writing') },
            { value: 'read', label: t('audit.reading') },
          ]}
          onChange={(event) => change({ kind: event.currentTarget.value })}
        />
        <SlowText
          label={t('audit.object')}
          width={220}
          value={filters.object}
          onChange={(object) => change({ object })}
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
        <Checkbox
          label={t('audit.counters')}
          mb={6}
          checked={filters.counters === 'true'}
          onChange={(event) => change({ counters: event.currentTarget.checked ? 'true' : undefined })}
        />
        {active > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            mb={4}
            onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}
          >
            {t('audit.clear')}
          </Button>
        )}
      </Filters>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {records?.length === 0 && <EmptyState title={t('audit.empty')} />}
      {records?.length !== 0 && !error && (
        <AuditTable records={records} people={people} busy={isFetching} onOpen={setShown} />
      )}
      {hasNextPage && (
        <div className="table-foot">
          <Button variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      )}
      {shown && <AuditPanel record={shown} people={people} narrow={narrow} onClose={() => setShown(null)} />}
    </Page>
  );
}
