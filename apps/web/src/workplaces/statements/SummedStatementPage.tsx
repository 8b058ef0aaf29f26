import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { summedStatementQuery } from '~/api/statements';
import type { StatementName } from '~/api/types';
import { endOfDay, useSession } from '~/frame/client-context';
import { today, yearOf } from '~/lib/dates';
import { useFilters } from '~/lib/search-params';
import { DayField } from '~/ui/DayField';
import { Filters } from '~/ui/Filters';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { StatementChecks } from './StatementChecks';
import { StatementTable } from './StatementTable';
import './statements.css';

const STATEMENTS: StatementName[] = ['results', 'cash-flows', 'balance-sheet'];

/** A statement summed over several clients: added up, not consolidated. */
export function SummedStatementPage() {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const { statement: name } = useParams({ strict: false }) as { statement: StatementName };
  const [filters, change] = useFilters();
  const readable = useMemo(
    () => session.clients.filter((client) => client.permissions.includes('books:read')),
    [session.clients],
  );
  const chosen =
    filters.clients === undefined
      ? readable.map((client) => client.id)
      : filters.clients.split('-').filter(Boolean).map(Number);
  const year = Number(filters.year ?? yearOf(today()));
  const query = { fiscalYear: year, asOf: filters.asOf, knownOn: filters.knownOn && endOfDay(filters.knownOn) };
  const { data, error, refetch } = useQuery(summedStatementQuery(name, chosen, query));
  const shown = data?.statement === name ? data : undefined;

  const toggle = (id: number) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    change({ clients: next.length === readable.length ? undefined : next.join('-') || '-' });
  };

  return (
    <Page
      title={`${t('statements.summedTitle')}: ${t(`statementShort.${name}`)} ${year}`}
      note={t('statements.summedNote')}
      actions={
        <Button variant="default" onClick={() => window.print()}>
          {t('common.print')}
        </Button>
      }
    >
      <Filters>
        <NativeSelect
          label={t('statements.which')}
          value={name}
          data={STATEMENTS.map((one) => ({ value: one, label: t(`statementShort.${one}`) }))}
          onChange={(event) =>
            void navigate({ to: `/centre/statements/${event.currentTarget.value}` as '/', search: filters as never })
          }
        />
        <TextInput
          label={t('frame.year')}
          w={80}
          type="number"
          value={year}
          onChange={(event) => /^\d{4}$/.test(event.currentTarget.value) && change({ year: event.currentTarget.value })}
        />
        <DayField
          label={t('frame.asOf')}
          w={104}
          year={year}
          value={filters.asOf}
          onChange={(day) => change({ asOf: day ?? undefined })}
        />
        <DayField
          label={t('frame.knownOn')}
          w={104}
          year={year}
          value={filters.knownOn}
          onChange={(day) => change({ knownOn: day ?? undefined })}
        />
        <Checkbox
          size="xs"
          pb={6}
          label={t('statements.hideEmpty')}
          checked={filters.empty === 'hide'}
          onChange={(event) => change({ empty: event.currentTarget.checked ? 'hide' : undefined })}
        />
      </Filters>
      <fieldset className="client-choice">
        <legend>{t('frame.clients')}</legend>
        {readable.map((client) => (
          <Checkbox
            key={client.id}
            size="xs"
            label={client.name}
            checked={chosen.includes(client.id)}
            onChange={() => toggle(client.id)}
          />
        ))}
      </fieldset>
      <div className="page-body">
        {error && chosen.length > 0 && <ErrorState error={error} retry={() => void refetch()} />}
        {chosen.length === 0 && <EmptyState title={t('statements.chooseClients')} />}
        {chosen.length > 0 && !shown && !error && <SkeletonBlock lines={30} />}
        {chosen.length > 0 && shown && !error && (
          <>
            <TableRegion label={`${t(`statementShort.${name}`)} ${year}`}>
              <StatementTable statement={shown} hideEmpty={filters.empty === 'hide'} />
            </TableRegion>
            <StatementChecks checks={shown.checks} />
          </>
        )}
      </div>
    </Page>
  );
}
