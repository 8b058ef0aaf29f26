import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '~/api/types';
import { formatDay } from '~/lib/dates';
import { AmountCell } from '~/ui/Amount';
import { rowHeight } from '~/ui/row-height';
import { SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

interface JournalTableProps {
  entries: Entry[];
  loading: boolean;
  hasMore: boolean;
  loadMore: () => void;
  open: (id: string) => void;
  current?: string;
}

const COLUMNS = 9;

/** The journal as one long sheet: only the visible lines exist, more are fetched while scrolling. */
export function JournalTable({ entries, loading, hasMore, loadMore, open, current }: JournalTableProps) {
  const { t } = useTranslation();
  const region = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => region.current,
    estimateSize: rowHeight,
    overscan: 20,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loading && last >= entries.length - 30) loadMore();
  }, [hasMore, loading, last, entries.length, loadMore]);

  const before = rows[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  return (
    <TableRegion label={t('journal.title')} fills ref={region}>
      <table className="ledger long" aria-rowcount={hasMore ? -1 : entries.length + 1} aria-busy={loading}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('journal.number')}</th>
            <th scope="col">{t('journal.bookingDate')}</th>
            <th scope="col" className="first-to-go">
              {t('journal.reference')}
            </th>
            <th scope="col">{t('journal.text')}</th>
            <th scope="col" className="second-to-go">
              {t('journal.debitAccount')}
            </th>
            <th scope="col" className="second-to-go">
              {t('journal.creditAccount')}
            </th>
            <th scope="col" className="first-to-go">
              {t('journal.product')}
            </th>
            <th scope="col" className="amount">
              {t('journal.amount')}
            </th>
            <th scope="col" className="second-to-go">
              {t('journal.kind')}
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {rows.map(({ index }) => {
            const entry = entries[index]!;
            return <EntryRow key={entry.id} entry={entry} index={index} open={open} current={entry.id === current} />;
          })}
          {loading && <SkeletonRows columns={COLUMNS} rows={entries.length === 0 ? 30 : 3} />}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </TableRegion>
  );
}

const Spacer = ({ height }: { height: number }) => (
  <tr aria-hidden="true">
    <td colSpan={COLUMNS} style={{ height, padding: 0 }} />
  </tr>
);

interface EntryRowProps {
  entry: Entry;
  index: number;
  current: boolean;
  open: (id: string) => void;
}

function EntryRow({ entry, index, current, open }: EntryRowProps) {
  const { t } = useTranslation();
  return (
    <tr aria-rowindex={index + 2} data-current={current} data-fifth={index % 5 === 4}>
      <th scope="row">
        <button type="button" className="row-open" onClick={() => open(entry.id)}>
          {entry.id}
        </button>
      </th>
      <td>{formatDay(entry.bookingDate)}</td>
      <td className="first-to-go">{entry.reference}</td>
      <td className="grow" title={entry.text}>
        {entry.text}
      </td>
      <td className="second-to-go">{onSide(entry, 'debit')}</td>
      <td className="second-to-go">{onSide(entry, 'credit')}</td>
      <td className="first-to-go">{firstOf(entry.lines.map((line) => line.product))}</td>
      <AmountCell value={entry.total} />
      <td className="second-to-go">
        {entry.kind !== 'regular' && <span className="tag">{t(`entryKinds.${entry.kind}`)}</span>}
        {entry.reversedBy && <span className="tag warn">{t('journal.reversed')}</span>}
      </td>
    </tr>
  );
}

/** The account of one side, with the number of further ones: `5241 +2`. */
function onSide(entry: Entry, side: 'debit' | 'credit'): string {
  return firstOf(entry.lines.filter((line) => line[side]).map((line) => line.account));
}

function firstOf(codes: (string | null)[]): string {
  const distinct = [...new Set(codes.filter((code) => code !== null))];
  return distinct.length > 1 ? `${distinct[0]} +${distinct.length - 1}` : (distinct[0] ?? '');
}
