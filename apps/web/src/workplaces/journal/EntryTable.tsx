import { useTranslation } from 'react-i18next';
import type { Entry } from '~/api/types';
import { formatDay } from '~/lib/dates';
import { AmountCell } from '~/ui/Amount';
import { SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

interface EntryTableProps {
  label: string;
  entries: Entry[] | undefined;
  loading: boolean;
  open: (id: string) => void;
  current?: string;
}

/** A short list of entries, as on the dashboard and below the booking mask. */
export function EntryTable({ label, entries, loading, open, current }: EntryTableProps) {
  const { t } = useTranslation();
  if (entries?.length === 0) return <p className="quiet">{t('journal.noneYet')}</p>;
  return (
    <TableRegion label={label}>
      <table className="ledger" aria-busy={loading}>
        <thead>
          <tr>
            <th scope="col">{t('journal.number')}</th>
            <th scope="col">{t('journal.bookingDate')}</th>
            <th scope="col" className="first-to-go">
              {t('journal.reference')}
            </th>
            <th scope="col">{t('journal.text')}</th>
            <th scope="col" className="amount">
              {t('journal.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {loading && !entries && <SkeletonRows columns={5} rows={8} />}
          {entries?.map((entry) => (
            <tr key={entry.id} data-current={entry.id === current}>
              <th scope="row">
                <button type="button" className="row-open" onClick={() => open(entry.id)}>
                  {entry.id}
                </button>
              </th>
              <td>{formatDay(entry.bookingDate)}</td>
              <td className="first-to-go">{entry.reference}</td>
              <td className="grow" title={entry.text}>
                {entry.text} {entry.reversedBy && <span className="tag warn">{t('journal.reversed')}</span>}
              </td>
              <AmountCell value={entry.total} />
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
