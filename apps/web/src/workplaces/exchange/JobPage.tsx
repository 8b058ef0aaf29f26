import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmBankAccounts, isOfRecords, isRunning, jobQuery } from '~/api/exchange';
import { refreshClient } from '~/api/query-client';
import type { Job } from '~/api/types';
import { useClient, useMay, useSession } from '~/frame/client-context';
import { formatInstant } from '~/lib/dates';
import { Amount } from '~/ui/Amount';
import { BackLink } from '~/ui/BackLink';
import { Page } from '~/ui/Page';
import { confirm } from '~/ui/Confirm';
import { ReasonedButton } from '~/ui/ReasonedButton';
import { ErrorState, ProblemNotice, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { STATE_TONE } from './ImportsPage';

const count = (value: number): string => value.toLocaleString('de-DE');

/** A long run: count, rate, remaining time; it goes on when the page is left and ends in a protocol. */
export function JobPage() {
  const { t } = useTranslation();
  const client = useClient();
  const { jobId } = useParams({ strict: false }) as { jobId: string };
  const { data: job, error, refetch } = useQuery(jobQuery(client.id, jobId));
  const finished = job && !isRunning(job);
  useEffect(() => {
    if (finished) void refreshClient(client.id);
  }, [finished, client.id]);

  return (
    <Page
      title={`${t('imports.job')}: ${job?.fileName || jobId.slice(0, 8)}`}
      back={<BackLink page="imports">{t('imports.title')}</BackLink>}
      aside={
        job && (
          <span aria-live="polite">
            <span className={STATE_TONE[job.state]}>{t(`imports.states.${job.state}`)}</span>{' '}
            {job.dryRun && <span className="tag">{t('imports.dry')}</span>}
          </span>
        )
      }
    >
      <div className="page-body" style={{ maxWidth: 900 }}>
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!job && !error && <SkeletonBlock lines={8} />}
        {job && (
          <>
            {isRunning(job) && <Progress job={job} />}
            {job.state === 'done' && (
              <p className="notice good">
                {job.dryRun
                  ? t('imports.dryDone')
                  : isOfRecords(job.kind)
                    ? t('imports.doneRecords')
                    : t('imports.done', { client: client.name })}
              </p>
            )}
            {job.state === 'failed' && <p className="notice bad">{t('imports.failed')}</p>}
            <Protocol job={job} />
            {job.state === 'done' && job.kind === 'partners' && !job.dryRun && <BankAccountsOf job={job} />}
            {job.errors.length > 0 && (
              <Findings
                label={t('imports.errors')}
                caption={t('imports.errorCount', { count: job.errorCount })}
                findings={job.errors}
              />
            )}
            {job.result && job.result.warnings.length > 0 && (
              <Findings label={t('imports.warnings')} findings={job.result.warnings} />
            )}
          </>
        )}
      </div>
    </Page>
  );
}

function Progress({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { bytesRead = 0, bytesTotal = null, entries = 0 } = job.progress ?? {};
  const share = bytesTotal ? Math.min(1, bytesRead / bytesTotal) : null;
  const seconds = (Date.now() - new Date(job.startedAt ?? job.createdAt).getTime()) / 1000;
  const remaining = share && share > 0.02 ? Math.ceil((seconds / share) * (1 - share)) : null;
  return (
    <div style={{ margin: '4px 0 14px' }}>
      <div
        className="meter"
        role="progressbar"
        aria-label={t('imports.job')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      >
        <span style={{ width: `${(share ?? 0) * 100}%` }} />
      </div>
      <p className="quiet">
        {t('imports.progress', { entries: count(entries), rate: count(Math.round(entries / Math.max(seconds, 1))) })}
        {remaining !== null && ` ${t('imports.remaining', { seconds: count(remaining) })}`} {t('imports.mayLeave')}
      </p>
    </div>
  );
}

function Protocol({ job }: { job: Job }) {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      <dt>{t('imports.kind')}</dt>
      <dd>{t(`imports.kinds.${job.kind as 'journal'}`, { defaultValue: job.kind })}</dd>
      <dt>{t('imports.started')}</dt>
      <dd>{formatInstant(job.createdAt)}</dd>
      {job.finishedAt && (
        <>
          <dt>{t('imports.finished')}</dt>
          <dd>{formatInstant(job.finishedAt)}</dd>
        </>
      )}
      {job.result && isOfRecords(job.kind) && (
        <>
          <dt>{t('imports.records')}</dt>
          <dd>
            {count(job.result.entries)}
            {job.result.replayed > 0 && ` (${t('imports.agreed')}: ${count(job.result.replayed)})`}
          </dd>
        </>
      )}
      {job.result && !isOfRecords(job.kind) && (
        <>
          <dt>{t('imports.entries')}</dt>
          <dd>
            {count(job.result.entries)} ({t('imports.linesCount', { lines: count(job.result.lines) })})
          </dd>
          <dt>{t('imports.sum')}</dt>
          <dd>
            <Amount value={job.result.total} /> EUR
          </dd>
          {job.result.firstEntry && (
            <>
              <dt>{t('journal.number')}</dt>
              <dd>
                {job.result.firstEntry} – {job.result.lastEntry}
              </dd>
            </>
          )}
        </>
      )}
    </dl>
  );
}

/** What an import proposed, another person confirms. */
function BankAccountsOf({ job }: { job: Job }) {
  const { t } = useTranslation();
  const client = useClient();
  const session = useSession();
  const may = useMay();
  const [told, setTold] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  if (!may('partners:manage')) return null;
  const own = job.createdBy.id === session.user.id;
  const ask = {
    title: t('imports.confirmAccounts'),
    text: t('imports.confirmAccountsText'),
    yes: t('imports.confirmAccounts'),
  };
  const decide = async () => {
    if (!(await confirm(ask))) return;
    setProblem(null);
    try {
      const { confirmed, waiting } = await confirmBankAccounts(client.id, job.id);
      const parts = [
        confirmed + waiting > 0
          ? t('imports.accountsConfirmed', { confirmed: count(confirmed) })
          : t('imports.accountsNone'),
      ];
      if (waiting > 0) parts.push(t('imports.accountsWaiting', { waiting: count(waiting) }));
      setTold(parts.join(' '));
      await refreshClient(client.id);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <div className="section">
      {problem !== null && <ProblemNotice error={problem} />}
      {told !== '' ? (
        <p className="notice good">{told}</p>
      ) : (
        <ReasonedButton
          variant="default"
          reason={own ? t('imports.confirmAccountsOwn') : null}
          onClick={() => void decide()}
        >
          {t('imports.confirmAccounts')}
        </ReasonedButton>
      )}
    </div>
  );
}

interface FindingsProps {
  label: string;
  caption?: string;
  findings: Job['errors'];
}

function Findings({ label, caption = label, findings }: FindingsProps) {
  const { t } = useTranslation();
  return (
    <TableRegion label={label}>
      <table className="ledger">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="amount">
              {t('imports.line')}
            </th>
            <th scope="col">{t('imports.column')}</th>
            <th scope="col">{t('imports.message')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding, i) => (
            <tr key={i}>
              <td className="amount">{finding.line}</td>
              <td>{finding.column}</td>
              <td className="wraps">{finding.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
