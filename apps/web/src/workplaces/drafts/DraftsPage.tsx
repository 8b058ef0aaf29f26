import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { draftsQuery } from '~/api/desk';
import type { Draft, Person } from '~/api/types';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay, formatInstant } from '~/lib/dates';
import { fromApiOrZero, sum } from '~/lib/money';
import { AmountCell } from '~/ui/Amount';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

export const nameOf = (person: Person | null): string => person?.name ?? '';

const totalOf = (draft: Draft) => sum((draft.entry.lines ?? []).map((line) => fromApiOrZero(line.debit)));

export function DraftsPage() {
  const { t } = useTranslation();
  const client = useClient();
  const { data: drafts, error, refetch } = useQuery(draftsQuery(client.id));
  return (
    <Page title={t('drafts.title')}>
      <div className="page-body">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {drafts?.length === 0 && (
          <EmptyState title={t('drafts.empty')}>
            <p>{t('drafts.emptyHint')}</p>
            <ClientLink page="booking">{t('nav.booking')}</ClientLink>
          </EmptyState>
        )}
        {drafts?.length !== 0 && !error && (
          <TableRegion label={t('drafts.title')}>
            <table className="ledger roomy">
              <thead>
                <tr>
                  <th scope="col">{t('journal.text')}</th>
                  <th scope="col">{t('journal.bookingDate')}</th>
                  <th scope="col">{t('journal.reference')}</th>
                  <th scope="col" className="amount">
                    {t('journal.amount')}
                  </th>
                  <th scope="col">{t('drafts.note')}</th>
                  <th scope="col">{t('drafts.changedBy')}</th>
                </tr>
              </thead>
              <tbody>
                {!drafts && <SkeletonRows columns={6} rows={6} />}
                {drafts?.map((draft) => (
                  <tr key={draft.id}>
                    <th scope="row" className="wraps">
                      <ClientLink page={`drafts/${draft.id}`} className="row-open">
                        {draft.entry.text || t('drafts.untitled')}
                      </ClientLink>
                    </th>
                    <td>{formatDay(draft.entry.bookingDate)}</td>
                    <td>{draft.entry.reference}</td>
                    <AmountCell value={totalOf(draft)} dash />
                    <td className="wraps">{draft.note}</td>
                    <td>
                      {formatInstant(draft.updatedAt)} · {nameOf(draft.updatedBy ?? draft.createdBy)}
                    </td>
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
