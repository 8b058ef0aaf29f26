import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { batchesQuery } from '~/api/documents';
import type { Batch } from '~/api/document-types';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatInstant } from '~/lib/dates';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

const TONE: Record<Batch['state'], string> = { collecting: 'tag warn', running: 'tag warn', done: 'tag good' };

export function BatchTag({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  return <span className={TONE[batch.state]}>{t(`documents.batchStates.${batch.state}`)}</span>;
}

/** Everything that was handed in together, newest first: found again after one has left the page. */
export function BatchesPage() {
  const { t } = useTranslation();
  const client = useClient();
  const { data: batches, error, refetch } = useQuery(batchesQuery(client.id));
  return (
    <Page
      title={t('documents.batches')}
      note={t('documents.batchesNote')}
      back={<ClientLink page="documents">{`← ${t('documents.title')}`}</ClientLink>}
    >
      <div className="page-body">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {batches?.length === 0 && (
          <EmptyState title={t('documents.noBatches')}>
            <p>{t('documents.noBatchesHint')}</p>
          </EmptyState>
        )}
        {batches?.length !== 0 && !error && (
          <TableRegion label={t('documents.batches')}>
            <table className="ledger roomy">
              <thead>
                <tr>
                  <th scope="col">{t('documents.batch')}</th>
                  <th scope="col">{t('imports.state')}</th>
                  <th scope="col" className="amount">
                    {t('documents.counts.received')}
                  </th>
                  <th scope="col" className="amount">
                    {t('documents.counts.documents')}
                  </th>
                  <th scope="col" className="amount second-to-go">
                    {t('documents.counts.duplicates')}
                  </th>
                  <th scope="col" className="amount second-to-go">
                    {t('documents.counts.quarantined')}
                  </th>
                  <th scope="col" className="amount">
                    {t('documents.counts.failed')}
                  </th>
                  <th scope="col" className="first-to-go">
                    {t('imports.started')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {!batches && <SkeletonRows columns={8} rows={4} />}
                {batches?.map((batch) => (
                  <tr key={batch.id}>
                    <th scope="row" className="wraps">
                      <ClientLink page={`document-batches/${batch.id}`} className="row-open">
                        {batch.name}
                      </ClientLink>
                    </th>
                    <td>
                      <BatchTag batch={batch} />
                    </td>
                    <td className="amount">{batch.counts.received.toLocaleString('de-DE')}</td>
                    <td className="amount">{batch.counts.documents.toLocaleString('de-DE')}</td>
                    <td className="amount second-to-go">{batch.counts.duplicates.toLocaleString('de-DE')}</td>
                    <td className="amount second-to-go">{batch.counts.quarantined.toLocaleString('de-DE')}</td>
                    <td className={batch.counts.failed > 0 ? 'amount bad strong' : 'amount'}>
                      {batch.counts.failed.toLocaleString('de-DE')}
                    </td>
                    <td className="first-to-go">{formatInstant(batch.createdAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        )}
      </div>
    </Page>
  );
}
