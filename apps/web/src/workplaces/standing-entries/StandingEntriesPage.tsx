import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endStanding, resumeStanding, standingQuery, takeOverStanding } from '~/api/desk';
import { refreshClient } from '~/api/query-client';
import type { StandingEntry } from '~/api/types';
import { useClient, useMay } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay } from '~/lib/dates';
import { fromApiOrZero, sum } from '~/lib/money';
import { announce } from '~/ui/Announcer';
import { AmountCell } from '~/ui/Amount';
import { confirm } from '~/ui/Confirm';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonRows, useErrorWords } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { AccrualDialog } from './AccrualDialog';
import { StandingDialog } from './StandingDialog';

const ofTheHolder = (obstacle: StandingEntry['obstacles'][number]): boolean =>
  obstacle === 'holder-gone' || obstacle === 'holder-may-not-post' || obstacle === 'over-limit';

/** Entries that run in the name of people who may not post any more, by person. */
function strandedOf(items: readonly StandingEntry[]): { name: string; ids: string[] }[] {
  const byName = new Map<string, string[]>();
  for (const item of items)
    if (item.obstacles.some((one) => one === 'holder-gone' || one === 'holder-may-not-post'))
      byName.set(item.author.name, [...(byName.get(item.author.name) ?? []), item.id]);
  return [...byName].map(([name, ids]) => ({ name, ids }));
}

/** Entries that post themselves when they fall due, and accruals spread over months. */
export function StandingEntriesPage() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { data: items, error, refetch } = useQuery(standingQuery(client.id));
  const [dialog, setDialog] = useState<'standing' | 'accrual' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [failureTitle, failureDetail] = useErrorWords(failure);

  const act = async (work: () => Promise<unknown>, done = t('common.saved')) => {
    setFailure(null);
    try {
      await work();
      announce(done);
    } catch (problem) {
      setFailure(problem);
    }
    await refreshClient(client.id);
  };
  const takeOver = (ids: string[]) => act(() => takeOverStanding(client.id, ids), t('standing.takenOver'));
  const stranded = strandedOf(items ?? []);
  const end = async (item: StandingEntry) => {
    const sure = await confirm({
      title: t('standing.endTitle'),
      text: t(item.kind === 'accrual' ? 'standing.endAccrualText' : 'standing.endText', { name: item.name }),
      yes: t('common.end'),
    });
    if (sure) await act(() => endStanding(client.id, item));
  };

  return (
    <Page
      title={t('standing.title')}
      note={t('standing.note')}
      actions={
        may('journal:post') && (
          <>
            <Button onClick={() => setDialog('standing')}>{t('standing.add')}</Button>
            <Button variant="default" onClick={() => setDialog('accrual')}>
              {t('standing.addAccrual')}
            </Button>
          </>
        )
      }
    >
      <div className="page-body">
        {failure !== null && (
          <p className="notice bad" role="alert">
            <strong>{failureTitle}</strong> {failureDetail}
          </p>
        )}
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {stranded.map(({ name, ids }) => (
          <p className="notice warn" key={name}>
            {t('standing.stranded', { count: ids.length, name })}{' '}
            {may('journal:post') && (
              <Button variant="default" size="compact-xs" onClick={() => void takeOver(ids)}>
                {t('standing.takeOverAll', { count: ids.length })}
              </Button>
            )}
          </p>
        ))}
        {items?.length === 0 && (
          <EmptyState title={t('standing.empty')}>
            <p>{t('standing.emptyHint')}</p>
          </EmptyState>
        )}
        {items?.length !== 0 && !error && (
          <TableRegion label={t('standing.title')}>
            <table className="ledger roomy">
              <thead>
                <tr>
                  <th scope="col">{t('standing.name')}</th>
                  <th scope="col">{t('journal.kind')}</th>
                  <th scope="col">{t('standing.rhythm')}</th>
                  <th scope="col" className="amount">
                    {t('journal.amount')}
                  </th>
                  <th scope="col">{t('standing.span')}</th>
                  <th scope="col">{t('standing.next')}</th>
                  <th scope="col" className="amount">
                    {t('standing.posted')}
                  </th>
                  <th scope="col">{t('standing.holder')}</th>
                  <th scope="col">{t('standing.state')}</th>
                  <th scope="col">
                    <span className="sr-only">{t('common.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {!items && <SkeletonRows columns={10} rows={5} />}
                {items?.map((item) => (
                  <tr key={item.id}>
                    <th scope="row" className="wraps strong">
                      {item.name}
                      {item.origin && (
                        <>
                          {' '}
                          <ClientLink page={`entries/${item.origin}`} className="plain">
                            {t('standing.origin', { entry: item.origin })}
                          </ClientLink>
                        </>
                      )}
                    </th>
                    <td>{t(`entryKinds.${item.kind}`)}</td>
                    <td>{t(`rhythms.${item.rhythm}`)}</td>
                    <AmountCell value={sum((item.entry.lines ?? []).map((line) => fromApiOrZero(line.debit)))} dash />
                    <td>
                      {formatDay(item.firstDate)} – {item.lastDate ? formatDay(item.lastDate) : t('standing.open')}
                    </td>
                    <td>{formatDay(item.nextDate) || '–'}</td>
                    <td className="amount">{item.postedCount}</td>
                    <td className="wraps">{item.author.name}</td>
                    <td className="wraps">
                      <span
                        className={item.state === 'failed' ? 'tag bad' : item.state === 'active' ? 'tag good' : 'tag'}
                      >
                        {t(`standing.states.${item.state}`)}
                      </span>{' '}
                      {item.lastError && <span className="bad">{item.lastError}</span>}
                      {item.state === 'netted' && t('standing.reasons.netted')}
                      {item.endedBecause && t(`standing.reasons.${item.endedBecause}`)}
                      {!item.lastError &&
                        item.obstacles.map((obstacle) => (
                          <span className="bad" key={obstacle}>
                            {t(`standing.obstacles.${obstacle}`, {
                              name: item.author.name,
                              year: item.nextDate?.slice(0, 4),
                              period: item.nextDate && `${item.nextDate.slice(5, 7)}/${item.nextDate.slice(0, 4)}`,
                            })}{' '}
                          </span>
                        ))}
                    </td>
                    <td>
                      {may('journal:post') && item.obstacles.some(ofTheHolder) && (
                        <Button
                          variant="default"
                          size="compact-xs"
                          onClick={() => void takeOver([item.id])}
                          aria-label={`${t('standing.takeOver')}: ${item.name}`}
                        >
                          {t('standing.takeOver')}
                        </Button>
                      )}
                      {may('journal:post') && item.state === 'failed' && !item.obstacles.some(ofTheHolder) && (
                        <Button
                          variant="default"
                          size="compact-xs"
                          onClick={() => void act(() => resumeStanding(client.id, item))}
                        >
                          {t('standing.resume')}
                        </Button>
                      )}{' '}
                      {may('journal:post') && item.state !== 'ended' && item.state !== 'netted' && (
                        <Button
                          variant="subtle"
                          size="compact-xs"
                          onClick={() => void end(item)}
                          aria-label={`${t('common.end')}: ${item.name}`}
                        >
                          {t('common.end')}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        )}
      </div>
      {dialog === 'standing' && <StandingDialog onClose={() => setDialog(null)} />}
      {dialog === 'accrual' && <AccrualDialog onClose={() => setDialog(null)} />}
    </Page>
  );
}
