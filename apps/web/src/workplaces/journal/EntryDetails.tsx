import { useTranslation } from 'react-i18next';
import type { Entry } from '~/api/types';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay, formatInstant } from '~/lib/dates';
import { fromApiOrZero, sum } from '~/lib/money';
import { useFilters } from '~/lib/search-params';
import { Amount, AmountCell } from '~/ui/Amount';
import { TableRegion } from '~/ui/TableRegion';
import { EntryDocuments } from '../documents/EntryDocuments';
import { EntryOwnInvoice } from '../outgoing-invoices/EntryOwnInvoice';

/** One journal entry with its lines, its origin and what happened to it later. */
export function EntryDetails({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  return (
    <>
      {entry.reversedBy && (
        <p className="notice warn">
          {t('journal.wasReversed')} <ClientLink page={`entries/${entry.reversedBy}`}>{entry.reversedBy}</ClientLink>
        </p>
      )}
      <dl className="facts">
        <dt>{t('journal.bookingDate')}</dt>
        <dd>
          {formatDay(entry.bookingDate)} ·{' '}
          {t('journal.periodOf', { period: periodName(entry.period), year: entry.fiscalYear })}
        </dd>
        {entry.documentDate && (
          <>
            <dt>{t('booking.documentDate')}</dt>
            <dd>{formatDay(entry.documentDate)}</dd>
          </>
        )}
        <dt>{t('journal.text')}</dt>
        <dd>{entry.text}</dd>
        {entry.reference && (
          <>
            <dt>{t('journal.reference')}</dt>
            <dd>{entry.reference}</dd>
          </>
        )}
        <dt>{t('journal.kind')}</dt>
        <dd>
          {t(`entryKinds.${entry.kind}`)}
          {entry.reverses && (
            <>
              {' '}
              {t('journal.of')} <ClientLink page={`entries/${entry.reverses}`}>{entry.reverses}</ClientLink>
            </>
          )}
        </dd>
        {entry.reason && (
          <>
            <dt>{t('journal.reason')}</dt>
            <dd>{entry.reason}</dd>
          </>
        )}
        <dt>{t('journal.recorded')}</dt>
        <dd>
          {formatInstant(entry.recordedAt)}
          {entry.author && ` · ${entry.author.name}`}
        </dd>
        <dt>{t('journal.hash')}</dt>
        <dd className="mono">{entry.chainHash}</dd>
      </dl>
      <EntryDocuments entryId={entry.id} />
      {entry.lines.some((line) => line.openItem) && <EntryOwnInvoice entryId={entry.id} />}
      <TableRegion label={t('journal.lines')}>
        <EntryLines entry={entry} />
      </TableRegion>
    </>
  );
}

export const periodName = (period: number): string => String(period).padStart(2, '0');

function EntryLines({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  return (
    <table className="ledger entry-lines">
      <caption className="sr-only">{t('journal.linesOf', { id: entry.id })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('journal.account')}</th>
          <th scope="col" className="amount">
            {t('journal.debit')}
          </th>
          <th scope="col" className="amount">
            {t('journal.credit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entry.lines.map((line) => (
          <tr key={line.lineNo}>
            <th scope="row" className="wraps">
              <ClientLink page={`ledger/${line.account}`}>{line.account}</ClientLink> {line.accountName}
              <LineNotes line={line} entryText={entry.text} />
              {line.openItem && <OpenItemLink item={line.openItem} />}
            </th>
            <AmountCell value={line.debit} />
            <AmountCell value={line.credit} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('common.total')}</th>
          <td className="amount">
            <Amount value={sum(entry.lines.map((line) => fromApiOrZero(line.debit)))} />
          </td>
          <td className="amount">
            <Amount value={sum(entry.lines.map((line) => fromApiOrZero(line.credit)))} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** From the line on a control account to the open item that it raises or settles. */
function OpenItemLink({ item }: { item: NonNullable<Entry['lines'][number]['openItem']> }) {
  const { t } = useTranslation();
  const [, change] = useFilters();
  return (
    <div>
      <button
        type="button"
        className="link"
        onClick={() => change({ item: item.id, entry: undefined }, { push: true })}
      >
        {t('openItems.ofLine', { no: item.no })}
      </button>
    </div>
  );
}

function LineNotes({ line, entryText }: { line: Entry['lines'][number]; entryText: string }) {
  const { t } = useTranslation();
  const notes = [
    line.product && `${t('journal.product')} ${line.product} ${line.productName ?? ''}`,
    line.costCentre && `${t('journal.costCentre')} ${line.costCentre}`,
    line.cashAccount && `${t('journal.cashAccount')} ${line.cashAccount} ${line.cashAccountName ?? ''}`,
    line.text && line.text !== entryText && line.text,
  ].filter(Boolean);
  return notes.length > 0 ? <div className="quiet">{notes.join(' · ')}</div> : null;
}
