import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRow } from '~/api/document-types';
import { useClient } from '~/frame/client-context';
import { formatDay, formatInstant, today } from '~/lib/dates';
import type { Filters } from '~/lib/search-params';
import { AmountCell } from '~/ui/Amount';
import { ClockIcon, WarnIcon } from '~/ui/icons';
import { rowHeight } from '~/ui/row-height';
import { SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { daysSince, urgencies, type Urgency } from './inbox-filter';
import { amountOf, counterpartOf } from './internal';
import { AlarmSigns, StateTag } from './Signs';

interface InboxTableProps {
  rows: DocumentRow[];
  loading: boolean;
  hasMore: boolean;
  loadMore: () => void;
  search: Filters;
  marked: ReadonlySet<string>;
  mark: (id: string) => void;
  showState: boolean;
  /** Whether anything in the list is on its way, so that step and people are worth a column. */
  showWhere: boolean;
  onOpen: (id: string) => void;
}

const COLUMNS = 11;

/** The inbox as one long sheet; arrow keys walk, Enter opens, Space marks. */
export function InboxTable(props: InboxTableProps) {
  const { rows: documents, loading, hasMore, loadMore, marked, mark } = props;
  const { t } = useTranslation();
  const region = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: documents.length,
    getScrollElement: () => region.current,
    estimateSize: rowHeight,
    overscan: 20,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loading && last >= documents.length - 30) loadMore();
  }, [hasMore, loading, last, documents.length, loadMore]);
  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).closest<HTMLElement>('tr[data-id]')?.dataset.id;
    if (event.key !== ' ' || !id || (event.target as HTMLElement).closest('input')) return;
    event.preventDefault();
    mark(id);
  };

  const before = rows[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  return (
    <TableRegion label={t('documents.title')} fills ref={region}>
      <table
        className="ledger long inbox"
        aria-rowcount={hasMore ? -1 : documents.length + 1}
        aria-busy={loading}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="mark-cell">
              <span className="sr-only">{t('documents.mark')}</span>
            </th>
            <th scope="col">{t('documents.number')}</th>
            <th scope="col" className="first-to-go">
              {t('documents.received')}
            </th>
            <th scope="col">{t('documents.supplier')}</th>
            <th scope="col" className="second-to-go">
              {t('documents.invoiceNo')}
            </th>
            <th scope="col" className="first-to-go">
              {t('documents.issueDate')}
            </th>
            <th scope="col" className="second-to-go">
              {t('documents.discountOn')}
            </th>
            <th scope="col" className="first-to-go">
              {t('documents.dueOn')}
            </th>
            <th scope="col" className="amount">
              {t('documents.amount')}
            </th>
            {props.showWhere && (
              <th scope="col" className="second-to-go">
                {t('documents.where')}
              </th>
            )}
            <th scope="col">{t('documents.alarm')}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {rows.map(({ index }) => {
            const row = documents[index]!;
            return <Row key={row.id} {...props} row={row} index={index} isMarked={marked.has(row.id)} />;
          })}
          {loading && <SkeletonRows columns={COLUMNS} rows={documents.length === 0 ? 30 : 3} />}
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

interface RowProps extends InboxTableProps {
  row: DocumentRow;
  index: number;
  isMarked: boolean;
}

function Row({ row, index, isMarked, mark, search, showState, showWhere, onOpen }: RowProps) {
  const { t } = useTranslation();
  const client = useClient();
  const urgent = urgencies(row, today());
  const counterpart = counterpartOf(row, t('documents.kinds.internal'));
  return (
    <tr aria-rowindex={index + 2} data-fifth={index % 5 === 4} data-id={row.id} data-marked={isMarked}>
      <td className="mark-cell">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('documents.markRow', { number: row.number })}
          checked={isMarked}
          onChange={() => mark(row.id)}
        />
      </td>
      <th scope="row">
        <Link
          className="row-open"
          to={`/clients/${client.key}/documents/${row.id}` as '/'}
          search={search as never}
          onClick={() => onOpen(row.id)}
        >
          {row.number}
        </Link>
      </th>
      <td className="first-to-go" title={formatInstant(row.receivedAt)}>
        {arrivalOf(row.receivedAt)}
      </td>
      <td className="grow" title={`${counterpart || row.fileName}${row.invoiceNo ? ` · ${row.invoiceNo}` : ''}`}>
        {counterpart || <span className="quiet">{row.fileName}</span>}{' '}
        {row.kind !== 'invoice' && row.kind !== 'internal' && (
          <span className="tag">{t(`documents.kinds.${row.kind}`)}</span>
        )}
      </td>
      <td className="second-to-go clip">{row.invoiceNo}</td>
      <td className="first-to-go">{formatDay(row.issueDate)}</td>
      <td className="second-to-go">
        <UrgentDay day={row.discountOn} urgency={urgent.discount} />
      </td>
      <td className="first-to-go">
        <UrgentDay day={row.dueOn} urgency={urgent.due} />
      </td>
      <AmountCell value={amountOf(row)} />
      {showWhere && (
        <td className="second-to-go clip-wide">
          {showState && !row.step ? <StateTag state={row.state} /> : <Where row={row} />}
        </td>
      )}
      <td>
        <AlarmSigns row={row} />
      </td>
    </tr>
  );
}

/** What came today shows its time, everything else its day. */
function arrivalOf(instant: string): string {
  const [day, time] = formatInstant(instant).split(' ');
  return day === formatDay(today()) ? (time ?? '') : (day ?? '');
}

/** A day with its urgency in a word for those who do not see the picture. */
export function UrgentDay({ day, urgency }: { day: string | null; urgency: Urgency }) {
  const { t } = useTranslation();
  if (!day) return null;
  if (!urgency) return <>{formatDay(day)}</>;
  return (
    <span className={urgency === 'late' ? 'sign bad' : 'sign warn'}>
      {formatDay(day)} {urgency === 'late' ? <WarnIcon /> : <ClockIcon />}
      <span className="sr-only">{urgency === 'late' ? t('documents.late') : t('documents.soon')}</span>
    </span>
  );
}

/** In which step, with whom and for how long. */
export function Where({ row }: { row: DocumentRow }) {
  const { t } = useTranslation();
  const days = daysSince(row.stepSince);
  if (!row.step) return null;
  const people = row.assignees.map((person) => person.name).filter(Boolean);
  const who = people.length > 1 ? `${people[0]} +${people.length - 1}` : people[0];
  const late = urgencies(row, today()).step === 'late';
  const words = [
    t(`documents.stepShort.${row.step as 'order'}`, { defaultValue: row.step }),
    days !== null && t('documents.days', { count: days }),
    who,
  ].filter(Boolean);
  return (
    <span className={late ? 'sign bad' : undefined} title={people.join(', ')}>
      {late && (
        <>
          <ClockIcon />
          <span className="sr-only">{t('documents.overdue')}</span>
        </>
      )}{' '}
      {words.join(' · ')}
    </span>
  );
}
