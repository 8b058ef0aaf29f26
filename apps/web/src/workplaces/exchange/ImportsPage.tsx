import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isOfRecords, jobsQuery } from '~/api/exchange';
import type { Job } from '~/api/types';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatInstant } from '~/lib/dates';
import { Amount } from '~/ui/Amount';
import { Page } from '~/ui/Page';
import { ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { ImportForm } from './ImportForm';

export const STATE_TONE: Record<Job['state'], string> = {
  waiting: 'tag',
  running: 'tag warn',
  done: 'tag good',
  failed: 'tag bad',
};

/** Reading in opening balances, journals and cash flows; the whole file or nothing. */
export function ImportsPage() {
  const { t } = useTranslation();
  const client = useClient();
  const { data: jobs, error, refetch } = useQuery(jobsQuery(client.id));
  return (
    <Page title={t('imports.title')} note={t('imports.note')}>
      <div className="page-body">
        <ImportForm />
        <section className="section">
          <h2>{t('imports.jobs')}</h2>
          {error && <ErrorState error={error} retry={() => void refetch()} />}
          {jobs?.length === 0 && <p className="quiet">{t('imports.noJobs')}</p>}
          {jobs?.length !== 0 && !error && (
            <TableRegion label={t('imports.jobs')}>
              <table className="ledger roomy">
                <thead>
                  <tr>
                    <th scope="col">{t('imports.file')}</th>
                    <th scope="col">{t('imports.kind')}</th>
                    <th scope="col">{t('imports.state')}</th>
                    <th scope="col" className="amount">
                      {t('imports.count')}
                    </th>
                    <th scope="col" className="amount">
                      {t('imports.sum')}
                    </th>
                    <th scope="col">{t('imports.started')}</th>
                  </tr>
                </thead>
                <tbody>
                  {!jobs && <SkeletonRows columns={6} rows={4} />}
                  {jobs?.map((job) => (
                    <tr key={job.id}>
                      <th scope="row">
                        <ClientLink page={`imports/${job.id}`} className="row-open">
                          {job.fileName || job.id.slice(0, 8)}
                        </ClientLink>
                      </th>
                      <td>
                        {t(`imports.kinds.${job.kind as 'journal'}`, { defaultValue: job.kind })}{' '}
                        {job.dryRun && <span className="tag">{t('imports.dry')}</span>}
                      </td>
                      <td>
                        <span className={STATE_TONE[job.state]}>{t(`imports.states.${job.state}`)}</span>
                      </td>
                      <td className="amount">
                        {(job.result?.entries ?? job.progress?.entries ?? 0).toLocaleString('de-DE')}
                      </td>
                      <td className="amount">
                        {job.result && !isOfRecords(job.kind) && <Amount value={job.result.total} />}
                      </td>
                      <td>{formatInstant(job.createdAt)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableRegion>
          )}
        </section>
      </div>
    </Page>
  );
}
