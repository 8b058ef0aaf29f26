import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePeriod, fiscalYearsQuery, openFiscalYear, periodDecisionsQuery } from '~/api/books';
import { refreshClient } from '~/api/query-client';
import type { FiscalYear, Period, PeriodState } from '~/api/types';
import { useBooks, useClient, useMay } from '~/frame/client-context';
import { formatDay, formatInstant } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { Page } from '~/ui/Page';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { periodName } from '../journal/EntryDetails';

const STATES: PeriodState[] = ['open', 'soft-closed', 'closed'];
const TONE: Record<PeriodState, string> = { open: 'tag good', 'soft-closed': 'tag warn', closed: 'tag' };

/** The years of a client and their periods: which take entries, who decided and why. */
export function PeriodsPage() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { year } = useBooks();
  const { data: years, error, refetch } = useQuery(fiscalYearsQuery(client.id));
  const [opening, setOpening] = useState(false);
  const [changing, setChanging] = useState<Period | null>(null);
  const shown = years?.find((one) => one.year === year);

  return (
    <Page
      title={t('periods.title', { year })}
      note={t('periods.note')}
      aside={shown && <span className="quiet">{t('periods.entries', { count: shown.entries })}</span>}
      actions={
        may('periods:manage') && (
          <Button variant="default" onClick={() => setOpening(true)}>
            {t('periods.openYear')}
          </Button>
        )
      }
    >
      <div className="page-body">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!years && !error && <SkeletonBlock lines={16} />}
        {years && !shown && <p className="notice warn">{t('booking.noYear', { year })}</p>}
        {shown && (
          <>
            <PeriodTable year={shown} change={may('periods:manage') ? setChanging : undefined} />
            <Decisions year={year} />
          </>
        )}
      </div>
      {opening && (
        <FormDialog
          title={t('periods.openYear')}
          submit={t('periods.openYear')}
          initial={{ year: String(Math.max(0, ...(years ?? []).map((one) => one.year)) + 1) }}
          fields={[{ name: 'year', label: t('frame.year'), required: true }]}
          onClose={() => setOpening(false)}
          onSubmit={async (body) => {
            await openFiscalYear(client.id, Number(body.year));
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
      {changing && (
        <FormDialog
          title={t('periods.changeTitle', { name: `${periodName(changing.period)}/${year}` })}
          submit={t('common.change')}
          initial={{ state: STATES[(STATES.indexOf(changing.state) + 1) % STATES.length]! }}
          fields={[
            {
              name: 'state',
              label: t('periods.state'),
              type: 'select',
              options: STATES.map((value) => ({ value, label: t(`periodStates.${value}`) })),
            },
            { name: 'reason', label: t('journal.reason'), type: 'long', required: true, help: t('periods.reasonHelp') },
          ]}
          onClose={() => setChanging(null)}
          onSubmit={async ({ state, reason }) => {
            await changePeriod(client.id, year, changing, state as PeriodState, String(reason));
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
    </Page>
  );
}

function PeriodTable({ year, change }: { year: FiscalYear; change?: (period: Period) => void }) {
  const { t } = useTranslation();
  return (
    <TableRegion label={t('periods.title', { year: year.year })}>
      <table className="ledger narrow roomy">
        <thead>
          <tr>
            <th scope="col">{t('periods.period')}</th>
            <th scope="col">{t('periods.span')}</th>
            <th scope="col">{t('periods.state')}</th>
            <th scope="col">
              <span className="sr-only">{t('common.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {year.periods.map((period) => (
            <tr key={period.period}>
              <th scope="row">
                {periodName(period.period)}
                {period.period === 0 && ` ${t('periods.opening')}`}
                {period.period === 13 && ` ${t('periods.closing')}`}
              </th>
              <td>
                {formatDay(period.startsOn)} – {formatDay(period.endsOn)}
              </td>
              <td>
                <span className={TONE[period.state]}>{t(`periodStates.${period.state}`)}</span>
              </td>
              <td>
                {change && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-label={`${t('common.change')}: ${periodName(period.period)}/${year.year}`}
                    onClick={() => change(period)}
                  >
                    {t('common.change')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Decisions({ year }: { year: number }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: decisions = [] } = useQuery(periodDecisionsQuery(client.id, year));
  if (decisions.length === 0) return null;
  return (
    <section className="section">
      <h2>{t('periods.decisions')}</h2>
      <TableRegion label={t('periods.decisions')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('periods.decidedAt')}</th>
              <th scope="col">{t('periods.period')}</th>
              <th scope="col">{t('periods.state')}</th>
              <th scope="col">{t('periods.decidedBy')}</th>
              <th scope="col">{t('journal.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {decisions.map((one) => (
              <tr key={one.decidedAt + one.period}>
                <td>{formatInstant(one.decidedAt)}</td>
                <td>{periodName(one.period)}</td>
                <td>{t(`periodStates.${one.state}`)}</td>
                <td>{one.decidedBy}</td>
                <td className="wraps">{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
