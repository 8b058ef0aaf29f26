import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { batchQuery } from '~/api/documents';
import type { Batch } from '~/api/document-types';
import { refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatInstant } from '~/lib/dates';
import { BackLink } from '~/ui/BackLink';
import { Page } from '~/ui/Page';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { BatchTag } from './BatchesPage';
import { UploadProgress } from './UploadProgress';
import './documents.css';

const number = (value: number): string => value.toLocaleString('de-DE');

/** The protocol of one batch: how far it is, and what became of each file that is not simply a new document. */
export function BatchPage() {
  const { t } = useTranslation();
  const client = useClient();
  const { batchId } = useParams({ strict: false }) as { batchId: string };
  const { data: batch, error, refetch } = useQuery(batchQuery(client.id, batchId));
  const done = batch?.state === 'done';
  useEffect(() => {
    if (done) void refreshClient(client.id);
  }, [done, client.id]);
  return (
    <Page
      title={batch ? `${t('documents.batch')}: ${batch.name}` : t('documents.batch')}
      back={<BackLink page="document-batches">{t('documents.batches')}</BackLink>}
      aside={
        batch && (
          <span aria-live="polite">
            <BatchTag batch={batch} />
          </span>
        )
      }
    >
      <UploadProgress />
      <div className="page-body" style={{ maxWidth: 900 }}>
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!batch && !error && <SkeletonBlock lines={8} />}
        {batch && (
          <>
            {!done && <Progress batch={batch} />}
            <Counts batch={batch} />
            <Files batch={batch} />
          </>
        )}
      </div>
    </Page>
  );
}

function Progress({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  const { received, done } = batch.counts;
  const share = received > 0 ? done / received : 0;
  return (
    <div style={{ margin: '4px 0 14px' }}>
      <div
        className="meter"
        role="progressbar"
        aria-label={t('documents.batch')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p className="quiet">
        {t('documents.batchProgress', { done: number(done), received: number(received) })}
        {!!batch.perSecond &&
          ` ${t('documents.upload.rate', { rate: number(Math.max(1, Math.round(batch.perSecond))) })}`}
        {batch.remainingSeconds !== null &&
          batch.remainingSeconds > 0 &&
          ` ${t('imports.remaining', { seconds: number(batch.remainingSeconds) })}`}{' '}
        {t('imports.mayLeave')}
      </p>
    </div>
  );
}

function Counts({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  const { counts } = batch;
  return (
    <dl className="facts">
      {(['received', 'documents', 'duplicates', 'quarantined', 'failed'] as const).map((name) => (
        <FactRow
          key={name}
          label={t(`documents.counts.${name}`)}
          value={number(counts[name])}
          bad={name === 'failed' && counts.failed > 0}
        />
      ))}
      <dt>{t('imports.started')}</dt>
      <dd>
        {formatInstant(batch.createdAt)} · {batch.createdByName}
      </dd>
    </dl>
  );
}

function FactRow({ label, value, bad }: { label: string; value: string; bad: boolean }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={bad ? 'bad strong' : undefined}>{value}</dd>
    </>
  );
}

function Files({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  if (batch.files.length === 0) return null;
  return (
    <TableRegion label={t('documents.batchFiles')}>
      <table className="ledger roomy">
        <caption>{t('documents.batchFiles')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.file')}</th>
            <th scope="col">{t('imports.state')}</th>
            <th scope="col">{t('imports.message')}</th>
          </tr>
        </thead>
        <tbody>
          {batch.files.map((file) => (
            <tr key={file.fileNo}>
              <th scope="row" className="wraps">
                {file.documentId ? (
                  <ClientLink page={`documents/${file.documentId}`} className="row-open">
                    {file.name}
                  </ClientLink>
                ) : (
                  file.name
                )}
              </th>
              <td>
                {t(`documents.fileStates.${(file.outcome ?? file.state) as 'done'}`, {
                  defaultValue: file.outcome ?? file.state,
                })}
              </td>
              <td className="wraps">{file.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
