import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { hrefOf } from '~/api/api';
import { statementQuery } from '~/api/statements';
import type { StatementName } from '~/api/types';
import { useBooks, useClient } from '~/frame/client-context';
import { formatDay } from '~/lib/dates';
import { useFilters } from '~/lib/search-params';
import { Filters } from '~/ui/Filters';
import { LookupField } from '~/ui/LookupField';
import { Page } from '~/ui/Page';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { useCatalogue } from '~/ui/use-catalogue';
import { DrillPanel } from './DrillPanel';
import { StatementChecks } from './StatementChecks';
import { StatementTable } from './StatementTable';
import './statements.css';

/** Ergebnisrechnung, Finanzrechnung or Bilanz of a client; of one product as Teilrechnung. */
export function StatementPage() {
  const { t } = useTranslation();
  const client = useClient();
  const books = useBooks();
  const { statement: name } = useParams({ strict: false }) as { statement: StatementName };
  const [filters, change] = useFilters();
  const product = name === 'balance-sheet' ? undefined : filters.product;
  const query = useMemo(() => ({ ...books.query, product }), [books.query, product]);
  const { data, error, refetch } = useQuery(statementQuery(client.id, name, query));
  const shown = data?.statement === name || data === undefined ? data : undefined;
  const productName = useCatalogue('product-areas').byCode.get(product ?? '')?.name;
  const title = product ? t(`statements.part.${name as 'results'}`) : t(`statementShort.${name}`);

  return (
    <Page
      title={`${title} ${books.year}`}
      aside={
        product && (
          <span className="quiet">
            {product === '-'
              ? t('statements.withoutProduct')
              : `${t('journal.product')} ${product} ${productName ?? ''}`}
          </span>
        )
      }
      actions={
        <>
          <Button
            variant="default"
            component="a"
            target="_blank"
            href={hrefOf('/clients/{clientId}/statements/{statement}/document', {
              path: { clientId: client.id, statement: name },
              query,
            })}
          >
            {t('common.pdf')}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {t('common.print')}
          </Button>
        </>
      }
    >
      <Filters>
        {name !== 'balance-sheet' && (
          <LookupField
            label={t('statements.byProduct')}
            w={160}
            kind="product-areas"
            value={filters.product ?? ''}
            onChange={(code) => change({ product: code || undefined, line: undefined, account: undefined })}
          />
        )}
        <Checkbox
          size="xs"
          pb={6}
          label={t('statements.hideEmpty')}
          checked={filters.empty === 'hide'}
          onChange={(event) => change({ empty: event.currentTarget.checked ? 'hide' : undefined })}
        />
      </Filters>
      <div className="page-body">
        <p className="print-only">
          {client.name} · {t('statements.stand', { day: books.asOf ? formatDay(books.asOf) : `31.12.${books.year}` })}
        </p>
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!shown && !error && <SkeletonBlock lines={30} />}
        {shown && !error && (
          <>
            <TableRegion label={`${title} ${books.year}`}>
              <StatementTable
                statement={shown}
                hideEmpty={filters.empty === 'hide'}
                current={filters.line}
                open={(line) => change({ line, account: undefined, entry: undefined }, { push: !filters.line })}
              />
            </TableRegion>
            <StatementChecks checks={shown.checks} onRest={() => change({ product: '-', line: undefined })} />
          </>
        )}
      </div>
      {filters.line && (
        <DrillPanel
          key={filters.line}
          statement={name}
          code={filters.line}
          query={query}
          filters={filters}
          change={change}
        />
      )}
    </Page>
  );
}
